//! `baton simulate`: days that never were, and the waiting lines of the textbook. What is played is in `sim`.

mod model;

use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct SimulateOptions {
    /// The same seed plays the same run
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print one JSON object in place of the table
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    model: model::ModelOptions,
}

pub fn simulate(options: &SimulateOptions) -> Result<()> {
    model::play(&options.model, options.seed, options.json)
}
