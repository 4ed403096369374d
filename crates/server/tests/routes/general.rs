//! What holds for every address: what is not there, what is too large, what cannot be read.

use expect_test::expect;
use reqwest::{Client, Method};
use serde_json::json;

use super::{World, check, told};

#[tokio::test]
async fn what_cannot_be_served_is_a_problem_with_a_stable_code() {
    let world = World::new().await;
    let visitor = [("visitor", world.visitor.api())];
    check(&visitor, Method::GET, "nothing", None, expect![[r#"
        visitor: 404 {"code":"not_found","detail":"there is nothing at this address","status":404,"title":"There is nothing at this address","type":"/problems/not_found"}
    "#]]).await;
    check(&visitor, Method::DELETE, "desk", None, expect![[r#"
        visitor: 405 {"code":"method_not_allowed","detail":"this address does not take this method","status":405,"title":"This address does not take this method","type":"/problems/method_not_allowed"}
    "#]]).await;
    check(&visitor, Method::GET, "conversations/12/", None, expect![[r#"
        visitor: 400 {"code":"bad_id","detail":"expected an id such as `cnv_12`","status":400,"title":"The id is not one of this kind","type":"/problems/bad_id"}
    "#]]).await;
    check(&visitor, Method::GET, "conversations/cnv_999/", None, expect![[r#"
        visitor: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
    "#]]).await;
    check(&visitor, Method::GET, "conversations/cnv_999/transcript", None, expect![[r#"
        visitor: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
    "#]]).await;
    check(&visitor, Method::POST, "commands", Some(json!({ "id": 5 })), expect![[r#"
        visitor: 400 {"code":"bad_json","detail":"invalid type: integer `5`, expected a formatted UUID string","status":400,"title":"The body is not the JSON expected","type":"/problems/bad_json"}
    "#]]).await;
    let old = json!({ "id": "3d813cbb-47fb-42ba-91df-831e1593ac29", "command": { "type": "close", "conversation": "cnv_1" } });
    check(&visitor, Method::POST, "commands", Some(old), expect![[r#"
        visitor: 400 {"code":"bad_id","detail":"the id of a command is a UUIDv7","status":400,"title":"The id is not one of this kind","type":"/problems/bad_id"}
    "#]]).await;
    let large = json!({ "text": "x".repeat(5_000_000) });
    check(&visitor, Method::POST, &world.place("/messages"), Some(large), expect![[r#"
        visitor: 413 {"code":"body_too_large","detail":"Failed to buffer the request body: length limit exceeded","status":413,"title":"The body is too large","type":"/problems/body_too_large"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn bodies_that_are_no_json_and_workspaces_that_are_not_there_are_said_so() {
    let world = World::new().await;
    let client = Client::new();
    let token = world.visitor.api().token().expect("a token").to_owned();
    let address = |workspace: &str| {
        format!("http://{}/api/v1/workspaces/{workspace}/commands", world.server.address())
    };
    let post = |workspace: &str| client.post(address(workspace)).bearer_auth(&token);
    let mut said = String::new();
    for request in [
        post("test").header("content-type", "application/json").body("{"),
        post("test").header("content-type", "text/plain").body("{}"),
        post("elsewhere").json(&json!({})),
        client.get(format!("http://{}/files/test/forged", world.server.address())),
    ] {
        let (status, body) = told(request.send().await.expect("an answer")).await;
        said += &format!("{status} {body}\n");
    }
    expect![[r#"
        400 {"code":"bad_json","detail":"Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1","status":400,"title":"The body is not the JSON expected","type":"/problems/bad_json"}
        415 {"code":"unsupported_media_type","detail":"Expected request with `Content-Type: application/json`","status":415,"title":"The body has the wrong media type","type":"/problems/unsupported_media_type"}
        404 {"code":"unknown_workspace","detail":"there is no workspace `elsewhere`","status":404,"title":"No such workspace","type":"/problems/unknown_workspace"}
        404 {"code":"unknown_file","detail":"there is no such file","status":404,"title":"No such file","type":"/problems/unknown_file"}
    "#]].assert_eq(&said);
    world.server.stop().await;
}

#[tokio::test]
async fn health_and_figures_are_told() {
    let world = World::new().await;
    let server = world.server.anybody();
    assert_eq!(server.text("/healthz").await.expect("an answer"), "ok");
    assert_eq!(server.text("/readyz").await.expect("an answer"), "ready");
    let figures = server.text("/metrics").await.expect("an answer");
    for name in [
        "baton_commands_total",
        "baton_commit_seconds",
        "baton_sockets",
        "process_resident_memory_bytes",
    ] {
        assert!(figures.contains(name), "{name} is missing");
    }
    assert!(server.text("/api/docs/").await.expect("a page").contains("swagger"));
    assert!(
        server.text("/api/openapi.json").await.expect("a document").contains("StaffServerFrame")
    );
    world.server.stop().await;
}
