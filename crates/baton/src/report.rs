//! `baton report`: any report of a workspace, as a table for people, CSV or JSON. Reads only; a directory that is being
//! served can be asked as well.

use std::{
    collections::BTreeMap,
    io::{BufWriter, Write as _},
    path::PathBuf,
};

use anyhow::{Context, Result, anyhow, bail};
use reports::catalogue::{
    self, Answered, Report, ReportError,
    files::{self, cell, plain, present},
};
use serde::Serialize;
use serde_json::{Map, Value};
use store::Store;
use store_sql::SqliteStore;

#[derive(Debug, clap::Args)]
pub struct ReportOptions {
    /// The report; `--list` tells which there are
    #[arg(required_unless_present = "list")]
    name: Option<String>,
    /// Tell every report with its question and filters
    #[arg(long)]
    list: bool,
    /// A data directory; one that is being served can be asked as well
    #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
    data: PathBuf,
    /// The workspace's key; not needed where there is only one
    #[arg(long, value_name = "KEY")]
    workspace: Option<String>,
    /// From this moment on: a date (of the workspace's zone) or a date and time
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// Until then: a date is all of its day, a date and time is past the end
    #[arg(long, value_name = "TIME")]
    to: Option<String>,
    /// Rows by time: hour, day, week or month
    #[arg(long, value_name = "LENGTH")]
    group_by: Option<String>,
    /// The support tier; 1 where nothing is said
    #[arg(long, value_name = "N")]
    tier: Option<u8>,
    /// Only this pipeline, by key
    #[arg(long, value_name = "KEY")]
    pipeline: Option<String>,
    /// Only this queue, by key
    #[arg(long, value_name = "KEY")]
    queue: Option<String>,
    /// Only this team, by key
    #[arg(long, value_name = "KEY")]
    team: Option<String>,
    /// Only this agent, by key
    #[arg(long, value_name = "KEY")]
    agent: Option<String>,
    /// Only conversations with this tag
    #[arg(long)]
    tag: Option<String>,
    /// Count bots as people are
    #[arg(long)]
    bots: bool,
    /// Only what was moved by this cause
    #[arg(long)]
    cause: Option<String>,
    /// Only hand-overs with this reason
    #[arg(long)]
    reason: Option<String>,
    /// Chains of queues, owners or teams
    #[arg(long, value_name = "KIND")]
    path: Option<String>,
    /// The service level: answered within so many seconds
    #[arg(long, value_name = "S")]
    seconds: Option<u64>,
    /// Rows of the transfer matrix apart by reason or cause
    #[arg(long, value_name = "BY")]
    split: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

pub async fn command(options: ReportOptions) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    if options.list {
        out.write_all(list(options.format)?.as_bytes())?;
        return Ok(out.flush()?);
    }
    let name = options.name.as_deref().unwrap_or_default();
    let report = catalogue::find(name).with_context(|| {
        format!("unknown_report: there is no report `{name}`; `baton report --list` tells which there are")
    })?;
    let store = SqliteStore::open_read_only(&options.data)
        .map_err(|error| anyhow!("{}: {error}", error.code()))?;
    let workspace = crate::own_workspace::find(&store, options.workspace.as_deref()).await?;
    let filters = options.filters();
    let now_ms = u64::try_from(jiff::Timestamp::now().as_millisecond())?;
    let answered = catalogue::answer(&store, workspace, report, &filters, now_ms).await;
    let answered = answered.map_err(|error| anyhow!("{}: {error}", code(&error)))?;
    match options.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &Told::of(&answered))?;
            out.write_all(b"\n")?;
        }
        Format::Csv => out.write_all(files::csv(report, &answered)?.as_bytes())?,
        Format::Table => out.write_all(table(report, &answered).as_bytes())?,
    }
    Ok(out.flush()?)
}

impl ReportOptions {
    fn filters(&self) -> BTreeMap<String, String> {
        let number = |number: Option<u64>| number.map(|number| number.to_string());
        let given = [
            ("from", self.from.clone()),
            ("to", self.to.clone()),
            ("group_by", self.group_by.clone()),
            ("tier", number(self.tier.map(u64::from))),
            ("pipeline", self.pipeline.clone()),
            ("queue", self.queue.clone()),
            ("team", self.team.clone()),
            ("agent", self.agent.clone()),
            ("tag", self.tag.clone()),
            ("bots", self.bots.then(|| "true".to_owned())),
            ("cause", self.cause.clone()),
            ("reason", self.reason.clone()),
            ("path", self.path.clone()),
            ("seconds", number(self.seconds)),
            ("split", self.split.clone()),
        ];
        given.into_iter().filter_map(|(key, text)| Some((key.to_owned(), text?))).collect()
    }
}

