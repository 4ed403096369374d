//! How supervisors help: raised hands by owner, assists by supervisor.

use super::{
    Chart, ChartKind, Drill, Filter, Group, Report, Unit, dimension,
    filters::USUAL,
    measure,
    question::{Asked, Where},
    tables::{Table, add_share, figure, plain, rows, sums},
    tally::{Tally, text, whole},
};

pub const ALL: &[&Report] = &[&HANDS, &ASSISTS];

const HAND_COUNTS: &[&str] = &["raised", "by_rule", "taken"];

static HANDS: Report = Report {
    name: "raised-hands",
    title: "Raised hands",
    question: "Who asks for help, and how fast does somebody come?",
    group: Group::People,
    grain: "raised hand, by the moment it was raised",
    filters: USUAL,
    columns: &[
        dimension("agent", "Agent", Unit::Agent, "The owner for whom the hand was up"),
        measure(
            "raised",
            "Raised",
            Unit::Count,
            "Hands raised by the owner, a rule or the chain guard",
        ),
        measure("by_rule", "By rule", Unit::Count, "Raised by a rule of the configuration"),
        measure("taken", "Taken", Unit::Count, "A supervisor came, or allowed the move"),
        measure("taken_share", "Taken share", Unit::Share, "Taken ÷ raised"),
        measure(
            "answer_p50_ms",
            "Median until taken",
            Unit::Duration,
            "Half were taken by then, ± 2 %",
        ),
        measure(
            "answer_p90_ms",
            "90 % until taken",
            Unit::Duration,
            "Nine of ten were taken by then, ± 2 %",
        ),
    ],
    chart: Chart::of(ChartKind::Bars, "agent", &["raised", "taken"]),
    ask: |asked| {
        vec![hands(asked).statement(
            "SELECT n.owner, n.cause, n.outcome, n.answer_bucket, COUNT(*) FROM fact_hand n {where}
             GROUP BY n.owner, n.cause, n.outcome, n.answer_bucket",
        )]
    },
    tell: |_, answers| {
        let mut owners = Tally::new(&["agent"], HAND_COUNTS);
        for row in rows(answers, 0) {
            let [owner, cause, outcome, bucket, count] = row.as_slice() else { continue };
            let told = owners.at(&[owner]);
            told.add("raised", whole(count));
            if text(cause) == "rule" {
                told.add("by_rule", whole(count));
            }
            if text(outcome) == "taken" {
                told.add("taken", whole(count));
                told.add_lengths(bucket, whole(count));
            }
        }
        let mut told = owners.lines(&[("answer_p50_ms", 50), ("answer_p90_ms", 90)]);
        told.sort_by_key(|line| std::cmp::Reverse(figure(line, "raised").whole()));
        let mut totals = sums(&told, HAND_COUNTS);
        for line in told.iter_mut().chain([&mut totals]) {
            add_share(line, "taken_share", "taken", "raised");
        }
        Table { totals, lines: told, truncated: false }
    },
    drill: Some(Drill { ask: hands, table: "fact_hand n", dimensions: &[("agent", "n.owner")] }),
};

fn hands(asked: &Asked) -> Where {
    let found = asked
        .within("n", "raised_ms")
        .and_if(asked.filters.one_of(Filter::Queue, "n.queue"))
        .and_if(asked.filters.one_of(Filter::Agent, "n.owner"));
    asked.of_conversations(found, "n", &[Filter::Pipeline, Filter::Team])
}

static ASSISTS: Report = Report {
    name: "assists",
    title: "Assists by supervisor",
    question: "Who helps, in which way, and for how long?",
    group: Group::People,
    grain: "supervisor's leg: one stay in one mode; take-overs are owner legs",
    filters: USUAL,
    columns: &[
        dimension("agent", "Supervisor", Unit::Agent, "Who helped"),
        measure("observed", "Observed", Unit::Count, "Stays in which they looked on"),
        measure("whispered", "Whispered", Unit::Count, "Stays in which they wrote to staff alone"),
        measure("joined", "Joined", Unit::Count, "Stays in which the visitor saw them"),
        measure("taken_over", "Taken over", Unit::Count, "Owner legs that began by a take-over"),
        measure("helped_ms", "Time", Unit::Duration, "Their ended stays, added up"),
    ],
    chart: Chart::of(
        ChartKind::StackedBars,
        "agent",
        &["observed", "whispered", "joined", "taken_over"],
    ),
    ask: |asked| {
        let select = "SUM(CASE WHEN g.role = 'observe' THEN 1 ELSE 0 END),
            SUM(CASE WHEN g.role = 'whisper' THEN 1 ELSE 0 END),
            SUM(CASE WHEN g.role = 'join' THEN 1 ELSE 0 END),
            SUM(CASE WHEN g.role = 'owner' THEN 1 ELSE 0 END),
            COALESCE(SUM(CASE WHEN g.role <> 'owner' THEN g.duration_ms END), 0) FROM fact_leg g {where}";
        let by_agent = format!("SELECT g.agent, {select} GROUP BY g.agent ORDER BY 6 DESC");
        let found = assists(asked);
        vec![found.statement(&by_agent), found.statement(&format!("SELECT {select}"))]
    },
    tell: |_, answers| {
        let keys = ["agent", "observed", "whispered", "joined", "taken_over", "helped_ms"];
        plain(answers, &keys, &keys[1..])
    },
    drill: Some(Drill { ask: assists, table: "fact_leg g", dimensions: &[("agent", "g.agent")] }),
};

fn assists(asked: &Asked) -> Where {
    // Take-overs are few: they are looked up by their role first all the same.
    let found = asked
        .within("g", "began_ms")
        .and("(g.role IN ('observe', 'whisper', 'join') OR (g.role = 'owner' AND g.began_by = 'take_over'))")
        .and_if(asked.filters.one_of(Filter::Queue, "g.queue"))
        .and_if(asked.filters.one_of(Filter::Agent, "g.agent"));
    asked.of_conversations(found, "g", &[Filter::Pipeline, Filter::Team])
}
