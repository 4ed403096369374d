//! How offers end, by agent.

use super::{
    Chart, ChartKind, Drill, Filter, Group, Report, Unit, dimension,
    filters::USUAL,
    measure,
    question::{Asked, Where},
    tables::{Figure, Table, figure, rows, sums},
    tally::{Tally, text, whole},
};

pub const ALL: &[&Report] = &[&OFFERS];

const COUNTS: &[&str] = &["offers", "accepted", "declined", "rona", "other"];

static OFFERS: Report = Report {
    name: "offers",
    title: "Offers by agent",
    question: "How do agents answer what is offered to them, and how fast?",
    group: Group::People,
    grain: "offer to one agent, by the moment it was made",
    filters: USUAL,
    columns: &[
        dimension("agent", "Agent", Unit::Agent, "To whom it was offered"),
        measure("offers", "Offers", Unit::Count, "Offers made to them that are over"),
        measure("accepted", "Accepted", Unit::Count, "Accepted"),
        measure("declined", "Declined", Unit::Count, "Declined"),
        measure("rona", "RONA", Unit::Count, "Ran out without an answer"),
        measure("other", "Other", Unit::Count, "Withdrawn, or the agent or the server went away"),
        measure(
            "accepted_share",
            "Accepted share",
            Unit::Share,
            "Accepted ÷ (accepted + declined + RONA)",
        ),
        measure(
            "answer_p50_ms",
            "Median answer",
            Unit::Duration,
            "Half were accepted by then, ± 2 %",
        ),
        measure(
            "answer_p90_ms",
            "90 % answer",
            Unit::Duration,
            "Nine of ten were accepted by then, ± 2 %",
        ),
    ],
    chart: Chart::of(ChartKind::StackedBars, "agent", &["accepted", "declined", "rona", "other"]),
    ask: |asked| {
        vec![offers(asked).statement(
            "SELECT o.agent, o.outcome, o.answer_bucket, COUNT(*) FROM fact_offer o {where}
             GROUP BY o.agent, o.outcome, o.answer_bucket",
        )]
    },
    tell: |_, answers| {
        let mut agents = Tally::new(&["agent"], COUNTS);
        for row in rows(answers, 0) {
            let [agent, outcome, bucket, count] = row.as_slice() else { continue };
            let told = agents.at(&[agent]);
            let key = match text(outcome) {
                "accepted" => "accepted",
                "declined" => "declined",
                "expired" => "rona",
                _ => "other",
            };
            told.add("offers", whole(count));
            told.add(key, whole(count));
            if key == "accepted" {
                told.add_lengths(bucket, whole(count));
            }
        }
        let mut told = agents.lines(&[("answer_p50_ms", 50), ("answer_p90_ms", 90)]);
        told.sort_by_key(|line| std::cmp::Reverse(figure(line, "offers").whole()));
        let mut totals = sums(&told, COUNTS);
        for line in told.iter_mut().chain([&mut totals]) {
            let [accepted, declined, rona] =
                ["accepted", "declined", "rona"].map(|key| figure(line, key).whole());
            let share = Figure::share(accepted, accepted + declined + rona);
            line.push(("accepted_share", share));
        }
        Table { totals, lines: told, truncated: false }
    },
    drill: Some(Drill { ask: offers, table: "fact_offer o", dimensions: &[("agent", "o.agent")] }),
};

fn offers(asked: &Asked) -> Where {
    let found = asked
        .within("o", "offered_ms")
        .and("o.agent IS NOT NULL")
        .and("o.outcome <> 'open'")
        .and_if(asked.filters.one_of(Filter::Queue, "o.queue"))
        .and_if(asked.filters.one_of(Filter::Agent, "o.agent"));
    asked.of_conversations(found, "o", &[Filter::Pipeline, Filter::Team])
}
