//! One visitor of a play: says a dialogue's lines, each after an answer to the last, and closes.

use std::{sync::Arc, time::Duration};

use client::{Api, ClientError, Connection, Incoming, Visitor};
use protocol::{
    command::{Answer, Draft, OpenConversation, VisitorCommand},
    frame::Change,
    ids::ConversationId,
    visitor::{Author, Content, Object, Status},
};
use tokio::time::{Instant, sleep_until, timeout};

use super::{Stage, book::Party, dialogues::Dialogue};

/// Longer than every time-out that a play can run into after a restart.
const STUCK_AFTER: Duration = Duration::from_secs(180);

/// What came of a dialogue.
#[derive(Debug, thiserror::Error)]
pub enum VisitorError {
    #[error("nothing happened for {} s after line {said}", STUCK_AFTER.as_secs())]
    Stuck { said: usize },
    #[error("closed by somebody else after line {said}")]
    ClosedEarly { said: usize },
    #[error(transparent)]
    Client(#[from] ClientError),
    #[error("line {said} was refused: {code}")]
    Refused { said: usize, code: &'static str },
}

/// Plays one dialogue from its first line to its closing; answers the conversation it became.
pub async fn play(
    stage: Arc<Stage>,
    api: Api,
    dialogue: Dialogue,
) -> Result<ConversationId, VisitorError> {
    let mut visitor = Player {
        connection: Connection::new(api.clone(), stage.patience),
        stage,
        api,
        party: Party::default(),
        dialogue,
        conversation: None,
        said: 0,
        answered: true,
        due: None,
        sent_at: std::time::Instant::now(),
        closing: false,
        closed_at: None,
        sequence: 0,
    };
    let outcome = visitor.run().await;
    visitor.stage.book.hand_in(std::mem::take(&mut visitor.party));
    outcome
}

struct Player {
    connection: Connection<Visitor>,
    stage: Arc<Stage>,
    api: Api,
    party: Party,
    dialogue: Dialogue,
    conversation: Option<ConversationId>,
    said: usize,
    answered: bool,
    due: Option<Instant>,
    sent_at: std::time::Instant,
    closing: bool,
    /// The record of the closing.
    closed_at: Option<u64>,
    /// How far the frames have come.
    sequence: u64,
}

impl Player {
    async fn run(&mut self) -> Result<ConversationId, VisitorError> {
        self.due = Some(Instant::now());
        loop {
            let speak_at = self.due.unwrap_or_else(|| Instant::now() + STUCK_AFTER);
            tokio::select! {
                () = sleep_until(speak_at), if self.due.is_some() => {
                    self.due = None;
                    self.speak().await;
                }
                incoming = timeout(STUCK_AFTER, self.connection.next()) => {
                    let incoming = incoming.map_err(|_| VisitorError::Stuck { said: self.said })??;
                    if let Some(conversation) = self.take_in(incoming).await? {
                        return Ok(conversation);
                    }
                }
            }
        }
    }

    async fn speak(&mut self) {
        let Some(text) = self.dialogue.utterances.get(self.said).cloned() else {
            if let Some(conversation) = self.conversation {
                self.closing = true;
                self.connection.send(VisitorCommand::Close { conversation }).await;
            }
            return;
        };
        let message = Draft { text, files: Vec::new() };
        self.said += 1;
        self.answered = false;
        self.sent_at = std::time::Instant::now();
        self.stage.scripts.said(&self.dialogue.id, self.said);
        let command = match self.conversation {
            Some(conversation) => VisitorCommand::PostMessage { conversation, message },
            None => VisitorCommand::OpenConversation(OpenConversation {
                attributes: [("dialogue".to_string(), self.dialogue.id.clone())].into(),
                message: Some(message),
                ..OpenConversation::default()
            }),
        };
        self.connection.send(command).await;
    }

    async fn take_in(
        &mut self,
        incoming: Incoming<Visitor>,
    ) -> Result<Option<ConversationId>, VisitorError> {
        match incoming {
            Incoming::Snapshot { sequence, objects, .. } => {
                self.sequence = sequence;
                for object in objects {
                    let Object::VisitorConversation(conversation) = object;
                    self.catch_up(conversation.id).await?;
                    if conversation.status == Status::Closed {
                        return self.closed(conversation.id).map(Some);
                    }
                }
                if let (Some(_), Some(conversation)) = (self.closed_at, self.conversation) {
                    self.catch_up(conversation).await?;
                }
                Ok(self.ended())
            }
            Incoming::Frame { sequence, lines, changes } => {
                self.sequence = sequence;
                let at = std::time::Instant::now();
                for line in &lines {
                    self.hear(line, Some(at));
                }
                for change in changes {
                    match change {
                        Change::Put(Object::VisitorConversation(conversation)) => {
                            self.conversation.get_or_insert(conversation.id);
                            if conversation.status == Status::Closed {
                                return self.closed(conversation.id).map(Some);
                            }
                        }
                        Change::Remove(_) => {}
                    }
                }
                Ok(self.ended())
            }
            Incoming::Reply { answer, sequence, .. } => {
                match answer {
                    Answer::Opened { conversation, message } => {
                        self.conversation = Some(conversation);
                        self.party.enters(conversation, 0);
                        if let Some(message) = message {
                            self.stage.book.acknowledge(conversation, message, self.sent_at);
                        }
                    }
                    Answer::Posted { message } => {
                        if let Some(conversation) = self.conversation {
                            self.stage.book.acknowledge(conversation, message, self.sent_at);
                        }
                    }
                    Answer::Done {} if self.closing => self.closed_at = Some(sequence),
                    Answer::Done {}
                    | Answer::TransferStarted { .. }
                    | Answer::Invited { .. }
                    | Answer::Accepted { .. }
                    | Answer::AwaitsSupervisor {}
                    | Answer::Help {} => {}
                }
                Ok(self.ended())
            }
            Incoming::Refused { problem, .. } => {
                Err(VisitorError::Refused { said: self.said, code: problem.code.as_str() })
            }
            Incoming::Typing { .. }
            | Incoming::Aside(_)
            | Incoming::BoardSnapshot { .. }
            | Incoming::Board { .. } => Ok(None),
        }
    }

    /// Over once everything up to the closing has arrived: a reply may come before the frames it belongs to.
    fn ended(&self) -> Option<ConversationId> {
        self.closed_at.filter(|closed_at| self.sequence >= *closed_at).and(self.conversation)
    }

    fn closed(&self, conversation: ConversationId) -> Result<ConversationId, VisitorError> {
        if self.closing {
            Ok(conversation)
        } else {
            Err(VisitorError::ClosedEarly { said: self.said })
        }
    }

    /// After a snapshot that came in place of frames, what was said up to it is read from the transcript; frames bring
    /// what comes behind it.
    async fn catch_up(&mut self, conversation: ConversationId) -> Result<(), ClientError> {
        if self.conversation.is_none() {
            return Ok(());
        }
        let (mut after, until) = (self.party.last_seen(conversation), self.sequence);
        loop {
            let page: protocol::http::VisitorTranscript = self
                .api
                .get(&format!("conversations/{conversation}/transcript?after={after}"))
                .await?;
            for line in page.lines.iter().filter(|line| line.sequence <= until) {
                if !self.party.has(conversation, line.sequence) {
                    self.hear(line, None);
                }
            }
            match page.next {
                Some(next) => after = next,
                None => return Ok(()),
            }
        }
    }

    fn hear(&mut self, line: &protocol::visitor::Line, at: Option<std::time::Instant>) {
        let Content::Message(message) = &line.content else { return };
        self.party.enters(line.conversation, 0);
        self.party.sees(line.conversation, line.sequence, message.message);
        if let Author::Agent { .. } = message.author {
            if let Some(at) = at {
                self.stage.book.receive(message.message, at);
            }
            if !self.answered {
                self.answered = true;
                let next = self.dialogue.utterances.get(self.said).map_or("", String::as_str);
                self.due = Some(Instant::now() + self.stage.pace.typing(next));
            }
        }
    }
}
