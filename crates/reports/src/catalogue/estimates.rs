//! Whether visitors wait as long as they were told.

use store::facts::Answer;

use super::{
    Chart, ChartKind, Drill, Filter, Group, Report, Unit, dimension, measure,
    question::{Asked, Where},
    tables::{Figure, Line, Table, add_share, lines, sums},
};

pub const ALL: &[&Report] = &[&CALIBRATION];

const COUNTS: &[&str] = &["estimates", "censored", "within_p50", "within_p90"];

/// What was said to visitors, by the upper ends in the question.
const BANDS: [&str; 7] =
    ["under 30 s", "30–60 s", "1–2 min", "2–5 min", "5–10 min", "10–30 min", "over 30 min"];

static CALIBRATION: Report = Report {
    name: "estimate-calibration",
    title: "Calibration of the estimated wait",
    question: "Of the waits that were said to be over in half of the cases by a time, were half of them?",
    group: Group::Service,
    grain: "estimate that was shown, by the moment it was shown",
    filters: &[
        Filter::From,
        Filter::To,
        Filter::Tier,
        Filter::Pipeline,
        Filter::Queue,
        Filter::Team,
        Filter::Agent,
        Filter::Tag,
    ],
    columns: &[
        dimension(
            "said",
            "Said",
            Unit::Text,
            "The wait that half of such visitors were said not to exceed",
        ),
        measure(
            "estimates",
            "Estimates",
            Unit::Count,
            "Estimates shown, of waits that an agent ended",
        ),
        measure(
            "censored",
            "Censored",
            Unit::Count,
            "Estimates whose wait ended by leaving or moved on: how long it would have been, nobody knows",
        ),
        measure(
            "within_p50_share",
            "Within the half",
            Unit::Share,
            "Waits over by the time said for half of them; 50 % is right",
        ),
        measure(
            "within_p90_share",
            "Within the nine tenths",
            Unit::Share,
            "Waits over by the time said for nine of ten; 90 % is right",
        ),
        measure("said_ms", "Said, on average", Unit::Duration, "Mean of the times said for half"),
        measure(
            "actual_ms",
            "Waited, on average",
            Unit::Duration,
            "Mean of how long it took from then",
        ),
    ],
    chart: Chart::of(ChartKind::Calibration, "said", &["within_p50_share", "within_p90_share"]),
    ask: |asked| {
        vec![predictions(asked).statement(
            "SELECT CASE WHEN p.p50_ms < 30000 THEN 0 WHEN p.p50_ms < 60000 THEN 1
                 WHEN p.p50_ms < 120000 THEN 2 WHEN p.p50_ms < 300000 THEN 3
                 WHEN p.p50_ms < 600000 THEN 4 WHEN p.p50_ms < 1800000 THEN 5 ELSE 6 END AS band,
             SUM(CASE WHEN p.outcome = 'answered' THEN 1 ELSE 0 END),
             SUM(CASE WHEN p.outcome <> 'answered' THEN 1 ELSE 0 END),
             SUM(CASE WHEN p.outcome = 'answered' AND p.actual_ms <= p.p50_ms THEN 1 ELSE 0 END),
             SUM(CASE WHEN p.outcome = 'answered' AND p.actual_ms <= p.p90_ms THEN 1 ELSE 0 END),
             CAST(AVG(CASE WHEN p.outcome = 'answered' THEN p.p50_ms END) AS INTEGER),
             CAST(AVG(CASE WHEN p.outcome = 'answered' THEN p.actual_ms END) AS INTEGER)
             FROM fact_prediction p {where} GROUP BY band ORDER BY band",
        )]
    },
    tell: |_, answers| {
        let mut told = lines_of(answers);
        let mut totals = sums(&told, COUNTS);
        for line in told.iter_mut().chain([&mut totals]) {
            add_share(line, "within_p50_share", "within_p50", "estimates");
            add_share(line, "within_p90_share", "within_p90", "estimates");
            line.retain(|(key, _)| !matches!(*key, "within_p50" | "within_p90"));
        }
        Table { totals, lines: told, truncated: false }
    },
    drill: Some(Drill { ask: predictions, table: "fact_prediction p", dimensions: &[] }),
};

/// The band of a line is told in words.
fn lines_of(answers: &[Answer]) -> Vec<Line> {
    let keys =
        ["said", "estimates", "censored", "within_p50", "within_p90", "said_ms", "actual_ms"];
    let mut told = answers.first().map(|answer| lines(answer, &keys)).unwrap_or_default();
    for (key, figure) in told.iter_mut().flatten() {
        if *key == "said" {
            let band = BANDS.get(figure.whole() as usize).copied().unwrap_or_default();
            *figure = Figure::Text(band.to_owned());
        }
    }
    told
}

fn predictions(asked: &Asked) -> Where {
    let found = asked
        .within("p", "shown_ms")
        .and("p.p50_ms IS NOT NULL")
        .and_if(asked.filters.one_of(Filter::Queue, "p.queue"))
        .and("p.tier = :tier")
        .with("tier", asked.filters.tier);
    asked.of_conversations(found, "p", &[Filter::Pipeline, Filter::Team, Filter::Agent])
}
