//! Long journeys: the `.story` files of `scenarios`, with what came of each beside it (`.events`).

use expect_test::expect_file;

/// Plays `scenarios/NAME.story`.
fn journey(name: &str) {
    let scenarios = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios");
    let script =
        std::fs::read_to_string(format!("{scenarios}/{name}.story")).expect("a story of that name");
    match sim::story::run(&script) {
        Ok(story) => {
            expect_file![format!("{scenarios}/{name}.events")].assert_eq(&story.to_string())
        }
        Err(failure) => panic!("{name}.story {failure}"),
    }
}

#[test]
fn a_double_charge_goes_from_billing_over_two_specialists_to_sales() {
    journey("double-charge");
}

#[test]
fn an_evening_on_which_everything_goes_wrong_loses_nobody() {
    journey("bad-evening");
}

#[test]
fn a_rush_hour_keeps_the_order_and_everybodys_capacity() {
    journey("rush-hour");
}

#[test]
fn a_question_climbs_three_tiers_and_three_departments_end_it_together() {
    journey("up-three-tiers");
}
