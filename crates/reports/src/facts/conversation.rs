//! The facts of one conversation, folded from its events: its legs, waits, hand-overs and what follows from them.
//!
//! Counts of messages are told at the next thing that happens, not with every message: a message changes no row.

mod asked;
mod legs;

use std::collections::{BTreeMap, BTreeSet};

use asked::Way;
use domain::{
    command::{Actor, Audience, Target, TransferMode},
    config::Place,
    event::{Event, GuestLeave, Hop},
    ids::{AgentId, HandoffId, OfferId, TeamId, Timestamp},
};
use legs::holds;
use store::facts;

use super::{
    calendar::{Calendar, Slot},
    path::Path,
    reach,
    scale::bucket,
    setting::Rules,
    words,
};

/// With what an event is read.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    pub at: Timestamp,
    pub rules: Rules<'a>,
    pub calendar: &'a Calendar,
}

impl Around<'_> {
    fn slot(&self) -> Slot {
        self.calendar.slot(self.at)
    }
}

#[derive(Debug)]
pub struct Conversation {
    about: facts::Conversation,
    place: Place,
    queues: Path,
    owners: Path,
    teams: Path,
    legs: Vec<Leg>,
    waits: Vec<facts::Wait>,
    steps: Vec<facts::Step>,
    handoffs: BTreeMap<HandoffId, facts::Handoff>,
    offers: BTreeMap<OfferId, facts::Offer>,
    predictions: Vec<facts::Prediction>,
    hands: Vec<facts::Hand>,
    loads: Vec<facts::Load>,
    tags: BTreeSet<String>,
    skills: Vec<u64>,
    said: Said,
    /// Everybody who took part as owner or guest, and the teams they count under.
    owned_by: BTreeSet<AgentId>,
    visited_by: BTreeSet<AgentId>,
    teams_seen: BTreeSet<TeamId>,
}

#[derive(Debug)]
struct Leg {
    row: facts::Leg,
    /// What is not told yet.
    messages: u32,
    first_response_ms: Option<u64>,
}

/// Messages of the conversation so far.
#[derive(Debug, Default, Clone, Copy)]
struct Said {
    visitor: u32,
    agents: u32,
    first_response_ms: Option<u64>,
}

impl Conversation {
    /// None but for the event that opens one.
    #[expect(clippy::wildcard_enum_match_arm, reason = "one event opens a conversation")]
    pub fn open(event: &Event, around: Around<'_>) -> Option<Self> {
        match event {
            Event::ConversationOpened {
                conversation,
                visitor,
                previous,
                place,
                pipeline,
                language,
                needs,
                ..
            } => {
                let Slot { hour, day, week, month } = around.slot();
                let queue = place.queue.0;
                let about = facts::Conversation {
                    conversation: conversation.0,
                    visitor: visitor.0,
                    reference: None,
                    pipeline: pipeline.map(|id| id.0),
                    language: language.clone(),
                    previous: previous.map(|id| id.0),
                    opened_ms: around.at.0,
                    hour,
                    day,
                    week,
                    month,
                    closed_ms: None,
                    close_reason: None,
                    duration_ms: None,
                    duration_bucket: None,
                    first_response_ms: None,
                    first_queue: queue,
                    last_queue: queue,
                    last_owner: None,
                    queue_hops: 0,
                    owner_hops: 0,
                    team_hops: 0,
                    queue_ping_pong: 0,
                    owner_ping_pong: 0,
                    team_ping_pong: 0,
                    loops: 0,
                    queue_path: String::new(),
                    owner_path: String::new(),
                    team_path: String::new(),
                    hops: 0,
                    owners: 0,
                    owner_legs: 0,
                    guests: 0,
                    present_max: 0,
                    teams: 0,
                    assists: 0,
                    hands: 0,
                    visitor_messages: 0,
                    agent_messages: 0,
                    disposition: None,
                    rating: None,
                    imported: false,
                };
                let mut queues = Path::default();
                queues.come(queue);
                Some(Self {
                    about,
                    place: *place,
                    queues,
                    owners: Path::default(),
                    teams: Path::default(),
                    legs: Vec::new(),
                    waits: Vec::new(),
                    steps: Vec::new(),
                    handoffs: BTreeMap::new(),
                    offers: BTreeMap::new(),
                    predictions: Vec::new(),
                    hands: Vec::new(),
                    loads: Vec::new(),
                    tags: BTreeSet::new(),
                    skills: needs.keys().map(|skill| skill.0).collect(),
                    said: Said::default(),
                    owned_by: BTreeSet::new(),
                    visited_by: BTreeSet::new(),
                    teams_seen: BTreeSet::new(),
                })
            }
            _ => None,
        }
    }

