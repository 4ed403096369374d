//! `baton export`: conversations for process-mining tools. Reads only; a directory that is being served can be read as well.
//!
//! What a trace says stands in `reports::export`; here the journal is gone through, one conversation in memory at a time.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::BufWriter,
    path::PathBuf,
};

use anyhow::{Context, Result, bail};
use domain::{
    event::Event,
    ids::{ConversationId, Timestamp},
};
use indicatif::{ProgressBar, ProgressStyle};
use reports::export::{self, Names, Occurrence, Table, Trace, Write, Xes};
use store::{Record, Sequence, Store, WorkspaceId, codec, limits::PAGE_RECORDS};
use store_sql::SqliteStore;

use crate::own_workspace;

const HISTORY: &str = "history.imported";

#[derive(Debug, clap::Args)]
pub struct ExportOptions {
    /// A data directory; one that is being served can be read as well
    #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
    data: PathBuf,
    /// The workspace's key
    #[arg(long, value_name = "KEY")]
    workspace: String,
    #[arg(long, value_enum)]
    format: Format,
    #[arg(long, value_enum, default_value = "flow")]
    what: What,
    /// Conversations that began at this date or time, or later; in the workspace's zone
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// Conversations that began before this date or time
    #[arg(long, value_name = "TIME")]
    to: Option<String>,
    file: PathBuf,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Xes,
    Csv,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum What {
    /// An event for each change of queue or owner; the queue is the activity
    Flow,
    /// Every event of the journal; its kind is the activity
    Journal,
}

struct Exporting {
    store: SqliteStore,
    workspace: WorkspaceId,
    names: Names,
    what: What,
    from: Timestamp,
    to: Timestamp,
    into: Box<dyn Write>,
    written: u64,
}

/// Where conversations stand in the journal.
#[derive(Default)]
struct Found {
    live: BTreeSet<ConversationId>,
    /// By the last record of each history, which goes before those before it.
    histories: BTreeMap<ConversationId, Sequence>,
}

pub async fn command(options: ExportOptions) -> Result<()> {
    let store = SqliteStore::open_read_only(&options.data)
        .map_err(|error| anyhow::anyhow!("{}: {error}", error.code()))?;
    let workspace = own_workspace::find(&store, Some(&options.workspace)).await?;
    let names = names(&store, workspace).await?;
    let moment = |text: &Option<String>, otherwise| match text {
        None => Ok(otherwise),
        Some(text) => export::moment(text, names.zone())
            .with_context(|| format!("bad_time: `{text}` is no date and no time")),
    };
    let (from, to) =
        (moment(&options.from, Timestamp(0))?, moment(&options.to, Timestamp(u64::MAX))?);
    let file = options.file.display();
    let unwritable = || format!("file_unwritable: {file}");
    let into = BufWriter::new(File::create(&options.file).with_context(unwritable)?);
    let into: Box<dyn Write> = match options.format {
        Format::Xes => Box::new(Xes::begin(into)?),
        Format::Csv => Box::new(Table::begin(into)?),
    };
    let what = options.what;
    let exporting = Exporting { store, workspace, names, what, from, to, into, written: 0 };
    let written = exporting.run().await?;
    println!("{written} conversations");
    Ok(())
}

/// What queues and agents are called.
async fn names(store: &SqliteStore, workspace: WorkspaceId) -> Result<Names> {
    let mut names = Names::default();
    let head = store.head(workspace).await?;
    for record in store.configurations(workspace, head, head).await? {
        if let Event::WorkspaceConfigured { config } = record.event()? {
            names.config = *config;
        }
    }
    for record in store.histories_named(workspace).await? {
        if let Event::HistoryNamed { names: more } = record.event()? {
            names.histories.queues.extend(more.queues);
            names.histories.agents.extend(more.agents);
            names.histories.zone = more.zone;
        }
    }
    Ok(names)
}

impl Exporting {
    async fn run(mut self) -> Result<u64> {
        let found = self.find().await?;
        let all = found.live.len() + found.histories.len();
        let bar = ProgressBar::new(all as u64).with_style(ProgressStyle::with_template(
            "{elapsed_precise} {wide_bar} {human_pos}/{human_len} conversations",
        )?);
        for conversation in found.live {
            let records = self.of(conversation).await?;
            self.write(&format!("cnv_{}", conversation.0), &records)?;
            bar.inc(1);
        }
        // In the order of the journal, so that each is read beside the next.
        let histories: BTreeSet<Sequence> = found.histories.into_values().collect();
        for sequence in histories {
            let before = Sequence(sequence.0 - 1);
            let records = self.store.records(self.workspace, before, 1).await?;
            let Some(record) = records.first() else { bail!("store_failed") };
            if let Event::HistoryImported { case, .. } = record.event()? {
                self.write(&case, &records)?;
            }
            bar.inc(1);
        }
        bar.finish_and_clear();
        self.into.end()?;
        Ok(self.written)
    }

    async fn find(&self) -> Result<Found> {
        let mut found = Found::default();
        let head = self.store.head(self.workspace).await?;
        let bar = ProgressBar::new(head.0).with_style(ProgressStyle::with_template(
            "{elapsed_precise} {wide_bar} {human_pos}/{human_len} records",
        )?);
        let mut at = Sequence::START;
        loop {
            let page = self.store.records(self.workspace, at, PAGE_RECORDS).await?;
            let Some(last) = page.last() else { break };
            at = last.sequence;
            for record in &page {
                match record.conversation {
                    Some(conversation) if record.kind == HISTORY => {
                        found.histories.insert(conversation, record.sequence);
                    }
                    // Begun here: of a history, what is noted of it later is none of its story.
                    Some(conversation) if record.kind == "conversation.opened" => {
                        found.live.insert(conversation);
                    }
                    _ => {}
                }
            }
            bar.set_position(at.0);
        }
        bar.finish_and_clear();
        Ok(found)
    }

    async fn of(&self, conversation: ConversationId) -> Result<Vec<Record>> {
        Ok(self.store.whole_conversation(self.workspace, conversation).await?)
    }

    fn write(&mut self, name: &str, records: &[Record]) -> Result<()> {
        let mut events = Vec::new();
        for record in records {
            let told = record.told()?.into_iter();
            events.extend(told.map(|(at, event)| (at, record.actor, event)));
        }
        let began = events.first().map_or(Timestamp(0), |(at, ..)| *at);
        if began < self.from || began >= self.to {
            return Ok(());
        }
        let trace = match self.what {
            What::Flow => {
                let told = events.iter().map(|(at, _, event)| (*at, event));
                export::flow(name, told, &self.names)
            }
            What::Journal => {
                let occurrences = events.iter().map(|(at, actor, event)| Occurrence {
                    at: *at,
                    activity: codec::encode(event).kind.to_owned(),
                    transition: "complete",
                    resource: self.names.person(*actor),
                    ..Occurrence::default()
                });
                let occurrences = occurrences.collect();
                Some(Trace { name: name.to_owned(), tags: Vec::new(), occurrences })
            }
        };
        if let Some(trace) = trace {
            self.into.trace(&trace)?;
            self.written += 1;
        }
        Ok(())
    }
}
