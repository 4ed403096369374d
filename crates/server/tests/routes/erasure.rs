//! `…/visitors/{visitor}/export` and `…/erasure`, and what the workspace's periods take away: nothing of what was written
//! is left anywhere, and every figure is as it was.

use std::{fs, path::Path, time::Duration};

use client::{Api, ClientError};
use expect_test::expect;
use protocol::{
    frame::GoodbyeCode,
    http::{ErasureState, Flow, ReportList, VisitorErasure, VisitorExport},
};
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Desk, DocumentBuilder, Place};

use super::{World, ask, check};

/// Stands in everything that is written in these tests.
const MARK: &str = "heliotrope";
const PERIOD: Duration = Duration::from_secs(30 * 24 * 60 * 60);

fn document() -> DocumentBuilder {
    DocumentBuilder::new()
        .team("front", 2, 4)
        .team("back", 2, 4)
        .person("sue", "[agent], supervisor_of: [front]")
        .person("ana", "[analyst]")
        .queue(&Place { key: "first", tier: 1, team: "front", more: &["strategy: ordered"] })
        .queue(&Place { key: "second", tier: 2, team: "back", more: &[] })
}

/// Writes wherever something can be written.
async fn write_everywhere(world: &World) {
    let (owner, visitor) = (world.owner.api(), world.visitor.api());
    let file = upload(world, visitor).await;
    for (who, rest, body) in [
        (visitor, "/messages", json!({ "text": format!("My {MARK} is broken"), "files": [file] })),
        (owner, "/messages", json!({ "text": format!("A note on {MARK}"), "audience": "staff" })),
        (owner, "/hand/raise", json!({ "note": format!("What is a {MARK}?") })),
        (
            owner,
            "/transfer",
            json!({
                "target": { "queue": world.server.queue_id("second") },
                "mode": "warm",
                "note": { "text": format!("Knows {MARK}") },
            }),
        ),
    ] {
        let (status, told) = ask(who, Method::POST, &world.place(rest), Some(body)).await;
        assert_eq!(status, 200, "{rest}: {told}");
    }
    let draft = json!({ "text": format!("About {MARK}, I"), "tab": "0198f6a0-0000-7000-8000-000000000001" });
    let (status, told) = ask(owner, Method::PUT, &world.place("/drafts/reply"), Some(draft)).await;
    assert_eq!(status, 204, "{told}");
}

async fn upload(world: &World, visitor: &Api) -> Value {
    let address = format!(
        "http://{}/api/v1/workspaces/test/{}",
        world.server.address(),
        world.place("/files")
    );
    let body = format!(
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{MARK}.txt\"\r\n\
         Content-Type: text/plain\r\n\r\nA picture of {MARK}\r\n--cut--\r\n"
    );
    let request = reqwest::Client::new()
        .post(address)
        .header("content-type", "multipart/form-data; boundary=cut")
        .bearer_auth(visitor.token().unwrap_or_default())
        .body(body);
    let told: Value = request.send().await.expect("an answer").json().await.expect("taken in");
    told["file"].clone()
}

/// Every file of a directory in which the mark stands.
fn marked(directory: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(marked(&path));
        } else if let Ok(bytes) = fs::read(&path)
            && bytes.windows(MARK.len()).any(|window| window == MARK.as_bytes())
        {
            found.push(path.display().to_string());
        }
    }
    found
}

/// Every figure there is, but for those that count the time until now.
async fn figures(admin: &Api) -> Vec<(String, String)> {
    let list: ReportList = admin.get("reports").await.expect("the reports");
    let mut answers = Vec::new();
    for report in list.reports.into_iter().filter(|report| report.name != "occupancy") {
        let path = format!("reports/{}", report.name);
        let (status, told) = ask(admin, Method::GET, &path, None).await;
        assert_eq!(status, 200, "{path}: {told}");
        answers.push((report.name, told));
    }
    assert!(answers.len() > 20);
    answers
}

async fn erase(admin: &Api, visitor: &str) -> VisitorErasure {
    let confirm = json!({ "confirm": visitor });
    admin.post(&format!("visitors/{visitor}/erasure"), &confirm).await.expect("erased")
}

async fn close(world: &World) {
    let closed = ask(world.visitor.api(), Method::POST, &world.place("/close"), None).await;
    assert_eq!(closed.0, 200, "{}", closed.1);
}

