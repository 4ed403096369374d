//! The same command sent twice takes effect once and answers the same (invariant I8).

use domain::{
    command::Actor,
    ids::{ConversationId, Timestamp},
};
use engine::{Strictness, limits::IDEMPOTENCY_WINDOW_MS};
use expect_test::expect;

use crate::script::{DAN, EVE, Script, id_made_at, open, say};

const FIRST: ConversationId = ConversationId(1);

#[test]
fn a_repeat_during_the_commit_waits_and_answers_the_same() {
    let mut script = Script::at_work();
    let id = script.fresh_id();
    script.command(Actor::Visitor(EVE), Some(id), open());
    script.command(Actor::Visitor(EVE), Some(id), open());
    script.commit();
    expect![[r#"
        commit 13–16
        wake in 30000 ms: OfferExpires
        reply 14 Opened { conversation: c1, message: Some(m1) } at 13
        publish 16
        reply 15 Opened { conversation: c1, message: Some(m1) } at 13
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn a_repeat_after_the_commit_answers_the_same_at_once() {
    let mut script = Script::at_work();
    let id = script.fresh_id();
    script.command(Actor::Visitor(EVE), Some(id), open());
    script.commit();
    script.said();
    script.command(Actor::Visitor(EVE), Some(id), open());
    expect![[r#"
        reply 15 Opened { conversation: c1, message: Some(m1) } at 13
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn a_repeat_after_a_restart_answers_the_same() {
    let mut script = Script::at_work();
    let id = script.fresh_id();
    script.command(Actor::Visitor(EVE), Some(id), open());
    script.commit();
    script.reload(Strictness::Panic, None);
    script.said();
    script.command(Actor::Visitor(EVE), Some(id), open());
    expect![[r#"
        reply 15 Opened { conversation: c1, message: Some(m1) } at 13
        wake in 30000 ms: OfferExpires
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn an_id_is_an_actors_own() {
    let mut script = Script::at_work();
    let id = script.fresh_id();
    script.command(Actor::Visitor(EVE), Some(id), open());
    script.command(Actor::Visitor(DAN), Some(id), open());
    script.commit_all();
    assert_eq!(script.said().matches("Opened").count(), 2);
    assert_eq!(script.engine.desk().state().conversations.len(), 2);
}

#[test]
fn a_rejected_command_left_no_trace_and_is_decided_anew() {
    let mut script = Script::at_work();
    let id = script.fresh_id();
    script.command(Actor::Visitor(EVE), Some(id), say(FIRST, "hello?"));
    script.ask(Actor::Visitor(EVE), open());
    script.commit();
    script.said();
    script.command(Actor::Visitor(EVE), Some(id), say(FIRST, "hello?"));
    script.commit();
    assert!(script.said().contains("Posted"));
}

#[test]
fn an_id_older_than_the_window_is_refused() {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    script.commit_all();
    script.said();
    let a_day_ago = Timestamp(script.now.0 - IDEMPOTENCY_WINDOW_MS);
    script.command(Actor::Visitor(EVE), Some(id_made_at(a_day_ago, 1)), say(FIRST, "just in time"));
    script.commit_all();
    assert!(script.said().contains("Posted"));
    let too_long_ago = Timestamp(a_day_ago.0 - 1);
    script.command(Actor::Visitor(EVE), Some(id_made_at(too_long_ago, 2)), say(FIRST, "too late"));
    expect![[r#"
        reply 16 refused: the id of this command is too old to tell whether it was sent before
    "#]]
    .assert_eq(&script.said());
}
