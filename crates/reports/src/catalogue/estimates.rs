//! Whether visitors wait as long as they were told.

use super::{
    Chart, ChartKind, Drill, Filter, Group, Report, Unit, dimension, measure,
    question::{Asked, Where},
    tables::{Figure, Table, figure, lines, sums},
};

pub const ALL: &[&Report] = &[&CALIBRATION];

static CALIBRATION: Report = Report {
    name: "estimate-calibration",
    title: "Calibration of the estimated wait",
    question: "Of the waits that were said to be over in half of the cases by a time, were half of them?",
    group: Group::Service,
    grain: "estimate that was shown and whose wait an agent ended, by the moment it was shown",
    filters: &[Filter::From, Filter::To, Filter::Tier, Filter::Queue, Filter::Tag],
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
             COUNT(*), SUM(CASE WHEN p.actual_ms <= p.p50_ms THEN 1 ELSE 0 END),
             SUM(CASE WHEN p.actual_ms <= p.p90_ms THEN 1 ELSE 0 END),
             SUM(p.p50_ms) / COUNT(*), SUM(p.actual_ms) / COUNT(*)
             FROM fact_prediction p {where} GROUP BY band ORDER BY band",
        )]
    },
    tell: |_, answers| {
        let keys = ["band", "estimates", "within_p50", "within_p90", "said_ms", "actual_ms"];
        let found = answers.first().map(|answer| lines(answer, &keys)).unwrap_or_default();
        let totals = sums(&found, &["estimates", "within_p50", "within_p90"]);
        let shares = |line: &super::tables::Line| {
            let share =
                |part| Figure::share(figure(line, part).whole(), figure(line, "estimates").whole());
            [("within_p50_share", share("within_p50")), ("within_p90_share", share("within_p90"))]
        };
        let bands =
            ["under 30 s", "30–60 s", "1–2 min", "2–5 min", "5–10 min", "10–30 min", "over 30 min"];
        let told = found.iter().map(|line| {
            let band =
                bands.get(figure(line, "band").whole() as usize).copied().unwrap_or_default();
            let mut told = vec![
                ("said", Figure::Text(band.to_owned())),
                ("estimates", figure(line, "estimates").clone()),
            ];
            told.extend(shares(line));
            told.push(("said_ms", figure(line, "said_ms").clone()));
            told.push(("actual_ms", figure(line, "actual_ms").clone()));
            told
        });
        let lines = told.collect();
        let mut all = vec![("estimates", figure(&totals, "estimates").clone())];
        all.extend(shares(&totals));
        Table { totals: all, lines, truncated: false }
    },
    drill: Some(Drill { ask: predictions, table: "fact_prediction p", dimensions: &[] }),
};

fn predictions(asked: &Asked) -> Where {
    let found = asked
        .within("p", "shown_ms")
        .and("p.outcome = 'answered'")
        .and("p.p50_ms IS NOT NULL")
        .and_if(asked.filters.one_of(Filter::Queue, "p.queue"))
        .and("p.tier = :tier")
        .with("tier", asked.filters.tier);
    asked.tagged(found, "p")
}
