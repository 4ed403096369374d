//! Every kind of finding, as it is shown to the person who wrote the document (`findings.txt`).

use std::{collections::BTreeSet, fmt::Write};

use config::{Code, Finding};
use expect_test::expect_file;

use crate::{SMALL, small_with};

/// Each row takes the small document and exchanges one piece for another.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("brackets that do not close", "{ name: Corner Shop }", "{ name: [Corner Shop }"),
    ("a quote that does not close", "name: Main", "name: 'Main"),
    ("an anchor that is nowhere", "entry: main", "entry: *main"),
    ("a name that is left open", "{ name: Corner Shop }", "{ name: }"),
    ("a field of a wrong name", "{ name: Corner Shop }", "{ nmae: Corner Shop }"),
    ("a field that is like no other", "{ name: Main,", "{ name: Main, colour: blue,"),
    ("a section left out", "entry: main\n", ""),
    ("a field left out", "{ name: Ann, ", "{ "),
    ("a key twice", "  main:", "  main: { name: First, members: { teams: [desk] } }\n  main:"),
    ("a time without unit", "{ name: Main,", "{ name: Main, max_wait: 30,"),
    ("neither yes nor no", "{ name: Main,", "{ name: Main, sticky: perhaps,"),
    ("a word for a number", "{ name: Main,", "{ name: Main, tier: two,"),
    ("a negative number", "{ name: Main,", "{ name: Main, weight: -1,"),
    ("one where several belong", "members: { teams: [desk] }", "members: { teams: desk }"),
    ("a strategy of a wrong name", "{ name: Main,", "{ name: Main, strategy: least_load,"),
    ("a role that does not exist", "[agent, admin]", "[agent, emperor]"),
    (
        "a key with a capital",
        "  main:",
        "  rest: { name: Rest, members: { teams: [desk] } }\n  Main-2:",
    ),
    ("a name of blanks", "name: Corner Shop", "name: '  '"),
    ("an address without host", "ann@shop.example", "ann@"),
    (
        "an address twice",
        "queues:",
        "  bob: { name: Bob, email: Ann@Shop.example, teams: [desk] }\nqueues:",
    ),
    (
        "a team misspelt",
        "{ name: Main, members: { teams: [desk] } }",
        "{ name: Main, members: { teams: [desc] } }",
    ),
    (
        "a team nothing is like",
        "roles: [agent, admin]",
        "roles: [agent, admin], supervisor_of: [warehouse]",
    ),
    ("a skill misspelt", "skills: { english: 3 }", "skills: { englisch: 3 }"),
    ("a queue misspelt", "entry: main", "entry: mian"),
    (
        "a list of unknown people",
        "queues:",
        "lists:\n  night: { name: Night, members: [anne] }\nqueues:",
    ),
    (
        "a list in no section",
        "members: { teams: [desk] }",
        "members: { teams: [desk], lists: [night] }",
    ),
    ("a team named twice", "members: { teams: [desk] }", "members: { teams: [desk, desk] }"),
    ("a level above five", "english: 3", "english: 7"),
    ("a time-out of an hour", "{ name: Main,", "{ name: Main, offer_timeout: 1h,"),
    (
        "a close before its reminder",
        "teams:\n",
        "settings: { idle_reminder: 10m, idle_close: 5m }\nteams:\n",
    ),
    ("a list of nothing", "queues:", "lists:\n  night: { name: Night }\nqueues:"),
    ("a list of everything", "queues:", "lists:\n  night: { name: Night, rule: {} }\nqueues:"),
    ("a queue of nobody", "members: { teams: [desk] }", "members: {}"),
    ("a skill nobody has", "{ name: Main,", "{ name: Main, required: { english: 4 },"),
    ("a weight nobody can carry", "{ name: Main,", "{ name: Main, weight: 5,"),
    (
        "fallbacks in a circle",
        "{ name: Main,",
        "{ name: Main, fallback: rest, members: { teams: [desk] } }\n  rest: { name: Rest, fallback: main,",
    ),
    (
        "seven steps",
        "{ name: Main,",
        "{ name: Main, relax: [{ after: 1s, level: 2 }, { after: 2s, level: 2 }, { after: 3s, level: 2 }, \
         { after: 4s, level: 2 }, { after: 5s, level: 2 }, { after: 6s, level: 2 }, { after: 7s, level: 2 }],",
    ),
    (
        "a step out of order",
        "{ name: Main,",
        "{ name: Main, relax: [{ after: 1m, level: 2 }, { after: 30s, level: 1 }],",
    ),
    ("a step that changes nothing", "{ name: Main,", "{ name: Main, relax: [{ after: 1m }],"),
    ("business hours misspelt", "{ name: Main,", "{ name: Main, hours: offcie,"),
    (
        "a zone misspelt",
        "queues:",
        "hours: { day: { name: Day, zone: Europe/Berln, open: { mon: [09:00-17:00] } } }\nqueues:",
    ),
    (
        "a day that no week has",
        "queues:",
        "hours: { day: { name: Day, zone: UTC, open: { mon-fry: [09:00-17:00], sat: [09:00-12:00] } } }\nqueues:",
    ),
    (
        "times without a colon",
        "queues:",
        "hours: { day: { name: Day, zone: UTC, open: { mon: [9-17] } } }\nqueues:",
    ),
    (
        "a date that no year has",
        "queues:",
        "hours: { day: { name: Day, zone: UTC, open: { mon: [09:00-17:00] }, holidays: { leap: { date: 02-30 } } } }\nqueues:",
    ),
    (
        "a night that reaches into the morning",
        "queues:",
        "hours: { day: { name: Day, zone: UTC, open: { sun: [22:00-06:00], mon-fri: [05:00-12:00] } } }\nqueues:",
    ),
    (
        "hours without times",
        "queues:",
        "hours: { day: { name: Day, zone: UTC, open: {} } }\nqueues:",
    ),
    ("a language that is none", "english: 3 }", "english: 3 }, languages: [German]"),
    (
        "a public name in no language",
        "{ name: Main,",
        "{ name: Main, public_names: { German: Haupt },",
    ),
    ("a public name of blanks", "{ name: Main,", "{ name: Main, public_names: { de: ' ' },"),
    ("a greeting in no language", "{ name: Main,", "{ name: Main, greetings: { German: Hallo },"),
    (
        "a greeting with a variable of a wrong name",
        "{ name: Main,",
        "{ name: Main, greetings: { de: 'Hallo, hier ist {{ agnet.name }}' },",
    ),
    (
        "a question in no language, and an answer of blanks",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { ask: { kind: form, next: desk, fields: { topic: { label: Topic, labels: { German: Thema }, kind: choice, options: { hard: { label: Hard, labels: { de: ' ' } } } } } }, desk: { queue: main, on_timeout: back } } } }\nentry: main",
    ),
    (
        "a skill with a key that is taken",
        "{ english: { name: English } }",
        "{ english: { name: English }, language: { name: Language } }",
    ),
    (
        "an entry that is two things",
        "entry: main",
        "pipelines: { main: { name: Main, stages: { desk: { queue: main, on_timeout: back } } } }\nentry: main",
    ),
    (
        "a pipeline misspelt",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: back } } } }\nentry: { pipeline: suport }",
    ),
    (
        "a pipeline without stages",
        "entry: main",
        "pipelines: { support: { name: Support, stages: {} } }\nentry: main",
    ),
    (
        "a stage misspelt",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: dseks } } } }\nentry: main",
    ),
    (
        "a stage of no kind",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { next: desk } } } }\nentry: main",
    ),
    (
        "a stage with queue and list",
        "entry: main",
        "lists: { all: { name: All, members: [ann] } }\npipelines: { support: { name: Support, stages: { desk: { queue: main, list: all, on_timeout: back } } } }\nentry: main",
    ),
    (
        "a stage with a field of another kind",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: back, next: bye }, bye: { kind: end, max_wait: 5m } } } }\nentry: main",
    ),
    (
        "an out-of-hours stage without its pipeline",
        "{ name: Main,",
        "{ name: Main, out_of_hours: { stage: closed },",
    ),
    ("a message nothing sends", "entry: main", "messages: { que: { en: Hello } }\nentry: main"),
    (
        "a variable that no message has",
        "entry: main",
        "messages: { agent_joined: { en: '{{ agnet.name }} is here' } }\nentry: main",
    ),
    (
        "a greeting that is no template",
        "{ name: Main,",
        "{ name: Main, greeting: 'I am {{ agent.name',",
    ),
    (
        "a stage no way leads to",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: back }, bye: { kind: end } } } }\nentry: main",
    ),
    (
        "a wait that leads nowhere",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main } } } }\nentry: main",
    ),
    (
        "time-outs in a circle",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: again }, again: { queue: main, on_timeout: desk } } } }\nentry: main",
    ),
    (
        "messages in a circle",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { hello: { kind: message, text: { en: Hello }, next: there }, there: { kind: message, text: { en: There }, next: hello } } } }\nentry: main",
    ),
    (
        "a form before nothing",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { ask: { kind: form, fields: { topic: { label: Topic } } } } } }\nentry: main",
    ),
    (
        "a pipeline that begins with its end",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { bye: { kind: end } } } }\nentry: main",
    ),
    (
        "a form after a queue",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: ask }, ask: { kind: form, fields: { topic: { label: Topic } }, next: desk } } } }\nentry: main",
    ),
    (
        "a queue after closing",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: back, next: rating }, rating: { kind: survey, next: desk } } } }\nentry: main",
    ),
    (
        "an escalation to where it stands",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: back, escalations: { up: { label: Up, stage: desk } } } } } }\nentry: main",
    ),
    (
        "an escalation downwards",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { desk: { queue: main, tier: 2, on_timeout: back, escalations: { up: { label: Up, stage: first } } }, first: { queue: main, on_timeout: back } } } }\nentry: main",
    ),
    (
        "an escalation to a list of others",
        "queues:\n",
        "  bob: { name: Bob, email: bob@shop.example }\nlists: { experts: { name: Experts, members: [bob] } }\npipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: back, escalations: { up: { label: Up, stage: top, list: experts } } }, top: { queue: main, tier: 2, on_timeout: back } } } }\nqueues:\n",
    ),
    (
        "an escalation no edge allows",
        "entry: main",
        "edges: [{ from: { tier: 2 }, to: { team: desk } }]\npipelines: { support: { name: Support, stages: { desk: { queue: main, on_timeout: back, escalations: { up: { label: Up, stage: top } } }, top: { queue: main, tier: 2, on_timeout: back } } } }\nentry: main",
    ),
    (
        "edges that allow nothing",
        "entry: main",
        "edges: [{ from: { tier: 3 }, to: { tier: 4 } }]\nentry: main",
    ),
    (
        "a list of nobody who answers",
        "queues:\n",
        "  eve: { name: Eve, email: eve@shop.example, roles: [analyst] }\nlists: { readers: { name: Readers, members: [eve] } }\npipelines: { support: { name: Support, stages: { desk: { list: readers, on_timeout: back } } } }\nqueues:\n",
    ),
    (
        "a choice that asks for too much",
        "entry: main",
        "pipelines: { support: { name: Support, stages: { ask: { kind: form, next: desk, fields: { topic: { label: Topic, kind: choice, options: { hard: { label: Hard, needs: { english: 5 } } } } } }, desk: { queue: main, on_timeout: back } } } }\nentry: main",
    ),
    ("a warning beyond its limit", "teams:\n", "settings: { chain_warning: 6 }\nteams:\n"),
    ("nobody to change it", "[agent, admin]", "[agent]"),
    (
        "a reply called like a command",
        "entry: main",
        "canned_replies: { close: { title: Bye, text: { en: Bye! } } }\nentry: main",
    ),
    (
        "a reply without words",
        "entry: main",
        "canned_replies: { bye: { title: Bye, text: {} } }\nentry: main",
    ),
    (
        "a reply with an unknown variable, of an unknown queue",
        "entry: main",
        "canned_replies:\n  bye: { title: Bye, text: { en: 'Bye {{ agnet.name }}' }, queues: [mian] }\nentry: main",
    ),
    ("a reason to be away of no name", "entry: main", "away_reasons: { nap: '' }\nentry: main"),
    ("texts kept for an hour", "entry: main", "retention: { texts: 1h }\nentry: main"),
    (
        "files kept longer than texts",
        "entry: main",
        "retention: { texts: 30d, files: 90d }\nentry: main",
    ),
];

