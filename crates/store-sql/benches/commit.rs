//! Durable messages per second, by how many are in one batch: each is a record and a body.
//!
//! Run with `cargo bench -p store-sql`. Prints rates, the time of one commit and the processor time of one
//! message, all threads counted, on a directory under `target`.

use std::{
    env, fs,
    path::Path,
    time::{Duration, Instant},
};

use domain::{
    Answer,
    command::{Actor, Audience, Body},
    event::Event,
    ids::{AgentId, BodyId, ConversationId, MessageId, Timestamp},
};
use store::{Batch, CommandKey, Lease, Sequence, Store, limits::READ_ROWS_MAX};
use store_sql::SqliteStore;

/// How long each size is measured.
const LENGTH: Duration = Duration::from_secs(3);
const TEXT: &str = "Hello, my router is blinking red since this morning and I cannot get online.";

fn main() {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    let directory = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
    let only: Option<usize> = env::args().nth(1).and_then(|size| size.parse().ok());
    for size in [1, 16, 256].into_iter().filter(|size| only.is_none_or(|only| only == *size)) {
        runtime.block_on(measure(&directory.path().join(size.to_string()), size));
    }
}

async fn measure(data: &Path, size: usize) {
    let store = SqliteStore::open(data).expect("a fresh directory");
    let workspace = store.ensure_workspace("bench", Timestamp(0)).await.expect("a workspace");
    let epoch = store.take(workspace).await.expect("a lease");
    let mut head = Sequence::START;
    let mut commits: Vec<Duration> = Vec::new();
    let (start, cpu) = (Instant::now(), cpu_time());
    while start.elapsed() < LENGTH {
        let mut batch = Batch::new(workspace, epoch, head);
        for _ in 0..size {
            let id = batch.last().next().0;
            let key = CommandKey {
                client_id: u128::from(id),
                answer: Answer::Posted { message: MessageId(id) },
            };
            let body = (BodyId(id), Body::Text(TEXT.to_owned()));
            batch.add(
                Timestamp(id),
                Actor::Agent(AgentId(42)),
                Some(key),
                &[message(id)],
                vec![body],
            );
        }
        let began = Instant::now();
        head = store.commit(vec![batch]).await.remove(0).expect("a commit");
        commits.push(began.elapsed());
    }
    let (elapsed, cpu) = (start.elapsed(), cpu_time().saturating_sub(cpu));
    commits.sort();
    let at = |share: usize| commits[(commits.len() - 1) * share / 1000];
    let messages = head.0 as f64;
    println!(
        "{size:4} messages a commit: {:7.0} messages/s; one commit p50 {:?}, p99 {:?}, p99.9 {:?}, longest {:?}; processor {:.1} µs a message",
        messages / elapsed.as_secs_f64(),
        at(500),
        at(990),
        at(999),
        at(1000),
        cpu.as_secs_f64() * 1e6 / messages,
    );
    let began = Instant::now();
    let mut after = Sequence::START;
    while after < head {
        let page = store.records(workspace, after, READ_ROWS_MAX).await.expect("records");
        for record in &page {
            record.event().expect("an event");
        }
        after = page.last().expect("a page of a journal without gaps").sequence;
    }
    println!(
        "     read again as events: {:.0} records/s",
        messages / began.elapsed().as_secs_f64()
    );
}

fn message(id: u64) -> Event {
    Event::MessagePosted {
        conversation: ConversationId(id % 500 + 1),
        message: MessageId(id),
        author: Actor::Agent(AgentId(42)),
        audience: Audience::Everybody,
        body: BodyId(id),
        chars: TEXT.len() as u32,
        files: Vec::new(),
        whispered_to: None,
    }
}

/// Processor time of this process so far, as Linux counts it in hundredths; elsewhere none.
fn cpu_time() -> Duration {
    let Ok(stat) = fs::read_to_string("/proc/self/stat") else { return Duration::ZERO };
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after_name
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 10)
}
