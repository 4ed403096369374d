//! Rule R8: a stale copy and the next step give a fresh copy, for every viewer, after every command.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use domain::{
    command::Audience,
    event::Event,
    ids::{BodyId, VisitorId},
    view::{Object, ObjectKey, Snapshot, Viewer, visitor::Line},
};
use engine::{Action, Input, StaffChange, Step, Strictness, VisitorChange};
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use crate::{
    draws::{Draw, PAUSES_MS, command, draws},
    script::Script,
};

/// What everybody has on their screens, kept up by steps alone.
struct Screens {
    shown: BTreeMap<Viewer, Snapshot>,
    told: BTreeMap<VisitorId, Vec<u64>>,
    bodies_told: BTreeSet<BodyId>,
}

impl Screens {
    fn of(script: &mut Script) -> Self {
        let viewers = script.everybody();
        for viewer in &viewers {
            script.give(Input::Subscribe(*viewer));
        }
        let shown = viewers
            .into_iter()
            .map(|viewer| (viewer, script.engine.desk().snapshot(viewer)))
            .collect();
        Self { shown, told: BTreeMap::new(), bodies_told: BTreeSet::new() }
    }

    fn see(&mut self, script: &Script, step: &Step) {
        if step.everything {
            for (viewer, shown) in &mut self.shown {
                *shown = script.engine.desk().snapshot(*viewer);
            }
        }
        for frame in &step.staff {
            for viewer in &frame.viewers {
                let shown = self.shown.get_mut(&Viewer::Agent(*viewer)).expect("subscribed");
                for change in &frame.changes {
                    put_or_remove(shown, change);
                }
            }
        }
        for frame in &step.visitors {
            let shown = self.shown.get_mut(&Viewer::Visitor(frame.visitor)).expect("subscribed");
            for change in &frame.changes {
                match change {
                    VisitorChange::Put(conversation) => {
                        let key = ObjectKey::Conversation(conversation.conversation);
                        shown.insert(key, Object::VisitorConversation((**conversation).clone()));
                    }
                    VisitorChange::Remove(conversation) => {
                        shown.remove(&ObjectKey::Conversation(*conversation));
                    }
                }
            }
            for line in &frame.lines {
                self.told.entry(frame.visitor).or_default().push(line.sequence.0);
                if let Line::Message { body, .. } = &line.line {
                    self.bodies_told.insert(*body);
                }
            }
        }
    }
}

fn put_or_remove(shown: &mut Snapshot, change: &StaffChange) {
    let object = match change {
        StaffChange::PutMe(me) => Object::Me((**me).clone()),
        StaffChange::PutOffer(offer) => Object::Offer((**offer).clone()),
        StaffChange::PutConversation(conversation) => {
            Object::Conversation((**conversation).clone())
        }
        StaffChange::RemoveOffer(_) | StaffChange::RemoveConversation(_) => {
            shown.remove(&change.key());
            return;
        }
    };
    shown.insert(change.key(), object);
}

/// What was played, shown if it ends in a panic: the numbers drawn say nothing to a reader.
struct Story(Vec<String>);

impl Drop for Story {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("played:\n  {}", self.0.join("\n  "));
        }
    }
}

fn play(draws: &[(Draw, u8)]) -> (Script, Screens) {
    let mut script = Script::at_work();
    let mut screens = Screens::of(&mut script);
    let mut story = Story(Vec::new());
    for (draw, pause) in draws {
        let pause = PAUSES_MS[usize::from(*pause) % PAUSES_MS.len()];
        script.pass(pause);
        let mut actions = script.give(Input::Wake);
        if let Some((actor, command)) = command(&script, *draw) {
            story.0.push(format!("after {pause} ms {actor:?}: {command:?}"));
            actions.extend(script.ask(actor, command));
        }
        while script.under_way.is_some() {
            actions.extend(script.commit());
        }
        for action in &actions {
            if let Action::Publish(step) = action {
                screens.see(&script, step);
            }
        }
        for (viewer, shown) in &screens.shown {
            let fresh = script.engine.desk().snapshot(*viewer);
            assert_eq!(*shown, fresh, "{viewer:?} sees something else");
        }
    }
    (script, screens)
}

/// What stories of this kind must have come across, or the property says nothing about it.
const REACHED: [&str; 41] = [
    "AgentAssigned",
    "AgentDisconnected",
    "AgentGivenUp",
    "AgentReleased",
    "AgentRespondedAgain",
    "AgentStoppedResponding",
    "ChoiceAsked",
    "ConversationArchived",
    "ConversationClosed",
    "ConversationOpened",
    "ConversationParked",
    "ConversationQuarantined",
    "ConversationWoken",
    "CoolDownEnded",
    "Greeted",
    "GuestJoined",
    "GuestLeft",
    "MessageAsked",
    "MessagePosted",
    "NobodyEligible",
    "OfferAccepted",
    "OfferDeclined",
    "OfferEnded",
    "OfferMade",
    "OwnerLost",
    "PrioritySet",
    "ReservationEnded",
    "ServerStarted",
    "SupervisorsAlerted",
    "TransferAccepted",
    "TransferCompleted",
    "TransferEnded",
    "TransferStarted",
    "VisitorReminded",
    "VisitorToldStillSearching",
    "WaitContinued",
    "WaitRelaxed",
    "WaitStarted",
    "WorkspaceConfigured",
    "WrapUpEnded",
    "WrapUpExtended",
];

/// The same stories on every run.
fn runner() -> TestRunner {
    let config = Config { cases: 768, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn a_stale_copy_and_the_next_step_are_a_fresh_copy() {
    let reached = RefCell::new(BTreeSet::new());
    let holds = runner().run(&draws(), |draws| {
        let (mut script, screens) = play(&draws);
        let kinds = script.journal.iter().map(|(event, _)| kind(event));
        reached.borrow_mut().extend(kinds);

        let broken = script.engine.desk().violations_everywhere();
        prop_assert!(broken.is_empty(), "{broken:?}");

        // I9: the journal alone gives the same state.
        let lived = script.engine.desk().state().clone();
        script.reload(Strictness::Panic, None);
        prop_assert_eq!(script.engine.desk().state(), &lived);

        // I6: visitors were told in order, nothing twice.
        for told in screens.told.values() {
            prop_assert!(told.is_sorted_by(|a, b| a < b), "{told:?}");
        }
        // I6 and I7: of the words written, visitors were told those for everybody and no others.
        prop_assert_eq!(&screens.bodies_told, &words(&script, Audience::Everybody));
        prop_assert!(screens.bodies_told.is_disjoint(&words(&script, Audience::Staff)));
        Ok(())
    });
    holds.unwrap_or_else(|error| panic!("{error}"));
    let missed: Vec<_> = REACHED.iter().filter(|kind| !reached.borrow().contains(**kind)).collect();
    assert!(missed.is_empty(), "no story came across {missed:?}");
}

fn words(script: &Script, wanted: Audience) -> BTreeSet<BodyId> {
    let mut words = BTreeSet::new();
    for (event, _) in &script.journal {
        if let Event::MessagePosted { body, audience, .. } = event
            && *audience == wanted
        {
            words.insert(*body);
        }
    }
    words
}

fn kind(event: &Event) -> String {
    let debug = format!("{event:?}");
    debug.split([' ', '{']).next().unwrap_or_default().to_owned()
}
