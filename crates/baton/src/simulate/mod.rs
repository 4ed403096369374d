//! `baton simulate`: days that never were, and the waiting lines of the textbook. What is played is in `sim`.

mod model;
mod summary;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use indicatif::{ProgressBar, ProgressStyle};
use sim::{Outcome, Run, profile::Profile};

#[derive(Debug, clap::Args)]
pub struct SimulateOptions {
    /// The same seed plays the same run
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// What kind of day; an unknown name lists those there are
    #[arg(long, default_value = "mixed", value_name = "NAME", conflicts_with = "model")]
    profile: String,
    #[arg(long, default_value_t = 8, conflicts_with = "model")]
    hours: u64,
    /// Play a `.story` and print what happened, in place of a profile
    #[arg(long, value_name = "FILE", conflicts_with_all = ["model", "profile", "doublecheck"])]
    story: Option<PathBuf>,
    /// Play it twice and compare what the two came to
    #[arg(long, conflicts_with = "model")]
    doublecheck: bool,
    /// Where the script of a run that broke is kept
    #[arg(long, default_value = ".", value_name = "DIR")]
    keep: PathBuf,
    /// Print one JSON object in place of the table
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    model: model::ModelOptions,
}

pub fn simulate(options: &SimulateOptions) -> Result<()> {
    if options.model.is_asked_for() {
        return model::play(&options.model, options.seed, options.json);
    }
    if let Some(file) = &options.story {
        return tell(file);
    }
    let profile =
        Profile::named(&options.profile).map_err(|what| anyhow!("unknown_profile: {what}"))?;
    let run = Run { profile, seed: options.seed, hours: options.hours };
    let outcome = play(&run)?;
    if options.json {
        println!("{}", summary::json(&run, &outcome));
    } else {
        print!("{}", summary::text(&run, &outcome));
    }
    if options.doublecheck {
        let again = play(&run)?;
        if again.state != outcome.state || again.records != outcome.records {
            bail!("not_repeatable: the same seed came to another end");
        }
    }
    match &outcome.failure {
        Some(failure) => bail!("broken: {failure}{}", keep(options, &run, &outcome)?),
        None => Ok(()),
    }
}

fn tell(file: &Path) -> Result<()> {
    let script =
        std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let story = sim::story::run(&script).map_err(|failure| anyhow!("broken: {failure}"))?;
    print!("{story}");
    Ok(())
}

/// Shrinks what broke and keeps it as a script; says where, or why not.
fn keep(options: &SimulateOptions, run: &Run, outcome: &Outcome) -> Result<String> {
    eprintln!("looking for the shortest script that breaks the same way …");
    let Some(story) = run.story(outcome) else {
        return Ok("\nno script breaks it without the engine and the store; play the seed again"
            .to_owned());
    };
    let file = options.keep.join(format!("broken-{}-{}.story", run.profile.name, run.seed));
    std::fs::write(&file, story).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(format!("\nkept as {}", file.display()))
}

fn play(run: &Run) -> Result<Outcome> {
    let bar = ProgressBar::new(1_000).with_style(ProgressStyle::with_template(
        "{elapsed_precise} {wide_bar} {percent} % of the hours",
    )?);
    let outcome = run.play(&mut (), |part| bar.set_position((part * 1_000.0) as u64));
    bar.finish_and_clear();
    outcome.map_err(|what| anyhow!("bad_document: {what}"))
}
