//! `baton explain`: why each agent was, or was not, chosen for a conversation, at each moment, as the journal
//! recorded it. Reads only; a directory that is being served can be read as well.

use std::{fmt::Write as _, path::PathBuf};

use anyhow::{Context, Result, bail};
use domain::{
    config::{Config, Place},
    event::{Event, OfferTo},
    explain::{Excluded, Explanation, Verdict},
    history::FIRST_ID,
    ids::{AgentId, ConversationId, Timestamp},
};
use store::Store;
use store_sql::SqliteStore;

use crate::own_workspace;

#[derive(Debug, clap::Args)]
pub struct ExplainOptions {
    /// The conversation, as it stands in addresses (`cnv_12`) or its number
    conversation: String,
    /// A data directory; one that is being served can be read as well
    #[arg(long, default_value = "data", env = "BATON_DATA", value_name = "DIR")]
    data: PathBuf,
    /// The workspace's key; not needed where there is only one
    #[arg(long, value_name = "KEY")]
    workspace: Option<String>,
}

pub async fn command(options: ExplainOptions) -> Result<()> {
    print!("{}", explain(options).await?);
    Ok(())
}

async fn explain(options: ExplainOptions) -> Result<String> {
    let number = options.conversation.trim_start_matches("cnv_").parse();
    let conversation = ConversationId(number.with_context(|| {
        format!("unknown_conversation: `{}` is no conversation", options.conversation)
    })?);
    let store = SqliteStore::open_read_only(&options.data)
        .map_err(|error| anyhow::anyhow!("{}: {error}", error.code()))?;
    let workspace = own_workspace::find(&store, options.workspace.as_deref()).await?;
    let records = store.whole_conversation(workspace, conversation).await?;
    let Some((first, last)) = records.first().zip(records.last()) else {
        bail!("unknown_conversation: there is no conversation {}", options.conversation);
    };
    let mut configs = Vec::new();
    for record in store.configurations(workspace, first.sequence, last.sequence).await? {
        if let Event::WorkspaceConfigured { config } = record.event()? {
            configs.push((record.sequence, config));
        }
    }
    let began = first.at;
    let mut told = Told { text: String::new(), place: None, began };
    for record in &records {
        let in_force = configs.iter().rev().find(|(since, _)| *since <= record.sequence);
        let Some((_, config)) = in_force else { continue };
        told.tell(&record.event()?, record.at, config);
    }
    if told.text.is_empty() {
        let imported = if conversation.0 >= FIRST_ID { "; it was imported" } else { "" };
        return Ok(format!(
            "{}: nothing was decided about agents{imported}\n",
            options.conversation
        ));
    }
    Ok(told.text)
}

/// What is told so far, and where the conversation is.
struct Told {
    text: String,
    place: Option<Place>,
    began: Timestamp,
}

impl Told {
    fn tell(&mut self, event: &Event, at: Timestamp, config: &Config) {
        if let Event::ConversationOpened { place, .. } | Event::AgentAssigned { place, .. } = event
        {
            self.place = Some(*place);
        } else if let Event::WaitStarted { wait, .. } = event {
            self.place = Some(wait.place);
        } else if let Event::OfferMade { to, explanation, .. } = event {
            let whom = match to {
                OfferTo::Agent(agent) => name(*agent, config),
                OfferTo::Broadcast(agents) => format!("{} agents at once", agents.len()),
            };
            self.moment(at, &format!("offered to {whom}"), explanation, config);
        } else if let Event::NobodyEligible { explanation, .. } = event {
            self.moment(at, "nobody was eligible", explanation, config);
        }
    }

    fn moment(&mut self, at: Timestamp, what: &str, explanation: &Explanation, config: &Config) {
        let queue = self.place.map_or("", |place| config.queue(place.queue).name.as_str());
        let text = &mut self.text;
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{:>9}  {queue}: {what}", clock(at.since(self.began)));
        let _ = writeln!(
            text,
            "{:>11}{} eligible{}",
            "",
            explanation.eligible,
            excluded(explanation.excluded)
        );
        for (agent, verdict) in &explanation.next {
            let _ = writeln!(
                text,
                "{:>11}{}: {}",
                "",
                name(*agent, config),
                said(*verdict, at, config)
            );
        }
    }
}

/// Since the conversation began.
fn clock(ms: u64) -> String {
    let seconds = ms / 1_000;
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

fn name(agent: AgentId, config: &Config) -> String {
    let known = config.agents.get(&agent);
    known.map_or_else(|| format!("former agent {}", agent.0), |agent| agent.name.clone())
}

fn excluded(excluded: Excluded) -> String {
    let Excluded {
        offline,
        disconnected,
        not_responding,
        away,
        transfer_only,
        lacks_skill,
        at_capacity,
        declined,
        sender,
        not_listed,
    } = excluded;
    [
        (offline, "offline"),
        (disconnected, "disconnected"),
        (not_responding, "not responding"),
        (away, "away"),
        (transfer_only, "taking hand-overs only"),
        (lacks_skill, "lacking a skill"),
        (at_capacity, "at capacity"),
        (declined, "declined before"),
        (sender, "who sent it"),
        (not_listed, "not of the list asked first"),
    ]
    .iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, why)| format!(", {count} {why}"))
    .collect()
}

fn said(verdict: Verdict, at: Timestamp, config: &Config) -> String {
    match verdict {
        Verdict::Eligible => "eligible, another stands before".to_owned(),
        Verdict::NotMember => "not a member of the queue".to_owned(),
        Verdict::Offline => "offline".to_owned(),
        Verdict::Disconnected => "disconnected".to_owned(),
        Verdict::NotResponding => "not responding".to_owned(),
        Verdict::Away => "away".to_owned(),
        Verdict::TransferOnly => "takes hand-overs only".to_owned(),
        Verdict::LacksSkill { skill, level } => {
            let skill = config.skills.get(&skill).map_or("a skill", |skill| skill.name.as_str());
            format!("lacks {skill} ≥ {level}")
        }
        Verdict::AtCapacity { load, capacity } => format!("at capacity {load}/{capacity}"),
        Verdict::Declined { at: declined } => {
            format!("declined {} before", clock(at.since(declined)))
        }
        Verdict::NotListed => "not of the list asked first".to_owned(),
        Verdict::Sender => "sent it here".to_owned(),
    }
}
