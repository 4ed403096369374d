//! `baton import`: a table becomes a history once, however often it is imported, and says what it left out.

use std::{fs, path::Path};

use client::Api;
use domain::history::FIRST_ID;
use serde_json::{Value, json};

use crate::process::{Server, free_port, json, run, set_up, text};

const MAP: &str = "
conversation: case
time: { column: time }
queue: queue
agent: who
tier: { column: line }
waiting: { column: state, is: [queued] }
closed: { column: state, is: [completed] }
";
/// As spreadsheets write it: with a mark at the beginning and their own ends of lines.
const TABLE: &str = "\u{feff}case,time,state,queue,line,who\r
a,2026-01-05T09:00Z,queued,desk,1,\r
b,2026-01-05T09:00Z,accepted,desk,1,ann\r
a,2026-01-05T09:05Z,accepted,desk,1,ann\r
a,2026-01-05T09:10Z,queued,shop,2,ann\r
a,2026-01-05T09:30Z,completed,shop,2,mia\r
";

#[test]
fn a_table_imported_twice_is_there_once_and_what_changed_goes_before_it() {
    let dir = tempfile::tempdir().expect("a directory");
    let first = import(dir.path(), TABLE);
    assert_eq!(
        figures(&first),
        json!({
            "conversations": 2, "new": 2, "changed": 0, "unchanged": 0, "rows": 5,
            "rows_without_conversation": 0, "waits": 2, "legs": 3, "handoffs": 1, "left_out": 0,
        })
    );
    let again = figures(&import(dir.path(), TABLE));
    assert_eq!((&again["unchanged"], &again["new"]), (&json!(2), &json!(0)));

    let longer = format!("{TABLE}b,2026-01-05T10:00Z,completed,desk,1,ann\r\n");
    let changed = figures(&import(dir.path(), &longer));
    assert_eq!((&changed["changed"], &changed["unchanged"]), (&json!(1), &json!(1)));
    let settled = figures(&import(dir.path(), &longer));
    assert_eq!((&settled["changed"], &settled["unchanged"]), (&json!(0), &json!(2)));

    let data = dir.path().join("data");
    let replayed =
        run(&["replay", "--data", data.to_str().expect("a path"), "--workspace", "past", "--json"]);
    // The names, two histories, and the one that changed.
    assert_eq!(json(&replayed)["records"], json!(4));
    assert_eq!(json(&replayed)["open_conversations"], json!(0));
}

#[test]
fn a_bad_row_leaves_its_conversation_out_and_only_a_table_of_bad_rows_fails() {
    let dir = tempfile::tempdir().expect("a directory");
    let spoilt = TABLE.replace("2026-01-05T09:05Z", "yesterday");
    let imported = import(dir.path(), &spoilt);
    assert!(imported.status.success());
    assert_eq!(figures(&imported)["left_out"], json!(1));
    let told = text(&imported.stderr);
    assert!(told.contains("a is left out\n  line 4: time_unreadable: `yesterday`"), "{told}");

    let nothing = import(dir.path(), &TABLE.replace("2026", "26"));
    assert!(!nothing.status.success());
    assert!(text(&nothing.stderr).contains("nothing_imported"));
}

#[test]
fn a_map_that_does_not_fit_is_told_with_its_place_before_anything_is_written() {
    let dir = tempfile::tempdir().expect("a directory");
    let refused = import(dir.path(), &TABLE.replace(",who", ",whom"));
    assert!(!refused.status.success());
    let told = text(&refused.stderr);
    assert!(told.contains("map.yaml:5:8: unknown_column: the table has no column `who`"), "{told}");
    assert!(told.contains("map_refused"), "{told}");
}

#[test]
fn a_directory_that_is_in_use_is_refused_with_what_to_do() {
    let dir = tempfile::tempdir().expect("a directory");
    let data = dir.path().join("data");
    let held = store_sql::SqliteStore::open(&data).expect("a data directory");
    let refused = import(dir.path(), TABLE);
    drop(held);
    assert!(!refused.status.success());
    let told = text(&refused.stderr);
    assert!(told.contains("data_dir_locked"), "{told}");
    assert!(told.contains("stop it, and start it again afterwards"), "{told}");
}

/// The workspace has nothing but its history; a document lets people in afterwards.
#[tokio::test]
async fn what_was_imported_is_told_to_those_who_watch_over_everything_and_to_nobody_else() {
    let dir = tempfile::tempdir().expect("a directory");
    assert!(import(dir.path(), TABLE).status.success());
    let data = dir.path().join("data");
    let document = Path::new("docs/examples/play.yaml");
    let admin = set_up(&data, "past", document, "watcher");
    let agent = run(&[
        "admin",
        "token",
        "--agent",
        "ada",
        "--workspace",
        "past",
        "--data",
        data.to_str().expect("a path"),
    ]);
    let agent = text(&agent.stdout).trim().to_owned();
    let server = Server::start(&data, free_port());
    let ask = async |token: &str, what: &str| -> Result<Value, client::ClientError> {
        let api = Api::new(&server.url, "past").expect("an address").with_token(token);
        api.get(&format!("conversations/cnv_{FIRST_ID}/{what}")).await
    };
    let flow = ask(&admin, "flow").await.expect("a flow");
    let lanes: Vec<_> = flow["lanes"].as_array().expect("lanes").iter().map(name).collect();
    assert_eq!(lanes, ["desk", "ann", "shop", "mia"]);
    assert_eq!(flow["stays"].as_array().expect("stays").len(), 4);
    let metadata = ask(&admin, "metadata").await.expect("metadata");
    assert_eq!((&metadata["hops"], &metadata["closed"]["by"]["name"]), (&json!(1), &json!("mia")));
    assert_eq!(metadata["owners"][1]["tier"], json!(2));
    let transcript = ask(&admin, "transcript").await.expect("a transcript");
    let lines = transcript["lines"].as_array().expect("lines");
    assert!(lines.len() > 5, "{transcript}");
    assert_eq!(lines[0]["sequence"], json!(1));
    for what in ["flow", "metadata", "transcript"] {
        assert!(ask(&agent, what).await.is_err(), "{what} is not for every agent");
    }
    server.stop();
}

fn name(lane: &Value) -> &str {
    let named = if lane["queue"].is_null() { &lane["agent"] } else { &lane["queue"] };
    named["name"].as_str().expect("a name")
}

fn import(dir: &Path, table: &str) -> std::process::Output {
    let at = |name: &str| dir.join(name).to_str().expect("a path in UTF-8").to_owned();
    let (data, map, file) = (at("data"), at("map.yaml"), at("table.csv"));
    fs::write(&map, MAP).expect("a map");
    fs::write(&file, table).expect("a table");
    run(&["import", "--data", &data, "--workspace", "past", "--map", &map, "--json", &file])
}

fn figures(imported: &std::process::Output) -> Value {
    let mut figures = json(imported);
    figures.as_object_mut().expect("an object").remove("seconds").expect("a time");
    figures
}
