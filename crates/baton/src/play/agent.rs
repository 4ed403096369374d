//! One agent of a play: accepts, answers, and hands over as the scripts say.
//!
//! An ordinary program with an API token on the ordinary socket; it does what `actions` of the console
//! would offer, driven by the objects on its desk and by nothing else.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
    time::Duration,
};

use client::{Api, ClientError, Connection, Incoming, Staff};
use protocol::{
    command::{
        Answer, Audience, ChoosableStatus, Draft, Note, OnUnanswered, StaffCommand, StartTransfer,
        Target, TransferMode,
    },
    frame::{Change, ObjectKey},
    http::Targets,
    ids::{ConversationId, HandoffId, OfferId},
    name::Person,
    staff::{AgentStatus, Content, Line, Object, Offer, Relation, TransferState, You},
};
use tokio::{
    sync::watch,
    time::{Instant, sleep, sleep_until},
};
use uuid::Uuid;

use super::{
    Stage,
    book::Party,
    plan::{Ending, Handover, Kind},
};

/// How long an agent waits in silence for the end of what is over already.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Plays until the curtain has fallen and the last conversation has left the desk.
pub async fn play(
    stage: Arc<Stage>,
    api: Api,
    mut curtain: watch::Receiver<bool>,
) -> Result<(), ClientError> {
    let mut agent = Player {
        connection: Connection::new(api.clone(), stage.patience),
        stage,
        api,
        party: Party::default(),
        you: None,
        held: BTreeMap::new(),
        offers: BTreeMap::new(),
        asked: BTreeMap::new(),
        later: VecDeque::new(),
        posted: BTreeMap::new(),
        sequence: 0,
    };
    let mut fallen = false;
    let outcome = loop {
        if fallen && !agent.takes_part_somewhere() {
            break Ok(());
        }
        let next_at = agent.later.front().map(|(at, _)| *at);
        tokio::select! {
            () = sleep_until(next_at.unwrap_or_else(Instant::now)), if next_at.is_some() => agent.act().await,
            incoming = agent.connection.next() => match incoming {
                Ok(incoming) => if let Err(error) = agent.take_in(incoming).await { break Err(error) },
                Err(error) => break Err(error),
            },
            fell = async { curtain.wait_for(|fallen| *fallen).await.is_ok() }, if !fallen => fallen = fell,
            () = sleep(LAST_WORDS), if fallen => break Ok(()),
        }
    };
    agent.stage.book.hand_in(std::mem::take(&mut agent.party));
    outcome
}

struct Player {
    connection: Connection<Staff>,
    stage: Arc<Stage>,
    api: Api,
    party: Party,
    you: Option<You>,
    held: BTreeMap<ConversationId, Held>,
    offers: BTreeMap<OfferId, ConversationId>,
    /// Transfers asked for and not answered yet.
    asked: BTreeMap<Uuid, ConversationId>,
    /// Things to do, in the order they fall due.
    later: VecDeque<(Instant, StaffCommand)>,
    /// Messages on their way.
    posted: BTreeMap<Uuid, (ConversationId, std::time::Instant)>,
    sequence: u64,
}

/// What the player knows of a conversation on the desk.
struct Held {
    dialogue: String,
    relation: Relation,
    /// The visitor waits for a word.
    owes: bool,
    transfer: Option<(HandoffId, TransferState)>,
}

fn takes_part(relation: Relation) -> bool {
    matches!(relation, Relation::Owner | Relation::Receiver | Relation::Guest)
}

impl Player {
    /// What was said last is still on its way while a conversation is on the desk.
    fn takes_part_somewhere(&self) -> bool {
        self.held.values().any(|held| takes_part(held.relation))
    }

