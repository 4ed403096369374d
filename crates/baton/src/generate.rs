//! `baton generate history`: years of conversations that never were, to measure reports on. What happens in them is drawn by
//! `sim::past`; here they are written, batch after batch, so that a million of them fits into any memory.

use std::{path::PathBuf, time::Instant};

use anyhow::{Result, bail};
use domain::ids::ConversationId;
use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use reports::import::names::Names;
use sim::past::{Past, Places, ZONE, cast};

use crate::histories::Histories;

#[derive(Debug, clap::Subcommand)]
pub enum GenerateCommand {
    /// Write a made-up history: conversations of three years over three tiers, with waits, offers, hand-overs, conferences and ratings.
    ///
    /// They are written directly, as closed histories with their facts: no rule is asked, no message is written, and live state
    /// does not change. The same seed gives the same history.
    History(HistoryOptions),
}

#[derive(Debug, clap::Args)]
pub struct HistoryOptions {
    /// A data directory that nobody serves
    #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
    data: PathBuf,
    /// The workspace's key; it is made if it is not there
    #[arg(long, value_name = "KEY")]
    workspace: String,
    #[arg(long, default_value_t = 10_000)]
    conversations: u64,
    /// The same seed gives the same history
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub async fn command(GenerateCommand::History(options): GenerateCommand) -> Result<()> {
    let HistoryOptions { data, workspace, conversations, seed } = options;
    let started = Instant::now();
    let mut histories = Histories::open(&data, &workspace).await?;
    let case = |number: u64| format!("made-up-{seed}-{number}");
    if histories.has(&case(0)) {
        bail!("already_generated: the workspace has the history of seed {seed}");
    }
    let first = histories.conversation(&case(0));
    let past = Past::new(seed, conversations, first, places(&mut histories.names));
    let bar = ProgressBar::new(conversations).with_style(ProgressStyle::with_template(
        "{elapsed_precise} {wide_bar} {human_pos}/{human_len} conversations, {eta} to go",
    )?);
    let mut steps = 0;
    for number in 0..conversations {
        let told = past.steps(number);
        steps += told.len() as u64;
        histories.append(ConversationId(first.0 + number), case(number), told).await?;
        bar.inc(1);
    }
    histories.finish().await?;
    bar.finish_and_clear();
    println!("written directly, as histories; no rule was asked and no message was written");
    println!("conversations {:>14}", HumanCount(conversations).to_string());
    println!("steps         {:>14}", HumanCount(steps).to_string());
    println!("seconds       {:>14.1}", started.elapsed().as_secs_f64());
    Ok(())
}

/// Ids for the cast.
fn places(names: &mut Names) -> Places {
    names.set_zone(ZONE);
    let mut number = 0;
    let mut agents_of = |queue: &cast::Queue, names: &mut Names| {
        (0..queue.agents)
            .map(|_| {
                number += 1;
                names.agent(&cast::agent(number - 1))
            })
            .collect()
    };
    Places {
        queues: cast::QUEUES.iter().map(|queue| names.queue(queue.name, queue.tier)).collect(),
        agents: cast::QUEUES.iter().map(|queue| agents_of(queue, names)).collect(),
        supervisors: cast::SUPERVISORS.iter().map(|name| names.agent(name)).collect(),
    }
}
