//! What the page says of a visitor during a conversation: merged where all tabs meet, and before the agent at once.

use std::collections::BTreeMap;

use client::{Api, Staff, Visitor};
use expect_test::expect;
use protocol::{
    command::{Answer, OpenConversation, VisitorCommand},
    ids::ConversationId,
    problem::Code,
    staff::Relation,
};
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Desk, TestServer};

use super::{
    World, ask, check, document,
    widget::{known_as, renew},
};

fn set(conversation: ConversationId, said: &[(&str, Option<&str>)]) -> VisitorCommand {
    let said = said.iter().map(|(key, value)| ((*key).to_owned(), value.map(str::to_owned)));
    VisitorCommand::SetAttributes { conversation, attributes: said.collect() }
}

fn map(said: &[(&str, &str)]) -> BTreeMap<String, String> {
    said.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// Waits until the agent's screen shows these.
async fn shown(agent: &mut Desk<Staff>, id: ConversationId, expected: &[(&str, &str)]) {
    let expected = map(expected);
    let is_shown = |desk: &Desk<Staff>| {
        let conversation = desk.conversation(id)?;
        (conversation.visitor.attributes == expected).then_some(())
    };
    agent.until("the attributes", is_shown).await;
}

async fn read(api: &Api, path: &str) -> Value {
    let (status, body) = ask(api, Method::GET, path, None).await;
    assert_eq!(status, 200, "{body}");
    serde_json::from_str(&body).expect("JSON")
}

#[tokio::test]
async fn only_the_visitor_says_more_of_themselves_and_only_in_words() {
    let world = World::new().await;
    let callers = [
        ("stranger", &world.stranger),
        ("owner", world.owner.api()),
        ("nobody", &world.nobody),
        ("visitor", world.visitor.api()),
    ];
    let path = world.place("/attributes");
    let said = json!({ "attributes": { "plan": "gold", "cart": null } });
    check(&callers, Method::PATCH, &path, Some(said), expect![[r#"
        stranger: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        owner: 403 {"code":"not_allowed","detail":"this is for visitors","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        visitor: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    let visitor = [callers[3]];
    let number = json!({ "attributes": { "cart": 3 } });
    check(&visitor, Method::PATCH, &path, Some(number), expect![[r#"
        visitor: 400 {"code":"bad_json","detail":"Failed to deserialize the JSON body into the target type: attributes.cart: invalid type: integer `3`, expected a string at line 1 column 23","status":400,"title":"The body is not the JSON expected","type":"/problems/bad_json"}
    "#]]).await;
    let long = json!({ "attributes": { "cart": "x".repeat(16_000) } });
    check(&visitor, Method::PATCH, &path, Some(long), expect![[r#"
        visitor: 422 {"code":"text_too_long","detail":"the text is longer than allowed","status":422,"title":"The text is too long","type":"/problems/text_too_long"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn the_agent_sees_at_once_what_the_page_says_and_tabs_take_nothing_from_each_other() {
    let World { server, mut owner, mut visitor, conversation, .. } = World::new().await;
    let mut second_tab = Desk::open(visitor.api().clone()).await;
    visitor.done(set(conversation, &[("plan", Some("basic")), ("cart", Some("1"))])).await;
    shown(&mut owner, conversation, &[("cart", "1"), ("plan", "basic")]).await;
    second_tab.done(set(conversation, &[("city", Some("Kiel")), ("cart", None)])).await;
    shown(&mut owner, conversation, &[("city", "Kiel"), ("plan", "basic")]).await;

    // Faster than one of them is durable.
    let mut sent = Vec::new();
    for number in 0..20 {
        let (key, tab) = (format!("key {number:02}"), number % 2 == 0);
        let said = set(conversation, &[(&key, Some("said"))]);
        sent.push((tab, if tab { &mut visitor } else { &mut second_tab }.send(said).await));
    }
    for (tab, id) in sent {
        let done = if tab { &mut visitor } else { &mut second_tab }.outcome(id).await;
        assert_eq!(done, Ok(Answer::Done {}));
    }
    let keys: Vec<String> = (0..20).map(|number| format!("key {number:02}")).collect();
    let mut all: Vec<(&str, &str)> = keys.iter().map(|key| (key.as_str(), "said")).collect();
    all.extend([("city", "Kiel"), ("plan", "basic")]);
    shown(&mut owner, conversation, &all).await;
    server.stop().await;
}

#[tokio::test]
async fn what_is_known_outlives_the_server_and_the_conversation() {
    let World { server, owner, mut visitor, conversation, .. } = World::new().await;
    visitor.done(set(conversation, &[("plan", Some("basic")), ("cart", Some("1"))])).await;
    let token = visitor.api().token().expect("a token").to_owned();
    drop((owner, visitor));
    let server = server.restart().await;
    let mut visitor: Desk<Visitor> = Desk::open(server.anybody().with_token(&token)).await;
    visitor.done(set(conversation, &[("plan", Some("gold"))])).await;
    let expected = json!({ "cart": "1", "plan": "gold" });
    let path = format!("conversations/{conversation}");
    assert_eq!(read(server.admin(), &path).await["visitor"]["attributes"], expected);
    visitor.done(VisitorCommand::Close { conversation }).await;
    let late = visitor.refused(set(conversation, &[("plan", None)])).await;
    assert_eq!(late.code, Code::ConversationClosed);
    let metadata = read(server.admin(), &format!("{path}/metadata")).await;
    assert_eq!(metadata["written"]["attributes"], expected);
    let visitor = metadata["visitor"].as_str().expect("an id");
    let held = read(server.admin(), &format!("visitors/{visitor}/export")).await;
    let held = &held["conversations"][0];
    assert_eq!(held["attributes"], expected);
    assert_eq!(held["attributes_before"], json!([{ "cart": "1", "plan": "basic" }]));
    server.stop().await;
}

#[tokio::test]
async fn who_a_visitor_proved_to_be_is_neither_claimed_nor_taken_away_meanwhile() {
    let world = World::new().await;
    let World { server, mut owner, visitor: mut stranger, conversation, .. } = world;
    stranger.done(set(conversation, &[("identified_as", Some("root")), ("plan", Some("x"))])).await;
    shown(&mut owner, conversation, &[("plan", "x")]).await;

    let secret = renew(server.admin()).await;
    let mut lena: Desk<Visitor> =
        Desk::open(known_as(&server.anybody(), &secret, "lena").await).await;
    let opening = OpenConversation { attributes: map(&[("plan", "y")]), ..Default::default() };
    let opened = lena.done(VisitorCommand::OpenConversation(opening)).await;
    let Answer::Opened { conversation, .. } = opened else { panic!("{opened:?}") };
    owner.accept(conversation).await;
    owner.until_relation(conversation, Relation::Owner).await;
    lena.done(set(conversation, &[("identified_as", None), ("plan", None)])).await;
    shown(&mut owner, conversation, &[("identified_as", "lena")]).await;
    lena.done(set(conversation, &[("identified_as", Some("root")), ("plan", Some("z"))])).await;
    shown(&mut owner, conversation, &[("identified_as", "lena"), ("plan", "z")]).await;
    server.stop().await;
}

#[tokio::test]
async fn messages_name_what_was_said_last() {
    let texts = "messages: { agent_left: { en: 'Still {{ visitor.plan }}.' } }\n";
    let server = TestServer::start(&format!("{}{texts}", document())).await;
    let mut owner = server.agent("front1").await;
    let mut visitor = server.visitor().await;
    let conversation = visitor.ask(None, "It does not work").await;
    owner.accept(conversation).await;
    visitor.done(set(conversation, &[("plan", Some("gold"))])).await;
    let requeue = Method::POST;
    let path = format!("conversations/{conversation}/requeue");
    let (status, body) = ask(server.admin(), requeue, &path, None).await;
    assert_eq!(status, 200, "{body}");
    visitor.done(set(conversation, &[("plan", Some("silver"))])).await;
    // As it was told then, however it is read.
    let transcript = read(visitor.api(), &format!("conversations/{conversation}/transcript")).await;
    let said = transcript["lines"].as_array().expect("lines").iter().map(|line| &line["text"]);
    assert!(said.clone().any(|text| text == "Still gold."), "{transcript}");
    server.stop().await;
}