/// Stable, for programs.
fn code(error: &ReportError) -> &'static str {
    match error {
        ReportError::Filter(_) => "bad_filter",
        ReportError::NotReady => "reports_not_ready",
        ReportError::NoConversations => "no_conversations",
        ReportError::Store(_) => "store_unavailable",
    }
}

/// An answer as programs read it: nothing that only screens need.
#[derive(Serialize)]
struct Told<'a> {
    report: &'static str,
    filters: &'a Map<String, Value>,
    totals: &'a Map<String, Value>,
    rows: &'a [Map<String, Value>],
    #[serde(skip_serializing_if = "Option::is_none")]
    truncated: Option<bool>,
}

impl<'a> Told<'a> {
    fn of(answered: &'a Answered) -> Self {
        let Answered { report, filters, totals, rows, truncated, names: _ } = answered;
        Self { report, filters, totals, rows, truncated: truncated.then_some(true) }
    }
}

fn list(format: Format) -> Result<String> {
    if format == Format::Json {
        let all = catalogue::all().map(|report| {
            let filters: Vec<_> = report.filters.iter().map(|filter| filter.key()).collect();
            serde_json::json!({ "name": report.name, "title": report.titled(&Map::new()),
                "question": report.question, "grain": report.grain, "filters": filters })
        });
        return Ok(serde_json::to_string_pretty(&all.collect::<Vec<_>>())? + "\n");
    }
    let told = catalogue::all().map(|report| {
        let filters: Vec<_> =
            report.filters.iter().map(|filter| filter.key().replace('_', "-")).collect();
        let title = report.titled(&Map::new());
        let (name, question) = (report.name, report.question);
        format!("{name}: {title}\n    {question}\n    --{}\n", filters.join(" --"))
    });
    Ok(told.collect())
}

fn table(report: &'static Report, answered: &Answered) -> String {
    let columns = present(report, answered);
    let head = columns.iter().map(|column| column.key.to_owned()).collect();
    let rows = answered.rows.iter();
    let rows = rows.map(|row| columns.iter().map(|column| cell(row, column.key)).collect());
    let lines: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    let widths: Vec<usize> = (0..columns.len())
        .map(|at| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or(0))
        .collect();
    let filters = answered.filters.iter().map(|(key, value)| format!("{key} {}", plain(value)));
    let mut told = format!(
        "{}\n{}\n\n",
        report.titled(&answered.filters),
        filters.collect::<Vec<_>>().join(", ")
    );
    for line in &lines {
        let cells = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        told += cells.collect::<Vec<_>>().join("  ").trim_end();
        told.push('\n');
    }
    told.push('\n');
    for (key, value) in &answered.totals {
        told += format!("{key}: {}", plain(value)).trim_end();
        told.push('\n');
    }
    told
}

#[derive(Debug, clap::Subcommand)]
pub enum FactsCommand {
    /// Make all facts of a workspace anew from its journal; nobody may serve the directory meanwhile
    Rebuild {
        /// A data directory that nobody serves
        #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
        data: PathBuf,
        /// The workspace's key; all of them if none is named
        #[arg(long, value_name = "KEY")]
        workspace: Option<String>,
    },
}

pub async fn facts(command: FactsCommand) -> Result<()> {
    let FactsCommand::Rebuild { data, workspace } = command;
    let store = SqliteStore::open(&data).map_err(|error| anyhow!("{}: {error}", error.code()))?;
    let known = store.workspaces().await?;
    let chosen =
        known.iter().filter(|known| workspace.as_ref().is_none_or(|key| known.key == *key));
    let chosen: Vec<_> = chosen.collect();
    if chosen.is_empty() {
        bail!("unknown_workspace: there is no such workspace in {}", data.display());
    }
    for known in chosen {
        let bar = indicatif::ProgressBar::new(0).with_prefix(known.key.clone()).with_style(
            indicatif::ProgressStyle::with_template(
                "{prefix} {wide_bar} {pos}/{len} records {eta}",
            )?,
        );
        let told = reports::facts::rebuild(&store, known.id, |at, of| {
            bar.set_length(of);
            bar.set_position(at);
        });
        let facts = told.await?;
        bar.finish_and_clear();
        println!("{}: facts made anew from {} records", known.key, facts.position().sequence.0);
    }
    Ok(())
}
