//! `baton import`: the history of another system, from a table with one row per change.
//!
//! Reads the files, shows how far it is and says what came of it; what rows mean is known to `reports::import`.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result, bail};
use csv::ByteRecord;
use domain::{event::Event, history::HistoryStep};
use flate2::bufread::MultiGzDecoder;
use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use reports::import::{
    history,
    map::{Finding, Map},
    rows::{Case, Fault, Log},
};
use serde_json::json;

use crate::histories::{Histories, Written};

/// What a compressed table begins with.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// Conversations left out that are told with their lines: with more, the map is to blame.
const LEFT_OUT_TOLD_MAX: usize = 50;

#[derive(Debug, clap::Args)]
pub struct ImportOptions {
    /// A data directory that nobody serves
    #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
    data: PathBuf,
    /// The workspace's key; it is made if it is not there
    #[arg(long, value_name = "KEY")]
    workspace: String,
    /// Which columns mean what (YAML); see docs/import.md
    #[arg(long, value_name = "FILE")]
    map: PathBuf,
    /// Print one JSON object in place of the table
    #[arg(long)]
    json: bool,
    /// The table (CSV with a header, also compressed with gzip)
    file: PathBuf,
}

/// What came of it.
#[derive(Debug, Default)]
struct Outcome {
    new: u64,
    changed: u64,
    unchanged: u64,
    waits: u64,
    legs: u64,
    handoffs: u64,
    left_out: Vec<(String, Vec<Fault>)>,
}

pub async fn command(options: ImportOptions) -> Result<()> {
    let started = Instant::now();
    let map = read_map(&options.map)?;
    let mut histories = Histories::open(&options.data, &options.workspace).await?;
    histories.names.set_zone(map.zone());
    let log = read(&options, &map)?;
    let mut outcome = Outcome::default();
    let bar = ProgressBar::new(log.cases.len() as u64).with_style(ProgressStyle::with_template(
        "{elapsed_precise} {wide_bar} {human_pos}/{human_len} conversations",
    )?);
    for (name, case) in &log.cases {
        outcome.take(name, case, &log, &mut histories).await?;
        bar.inc(1);
    }
    histories.finish().await?;
    bar.finish_and_clear();
    outcome.tell_faults(&log.stray);
    outcome.print(&log, started, options.json);
    if outcome.conversations() == 0 {
        bail!("nothing_imported: no conversation of {} could be read", options.file.display());
    }
    Ok(())
}

fn read_map(file: &Path) -> Result<Map> {
    let name = file.display();
    let text = fs::read_to_string(file).with_context(|| format!("map_unreadable: {name}"))?;
    Map::read(&text).or_else(|findings| refuse(file, &findings))
}

fn refuse<T>(map: &Path, findings: &[Finding]) -> Result<T> {
    let map = map.display();
    findings.iter().for_each(|finding| eprintln!("{map}:{finding}"));
    bail!("map_refused: {map}")
}

/// Every row of the table.
fn read(options: &ImportOptions, map: &Map) -> Result<Log> {
    let file = &options.file;
    let name = file.display();
    let unreadable = || format!("table_unreadable: {name}");
    let opened = File::open(file).with_context(unreadable)?;
    let bytes = opened.metadata().with_context(unreadable)?.len();
    let bar = ProgressBar::new(bytes).with_style(ProgressStyle::with_template(
        "{elapsed_precise} {wide_bar} {bytes}/{total_bytes} read",
    )?);
    let mut plain = BufReader::new(bar.wrap_read(opened));
    let compressed = plain.fill_buf().with_context(unreadable)?.starts_with(&GZIP);
    let text: Box<dyn Read> =
        if compressed { Box::new(MultiGzDecoder::new(plain)) } else { Box::new(plain) };
    // Rows of another length are for the log to judge: they spoil one conversation, not the table.
    let mut table = csv::ReaderBuilder::new()
        .flexible(true)
        // Lines end with `\n`, and what else stands at their end is trimmed: with two signs the library is a line late.
        .terminator(csv::Terminator::Any(b'\n'))
        .trim(csv::Trim::All)
        .from_reader(text);
    let header = table.headers().with_context(unreadable)?.clone();
    let columns = map.columns(&header).or_else(|findings| refuse(&options.map, &findings))?;
    let mut log = Log::default();
    let mut record = ByteRecord::new();
    while table.read_byte_record(&mut record).with_context(unreadable)? {
        let line = record.position().map_or(0, csv::Position::line);
        log.take(&columns, &record, line);
    }
    bar.finish_and_clear();
    Ok(log)
}

impl Outcome {
    async fn take(
        &mut self,
        name: &str,
        case: &Case,
        log: &Log,
        histories: &mut Histories,
    ) -> Result<()> {
        if !case.faults.is_empty() {
            self.left_out.push((name.to_owned(), case.faults.clone()));
            return Ok(());
        }
        let conversation = histories.conversation(name);
        let steps = history::steps(conversation, &log.rows(case), &mut histories.names);
        self.count(&steps);
        match histories.write(name, steps).await? {
            Written::New => self.new += 1,
            Written::Changed => self.changed += 1,
            Written::Unchanged => self.unchanged += 1,
        }
        Ok(())
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the rest is not counted")]
    fn count(&mut self, steps: &[HistoryStep]) {
        for step in steps {
            match step.event {
                Event::WaitStarted { .. } => self.waits += 1,
                Event::AgentAssigned { .. } => self.legs += 1,
                Event::TransferStarted { .. } | Event::EscalationStarted { .. } => {
                    self.handoffs += 1;
                }
                _ => {}
            }
        }
    }

    fn conversations(&self) -> u64 {
        self.new + self.changed + self.unchanged
    }

    fn tell_faults(&self, stray: &[Fault]) {
        stray.iter().take(LEFT_OUT_TOLD_MAX).for_each(|fault| eprintln!("{fault}"));
        for (name, faults) in self.left_out.iter().take(LEFT_OUT_TOLD_MAX) {
            eprintln!("{name} is left out");
            faults.iter().take(LEFT_OUT_TOLD_MAX).for_each(|fault| eprintln!("  {fault}"));
        }
        let more = self.left_out.len().saturating_sub(LEFT_OUT_TOLD_MAX);
        if more > 0 {
            eprintln!("and {more} more are left out");
        }
    }

    fn print(&self, log: &Log, started: Instant, as_json: bool) {
        let seconds = started.elapsed().as_secs_f64();
        if as_json {
            let figures = json!({
                "conversations": self.conversations(),
                "new": self.new,
                "changed": self.changed,
                "unchanged": self.unchanged,
                "rows": log.rows,
                "rows_without_conversation": log.stray.len(),
                "waits": self.waits,
                "legs": self.legs,
                "handoffs": self.handoffs,
                "left_out": self.left_out.len(),
                "seconds": seconds,
            });
            println!("{figures}");
            return;
        }
        let line = |what: &str, count: u64| {
            println!("{what:<28}{:>12}", HumanCount(count).to_string());
        };
        line("conversations", self.conversations());
        line("  new", self.new);
        line("  changed", self.changed);
        line("  unchanged", self.unchanged);
        line("rows", log.rows);
        line("waits", self.waits);
        line("legs", self.legs);
        line("handoffs", self.handoffs);
        line("conversations left out", self.left_out.len() as u64);
        line("rows without conversation", log.stray.len() as u64);
        println!("{:<28}{seconds:>12.1}", "seconds");
    }
}
