//! The engine itself: takes one input, changes the desk once, drains what follows, and says what to do.
//!
//! Decides and applies while a commit is under way; what gathered meanwhile is the next batch. Whatever
//! shows a sequence waits for its commit. When something breaks, everything not committed is taken back:
//! the askers hear `unavailable`, and the workspace is loaded again.

use std::{collections::VecDeque, sync::Arc};

use domain::{
    Decision, Desk,
    command::{Actor, Body, Command},
    ids::{BodyId, ConversationId, Timestamp},
    view::{
        self,
        board::{Board, Change},
    },
};

use crate::{
    action::{Action, Answered, Breakage, Reading, Refusal},
    audience::Audience,
    held::{Held, Message},
    input::{ClientId, Found, Input, Question, Request, Token},
    journal::{Batch, Decided, JournalEntry, Sequence},
    limits::{
        BATCH_RECORDS_MAX, DEADLINES_PER_TURN_MAX, OVERLOADED_RETRY_MS, SNAPSHOT_RECORDS,
        UNCOMMITTED_COMMANDS_MAX,
    },
    outcomes::{Known, Outcomes},
    step::{BoardStep, Step},
    subject::Subject,
};

/// What to do about a broken invariant (rule R7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// Tests and simulation: stop here and show it.
    Panic,
    /// Production: take the conversation out of every rule's hands and go on.
    Quarantine,
}

#[derive(Debug)]
pub struct Engine {
    desk: Desk,
    audience: Audience,
    /// While somebody looks at it.
    board: Option<Board>,
    outcomes: Outcomes,
    /// Never goes back, whatever the clock does.
    now: Timestamp,
    /// The last record decided, and the last one durable.
    sequence: Sequence,
    committed: Sequence,
    /// Decided and not yet handed over for commit.
    gathered: VecDeque<Arc<Decided>>,
    commit_under_way: bool,
    held: Held,
    condition: Condition,
    strictness: Strictness,
    /// What the desk is being asked: if that panics, somebody waits and something is to blame.
    asked: Option<Asked>,
    wake_announced: Option<Timestamp>,
    snapshot_due: Sequence,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Condition {
    Sound,
    /// Loaded after a break: journal the quarantine before anything else.
    ToQuarantine(ConversationId),
    /// Of no use any more; a reload was asked for.
    Broken,
}

#[derive(Debug, Clone, Copy)]
struct Asked {
    by: Option<Token>,
    about: Option<Subject>,
}

/// The desk cannot be trusted any more; the reload is among the actions.
struct Broke;

impl Engine {
    pub(crate) fn new(
        desk: Desk,
        sequence: Sequence,
        now: Timestamp,
        outcomes: Outcomes,
        strictness: Strictness,
        quarantine: Option<ConversationId>,
    ) -> Self {
        Self {
            audience: Audience::of(&desk),
            desk,
            board: None,
            outcomes,
            now,
            sequence,
            committed: sequence,
            gathered: VecDeque::new(),
            commit_under_way: false,
            held: Held::default(),
            condition: quarantine.map_or(Condition::Sound, Condition::ToQuarantine),
            strictness,
            asked: None,
            wake_announced: None,
            snapshot_due: Sequence(sequence.0 + SNAPSHOT_RECORDS),
        }
    }

    /// The desk as decided, durable or not: for simulation and tests. Everybody else asks a [`Question`].
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// A text that was decided on and is not published yet. Everything before stands with whoever published it.
    pub fn unpublished(&self, id: BodyId) -> Option<&Body> {
        self.held.body(id)
    }

    /// When there is something new on the board, if somebody looks at it; at once if something happened.
    pub fn board_due(&self) -> Option<Timestamp> {
        self.board.as_ref().and_then(Board::next_due)
    }

    /// Takes one input at a wall-clock time, and says what to do.
    pub fn handle(&mut self, input: Input, wall: Timestamp) -> Vec<Action> {
        let mut out = Vec::new();
        if self.condition == Condition::Broken {
            turn_away(input, &mut out);
            return out;
        }
        self.now = self.now.max(wall);
        if self.take(input, &mut out).is_ok() {
            self.hand_over(&mut out);
            self.announce_wake(&mut out);
        }
        out
    }

