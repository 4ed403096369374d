//! `…/visitors`: an identity for a page that has none.

use expect_test::expect;
use reqwest::Method;
use serde_json::json;
use server::Rates;
use testkit::TestServer;

use super::{check, document};

#[tokio::test]
async fn anybody_becomes_a_visitor_but_not_too_often() {
    let few = |options: &mut server::ServerOptions| {
        options.rates =
            Rates { visitors: Some(server::throttle::PerMinute::new(1, 1)), ..Rates::UNLIMITED };
    };
    let server = TestServer::start_with(&document(), few).await;
    let nobody = server.anybody();
    check(
        &[("anybody", &nobody)],
        Method::POST,
        "visitors",
        Some(json!({})),
        expect![[r#"
        anybody: 200 {"token":"…","visitor":"vis_1"}
    "#]],
    )
    .await;
    let (status, body) = super::ask(&nobody, Method::POST, "visitors", Some(json!({}))).await;
    assert_eq!(status, 429, "{body}");
    assert!(body.contains("rate_limited") && body.contains("retry_after_ms"), "{body}");
    server.stop().await;
}
