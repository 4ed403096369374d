//! The crowd of a run: visitors, agents and supervisors with the habits of a profile.
//!
//! Everybody reacts to what they hear and plans what they do next. When the time comes they look at the desk:
//! a plan that makes no sense any more is dropped. What each may do is one file; a further verb is a
//! variant of a plan and its arm.

mod agents;
mod assists;
mod blunders;
mod calm;
mod escalations;
mod oversight;
mod staff;
mod visitors;

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    command::Draft,
    config::Config,
    event::Event,
    ids::{AgentId, ConversationId, Timestamp, VisitorId},
};
use engine::Decided;

use crate::{
    dice::Dice,
    profile::Profile,
    simulation::{People, Scene},
    story::Document,
};

pub struct Crowd {
    profile: Profile,
    /// What the run began with; names are looked up here.
    config: Config,
    /// As it stands after the changes made on the way.
    document: Document,
    dice: Dice,
    visitors_met: u64,
    /// Whose conversation it is, while it is in memory.
    visitors: BTreeMap<ConversationId, VisitorId>,
    /// Who has come to work and not gone.
    on_duty: BTreeSet<AgentId>,
    /// Whose connection is gone, and who plans to come back.
    away: BTreeSet<AgentId>,
    /// Nothing new begins, and what there is comes to its end.
    calm: bool,
}

/// What somebody has in mind.
#[derive(Debug, Clone)]
pub enum Plan {
    Visitor(visitors::Plan),
    Agent(AgentId, agents::Plan),
    Staff(AgentId, staff::Plan),
    Oversight(oversight::Plan),
    Assist(assists::Plan),
    Blunder,
    Calm(calm::Plan),
}

type View<'a> = Scene<'a, Plan>;

impl Crowd {
    /// A crowd for a profile; the error says what is wrong with the profile's document.
    pub fn new(profile: Profile, seed: u64) -> Result<Self, String> {
        Ok(Self {
            config: profile.config()?,
            document: Document::named(profile.document)?,
            profile,
            dice: Dice::seeded(seed),
            visitors_met: 0,
            visitors: BTreeMap::new(),
            on_duty: BTreeSet::new(),
            away: BTreeSet::new(),
            calm: false,
        })
    }

    fn remember(&mut self, event: &Event) {
        if let Event::ConversationOpened { conversation, visitor, .. } = event {
            self.visitors.insert(*conversation, *visitor);
        }
        if let Event::ConversationArchived { conversation } = event {
            self.visitors.remove(conversation);
        }
    }

    /// Plans something that comes again and again after pauses of this mean.
    fn plan_every(&mut self, mean_ms: Option<f64>, plan: Plan, scene: &mut View<'_>) {
        if let Some(mean) = mean_ms
            && !self.calm
        {
            let pause = self.dice.exponential(mean) as u64;
            scene.plan(pause, plan);
        }
    }
}

impl People for Crowd {
    type Plan = Plan;

    fn begin(&mut self, scene: &mut View<'_>) {
        self.begin_shifts(scene);
        self.begin_streams(scene);
        self.begin_oversight(scene);
        self.plan_every(self.profile.disturbances.blunder_every, Plan::Blunder, scene);
    }

    fn act(&mut self, plan: Plan, scene: &mut View<'_>) {
        match plan {
            Plan::Visitor(plan) => self.visitor_acts(plan, scene),
            Plan::Agent(agent, plan) => self.agent_acts(agent, plan, scene),
            Plan::Staff(agent, plan) => self.staff_acts(agent, plan, scene),
            Plan::Oversight(plan) => self.oversee(plan, scene),
            Plan::Assist(plan) => self.assist(plan, scene),
            Plan::Blunder => self.blunder(scene),
            Plan::Calm(plan) => self.tidy_up(plan, scene),
        }
    }

    fn hear(&mut self, decided: &Decided, scene: &mut View<'_>) {
        let at: Timestamp = decided.at;
        for entry in &decided.entries {
            self.remember(&entry.event);
            self.visitor_hears(&entry.event, at, scene);
            self.agents_hear(&entry.event, at, scene);
            self.supervisors_hear(&entry.event, scene);
            self.assists_hear(&entry.event, scene);
            self.raters_hear(&entry.event, scene);
        }
    }

    fn restarted(&mut self, scene: &mut View<'_>) {
        self.agents_come_back(scene);
        self.visitors_come_back(scene);
    }
}

fn draft(text: &str) -> Draft {
    Draft { text: text.to_owned(), files: Vec::new() }
}
