//! `/api/v1/session`: browsers sign in, and other sites' pages do nothing in their name.

use expect_test::expect;
use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use testkit::TestServer;

use super::{document, told};

const PASSWORD: &str = "correct horse battery";

struct Browser {
    server: TestServer,
    client: Client,
}

impl Browser {
    async fn new() -> Self {
        let server =
            TestServer::start_with_account(&document(), "front1@test.example", PASSWORD).await;
        Self { server, client: Client::new() }
    }

    fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.address())
    }

    async fn sign_in(&self, password: &str) -> reqwest::Response {
        let body = json!({ "email": "Front1@test.example", "password": password });
        let request = self.client.post(self.address("/api/v1/session")).json(&body);
        request.send().await.expect("an answer")
    }

    /// Signs in; the cookie and the value against forged requests.
    async fn signed_in(&self) -> (String, String) {
        let response = self.sign_in(PASSWORD).await;
        assert_eq!(response.status(), StatusCode::OK);
        let cookie = response.headers()["set-cookie"].to_str().expect("text").to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let body: Value = response.json().await.expect("JSON");
        let cookie = cookie.split(';').next().expect("a value").to_owned();
        (cookie, body["csrf"].as_str().expect("a value").to_owned())
    }
}

async fn sent(request: RequestBuilder) -> String {
    let (status, body) = told(request.send().await.expect("an answer")).await;
    format!("{status} {body}")
}

#[tokio::test]
async fn the_right_password_signs_in_and_a_wrong_one_says_nothing_more() {
    let browser = Browser::new().await;
    let (status, body) = told(browser.sign_in(PASSWORD).await).await;
    expect![[r#"200 {"account":{"email":"front1@test.example","name":"Somebody"},"csrf":"…","workspaces":[{"agent":"agt_4","key":"test","name":"Test"}]}"#]].assert_eq(&format!("{status} {body}"));
    let (status, body) = told(browser.sign_in("wrong horse battery").await).await;
    expect![[r#"401 {"code":"wrong_credentials","detail":"there is no account with this address and password","status":401,"title":"E-mail address or password is wrong","type":"/problems/wrong_credentials"}"#]].assert_eq(&format!("{status} {body}"));
    browser.server.stop().await;
}

#[tokio::test]
async fn a_signed_in_browser_reads_and_with_its_csrf_value_it_acts() {
    let browser = Browser::new().await;
    let (cookie, csrf) = browser.signed_in().await;
    let get = |path: &str| browser.client.get(browser.address(path)).header("cookie", &cookie);
    expect![[r#"200 {"account":{"email":"front1@test.example","name":"Somebody"},"csrf":"…","workspaces":[{"agent":"agt_4","key":"test","name":"Test"}]}"#]].assert_eq(&sent(get("/api/v1/session")).await);
    let post = || {
        let path = browser.address("/api/v1/workspaces/test/activity");
        browser.client.post(path).header("cookie", &cookie)
    };
    expect![[r#"403 {"code":"csrf_missing","detail":"send the session's csrf value in the header X-Baton-Csrf","status":403,"title":"The request lacks its CSRF token","type":"/problems/csrf_missing"}"#]].assert_eq(&sent(post()).await);
    expect![[r#"403 {"code":"csrf_missing","detail":"send the session's csrf value in the header X-Baton-Csrf","status":403,"title":"The request lacks its CSRF token","type":"/problems/csrf_missing"}"#]].assert_eq(&sent(post().header("x-baton-csrf", "guessed")).await);
    expect![[r#"403 {"code":"origin_refused","detail":"requests from pages of another origin are refused","status":403,"title":"Requests from this origin are refused","type":"/problems/origin_refused"}"#]].assert_eq(&sent(post().header("x-baton-csrf", &csrf).header("origin", "https://evil.example")).await);
    let own = format!("http://{}", browser.server.address());
    expect![[r#"200 {"answer":{"type":"done"},"id":"…","sequence":"…"}"#]]
        .assert_eq(&sent(post().header("x-baton-csrf", &csrf).header("origin", own)).await);
    browser.server.stop().await;
}

#[tokio::test]
async fn whoever_signed_out_is_out() {
    let browser = Browser::new().await;
    let (cookie, csrf) = browser.signed_in().await;
    let session = browser.address("/api/v1/session");
    let out =
        browser.client.delete(&session).header("cookie", &cookie).header("x-baton-csrf", &csrf);
    expect!["204 "].assert_eq(&sent(out).await);
    expect![[r#"401 {"code":"stale_token","detail":"the session has ended; sign in again","status":401,"title":"The sign-in is no longer valid","type":"/problems/stale_token"}"#]].assert_eq(&sent(browser.client.get(&session).header("cookie", &cookie)).await);
    expect![[r#"401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}"#]].assert_eq(&sent(browser.client.get(&session)).await);
    browser.server.stop().await;
}