    async fn take_in(&mut self, incoming: Incoming<Staff>) -> Result<(), ClientError> {
        match incoming {
            Incoming::Snapshot { sequence, you, objects } => {
                self.start_over(sequence, you, objects).await?
            }
            Incoming::Frame { sequence, lines, changes } => {
                let at = std::time::Instant::now();
                self.sequence = sequence;
                let mut offered = Vec::new();
                for change in changes {
                    match change {
                        Change::Put(object) => offered.extend(self.put(object).await),
                        Change::Remove(key) => self.remove(key),
                    }
                }
                for line in &lines {
                    self.hear(line, Some(at)).await;
                }
                for offer in offered {
                    self.answer_offer(&offer).await;
                }
            }
            Incoming::Reply { id, answer, .. } => {
                self.asked.remove(&id);
                if let (Answer::Posted { message }, Some((conversation, sent))) =
                    (answer, self.posted.remove(&id))
                {
                    self.stage.book.acknowledge(conversation, message, sent);
                }
            }
            Incoming::Refused { id, problem } => {
                self.stage.refused(problem.code.as_str());
                self.posted.remove(&id);
                if let Some(conversation) = self.asked.remove(&id) {
                    self.speak(conversation, "I will go on with this myself.").await;
                }
            }
            Incoming::Typing { .. }
            | Incoming::Aside(_)
            | Incoming::BoardSnapshot { .. }
            | Incoming::Board { .. } => {}
        }
        Ok(())
    }

    /// Takes the desk as the server shows it; what was missed is read from the transcripts.
    async fn start_over(
        &mut self,
        sequence: u64,
        you: You,
        objects: Vec<Object>,
    ) -> Result<(), ClientError> {
        let before = self.sequence;
        self.sequence = sequence;
        self.you = Some(you);
        let gone: Vec<ConversationId> = std::mem::take(&mut self.held).into_keys().collect();
        self.offers.clear();
        let mut offered = Vec::new();
        for object in objects {
            offered.extend(self.put(object).await);
        }
        for conversation in gone {
            match self.held.get(&conversation).map(|held| held.relation) {
                Some(relation) if takes_part(relation) => self.catch_up(conversation).await?,
                // Entitled until some moment between the two: only what came before is certain.
                Some(_) | None => self.party.leaves(conversation, before),
            }
        }
        for offer in offered {
            self.answer_offer(&offer).await;
        }
        Ok(())
    }

    /// What was said up to the snapshot; frames bring what comes behind it.
    async fn catch_up(&mut self, conversation: ConversationId) -> Result<(), ClientError> {
        let (mut after, until) = (self.party.last_seen(conversation), self.sequence);
        loop {
            let page: protocol::http::StaffTranscript = self
                .api
                .get(&format!("conversations/{conversation}/transcript?after={after}"))
                .await?;
            for line in page.lines.iter().filter(|line| line.sequence <= until) {
                self.hear(line, None).await;
            }
            match page.next {
                Some(next) => after = next,
                None => return Ok(()),
            }
        }
    }

    /// Puts an object; an offer is answered when the whole frame was taken in.
    async fn put(&mut self, object: Object) -> Option<Offer> {
        match object {
            Object::Me(me) => {
                if matches!(me.status, AgentStatus::Offline | AgentStatus::Away) {
                    self.connection
                        .send(StaffCommand::SetStatus {
                            status: ChoosableStatus::Online,
                            reason: None,
                        })
                        .await;
                } else if me.status == AgentStatus::NotResponding {
                    self.connection.send(StaffCommand::ReportActivity {}).await;
                }
                for wrap_up in me.wrap_ups {
                    let done = StaffCommand::EndWrapUp {
                        conversation: wrap_up.conversation,
                        disposition: None,
                        note: None,
                    };
                    self.connection.send(done).await;
                }
                None
            }
            Object::Offer(offer) => {
                let known = self.offers.insert(offer.id, offer.conversation).is_some();
                (!known).then_some(offer)
            }
            Object::Conversation(conversation) => {
                self.put_conversation(conversation).await;
                None
            }
            // The board is not opened.
            Object::BoardQueue(_)
            | Object::BoardAgent(_)
            | Object::BoardConversation(_)
            | Object::BoardAlert(_) => None,
        }
    }

