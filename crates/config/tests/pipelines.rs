//! Pipelines, languages and policies as the rules get them.

use domain::{
    config::{ChainPolicy, Config, EdgeEnd, Entry, Fallback, FieldKind, HandRuleWhen, StageKind},
    ids::SkillId,
};
use expect_test::expect;

use crate::{NOW, small_with};

const DOCUMENT: &str = "\
workspace: { name: Harbour Bank }
settings: { chain_policy: { final_queue: overflow }, default_language: de }
skills: { cards: { name: Cards } }
teams: { front: { name: Front }, experts: { name: Experts } }
agents:
  ann: { name: Ann, email: ann@bank.example, roles: [agent, admin], teams: [front], languages: [de, en] }
  bob: { name: Bob, email: bob@bank.example, teams: [experts], skills: { cards: 4 }, languages: [pt-br] }
lists: { seniors: { name: Seniors, members: [bob] } }
hours: { office: { name: Office, zone: Europe/Berlin, open: { mon-fri: [09:00-17:00] } } }
queues:
  front:
    name: Front
    members: { teams: [front] }
    language: required
    relax: [{ after: 30s, drop: [language] }]
    hours: office
    out_of_hours: { stage: support/closed }
  overflow: { name: Overflow, tier: 3, members: { teams: [front, experts] } }
pipelines:
  support:
    name: Support
    messages: { queued: { en: One moment }, welcome: { en: '' } }
    stages:
      ask:
        kind: form
        fields:
          topic: { label: Topic, labels: { de: Thema }, kind: choice, required: true, options: { card: { label: A card, labels: { de: Eine Karte }, needs: { cards: 2 }, stage: experts }, other: { label: Other } } }
          mail: { label: E-mail, kind: email }
        next: desk
      desk:
        queue: front
        max_wait: 5m
        on_timeout: experts
        escalations:
          up: { label: To the experts, stage: experts, list: seniors, note_required: true }
        next: rating
      experts: { list: seniors, tier: 2, strategy: ordered, offer_timeout: 20s, on_timeout: back, on_drop: desk }
      last: { queue: overflow, on_timeout: { queue: front } }
      closed: { kind: message, text: { en: We are closed, de: Wir haben geschlossen }, next: leave }
      leave: { kind: offline_form }
      rating: { kind: survey, next: bye }
      bye: { kind: end }
edges: [{ from: { team: front }, to: { tier: 2 } }, { from: { queue: front }, to: { queue: overflow } }]
hand_rules: { angry: { keywords: [lawyer, Complaint] }, chain: chain_warning, quiet: { silence: 5m } }
entry: support
";

fn load() -> Config {
    config::load(DOCUMENT, None, NOW).unwrap_or_else(|findings| panic!("{findings}"))
}

#[test]
fn the_stages_of_a_pipeline_are_in_the_order_of_the_document() {
    let config = load();
    let pipeline = config.pipelines.values().next().unwrap();
    let keys: Vec<&str> =
        pipeline.stages.iter().map(|stage| config.stages[stage].key.as_str()).collect();
    assert_eq!(keys, ["ask", "desk", "experts", "last", "closed", "leave", "rating", "bye"]);
    assert_eq!(pipeline.first, pipeline.stages[0]);
    assert_eq!(config.entry, Entry::Pipeline(*config.pipelines.keys().next().unwrap()));
}

#[test]
fn a_stage_with_a_list_has_a_queue_of_its_own_that_keeps_its_id() {
    let config = load();
    let (id, queue) = config.queues.iter().find(|(_, q)| q.key == "support/experts").unwrap();
    assert_eq!((queue.name.as_str(), queue.tier), ("Seniors", 2));
    let bob = config.agents.iter().find(|(_, agent)| agent.key == "bob").unwrap().0;
    assert_eq!(queue.members, [*bob]);
    let later = DOCUMENT.replace("teams: { front", "teams: { back: { name: Back }, front");
    let later = config::load(&later, Some(&config), NOW).unwrap();
    assert_eq!(later.queues[id].key, "support/experts");
    assert_eq!(later.stages, config.stages);
    assert_eq!(later.next_id, config.next_id + 1);
}

