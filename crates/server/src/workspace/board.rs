//! The board as it is sent: each object encoded once, each frame once for everybody with the same scope.
//!
//! Keeps what was encoded, so that whoever opens the board is told it without asking the desk. What is on it and who
//! sees it, `domain::view::board` says; when it is looked at again, the driver.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use bytes::Bytes;
use domain::{
    ids::Timestamp,
    view::board::{Change, Key, Moment, Object, Reach, Scope},
};
use engine::{BoardStep, Input};
use protocol::frame;
use tokio::{sync::oneshot, time::Instant};

use super::{Workspace, bodies::Bodies, letters::Reply};
use crate::{
    limits::{BOARD_KEPT, BOARD_PAUSE},
    translate::{Names, Texts, board as translate},
};

/// What changed for one scope, or everything that it sees.
#[derive(Debug, Clone)]
pub struct BoardFrame {
    pub sequence: u64,
    /// What it follows; whoever was told another asks for everything.
    pub after: u64,
    /// The whole frame of the socket.
    pub bytes: Bytes,
}

/// Everything that a scope sees.
#[derive(Debug)]
pub struct BoardTold {
    pub scope: Scope,
    pub sequence: u64,
    /// The whole frame of the socket.
    pub bytes: Bytes,
}

pub struct BoardPress {
    /// Goes on where the last board ended, so that no number means two boards.
    sequence: u64,
    board: Option<Printed>,
    /// They asked before there was one.
    openers: Vec<(Scope, oneshot::Sender<Reply>)>,
    looked_at: Instant,
    opened_at: Instant,
    day: Option<(Timestamp, Timestamp)>,
}

/// The board of a workspace that somebody looks at.
#[derive(Default)]
struct Printed {
    objects: BTreeMap<Key, (Reach, Json)>,
    /// The last frame of each scope.
    told: BTreeMap<Scope, u64>,
}

/// One object, encoded.
#[derive(Clone)]
struct Json {
    whole: Bytes,
    /// For those who see figures only, where that is something else.
    figures: Option<Bytes>,
}

impl Json {
    fn of(object: &Object, names: &Names, bodies: &Bodies) -> Self {
        let encode = |texts: &Texts| {
            let object = translate::object(object, names, texts);
            Bytes::from(serde_json::to_vec(&object).expect("types of the wire have a JSON form"))
        };
        let figures = encode(&Texts::default());
        let Object::Conversation(conversation) = object else {
            return Self { whole: figures, figures: None };
        };
        let mut texts = Texts::default();
        bodies.for_attributes(conversation.attributes, &mut texts);
        let whole = encode(&texts);
        Self { figures: (whole != figures).then_some(figures), whole }
    }

    fn seen_by(&self, scope: &Scope) -> &Bytes {
        match scope {
            Scope::Everything | Scope::Teams(_) => &self.whole,
            Scope::Figures => self.figures.as_ref().unwrap_or(&self.whole),
        }
    }
}

impl BoardPress {
    pub fn new() -> Self {
        let now = Instant::now();
        Self {
            sequence: 0,
            board: None,
            openers: Vec::new(),
            looked_at: now,
            opened_at: now,
            day: None,
        }
    }

    /// What the scope sees, at once or with the first look, which is what the engine is to be asked for then.
    pub fn open(
        &mut self,
        scope: Scope,
        answer: oneshot::Sender<Reply>,
        workspace: &Workspace,
        now: Timestamp,
    ) -> Option<Input> {
        self.opened_at = Instant::now();
        if self.board.is_some() {
            self.answer(scope, answer);
            return None;
        }
        self.openers.push((scope, answer));
        let first = self.openers.len() == 1;
        first.then(|| Input::OpenBoard(self.moment(now, &workspace.names().config().zone)))
    }

    /// The moment of a look, in the workspace's day.
    fn moment(&mut self, now: Timestamp, zone: &str) -> Moment {
        let day = self.day.filter(|(began, ends)| (*began..*ends).contains(&now));
        let (day_began, day_ends) =
            *self.day.insert(day.unwrap_or_else(|| config::day_of(zone, now)));
        Moment { now, day_began, day_ends }
    }

