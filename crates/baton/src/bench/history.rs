//! A long history for the search to be measured on: conversations made of real utterances, written straight into a journal.
//!
//! They are closed and archived as the desk would leave them; no rule is asked. The words come from files of dialogues.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use anyhow::{Context, Result, bail};
use domain::{
    command::{Actor, Audience, Body},
    config::{Config, Place},
    event::{AssignCause, CloseReason, Event, Hop, ReleaseCause, WaitCause, WaitStart},
    ids::{AgentId, BodyId, ConversationId, MessageId, QueueId, Timestamp, VisitorId},
};
use store::{Batch, Lease as _, Sequence, Store as _};
use store_sql::SqliteStore;

use crate::play::dialogues;

/// A conversation of so many messages on average is a conversation of the field.
const MESSAGES_EACH: u64 = 10;
/// Conversations written with one commit.
const CONVERSATIONS_PER_COMMIT: u64 = 200;
/// Between two conversations: 100,000 of them are a year and some.
const BETWEEN_MS: u64 = 360_000;
/// One conversation in so many has a tag that hardly any has.
const RARELY: u64 = 10_000;
/// What few conversations are tagged with.
pub const RARE_TAG: &str = "goodwill";

/// What the history is made of.
pub struct Plan {
    pub conversations: u64,
    pub utterances: Vec<String>,
    agents: Vec<(AgentId, QueueId)>,
}

impl Plan {
    /// Every utterance below a folder, or of one file.
    pub fn of(words: &Path, messages: u64, config: &Config) -> Result<Self> {
        let mut files = vec![words.to_owned()];
        if words.is_dir() {
            let found = words.read_dir().context("the folder of dialogues")?;
            files = found.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
            let is_table = |path: &std::path::PathBuf| path.to_string_lossy().contains(".tsv");
            files.retain(is_table);
            files.sort();
        }
        let mut utterances = Vec::new();
        for file in files {
            let dialogues = dialogues::read(&file)?;
            utterances.extend(dialogues.into_iter().flat_map(|dialogue| dialogue.utterances));
        }
        let agents: Vec<_> = config
            .queues
            .iter()
            .flat_map(|(id, queue)| queue.members.iter().map(|agent| (*agent, *id)))
            .collect();
        if utterances.is_empty() || agents.is_empty() {
            bail!("history_empty: there are no words, or nobody who could have answered");
        }
        Ok(Self { conversations: messages / MESSAGES_EACH, utterances, agents })
    }

    /// Scattered over all there is, and the same every time.
    fn pick<'a, T>(&self, from: &'a [T], number: u64) -> &'a T {
        let scattered = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24;
        &from[(scattered % from.len() as u64) as usize]
    }

    /// One message: one utterance, or two that were said elsewhere; the first of a conversation bears its number.
    fn message(&self, conversation: u64, number: u64) -> String {
        let at = conversation * MESSAGES_EACH + number;
        let first = self.pick(&self.utterances, at);
        match number {
            0 => format!("{first}, order {}", reference(conversation)),
            _ if at.is_multiple_of(2) => {
                format!("{first}. {}", self.pick(&self.utterances, at * 31 + 7))
            }
            _ => first.clone(),
        }
    }
}

/// A word that one conversation has.
pub fn reference(conversation: u64) -> String {
    format!("NW{:07}", conversation * 7 + 3)
}

/// Writes the history behind what is there; the number of messages.
pub async fn write(data: &Path, workspace: &str, plan: &Plan, now: Timestamp) -> Result<u64> {
    let store = SqliteStore::open(data)?;
    let workspace = store.ensure_workspace(workspace, now).await?;
    let epoch = store.take(workspace).await?;
    let begin = now.0 - plan.conversations * BETWEEN_MS;
    let mut head: Sequence = store.head(workspace).await?;
    let mut messages = 0;
    for first in (1..=plan.conversations).step_by(CONVERSATIONS_PER_COMMIT as usize) {
        let mut batch = Batch::new(workspace, epoch, head);
        for number in first..(first + CONVERSATIONS_PER_COMMIT).min(plan.conversations + 1) {
            messages +=
                conversation(&mut batch, plan, number, Timestamp(begin + number * BETWEEN_MS));
        }
        head = store.commit(vec![batch]).await.remove(0)?;
    }
    Ok(messages)
}

fn conversation(batch: &mut Batch, plan: &Plan, number: u64, at: Timestamp) -> u64 {
    let conversation = ConversationId(number);
    let (agent, queue) = *plan.pick(&plan.agents, number);
    let place = Place { queue, stage: None };
    // A visitor in five comes back.
    let visitor = VisitorId(1 + number % (plan.conversations * 4 / 5 + 1));
    let body = |nth: u64| BodyId(number * (MESSAGES_EACH + 1) + nth);
    let name = plan.pick(&plan.utterances, visitor.0);
    let known = BTreeMap::from([
        ("name".to_owned(), name.split_whitespace().next().unwrap_or_default().to_owned()),
        ("email".to_owned(), format!("visitor{}@example.org", visitor.0)),
    ]);
    let opened = Event::ConversationOpened {
        conversation,
        visitor,
        previous: None,
        place,
        pipeline: None,
        language: None,
        needs: BTreeMap::new(),
        attributes: Some(body(0)),
        answers: None,
    };
    let wait = WaitStart {
        place,
        cause: WaitCause::Opened,
        credit_ms: 0,
        front: false,
        priority: 5,
        sender: None,
        reserved: None,
        list: None,
        shown: None,
    };
    let assigned = Event::AgentAssigned {
        conversation,
        agent,
        place,
        cause: AssignCause::AutoAccepted,
        hop: Hop::None,
        was: None,
    };
    let began = [opened, Event::WaitStarted { conversation, wait }, assigned];
    let mut bodies = vec![(body(0), Body::Attributes(known))];
    let mut said = Vec::new();
    for nth in 0..MESSAGES_EACH {
        let text = plan.message(number, nth);
        said.push(Event::MessagePosted {
            conversation,
            message: MessageId(body(nth + 1).0),
            author: if nth % 2 == 0 { Actor::Visitor(visitor) } else { Actor::Agent(agent) },
            audience: if nth == 7 { Audience::Staff } else { Audience::Everybody },
            body: body(nth + 1),
            chars: u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
            files: Vec::new(),
            whispered_to: None,
        });
        bodies.push((body(nth + 1), Body::Text(text)));
    }
    let by = Actor::Agent(agent);
    let tag = if number.is_multiple_of(RARELY) {
        RARE_TAG
    } else {
        ["billing", "order"][number as usize % 2]
    };
    let ended = [
        Event::TagsSet { conversation, tags: BTreeSet::from([tag.to_owned()]), by },
        Event::AgentReleased { conversation, agent, cause: ReleaseCause::Closed, wrap_up: None },
        Event::ConversationClosed { conversation, reason: CloseReason::Agent, by, message: None },
        Event::ConversationArchived { conversation },
    ];
    let events: Vec<Event> = began.into_iter().chain(said).chain(ended).collect();
    batch.add(at, Actor::System, None, &events, bodies);
    MESSAGES_EACH
}
