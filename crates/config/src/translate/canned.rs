//! Replies kept ready, in the order of the document.

use domain::config as into;

use super::{Ids, by_language};
use crate::{document::CannedEntry, position::Entries};

pub fn canned_replies(entries: &Entries<CannedEntry>, ids: &Ids) -> Vec<into::CannedReply> {
    let reply = |key: &str, entry: &CannedEntry| into::CannedReply {
        key: key.to_owned(),
        title: entry.title.value.clone(),
        texts: by_language(&entry.text),
        queues: entry.queues.iter().filter_map(|key| ids.queue(key)).collect(),
        teams: entry.teams.iter().filter_map(|key| ids.teams.get(key.as_str()).copied()).collect(),
    };
    entries.iter().map(|(key, entry)| reply(key, entry)).collect()
}
