//! What one agent may read of all there is and was (SPEC §4, "Who may do what"), as a value: for a search, which looks
//! at more conversations than the desk holds.
//!
//! The same answers as [`Desk::may_read`] and [`Desk::is_line_for`], also for what has left memory. Does not look
//! anything up: whoever asks brings the few facts that decide.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::{
    Desk,
    command::{Actor, Audience},
    config::Roles,
    history,
    ids::{AgentId, ConversationId, QueueId, VisitorId},
};

/// How far an agent's eyes reach, at one sequence of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    pub agent: AgentId,
    /// An admin sees all; an analyst how all of it went.
    pub everything: bool,
    /// May read what was said, and not only see how it went.
    pub words: bool,
    /// May read imported histories, whose queues and people are nobody's here.
    pub histories: bool,
    /// Queues whose conversations they watch over once nobody owns them.
    pub queues: BTreeSet<QueueId>,
    /// What they may read of what is in memory.
    pub present: BTreeSet<ConversationId>,
    /// And what they supervise of that.
    pub supervised: BTreeSet<ConversationId>,
    /// Visitors they help, with the newest conversation they do it in: the earlier ones are theirs to read.
    pub visitors: BTreeMap<VisitorId, ConversationId>,
}

/// What decides who may read a conversation that may have left memory.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    pub conversation: ConversationId,
    pub visitor: VisitorId,
    /// Where it is, or was at its end.
    pub queue: QueueId,
    /// Owners, and those who helped one.
    pub took_part: &'a BTreeSet<AgentId>,
    pub archived: bool,
}

/// What decides who may read one passage of a conversation they may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub author: Actor,
    pub audience: Audience,
    pub whispered_to: Option<AgentId>,
}

impl Desk {
    /// None for somebody who is no agent.
    pub fn reach(&self, agent: AgentId) -> Option<Reach> {
        let roles = &self.rules().agents.get(&agent)?.roles;
        let figures_only = sees_figures_only(roles);
        let mut reach = Reach {
            agent,
            everything: roles.admin || figures_only,
            words: !figures_only,
            histories: figures_only || self.watches_over_everything(agent),
            queues: BTreeSet::new(),
            present: BTreeSet::new(),
            supervised: BTreeSet::new(),
            visitors: BTreeMap::new(),
        };
        if reach.everything {
            return Some(reach);
        }
        reach.queues = self.rules().queues.keys().copied().collect();
        reach.queues.retain(|queue| self.oversees(agent, *queue));
        for (id, conversation) in &self.state().conversations {
            if self.may_read(agent, *id) {
                reach.present.insert(*id);
            }
            if self.supervises(agent, conversation) {
                reach.supervised.insert(*id);
            }
            if self.takes_part(agent, conversation) {
                let newest = reach.visitors.entry(conversation.visitor).or_insert(*id);
                *newest = (*newest).max(*id);
            }
        }
        Some(reach)
    }

    /// Whether an agent may see how a conversation went, without a word of it.
    pub fn sees_figures(&self, agent: AgentId) -> bool {
        let agent = self.rules().agents.get(&agent);
        agent.is_some_and(|agent| agent.roles.analyst || agent.roles.admin)
    }
}

/// Whether somebody with these roles sees reports: figures of the whole workspace, and no word that was said.
pub fn sees_reports(roles: &Roles) -> bool {
    roles.analyst || roles.admin || !roles.supervises.is_empty()
}

impl Reach {
    /// Whether the agent may read a conversation.
    #[must_use]
    pub fn covers(&self, standing: &Standing<'_>) -> bool {
        if self.everything || self.present.contains(&standing.conversation) {
            return true;
        }
        if standing.conversation.0 >= history::FIRST_ID {
            return self.histories;
        }
        let helped = self.visitors.get(&standing.visitor);
        standing.archived
            && (standing.took_part.contains(&self.agent)
                || self.queues.contains(&standing.queue)
                || helped.is_some_and(|later| *later > standing.conversation))
    }

    /// Whether, of a conversation they may read, the agent may read what was said: a whisper is for the owner of that
    /// moment and supervisors.
    #[must_use]
    pub fn reads(&self, standing: &Standing<'_>, said: Said) -> bool {
        match said.audience {
            _ if !self.words => false,
            Audience::Everybody | Audience::Staff => true,
            Audience::Whisper => {
                let supervises = match standing.archived {
                    true => self.queues.contains(&standing.queue),
                    false => self.supervised.contains(&standing.conversation),
                };
                self.everything
                    || supervises
                    || said.whispered_to == Some(self.agent)
                    || said.author == Actor::Agent(self.agent)
            }
        }
    }
}

fn sees_figures_only(roles: &Roles) -> bool {
    roles.analyst && !roles.agent && !roles.admin && roles.supervises.is_empty()
}
