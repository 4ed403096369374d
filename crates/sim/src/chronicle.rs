//! What people did in a run, as a script: the way from a run that broke to a `.story` that breaks the same way.
//!
//! Holds what is in the journal, in its order and at its times; what was refused changed nothing and is left out.
//! Deadlines are not told: whoever plays the script honours them. Words are those of `story::parse`.

use std::collections::BTreeMap;

use domain::{
    command::{
        Actor, AssistMode, Audience, Choice, ChosenStatus, Command, Completion, Confirmed,
        Displaced, Draft, Note, OnUnanswered, OpenWork, Room, Target, TransferMode,
    },
    config::{Config, Entry},
    estimate::{Estimate, Unknown},
    event::Event,
    ids::{ConversationId, HandoffId, OfferId, SkillId, Timestamp},
};
use engine::{ClientId, Decided};

use crate::{
    simulation::BEGIN,
    story::{Document, Names, length},
};

#[derive(Debug)]
pub struct Chronicle {
    names: Names,
    /// What was asked and is not in the journal yet.
    asked: BTreeMap<ClientId, Command>,
    offers: BTreeMap<OfferId, ConversationId>,
    invited: BTreeMap<HandoffId, Target>,
    configured: Option<Config>,
    document: Document,
    /// By which the document may have come from one version to the next.
    changes: &'static [&'static str],
    lines: Vec<String>,
}