    /// When to look again, where something is due at a moment.
    pub fn next_look(&self, due: Option<Timestamp>, now: Timestamp) -> Option<Instant> {
        self.board.as_ref()?;
        let due = Instant::now() + std::time::Duration::from_millis(due?.since(now));
        Some(due.max(self.looked_at + BOARD_PAUSE))
    }

    /// The next look; the end of the board, where nobody is left to see it.
    pub fn look(&mut self, workspace: &Workspace, now: Timestamp) -> Input {
        self.looked_at = Instant::now();
        let kept = self.opened_at.elapsed() < BOARD_KEPT;
        if kept || !workspace.bus.boards.read(workspace.on_bus()).is_empty() {
            return Input::LookAtBoard(self.moment(now, &workspace.names().config().zone));
        }
        self.forget();
        Input::CloseBoard
    }

    /// Nobody looks, or what was shown is worth nothing any more.
    pub fn forget(&mut self) {
        self.board = None;
        self.day = None;
        self.openers.clear();
    }

    /// Takes in what changed, and tells everybody who looks.
    pub fn publish(&mut self, step: &BoardStep, workspace: &Workspace, bodies: &Bodies) {
        let BoardStep { changes, whole } = step;
        let (names, boards, on_bus) =
            (workspace.names(), &workspace.bus.boards, workspace.on_bus());
        if *whole {
            self.board = Some(Printed::default());
        }
        let Some(board) = &mut self.board else { return };
        let before = self.sequence;
        self.sequence += 1;
        for change in changes {
            match &change.after {
                Some((object, reach)) => {
                    let json = Json::of(object, &names, bodies);
                    board.objects.insert(change.key, (reach.clone(), json));
                }
                None => {
                    board.objects.remove(&change.key);
                }
            }
        }
        let scopes: BTreeSet<Scope> = boards.read(on_bus).into_iter().collect();
        board.told.retain(|scope, _| scopes.contains(scope));
        for scope in scopes {
            let after = board.told.get(&scope).copied().unwrap_or(before);
            let seen = board.changes_for(&scope, changes);
            if seen.is_empty() {
                board.told.insert(scope, after);
                continue;
            }
            board.told.insert(scope.clone(), self.sequence);
            let bytes = Bytes::from(frame::board_frame(self.sequence, after, &seen));
            boards.publish(on_bus, &scope, BoardFrame { sequence: self.sequence, after, bytes });
        }
        for (scope, answer) in std::mem::take(&mut self.openers) {
            self.answer(scope, answer);
        }
    }

    fn answer(&mut self, scope: Scope, answer: oneshot::Sender<Reply>) {
        let Some(board) = &mut self.board else { return };
        let sequence = *board.told.entry(scope.clone()).or_insert(self.sequence);
        let seen = board.objects.values().filter(|(reach, _)| scope.sees(reach));
        let objects: Vec<&[u8]> = seen.map(|(_, json)| json.seen_by(&scope).as_ref()).collect();
        let bytes = Bytes::from(frame::board_snapshot(sequence, &objects));
        // Somebody who went away does not hear it.
        let _ = answer.send(Reply::Board(Some(BoardTold { scope, sequence, bytes })));
    }
}

impl Printed {
    /// Puts and removes, encoded; an object that concerns a scope no more is removed from it.
    fn changes_for(&self, scope: &Scope, changes: &[Change]) -> Vec<Bytes> {
        let one = |change: &Change| match self.objects.get(&change.key) {
            Some((reach, json)) if scope.sees(reach) => Some(put(json.seen_by(scope))),
            Some(_) | None => {
                let seen = change.before.as_ref().is_some_and(|before| scope.sees(before));
                seen.then(|| remove(change.key))
            }
        };
        changes.iter().filter_map(one).collect()
    }
}

fn put(object: &[u8]) -> Bytes {
    [b"{\"put\":", object, b"}"].concat().into()
}

fn remove(key: Key) -> Bytes {
    let key =
        serde_json::to_string(&translate::key(key)).expect("types of the wire have a JSON form");
    let mut change = String::with_capacity(key.len() + 16);
    let _ = write!(change, "{{\"remove\":{key}}}");
    change.into()
}
