//! The quiet days on which predictors of waits are measured: they are what their names say.

use sim::{
    BEGIN, HOUR_MS, Observer, Simulation,
    figures::Figures,
    ground::{BareDesk, Ground, Scrutiny},
    people::Crowd,
    profile::Profile,
};

/// Plays some hours of a profile on a bare desk.
fn day(
    name: &str,
    seed: u64,
    hours: u64,
    observer: &mut impl Observer,
) -> Simulation<BareDesk, Crowd> {
    let profile = Profile::named(name).expect("a profile");
    let ground = BareDesk::new(profile.config().expect("a sound document"), Scrutiny::Touched);
    let crowd = Crowd::new(profile, seed).expect("a sound document");
    let mut simulation = Simulation::new(ground, crowd);
    simulation.run_until(BEGIN.after(hours * HOUR_MS), observer).expect("nothing breaks");
    simulation
}

#[test]
fn on_every_quiet_day_people_wait_and_most_are_served() {
    for name in ["steady", "shared", "noon"] {
        let mut figures = Figures::default();
        day(name, 1, 8, &mut figures);
        let waits = &figures.waits;
        let long = waits.answered_ms.iter().filter(|ms| **ms > 60_000).count();
        let said = format!(
            "{name}: {} ended, mean {:.0} s, {long} over a minute, {:.1} % abandoned",
            waits.ended(),
            waits.mean_ms() / 1e3,
            100.0 * waits.abandonment()
        );
        assert!(waits.ended() > 500, "{said}");
        assert!(long as u64 > waits.ended() / 10, "{said}");
        assert!(waits.abandonment() < 0.25, "{said}");
    }
}

#[test]
fn the_same_seed_plays_the_same_day() {
    let states =
        [7, 7, 8].map(|seed| day("shared", seed, 2, &mut ()).ground.desk().state().clone());
    assert_eq!(states[0], states[1]);
    assert_ne!(states[0], states[2]);
}

#[test]
fn waits_are_longer_after_noon_when_fewer_agents_are_there() {
    let mut morning = Figures::default();
    let mut simulation = day("noon", 3, 3, &mut morning);
    let mut later = Figures::default();
    simulation.run_until(BEGIN.after(8 * HOUR_MS), &mut later).expect("nothing breaks");
    assert!(later.waits.mean_ms() > 2.0 * morning.waits.mean_ms());
}