#[test]
fn every_field_of_a_stage_reaches_the_rules() {
    let config = load();
    let stage = |key: &str| config.stages.values().find(|stage| stage.key == key).unwrap();
    let id = |key: &str| *config.stages.iter().find(|(_, stage)| stage.key == key).unwrap().0;
    let queue = |key: &str| *config.queues.iter().find(|(_, q)| q.key == key).unwrap().0;
    let connect = |key: &str| stage(key).connect().unwrap();
    assert_eq!(connect("desk").on_timeout, Some(Fallback::Stage(id("experts"))));
    assert_eq!(connect("experts").on_timeout, Some(Fallback::Back));
    assert_eq!(connect("experts").on_drop, Some(id("desk")));
    assert_eq!(connect("last").on_timeout, Some(Fallback::Queue(queue("front"))));
    assert_eq!(config.queues[&queue("front")].out_of_hours, Some(Fallback::Stage(id("closed"))));
    assert_eq!(stage("closed").kind, StageKind::Message { next: Some(id("leave")) });
    assert_eq!(stage("closed").messages["stage_message"]["de"], "Wir haben geschlossen");
    assert_eq!(stage("rating").kind, StageKind::Survey { next: Some(id("bye")) });
    assert_eq!(
        (&stage("leave").kind, &stage("bye").kind),
        (&StageKind::OfflineForm, &StageKind::End)
    );
    let StageKind::Form(form) = &stage("ask").kind else { panic!("ask is a form") };
    let FieldKind::Choice(options) = &form.fields[0].kind else { panic!("topic is a choice") };
    assert_eq!((&*form.fields[0].labels["de"], &*options[0].labels["de"]), ("Thema", "Eine Karte"));
    assert_eq!(options[0].stage, Some(id("experts")));
    assert_eq!(options[0].needs.values().collect::<Vec<_>>(), [&2]);
    let escalation = &connect("desk").escalations[0];
    assert_eq!((escalation.stage, escalation.note_required), (id("experts"), true));
    assert_eq!(escalation.list, config.lists.keys().next().copied());
}

#[test]
fn a_language_is_a_skill_of_its_own_that_can_be_dropped() {
    let config = load();
    expect![[r#"
        {
            "de": s10,
            "en": s11,
            "pt-br": s12,
        }
    "#]]
    .assert_debug_eq(&config.languages);
    let front = config.queues.values().find(|queue| queue.key == "front").unwrap();
    assert!(front.language_required);
    let all = config.languages.values().copied().chain([SkillId::UNSPOKEN]);
    assert_eq!(front.relax[0].drop, all.collect());
    let ann = config.agents.values().find(|agent| agent.key == "ann").unwrap();
    assert_eq!(ann.skills.get(&config.languages["de"]), Some(&1));
    assert_eq!(config.skills[&config.languages["pt-br"]].key, "language:pt-br");
    let fewer = config::load(&DOCUMENT.replace("[de, en]", "[en]"), Some(&config), NOW).unwrap();
    assert_eq!(fewer.languages["en"], config.languages["en"]);
    assert!(!fewer.languages.contains_key("de"));
}

#[test]
fn policies_name_what_they_are_about() {
    let config = load();
    let queue = |key: &str| *config.queues.iter().find(|(_, q)| q.key == key).unwrap().0;
    assert_eq!(config.settings.chain_policy, ChainPolicy::FinalQueue(queue("overflow")));
    assert_eq!(config.edges[0].to, EdgeEnd::Tier(2));
    assert_eq!(config.edges[1].from, EdgeEnd::Queue(queue("front")));
    let rules: Vec<_> = config.hand_rules.iter().map(|rule| &rule.when).collect();
    assert_eq!(
        rules,
        [
            &HandRuleWhen::Keyword(vec!["lawyer".to_owned(), "Complaint".to_owned()]),
            &HandRuleWhen::ChainWarning,
            &HandRuleWhen::Silence { ms: 300_000 }
        ]
    );
}

#[test]
fn an_entry_can_name_a_queue_or_a_pipeline_by_kind() {
    let pipeline = "pipelines: { main: { name: Main, stages: { desk: { queue: main } } } }\n";
    let entry = |entry: &str| {
        let text = small_with("entry: main", &format!("{pipeline}entry: {entry}"));
        config::load(&text, None, NOW).unwrap().entry
    };
    assert!(matches!(entry("main"), Entry::Queue(_)), "a queue goes before a pipeline");
    assert!(matches!(entry("{ pipeline: main }"), Entry::Pipeline(_)));
    assert!(matches!(entry("{ queue: main }"), Entry::Queue(_)));
}
