//! What the visitor's page and the launcher need besides conversations: look, identity, a transcript to keep.

use client::Api;
use expect_test::expect;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::{Method, header};
use serde_json::{Value, json};
use sha2::Sha256;
use testkit::TestServer;

use super::{World, ask, check, document};

#[tokio::test]
async fn the_launcher_gets_its_look_as_a_module_that_any_page_may_load() {
    let widget = "widget: { colour: '#ffd400', position: left, languages: [en, de] }\n";
    let server = TestServer::start(&format!("{}{widget}", document())).await;
    let get = async |path: &str| {
        let address = format!("http://{}/widget/look/{path}", server.address());
        reqwest::get(address).await.expect("an answer")
    };
    let look = get("test?language=de").await;
    assert_eq!(look.headers()[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    assert_eq!(look.headers()[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
    let module = look.text().await.expect("a module");
    expect![[r##"export default {"title":"Test","colour":"#ffd400","on_colour":"#000000","theme":"system","position":"left","language":"de","ask_name":"never","ask_email":"never"}"##]]
        .assert_eq(&module);
    assert_eq!(get("nobody").await.status(), 404);
    server.stop().await;
}

/// What a customer's server does: the id's HMAC under the secret, in hexadecimal.
fn signed(secret: &str, id: &str) -> Value {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key of any length");
    mac.update(id.as_bytes());
    let hash: String =
        mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    json!({ "identity": { "id": id, "hash": hash } })
}

/// The visitor of a signed id.
pub(super) async fn known_as(nobody: &Api, secret: &str, id: &str) -> Api {
    let address = format!("{}/api/v1/workspaces/test/visitors", nobody.server());
    let answer = reqwest::Client::new().post(address).json(&signed(secret, id)).send().await;
    let known: Value = answer.expect("an answer").json().await.expect("JSON");
    nobody.clone().with_token(known["token"].as_str().expect("a token"))
}

pub(super) async fn renew(admin: &Api) -> String {
    let (status, body) = ask(admin, Method::POST, "identity-secret", None).await;
    assert_eq!(status, 200, "{body}");
    let body: Value = serde_json::from_str(&body).expect("JSON");
    body["secret"].as_str().expect("a secret").to_owned()
}

#[tokio::test]
async fn a_signed_identity_is_one_visitor_and_an_unsigned_one_nobody() {
    let world = World::new().await;
    let nobody = [("nobody", &world.nobody)];
    let unsigned = json!({ "identity": { "id": "lena", "hash": "00" } });
    check(&nobody, Method::POST, "visitors", Some(unsigned.clone()), expect![[r#"
        nobody: 403 {"code":"bad_identity","detail":"this workspace has no identity secret yet; an administrator makes one","status":403,"title":"The identity is not signed by this workspace","type":"/problems/bad_identity"}
    "#]]).await;
    let others = [("agent", &world.colleague), ("visitor", world.visitor.api()), nobody[0]];
    check(&others, Method::POST, "identity-secret", None, expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;

    let secret = renew(world.server.admin()).await;
    check(&nobody, Method::POST, "visitors", Some(unsigned), expect![[r#"
        nobody: 403 {"code":"bad_identity","detail":"the hash is not the HMAC-SHA256 of the id under the secret in force","status":403,"title":"The identity is not signed by this workspace","type":"/problems/bad_identity"}
    "#]]).await;
    let become_ =
        async |body: Value| ask(&world.nobody, Method::POST, "visitors", Some(body)).await;
    let first = become_(signed(&secret, "lena")).await;
    assert_eq!(first.0, 200, "{}", first.1);
    assert_eq!(become_(signed(&secret, "lena")).await, first, "on every device");
    assert_ne!(become_(signed(&secret, "tom")).await, first);

    let renewed = renew(world.server.admin()).await;
    assert_ne!(renewed, secret);
    assert_eq!(become_(signed(&secret, "lena")).await.0, 403, "the last secret is out of force");
    assert_eq!(become_(signed(&renewed, "lena")).await, first, "still the same visitor");
    world.server.stop().await;
}

#[tokio::test]
async fn agents_read_who_a_visitor_proved_to_be_and_nobody_can_claim_it() {
    let world = World::new().await;
    let secret = renew(world.server.admin()).await;
    let known = known_as(&world.nobody, &secret, "lena").await;
    let claim = json!({ "attributes": { "identified_as": "somebody else", "plan": "gold" } });
    for (visitor, proved) in [(&known, Some("lena")), (&world.stranger, None)] {
        let (status, opened) =
            ask(visitor, Method::POST, "conversations", Some(claim.clone())).await;
        assert_eq!(status, 200, "{opened}");
        let opened: Value = serde_json::from_str(&opened).expect("JSON");
        let id = opened["answer"]["conversation"].as_str().expect("an id");
        let admin = world.server.admin();
        let (_, read) = ask(admin, Method::GET, &format!("conversations/{id}"), None).await;
        let read: Value = serde_json::from_str(&read).expect("JSON");
        let attributes = &read["visitor"]["attributes"];
        assert_eq!(attributes["plan"], "gold");
        assert_eq!(attributes["identified_as"].as_str(), proved);
    }
    world.server.stop().await;
}

#[tokio::test]
async fn visitors_take_their_own_conversation_along_and_nothing_of_the_staff() {
    let mut world = World::new().await;
    let owner = world.owner.api().clone();
    let says = async |api: &Api, body: Value| {
        let path = world.place("/messages");
        let (status, body) = ask(api, Method::POST, &path, Some(body)).await;
        assert_eq!(status, 200, "{body}");
    };
    says(&owner, json!({ "text": "Good day.\nWhat is it?" })).await;
    says(&owner, json!({ "text": "SECRET-NOTE", "audience": "staff" })).await;
    says(world.visitor.api(), json!({ "text": "The lamp is red." })).await;
    world.visitor.until("both messages", |desk| (desk.lines.len() > 3).then_some(())).await;

    let path = world.place("/transcript.txt?language=de&zone=Europe/Berlin");
    let (status, text) = ask(world.visitor.api(), Method::GET, &path, None).await;
    assert_eq!(status, 200, "{text}");
    // The day and the time of the day are those of the test.
    let timeless: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    expect![[r#"
        Test, 0000-00-00 (Europe/Berlin)

        0000-00-00 00:00  * Thank you. We are finding the right person for you.
        0000-00-00 00:00  Sie: It does not work
        0000-00-00 00:00  * We have found somebody who may help you, and are asking them to join.
        0000-00-00 00:00  * Public front0 is joining. They can read everything you have written.
        0000-00-00 00:00  Public front0: Good day.
            What is it?
        0000-00-00 00:00  Sie: The lamp is red.
    "#]]
    .assert_eq(&timeless);
    let others = [("another visitor", &world.stranger), ("nobody", &world.nobody)];
    check(&others, Method::GET, &path, None, expect![[r#"
        another visitor: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}