fn findings(text: &str) -> Vec<Finding> {
    config::parse(text).map_or_else(|findings| findings.0, |document| config::check(&document))
}

#[test]
fn every_mistake_is_shown_at_its_place_with_a_stable_code() {
    let mut shown = BTreeSet::new();
    let mut page = String::new();
    for (name, from, to) in MISTAKES {
        let text = small_with(from, to);
        let findings = findings(&text);
        assert!(!findings.is_empty(), "{name}: nothing found in\n{text}");
        shown.extend(findings.iter().map(|finding| finding.code));
        let _ =
            writeln!(page, "── {name}\n\n{}", config::render(&findings, "workspace.yaml", &text));
    }
    expect_file!["findings.txt"].assert_eq(&page);
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !shown.contains(code)).collect();
    assert!(missing.is_empty(), "no row shows {missing:?}");
}

#[test]
fn positions_count_lines_and_characters_from_one() {
    let text = small_with("entry: main", "# ünïcode\nentry: mian");
    let [finding] = findings(&text).try_into().expect("one finding");
    assert_eq!((finding.span.line, finding.span.column), (10, 8));
    assert_eq!(&text[finding.span.offset..][..finding.span.len], "mian");
    assert_eq!(finding.snippet, "entry: mian");
    assert_eq!(finding.to_string(), "10:8: unknown_queue: there is no queue `mian`");
}

#[test]
fn several_mistakes_are_found_at_once_in_the_order_of_the_text() {
    let text = SMALL.replace("english: 3", "english: 9").replace("entry: main", "entry: nowhere");
    let codes: Vec<_> = findings(&text).iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::ImpossibleNumber, Code::UnknownQueue]);
}

#[test]
fn a_text_that_is_no_document_at_all_is_one_finding() {
    for text in ["", "just words", "[1, 2]", "\u{0}", "a: &x [*x]", "---\na: 1\n---\nb: 2\n"] {
        let findings = findings(text);
        assert_eq!(findings.len(), 1, "{text:?}: {findings:?}");
        assert!(!config::render(&findings, "workspace.yaml", text).is_empty());
    }
}
