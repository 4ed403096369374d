//! Rule R8: a stale copy and the next step give a fresh copy, for every viewer, after every command.
//!
//! Commands are drawn at random and interpreted against what the desk holds, so that many of them take effect.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use domain::{
    command::{
        Actor, Audience, Choice, ChosenStatus, Command, Completion, Note, OnUnanswered, OpenWork,
        Room, Target, TransferMode,
    },
    event::Event,
    ids::{AgentId, BodyId, ConversationId, QueueId, VisitorId},
    view::{Object, ObjectKey, Snapshot, Viewer, visitor::Line},
};
use engine::{Action, Input, StaffChange, Step, Strictness, VisitorChange};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use crate::script::{DAN, EVE, Script, draft, open, say};

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
                        shown.insert(key, Object::VisitorConversation(conversation.clone()));
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

/// Four numbers that mean a command once there is a desk to point at.
type Draw = (u8, u8, u8, u8);

fn pick<T: Copy>(from: &[T], draw: u8) -> Option<T> {
    from.get(usize::from(draw) % from.len().max(1)).copied()
}

/// The command that a draw means on this desk; none where there is nothing to point at.
fn command(script: &Script, (kind, who, what, how): Draw) -> Option<(Actor, Command)> {
    let state = script.engine.desk().state();
    let agents: Vec<AgentId> = script.config.agents.keys().copied().collect();
    let queues: Vec<QueueId> = script.config.queues.keys().copied().collect();
    let agent = pick(&agents, who)?;
    let visitor = pick(&[EVE, DAN], who)?;
    let conversations: Vec<ConversationId> = state.conversations.keys().copied().collect();
    let about = || pick(&conversations, what);
    // Most commands are an owner's to give; one in four comes from anybody.
    let holder = || {
        let owner = about().and_then(|id| state.conversations[&id].owner());
        Actor::Agent(owner.filter(|_| who % 4 != 0).unwrap_or(agent))
    };
    let offer = |agent| {
        let snapshot = script.engine.desk().snapshot(Viewer::Agent(agent));
        snapshot.into_keys().find_map(|key| match key {
            ObjectKey::Offer(offer) => Some(offer),
            ObjectKey::Me | ObjectKey::Conversation(_) => None,
        })
    };
    let offered = || {
        agents
            .iter()
            .cycle()
            .skip(usize::from(who))
            .take(agents.len())
            .find_map(|a| Some((*a, offer(*a)?)))
    };
    Some(match kind % 26 {
        0 | 1 => (
            Actor::Visitor(visitor),
            match open() {
                Command::OpenConversation { needs, attributes, message, .. } => {
                    Command::OpenConversation {
                        queue: pick(&queues, how).filter(|_| how % 3 != 0),
                        needs,
                        attributes,
                        message,
                    }
                }
                other => other,
            },
        ),
        2 => (
            Actor::Visitor(state.conversations[&about()?].visitor),
            say(about()?, "a visitor's words"),
        ),
        3..=5 => {
            let (agent, offer) = offered()?;
            (Actor::Agent(agent), Command::AcceptOffer { offer })
        }
        6 => {
            let (agent, offer) = offered()?;
            (Actor::Agent(agent), Command::DeclineOffer { offer })
        }
        7 => {
            let audience = if how % 2 == 0 { Audience::Everybody } else { Audience::Staff };
            (
                holder(),
                Command::PostMessage {
                    conversation: about()?,
                    audience,
                    message: draft("an agent's words"),
                },
            )
        }
        8..=10 => {
            let target = if how % 2 == 0 {
                Target::Agent(pick(&agents, how / 2)?)
            } else {
                Target::Queue(pick(&queues, how / 2)?)
            };
            let mode = match how / 16 % 6 {
                0 => TransferMode::Warm(Completion::Introduced),
                1 => TransferMode::Warm(Completion::OnAccept),
                2 => TransferMode::Warm(Completion::OnAcceptAndLeave),
                3 => TransferMode::Cold(OnUnanswered::Return),
                4 => TransferMode::Cold(OnUnanswered::Queue),
                _ => TransferMode::Cold(OnUnanswered::Park),
            };
            let note = Note { text: "for colleagues only".to_owned(), ..Note::default() };
            let place = pick(&queues, who);
            (
                holder(),
                Command::StartTransfer {
                    conversation: about()?,
                    target,
                    mode,
                    place,
                    reason: None,
                    note,
                },
            )
        }
        11 => (holder(), Command::CompleteTransfer { conversation: about()? }),
        12 => {
            let handoff = about().and_then(|id| state.conversations[&id].handoff.as_ref());
            let receiver = about().and_then(|id| state.conversations[&id].receiver());
            let actor = handoff.map_or(agent, |handoff| handoff.from);
            let conversation = about()?;
            match how % 4 {
                0 => (Actor::Agent(actor), Command::CancelTransfer { conversation }),
                1 => (Actor::Agent(actor), Command::RecallTransfer { conversation }),
                2 => (Actor::Agent(receiver.unwrap_or(agent)), Command::HandBack { conversation }),
                _ => (
                    Actor::Agent(receiver.unwrap_or(agent)),
                    Command::CompleteTransfer { conversation },
                ),
            }
        }
        13 => (Actor::Agent(agent), Command::Leave { conversation: about()? }),
        14 => (
            holder(),
            if how % 2 == 0 {
                Command::Park { conversation: about()? }
            } else {
                Command::Wake { conversation: about()? }
            },
        ),
        15 => (holder(), Command::Close { conversation: about()? }),
        16 => {
            let conversation = about()?;
            let agent =
                state.conversations[&conversation].wrap_ups.keys().next().copied().unwrap_or(agent);
            let end = Command::EndWrapUp {
                conversation,
                disposition: None,
                note: Some("for the file".to_owned()),
            };
            (
                Actor::Agent(agent),
                if how % 3 == 0 { Command::ExtendWrapUp { conversation } } else { end },
            )
        }
        17 => {
            let status = match how % 4 {
                0 | 1 => ChosenStatus::Online,
                2 => ChosenStatus::TransferOnly,
                _ => ChosenStatus::Away,
            };
            (Actor::Agent(agent), Command::SetStatus { status, reason: None })
        }
        18 => {
            let open = if how % 2 == 0 { OpenWork::Finish } else { OpenWork::HandOver };
            (Actor::Agent(agent), Command::GoOffline { open })
        }
        19 => (
            Actor::System,
            if how % 4 == 0 {
                Command::LoseAgentConnection { agent }
            } else {
                Command::ConnectAgent { agent }
            },
        ),
        20 => (
            Actor::System,
            if how % 4 == 0 {
                Command::LoseVisitorConnection { visitor }
            } else {
                Command::ConnectVisitor { visitor }
            },
        ),
        21 => {
            let (conversation, sue) = (about()?, Actor::Agent(script.agent("sue")));
            match how % 4 {
                0 => (sue, Command::Assign { conversation, agent, room: Room::Respected }),
                1 => (sue, Command::Assign { conversation, agent, room: Room::Overridden }),
                2 => (sue, Command::Requeue { conversation }),
                _ => (sue, Command::SetPriority { conversation, priority: how % 10 }),
            }
        }
        22 => (Actor::Agent(agent), Command::Pull { conversation: about()? }),
        23 => {
            let asked = |id: &&ConversationId| {
                state.conversations[*id].wait().is_some_and(|wait| wait.choice.is_some())
            };
            let conversation = conversations.iter().find(asked).copied().or_else(about)?;
            let choice = match how % 3 {
                0 => Choice::KeepWaiting,
                1 => Choice::WriteMessage,
                _ => Choice::LeaveMessage { text: "call me".to_owned() },
            };
            let visitor = Actor::Visitor(state.conversations[&conversation].visitor);
            (visitor, Command::AnswerChoice { conversation, choice })
        }
        24 => {
            (Actor::Agent(agent), Command::SetStatus { status: ChosenStatus::Online, reason: None })
        }
        _ => match how % 12 {
            0 => (Actor::System, Command::Quarantine { conversation: about()? }),
            1 => (Actor::System, Command::StartServer),
            2 => {
                let config = state.config.clone()?;
                let next = domain::config::Config { version: config.version + 1, ..config };
                (Actor::System, Command::Configure { config: Box::new(next) })
            }
            _ => (Actor::Visitor(visitor), Command::Close { conversation: about()? }),
        },
    })
}

