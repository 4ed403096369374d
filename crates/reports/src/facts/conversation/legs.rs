//! Who had the conversation and where it waited: legs, waits, the path, and what they took of people's capacity.

use domain::{
    config::Place,
    event::{AssignCause, ReleaseCause, WaitStart},
    ids::{AgentId, Timestamp},
};
use store::facts;

use super::{Around, Conversation, Leg};
use crate::facts::{calendar::Slot, scale::bucket, words};

impl Conversation {
    pub(super) fn wait(&mut self, wait: &WaitStart, around: Around<'_>) {
        self.end_wait(around.at, words::outcome_before(wait.cause), None);
        let cause = words::wait_cause(wait.cause);
        self.come(wait.place, cause, around);
        let Slot { hour, day, week, month } = around.slot();
        self.waits.push(facts::Wait {
            conversation: self.about.conversation,
            wait: self.waits.len() as u32,
            queue: wait.place.queue.0,
            stage: wait.place.stage.map(|stage| stage.0),
            pipeline: around.rules.pipeline(wait.place).map(|pipeline| pipeline.0),
            tier: around.rules.tier(wait.place),
            cause,
            began_ms: around.at.0,
            hour,
            day,
            week,
            month,
            ended_ms: None,
            duration_ms: None,
            duration_bucket: None,
            outcome: "waiting",
            agent: None,
        });
    }

    pub(super) fn assign(
        &mut self,
        agent: AgentId,
        place: Place,
        cause: AssignCause,
        around: Around<'_>,
    ) {
        self.end_wait(around.at, words::outcome_of_wait(cause), Some(agent));
        self.end_legs(around.at, "transfer", |leg| leg.role == "receiver");
        self.end_loads(around.at, |load| load.kind == "receiver");
        if let AssignCause::TransferCompleted(handoff) | AssignCause::OwnerLost(handoff) = cause {
            // One whose sender was lost on the way is a hand-over all the same.
            let sender = self.legs.iter_mut().rfind(|leg| leg.row.role == "owner");
            if let Some(sender) = sender.filter(|leg| leg.row.ended_by == Some("lost")) {
                sender.row.handoff.get_or_insert(handoff.0);
            }
        }
        self.come(place, self.cause_of_step(cause), around);
        let team = around.rules.who(agent).team;
        if let AssignCause::HandedBack { .. } = cause {
            self.owners.hand_back(agent.0);
            if let Some(team) = team {
                self.teams.hand_back(team.0);
            }
        } else {
            self.owners.come(agent.0);
            if let Some(team) = team {
                self.teams.come(team.0);
            }
        }
        self.owned_by.insert(agent);
        self.teams_seen.extend(team);
        self.about.owner_legs += 1;
        self.about.last_owner = Some(agent.0);
        self.begin_leg(agent, "owner", place, words::assign_cause(cause), around);
        self.load(agent, "owner", around.rules.weight(place), around.at);
        self.count_present();
    }

    pub(super) fn release(&mut self, agent: AgentId, cause: ReleaseCause, around: Around<'_>) {
        let handoff = match cause {
            ReleaseCause::Transferred(handoff)
            | ReleaseCause::Escalated(handoff)
            | ReleaseCause::Returned(handoff)
            | ReleaseCause::HandedOver(handoff)
            | ReleaseCause::BecameGuest(handoff) => Some(handoff.0),
            ReleaseCause::GaveTo(_)
            | ReleaseCause::LeftTo(_)
            | ReleaseCause::Left
            | ReleaseCause::Passed
            | ReleaseCause::Lost
            | ReleaseCause::WentOffline
            | ReleaseCause::Removed
            | ReleaseCause::Closed
            | ReleaseCause::NoRoomToWake
            | ReleaseCause::MovedBy(_)
            | ReleaseCause::TakenOver { .. }
            | ReleaseCause::HandedBack => None,
        };
        if let Some(leg) = self.legs.iter_mut().rfind(|leg| leg.is_owner(agent)) {
            leg.row.handoff = handoff;
            leg.row.closed = cause == ReleaseCause::Closed;
            leg.end(around.at, words::release_cause(cause));
        }
        self.end_loads(around.at, |load| holds(load, "owner", agent));
    }

    /// It is in this place from here.
    pub(super) fn come(&mut self, place: Place, cause: &'static str, around: Around<'_>) {
        self.place = place;
        self.about.last_queue = place.queue.0;
        let Some(from) = self.queues.come(place.queue.0) else { return };
        let Slot { hour, day, week, month } = around.slot();
        // The last that was asked for is what brought it here, if it is of that kind.
        let asked = self.handoffs.values().rfind(|handoff| handoff.kind == cause);
        self.steps.push(facts::Step {
            conversation: self.about.conversation,
            step: self.steps.len() as u32,
            from_queue: from,
            to_queue: place.queue.0,
            at_ms: around.at.0,
            hour,
            day,
            week,
            month,
            cause,
            reason: asked.and_then(|asked| asked.reason.clone()),
            agent: self.legs.iter().rfind(|leg| leg.row.role == "owner").map(|leg| leg.row.agent),
        });
    }

