//! Every report that a log of rows can feed, on one small enough to be checked by hand.

use std::{fs, path::Path};

use expect_test::{Expect, expect};

use crate::process::{json, run, text};

const MAP: &str = "
conversation: case
time: { column: time }
queue: queue
agent: who
tier: { column: line }
waiting: { column: state, is: [queued] }
closed: { column: state, is: [completed] }
tags: [topic]
";

/// One conversation after the other, each with what is particular to it.
const LOG: &str = "case,time,state,queue,line,who,topic
plain,2026-01-05T09:00Z,queued,desk,1,,bill
plain,2026-01-05T09:02Z,accepted,desk,1,ann,bill
plain,2026-01-05T09:10Z,completed,desk,1,ann,bill
up,2026-01-05T10:00Z,accepted,desk,1,ann,line
up,2026-01-05T10:05Z,queued,shop,2,ann,line
up,2026-01-05T10:15Z,accepted,shop,2,mia,line
up,2026-01-05T10:30Z,completed,shop,2,mia,line
loop,2026-01-06T09:00Z,accepted,desk,1,ann,line
loop,2026-01-06T09:10Z,accepted,shop,2,mia,line
loop,2026-01-06T09:20Z,accepted,desk,1,ann,line
loop,2026-01-06T09:30Z,accepted,shop,2,mia,line
loop,2026-01-06T09:40Z,completed,shop,2,mia,line
skip,2026-01-07T09:00Z,accepted,desk,1,ben,line
skip,2026-01-07T09:10Z,accepted,lab,3,zoe,line
skip,2026-01-07T09:20Z,completed,lab,3,zoe,line
never,2026-02-02T09:00Z,queued,desk,1,,bill
open,2026-02-02T09:00Z,accepted,desk,1,ann,bill
again,2026-02-03T09:00Z,accepted,desk,1,ben,bill
again,2026-02-03T09:05Z,completed,desk,1,ben,bill
again,2026-02-03T10:00Z,accepted,desk,1,ben,bill
again,2026-02-03T10:05Z,completed,desk,1,ben,bill
side,2026-02-03T11:00Z,accepted,desk,1,ann,bill
side,2026-02-03T11:05Z,accepted,till,1,ben,bill
side,2026-02-03T11:10Z,completed,till,1,ben,bill
moved,2026-02-04T09:00Z,queued,desk,1,,line
moved,2026-02-04T09:10Z,queued,shop,2,,line
moved,2026-02-04T09:11Z,accepted,shop,2,mia,line
moved,2026-02-04T09:20Z,completed,shop,2,mia,line
back,2026-02-05T09:00Z,accepted,desk,1,ann,line
back,2026-02-05T09:05Z,queued,desk,1,ann,line
back,2026-02-05T09:06Z,accepted,desk,1,ben,line
back,2026-02-05T09:16Z,completed,desk,1,ben,line
";

