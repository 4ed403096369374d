//! What people may do next. An act names its object by a number that is taken modulo what there is.

use std::collections::BTreeMap;

use domain::{
    Desk,
    command::{
        Actor, AssistMode, Audience, Choice, ChosenStatus, Command, Completion, Displaced, Draft,
        Note, OnUnanswered, OpenWork, Room, Target, TransferMode,
    },
    config::{Config, Entry, Interval},
    estimate::{self, Estimate, Picture},
    event::OfferTo,
    ids::{AgentId, ConversationId, HoursId, QueueId, SkillId, Timestamp, VisitorId},
    state::Conversation,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::{
    START,
    workspaces::{AGENTS, HOURS, LANGUAGES, QUEUES, SKILLS},
};

const VISITORS: u64 = 6;

/// Time goes by, the server falls over, or somebody does something.
#[derive(Debug, Clone)]
pub enum Act {
    Pass { ms: u64 },
    NextDeadline,
    Restart { down_ms: u64 },
    Do(Doing),
}

#[derive(Debug, Clone)]
pub enum Doing {
    Reconfigure {
        agent: u64,
        capacity: u32,
        removed: bool,
        weight: u32,
    },
    /// Hours, once more after they end.
    RenewHours {
        hours: u64,
        open_ms: u64,
    },
    Connect {
        agent: u64,
    },
    Lose {
        agent: u64,
    },
    Status {
        agent: u64,
        status: ChosenStatus,
    },
    GoOffline {
        agent: u64,
        open: OpenWork,
    },
    VisitorComes {
        visitor: u64,
    },
    VisitorGoes {
        visitor: u64,
    },
    Open {
        visitor: u64,
        queue: Option<u64>,
        skill: Option<u8>,
    },
    Choose {
        pick: usize,
        choice: Choice,
    },
    Accept {
        pick: usize,
        asked: usize,
    },
    Decline {
        pick: usize,
        asked: usize,
    },
    Pull {
        pick: usize,
        agent: u64,
    },
    VisitorWrites {
        pick: usize,
    },
    AgentWrites {
        pick: usize,
        audience: Audience,
    },
    VisitorCloses {
        pick: usize,
    },
    /// Done by whoever does such things; now and then by somebody else of the conversation.
    Own {
        pick: usize,
        deed: Deed,
        other: Option<Who>,
    },
    Transfer {
        pick: usize,
        target: Target,
        mode: TransferMode,
        place: Option<QueueId>,
    },
    Invite {
        pick: usize,
        target: Target,
    },
    Confer {
        pick: usize,
        deed: Conferring,
    },
    Supervise {
        pick: usize,
        by: u64,
        deed: Oversight,
    },
    /// The predictor's figures, or somebody's that make no sense.
    Predict {
        pick: usize,
        range: Option<(u32, u64)>,
    },
    Quarantine {
        pick: usize,
    },
}

#[derive(Debug, Clone, Copy)]
pub enum Deed {
    Close,
    Park,
    Wake,
    Cancel,
    Recall,
    Complete,
    HandBack,
    Leave,
    PassOwnership,
    EndWrapUp,
    ExtendWrapUp,
    Priority(u8),
    Report,
    RaiseHand,
    LowerHand,
}

#[derive(Debug, Clone, Copy)]
pub enum Who {
    Owner,
    Receiver,
    Sender,
    Guest,
    Former,
    Supervisor,
}

/// What an owner does in a conference.
#[derive(Debug, Clone, Copy)]
pub enum Conferring {
    Cancel,
    Remove,
    MakeOwner,
    LeaveTo,
}

#[derive(Debug, Clone, Copy)]
pub enum Oversight {
    Assign { to: u64, room: Room },
    Requeue,
    Close,
    TakeHand(AssistMode),
    Assist { mode: AssistMode, confirmed: bool },
    TakeOver(Displaced),
    AllowMove,
    Read,
}

pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    // Everybody comes online first, most of the time, or nothing would happen.
    let arrivals =
        vec(prop_oneof![8 => Just(true), 1 => Just(false)], AGENTS as usize).prop_map(|online| {
            (1..=AGENTS)
                .zip(online)
                .filter(|(_, online)| *online)
                .flat_map(|(agent, _)| {
                    [
                        Doing::Connect { agent },
                        Doing::Status { agent, status: ChosenStatus::Online },
                    ]
                    .map(Act::Do)
                })
                .collect::<Vec<_>>()
        });
    let visitors = (1..=VISITORS).map(|visitor| Act::Do(Doing::VisitorComes { visitor }));
    (arrivals, vec(act(), 1..80)).prop_map(move |(mut acts, more)| {
        acts.extend(visitors.clone());
        acts.extend(more);
        acts
    })
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => (1..40_000u64).prop_map(|ms| Act::Pass { ms }),
        2 => (40_000..1_000_000u64).prop_map(|ms| Act::Pass { ms }),
        12 => Just(Act::NextDeadline),
        2 => (0..200_000u64).prop_map(|down_ms| Act::Restart { down_ms }),
        140 => doing().prop_map(Act::Do),
    ]
}

