//! `…/tokens`: made, listed and revoked by administrators.

use client::ClientError;
use expect_test::expect;
use protocol::frame::GoodbyeCode;
use reqwest::Method;
use serde_json::json;

use super::{World, check};

#[tokio::test]
async fn administrators_make_list_and_revoke_tokens() {
    let world = World::new().await;
    let admin = [("admin", world.server.admin())];
    let others =
        [("agent", &world.colleague), ("visitor", world.visitor.api()), ("nobody", &world.nobody)];
    let body = json!({ "agent": world.server.agent_id("front2").to_string(), "name": "a bot" });
    check(&others, Method::POST, "tokens", Some(body.clone()), expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(
        &admin,
        Method::POST,
        "tokens",
        Some(body),
        expect![[r#"
        admin: 200 {"id":"tok_4","token":"…"}
    "#]],
    )
    .await;
    check(&admin, Method::POST, "tokens", Some(json!({ "agent": "agt_999", "name": "x" })), expect![[r#"
        admin: 404 {"code":"unknown_agent","detail":"there is no such agent","status":404,"title":"No such agent","type":"/problems/unknown_agent"}
    "#]]).await;
    check(&others, Method::GET, "tokens", None, expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&admin, Method::GET, "tokens", None, expect![[r#"
        admin: 200 {"tokens":[{"agent":"agt_3","id":"tok_1","last_used_at":"…","made_at":"…","name":"command line"},{"agent":"agt_4","id":"tok_2","last_used_at":"…","made_at":"…","name":"test"},{"agent":"agt_7","id":"tok_3","last_used_at":"…","made_at":"…","name":"test"},{"agent":"agt_5","id":"tok_4","made_at":"…","name":"a bot"}]}
    "#]]).await;
    check(&others, Method::DELETE, "tokens/tok_2", None, expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&admin, Method::DELETE, "tokens/tok_999", None, expect![[r#"
        admin: 404 {"code":"unknown_token","detail":"there is no such token","status":404,"title":"No such token","type":"/problems/unknown_token"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_revoked_token_opens_nothing() {
    let world = World::new().await;
    let mine: protocol::http::Tokens = world.server.admin().get("tokens").await.expect("tokens");
    let back2 = world.server.agent_id("back2");
    let id = mine.tokens.iter().find(|token| token.agent == Some(back2)).expect("its token").id;
    let mut open = testkit::Desk::<client::Staff>::open(world.colleague.clone()).await;
    let (status, _) =
        super::ask(world.server.admin(), Method::DELETE, &format!("tokens/{id}"), None).await;
    assert_eq!(status, 204);
    let ended = open.ended().await;
    assert!(matches!(ended, ClientError::Ended { code: GoodbyeCode::SessionEnded, .. }), "{ended}");
    check(&[("revoked", &world.colleague)], Method::GET, "desk", None, expect![[r#"
        revoked: 401 {"code":"stale_token","detail":"the token is unknown, revoked or of another workspace","status":401,"title":"The sign-in is no longer valid","type":"/problems/stale_token"}
    "#]]).await;
    let forged = world.nobody.with_token("bvt_1.forged");
    check(&[("forged", &forged)], Method::GET, "desk", None, expect![[r#"
        forged: 401 {"code":"stale_token","detail":"the token is unknown, revoked or of another workspace","status":401,"title":"The sign-in is no longer valid","type":"/problems/stale_token"}
    "#]]).await;
    world.server.stop().await;
}