    pub fn id(&self) -> u64 {
        self.about.conversation
    }

    /// Was imported under this name.
    pub fn imported(&mut self, case: &str) {
        self.about.imported = true;
        self.about.reference = Some(case.to_owned());
    }

    /// Takes an event in, and says whether rows may have changed.
    #[expect(clippy::wildcard_enum_match_arm, reason = "most of what happens is no fact")]
    pub fn take(&mut self, event: &Event, around: Around<'_>) -> bool {
        match event {
            Event::MessagePosted { author, audience: Audience::Everybody, .. } => {
                self.message(*author, around);
                return false;
            }
            Event::TagsSet { tags, .. } => self.tags.clone_from(tags),
            Event::ConversationClosed { reason, .. } => {
                let length_ms = around.at.since(Timestamp(self.about.opened_ms));
                self.about.closed_ms = Some(around.at.0);
                self.about.close_reason = Some(words::close_reason(*reason));
                self.about.duration_ms = Some(length_ms);
                self.about.duration_bucket = Some(bucket(length_ms));
                self.end_wait(around.at, words::outcome_at_closing(*reason), None);
                self.end_legs(around.at, "closed", |_| true);
                // After-contact work outlives the closing (invariant I11).
                self.end_loads(around.at, |load| load.kind != "wrap_up");
            }
            Event::SurveyAnswered { rating, .. } => self.about.rating = Some(*rating),

            Event::WaitStarted { wait, .. } => self.wait(wait, around),
            Event::PredictionsTested { outcome, predictions, .. } => {
                self.predicted(*outcome, predictions, around);
            }

            Event::OfferMade { offer, to, handoff, .. } => {
                self.offered(*offer, to, *handoff, around);
            }
            Event::OfferDeclined { offer, .. } => self.end_offer(*offer, around.at, "declined"),
            Event::OfferAccepted { offer, agent, .. } => {
                if let Some(row) = self.offers.get_mut(offer) {
                    row.agent = Some(agent.0);
                }
                self.end_offer(*offer, around.at, "accepted");
            }
            Event::OfferEnded { offer, end, .. } => {
                self.end_offer(*offer, around.at, words::offer_end(*end));
            }

            Event::AgentAssigned { agent, place, cause, hop, .. } => {
                self.assign(*agent, *place, *cause, around);
                if let Hop::From(_) = hop {
                    self.about.hops += 1;
                }
            }
            Event::AgentReleased { agent, cause, wrap_up, .. } => {
                self.release(*agent, *cause, around);
                if let Some(wrap_up) = wrap_up {
                    self.load(*agent, "wrap_up", wrap_up.weight, around.at);
                }
            }
            Event::WrapUpEnded { agent, disposition, .. } => {
                self.end_loads(around.at, |load| holds(load, "wrap_up", *agent));
                self.wrapped_up(*agent, disposition.clone(), around.at);
            }
            // Takes no capacity while the visitor is away.
            Event::ConversationParked { agent, .. } => {
                self.end_loads(around.at, |load| holds(load, "owner", *agent));
            }
            Event::ConversationWoken { .. } => {
                let owner = self.owner().map(|leg| AgentId(leg.row.agent));
                if let Some(owner) = owner {
                    self.load(owner, "owner", around.rules.weight(self.place), around.at);
                }
            }

            Event::TransferStarted { transfer, .. } => {
                let (agent, queue) = match transfer.target {
                    Target::Agent(agent) => (Some(agent), transfer.place),
                    Target::Queue(_) => (None, transfer.place),
                };
                let mode = match transfer.mode {
                    TransferMode::Warm(_) => "warm",
                    TransferMode::Cold(_) => "cold",
                };
                let way = Way { kind: "transfer", mode, from: transfer.from_place, to: queue };
                self.ask(transfer.handoff, way, transfer.from, agent, around);
                self.set_reason(transfer.handoff, transfer.reason.as_ref());
            }
            Event::EscalationStarted { escalation, .. } => {
                let (from, to) = (escalation.from_place, escalation.place);
                let way = Way { kind: "escalation", mode: "cold", from, to };
                self.ask(escalation.handoff, way, escalation.from, None, around);
                self.set_reason(escalation.handoff, escalation.reason.as_ref());
            }
            Event::ReturnStarted { returning, .. } => {
                self.came_back(returning.from_place, returning.place);
                let (from, to) = (returning.from_place, returning.place);
                let way = Way { kind: "return", mode: "cold", from, to };
                self.ask(returning.handoff, way, returning.from, Some(returning.to), around);
            }
            Event::InvitationStarted { invitation, .. } => {
                let agent = match invitation.target {
                    Target::Agent(agent) => Some(agent),
                    Target::Queue(_) => None,
                };
                let (from, to) = (self.place, invitation.place);
                let way = Way { kind: "invitation", mode: "warm", from, to };
                self.ask(invitation.handoff, way, invitation.by, agent, around);
                self.set_reason(invitation.handoff, invitation.reason.as_ref());
            }
            Event::TransferTurnedCold { handoff, .. } => {
                if let Some(row) = self.handoffs.get_mut(handoff) {
                    row.mode = "cold";
                }
            }
            Event::TransferAccepted { handoff, agent, .. } => {
                self.answered(*handoff, *agent, around.at);
                let place = self.place_of(*handoff);
                self.begin_leg(*agent, "receiver", place, "transfer", around);
                self.load(*agent, "receiver", around.rules.weight(place), around.at);
            }
            Event::InvitationAccepted { handoff, agent, .. } => {
                self.answered(*handoff, *agent, around.at);
            }
            Event::TransferCompleted { handoff, agent, .. } => {
                self.answered(*handoff, *agent, around.at);
                self.end_handoff(*handoff, around.at, "completed");
            }
            Event::InvitationCompleted { handoff, .. } => {
                self.end_handoff(*handoff, around.at, "completed");
            }
            Event::TransferEnded { handoff, outcome, .. } => {
                self.end_handoff(*handoff, around.at, words::handoff_outcome(*outcome));
                self.end_legs(around.at, "transfer_ended", |leg| leg.role == "receiver");
                self.end_loads(around.at, |load| load.kind == "receiver");
            }
            Event::InvitationEnded { handoff, outcome, .. } => {
                self.end_handoff(*handoff, around.at, words::handoff_outcome(*outcome));
            }

            Event::GuestJoined { agent, .. } => {
                self.begin_leg(*agent, "guest", self.place, "conference", around);
                self.load(*agent, "guest", around.rules.weight(self.place), around.at);
                self.visited_by.insert(*agent);
                self.teams_seen.extend(around.rules.who(*agent).team);
                self.about.guests = self.visited_by.len() as u32;
                self.count_present();
            }
            Event::GuestLeft { agent, cause, .. } => {
                let ended_by = match cause {
                    GuestLeave::Closed => "closed",
                    GuestLeave::BecameOwner => "succession",
                    GuestLeave::Left
                    | GuestLeave::Lost
                    | GuestLeave::Removed
                    | GuestLeave::RemovedBy(_) => "left",
                };
                let guest = agent.0;
                self.end_legs(around.at, ended_by, |leg| leg.role == "guest" && leg.agent == guest);
                self.end_loads(around.at, |load| holds(load, "guest", *agent));
            }

            Event::HandRaised { owner, cause, .. } => self.raised(*owner, cause, around),
            Event::HandLowered { end, .. } => self.lower(*end, around.at),
            Event::SupervisorEntered { agent, mode, .. } => {
                self.about.assists += 1;
                self.begin_leg(*agent, words::mode(*mode), self.place, "assist", around);
            }
            Event::SupervisorModeChanged { agent, from, to, .. } => {
                self.end_assist(*agent, words::mode(*from), around.at);
                self.begin_leg(*agent, words::mode(*to), self.place, "assist", around);
            }
            Event::SupervisorLeft { agent, mode, .. } => {
                self.end_assist(*agent, words::mode(*mode), around.at);
            }
            _ => return false,
        }
        self.tell();
        true
    }

