//! The rules of SPEC §3 and §4 as stories: a script in, the events out. `docs/stories.md` says which rule is where.
//!
//! `check` is the one place that touches the API. Every story is also held to the invariants, to R8, I7 and I9
//! (`sim::story::check`).

mod assists;
mod attributes;
mod audit;
mod capacity;
mod chains;
mod choice;
mod closing;
mod cold;
mod completions;
mod conference;
mod conference_moves;
mod configuration;
mod days;
mod edges;
mod eligible;
mod erasure;
mod escalation;
mod escalation_limits;
mod estimated_wait;
mod estimates;
mod format;
mod guests;
mod hand_rules;
mod hours;
mod hours_over_time;
mod introductions;
mod invitations;
mod invited_queues;
mod journeys;
mod languages;
mod leaving;
mod left_messages;
mod lines;
mod lost_agents;
mod lost_in_transfers;
mod modes;
mod not_responding;
mod offers;
mod order;
mod parking;
mod past;
mod permissions;
mod raised_hands;
mod reading;
mod relaxation;
mod restarts;
mod returns;
mod runs;
mod shrinking;
mod stages;
mod table;
mod take_overs;
mod targets;
mod unanswered;
mod visitors;
mod waiting;
mod waiting_lines;
mod warm;
mod whispers;
mod words;
mod written_moves;

use expect_test::Expect;

/// Plays a script and compares what happened.
fn check(script: &str, expected: Expect) {
    match sim::story::run(script) {
        Ok(story) => expected.assert_eq(&story.to_string()),
        Err(failure) => panic!("{failure}"),
    }
}