    async fn put_conversation(&mut self, conversation: protocol::staff::Conversation) {
        let id = conversation.id;
        let before = self.held.remove(&id);
        let transfer = conversation.transfer.as_ref().map(|transfer| (transfer.id, transfer.state));
        let was = before.as_ref().map(|held| held.relation);
        let had = before.as_ref().and_then(|held| held.transfer);
        let held = Held {
            dialogue: conversation.visitor.attributes.get("dialogue").cloned().unwrap_or_default(),
            relation: conversation.relation,
            owes: before.is_some_and(|held| held.owes),
            transfer,
        };
        let (dialogue, relation, owes) = (held.dialogue.clone(), held.relation, held.owes);
        self.held.insert(id, held);
        match (takes_part(relation), was.is_some_and(takes_part)) {
            (true, false) => self.party.enters(id, self.sequence),
            (false, true) => self.party.leaves(id, self.sequence),
            (true, true) | (false, false) => {}
        }
        let ending = self.stage.scripts.ending(&dialogue);
        match (relation, transfer) {
            (Relation::Owner, _) if was != Some(Relation::Owner) => {
                self.speak(id, "I have read everything and go on from here.").await
            }
            (Relation::Owner, None) if had.is_some() && owes => {
                self.speak(id, "Thank you for waiting, I go on with you.").await
            }
            (Relation::Owner, Some((_, TransferState::Pending)))
                if had.is_none() && ending == Some(Ending::TakenBack) =>
            {
                self.connection.send(StaffCommand::CancelTransfer { conversation: id }).await;
            }
            (Relation::Owner, Some((_, TransferState::Accepted)))
                if had.is_none_or(|(_, state)| state == TransferState::Pending)
                    && ending != Some(Ending::HandedBack) =>
            {
                self.post(id, Audience::Staff, "All yours.").await;
                self.connection.send(StaffCommand::CompleteTransfer { conversation: id }).await;
            }
            (Relation::Receiver, _) if was != Some(Relation::Receiver) => {
                if ending == Some(Ending::HandedBack) {
                    self.connection.send(StaffCommand::HandBack { conversation: id }).await;
                } else {
                    self.post(id, Audience::Everybody, "Hello, I am joining and have read along.")
                        .await;
                }
            }
            (Relation::Sender, Some(_))
                if was != Some(Relation::Sender) && ending == Some(Ending::TakenBack) =>
            {
                self.connection.send(StaffCommand::RecallTransfer { conversation: id }).await;
            }
            _ => {}
        }
    }

    fn remove(&mut self, key: ObjectKey) {
        match key {
            ObjectKey::Conversation { id } => {
                if self.held.remove(&id).is_some_and(|held| takes_part(held.relation)) {
                    self.party.leaves(id, self.sequence);
                }
            }
            ObjectKey::Offer { id } => {
                self.offers.remove(&id);
            }
            ObjectKey::Me { .. }
            | ObjectKey::VisitorConversation { .. }
            | ObjectKey::BoardQueue { .. }
            | ObjectKey::BoardAgent { .. }
            | ObjectKey::BoardConversation { .. }
            | ObjectKey::BoardAlert { .. } => {}
        }
    }

    async fn hear(&mut self, line: &Line, at: Option<std::time::Instant>) {
        let Content::Message(message) = &line.content else { return };
        let relation = self.held.get(&line.conversation).map(|held| held.relation);
        if !relation.is_some_and(takes_part)
            || (at.is_none() && self.party.has(line.conversation, line.sequence))
        {
            return;
        }
        self.party.sees(line.conversation, line.sequence, message.message);
        let Person::Visitor { .. } = message.author else { return };
        if let Some(at) = at {
            self.stage.book.receive(message.message, at);
        }
        if relation == Some(Relation::Owner) {
            self.respond(line.conversation).await;
        }
    }

    /// Answers the visitor, or hands over where the script says so.
    async fn respond(&mut self, conversation: ConversationId) {
        let Some(held) = self.held.get_mut(&conversation) else { return };
        let free =
            held.transfer.is_none() && !self.asked.values().any(|asked| *asked == conversation);
        let due = if free { self.stage.scripts.due(&held.dialogue) } else { None };
        match due {
            Some(handover) => {
                held.owes = true;
                self.hand_over(conversation, handover).await;
            }
            None => self.speak(conversation, "Thank you, I have noted that. What else?").await,
        }
    }

