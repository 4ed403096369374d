//! The engine says when it wants to be woken and why, and honours what is due before anything else.

use domain::{command::Actor, event::Event, ids::ConversationId};
use engine::{Input, limits::UNCOMMITTED_COMMANDS_MAX};
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
