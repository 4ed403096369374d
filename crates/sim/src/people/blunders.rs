//! What nobody should ask for, and somebody does: the wrong person, the wrong moment, the wrong number.

use std::collections::BTreeMap;

use domain::{
    command::{
        Actor, Audience, Choice, ChosenStatus, Command, Completion, Draft, FileRef, Note,
        OnUnanswered, Room, Target, TransferMode,
    },
    config::{Config, Entry},
    ids::{
        AgentId, ConversationId, FileId, HandoffId, OfferId, PipelineId, QueueId, SkillId,
        VisitorId,
    },
    limits::{MESSAGE_CHARS_MAX, MESSAGE_FILES_MAX},
    state::Conversation,
};

use super::{Crowd, Plan, View, agents::end_wrap_up, draft};

/// Belongs to nothing.
const NOWHERE: u64 = u64::MAX / 2;

type Blunder = fn(&mut Crowd, &View<'_>) -> Option<(Actor, Command)>;

impl Crowd {
    pub(super) fn blunder(&mut self, scene: &mut View<'_>) {
        self.plan_every(self.profile.disturbances.blunder_every, Plan::Blunder, scene);
        if self.calm {
            return;
        }
        let kinds: [Blunder; 6] = [
            Self::of_the_wrong_person,
            Self::at_the_wrong_moment,
            Self::about_nothing,
            Self::of_the_wrong_size,
            Self::against_the_document,
            Self::in_a_line,
        ];
        let Some(kind) = self.dice.pick(&kinds) else { return };
        if let Some((actor, command)) = kind(self, scene) {
            scene.ask(actor, command);
        }
    }

    fn anybody(&mut self) -> Option<AgentId> {
        let agents: Vec<AgentId> = self.config.agents.keys().copied().collect();
        self.dice.pick(&agents).copied()
    }

    fn any<'a>(&mut self, scene: &View<'a>) -> Option<&'a Conversation> {
        let all: Vec<&Conversation> = scene.desk.state().conversations.values().collect();
        self.dice.pick(&all).copied()
    }

    fn any_owned<'a>(&mut self, scene: &View<'a>) -> Option<&'a Conversation> {
        let all = scene.desk.state().conversations.values();
        let owned: Vec<&Conversation> = all.filter(|found| found.owner().is_some()).collect();
        self.dice.pick(&owned).copied()
    }

    /// Anybody about anything.
    fn of_the_wrong_person(&mut self, scene: &View<'_>) -> Option<(Actor, Command)> {
        let (agent, found) = (self.anybody()?, self.any(scene)?);
        let conversation = found.id;
        let commands = [
            Command::Close { conversation },
            Command::Park { conversation },
            Command::Pull { conversation },
            Command::Requeue { conversation },
            Command::CompleteTransfer { conversation },
            Command::HandBack { conversation },
            Command::Leave { conversation, next: None },
            Command::Assign { conversation, agent, room: Room::Respected },
            Command::SetStatus { status: ChosenStatus::Online, reason: None },
            Command::AllowMove { conversation },
            Command::NoteReading { conversation },
            Command::AnswerMessage { conversation },
            Command::EraseVisitor { visitor: found.visitor },
            end_wrap_up(conversation),
            say(conversation, "I only look in"),
        ];
        if self.dice.chance(0.2) {
            let answer = Command::AnswerChoice { conversation, choice: Choice::KeepWaiting };
            return Some((Actor::Visitor(found.visitor), answer));
        }
        Some((Actor::Agent(agent), self.dice.pick(&commands)?.clone()))
    }

    /// A written command that is none, or says too little or too much.
    fn in_a_line(&mut self, scene: &View<'_>) -> Option<(Actor, Command)> {
        let found = self.any_owned(scene)?;
        let (conversation, owner) = (found.id, found.owner()?);
        let lines = [
            "/tarnsfer somebody",
            "/transfer",
            "/park now",
            "/transfer nobody-of-this-name",
            "/tag billing",
            "/tag -billing",
            "/tag two/words",
            "/tag a b c d e f g h i j k l m n o p q r s t u v",
        ];
        let command = if self.dice.chance(0.1) {
            let files = vec![FileRef { file: FileId(1), bytes: 1 }];
            let message = Draft { text: "/park".to_owned(), files };
            Command::PostMessage { conversation, audience: Audience::Everybody, message }
        } else if self.dice.chance(0.1) {
            Command::RunLine { conversation, line: self.ambiguous()? }
        } else {
            let line = (*self.dice.pick(&lines)?).to_owned();
            Command::RunLine { conversation, line }
        };
        Some((Actor::Agent(owner), command))
    }

    /// The first letter of several queues or agents.
    fn ambiguous(&self) -> Option<String> {
        let agents = self.config.agents.values().map(|agent| &agent.key);
        let keys: Vec<&String> =
            self.config.queues.values().map(|queue| &queue.key).chain(agents).collect();
        let first = |key: &String| key.chars().next();
        let shared = keys
            .iter()
            .filter_map(|key| first(key))
            .find(|letter| keys.iter().filter(|key| first(key) == Some(*letter)).count() > 1);
        shared.map(|letter| format!("/transfer {letter}"))
    }

    /// The right person, too early or too late.
    fn at_the_wrong_moment(&mut self, scene: &View<'_>) -> Option<(Actor, Command)> {
        let found = self.any_owned(scene)?;
        let (conversation, owner) = (found.id, found.owner()?);
        let commands = [
            Command::Close { conversation },
            Command::Park { conversation },
            Command::Wake { conversation },
            Command::CancelTransfer { conversation },
            Command::RecallTransfer { conversation },
            Command::CompleteTransfer { conversation },
            Command::ExtendWrapUp { conversation },
            Command::Leave { conversation, next: None },
            Command::PassOwnership { conversation },
            Command::RemoveGuest { conversation, agent: owner },
            Command::CancelInvitation { conversation, invitation: HandoffId(NOWHERE) },
            Command::Invite {
                conversation,
                target: Target::Agent(self.anybody()?),
                reason: None,
                note: Note::default(),
            },
            Command::Pull { conversation },
            Command::RaiseHand { conversation, note: String::new() },
            Command::LowerHand { conversation },
            self.misdirected(found, owner)?,
            self.misdirected(found, owner)?,
        ];
        let early = Command::AnswerSurvey { conversation, rating: 5, comment: String::new() };
        if self.dice.chance(1.0 / (1 + commands.len()) as f64) {
            return Some((Actor::Visitor(found.visitor), early));
        }
        let command = self.dice.pick(&commands)?.clone();
        Some((Actor::Agent(owner), command))
    }

    /// A transfer to where it cannot go.
    fn misdirected(&mut self, found: &Conversation, owner: AgentId) -> Option<Command> {
        let somebody = self.anybody()?;
        let targets = [
            Target::Agent(owner),
            Target::Agent(somebody),
            Target::Agent(AgentId(NOWHERE)),
            Target::Queue(QueueId(NOWHERE)),
            Target::Queue(found.place.queue),
        ];
        let reasons = [None, Some("because".to_owned())];
        let modes =
            [TransferMode::Warm(Completion::Introduced), TransferMode::Cold(OnUnanswered::Return)];
        Some(Command::StartTransfer {
            conversation: found.id,
            target: *self.dice.pick(&targets)?,
            mode: *self.dice.pick(&modes)?,
            place: self.dice.pick(&[None, Some(QueueId(NOWHERE))]).copied()?,
            reason: self.dice.pick(&reasons)?.clone(),
            note: Note::default(),
        })
    }

    fn about_nothing(&mut self, _: &View<'_>) -> Option<(Actor, Command)> {
        let conversation = ConversationId(NOWHERE);
        let agent = Actor::Agent(self.anybody()?);
        let visitor = Actor::Visitor(VisitorId(self.visitors_met.max(1)));
        let earlier = (self.dice.unit() * self.visitors_met as f64) as u64;
        let asked = self.config.pipelines.iter().find(|(_, pipeline)| pipeline.key == "asked");
        let asked = asked.map(|(id, _)| Entry::Pipeline(*id));
        let nonsense = BTreeMap::from([("topic".to_owned(), "nonsense".to_owned())]);
        let (rating, comment) = (5, String::new());
        let rate =
            Command::AnswerSurvey { conversation: ConversationId(earlier.max(1)), rating, comment };
        let deeds = [
            (visitor, rate),
            (visitor, open_with(asked, BTreeMap::new())),
            (visitor, open_with(asked, nonsense)),
            (agent, Command::AcceptOffer { offer: OfferId(1) }),
            (agent, Command::DeclineOffer { offer: OfferId(NOWHERE) }),
            (agent, Command::Close { conversation }),
            (Actor::Agent(AgentId(NOWHERE)), Command::ReportActivity),
            (visitor, say(conversation, "Hello?")),
            (visitor, say(ConversationId(earlier.max(1)), "Is this still open?")),
            (visitor, open(Some(Entry::Queue(QueueId(NOWHERE))), BTreeMap::new())),
            (visitor, open(Some(Entry::Pipeline(PipelineId(NOWHERE))), BTreeMap::new())),
            (visitor, open(None, BTreeMap::from([(SkillId(NOWHERE), 1)]))),
        ];
        self.dice.pick(&deeds).cloned()
    }

    fn of_the_wrong_size(&mut self, scene: &View<'_>) -> Option<(Actor, Command)> {
        let found = self.any_owned(scene)?;
        let (conversation, owner) = (found.id, Actor::Agent(found.owner()?));
        let file = FileRef { file: FileId(1), bytes: 1 };
        let one_more = self.one_more_where_most_are(scene)?;
        let files = Draft { text: String::new(), files: vec![file; MESSAGE_FILES_MAX + 1] };
        let audience = Audience::Everybody;
        let deeds = [
            (owner, say(conversation, "")),
            (owner, say(conversation, &"x".repeat(MESSAGE_CHARS_MAX + 1))),
            (owner, Command::PostMessage { conversation, audience, message: files }),
            (owner, Command::SetPriority { conversation, priority: 10 }),
            one_more.clone(),
            one_more,
            (Actor::Visitor(self.busiest(scene)?), open(None, BTreeMap::new())),
            (Actor::Visitor(self.busiest(scene)?), open(None, BTreeMap::new())),
            (Actor::Visitor(self.busiest(scene)?), open(None, BTreeMap::new())),
        ];
        self.dice.pick(&deeds).cloned()
    }

    /// Somebody is invited where most people are, so that it becomes too many.
    fn one_more_where_most_are(&mut self, scene: &View<'_>) -> Option<(Actor, Command)> {
        let queues: Vec<QueueId> = self.config.queues.keys().copied().collect();
        let target = Target::Queue(*self.dice.pick(&queues)?);
        let all = scene.desk.state().conversations.values();
        let (owner, found) = all
            .filter_map(|found| Some((found.owner()?, found)))
            .max_by_key(|(_, found)| found.people())?;
        let (conversation, note) = (found.id, Note::default());
        let invite = Command::Invite { conversation, target, reason: None, note };
        Some((Actor::Agent(owner), invite))
    }

    /// Who has the most open, so that it becomes too many.
    fn busiest(&self, scene: &View<'_>) -> Option<VisitorId> {
        let visitors = scene.desk.state().visitors.iter();
        visitors.max_by_key(|(_, visitor)| visitor.conversations.len()).map(|(id, _)| *id)
    }

    /// A document that is too old, or takes a queue away under its conversations.
    fn against_the_document(&mut self, scene: &View<'_>) -> Option<(Actor, Command)> {
        let present = scene.desk.config()?;
        let mut config = Config { version: present.version + 1, ..present.clone() };
        if self.dice.chance(0.5) {
            config.version = present.version;
        } else {
            config.queues.remove(&self.any(scene).filter(|found| !found.is_closed())?.place.queue);
        }
        Some((Actor::System, Command::Configure { config: Box::new(config) }))
    }
}

fn say(conversation: ConversationId, text: &str) -> Command {
    Command::PostMessage { conversation, audience: Audience::Everybody, message: draft(text) }
}

/// Through a form.
fn open_with(entry: Option<Entry>, answers: BTreeMap<String, String>) -> Command {
    Command::OpenConversation {
        entry,
        needs: BTreeMap::new(),
        language: None,
        answers,
        attributes: BTreeMap::new(),
        message: None,
    }
}

fn open(entry: Option<Entry>, needs: BTreeMap<SkillId, u8>) -> Command {
    Command::OpenConversation {
        entry,
        needs,
        language: None,
        answers: BTreeMap::new(),
        attributes: BTreeMap::new(),
        message: Some(draft("And another thing")),
    }
}
