//! Who hands over to whom: the transfer matrix, chains, and how hand-overs go along each edge.

use store::facts::Answered as Cell;

use super::{
    Chart, ChartKind, Column, Drill, Filter, Group, Report, Unit, dimension,
    filters::CAUSES,
    measure,
    question::{Asked, Where},
    tables::{Table, lines, plain, rows, sums},
    tally::{Tally, text, whole},
};
use crate::limits::WORST_CHAINS;

pub const ALL: &[&Report] = &[&MATRIX, &CHAINS, &WORST, &EDGES];

/// What one agent may ask of another or of a queue.
const KINDS: &[&str] = &["transfer", "escalation", "return", "invitation"];

static MATRIX: Report = Report {
    name: "transfer-matrix",
    title: "Transfer matrix",
    question: "From which queue to which do conversations go, how often and why?",
    group: Group::Handovers,
    grain: "neighbours in the path of queues, by the moment of the step",
    filters: &[
        Filter::From,
        Filter::To,
        Filter::Cause,
        Filter::Reason,
        Filter::Pipeline,
        Filter::Queue,
        Filter::Team,
        Filter::Agent,
        Filter::Tag,
        Filter::Split,
    ],
    columns: &[
        dimension("from", "From", Unit::Queue, "The queue it was in"),
        dimension("to", "To", Unit::Queue, "The queue it came to"),
        dimension("cause", "Cause", Unit::Code, "What moved it").of(CAUSES),
        dimension("reason", "Reason", Unit::Reason, "The code that was given with the hand-over"),
        measure(
            "count",
            "Steps",
            Unit::Count,
            "How often these two queues are neighbours in the path of a conversation, waits included and equal neighbours merged, whatever the cause",
        ),
        measure(
            "conversations",
            "Conversations",
            Unit::Count,
            "Different conversations among them",
        ),
    ],
    chart: Chart { kind: ChartKind::HeatMap, x: Some("from"), y: Some("to"), series: &["count"] },
    ask: |asked| {
        let split = match asked.filters.split.as_str() {
            "reason" => ", s.reason",
            "cause" => ", s.cause",
            _ => "",
        };
        vec![steps(asked).statement(&format!(
            "SELECT s.from_queue, s.to_queue{split}, COUNT(*), COUNT(DISTINCT s.conversation)
             FROM fact_step s {{where}} GROUP BY s.from_queue, s.to_queue{split} ORDER BY 1, 2"
        ))]
    },
    tell: |asked, answers| {
        let keys: &[&'static str] = match asked.filters.split.as_str() {
            "reason" => &["from", "to", "reason", "count", "conversations"],
            "cause" => &["from", "to", "cause", "count", "conversations"],
            _ => &["from", "to", "count", "conversations"],
        };
        let table = plain(answers, keys, &[]);
        Table { totals: sums(&table.lines, &["count"]), ..table }
    },
    drill: Some(Drill {
        ask: steps,
        table: "fact_step s",
        dimensions: &[
            ("from", "s.from_queue"),
            ("to", "s.to_queue"),
            ("cause", "s.cause"),
            ("reason", "s.reason"),
        ],
    }),
};

fn steps(asked: &Asked) -> Where {
    let queue = asked.filters.one_of(Filter::Queue, "s.from_queue");
    let either = queue.map(|from| format!("({from} OR {})", from.replace("s.from", "s.to")));
    let mut found = asked
        .within("s", "at_ms")
        .and_if(either)
        .and_if(asked.filters.one_of(Filter::Agent, "s.agent"));
    if let Some(cause) = &asked.filters.cause {
        found = found.and("s.cause = :cause").with("cause", cause.as_str());
    }
    if let Some(reason) = &asked.filters.reason {
        found = found.and("s.reason = :reason").with("reason", reason.as_str());
    }
    asked.of_conversations(found, "s", &[Filter::Pipeline, Filter::Team])
}

const CHAIN_FILTERS: &[Filter] = &[
    Filter::From,
    Filter::To,
    Filter::Path,
    Filter::Pipeline,
    Filter::Queue,
    Filter::Team,
    Filter::Agent,
    Filter::Tag,
];

const LENGTH: Column = dimension(
    "length",
    "Chain length",
    Unit::Number,
    "Stations of the path less one: the queues (or owners, or their teams) it was in, waits included, equal neighbours merged",
);
const PING_PONG: Column = measure(
    "ping_pong",
    "Ping-pong",
    Unit::Count,
    "Every A, B, A of three neighbours in the path (A, B, A, B is two); a take-over that is handed back is left out",
);