impl Chronicle {
    pub fn new(document: Document, changes: &'static [&'static str]) -> Self {
        Self {
            names: Names::from(BEGIN),
            asked: BTreeMap::new(),
            offers: BTreeMap::new(),
            invited: BTreeMap::new(),
            configured: None,
            document,
            changes,
            lines: Vec::new(),
        }
    }

    pub fn asked(&mut self, id: ClientId, command: &Command) {
        self.asked.insert(id, command.clone());
    }

    pub fn refused(&mut self, id: ClientId) {
        self.asked.remove(&id);
    }

    /// The next of the journal.
    pub fn told(&mut self, decided: &Decided) {
        let command = match decided.key {
            Some((id, _)) => self.asked.remove(&id),
            None => {
                // An erasure ends what runs before it says so.
                let erased = decided.entries.iter().find_map(|entry| erased(&entry.event));
                let first = decided.entries.first();
                erased.or_else(|| first.and_then(|entry| said_by_the_server(&entry.event)))
            }
        };
        for entry in &decided.entries {
            self.learn(&entry.event);
        }
        if let Some(command) = command {
            self.line(decided.actor, &command, decided.at);
        }
    }

    /// One thing more, that never came to be told.
    pub fn line(&mut self, actor: Actor, command: &Command, at: Timestamp) {
        let who = match actor {
            Actor::Agent(agent) => self.names.agent(agent),
            Actor::Visitor(visitor) => self.names.visitor(visitor),
            Actor::System if matches!(command, Command::EraseVisitor { .. }) => "system".to_owned(),
            Actor::System => String::new(),
        };
        if let Some(deed) = self.deed(command, at) {
            let line = format!("{} {who} {deed}", length(at.since(BEGIN)));
            self.lines.push(line.replace("  ", " "));
        }
    }

    /// The script's steps, up to a moment.
    pub fn steps(&self, until: Timestamp) -> Vec<String> {
        let mut steps = self.lines.clone();
        steps.push(format!("{} tick", length(until.since(BEGIN))));
        steps
    }

    fn learn(&mut self, event: &Event) {
        if let Event::WorkspaceConfigured { config } = event {
            self.names.learn(config);
        }
        if let Event::ConversationOpened { conversation, visitor, .. } = event {
            self.names.opened(*conversation, *visitor);
        }
        if let Event::OfferMade { offer, conversation, .. } = event {
            self.offers.insert(*offer, *conversation);
        }
        if let Event::InvitationStarted { invitation, .. } = event {
            self.invited.insert(invitation.handoff, invitation.target);
        }
    }

    /// Verb and objects; none for what a script has no word for or need not say.
    fn deed(&mut self, command: &Command, at: Timestamp) -> Option<String> {
        let c = |id: &ConversationId| self.names.conversation(*id);
        Some(match command {
            Command::Configure { config } => return self.change_to(config, at),
            Command::StartServer => "server restarts".to_owned(),
            // The clock's, and the server's own every week.
            Command::Tick | Command::RenewHours { .. } => return None,
            Command::Quarantine { conversation } => {
                format!("system quarantines {}", c(conversation))
            }
            Command::NoteEstimate { conversation, position, estimate } => {
                let found = match estimate {
                    Estimate::Range { p50_ms, p90_ms } => {
                        format!("{} to {}", length(*p50_ms), length(*p90_ms))
                    }
                    Estimate::Unknown(Unknown::NobodyOnShift) => "nobody_on_shift".to_owned(),
                    Estimate::Unknown(Unknown::NoData) => "no_data".to_owned(),
                };
                format!("system estimates {} at {position} as {found}", c(conversation))
            }
            Command::ConnectAgent { agent } => format!("{} connects", self.names.agent(*agent)),
            Command::LoseAgentConnection { agent } => format!("{} drops", self.names.agent(*agent)),
            Command::ConnectVisitor { visitor } => {
                format!("{} connects", self.names.visitor(*visitor))
            }
            Command::LoseVisitorConnection { visitor } => {
                format!("{} drops", self.names.visitor(*visitor))
            }
            Command::EraseVisitor { visitor } => {
                format!("erases {}", self.names.visitor(*visitor))
            }
            Command::OpenConversation { entry, needs, message, .. } => {
                self.opening(entry.as_ref(), needs, message.as_ref())?
            }
            Command::AnswerChoice { choice: Choice::KeepWaiting, .. } => "keeps waiting".to_owned(),
            Command::AnswerChoice { choice: Choice::WriteMessage, .. } => {
                "wants to write".to_owned()
            }
            Command::AnswerChoice { choice: Choice::LeaveMessage { text }, .. } => {
                format!("leaves message {}", quoted(text))
            }
            Command::PostMessage { conversation, audience, message } => {
                let verb = match audience {
                    Audience::Everybody => "writes",
                    Audience::Staff => "notes",
                    Audience::Whisper => "whispers",
                };
                format!("{verb} {} {}", c(conversation), quoted(&message.text))
            }
            Command::Close { conversation } => format!("closes {}", c(conversation)),
            Command::SetStatus { status, .. } => match status {
                ChosenStatus::Online => "online",
                ChosenStatus::TransferOnly => "transfer_only",
                ChosenStatus::Away => "away",
                ChosenStatus::Offline => "offline",
            }
            .to_owned(),
            Command::GoOffline { open: OpenWork::Finish } => "offline".to_owned(),
            Command::GoOffline { open: OpenWork::HandOver } => "offline handing over".to_owned(),
            Command::ReportActivity => "active".to_owned(),
            Command::AcceptOffer { offer } => format!("accepts {}", c(self.offers.get(offer)?)),
            Command::DeclineOffer { offer } => format!("declines {}", c(self.offers.get(offer)?)),
            Command::Pull { conversation } => format!("pulls {}", c(conversation)),
            Command::StartTransfer { conversation, target, mode, place, reason, note } => {
                let mut line = format!("transfers {} {}", c(conversation), way(*mode));
                line += &format!(" to {}", self.target(*target));
                line += match mode {
                    TransferMode::Warm(Completion::Introduced) => "",
                    TransferMode::Warm(Completion::OnAccept) => " staying",
                    TransferMode::Warm(Completion::OnAcceptAndLeave) => " leaving",
                    TransferMode::Cold(OnUnanswered::Return) => "",
                    TransferMode::Cold(OnUnanswered::Queue) => " else queue",
                    TransferMode::Cold(OnUnanswered::Park) => " else park",
                };
                if let Some(queue) = place {
                    line += &format!(" in {}", self.names.queue(*queue));
                }
                line + &because(reason.as_deref(), note)
            }
            Command::Escalate { conversation, option, reason, note, confirmed } => {
                let to = option.as_ref().map(|option| format!(" to {option}")).unwrap_or_default();
                let anyway = match confirmed {
                    Confirmed::No => "",
                    Confirmed::Yes => " anyway",
                };
                let words = because(reason.as_deref(), note);
                format!("escalates {}{to}{words}{anyway}", c(conversation))
            }
            Command::Return { conversation, note } => {
                format!("returns {}{}", c(conversation), because(None, note))
            }
            Command::SetAttributes { changes, .. } => {
                let said = changes.iter().map(|(key, value)| match value {
                    Some(value) => format!(" {key} {}", quoted(value)),
                    None => format!(" {key}"),
                });
                format!("tells{}", said.collect::<String>())
            }
            Command::AnswerSurvey { rating, comment, .. } => {
                let comment = Note { text: comment.clone(), ..Note::default() };
                format!("rates {rating}{}", because(None, &comment))
            }
            Command::CancelTransfer { conversation } => format!("cancels {}", c(conversation)),
            Command::RecallTransfer { conversation } => format!("recalls {}", c(conversation)),
            Command::CompleteTransfer { conversation } => format!("completes {}", c(conversation)),
            Command::HandBack { conversation } => format!("hands back {}", c(conversation)),
            Command::Leave { conversation, next: None } => format!("leaves {}", c(conversation)),
            Command::Leave { conversation, next: Some(next) } => {
                format!("leaves {} to {}", c(conversation), self.names.agent(*next))
            }
            Command::Invite { conversation, target, reason, note } => {
                let line = format!("invites {} to {}", self.target(*target), c(conversation));
                line + &because(reason.as_deref(), note)
            }
            Command::CancelInvitation { conversation, invitation } => {
                let target = self.target(*self.invited.get(invitation)?);
                format!("uninvites {target} from {}", c(conversation))
            }
            Command::RemoveGuest { conversation, agent } => {
                format!("removes {} from {}", self.names.agent(*agent), c(conversation))
            }
            Command::MakeOwner { conversation, agent } => {
                format!("makes {} owner of {}", self.names.agent(*agent), c(conversation))
            }
            Command::PassOwnership { conversation } => format!("passes {}", c(conversation)),
            Command::Park { conversation } => format!("parks {}", c(conversation)),
            Command::Wake { conversation } => format!("wakes {}", c(conversation)),
            Command::EndWrapUp { conversation, disposition, note } => {
                let code = disposition.as_ref().map(|code| format!(" as {code}"));
                let note = note.as_ref().map(|note| format!(" {}", quoted(note)));
                let (code, note) = (code.unwrap_or_default(), note.unwrap_or_default());
                format!("wraps up {}{code}{note}", c(conversation))
            }
            Command::ExtendWrapUp { conversation } => format!("extends {}", c(conversation)),
            Command::SetPriority { conversation, priority } => {
                format!("prioritises {} {priority}", c(conversation))
            }
            Command::RunLine { conversation, line } => {
                format!("runs {} {}", c(conversation), quoted(line))
            }
            Command::SetTags { conversation, add, remove } => {
                let off = remove.iter().map(|tag| format!("-{tag}"));
                let tags: Vec<String> = add.iter().cloned().chain(off).collect();
                format!("runs {} {}", c(conversation), quoted(&format!("/tag {}", tags.join(" "))))
            }
            Command::Assign { conversation, agent, room } => {
                let regardless = match room {
                    Room::Respected => "",
                    Room::Overridden => " regardless",
                };
                format!("assigns {} to {}{regardless}", c(conversation), self.names.agent(*agent))
            }
            Command::Requeue { conversation } => format!("requeues {}", c(conversation)),
            Command::RaiseHand { conversation, note } => {
                let note =
                    if note.is_empty() { String::new() } else { format!(" {}", quoted(note)) };
                format!("raises hand in {}{note}", c(conversation))
            }
            Command::LowerHand { conversation } => format!("lowers hand in {}", c(conversation)),
            Command::TakeHand { conversation, mode, confirmed } => {
                format!("takes hand in {} {}", c(conversation), assisting(*mode, *confirmed))
            }
            Command::Assist { conversation, mode, confirmed } => {
                format!("assists {} {}", c(conversation), assisting(*mode, *confirmed))
            }
            Command::TakeOver { conversation, owner } => {
                let keeping = match owner {
                    Displaced::Stays => " keeping",
                    Displaced::Leaves => "",
                };
                format!("takes over {}{keeping}", c(conversation))
            }
            Command::AllowMove { conversation } => format!("allows move of {}", c(conversation)),
            Command::NoteReading { conversation } => format!("reads {}", c(conversation)),
            Command::AnswerMessage { conversation } => {
                format!("answers message of {}", c(conversation))
            }
        })
    }

    fn opening(
        &self,
        entry: Option<&Entry>,
        needs: &BTreeMap<SkillId, u8>,
        message: Option<&Draft>,
    ) -> Option<String> {
        let mut line = "opens".to_owned();
        if let Some(message) = message {
            line += &format!(" {}", quoted(&message.text));
        }
        match entry {
            Some(Entry::Queue(queue)) => line += &format!(" in {}", self.names.queue(*queue)),
            Some(Entry::Pipeline(pipeline)) => {
                line += &format!(" in {}", self.names.pipeline(*pipeline))
            }
            None => {}
        }
        if !needs.is_empty() {
            line += " needing";
            for (skill, level) in needs {
                line += &format!(" {} {level}", self.names.skill(*skill));
            }
        }
        Some(line)
    }

    fn target(&self, target: Target) -> String {
        match target {
            Target::Agent(agent) => self.names.agent(agent),
            Target::Queue(queue) => self.names.queue(queue),
        }
    }

    /// The change that leads to this version; the first version is the script's own.
    fn change_to(&mut self, config: &Config, at: Timestamp) -> Option<String> {
        let previous = self.configured.replace(config.clone())?;
        for change in self.changes {
            let mut document = self.document.clone();
            let changed = document.change(change);
            let changed = changed.and_then(|()| document.load(Some(&previous), at));
            if changed.is_ok_and(|changed| without_hours(changed) == without_hours(config.clone()))
            {
                self.document = document;
                return Some(format!("admin configures\n  {change}"));
            }
        }
        None
    }
}

