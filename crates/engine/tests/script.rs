//! A driver of one engine for tests: a journal in memory, and actions as lines to compare.

use std::{collections::BTreeMap, fmt::Write};

use domain::{
    Answer,
    command::{Actor, Audience, ChosenStatus, Command, Draft},
    config::{Config, Entry, Place},
    event::Event,
    ids::{AgentId, ConversationId, QueueId, Timestamp, VisitorId},
    view::{ObjectKey, Viewer},
};
use engine::{
    Action, Answered, Batch, ClientId, Engine, Found, Input, Loading, PastCommand, Question,
    Reading, Refusal, Request, Sequence, StaffChange, Step, Strictness, Token, VisitorChange,
};

/// The small desk of these tests: two at the front, one behind, and somebody who sees everything.
const DESK: &str = "\
workspace: { name: Scripts }
settings: { tell_visitor_of_transfer: true }
skills: { depth: { name: Depth } }
teams: { front: { name: Front }, back: { name: Back } }
agents:
  ann: { name: Ann, email: ann@x.example, teams: [front], capacity: 1 }
  bob: { name: Bob, email: bob@x.example, teams: [front], capacity: 2 }
  cem: { name: Cem, email: cem@x.example, teams: [back], skills: { depth: 3 }, capacity: 2 }
  sue: { name: Sue, email: sue@x.example, roles: [admin], supervisor_of: [front, back] }
queues:
  first: { name: First, members: { teams: [front] }, fallback: shared, sticky: true, greeting: Hello. }
  second:
    name: Second
    tier: 2
    members: { teams: [back] }
    required: { depth: 3 }
    relax: [{ after: 30s, level: 2 }]
    wrap_up: { time: 0s }
  shared: { name: Shared, mode: pull, members: { teams: [front, back] } }
  shout: { name: Shout, tier: 2, strategy: broadcast, members: { teams: [front, back] } }
entry: first
";

/// When scripts begin: a day of 2026, so that client ids have a time.
pub const START: Timestamp = Timestamp(1_790_000_000_000);

pub const EVE: VisitorId = VisitorId(901);
pub const DAN: VisitorId = VisitorId(902);

pub struct Script {
    pub engine: Engine,
    pub now: Timestamp,
    pub config: Config,
    pub under_way: Option<Batch>,
    /// What is durable.
    pub journal: Vec<(Event, Timestamp)>,
    past: Vec<PastCommand>,
    lines: String,
    next_token: u64,
}

impl Script {
    /// A configured desk, all of it durable; nobody is connected.
    pub fn new() -> Self {
        let config =
            config::load(DESK, None, START).unwrap_or_else(|findings| panic!("{findings}"));
        let mut script = Self {
            engine: Loading::new().ready(Strictness::Panic, None),
            now: START,
            config: config.clone(),
            under_way: None,
            journal: Vec::new(),
            past: Vec::new(),
            lines: String::new(),
            next_token: 1,
        };
        script.system(Command::Configure { config: Box::new(config) });
        script.system(Command::StartServer);
        script.commit_all();
        script.said();
        script
    }

    /// The same with everybody at work.
    pub fn at_work() -> Self {
        let mut script = Self::new();
        for key in ["ann", "bob", "cem", "sue"] {
            let agent = script.agent(key);
            script.system(Command::ConnectAgent { agent });
            script.ask(
                Actor::Agent(agent),
                Command::SetStatus { status: ChosenStatus::Online, reason: None },
            );
        }
        script.system(Command::ConnectVisitor { visitor: EVE });
        script.system(Command::ConnectVisitor { visitor: DAN });
        script.commit_all();
        script.said();
        script
    }

    pub fn agent(&self, key: &str) -> AgentId {
        let found = self.config.agents.iter().find(|(_, agent)| agent.key == key);
        *found.unwrap_or_else(|| panic!("no agent `{key}`")).0
    }

    pub fn everybody(&self) -> Vec<Viewer> {
        let agents = self.config.agents.keys().map(|agent| Viewer::Agent(*agent));
        agents.chain([Viewer::Visitor(EVE), Viewer::Visitor(DAN)]).collect()
    }