static CHAINS: Report = Report {
    name: "chains",
    title: "Chains",
    question: "Through how many hands do conversations go, and how many are sent to and fro?",
    group: Group::Handovers,
    grain: "conversation, by its opening",
    filters: CHAIN_FILTERS,
    columns: &[
        LENGTH,
        measure(
            "conversations",
            "Conversations",
            Unit::Count,
            "Conversations with a chain so long",
        ),
        PING_PONG,
        measure(
            "conversations_with_ping_pong",
            "Conversations with ping-pong",
            Unit::Count,
            "Conversations with at least one",
        ),
    ],
    chart: Chart::of(ChartKind::ChainLengths, "length", &["conversations"]),
    ask: |asked| {
        let (hops, ping_pong) = columns(asked);
        let sql = format!(
            "SELECT c.{hops}, COUNT(*), SUM(c.{ping_pong}),
             SUM(CASE WHEN c.{ping_pong} > 0 THEN 1 ELSE 0 END)
             FROM fact_conversation c {{where}} GROUP BY c.{hops} ORDER BY 1"
        );
        vec![asked.opened("c").statement(&sql)]
    },
    tell: |_, answers| {
        let keys = ["length", "conversations", "ping_pong", "conversations_with_ping_pong"];
        let told = answers.first().map(|answer| lines(answer, &keys)).unwrap_or_default();
        let totals = sums(&told, &["conversations", "ping_pong", "conversations_with_ping_pong"]);
        Table { totals, lines: told, truncated: false }
    },
    drill: Some(Drill {
        ask: |asked| asked.opened("c"),
        table: "fact_conversation c",
        dimensions: &[("length", "chain")],
    }),
};

/// Columns of `fact_conversation` for the path that is asked for.
pub fn columns(asked: &Asked) -> (&'static str, &'static str) {
    match asked.filters.path.as_str() {
        "owners" => ("owner_hops", "owner_ping_pong"),
        "teams" => ("team_hops", "team_ping_pong"),
        _ => ("queue_hops", "queue_ping_pong"),
    }
}

static WORST: Report = Report {
    name: "worst-chains",
    title: "The worst chains",
    question: "Which conversations went through the most hands, and which way?",
    group: Group::Handovers,
    grain: "conversation, by its opening; the longest first",
    filters: CHAIN_FILTERS,
    columns: &[
        dimension("conversation", "Conversation", Unit::Text, "What it is called, or its number"),
        dimension("id", "Id", Unit::Conversation, "The conversation's number"),
        dimension("at", "Opened", Unit::Time, "When it was opened"),
        dimension("path", "Path", Unit::Stations, "Its stations, in their order"),
        Column { role: super::Role::Measure, ..LENGTH },
        PING_PONG,
        measure("loops", "Loops", Unit::Count, "Stations where it had been before"),
    ],
    chart: Chart::of(ChartKind::Paths, "conversation", &["path"]),
    ask: |asked| {
        let (hops, ping_pong) = columns(asked);
        let (kind, path) = match asked.filters.path.as_str() {
            "owners" => ("agent", "owner_path"),
            "teams" => ("team", "team_path"),
            _ => ("queue", "queue_path"),
        };
        let sql = format!(
            "SELECT COALESCE(c.reference, 'cnv_' || c.conversation), c.conversation, c.opened_ms,
             '{kind}:' || c.{path}, c.{hops}, c.{ping_pong}, c.loops
             FROM fact_conversation c {{where}}
             ORDER BY c.{hops} DESC, c.{ping_pong} DESC, c.conversation LIMIT {WORST_CHAINS}"
        );
        vec![asked.opened("c").and(format!("c.{hops} > 0")).statement(&sql)]
    },
    tell: |_, answers| {
        let keys = ["conversation", "id", "at", "path", "length", "ping_pong", "loops"];
        plain(answers, &keys, &[])
    },
    drill: None,
};

const EDGE_COUNTS: &[&str] = &[
    "asked",
    "accepted",
    "completed",
    "declined",
    "rona",
    "expired",
    "cancelled",
    "failed",
    "returned",
];

