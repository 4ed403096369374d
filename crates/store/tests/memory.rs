//! The conformance suite on memory.

use store::{conformance, memory::MemoryStore};

#[derive(Default)]
struct Subject {
    store: MemoryStore,
}

impl conformance::Subject for Subject {
    type Store = MemoryStore;

    async fn open(&self) -> MemoryStore {
        self.store.clone()
    }
}

store::suite!(Subject::default());
