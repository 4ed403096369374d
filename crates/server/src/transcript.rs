//! Lines read back from the journal: for transcripts, and for what a socket missed.
//!
//! The same fold and the same translation as live lines, so that a line reads the same whenever it is read.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    Desk,
    event::Event,
    history::FIRST_ID,
    ids::{AgentId, BodyId, ConversationId, VisitorId},
    view::{Object, Viewer, is_present, is_staff_line, visitor_line},
};
use engine::{Found, Question};
use protocol::{
    http::{ExplainedMoment, Flow, Metadata},
    staff, visitor,
};
use reports::{flow, metadata};
use store::{Record, Records, Sequence, Store as _, StoreError};

use crate::{
    Store,
    translate::{
        Names, Texts, ToWire, explain, flow as translate_flow, lines,
        metadata as translate_metadata, standing::Standings, visitor as translate_visitor,
    },
    workspace::{Editions, Workspace},
};

/// A stretch of one conversation's journal, with everything its lines name.
pub struct Stretch {
    events: Vec<(Sequence, domain::ids::Timestamp, Event)>,
    /// Lines start after here; what comes before is read for what it began.
    after: Sequence,
    texts: Texts,
    editions: Editions,
    /// Imported: its events are numbered by themselves, and are told with the names of today.
    history: bool,
}

impl Stretch {
    /// The records of a conversation from its beginning, for lines after `after`, up to `until`.
    pub async fn read(
        store: &Store,
        workspace: &Workspace,
        conversation: ConversationId,
        after: Sequence,
        until: Sequence,
    ) -> Result<Self, StoreError> {
        let records = store.whole_conversation(workspace.id, conversation).await?;
        let history = conversation.0 >= FIRST_ID;
        let events = match history {
            true => imported(&records)?,
            false => {
                let records = records.into_iter().filter(|record| record.sequence <= until);
                let decode = |record: Record| Ok((record.sequence, record.at, record.event()?));
                records.map(decode).collect::<Result<Vec<_>, StoreError>>()?
            }
        };
        let named: Vec<BodyId> = events
            .iter()
            .filter(|(sequence, ..)| *sequence > after)
            .flat_map(|(.., event)| event.bodies())
            .chain(events.iter().flat_map(|(.., event)| known_of_visitor(event)).flatten())
            .collect();
        let bodies = match named.is_empty() {
            true => BTreeMap::new(),
            false => store.bodies(workspace.id, &named).await?,
        };
        let bodies = bodies.into_iter().map(|(id, body)| (id, Arc::new(body))).collect();
        let has_files = events.iter().any(
            |(.., event)| matches!(event, Event::MessagePosted { files, .. } if !files.is_empty()),
        );
        let files = match has_files {
            true => store.conversation_files(workspace.id, conversation).await?,
            false => Vec::new(),
        };
        let files = files.into_iter().map(|file| (file.id, file)).collect();
        let bounds = events.first().zip(events.last()).filter(|_| !history);
        let (from, until) = bounds
            .map_or((Sequence::START, Sequence::START), |((first, ..), (last, ..))| {
                (*first, *last)
            });
        let editions = workspace.editions(store, from, until).await?;
        Ok(Self { events, after, texts: Texts { bodies, files }, editions, history })
    }

    /// Whether an agent may read it: while it is in memory the desk says so, afterwards the desk as it was when
    /// the conversation left, or that they take part in a later one of its visitor.
    pub async fn may_be_read_by(
        &self,
        agent: AgentId,
        conversation: ConversationId,
        workspace: &Workspace,
    ) -> bool {
        let told = workspace.ask(Question::MayRead { conversation, agent }).await;
        if told.is_ok_and(|told| told.reading.found == Found::MayRead(true)) {
            return true;
        }
        let archived = |event: &Event| matches!(event, Event::ConversationArchived { .. });
        if self.history || !self.events.iter().any(|(.., event)| archived(event)) {
            return false;
        }
        let desk = self.desk(&workspace.names());
        desk.may_read(agent, conversation)
            || self.is_earlier_for(agent, conversation, workspace).await
    }

    /// Whether an agent may see how it went, without a word of it.
    pub async fn may_be_seen_by(
        &self,
        agent: AgentId,
        conversation: ConversationId,
        workspace: &Workspace,
    ) -> bool {
        workspace.names().desk_for_lines().sees_figures(agent)
            || self.may_be_read_by(agent, conversation, workspace).await
    }

    /// A desk with this conversation as its events leave it, before it was archived.
    fn desk(&self, names: &Names) -> Desk {
        let mut desk = names.desk_for_lines().clone();
        for (_, at, event) in &self.events {
            if !matches!(event, Event::ConversationArchived { .. }) {
                desk.apply(event, *at);
            }
        }
        desk
    }

    async fn is_earlier_for(
        &self,
        agent: AgentId,
        conversation: ConversationId,
        workspace: &Workspace,
    ) -> bool {
        let Ok(told) = workspace.ask(Question::Snapshot(Viewer::Agent(agent))).await else {
            return false;
        };
        let Found::Snapshot(snapshot) = &told.reading.found else { return false };
        let visitor = self.visitor();
        snapshot.values().any(|object| match object {
            Object::Conversation(later) => {
                Some(later.visitor) == visitor
                    && later.conversation > conversation
                    && is_present(later.relation)
            }
            Object::Me(_) | Object::Offer(_) | Object::VisitorConversation(_) => false,
        })
    }

