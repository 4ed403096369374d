//! What became of conversations at a support tier: handled there, escalated, or else.

use super::{
    BUCKET, Chart, ChartKind, Column, Drill, Filter, Group, Report, Unit, dimension, measure,
    question::{Asked, Where},
    tables::{Line, Table, bucketed, figure, lines, plain, sums},
};
use store::facts::{Answer, Statement};

pub const ALL: &[&Report] = &[&ESCALATED, &HANDLED_VS_ESCALATED, &BY_AGENT];

const REACHED: Column = measure(
    "reached",
    "Reached",
    Unit::Count,
    "Conversations with at least one owner leg at the tier; people, unless bots are asked for",
);
const HANDLED: Column = measure(
    "handled",
    "Handled",
    Unit::Count,
    "Reached the tier, were not escalated there, and the closing ended an owner leg there, whatever the reason",
);
const ESCALATED_COUNT: Column = measure(
    "escalated",
    "Escalated",
    Unit::Count,
    "An owner leg at the tier ended by an escalation or transfer to a higher tier that a person asked for and did not recall; each conversation once",
);
const OTHER: Column = measure(
    "other",
    "Other",
    Unit::Count,
    "The rest: moved sideways or down, moved up by a fallback, ended while waiting or in another tier, still open",
);

const OUTCOMES: [&str; 4] = ["reached", "handled", "escalated", "other"];

/// The four figures of some groups of `fact_reach`.
const FOUR: &str = "COALESCE(SUM(n), 0),
    COALESCE(SUM(CASE WHEN outcome = 'handled' THEN n ELSE 0 END), 0),
    COALESCE(SUM(CASE WHEN outcome = 'escalated' THEN n ELSE 0 END), 0),
    COALESCE(SUM(CASE WHEN outcome = 'other' THEN n ELSE 0 END), 0)";

/// Counted by the hour first: an index has them in that order.
const COUNTED: &str =
    "(SELECT r.hour, MIN(r.day) AS day, MIN(r.week) AS week, MIN(r.month) AS month,
    r.outcome, COUNT(*) AS n FROM fact_reach r {where} GROUP BY r.hour, r.outcome)";

const FILTERS: &[Filter] = &[
    Filter::From,
    Filter::To,
    Filter::Tier,
    Filter::GroupBy,
    Filter::Pipeline,
    Filter::Queue,
    Filter::Team,
    Filter::Agent,
    Filter::Tag,
    Filter::Bots,
];

const DRILL: Drill = Drill {
    ask: |asked| asked.reached("r"),
    table: "fact_reach r",
    dimensions: &[("bucket", "r"), ("outcome", "r.outcome"), ("agent", "r.agent")],
};

fn by_time(asked: &Asked) -> Statement {
    let bucket = asked.bucket();
    asked
        .reached("r")
        .statement(&format!("SELECT {bucket}, {FOUR} FROM {COUNTED} GROUP BY 1 ORDER BY 1"))
}

fn in_all(asked: &Asked) -> Statement {
    asked.reached("r").statement(&format!("SELECT {FOUR} FROM {COUNTED}"))
}

static HANDLED_VS_ESCALATED: Report = Report {
    name: "tier-handled-vs-escalated",
    title: "Level {tier} Chats Handled vs Escalated Over Time",
    question: "Of the conversations that reached a tier, how many were finished there and how many had to go up, over time?",
    group: Group::Tiers,
    grain: "conversation, by the start of its first owner leg at the tier",
    filters: FILTERS,
    columns: &[BUCKET, REACHED, HANDLED, ESCALATED_COUNT, OTHER],
    chart: Chart::of(ChartKind::StackedBars, "bucket", &["handled", "escalated", "other"]),
    ask: |asked| vec![by_time(asked), in_all(asked)],
    tell: |asked, answers| over_time(asked, answers),
    drill: Some(DRILL),
};

fn over_time(asked: &Asked, answers: &[Answer]) -> Table {
    let keys = ["bucket", "reached", "handled", "escalated", "other"];
    let table = plain(answers, &keys, &OUTCOMES);
    Table { lines: bucketed(&asked.filters, table.lines), ..table }
}

