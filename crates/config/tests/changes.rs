//! What would change, told before it does.

use std::fmt::Write;

use config::ChangeKind;
use expect_test::{Expect, expect};

use crate::SMALL;

const PIPELINE: &str = "pipelines:\n  support:\n    name: Support\n    stages:\n      desk: { queue: main, max_wait: 5m, on_timeout: back, next: bye }\n      bye: { kind: end }\n";

fn check(before: &str, after: &str, expect: &Expect) {
    let parse = |text| config::parse(text).unwrap_or_else(|findings| panic!("{findings}"));
    let mut told = String::new();
    for change in config::changes(&parse(before), &parse(after)) {
        let word = match change.kind {
            ChangeKind::Added => "added",
            ChangeKind::Removed => "removed",
            ChangeKind::Changed => "changed",
        };
        let _ =
            writeln!(told, "{word} {} {}", change.section, change.key.as_deref().unwrap_or("–"));
        for field in change.fields {
            let value = |value: Option<String>| value.unwrap_or_else(|| "(default)".to_owned());
            let (before, after) = (value(field.before), value(field.after));
            let _ = writeln!(told, "  {}: {before} → {after}", field.field);
        }
    }
    expect.assert_eq(&told);
}

#[test]
fn the_same_document_written_otherwise_changes_nothing() {
    let other = SMALL.replace(
        "skills: { english: { name: English } }",
        "# abilities\nskills:\n  english:\n    name: 'English'",
    );
    check(SMALL, &other, &expect![""]);
}

#[test]
fn entries_come_go_and_change_by_name() {
    let before = format!("{SMALL}{PIPELINE}");
    let after = before
        .replace("max_wait: 5m", "max_wait: 3m, tier: 2")
        .replace("bye: { kind: end }", "rate: { kind: survey }")
        .replace("next: bye", "next: rate")
        .replace("name: Support", "name: Help")
        .replace(
            "workspace: { name: Corner Shop }",
            "workspace: { name: The Shop }\nsettings: { chain_limit: 4 }",
        )
        .replace(
            "agents:\n",
            "agents:\n  bob: { name: Bob, email: bob@shop.example, teams: [desk] }\n",
        )
        .replace("skills: { english: 3 }", "skills: { english: 4 }")
        .replace("{ name: Main, ", "{ name: Main, wrap_up: { time: 2m }, ");
    check(
        &before,
        &after,
        &expect![[r#"
        changed workspace –
          name: Corner Shop → The Shop
        changed settings –
          chain_limit: (default) → 4
        changed agents ann
          skills.english: 3 → 4
        added agents bob
        changed queues main
          wrap_up.time: (default) → 2m
        changed pipelines support
          name: Support → Help
        removed stages support/bye
        changed stages support/desk
          max_wait: 5m → 3m
          next: bye → rate
          tier: (default) → 2
        added stages support/rate
    "#]],
    );
    check(
        &after,
        &before,
        &expect![[r#"
        changed workspace –
          name: The Shop → Corner Shop
        changed settings –
          chain_limit: 4 → (default)
        changed agents ann
          skills.english: 4 → 3
        removed agents bob
        changed queues main
          wrap_up.time: 2m → (default)
        changed pipelines support
          name: Help → Support
        added stages support/bye
        changed stages support/desk
          max_wait: 3m → 5m
          next: rate → bye
          tier: 2 → (default)
        removed stages support/rate
    "#]],
    );
}
