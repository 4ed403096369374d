//! The documents under `docs/examples` can be put in force as they are.

use domain::config::{AgentKind, Entry};

use crate::NOW;

const DEMO: &str = include_str!("../../../docs/examples/demo.yaml");
const PLAY: &str = include_str!("../../../docs/examples/play.yaml");

#[test]
fn every_example_passes_the_checker_without_a_finding() {
    for (name, text) in [("demo", DEMO), ("play", PLAY), ("small", super::SMALL)] {
        let document = config::parse(text).unwrap_or_else(|findings| panic!("{name}: {findings}"));
        let findings = config::check(&document);
        assert!(findings.is_empty(), "{}", config::render(&findings, name, text));
    }
}

#[test]
fn the_demo_has_two_tiers_three_teams_and_six_agents() {
    let demo = config::load(DEMO, None, NOW).unwrap();
    let tiers: std::collections::BTreeSet<u8> =
        demo.queues.values().map(|queue| queue.tier).collect();
    assert_eq!((tiers.len(), demo.teams.len(), demo.agents.len()), (2, 3, 6));
    assert!(demo.agents.values().any(|agent| !agent.roles.supervises.is_empty()));
    assert!(demo.agents.values().any(|agent| agent.roles.admin));
}

#[test]
fn the_proving_ground_has_room_for_the_largest_load() {
    let play = config::load(PLAY, None, NOW).unwrap();
    let programs: Vec<_> =
        play.agents.values().filter(|agent| agent.kind == AgentKind::Bot).collect();
    assert_eq!(programs.len(), 12);
    assert!(programs.iter().map(|agent| agent.capacity).sum::<u32>() >= 6_000);
    let Entry::Queue(entry) = play.entry else { panic!("play begins in a queue") };
    let entry = &play.queues[&entry];
    assert!(entry.members.iter().map(|agent| play.agents[agent].capacity).sum::<u32>() >= 5_000);
}
