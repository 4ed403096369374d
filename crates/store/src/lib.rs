//! What is kept: the journal and the bodies beside it, snapshots, and the plain tables.
//!
//! Defines the written form of events, the traits that a data base fulfils, an implementation in memory,
//! and the suite that holds every implementation to the same behaviour. Knows no SQL, no clock and no task.

pub mod codec;
pub mod limits;
pub mod memory;

mod ids;
mod journal;
mod record;
mod records;
mod snapshot;

pub use ids::{Epoch, Sequence, WorkspaceId};
pub use journal::{CommitError, Document, Lease, LeaseError, Store, StoreError, Workspace};
pub use record::{Batch, CommandKey, PastCommand, PostedFile, Record};
pub use records::{
    Account, AccountError, AccountId, ApiToken, Draft, File, NewAccount, NewFile, Posting,
    ReadMark, Records, Secret, Session, TokenHash, TokenId, TokenScope, Visitor, email_key,
};
pub use snapshot::{FORMAT, Snapshot};