/// Mostly none: a hand-over is many commands in a row.
const PAUSES_MS: [u64; 16] =
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 2_000, 5_000, 30_000, 60_000, 600_000];

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

fn draws() -> impl Strategy<Value = Vec<(Draw, u8)>> {
    vec(((any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>()), any::<u8>()), 1..80)
}

/// What stories of this kind must have come across, or the property says nothing about it.
const REACHED: [&str; 44] = [
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
    "OwnerBack",
    "OwnerLost",
    "PrioritySet",
    "ReservationEnded",
    "ServerStarted",
    "SupervisorsAlerted",
    "TransferAccepted",
    "TransferCompleted",
    "TransferEnded",
    "TransferStarted",
    "TransferTurnedCold",
    "VisitorReminded",
    "VisitorToldStillSearching",
    "WaitContinued",
    "WaitRelaxed",
    "WaitStarted",
    "WakeDelayed",
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

fn words(script: &Script, audience: Audience) -> BTreeSet<BodyId> {
    let posted = script.journal.iter().filter_map(|(event, _)| match event {
        Event::MessagePosted { body, audience: theirs, .. } if *theirs == audience => Some(*body),
        _ => None,
    });
    posted.collect()
}

fn kind(event: &Event) -> String {
    let debug = format!("{event:?}");
    debug.split([' ', '{']).next().unwrap_or_default().to_owned()
}
