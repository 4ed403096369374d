//! The path of a conversation, drawn from the events of stories.

use expect_test::{Expect, expect};
use reports::flow::{Flow, Lane, Outcome};
use sim::story::Names;

use crate::story::Told;

#[test]
fn a_transfer_is_one_arrow_from_the_owner_to_the_queue_and_one_to_whoever_takes_it() {
    check(
        "
workspace two-tiers
online mara kofi ines
0s   olga opens in billing
5s   mara accepts olga
60s  mara transfers olga cold to technical
70s  ines accepts olga
90s  ines closes olga
2m   ines wraps up olga as solved
",
        expect![[r#"
            billing | mara | technical | ines
            billing Wait in billing: 0s to 5s
            mara Owner in billing: 5s to 1m
            mara WrapUp in billing: 1m to 2m
            technical Wait in technical: 1m to 1m10s
            ines Owner in technical: 1m10s to 1m30s
            ines WrapUp in technical: 1m30s to 2m
            Assignment billing -> mara: 5s
            Transfer mara -> technical: 1m to 1m10s
            Assignment technical -> ines: 1m10s
        "#]],
    );
}

#[test]
fn in_an_introduction_both_are_there_and_the_arrow_leads_to_whoever_accepted() {
    check(
        "
workspace two-tiers
online mara kofi ines
0s   olga opens in billing
5s   mara accepts olga
60s  mara transfers olga warm to technical
65s  ines declines olga
70s  kofi accepts olga
90s  mara completes olga
2m   olga closes
",
        expect![[r#"
            billing | mara | kofi
            billing Wait in billing: 0s to 5s
            mara Owner in billing: 5s to 1m30s
            kofi Receiver in billing: 1m10s to 1m30s
            mara WrapUp in billing: 1m30s to …
            kofi Owner in technical: 1m30s to 2m
            kofi WrapUp in technical: 2m to …
            Assignment billing -> mara: 5s
            Transfer warm mara -> kofi: 1m, accepted 1m10s to 1m30s
        "#]],
    );
}

#[test]
fn what_nobody_took_comes_back_and_says_why() {
    check(
        "
workspace two-tiers
online mara kofi ines
0s   olga opens in billing
5s   mara accepts olga
60s  mara transfers olga cold to kofi
3m   mara writes olga \"I am back\"
4m   mara parks olga
5m   olga writes \"Hello?\"
6m   mara offline handing over
",
        expect![[r#"
            billing | mara | technical
            billing Wait in billing: 0s to 5s
            mara Owner in billing: 5s to 1m
            mara WrapUp in billing: 1m to 2m
            technical Wait in technical: 1m to 2m
            mara Owner in billing: 2m to 4m
            mara Parked in billing: 4m to 5m
            mara Owner in billing: 5m to 6m
            billing Wait in billing: 6m to …
            Assignment billing -> mara: 5s
            Transfer mara -> technical: 1m to 2m, Ended(Expired(TimeUp))
            CameBack technical -> mara: 2m
            Requeue mara -> billing: 6m
        "#]],
    );
}

#[test]
fn an_escalation_over_tiers_and_the_way_back_can_be_followed() {
    check(
        "
workspace pipeline
online mara ines
0s   olga opens
5s   mara accepts olga
60s  mara escalates olga to network
70s  ines accepts olga
2m   ines returns olga
2m5s mara accepts olga
3m   mara closes olga
",
        expect![[r#"
            desk | mara | network | ines
            desk Wait in support/first: 0s to 5s
            mara Owner in support/first: 5s to 1m
            mara WrapUp in support/first: 1m to 2m
            network Wait in support/second: 1m to 1m10s
            ines Owner in support/second: 1m10s to 2m
            ines WrapUp in support/second: 2m to 3m
            desk Wait in support/first: 2m to 2m5s
            mara Owner in support/first: 2m5s to 3m
            mara WrapUp in support/first: 3m to …
            Assignment desk -> mara: 5s
            Escalation mara -> network: 1m to 1m10s
            Assignment network -> ines: 1m10s
            Return ines -> desk: 2m to 2m5s
            Assignment desk -> mara: 2m5s
        "#]],
    );
}

#[test]
fn helpers_come_and_go_beside_the_owner_and_a_take_over_moves_ownership() {
    check(
        "
workspace two-tiers
online mara rosa kofi ines
0s   olga opens in billing
5s   mara accepts olga
10s  mara invites ines to olga
12s  ines accepts olga
20s  rosa assists olga by observing
30s  rosa assists olga by joining
40s  rosa takes over olga
50s  rosa hands back olga
60s  olga closes
",
        expect![[r#"
            billing | mara | ines | rosa
            billing Wait in billing: 0s to 5s
            mara Owner in billing: 5s to 40s
            ines Guest in billing: 12s to 1m
            rosa Supervisor(Observe) in billing: 20s to 30s
            rosa Supervisor(Join) in billing: 30s to 40s
            mara WrapUp in billing: 40s to 50s
            rosa Owner in billing: 40s to 50s
            rosa WrapUp in billing: 50s to …
            mara Owner in billing: 50s to 1m
            mara WrapUp in billing: 1m to …
            Assignment billing -> mara: 5s
            Invitation mara -> ines: 10s, accepted 12s to 1m
            TakeOver mara -> rosa: 40s
            HandBack rosa -> mara: 50s
        "#]],
    );
}

/// The flow of the story's first conversation: stays, then moves, on the story's clock.
fn check(script: &str, expected: Expect) {
    let story = Told::of(script);
    expected.assert_eq(&told(&Flow::of(story.events()), story.names()));
}

fn told(flow: &Flow, names: &Names) -> String {
    let lane = |lane: Lane| match lane {
        Lane::Queue(queue) => names.queue(queue),
        Lane::Agent(agent) => names.agent(agent),
    };
    let clock = |at| names.clock(at);
    let stays = flow.stays.iter().map(|stay| {
        let until = stay.until.map_or_else(|| "…".to_owned(), clock);
        let place = names.place(stay.place);
        format!("{} {:?} in {place}: {} to {until}\n", lane(stay.lane), stay.kind, clock(stay.from))
    });
    let moves = flow.moves.iter().map(|one| {
        let (from, to) = (lane(one.from), lane(one.to));
        let warm = if one.warm { " warm" } else { "" };
        let ended = one.ended.filter(|ended| *ended != one.asked).map(clock);
        let ended = ended.map(|ended| format!(" to {ended}")).unwrap_or_default();
        let outcome = Some(one.outcome).filter(|outcome| *outcome != Outcome::Completed);
        let outcome = outcome.map(|outcome| format!(", {outcome:?}")).unwrap_or_default();
        let accepted =
            one.accepted.map(|at| format!(", accepted {}", clock(at))).unwrap_or_default();
        format!(
            "{:?}{warm} {from} -> {to}: {}{accepted}{ended}{outcome}\n",
            one.kind,
            clock(one.asked)
        )
    });
    let lanes: Vec<_> = flow.lanes().into_iter().map(lane).collect();
    format!("{}\n{}{}", lanes.join(" | "), stays.collect::<String>(), moves.collect::<String>())
}
