//! Who is told what by a step.

use domain::{
    command::{Actor, Audience, Command},
    ids::{ConversationId, OfferId},
    view::Viewer,
};
use engine::{Action, Input, limits::SNAPSHOT_RECORDS};
use expect_test::expect;

use crate::script::{EVE, Script, draft, open, say};

const FIRST: ConversationId = ConversationId(1);

/// Eve is helped by Ann; the two of them and Sue are subscribed.
fn helped() -> Script {
    let mut script = Script::at_work();
    script.ask(Actor::Visitor(EVE), open());
    let ann = script.agent("ann");
    script.ask(Actor::Agent(ann), Command::AcceptOffer { offer: OfferId(1) });
    script.commit_all();
    for viewer in [Viewer::Visitor(EVE), Viewer::Agent(ann), Viewer::Agent(script.agent("sue"))] {
        script.give(Input::Subscribe(viewer));
    }
    script.said();
    script
}

#[test]
fn a_message_is_a_line_for_those_in_the_conversation_and_changes_no_object() {
    let mut script = helped();
    script.ask(Actor::Visitor(EVE), say(FIRST, "thank you"));
    script.commit();
    expect![[r#"
        commit 20–20
        reply 16 Posted { message: m2 } at 20
        publish 20: a4 ~1 · v901 ~1
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn a_note_is_no_line_for_the_visitor() {
    let mut script = helped();
    let note = Command::PostMessage {
        conversation: FIRST,
        audience: Audience::Staff,
        message: draft("careful"),
    };
    script.ask(Actor::Agent(script.agent("ann")), note);
    script.commit();
    expect![[r#"
        commit 20–20
        reply 16 Posted { message: m2 } at 20
        publish 20: a4 ~1
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn a_supervisor_reads_along_while_watching() {
    let mut script = helped();
    let watched = (script.agent("sue"), FIRST);
    script.give(Input::Watch { agent: watched.0, conversation: watched.1 });
    script.ask(Actor::Visitor(EVE), say(FIRST, "one"));
    script.commit();
    script.give(Input::Unwatch { agent: watched.0, conversation: watched.1 });
    script.ask(Actor::Visitor(EVE), say(FIRST, "two"));
    script.commit();
    expect![[r#"
        commit 20–20
        reply 16 Posted { message: m2 } at 20
        publish 20: a4,a7 ~1 · v901 ~1
        commit 21–21
        reply 17 Posted { message: m3 } at 21
        publish 21: a4 ~1 · v901 ~1
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn nobody_watches_what_they_may_not_read() {
    let mut script = helped();
    let bob = script.agent("bob");
    script.give(Input::Subscribe(Viewer::Agent(bob)));
    script.give(Input::Watch { agent: bob, conversation: FIRST });
    script.ask(Actor::Visitor(EVE), say(FIRST, "between us"));
    script.commit();
    expect![[r#"
        commit 20–20
        reply 16 Posted { message: m2 } at 20
        publish 20: a4 ~1 · v901 ~1
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn nothing_is_made_for_a_viewer_who_is_gone() {
    let mut script = helped();
    script.give(Input::Unsubscribe(Viewer::Visitor(EVE)));
    script.ask(Actor::Visitor(EVE), say(FIRST, "from a tunnel"));
    script.commit();
    expect![[r#"
        commit 20–20
        reply 16 Posted { message: m2 } at 20
        publish 20: a4 ~1
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn whoever_lets_go_still_reads_that_they_did() {
    let mut script = helped();
    script.ask(Actor::Agent(script.agent("ann")), Command::Close { conversation: FIRST });
    script.commit();
    expect![[r#"
        commit 20–21
        wake in 60000 ms: WrapUpEnds
        reply 16 done at 20
        publish 21: a7 -c1 ~0 · a4 +c1 +me ~2 · v901 +c1 ~1
    "#]]
    .assert_eq(&script.said());
}

#[test]
fn a_snapshot_is_asked_for_every_so_many_records() {
    let mut script = helped();
    let mut asked = 0;
    while (script.journal.len() as u64) < SNAPSHOT_RECORDS + 2_000 {
        for _ in 0..4_000 {
            script.ask(Actor::Visitor(EVE), say(FIRST, "on and on"));
        }
        while script.under_way.is_some() {
            let actions = script.commit();
            asked += actions
                .iter()
                .filter(|action| matches!(action, Action::TakeSnapshot { .. }))
                .count();
        }
        script.said();
    }
    assert_eq!(asked, 1);
}
