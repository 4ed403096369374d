//! `…/document`: read, checked and put in force by administrators.

use expect_test::expect;
use protocol::http::{Document, DocumentVersions};
use reqwest::Method;
use serde_json::json;

use super::{World, check};

#[tokio::test]
async fn the_document_is_for_administrators() {
    let world = World::new().await;
    let others =
        [("agent", &world.colleague), ("visitor", world.visitor.api()), ("nobody", &world.nobody)];
    check(&others, Method::GET, "document", None, expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&others, Method::PUT, "document", Some(json!({ "yaml": "" })), expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_document_with_mistakes_is_refused_with_their_places() {
    let world = World::new().await;
    let admin = [("admin", world.server.admin())];
    let document: Document = world.server.admin().get("document").await.expect("a document");
    let wrong = document.yaml.replace("teams: [back]", "teams: [bakc]");
    check(&admin, Method::PUT, "document", Some(json!({ "yaml": wrong })), expect![[r#"
        admin: 422 {"code":"bad_document","detail":"the document has 4 errors","findings":[{"code":"unknown_team","column":13,"help":"did you mean `back`?","line":27,"message":"there is no team `bakc`","severity":"error"},{"code":"unknown_team","column":13,"help":"did you mean `back`?","line":33,"message":"there is no team `bakc`","severity":"error"},{"code":"unknown_team","column":24,"help":"did you mean `back`?","line":44,"message":"there is no team `bakc`","severity":"error"},{"code":"unknown_team","column":24,"help":"did you mean `back`?","line":49,"message":"there is no team `bakc`","severity":"error"}],"status":422,"title":"The workspace document has errors","type":"/problems/bad_document"}
    "#]]).await;
    check(&admin, Method::PUT, "document?dry_run=true", Some(json!({ "yaml": ": :" })), expect![[r#"
        admin: 422 {"code":"bad_document","detail":"the document has one error","findings":[{"code":"not_yaml","column":1,"line":1,"message":"a text belongs here, and nothing is written","severity":"error"}],"status":422,"title":"The workspace document has errors","type":"/problems/bad_document"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_document_that_is_right_is_in_force_at_once() {
    let mut world = World::new().await;
    let admin = [("admin", world.server.admin())];
    let document: Document = world.server.admin().get("document").await.expect("a document");
    let renamed = document.yaml.replace("name: Queue first", "name: The first desk");
    let body = |based_on: u32| Some(json!({ "yaml": renamed, "based_on": based_on }));
    check(
        &admin,
        Method::PUT,
        "document?dry_run=true",
        body(1),
        expect![[r#"
        admin: 200 {"changes":[{"fields":[{"after":"The first desk","before":"Queue first","field":"name"}],"key":"first","kind":"changed","section":"queues"}],"findings":[],"version":1}
    "#]],
    )
    .await;
    check(&admin, Method::PUT, "document", body(7), expect![[r#"
        admin: 409 {"code":"stale_configuration","detail":"version 1 is in force; read it again","status":409,"title":"The configuration is not the next version","type":"/problems/stale_configuration"}
    "#]]).await;
    check(
        &admin,
        Method::PUT,
        "document",
        body(1),
        expect![[r#"
        admin: 200 {"changes":[{"fields":[{"after":"The first desk","before":"Queue first","field":"name"}],"key":"first","kind":"changed","section":"queues"}],"findings":[],"version":2}
    "#]],
    )
    .await;
    let conversation = world.conversation;
    world
        .owner
        .until("the new name", |desk| {
            (desk.conversation(conversation)?.queue.name == "The first desk").then_some(())
        })
        .await;
    world.server.stop().await;
}

#[tokio::test]
async fn a_dry_run_tells_what_would_change_and_changes_nothing() {
    let world = World::new().await;
    let admin = [("admin", world.server.admin())];
    let before: Document = world.server.admin().get("document").await.expect("a document");
    let changed = before
        .yaml
        .replace("name: Queue second", "name: The back desk\n    max_wait: 5m")
        .replace("reasons:\n", "reasons:\n  language: Another language\n");
    let body = || Some(json!({ "yaml": changed }));
    check(&admin, Method::PUT, "document?dry_run=true", body(), expect![[r#"
        admin: 200 {"changes":[{"fields":[{"after":"5m","field":"max_wait"},{"after":"The back desk","before":"Queue second","field":"name"}],"key":"second","kind":"changed","section":"queues"},{"key":"language","kind":"added","section":"reasons"}],"findings":[],"version":1}
    "#]]).await;
    let after: Document = world.server.admin().get("document").await.expect("a document");
    assert_eq!(after, before);
    world.server.stop().await;
}

#[tokio::test]
async fn every_version_there_has_been_can_be_read() {
    let world = World::new().await;
    let admin = world.server.admin();
    let first: Document = admin.get("document").await.expect("a document");
    let renamed = first.yaml.replace("name: Queue first", "name: The first desk");
    let put = [("admin", admin)];
    check(&put, Method::PUT, "document", Some(json!({ "yaml": renamed })), expect![[r#"
        admin: 200 {"changes":[{"fields":[{"after":"The first desk","before":"Queue first","field":"name"}],"key":"first","kind":"changed","section":"queues"}],"findings":[],"version":2}
    "#]]).await;
    let listed: DocumentVersions = admin.get("document/versions").await.expect("versions");
    let numbers = |listed: &DocumentVersions| -> Vec<u32> {
        listed.versions.iter().map(|version| version.version).collect()
    };
    assert_eq!((numbers(&listed), listed.next), (vec![2, 1], None));
    let listed: DocumentVersions = admin.get("document/versions?from=1").await.expect("versions");
    assert_eq!(numbers(&listed), [1]);
    let kept: Document = admin.get("document/versions/1").await.expect("the first version");
    assert_eq!(kept, first);
    let callers = [("admin", admin), ("agent", &world.colleague), ("nobody", &world.nobody)];
    check(&callers, Method::GET, "document/versions/3", None, expect![[r#"
        admin: 404 {"code":"unknown_version","detail":"there has been no such version","status":404,"title":"No such version of the document","type":"/problems/unknown_version"}
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&callers[1..], Method::GET, "document/versions", None, expect![[r#"
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn each_version_tells_what_it_changed() {
    let world = World::new().await;
    let admin = world.server.admin();
    let first: Document = admin.get("document").await.expect("a document");
    for name in ["The first desk", "The very first desk"] {
        let yaml = first.yaml.replace("name: Queue first", &format!("name: {name}"));
        let (status, _) =
            super::ask(admin, Method::PUT, "document", Some(json!({ "yaml": yaml }))).await;
        assert_eq!(status, 200);
    }
    let callers = [("admin", admin), ("agent", &world.colleague), ("nobody", &world.nobody)];
    check(&callers, Method::GET, "document/versions/3/changes", None, expect![[r#"
        admin: 200 {"changes":[{"fields":[{"after":"The very first desk","before":"The first desk","field":"name"}],"key":"first","kind":"changed","section":"queues"}]}
        agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(
        &callers[..1],
        Method::GET,
        "document/versions/1/changes",
        None,
        expect![[r#"
        admin: 200 {"changes":[]}
    "#]],
    )
    .await;
    check(&callers[..1], Method::GET, "document/versions/4/changes", None, expect![[r#"
        admin: 404 {"code":"unknown_version","detail":"there has been no such version","status":404,"title":"No such version of the document","type":"/problems/unknown_version"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_documents_put_at_once_each_version_keeps_its_own_text() {
    let world = World::new().await;
    let admin = world.server.admin();
    let before: Document = admin.get("document").await.expect("a document");
    let mut putting = tokio::task::JoinSet::new();
    for number in 0..8 {
        let address = format!("http://{}/api/v1/workspaces/test/document", world.server.address());
        let yaml = before.yaml.replace("name: Queue first", &format!("name: Desk number {number}"));
        let token = admin.token().expect("a token").to_owned();
        putting.spawn(async move {
            let request = reqwest::Client::new().put(address).bearer_auth(token);
            request.json(&json!({ "yaml": yaml })).send().await.expect("an answer").status()
        });
    }
    let statuses = putting.join_all().await;
    assert!(statuses.iter().all(reqwest::StatusCode::is_success), "{statuses:?}");
    let after: Document = admin.get("document").await.expect("a document");
    assert_eq!(after.version, before.version + 8);
    let directory: protocol::http::Directory = admin.get("directory").await.expect("a directory");
    let desk = directory.queues.iter().find(|queue| queue.name.starts_with("Desk number"));
    let in_force = format!("name: {}\n", desk.expect("a renamed queue").name);
    assert!(after.yaml.contains(&in_force), "{in_force} is in force, kept is:\n{}", after.yaml);
    world.server.stop().await;
}
