//! The board under load: agents who change something all the time, and supervisors who look on. Measures what the
//! server spends, and what each of those who look is sent.
//!
//! Everything is real: a socket for every agent and supervisor, and each change a command of the agent who holds the
//! conversation. With a browser, one more supervisor can sign in and look.

use std::{
    fmt::Write as _,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use anyhow::{Context, Result, bail};
use client::{Api, Connection, Incoming, Patience, Staff};
use protocol::{
    command::{ChoosableStatus, CommandReply, Draft, OpenConversation, StaffCommand},
    frame::{Change, ObjectKey},
    http::{Directory, NewToken, NewVisitor, TokenMade, VisitorIdentity},
    ids::ConversationId,
    staff,
};
use tokio::{
    sync::{Semaphore, mpsc, watch},
    task::JoinSet,
    time::{interval, sleep, timeout},
};

use super::gauges;

const PATIENCE: Patience = Patience(Duration::from_secs(20));
const TEAMS: usize = 10;
/// The password of the supervisor who signs in with a browser, on a server that lives as long as the measurement.
pub const PASSWORD: &str = "to-look-at-a-board";
pub const SUPERVISOR: &str = "lead1@bench.example";
const ARRIVALS_AT_ONCE: usize = 32;
const HELD_WITHIN: Duration = Duration::from_secs(180);
/// After supervisors have opened the board, before it is measured.
const SETTLE: Duration = Duration::from_secs(2);

pub struct Board {
    pub conversations: usize,
    /// Changes a second.
    pub rate: f64,
    pub measured: Duration,
    /// How many look on, one measurement each.
    pub looking: Vec<usize>,
    /// Waits for nobody: says where a browser may look on, and measures meanwhile.
    pub browser: bool,
}

/// What a measurement with so many supervisors came to.
#[derive(serde::Serialize)]
pub struct Looked {
    pub supervisors: usize,
    pub changes_per_s: f64,
    pub server_cores: f64,
    pub board_bytes_per_s: f64,
    pub all_bytes_per_s: f64,
    pub frames_per_s: f64,
}

/// A workspace of that size: ten teams with a queue each, two tiers, and supervisors who see all of it.
pub fn document(agents: usize, supervisors: usize) -> String {
    let mut text = String::from(
        "workspace: { name: Bench }\n\
         settings: { visitor_lost: 24h, idle_reminder: 20h, idle_close: 24h }\n\
         teams:\n",
    );
    let teams: Vec<String> = (0..TEAMS).map(|team| format!("team{team}")).collect();
    for (number, team) in teams.iter().enumerate() {
        let _ = writeln!(text, "  {team}: {{ name: Team {number} }}");
    }
    text += "agents:\n  root: { name: Root, email: root@bench.example, roles: [admin] }\n";
    for number in 0..agents {
        let _ = writeln!(
            text,
            "  a{number}: {{ name: Agent {number}, email: a{number}@bench.example, teams: [team{}], capacity: 12 }}",
            number % TEAMS
        );
    }
    for number in 1..=supervisors {
        let _ = writeln!(
            text,
            "  lead{number}: {{ name: Lead {number}, email: lead{number}@bench.example, roles: [agent], supervisor_of: [{}] }}",
            teams.join(", ")
        );
    }
    text += "queues:\n";
    for (number, team) in teams.iter().enumerate() {
        let _ = writeln!(
            text,
            "  queue{number}: {{ name: Queue {number}, tier: {}, mode: push_auto_accept, members: {{ teams: [{team}] }} }}",
            1 + number % 2
        );
    }
    text + "entry: queue0\n"
}

impl Board {
    pub async fn run(&self, anybody: &Api, admin: &Api) -> Result<Vec<Looked>> {
        let directory: Directory = admin.get("directory").await?;
        let (over, _) = watch::channel(false);
        let held = Arc::new(AtomicU64::new(0));
        let done = Arc::new(AtomicU64::new(0));
        let mut people = JoinSet::new();
        let mut turns = Vec::new();
        let named = |prefix: &'static str| {
            directory.agents.iter().filter(move |entry| entry.agent.name.starts_with(prefix))
        };
        for entry in named("Agent ") {
            let made: TokenMade = admin
                .post("tokens", &NewToken { agent: entry.agent.id, name: "bench".into() })
                .await?;
            let (turn, theirs) = mpsc::channel(4);
            turns.push(turn);
            let (held, done) = (held.clone(), done.clone());
            people.spawn(agent(
                admin.with_token(&made.token),
                theirs,
                held,
                done,
                over.subscribe(),
            ));
        }
        self.open(anybody).await?;
        let all = self.conversations as u64;
        let waits = async {
            while held.load(Ordering::Relaxed) < all {
                sleep(Duration::from_millis(20)).await;
            }
        };
        if timeout(HELD_WITHIN, waits).await.is_err() {
            bail!(
                "not_held: {} of {all} conversations have an agent",
                held.load(Ordering::Relaxed)
            );
        }
        let pace = self.rate;
        people.spawn(async move { change(turns, pace).await });
        if self.browser {
            println!("{}/console/ {SUPERVISOR} {PASSWORD}", anybody.server());
        }
        let mut looked = Vec::new();
        for supervisors in &self.looking {
            let (finish, finished) = watch::channel(false);
            let mut looking = JoinSet::new();
            for entry in named("Lead ").take(*supervisors) {
                let made: TokenMade = admin
                    .post("tokens", &NewToken { agent: entry.agent.id, name: "bench".into() })
                    .await?;
                looking.spawn(supervisor(admin.with_token(&made.token), finished.clone()));
            }
            sleep(SETTLE).await;
            let (before, changes) = (gauges::read(anybody).await?, done.load(Ordering::Relaxed));
            finish.send_replace(false);
            sleep(self.measured).await;
            let (after, changed) = (gauges::read(anybody).await?, done.load(Ordering::Relaxed));
            finish.send_replace(true);
            let mut sent = Sent::default();
            while let Some(one) = looking.join_next().await {
                let one = one??;
                sent.board += one.board;
                sent.all += one.all;
                sent.frames += one.frames;
            }
            let seconds = self.measured.as_secs_f64();
            let each = seconds * (*supervisors).max(1) as f64;
            looked.push(Looked {
                supervisors: *supervisors,
                changes_per_s: (changed - changes) as f64 / seconds,
                server_cores: (after.cpu_s - before.cpu_s) / seconds,
                board_bytes_per_s: sent.board as f64 / each,
                all_bytes_per_s: sent.all as f64 / each,
                frames_per_s: sent.frames as f64 / each,
            });
        }
        over.send_replace(true);
        people.abort_all();
        Ok(looked)
    }

    async fn open(&self, anybody: &Api) -> Result<()> {
        let places = Arc::new(Semaphore::new(ARRIVALS_AT_ONCE));
        let mut opening = JoinSet::new();
        for number in 0..self.conversations {
            let (anybody, places) = (anybody.clone(), places.clone());
            opening.spawn(async move {
                let _place = places.acquire_owned().await?;
                let made: VisitorIdentity =
                    anybody.post("visitors", &NewVisitor::default()).await?;
                let asks = OpenConversation {
                    queue: Some(format!("queue{}", number % TEAMS)),
                    message: Some(Draft { text: "hello".into(), files: Vec::new() }),
                    attributes: [("name".to_owned(), format!("Visitor {number}"))].into(),
                    ..OpenConversation::default()
                };
                let visitor = anybody.with_token(&made.token);
                let _: CommandReply = visitor.post("conversations", &asks).await?;
                anyhow::Ok(())
            });
        }
        while let Some(opened) = opening.join_next().await {
            opened?.context("a conversation could not be opened")?;
        }
        Ok(())
    }
}

