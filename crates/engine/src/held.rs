//! What may not be told yet: answers and steps that wait for the commit of the sequence they show (rule R3).

use std::{collections::VecDeque, sync::Arc};

use domain::{command::Body, ids::BodyId};

use crate::{
    action::{Action, Answered, Reading, Refusal},
    input::Token,
    journal::Sequence,
    step::{BoardStep, Step},
};

/// Something told to the outside.
#[derive(Debug)]
pub(crate) enum Message {
    Reply(Token, Result<Answered, Refusal>),
    Tell(Token, Reading),
    Publish(Arc<Step>),
    Board(Arc<BoardStep>),
}

/// Messages in the order in which they were made, which is that of the sequences they show.
#[derive(Debug, Default)]
pub(crate) struct Held {
    messages: VecDeque<(Sequence, Message)>,
    replies: usize,
}

impl Held {
    /// Answers to commands among them.
    pub fn replies(&self) -> usize {
        self.replies
    }

    /// A text that is kept with what nobody was told yet.
    pub fn body(&self, id: BodyId) -> Option<&Body> {
        self.messages.iter().rev().find_map(|(_, message)| match message {
            Message::Publish(step) => {
                step.decided.bodies.iter().find(|(kept, _)| *kept == id).map(|(_, body)| body)
            }
            Message::Reply(..) | Message::Tell(..) | Message::Board(_) => None,
        })
    }

    pub fn hold(&mut self, until: Sequence, message: Message) {
        self.replies += usize::from(matches!(message, Message::Reply(..)));
        self.messages.push_back((until, message));
    }

    /// Lets go of everything that shows no more than `committed`.
    pub fn release(&mut self, committed: Sequence, out: &mut Vec<Action>) {
        while self.messages.front().is_some_and(|(until, _)| *until <= committed) {
            if let Some((_, message)) = self.messages.pop_front() {
                self.replies -= usize::from(matches!(message, Message::Reply(..)));
                out.push(message.into());
            }
        }
    }

    /// None of it came to be: askers may ask again, viewers hear nothing.
    pub fn abandon(&mut self, out: &mut Vec<Action>) {
        self.replies = 0;
        for (_, message) in self.messages.drain(..) {
            match message {
                Message::Reply(token, _) => {
                    out.push(Action::Reply { token, outcome: Err(Refusal::Unavailable) });
                }
                Message::Tell(token, _) => {
                    out.push(Action::Tell { token, outcome: Err(Refusal::Unavailable) })
                }
                Message::Publish(_) | Message::Board(_) => {}
            }
        }
    }
}

impl From<Message> for Action {
    fn from(message: Message) -> Self {
        match message {
            Message::Reply(token, outcome) => Self::Reply { token, outcome },
            Message::Tell(token, reading) => Self::Tell { token, outcome: Ok(reading) },
            Message::Publish(step) => Self::Publish(step),
            Message::Board(step) => Self::PublishBoard(step),
        }
    }
}
