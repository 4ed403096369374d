//! `baton bench`: load on real sockets from a process of its own, and what the server makes of it.

mod board;
mod gauges;
mod history;
mod load;
mod report;
mod search;

use std::{path::PathBuf, time::Duration};

use anyhow::{Context, Result, bail};
use client::Api;

use crate::own_server::{self, OwnServer};

const DOCUMENT: &str = include_str!("../../../../docs/examples/play.yaml");

#[derive(Debug, clap::Args)]
pub struct BenchOptions {
    /// Conversations that write
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub conversations: usize,
    /// Messages per second of both sides together
    #[arg(long, value_name = "M", conflicts_with = "closed")]
    pub rate: Option<f64>,
    /// Each visitor's next message when the reply has come (without --rate this is so anyway)
    #[arg(long)]
    pub closed: bool,
    /// How long to measure
    #[arg(long, default_value_t = 10, value_name = "S")]
    pub seconds: u64,
    /// Silent conversations whose memory is measured first, on a server of their own; 0 leaves it out
    #[arg(long, default_value_t = 5000, value_name = "N")]
    pub idle: usize,
    /// Afterwards, replay the journal that was made and report records per second
    #[arg(long, conflicts_with = "server")]
    pub replay: bool,
    /// A server that runs already; otherwise one of its own is started and stopped
    #[arg(long, value_name = "URL", requires = "token")]
    pub server: Option<String>,
    /// The workspace on that server
    #[arg(long, default_value = own_server::WORKSPACE)]
    pub workspace: String,
    /// An administrator's API token for that workspace
    #[arg(long, env = "BATON_TOKEN", hide_env_values = true)]
    pub token: Option<String>,
    /// Processors for the server of its own, as `taskset` reads them
    #[arg(long, value_name = "CPUS", conflicts_with = "server")]
    pub server_cpus: Option<String>,
    /// Measure the search instead, over a history made of these dialogues (a file or a folder of them)
    #[arg(long, value_name = "PATH", conflicts_with_all = ["server", "replay", "closed", "rate"])]
    pub search: Option<PathBuf>,
    /// Messages of that history
    #[arg(long, default_value_t = 1_000_000, value_name = "N", requires = "search")]
    pub messages: u64,
    /// The board instead: agents change something, and so many supervisors look on, one measurement for each number
    #[arg(long, value_name = "N", value_delimiter = ',', conflicts_with_all = ["server", "closed", "replay"])]
    pub board: Vec<usize>,
    /// Agents who change something
    #[arg(long, default_value_t = 500, value_name = "N", requires = "board")]
    pub agents: usize,
    /// Says where a browser may look at the board meanwhile: address, e-mail and password
    #[arg(long, requires = "board")]
    pub browser: bool,
    /// Print one JSON object in place of the table
    #[arg(long)]
    pub json: bool,
}

pub async fn bench(options: BenchOptions) -> Result<()> {
    if let Some(dialogues) = &options.search {
        return search::search(dialogues, options.messages, DOCUMENT, options.json).await;
    }
    if options.rate.is_some_and(|rate| !rate.is_finite() || rate <= 0.0) {
        bail!("bad_rate: --rate is a number above 0");
    }
    if options.conversations == 0 || options.seconds == 0 {
        bail!("bad_load: --conversations and --seconds are numbers above 0");
    }
    if !options.board.is_empty() {
        return board(&options).await;
    }
    let cpus = options.server_cpus.as_deref();
    let mut report = report::Report::default();
    if options.idle > 0 {
        let own = match &options.server {
            Some(_) => None,
            None => Some(OwnServer::start_on(DOCUMENT, cpus).await?),
        };
        let (anybody, _) = callers(&options, own.as_ref())?;
        eprintln!("opening {} silent conversations …", options.idle);
        report.rss_per_idle_connection_bytes =
            Some(load::idle(&anybody, options.idle).await.context("idle")?);
        if let Some(own) = own {
            own.stop().await?;
        }
    }
    let own = match &options.server {
        Some(_) => None,
        None => Some(OwnServer::start_on(DOCUMENT, cpus).await?),
    };
    let (anybody, admin) = callers(&options, own.as_ref())?;
    let load = load::Load {
        conversations: options.conversations,
        rate: options.rate,
        measured: Duration::from_secs(options.seconds),
    };
    report.take(load.run(&anybody, &admin).await?);
    if let Some(own) = own {
        let data = own.stop_keeping_data().await?;
        if options.replay {
            report.replayed_records_per_s = Some(
                crate::replay::replay(data.path(), own_server::WORKSPACE).await?.records_per_s(),
            );
        }
    }
    if options.json {
        println!("{}", report.json())
    } else {
        println!("{}", report.table())
    }
    report.verdict()
}

/// Changes a second, where no rate is named.
const CHANGES_PER_S: f64 = 200.0;

async fn board(options: &BenchOptions) -> Result<()> {
    let most = options.board.iter().copied().max().unwrap_or_default();
    let document = board::document(options.agents, most.max(1));
    let account = options.browser.then_some((board::SUPERVISOR, board::PASSWORD));
    let cpus = options.server_cpus.as_deref();
    let own = OwnServer::start_with(&document, cpus, account).await?;
    let (anybody, admin) = callers(options, Some(&own))?;
    let board = board::Board {
        conversations: options.conversations,
        rate: options.rate.unwrap_or(CHANGES_PER_S),
        measured: Duration::from_secs(options.seconds),
        looking: options.board.clone(),
        browser: options.browser,
    };
    let looked = board.run(&anybody, &admin).await?;
    if options.json {
        println!("{}", serde_json::to_string(&looked)?)
    } else {
        print!("{}", board::table(&looked))
    }
    own.stop().await
}

fn callers(options: &BenchOptions, own: Option<&OwnServer>) -> Result<(Api, Api)> {
    let (server, token) = match own {
        Some(own) => (own.url(), own.admin_token()),
        None => (
            options.server.as_deref().unwrap_or_default(),
            options.token.as_deref().unwrap_or_default(),
        ),
    };
    let anybody = Api::new(server, &options.workspace)?;
    let admin = anybody.with_token(token);
    Ok((anybody, admin))
}
