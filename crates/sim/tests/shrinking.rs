//! A run told as a script is the same run, and a script that fails gets as short as it can.

use domain::{Desk, command::Command};
use engine::Decided;
use sim::{Observer, Run, kinds, profile::Profile, shrink, story};

/// Keeps the kinds of all events.
#[derive(Default)]
struct Journal(Vec<&'static str>);

impl Observer for Journal {
    fn told(&mut self, _: &Desk, decided: &Decided) -> Vec<Command> {
        self.0.extend(decided.entries.iter().map(|entry| kinds::event(&entry.event)));
        Vec::new()
    }
}

/// What people did at the beginning of a run, and what came of it.
fn beginning(steps: usize) -> (Vec<String>, Journal) {
    let profile = Profile::named("mixed").expect("a profile");
    let mut journal = Journal::default();
    let outcome = Run { profile, seed: 3, hours: 1 }.play(&mut journal, |_| ());
    let outcome = outcome.expect("a sound document");
    assert_eq!(outcome.failure, None);
    (outcome.steps.into_iter().take(steps).collect(), journal)
}

fn script(steps: &[String]) -> String {
    format!("workspace three-tiers\n{}\n", steps.join("\n"))
}

#[test]
fn a_run_told_as_a_script_plays_to_the_same_journal() {
    let (steps, journal) = beginning(500);
    let played = story::run(&script(&steps)).unwrap_or_else(|failure| panic!("{failure}"));
    let kinds: Vec<&str> =
        played.journal.iter().map(|record| kinds::event(&record.event)).collect();
    assert!(kinds.len() > steps.len());
    // A script has no word for the hours that the server renews.
    let told = journal.0.into_iter().filter(|kind| *kind != "HoursRenewed");
    assert_eq!(told.take(kinds.len()).collect::<Vec<_>>(), kinds);
}

#[test]
fn a_script_that_fails_is_shrunk_to_what_it_takes() {
    let (steps, _) = beginning(800);
    // As if the completion of a warm transfer were a failure.
    let fails = |script: &str| {
        story::run(script).is_ok_and(|story| story.to_string().contains("TransferCompleted"))
    };
    let short = shrink("workspace three-tiers", steps, fails).expect("somebody hands over warmly");
    let lines = short.lines().filter(|line| !line.is_empty()).count();
    assert!(lines <= 12, "{lines} lines:\n{short}");
    assert!(short.contains("transfers"), "{short}");
    assert!(fails(&short), "{short}");
}
