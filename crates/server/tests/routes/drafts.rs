//! `…/conversations/{c}/drafts/{channel}`: one's own, each channel apart.

use expect_test::expect;
use reqwest::Method;
use serde_json::json;

use super::{World, ask, check};

#[tokio::test]
async fn a_draft_is_kept_for_each_channel_and_is_nobody_elses() {
    let world = World::new().await;
    let callers = [
        ("owner", world.owner.api()),
        ("stranger to it", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    let body = json!({ "text": "Let me look" });
    check(&callers, Method::PUT, &world.place("/drafts/reply"), Some(body), expect![[r#""#]]).await;
    let secret = Some(json!({ "text": "careful here" }));
    ask(world.owner.api(), Method::PUT, &world.place("/drafts/note"), secret).await;
    check(&callers, Method::GET, &world.place("/drafts/reply"), None, expect![[r#""#]]).await;
    check(&callers[..1], Method::GET, &world.place("/drafts/note"), None, expect![[r#""#]]).await;
    let emptied = Some(json!({ "text": "" }));
    ask(world.owner.api(), Method::PUT, &world.place("/drafts/note"), emptied).await;
    check(&callers[..1], Method::GET, &world.place("/drafts/note"), None, expect![[r#""#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_draft_in_no_channel_or_longer_than_any_message_is_refused() {
    let world = World::new().await;
    let callers = [("owner", world.owner.api())];
    let body = json!({ "text": "Hello" });
    check(&callers, Method::PUT, &world.place("/drafts/aloud"), Some(body), expect![[r#""#]]).await;
    let body = json!({ "text": "x".repeat(70_000) });
    check(&callers, Method::PUT, &world.place("/drafts/reply"), Some(body), expect![[r#""#]]).await;
    world.server.stop().await;
}
