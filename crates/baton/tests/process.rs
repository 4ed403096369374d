//! Starts the executable and reads what it says; ends only what it started.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

/// The repository's root, where the examples are.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn baton(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baton"));
    command.args(args).current_dir(root()).stdin(Stdio::null());
    command
}

/// Runs to the end.
pub fn run(args: &[&str]) -> Output {
    baton(args).output().expect("baton starts")
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The one JSON object a command prints.
pub fn json(output: &Output) -> serde_json::Value {
    let out = text(&output.stdout);
    serde_json::from_str(out.trim())
        .unwrap_or_else(|error| panic!("{error}: {out}\n{}", text(&output.stderr)))
}

/// A data directory with the workspace of `docs/examples/play.yaml`, and the token of its administrator.
pub fn workspace(data: &Path) -> String {
    set_up(data, "play", Path::new("docs/examples/play.yaml"), "watcher")
}

/// A data directory with one workspace, and the token of one of its agents.
pub fn set_up(data: &Path, workspace: &str, document: &Path, agent: &str) -> String {
    let (data, document) =
        (data.to_str().expect("a path in UTF-8"), document.to_str().expect("a path in UTF-8"));
    let named = ["--data", data, "--workspace", workspace];
    let made = run(&[&["admin", "workspace", "--document", document], &named[..]].concat());
    assert!(made.status.success(), "{}", text(&made.stderr));
    let token = run(&[&["admin", "token", "--agent", agent], &named[..]].concat());
    assert!(token.status.success(), "{}", text(&token.stderr));
    text(&token.stdout).trim().to_string()
}

/// A server that is killed when it goes out of scope.
pub struct Server {
    child: Child,
    pub url: String,
}

impl Server {
    pub fn start(data: &Path, port: u16) -> Self {
        Self::start_later(data, port, 0)
    }

    /// So many hours later by its own clock.
    pub fn start_later(data: &Path, port: u16, hours: u32) -> Self {
        let (hours, listen) = (hours.to_string(), format!("127.0.0.1:{port}"));
        let mut child = baton(&[
            "serve",
            "--listen",
            &listen,
            "--limits",
            "none",
            "--log-level",
            "warn",
            "--clock-ahead",
            &hours,
            "--data",
        ])
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()
        .expect("baton starts");
        let mut lines =
            BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let listening =
            lines.find_map(|line| Some(line.strip_prefix("listening on ")?.to_string()));
        std::thread::spawn(move || lines.for_each(drop));
        let url = listening
            .unwrap_or_else(|| panic!("the server ended before it listened: {:?}", child.wait()));
        Self { child, url }
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().expect("SIGKILL");
        self.child.wait().expect("its end");
    }

    /// Ends it cleanly.
    pub fn stop(mut self) {
        let told = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()
            .expect("kill");
        assert!(told.success());
        let status = self.child.wait().expect("its end");
        assert!(status.success(), "the server ended badly: {status}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}

/// Rounds of a test that repeats itself: few as a rule, all of them with `cargo xtask test --long`.
pub fn rounds(few: usize, long: usize) -> usize {
    if std::env::var_os("BATON_LONG").is_some() { long } else { few }
}