    async fn hand_over(&mut self, conversation: ConversationId, handover: Handover) {
        let targets: Result<Targets, ClientError> =
            self.api.get(&format!("conversations/{conversation}/targets")).await;
        let Some(transfer) =
            targets.ok().and_then(|targets| self.choose(conversation, handover, &targets))
        else {
            self.speak(conversation, "Nobody else is free, so I stay with you.").await;
            return;
        };
        let id = self.connection.send(StaffCommand::StartTransfer(transfer)).await;
        self.asked.insert(id, conversation);
    }

    /// Picks a target the directory offers, another one for each conversation.
    fn choose(
        &self,
        conversation: ConversationId,
        handover: Handover,
        targets: &Targets,
    ) -> Option<StartTransfer> {
        let turn = usize::try_from(conversation.0).unwrap_or(0);
        let mine = self.you.as_ref().map(|you| you.agent);
        let (target, place) = match handover.kind {
            Kind::WarmToAgent | Kind::ColdToAgent => {
                let free: Vec<_> = targets
                    .agents
                    .iter()
                    .filter(|t| t.off.is_none() && Some(t.agent.id) != mine)
                    .collect();
                let chosen = free.get(turn.checked_rem(free.len())?)?;
                let place = if chosen.serves_place {
                    None
                } else {
                    chosen.serves.first().map(|queue| queue.id)
                };
                (Target::Agent(chosen.agent.id), place)
            }
            Kind::WarmToQueue | Kind::ColdToQueue => {
                let open: Vec<_> =
                    targets.queues.iter().filter(|t| t.off.is_none() && t.available > 0).collect();
                (Target::Queue(open.get(turn.checked_rem(open.len())?)?.queue.id), None)
            }
        };
        let warm = matches!(handover.kind, Kind::WarmToAgent | Kind::WarmToQueue);
        Some(StartTransfer {
            conversation,
            target,
            mode: if warm { TransferMode::Warm } else { TransferMode::Cold },
            complete: None,
            on_unanswered: matches!(handover.kind, Kind::ColdToAgent)
                .then_some(OnUnanswered::Return),
            place,
            reason: targets
                .reasons
                .get(turn.checked_rem(targets.reasons.len()).unwrap_or(0))
                .map(|code| code.code.clone()),
            note: Some(Note {
                text: "Please go on from here.".into(),
                goal: "An answer today".into(),
                tried: "The usual first steps".into(),
                ask: "Check the account".into(),
            }),
        })
    }

    async fn answer_offer(&mut self, offer: &Offer) {
        let dialogue = self
            .held
            .get(&offer.conversation)
            .map(|held| held.dialogue.clone())
            .unwrap_or_default();
        let command = match self.stage.scripts.ending(&dialogue) {
            // The sender takes it back; somebody has to let them.
            Some(Ending::TakenBack) if offer.transfer.is_some() => return,
            Some(Ending::Declined)
                if offer.transfer.is_some() && self.stage.scripts.declines(&dialogue) =>
            {
                StaffCommand::DeclineOffer { offer: offer.id }
            }
            Some(_) | None => StaffCommand::AcceptOffer { offer: offer.id },
        };
        self.connection.send(command).await;
    }

    async fn speak(&mut self, conversation: ConversationId, text: &str) {
        if let Some(held) = self.held.get_mut(&conversation) {
            held.owes = false;
        }
        self.post(conversation, Audience::Everybody, text).await;
    }

    async fn post(&mut self, conversation: ConversationId, audience: Audience, text: &str) {
        let message = Draft { text: text.into(), files: Vec::new() };
        let command = StaffCommand::PostMessage { conversation, audience, message };
        let at = Instant::now() + self.stage.pace.typing(text);
        self.later.push_back((at, command));
    }

    /// Does the first thing that is due.
    async fn act(&mut self) {
        let Some((_, command)) = self.later.pop_front() else { return };
        let posts = if let StaffCommand::PostMessage { conversation, .. } = &command {
            Some(*conversation)
        } else {
            None
        };
        let id = self.connection.send(command).await;
        if let Some(conversation) = posts {
            self.posted.insert(id, (conversation, std::time::Instant::now()));
        }
    }
}