    fn take(&mut self, input: Input, out: &mut Vec<Action>) -> Result<(), Broke> {
        if let Condition::ToQuarantine(conversation) = self.condition {
            self.condition = Condition::Sound;
            self.ask(Actor::System, None, None, Command::Quarantine { conversation }, out)?;
        }
        match input {
            Input::Command(request) => {
                // A start honours what fell due while nobody ran, once it has said who counts as gone.
                if request.command != Command::StartServer {
                    self.honour_deadlines(out)?;
                }
                self.command(request, out)?;
            }
            Input::Read { token, question } => {
                let reading = Reading { found: self.find(question), sequence: self.sequence };
                self.tell(Message::Tell(token, reading), out);
            }
            Input::Wake => {
                self.wake_announced = None;
                self.honour_deadlines(out)?;
            }
            Input::Committed(sequence) => self.committed(sequence, out),
            Input::CommitFailed => return Err(self.give_up(Breakage::NotCommitted, None, out)),
            Input::Broken => {
                let blamed = self
                    .asked
                    .and_then(|asked| asked.about)
                    .and_then(|about| about.conversation(&self.desk));
                return Err(self.give_up(Breakage::Panicked, blamed, out));
            }
            Input::Outlook(outlook) => self.desk.foresee(outlook),
            Input::OpenBoard(moment) => {
                let board = self.board.insert(Board::of(&self.desk, moment));
                let everything = board.objects().map(|(key, shown)| Change {
                    key: *key,
                    before: None,
                    after: Some(shown.clone()),
                });
                let step = BoardStep { changes: everything.collect(), whole: true };
                self.tell(Message::Board(Arc::new(step)), out);
            }
            Input::LookAtBoard(moment) => {
                let Some(board) = &mut self.board else { return Ok(()) };
                let changes = board.refresh(&self.desk, moment);
                if !changes.is_empty() {
                    let step = BoardStep { changes, whole: false };
                    self.tell(Message::Board(Arc::new(step)), out);
                }
            }
            Input::CloseBoard => self.board = None,
            Input::Subscribe(viewer) => self.audience.subscribe(viewer),
            Input::Unsubscribe(viewer) => self.audience.unsubscribe(viewer),
            Input::Watch { agent, conversation } => self.audience.watch(agent, conversation),
            Input::Unwatch { agent, conversation } => self.audience.unwatch(agent, conversation),
        }
        Ok(())
    }

    fn command(&mut self, request: Request, out: &mut Vec<Action>) -> Result<(), Broke> {
        let Request { token, actor, client_id, command } = request;
        match client_id.map(|id| self.outcomes.find(actor, id, self.now)) {
            Some(Known::Answered(answered)) => self.tell(Message::Reply(token, Ok(answered)), out),
            Some(Known::TooOld) => {
                out.push(Action::Reply { token, outcome: Err(Refusal::IdTooOld) })
            }
            Some(Known::Never) if self.held.replies() >= UNCOMMITTED_COMMANDS_MAX => {
                let refusal = Refusal::Overloaded { retry_after_ms: OVERLOADED_RETRY_MS };
                out.push(Action::Reply { token, outcome: Err(refusal) });
            }
            // The server's own commands tell of connections and of its start: they are never refused.
            Some(Known::Never) | None => self.ask(actor, client_id, Some(token), command, out)?,
        }
        Ok(())
    }

    /// Honours what is due, so that nobody can take back a deadline by being quick.
    fn honour_deadlines(&mut self, out: &mut Vec<Action>) -> Result<(), Broke> {
        for _ in 0..DEADLINES_PER_TURN_MAX {
            match self.desk.next_deadline() {
                Some((at, _)) if at <= self.now => {
                    self.ask(Actor::System, None, None, Command::Tick, out)?
                }
                Some(_) | None => break,
            }
        }
        Ok(())
    }

    /// Has the desk decide, and gathers what followed.
    fn ask(
        &mut self,
        actor: Actor,
        client_id: Option<ClientId>,
        token: Option<Token>,
        command: Command,
        out: &mut Vec<Action>,
    ) -> Result<(), Broke> {
        self.asked = Some(Asked { by: token, about: Subject::of(&command, &self.desk) });
        let outcome = self.desk.handle(actor, command, self.now);
        let outcome = match outcome {
            Ok(decision) => Ok(self.gather(actor, client_id, decision, out)?),
            Err(rejection) => Err(rejection),
        };
        self.asked = None;
        let (outcome, step) = match outcome {
            Ok((answered, step)) => (Ok(answered), step),
            Err(rejection) => (Err(Refusal::Rejected(rejection)), None),
        };
        if let Some(token) = token {
            self.tell(Message::Reply(token, outcome), out);
        }
        if let Some(step) = step {
            self.tell(Message::Publish(Arc::new(step)), out);
        }
        Ok(())
    }

