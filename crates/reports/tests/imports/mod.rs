//! Small hand-made logs, and what the import says happened in them.

mod maps;

use std::fmt::Write as _;

use csv::{ByteRecord, StringRecord};
use domain::{
    event::Event,
    history::{FIRST_ID, HistoryNames, HistoryStep},
    ids::{AgentId, ConversationId, QueueId, Timestamp},
};
use expect_test::{Expect, expect};
use reports::{
    flow::Flow,
    import::{history, map::Map, names::Names, rows::Log},
    metadata::Metadata,
};

const HEADER: [&str; 6] = ["case", "time", "state", "queue", "line", "who"];
const MAP: &str = "
conversation: case
time: { column: time }
zone: Europe/Stockholm
queue: queue
agent: who
tier: { column: line, values: { L1: 1, L2: 2, L3: 3 } }
waiting: { column: state, is: [queued] }
closed: { column: state, is: [completed] }
";

#[test]
fn a_wait_is_followed_by_a_leg_and_the_last_row_closes_it() {
    check(
        "
        a 09:00 queued    desk L1 -
        a 09:05 accepted  desk L1 ann
        a 09:20 completed desk L1 ann
        ",
        expect![[r#"
            a
              0 opened in desk
              0 waits in desk: Opened
              5 ann has it in desk: Pulled
              20 ann is released: Closed
              20 closed: Agent
              20 archived
        "#]],
    );
}

#[test]
fn what_is_taken_up_at_once_never_waited() {
    check(
        "
        a 09:00 accepted  desk L1 ann
        a 09:20 completed desk L1 ann
        ",
        expect![[r#"
            a
              0 opened in desk
              0 ann has it in desk: Pulled
              20 ann is released: Closed
              20 closed: Agent
              20 archived
        "#]],
    );
}

#[test]
fn a_row_of_a_higher_tier_ends_the_leg_by_escalation_also_when_a_tier_is_skipped() {
    check(
        "
        a 09:00 accepted  desk  L1 ann
        a 09:10 queued    plant L3 ann
        a 09:40 accepted  plant L3 olaf
        a 10:00 completed plant L3 olaf
        b 09:00 accepted  desk  L1 ann
        b 09:10 accepted  shop  L2 mia
        ",
        expect![[r#"
            a
              0 opened in desk
              0 ann has it in desk: Pulled
              10 ann escalates to plant
              10 ann is released: Escalated
              10 waits in plant: Escalation
              40 olaf has it in plant: Pulled, from ann
              40 handoff completed by olaf
              60 olaf is released: Closed
              60 closed: Agent
              60 archived
            b
              0 opened in desk
              0 ann has it in desk: Pulled
              10 ann escalates to shop
              10 ann is released: Escalated
              10 mia has it in shop: TransferCompleted, from ann
              10 handoff completed by mia
        "#]],
    );
}

#[test]
fn another_queue_of_the_same_or_a_lower_tier_is_a_transfer_and_the_same_agent_no_hop() {
    check(
        "
        a 09:00 accepted  plant L3 olaf
        a 09:10 queued    desk  L1 olaf
        a 09:20 accepted  desk  L1 ann
        a 09:30 accepted  front L1 ann
        ",
        expect![[r#"
            a
              0 opened in plant
              0 olaf has it in plant: Pulled
              10 olaf transfers to queue desk
              10 olaf is released: Transferred
              10 waits in desk: Transfer
              20 ann has it in desk: Pulled, from olaf
              20 handoff completed by ann
              30 ann transfers to agent ann
              30 ann is released: Transferred
              30 ann has it in front: TransferCompleted
              30 handoff completed by ann
        "#]],
    );
}

#[test]
fn the_same_queue_at_another_tier_is_another_queue() {
    check(
        "
        a 09:00 accepted  desk L1 ann
        a 09:10 accepted  desk L2 ann
        ",
        expect![[r#"
            a
              0 opened in desk
              0 ann has it in desk: Pulled
              10 ann escalates to desk 2
              10 ann is released: Escalated
              10 ann has it in desk 2: TransferCompleted
              10 handoff completed by ann
        "#]],
    );
}

#[test]
fn a_colleague_in_the_same_queue_is_a_transfer_to_that_agent_and_waiting_there_a_requeue() {
    check(
        "
        a 09:00 accepted  desk L1 ann
        a 09:10 accepted  desk L1 ben
        a 09:15 accepted  desk L1 ben
        a 09:20 queued    desk L1 sue
        a 09:25 queued    desk L1 sue
        a 09:30 accepted  desk L1 ann
        ",
        expect![[r#"
            a
              0 opened in desk
              0 ann has it in desk: Pulled
              10 ann transfers to agent ben
              10 ann is released: Transferred
              10 ben has it in desk: TransferCompleted, from ann
              10 handoff completed by ben
              20 ben is released: MovedBy
              20 waits in desk: RequeuedBy
              30 ann has it in desk: Pulled
        "#]],
    );
}

#[test]
fn a_wait_put_elsewhere_ends_the_handoff_that_led_there() {
    check(
        "
        a 09:00 accepted  desk  L1 ann
        a 09:10 queued    shop  L2 ann
        a 09:20 queued    plant L3 sue
        a 09:30 accepted  plant L3 olaf
        b 09:00 queued    desk  L1 -
        b 09:20 accepted  shop  L2 mia
        c 09:00 queued    desk  L1 -
        c 09:20 queued    front L1 -
        ",
        expect![[r#"
            a
              0 opened in desk
              0 ann has it in desk: Pulled
              10 ann escalates to shop
              10 ann is released: Escalated
              10 waits in shop: Escalation
              20 handoff ended: Cancelled(Requeued)
              20 waits in plant: RequeuedBy
              30 olaf has it in plant: Pulled
            b
              0 opened in desk
              0 waits in desk: Opened
              20 waits in shop: RequeuedBy
              20 mia has it in shop: Pulled
            c
              0 opened in desk
              0 waits in desk: Opened
              20 waits in front: Fallback
        "#]],
    );
}

#[test]
fn completed_before_the_last_row_closes_nothing_and_what_is_open_stays_open() {
    check(
        "
        a 09:00 accepted  desk L1 ann
        a 09:10 completed desk L1 ann
        a 09:20 queued    desk L1 ann
        a 09:30 accepted  desk L1 ben
        a 09:40 completed desk L1 ben
        b 09:00 completed desk L1 ann
        b 09:10 accepted  desk L1 ann
        c 09:00 queued    desk L1 -
        ",
        expect![[r#"
            a
              0 opened in desk
              0 ann has it in desk: Pulled
              20 ann is released: MovedBy
              20 waits in desk: RequeuedBy
              30 ben has it in desk: Pulled
              40 ben is released: Closed
              40 closed: Agent
              40 archived
            b
              0 opened in desk
              0 ann has it in desk: Pulled
            c
              0 opened in desk
              0 waits in desk: Opened
        "#]],
    );
}

#[test]
fn a_conversation_may_go_round_and_round() {
    check(
        "
        a 09:00 accepted  desk L1 ann
        a 09:10 accepted  shop L2 mia
        a 09:20 accepted  desk L1 ann
        a 09:30 accepted  shop L2 mia
        a 09:40 completed shop L2 mia
        ",
        expect![[r#"
            a
              0 opened in desk
              0 ann has it in desk: Pulled
              10 ann escalates to shop
              10 ann is released: Escalated
              10 mia has it in shop: TransferCompleted, from ann
              10 handoff completed by mia
              20 mia transfers to agent ann
              20 mia is released: Transferred
              20 ann has it in desk: TransferCompleted, from mia
              20 handoff completed by ann
              30 ann escalates to shop
              30 ann is released: Escalated
              30 mia has it in shop: TransferCompleted, from ann
              30 handoff completed by mia
              40 mia is released: Closed
              40 closed: Agent
              40 archived
        "#]],
    );
}

#[test]
fn rows_may_lie_anywhere_and_equal_times_keep_the_order_of_the_file() {
    check(
        "
        a 09:20 completed desk L1 ann
        b 09:00 queued    desk L1 -
        a 09:00 queued    desk L1 -
        b 09:00 accepted  desk L1 ben
        b 09:00 completed desk L1 ben
        a 09:05 accepted  desk L1 ann
        ",
        expect![[r#"
            a
              0 opened in desk
              0 waits in desk: Opened
              5 ann has it in desk: Pulled
              20 ann is released: Closed
              20 closed: Agent
              20 archived
            b
              0 opened in desk
              0 waits in desk: Opened
              0 ben has it in desk: Pulled
              0 ben is released: Closed
              0 closed: Agent
              0 archived
        "#]],
    );
}

#[test]
fn a_bad_row_leaves_its_conversation_out_and_no_other() {
    check(
        "
        a 09:00 queued    desk L1 -
        a 25:00 accepted  desk L1 ann
        a 09:10 accepted  desk L7 ann
        b 09:00 queued    desk L1 -
        c 09:00 accepted  desk L1 -
        d 09:00 accepted  -    L1 ann
        e 09:00 accepted  desk L1 ann surplus
        - 09:00 accepted  desk L1 ann
        ",
        expect![[r#"
            a is left out
              line 3: time_unreadable: `2026-01-05T25:00Z` is no time of the map's format
              line 4: unknown_tier: `L7` is no tier of the map
            b
              0 opened in desk
              0 waits in desk: Opened
            c is left out
              line 6: agent_missing: it does not wait, and nobody holds it
            d is left out
              line 7: queue_missing: the row names no queue
            e is left out
              line 8: wrong_number_of_fields: 7 fields, the header has 6
            line 9: conversation_missing: the row names no conversation
        "#]],
    );
}

#[test]
fn flow_and_metadata_tell_an_imported_conversation_that_never_waited() {
    let (log, _) = log_of(
        MAP,
        &[
            &["a", "2026-01-05T09:00Z", "accepted", "desk", "L1", "ann"],
            &["a", "2026-01-05T09:10Z", "accepted", "shop", "L2", "mia"],
            &["a", "2026-01-05T09:30Z", "queued", "plant", "L3", "mia"],
            &["a", "2026-01-05T10:00Z", "completed", "plant", "L3", "olaf"],
        ],
    );
    let mut names = Names::default();
    let rows = log.rows(&log.cases["a"]);
    let steps = history::steps(ConversationId(FIRST_ID), &rows, &mut names);
    let events = || steps.iter().map(|step| (step.at, &step.event));
    let flow = Flow::of(events());
    let metadata = Metadata::of(events()).expect("a beginning");
    let names = names.fresh().expect("names");
    let since = |at: Timestamp| at.since(rows[0].at) / 60_000;
    let mut told = String::new();
    for stay in &flow.stays {
        let lane = lane(stay.lane, &names);
        let until = stay.until.map(since);
        writeln!(told, "{lane} {:?} {} to {until:?}", stay.kind, since(stay.from)).expect("text");
    }
    for one in &flow.moves {
        let (from, to) = (lane(one.from, &names), lane(one.to, &names));
        writeln!(told, "{from} -> {to} {:?} {:?}", one.kind, one.outcome).expect("text");
    }
    writeln!(told, "{} hops, {} waits", metadata.hops, metadata.waits.len()).expect("text");
    expect![[r#"
        ann Owner 0 to Some(10)
        mia Owner 10 to Some(30)
        plant Wait 30 to Some(60)
        olaf Owner 60 to Some(60)
        ann -> mia Escalation Completed
        mia -> plant Escalation Completed
        plant -> olaf Assignment Completed
        2 hops, 1 waits
    "#]]
    .assert_eq(&told);
}

/// Rows of the fields of the header, `-` for an empty one, at times of one day.
fn check(rows: &str, expected: Expect) {
    let rows: Vec<Vec<String>> = rows
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let mut fields: Vec<_> =
                line.split_whitespace().map(|field| field.replace('-', "")).collect();
            fields[1] = format!("2026-01-05T{}Z", fields[1]);
            fields
        })
        .collect();
    let rows: Vec<Vec<&str>> =
        rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let (log, stray) = log_of(MAP, &rows);
    let mut names = Names::default();
    let mut told = Vec::new();
    let mut known = HistoryNames::default();
    for (nth, (name, case)) in log.cases.iter().enumerate() {
        let rows = log.rows(case);
        let conversation = ConversationId(FIRST_ID + nth as u64);
        let steps = match case.faults.is_empty() {
            true => history::steps(conversation, &rows, &mut names),
            false => Vec::new(),
        };
        if let Some(fresh) = names.fresh() {
            known.queues.extend(fresh.queues);
            known.agents.extend(fresh.agents);
        }
        told.push(match steps.is_empty() {
            true => format!("{name} is left out"),
            false => name.clone(),
        });
        told.extend(case.faults.iter().map(|fault| format!("  {fault}")));
        told.extend(steps.iter().map(|step| {
            let minute = step.at.since(rows[0].at) / 60_000;
            format!("  {minute} {}", in_words(step, &known))
        }));
    }
    told.extend(stray);
    expected.assert_eq(&(told.join("\n") + "\n"));
}

fn log_of(map: &str, rows: &[&[&str]]) -> (Log, Vec<String>) {
    let map = Map::read(map).expect("a good map");
    let columns = map.columns(&StringRecord::from(HEADER.to_vec())).expect("its columns");
    let mut log = Log::default();
    for (row, line) in rows.iter().zip(2..) {
        log.take(&columns, &ByteRecord::from(row.to_vec()), line);
    }
    let stray = log.stray.iter().map(ToString::to_string).collect();
    (log, stray)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "an import says no other")]
fn in_words(HistoryStep { event, .. }: &HistoryStep, names: &HistoryNames) -> String {
    let agent = |id: &AgentId| names.agents[id].as_str();
    let queue = |id: QueueId| match &names.queues[&id] {
        queue if queue.name == "desk" && queue.tier > 1 => format!("desk {}", queue.tier),
        queue => queue.name.clone(),
    };
    let word = |cause: String| cause.split(['(', ' ']).next().unwrap_or_default().to_owned();
    match event {
        Event::ConversationOpened { place, .. } => format!("opened in {}", queue(place.queue)),
        Event::WaitStarted { wait, .. } => {
            let cause = word(format!("{:?}", wait.cause));
            format!("waits in {}: {cause}", queue(wait.place.queue))
        }
        Event::AgentAssigned { agent: who, place, cause, hop, .. } => {
            let from = match hop {
                domain::event::Hop::None => String::new(),
                domain::event::Hop::From(from) => format!(", from {}", agent(from)),
            };
            let (cause, place) = (word(format!("{cause:?}")), queue(place.queue));
            format!("{} has it in {place}: {cause}{from}", agent(who))
        }
        Event::AgentReleased { agent: who, cause, .. } => {
            format!("{} is released: {}", agent(who), word(format!("{cause:?}")))
        }
        Event::EscalationStarted { escalation, .. } => {
            let to = queue(escalation.place.queue);
            format!("{} escalates to {to}", agent(&escalation.from))
        }
        Event::TransferStarted { transfer, .. } => {
            let to = match transfer.target {
                domain::command::Target::Agent(to) => format!("agent {}", agent(&to)),
                domain::command::Target::Queue(to) => format!("queue {}", queue(to)),
            };
            format!("{} transfers to {to}", agent(&transfer.from))
        }
        Event::TransferCompleted { agent: who, .. } => {
            format!("handoff completed by {}", agent(who))
        }
        Event::TransferEnded { outcome, .. } => format!("handoff ended: {outcome:?}"),
        Event::ConversationClosed { reason, .. } => format!("closed: {reason:?}"),
        Event::ConversationArchived { .. } => "archived".to_owned(),
        other => panic!("not of an import: {other:?}"),
    }
}

fn lane(lane: reports::flow::Lane, names: &HistoryNames) -> String {
    match lane {
        reports::flow::Lane::Queue(queue) => names.queues[&queue].name.clone(),
        reports::flow::Lane::Agent(agent) => names.agents[&agent].clone(),
    }
}