    /// Whose conversation it is; nobody's if there is none.
    pub fn visitor(&self) -> Option<VisitorId> {
        self.events.iter().find_map(|(.., event)| {
            if let Event::ConversationOpened { visitor, .. } = event {
                Some(*visitor)
            } else {
                None
            }
        })
    }

    /// The lines that are for one agent's eyes.
    pub fn staff_lines(&self, agent: AgentId, workspace: &Workspace) -> Vec<staff::Line> {
        // A history has no lines but those of all who may read it.
        let as_it_stands = (!self.history).then(|| self.desk(&workspace.names()));
        let is_line =
            |event: &Event| as_it_stands.as_ref().is_none_or(|desk| desk.is_line_for(agent, event));
        self.lines(is_line, workspace)
    }

    /// Whatever was said and done, whoever it was for.
    pub fn every_line(&self, workspace: &Workspace) -> Vec<staff::Line> {
        self.lines(is_staff_line, workspace)
    }

    fn lines(&self, is_line: impl Fn(&Event) -> bool, workspace: &Workspace) -> Vec<staff::Line> {
        let names = workspace.names();
        let mut transfers = lines::Transfers::default();
        let mut found = Vec::new();
        for (sequence, at, event) in &self.events {
            transfers.begin(event, *at);
            if *sequence > self.after && is_line(event) {
                let desk = lines::Desk {
                    names: &names,
                    texts: &self.texts,
                    links: &workspace.links,
                    transfers: &transfers,
                };
                found.extend(lines::line(sequence.0, *at, event, &desk));
            }
            transfers.end(event);
        }
        found
    }

    /// Why each agent was, or was not, chosen: every recorded explanation, with the names of its time.
    pub fn explained(&self) -> Vec<ExplainedMoment> {
        let mut standings = Standings::default();
        let mut moments = Vec::new();
        for (sequence, at, event) in &self.events {
            standings.begin(event);
            let (offer, explanation) = if let Event::OfferMade { offer, explanation, .. } = event {
                (Some(*offer), explanation)
            } else if let Event::NobodyEligible { explanation, .. } = event {
                (None, explanation)
            } else {
                continue;
            };
            let names = self.editions.at(*sequence);
            let standing = event.conversation().and_then(|id| standings.of(id));
            let Some(standing) = standing else { continue };
            moments.push(ExplainedMoment {
                sequence: sequence.0,
                at_ms: at.0,
                queue: names.queue(standing.place.queue),
                offer: offer.map(ToWire::wire),
                explanation: explain::explanation(explanation, names),
            });
        }
        moments
    }

    /// The path of the conversation, with the names of its end; none without a beginning.
    pub fn flow(&self) -> Option<Flow> {
        let flow = flow::Flow::of(self.events.iter().map(|(_, at, event)| (*at, event)));
        let (last, ..) = self.events.last()?;
        translate_flow::flow(&flow, self.editions.at(*last))
    }

    /// The facts of the conversation, with the names of its end; none without a beginning.
    pub fn metadata(&self, with_words: bool) -> Option<Metadata> {
        let metadata =
            metadata::Metadata::of(self.events.iter().map(|(_, at, event)| (*at, event)))?;
        let (last, ..) = self.events.last()?;
        let texts = with_words.then_some(&self.texts);
        Some(translate_metadata::metadata(&metadata, self.editions.at(*last), texts))
    }

    /// What the page said of the visitor before it said what it says now, oldest first.
    pub fn attributes_before(&self) -> Vec<BTreeMap<String, String>> {
        let said = self.events.iter().filter_map(|(.., event)| attributes_from(event));
        let mut said: Vec<_> = said.map(|id| self.texts.attributes(id)).collect();
        said.pop();
        said.retain(|attributes| !attributes.is_empty());
        said
    }

    pub fn visitor_lines(&self, workspace: &Workspace) -> Vec<visitor::Line> {
        let mut standings = Standings::default();
        let mut line = |(sequence, at, event): &(Sequence, domain::ids::Timestamp, Event)| {
            standings.begin(event);
            let names = self.editions.at(*sequence);
            let line = visitor_line(names.desk_for_lines(), event)?;
            let conversation = event.conversation()?;
            let standing = standings.of(conversation);
            let (texts, links) = (&self.texts, &workspace.links);
            (*sequence > self.after).then_some(())?;
            translate_visitor::line(
                sequence.0,
                *at,
                conversation,
                &line,
                standing,
                names,
                texts,
                links,
            )
        };
        self.events.iter().filter_map(&mut line).collect()
    }
}

/// What a history tells: its last import goes before those before it.
fn imported(
    records: &[Record],
) -> Result<Vec<(Sequence, domain::ids::Timestamp, Event)>, StoreError> {
    let last = records.iter().rfind(|record| record.kind == "history.imported");
    let told = last.map(Record::told).transpose()?.unwrap_or_default();
    let numbered = (1..).zip(told).map(|(number, (at, event))| (Sequence(number), at, event));
    Ok(numbered.collect())
}

/// What the page knows of the visitor, which every message to them may name, and what they filled in.
fn known_of_visitor(event: &Event) -> [Option<BodyId>; 2] {
    let answers =
        if let Event::ConversationOpened { answers, .. } = event { *answers } else { None };
    [attributes_from(event).flatten(), answers]
}

/// What the page knows of the visitor from this event on, where it tells of that.
fn attributes_from(event: &Event) -> Option<Option<BodyId>> {
    if let Event::ConversationOpened { attributes, .. } | Event::AttributesSet { attributes, .. } =
        event
    {
        Some(*attributes)
    } else {
        None
    }
}