    /// Numbers what was decided, keeps its answer for repeats, and sees what it changes for whom.
    fn gather(
        &mut self,
        actor: Actor,
        client_id: Option<ClientId>,
        decision: Decision,
        out: &mut Vec<Action>,
    ) -> Result<(Answered, Option<Step>), Broke> {
        let Decision { events, bodies, answer } = decision;
        let touched = view::touched(&self.desk, &events);
        let violations = self.desk.violations(&touched);
        if let Some(violation) = violations.first() {
            assert!(
                self.strictness == Strictness::Quarantine,
                "broken: {violations:?} after {events:?}"
            );
            return Err(self.give_up(Breakage::Violated(*violation), violation.conversation, out));
        }
        // It looks at everything that waits, so only where a broken rule is to be found.
        if self.strictness == Strictness::Panic {
            let passed = self.desk.passed_over(&events);
            assert!(passed.is_none(), "broken: I10, {passed:?} after {events:?}");
        }
        if touched.everything {
            // Whoever looks starts over, and opens it again.
            self.board = None;
        } else if let Some(board) = &mut self.board {
            board.touch(&touched, &events);
        }
        let changed_nothing = events.is_empty();
        let sequence = if changed_nothing { self.sequence } else { self.sequence.next() };
        let answered = Answered { answer, sequence };
        if let Some(id) = client_id {
            self.outcomes.remember(actor, id, answered, self.now);
        }
        if changed_nothing {
            return Ok((answered, None));
        }
        let numbered = |event| {
            self.sequence = self.sequence.next();
            JournalEntry { sequence: self.sequence, event }
        };
        let entries = events.into_iter().map(numbered).collect();
        let key = client_id.map(|id| (id, answer));
        let decided = Arc::new(Decided { at: self.now, actor, key, entries, bodies });
        self.gathered.push_back(Arc::clone(&decided));
        Ok((answered, Some(self.audience.step(&self.desk, decided, &touched))))
    }

    /// Says something that shows the desk as it stands: at once if all of that is durable.
    fn tell(&mut self, message: Message, out: &mut Vec<Action>) {
        if self.committed == self.sequence {
            out.push(message.into());
        } else {
            self.held.hold(self.sequence, message);
        }
    }

    /// What has gathered is the next batch, once no commit is under way.
    fn hand_over(&mut self, out: &mut Vec<Action>) {
        if self.commit_under_way || self.gathered.is_empty() {
            return;
        }
        let mut records = 0;
        let fits = |decided: &&Arc<Decided>| {
            records += decided.entries.len();
            records <= BATCH_RECORDS_MAX
        };
        let whole = self.gathered.iter().take_while(fits).count().max(1);
        let decided = self.gathered.drain(..whole).collect();
        self.commit_under_way = true;
        out.push(Action::Commit(Batch { after: self.committed, decided }));
    }

    fn committed(&mut self, sequence: Sequence, out: &mut Vec<Action>) {
        self.committed = sequence;
        self.commit_under_way = false;
        self.held.release(sequence, out);
        if sequence >= self.snapshot_due {
            self.snapshot_due = Sequence(sequence.0 + SNAPSHOT_RECORDS);
            out.push(Action::TakeSnapshot { sequence });
        }
    }

    fn announce_wake(&mut self, out: &mut Vec<Action>) {
        let next = self.desk.next_deadline();
        if let Some((at, deadline)) = next
            && self.wake_announced != Some(at)
        {
            out.push(Action::WakeAt { at, reason: deadline.reason });
        }
        self.wake_announced = next.map(|(at, _)| at);
    }

    /// Takes back everything that is not durable.
    fn give_up(
        &mut self,
        cause: Breakage,
        quarantine: Option<ConversationId>,
        out: &mut Vec<Action>,
    ) -> Broke {
        self.condition = Condition::Broken;
        self.held.abandon(out);
        if let Some(token) = self.asked.take().and_then(|asked| asked.by) {
            out.push(Action::Reply { token, outcome: Err(Refusal::Unavailable) });
        }
        out.push(Action::Reload { cause, quarantine });
        Broke
    }

    fn find(&self, question: Question) -> Found {
        let desk = &self.desk;
        match question {
            Question::Snapshot(viewer) => Found::Snapshot(desk.snapshot(viewer)),
            Question::Object { viewer, key } => {
                Found::Object(desk.object(viewer, key).map(Box::new))
            }
            Question::Directory { conversation, agent } => {
                Found::Directory(desk.directory(conversation, agent, self.now))
            }
            Question::Explain { conversation, agent } => {
                Found::Explain(desk.explain(conversation, agent))
            }
            Question::Completions { conversation, agent, line } => {
                Found::Completions(desk.completions(conversation, agent, &line))
            }
            Question::MayRead { conversation, agent } => {
                Found::MayRead(desk.may_read(agent, conversation))
            }
            Question::Reach(agent) => Found::Reach(desk.reach(agent).map(Box::new)),
            Question::Config => Found::Config(desk.config().cloned().map(Arc::new)),
        }
    }
}

/// Nothing is decided any more; whoever asks may ask the next engine.
fn turn_away(input: Input, out: &mut Vec<Action>) {
    match input {
        Input::Command(Request { token, .. }) => {
            out.push(Action::Reply { token, outcome: Err(Refusal::Unavailable) });
        }
        Input::Read { token, .. } => {
            out.push(Action::Tell { token, outcome: Err(Refusal::Unavailable) })
        }
        Input::Wake
        | Input::Committed(_)
        | Input::CommitFailed
        | Input::Broken
        | Input::Outlook(_)
        | Input::OpenBoard(_)
        | Input::LookAtBoard(_)
        | Input::CloseBoard
        | Input::Subscribe(_)
        | Input::Unsubscribe(_)
        | Input::Watch { .. }
        | Input::Unwatch { .. } => {}
    }
}
