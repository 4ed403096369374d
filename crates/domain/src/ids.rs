//! Identifiers, moments and lengths: what everything else refers to.
//!
//! Ids are counters of one workspace. Their text form (`cnv_12`) belongs to the wire, not here.

use core::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $letter:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        #[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
        pub struct $name(pub u64);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }
    )*};
}

ids! {
    /// A person or a program that answers.
    AgentId "a";
    /// A text kept beside the journal (rule R4): the state knows that it exists, never what it says.
    BodyId "b";
    /// One request for help.
    ConversationId "c";
    /// An uploaded file.
    FileId "f";
    /// A transfer, an escalation, a return or an invitation.
    HandoffId "h";
    /// Business hours.
    HoursId "hours";
    /// A named set of agents.
    ListId "l";
    /// One message of a conversation.
    MessageId "m";
    /// A time-limited proposal of a conversation.
    OfferId "o";
    /// The configured path of a conversation.
    PipelineId "p";
    /// Where conversations wait.
    QueueId "q";
    /// A named ability.
    SkillId "s";
    /// One step of a pipeline.
    StageId "stage";
    /// A department.
    TeamId "t";
    /// The person who asks for help.
    VisitorId "v";
}

impl SkillId {
    /// Speaking a language that nobody of the workspace speaks. No skill of a document has this id.
    pub const UNSPOKEN: Self = Self(0);
}

/// Milliseconds since the Unix epoch, as stamped by the journal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Timestamp(pub u64);

impl Timestamp {
    /// The moment `ms` milliseconds later; the end of time rather than an overflow.
    #[must_use]
    pub const fn after(self, ms: u64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Milliseconds from `earlier` to here; zero when `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}ms", self.0)
    }
}
