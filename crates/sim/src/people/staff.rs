//! Who comes to work when, and goes; who is away for a while, or loses the connection.

use domain::{
    command::{Actor, ChosenStatus, Command, OpenWork},
    event::Event,
    ids::AgentId,
};

use super::{Crowd, Plan as Planned, View};
use crate::{HOUR_MS, dice::Spread};

/// Nobody comes at the very second.
const LATE_MS: u64 = 20_000;

#[derive(Debug, Clone)]
pub enum Plan {
    /// Comes for so long, and again every day.
    Begin {
        for_ms: u64,
    },
    End,
    /// Something comes between.
    Interrupt,
    /// Is there again, connected and online.
    Return,
    Report,
}

impl Crowd {
    pub(super) fn begin_shifts(&mut self, scene: &mut View<'_>) {
        for shift in self.profile.shifts.clone() {
            let team = self.config.teams.iter().find(|(_, team)| team.key == shift.team);
            let Some((team, _)) = team else { continue };
            let members = self.config.agents.iter().filter(|(_, agent)| agent.teams.contains(team));
            let members: Vec<AgentId> = members.map(|(id, _)| *id).collect();
            for agent in members {
                let late = self.dice.draw(Spread::Between(0, LATE_MS));
                let plan = Plan::Begin { for_ms: shift.until_ms - shift.from_ms };
                scene.plan(shift.from_ms + late, Planned::Staff(agent, plan));
            }
        }
    }

    pub(super) fn staff_acts(&mut self, agent: AgentId, plan: Plan, scene: &mut View<'_>) {
        match plan {
            Plan::Begin { for_ms } => {
                self.on_duty.insert(agent);
                comes_online(agent, scene);
                self.plan_interruption(agent, scene);
                if for_ms < 24 * HOUR_MS {
                    scene.plan(for_ms, Planned::Staff(agent, Plan::End));
                    scene.plan(24 * HOUR_MS, Planned::Staff(agent, Plan::Begin { for_ms }));
                }
            }
            Plan::End => {
                if !self.calm {
                    self.on_duty.remove(&agent);
                    let open = OpenWork::Finish;
                    scene.ask(Actor::Agent(agent), Command::GoOffline { open });
                }
            }
            Plan::Interrupt => {
                if !self.calm && self.on_duty.contains(&agent) {
                    self.interrupt(agent, scene);
                }
            }
            Plan::Return => {
                if self.on_duty.contains(&agent) {
                    self.away.remove(&agent);
                    comes_online(agent, scene);
                    self.plan_interruption(agent, scene);
                }
            }
            Plan::Report => scene.ask(Actor::Agent(agent), Command::ReportActivity),
        }
    }

    pub(super) fn staff_hear(&mut self, event: &Event, scene: &mut View<'_>) {
        if let Event::AgentStoppedResponding { agent } = event {
            let pause = self.dice.draw(Spread::Between(1_000, 120_000));
            scene.plan(pause, Planned::Staff(*agent, Plan::Report));
        }
    }

    /// After a restart everybody connects again; some take longer than is good for their conversations.
    pub(super) fn agents_come_back(&mut self, scene: &mut View<'_>) {
        for agent in self.on_duty.clone() {
            if !self.away.contains(&agent) {
                let pause = self.dice.draw(Spread::LogNormal { median: 4_000.0, sigma: 1.2 });
                scene.plan(pause, Planned::Staff(agent, Plan::Return));
            }
        }
    }

    fn plan_interruption(&mut self, agent: AgentId, scene: &mut View<'_>) {
        let every = self.profile.agents.interrupted_every;
        self.plan_every(every, Planned::Staff(agent, Plan::Interrupt), scene);
    }

    fn interrupt(&mut self, agent: AgentId, scene: &mut View<'_>) {
        self.away.insert(agent);
        let set = |status| Command::SetStatus { status, reason: Some("break".to_owned()) };
        let (actor, command) = match self.dice.unit() {
            draw if draw < 0.45 => (Actor::System, Command::LoseAgentConnection { agent }),
            draw if draw < 0.65 => (Actor::Agent(agent), set(ChosenStatus::Away)),
            draw if draw < 0.75 => (Actor::Agent(agent), set(ChosenStatus::TransferOnly)),
            draw if draw < 0.9 => {
                (Actor::Agent(agent), Command::GoOffline { open: OpenWork::HandOver })
            }
            _ => (Actor::Agent(agent), Command::GoOffline { open: OpenWork::Finish }),
        };
        scene.ask(actor, command);
        let pause = self.dice.draw(self.profile.agents.interrupted_for);
        scene.plan(pause, Planned::Staff(agent, Plan::Return));
    }
}

pub(super) fn comes_online(agent: AgentId, scene: &mut View<'_>) {
    scene.ask(Actor::System, Command::ConnectAgent { agent });
    let status = ChosenStatus::Online;
    scene.ask(Actor::Agent(agent), Command::SetStatus { status, reason: None });
}