fn mode_of_assist() -> impl Strategy<Value = AssistMode> {
    select(vec![AssistMode::Observe, AssistMode::Whisper, AssistMode::Join])
}

fn doing() -> impl Strategy<Value = Doing> {
    let agent = || 1..=AGENTS;
    let pick = || 0..8usize;
    let visitor = || 1..=VISITORS;
    let status = select(vec![
        ChosenStatus::Online,
        ChosenStatus::TransferOnly,
        ChosenStatus::Away,
        ChosenStatus::Offline,
    ]);
    let open = || select(vec![OpenWork::Finish, OpenWork::HandOver]);
    let mode = select(vec![
        TransferMode::Warm(Completion::Introduced),
        TransferMode::Warm(Completion::OnAccept),
        TransferMode::Warm(Completion::OnAcceptAndLeave),
        TransferMode::Cold(OnUnanswered::Return),
        TransferMode::Cold(OnUnanswered::Queue),
        TransferMode::Cold(OnUnanswered::Park),
    ]);
    let some_target = || {
        prop_oneof![
            agent().prop_map(|id| Target::Agent(AgentId(id))),
            (1..=QUEUES).prop_map(|id| Target::Queue(QueueId(id))),
        ]
    };
    let (target, invited) = (some_target(), some_target());
    let deed = prop_oneof![
        2 => Just(Deed::Close),
        4 => Just(Deed::Park),
        3 => Just(Deed::Wake),
        2 => Just(Deed::Cancel),
        2 => Just(Deed::Recall),
        3 => Just(Deed::Complete),
        2 => Just(Deed::HandBack),
        4 => Just(Deed::Leave),
        2 => Just(Deed::PassOwnership),
        2 => Just(Deed::EndWrapUp),
        2 => Just(Deed::ExtendWrapUp),
        1 => Just(Deed::Report),
        5 => Just(Deed::RaiseHand),
        1 => Just(Deed::LowerHand),
        1 => (0..=10u8).prop_map(Deed::Priority),
    ];
    let people =
        vec![Who::Owner, Who::Receiver, Who::Sender, Who::Guest, Who::Former, Who::Supervisor];
    let other = option::weighted(0.2, select(people));
    let room = select(vec![Room::Respected, Room::Overridden]);
    let conferring = select(vec![
        Conferring::Cancel,
        Conferring::Remove,
        Conferring::MakeOwner,
        Conferring::LeaveTo,
    ]);
    let oversight = prop_oneof![
        (agent(), room).prop_map(|(to, room)| Oversight::Assign { to, room }),
        Just(Oversight::Requeue),
        Just(Oversight::Close),
        mode_of_assist().prop_map(Oversight::TakeHand),
        (mode_of_assist(), any::<bool>())
            .prop_map(|(mode, confirmed)| Oversight::Assist { mode, confirmed }),
        select(vec![Displaced::Stays, Displaced::Leaves]).prop_map(Oversight::TakeOver),
        Just(Oversight::AllowMove),
        Just(Oversight::Read),
    ];
    let choice = prop_oneof![
        Just(Choice::KeepWaiting),
        Just(Choice::WriteMessage),
        Just(Choice::LeaveMessage { text: "Call me".into() }),
    ];
    prop_oneof![
        1 => (agent(), 0..=3u32, any::<bool>(), 1..=2u32)
            .prop_map(|(agent, capacity, removed, weight)| Doing::Reconfigure { agent, capacity, removed, weight }),
        1 => (1..=HOURS, 1..120_000u64).prop_map(|(hours, open_ms)| Doing::RenewHours { hours, open_ms }),
        3 => agent().prop_map(|agent| Doing::Connect { agent }),
        2 => agent().prop_map(|agent| Doing::Lose { agent }),
        4 => (agent(), status).prop_map(|(agent, status)| Doing::Status { agent, status }),
        1 => (agent(), open()).prop_map(|(agent, open)| Doing::GoOffline { agent, open }),
        2 => visitor().prop_map(|visitor| Doing::VisitorComes { visitor }),
        1 => visitor().prop_map(|visitor| Doing::VisitorGoes { visitor }),
        8 => (visitor(), option::of(1..=QUEUES), option::of(1..=3u8))
            .prop_map(|(visitor, queue, skill)| Doing::Open { visitor, queue, skill }),
        2 => (pick(), choice).prop_map(|(pick, choice)| Doing::Choose { pick, choice }),
        14 => (pick(), pick()).prop_map(|(pick, asked)| Doing::Accept { pick, asked }),
        4 => (pick(), pick()).prop_map(|(pick, asked)| Doing::Decline { pick, asked }),
        2 => (pick(), agent()).prop_map(|(pick, agent)| Doing::Pull { pick, agent }),
        3 => pick().prop_map(|pick| Doing::VisitorWrites { pick }),
        3 => (pick(), select(vec![Audience::Everybody, Audience::Staff, Audience::Whisper])).prop_map(|(pick, audience)| Doing::AgentWrites { pick, audience }),
        1 => pick().prop_map(|pick| Doing::VisitorCloses { pick }),
        14 => (pick(), deed, other).prop_map(|(pick, deed, other)| Doing::Own { pick, deed, other }),
        12 => (pick(), target, mode, option::of((1..=QUEUES).prop_map(QueueId)))
            .prop_map(|(pick, target, mode, place)| Doing::Transfer { pick, target, mode, place }),
        12 => (pick(), invited).prop_map(|(pick, target)| Doing::Invite { pick, target }),
        8 => (pick(), conferring).prop_map(|(pick, deed)| Doing::Confer { pick, deed }),
        9 => (pick(), agent(), oversight).prop_map(|(pick, by, deed)| Doing::Supervise { pick, by, deed }),
        2 => (pick(), option::of((1..=5u32, 0..=600_000u64))).prop_map(|(pick, range)| Doing::Predict { pick, range }),
        1 => pick().prop_map(|pick| Doing::Quarantine { pick }),
    ]
}

