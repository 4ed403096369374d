//! `…/status` and `…/activity`.

use expect_test::expect;
use reqwest::Method;
use serde_json::json;

use super::{World, check};

#[tokio::test]
async fn an_agent_chooses_a_status_once_connected() {
    let world = World::new().await;
    let callers = [
        ("connected", world.owner.api()),
        ("never connected", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    let away = json!({ "status": "away", "reason": "lunch" });
    check(&callers, Method::PUT, "status", Some(away), expect![[r#"
        connected: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
        never connected: 409 {"code":"not_connected","detail":"sign in as connected before choosing a status","status":409,"title":"Connect before choosing a status","type":"/problems/not_connected"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&callers, Method::POST, "activity", None, expect![[r#"
        connected: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
        never connected: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let offline = json!({ "status": "offline", "open": "hand_over" });
    check(
        &callers[..1],
        Method::PUT,
        "status",
        Some(offline),
        expect![[r#"
            connected: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    check(&callers[..1], Method::PUT, "status", Some(json!({ "status": "asleep" })), expect![[r#"
        connected: 400 {"code":"bad_json","detail":"Failed to deserialize the JSON body into the target type: status: unknown variant `asleep`, expected one of `online`, `transfer_only`, `away`, `offline` at line 1 column 18","status":400,"title":"The body is not the JSON expected","type":"/problems/bad_json"}
    "#]]).await;
    let asleep = json!({ "status": "away", "reason": "asleep" });
    check(&callers[..1], Method::PUT, "status", Some(asleep), expect![[r#"
        connected: 422 {"code":"unknown_code","detail":"the reason, disposition or tag is not in the workspace's list","status":422,"title":"The code is not in the workspace's list","type":"/problems/unknown_code"}
    "#]]).await;
    world.server.stop().await;
}
