//! How many conversations there are, and how they end.

use super::{
    BUCKET, Chart, ChartKind, Drill, Group, Report, Unit,
    filters::USUAL_BY_TIME,
    measure,
    tables::{Table, bucketed, plain},
};

pub const ALL: &[&Report] = &[&CONVERSATIONS];

static CONVERSATIONS: Report = Report {
    name: "conversations",
    title: "Conversations over time",
    question: "How many people ask for help, and how do their conversations end?",
    group: Group::Service,
    grain: "conversation, by its opening",
    filters: USUAL_BY_TIME,
    columns: &[
        BUCKET,
        measure("conversations", "Conversations", Unit::Count, "Opened in that time"),
        measure(
            "by_agent",
            "Closed by staff",
            Unit::Count,
            "Closed by an agent or a supervisor, or ended when an administrator erased the visitor",
        ),
        measure(
            "by_visitor",
            "Closed by the visitor",
            Unit::Count,
            "Closed by the visitor, who was idle, or gone",
        ),
        measure(
            "unserved",
            "Not served",
            Unit::Count,
            "The wait was too long, the queue closed, or a message was left",
        ),
        measure("open", "Open", Unit::Count, "Not closed"),
    ],
    chart: Chart::of(
        ChartKind::StackedBars,
        "bucket",
        &["by_agent", "by_visitor", "unserved", "open"],
    ),
    ask: |asked| {
        let bucket = asked.bucket();
        let counted = "(SELECT c.hour, MIN(c.day) AS day, MIN(c.week) AS week, MIN(c.month) AS month,
            COUNT(*) AS n,
            SUM(CASE WHEN c.close_reason IN ('agent', 'supervisor', 'erased') THEN 1 ELSE 0 END) AS staff,
            SUM(CASE WHEN c.close_reason IN ('visitor', 'visitor_idle', 'visitor_gone') THEN 1 ELSE 0 END)
                AS visitor,
            SUM(CASE WHEN c.close_reason IN ('wait_timeout', 'message_left', 'out_of_hours')
                THEN 1 ELSE 0 END) AS unserved,
            SUM(CASE WHEN c.close_reason IS NULL THEN 1 ELSE 0 END) AS running
            FROM fact_conversation c {where} GROUP BY c.hour)";
        let figures = "SUM(n), SUM(staff), SUM(visitor), SUM(unserved), SUM(running)";
        let found = asked.opened("c");
        vec![
            found.statement(&format!(
                "SELECT {bucket}, {figures} FROM {counted} GROUP BY 1 ORDER BY 1"
            )),
            found.statement(&format!("SELECT {figures} FROM {counted}")),
        ]
    },
    tell: |asked, answers| {
        let keys = ["bucket", "conversations", "by_agent", "by_visitor", "unserved", "open"];
        let table = plain(answers, &keys, &keys[1..]);
        Table { lines: bucketed(&asked.filters, table.lines), ..table }
    },
    drill: Some(Drill {
        ask: |asked| asked.opened("c"),
        table: "fact_conversation c",
        dimensions: &[("bucket", "c")],
    }),
};
