//! `…/conversations/{c}/read`: how far each has read.

use expect_test::expect;
use reqwest::Method;
use serde_json::json;

use super::{World, ask, check};

#[tokio::test]
async fn whoever_takes_part_marks_and_both_sides_see_how_far_the_other_has_read() {
    let world = World::new().await;
    let callers = [
        ("owner", world.owner.api()),
        ("visitor", world.visitor.api()),
        ("stranger to it", &world.colleague),
        ("another visitor", &world.stranger),
        ("nobody", &world.nobody),
    ];
    let body = json!({ "message": "msg_1" });
    check(&callers, Method::PUT, &world.place("/read"), Some(body), expect![[r#"
        owner: 204
        visitor: 204
        stranger to it: 403 {"code":"not_allowed","detail":"only who takes part in a conversation marks it as read, up to its last message","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        another visitor: 403 {"code":"not_allowed","detail":"only who takes part in a conversation marks it as read, up to its last message","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&callers, Method::GET, &world.place("/read"), None, expect![[r#"
        owner: 200 {"marks":[{"at_ms":"…","conversation":"cnv_1","message":"msg_1","reader":{"type":"you"}},{"at_ms":"…","conversation":"cnv_1","message":"msg_1","reader":{"type":"visitor"}}]}
        visitor: 200 {"marks":[{"conversation":"cnv_1","message":"msg_1","reader":{"name":"Public front1","type":"agent"}},{"conversation":"cnv_1","message":"msg_1","reader":{"type":"you"}}]}
        stranger to it: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        another visitor: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn nothing_is_read_before_it_was_said() {
    let world = World::new().await;
    let callers = [("owner", world.owner.api())];
    let body = json!({ "message": "msg_77" });
    check(&callers, Method::PUT, &world.place("/read"), Some(body), expect![[r#"
        owner: 403 {"code":"not_allowed","detail":"only who takes part in a conversation marks it as read, up to its last message","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_supervisor_who_looks_on_marks_nothing() {
    let world = World::new().await;
    let supervisor = world.server.as_agent("root").await;
    let callers = [("supervisor", &supervisor)];
    ask(&supervisor, Method::GET, &world.place("/transcript"), None).await;
    let body = json!({ "message": "msg_1" });
    check(&callers, Method::PUT, &world.place("/read"), Some(body), expect![[r#"
        supervisor: 403 {"code":"not_allowed","detail":"only who takes part in a conversation marks it as read, up to its last message","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
    "#]]).await;
    check(
        &callers,
        Method::GET,
        &world.place("/read"),
        None,
        expect![[r#"
        supervisor: 200 {"marks":[]}
    "#]],
    )
    .await;
    world.server.stop().await;
}
