//! Canned replies among the completions: in the visitor's language, for those they are meant for, never run.

use expect_test::expect;
use protocol::command::{OpenConversation, StaffCommand, VisitorCommand};
use reqwest::Method;

use super::{World, check, document};

fn with_replies() -> String {
    let replies = "canned_replies:\n  \
        hello:\n    title: Greeting\n    text:\n      \
        en: 'Hello{% if visitor.name %} {{ visitor.name }}{% endif %}, this is {{ agent.name }}.'\n      \
        de: 'Guten Tag, hier ist {{ agent.name }}.'\n  \
        shelved: { title: Of the shelf, text: { en: No }, queues: [shelf] }\n  \
        backroom: { title: Back room, text: { en: No }, teams: [back] }\n  \
        herein: { title: In a moment, text: { de: Gleich }, queues: [first], teams: [front] }\nentry: first\n";
    document().replace("entry: first\n", replies)
}

#[tokio::test]
async fn a_reply_is_offered_in_the_words_of_the_conversation_to_those_it_is_for() {
    let mut world = World::with(&with_replies()).await;
    let callers = [("owner", world.owner.api())];
    let beyond = |line: &str| world.place(&format!("/completions?line={line}"));
    check(&callers, Method::GET, &beyond("/he"), None, expect![[r#"
        owner: 200 {"completions":[{"does":"Says what commands there are","label":"/help","line":"/help"},{"does":"Greeting","label":"/hello","line":"/hello","text":"Hello, this is Public front1."},{"does":"In a moment","label":"/herein","line":"/herein","text":"Gleich"}]}
    "#]]).await;
    check(&callers, Method::GET, &beyond("/greet"), None, expect![[r#"
        owner: 200 {"completions":[{"does":"Greeting","label":"/hello","line":"/hello","text":"Hello, this is Public front1."}]}
    "#]]).await;
    check(
        &callers,
        Method::GET,
        &beyond("/back"),
        None,
        expect![[r#"
        owner: 200 {"completions":[]}
    "#]],
    )
    .await;
    check(
        &callers,
        Method::GET,
        &beyond("/hello%20there"),
        None,
        expect![[r#"
        owner: 200 {"completions":[]}
    "#]],
    )
    .await;
    let line = "/hello".to_owned();
    let conversation = world.conversation;
    let refused = world.owner.refused(StaffCommand::RunLine { conversation, line }).await;
    assert_eq!(refused.code.as_str(), "unknown_command", "its words are not sent by themselves");
    world.server.stop().await;
}

#[tokio::test]
async fn a_reply_is_in_the_language_of_its_visitor() {
    let mut world = World::with(&with_replies()).await;
    let mut german = world.server.visitor().await;
    let open = OpenConversation {
        language: Some("de-AT".to_owned()),
        attributes: [("name".to_owned(), "Lena".to_owned())].into(),
        ..OpenConversation::default()
    };
    german.done(VisitorCommand::OpenConversation(open)).await;
    let conversation = world
        .owner
        .until("the second offer", |desk| desk.offers().next().map(|offer| offer.conversation))
        .await;
    let path = format!("conversations/{conversation}/completions?line=/hello");
    let callers = [("asked", world.owner.api())];
    check(&callers, Method::GET, &path, None, expect![[r#"
        asked: 200 {"completions":[{"does":"Greeting","label":"/hello","line":"/hello","text":"Guten Tag, hier ist Public front1."}]}
    "#]]).await;
    world.server.stop().await;
}
