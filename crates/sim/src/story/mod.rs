//! The `.story` script: what people do, line by line, and what the desk makes of it.
//!
//! ```text
//! workspace two-tiers            # a document of scenarios/workspaces; an indented block of YAML changes it
//!   settings: { reason_required: true }
//! online mara ines               # who is there before the story begins
//! 0s    v1 opens "My card was charged twice" in billing
//! 2s    mara accepts v1          # a conversation has its visitor's name; the second one is `v1/2`
//! +8s   mara transfers v1 warm to technical because needs_network "reset it twice" ask "check the line"
//! 1m    tick                     # time passes; every deadline on the way is honoured when it falls due
//! show v1                        # the visitor's transcript below the events
//! ```
//!
//! People and queues go by their keys, times by `90s`, `1m30s` or `+5s`. The verbs are the arms of
//! `parse::Words::deed`. A story prints each event on a line with its time, and each refusal. It plays on a
//! bare `Desk`: what journal and sockets add is tested where they are. `check` says what is looked after in
//! every story without being asked for.

mod check;
mod names;
mod parse;
mod play;
mod script;
mod show;
mod words;
mod workspace;

use std::{collections::BTreeMap, fmt};

use domain::{
    Desk,
    command::{Actor, Body},
    event::Event,
    ids::{BodyId, Timestamp},
    view,
};

pub use self::{
    names::{Names, length},
    play::BEGIN,
    script::{Act, Deed, Script, Sight, Step},
    show::event,
    words::Unreadable,
    workspace::Document,
};

/// A script that was played to its end. Shows as its events, one a line.
#[derive(Debug)]
pub struct Story {
    pub journal: Vec<Record>,
    /// Records of how the day began: the configuration, and who came online before the first line.
    pub prologue: usize,
    pub desk: Desk,
    pub bodies: BTreeMap<BodyId, Body>,
    pub names: Names,
    /// What happened, each line with its time.
    told: Vec<(String, String)>,
    /// What the visitors named by `show` were told.
    transcripts: Vec<(String, Vec<(String, String)>)>,
}

/// One event of a story's journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Which command led to it: those of one command stand together and have the same number.
    pub command: u64,
    pub at: Timestamp,
    pub actor: Actor,
    pub event: Event,
}

/// A script that cannot be read or played, or a rule of every story that was broken at that line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Failure {
    /// From 1; 0 where no line is to blame.
    pub line: usize,
    pub what: String,
}

/// Reads a script without playing it.
pub fn parse(script: &str) -> Result<Script, Unreadable> {
    parse::parse(script)
}

/// Reads and plays a script.
pub fn run(script: &str) -> Result<Story, Failure> {
    play::play(&parse::parse(script)?)
}

impl Story {
    /// What a visitor was told over all their conversations, each line with its time; none for an unknown name.
    pub fn visitor_transcript(&self, name: &str) -> Option<Vec<(String, String)>> {
        let visitor = self.names.visitor_named(name)?;
        let mut theirs = std::collections::BTreeSet::new();
        let mut transcript = Vec::new();
        for Record { at, event, .. } in &self.journal {
            if let Event::ConversationOpened { conversation, visitor: of, .. } = event
                && *of == visitor
            {
                theirs.insert(*conversation);
            }
            if let Some(line) = view::visitor_line(&self.desk, event)
                && event.conversation().is_some_and(|conversation| theirs.contains(&conversation))
            {
                let line = show::visitor_line(&line, |body| match self.bodies.get(&body) {
                    Some(Body::Text(text)) => text.clone(),
                    Some(Body::Note(_) | Body::Attributes(_)) | None => String::new(),
                });
                transcript.push((self.names.clock(*at), line));
            }
        }
        Some(transcript)
    }
}

impl fmt::Display for Story {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let transcripts = self.transcripts.iter().flat_map(|(_, lines)| lines);
        let times = self.told.iter().chain(transcripts).map(|(time, _)| time.len());
        let width = times.max().unwrap_or(0);
        for (time, line) in &self.told {
            writeln!(f, "{time:>width$}  {line}")?;
        }
        for (visitor, lines) in &self.transcripts {
            writeln!(f, "{visitor} saw:")?;
            for (time, line) in lines {
                writeln!(f, "{time:>width$}  {line}")?;
            }
        }
        Ok(())
    }
}

impl From<Unreadable> for Failure {
    fn from(unreadable: Unreadable) -> Self {
        Self {
            line: unreadable.line,
            what: format!("expected {}, found {}", unreadable.expected, unreadable.found),
        }
    }
}
