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
    check(&callers, Method::PUT, &world.place("/read"), Some(body), expect![[r#""#]]).await;
    check(&callers, Method::GET, &world.place("/read"), None, expect![[r#""#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn nothing_is_read_before_it_was_said() {
    let world = World::new().await;
    let callers = [("owner", world.owner.api())];
    let body = json!({ "message": "msg_77" });
    check(&callers, Method::PUT, &world.place("/read"), Some(body), expect![[r#""#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_supervisor_who_looks_on_marks_nothing() {
    let world = World::new().await;
    let supervisor = world.server.as_agent("root").await;
    let callers = [("supervisor", &supervisor)];
    ask(&supervisor, Method::GET, &world.place("/transcript"), None).await;
    let body = json!({ "message": "msg_1" });
    check(&callers, Method::PUT, &world.place("/read"), Some(body), expect![[r#""#]]).await;
    check(&callers, Method::GET, &world.place("/read"), None, expect![[r#""#]]).await;
    world.server.stop().await;
}
