//! `baton export`: what a process-mining tool counts in an exported log is what the transfer matrix counts.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::process::{json, root, run, text};

const MAP: &str = "
conversation: case
time: { column: time }
queue: queue
agent: who
tier: { column: line }
waiting: { column: state, is: [queued] }
closed: { column: state, is: [completed] }
";
/// To and fro, round and round, aside, up two tiers, re-queued, and never answered; names that XML has to be told of.
const TABLE: &str = "case,time,state,queue,line,who
a,2026-01-05T09:00Z,queued,desk,1,
a,2026-01-05T09:05Z,accepted,desk,1,ann
a,2026-01-05T09:10Z,queued,R&D <2>,2,ann
a,2026-01-05T09:20Z,queued,R&D <2>,2,ann
a,2026-01-05T09:30Z,accepted,R&D <2>,2,mia
a,2026-01-05T09:40Z,accepted,desk,1,ann
a,2026-01-05T09:40Z,accepted,R&D <2>,2,mia
a,2026-01-05T09:50Z,completed,R&D <2>,2,mia
b,2026-01-06T09:00Z,accepted,desk,1,ann
b,2026-01-06T09:10Z,accepted,desk,1,ben
b,2026-01-06T09:20Z,queued,desk,1,ben
b,2026-01-06T09:30Z,queued,plant,3,sue
b,2026-01-06T09:40Z,accepted,plant,3,olaf
c,2026-01-07T09:00Z,queued,desk,1,
d,2026-01-07T10:00Z,accepted,front,1,pia
d,2026-01-07T10:10Z,accepted,desk,1,ann
d,2026-01-07T10:10Z,completed,desk,1,ann
";

type Edges = BTreeMap<(String, String), u64>;

#[test]
fn the_paths_of_an_imported_log_are_those_of_the_transfer_matrix() {
    let dir = tempfile::tempdir().expect("a directory");
    let (map, table) = (dir.path().join("map.yaml"), dir.path().join("table.csv"));
    fs::write(&map, MAP).expect("a map");
    fs::write(&table, TABLE).expect("a table");
    let desk = Desk::of(dir.path());
    desk.done(&["import", "--map", &told(&map), &told(&table)]);
    let matrix = desk.matrix();
    assert_eq!(matrix.values().sum::<u64>(), 5, "{matrix:?}");
    assert_eq!(matrix[&("desk".to_owned(), "R&D <2>".to_owned())], 2);
    desk.agrees(&matrix, 4);
}

#[test]
fn the_paths_of_a_made_up_history_are_those_of_the_transfer_matrix() {
    let dir = tempfile::tempdir().expect("a directory");
    let desk = Desk::of(dir.path());
    desk.done(&["generate", "history", "--conversations", "600", "--seed", "9"]);
    let matrix = desk.matrix();
    assert!(matrix.values().sum::<u64>() > 100, "{matrix:?}");
    desk.agrees(&matrix, 600);
}

#[test]
fn a_period_picks_conversations_by_their_beginning_and_a_journal_tells_every_event() {
    let dir = tempfile::tempdir().expect("a directory");
    let (map, table) = (dir.path().join("map.yaml"), dir.path().join("table.csv"));
    fs::write(&map, MAP).expect("a map");
    fs::write(&table, TABLE).expect("a table");
    let desk = Desk::of(dir.path());
    desk.done(&["import", "--map", &told(&map), &told(&table)]);
    let file = told(&dir.path().join("journal.csv"));
    let period = ["--from", "2026-01-06", "--to", "2026-01-07T09:30"];
    desk.done(
        &[&["export", "--format", "csv", "--what", "journal"], &period[..], &[&file]].concat(),
    );
    let rows = rows(Path::new(&file));
    let cases: Vec<_> = rows.iter().map(|row| row["case"].as_str()).collect();
    assert!(cases.is_sorted() && cases[0] == "b" && cases[cases.len() - 1] == "c", "{cases:?}");
    assert_eq!(rows[0]["activity"], "conversation.opened");
    assert_eq!(rows[0]["time"], "2026-01-06T09:00:00.000Z");
    let refused = desk.run(&["export", "--format", "csv", "--from", "soon", &file]);
    assert!(text(&refused.stderr).contains("bad_time"), "{}", text(&refused.stderr));
}

