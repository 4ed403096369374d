//! The facts of a conversation, drawn from the events of stories.

use expect_test::{Expect, expect};
use reports::metadata::Metadata;
use sim::story::Names;

use crate::story::Told;

#[test]
fn owners_waits_and_hops_add_up_over_an_escalation_and_the_way_back() {
    check(
        "
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
",
        expect![[r#"
            support/first > support/second > support/first
            waits in support/first: 0s to 10s
            waits in support/second: 1m to 1m10s
            waits in support/first: 2m to 2m5s
            mara in support/first: 10s to 1m, no disposition
            ines in support/second: 1m10s to 2m, no disposition
            mara in support/first: 2m5s to 3m, no disposition
            2 hops, priority 5, Messages { visitor: 1, agents: 1, notes: 0 }, first reply 20s, disposition None, closed Some("Agent 3m")
        "#]],
    );
}

#[test]
fn each_owner_keeps_a_disposition_and_the_last_one_is_the_conversations() {
    check(
        "
workspace two-tiers
online mara kofi ines
0s   olga opens in billing
5s   mara accepts olga
60s  mara transfers olga cold to technical
70s  ines accepts olga
75s  mara wraps up olga as unsolved
90s  ines closes olga
2m   ines wraps up olga as solved
",
        expect![[r#"
            billing > technical
            waits in billing: 0s to 5s
            waits in technical: 1m to 1m10s
            mara in billing: 5s to 1m, unsolved
            ines in technical: 1m10s to 1m30s, solved
            1 hops, priority 5, Messages { visitor: 0, agents: 0, notes: 0 }, first reply …, disposition Some("solved"), closed Some("Agent 1m30s")
        "#]],
    );
}

#[test]
fn a_wait_that_nobody_ends_is_open_and_has_no_owner() {
    check(
        "
workspace two-tiers
0s   olga opens in billing
30s  olga writes \"Hello?\"
",
        expect![[r#"
            billing
            waits in billing: 0s to …
            0 hops, priority 5, Messages { visitor: 1, agents: 0, notes: 0 }, first reply …, disposition None, closed None
        "#]],
    );
}

#[test]
fn what_has_no_beginning_has_no_facts() {
    assert_eq!(Metadata::of([]), None);
}

/// The facts of the story's first conversation, on the story's clock.
fn check(script: &str, expected: Expect) {
    let story = Told::of(script);
    expected.assert_eq(&told(&Metadata::of(story.events()).expect("a beginning"), story.names()));
}

fn told(metadata: &Metadata, names: &Names) -> String {
    let clock = |at| names.clock(at);
    let until = |at: Option<_>| at.map_or_else(|| "…".to_owned(), clock);
    let places: Vec<_> = metadata.places.iter().map(|place| names.place(*place)).collect();
    let waits = metadata.waits.iter().map(|wait| {
        let place = names.place(wait.place);
        format!("waits in {place}: {} to {}\n", clock(wait.from), until(wait.until))
    });
    let owners = metadata.owners.iter().map(|leg| {
        let (agent, place) = (names.agent(leg.agent), names.place(leg.place));
        let disposition = leg.disposition.as_deref().unwrap_or("no disposition");
        format!("{agent} in {place}: {} to {}, {disposition}\n", clock(leg.from), until(leg.until))
    });
    let closed = metadata.closed.map(|closed| format!("{:?} {}", closed.reason, clock(closed.at)));
    format!(
        "{}\n{}{}{} hops, priority {}, {:?}, first reply {}, disposition {:?}, closed {closed:?}\n",
        places.join(" > "),
        waits.collect::<String>(),
        owners.collect::<String>(),
        metadata.hops,
        metadata.priority,
        metadata.messages,
        until(metadata.first_reply),
        metadata.disposition,
    )
}
