//! `baton simulate --model`: a waiting line of the textbook, played by the real routing.

use anyhow::{Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use sim::model::{Estimate, Model, Row};

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// Visitors wait as long as it takes
    ErlangC,
    /// Visitors leave when their patience is over
    ErlangA,
}

#[derive(Debug, clap::Args)]
pub struct ModelOptions {
    /// Play a waiting line of queueing theory in place of a profile
    #[arg(long, requires_all = ["agents", "load"])]
    model: Option<Kind>,
    #[arg(long, requires = "model")]
    agents: Option<u32>,
    /// Arrivals in a mean service time
    #[arg(long, requires = "model")]
    load: Option<f64>,
    /// Mean patience of a visitor, in mean service times (erlang-a)
    #[arg(long, requires = "model")]
    patience: Option<f64>,
    /// Chats one agent holds at once
    #[arg(long, requires = "model", default_value_t = 1, value_name = "K")]
    chats_per_agent: u32,
    /// With k chats at once a service takes 1 + B (k − 1) times as long
    #[arg(long, requires = "model", default_value_t = 0.0, value_name = "B")]
    slowdown: f64,
}

impl ModelOptions {
    pub fn is_asked_for(&self) -> bool {
        self.model.is_some()
    }
}

pub fn play(options: &ModelOptions, seed: u64, as_json: bool) -> Result<()> {
    let patience = match (options.model, options.patience) {
        (Some(Kind::ErlangA), None) => bail!("patience_missing: erlang-a needs --patience"),
        (Some(Kind::ErlangC), Some(_)) => bail!("patience_unused: erlang-c knows no --patience"),
        (_, patience) => patience,
    };
    let model = Model {
        agents: options.agents.unwrap_or_default(),
        load: options.load.unwrap_or_default(),
        patience,
        chats_per_agent: options.chats_per_agent,
        slowdown: options.slowdown,
        seed,
    };
    let bar = ProgressBar::new_spinner()
        .with_style(ProgressStyle::with_template("{elapsed_precise} {spinner} {msg}")?);
    let row = model.play(|widest| {
        bar.set_message(format!("widest interval is {widest:.2} of what it may be"));
        bar.tick();
    })?;
    bar.finish_and_clear();
    if as_json {
        println!("{}", in_json(&row));
    } else {
        println!("{} arrivals; times in mean service times", row.arrivals);
        for (name, found) in figures(&row) {
            println!("{name:<10} {:>10.6} ± {:.6}", found.value, found.ci95);
        }
    }
    Ok(())
}

fn figures(row: &Row) -> [(&'static str, Estimate); 4] {
    [
        ("p_wait", row.p_wait),
        ("mean_wait", row.mean_wait),
        ("p_abandon", row.p_abandon),
        ("occupancy", row.occupancy),
    ]
}

fn in_json(row: &Row) -> serde_json::Value {
    let mut object = json!({ "arrivals": row.arrivals });
    for (name, found) in figures(row) {
        object[name] = json!({ "value": found.value, "ci95": found.ci95 });
    }
    object
}
