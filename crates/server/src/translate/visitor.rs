//! What visitors see. Made from the domain's visitor types only, which have no room for anything of the
//! staff (rule R9); nothing is filtered here.

use domain::{
    ids::{ConversationId, Timestamp},
    view::visitor::{self as inner, Author, Line, Status},
};
use protocol::visitor as wire;

use super::{Names, Texts, ToWire, notices, standing::Standing, waits};
use crate::links::Links;

pub fn conversation(
    view: &inner::Conversation,
    names: &Names,
    texts: &Texts,
) -> wire::Conversation {
    wire::Conversation {
        live: notices::live(&Standing::of_view(view), names, texts),
        id: view.conversation.wire(),
        status: match view.status {
            Status::Waiting => wire::Status::Waiting,
            Status::Active => wire::Status::Active,
            Status::Closed => wire::Status::Closed,
        },
        agent: view.agent.clone(),
        others: view.others.clone(),
        queue: view.queue.clone(),
        opened_at_ms: view.opened_at.0,
        waiting_since_ms: view.waiting_since.map(|since| since.0),
        observed: view.observed,
        place_in_line: view.prediction.as_ref().map(waits::place_in_line),
        wait_phrase: view
            .prediction
            .and_then(|shown| waits::phrase(shown.estimate, view.language.as_deref())),
        choice_asked: view.choice_asked,
        out_of_hours: view
            .out_of_hours
            .map(|closed| wire::OutOfHours { opens_at_ms: closed.opens_at.map(|at| at.0) }),
        message_until_ms: view.message_until.map(|until| until.0),
        tier: view.tier,
        survey: view
            .survey
            .map(|survey| wire::Survey { until_ms: survey.until.0, rating: survey.rating }),
    }
}

/// One line of a visitor's transcript; none where the workspace suppresses it.
#[expect(clippy::too_many_arguments, reason = "a line and everything its words follow from")]
pub fn line(
    sequence: u64,
    at: Timestamp,
    conversation: ConversationId,
    line: &Line,
    standing: Option<&Standing>,
    names: &Names,
    texts: &Texts,
    links: &Links,
) -> Option<wire::Line> {
    let content = match line {
        Line::Message { message, author, body, files } => wire::Content::Message(wire::Message {
            message: message.wire(),
            author: match author {
                Author::You => wire::Author::You {},
                Author::Agent(name) => wire::Author::Agent { name: name.clone() },
            },
            text: texts.text(*body),
            files: texts.files(files, links),
            erased: texts.is_erased(*body),
        }),
        Line::Notice(notice) => {
            wire::Content::Notice(notices::notice(notice, standing, names, texts)?)
        }
    };
    Some(wire::Line { sequence, at_ms: at.0, conversation: conversation.wire(), content })
}
