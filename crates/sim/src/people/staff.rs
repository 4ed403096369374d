//! Shifts: who comes to work when, and goes.

use domain::{
    command::{Actor, ChosenStatus, Command, OpenWork},
    ids::AgentId,
};

use super::{Crowd, Plan as Planned, View};
use crate::HOUR_MS;

/// Nobody comes at the very second.
const LATE_MS: u64 = 20_000;

#[derive(Debug, Clone)]
pub enum Plan {
    /// Comes for so long, and again every day.
    Begin {
        for_ms: u64,
    },
    End,
}

impl Crowd {
    pub(super) fn begin_shifts(&mut self, scene: &mut View<'_>) {
        for shift in self.profile.shifts.clone() {
            let team = self.config.teams.iter().find(|(_, team)| team.key == shift.team);
            let Some((team, _)) = team else { continue };
            let members = self.config.agents.iter().filter(|(_, agent)| agent.teams.contains(team));
            let members: Vec<AgentId> = members.map(|(id, _)| *id).collect();
            for agent in members {
                let late = self.dice.draw(crate::dice::Spread::Between(0, LATE_MS));
                let plan = Plan::Begin { for_ms: shift.until_ms - shift.from_ms };
                scene.plan(shift.from_ms + late, Planned::Staff(agent, plan));
            }
        }
    }

    pub(super) fn staff_acts(&mut self, agent: AgentId, plan: Plan, scene: &mut View<'_>) {
        match plan {
            Plan::Begin { for_ms } => {
                scene.ask(Actor::System, Command::ConnectAgent { agent });
                let status = ChosenStatus::Online;
                scene.ask(Actor::Agent(agent), Command::SetStatus { status, reason: None });
                if for_ms < 24 * HOUR_MS {
                    scene.plan(for_ms, Planned::Staff(agent, Plan::End));
                    scene.plan(24 * HOUR_MS, Planned::Staff(agent, Plan::Begin { for_ms }));
                }
            }
            Plan::End => {
                let open = OpenWork::Finish;
                scene.ask(Actor::Agent(agent), Command::GoOffline { open });
            }
        }
    }
}
