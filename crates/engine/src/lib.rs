//! One workspace: order, time, idempotency, and nothing told before it is durable.
//!
//! Sans-IO: [`Engine::handle`] takes an [`Input`] and the time and returns [`Action`]s for the driver to
//! carry out. Both lists are closed. Decides no rule; that is `domain`. Knows no clock, thread, socket or
//! database; a driver (`server`, `sim`) owns one engine per workspace and nobody else touches it.
//! What a viewer is told stands in a [`Step`].

mod action;
mod audience;
mod engine;
mod held;
mod input;
mod journal;
pub mod limits;
mod load;
mod outcomes;
mod showing;
mod step;
mod subject;

pub use action::{Action, Answered, Breakage, Reading, Refusal};
pub use engine::{Engine, Strictness};
pub use input::{ClientId, Found, Input, Question, Request, Token};
pub use journal::{Batch, Decided, JournalEntry, Sequence};
pub use load::{Loading, PastCommand};
pub use showing::Showing;
pub use step::{
    BoardStep, StaffChange, StaffFrame, Step, VisitorChange, VisitorFrame, VisitorLine,
};
