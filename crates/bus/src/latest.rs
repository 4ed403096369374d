//! The newest frame of each topic, for readers who want what is so and not what was: nothing piles up for a slow one.
//!
//! A reader who was away for several frames gets the last; that it missed some, the frame itself has to say.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::watch;

use crate::Workspace;

/// Topics of type `T` with frames `F`, by workspace.
#[derive(Debug)]
pub struct Latest<T, F> {
    topics: Mutex<HashMap<Workspace, Topics<T, F>>>,
}

type Topics<T, F> = BTreeMap<T, watch::Sender<Option<F>>>;

/// A reader's end of one topic. Dropping it ends the interest.
#[derive(Debug)]
pub struct Newest<F>(watch::Receiver<Option<F>>);

impl<T: Ord + Clone, F: Clone> Latest<T, F> {
    #[must_use]
    pub fn new() -> Self {
        Self { topics: Mutex::default() }
    }

    /// Reads a topic from here on; the frame that is there, if any, comes first.
    pub fn subscribe(&self, workspace: Workspace, topic: T) -> Newest<F> {
        let mut topics = self.lock();
        let sender = topics.entry(workspace).or_default().entry(topic);
        let mut receiver = sender.or_insert_with(|| watch::Sender::new(None)).subscribe();
        receiver.mark_changed();
        Newest(receiver)
    }

    /// The topics that somebody reads; the others are forgotten.
    pub fn read(&self, workspace: Workspace) -> Vec<T> {
        let mut topics = self.lock();
        let Some(read) = topics.get_mut(&workspace) else { return Vec::new() };
        read.retain(|_, sender| sender.receiver_count() > 0);
        read.keys().cloned().collect()
    }

    /// The frame takes the place of the one before, whoever has read that.
    pub fn publish(&self, workspace: Workspace, topic: &T, frame: F) {
        if let Some(sender) = self.lock().get(&workspace).and_then(|topics| topics.get(topic)) {
            sender.send_replace(Some(frame));
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Workspace, Topics<T, F>>> {
        self.topics.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Ord + Clone, F: Clone> Default for Latest<T, F> {
    fn default() -> Self {
        Self::new()
    }
}

impl<F: Clone> Newest<F> {
    /// The newest frame that was not read yet; waits for one. May be given up and asked again: nothing is lost.
    pub async fn read(&mut self) -> F {
        loop {
            if self.0.changed().await.is_err() {
                // Forgotten by everybody else: there will be none.
                std::future::pending::<()>().await;
            }
            if let Some(frame) = self.0.borrow_and_update().clone() {
                return frame;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Workspace = Workspace(1);

    #[tokio::test]
    async fn a_reader_who_was_away_gets_the_last_frame_and_not_those_before() {
        let latest = Latest::new();
        let mut reader = latest.subscribe(HERE, "all");
        for frame in 1..=3 {
            latest.publish(HERE, &"all", frame);
        }
        assert_eq!(reader.read().await, 3);
        latest.publish(HERE, &"all", 4);
        assert_eq!(reader.read().await, 4);
    }

    #[tokio::test]
    async fn a_frame_that_is_there_already_is_read_by_whoever_comes() {
        let latest = Latest::new();
        let _first = latest.subscribe(HERE, "all");
        latest.publish(HERE, &"all", 1);
        assert_eq!(latest.subscribe(HERE, "all").read().await, 1);
    }

    #[tokio::test]
    async fn a_topic_that_nobody_reads_is_forgotten() {
        let latest: Latest<&str, u32> = Latest::new();
        let (teams, all) = (latest.subscribe(HERE, "teams"), latest.subscribe(HERE, "all"));
        assert_eq!(latest.read(HERE), ["all", "teams"]);
        drop(teams);
        assert_eq!(latest.read(HERE), ["all"]);
        drop(all);
        assert_eq!(latest.read(Workspace(2)), [""; 0]);
    }
}