    /// Every row there is of it.
    pub fn rows(&self) -> Vec<facts::Row> {
        let id = self.about.conversation;
        let mut rows = vec![self.about.clone().row()];
        let tags = self.tags.iter().cloned();
        rows.extend(tags.map(|tag| facts::Tag { conversation: id, tag }.row()));
        let skills = self.skills.iter().copied();
        rows.extend(skills.map(|skill| facts::Skill { conversation: id, skill }.row()));
        let topics = [lines(&self.tags), lines(&self.skills)];
        let legs: Vec<_> = self.legs.iter().map(|leg| self.judged(&leg.row, &topics)).collect();
        rows.extend(reach::reaches(&legs, &self.handoffs).into_iter().map(facts::Reach::row));
        rows.extend(legs.into_iter().map(facts::Leg::row));
        rows.extend(self.waits.iter().cloned().map(facts::Wait::row));
        rows.extend(self.steps.iter().cloned().map(facts::Step::row));
        rows.extend(self.handoffs.values().cloned().map(facts::Handoff::row));
        rows.extend(self.offers.values().cloned().map(facts::Offer::row));
        rows.extend(self.predictions.iter().cloned().map(facts::Prediction::row));
        rows.extend(self.hands.iter().cloned().map(facts::Hand::row));
        rows.extend(self.loads.iter().cloned().map(facts::Load::row));
        rows
    }

