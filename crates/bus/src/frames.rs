//! The way from the owner of a workspace to everybody who looks.
//!
//! The owner learns who is interested before it answers anything asked after subscribing: it takes the
//! changes of interest before it takes the next command, and a socket subscribes before it asks.

use std::{
    collections::{BTreeMap, HashMap},
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

use crate::{
    Workspace,
    queue::{Gone, Queue},
};

/// Fan-out of frames `F` to viewers `V`, by workspace.
#[derive(Debug)]
pub struct Frames<V, F> {
    rooms: RwLock<HashMap<Workspace, Arc<Room<V, F>>>>,
}

/// Whether anybody looks as this viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interest {
    /// The first subscription of a viewer.
    Gained,
    /// The last one is gone.
    Lost,
}

/// The owner's end of one workspace.
#[derive(Debug)]
pub struct Publisher<V, F> {
    room: Arc<Room<V, F>>,
}

/// A reader's end. Dropping it ends the subscription.
#[derive(Debug)]
pub struct Subscription<V: Ord, F> {
    room: Arc<Room<V, F>>,
    viewer: V,
    queue: Arc<Queue<F>>,
}

#[derive(Debug)]
struct Room<V, F> {
    readers: Mutex<Readers<V, F>>,
}

#[derive(Debug)]
struct Readers<V, F> {
    queues: BTreeMap<V, Vec<Arc<Queue<F>>>>,
    /// Not yet taken by the owner; the last change of a viewer is the one that counts.
    changes: BTreeMap<V, Interest>,
}

impl<V: Ord + Clone, F: Clone> Frames<V, F> {
    #[must_use]
    pub fn new() -> Self {
        Self { rooms: RwLock::default() }
    }

    /// Reads everything published to a viewer from here on.
    pub fn subscribe(&self, workspace: Workspace, viewer: V) -> Subscription<V, F> {
        let room = self.room(workspace);
        let queue = Arc::new(Queue::new());
        let mut readers = room.lock();
        let queues = readers.queues.entry(viewer.clone()).or_default();
        queues.push(Arc::clone(&queue));
        if queues.len() == 1 {
            readers.changes.insert(viewer.clone(), Interest::Gained);
        }
        drop(readers);
        Subscription { room, viewer, queue }
    }

    /// The owner's end. Whoever is subscribed already is told of as gained.
    pub fn publisher(&self, workspace: Workspace) -> Publisher<V, F> {
        let room = self.room(workspace);
        let mut readers = room.lock();
        readers.changes =
            readers.queues.keys().map(|viewer| (viewer.clone(), Interest::Gained)).collect();
        drop(readers);
        Publisher { room }
    }

    fn room(&self, workspace: Workspace) -> Arc<Room<V, F>> {
        if let Some(room) =
            self.rooms.read().unwrap_or_else(PoisonError::into_inner).get(&workspace)
        {
            return Arc::clone(room);
        }
        let mut rooms = self.rooms.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(
            rooms.entry(workspace).or_insert_with(|| Arc::new(Room { readers: Mutex::default() })),
        )
    }
}

impl<V: Ord + Clone, F: Clone> Default for Frames<V, F> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V: Ord + Clone, F: Clone> Publisher<V, F> {
    /// How interest changed since this was last asked. Take it before every command.
    pub fn interest(&self) -> BTreeMap<V, Interest> {
        mem::take(&mut self.room.lock().changes)
    }

    /// Tells viewers something, each reader of theirs once. Readers that cannot keep up are cut off.
    pub fn publish<'a>(&self, viewers: impl IntoIterator<Item = &'a V>, frame: &F)
    where
        V: 'a,
    {
        let mut readers = self.room.lock();
        for viewer in viewers {
            let Some(queues) = readers.queues.get_mut(viewer) else { continue };
            queues.retain(|queue| queue.push(frame.clone()).is_ok());
            readers.forget_if_alone(viewer);
        }
    }

    /// Ends every subscription; those that come after are not concerned.
    pub fn end_all(&self, gone: Gone) {
        let mut readers = self.room.lock();
        for (viewer, queues) in mem::take(&mut readers.queues) {
            queues.iter().for_each(|queue| queue.end(gone));
            readers.changes.insert(viewer, Interest::Lost);
        }
    }
}

impl<V: Ord, F> Subscription<V, F> {
    /// Moves everything that waits to the end of `into`, in the order it was published; waits for the
    /// first. May be given up and asked again: nothing is lost.
    pub async fn read(&self, into: &mut Vec<F>) -> Result<(), Gone> {
        self.queue.read(into).await
    }
}

impl<V: Ord, F> Drop for Subscription<V, F> {
    fn drop(&mut self) {
        let mut readers = self.room.lock();
        let Some((viewer, mut queues)) = readers.queues.remove_entry(&self.viewer) else { return };
        queues.retain(|queue| !Arc::ptr_eq(queue, &self.queue));
        if queues.is_empty() {
            readers.changes.insert(viewer, Interest::Lost);
        } else {
            readers.queues.insert(viewer, queues);
        }
    }
}

impl<V, F> Room<V, F> {
    fn lock(&self) -> MutexGuard<'_, Readers<V, F>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<V: Ord + Clone, F> Readers<V, F> {
    fn forget_if_alone(&mut self, viewer: &V) {
        if self.queues.get(viewer).is_some_and(Vec::is_empty) {
            self.queues.remove(viewer);
            self.changes.insert(viewer.clone(), Interest::Lost);
        }
    }
}

impl<V, F> Default for Readers<V, F> {
    fn default() -> Self {
        Self { queues: BTreeMap::new(), changes: BTreeMap::new() }
    }
}
