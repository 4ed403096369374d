//! Nothing is told before it is durable, and what was lost can be sent again (rule R3).

use domain::{command::Actor, ids::ConversationId, view::Viewer};
use engine::{Input, Question, Strictness};
use expect_test::expect;

use crate::script::{DAN, EVE, START, Script, open, say};

const FIRST: ConversationId = ConversationId(1);

#[test]
fn a_reply_and_its_step_wait_for_the_commit_and_come_in_that_order() {
    let mut script = Script::at_work();
    script.give(Input::Subscribe(Viewer::Visitor(EVE)));
    script.ask(Actor::Visitor(EVE), open());
    expect![[r#"
        commit 13–16
        wake in 30000 ms: OfferExpires
    "#]]
    .assert_eq(&script.said());
    script.commit();
    expect![[r#"
        reply 14 Opened { conversation: c1, message: Some(m1) } at 13
        publish 16: v901 +c1 ~3
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn what_is_decided_during_a_commit_is_the_next_batch() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.ask(Actor::Visitor(EVE), say(FIRST, "one"));
    script.ask(Actor::Visitor(EVE), say(FIRST, "two"));
    script.commit();
    script.commit();
    expect![[r#"
        commit 13–16
        wake in 30000 ms: OfferExpires
        reply 14 Opened { conversation: c1, message: Some(m1) } at 13
        publish 16
        commit 17–18
        reply 15 Posted { message: m2 } at 17
        publish 17
        reply 16 Posted { message: m3 } at 18
        publish 18
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn a_rejection_waits_for_the_state_it_shows() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.said();
    script.ask(Actor::Visitor(DAN), say(FIRST, "not mine"));
    assert_eq!(script.said(), "");
    script.commit();
    assert!(script.said().contains("refused"));
    script.ask(Actor::Visitor(DAN), say(FIRST, "not mine"));
    assert!(script.said().contains("refused"), "nothing is under way: at once");
}

#[test]
fn a_question_is_answered_with_what_is_durable() {
    let mut script = Script::at_work();
    script.read(Question::Snapshot(Viewer::Visitor(EVE)));
    script.ask(Actor::Visitor(EVE), open());
    script.read(Question::Snapshot(Viewer::Visitor(EVE)));
    expect![[r#"
        tell 14 [] at 12
        commit 13–16
        wake in 30000 ms: OfferExpires
    "#]]
    .assert_eq(&script.said());
    script.commit();
    expect![[r#"
        reply 15 Opened { conversation: c1, message: Some(m1) } at 13
        publish 16
        tell 16 [c1] at 16
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn after_a_failed_commit_everybody_may_ask_again_and_nothing_has_happened() {
    let mut script = Script::at_work();
    let before = script.engine.desk().state().clone();
    script.ask(Actor::Visitor(EVE), open());
    script.ask(Actor::Visitor(EVE), say(FIRST, "lost"));
    script.read(Question::Snapshot(Viewer::Visitor(EVE)));
    script.fail();
    script.ask(Actor::Visitor(EVE), open());
    script.read(Question::Config);
    expect![[r#"
        commit 13–16
        wake in 30000 ms: OfferExpires
        reply 14 refused: the workspace is being loaded again
        reply 15 refused: the workspace is being loaded again
        tell 16 refused: the workspace is being loaded again
        reload: NotCommitted, to quarantine: None
        reply 17 refused: the workspace is being loaded again
        tell 18 refused: the workspace is being loaded again
    "#]]
    .assert_eq(&script.said());

    script.reload(Strictness::Panic, None);
    assert_eq!(*script.engine.desk().state(), before);
    script.ask(Actor::Visitor(EVE), open());
    script.commit();
    assert!(script.said().contains("Opened"));
}

#[test]
fn time_never_goes_back() {
    let mut script = Script::at_work();
    let later = START.after(1_000);
    script.now = later;
    script.ask(Actor::Visitor(EVE), open());
    script.now = START;
    script.ask(Actor::Visitor(EVE), say(FIRST, "earlier?"));
    script.commit_all();
    assert!(script.journal.is_sorted_by_key(|(_, at)| *at));
    assert_eq!(script.journal.last().map(|(_, at)| *at), Some(later));
}

#[test]
fn replaying_the_journal_gives_the_same_state() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.ask(Actor::Visitor(EVE), say(FIRST, "one"));
    script.commit_all();
    let lived = script.engine.desk().state().clone();
    script.reload(Strictness::Panic, None);
    assert_eq!(*script.engine.desk().state(), lived);
}