static EDGES: Report = Report {
    name: "handover-edges",
    title: "Hand-over speed and outcome",
    question: "Along each edge, how fast is a hand-over taken, and how does it end?",
    group: Group::Handovers,
    grain: "handoff: a transfer, escalation, return or invitation, by the moment it was asked for",
    filters: &[
        Filter::From,
        Filter::To,
        Filter::Cause,
        Filter::Reason,
        Filter::Pipeline,
        Filter::Queue,
        Filter::Team,
        Filter::Agent,
        Filter::Tag,
    ],
    columns: &[
        dimension("from", "From", Unit::Queue, "The queue the sender had it in"),
        dimension(
            "to",
            "To",
            Unit::Queue,
            "The queue it was sent to, or where the agent asked for serves",
        ),
        dimension("kind", "Kind", Unit::Code, "transfer, escalation, return or invitation")
            .of(KINDS),
        measure("asked", "Asked", Unit::Count, "Hand-overs asked for"),
        measure("accepted", "Accepted", Unit::Count, "Those that somebody accepted"),
        measure("completed", "Completed", Unit::Count, "Those by which ownership moved"),
        measure(
            "declined",
            "Declined",
            Unit::Count,
            "Declined, or handed back in the introduction",
        ),
        measure("rona", "RONA", Unit::Count, "Offers of them that ran out"),
        measure("expired", "Expired", Unit::Count, "Nobody answered in time, or was there"),
        measure(
            "cancelled",
            "Cancelled",
            Unit::Count,
            "Cancelled or recalled by the sender, or overtaken",
        ),
        measure("failed", "Failed", Unit::Count, "The target was gone or closed"),
        measure("returned", "Returned", Unit::Count, "Came back along the same edge later"),
        measure(
            "answer_p50_ms",
            "Median until taken",
            Unit::Duration,
            "Half were accepted by then, ± 2 %",
        ),
        measure(
            "answer_p90_ms",
            "90 % until taken",
            Unit::Duration,
            "Nine of ten were accepted by then, ± 2 %",
        ),
    ],
    chart: Chart::of(
        ChartKind::StackedBars,
        "to",
        &["completed", "declined", "expired", "cancelled"],
    ),
    ask: |asked| {
        vec![handoffs(asked).statement(
            "SELECT h.from_queue, h.to_queue, h.kind, h.outcome, h.answer_bucket, COUNT(*), SUM(h.rona),
             SUM(h.returned)
             FROM fact_handoff h {where}
             GROUP BY h.from_queue, h.to_queue, h.kind, h.outcome, h.answer_bucket",
        )]
    },
    tell: |_, answers| {
        let mut edges = Tally::new(&["from", "to", "kind"], EDGE_COUNTS);
        for row in rows(answers, 0) {
            let [from, to, kind, outcome, bucket, count, rona, returned] = row.as_slice() else {
                continue;
            };
            let edge = edges.at(&[from, to, kind]);
            edge.add("asked", whole(count));
            edge.add("rona", whole(rona));
            edge.add("returned", whole(returned));
            let ended = match text(outcome) {
                "completed" => Some("completed"),
                "declined" | "handed_back" => Some("declined"),
                "expired" | "offline" => Some("expired"),
                "cancelled" | "recalled" => Some("cancelled"),
                "failed" => Some("failed"),
                _ => None,
            };
            ended.into_iter().for_each(|key| edge.add(key, whole(count)));
            if *bucket != Cell::Null {
                edge.add("accepted", whole(count));
                edge.add_lengths(bucket, whole(count));
            }
        }
        let lines = edges.lines(&[("answer_p50_ms", 50), ("answer_p90_ms", 90)]);
        Table { totals: sums(&lines, EDGE_COUNTS), lines, truncated: false }
    },
    drill: Some(Drill {
        ask: handoffs,
        table: "fact_handoff h",
        dimensions: &[("from", "h.from_queue"), ("to", "h.to_queue"), ("kind", "h.kind")],
    }),
};

fn handoffs(asked: &Asked) -> Where {
    let queue = asked.filters.one_of(Filter::Queue, "h.from_queue");
    let either = queue.map(|from| format!("({from} OR {})", from.replace("h.from", "h.to")));
    let mut found = asked
        .within("h", "asked_ms")
        .and_if(either)
        .and_if(asked.filters.one_of(Filter::Agent, "h.from_agent"));
    if let Some(cause) = &asked.filters.cause {
        found = found.and("h.kind = :cause").with("cause", cause.as_str());
    }
    if let Some(reason) = &asked.filters.reason {
        found = found.and("h.reason = :reason").with("reason", reason.as_str());
    }
    asked.of_conversations(found, "h", &[Filter::Pipeline, Filter::Team])
}