    /// Gives an input and notes down what is to be done.
    pub fn give(&mut self, input: Input) -> Vec<Action> {
        let actions = self.engine.handle(input, self.now);
        for action in &actions {
            let line = self.line(action);
            let _ = writeln!(self.lines, "{line}");
            if let Action::Commit(batch) = action {
                assert!(self.under_way.is_none(), "two commits at once");
                assert_eq!(
                    batch.after.0,
                    self.journal.len() as u64,
                    "the batch follows the journal"
                );
                self.under_way = Some(batch.clone());
            }
        }
        actions
    }

    pub fn command(
        &mut self,
        actor: Actor,
        client_id: Option<ClientId>,
        command: Command,
    ) -> Vec<Action> {
        let token = self.fresh_token();
        self.give(Input::Command(Request { token, actor, client_id, command }))
    }

    /// A command with a client id of its own.
    pub fn ask(&mut self, actor: Actor, command: Command) -> Vec<Action> {
        let id = self.fresh_id();
        self.command(actor, Some(id), command)
    }

    pub fn system(&mut self, command: Command) -> Vec<Action> {
        self.command(Actor::System, None, command)
    }

    pub fn read(&mut self, question: Question) -> Vec<Action> {
        let token = self.fresh_token();
        self.give(Input::Read { token, question })
    }

    fn fresh_token(&mut self) -> Token {
        self.next_token += 1;
        Token(self.next_token)
    }

    /// A client id made at this moment.
    pub fn fresh_id(&self) -> ClientId {
        id_made_at(self.now, self.next_token)
    }

    /// The batch under way becomes durable.
    pub fn commit(&mut self) -> Vec<Action> {
        let batch = self.under_way.take().expect("a commit is under way");
        self.keep(&batch);
        self.give(Input::Committed(batch.last()))
    }

    pub fn commit_all(&mut self) {
        while self.under_way.is_some() {
            self.commit();
        }
    }

    /// The batch under way is lost.
    pub fn fail(&mut self) {
        self.under_way.take().expect("a commit is under way");
        self.give(Input::CommitFailed);
    }

    /// Loads the workspace again from what is durable, as a driver does after `Reload`.
    pub fn reload(&mut self, strictness: Strictness, quarantine: Option<ConversationId>) {
        self.under_way = None;
        let mut loading = Loading::new();
        self.journal.iter().for_each(|(event, at)| loading.replay(event, *at));
        self.past.iter().for_each(|past| loading.remember(*past));
        self.engine = loading.ready(strictness, quarantine);
    }

    /// Loads a state in which a conversation waits in a queue that does not exist (invariant I1).
    pub fn damage(&mut self, conversation: ConversationId, strictness: Strictness) {
        let mut state = self.engine.desk().state().clone();
        state.conversations.get_mut(&conversation).expect("it is there").place =
            Place::queue(QueueId(9_999));
        let loading = Loading::from_snapshot(state, Sequence(self.journal.len() as u64), self.now);
        self.engine = loading.ready(strictness, None);
    }

    pub fn pass(&mut self, ms: u64) {
        self.now = self.now.after(ms);
    }

    /// Everything said since this was last asked.
    pub fn said(&mut self) -> String {
        std::mem::take(&mut self.lines)
    }

    fn keep(&mut self, batch: &Batch) {
        for decided in &batch.decided {
            self.journal
                .extend(decided.entries.iter().map(|entry| (entry.event.clone(), decided.at)));
            if let Some((client_id, answer)) = decided.key {
                let (actor, sequence, at) = (decided.actor, decided.first(), decided.at);
                self.past.push(PastCommand { actor, client_id, answer, sequence, at });
            }
        }
    }