#[tokio::test]
async fn only_admins_take_data_along_or_away() {
    let world = World::with(&document().build()).await;
    let (sue, ana) = (world.server.as_agent("sue").await, world.server.as_agent("ana").await);
    let callers = [
        ("agent", world.owner.api()),
        ("supervisor", &sue),
        ("analyst", &ana),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    let confirm = Some(json!({ "confirm": "vis_1" }));
    for (method, path, body) in [
        (Method::GET, "visitors/vis_1/export", None),
        (Method::GET, "visitors/vis_1/erasure", None),
        (Method::POST, "visitors/vis_1/erasure", confirm),
    ] {
        check(&callers, method, path, body, expect![[r#"
            agent: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
            supervisor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
            analyst: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
            visitor: 403 {"code":"not_allowed","detail":"this is for administrators","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
            nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
        "#]])
        .await;
    }
    let admin = [("admin", world.server.admin())];
    let path = "visitors/vis_1/erasure";
    check(&admin, Method::POST, path, Some(json!({ "confirm": "yes" })), expect![[r#"
        admin: 409 {"code":"confirmation_required","detail":"it cannot be undone: send the visitor's id as `confirm`","status":409,"title":"Confirm it first","type":"/problems/confirmation_required"}
    "#]]).await;
    check(
        &admin,
        Method::GET,
        path,
        None,
        expect![[r#"
        admin: 200 {"state":"none","visitor":"vis_1"}
    "#]],
    )
    .await;
    check(&admin, Method::GET, "visitors/vis_99/export", None, expect![[r#"
        admin: 404 {"code":"unknown_visitor","detail":"there is no such visitor","status":404,"title":"No such visitor","type":"/problems/unknown_visitor"}
    "#]]).await;
    world.server.stop().await;
}

#[tokio::test]
async fn an_export_holds_what_the_visitor_wrote_and_notes_only_where_they_are_asked_for() {
    let world = World::with(&document().build()).await;
    write_everywhere(&world).await;
    let admin = world.server.admin();
    let handed_out: VisitorExport = admin.get("visitors/vis_1/export").await.expect("an export");
    let [conversation] = &handed_out.conversations[..] else { panic!("{handed_out:?}") };
    assert_eq!(conversation.id, world.conversation);
    let said = serde_json::to_string(&handed_out).expect("JSON");
    assert!(said.contains(&format!("My {MARK} is broken")), "{said}");
    assert!(said.contains(&format!("{MARK}.txt")), "{said}");
    for hidden in ["A note on", "What is a", "Knows"] {
        assert!(!said.contains(hidden), "{hidden}: {said}");
    }
    let path = "visitors/vis_1/export?view=internal";
    let whole: VisitorExport = admin.get(path).await.expect("an export");
    let said = serde_json::to_string(&whole).expect("JSON");
    for held in ["A note on", "What is a", "Knows"] {
        assert!(said.contains(held), "{held}: {said}");
    }
    world.server.stop().await;
}

#[tokio::test]
async fn whoever_is_erased_leaves_figures_and_not_a_word_anywhere() {
    let mut world = World::with(&document().build()).await;
    write_everywhere(&world).await;
    close(&world).await;
    let admin = world.server.as_agent("root").await;
    let search = format!("search?text={MARK}");
    until(&admin, &search, |told| told.contains(MARK)).await;
    let path = world.place("/flow");
    let flow = async || -> Flow { admin.get(&path).await.expect("a flow") };
    let (figures_before, flow_before) = (figures(&admin).await, flow().await);

    let erased = erase(&admin, "vis_1").await;
    assert_eq!(erased.state, ErasureState::Complete);
    let totals = erased.erased.expect("totals");
    assert_eq!((totals.conversations, totals.texts, totals.files), (1, 5, 1));
    assert_eq!(erase(&admin, "vis_1").await, erased);

    let ended = world.visitor.ended().await;
    assert!(matches!(ended, ClientError::Ended { code: GoodbyeCode::SessionEnded, .. }), "{ended}");
    let (status, told) = ask(world.visitor.api(), Method::GET, "desk", None).await;
    assert!(status == 401 && told.contains("stale_token"), "{told}");

    let (_, told) = ask(&admin, Method::GET, &search, None).await;
    assert_eq!(told, r#"{"conversations":[]}"#);
    let (_, told) = ask(&admin, Method::GET, &world.place("/transcript"), None).await;
    assert!(told.contains("\"erased\":true") && !told.contains(MARK), "{told}");
    for (query, word) in [("", ": [Erased]"), ("?view=visitor&language=de", ": [Gelöscht]")] {
        let path = world.place(&format!("/transcript.txt{query}"));
        let (_, told) = ask(&admin, Method::GET, &path, None).await;
        assert!(told.contains(word) && !told.contains(MARK), "{told}");
    }
    let (_, told) = ask(&admin, Method::GET, "visitors/vis_1/export?view=internal", None).await;
    assert!(!told.contains(MARK), "{told}");
    assert_eq!(flow().await.closed, flow_before.closed);
    assert_eq!(figures(&admin).await, figures_before);

    let directory = world.server.directory().to_owned();
    assert_eq!(marked(&directory), Vec::<String>::new());
    // Made anew from the journal they say the same.
    let World { server, .. } = world;
    let database = directory.join("baton.db");
    let server = server
        .restart_with(|_| {
            let connection = rusqlite::Connection::open(&database).expect("the data base");
            let stale = "UPDATE fact_state SET format = 0";
            assert_eq!(connection.execute(stale, []).expect("a change"), 1);
        })
        .await;
    assert_eq!(figures(&server.as_agent("root").await).await, figures_before);
    server.stop().await;
}

#[tokio::test]
async fn what_runs_for_the_erased_ends_for_those_who_look_at_it() {
    let mut world = World::with(&document().build()).await;
    write_everywhere(&world).await;
    erase(world.server.admin(), "vis_1").await;
    let id = world.conversation;
    let gone = |desk: &Desk<client::Staff>| desk.conversation(id).is_none().then_some(());
    world.owner.until("the conversation to go", gone).await;
    let admin = world.server.as_agent("root").await;
    let (_, told) = ask(&admin, Method::GET, &world.place("/metadata"), None).await;
    assert!(told.contains("\"reason\":\"erased\"") && !told.contains(MARK), "{told}");
    let directory = world.server.directory().to_owned();
    assert_eq!(marked(&directory), Vec::<String>::new());
    world.server.stop().await;
}

#[tokio::test]
async fn an_erasure_that_broke_off_is_taken_up_at_the_next_start() {
    let world = World::with(&document().build()).await;
    write_everywhere(&world).await;
    close(&world).await;
    erase(world.server.admin(), "vis_1").await;
    let World { server, .. } = world;
    // As if it had died right after the commit.
    let again = "UPDATE erasures SET done_at_ms = NULL";
    let database = server.directory().join("baton.db");
    let server = server
        .restart_with(|_| {
            let connection = rusqlite::Connection::open(&database).expect("the data base");
            assert_eq!(connection.execute(again, []).expect("a change"), 1);
        })
        .await;
    let state: VisitorErasure =
        server.admin().get("visitors/vis_1/erasure").await.expect("a state");
    assert_eq!(state.state, ErasureState::Complete);
    server.stop().await;
}

#[tokio::test]
async fn what_was_kept_for_its_period_is_gone_and_figures_are_as_they_were() {
    let document = document().build() + "retention: { texts: 30d, files: 7d }\n";
    let world = World::with(&document).await;
    write_everywhere(&world).await;
    close(&world).await;
    let conversation = world.place("");
    let before = figures(&world.server.as_agent("root").await).await;
    let World { server, .. } = world;

    // A week and a day: files are gone, what they were called is not.
    let server = server.restart_with(|options| options.clock_ahead = PERIOD / 3).await;
    let admin = server.as_agent("root").await;
    let transcript = format!("{conversation}/transcript");
    let told = until(&admin, &transcript, |told| told.contains("\"erased\":true")).await;
    assert!(told.contains(&format!("{MARK}.txt")) && told.contains("is broken"), "{told}");

    // A month: so is everything else.
    let server = server.restart_with(|options| options.clock_ahead = PERIOD * 2).await;
    let admin = server.as_agent("root").await;
    until(&admin, &transcript, |told| !told.contains(MARK)).await;
    assert_eq!(figures(&admin).await, before);
    let directory = server.directory().to_owned();
    server.restart().await.stop().await;
    assert!(!directory.exists());
}

/// Asks until it is so: nobody is told when a period has been followed.
async fn until(admin: &Api, path: &str, is_so: impl Fn(&str) -> bool) -> String {
    let asked = async {
        loop {
            let (_, told) = ask(admin, Method::GET, path, None).await;
            if is_so(&told) {
                return told;
            }
        }
    };
    tokio::time::timeout(testkit::PATIENCE, asked).await.expect("it comes to be so")
}
