//! `…/search` and `…/visitors/{id}/conversations`: who finds what, and what is no question.

use std::time::{Duration, Instant};

use client::Api;
use expect_test::expect;
use protocol::{
    http::FoundConversations,
    staff::{self, Relation},
};
use reqwest::Method;
use serde_json::json;
use testkit::{Desk, DocumentBuilder, Place, TestServer};

use super::{World, ask, check};

/// The index follows the journal a moment later; longer than this, it does not follow.
const PATIENCE: Duration = Duration::from_secs(20);

/// Asks until something is found.
async fn until_found(api: &Api, path: &str) -> FoundConversations {
    let give_up = Instant::now() + PATIENCE;
    loop {
        let found: FoundConversations = api.get(path).await.expect("an answer");
        if !found.conversations.is_empty() {
            return found;
        }
        assert!(Instant::now() < give_up, "nothing is found at {path}");
        tokio::task::yield_now().await;
    }
}

async fn count(api: &Api, path: &str) -> usize {
    let found: FoundConversations = api.get(path).await.expect("an answer");
    found.conversations.len()
}

fn enclosed(word: &str) -> String {
    format!("search?text=%22{word}%22")
}

#[tokio::test]
async fn words_are_found_by_those_who_may_read_them() {
    let mut world = World::new().await;
    let conversation = world.conversation;
    world.visitor.say(conversation, "The Übertragung of my contract\nfails").await;
    let admin = world.server.as_agent("root").await;
    until_found(&admin, "search?text=ubertragung").await;
    let callers = [
        ("owner", world.owner.api()),
        ("admin", &admin),
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    check(&callers, Method::GET, "search?text=%C3%BCbertrag", None, expect![[r#"
        owner: 200 {"conversations":[{"id":"cnv_1","opened_at_ms":"…","owner":{"id":"agt_4","name":"Staff front1"},"passages":[{"at_ms":"…","audience":"everybody","author":{"id":"vis_1","type":"visitor"},"kind":"message","marks":[{"end":15,"start":4}],"sequence":"…","text":"The Übertragung of my contract fails"}],"queue":{"id":"que_8","name":"Queue first","tier":1},"tags":[],"visitor":{"attributes":{},"id":"vis_1"}}]}
        admin: 200 {"conversations":[{"id":"cnv_1","opened_at_ms":"…","owner":{"id":"agt_4","name":"Staff front1"},"passages":[{"at_ms":"…","audience":"everybody","author":{"id":"vis_1","type":"visitor"},"kind":"message","marks":[{"end":15,"start":4}],"sequence":"…","text":"The Übertragung of my contract fails"}],"queue":{"id":"que_8","name":"Queue first","tier":1},"tags":[],"visitor":{"attributes":{},"id":"vis_1"}}]}
        agent of another team: 200 {"conversations":[]}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_question_without_words_is_answered_by_what_is_there_and_nonsense_by_nothing() {
    let world = World::new().await;
    until_found(world.owner.api(), "search").await;
    let owner = [("owner", world.owner.api())];
    check(&owner, Method::GET, "search?text=&state=open", None, expect![[r#"
        owner: 200 {"conversations":[{"id":"cnv_1","opened_at_ms":"…","owner":{"id":"agt_4","name":"Staff front1"},"passages":[{"at_ms":"…","audience":"everybody","author":{"id":"vis_1","type":"visitor"},"kind":"message","marks":[],"sequence":"…","text":"It does not work"}],"queue":{"id":"que_8","name":"Queue first","tier":1},"tags":[],"visitor":{"attributes":{},"id":"vis_1"}}]}
    "#]]).await;
    for nothing in [
        "search?text=%21%3F",
        "search?text=nosuchword",
        "search?text=%22does+work%22",
        "search?state=closed",
        "search?tag=vip",
        "search?visitor=somebody",
        "search?visitor=vis_99",
        "search?from=2999-01-01T00:00:00Z",
        "search?to=2001-01-01T00:00:00%2B02:00",
        "search?cursor=cnv_1",
    ] {
        assert_eq!(count(world.owner.api(), nothing).await, 0, "{nothing}");
    }
    for something in [
        "search?text=%22does+not+work%22",
        "search?text=%22not+wor",
        "search?text=AND+NEAR%28&text=",
        "search?visitor=vis_1",
        "search?from=2001-01-01T00:00:00Z&to=2999-01-01T00:00:00Z",
    ] {
        let _ = ask(world.owner.api(), Method::GET, something, None).await;
    }
    assert_eq!(count(world.owner.api(), "search?text=%22not+wor").await, 1);
    assert_eq!(count(world.owner.api(), "search?visitor=vis_1").await, 1);
    world.server.stop().await;
}

#[tokio::test]
async fn what_is_no_question_is_refused() {
    let world = World::new().await;
    let owner = [("owner", world.owner.api())];
    for (path, expected) in [
        (
            "search?cursor=next",
            expect![[r#"
            owner: 400 {"code":"bad_request","detail":"the cursor is not the `next` of a page","status":400,"title":"The request cannot be read","type":"/problems/bad_request"}
        "#]],
        ),
        (
            "search?from=yesterday",
            expect![[r#"
            owner: 400 {"code":"bad_request","detail":"a time is written like 2026-03-01T09:00:00Z","status":400,"title":"The request cannot be read","type":"/problems/bad_request"}
        "#]],
        ),
        (
            "visitors/7/conversations",
            expect![[r#"
            owner: 400 {"code":"bad_id","detail":"expected an id such as `vis_12`","status":400,"title":"The id is not one of this kind","type":"/problems/bad_id"}
        "#]],
        ),
    ] {
        check(&owner, Method::GET, path, None, expected).await;
    }
    for path in ["search?agent=front1", "search?state=lost", "search?colour=red"] {
        assert_eq!(ask(world.owner.api(), Method::GET, path, None).await.0, 400, "{path}");
    }
    world.server.stop().await;
}

#[tokio::test]
async fn text_from_right_to_left_is_found_and_marked_in_utf_16() {
    let mut world = World::new().await;
    let conversation = world.conversation;
    world.visitor.say(conversation, "🙂 أريد استرداد المبلغ").await;
    let path = "search?text=%D8%A7%D8%B3%D8%AA%D8%B1%D8%AF";
    let found = until_found(world.owner.api(), path).await;
    let passage = &found.conversations[0].passages[0];
    let units: Vec<u16> = passage.text.encode_utf16().collect();
    let marked = |mark: &protocol::http::Mark| {
        String::from_utf16(&units[mark.start as usize..mark.end as usize]).expect("whole letters")
    };
    assert_eq!(passage.marks.iter().map(marked).collect::<Vec<_>>(), ["استرداد"]);
    world.server.stop().await;
}

#[tokio::test]
async fn a_closed_conversation_is_found_by_whom_it_was_read_and_by_who_helps_its_visitor_later() {
    let mut world = World::new().await;
    let (first, path) = (world.conversation, enclosed("work"));
    let close = protocol::command::StaffCommand::Close { conversation: first };
    world.owner.done(close).await;
    let later = world.visitor.ask(Some("second"), "It is me again").await;
    until_found(world.owner.api(), &path).await;
    assert_eq!(count(&world.colleague, &path).await, 0, "nobody helps yet");
    let mut back1 = world.server.agent("back1").await;
    back1.accept(later).await;
    back1.until_relation(later, Relation::Owner).await;
    let earlier: FoundConversations =
        back1.api().get("visitors/vis_1/conversations?cursor=cnv_2").await.expect("an answer");
    let opening = &earlier.conversations[0].passages[0].text;
    assert_eq!((earlier.conversations.len(), opening.as_str()), (1, "It does not work"));
    assert_eq!(until_found(back1.api(), &path).await.conversations[0].id, first);
    assert_eq!(
        count(&world.colleague, &path).await,
        0,
        "another of the team has nothing to do with it"
    );
    world.server.stop().await;
}

#[tokio::test]
async fn pages_follow_each_other_by_their_cursor() {
    let mut world = World::new().await;
    for text in ["second request", "third request"] {
        world.visitor.ask(None, text).await;
    }
    let admin = world.server.as_agent("root").await;
    until_found(&admin, &enclosed("third")).await;
    let mut ids = Vec::new();
    let mut cursor = String::new();
    loop {
        let page: FoundConversations =
            admin.get(&format!("search?limit=2{cursor}")).await.expect("a page");
        ids.push(page.conversations.iter().map(|one| one.id.0).collect::<Vec<_>>());
        let Some(next) = page.next else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(ids, [vec![3, 2], vec![1]]);
    world.server.stop().await;
}

#[tokio::test]
async fn a_whisper_and_a_note_are_found_by_those_they_are_for() {
    let mut world = World::new().await;
    let conversation = world.conversation;
    let root: Desk<client::Staff> = world.server.agent("root").await;
    let path = world.place("/messages");
    let note = json!({ "text": "remember the voucher", "audience": "staff" });
    let told = ask(world.owner.api(), Method::POST, &path, Some(note)).await;
    assert_eq!(told.0, 200, "{}", told.1);
    let found = until_found(root.api(), &enclosed("voucher")).await;
    assert_eq!(found.conversations[0].passages[0].audience, protocol::command::Audience::Staff);
    assert_eq!(found.conversations[0].id, conversation);
    assert_eq!(count(&world.colleague, &enclosed("voucher")).await, 0);
    world.visitor.say(conversation, "bye").await;
    world.server.stop().await;
}

#[tokio::test]
async fn an_analyst_sees_how_conversations_went_and_searches_no_words() {
    let document = DocumentBuilder::new()
        .team("front", 1, 4)
        .queue(&Place { key: "first", tier: 1, team: "front", more: &[] })
        .build()
        .replace("agents:\n", "agents:\n  eyes:\n    name: Eyes\n    email: eyes@test.example\n    roles: [analyst]\n");
    let server = TestServer::start(&document).await;
    let mut visitor = server.visitor().await;
    visitor.ask(None, "A secret").await;
    let analyst = server.as_agent("eyes").await;
    let found = until_found(&analyst, "search").await;
    let one = &found.conversations[0];
    assert!(one.passages.is_empty() && one.visitor.attributes.is_empty());
    let analyst = [("analyst", &analyst)];
    check(&analyst, Method::GET, "search?text=secret", None, expect![[r#"
        analyst: 403 {"code":"not_allowed","detail":"analysts see how it went, and search no words","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
    "#]]).await;
    check(&analyst, Method::GET, "conversations/cnv_1/metadata", None, expect![[r#"
        analyst: 200 {"hops":0,"id":"cnv_1","messages":{"agents":0,"notes":0,"visitor":1},"needs":[],"opened_at_ms":"…","owners":[],"priority":5,"queues":[{"id":"que_5","name":"Queue first","tier":1}],"stages":[],"tags":[],"visitor":"vis_1","waits":[{"from_ms":"…","predictions":[],"queue":{"id":"que_5","name":"Queue first","tier":1},"tier":1}]}
    "#]]).await;
    check(&analyst, Method::GET, "conversations/cnv_1/transcript", None, expect![[r#"
        analyst: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
    "#]]).await;
    server.stop().await;
}

#[tokio::test]
async fn metadata_is_told_to_those_who_may_read_also_of_what_is_closed() {
    let mut world = World::new().await;
    let conversation = world.conversation;
    let close = protocol::command::StaffCommand::Close { conversation };
    world.owner.done(close).await;
    world
        .owner
        .until("closed", |desk| {
            desk.conversation(conversation)
                .filter(|one| one.status == staff::ConversationStatus::Closed)
                .map(drop)
        })
        .await;
    let callers = [
        ("owner", world.owner.api()),
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    check(&callers, Method::GET, &world.place("/metadata"), None, expect![[r#"
        owner: 200 {"closed":{"at_ms":"…","by":{"id":"agt_4","name":"Staff front1","type":"agent"},"reason":"agent"},"hops":0,"id":"cnv_1","messages":{"agents":0,"notes":0,"visitor":1},"needs":[],"opened_at_ms":"…","owners":[{"agent":{"id":"agt_4","name":"Staff front1"},"from_ms":"…","queue":{"id":"que_8","name":"Queue first","tier":1},"tier":1,"until_ms":"…"}],"priority":5,"queues":[{"id":"que_8","name":"Queue first","tier":1}],"stages":[],"tags":[],"visitor":"vis_1","waits":[{"from_ms":"…","predictions":[],"queue":{"id":"que_8","name":"Queue first","tier":1},"tier":1,"until_ms":"…"}],"written":{"answers":{},"attributes":{}}}
        agent of another team: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_restarted_server_searches_what_was_said_before() {
    let world = World::new().await;
    until_found(world.owner.api(), &enclosed("work")).await;
    let World { server, owner, visitor, .. } = world;
    drop((owner, visitor));
    let server = server.restart().await;
    let admin = server.as_agent("root").await;
    until_found(&admin, &enclosed("work")).await;
    server.stop().await;
}
