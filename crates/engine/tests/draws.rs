//! Commands drawn at random, interpreted against what the desk holds, so that many of them take effect.

use domain::{
    command::{
        Actor, Audience, Choice, ChosenStatus, Command, Completion, Note, OnUnanswered, OpenWork,
        Room, Target, TransferMode,
    },
    ids::{AgentId, ConversationId, QueueId},
    state::{Conversation, Link},
    view::{ObjectKey, Viewer},
};
use proptest::{collection::vec, prelude::*};

use crate::script::{DAN, EVE, Script, draft, open_in, say};

/// Four numbers that mean a command once there is a desk to point at.
pub type Draw = (u8, u8, u8, u8);

fn pick<T: Copy>(from: &[T], draw: u8) -> Option<T> {
    from.get(usize::from(draw) % from.len().max(1)).copied()
}

/// The command that a draw means on this desk; none where there is nothing to point at.
pub fn command(script: &Script, (kind, who, what, how): Draw) -> Option<(Actor, Command)> {
    let state = script.engine.desk().state();
    let agents: Vec<AgentId> = script.config.agents.keys().copied().collect();
    let queues: Vec<QueueId> = script.config.queues.keys().copied().collect();
    let agent = pick(&agents, who)?;
    let visitor = pick(&[EVE, DAN], who)?;
    let conversations: Vec<ConversationId> = state.conversations.keys().copied().collect();
    let those = |fits: fn(&Conversation) -> bool| -> Vec<ConversationId> {
        state.conversations.values().filter(|found| fits(found)).map(|found| found.id).collect()
    };
    // Two in three are about a conversation that somebody owns, where there is one.
    let owned = those(|found| found.owner().is_some());
    let about =
        || pick(&owned, what).filter(|_| what % 3 != 0).or_else(|| pick(&conversations, what));
    let handed = || pick(&those(|found| found.handoff.is_some()), what).or_else(about);
    // Most commands are an owner's to give; one in four comes from anybody.
    let holder = || {
        let owner = about().and_then(|id| state.conversations[&id].owner());
        Actor::Agent(owner.filter(|_| who % 4 != 0).unwrap_or(agent))
    };
    let offer = |agent| {
        let snapshot = script.engine.desk().snapshot(Viewer::Agent(agent));
        snapshot.into_keys().find_map(|key| match key {
            ObjectKey::Offer(offer) => Some(offer),
            ObjectKey::Me | ObjectKey::Conversation(_) => None,
        })
    };
    let offered = || {
        agents
            .iter()
            .cycle()
            .skip(usize::from(who))
            .take(agents.len())
            .find_map(|a| Some((*a, offer(*a)?)))
    };
    Some(match kind % 26 {
        0 | 1 => {
            let queue = pick(&queues, how).filter(|_| how % 3 != 0);
            (Actor::Visitor(visitor), open_in(queue))
        }
        2 => (
            Actor::Visitor(state.conversations[&about()?].visitor),
            say(about()?, "a visitor's words"),
        ),
        3..=5 => {
            let (agent, offer) = offered()?;
            (Actor::Agent(agent), Command::AcceptOffer { offer })
        }
        6 => {
            let (agent, offer) = offered()?;
            (Actor::Agent(agent), Command::DeclineOffer { offer })
        }
        7 => {
            let audience = if how % 2 == 0 { Audience::Everybody } else { Audience::Staff };
            (
                holder(),
                Command::PostMessage {
                    conversation: about()?,
                    audience,
                    message: draft("an agent's words"),
                },
            )
        }
        8..=10 => {
            let target = if how % 2 == 0 {
                Target::Agent(pick(&agents, how / 2)?)
            } else {
                Target::Queue(pick(&queues, how / 2)?)
            };
            let mode = match how / 16 % 6 {
                0 => TransferMode::Warm(Completion::Introduced),
                1 => TransferMode::Warm(Completion::OnAccept),
                2 => TransferMode::Warm(Completion::OnAcceptAndLeave),
                3 => TransferMode::Cold(OnUnanswered::Return),
                4 => TransferMode::Cold(OnUnanswered::Queue),
                _ => TransferMode::Cold(OnUnanswered::Park),
            };
            let note = Note { text: "for colleagues only".to_owned(), ..Note::default() };
            let place = pick(&queues, who);
            (
                holder(),
                Command::StartTransfer {
                    conversation: about()?,
                    target,
                    mode,
                    place,
                    reason: None,
                    note,
                },
            )
        }
        11 | 12 => {
            let conversation = handed()?;
            let found = &state.conversations[&conversation];
            let receiver = found.receiver();
            let actor = found.handoff.as_ref().map_or(agent, |handoff| handoff.from);
            match how % 5 {
                0 => (Actor::Agent(actor), Command::CancelTransfer { conversation }),
                1 => (Actor::Agent(actor), Command::RecallTransfer { conversation }),
                2 => (Actor::Agent(receiver.unwrap_or(agent)), Command::HandBack { conversation }),
                3 => (Actor::Agent(actor), Command::CompleteTransfer { conversation }),
                _ => (
                    Actor::Agent(receiver.unwrap_or(agent)),
                    Command::CompleteTransfer { conversation },
                ),
            }
        }
        13 => {
            let present = those(|found| found.receiver().is_some() || !found.guests.is_empty());
            let conversation = pick(&present, what).or_else(about)?;
            let guest = state.conversations[&conversation].guests.keys().next().copied();
            (Actor::Agent(guest.unwrap_or(agent)), Command::Leave { conversation, next: None })
        }
        14 => {
            let parked = those(|found| found.parked().is_some());
            match pick(&parked, what).filter(|_| how % 2 == 0) {
                Some(conversation) => {
                    let owner = state.conversations[&conversation].owner()?;
                    (Actor::Agent(owner), Command::Wake { conversation })
                }
                None => (holder(), Command::Park { conversation: about()? }),
            }
        }
        15 => (holder(), Command::Close { conversation: about()? }),
        16 => {
            let conversation = about()?;
            let agent =
                state.conversations[&conversation].wrap_ups.keys().next().copied().unwrap_or(agent);
            let end = Command::EndWrapUp {
                conversation,
                disposition: None,
                note: Some("for the file".to_owned()),
            };
            (
                Actor::Agent(agent),
                if how % 3 == 0 { Command::ExtendWrapUp { conversation } } else { end },
            )
        }
        17 => {
            let status = match how % 4 {
                0 | 1 => ChosenStatus::Online,
                2 => ChosenStatus::TransferOnly,
                _ => ChosenStatus::Away,
            };
            (Actor::Agent(agent), Command::SetStatus { status, reason: None })
        }
        18 => {
            let open = if how % 2 == 0 { OpenWork::Finish } else { OpenWork::HandOver };
            (Actor::Agent(agent), Command::GoOffline { open })
        }
        19 => {
            let lost = state.agents.iter().find(|(_, agent)| agent.link != Link::Connected);
            let command = match lost.filter(|_| how % 4 != 0) {
                Some((agent, _)) => Command::ConnectAgent { agent: *agent },
                None => Command::LoseAgentConnection { agent },
            };
            (Actor::System, command)
        }
        20 => (
            Actor::System,
            if how % 4 == 0 {
                Command::LoseVisitorConnection { visitor }
            } else {
                Command::ConnectVisitor { visitor }
            },
        ),
        21 => {
            let (conversation, sue) = (about()?, Actor::Agent(script.agent("sue")));
            match how % 4 {
                0 => (sue, Command::Assign { conversation, agent, room: Room::Respected }),
                1 => (sue, Command::Assign { conversation, agent, room: Room::Overridden }),
                2 => (sue, Command::Requeue { conversation }),
                _ => (sue, Command::SetPriority { conversation, priority: how % 10 }),
            }
        }
        22 => (Actor::Agent(agent), Command::Pull { conversation: about()? }),
        23 => {
            let asked = those(|found| found.wait().is_some_and(|wait| wait.choice.is_some()));
            let conversation = pick(&asked, what).or_else(about)?;
            let choice = match how % 3 {
                0 => Choice::KeepWaiting,
                1 => Choice::WriteMessage,
                _ => Choice::LeaveMessage { text: "call me".to_owned() },
            };
            let visitor = Actor::Visitor(state.conversations[&conversation].visitor);
            (visitor, Command::AnswerChoice { conversation, choice })
        }
        24 => {
            (Actor::Agent(agent), Command::SetStatus { status: ChosenStatus::Online, reason: None })
        }
        _ => match how % 12 {
            0 => (Actor::System, Command::Quarantine { conversation: about()? }),
            1 => (Actor::System, Command::StartServer),
            2 => {
                let config = state.config.clone()?;
                let next = domain::config::Config { version: config.version + 1, ..config };
                (Actor::System, Command::Configure { config: Box::new(next) })
            }
            _ => (Actor::Visitor(visitor), Command::Close { conversation: about()? }),
        },
    })
}

/// Mostly none: a hand-over is many commands in a row.
pub const PAUSES_MS: [u64; 16] =
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 2_000, 5_000, 30_000, 60_000, 600_000];

/// Stories of up to 80 commands, each with the pause before it.
pub fn draws() -> impl Strategy<Value = Vec<(Draw, u8)>> {
    vec(((any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>()), any::<u8>()), 1..80)
}
