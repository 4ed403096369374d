//! `…/document/triggers` and `…/document/preview/…`: what a draft would say and when it would be open.

use expect_test::expect;
use protocol::http::{HoursPreviewed, Triggers};
use reqwest::Method;
use serde_json::json;

use super::{World, check};

#[tokio::test]
async fn every_moment_a_visitor_is_told_of_is_listed_with_its_variables_and_words() {
    let world = World::new().await;
    let listed: Triggers = world.server.admin().get("document/triggers").await.expect("triggers");
    let queued = listed.triggers.iter().find(|trigger| trigger.key == "queued").expect("queued");
    assert!(queued.variables.iter().any(|name| name == "estimated_wait"), "{queued:?}");
    assert!(queued.texts["de"].contains("{{ estimated_wait }}"), "{queued:?}");
    let silent =
        listed.triggers.iter().find(|trigger| trigger.key == "greeting").expect("greeting");
    assert!(silent.texts.is_empty(), "{silent:?}");
    world.server.stop().await;
}

#[tokio::test]
async fn a_message_is_tried_with_sample_values_in_each_language() {
    let world = World::new().await;
    let callers = [
        ("admin", world.server.admin()),
        ("agent", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    let texts = json!({
        "en": "You are number {{ position }}, {{ estimated_wait }}.",
        "de": "{% if tier %}Stufe {{ tier }}{% endif %}",
        "fr": "",
        "es": "{{ positon }}",
        "it": "{% if %}",
    });
    let body = json!({ "trigger": "queued", "texts": texts });
    check(&callers, Method::POST, "document/preview/messages", Some(body), expect![[r#"
        admin: 200 {"texts":{"de":{"said":"Stufe 2"},"en":{"said":"You are number 3, 4 to 6 minutes."},"es":{"faults":[{"help":"did you mean `position`?","message":"the message `queued` has no variable `positon`"}]},"fr":{"said":""},"it":{"faults":[{"help":"variables stand in `{{ … }}`, conditions in `{% if … %} … {% endif %}`","message":"syntax error: unexpected end of block"}]}}}
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let unknown = json!({ "trigger": "lunch", "texts": {} });
    check(&callers[..1], Method::POST, "document/preview/messages", Some(unknown), expect![[r#"
        admin: 400 {"code":"bad_request","detail":"there is no such trigger","status":400,"title":"The request cannot be read","type":"/problems/bad_request"}
    "#]])
        .await;
    world.server.stop().await;
}

#[tokio::test]
async fn hours_of_a_draft_say_when_they_would_be_open() {
    let world = World::new().await;
    let admin = world.server.admin();
    let document: protocol::http::Document = admin.get("document").await.expect("a document");
    let hours = "hours:\n  always: { name: Always, zone: UTC, open: { mon-sun: [00:00-24:00] } }\n  \
                 never: { name: Never, zone: UTC, open: { mon: [] } }\n";
    let yaml = format!("{}{hours}", document.yaml);
    let preview = async |key: &str| -> HoursPreviewed {
        let body = json!({ "yaml": yaml, "hours": key });
        let (status, text) =
            super::ask(admin, Method::POST, "document/preview/hours", Some(body)).await;
        assert_eq!(status, 200, "{text}");
        serde_json::from_str(&text).expect("a preview")
    };
    let always = preview("always").await;
    assert_eq!((always.open_now, always.open.len()), (true, 1));
    assert_eq!(preview("never").await, HoursPreviewed { open_now: false, open: Vec::new() });
    let callers = [("admin", admin), ("agent", &world.colleague), ("nobody", &world.nobody)];
    let body = json!({ "yaml": yaml, "hours": "sometimes" });
    check(&callers, Method::POST, "document/preview/hours", Some(body), expect![[r#"
        admin: 400 {"code":"bad_request","detail":"the document has no such hours","status":400,"title":"The request cannot be read","type":"/problems/bad_request"}
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let body = json!({ "yaml": ": :", "hours": "always" });
    check(&callers[..1], Method::POST, "document/preview/hours", Some(body), expect![[r#"
        admin: 422 {"code":"bad_document","detail":"the document has one error","findings":[{"code":"not_yaml","column":1,"line":1,"message":"a text belongs here, and nothing is written","severity":"error"}],"status":422,"title":"The workspace document has errors","type":"/problems/bad_document"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_draft_says_how_a_visitor_would_be_met() {
    let world = World::new().await;
    let admin = world.server.admin();
    let document: protocol::http::Document = admin.get("document").await.expect("a document");
    let yaml =
        format!("{}widget: {{ title: {{ de: Hilfe }}, colour: '#0b6e4f' }}\n", document.yaml);
    let body = json!({ "yaml": yaml, "language": "de" });
    let (status, text) =
        super::ask(admin, Method::POST, "document/preview/welcome", Some(body.clone())).await;
    assert_eq!(status, 200, "{text}");
    let welcome: protocol::http::Welcome = serde_json::from_str(&text).expect("a welcome");
    assert_eq!(
        (&*welcome.widget.title, welcome.widget.colour.as_deref()),
        ("Hilfe", Some("#0b6e4f"))
    );
    let callers = [("agent", &world.colleague), ("nobody", &world.nobody)];
    check(&callers, Method::POST, "document/preview/welcome", Some(body), expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}
