//! Every address with the right caller, one with the wrong role, and nobody: status and body, as they are sent.

mod assist;
mod attributes;
mod canned;
mod conference;
mod conversations;
mod document;
mod drafts;
mod erasure;
mod files;
mod general;
mod lines;
mod me;
mod offers;
mod preview;
mod read;
mod reports;
mod search;
mod session;
mod status;
mod tokens;
mod transcripts;
mod transfer;
mod users;
mod visitors;
mod widget;

use client::{Api, Staff, Visitor};
use expect_test::Expect;
use protocol::ids::ConversationId;
use reqwest::Method;
use serde_json::Value;
use testkit::{Desk, DocumentBuilder, Place, TestServer};

/// A desk with two tiers and a shelf to pick from; a visitor is with `front1`.
struct World {
    server: TestServer,
    owner: Desk<Staff>,
    colleague: Api,
    visitor: Desk<Visitor>,
    stranger: Api,
    nobody: Api,
    conversation: ConversationId,
}

fn document() -> String {
    DocumentBuilder::new()
        .team("front", 2, 4)
        .team("back", 2, 4)
        .queue(&Place { key: "first", tier: 1, team: "front", more: &["strategy: ordered"] })
        .queue(&Place { key: "second", tier: 2, team: "back", more: &["strategy: ordered"] })
        .queue(&Place { key: "shelf", tier: 1, team: "back", more: &["mode: pull"] })
        .build()
}

impl World {
    async fn new() -> Self {
        Self::with(&document()).await
    }

    async fn with(document: &str) -> Self {
        let server = TestServer::start(document).await;
        let mut owner = server.agent("front1").await;
        let mut visitor = server.visitor().await;
        let conversation = visitor.ask(None, "It does not work").await;
        owner.accept(conversation).await;
        owner.until_relation(conversation, protocol::staff::Relation::Owner).await;
        Self {
            colleague: server.as_agent("back2").await,
            stranger: server.as_visitor().await,
            nobody: server.anybody(),
            server,
            owner,
            visitor,
            conversation,
        }
    }

    fn place(&self, rest: &str) -> String {
        format!("conversations/{}{rest}", self.conversation)
    }
}

/// Asks as each caller, in this order, and holds what they were told against what is expected.
async fn check(
    callers: &[(&str, &Api)],
    method: Method,
    path: &str,
    body: Option<Value>,
    expected: Expect,
) {
    let mut told = String::new();
    for (name, api) in callers {
        let (status, body) = ask(api, method.clone(), path, body.clone()).await;
        told += format!("{name}: {status} {body}").trim_end();
        told += "\n";
    }
    expected.assert_eq(&told);
}

/// One request; the answer with everything that differs between runs blotted out.
async fn ask(api: &Api, method: Method, path: &str, body: Option<Value>) -> (u16, String) {
    let address = format!("{}/api/v1/workspaces/{}/{path}", api.server(), api.workspace());
    let mut request = reqwest::Client::new().request(method, address.trim_end_matches('/'));
    if let Some(token) = api.token() {
        request = request.bearer_auth(token);
    }
    if let Some(body) = body {
        request = request.json(&body);
    }
    told(request.send().await.expect("an answer")).await
}

async fn told(response: reqwest::Response) -> (u16, String) {
    let status = response.status().as_u16();
    let text = response.text().await.expect("a body");
    let body = match serde_json::from_str::<Value>(&text) {
        Ok(mut body) => {
            blot(&mut body);
            body.to_string()
        }
        Err(_) => text,
    };
    (status, body)
}

/// Times, secrets and command ids are never the same twice; on a slow machine a clock may tell something in between.
fn blot(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(blot),
        Value::Object(object) => {
            for (name, value) in object {
                let is_uuid = name == "id" && value.as_str().is_some_and(|text| text.len() == 36);
                let varies = name.ends_with("_ms")
                    || matches!(
                        name.as_str(),
                        "token"
                            | "csrf"
                            | "made_at"
                            | "url"
                            | "password"
                            | "last_used_at"
                            | "last_seen_at"
                            | "sequence"
                    );
                if varies || is_uuid {
                    *value = Value::from("…");
                } else {
                    blot(value);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
