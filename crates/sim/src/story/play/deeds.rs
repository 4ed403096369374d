//! The command that a deed comes to: names become ids, words become what they stand for.

use std::collections::BTreeMap;

use domain::{
    command::{Actor, Audience, Body, Choice, Command, Draft, FileRef, Note, Target, TransferMode},
    config::Entry,
    ids::{AgentId, ConversationId, FileId, HandoffId, OfferId, QueueId, SkillId},
};

use super::{Player, Socket, connection};
use crate::{
    secrecy::{marked, marked_note},
    story::script::{Deed, Mode, Transfer},
};

impl Player {
    pub(super) fn command(&mut self, actor: Actor, deed: &Deed) -> Result<Command, String> {
        let c = |name: &String| self.conversation(name);
        Ok(match deed {
            Deed::Opens { entry, language, needs, attributes, text } => Command::OpenConversation {
                entry: entry.as_ref().map(|name| self.entry(name)).transpose()?,
                language: language.clone(),
                answers: BTreeMap::new(),
                needs: needs
                    .iter()
                    .map(|(name, level)| Ok((self.skill(name)?, *level)))
                    .collect::<Result<_, String>>()?,
                attributes: attributes.iter().cloned().collect(),
                message: text.as_ref().map(|text| Draft { text: text.clone(), files: Vec::new() }),
            },
            Deed::KeepsWaiting => self.answer(actor, Choice::KeepWaiting)?,
            Deed::WantsToWrite => self.answer(actor, Choice::WriteMessage)?,
            Deed::LeavesMessage { text } => {
                self.answer(actor, Choice::LeaveMessage { text: text.clone() })?
            }
            Deed::Writes { conversation, audience, text, file_bytes } => {
                let conversation = self.theirs(actor, conversation.as_ref())?;
                let text = match audience {
                    Audience::Everybody => text.clone(),
                    Audience::Staff | Audience::Whisper => marked(text),
                };
                let files = file_bytes.iter().map(|bytes| {
                    self.files += 1;
                    FileRef { file: FileId(self.files), bytes: *bytes }
                });
                Command::PostMessage {
                    conversation,
                    audience: *audience,
                    message: Draft { text, files: files.collect() },
                }
            }
            Deed::Closes { conversation } => {
                Command::Close { conversation: self.theirs(actor, conversation.as_ref())? }
            }
            Deed::Sets { status, reason } => {
                Command::SetStatus { status: *status, reason: reason.clone() }
            }
            Deed::GoesOffline { open } => Command::GoOffline { open: *open },
            Deed::IsActive => Command::ReportActivity,
            Deed::Accepts { conversation } => {
                Command::AcceptOffer { offer: self.offer(actor, c(conversation)?) }
            }
            Deed::Declines { conversation } => {
                Command::DeclineOffer { offer: self.offer(actor, c(conversation)?) }
            }
            Deed::Pulls { conversation } => Command::Pull { conversation: c(conversation)? },
            Deed::Transfers { conversation, target, transfer } => {
                self.transfer(c(conversation)?, target, transfer)?
            }
            Deed::Escalates { conversation, option, reason, note, confirmed } => {
                Command::Escalate {
                    conversation: c(conversation)?,
                    option: option.clone(),
                    reason: reason.clone(),
                    note: plain_note(note),
                    confirmed: *confirmed,
                }
            }
            Deed::Returns { conversation, note } => {
                Command::Return { conversation: c(conversation)?, note: plain_note(note) }
            }
            Deed::Tells { attributes } => {
                let conversation = self.theirs(actor, None)?;
                Command::SetAttributes {
                    conversation,
                    known: self.attributes(conversation),
                    changes: attributes.iter().cloned().collect(),
                }
            }
            Deed::Rates { rating, comment } => Command::AnswerSurvey {
                conversation: self.theirs(actor, None)?,
                rating: *rating,
                comment: comment.clone(),
            },
            Deed::Cancels { conversation } => {
                Command::CancelTransfer { conversation: c(conversation)? }
            }
            Deed::Recalls { conversation } => {
                Command::RecallTransfer { conversation: c(conversation)? }
            }
            Deed::Completes { conversation } => {
                Command::CompleteTransfer { conversation: c(conversation)? }
            }
            Deed::HandsBack { conversation } => {
                Command::HandBack { conversation: c(conversation)? }
            }
            Deed::Leaves { conversation, next } => Command::Leave {
                conversation: c(conversation)?,
                next: next.as_ref().map(|name| self.agent(name)).transpose()?,
            },
            Deed::Invites { conversation, target, reason, note } => Command::Invite {
                conversation: c(conversation)?,
                target: self.target(target)?,
                reason: reason.clone(),
                note: marked_note(note),
            },
            Deed::Uninvites { conversation, target } => {
                self.uninvite(c(conversation)?, self.target(target)?)
            }
            Deed::Removes { conversation, agent } => {
                Command::RemoveGuest { conversation: c(conversation)?, agent: self.agent(agent)? }
            }
            Deed::MakesOwner { conversation, agent } => {
                Command::MakeOwner { conversation: c(conversation)?, agent: self.agent(agent)? }
            }
            Deed::Passes { conversation } => {
                Command::PassOwnership { conversation: c(conversation)? }
            }
            Deed::Parks { conversation } => Command::Park { conversation: c(conversation)? },
            Deed::Wakes { conversation } => Command::Wake { conversation: c(conversation)? },
            Deed::EndsWrapUp { conversation, disposition, note } => Command::EndWrapUp {
                conversation: c(conversation)?,
                disposition: disposition.clone(),
                note: note.as_ref().map(|note| marked(note)),
            },
            Deed::ExtendsWrapUp { conversation } => {
                Command::ExtendWrapUp { conversation: c(conversation)? }
            }
            Deed::Runs { conversation, line } => {
                Command::RunLine { conversation: c(conversation)?, line: line.clone() }
            }
            Deed::SetsPriority { conversation, priority } => {
                Command::SetPriority { conversation: c(conversation)?, priority: *priority }
            }
            Deed::Assigns { conversation, agent, room } => Command::Assign {
                conversation: c(conversation)?,
                agent: self.agent(agent)?,
                room: *room,
            },
            Deed::Requeues { conversation } => Command::Requeue { conversation: c(conversation)? },
            Deed::Erases { visitor } => Command::EraseVisitor { visitor: self.names.meet(visitor) },
            Deed::RaisesHand { conversation, note } => Command::RaiseHand {
                conversation: c(conversation)?,
                note: note.as_ref().map(|note| marked(note)).unwrap_or_default(),
            },
            Deed::LowersHand { conversation } => {
                Command::LowerHand { conversation: c(conversation)? }
            }
            Deed::TakesHand { conversation, mode, confirmed } => Command::TakeHand {
                conversation: c(conversation)?,
                mode: *mode,
                confirmed: *confirmed,
            },
            Deed::Assists { conversation, mode, confirmed } => Command::Assist {
                conversation: c(conversation)?,
                mode: *mode,
                confirmed: *confirmed,
            },
            Deed::TakesOver { conversation, owner } => {
                Command::TakeOver { conversation: c(conversation)?, owner: *owner }
            }
            Deed::AllowsMove { conversation } => {
                Command::AllowMove { conversation: c(conversation)? }
            }
            Deed::Reads { conversation } => Command::NoteReading { conversation: c(conversation)? },
            Deed::AnswersMessage { conversation } => {
                Command::AnswerMessage { conversation: c(conversation)? }
            }
            Deed::Connects => connection(actor, Socket::Opened),
            Deed::Drops => connection(actor, Socket::Lost),
        })
    }