    /// Whether the leg ended by a move to a higher tier that counts is known only once the hand-over is over.
    fn judged(&self, leg: &facts::Leg, [tags, skills]: &[String; 2]) -> facts::Leg {
        let handoff = leg.handoff.and_then(|handoff| self.handoffs.get(&HandoffId(handoff)));
        let escalated = leg.role == "owner"
            && handoff.is_some_and(|handoff| {
                matches!(handoff.kind, "escalation" | "transfer")
                    && handoff.to_tier > leg.tier
                    && handoff.outcome != "recalled"
            });
        facts::Leg { escalated, tags: tags.clone(), skills: skills.clone(), ..leg.clone() }
    }

    fn message(&mut self, author: Actor, around: Around<'_>) {
        match author {
            Actor::Visitor(_) => self.said.visitor += 1,
            Actor::Agent(agent) => {
                self.said.agents += 1;
                let since_opening = around.at.since(Timestamp(self.about.opened_ms));
                self.said.first_response_ms.get_or_insert(since_opening);
                let legs = self.legs.iter_mut().rev();
                let mut running =
                    legs.filter(|leg| leg.row.ended_ms.is_none() && leg.row.agent == agent.0);
                if let Some(leg) = running.next() {
                    leg.messages += 1;
                    let since = around.at.since(Timestamp(leg.row.began_ms));
                    leg.first_response_ms.get_or_insert(since);
                }
            }
            Actor::System => {}
        }
    }

    /// What was counted since is told with what happened.
    fn tell(&mut self) {
        self.about.visitor_messages = self.said.visitor;
        self.about.agent_messages = self.said.agents;
        self.about.first_response_ms = self.said.first_response_ms;
        for leg in &mut self.legs {
            leg.row.messages = leg.messages;
            leg.row.first_response_ms = leg.first_response_ms;
        }
        let about = &mut self.about;
        (about.queue_hops, about.owner_hops) = (self.queues.hops(), self.owners.hops());
        about.team_hops = self.teams.hops();
        about.queue_ping_pong = self.queues.ping_pong();
        about.owner_ping_pong = self.owners.ping_pong();
        about.team_ping_pong = self.teams.ping_pong();
        about.loops = self.queues.loops();
        about.queue_path = self.queues.told();
        about.owner_path = self.owners.told();
        about.team_path = self.teams.told();
        about.owners = self.owned_by.len() as u32;
        about.teams = self.teams_seen.len() as u32;
    }
}

/// One to a line.
fn lines<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join("\n")
}
