//! Keys keep their ids, ranks follow the document, what is left out has its default.

use domain::config::{Config, Queue, Settings, Thresholds};

use crate::{NOW, SMALL, small_with};

fn keys_and_ids(config: &Config) -> Vec<String> {
    let mut all = Vec::new();
    all.extend(config.skills.iter().map(|(id, x)| format!("{id:?} {}", x.key)));
    all.extend(config.teams.iter().map(|(id, x)| format!("{id:?} {}", x.key)));
    all.extend(config.agents.iter().map(|(id, x)| format!("{id:?} {}", x.key)));
    all.extend(config.lists.iter().map(|(id, x)| format!("{id:?} {}", x.key)));
    all.extend(config.queues.iter().map(|(id, x)| format!("{id:?} {}", x.key)));
    all
}

#[test]
fn a_key_keeps_its_id_over_versions_and_no_id_is_used_twice() {
    let first = config::load(SMALL, None, NOW).unwrap();
    assert_eq!(keys_and_ids(&first), ["s1 english", "t2 desk", "a3 ann", "q4 main"]);
    assert_eq!((first.version, first.next_id), (1, 5));

    let bob_first = small_with(
        "agents:\n",
        "agents:\n  bob: { name: Bob, email: bob@shop.example, teams: [desk] }\n",
    );
    let second = config::load(&bob_first, Some(&first), NOW).unwrap();
    assert_eq!(keys_and_ids(&second), ["s1 english", "t2 desk", "a3 ann", "a5 bob", "q4 main"]);
    assert_eq!((second.version, second.next_id), (2, 6));

    let bob_gone = config::load(SMALL, Some(&second), NOW).unwrap();
    let bob_back = config::load(&bob_first, Some(&bob_gone), NOW).unwrap();
    assert_eq!(keys_and_ids(&bob_back), ["s1 english", "t2 desk", "a3 ann", "a6 bob", "q4 main"]);
}

#[test]
fn the_same_document_translates_to_the_same_configuration() {
    assert_eq!(config::load(SMALL, None, NOW), config::load(SMALL, None, NOW));
}

#[test]
fn what_is_left_out_has_the_default_of_the_product() {
    let config = config::load(SMALL, None, NOW).unwrap();
    assert_eq!(config.settings, Settings::default());
    let queue = config.queues.values().next().unwrap();
    let named = Queue {
        key: "main".to_owned(),
        name: "Main".to_owned(),
        public_name: "Main".to_owned(),
        members: queue.members.clone(),
        ..Queue::default()
    };
    assert_eq!(*queue, named);
    assert_eq!(config.agents.values().next().unwrap().capacity, 4);
}

#[test]
fn members_rank_lists_first_in_their_order_then_teams_by_key_and_nobody_twice() {
    let text = "\
workspace: { name: Ranks }
teams: { west: { name: West }, east: { name: East } }
agents:
  dee: { name: Dee, email: dee@x.example, teams: [west] }
  cal: { name: Cal, email: cal@x.example, teams: [west] }
  bea: { name: Bea, email: bea@x.example, teams: [east] }
  abe: { name: Abe, email: abe@x.example, roles: [agent, admin], teams: [west] }
  eve: { name: Eve, email: eve@x.example, roles: [analyst], teams: [east] }
lists:
  seniors: { name: Seniors, members: [dee, bea] }
  west: { name: West, rule: { team: west } }
queues:
  main: { name: Main, members: { lists: [seniors], teams: [west, east] } }
  rest: { name: Rest, members: { lists: [west] } }
entry: main
";
    let config = config::load(text, None, NOW).unwrap();
    let members = |key: &str| -> Vec<&str> {
        let queue = config.queues.values().find(|queue| queue.key == key).unwrap();
        queue.members.iter().map(|agent| config.agents[agent].key.as_str()).collect()
    };
    assert_eq!(members("main"), ["dee", "bea", "abe", "cal"]);
    assert_eq!(members("rest"), ["abe", "cal", "dee"]);
}

#[test]
fn a_warning_does_not_stand_in_the_way() {
    let nobody_is_admin = small_with("roles: [agent, admin], ", "");
    assert!(config::load(&nobody_is_admin, None, NOW).is_ok());
    let nobody_serves = small_with("teams: [desk], ", "");
    assert!(config::load(&nobody_serves, None, NOW).is_err());
}

#[test]
fn a_queue_has_the_limits_of_the_workspace_but_for_those_it_sets_itself() {
    let text = small_with(
        "entry: main",
        "alerts: { waiting: 4, hops: 0, service_level: 80 }\nentry: main",
    );
    let text = text.replace("name: Main", "name: Main, alerts: { waiting: 9, longest_wait: 0s }");
    let config = config::load(&text, None, NOW).unwrap();
    let expected = Thresholds {
        waiting: Some(9),
        longest_wait_ms: None,
        hops: None,
        service_level: Some(80),
        ..Thresholds::DEFAULT
    };
    assert_eq!(config.queues.values().next().unwrap().thresholds, expected);
}
