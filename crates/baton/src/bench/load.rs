//! Opens visitors and agents and lets them write: each visitor's message is answered by the agent who holds the
//! conversation. A message's text is the moment it was due, so that every receipt is a measurement.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use client::{Api, ClientError, Connection, Incoming, Patience, Staff, Visitor};
use hdrhistogram::Histogram;
use protocol::{
    command::{
        Answer, Audience, ChoosableStatus, Draft, OpenConversation, StaffCommand, VisitorCommand,
    },
    frame::Change,
    http::{Directory, NewToken, NewVisitor, TokenMade, VisitorIdentity},
    ids::{ConversationId, MessageId},
    name::Person,
    staff, visitor,
};
use tokio::{
    sync::{Semaphore, watch},
    task::JoinSet,
    time::{sleep, timeout},
};

use super::gauges::{self, Gauges};

const PATIENCE: Patience = Patience(Duration::from_secs(10));
/// Visitors who arrive at the same time while the load is set up.
const ARRIVALS_AT_ONCE: usize = 64;
const ASSIGNED_WITHIN: Duration = Duration::from_secs(120);
/// How long the last messages may take to arrive.
const DRAIN: Duration = Duration::from_secs(5);
const SETTLE: Duration = Duration::from_secs(2);
const LATENCY_MAX_US: u64 = 60_000_000;
/// The runtime's timer wakes up to so much after the moment it was asked for.
const TIMER_STEP: Duration = Duration::from_millis(1);

pub struct Load {
    pub conversations: usize,
    /// Messages per second of both sides; none is a closed loop.
    pub rate: Option<f64>,
    pub measured: Duration,
}

/// What came of a load.
pub struct Outcome {
    pub seconds: f64,
    pub latency_us: Histogram<u64>,
    pub acknowledged: u64,
    pub lost: u64,
    pub doubled: u64,
    pub errors: BTreeMap<String, u64>,
    pub assigned_per_s: f64,
    pub before: Gauges,
    pub opened: Gauges,
    pub started: Gauges,
    pub ended: Gauges,
    pub conversations: usize,
}

/// Shared by everybody who writes.
struct Tally {
    base: Instant,
    /// Receipts count from here on.
    measuring: watch::Sender<Phase>,
    errors: Mutex<BTreeMap<String, u64>>,
    assigned: AtomicU64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Opening,
    Measuring,
    Draining,
    Over,
}

/// What one party counted.
#[derive(Default)]
struct Count {
    acknowledged: BTreeSet<MessageId>,
    received: BTreeSet<MessageId>,
    doubled: u64,
    latencies_us: Vec<u32>,
}

