//! `baton story`: plays a `.story` script and prints what happened; with `--frames`, also writes what each
//! viewer's socket would have told them, for documentation and for tests of programs that read the wire.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use domain::{
    event::Event,
    ids::{AgentId, ConversationId},
    view::Viewer,
};
use serde_json::Value;
use server::streams::Streams;
use sim::story::{self, Story};

#[derive(Debug, clap::Args)]
pub struct StoryOptions {
    /// A `.story` script
    script: PathBuf,
    /// Write the frames of each agent, supervisor and visitor into files of this directory
    #[arg(long, value_name = "DIR")]
    frames: Option<PathBuf>,
}

pub fn command(options: &StoryOptions) -> Result<()> {
    let path = &options.script;
    let script = fs::read_to_string(path)
        .with_context(|| format!("story_unreadable: {}", path.display()))?;
    let story = story::run(&script).with_context(|| format!("story_failed: {}", path.display()))?;
    print!("{story}");
    if let Some(into) = &options.frames {
        write(&frames(&story)?, into)?;
    }
    Ok(())
}

/// What somebody was told.
struct Told {
    /// A snapshot, then frames, in order.
    frames: Vec<Value>,
    /// What a socket opened after the last frame is told first.
    end: Option<Value>,
}

/// What each viewer's socket would have told them from the first line of the script on, by their name in it.
///
/// Everybody is connected all the while. A supervisor looks at every conversation there is.
fn frames(story: &Story) -> Result<BTreeMap<String, Told>> {
    let mut streams = Streams::new()?;
    let mut told = 0;
    for records in story.journal.chunk_by(|one, next| one.command == next.command) {
        if told == story.prologue {
            connect(story, &mut streams);
        }
        told += records.len();
        let Some(first) = records.first() else { continue };
        let events: Vec<Event> = records.iter().map(|record| record.event.clone()).collect();
        for conversation in events.iter().filter_map(opened) {
            supervisors(story).for_each(|agent| streams.watch(agent, conversation));
        }
        let bodies = story.bodies.iter().map(|(id, body)| (*id, body.clone()));
        streams.step(first.at, first.actor, events, bodies.collect());
    }
    let named = |(viewer, frames, end): (Viewer, &[Value], Option<Value>)| {
        let name = match viewer {
            Viewer::Agent(agent) => story.names.agent(agent),
            Viewer::Visitor(visitor) => story.names.visitor(visitor),
        };
        (name, Told { frames: frames.to_vec(), end })
    };
    Ok(streams.told().map(named).collect())
}

fn connect(story: &Story, streams: &mut Streams) {
    let agents = story.desk.config().into_iter().flat_map(|config| config.agents.keys().copied());
    let visitors = story.names.visitors().map(Viewer::Visitor);
    agents.map(Viewer::Agent).chain(visitors).for_each(|viewer| streams.subscribe(viewer));
}

fn supervisors(story: &Story) -> impl Iterator<Item = AgentId> {
    let agents = story.desk.config().into_iter().flat_map(|config| &config.agents);
    agents.filter(|(_, agent)| !agent.roles.supervises.is_empty()).map(|(id, _)| *id)
}

fn opened(event: &Event) -> Option<ConversationId> {
    if let Event::ConversationOpened { conversation, .. } = event {
        Some(*conversation)
    } else {
        None
    }
}

/// A file for each viewer, a frame on each line, so that two versions can be compared by eye.
fn write(told: &BTreeMap<String, Told>, into: &Path) -> Result<()> {
    fs::create_dir_all(into).with_context(|| format!("frames_unwritable: {}", into.display()))?;
    for (viewer, Told { frames, end }) in told {
        let path = into.join(format!("{viewer}.json"));
        let lines: Vec<String> = frames.iter().map(Value::to_string).collect();
        let end = end.clone().unwrap_or_default();
        let file = format!("{{\"frames\":[\n{}\n],\"end\":\n{end}\n}}\n", lines.join(",\n"));
        fs::write(&path, file).with_context(|| format!("frames_unwritable: {}", path.display()))?;
        println!("{}", path.display());
    }
    Ok(())
}
