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
    check(&callers, Method::PUT, &world.place("/drafts/reply"), Some(body), expect![[r#"
        owner: 204
        stranger to it: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let secret = Some(json!({ "text": "careful here" }));
    ask(world.owner.api(), Method::PUT, &world.place("/drafts/note"), secret).await;
    check(&callers, Method::GET, &world.place("/drafts/reply"), None, expect![[r#"
        owner: 200 {"channel":"reply","conversation":"cnv_1","text":"Let me look"}
        stranger to it: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(
        &callers[..1],
        Method::GET,
        &world.place("/drafts/note"),
        None,
        expect![[r#"
        owner: 200 {"channel":"note","conversation":"cnv_1","text":"careful here"}
    "#]],
    )
    .await;
    let emptied = Some(json!({ "text": "" }));
    ask(world.owner.api(), Method::PUT, &world.place("/drafts/note"), emptied).await;
    check(
        &callers[..1],
        Method::GET,
        &world.place("/drafts/note"),
        None,
        expect![[r#"
        owner: 200 {"channel":"note","conversation":"cnv_1","text":""}
    "#]],
    )
    .await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_draft_in_no_channel_or_longer_than_any_message_is_refused() {
    let world = World::new().await;
    let callers = [("owner", world.owner.api())];
    let body = json!({ "text": "Hello" });
    check(&callers, Method::PUT, &world.place("/drafts/aloud"), Some(body), expect![[r#"
        owner: 400 {"code":"bad_request","detail":"The request cannot be read","status":400,"title":"The request cannot be read","type":"/problems/bad_request"}
    "#]]).await;
    let body = json!({ "text": "x".repeat(70_000) });
    check(&callers, Method::PUT, &world.place("/drafts/reply"), Some(body), expect![[r#"
        owner: 422 {"code":"text_too_long","detail":"no message is as long as this draft","status":422,"title":"The text is too long","type":"/problems/text_too_long"}
    "#]]).await;
    world.server.stop().await;
}
