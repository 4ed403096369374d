//! How offers end, by agent.

use super::{
    Chart, ChartKind, Drill, Filter, Group, Report, Unit, dimension,
    handovers::{add_share, cell_key, lengths, percentiles},
    measure,
    question::{Asked, Where},
    tables::{Table, lines, sums},
};

pub const ALL: &[&Report] = &[&OFFERS];

static OFFERS: Report = Report {
    name: "offers",
    title: "Offers by agent",
    question: "How do agents answer what is offered to them, and how fast?",
    group: Group::People,
    grain: "offer to one agent, by the moment it was made",
    filters: &[Filter::From, Filter::To, Filter::Queue, Filter::Agent, Filter::Tag],
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
        let found = offers(asked);
        vec![
            found.statement(
                "SELECT o.agent, COUNT(*),
                 SUM(CASE WHEN o.outcome = 'accepted' THEN 1 ELSE 0 END),
                 SUM(CASE WHEN o.outcome = 'declined' THEN 1 ELSE 0 END),
                 SUM(CASE WHEN o.outcome = 'expired' THEN 1 ELSE 0 END),
                 SUM(CASE WHEN o.outcome IN ('offline', 'restart', 'withdrawn') THEN 1 ELSE 0 END)
                 FROM fact_offer o {where} GROUP BY o.agent ORDER BY 2 DESC",
            ),
            found.and("o.outcome = 'accepted'").statement(
                "SELECT o.agent, o.answer_bucket, COUNT(*) FROM fact_offer o {where}
                 GROUP BY o.agent, o.answer_bucket",
            ),
        ]
    },
    tell: |_, answers| {
        let keys = ["agent", "offers", "accepted", "declined", "rona", "other"];
        let mut told = answers.first().map(|answer| lines(answer, &keys)).unwrap_or_default();
        let mut totals = sums(&told, &["offers", "accepted", "declined", "rona", "other"]);
        let lengths = lengths(answers.get(1), 1);
        for line in told.iter_mut().chain([&mut totals]) {
            let answered = ["accepted", "declined", "rona"]
                .map(|key| super::tables::figure(line, key).whole())
                .iter()
                .sum::<u64>();
            line.push(("answered", answered.into()));
            add_share(line, "accepted_share", "accepted", "answered");
            line.retain(|(key, _)| *key != "answered");
        }
        for line in &mut told {
            let key: Vec<_> = line.iter().take(1).map(|(_, figure)| cell_key(figure)).collect();
            percentiles(line, lengths.get(&key), &[("answer_p50_ms", 50), ("answer_p90_ms", 90)]);
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
    asked.tagged(found, "o")
}
