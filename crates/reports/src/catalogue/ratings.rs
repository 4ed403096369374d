//! What visitors say of it, against how often they were handed on.

use super::{
    Chart, ChartKind, Column, Drill, Group, Report, Unit, dimension,
    filters::USUAL,
    measure,
    question::{Asked, Where},
    tables::{Table, add_share, figure, plain, rows},
    tally::{Tally, whole},
};

pub const ALL: &[&Report] = &[&BY_HOPS, &BY_AGENT];

const RATINGS: Column =
    measure("ratings", "Ratings", Unit::Count, "Conversations that the visitor rated");
const MEAN: Column = measure("rating", "Rating", Unit::Number, "Mean of the ratings, 1 to 5");

static BY_HOPS: Report = Report {
    name: "rating-by-hops",
    title: "Rating against hops",
    question: "Are visitors who were handed on more often less satisfied?",
    group: Group::Quality,
    grain: "rated conversation, by its opening",
    filters: USUAL,
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

/// How many ratings, and what they add up to.
const ALONE: [&str; 2] = ["alone_ratings", "alone_stars"];
const SHARED: [&str; 2] = ["shared_ratings", "shared_stars"];
const RATED: &[&str] = &["alone_ratings", "alone_stars", "shared_ratings", "shared_stars"];

static BY_AGENT: Report = Report {
    name: "rating-by-agent",
    title: "Rating by agent",
    question: "How are the conversations rated that an agent owned alone, and those they shared?",
    group: Group::Quality,
    grain: "rated conversation, once for each of its owners; a rating belongs to the conversation, not to one of them",
    filters: USUAL,
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
        // One owner is the last one; several are looked up by their legs, whose key is asked for in full: a search by
        // role would go through all there are.
        vec![
            rated(asked).and("c.owners = 1").statement(
                "SELECT c.last_owner, COUNT(*), SUM(c.rating) FROM fact_conversation c {where}
                 GROUP BY c.last_owner",
            ),
            rated(asked).and("c.owners > 1").statement(
                "SELECT agent, COUNT(*), SUM(rating) FROM (
                    SELECT DISTINCT c.conversation, c.rating, g.agent
                    FROM fact_conversation c CROSS JOIN fact_leg g ON g.workspace = c.workspace
                    AND g.conversation = c.conversation AND g.leg >= 0 AND g.role = 'owner' {where}
                 ) GROUP BY agent",
            ),
            rated(asked).and("c.owners > 0").statement(
                "SELECT c.owners > 1, COUNT(*), SUM(c.rating) FROM fact_conversation c {where} GROUP BY 1",
            ),
        ]
    },
    tell: |_, answers| {
        let mut agents = Tally::new(&["agent"], RATED);
        for (at, [ratings, sum]) in [ALONE, SHARED].into_iter().enumerate() {
            for row in rows(answers, at) {
                let [agent, count, stars] = row.as_slice() else { continue };
                let told = agents.at(&[agent]);
                told.add(ratings, whole(count));
                told.add(sum, whole(stars));
            }
        }
        let mut told = agents.lines(&[]);
        told.sort_by_key(|line| std::cmp::Reverse(figure(line, "alone_ratings").whole()));
        let mut all = Tally::new(&[], RATED);
        for row in rows(answers, 2) {
            let [is_shared, count, stars] = row.as_slice() else { continue };
            let [ratings, sum] = if whole(is_shared) == 1 { SHARED } else { ALONE };
            let told = all.at(&[]);
            told.add(ratings, whole(count));
            told.add(sum, whole(stars));
        }
        let mut totals = all.lines(&[]).into_iter().next().unwrap_or_default();
        for line in told.iter_mut().chain([&mut totals]) {
            add_share(line, "alone_rating", "alone_stars", "alone_ratings");
            add_share(line, "shared_rating", "shared_stars", "shared_ratings");
            line.retain(|(key, _)| !key.ends_with("_stars"));
        }
        Table { totals, lines: told, truncated: false }
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
