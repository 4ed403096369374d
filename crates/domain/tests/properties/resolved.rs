//! The command an act comes to on a desk: the object it means is one of those there are.

use std::collections::BTreeMap;

use domain::{
    Desk,
    command::{Actor, Audience, Command, Draft, Note},
    config::{Config, Entry, Interval},
    estimate::{self, Estimate, Picture},
    event::OfferTo,
    ids::{AgentId, ConversationId, HoursId, OfferId, QueueId, SkillId, Timestamp, VisitorId},
    state::Conversation,
};

use super::{
    START,
    acts::{Conferring, Deed, Doing, Oversight, Who},
    workspaces::{LANGUAGES, QUEUES, SKILLS},
};

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
            Doing::PageSays { pick, plan } => {
                let c = picked(desk, pick, |_| true)?;
                let changes = BTreeMap::from([("plan".into(), plan.map(|plan| plan.to_string()))]);
                let known = match c.attributes {
                    Some(_) => BTreeMap::from([("plan".into(), String::new())]),
                    None => BTreeMap::new(),
                };
                let command = Command::SetAttributes { conversation: c.id, known, changes };
                Some((Actor::Visitor(c.visitor), command))
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
            Doing::Erase { pick } => {
                let visitor = picked(desk, pick, |_| true)?.visitor;
                Some((Actor::System, Command::EraseVisitor { visitor }))
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

fn asked_agent(desk: &Desk, pick: usize, asked: usize) -> Option<(AgentId, OfferId)> {
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