impl Doing {
    /// The command it comes to; none if there is nothing to do it with.
    pub fn resolve(self, desk: &Desk, now: Timestamp) -> Option<(Actor, Command)> {
        let agent = |id| Actor::Agent(AgentId(id));
        let system = |command| Some((Actor::System, command));
        let message = || Draft { text: "Hello".into(), files: Vec::new() };
        match self {
            Doing::Reconfigure { agent, capacity, removed, weight } => {
                let config =
                    Box::new(reconfigured(desk.config()?, agent, capacity, removed, weight));
                system(Command::Configure { config })
            }
            Doing::Connect { agent } => system(Command::ConnectAgent { agent: AgentId(agent) }),
            Doing::RenewHours { hours, open_ms } => {
                let config = desk.config()?;
                let mut open = config.hours.get(&HoursId(hours))?.open.clone();
                let from = open.last().map_or(START, |last| last.to).after(30_000);
                open.push(Interval { from, to: from.after(open_ms) });
                let hours = BTreeMap::from([(HoursId(hours), open)]);
                system(Command::RenewHours { version: config.version, hours })
            }
            Doing::Lose { agent } => system(Command::LoseAgentConnection { agent: AgentId(agent) }),
            Doing::Status { agent: id, status } => {
                Some((agent(id), Command::SetStatus { status, reason: None }))
            }
            Doing::GoOffline { agent: id, open } => Some((agent(id), Command::GoOffline { open })),
            Doing::VisitorComes { visitor } => {
                system(Command::ConnectVisitor { visitor: VisitorId(visitor) })
            }
            Doing::VisitorGoes { visitor } => {
                system(Command::LoseVisitorConnection { visitor: VisitorId(visitor) })
            }
            Doing::Open { visitor, queue, skill } => {
                let needs: BTreeMap<_, _> =
                    skill.map(|level| (SkillId(SKILLS), level)).into_iter().collect();
                let command = Command::OpenConversation {
                    entry: queue.map(QueueId).map(Entry::Queue),
                    needs,
                    // Every fourth visitor brings none.
                    language: LANGUAGES.get(visitor as usize % 4).map(|code| (*code).into()),
                    answers: BTreeMap::new(),
                    attributes: BTreeMap::new(),
                    message: Some(message()),
                };
                Some((Actor::Visitor(VisitorId(visitor)), command))
            }
            Doing::Choose { pick, choice } => {
                let asked =
                    picked(desk, pick, |c| c.wait().is_some_and(|wait| wait.choice.is_some()))?;
                Some((
                    Actor::Visitor(asked.visitor),
                    Command::AnswerChoice { conversation: asked.id, choice },
                ))
            }
            Doing::Accept { pick, asked } => {
                let (agent, offer) = asked_agent(desk, pick, asked)?;
                Some((Actor::Agent(agent), Command::AcceptOffer { offer }))
            }
            Doing::Decline { pick, asked } => {
                let (agent, offer) = asked_agent(desk, pick, asked)?;
                Some((Actor::Agent(agent), Command::DeclineOffer { offer }))
            }
            Doing::Pull { pick, agent: id } => {
                let conversation = picked(desk, pick, |c| c.spot().is_some())?.id;
                Some((agent(id), Command::Pull { conversation }))
            }
            Doing::VisitorWrites { pick } => {
                let c = picked(desk, pick, |_| true)?;
                let audience = Audience::Everybody;
                Some((
                    Actor::Visitor(c.visitor),
                    Command::PostMessage { conversation: c.id, audience, message: message() },
                ))
            }
            Doing::AgentWrites { pick, audience } => {
                let c = picked(desk, pick, |c| c.owner().is_some())?;
                Some((
                    Actor::Agent(c.owner()?),
                    Command::PostMessage { conversation: c.id, audience, message: message() },
                ))
            }
            Doing::VisitorCloses { pick } => {
                let c = picked(desk, pick, |_| true)?;
                Some((Actor::Visitor(c.visitor), Command::Close { conversation: c.id }))
            }
            Doing::Own { pick, deed, other } => {
                let who = other.unwrap_or(deed.whose());
                let wakes = matches!(deed, Deed::Wake);
                let fits =
                    |c: &Conversation| person(c, who).is_some() && (!wakes || c.parked().is_some());
                let c = picked(desk, pick, fits)?;
                Some((Actor::Agent(person(c, who)?), deed.command(c.id)))
            }
            Doing::Transfer { pick, target, mode, place } => {
                let c = picked(desk, pick, |c| c.owner().is_some())?;
                let (reason, note) =
                    (Some("billing".into()), Note { goal: "Refund".into(), ..Note::default() });
                let command = Command::StartTransfer {
                    conversation: c.id,
                    target,
                    mode,
                    place,
                    reason,
                    note,
                };
                Some((Actor::Agent(c.owner()?), command))
            }
            Doing::Invite { pick, target } => {
                let c = picked(desk, pick, |c| c.owner().is_some())?;
                let note = Note { ask: "Look at the line".into(), ..Note::default() };
                let command = Command::Invite { conversation: c.id, target, reason: None, note };
                Some((Actor::Agent(c.owner()?), command))
            }
            Doing::Confer { pick, deed } => {
                let confers = |c: &Conversation| {
                    c.owner().is_some() && (!c.guests.is_empty() || !c.invitations.is_empty())
                };
                let c = picked(desk, pick, confers)?;
                let (conversation, guest) =
                    (c.id, c.guests.keys().nth(pick % c.guests.len().max(1)));
                let command = match deed {
                    Conferring::Cancel => Command::CancelInvitation {
                        conversation,
                        invitation: *c.invitations.keys().next()?,
                    },
                    Conferring::Remove => Command::RemoveGuest { conversation, agent: *guest? },
                    Conferring::MakeOwner => Command::MakeOwner { conversation, agent: *guest? },
                    Conferring::LeaveTo => Command::Leave { conversation, next: guest.copied() },
                };
                Some((Actor::Agent(c.owner()?), command))
            }
            Doing::Supervise { pick, by, deed } => {
                let conversation = picked(desk, pick, |_| true)?.id;
                Some((
                    agent(by),
                    match deed {
                        Oversight::Assign { to, room } => {
                            Command::Assign { conversation, agent: AgentId(to), room }
                        }
                        Oversight::Requeue => Command::Requeue { conversation },
                        Oversight::Close => Command::Close { conversation },
                        Oversight::TakeHand(mode) => {
                            Command::TakeHand { conversation, mode, confirmed: false }
                        }
                        Oversight::Assist { mode, confirmed } => {
                            Command::Assist { conversation, mode, confirmed }
                        }
                        Oversight::TakeOver(owner) => Command::TakeOver { conversation, owner },
                        Oversight::AllowMove => Command::AllowMove { conversation },
                        Oversight::Read => Command::NoteReading { conversation },
                    },
                ))
            }
            Doing::Predict { pick, range: None } => {
                let mut commands = estimate::refresh(&Picture::of(desk, now));
                let command = pick % commands.len().max(1);
                (command < commands.len()).then(|| (Actor::System, commands.swap_remove(command)))
            }
            Doing::Predict { pick, range: Some((position, p50_ms)) } => {
                let conversation = picked(desk, pick, |_| true)?.id;
                let estimate = Estimate::Range { p50_ms, p90_ms: 2 * p50_ms };
                system(Command::NoteEstimate { conversation, position, estimate })
            }
            Doing::Quarantine { pick } => {
                system(Command::Quarantine { conversation: picked(desk, pick, |_| true)?.id })
            }
        }
    }
}

