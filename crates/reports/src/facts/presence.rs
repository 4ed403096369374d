//! When each agent was signed in and not offline, in which status and with how much capacity.

use std::collections::BTreeMap;

use domain::{
    command::ChosenStatus,
    event::Event,
    ids::{AgentId, Timestamp},
};
use store::facts::{self, FactChange, Row, Value};

use super::{
    calendar::Calendar,
    setting::{Rules, Who},
    words,
};

#[derive(Debug, Default)]
pub struct Presences {
    agents: BTreeMap<AgentId, Presence>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Presence {
    connected: bool,
    status: &'static str,
    not_responding: bool,
    /// The stretch that runs.
    running: Option<Stretch>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    since: Timestamp,
    status: &'static str,
    who: Who,
}

impl Default for Presence {
    fn default() -> Self {
        Self { connected: false, status: "offline", not_responding: false, running: None }
    }
}

impl Presences {
    /// As the rows say that it stood.
    pub fn resume(agents: &[Row], presences: &[Row]) -> Self {
        let mut found = BTreeMap::new();
        for row in agents {
            let [agent, connected, status, not_responding, _] = row.values.as_slice() else {
                continue;
            };
            let presence = Presence {
                connected: number(connected) == Some(1),
                status: status_of(status),
                not_responding: number(not_responding) == Some(1),
                running: None,
            };
            found.extend(number(agent).map(|agent| (AgentId(agent), presence)));
        }
        for row in presences {
            let [agent, began, _, _, _, _, Value::Null, status, team, capacity] =
                row.values.as_slice()
            else {
                continue;
            };
            let (Some(agent), Some(since)) = (number(agent), number(began)) else { continue };
            let team = number(team).map(domain::ids::TeamId);
            let capacity = number(capacity).unwrap_or(0) as u32;
            let who = Who { bot: false, team, capacity };
            let stretch = Stretch { since: Timestamp(since), status: status_of(status), who };
            found.entry(AgentId(agent)).or_default().running = Some(stretch);
        }
        Self { agents: found }
    }

    /// Takes an event in, and says which rows changed.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "most of what happens is not about presence"
    )]
    pub fn take(
        &mut self,
        event: &Event,
        at: Timestamp,
        rules: Rules<'_>,
        calendar: &Calendar,
    ) -> Vec<FactChange> {
        let touched: Vec<AgentId> = match event {
            Event::AgentConnected { agent } => {
                self.of(*agent).connected = true;
                vec![*agent]
            }
            Event::AgentDisconnected { agent } | Event::AgentGivenUp { agent } => {
                self.of(*agent).connected = false;
                vec![*agent]
            }
            Event::AgentStatusSet { agent, status, .. } => {
                self.of(*agent).status = words::status(*status);
                vec![*agent]
            }
            Event::AgentStoppedResponding { agent } => {
                self.of(*agent).not_responding = true;
                vec![*agent]
            }
            Event::AgentRespondedAgain { agent } => {
                self.of(*agent).not_responding = false;
                vec![*agent]
            }
            Event::WorkspaceConfigured { .. } => self.agents.keys().copied().collect(),
            _ => return Vec::new(),
        };
        let mut changes = Vec::new();
        for agent in touched {
            let who = rules.member(agent);
            let presence = self.of(agent);
            let before = presence.clone();
            presence.settle(at, who);
            if let Some(stretch) = &before.running
                && presence.running != before.running
            {
                changes.push(stretch.row(agent, Some(at), calendar));
            }
            if let Some(stretch) = &presence.running
                && presence.running != before.running
            {
                changes.push(stretch.row(agent, None, calendar));
            }
            let row = facts::Agent {
                agent: agent.0,
                connected: presence.connected,
                status: presence.status,
                not_responding: presence.not_responding,
                since_ms: presence.running.as_ref().map(|stretch| stretch.since.0),
            };
            changes.push(row.row());
        }
        changes.into_iter().map(FactChange::Put).collect()
    }

    fn of(&mut self, agent: AgentId) -> &mut Presence {
        self.agents.entry(agent).or_default()
    }
}

impl Presence {
    /// Begins, ends or changes the stretch that runs.
    fn settle(&mut self, at: Timestamp, who: Option<Who>) {
        let status = match self.status {
            "offline" => None,
            _ if !self.connected => None,
            "online" | "transfer_only" if self.not_responding => Some("not_responding"),
            status => Some(status),
        };
        let stays = self.running.as_ref().is_some_and(|stretch| {
            Some(stretch.status) == status
                && who.is_some_and(|who| {
                    (who.team, who.capacity) == (stretch.who.team, stretch.who.capacity)
                })
        });
        if !stays {
            self.running = status.zip(who).map(|(status, who)| Stretch {
                since: at,
                status,
                who: Who { bot: false, ..who },
            });
        }
    }
}

impl Stretch {
    fn row(&self, agent: AgentId, ended: Option<Timestamp>, calendar: &Calendar) -> Row {
        let slot = calendar.slot(self.since);
        facts::Presence {
            agent: agent.0,
            began_ms: self.since.0,
            hour: slot.hour,
            day: slot.day,
            week: slot.week,
            month: slot.month,
            ended_ms: ended.map(|at| at.0),
            status: self.status,
            team: self.who.team.map(|team| team.0),
            capacity: self.who.capacity,
        }
        .row()
    }
}

fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Integer(number) => u64::try_from(*number).ok(),
        Value::Null | Value::Text(_) => None,
    }
}

fn status_of(value: &Value) -> &'static str {
    let known = [
        words::status(ChosenStatus::Online),
        words::status(ChosenStatus::TransferOnly),
        words::status(ChosenStatus::Away),
        "not_responding",
    ];
    let Value::Text(text) = value else { return "offline" };
    known.into_iter().find(|known| known == text).unwrap_or("offline")
}
