//! The estimated wait against two simple predictors, on the quiet days. Prints the table of
//! `docs/estimated-wait.md`; thirty days of each with `BATON_LONG`, else enough of them to be sure.

use sim::{
    BEGIN, HOUR_MS, Simulation,
    ground::{BareDesk, Scrutiny},
    people::Crowd,
    profile::Profile,
    trial::{Forecast, Trial, Worth},
};

const HOURS: u64 = 8;

fn seeds() -> u64 {
    if std::env::var_os("BATON_LONG").is_some() { 30 } else { 6 }
}

/// Eight hours of each seed.
fn forecasts(day: &str) -> Vec<Forecast> {
    let mut all = Vec::new();
    for seed in 1..=seeds() {
        let profile = Profile::named(day).expect("a profile");
        let ground = BareDesk::new(profile.config().expect("a sound document"), Scrutiny::Off);
        let crowd = Crowd::new(profile, seed).expect("a sound document");
        let mut trial = Trial::default();
        Simulation::new(ground, crowd)
            .run_until(BEGIN.after(HOURS * HOUR_MS), &mut trial)
            .expect("nothing breaks");
        all.append(&mut trial.forecasts);
    }
    all
}

#[test]
fn the_estimate_beats_the_last_waits_on_every_day_and_its_upper_figure_holds() {
    let mut table = vec![format!(
        "{:<8} {:<9} {:>6} {:>8} {:>9} {:>9} {:>9} {:>7} {:>7}",
        "day", "who", "waits", "mean", "estimate", "last ten", "last", "p50", "p90"
    )];
    let mut failed = Vec::new();
    for day in ["steady", "shared", "noon"] {
        let forecasts = forecasts(day);
        let answered = Worth::of(forecasts.iter().filter(|f| f.answered));
        for (who, worth) in [("all", Worth::of(forecasts.iter())), ("answered", answered)] {
            table.push(format!(
                "{day:<8} {who:<9} {:>6} {:>6.0} s {:>9.3} {:>9.3} {:>9.3} {:>5.1} % {:>5.1} %",
                worth.waits,
                worth.mean_ms / 1e3,
                worth.estimate,
                worth.last_ten,
                worth.last,
                100.0 * worth.within_p50,
                100.0 * worth.within_p90
            ));
            let better = worth.estimate < worth.last_ten.min(worth.last);
            if !better || !(0.85..=0.95).contains(&worth.within_p90) {
                failed.push(format!("{day}, {who}"));
            }
        }
    }
    println!("{} seeds\n{}", seeds(), table.join("\n"));
    assert!(failed.is_empty(), "not so on {failed:?}:\n{}", table.join("\n"));
}