    fn attributes(&self, conversation: ConversationId) -> BTreeMap<String, String> {
        let found = self.desk.state().conversations.get(&conversation);
        match found.and_then(|found| self.bodies.get(&found.attributes?)) {
            Some(Body::Attributes(attributes)) => attributes.clone(),
            Some(Body::Text(_) | Body::Note(_)) | None => BTreeMap::new(),
        }
    }

    fn answer(&self, actor: Actor, choice: Choice) -> Result<Command, String> {
        Ok(Command::AnswerChoice { conversation: self.theirs(actor, None)?, choice })
    }

    fn target(&self, name: &str) -> Result<Target, String> {
        match self.names.queue_named(name) {
            Some(queue) => Ok(Target::Queue(queue)),
            None => Ok(Target::Agent(self.agent(name)?)),
        }
    }

    /// The invitation of that target; one that never was if there is none.
    fn uninvite(&self, conversation: ConversationId, target: Target) -> Command {
        let found = self.desk.state().conversations.get(&conversation);
        let mut invitations = found.into_iter().flat_map(|found| found.invitations.values());
        let invitation = invitations.find(|invitation| invitation.target == target);
        let invitation = invitation.map_or(HandoffId(0), |invitation| invitation.id);
        Command::CancelInvitation { conversation, invitation }
    }

