//! How long visitors wait, who answers in time, and who gives up.

use super::{
    BUCKET, Chart, ChartKind, Column, Drill, Filter, Group, Report, Unit, dimension,
    filters::{USUAL, USUAL_BY_TIME},
    high_end, low_end, measure,
    question::{Asked, Where},
    statistics::wilson,
    tables::{Figure, Table, add_share, bucketed, figure, lines, rows, sums},
    tally::{Tally, text, whole},
};

pub const ALL: &[&Report] = &[&WAITS, &SERVICE_LEVEL, &ABANDONMENT];

const QUEUE: Column = dimension("queue", "Queue", Unit::Queue, "Where they waited");
const STAGE: Column =
    dimension("stage", "Stage", Unit::Stage, "The stage of the pipeline, if it was in one");

const OUTCOMES: &[&str] =
    &["answered", "abandoned", "timed_out", "fallback", "left_message", "moved", "other"];
const WAIT_COUNTS: &[&str] =
    &["waits", "answered", "abandoned", "timed_out", "fallback", "left_message", "moved", "other"];

static WAITS: Report = Report {
    name: "waits",
    title: "Waits by queue and stage",
    question: "How long do visitors wait in each stage, and how do their waits end?",
    group: Group::Service,
    grain: "wait that is over, by its beginning",
    filters: USUAL,
    columns: &[
        QUEUE,
        STAGE,
        measure("waits", "Waits", Unit::Count, "Stays in the queue that are over"),
        measure("answered", "Answered", Unit::Count, "An agent became owner"),
        measure("abandoned", "Abandoned", Unit::Count, "The visitor closed, or was gone"),
        measure(
            "timed_out",
            "Timed out",
            Unit::Count,
            "The wait was too long, or the queue closed, and nothing followed",
        ),
        measure(
            "fallback",
            "Fell back",
            Unit::Count,
            "Went on to another place because it was too long, or the queue closed",
        ),
        measure("left_message", "Message left", Unit::Count, "Ended by a message the visitor left"),
        measure("moved", "Moved", Unit::Count, "A supervisor moved it"),
        measure(
            "other",
            "Other",
            Unit::Count,
            "Recalled, came back to the sender, or closed by staff",
        ),
        measure("abandoned_share", "Abandoned share", Unit::Share, "Abandoned ÷ waits"),
        measure(
            "wait_p50_ms",
            "Median",
            Unit::Duration,
            "Half of the answered waits were over by then, ± 2 %",
        ),
        measure(
            "wait_p90_ms",
            "90 %",
            Unit::Duration,
            "Nine of ten answered waits were over by then, ± 2 %",
        ),
        measure(
            "wait_p95_ms",
            "95 %",
            Unit::Duration,
            "19 of 20 answered waits were over by then, ± 2 %",
        ),
    ],
    chart: Chart::of(ChartKind::StackedBars, "queue", OUTCOMES),
    ask: |asked| {
        // One pass over an index in this order answers everything.
        vec![waits(asked).statement(
            "SELECT w.queue, w.stage, w.outcome, w.duration_bucket, COUNT(*) FROM fact_wait w {where}
             GROUP BY w.queue, w.stage, w.duration_bucket, w.outcome",
        )]
    },
    tell: |_, answers| {
        let mut places = Tally::new(&["queue", "stage"], WAIT_COUNTS);
        for row in rows(answers, 0) {
            let [queue, stage, outcome, bucket, count] = row.as_slice() else { continue };
            let place = places.at(&[queue, stage]);
            let known = OUTCOMES.iter().find(|key| **key == text(outcome));
            place.add("waits", whole(count));
            place.add(known.unwrap_or(&"other"), whole(count));
            if text(outcome) == "answered" {
                place.add_lengths(bucket, whole(count));
            }
        }
        let percentiles = [("wait_p50_ms", 50), ("wait_p90_ms", 90), ("wait_p95_ms", 95)];
        let mut told = places.lines(&percentiles);
        told.sort_by_key(|line| std::cmp::Reverse(figure(line, "waits").whole()));
        let mut totals = sums(&told, WAIT_COUNTS);
        for line in told.iter_mut().chain([&mut totals]) {
            add_share(line, "abandoned_share", "abandoned", "waits");
        }
        Table { totals, lines: told, truncated: false }
    },
    drill: Some(Drill {
        ask: waits,
        table: "fact_wait w",
        dimensions: &[("queue", "w.queue"), ("stage", "w.stage")],
    }),
};

fn waits(asked: &Asked) -> Where {
    let found = asked
        .within("w", "began_ms")
        .and("w.duration_bucket IS NOT NULL")
        .and_if(asked.filters.one_of(Filter::Queue, "w.queue"))
        .and_if(asked.filters.one_of(Filter::Pipeline, "w.pipeline"));
    asked.of_conversations(found, "w", &[Filter::Team, Filter::Agent])
}

