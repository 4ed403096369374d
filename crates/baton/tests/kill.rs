//! `kill -9` of the server at random moments under a play: nothing acknowledged is missing, nothing is doubled.

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::Stdio,
    sync::mpsc,
    time::{Duration, Instant},
};

use crate::process::{Server, baton, free_port, json, root, rounds, run, text, workspace};

/// Between two kills: long enough for a start and some talk.
const UP_AT_LEAST_MS: u64 = 1_200;
const UP_AT_MOST_MS: u64 = 3_000;
/// People who type fifteen times as fast as people do keep a play going between kills.
const SPEED: &str = "15";

#[test]
fn a_killed_server_comes_back_with_everything_it_promised() {
    let kills = rounds(3, 20);
    let dir = tempfile::tempdir().expect("a directory");
    let data = dir.path().join("data");
    let token = workspace(&data);
    let dialogues = dir.path().join("dialogues.tsv");
    // A dialogue lasts some ten seconds at this speed, and thirty are under way at once.
    write_dialogues(&dialogues, kills * 10 + 25);
    let port = free_port();
    let mut server = Server::start(&data, port);

    let play = baton(&[
        "play",
        "--json",
        "--at-once",
        "30",
        "--speed",
        SPEED,
        "--server",
        &server.url,
        "--dialogues",
    ])
    .arg(&dialogues)
    .env("BATON_TOKEN", &token)
    .stdout(Stdio::piped())
    .stderr(Stdio::piped())
    .spawn()
    .expect("baton play starts");
    let (ended, end) = mpsc::channel();
    std::thread::spawn(move || ended.send(play.wait_with_output()));

    let mut moments = Moments { state: 0x5eed_ba70 };
    let mut killed = 0;
    let output = loop {
        let up = if killed < kills { moments.next() } else { Duration::from_secs(300) };
        match end.recv_timeout(up) {
            Ok(output) => break output.expect("its output"),
            Err(_) if killed < kills => {
                server.kill();
                killed += 1;
                let down = Instant::now();
                server = Server::start(&data, port);
                println!("kill {killed} of {kills}, back after {} ms", down.elapsed().as_millis());
            }
            Err(_) => panic!("the play did not end after the last kill"),
        }
    };
    assert!(output.status.success(), "{}\n{}", text(&output.stdout), text(&output.stderr));
    assert_eq!(killed, kills, "the play ended before the last kill");
    let figures = json(&output);
    assert_eq!(
        (figures["lost"].as_u64(), figures["doubled"].as_u64()),
        (Some(0), Some(0)),
        "{figures}"
    );
    server.stop();

    // The journal from its first record: one holder each, nothing that fell due was left lying.
    let checked =
        run(&["replay", "--json", "--workspace", "play", "--data", data.to_str().expect("UTF-8")]);
    assert!(checked.status.success(), "{}", text(&checked.stderr));
    let journal = json(&checked);
    assert_eq!(journal["violations"], serde_json::json!([]), "{journal}");
    assert_eq!(journal["overdue"], 0, "{journal}");
    println!("{figures}\n{journal}");
}

/// The shipped dialogues under many names.
fn write_dialogues(path: &Path, count: usize) {
    let shipped =
        fs::read_to_string(root().join("docs/examples/dialogues.tsv")).expect("the dialogues");
    let mut rows = shipped.lines();
    let mut out = format!("{}\n", rows.next().expect("a header"));
    let rows: Vec<&str> = rows.collect();
    let names = rows
        .iter()
        .filter_map(|row| row.split('\t').next())
        .collect::<std::collections::BTreeSet<_>>()
        .len();
    for copy in 0..count.div_ceil(names) {
        for row in &rows {
            writeln!(out, "{copy}-{row}").expect("a string grows");
        }
    }
    fs::write(path, out).expect("written");
}

/// Random moments that are the same in every run.
struct Moments {
    state: u64,
}

impl Moments {
    /// By xorshift (Marsaglia, 2003).
    fn next(&mut self) -> Duration {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        Duration::from_millis(UP_AT_LEAST_MS + self.state % (UP_AT_MOST_MS - UP_AT_LEAST_MS))
    }
}