    fn line(&self, action: &Action) -> String {
        match action {
            Action::Commit(batch) => format!("commit {}–{}", batch.after.0 + 1, batch.last().0),
            Action::Reply { token, outcome } => {
                format!("reply {} {}", token.0, outcome_line(outcome))
            }
            Action::Tell { token, outcome } => {
                format!("tell {} {}", token.0, reading_line(outcome))
            }
            Action::Publish(step) => format!("publish {}", step_line(step)),
            Action::PublishBoard(step) => format!("publish {} of the board", step.changes.len()),
            Action::WakeAt { at, reason } => {
                format!("wake in {} ms: {reason:?}", at.since(self.now))
            }
            Action::TakeSnapshot { sequence } => format!("take snapshot {}", sequence.0),
            Action::Reload { cause, quarantine } => {
                format!("reload: {cause:?}, to quarantine: {quarantine:?}")
            }
        }
    }
}

/// A UUIDv7 of this moment; `salt` tells those of one moment apart.
pub fn id_made_at(at: Timestamp, salt: u64) -> ClientId {
    ClientId(u128::from(at.0) << 80 | u128::from(salt))
}

pub fn open() -> Command {
    open_in(None)
}

pub fn open_in(queue: Option<QueueId>) -> Command {
    Command::OpenConversation {
        entry: queue.map(Entry::Queue),
        needs: BTreeMap::new(),
        language: None,
        answers: BTreeMap::new(),
        attributes: BTreeMap::new(),
        message: Some(draft("hello")),
    }
}

pub fn say(conversation: ConversationId, text: &str) -> Command {
    Command::PostMessage { conversation, audience: Audience::Everybody, message: draft(text) }
}

pub fn draft(text: &str) -> Draft {
    Draft { text: text.to_owned(), files: Vec::new() }
}

fn outcome_line(outcome: &Result<Answered, Refusal>) -> String {
    match outcome {
        Ok(Answered { answer: Answer::Done, sequence }) => format!("done at {}", sequence.0),
        Ok(Answered { answer, sequence }) => format!("{answer:?} at {}", sequence.0),
        Err(refusal) => format!("refused: {refusal}"),
    }
}

fn reading_line(outcome: &Result<Reading, Refusal>) -> String {
    match outcome {
        Ok(Reading { found: Found::Snapshot(snapshot), sequence: Sequence(sequence) }) => {
            let keys: Vec<_> = snapshot.keys().map(key).collect();
            format!("[{}] at {sequence}", keys.join(" "))
        }
        Ok(Reading { found, sequence }) => format!("{found:?} at {}", sequence.0),
        Err(refusal) => format!("refused: {refusal}"),
    }
}

/// `8: a3 +me +c1 ~2 · v901 +c1 ~1`: who puts and removes what, and how many lines they get.
fn step_line(step: &Step) -> String {
    let mut line = format!("{}:", step.sequence().0);
    for frame in &step.staff {
        let viewers: Vec<_> = frame.viewers.iter().map(|viewer| format!("{viewer:?}")).collect();
        let _ = write!(line, " {}", viewers.join(","));
        for change in &frame.changes {
            let sign = match change {
                StaffChange::PutMe(_)
                | StaffChange::PutOffer(_)
                | StaffChange::PutConversation(_) => '+',
                StaffChange::RemoveOffer(_) | StaffChange::RemoveConversation(_) => '-',
            };
            let _ = write!(line, " {sign}{}", key(&change.key()));
        }
        let _ = write!(line, " ~{} ·", frame.lines.len());
    }
    for frame in &step.visitors {
        let _ = write!(line, " {:?}", frame.visitor);
        for change in &frame.changes {
            let _ = match change {
                VisitorChange::Put(conversation) => {
                    write!(line, " +{:?}", conversation.conversation)
                }
                VisitorChange::Remove(conversation) => write!(line, " -{conversation:?}"),
            };
        }
        let _ = write!(line, " ~{} ·", frame.lines.len());
    }
    if step.everything {
        line.push_str(" everything");
    }
    line.trim_end_matches([' ', '·', ':']).to_owned()
}

fn key(key: &ObjectKey) -> String {
    match key {
        ObjectKey::Me => "me".to_owned(),
        ObjectKey::Offer(offer) => format!("{offer:?}"),
        ObjectKey::Conversation(conversation) => format!("{conversation:?}"),
    }
}
