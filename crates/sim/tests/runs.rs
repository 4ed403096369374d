//! Days on which everything goes wrong, from several seeds; together they come everywhere.

use sim::{Reach, Run, profile::Profile};

fn play(profile: &str, seed: u64, hours: u64) -> sim::Outcome {
    let profile = Profile::named(profile).expect("a profile");
    let outcome = Run { profile, seed, hours }.play(&mut (), |_| ()).expect("a sound document");
    if let Some(failure) = &outcome.failure {
        panic!("seed {seed}, {}: {failure}", failure.at.0);
    }
    outcome
}

#[test]
fn the_seeds_together_come_everywhere() {
    let mut reach = Reach::default();
    for seed in 1..=2 {
        for profile in ["mixed", "storms"] {
            reach.join(&play(profile, seed, 4).reach);
        }
    }
    assert_eq!(reach.missing(), Vec::<String>::new());
    assert_eq!(reach.wrongly_excused(), Vec::<&str>::new());
}