impl Tally {
    fn now_us(&self) -> u64 {
        u64::try_from(self.base.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    fn error(&self, what: &str) {
        *self
            .errors
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(what.into())
            .or_default() += 1;
    }

    fn phase(&self) -> Phase {
        *self.measuring.borrow()
    }

    fn receive(&self, count: &mut Count, message: MessageId, text: &str) {
        if !count.received.insert(message) {
            count.doubled += 1;
            return;
        }
        if let (Phase::Measuring, Ok(sent)) = (self.phase(), text.parse::<u64>()) {
            count
                .latencies_us
                .push(u32::try_from(self.now_us().saturating_sub(sent)).unwrap_or(u32::MAX));
        }
    }
}

impl Load {
    pub async fn run(&self, anybody: &Api, admin: &Api) -> Result<Outcome> {
        let before = gauges::read(anybody).await?;
        let tally = Arc::new(Tally {
            base: Instant::now(),
            measuring: watch::Sender::new(Phase::Opening),
            errors: Mutex::default(),
            assigned: AtomicU64::new(0),
        });
        let mut parties = JoinSet::new();
        let directory: Directory = admin.get("directory").await?;
        for entry in crate::play::players(&directory) {
            let made: TokenMade = admin
                .post("tokens", &NewToken { agent: entry.agent.id, name: "bench".into() })
                .await?;
            parties.spawn(agent(tally.clone(), admin.with_token(&made.token)));
        }
        let opening = Instant::now();
        let arrivals = Arc::new(Semaphore::new(ARRIVALS_AT_ONCE));
        let pause =
            self.rate.map(|rate| Duration::from_secs_f64(2.0 * self.conversations as f64 / rate));
        for index in 0..self.conversations {
            let phase = pause.map(|pause| pause.mul_f64(index as f64 / self.conversations as f64));
            parties.spawn(visitor(tally.clone(), anybody.clone(), arrivals.clone(), phase, pause));
        }
        let all = self.conversations as u64;
        let assigned = async {
            while tally.assigned.load(Ordering::Relaxed) < all && !parties.is_empty() {
                sleep(Duration::from_millis(5)).await;
            }
        };
        if timeout(ASSIGNED_WITHIN, assigned).await.is_err() {
            let placed = tally.assigned.load(Ordering::Relaxed);
            let errors = tally.errors.lock().unwrap_or_else(PoisonError::into_inner).clone();
            bail!(
                "not_assigned: only {placed} of {all} conversations found an agent; errors: {errors:?}"
            );
        }
        let assigned_per_s = all as f64 / opening.elapsed().as_secs_f64();
        let opened = gauges::read(anybody).await?;
        sleep(SETTLE).await;
        let started = gauges::read(anybody).await?;
        let start = Instant::now();
        tally.measuring.send_replace(Phase::Measuring);
        sleep(self.measured).await;
        tally.measuring.send_replace(Phase::Draining);
        let seconds = start.elapsed().as_secs_f64();
        let ended = gauges::read(anybody).await?;
        sleep(DRAIN.min(self.measured)).await;
        tally.measuring.send_replace(Phase::Over);
        let mut total = Count::default();
        let mut latency_us =
            Histogram::new_with_bounds(1, LATENCY_MAX_US, 3).context("constant bounds")?;
        while let Some(party) = parties.join_next().await {
            let count = party?;
            total.acknowledged.extend(count.acknowledged);
            total.received.extend(count.received);
            total.doubled += count.doubled;
            count
                .latencies_us
                .iter()
                .for_each(|us| latency_us.saturating_record(u64::from(*us).max(1)));
        }
        let errors = tally.errors.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Outcome {
            seconds,
            latency_us,
            lost: total.acknowledged.difference(&total.received).count() as u64,
            acknowledged: total.acknowledged.len() as u64,
            doubled: total.doubled,
            errors,
            assigned_per_s,
            before,
            opened,
            started,
            ended,
            conversations: self.conversations,
        })
    }
}

/// Accepts whatever is offered and answers every visitor at once.
async fn agent(tally: Arc<Tally>, api: Api) -> Count {
    let mut count = Count::default();
    let mut connection: Connection<Staff> = Connection::new(api, PATIENCE);
    let mut over = tally.measuring.subscribe();
    let mut greeted = BTreeSet::new();
    // An offer is put again when its conversation changes, and is accepted once.
    let mut accepted = BTreeSet::new();
    loop {
        let incoming = tokio::select! {
            incoming = connection.next() => incoming,
            _ = async { over.wait_for(|phase| *phase == Phase::Over).await.is_ok() } => return count,
        };
        let changes = match incoming {
            Ok(Incoming::Snapshot { objects, .. }) => {
                objects.into_iter().map(Change::Put).collect()
            }
            Ok(Incoming::Frame { lines, changes, .. }) => {
                for line in lines {
                    let staff::Content::Message(message) = &line.content else { continue };
                    let Person::Visitor { .. } = message.author else { continue };
                    tally.receive(&mut count, message.message, &message.text);
                    say(&mut connection, line.conversation, &tally).await;
                }
                changes
            }
            Ok(Incoming::Reply { answer: Answer::Posted { message }, .. }) => {
                count.acknowledged.insert(message);
                continue;
            }
            Ok(
                Incoming::Reply { .. }
                | Incoming::Typing { .. }
                | Incoming::Aside(_)
                | Incoming::BoardSnapshot { .. }
                | Incoming::Board { .. },
            ) => continue,
            Ok(Incoming::Refused { problem, .. }) => {
                tally.error(problem.code.as_str());
                continue;
            }
            Err(error) => {
                tally.error(&error.to_string());
                return count;
            }
        };
        for change in changes {
            match change {
                Change::Put(staff::Object::Me(me)) if me.status != staff::AgentStatus::Online => {
                    connection
                        .send(StaffCommand::SetStatus {
                            status: ChoosableStatus::Online,
                            reason: None,
                        })
                        .await;
                }
                Change::Put(staff::Object::Offer(offer)) if accepted.insert(offer.id) => {
                    connection.send(StaffCommand::AcceptOffer { offer: offer.id }).await;
                }
                Change::Put(staff::Object::Conversation(conversation))
                    if conversation.relation == staff::Relation::Owner
                        && greeted.insert(conversation.id) =>
                {
                    say(&mut connection, conversation.id, &tally).await;
                }
                Change::Put(_) | Change::Remove(_) => {}
            }
        }
    }
}

async fn say(connection: &mut Connection<Staff>, conversation: ConversationId, tally: &Tally) {
    let message = Draft { text: tally.now_us().to_string(), files: Vec::new() };
    connection
        .send(StaffCommand::PostMessage { conversation, audience: Audience::Everybody, message })
        .await;
}

/// Opens a conversation and writes in it: at its times, or whenever an answer has come.
async fn visitor(
    tally: Arc<Tally>,
    anybody: Api,
    arrivals: Arc<Semaphore>,
    phase: Option<Duration>,
    pause: Option<Duration>,
) -> Count {
    let mut count = Count::default();
    let arrival = arrivals.acquire_owned().await;
    let arrived = arrive(&anybody, Some("hello")).await;
    drop(arrival);
    let (mut connection, conversation) = match arrived {
        Ok(arrived) => arrived,
        Err(error) => {
            tally.error(&error.to_string());
            return count;
        }
    };
    let mut phases = tally.measuring.subscribe();
    let mut due: Option<tokio::time::Instant> = None;
    let mut assigned = false;
    loop {
        tokio::select! {
            () = tokio::time::sleep_until(due.unwrap_or_else(tokio::time::Instant::now)), if due.is_some() => {
                let at = due.take().unwrap_or_else(tokio::time::Instant::now);
                write(&mut connection, conversation, &tally, at).await;
                due = pause.map(|pause| at + pause);
            }
            incoming = connection.next() => match incoming {
                Ok(Incoming::Frame { lines, .. }) => {
                    for line in &lines {
                        let visitor::Content::Message(message) = &line.content else { continue };
                        let visitor::Author::Agent { .. } = message.author else { continue };
                        tally.receive(&mut count, message.message, &message.text);
                        if !assigned {
                            assigned = true;
                            tally.assigned.fetch_add(1, Ordering::Relaxed);
                        } else if pause.is_none() && tally.phase() == Phase::Measuring {
                            write(&mut connection, conversation, &tally, tokio::time::Instant::now()).await;
                        }
                    }
                }
                Ok(Incoming::Reply { answer: Answer::Posted { message }, .. }) => {
                    count.acknowledged.insert(message);
                }
                Ok(
                    Incoming::Reply { .. }
                    | Incoming::Typing { .. }
                    | Incoming::Aside(_)
                    | Incoming::BoardSnapshot { .. }
                    | Incoming::Board { .. }
                    | Incoming::Snapshot { .. },
                ) => {}
                Ok(Incoming::Refused { problem, .. }) => tally.error(problem.code.as_str()),
                Err(error) => {
                    tally.error(&error.to_string());
                    return count;
                }
            },
            changed = phases.changed() => {
                if changed.is_err() {
                    return count;
                }
                let now = *phases.borrow_and_update();
                match (now, phase) {
                    (Phase::Measuring, Some(phase)) => due = Some(tokio::time::Instant::now() + phase),
                    (Phase::Measuring, None) => {
                        write(&mut connection, conversation, &tally, tokio::time::Instant::now()).await;
                    }
                    (Phase::Draining, _) => due = None,
                    (Phase::Over, _) => return count,
                    (Phase::Opening, _) => {}
                }
            }
        }
    }
}

/// `due` is when it should have been sent: a generator that runs late counts against the server, never for it. Only
/// what its own timer is late by is left out.
async fn write(
    connection: &mut Connection<Visitor>,
    conversation: ConversationId,
    tally: &Tally,
    due: tokio::time::Instant,
) {
    let late = due.elapsed().saturating_sub(TIMER_STEP);
    let late = u64::try_from(late.as_micros()).unwrap_or(0);
    let text = tally.now_us().saturating_sub(late).to_string();
    connection
        .send(VisitorCommand::PostMessage {
            conversation,
            message: Draft { text, files: Vec::new() },
        })
        .await;
}

/// A visitor with an open conversation.
async fn arrive(
    anybody: &Api,
    text: Option<&str>,
) -> Result<(Connection<Visitor>, ConversationId), ClientError> {
    let made: VisitorIdentity = anybody.post("visitors", &NewVisitor::default()).await?;
    let mut connection: Connection<Visitor> =
        Connection::new(anybody.with_token(&made.token), PATIENCE);
    let message = text.map(|text| Draft { text: text.into(), files: Vec::new() });
    connection
        .send(VisitorCommand::OpenConversation(OpenConversation {
            message,
            ..OpenConversation::default()
        }))
        .await;
    loop {
        match connection.next().await? {
            Incoming::Reply { answer: Answer::Opened { conversation, .. }, .. } => {
                return Ok((connection, conversation));
            }
            Incoming::Refused { problem, .. } => return Err(problem.into()),
            Incoming::Reply { .. }
            | Incoming::Snapshot { .. }
            | Incoming::Frame { .. }
            | Incoming::Typing { .. }
            | Incoming::Aside(_)
            | Incoming::BoardSnapshot { .. }
            | Incoming::Board { .. } => {}
        }
    }
}

/// Bytes of server memory for each of `count` visitors with an open, silent conversation.
pub async fn idle(anybody: &Api, count: usize) -> Result<f64> {
    // One visitor first, so that what is made once is not counted as theirs.
    let first = arrive(anybody, None).await?;
    let before = gauges::read(anybody).await?;
    let arrivals = Arc::new(Semaphore::new(ARRIVALS_AT_ONCE));
    let mut arriving = JoinSet::new();
    for _ in 0..count {
        let (anybody, arrivals) = (anybody.clone(), arrivals.clone());
        arriving.spawn(async move {
            let _arrival = arrivals.acquire_owned().await;
            arrive(&anybody, None).await
        });
    }
    let mut visitors = vec![first];
    while let Some(arrived) = arriving.join_next().await {
        visitors.push(arrived??);
    }
    sleep(SETTLE).await;
    let after = gauges::read(anybody).await?;
    drop(visitors);
    Ok((after.rss_bytes - before.rss_bytes) / count as f64)
}
