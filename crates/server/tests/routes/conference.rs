//! `…/conversations/{id}/invitations`, `…/guests`, `…/owner` and `…/leave`.

use expect_test::expect;
use reqwest::Method;
use serde_json::json;

use super::{World, check};

#[tokio::test]
async fn somebody_is_invited_and_the_invitation_cancelled_by_the_owner() {
    let world = World::new().await;
    let _back = world.server.agent("back1").await;
    let callers = [
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
        ("owner", world.owner.api()),
    ];
    let to = world.server.agent_id("back1").to_string();
    let body = json!({ "target": { "agent": to }, "note": { "ask": "Look" } });
    check(&callers, Method::POST, &world.place("/invitations"), Some(body), expect![[""]]).await;
    let invitation = world.place("/invitations/hnd_1");
    check(&callers, Method::DELETE, &invitation, None, expect![[""]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn guests_are_removed_and_made_owners_by_the_owner() {
    let world = World::new().await;
    let callers = [
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
        ("owner", world.owner.api()),
    ];
    let agent = world.server.agent_id("front2").to_string();
    let guest = world.place(&format!("/guests/{agent}"));
    check(&callers, Method::DELETE, &guest, None, expect![[""]]).await;
    let body = json!({ "agent": agent });
    check(&callers, Method::PUT, &world.place("/owner"), Some(body), expect![[""]]).await;
    check(&callers, Method::POST, &world.place("/owner/pass"), None, expect![[""]]).await;
    check(&callers, Method::POST, &world.place("/leave"), None, expect![[""]]).await;
    world.server.stop().await;
}
