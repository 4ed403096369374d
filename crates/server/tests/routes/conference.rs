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
    check(&callers, Method::POST, &world.place("/invitations"), Some(body), expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner: 200 {"answer":{"invitation":"hnd_1","type":"invited"},"id":"…","sequence":"…"}
    "#]]).await;
    let invitation = world.place("/invitations/hnd_1");
    check(&callers, Method::DELETE, &invitation, None, expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
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
    check(&callers, Method::DELETE, &guest, None, expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner: 409 {"code":"not_a_guest","detail":"that agent is not a guest of this conversation","status":409,"title":"The agent is not a guest of this conversation","type":"/problems/not_a_guest"}
    "#]]).await;
    let body = json!({ "agent": agent });
    check(&callers, Method::PUT, &world.place("/owner"), Some(body), expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner: 409 {"code":"not_a_guest","detail":"that agent is not a guest of this conversation","status":409,"title":"The agent is not a guest of this conversation","type":"/problems/not_a_guest"}
    "#]]).await;
    check(&callers, Method::POST, &world.place("/owner/pass"), None, expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner: 409 {"code":"nothing_to_pass","detail":"nobody left you this conversation, or the time to pass it on is over","status":409,"title":"There is nothing to pass on, or no longer","type":"/problems/nothing_to_pass"}
    "#]]).await;
    check(&callers, Method::POST, &world.place("/leave"), None, expect![[r#"
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner: 409 {"code":"nobody_else","detail":"nobody else is here and nobody is invited: close it, or hand it over","status":409,"title":"Nobody else is here and nobody is invited","type":"/problems/nobody_else"}
    "#]]).await;
    world.server.stop().await;
}
