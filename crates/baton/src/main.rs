//! The one executable. Parses arguments and calls what does the work; holds no rule.

mod admin;
mod bench;
mod check;
mod contracts;
mod demo;
mod explain;
mod export;
mod generate;
mod histories;
mod import;
mod own_server;
mod own_workspace;
mod play;
mod replay;
mod report;
mod serve;
mod simulate;
mod story;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Self-hosted live chat made for the hand-over
#[derive(Parser)]
#[command(version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve all workspaces of a data directory
    Serve(serve::ServeOptions),
    /// Check a workspace document and say what is wrong with it
    Check {
        /// A workspace document (YAML)
        file: PathBuf,
    },
    /// Set up workspaces, accounts and tokens in a data directory that nobody serves
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Play dialogues through real sockets and compare every transcript with the journal
    Play(play::PlayOptions),
    /// Put load on a server and measure it
    Bench(bench::BenchOptions),
    /// Replay a workspace's journal from its first record and check every invariant
    Replay(replay::ReplayOptions),
    /// Import the history of another system from a table (CSV), for reports, Flow and Metadata
    Import(import::ImportOptions),
    /// Write conversations for process-mining tools (XES or CSV): their paths, or all that happened
    Export(export::ExportOptions),
    /// Make up what never was, for measuring
    #[command(subcommand)]
    Generate(generate::GenerateCommand),
    /// Ask a report of a workspace: --list tells which there are
    Report(Box<report::ReportOptions>),
    /// Look after the facts that reports are made from
    #[command(subcommand)]
    Facts(report::FactsCommand),
    /// Say why each agent was, or was not, chosen for a conversation, at each moment
    Explain(explain::ExplainOptions),
    /// Play a `.story` script and print what happened; with --frames, write what each viewer was told
    Story(story::StoryOptions),
    /// Simulate days with faults, or a waiting line of queueing theory, over the real rules
    Simulate(simulate::SimulateOptions),
    /// Write the contracts (OpenAPI, JSON Schema) into a directory
    Contracts {
        #[arg(long, default_value = "api")]
        into: PathBuf,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("baton: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve(options) => in_runtime(serve::serve(options)),
        Command::Check { file } => check::check(&file),
        Command::Admin(command) => in_runtime(admin::admin(command)),
        Command::Play(options) => in_runtime(play::play(options)),
        Command::Bench(options) => in_runtime(bench::bench(options)),
        Command::Replay(options) => in_runtime(replay::command(options)),
        Command::Import(options) => in_runtime(import::command(options)),
        Command::Export(options) => in_runtime(export::command(options)),
        Command::Generate(command) => in_runtime(generate::command(command)),
        Command::Report(options) => in_runtime(report::command(*options)),
        Command::Facts(command) => in_runtime(report::facts(command)),
        Command::Explain(options) => in_runtime(explain::command(options)),
        Command::Simulate(options) => simulate::simulate(&options),
        Command::Story(options) => story::command(&options),
        Command::Contracts { into } => contracts::write(&into),
    }
}

fn in_runtime(work: impl Future<Output = Result<()>>) -> Result<()> {
    // As many threads as the process may use: `taskset` and containers are heeded.
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build()?
        .block_on(work)
}
