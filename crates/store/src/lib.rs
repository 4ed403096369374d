//! What is kept: the journal and the bodies beside it, snapshots, and the plain tables.
//!
//! Defines the written form of events, the traits that a data base fulfils, an implementation in memory,
//! and the suite that holds every implementation to the same behaviour. Knows no SQL, no clock and no task.
//!
//! How a workspace is run with it:
//! 1. `ensure_workspace(key, at)` and [`Lease::take`] give a [`WorkspaceId`] and an [`Epoch`].
//! 2. [`Store::snapshot`] with [`Snapshot::state`], then [`Store::records`] from there with [`Record::event`],
//!    page by page up to [`Store::head`], rebuild the desk; [`Store::recent_commands`] its answers.
//! 3. Each decision goes into a batch: [`Batch::new`]`(workspace, epoch, head)`, then [`Batch::add`]`(at, actor,
//!    command key, events, bodies)` as often as decisions gathered.
//! 4. [`Store::commit`] makes it durable and answers with the new head. After `SequenceMismatch` and
//!    `Unavailable` load again; after `Fenced` stop; after `Overloaded` send again.
//! 5. [`Store::put_document`] comes before the command that puts the version in force.
//!
//! [`Search`] follows the journal from a position of its own: [`Search::catch_up`] after commits.
//!
//! Transcripts are `conversation_records` joined with `bodies`. A file is marked as posted by the commit of
//! the message that carries it.

pub mod codec;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod facts;
pub mod limits;
pub mod memory;

mod erasure;
mod ids;
mod journal;
mod mentions;
mod record;
mod records;
pub mod search;
mod snapshot;

pub use erasure::{Closing, Erasure, ErasureAsked, ErasureDone, Erasures, Gone, Kept};
pub use ids::{Epoch, Sequence, WorkspaceId};
pub use journal::{
    CommitError, Document, DocumentVersion, Lease, LeaseError, Store, StoreError, Workspace,
};
pub use mentions::{Mention, Mentions};
pub use record::{Batch, CommandKey, FactsOfBatch, PastCommand, PostedFile, Record};
pub use records::{
    Account, AccountError, AccountId, ApiToken, Draft, File, NewAccount, NewFile, Posting,
    ReadMark, Records, Secret, Session, TokenHash, TokenId, TokenScope, Visitor, email_key,
};
pub use search::Search;
pub use snapshot::{FORMAT, Snapshot};