impl Deed {
    fn whose(self) -> Who {
        match self {
            Deed::Close
            | Deed::Park
            | Deed::Wake
            | Deed::Cancel
            | Deed::Complete
            | Deed::Leave
            | Deed::PassOwnership
            | Deed::Priority(_)
            | Deed::RaiseHand
            | Deed::LowerHand
            | Deed::Report => Who::Owner,
            Deed::Recall => Who::Sender,
            Deed::HandBack => Who::Receiver,
            Deed::EndWrapUp | Deed::ExtendWrapUp => Who::Former,
        }
    }

    fn command(self, conversation: ConversationId) -> Command {
        match self {
            Deed::Close => Command::Close { conversation },
            Deed::Park => Command::Park { conversation },
            Deed::Wake => Command::Wake { conversation },
            Deed::Cancel => Command::CancelTransfer { conversation },
            Deed::Recall => Command::RecallTransfer { conversation },
            Deed::Complete => Command::CompleteTransfer { conversation },
            Deed::HandBack => Command::HandBack { conversation },
            Deed::Leave => Command::Leave { conversation, next: None },
            Deed::PassOwnership => Command::PassOwnership { conversation },
            Deed::EndWrapUp => Command::EndWrapUp {
                conversation,
                disposition: Some("solved".into()),
                note: Some("Done".into()),
            },
            Deed::ExtendWrapUp => Command::ExtendWrapUp { conversation },
            Deed::Priority(priority) => Command::SetPriority { conversation, priority },
            Deed::Report => Command::ReportActivity,
            Deed::RaiseHand => Command::RaiseHand { conversation, note: "Help".into() },
            Deed::LowerHand => Command::LowerHand { conversation },
        }
    }
}

