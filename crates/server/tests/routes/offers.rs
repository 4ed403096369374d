//! `…/offers/{id}`: an agent's answer.

use expect_test::expect;
use reqwest::Method;

use super::{World, check};

#[tokio::test]
async fn an_offer_is_answered_by_whom_it_was_made_to() {
    let mut world = World::new().await;
    let conversation = world.visitor.ask(None, "And another thing").await;
    let offer = world.owner.offer_of(conversation).await;
    let callers = [
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
        ("asked", world.owner.api()),
    ];
    check(&callers, Method::POST, &format!("offers/{offer}/decline"), None, expect![[r#"
        agent of another team: 409 {"code":"offer_gone","detail":"the offer is gone: it was taken, ran out or was withdrawn","status":409,"title":"The offer is gone","type":"/problems/offer_gone"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        asked: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
    "#]]).await;
    check(&callers, Method::POST, &format!("offers/{offer}/accept"), None, expect![[r#"
        agent of another team: 409 {"code":"offer_gone","detail":"the offer is gone: it was taken, ran out or was withdrawn","status":409,"title":"The offer is gone","type":"/problems/offer_gone"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        asked: 409 {"code":"offer_gone","detail":"the offer is gone: it was taken, ran out or was withdrawn","status":409,"title":"The offer is gone","type":"/problems/offer_gone"}
    "#]]).await;
    check(&callers[3..], Method::POST, "offers/cnv_1/accept", None, expect![[r#"
        asked: 400 {"code":"bad_id","detail":"expected an id such as `off_12`","status":400,"title":"The id is not one of this kind","type":"/problems/bad_id"}
    "#]]).await;
    world.server.stop().await;
}
