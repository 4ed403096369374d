//! What holds of every made-up conversation, over a few thousand of them.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    event::Event,
    history::{FIRST_ID, HistoryStep},
    ids::{AgentId, ConversationId, QueueId, Timestamp},
};
use sim::past::{Past, Places, cast};

const CONVERSATIONS: u64 = 4_000;
const YEAR_MS: u64 = 365 * 24 * 3_600_000;

#[test]
fn the_same_seed_makes_up_the_same_past_and_another_seed_another() {
    let told = |seed| past(seed).steps(17);
    assert_eq!(told(1), told(1));
    assert_ne!(told(1), told(2));
}

#[test]
fn every_conversation_begins_goes_on_in_time_and_has_one_holder_until_it_closes() {
    let past = past(3);
    for number in 0..CONVERSATIONS {
        let steps = past.steps(number);
        assert!(
            matches!(steps[0].event, Event::ConversationOpened { .. }),
            "{number}: {:?}",
            steps[0]
        );
        assert!(steps.is_sorted_by_key(|step| step.at), "{number}");
        let mut holder = None;
        for HistoryStep { event, .. } in &steps {
            if let Event::AgentAssigned { agent, .. } = event {
                assert_eq!(holder, None, "{number}: assigned while owned");
                holder = Some(*agent);
            } else if let Event::AgentReleased { agent, .. } = event {
                assert_eq!(holder, Some(*agent), "{number}: released by another");
                holder = None;
            } else if let Event::WaitStarted { .. } | Event::ConversationClosed { .. } = event {
                assert_eq!(holder, None, "{number}: {event:?} while owned");
            }
        }
    }
}

#[test]
fn what_was_begun_ends_and_nothing_ends_that_was_not_begun() {
    let past = past(5);
    for number in 0..CONVERSATIONS {
        let steps = past.steps(number);
        let closed = steps.iter().any(|s| matches!(s.event, Event::ConversationClosed { .. }));
        let mut open = BTreeSet::new();
        for HistoryStep { event, .. } in &steps {
            let ended = if let Event::TransferStarted { transfer, .. } = event {
                open.insert(transfer.handoff);
                continue;
            } else if let Event::EscalationStarted { escalation, .. } = event {
                open.insert(escalation.handoff);
                continue;
            } else if let Event::ReturnStarted { returning, .. } = event {
                open.insert(returning.handoff);
                continue;
            } else if let Event::TransferCompleted { handoff, .. }
            | Event::TransferEnded { handoff, .. } = event
            {
                handoff
            } else {
                continue;
            };
            assert!(open.remove(ended), "{number}: {ended:?} was not open");
        }
        assert!(!closed || open.is_empty(), "{number}: {open:?} outlive the closing");
    }
}

#[test]
fn all_that_reports_tell_of_happens_and_is_spread_over_three_years() {
    let past = past(7);
    let mut kinds: BTreeMap<String, u64> = BTreeMap::new();
    let (mut began, mut back, mut open) = (Vec::new(), 0, 0);
    for number in 0..CONVERSATIONS {
        let steps = past.steps(number);
        began.push(steps[0].at);
        if let Event::ConversationOpened { previous: Some(_), .. } = steps[0].event {
            back += 1;
        }
        let archived = |s: &HistoryStep| matches!(s.event, Event::ConversationArchived { .. });
        open += u64::from(!steps.iter().any(archived));
        for step in &steps {
            let text = format!("{:?}", step.event);
            let kind = text.split([' ', '{']).next().unwrap_or_default();
            *kinds.entry(kind.to_owned()).or_default() += 1;
        }
    }
    for kind in [
        "OfferDeclined",
        "OfferEnded",
        "EscalationStarted",
        "ReturnStarted",
        "TransferStarted",
        "TransferAccepted",
        "TransferEnded",
        "InvitationCompleted",
        "InvitationEnded",
        "SupervisorEntered",
        "HandRaised",
        "SurveyAnswered",
        "PredictionsTested",
    ] {
        assert!(kinds.get(kind).is_some_and(|count| *count > 10), "{kind}: {kinds:?}");
    }
    assert!(back > 50 && open > 3, "{back} came back, {open} are open");
    assert!(began.is_sorted());
    let span = |times: &[Timestamp]| times[times.len() - 1].since(times[0]);
    assert!((YEAR_MS * 29 / 10..YEAR_MS * 3).contains(&span(&began)), "{}", span(&began));
}

fn past(seed: u64) -> Past {
    let id = |number: usize| FIRST_ID + number as u64;
    let mut agents = (0..).map(|number| AgentId(id(number)));
    let places = Places {
        queues: (0..cast::QUEUES.len()).map(|queue| QueueId(id(queue))).collect(),
        agents: cast::QUEUES.iter().map(|q| agents.by_ref().take(q.agents).collect()).collect(),
        supervisors: agents.take(cast::SUPERVISORS.len()).collect(),
    };
    Past::new(seed, CONVERSATIONS, ConversationId(FIRST_ID), places)
}
