//! What broke is taken back, and the conversation it broke over is held for inspection (rule R7).

use domain::{
    command::{Actor, Command},
    event::Event,
    ids::ConversationId,
    view::Viewer,
};
use engine::{Input, Question, Strictness};
use expect_test::expect;

use crate::script::{DAN, EVE, Script, open, say};

const FIRST: ConversationId = ConversationId(1);

#[test]
fn after_a_panic_the_engine_only_turns_away() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.commit_all();
    script.ask(Actor::Visitor(EVE), say(FIRST, "not durable yet"));
    script.said();
    script.give(Input::Broken);
    script.ask(Actor::Visitor(EVE), say(FIRST, "and now?"));
    script.read(Question::Snapshot(Viewer::Visitor(EVE)));
    script.give(Input::Wake);
    expect![[r#"
        reply 15 refused: the workspace is being loaded again
        reload: Panicked, to quarantine: None
        reply 16 refused: the workspace is being loaded again
        tell 17 refused: the workspace is being loaded again
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn a_broken_invariant_takes_the_command_back_and_names_the_conversation() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.ask(Actor::Visitor(DAN), open());
    script.commit_all();
    script.damage(FIRST, Strictness::Quarantine);
    script.said();
    let sue = Actor::Agent(script.agent("sue"));
    script.ask(sue, Command::SetPriority { conversation: FIRST, priority: 1 });
    expect![[r#"
        reply 16 refused: the workspace is being loaded again
        reload: Violated(Violation { invariant: I1, conversation: Some(c1), agent: None }), to quarantine: Some(c1)
    "#]].assert_eq(&script.said());
}

#[test]
#[should_panic(expected = "broken: [Violation { invariant: I1")]
fn in_tests_a_broken_invariant_panics() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.commit_all();
    script.damage(FIRST, Strictness::Panic);
    let sue = Actor::Agent(script.agent("sue"));
    script.ask(sue, Command::SetPriority { conversation: FIRST, priority: 1 });
}

#[test]
fn after_a_break_the_next_thing_journaled_is_the_quarantine() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.commit_all();
    script.reload(Strictness::Quarantine, Some(FIRST));
    let before = script.journal.len();
    script.ask(Actor::Visitor(EVE), say(FIRST, "hello?"));
    script.commit_all();
    let quarantined = script.journal[before..]
        .iter()
        .position(|(event, _)| matches!(event, Event::ConversationQuarantined { .. }));
    let posted = script.journal[before..]
        .iter()
        .position(|(event, _)| matches!(event, Event::MessagePosted { .. }));
    assert!(quarantined.is_some() && (posted.is_none() || quarantined < posted));
    assert!(script.engine.desk().state().conversations[&FIRST].quarantined);
}

#[test]
fn a_quarantine_of_what_was_never_durable_changes_nothing() {
    let mut script = Script::at_work();
    script.reload(Strictness::Quarantine, Some(ConversationId(99)));
    script.said();
    script.give(Input::Wake);
    assert!(!script.said().contains("commit"));
}
