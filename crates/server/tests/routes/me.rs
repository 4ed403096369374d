//! `…/me/settings`: of one agent, as they come until they are set.

use expect_test::expect;
use reqwest::Method;
use serde_json::json;

use super::{World, check};

#[tokio::test]
async fn settings_are_ones_own_and_replaced_whole() {
    let world = World::new().await;
    let callers = [
        ("agent", world.owner.api()),
        ("colleague", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    check(&callers, Method::GET, "me/settings", None, expect![[r#""#]]).await;
    let wanted = json!({
        "language": "de", "density": "compact", "send_key": "ctrl_enter",
        "sounds": { "volume": 30, "message": false },
        "shortcuts": { "keys": { "toggle_inbox": "alt+1" } },
    });
    check(&callers[..1], Method::PUT, "me/settings", Some(wanted), expect![[r#""#]]).await;
    check(&callers[..2], Method::GET, "me/settings", None, expect![[r#""#]]).await;
    check(&callers[..1], Method::PUT, "me/settings", Some(json!({})), expect![[r#""#]]).await;
    check(&callers[..1], Method::GET, "me/settings", None, expect![[r#""#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_setting_that_cannot_be_is_refused() {
    let world = World::new().await;
    let callers = [("agent", world.owner.api())];
    let loud = json!({ "sounds": { "volume": 101 } });
    check(&callers, Method::PUT, "me/settings", Some(loud), expect![[r#""#]]).await;
    let unknown = json!({ "wallpaper": "sea" });
    check(&callers, Method::PUT, "me/settings", Some(unknown), expect![[r#""#]]).await;
    world.server.stop().await;
}
