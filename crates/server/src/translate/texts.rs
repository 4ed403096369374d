//! Where the texts and files come from that events and objects name by id (rule R4).

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    command::{Body, FileRef, Note},
    ids::{BodyId, FileId},
};
use protocol::staff::File;

use super::ids::ToWire;
use crate::links::Links;

/// Texts at hand while something is translated. One that is missing has been erased, and reads as empty.
#[derive(Debug, Default)]
pub struct Texts {
    pub bodies: BTreeMap<BodyId, Arc<Body>>,
    pub files: BTreeMap<FileId, store::File>,
}

impl Texts {
    pub fn text(&self, id: BodyId) -> String {
        match self.bodies.get(&id).map(AsRef::as_ref) {
            Some(Body::Text(text)) => text.clone(),
            Some(Body::Note(_) | Body::Attributes(_)) | None => String::new(),
        }
    }

    /// Whether it was taken away. Empty ones are kept, so that they are told apart.
    pub fn is_erased(&self, id: BodyId) -> bool {
        !self.bodies.contains_key(&id)
    }

    pub fn note(&self, id: Option<BodyId>) -> Option<protocol::command::Note> {
        match self.bodies.get(&id?).map(AsRef::as_ref) {
            Some(Body::Note(note)) => Some(self::note(note)),
            Some(Body::Text(_) | Body::Attributes(_)) | None => None,
        }
    }

    pub fn attributes(&self, id: Option<BodyId>) -> BTreeMap<String, String> {
        match id.and_then(|id| self.bodies.get(&id)).map(AsRef::as_ref) {
            Some(Body::Attributes(attributes)) => attributes.clone(),
            Some(Body::Text(_) | Body::Note(_)) | None => BTreeMap::new(),
        }
    }

    pub fn files(&self, refs: &[FileRef], links: &Links) -> Vec<File> {
        let known = refs.iter().filter_map(|file| self.files.get(&file.file));
        // One without a name went with all that was said.
        known
            .filter(|file| !file.name.is_empty())
            .map(|file| File {
                id: file.id.wire(),
                name: file.name.clone(),
                media_type: file.media_type.clone(),
                bytes: file.bytes,
                url: if file.erased_at.is_none() { links.sign(file.id) } else { String::new() },
                erased: file.erased_at.is_some(),
            })
            .collect()
    }
}

fn note(note: &Note) -> protocol::command::Note {
    let Note { text, goal, tried, ask } = note.clone();
    protocol::command::Note { text, goal, tried, ask }
}
