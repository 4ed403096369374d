//! Figures for Prometheus at `/metrics`, the process's own included.
//!
//! Names are constants here, so that a dashboard can be read beside them. Labels never hold an id, a text or an address.

use std::{fmt::Write as _, fs, sync::OnceLock};

use domain::event::Event;
use engine::{Answered, Refusal};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use protocol::frame::GoodbyeCode;

/// Commands handled, by `outcome` (`done`, or why not).
pub const COMMANDS: &str = "baton_commands_total";
/// Seconds from a batch handed to the store until it was durable.
pub const COMMIT_SECONDS: &str = "baton_commit_seconds";
/// Records in one commit.
pub const COMMIT_RECORDS: &str = "baton_commit_records";
/// Sockets open, by `side` (`staff`, `visitor`).
pub const SOCKETS: &str = "baton_sockets";
/// Frames written to sockets, by `side`.
pub const FRAMES: &str = "baton_frames_total";
/// Sockets ended by the server, by `code`.
pub const GOODBYES: &str = "baton_goodbyes_total";
/// Workspaces loaded again after something broke.
pub const RELOADS: &str = "baton_reloads_total";
/// Folds of facts that failed: reports of that workspace stand still until the next start.
pub const FACTS_BEHIND: &str = "baton_facts_behind_total";
/// Visitors erased, with all that was written of them.
pub const ERASURES: &str = "baton_erasures_total";
/// Texts taken away: of visitors who were erased, and by the workspace's periods.
pub const ERASED_TEXTS: &str = "baton_erased_texts_total";
pub const ERASED_FILES: &str = "baton_erased_files_total";
/// Offers made by routing.
pub const OFFERS: &str = "baton_offers_total";
/// Conversations quarantined over a broken invariant. More than none wants a person.
pub const VIOLATIONS: &str = "baton_violations_total";

/// Half a millisecond to ten seconds.
const SECONDS: &[f64] =
    &[0.000_5, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];
const RECORDS: &[f64] = &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0];
/// Of Linux's `/proc`, on every platform Rust runs on there.
const PAGE_BYTES: u64 = 4096;
const TICKS_PER_S: f64 = 100.0;

/// The one recorder of this process.
pub fn recorder() -> Option<&'static PrometheusHandle> {
    static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    HANDLE.get_or_init(install).as_ref()
}

fn install() -> Option<PrometheusHandle> {
    let builder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(COMMIT_SECONDS.into()), SECONDS)
        .and_then(|builder| {
            builder.set_buckets_for_metric(Matcher::Full(COMMIT_RECORDS.into()), RECORDS)
        });
    let handle = builder.ok()?.install_recorder().ok()?;
    metrics::describe_counter!(COMMANDS, "Commands handled, by outcome");
    metrics::describe_histogram!(COMMIT_SECONDS, "Seconds until a batch was durable");
    metrics::describe_histogram!(COMMIT_RECORDS, "Records in one commit");
    metrics::describe_gauge!(SOCKETS, "Sockets open, by side");
    metrics::describe_counter!(FRAMES, "Frames written to sockets, by side");
    metrics::describe_counter!(GOODBYES, "Sockets ended by the server, by code");
    metrics::describe_counter!(ERASURES, "Visitors erased");
    metrics::describe_counter!(ERASED_TEXTS, "Texts taken away for good");
    metrics::describe_counter!(ERASED_FILES, "Files taken away for good");
    metrics::describe_counter!(OFFERS, "Offers made by routing");
    metrics::describe_counter!(
        VIOLATIONS,
        "Invariants found broken; more than none wants a person"
    );
    Some(handle)
}

/// One command was handled.
pub fn count_command(outcome: &Result<Answered, Refusal>) {
    let outcome = match outcome {
        Ok(_) => "done",
        Err(Refusal::Rejected(_)) => "rejected",
        Err(Refusal::IdTooOld) => "id_too_old",
        Err(Refusal::Overloaded { .. }) => "overloaded",
        Err(Refusal::Unavailable) => "unavailable",
    };
    metrics::counter!(COMMANDS, "outcome" => outcome).increment(1);
}

/// One fact was published.
pub fn count_event(event: &Event) {
    if let Event::OfferMade { .. } = event {
        metrics::counter!(OFFERS).increment(1);
    }
    if let Event::ConversationQuarantined { .. } = event {
        metrics::counter!(VIOLATIONS).increment(1);
    }
}

pub fn socket_opened(side: &'static str) {
    metrics::gauge!(SOCKETS, "side" => side).increment(1.0);
}

pub fn socket_closed(side: &'static str) {
    metrics::gauge!(SOCKETS, "side" => side).decrement(1.0);
}

pub fn frame_written(side: &'static str) {
    metrics::counter!(FRAMES, "side" => side).increment(1);
}

pub fn said_goodbye(code: GoodbyeCode) {
    let code = match code {
        GoodbyeCode::SlowReader => "slow_reader",
        GoodbyeCode::ServerStopping => "server_stopping",
        GoodbyeCode::SessionEnded => "session_ended",
        GoodbyeCode::WorkspaceChanged => "workspace_changed",
        GoodbyeCode::Silent => "silent",
        GoodbyeCode::BadFrame => "bad_frame",
        GoodbyeCode::NoHello => "no_hello",
        GoodbyeCode::StaleToken => "stale_token",
        GoodbyeCode::Overloaded => "overloaded",
    };
    metrics::counter!(GOODBYES, "code" => code).increment(1);
}

/// The page at `/metrics`.
pub fn page() -> String {
    let mut page = recorder().map(PrometheusHandle::render).unwrap_or_default();
    if let Some(process) = Process::read() {
        let mut gauge = |name: &str, kind: &str, value: String| {
            let _ = writeln!(page, "# TYPE {name} {kind}\n{name} {value}");
        };
        gauge("process_cpu_seconds_total", "counter", format!("{:.2}", process.cpu_s));
        gauge("process_resident_memory_bytes", "gauge", process.resident_bytes.to_string());
        gauge("process_open_fds", "gauge", process.open_files.to_string());
    }
    page
}

/// What the operating system says of this process.
struct Process {
    cpu_s: f64,
    resident_bytes: u64,
    open_files: usize,
}

impl Process {
    /// Nothing where there is no `/proc`.
    fn read() -> Option<Self> {
        let stat = fs::read_to_string("/proc/self/stat").ok()?;
        // The program's name may hold spaces; it ends with the last parenthesis. Then come state, …, utime, stime.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks: u64 =
            fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
        let statm = fs::read_to_string("/proc/self/statm").ok()?;
        let pages: u64 = statm.split_whitespace().nth(1)?.parse().ok()?;
        Some(Self {
            cpu_s: ticks as f64 / TICKS_PER_S,
            resident_bytes: pages * PAGE_BYTES,
            open_files: fs::read_dir("/proc/self/fd").ok()?.count(),
        })
    }
}

#[cfg(test)]
mod tests {
    #[test]
    #[cfg(target_os = "linux")]
    fn the_process_tells_its_memory() {
        let page = super::page();
        let line = page
            .lines()
            .find_map(|line| line.strip_prefix("process_resident_memory_bytes "))
            .expect("a line");
        assert!(line.parse::<u64>().is_ok_and(|bytes| bytes > 1_000_000), "{line}");
    }
}
