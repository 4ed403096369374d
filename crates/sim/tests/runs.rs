//! Days on which everything goes wrong, from several seeds; together they come everywhere.

use std::{num::NonZeroUsize, thread};

use sim::{Outcome, Reach, Run, profile::Profile};

/// Some two minutes of one processor without optimisation; with `BATON_LONG` ten times that.
fn seeds() -> u64 {
    if std::env::var_os("BATON_LONG").is_some() { 100 } else { 10 }
}

fn run(profile: &str, seed: u64, hours: u64) -> Run {
    Run { profile: Profile::named(profile).expect("a profile"), seed, hours }
}

/// Plays a run that is expected to hold; one that does not is shown as short as it can be.
fn play(run: &Run) -> Outcome {
    let outcome = run.play(&mut (), |_| ()).expect("a sound document");
    if let Some(failure) = &outcome.failure {
        let story = run.story(&outcome);
        let story = story.unwrap_or_else(|| "no script breaks it; play the seed again".to_owned());
        panic!("{} of seed {} at {}: {failure}\n{story}", run.profile.name, run.seed, failure.at.0);
    }
    outcome
}

/// Plays runs on every processor there is, and joins where they have been.
fn play_all(runs: &[Run]) -> Reach {
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let lots = runs.chunks(runs.len().div_ceil(processors));
    thread::scope(|scope| {
        let lots: Vec<_> = lots.map(|lot| scope.spawn(|| reach_of(lot))).collect();
        let mut joined = Reach::default();
        for lot in lots {
            joined.join(&lot.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        joined
    })
}

fn reach_of(runs: &[Run]) -> Reach {
    let mut reach = Reach::default();
    runs.iter().for_each(|run| reach.join(&play(run).reach));
    reach
}

#[test]
fn nothing_breaks_and_the_seeds_together_come_everywhere() {
    let runs: Vec<Run> = (1..=seeds())
        .flat_map(|seed| [run("mixed", seed, 5), run("storms", seed, 5)])
        .chain([run("centre", 1, 1)])
        .collect();
    let reach = play_all(&runs);
    assert_eq!(reach.missing(), Vec::<String>::new());
    assert_eq!(reach.wrongly_excused(), Vec::<&str>::new());
}

#[test]
fn the_same_seed_comes_to_the_same_end() {
    let ends = [5, 5, 6].map(|seed| {
        let outcome = play(&run("storms", seed, 2));
        (outcome.state, outcome.records)
    });
    assert_eq!(ends[0], ends[1]);
    assert_ne!(ends[0], ends[2]);
}

#[test]
fn a_day_on_which_every_command_is_sent_twice_ends_as_one_without() {
    let mut quiet = run("steady", 1, 1);
    let alone = play(&quiet);
    quiet.profile.faults.repeats = 1.0;
    let repeated = play(&quiet);
    assert_eq!(alone.state, repeated.state, "each takes effect once (I8)");
}
