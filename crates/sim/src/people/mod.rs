//! The crowd of a run: visitors, agents and supervisors with the habits of a profile.
//!
//! Everybody reacts to what they hear and plans what they do next. When the time comes they look at the desk:
//! a plan that makes no sense any more is dropped. What each may do is one file; a further verb is a
//! variant of a plan and its arm.

mod agents;
mod staff;
mod visitors;

use std::collections::BTreeMap;

use domain::{
    config::Config,
    event::Event,
    ids::{AgentId, ConversationId, VisitorId},
};
use engine::Decided;

use crate::{
    dice::Dice,
    profile::Profile,
    simulation::{People, Scene},
};

pub struct Crowd {
    profile: Profile,
    config: Config,
    dice: Dice,
    visitors_met: u64,
    /// Whose conversation it is, while it is open.
    visitors: BTreeMap<ConversationId, VisitorId>,
}

/// What somebody has in mind.
#[derive(Debug, Clone)]
pub enum Plan {
    Visitor(visitors::Plan),
    Agent(AgentId, agents::Plan),
    Staff(AgentId, staff::Plan),
}

type View<'a> = Scene<'a, Plan>;

impl Crowd {
    /// A crowd for a profile; the error says what is wrong with the profile's document.
    pub fn new(profile: Profile, seed: u64) -> Result<Self, String> {
        Ok(Self {
            config: profile.config()?,
            profile,
            dice: Dice::seeded(seed),
            visitors_met: 0,
            visitors: BTreeMap::new(),
        })
    }
}

impl People for Crowd {
    type Plan = Plan;

    fn begin(&mut self, scene: &mut View<'_>) {
        self.begin_shifts(scene);
        self.begin_streams(scene);
    }

    fn act(&mut self, plan: Plan, scene: &mut View<'_>) {
        match plan {
            Plan::Visitor(plan) => self.visitor_acts(plan, scene),
            Plan::Agent(agent, plan) => self.agent_acts(agent, plan, scene),
            Plan::Staff(agent, plan) => self.staff_acts(agent, plan, scene),
        }
    }

    fn hear(&mut self, decided: &Decided, scene: &mut View<'_>) {
        for entry in &decided.entries {
            self.remember(&entry.event);
            self.visitor_hears(&entry.event, decided.at, scene);
            self.agents_hear(&entry.event, decided.at, scene);
        }
    }
}

impl Crowd {
    fn remember(&mut self, event: &Event) {
        if let Event::ConversationOpened { conversation, visitor, .. } = event {
            self.visitors.insert(*conversation, *visitor);
        }
        if let Event::ConversationArchived { conversation } = event {
            self.visitors.remove(conversation);
        }
    }
}