fn person(conversation: &Conversation, who: Who) -> Option<AgentId> {
    match who {
        Who::Owner => conversation.owner(),
        Who::Receiver => conversation.receiver(),
        Who::Sender => conversation.handoff.as_ref().map(|handoff| handoff.from),
        Who::Guest => conversation.guests.keys().next().copied(),
        Who::Former => conversation.wrap_ups.keys().next().copied(),
        Who::Supervisor => conversation.supervisors.keys().next().copied(),
    }
}

fn picked(desk: &Desk, pick: usize, fits: impl Fn(&Conversation) -> bool) -> Option<&Conversation> {
    let fitting: Vec<_> = desk.state().conversations.values().filter(|c| fits(c)).collect();
    fitting.get(pick % fitting.len().max(1)).copied()
}

fn asked_agent(desk: &Desk, pick: usize, asked: usize) -> Option<(AgentId, domain::ids::OfferId)> {
    let offers = desk.state().conversations.values().flat_map(Conversation::seekings);
    let offers: Vec<_> = offers.filter_map(|seeking| seeking.offer).collect();
    let offer = *offers.get(pick % offers.len().max(1))?;
    match &offer.to {
        OfferTo::Agent(agent) => Some((*agent, offer.id)),
        OfferTo::Broadcast(agents) => Some((*agents.get(asked % agents.len().max(1))?, offer.id)),
    }
}

/// The next version: one agent has another capacity or is gone, one queue another weight.
fn reconfigured(config: &Config, agent: u64, capacity: u32, removed: bool, weight: u32) -> Config {
    let mut config = Config { version: config.version + 1, ..config.clone() };
    if removed && config.agents.len() > 2 {
        config.agents.remove(&AgentId(agent));
        for queue in config.queues.values_mut() {
            queue.members.retain(|member| *member != AgentId(agent));
        }
    } else if let Some(agent) = config.agents.get_mut(&AgentId(agent)) {
        agent.capacity = capacity;
    }
    if let Some(queue) = config.queues.get_mut(&QueueId(1 + agent % QUEUES)) {
        queue.weight = weight;
    }
    config
}
