//! `…/conversations/{id}/files` and the links to them.

use expect_test::expect;
use protocol::{
    http::{StaffTranscript, Uploaded},
    staff::Content,
};
use reqwest::{Client, StatusCode};
use serde_json::json;

use super::{World, ask, told};

/// A multipart body of one file, by hand: the client of these tests has no form.
fn upload(
    world: &World,
    token: Option<&str>,
    name: &str,
    content: &[u8],
) -> reqwest::RequestBuilder {
    let place = world.place("/files");
    let address = format!("http://{}/api/v1/workspaces/test/{place}", world.server.address());
    let mut body = format!(
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--cut--\r\n");
    let request = Client::new()
        .post(address)
        .header("content-type", "multipart/form-data; boundary=cut")
        .body(body);
    match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    }
}

#[tokio::test]
async fn a_file_is_uploaded_posted_and_read_by_its_link() {
    let world = World::new().await;
    let token = world.visitor.api().token();
    let content = b"\x89PNG\r\n\x1a\n and so on";
    let response =
        upload(&world, token, "../../kettle.png", content).send().await.expect("an answer");
    let uploaded: Uploaded = response.json().await.expect("taken in");
    assert_eq!((uploaded.name.as_str(), uploaded.media_type.as_str()), ("kettle.png", "image/png"));
    let body = json!({ "text": "Look", "files": [uploaded.file.to_string()] });
    let (status, body) =
        ask(world.visitor.api(), reqwest::Method::POST, &world.place("/messages"), Some(body))
            .await;
    assert_eq!(status, 200, "{body}");
    let transcript: StaffTranscript =
        world.owner.api().get(&world.place("/transcript")).await.expect("lines");
    let file = transcript.lines.iter().find_map(|line| match &line.content {
        Content::Message(message) => message.files.first(),
        Content::Event(_) => None,
    });
    let url = &file.expect("the file is in the transcript").url;
    let response =
        reqwest::get(format!("http://{}{url}", world.server.address())).await.expect("an answer");
    assert_eq!(response.status(), StatusCode::OK);
    let header = |name: &str| response.headers()[name].to_str().expect("text").to_owned();
    assert_eq!(header("content-disposition"), "attachment; filename*=UTF-8''kettle.png");
    assert_eq!(header("content-type"), "image/png");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(response.bytes().await.expect("the content").as_ref(), content);
    world.server.stop().await;
}

#[tokio::test]
async fn uploads_are_for_those_in_the_conversation_and_for_types_that_do_no_harm() {
    let world = World::new().await;
    let mut said = String::new();
    for (who, token, content) in [
        ("another visitor", world.stranger.token(), b"plain text".as_slice()),
        ("agent of another team", world.colleague.token(), b"plain text"),
        ("nobody", None, b"plain text"),
        ("owner, a program", world.owner.api().token(), b"\x7fELF\x02\x01\x01\x00\x00"),
        ("owner, nothing", world.owner.api().token(), b""),
        ("owner, a page", world.owner.api().token(), b"<html><script>alert(1)</script>"),
    ] {
        let response = upload(&world, token, "a.txt", content).send().await.expect("an answer");
        let (status, body) = told(response).await;
        said += &format!("{who}: {status} {body}\n");
    }
    expect![[r#"
        another visitor: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        agent of another team: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        owner, a program: 415 {"code":"file_type_refused","detail":"pictures, PDF, office documents, archives, sound, video and plain text are taken","status":415,"title":"Files of this type are not taken","type":"/problems/file_type_refused"}
        owner, nothing: 400 {"code":"bad_upload","detail":"the file is empty","status":400,"title":"The upload cannot be read","type":"/problems/bad_upload"}
        owner, a page: 200 {"bytes":31,"file":"fil_1","media_type":"text/plain; charset=utf-8","name":"a.txt"}
    "#]].assert_eq(&said);
    world.server.stop().await;
}
