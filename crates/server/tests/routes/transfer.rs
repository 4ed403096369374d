//! `…/conversations/{id}/transfer` and what ends one.

use std::time::{SystemTime, UNIX_EPOCH};

use expect_test::expect;
use protocol::{command::StaffCommand, staff::Relation};
use reqwest::Method;
use serde_json::json;

use super::{World, check, document};

#[tokio::test]
async fn the_directory_of_targets_is_for_the_owner() {
    let world = World::new().await;
    let callers = [
        ("owner", world.owner.api()),
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    check(&callers, Method::GET, &world.place("/targets"), None, expect![[r#"
        owner: 200 {"agents":[{"agent":{"id":"agt_4","name":"Staff front1"},"capacity":4,"load":1,"missing":[],"off":{"reason":"already_there","text":"The conversation is there already."},"off_parked":{"reason":"already_there","text":"The conversation is there already."},"serves":[{"id":"que_8","name":"Queue first","tier":1}],"serves_place":true,"status":"online"},{"agent":{"id":"agt_5","name":"Staff front2"},"capacity":4,"load":0,"missing":[],"off":{"reason":"offline","text":"Offline."},"serves":[{"id":"que_8","name":"Queue first","tier":1}],"serves_place":true,"status":"offline"},{"agent":{"id":"agt_6","name":"Staff back1"},"capacity":4,"load":0,"missing":[],"off":{"reason":"offline","text":"Offline."},"serves":[{"id":"que_9","name":"Queue second","tier":2},{"id":"que_10","name":"Queue shelf","tier":1}],"serves_place":false,"status":"offline"},{"agent":{"id":"agt_7","name":"Staff back2"},"capacity":4,"load":0,"missing":[],"off":{"reason":"offline","text":"Offline."},"serves":[{"id":"que_9","name":"Queue second","tier":2},{"id":"que_10","name":"Queue shelf","tier":1}],"serves_place":false,"status":"offline"}],"awaits_supervisor":false,"escalations":[],"queues":[{"available":1,"estimated_wait":{"p50_ms":"…","p90_ms":"…","type":"range"},"off":{"reason":"already_there","text":"The conversation is there already."},"online":1,"queue":{"id":"que_8","name":"Queue first","tier":1},"waiting":0},{"available":0,"estimated_wait":{"type":"nobody_on_shift"},"online":0,"queue":{"id":"que_9","name":"Queue second","tier":2},"waiting":0},{"available":0,"estimated_wait":{"type":"nobody_on_shift"},"online":0,"queue":{"id":"que_10","name":"Queue shelf","tier":1},"waiting":0}],"reason_required":false,"reasons":[{"code":"other_desk","label":"Another desk"}]}
        agent of another team: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}

/// A way from the first queue to the shelf and one back; the shelf asks for French; the second tier is closed.
fn with_everything_to_know() -> String {
    let front =
        "pipelines:\n  care:\n    name: Care\n    stages:\n      start:\n        queue: first\n";
    let way = "        escalations: { picking: { label: The shelf, stage: shelf } }\n";
    let back = "      shelf:\n        queue: shelf\n        \
        escalations: { back: { label: Front desk, stage: start } }\nentry: care\n";
    let known = format!(
        "skills:\n  french: {{ name: French }}\nhours:\n  \
         one_day: {{ name: One day, zone: UTC, open: {{ {}: [09:00-17:00] }} }}\nteams:\n",
        in_three_days()
    );
    document()
        .replace("entry: first\n", &[front, way, back].concat())
        .replacen("teams:\n", &known, 1)
        .replace("email: back1@", "skills: { french: 3 }\n    email: back1@")
        .replace("    name: Queue shelf\n", "    name: Queue shelf\n    required: { french: 2 }\n")
        .replace("    name: Queue second\n", "    name: Queue second\n    hours: one_day\n")
}

/// A day of the week that is neither today nor next to it, whatever the clock says.
fn in_three_days() -> &'static str {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    // 1 January 1970 was a Thursday.
    let days = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"];
    days[usize::try_from((since.as_secs() / 86_400 + 3) % 7).expect("below seven")]
}

#[tokio::test]
async fn before_sending_one_sees_of_each_agent_queue_and_way_on_what_there_is_to_know() {
    let mut world = World::with(&with_everything_to_know()).await;
    let conversation = world.conversation;
    let mut back = world.server.agent("back1").await;
    let line = "/escalate".to_owned();
    world.owner.done(StaffCommand::RunLine { conversation, line }).await;
    back.until_relation(conversation, Relation::QueueMember).await;
    back.done(StaffCommand::Pull { conversation }).await;
    let owner = [("owner", back.api())];
    check(&owner, Method::GET, &world.place("/targets"), None, expect![[r#"
        owner: 200 {"agents":[{"agent":{"id":"agt_5","name":"Staff front1"},"capacity":4,"load":1,"missing":[{"level":2,"skill":{"id":"skl_1","name":"French"}}],"serves":[{"id":"que_9","name":"Queue first","tier":1}],"serves_place":false,"status":"online","was_here_ms":"…"},{"agent":{"id":"agt_6","name":"Staff front2"},"capacity":4,"load":0,"missing":[{"level":2,"skill":{"id":"skl_1","name":"French"}}],"off":{"reason":"offline","text":"Offline."},"serves":[{"id":"que_9","name":"Queue first","tier":1}],"serves_place":false,"status":"offline"},{"agent":{"id":"agt_7","name":"Staff back1"},"capacity":4,"load":1,"missing":[],"off":{"reason":"already_there","text":"The conversation is there already."},"off_parked":{"reason":"already_there","text":"The conversation is there already."},"serves":[{"id":"que_10","name":"Queue second","tier":2},{"id":"que_11","name":"Queue shelf","tier":1}],"serves_place":true,"status":"online"},{"agent":{"id":"agt_8","name":"Staff back2"},"capacity":4,"load":0,"missing":[{"level":2,"skill":{"id":"skl_1","name":"French"}}],"off":{"reason":"offline","text":"Offline."},"serves":[{"id":"que_10","name":"Queue second","tier":2},{"id":"que_11","name":"Queue shelf","tier":1}],"serves_place":true,"status":"offline"}],"awaits_supervisor":false,"escalations":[{"escalation":{"key":"back","label":"Front desk","note_required":false,"queue":{"id":"que_9","name":"Queue first","tier":1},"reason_required":false,"stage":{"key":"start","name":"Queue first"},"tier":1},"queue":{"available":1,"estimated_wait":{"p50_ms":"…","p90_ms":"…","type":"range"},"online":1,"queue":{"id":"que_9","name":"Queue first","tier":1},"waiting":0,"was_here_ms":"…"}}],"queues":[{"available":1,"estimated_wait":{"p50_ms":"…","p90_ms":"…","type":"range"},"online":1,"queue":{"id":"que_9","name":"Queue first","tier":1},"waiting":0,"was_here_ms":"…"},{"available":1,"estimated_wait":{"p50_ms":"…","p90_ms":"…","type":"range"},"off":{"reason":"queue_closed","text":"Closed."},"online":1,"opens_at_ms":"…","queue":{"id":"que_10","name":"Queue second","tier":2},"waiting":0},{"available":1,"estimated_wait":{"p50_ms":"…","p90_ms":"…","type":"range"},"off":{"reason":"already_there","text":"The conversation is there already."},"online":1,"queue":{"id":"que_11","name":"Queue shelf","tier":1},"waiting":0}],"reason_required":false,"reasons":[{"code":"other_desk","label":"Another desk"}]}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_warm_transfer_is_asked_for_and_cancelled_by_the_owner() {
    let world = World::new().await;
    let _back = world.server.agent("back1").await;
    let callers = [
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
        ("owner", world.owner.api()),
    ];
    let to = world.server.agent_id("back1").to_string();
    let body = json!({ "target": { "agent": to }, "mode": "warm", "reason": "other_desk", "note": { "text": "Look" } });
    check(&callers, Method::POST, &world.place("/transfer"), Some(body), expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner: 200 {"answer":{"handoff":"hnd_1","type":"transfer_started"},"id":"…","sequence":"…"}
    "#]]).await;
    let owner = &callers[3..];
    check(owner, Method::POST, &world.place("/close"), None, expect![[r#"
        owner: 409 {"code":"handoff_pending","detail":"a transfer is open; cancel it first","status":409,"title":"A transfer is open","type":"/problems/handoff_pending"}
    "#]]).await;
    check(&callers, Method::POST, &world.place("/transfer/cancel"), None, expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    let body = json!({ "target": { "agent": to }, "mode": "warm", "on_unanswered": "queue" });
    check(owner, Method::POST, &world.place("/transfer"), Some(body), expect![[r#"
        owner: 400 {"code":"bad_json","detail":"`on_unanswered` belongs to cold transfers","status":400,"title":"The body is not the JSON expected","type":"/problems/bad_json"}
    "#]]).await;
    let body = json!({ "target": { "agent": to }, "mode": "tepid" });
    check(owner, Method::POST, &world.place("/transfer"), Some(body), expect![[r#"
        owner: 400 {"code":"bad_json","detail":"Failed to deserialize the JSON body into the target type: mode: unknown variant `tepid`, expected `warm` or `cold` at line 1 column 15","status":400,"title":"The body is not the JSON expected","type":"/problems/bad_json"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn an_introduction_is_handed_back_by_its_receiver_and_completed_by_either() {
    let world = World::new().await;
    let mut back = world.server.agent("back1").await;
    let receiver = back.api().clone();
    let to = world.server.agent_id("back1").to_string();
    let body = json!({ "target": { "agent": to }, "mode": "warm" });
    let owner = [("owner", world.owner.api())];
    check(
        &owner,
        Method::POST,
        &world.place("/transfer"),
        Some(body.clone()),
        expect![[r#"
            owner: 200 {"answer":{"handoff":"hnd_1","type":"transfer_started"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    back.accept(world.conversation).await;
    back.until_relation(world.conversation, Relation::Receiver).await;
    let callers = [
        ("agent of another team", &world.colleague),
        ("nobody", &world.nobody),
        ("receiver", &receiver),
    ];
    check(&callers, Method::POST, &world.place("/transfer/hand-back"), None, expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        receiver: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    check(
        &owner,
        Method::POST,
        &world.place("/transfer"),
        Some(body),
        expect![[r#"
            owner: 200 {"answer":{"handoff":"hnd_2","type":"transfer_started"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    back.accept(world.conversation).await;
    back.until_relation(world.conversation, Relation::Receiver).await;
    check(&callers, Method::POST, &world.place("/transfer/complete"), None, expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        receiver: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    check(&owner, Method::POST, &world.place("/leave"), None, expect![[r#"
        owner: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_cold_transfer_is_recalled_by_its_sender() {
    let world = World::new().await;
    let _back = world.server.agent("back1").await;
    let body = json!({ "target": { "queue": world.server.queue_id("second").to_string() }, "mode": "cold" });
    let owner = [("owner", world.owner.api())];
    check(
        &owner,
        Method::POST,
        &world.place("/transfer"),
        Some(body),
        expect![[r#"
            owner: 200 {"answer":{"handoff":"hnd_1","type":"transfer_started"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    let callers = [
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
        ("sender", world.owner.api()),
    ];
    check(&callers, Method::POST, &world.place("/transfer/recall"), None, expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        sender: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    world.server.stop().await;
}