    fn transfer(
        &self,
        conversation: ConversationId,
        target: &str,
        transfer: &Transfer,
    ) -> Result<Command, String> {
        Ok(Command::StartTransfer {
            conversation,
            target: self.target(target)?,
            mode: match transfer.mode {
                Mode::Warm(completion) => TransferMode::Warm(completion),
                Mode::Cold(then) => TransferMode::Cold(then),
            },
            place: transfer.place.as_ref().map(|name| self.queue(name)).transpose()?,
            reason: transfer.reason.clone(),
            note: marked_note(&transfer.note),
        })
    }

    /// The conversation a person means: the one named, else the visitor's latest.
    fn theirs(&self, actor: Actor, named: Option<&String>) -> Result<ConversationId, String> {
        match (named, actor) {
            (Some(name), _) => self.conversation(name),
            (None, Actor::Visitor(visitor)) => self
                .latest
                .get(&visitor)
                .copied()
                .ok_or_else(|| "this visitor has no conversation".to_owned()),
            (None, Actor::Agent(_) | Actor::System) => {
                Err("an agent has to name the conversation".to_owned())
            }
        }
    }

    /// The one they have, of several; else the last, so that accepting too late can be told; one that never
    /// was if there was none.
    fn offer(&self, actor: Actor, conversation: ConversationId) -> OfferId {
        let found = self.desk.state().conversations.get(&conversation);
        let theirs = found.into_iter().flat_map(|found| found.seekings()).find(|seeking| {
            seeking.asked().any(|agent| Actor::Agent(agent) == actor) && seeking.offer.is_some()
        });
        let theirs = theirs.and_then(|seeking| seeking.offer).map(|offer| offer.id);
        theirs.or(self.offers.get(&conversation).copied()).unwrap_or_default()
    }

    pub(super) fn conversation(&self, name: &str) -> Result<ConversationId, String> {
        self.names
            .conversation_named(name)
            .ok_or_else(|| format!("there is no conversation `{name}` yet"))
    }

    pub(super) fn agent(&self, name: &str) -> Result<AgentId, String> {
        self.names.agent_named(name).ok_or_else(|| format!("there is no agent `{name}`"))
    }

    fn queue(&self, name: &str) -> Result<QueueId, String> {
        self.names.queue_named(name).ok_or_else(|| format!("there is no queue `{name}`"))
    }

    fn entry(&self, name: &str) -> Result<Entry, String> {
        match self.names.pipeline_named(name) {
            Some(pipeline) => Ok(Entry::Pipeline(pipeline)),
            None => self.queue(name).map(Entry::Queue),
        }
    }

    fn skill(&self, name: &str) -> Result<SkillId, String> {
        self.names.skill_named(name).ok_or_else(|| format!("there is no skill `{name}`"))
    }
}

fn plain_note(text: &str) -> Note {
    let text = if text.is_empty() { String::new() } else { marked(text) };
    Note { text, ..Note::default() }
}
