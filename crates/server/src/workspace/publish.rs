//! Steps to frames: each object and each line is encoded once, whoever is told it.
//!
//! What the audience is, `engine` has said. Visitors' frames are made from visitors' types only (rule R9).

use std::{collections::BTreeMap, sync::Arc};

use bus::Publisher;
use bytes::Bytes;
use domain::view::Viewer;
use engine::{Sequence, StaffChange, StaffFrame, Step, VisitorChange, VisitorFrame};
use protocol::{
    frame::{Change, ObjectKey, tail},
    staff as wire, visitor as wire_visitor,
};
use serde::Serialize;

use super::{bodies::Bodies, letters::Frame};
use crate::{
    links::Links,
    translate::{
        Names, Texts, ToWire, lines, staff,
        standing::{Standing, Standings},
        visitor,
    },
};

/// What frames are made with.
pub struct Press {
    pub bodies: Bodies,
    pub transfers: lines::Transfers,
    pub standings: Standings,
    pub links: Links,
}

impl Press {
    /// Tells everybody concerned of a step. `files` are those its message names.
    pub fn publish(
        &mut self,
        step: &Step,
        files: Vec<store::File>,
        names: &Names,
        publisher: &Publisher<Viewer, Frame>,
    ) {
        let mut texts = Texts {
            bodies: step
                .decided
                .bodies
                .iter()
                .map(|(id, body)| (*id, Arc::new(body.clone())))
                .collect(),
            files: files.into_iter().map(|file| (file.id, file)).collect(),
        };
        // A step may move a conversation: each line is about where it was then.
        let mut stood = BTreeMap::new();
        for entry in &step.decided.entries {
            self.bodies.keep(&entry.event, &texts.bodies);
            self.transfers.begin(&entry.event, step.at());
            self.standings.begin(&entry.event);
            let conversation = entry.event.conversation();
            if let Some(standing) = conversation.and_then(|id| self.standings.of(id)) {
                self.bodies.for_attributes(standing.attributes, &mut texts);
                stood.insert(entry.sequence, standing.clone());
            }
        }
        let mut encoded = Encoded::default();
        for frame in &step.staff {
            let tail = self.staff_tail(step, frame, names, &mut texts, &mut encoded);
            let viewers: Vec<Viewer> =
                frame.viewers.iter().map(|agent| Viewer::Agent(*agent)).collect();
            publisher.publish(&viewers, &Frame::Step { sequence: step.sequence().0, tail });
        }
        for frame in &step.visitors {
            let tail = self.visitor_tail(step, frame, &stood, names, &texts);
            let frame_to = Viewer::Visitor(frame.visitor);
            publisher.publish([&frame_to], &Frame::Step { sequence: step.sequence().0, tail });
        }
        for entry in &step.decided.entries {
            self.bodies.forget(&entry.event);
            self.transfers.end(&entry.event);
            self.standings.end(&entry.event);
        }
    }

    fn staff_tail(
        &self,
        step: &Step,
        frame: &StaffFrame,
        names: &Names,
        texts: &mut Texts,
        encoded: &mut Encoded,
    ) -> Bytes {
        for index in &frame.lines {
            let Some(entry) = step.decided.entries.get(*index) else { continue };
            encoded.lines.entry(*index).or_insert_with(|| {
                let desk =
                    lines::Desk { names, texts, links: &self.links, transfers: &self.transfers };
                lines::line(entry.sequence.0, step.at(), &entry.event, &desk)
                    .map(|line| json(&line))
                    .unwrap_or_default()
            });
        }
        let changes: Vec<Bytes> = frame
            .changes
            .iter()
            .map(|change| self.staff_change(change, names, texts, encoded))
            .collect();
        let lines = frame
            .lines
            .iter()
            .filter_map(|index| encoded.lines.get(index))
            .filter(|line| !line.is_empty());
        Bytes::from(tail(lines.map(AsRef::as_ref), changes.iter().map(AsRef::as_ref)))
    }

    fn staff_change(
        &self,
        change: &StaffChange,
        names: &Names,
        texts: &mut Texts,
        encoded: &mut Encoded,
    ) -> Bytes {
        // The step holds every object for as long as this takes, so that an address stands for one object.
        let address = match change {
            StaffChange::PutMe(me) => Some(Arc::as_ptr(me).addr()),
            StaffChange::PutOffer(offer) => Some(Arc::as_ptr(offer).addr()),
            StaffChange::PutConversation(conversation) => Some(Arc::as_ptr(conversation).addr()),
            StaffChange::RemoveOffer(_) | StaffChange::RemoveConversation(_) => None,
        };
        if let Some(known) = address.and_then(|address| encoded.objects.get(&address)) {
            return known.clone();
        }
        let change = match change {
            StaffChange::PutMe(me) => Change::Put(wire::Object::Me(staff::me(me, names))),
            StaffChange::PutOffer(offer) => {
                self.bodies.for_transfer(offer.transfer.as_ref(), texts);
                Change::Put(wire::Object::Offer(staff::offer(offer, names, texts)))
            }
            StaffChange::PutConversation(conversation) => {
                self.bodies.for_conversation(conversation, texts);
                Change::Put(wire::Object::Conversation(staff::conversation(
                    conversation,
                    names,
                    texts,
                )))
            }
            StaffChange::RemoveOffer(id) => Change::Remove(ObjectKey::Offer { id: id.wire() }),
            StaffChange::RemoveConversation(id) => {
                Change::Remove(ObjectKey::Conversation { id: id.wire() })
            }
        };
        let change = json(&change);
        if let Some(address) = address {
            encoded.objects.insert(address, change.clone());
        }
        change
    }

    fn visitor_tail(
        &self,
        step: &Step,
        frame: &VisitorFrame,
        stood: &BTreeMap<Sequence, Standing>,
        names: &Names,
        texts: &Texts,
    ) -> Bytes {
        let line = |line: &engine::VisitorLine| {
            visitor::line(
                line.sequence.0,
                step.at(),
                line.conversation,
                &line.line,
                stood.get(&line.sequence),
                names,
                texts,
                &self.links,
            )
            .map(|line| json(&line))
        };
        let change =
            |change: &VisitorChange| {
                json(&match change {
                    VisitorChange::Put(conversation) => {
                        Change::Put(wire_visitor::Object::VisitorConversation(
                            visitor::conversation(conversation, names, texts),
                        ))
                    }
                    VisitorChange::Remove(id) => {
                        Change::Remove(ObjectKey::VisitorConversation { id: id.wire() })
                    }
                })
            };
        let lines: Vec<Bytes> = frame.lines.iter().filter_map(line).collect();
        let changes: Vec<Bytes> = frame.changes.iter().map(change).collect();
        Bytes::from(tail(lines.iter().map(AsRef::as_ref), changes.iter().map(AsRef::as_ref)))
    }
}

/// What of one step is JSON already.
#[derive(Default)]
struct Encoded {
    /// By position in the step; empty where an event has no line.
    lines: BTreeMap<usize, Bytes>,
    /// By the address of the shared object.
    objects: BTreeMap<usize, Bytes>,
}

fn json(value: &impl Serialize) -> Bytes {
    Bytes::from(serde_json::to_vec(value).expect("types of the wire have a JSON form"))
}