/// Gives the agents their turns, so many a second.
async fn change(turns: Vec<mpsc::Sender<()>>, rate: f64) {
    let mut ticks = interval(Duration::from_secs_f64(1.0 / rate));
    for turn in turns.iter().cycle() {
        ticks.tick().await;
        // Whoever has some turns left is slow already.
        let _ = turn.try_send(());
    }
}

/// Takes what is given, and with each turn parks one conversation or wakes it.
async fn agent(
    api: Api,
    mut turns: mpsc::Receiver<()>,
    held: Arc<AtomicU64>,
    done: Arc<AtomicU64>,
    mut over: watch::Receiver<bool>,
) {
    let mut connection: Connection<Staff> = Connection::new(api, PATIENCE);
    let mut theirs: Vec<(ConversationId, bool)> = Vec::new();
    let mut next = 0;
    loop {
        let incoming = tokio::select! {
            incoming = connection.next() => incoming,
            Some(()) = turns.recv() => {
                next += 1;
                let count = theirs.len().max(1);
                if let Some((conversation, parked)) = theirs.get(next % count).copied() {
                    let command = if parked {
                        StaffCommand::Wake { conversation }
                    } else {
                        StaffCommand::Park { conversation }
                    };
                    connection.send(command).await;
                }
                continue;
            }
            _ = over.changed() => return,
        };
        let changes: Vec<Change<staff::Object>> = match incoming {
            Ok(Incoming::Snapshot { objects, .. }) => {
                objects.into_iter().map(Change::Put).collect()
            }
            Ok(Incoming::Frame { changes, .. }) => changes,
            Ok(Incoming::Reply { .. }) => {
                done.fetch_add(1, Ordering::Relaxed);
                continue;
            }
            Ok(
                Incoming::Refused { .. }
                | Incoming::Typing { .. }
                | Incoming::Aside(_)
                | Incoming::BoardSnapshot { .. }
                | Incoming::Board { .. },
            ) => continue,
            Err(_) => return,
        };
        for change in changes {
            match change {
                Change::Put(staff::Object::Me(me)) if me.status == staff::AgentStatus::Offline => {
                    let status = ChoosableStatus::Online;
                    connection.send(StaffCommand::SetStatus { status, reason: None }).await;
                }
                Change::Put(staff::Object::Conversation(found))
                    if found.relation == staff::Relation::Owner =>
                {
                    let parked = found.status == staff::ConversationStatus::Parked;
                    match theirs.iter_mut().find(|(id, _)| *id == found.id) {
                        Some(known) => known.1 = parked,
                        None => {
                            theirs.push((found.id, parked));
                            held.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                }
                Change::Remove(ObjectKey::Conversation { id }) => theirs.retain(|one| one.0 != id),
                Change::Put(_) | Change::Remove(_) => {}
            }
        }
    }
}

/// What one supervisor was sent while it was measured.
#[derive(Default)]
struct Sent {
    board: u64,
    all: u64,
    frames: u64,
}

/// Looks at the board until it is over; counts from the moment it is measured.
async fn supervisor(api: Api, mut phase: watch::Receiver<bool>) -> Result<Sent> {
    let mut connection: Connection<Staff> = Connection::new(api, PATIENCE);
    connection.open_board().await;
    let (mut begun, mut frames) = (None, 0);
    phase.mark_unchanged();
    loop {
        tokio::select! {
            incoming = connection.next() => {
                frames += u64::from(matches!(incoming?, Incoming::Board { .. }));
            }
            changed = phase.changed() => {
                changed?;
                let heard = connection.heard_bytes();
                match (*phase.borrow_and_update(), begun) {
                    (false, _) => (begun, frames) = (Some(heard), 0),
                    (true, begun) => {
                        let before = begun.unwrap_or_default();
                        return Ok(Sent {
                            board: heard.board - before.board,
                            all: heard.all - before.all,
                            frames,
                        });
                    }
                }
            }
        }
    }
}

/// The figures, a line for each number of supervisors.
pub fn table(looked: &[Looked]) -> String {
    let mut out = format!(
        "{:>11} {:>11} {:>12} {:>16} {:>16} {:>14}\n",
        "supervisors",
        "changes/s",
        "server cores",
        "board bytes/s",
        "all bytes/s",
        "board frames/s"
    );
    for one in looked {
        let _ = writeln!(
            out,
            "{:>11} {:>11.0} {:>12.3} {:>16.0} {:>16.0} {:>14.1}",
            one.supervisors,
            one.changes_per_s,
            one.server_cores,
            one.board_bytes_per_s,
            one.all_bytes_per_s,
            one.frames_per_s
        );
    }
    out
}
