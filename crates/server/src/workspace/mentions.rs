//! Who is told that a note names them: at once where they are, and by a mention that is kept until they look. The note
//! itself says it for good.

use std::sync::Arc;

use domain::{
    command::{Actor, Audience, Body},
    event::Event,
    ids::AgentId,
    view::Viewer,
};
use engine::Step;
use store::{Mention, Mentions as _};

use super::{Workspace, letters::Letter};
use crate::{
    Store,
    translate::{Names, ToWire, asides, mentions},
};

/// Keeps and tells the mentions of a committed step, beside whatever is decided next.
pub fn tell(step: &Step, names: &Names, workspace: &Arc<Workspace>, store: &Store) {
    let named = named(step, names);
    if !named.is_empty() {
        tokio::spawn(keep(named, Arc::clone(workspace), store.clone()));
    }
}

fn named(step: &Step, names: &Names) -> Vec<(AgentId, Mention)> {
    let mut found = Vec::new();
    for entry in &step.decided.entries {
        let Event::MessagePosted {
            conversation,
            author: Actor::Agent(author),
            audience: Audience::Staff,
            body,
            ..
        } = &entry.event
        else {
            continue;
        };
        let said = step.decided.bodies.iter().find(|(id, _)| id == body);
        let Some((_, Body::Text(text))) = said else { continue };
        let mention = Mention { conversation: *conversation, by: *author, at: step.decided.at };
        let others = mentions::named(text, names).into_iter().filter(|agent| agent != author);
        found.extend(others.map(|agent| (agent, mention)));
    }
    found
}

/// Whoever is told finds it kept already.
async fn keep(named: Vec<(AgentId, Mention)>, workspace: Arc<Workspace>, store: Store) {
    for (agent, mention) in named {
        if let Err(error) = store.put_mention(workspace.id, agent, mention).await {
            tracing::warn!(%error, "a mention was not kept");
        }
        let conversation = mention.conversation.wire();
        let by = workspace.names().agent(mention.by);
        let aside = protocol::staff::Aside::Mentioned { conversation, by };
        let frame = asides::staff_frame(aside);
        // A workspace that is going down tells nobody anything; the mention is kept.
        drop(workspace.write(Letter::Tell { viewer: Viewer::Agent(agent), frame }));
    }
}
