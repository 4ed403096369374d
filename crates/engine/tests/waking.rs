//! The engine says when it wants to be woken and why, and honours what is due before anything else.

use domain::{
    command::{Actor, Command},
    event::{Event, OfferEnd},
    ids::ConversationId,
};
use engine::{Input, Strictness, limits::UNCOMMITTED_COMMANDS_MAX};
use expect_test::expect;

use crate::script::{EVE, Script, open, say};

const FIRST: ConversationId = ConversationId(1);

#[test]
fn a_wake_is_announced_with_its_reason_and_honoured_when_it_comes() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.commit_all();
    assert!(script.said().contains("wake in 30000 ms: OfferExpires"));
    script.give(Input::Wake);
    expect![[r#"
        wake in 30000 ms: OfferExpires
    "#]]
    .assert_eq(&script.said());
    script.pass(30_000);
    script.give(Input::Wake);
    script.commit_all();
    let ended = |(event, _): &&(Event, _)| matches!(event, Event::OfferEnded { .. });
    assert_eq!(script.journal.iter().filter(ended).count(), 1);
}

#[test]
fn nobody_takes_back_a_deadline_by_being_quicker_than_the_wake() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.commit_all();
    script.pass(30_000);
    script.ask(Actor::Visitor(EVE), say(FIRST, "anybody?"));
    script.commit_all();
    let place =
        |wanted: fn(&Event) -> bool| script.journal.iter().rposition(|(event, _)| wanted(event));
    let ended = place(|event| matches!(event, Event::OfferEnded { .. }));
    let posted = place(|event| matches!(event, Event::MessagePosted { .. }));
    assert!(ended.is_some() && ended < posted);
}

#[test]
fn a_start_goes_before_what_fell_due_while_nobody_ran() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.commit_all();
    script.reload(Strictness::Panic, None);
    script.pass(3_600_000);
    let before = script.journal.len();
    script.system(Command::StartServer);
    script.commit_all();
    let mut since = script.journal[before..].iter().map(|(event, _)| event);
    assert_eq!(since.next(), Some(&Event::ServerStarted));
    let ends =
        since.filter_map(
            |event| {
                if let Event::OfferEnded { end, .. } = event { Some(*end) } else { None }
            },
        );
    assert_eq!(ends.collect::<Vec<_>>(), [OfferEnd::Restart]);
}

#[test]
fn too_many_commands_behind_the_disk_are_refused_with_a_time_to_retry() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    for _ in 1..UNCOMMITTED_COMMANDS_MAX {
        script.ask(Actor::Visitor(EVE), say(FIRST, "and another thing"));
    }
    script.said();
    script.ask(Actor::Visitor(EVE), say(FIRST, "one too many"));
    expect![[r#"
        reply 4110 refused: too many commands wait for the disk
    "#]]
    .assert_eq(&script.said());
    script.commit_all();
    script.said();
    script.ask(Actor::Visitor(EVE), say(FIRST, "again"));
    script.commit_all();
    assert!(script.said().contains("Posted"));
}
