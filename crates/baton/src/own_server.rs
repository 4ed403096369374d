//! A server of one's own for `play` and `bench`: a separate process in a temporary directory, stopped at the end.
//!
//! Limits per address are raised, because everybody comes from one.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use server::setup::Setup;

use crate::{admin, serve};

/// The key of the workspace it sets up.
pub const WORKSPACE: &str = "play";
/// How long a clean stop may take.
const STOP_WITHIN: Duration = Duration::from_secs(10);
const STOP_POLL: Duration = Duration::from_millis(20);

pub struct OwnServer {
    child: Child,
    url: String,
    admin_token: String,
    directory: TempDir,
}

impl OwnServer {
    /// Sets up a workspace from a document and serves it on a free port of this machine.
    pub async fn start(document: &str) -> Result<Self> {
        Self::start_on(document, None).await
    }

    /// The same, on the processors named (as `taskset` reads them).
    pub async fn start_on(document: &str, cpus: Option<&str>) -> Result<Self> {
        Self::start_with(document, cpus, None).await
    }

    /// The same, with somebody who can sign in: their e-mail address and password.
    pub async fn start_with(
        document: &str,
        cpus: Option<&str>,
        account: Option<(&str, &str)>,
    ) -> Result<Self> {
        let directory = tempfile::tempdir().context("no temporary directory")?;
        let admin_token = admin::set_up(directory.path(), WORKSPACE, document).await?;
        if let Some((email, password)) = account {
            Setup::open(directory.path())?.account(email, email, password).await?;
        }
        Self::serve(directory, admin_token, cpus)
    }

    /// Serves what a directory holds.
    pub fn serve(directory: TempDir, admin_token: String, cpus: Option<&str>) -> Result<Self> {
        let binary = std::env::current_exe().context("the path of this program")?;
        let mut command = match cpus {
            Some(cpus) => {
                let mut command = Command::new("taskset");
                command.args(["-c", cpus]).arg(binary);
                command
            }
            None => Command::new(binary),
        };
        let mut child = command
            .arg("serve")
            .arg("--data")
            .arg(directory.path())
            .args(["--listen", "127.0.0.1:0", "--limits", "none", "--log-level", "warn"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("the server could not be started")?;
        let url = match listening(&mut child) {
            Ok(url) => url,
            Err(error) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(error);
            }
        };
        Ok(Self { child, url, admin_token, directory })
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn admin_token(&self) -> &str {
        &self.admin_token
    }

    /// Stops it cleanly, and reports when it did not stop well. The directory is gone afterwards.
    pub async fn stop(self) -> Result<()> {
        self.stop_keeping_data().await.map(drop)
    }

    /// Stops it cleanly; the directory lives as long as what is returned.
    pub async fn stop_keeping_data(mut self) -> Result<TempDir> {
        let pid = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &pid]).status().context("kill")?;
        if !told.success() {
            bail!("the server could not be told to stop");
        }
        let give_up = tokio::time::Instant::now() + STOP_WITHIN;
        loop {
            if let Some(status) = self.child.try_wait()? {
                if !status.success() {
                    bail!("the server ended badly: {status}");
                }
                let kept = tempfile::tempdir()?;
                return Ok(std::mem::replace(&mut self.directory, kept));
            }
            if tokio::time::Instant::now() > give_up {
                bail!("the server did not stop within {} s", STOP_WITHIN.as_secs());
            }
            tokio::time::sleep(STOP_POLL).await;
        }
    }
}

impl Drop for OwnServer {
    fn drop(&mut self) {
        // After a clean stop there is nothing left to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads the address from the server's first line.
fn listening(child: &mut Child) -> Result<String> {
    let out = child.stdout.take().context("the server's output")?;
    let mut lines = BufReader::new(out).lines();
    while let Some(Ok(line)) = lines.next() {
        if let Some(url) = line.strip_prefix(serve::LISTENING) {
            // The rest is read to the end, so that the server never waits for a reader.
            std::thread::spawn(move || lines.for_each(drop));
            return Ok(url.trim().to_string());
        }
    }
    bail!("the server ended before it listened")
}