fn assisting(mode: AssistMode, confirmed: bool) -> &'static str {
    match (mode, confirmed) {
        (AssistMode::Observe, _) => "by observing",
        (AssistMode::Whisper, _) => "by whispering",
        (AssistMode::Join, false) => "by joining",
        (AssistMode::Join, true) => "by joining confirmed",
    }
}

/// The command of the server that led to this, where it was not the clock's.
// Everything else follows from the clock.
#[expect(clippy::wildcard_enum_match_arm, reason = "events that the server brings about itself")]
fn said_by_the_server(event: &Event) -> Option<Command> {
    Some(match event.clone() {
        Event::WorkspaceConfigured { config } => Command::Configure { config },
        Event::ServerStarted => Command::StartServer,
        Event::ConversationQuarantined { conversation } => Command::Quarantine { conversation },
        Event::EstimateShown { conversation, position, estimate } => {
            Command::NoteEstimate { conversation, position, estimate }
        }
        Event::AgentConnected { agent } => Command::ConnectAgent { agent },
        Event::AgentConnectionLost { agent } => Command::LoseAgentConnection { agent },
        Event::VisitorConnected { visitor } => Command::ConnectVisitor { visitor },
        Event::VisitorConnectionLost { visitor } => Command::LoseVisitorConnection { visitor },
        _ => return None,
    })
}

fn erased(event: &Event) -> Option<Command> {
    if let Event::VisitorErased { visitor } = event {
        return Some(Command::EraseVisitor { visitor: *visitor });
    }
    None
}

/// How far hours are expanded depends on the moment they are read.
fn without_hours(mut config: Config) -> Config {
    config.hours.values_mut().for_each(|hours| hours.open.clear());
    config
}

fn way(mode: TransferMode) -> &'static str {
    match mode {
        TransferMode::Warm(_) => "warm",
        TransferMode::Cold(_) => "cold",
    }
}

fn because(reason: Option<&str>, note: &Note) -> String {
    let mut words = reason.map(|reason| format!(" because {reason}")).unwrap_or_default();
    if !note.text.is_empty() {
        words += &format!(" {}", quoted(&note.text));
    }
    for (field, text) in [("goal", &note.goal), ("tried", &note.tried), ("ask", &note.ask)] {
        if !text.is_empty() {
            words += &format!(" {field} {}", quoted(text));
        }
    }
    words
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "'"))
}
