//! `baton replay`: a workspace's journal from its first record, every invariant checked at its end.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use domain::{Desk, ids::Timestamp};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use store::{Sequence, Store, limits::PAGE_RECORDS};
use store_sql::SqliteStore;

use crate::own_workspace;

#[derive(Debug, clap::Args)]
pub struct ReplayOptions {
    /// A data directory; one that is being served can be read as well
    #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
    data: PathBuf,
    /// The workspace's key
    #[arg(long, value_name = "KEY")]
    workspace: String,
    /// Print one JSON object in place of the table
    #[arg(long)]
    json: bool,
}

/// What a journal came to.
pub struct Replayed {
    records: u64,
    /// Applying only: reading and parsing are not counted.
    applying: Duration,
    open: usize,
    violations: Vec<String>,
    /// Deadlines that had passed when the last record was written.
    overdue: usize,
}

impl Replayed {
    pub fn records_per_s(&self) -> f64 {
        self.records as f64 / self.applying.as_secs_f64().max(f64::EPSILON)
    }
}

pub async fn command(options: ReplayOptions) -> Result<()> {
    let replayed = replay(&options.data, &options.workspace).await?;
    if options.json {
        println!(
            "{}",
            json!({
                "records": replayed.records,
                "records_per_s": replayed.records_per_s(),
                "open_conversations": replayed.open,
                "violations": replayed.violations,
                "overdue": replayed.overdue,
            })
        );
    } else {
        println!("records               {:>12}", replayed.records);
        println!("records applied / s   {:>12.0}", replayed.records_per_s());
        println!("open conversations    {:>12}", replayed.open);
        println!("overdue               {:>12}", replayed.overdue);
        println!("broken invariants     {:>12}", replayed.violations.len());
        replayed.violations.iter().for_each(|violation| println!("  {violation}"));
    }
    if replayed.violations.is_empty() {
        Ok(())
    } else {
        bail!("invariants_broken: {}", replayed.violations.len())
    }
}

/// Replays and checks; the directory is only read.
pub async fn replay(data: &Path, workspace: &str) -> Result<Replayed> {
    let store = SqliteStore::open_read_only(data)
        .map_err(|error| anyhow::anyhow!("{}: {error}", error.code()))?;
    let workspace = own_workspace::find(&store, Some(workspace)).await?;
    let head = store.head(workspace).await?;
    let bar = ProgressBar::new(head.0).with_style(
        ProgressStyle::with_template("{elapsed_precise} {wide_bar} {pos}/{len} records")
            .context("style")?,
    );
    let mut desk = Desk::new();
    let (mut at, mut last, mut applying) = (Sequence(0), Timestamp(0), Duration::ZERO);
    while at < head {
        let page = store.records(workspace, at, PAGE_RECORDS).await?;
        let Some(end) = page.last() else { break };
        (at, last) = (end.sequence, end.at);
        let events: Vec<_> =
            page.iter().map(|record| Ok((record.event()?, record.at))).collect::<Result<_>>()?;
        let start = Instant::now();
        events.iter().for_each(|(event, at)| desk.apply(event, *at));
        applying += start.elapsed();
        bar.set_position(at.0);
    }
    bar.finish_and_clear();
    let overdue = desk.next_deadline().is_some_and(|(due, _)| due < last);
    Ok(Replayed {
        records: head.0,
        applying,
        open: desk
            .state()
            .conversations
            .values()
            .filter(|conversation| !conversation.is_closed())
            .count(),
        violations: desk
            .violations_everywhere()
            .iter()
            .map(|violation| format!("{violation:?}"))
            .collect(),
        overdue: usize::from(overdue),
    })
}