    pub(super) fn cause_of_step(&self, cause: AssignCause) -> &'static str {
        match cause {
            AssignCause::TransferCompleted(handoff) | AssignCause::OwnerLost(handoff) => {
                self.handoffs.get(&handoff).map_or("transfer", |handoff| handoff.kind)
            }
            AssignCause::Accepted(_) | AssignCause::AutoAccepted | AssignCause::Pulled => {
                "assignment"
            }
            AssignCause::TransferReturned(_)
            | AssignCause::TransferRecalled(_)
            | AssignCause::Reconnected
            | AssignCause::MadeOwner { .. }
            | AssignCause::Inherited { .. }
            | AssignCause::AssignedBy { .. }
            | AssignCause::TakenOver { .. }
            | AssignCause::HandedBack { .. } => words::assign_cause(cause),
        }
    }

    pub(super) fn begin_leg(
        &mut self,
        agent: AgentId,
        role: &'static str,
        place: Place,
        began_by: &'static str,
        around: Around<'_>,
    ) {
        let Slot { hour, day, week, month } = around.slot();
        let who = around.rules.who(agent);
        let row = facts::Leg {
            conversation: self.about.conversation,
            leg: self.legs.len() as u32,
            agent: agent.0,
            bot: who.bot,
            team: who.team.map(|team| team.0),
            role,
            queue: place.queue.0,
            stage: place.stage.map(|stage| stage.0),
            pipeline: around.rules.pipeline(place).map(|pipeline| pipeline.0),
            tier: around.rules.tier(place),
            began_ms: around.at.0,
            hour,
            day,
            week,
            month,
            ended_ms: None,
            duration_ms: None,
            duration_bucket: None,
            began_by,
            ended_by: None,
            handoff: None,
            escalated: false,
            closed: false,
            first_response_ms: None,
            messages: 0,
            wrap_up_ms: None,
            disposition: None,
            tags: String::new(),
            skills: String::new(),
        };
        self.legs.push(Leg { row, messages: 0, first_response_ms: None });
    }

    pub(super) fn end_legs(
        &mut self,
        at: Timestamp,
        ended_by: &'static str,
        which: impl Fn(&facts::Leg) -> bool,
    ) {
        let running = self.legs.iter_mut().filter(|leg| leg.row.ended_ms.is_none());
        running.filter(|leg| which(&leg.row)).for_each(|leg| leg.end(at, ended_by));
    }

    pub(super) fn end_assist(&mut self, agent: AgentId, mode: &'static str, at: Timestamp) {
        self.end_legs(at, "left", |leg| leg.role == mode && leg.agent == agent.0);
    }

    pub(super) fn end_wait(
        &mut self,
        at: Timestamp,
        outcome: &'static str,
        agent: Option<AgentId>,
    ) {
        if let Some(wait) = self.waits.last_mut().filter(|wait| wait.ended_ms.is_none()) {
            let length_ms = at.since(Timestamp(wait.began_ms));
            wait.ended_ms = Some(at.0);
            wait.duration_ms = Some(length_ms);
            wait.duration_bucket = Some(bucket(length_ms));
            wait.outcome = outcome;
            wait.agent = agent.map(|agent| agent.0);
        }
    }

    pub(super) fn load(&mut self, agent: AgentId, kind: &'static str, weight: u32, at: Timestamp) {
        self.loads.push(facts::Load {
            conversation: self.about.conversation,
            part: self.loads.len() as u32,
            agent: agent.0,
            kind,
            weight,
            began_ms: at.0,
            ended_ms: None,
        });
    }

    pub(super) fn end_loads(&mut self, at: Timestamp, which: impl Fn(&facts::Load) -> bool) {
        let running = self.loads.iter_mut().filter(|load| load.ended_ms.is_none());
        running.filter(|load| which(load)).for_each(|load| load.ended_ms = Some(at.0));
    }

    pub(super) fn wrapped_up(
        &mut self,
        agent: AgentId,
        disposition: Option<String>,
        at: Timestamp,
    ) {
        let mut legs = self.legs.iter_mut().rev();
        let leg = legs.find(|leg| leg.row.role == "owner" && leg.row.agent == agent.0);
        if let Some((leg, ended)) = leg.and_then(|leg| leg.row.ended_ms.map(|ended| (leg, ended))) {
            leg.row.wrap_up_ms = Some(at.since(Timestamp(ended)));
            leg.row.disposition.clone_from(&disposition);
        }
        if disposition.is_some() {
            self.about.disposition = disposition;
        }
    }

    pub(super) fn owner(&self) -> Option<&Leg> {
        self.legs.iter().rfind(|leg| leg.row.role == "owner" && leg.row.ended_ms.is_none())
    }

    pub(super) fn count_present(&mut self) {
        let running = self.legs.iter().filter(|leg| leg.row.ended_ms.is_none());
        let present = running.filter(|leg| matches!(leg.row.role, "owner" | "guest")).count();
        self.about.present_max = self.about.present_max.max(present as u32);
    }
}

impl Leg {
    fn is_owner(&self, agent: AgentId) -> bool {
        self.row.role == "owner" && self.row.agent == agent.0 && self.row.ended_ms.is_none()
    }

    fn end(&mut self, at: Timestamp, ended_by: &'static str) {
        let length_ms = at.since(Timestamp(self.row.began_ms));
        self.row.ended_ms = Some(at.0);
        self.row.duration_ms = Some(length_ms);
        self.row.duration_bucket = Some(bucket(length_ms));
        self.row.ended_by = Some(ended_by);
    }
}

/// The load is of that kind and agent.
pub(super) fn holds(load: &facts::Load, kind: &str, agent: AgentId) -> bool {
    load.kind == kind && load.agent == agent.0
}
