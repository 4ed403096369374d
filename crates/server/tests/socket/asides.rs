//! What is told beside the journal: read marks to both sides, drafts and settings to one's other tabs, and what is
//! known of them to every new socket.

use client::Api;
use protocol::{
    command::{Audience, Draft, StaffCommand},
    frame::ServerFrame,
    http::Mentions,
    ids::ConversationId,
};
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Desk, TestServer};

use super::{Raw, desk};

/// The next aside; whatever else is said is passed over.
async fn aside(socket: &mut Raw) -> Value {
    loop {
        if let ServerFrame::Aside(aside) = socket.hear().await {
            return aside;
        }
    }
}

/// A mark, which says when; without that.
async fn mark_for_staff(socket: &mut Raw) -> Value {
    let mut mark = aside(socket).await;
    let at = mark.as_object_mut().and_then(|mark| mark.remove("at_ms"));
    assert!(at.is_some_and(|at| at.is_u64()), "{mark}");
    mark
}

async fn tab(server: &TestServer, socket: &str, api: &Api) -> Raw {
    let mut raw = Raw::open(server, socket).await;
    raw.say(json!({ "type": "hello", "token": api.token() })).await;
    assert!(matches!(raw.hear().await, ServerFrame::Snapshot { .. }));
    raw
}

async fn put(api: &Api, path: &str, body: Value) {
    send(api, Method::PUT, path, body).await;
}

async fn send(api: &Api, method: Method, path: &str, body: Value) {
    let address = format!("{}/api/v1/workspaces/{}/{path}", api.server(), api.workspace());
    let request = reqwest::Client::new().request(method, address).json(&body);
    let token = api.token().expect("a token");
    let answer = request.bearer_auth(token).send().await.expect("an answer");
    assert!(answer.status().is_success(), "{}", answer.text().await.unwrap_or_default());
}

struct Pair {
    server: TestServer,
    agent: Desk<client::Staff>,
    visitor: Desk<client::Visitor>,
    conversation: ConversationId,
}

async fn pair() -> Pair {
    let server = TestServer::start(&desk()).await;
    let mut agent = server.agent("front1").await;
    let mut visitor = server.visitor().await;
    let conversation = visitor.ask(None, "It does not work").await;
    agent.accept(conversation).await;
    agent.until_relation(conversation, protocol::staff::Relation::Owner).await;
    Pair { server, agent, visitor, conversation }
}

#[tokio::test]
async fn each_side_hears_how_far_the_other_has_read_and_the_visitor_no_inner_name() {
    let Pair { server, agent, visitor, conversation } = pair().await;
    let mut staff = tab(&server, "agent-socket", agent.api()).await;
    let mut page = tab(&server, "visitor-socket", visitor.api()).await;
    let read = format!("conversations/{conversation}/read");

    put(agent.api(), &read, json!({ "message": "msg_1" })).await;
    let by_agent = json!({ "type": "agent", "name": "Public front1" });
    let mark = json!({ "kind": "read", "conversation": conversation, "message": "msg_1" });
    let with = |reader: Value| {
        let mut mark = mark.clone();
        mark["reader"] = reader;
        mark
    };
    assert_eq!(aside(&mut page).await, with(by_agent.clone()));
    assert_eq!(mark_for_staff(&mut staff).await, with(json!({ "type": "you" })));

    put(visitor.api(), &read, json!({ "message": "msg_1" })).await;
    assert_eq!(mark_for_staff(&mut staff).await, with(json!({ "type": "visitor" })));
    assert_eq!(aside(&mut page).await, with(json!({ "type": "you" })));

    let mut reloaded = tab(&server, "visitor-socket", visitor.api()).await;
    let known = [aside(&mut reloaded).await, aside(&mut reloaded).await];
    assert!(known.contains(&with(by_agent)), "{known:?}");
    assert!(known.contains(&with(json!({ "type": "you" }))), "{known:?}");
    server.stop().await;
}

#[tokio::test]
async fn a_draft_reaches_ones_other_tabs_and_the_next_one_that_opens() {
    let Pair { server, agent, visitor: _visitor, conversation } = pair().await;
    let mut other = tab(&server, "agent-socket", agent.api()).await;
    let written_in = "01890a5d-ac96-774b-bcce-b302099a8057";
    let draft = format!("conversations/{conversation}/drafts/note");
    put(agent.api(), &draft, json!({ "text": "call back", "tab": written_in })).await;
    let told = json!({
        "kind": "draft", "conversation": conversation, "channel": "note", "text": "call back",
        "tab": written_in,
    });
    assert_eq!(aside(&mut other).await, told);

    let mut next = tab(&server, "agent-socket", agent.api()).await;
    let mut kept = told;
    kept.as_object_mut().expect("an object").remove("tab");
    assert_eq!(aside(&mut next).await, kept);
    server.stop().await;
}

#[tokio::test]
async fn settings_reach_ones_other_tabs() {
    let Pair { server, agent, visitor: _visitor, .. } = pair().await;
    let mut other = tab(&server, "agent-socket", agent.api()).await;
    put(agent.api(), "me/settings", json!({ "density": "compact" })).await;
    let told = aside(&mut other).await;
    assert_eq!((&told["kind"], &told["density"]), (&json!("settings"), &json!("compact")));
    server.stop().await;
}

#[tokio::test]
async fn whoever_a_note_names_is_told_and_nobody_whom_a_reply_names() {
    let Pair { server, mut agent, visitor: _visitor, conversation } = pair().await;
    let colleague = server.agent("front2").await;
    let mut other = tab(&server, "agent-socket", colleague.api()).await;
    let mut say = async |audience: Audience, text: &str| {
        let message = Draft { text: text.to_owned(), files: Vec::new() };
        agent.done(StaffCommand::PostMessage { conversation, audience, message }).await;
    };
    say(Audience::Everybody, "@Staff front2 will help you").await;
    say(Audience::Staff, "ask x@front2 or @front22").await;
    say(Audience::Staff, "please look, @staff Front2!").await;
    let told = aside(&mut other).await;
    assert_eq!(told["kind"], "mentioned");
    assert_eq!(told["conversation"], json!(conversation));
    assert_eq!(told["by"]["name"], "Staff front1");
    say(Audience::Staff, "thank you @front2").await;
    assert_eq!(aside(&mut other).await["kind"], "mentioned", "once for each note that named them");

    // Whoever was away finds it when they come back, until they look.
    let kept: Mentions = colleague.api().get("me/mentions").await.expect("mentions");
    let [mention] = kept.mentions.as_slice() else { panic!("{kept:?}") };
    assert_eq!((mention.conversation, mention.by.name.as_str()), (conversation, "Staff front1"));
    let own: Mentions = agent.api().get("me/mentions").await.expect("mentions");
    assert_eq!(own.mentions, []);
    let path = format!("me/mentions/{conversation}");
    send(colleague.api(), Method::DELETE, &path, Value::Null).await;
    let kept: Mentions = colleague.api().get("me/mentions").await.expect("mentions");
    assert_eq!(kept.mentions, []);
    server.stop().await;
}
