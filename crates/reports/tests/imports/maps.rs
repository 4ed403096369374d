//! What a map may say, what is wrong with a bad one, and the names that come of it.

use csv::StringRecord;
use expect_test::expect;
use reports::import::{map::Map, names::Names};

use super::{HEADER, MAP, log_of};

#[test]
fn the_zone_of_the_map_reads_times_without_an_offset_and_offsets_are_heeded() {
    let format = "{ column: time, format: \"%d.%m.%Y %H:%M\" }";
    let map = MAP.replace("{ column: time }", format);
    let at = |map: &str, time: &str| {
        let (log, _) = log_of(map, &[["a", time, "queued", "desk", "L1", ""].as_slice()]);
        let rows = log.rows(log.cases.values().next().expect("a case"));
        rows.first().map(|row| row.at.0 / 60_000)
    };
    // Stockholm is an hour ahead in winter and two in summer.
    assert_eq!(at(&map, "01.01.1970 02:30"), Some(90));
    assert_eq!(at(&map, "02.07.1970 03:00"), Some(182 * 24 * 60 + 2 * 60));
    assert_eq!(at(MAP, "1970-01-01T02:30:00"), Some(90));
    assert_eq!(at(MAP, "1970-01-01T02:30:00+01:00"), Some(90));
    assert_eq!(at(MAP, "1970-01-01T02:30:00-01:00"), Some(210));
    assert_eq!(at(MAP, "1969-12-31T22:30:00Z"), None);
}

#[test]
fn what_the_journal_knows_keeps_its_ids_and_only_the_rest_is_named() {
    let mut names = Names::default();
    names.set_zone("UTC");
    let (desk, ann) = (names.queue("desk", 1), names.agent("ann"));
    let first = names.fresh().expect("two names");
    assert_eq!(names.fresh(), None);

    let mut later = Names::default();
    later.learn(&first);
    later.set_zone("UTC");
    assert_eq!((later.queue("desk", 1), later.agent("ann")), (desk, ann));
    assert_eq!(later.fresh(), None);
    let (shop, upstairs) = (later.queue("shop", 1), later.queue("desk", 2));
    let second = later.fresh().expect("two names");
    assert_eq!(second.queues.keys().copied().collect::<Vec<_>>(), [shop, upstairs]);
    assert!(second.agents.is_empty());
    later.set_zone("Europe/Stockholm");
    assert_eq!(later.fresh().expect("a zone").zone, "Europe/Stockholm");
}

#[test]
fn a_bad_map_says_what_is_wrong_and_where() {
    let findings = |map: &str| {
        let read = Map::read(map)
            .and_then(|map| map.columns(&StringRecord::from(HEADER.to_vec())).map(drop));
        let findings = read.expect_err("a bad map");
        findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let changed = |from: &str, to: &str| findings(&MAP.replace(from, to));
    expect![[r"3:17: unknown_column: the table has no column `when`, it has `case`, `time`, `state`, `queue`, `line`, `who`"]]
        .assert_eq(&changed("{ column: time }", "{ column: when }"));
    expect!["4:7: unknown_zone: there is no time zone `Europe/Stockhome`"]
        .assert_eq(&changed("Stockholm", "Stockhome"));
    expect!["7:37: bad_tier: `L1` has tier 0; tiers are numbered from 1"]
        .assert_eq(&changed("L1: 1", "L1: 0"));
    expect!["8:20: no_value: no value of `state` is named"].assert_eq(&changed("[queued]", "[]"));
    assert!(changed("{ column: time }", "{ column: time, format: \"%J\" }").contains("bad_format"));
    assert!(changed("agent: who", "agents: who").contains("map_unreadable"));
}