static ESCALATED: Report = Report {
    name: "tier-escalated",
    title: "Level {tier} Escalated Chats",
    question: "Which conversations were escalated at a tier, by whom, where to and why?",
    group: Group::Tiers,
    grain: "conversation, by the start of its first owner leg at the tier",
    filters: &[
        Filter::From,
        Filter::To,
        Filter::Tier,
        Filter::GroupByIfAsked,
        Filter::Pipeline,
        Filter::Queue,
        Filter::Team,
        Filter::Agent,
        Filter::Tag,
        Filter::Bots,
    ],
    columns: &[
        dimension("conversation", "Conversation", Unit::Text, "What it is called, or its number"),
        dimension("id", "Id", Unit::Conversation, "The conversation's number"),
        dimension(
            "at",
            "Escalated at",
            Unit::Time,
            "When the first move that counts ended the leg",
        ),
        dimension("agent", "Agent", Unit::Agent, "Who had it and escalated it"),
        dimension("from", "From", Unit::Queue, "The queue of that leg"),
        dimension("to", "To", Unit::Queue, "The queue it was sent to"),
        dimension("reason", "Reason", Unit::Reason, "The code that was given"),
        BUCKET,
        REACHED,
        HANDLED,
        ESCALATED_COUNT,
        OTHER,
    ],
    chart: Chart { kind: ChartKind::None, x: None, y: None, series: &[] },
    ask: |asked| {
        if asked.filters.group_by.is_some() {
            return vec![by_time(asked), in_all(asked)];
        }
        let found = asked.reached("r").and("r.outcome = 'escalated'");
        let list = "SELECT COALESCE(c.reference, 'cnv_' || r.conversation), r.conversation, r.escalated_ms,
            r.escalated_by, r.from_queue, r.to_queue, r.reason
            FROM fact_reach r JOIN fact_conversation c
                ON c.workspace = r.workspace AND c.conversation = r.conversation
            {where} ORDER BY r.escalated_ms, r.conversation";
        vec![found.statement(list), in_all(asked)]
    },
    tell: |asked, answers| {
        if asked.filters.group_by.is_some() {
            return over_time(asked, answers);
        }
        let keys = ["conversation", "id", "at", "agent", "from", "to", "reason"];
        plain(answers, &keys, &OUTCOMES)
    },
    drill: Some(Drill { ask: |asked| asked.reached("r").and("r.outcome = 'escalated'"), ..DRILL }),
};

static BY_AGENT: Report = Report {
    name: "tier-by-agent",
    title: "Tier {tier} Chats Handled vs Escalated by Agent",
    question: "Of the legs that each agent had at a tier, how many ended by closing and how many by moving up?",
    group: Group::Tiers,
    grain: "owner leg at the tier, of conversations that reached it in the period",
    filters: &[
        Filter::From,
        Filter::To,
        Filter::Tier,
        Filter::Pipeline,
        Filter::Queue,
        Filter::Team,
        Filter::Agent,
        Filter::Tag,
        Filter::Bots,
    ],
    columns: &[
        dimension("agent", "Agent", Unit::Agent, "Who owned the leg"),
        measure(
            "handled_legs",
            "Handled legs",
            Unit::Count,
            "Owner legs at the tier that ended by closing",
        ),
        measure(
            "escalated_legs",
            "Escalated legs",
            Unit::Count,
            "Owner legs at the tier that ended by a move to a higher tier that counts as escalated",
        ),
        measure("legs", "Legs", Unit::Count, "All owner legs at the tier, however they ended"),
        REACHED,
        HANDLED,
        ESCALATED_COUNT,
        OTHER,
    ],
    chart: Chart::of(ChartKind::StackedBars, "agent", &["handled_legs", "escalated_legs"]),
    ask: |asked| {
        let mut legs = asked.rows("g").and("g.role = 'owner'").and("g.tier = :tier");
        if !asked.filters.bots {
            legs = legs.and("g.bot = 0");
        }
        let select =
            "SELECT g.agent, SUM(g.closed), SUM(g.escalated), COUNT(*) FROM fact_leg g {where}";
        let narrowed =
            asked.filters.said.keys().any(|key| !matches!(key.as_str(), "tier" | "bots"));
        let legs = if narrowed {
            let reached: Where = asked.reached("r");
            legs.of_those("g", "fact_reach r", &reached)
        } else {
            legs.with("tier", asked.filters.tier)
        };
        vec![legs.statement(&format!("{select} GROUP BY g.agent ORDER BY g.agent")), in_all(asked)]
    },
    tell: |_, answers| {
        let keys = ["agent", "handled_legs", "escalated_legs", "legs"];
        let rows = answers.first().map(|answer| lines(answer, &keys)).unwrap_or_default();
        let mut totals: Line = answers
            .get(1)
            .and_then(|answer| lines(answer, &OUTCOMES).into_iter().next())
            .unwrap_or_default();
        totals.extend(sums(&rows, &["handled_legs", "escalated_legs"]));
        let mut rows: Vec<Line> = rows;
        let moved = |line: &Line| {
            figure(line, "handled_legs").whole() + figure(line, "escalated_legs").whole()
        };
        rows.sort_by_key(|line| std::cmp::Reverse(moved(line)));
        let truncated = answers.first().is_some_and(|answer| answer.truncated);
        Table { totals, lines: rows, truncated }
    },
    drill: Some(Drill {
        ask: |asked| {
            let legs = asked.rows("g").and("g.role = 'owner'").and("g.tier = :tier");
            let reached = asked.reached("r");
            legs.of_those("g", "fact_reach r", &reached)
        },
        table: "fact_leg g",
        dimensions: &[("agent", "g.agent")],
    }),
};
