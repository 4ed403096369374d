//! Refusals that no story comes to, because a script or a checked document cannot ask for such a thing.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Desk,
    command::{
        Actor, Audience, ChosenStatus, Command, Draft, FileRef, Note, OnUnanswered, Target,
        TransferMode,
    },
    config::{Agent, AgentKind, Config, Entry, Queue, Roles},
    ids::{AgentId, ConversationId, FileId, QueueId, SkillId, Timestamp, VisitorId},
    limits::{MESSAGE_CHARS_MAX, MESSAGE_FILES_MAX},
    rejection::Rejection,
};

const NOW: Timestamp = Timestamp(1_000_000);
const ANN: Actor = Actor::Agent(AgentId(1));
const VISITOR: Actor = Actor::Visitor(VisitorId(1));
const MAIN: QueueId = QueueId(2);
/// Nobody serves it; the checker of the document would not let it pass.
const EMPTY: QueueId = QueueId(3);
const OPEN: ConversationId = ConversationId(1);

#[test]
fn nothing_can_be_asked_before_the_first_configuration() {
    let refused = Desk::new().handle(VISITOR, opening(), NOW);
    assert_eq!(refused, Err(Rejection::NotConfigured));
}

#[test]
fn a_configuration_is_the_next_version_or_none() {
    refuses(
        Actor::System,
        Command::Configure { config: Box::new(config(1)) },
        Rejection::StaleConfiguration,
    );
}

#[test]
fn a_conversation_that_never_was_is_unknown() {
    refuses(
        ANN,
        Command::Close { conversation: ConversationId(99) },
        Rejection::UnknownConversation,
    );
}

#[test]
fn somebody_elses_conversation_is_unknown_to_a_visitor() {
    let other = Actor::Visitor(VisitorId(2));
    refuses(other, Command::Close { conversation: OPEN }, Rejection::UnknownConversation);
}

#[test]
fn a_queue_or_skill_that_is_not_configured_is_unknown() {
    let opening = |queue: Option<QueueId>, needs| Command::OpenConversation {
        entry: queue.map(Entry::Queue),
        needs,
        language: None,
        answers: BTreeMap::new(),
        attributes: BTreeMap::new(),
        message: None,
    };
    refuses(VISITOR, opening(Some(QueueId(99)), BTreeMap::new()), Rejection::UnknownQueue);
    refuses(VISITOR, opening(None, BTreeMap::from([(SkillId(99), 1)])), Rejection::UnknownSkill);
    refuses(ANN, transfer(Target::Queue(QueueId(99))), Rejection::UnknownQueue);
}

#[test]
fn a_queue_without_members_takes_nothing() {
    refuses(ANN, transfer(Target::Queue(EMPTY)), Rejection::QueueClosed);
}

#[test]
fn a_message_says_something_and_has_bounds() {
    let post = |text: String, files| Command::PostMessage {
        conversation: OPEN,
        audience: Audience::Everybody,
        message: Draft { text, files },
    };
    let files = |count| vec![FileRef { file: FileId(1), bytes: 1 }; count];
    refuses(ANN, post("  \n".into(), Vec::new()), Rejection::EmptyMessage);
    refuses(ANN, post("hello".into(), files(MESSAGE_FILES_MAX + 1)), Rejection::TooManyFiles);
    let long = "ü".repeat(MESSAGE_CHARS_MAX + 1);
    refuses(ANN, post(long, Vec::new()), Rejection::TextTooLong);
}

#[test]
fn who_is_not_connected_cannot_choose_a_status() {
    let mut desk = desk();
    desk.handle(Actor::System, Command::LoseAgentConnection { agent: AgentId(1) }, NOW).unwrap();
    let (lost, _) = desk.next_deadline().unwrap();
    desk.handle(Actor::System, Command::Tick, lost).unwrap();
    let refused =
        desk.handle(ANN, Command::SetStatus { status: ChosenStatus::Online, reason: None }, lost);
    assert_eq!(refused, Err(Rejection::NotConnected));
}

#[test]
fn only_the_server_speaks_for_connections_and_the_clock() {
    for actor in [ANN, VISITOR] {
        refuses(actor, Command::Tick, Rejection::NotAllowed);
        refuses(actor, Command::StartServer, Rejection::NotAllowed);
        refuses(actor, Command::ConnectAgent { agent: AgentId(1) }, Rejection::NotAllowed);
        refuses(actor, Command::Quarantine { conversation: OPEN }, Rejection::NotAllowed);
    }
}

#[test]
fn a_visitor_cannot_write_a_note() {
    let message = Draft { text: "hello".into(), files: Vec::new() };
    let note = Command::PostMessage { conversation: OPEN, audience: Audience::Staff, message };
    refuses(VISITOR, note, Rejection::NotAllowed);
}

fn refuses(actor: Actor, command: Command, why: Rejection) {
    assert_eq!(desk().handle(actor, command, NOW), Err(why));
}

/// Ann is online and owns the only conversation.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let mut give = |actor, command| desk.handle(actor, command, NOW).unwrap();
    give(Actor::System, Command::Configure { config: Box::new(config(1)) });
    give(Actor::System, Command::ConnectAgent { agent: AgentId(1) });
    give(ANN, Command::SetStatus { status: ChosenStatus::Online, reason: None });
    give(Actor::System, Command::ConnectVisitor { visitor: VisitorId(1) });
    give(VISITOR, opening());
    let offer = *desk.state().conversations[&OPEN].offer.as_ref().map(|offer| &offer.id).unwrap();
    desk.handle(ANN, Command::AcceptOffer { offer }, NOW).unwrap();
    desk
}

fn opening() -> Command {
    Command::OpenConversation {
        entry: None,
        needs: BTreeMap::new(),
        language: None,
        answers: BTreeMap::new(),
        attributes: BTreeMap::new(),
        message: None,
    }
}

fn transfer(target: Target) -> Command {
    Command::StartTransfer {
        conversation: OPEN,
        target,
        mode: TransferMode::Cold(OnUnanswered::Return),
        place: None,
        reason: None,
        note: Note::default(),
    }
}

fn config(version: u32) -> Config {
    let ann = Agent {
        key: "ann".into(),
        name: "Ann".into(),
        public_name: "Ann".into(),
        email: "ann@example.org".into(),
        kind: AgentKind::Human,
        roles: Roles { agent: true, ..Roles::default() },
        teams: BTreeSet::new(),
        skills: BTreeMap::new(),
        capacity: 4,
    };
    let main = Queue { key: "main".into(), members: vec![AgentId(1)], ..Queue::default() };
    let empty = Queue { key: "empty".into(), ..Queue::default() };
    Config {
        version,
        name: "Corner Shop".into(),
        next_id: 10,
        agents: BTreeMap::from([(AgentId(1), ann)]),
        queues: BTreeMap::from([(MAIN, main), (EMPTY, empty)]),
        entry: Entry::Queue(MAIN),
        ..Config::default()
    }
}