/// A data directory with a history.
struct Desk<'d> {
    dir: &'d Path,
    data: String,
}

impl<'d> Desk<'d> {
    fn of(dir: &'d Path) -> Self {
        Self { dir, data: told(&dir.join("data")) }
    }

    fn run(&self, args: &[&str]) -> std::process::Output {
        run(&[args, &["--data", &self.data, "--workspace", "past"]].concat())
    }

    fn done(&self, args: &[&str]) -> std::process::Output {
        let done = self.run(args);
        assert!(done.status.success(), "{args:?}: {}", text(&done.stderr));
        done
    }

    fn matrix(&self) -> Edges {
        let report = json(&self.done(&["report", "transfer-matrix", "--format", "json"]));
        edges(report["rows"].as_array().expect("rows").iter().map(|row| {
            let name = |key: &str| row[key].as_str().expect("a queue").to_owned();
            (name("from"), name("to"), row["count"].as_u64().expect("a count"))
        }))
    }

    /// The table always; the log with the process-mining library, which `cargo xtask test` installs.
    fn agrees(&self, matrix: &Edges, conversations: u64) {
        let (xes, csv) = (told(&self.dir.join("log.xes")), told(&self.dir.join("log.csv")));
        let exported = self.done(&["export", "--format", "csv", &csv]);
        assert_eq!(text(&exported.stdout), format!("{conversations} conversations\n"));
        assert_eq!(&neighbours(&rows(Path::new(&csv))), matrix);
        self.done(&["export", "--format", "xes", &xes]);
        let Some(python) = pm4py() else {
            eprintln!("pm4py is not installed: `cargo xtask test rust` does it and checks the log");
            return;
        };
        let script = root().join("crates/baton/tests/export/directly_follows.py");
        let found = self.dir.join("found.json");
        let mined =
            Command::new(&python).arg(script).arg(&xes).arg(&found).output().expect("Python");
        assert!(mined.status.success(), "{}", text(&mined.stderr));
        let found = fs::read_to_string(found).expect("what was found");
        let found: Value = serde_json::from_str(&found).expect("JSON");
        assert_eq!(found["traces"].as_u64(), Some(conversations));
        let mined = edges(found["edges"].as_array().expect("edges").iter().map(|edge| {
            let name = |at: usize| edge[at].as_str().expect("a queue").to_owned();
            (name(0), name(1), edge[2].as_u64().expect("a count"))
        }));
        assert_eq!(&mined, matrix);
    }
}

/// The Python that has pm4py: where `cargo xtask test` put it. One that it names must be there.
fn pm4py() -> Option<PathBuf> {
    env::var_os("BATON_PM4PY").map(PathBuf::from)
}

/// Neighbours of each case's activities, equal ones being one.
fn neighbours(rows: &[BTreeMap<String, String>]) -> Edges {
    edges(rows.windows(2).filter(|pair| pair[0]["case"] == pair[1]["case"]).filter_map(|pair| {
        let (from, to) = (&pair[0]["activity"], &pair[1]["activity"]);
        (from != to).then(|| (from.clone(), to.clone(), 1))
    }))
}

fn edges(all: impl Iterator<Item = (String, String, u64)>) -> Edges {
    let mut edges = Edges::new();
    for (from, to, count) in all {
        *edges.entry((from, to)).or_default() += count;
    }
    edges
}

fn rows(file: &Path) -> Vec<BTreeMap<String, String>> {
    let mut table = csv::Reader::from_path(file).expect("a table");
    table.deserialize().map(|row| row.expect("a row")).collect()
}

fn told(path: &Path) -> String {
    path.to_str().expect("a path in UTF-8").to_owned()
}
