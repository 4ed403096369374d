//! The facts of stories: rows that follow from events, the same whether they are folded at once or as they happen.

use std::collections::BTreeMap;

use domain::ids::ConversationId;
use expect_test::{Expect, expect};
use reports::facts::Facts;
use sim::story::{self, Story};
use store::{
    Sequence,
    facts::{FactChange, Reach, Row, TABLES, Table, Value, Wait},
};

const CLIMB: &str = "
workspace pipeline
online mara ines
0s   olga opens
5s   olga writes \"It is broken\"
10s  mara accepts olga
20s  mara writes olga \"Let me see\"
60s  mara escalates olga to network
70s  ines accepts olga
2m   ines returns olga
2m5s mara accepts olga
3m   mara closes olga
";

#[test]
fn a_tier_is_escalated_once_and_the_way_back_is_no_escalation() {
    check(
        CLIMB,
        &Reach::TABLE,
        &["tier", "agent", "outcome", "escalated_by", "to_tier"],
        expect![[r#"
            tier 1, agent 5, outcome escalated, escalated_by 5, to_tier 2
            tier 2, agent 7, outcome other, escalated_by none, to_tier none
        "#]],
    );
}

#[test]
fn waits_end_by_who_came() {
    check(
        CLIMB,
        &Wait::TABLE,
        &["queue", "cause", "duration_ms", "outcome", "agent"],
        expect![[r#"
        queue 13, cause opened, duration_ms 10000, outcome answered, agent 5
        queue 14, cause escalation, duration_ms 10000, outcome answered, agent 7
        queue 13, cause return, duration_ms 5000, outcome answered, agent 5
    "#]],
    );
}

#[test]
fn a_visitor_who_leaves_a_line_has_abandoned_a_wait_and_reached_no_tier() {
    let script = "
workspace two-tiers
0s   olga opens in billing
30s  olga closes
";
    check(
        script,
        &Wait::TABLE,
        &["cause", "duration_ms", "outcome"],
        expect![[r#"
        cause opened, duration_ms 30000, outcome abandoned
    "#]],
    );
    check(script, &Reach::TABLE, &["tier", "outcome"], expect![[""]]);
}

#[test]
fn rows_are_the_same_folded_at_once_and_record_by_record() {
    let scenarios = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios");
    for entry in std::fs::read_dir(scenarios).expect("the scenarios") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "story") {
            continue;
        }
        let script = std::fs::read_to_string(&path).expect("a script");
        let story = story::run(&script).expect("a story");
        let at_once = folded(&story, usize::MAX);
        assert!(!at_once.is_empty());
        assert!(at_once == folded(&story, 1), "{}", path.display());
    }
}

#[test]
fn every_table_has_rows_of_its_own_width() {
    let story = story::run(CLIMB).expect("a story");
    for row in folded(&story, 1).values() {
        assert_eq!(row.values.len(), row.table.columns.len(), "{}", row.table.name);
        assert!(TABLES.contains(row.table));
    }
}

type Rows = BTreeMap<(&'static str, Vec<Value>), Row>;

/// The rows after the last event, handed out after every `step` of them.
fn folded(story: &Story, step: usize) -> Rows {
    let mut facts = Facts::new(None);
    let mut rows = Rows::new();
    for (number, record) in story.journal.iter().enumerate() {
        facts.take(Sequence(number as u64 + 1), record.at, &record.event);
        if (number + 1) % step == 0 {
            put(&mut rows, facts.drain());
        }
    }
    put(&mut rows, facts.drain());
    rows
}

fn put(rows: &mut Rows, changes: Vec<FactChange>) {
    for change in changes {
        match change {
            FactChange::Put(row) => drop(rows.insert((row.table.name, row.key().to_vec()), row)),
            FactChange::Forget(ConversationId(id)) => rows.retain(|(_, key), row| {
                row.table.columns[0] != "conversation" || key[0] != Value::from(id)
            }),
        }
    }
}

/// Some columns of a table, a line for each row.
fn check(script: &str, table: &Table, columns: &[&str], expected: Expect) {
    let story = story::run(script).expect("a story");
    let mut lines = String::new();
    for row in folded(&story, 1).values().filter(|row| row.table.name == table.name) {
        let shown = columns.iter().map(|column| {
            let at = table.columns.iter().position(|name| name == column).expect("a column");
            let value = match &row.values[at] {
                Value::Null => "none".to_owned(),
                Value::Integer(number) => number.to_string(),
                Value::Text(text) => text.clone(),
            };
            format!("{column} {value}")
        });
        lines += &shown.collect::<Vec<_>>().join(", ");
        lines.push('\n');
    }
    expected.assert_eq(&lines);
}