const LEVEL: &[&str] = &["ended", "answered", "answered_within", "left_within"];

static SERVICE_LEVEL: Report = Report {
    name: "service-level",
    title: "Service level",
    question: "How many waits are answered within the time that was promised?",
    group: Group::Service,
    grain: "wait that is over, by its beginning",
    filters: &[
        Filter::From,
        Filter::To,
        Filter::Seconds,
        Filter::Pipeline,
        Filter::Queue,
        Filter::Team,
        Filter::Agent,
        Filter::Tag,
    ],
    columns: &[
        QUEUE,
        measure("ended", "Ended", Unit::Count, "Waits that are over"),
        measure("answered", "Answered", Unit::Count, "Those that an agent answered"),
        measure("answered_within", "In time", Unit::Count, "Answered within the seconds asked for"),
        measure(
            "left_within",
            "Left in time",
            Unit::Count,
            "Abandoned or recalled within them: nobody could have answered",
        ),
        measure(
            "service_level_share",
            "Service level",
            Unit::Share,
            "Answered in time ÷ (ended − abandoned or recalled in time); a wait that was too long, fell back or ended in a message counts as not answered",
        ),
    ],
    chart: Chart::of(ChartKind::Bars, "queue", &["service_level_share"]),
    ask: |asked| {
        let found = waits(asked).with("within", asked.filters.seconds.saturating_mul(1_000));
        vec![found.statement(
            "SELECT w.queue, COUNT(*), SUM(CASE WHEN w.outcome = 'answered' THEN 1 ELSE 0 END),
             SUM(CASE WHEN w.outcome = 'answered' AND w.duration_ms <= :within THEN 1 ELSE 0 END),
             SUM(CASE WHEN w.outcome IN ('abandoned', 'recalled') AND w.duration_ms <= :within
                 THEN 1 ELSE 0 END)
             FROM fact_wait w {where} GROUP BY w.queue ORDER BY 2 DESC",
        )]
    },
    tell: |_, answers| {
        let mut keys = vec!["queue"];
        keys.extend(LEVEL);
        let mut told = answers.first().map(|answer| lines(answer, &keys)).unwrap_or_default();
        let mut totals = sums(&told, LEVEL);
        for line in told.iter_mut().chain([&mut totals]) {
            let counted = figure(line, "ended").whole() - figure(line, "left_within").whole();
            let level = Figure::share(figure(line, "answered_within").whole(), counted);
            line.push(("service_level_share", level));
        }
        Table { totals, lines: told, truncated: false }
    },
    drill: Some(Drill { ask: waits, table: "fact_wait w", dimensions: &[("queue", "w.queue")] }),
};

static ABANDONMENT: Report = Report {
    name: "abandonment",
    title: "Abandonment over time",
    question: "How many visitors give up waiting, and is it getting better?",
    group: Group::Service,
    grain: "wait that is over, by its beginning",
    filters: USUAL_BY_TIME,
    columns: &[
        BUCKET,
        measure("waits", "Waits", Unit::Count, "Waits that are over"),
        measure("abandoned", "Abandoned", Unit::Count, "The visitor closed, or was gone"),
        measure("abandoned_share", "Abandoned share", Unit::Share, "Abandoned ÷ waits"),
        low_end("abandoned_share_low"),
        high_end("abandoned_share_high"),
    ],
    chart: Chart::of(ChartKind::Line, "bucket", &["abandoned_share"]),
    ask: |asked| {
        let bucket = asked.bucket();
        vec![waits(asked).statement(&format!(
            "SELECT {bucket}, SUM(n), SUM(gone) FROM (
                SELECT w.hour, MIN(w.day) AS day, MIN(w.week) AS week, MIN(w.month) AS month,
                COUNT(*) AS n, SUM(CASE WHEN w.outcome = 'abandoned' THEN 1 ELSE 0 END) AS gone
                FROM fact_wait w {{where}} GROUP BY w.hour
             ) GROUP BY 1 ORDER BY 1"
        ))]
    },
    tell: |asked, answers| {
        let keys = ["bucket", "waits", "abandoned"];
        let told = answers.first().map(|answer| lines(answer, &keys)).unwrap_or_default();
        let mut told = bucketed(&asked.filters, told);
        let mut totals = sums(&told, &["waits", "abandoned"]);
        for line in told.iter_mut().chain([&mut totals]) {
            let (waits, gone) = (figure(line, "waits").whole(), figure(line, "abandoned").whole());
            let (low, high) = wilson(gone, waits).unzip();
            line.extend([
                ("abandoned_share", Figure::share(gone, waits)),
                ("abandoned_share_low", Figure::real(low)),
                ("abandoned_share_high", Figure::real(high)),
            ]);
        }
        Table { totals, lines: told, truncated: false }
    },
    drill: Some(Drill { ask: waits, table: "fact_wait w", dimensions: &[("bucket", "w")] }),
};
