//! `…/conversations/{id}/hand`, `/assist`, `/take-over`, `/allow-move`; whispers, and the audit of reading.

use client::Api;
use expect_test::expect;
use protocol::http::{StaffDesk, StaffTranscript};
use reqwest::Method;
use serde_json::json;

use super::{World, ask, check};

#[tokio::test]
async fn a_hand_is_raised_by_the_owner_and_taken_by_a_supervisor() {
    let world = World::new().await;
    let supervisor = world.server.as_agent("root").await;
    let callers = [
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
        ("owner", world.owner.api()),
    ];
    let body = json!({ "note": "May I?" });
    check(&callers, Method::POST, &world.place("/hand/raise"), Some(body), expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    let callers = [("owner", world.owner.api()), ("supervisor", &supervisor)];
    let body = json!({ "mode": "whisper" });
    check(&callers, Method::POST, &world.place("/hand/take"), Some(body), expect![[r#"
        owner: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        supervisor: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    let lower = world.place("/hand/lower");
    check(&callers[..1], Method::POST, &lower, None, expect![[r#"
        owner: 409 {"code":"no_hand","detail":"no hand is raised here","status":409,"title":"No hand is raised","type":"/problems/no_hand"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_supervisor_changes_the_mode_and_leaves() {
    let world = World::new().await;
    let supervisor = world.server.as_agent("root").await;
    let callers = [("agent of another team", &world.colleague), ("supervisor", &supervisor)];
    let body = json!({ "mode": "whisper" });
    check(&callers, Method::POST, &world.place("/assist"), Some(body), expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        supervisor: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    let callers = [("supervisor", &supervisor)];
    let body = json!({ "mode": "join" });
    check(&callers, Method::POST, &world.place("/assist"), Some(body), expect![[r#"
        supervisor: 409 {"code":"confirmation_required","detail":"confirm it: from here on the visitor reads along, or it ends for others too","status":409,"title":"Confirm it first","type":"/problems/confirmation_required"}
    "#]]).await;
    let body = json!({ "mode": "join", "confirmed": true });
    check(
        &callers,
        Method::POST,
        &world.place("/assist"),
        Some(body),
        expect![[r#"
            supervisor: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    check(
        &callers,
        Method::POST,
        &world.place("/leave"),
        None,
        expect![[r#"
            supervisor: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    check(&callers, Method::POST, &world.place("/allow-move"), None, expect![[r#"
        supervisor: 409 {"code":"no_stopped_move","detail":"no move waits for a supervisor","status":409,"title":"No move waits for a supervisor","type":"/problems/no_stopped_move"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_supervisor_at_the_console_takes_over_and_hands_back() {
    let world = World::new().await;
    let supervisor = world.server.agent("root").await;
    let callers = [("agent of another team", &world.colleague), ("supervisor", supervisor.api())];
    let body = json!({ "owner": "leaves" });
    check(&callers, Method::POST, &world.place("/take-over"), Some(body), expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        supervisor: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    let back = world.place("/transfer/hand-back");
    check(
        &callers[1..],
        Method::POST,
        &back,
        None,
        expect![[r#"
            supervisor: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_whisper_stands_in_the_transcripts_of_its_owner_and_of_supervisors_only() {
    const WHISPER: &str = "offer half of it";
    let world = World::new().await;
    let supervisor = world.server.as_agent("root").await;
    ask(&supervisor, Method::POST, &world.place("/assist"), Some(json!({ "mode": "whisper" })))
        .await;
    let body = json!({ "audience": "whisper", "text": WHISPER });
    let (status, _) = ask(&supervisor, Method::POST, &world.place("/messages"), Some(body)).await;
    assert_eq!(status, 200);
    let back = world.server.agent("back1").await;
    let to = world.server.agent_id("back1").to_string();
    let body = json!({ "agent": to, "room": "respected" });
    let (status, _) = ask(&supervisor, Method::POST, &world.place("/assign"), Some(body)).await;
    assert_eq!(status, 200);

    let transcript = world.place("/transcript");
    for (reader, may) in [
        (world.owner.api(), true),
        (&supervisor, true),
        (back.api(), false),
        (world.visitor.api(), false),
    ] {
        let (status, lines) = ask(reader, Method::GET, &transcript, None).await;
        assert_eq!(status, 200, "{lines}");
        assert_eq!(lines.contains(WHISPER), may, "{lines}");
    }
    world.server.stop().await;
}

#[tokio::test]
async fn reading_without_taking_part_is_noted_once_and_shown_to_nobody() {
    let world = World::new().await;
    let supervisor = world.server.as_agent("root").await;
    let before = sequence(&supervisor).await;
    lines(&supervisor, &world).await;
    assert_eq!(sequence(&supervisor).await, before + 1);
    lines(&supervisor, &world).await;
    let of_owner = lines(world.owner.api(), &world).await;
    assert_eq!(sequence(&supervisor).await, before + 1);
    assert!(of_owner.lines.iter().all(|line| line.sequence <= before));
    world.server.stop().await;
}

async fn lines(reader: &Api, world: &World) -> StaffTranscript {
    reader.get(&world.place("/transcript")).await.expect("lines")
}

async fn sequence(reader: &Api) -> u64 {
    reader.get::<StaffDesk>("desk").await.expect("a desk").sequence
}
