//! `baton play`: real dialogues, played by real sockets, handed over warm and cold, and checked to the last message.
//!
//! Visitors and agents are ordinary clients. When the last dialogue is over, what every party saw is held against
//! the journal's transcripts.

mod agent;
mod book;
pub mod dialogues;
mod plan;
mod report;
mod scripts;
mod visitor;

use std::{
    collections::{BTreeMap, VecDeque},
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use anyhow::{Context, Result, bail};
use client::{Api, ClientError, Patience};
use indicatif::{ProgressBar, ProgressStyle};
use protocol::{
    http::{
        AgentKind, Directory, DirectoryAgent, NewToken, NewVisitor, StaffTranscript, TokenMade,
        VisitorIdentity,
    },
    ids::ConversationId,
    staff,
};
use tokio::{sync::watch, task::JoinSet};

use crate::own_server::{self, OwnServer};

/// The workspace a play sets up on a server of its own.
const DOCUMENT: &str = include_str!("../../../../docs/examples/play.yaml");
/// Typing speed that `--speed 1` stands for: a minute has about 200 characters.
const CHARACTERS_PER_S: f64 = 3.3;
/// Thinking before typing, at `--speed 1`.
const THINKING_S: f64 = 2.0;
/// A server that restarts is back long before.
const PATIENCE: Patience = Patience(Duration::from_secs(60));

#[derive(Debug, clap::Args)]
pub struct PlayOptions {
    /// Tab-separated files (also .gz) with conversationId, turnNumber and utterance
    #[arg(long, required = true, num_args = 1.., value_name = "FILE")]
    pub dialogues: Vec<PathBuf>,
    /// How many times faster than people type; without it, as fast as it can
    #[arg(long, value_name = "TIMES")]
    pub speed: Option<f64>,
    /// Dialogues at once
    #[arg(long, default_value_t = 200, value_name = "N")]
    pub at_once: usize,
    /// Which plan of hand-overs
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// A server that runs already; otherwise one of its own is started and stopped
    #[arg(long, value_name = "URL", requires = "token")]
    pub server: Option<String>,
    /// The workspace on that server
    #[arg(long, default_value = own_server::WORKSPACE)]
    pub workspace: String,
    /// An administrator's API token for that workspace
    #[arg(long, env = "BATON_TOKEN", hide_env_values = true)]
    pub token: Option<String>,
    /// Print one JSON object in place of the table
    #[arg(long)]
    pub json: bool,
}

/// What all players share.
pub struct Stage {
    book: book::Book,
    scripts: scripts::Scripts,
    pace: Pace,
    patience: Patience,
    refusals: Mutex<BTreeMap<&'static str, u64>>,
}

impl Stage {
    fn refused(&self, code: &'static str) {
        *self.refusals.lock().unwrap_or_else(PoisonError::into_inner).entry(code).or_default() += 1;
    }
}

/// How long people take.
#[derive(Clone, Copy)]
struct Pace {
    speed: Option<f64>,
}

impl Pace {
    fn typing(self, text: &str) -> Duration {
        let Some(speed) = self.speed else { return Duration::ZERO };
        Duration::from_secs_f64(
            (THINKING_S + text.chars().count() as f64 / CHARACTERS_PER_S) / speed,
        )
    }
}

pub async fn play(options: PlayOptions) -> Result<()> {
    if options.speed.is_some_and(|speed| !speed.is_finite() || speed <= 0.0) {
        bail!("bad_speed: --speed is a number above 0");
    }
    if options.at_once == 0 {
        bail!("bad_at_once: --at-once is a number above 0");
    }
    let mut dialogues = Vec::new();
    for file in &options.dialogues {
        dialogues.extend(dialogues::read(file)?);
    }
    let stage = Arc::new(Stage {
        book: book::Book::default(),
        scripts: scripts::Scripts::default(),
        pace: Pace { speed: options.speed },
        patience: PATIENCE,
        refusals: Mutex::default(),
    });
    for dialogue in &dialogues {
        stage
            .scripts
            .add(&dialogue.id, plan::plan(options.seed, &dialogue.id, dialogue.utterances.len()));
    }
    let own = match &options.server {
        Some(_) => None,
        None => Some(OwnServer::start(DOCUMENT).await?),
    };
    let (server, token) = match &own {
        Some(own) => (own.url().to_string(), own.admin_token().to_string()),
        None => {
            (options.server.clone().unwrap_or_default(), options.token.clone().unwrap_or_default())
        }
    };
    let anybody = Api::new(&server, &options.workspace)?.with_patience(PATIENCE);
    let admin = anybody.with_token(&token);
    let (fall, curtain) = watch::channel(false);
    let mut agents = cast(&stage, &admin, &curtain).await?;

    let bar = ProgressBar::new(dialogues.len() as u64).with_style(
        ProgressStyle::with_template(
            "{elapsed_precise} {wide_bar} {pos}/{len} dialogues, {eta} to go",
        )
        .context("style")?,
    );
    let started = std::time::Instant::now();
    let outcome = perform(&stage, &anybody, dialogues, options.at_once, &bar).await;
    let took = started.elapsed();
    bar.finish_and_clear();
    let _ = fall.send(true);
    let mut broken = outcome.failures;
    while let Some(agent) = agents.join_next().await {
        if let Err(error) = agent? {
            broken.push(format!("an agent: {error}"));
        }
    }
    let transcripts = transcripts(&admin, &outcome.played).await?;
    let report = report::Report::new(&stage, &transcripts, took, broken);
    if let Some(own) = own {
        own.stop().await?;
    }
    if options.json {
        println!("{}", report.json())
    } else {
        println!("{}", report.table())
    }
    report.verdict()
}

/// Who plays: the workspace's programs, and where there are none, everybody.
pub fn players(directory: &Directory) -> Vec<&DirectoryAgent> {
    let bots: Vec<_> =
        directory.agents.iter().filter(|entry| entry.kind == AgentKind::Bot).collect();
    if bots.is_empty() { directory.agents.iter().collect() } else { bots }
}

/// Opens a token and a socket for everybody who plays.
async fn cast(
    stage: &Arc<Stage>,
    admin: &Api,
    curtain: &watch::Receiver<bool>,
) -> Result<JoinSet<Result<(), ClientError>>> {
    let directory: Directory =
        admin.get("directory").await.context("the workspace cannot be read")?;
    let mut agents = JoinSet::new();
    for entry in players(&directory) {
        let asked = NewToken { agent: entry.agent.id, name: "play".into() };
        let made: TokenMade =
            admin.post("tokens", &asked).await.context("no token for an agent")?;
        agents.spawn(agent::play(stage.clone(), admin.with_token(&made.token), curtain.clone()));
    }
    if agents.is_empty() {
        bail!("no_agents: the workspace has no agents");
    }
    Ok(agents)
}

struct Performance {
    played: Vec<ConversationId>,
    failures: Vec<String>,
}

/// Plays all dialogues, so many at once.
async fn perform(
    stage: &Arc<Stage>,
    anybody: &Api,
    dialogues: Vec<dialogues::Dialogue>,
    at_once: usize,
    bar: &ProgressBar,
) -> Performance {
    let waiting = Mutex::new(VecDeque::from(dialogues));
    let waiting = Arc::new(waiting);
    let failed = Arc::new(AtomicU64::new(0));
    let mut players = JoinSet::new();
    for _ in 0..at_once {
        let (stage, anybody, waiting, failed, bar) =
            (stage.clone(), anybody.clone(), waiting.clone(), failed.clone(), bar.clone());
        players.spawn(async move {
            let mut performance = Performance { played: Vec::new(), failures: Vec::new() };
            loop {
                let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let Some(dialogue) = next else { return performance };
                let id = dialogue.id.clone();
                match perform_one(&stage, &anybody, dialogue).await {
                    Ok(conversation) => performance.played.push(conversation),
                    Err(error) => {
                        failed.fetch_add(1, Ordering::Relaxed);
                        performance.failures.push(format!("dialogue {id}: {error:#}"));
                    }
                }
                bar.inc(1);
            }
        });
    }
    let mut all = Performance { played: Vec::new(), failures: Vec::new() };
    while let Some(done) = players.join_next().await {
        match done {
            Ok(one) => {
                all.played.extend(one.played);
                all.failures.extend(one.failures);
            }
            Err(error) => all.failures.push(format!("a visitor: {error}")),
        }
    }
    all
}

async fn perform_one(
    stage: &Arc<Stage>,
    anybody: &Api,
    dialogue: dialogues::Dialogue,
) -> Result<ConversationId> {
    let made: VisitorIdentity = anybody.post("visitors", &NewVisitor::default()).await?;
    Ok(visitor::play(stage.clone(), anybody.with_token(&made.token), dialogue).await?)
}

/// Everything the journal says of the conversations played.
async fn transcripts(
    admin: &Api,
    played: &[ConversationId],
) -> Result<BTreeMap<ConversationId, Vec<staff::Line>>> {
    let mut transcripts = BTreeMap::new();
    for conversation in played {
        let mut lines = Vec::new();
        let mut after = 0;
        loop {
            let path = format!("conversations/{conversation}/transcript?after={after}");
            let page: StaffTranscript = admin.get(&path).await.context("a transcript")?;
            lines.extend(page.lines);
            match page.next {
                Some(next) => after = next,
                None => break,
            }
        }
        transcripts.insert(*conversation, lines);
    }
    Ok(transcripts)
}