#[test]
fn a_tier_is_reached_handled_escalated_or_else_and_the_four_always_add_up() {
    let log = Log::imported();
    log.check(
        &["tier-handled-vs-escalated"],
        expect![[r#"
        bucket   reached  handled  escalated  other
        2026-01  4        1        3          0
        2026-02  4        3        0          1

        escalated: 3
        handled: 4
        other: 1
        reached: 8
    "#]],
    );
    log.check(
        &["tier-handled-vs-escalated", "--tier", "2", "--group-by", "day"],
        expect![[r#"
        bucket      reached  handled  escalated  other
        2026-01-05  1        1        0          0
        2026-01-06  1        1        0          0
        2026-02-04  1        1        0          0

        escalated: 0
        handled: 3
        other: 0
        reached: 3
    "#]],
    );
    log.check(
        &["tier-handled-vs-escalated", "--tier", "3"],
        expect![[r#"
        bucket   reached  handled  escalated  other
        2026-01  1        1        0          0

        escalated: 0
        handled: 1
        other: 0
        reached: 1
    "#]],
    );
    for tier in ["1", "2", "3"] {
        for by in ["hour", "day", "week", "month"] {
            let name = "tier-handled-vs-escalated";
            let told = log.json(&[name, "--tier", tier, "--group-by", by]);
            let rows = told["rows"].as_array().expect("rows");
            for row in rows.iter().chain([&told["totals"]]) {
                let [reached, handled, escalated, other] =
                    ["reached", "handled", "escalated", "other"].map(|key| row[key].as_u64());
                let sum = handled.zip(escalated).zip(other).map(|((a, b), c)| a + b + c);
                assert_eq!((reached, reached.is_some()), (sum, true), "{row}");
            }
        }
    }
}

#[test]
fn escalated_conversations_are_told_once_with_who_and_where_to() {
    let log = Log::imported();
    log.check(
        &["tier-escalated"],
        expect![[r#"
        conversation  id                 at                         agent  from  to    reason
        up            cnv_1099511627777  2026-01-05T10:05:00+00:00  ann    desk  shop
        loop          cnv_1099511627778  2026-01-06T09:10:00+00:00  ann    desk  shop
        skip          cnv_1099511627779  2026-01-07T09:10:00+00:00  ben    desk  lab

        escalated: 3
        handled: 4
        other: 1
        reached: 8
    "#]],
    );
    log.check(
        &["tier-escalated", "--group-by", "month"],
        expect![[r#"
        bucket   reached  handled  escalated  other
        2026-01  4        1        3          0
        2026-02  4        3        0          1

        escalated: 3
        handled: 4
        other: 1
        reached: 8
    "#]],
    );
    log.check(
        &["tier-escalated", "--agent", "ben", "--to", "2026-01-07"],
        expect![[r#"
        conversation  id                 at                         agent  from  to   reason
        skip          cnv_1099511627779  2026-01-07T09:10:00+00:00  ben    desk  lab

        escalated: 1
        handled: 0
        other: 0
        reached: 1
    "#]],
    );
    log.check(
        &["tier-by-agent"],
        expect![[r#"
        agent  handled_legs  escalated_legs  legs
        ann    1             3               7
        ben    3             1               4

        escalated: 3
        escalated_legs: 4
        handled: 4
        handled_legs: 4
        other: 1
        reached: 8
    "#]],
    );
}

#[test]
fn paths_are_counted_by_their_neighbours() {
    let log = Log::imported();
    log.check(
        &["transfer-matrix"],
        expect![[r#"
        from  to    count  conversations
        desk  shop  4      3
        desk  lab   1      1
        desk  till  1      1
        shop  desk  1      1

        count: 7
    "#]],
    );
    log.check(
        &["transfer-matrix", "--split", "cause", "--queue", "shop"],
        expect![[r#"
        from  to    cause       count  conversations
        desk  shop  escalation  3      2
        desk  shop  fallback    1      1
        shop  desk  transfer    1      1

        count: 5
    "#]],
    );
    log.check(
        &["chains"],
        expect![[r#"
        length  conversations  ping_pong  conversations_with_ping_pong
        0       5              0          0
        1       4              0          0
        3       1              2          1

        conversations: 10
        conversations_with_ping_pong: 1
        ping_pong: 2
    "#]],
    );
    log.check(
        &["chains", "--path", "owners"],
        expect![[r#"
        length  conversations  ping_pong  conversations_with_ping_pong
        0       5              0          0
        1       4              0          0
        3       1              2          1

        conversations: 10
        conversations_with_ping_pong: 1
        ping_pong: 2
    "#]],
    );
    log.check(&["worst-chains"], expect![[r#"
        conversation  id                 at                         path                       length  ping_pong  loops
        loop          cnv_1099511627778  2026-01-06T09:00:00+00:00  desk > shop > desk > shop  3       2          2
        up            cnv_1099511627777  2026-01-05T10:00:00+00:00  desk > shop                1       0          0
        skip          cnv_1099511627779  2026-01-07T09:00:00+00:00  desk > lab                 1       0          0
        side          cnv_1099511627783  2026-02-03T11:00:00+00:00  desk > till                1       0          0
        moved         cnv_1099511627784  2026-02-04T09:00:00+00:00  desk > shop                1       0          0

    "#]]);
    log.check(&["handover-edges"], expect![[r#"
        from  to    kind        asked  accepted  completed  declined  rona  expired  cancelled  failed  returned  answer_p50_ms  answer_p90_ms
        desk  shop  escalation  3      3         3          0         0     0        0          0       0         0              606866
        desk  lab   escalation  1      1         1          0         0     0        0          0       0         0              0
        desk  till  transfer    1      1         1          0         0     0        0          0       0         0              0
        shop  desk  transfer    1      1         1          0         0     0        0          0       0         0              0

        accepted: 6
        asked: 6
        cancelled: 0
        completed: 6
        declined: 0
        expired: 0
        failed: 0
        returned: 0
        rona: 0
    "#]]);
}

#[test]
fn who_goes_up_more_than_peers_is_told_with_the_interval_of_small_numbers() {
    let log = Log::imported();
    log.check(&["patterns-by-agent"], expect![[r#"
        agent  legs  escalated  escalated_share  escalated_share_low  escalated_share_high  peers_share  verdict
        ann    4     3          0.7500           0.3006               0.9544                0.2500       usual
        ben    4     1          0.2500           0.0456               0.6994                0.7500       usual

        escalated: 4
        escalated_share: 0.5000
        legs: 8
    "#]]);
    log.check(&["patterns-by-topic"], expect![[r#"
        tag   legs  escalated  escalated_share  escalated_share_low  escalated_share_high  peers_share  verdict
        line  5     4          0.8000           0.3755               0.9638                0.0000       usual
        bill  3     0          0.0000           0.0000               0.5615                0.8000       usual

        escalated: 4
        escalated_share: 0.5000
        legs: 8
    "#]]);
    log.check(&["patterns-by-agent-and-topic"], expect![[r#"
        agent  tag   legs  escalated  escalated_share  escalated_share_low  escalated_share_high  peers_share  verdict
        ann    line  3     3          1.0000           0.4385               1.0000                0.5000       usual
        ben    bill  2     0          0.0000           0.0000               0.6576                0.0000       usual
        ben    line  2     1          0.5000           0.0945               0.9055                1.0000       usual
        ann    bill  1     0          0.0000           0.0000               0.7935                0.0000       usual

        escalated: 4
        escalated_share: 0.5000
        legs: 8
    "#]]);
}

#[test]
fn waits_end_by_an_answer_or_go_on() {
    let log = Log::imported();
    log.check(&["waits"], expect![[r#"
        queue  stage  waits  answered  abandoned  timed_out  fallback  left_message  moved  other  abandoned_share  wait_p50_ms  wait_p90_ms  wait_p95_ms
        desk          3      2         0          0          1         0             0      0      0.0000           61041        122052       122052
        shop          2      2         0          0          0         0             0      0      0.0000           61041        606866       606866

        abandoned: 0
        abandoned_share: 0.0000
        answered: 4
        fallback: 1
        left_message: 0
        moved: 0
        other: 0
        timed_out: 0
        waits: 5
    "#]]);
    log.check(
        &["service-level", "--seconds", "120"],
        expect![[r#"
        queue  ended  answered  answered_within  left_within  service_level_share
        desk   3      2         2                0            0.6667
        shop   2      2         1                0            0.5000

        answered: 4
        answered_within: 3
        ended: 5
        left_within: 0
        service_level_share: 0.6000
    "#]],
    );
    log.check(
        &["abandonment"],
        expect![[r#"
        bucket   waits  abandoned  abandoned_share  abandoned_share_low  abandoned_share_high
        2026-01  2      0          0.0000           0.0000               0.6576
        2026-02  3      0          0.0000           0.0000               0.5615

        abandoned: 0
        abandoned_share: 0.0000
        abandoned_share_high: 0.4345
        abandoned_share_low: 0.0000
        waits: 5
    "#]],
    );
    log.check(
        &["handle-time"],
        expect![[r#"
        agent  legs  messages  first_response_ms  wrap_up_ms  leg_p50_ms  leg_p90_ms
        ann    6     0                                        303459      606866
        ben    4     0                                        606866      3903855

        first_response_ms:
        legs: 10
        messages: 0
        wrap_up_ms:
    "#]],
    );
    log.check(
        &["conversations", "--group-by", "week"],
        expect![[r#"
        bucket    conversations  by_agent  by_visitor  unserved  open
        2026-W02  4              4         0           0         0
        2026-W06  6              4         0           0         2

        by_agent: 8
        by_visitor: 0
        conversations: 10
        open: 2
        unserved: 0
    "#]],
    );
}

#[test]
fn a_bad_filter_and_an_unknown_report_are_told_by_name() {
    let log = Log::imported();
    let refused = |args: &[&str]| {
        let output = log.run(args);
        assert!(!output.status.success());
        text(&output.stderr).to_owned()
    };
    assert!(refused(&["weather"]).contains("unknown_report"));
    assert!(refused(&["chains", "--tier", "2"]).contains("bad_filter"));
    assert!(refused(&["chains", "--from", "May"]).contains("neither a date"));
}

#[test]
fn facts_made_anew_say_the_same() {
    let log = Log::imported();
    let before = log.json(&["handover-edges"]);
    let rebuilt = run(&["facts", "rebuild", "--data", &log.data()]);
    assert!(rebuilt.status.success(), "{}", text(&rebuilt.stderr));
    assert_eq!(log.json(&["handover-edges"]), before);
}

struct Log {
    directory: tempfile::TempDir,
}

#[test]
fn an_imported_conversation_has_no_decisions_to_explain_and_says_so() {
    let log = Log::imported();
    let explained = run(&["explain", "--data", &log.data(), "cnv_1099511627776"]);
    expect!["cnv_1099511627776: nothing was decided about agents; it was imported\n"]
        .assert_eq(&text(&explained.stdout));
}

impl Log {
    fn imported() -> Self {
        let log = Self { directory: tempfile::tempdir().expect("a directory") };
        let path = |name: &str| log.directory.path().join(name);
        fs::write(path("map.yaml"), MAP).expect("a map");
        fs::write(path("log.csv"), LOG).expect("a log");
        let shown = |path: &Path| path.to_str().expect("a path").to_owned();
        let (map, table) = (shown(&path("map.yaml")), shown(&path("log.csv")));
        let data = log.data();
        let imported =
            run(&["import", "--data", &data, "--workspace", "past", "--map", &map, &table]);
        assert!(imported.status.success(), "{}", text(&imported.stderr));
        log
    }

    fn data(&self) -> String {
        self.directory.path().join("data").to_str().expect("a path").to_owned()
    }

    fn run(&self, args: &[&str]) -> std::process::Output {
        let data = self.data();
        run(&[&["report"], args, &["--data", data.as_str()]].concat())
    }

    fn json(&self, args: &[&str]) -> serde_json::Value {
        json(&self.run(&[args, &["--format", "json"]].concat()))
    }

    /// As people read it, without the line of filters.
    fn check(&self, args: &[&str], expected: Expect) {
        let output = self.run(args);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let told = text(&output.stdout).to_owned();
        let shown: Vec<_> = told.lines().skip(3).collect();
        expected.assert_eq(&(shown.join("\n") + "\n"));
    }
}
