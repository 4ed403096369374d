//! What waits for one reader: a bounded queue that costs next to nothing while it is empty.
//!
//! A channel would set aside its first block of slots for every idle visitor; this one allocates with the
//! first frame and gives back what a burst needed.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

use crate::limits::{KEPT_FRAMES, UNREAD_FRAMES_MAX};

/// Why no more frames come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Gone {
    /// This reader fell behind. What it had not read is gone: resume.
    #[error("reading too slowly")]
    TooSlow,
    /// What is published from here does not follow what was: start over from a snapshot.
    #[error("the workspace starts over")]
    StartOver,
    /// Nobody publishes any more.
    #[error("the workspace has stopped")]
    Stopped,
}

#[derive(Debug)]
pub(crate) struct Queue<F> {
    unread: Mutex<Unread<F>>,
    changed: Notify,
}

#[derive(Debug)]
struct Unread<F> {
    frames: VecDeque<F>,
    gone: Option<Gone>,
}

impl<F> Queue<F> {
    pub fn new() -> Self {
        Self {
            unread: Mutex::new(Unread { frames: VecDeque::new(), gone: None }),
            changed: Notify::new(),
        }
    }

    /// Adds a frame. A reader with too many unread is cut off.
    pub fn push(&self, frame: F) -> Result<(), Gone> {
        let mut unread = self.lock();
        if let Some(gone) = unread.gone {
            return Err(gone);
        }
        let fits = unread.frames.len() < UNREAD_FRAMES_MAX;
        if fits {
            unread.frames.push_back(frame);
        } else {
            unread.frames = VecDeque::new();
            unread.gone = Some(Gone::TooSlow);
        }
        drop(unread);
        self.changed.notify_one();
        if fits { Ok(()) } else { Err(Gone::TooSlow) }
    }

    /// No more frames come; those that wait are still read.
    pub fn end(&self, gone: Gone) {
        self.lock().gone.get_or_insert(gone);
        self.changed.notify_one();
    }

    /// Moves everything that waits to the end of `into`; waits for the first. Nothing is lost if this is given up.
    pub async fn read(&self, into: &mut Vec<F>) -> Result<(), Gone> {
        loop {
            let changed = self.changed.notified();
            if self.try_read(into)? {
                return Ok(());
            }
            changed.await;
        }
    }

    fn try_read(&self, into: &mut Vec<F>) -> Result<bool, Gone> {
        let mut unread = self.lock();
        if unread.frames.is_empty() {
            return unread.gone.map_or(Ok(false), Err);
        }
        into.extend(unread.frames.drain(..));
        unread.frames.shrink_to(KEPT_FRAMES);
        Ok(true)
    }

    fn lock(&self) -> MutexGuard<'_, Unread<F>> {
        self.unread.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
