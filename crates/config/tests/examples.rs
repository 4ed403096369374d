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
fn the_demo_has_three_tiers_with_ways_up_hours_and_two_languages() {
    let demo = config::load(DEMO, None, NOW).unwrap();
    let tiers: std::collections::BTreeSet<u8> =
        demo.queues.values().map(|queue| queue.tier).collect();
    assert_eq!((tiers.len(), demo.teams.len(), demo.agents.len()), (3, 4, 8));
    let ways = demo.stages.values().filter_map(|stage| stage.connect());
    assert_eq!(ways.map(|connect| connect.escalations.len()).sum::<usize>(), 5);
    assert_eq!(demo.languages.keys().collect::<Vec<_>>(), ["de", "en"]);
    assert!(demo.queues.values().any(|queue| queue.hours.is_some()));
    assert!(demo.agents.values().any(|agent| !agent.roles.supervises.is_empty()));
    assert!(demo.agents.values().any(|agent| agent.roles.admin));
}

#[test]
fn the_guide_is_one_document_without_a_finding() {
    let guide = include_str!("../../../docs/document.md");
    let examples = guide.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let text = format!("workspace: {{ name: Guide }}\n{}", examples.collect::<String>());
    let document = config::parse(&text).unwrap_or_else(|findings| panic!("{findings}"));
    let findings = config::check(&document);
    assert!(findings.is_empty(), "{}", config::render(&findings, "docs/document.md", &text));
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
