//! Conversations in which several agents took part beside each other.

use super::{
    BUCKET, Chart, ChartKind, Drill, Group, Report, Unit,
    filters::USUAL_BY_TIME,
    measure,
    question::{Asked, Where},
    tables::{Table, bucketed, plain},
};

pub const ALL: &[&Report] = &[&CONFERENCES];

static CONFERENCES: Report = Report {
    name: "conferences",
    title: "Conferences",
    question: "How often do several people help one visitor together, and from how many departments?",
    group: Group::Handovers,
    grain: "conversation with at least one guest, by its opening",
    filters: USUAL_BY_TIME,
    columns: &[
        BUCKET,
        measure("conferences", "Conferences", Unit::Count, "Conversations that had a guest"),
        measure("guests", "Guests", Unit::Number, "Different guests of one, on average"),
        measure(
            "teams",
            "Departments",
            Unit::Number,
            "Different teams of its owners and guests, on average",
        ),
        measure(
            "present_max",
            "At one time",
            Unit::Number,
            "The most owners and guests at one time in any of them",
        ),
    ],
    chart: Chart::of(ChartKind::Bars, "bucket", &["conferences"]),
    ask: |asked| {
        let bucket = asked.bucket();
        let figures = "COUNT(*), AVG(c.guests), AVG(c.teams), MAX(c.present_max) FROM fact_conversation c {where}";
        let found = conferences(asked);
        vec![
            found.statement(&format!("SELECT c.{bucket}, {figures} GROUP BY 1 ORDER BY 1")),
            found.statement(&format!("SELECT {figures}")),
        ]
    },
    tell: |asked, answers| {
        let keys = ["bucket", "conferences", "guests", "teams", "present_max"];
        let table = plain(answers, &keys, &keys[1..]);
        Table { lines: bucketed(&asked.filters, table.lines), ..table }
    },
    drill: Some(Drill {
        ask: conferences,
        table: "fact_conversation c",
        dimensions: &[("bucket", "c")],
    }),
};

fn conferences(asked: &Asked) -> Where {
    asked.opened("c").and("c.guests > 0")
}
