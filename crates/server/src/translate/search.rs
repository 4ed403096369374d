//! What was found, with names and the pieces of text around it.

use std::ops::Range;

use domain::command::{Audience, Body};
use protocol::{command as wire_command, http as wire};
use store::search::{Hit, Page, Passage, PassageKind, Snippet, Source, Text, snippet, text_of};

use super::{Names, Texts, ToWire};

pub fn found(
    page: &Page,
    sought: Option<&Text>,
    names: &Names,
    texts: &Texts,
) -> wire::FoundConversations {
    wire::FoundConversations {
        conversations: page
            .hits
            .iter()
            .map(|hit| conversation(hit, sought, names, texts))
            .collect(),
        next: page.next.map(|next| next.wire().to_string()),
    }
}

fn conversation(
    hit: &Hit,
    sought: Option<&Text>,
    names: &Names,
    texts: &Texts,
) -> wire::FoundConversation {
    let Hit { entry, passages } = hit;
    let mut attributes = texts.attributes(entry.answers);
    attributes.extend(texts.attributes(entry.attributes));
    wire::FoundConversation {
        id: entry.conversation.wire(),
        visitor: wire::FoundVisitor { id: entry.visitor.wire(), attributes },
        opened_at_ms: entry.opened_at.0,
        closed_at_ms: entry.closed_at.map(|at| at.0),
        owner: entry.last_owner.map(|owner| names.agent(owner)),
        queue: names.queue(entry.queue),
        tags: entry.tags.iter().cloned().collect(),
        message: entry.left.map(|left| wire::FoundMessage {
            text: texts.text(left.body),
            answered: left
                .answered
                .map(|(by, at)| wire::FoundAnswer { by: names.agent(by), at_ms: at.0 }),
        }),
        passages: passages.iter().map(|one| passage(one, sought, names, texts)).collect(),
    }
}

fn passage(
    passage: &Passage,
    sought: Option<&Text>,
    names: &Names,
    texts: &Texts,
) -> wire::FoundPassage {
    let whole = match passage.source {
        Source::Body(body) => {
            texts.bodies.get(&body).map(|body: &std::sync::Arc<Body>| text_of(body))
        }
        Source::File { file, .. } => texts.files.get(&file).map(|file| file.name.clone()),
    };
    let Snippet { text, marks } = snippet(&whole.unwrap_or_default(), sought);
    wire::FoundPassage {
        kind: match passage.kind {
            PassageKind::Message => wire::FoundPassageKind::Message,
            PassageKind::Note => wire::FoundPassageKind::Note,
            PassageKind::FileName => wire::FoundPassageKind::FileName,
            PassageKind::Visitor => wire::FoundPassageKind::Visitor,
            PassageKind::Comment => wire::FoundPassageKind::Comment,
        },
        sequence: passage.sequence.0,
        at_ms: passage.at.0,
        author: names.person(passage.said.author),
        audience: match passage.said.audience {
            Audience::Everybody => wire_command::Audience::Everybody,
            Audience::Staff => wire_command::Audience::Staff,
            Audience::Whisper => wire_command::Audience::Whisper,
        },
        marks: marks.into_iter().map(|place| mark(&text, place)).collect(),
        text,
    }
}

fn mark(text: &str, place: Range<usize>) -> wire::Mark {
    let units = |until: usize| text[..until].encode_utf16().count() as u32;
    wire::Mark { start: units(place.start), end: units(place.end) }
}
