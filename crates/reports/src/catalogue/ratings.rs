//! What visitors say of it, against how often they were handed on.

use super::{
    Chart, ChartKind, Column, Drill, Filter, Group, Report, Unit, dimension, measure,
    question::{Asked, Where},
    tables::plain,
};

pub const ALL: &[&Report] = &[&BY_HOPS, &BY_AGENT];

const RATINGS: Column =
    measure("ratings", "Ratings", Unit::Count, "Conversations that the visitor rated");
const MEAN: Column = measure("rating", "Rating", Unit::Number, "Mean of the ratings, 1 to 5");

const FILTERS: &[Filter] = &[
    Filter::From,
    Filter::To,
    Filter::Pipeline,
    Filter::Queue,
    Filter::Team,
    Filter::Agent,
    Filter::Tag,
];

static BY_HOPS: Report = Report {
    name: "rating-by-hops",
    title: "Rating against hops",
    question: "Are visitors who were handed on more often less satisfied?",
    group: Group::Quality,
    grain: "rated conversation, by its opening",
    filters: FILTERS,
    columns: &[
        dimension(
            "hops",
            "Hops",
            Unit::Number,
            "How often ownership passed from one agent to another by transfer, escalation or return",
        ),
        RATINGS,
        MEAN,
        measure("low_share", "Low share", Unit::Share, "Ratings of 1 or 2 ÷ ratings"),
    ],
    chart: Chart::of(ChartKind::Bars, "hops", &["rating"]),
    ask: |asked| {
        let figures = "COUNT(*), AVG(c.rating), AVG(CASE WHEN c.rating <= 2 THEN 1.0 ELSE 0.0 END)
            FROM fact_conversation c {where}";
        vec![
            rated(asked).statement(&format!("SELECT c.hops, {figures} GROUP BY c.hops ORDER BY 1")),
            rated(asked).statement(&format!("SELECT {figures}")),
        ]
    },
    tell: |_, answers| {
        let keys = ["hops", "ratings", "rating", "low_share"];
        plain(answers, &keys, &keys[1..])
    },
    drill: Some(Drill {
        ask: rated,
        table: "fact_conversation c",
        dimensions: &[("hops", "c.hops")],
    }),
};

static BY_AGENT: Report = Report {
    name: "rating-by-agent",
    title: "Rating by agent",
    question: "How are the conversations rated that an agent owned alone, and those they shared?",
    group: Group::Quality,
    grain: "rated conversation, once for each of its owners; a rating belongs to the conversation, not to one of them",
    filters: FILTERS,
    columns: &[
        dimension("agent", "Agent", Unit::Agent, "An owner of the conversation"),
        measure(
            "alone_ratings",
            "Ratings, alone",
            Unit::Count,
            "Rated conversations that had no other owner",
        ),
        measure("alone_rating", "Rating, alone", Unit::Number, "Mean of those"),
        measure(
            "shared_ratings",
            "Ratings, shared",
            Unit::Count,
            "Rated conversations with several owners",
        ),
        measure("shared_rating", "Rating, shared", Unit::Number, "Mean of those"),
    ],
    chart: Chart::of(ChartKind::Bars, "agent", &["alone_rating", "shared_rating"]),
    ask: |asked| {
        let figures = "SUM(CASE WHEN c.owners = 1 THEN 1 ELSE 0 END),
            AVG(CASE WHEN c.owners = 1 THEN c.rating END),
            SUM(CASE WHEN c.owners > 1 THEN 1 ELSE 0 END), AVG(CASE WHEN c.owners > 1 THEN c.rating END)";
        vec![
            rated(asked).statement(&format!(
                "SELECT g.agent, {figures} FROM fact_conversation c
                 JOIN (SELECT DISTINCT workspace, conversation, agent FROM fact_leg
                    WHERE workspace = :workspace AND role = 'owner') g
                 ON g.workspace = c.workspace AND g.conversation = c.conversation
                 {{where}} GROUP BY g.agent ORDER BY 2 DESC"
            )),
            rated(asked).statement(&format!("SELECT {figures} FROM fact_conversation c {{where}}")),
        ]
    },
    tell: |_, answers| {
        let keys = ["agent", "alone_ratings", "alone_rating", "shared_ratings", "shared_rating"];
        plain(answers, &keys, &keys[1..])
    },
    drill: Some(Drill {
        ask: rated,
        table: "fact_conversation c JOIN fact_leg g ON g.workspace = c.workspace
            AND g.conversation = c.conversation AND g.role = 'owner'",
        dimensions: &[("agent", "g.agent")],
    }),
};

fn rated(asked: &Asked) -> Where {
    asked.opened("c").and("c.rating IS NOT NULL")
}
