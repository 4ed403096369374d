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
    check(&callers, Method::GET, "me/settings", None, expect![[r#"
        agent: 200 {"density":"comfortable","desktop_notifications":false,"send_key":"enter","shortcuts":{"keys":{},"on":true},"sounds":{"assigned":true,"message":true,"offer":true,"only_hidden":true,"raised_hand":true,"repeat":true,"volume":70}}
        colleague: 200 {"density":"comfortable","desktop_notifications":false,"send_key":"enter","shortcuts":{"keys":{},"on":true},"sounds":{"assigned":true,"message":true,"offer":true,"only_hidden":true,"raised_hand":true,"repeat":true,"volume":70}}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let wanted = json!({
        "language": "de", "density": "compact", "send_key": "ctrl_enter",
        "sounds": { "volume": 30, "message": false },
        "shortcuts": { "keys": { "toggle_inbox": "alt+1" } },
    });
    check(&callers[..1], Method::PUT, "me/settings", Some(wanted), expect![[r#"
        agent: 200 {"density":"compact","desktop_notifications":false,"language":"de","send_key":"ctrl_enter","shortcuts":{"keys":{"toggle_inbox":"alt+1"},"on":true},"sounds":{"assigned":true,"message":false,"offer":true,"only_hidden":true,"raised_hand":true,"repeat":true,"volume":30}}
    "#]]).await;
    check(&callers[..2], Method::GET, "me/settings", None, expect![[r#"
        agent: 200 {"density":"compact","desktop_notifications":false,"language":"de","send_key":"ctrl_enter","shortcuts":{"keys":{"toggle_inbox":"alt+1"},"on":true},"sounds":{"assigned":true,"message":false,"offer":true,"only_hidden":true,"raised_hand":true,"repeat":true,"volume":30}}
        colleague: 200 {"density":"comfortable","desktop_notifications":false,"send_key":"enter","shortcuts":{"keys":{},"on":true},"sounds":{"assigned":true,"message":true,"offer":true,"only_hidden":true,"raised_hand":true,"repeat":true,"volume":70}}
    "#]]).await;
    check(&callers[..1], Method::PUT, "me/settings", Some(json!({})), expect![[r#"
        agent: 200 {"density":"comfortable","desktop_notifications":false,"send_key":"enter","shortcuts":{"keys":{},"on":true},"sounds":{"assigned":true,"message":true,"offer":true,"only_hidden":true,"raised_hand":true,"repeat":true,"volume":70}}
    "#]]).await;
    check(&callers[..1], Method::GET, "me/settings", None, expect![[r#"
        agent: 200 {"density":"comfortable","desktop_notifications":false,"send_key":"enter","shortcuts":{"keys":{},"on":true},"sounds":{"assigned":true,"message":true,"offer":true,"only_hidden":true,"raised_hand":true,"repeat":true,"volume":70}}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_setting_that_cannot_be_is_refused() {
    let world = World::new().await;
    let callers = [("agent", world.owner.api())];
    let loud = json!({ "sounds": { "volume": 101 } });
    check(&callers, Method::PUT, "me/settings", Some(loud), expect![[r#"
        agent: 400 {"code":"bad_request","detail":"a volume is 0 to 100, shortcuts are few and short, a language is a code","status":400,"title":"The request cannot be read","type":"/problems/bad_request"}
    "#]]).await;
    let unknown = json!({ "wallpaper": "sea" });
    check(&callers, Method::PUT, "me/settings", Some(unknown), expect![[r#"
        agent: 400 {"code":"bad_json","detail":"Failed to deserialize the JSON body into the target type: wallpaper: unknown field `wallpaper`, expected one of `language`, `density`, `send_key`, `sounds`, `desktop_notifications`, `shortcuts` at line 1 column 12","status":400,"title":"The body is not the JSON expected","type":"/problems/bad_json"}
    "#]]).await;
    world.server.stop().await;
}
