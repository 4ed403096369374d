//! `…/users`: administrators say who may sign in; what they take away ends at once.

use expect_test::expect;
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};

use super::{World, ask, check};

/// Signs in as a browser does; the cookie, where the password is right.
async fn sign_in(world: &World, email: &str, password: &str) -> Option<String> {
    let address = format!("http://{}/api/v1/session", world.server.address());
    let body = json!({ "email": email, "password": password });
    let answer = Client::new().post(address).json(&body).send().await.expect("an answer");
    let cookie = answer.headers().get("set-cookie")?.to_str().expect("text");
    Some(cookie.split(';').next().expect("a value").to_owned())
}

async fn is_signed_in(world: &World, cookie: &str) -> bool {
    let address = format!("http://{}/api/v1/session", world.server.address());
    let answer = Client::new().get(address).header("cookie", cookie).send().await;
    answer.expect("an answer").status() == StatusCode::OK
}

/// A password that was made up, as it is shown once.
async fn made(world: &World, path: &str, body: Option<Value>) -> String {
    let admin = world.server.admin();
    let address = format!("{}/api/v1/workspaces/test/{path}", admin.server());
    let mut request = Client::new().post(address).bearer_auth(admin.token().expect("a token"));
    if let Some(body) = body {
        request = request.json(&body);
    }
    let answer: Value = request.send().await.expect("an answer").json().await.expect("JSON");
    answer["password"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

#[tokio::test]
async fn an_agent_of_the_document_signs_in_once_an_administrator_made_their_account() {
    let world = World::new().await;
    let callers = [
        ("admin", world.server.admin()),
        ("agent", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    check(&callers, Method::GET, "users", None, expect![[r#"
        admin: 200 {"users":[{"agent":"agt_3","email":"root@test.example","key":"root","name":"Root"},{"agent":"agt_4","email":"front1@test.example","key":"front1","name":"Staff front1"},{"agent":"agt_5","email":"front2@test.example","key":"front2","name":"Staff front2"},{"agent":"agt_6","email":"back1@test.example","key":"back1","name":"Staff back1"},{"agent":"agt_7","email":"back2@test.example","key":"back2","name":"Staff back2"}]}
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let body = json!({ "agent": world.server.agent_id("front2").to_string() });
    check(&callers[1..], Method::POST, "users", Some(body.clone()), expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let password = made(&world, "users", Some(body.clone())).await;
    let cookie =
        sign_in(&world, "front2@test.example", &password).await.expect("the password is right");
    assert!(is_signed_in(&world, &cookie).await);
    check(&callers[..1], Method::GET, "users", None, expect![[r#"
        admin: 200 {"users":[{"agent":"agt_3","email":"root@test.example","key":"root","name":"Root"},{"agent":"agt_4","email":"front1@test.example","key":"front1","name":"Staff front1"},{"account":{"last_seen_at":"…","made_at":"…","sessions":1,"shared":false},"agent":"agt_5","email":"front2@test.example","key":"front2","name":"Staff front2"},{"agent":"agt_6","email":"back1@test.example","key":"back1","name":"Staff back1"},{"agent":"agt_7","email":"back2@test.example","key":"back2","name":"Staff back2"}]}
    "#]]).await;
    check(&callers[..1], Method::POST, "users", Some(body), expect![[r#"
        admin: 409 {"code":"account_exists","detail":"this agent can sign in already","status":409,"title":"There is an account already","type":"/problems/account_exists"}
    "#]]).await;
    let nobody = json!({ "agent": "agt_999" });
    check(&callers[..1], Method::POST, "users", Some(nobody), expect![[r#"
        admin: 404 {"code":"unknown_agent","detail":"there is no such agent","status":404,"title":"No such agent","type":"/problems/unknown_agent"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn another_password_and_signing_out_end_what_was_open() {
    let world = World::new().await;
    let id = world.server.agent_id("front2");
    let first = made(&world, "users", Some(json!({ "agent": id.to_string() }))).await;
    let email = "front2@test.example";
    let before = sign_in(&world, email, &first).await.expect("signed in");
    let second = made(&world, &format!("users/{id}/password"), None).await;
    assert!(!is_signed_in(&world, &before).await);
    assert_eq!(sign_in(&world, email, &first).await, None);
    let after = sign_in(&world, email, &second).await.expect("signed in");
    let out = format!("users/{id}/sessions");
    let (status, _) = ask(world.server.admin(), Method::DELETE, &out, None).await;
    assert_eq!(status, 204);
    assert!(!is_signed_in(&world, &after).await);
    assert!(sign_in(&world, email, &second).await.is_some(), "the account itself stays");
    world.server.stop().await;
}

#[tokio::test]
async fn a_disabled_account_is_shut_out_until_it_is_enabled() {
    let world = World::new().await;
    let admin = [("admin", world.server.admin())];
    let id = world.server.agent_id("front2");
    let password = made(&world, "users", Some(json!({ "agent": id.to_string() }))).await;
    let email = "front2@test.example";
    let cookie = sign_in(&world, email, &password).await.expect("signed in");
    check(
        &admin,
        Method::POST,
        &format!("users/{id}/disable"),
        None,
        expect![[r#"
        admin: 204
    "#]],
    )
    .await;
    assert!(!is_signed_in(&world, &cookie).await);
    assert_eq!(sign_in(&world, email, &password).await, None);
    check(
        &admin,
        Method::POST,
        &format!("users/{id}/enable"),
        None,
        expect![[r#"
        admin: 204
    "#]],
    )
    .await;
    assert!(sign_in(&world, email, &password).await.is_some());
    world.server.stop().await;
}

#[tokio::test]
async fn nobody_shuts_out_themselves_and_only_administrators_change_accounts() {
    let world = World::new().await;
    let me = world.server.agent_id("root");
    let stranger = world.server.agent_id("back1");
    made(&world, "users", Some(json!({ "agent": me.to_string() }))).await;
    let callers =
        [("admin", world.server.admin()), ("agent", &world.colleague), ("nobody", &world.nobody)];
    let own = format!("users/{me}/disable");
    check(&callers, Method::POST, &own, None, expect![[r#"
        admin: 409 {"code":"own_account","detail":"nobody shuts out themselves","status":409,"title":"Nobody does this to themselves","type":"/problems/own_account"}
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let none = format!("users/{stranger}/password");
    check(&callers, Method::POST, &none, None, expect![[r#"
        admin: 404 {"code":"unknown_account","detail":"this agent cannot sign in yet","status":404,"title":"Nobody signs in as this agent","type":"/problems/unknown_account"}
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&callers[1..], Method::DELETE, &format!("users/{me}/sessions"), None, expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&callers[1..], Method::POST, &format!("users/{me}/enable"), None, expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}
