//! What a script says, before anybody knows whether it makes sense: names are still texts.
//!
//! Made by `parse`, played by `play`. Whether a name is an agent or a visitor is found while playing:
//! agents are those of the workspace document, everybody else who opens a conversation is a visitor.

use domain::{
    command::{
        AssistMode, Audience, ChosenStatus, Completion, Confirmed, Displaced, Note, OnUnanswered,
        OpenWork, Room,
    },
    estimate::Estimate,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    pub workspace: Workspace,
    /// Who is online before the story begins, in this order.
    pub online: Vec<String>,
    pub steps: Vec<Step>,
    /// Visitors whose transcripts stand below the events.
    pub visitors_shown: Vec<String>,
}

/// The document to begin with: a named one, changed by a YAML block (merged key by key; `null` removes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    pub name: String,
    pub patch: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Line of the script, from 1.
    pub line: usize,
    pub at_ms: u64,
    pub act: Act,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A further version of the workspace document: the present one, changed by a YAML block.
    Reconfigures {
        patch: String,
    },
    /// Nothing is honoured until it restarts.
    ServerStops,
    ServerRestarts,
    /// The hours of the document, expanded anew from this moment on.
    RenewsHours,
    /// Nothing but time passing.
    Tick,
    /// The conversation is taken out of every rule's hands, as after a broken invariant.
    /// By an operator.
    Erases {
        visitor: String,
    },
    Quarantine {
        conversation: String,
    },
    /// The predictor looks at the desk; what it finds is shown where that is due.
    Predicts,
    /// As if the predictor had found this.
    Estimates {
        conversation: String,
        position: u32,
        estimate: Estimate,
    },
    By {
        who: String,
        deed: Deed,
    },
    /// Changes nothing; prints what is seen.
    Looks {
        who: String,
        at: Sight,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    Connects,
    Drops,

    // Visitors
    Opens {
        /// A queue or a pipeline.
        entry: Option<String>,
        language: Option<String>,
        needs: Vec<(String, u8)>,
        attributes: Vec<(String, String)>,
        text: Option<String>,
    },
    KeepsWaiting,
    /// Asks for the form to leave a message.
    WantsToWrite,
    LeavesMessage {
        text: String,
    },

    /// After closing.
    /// Their page says more of them; what has no value it takes back.
    Tells {
        attributes: Vec<(String, Option<String>)>,
    },
    Rates {
        rating: u8,
        comment: String,
    },

    // Both; a visitor's conversation is their latest
    Writes {
        conversation: Option<String>,
        audience: Audience,
        text: String,
        file_bytes: Option<u64>,
    },
    Closes {
        conversation: Option<String>,
    },

    // Agents
    Sets {
        status: ChosenStatus,
        reason: Option<String>,
    },
    GoesOffline {
        open: OpenWork,
    },
    IsActive,
    Accepts {
        conversation: String,
    },
    Declines {
        conversation: String,
    },
    Pulls {
        conversation: String,
    },
    Transfers {
        conversation: String,
        target: String,
        transfer: Transfer,
    },
    Escalates {
        conversation: String,
        option: Option<String>,
        reason: Option<String>,
        note: String,
        confirmed: Confirmed,
    },
    Returns {
        conversation: String,
        note: String,
    },
    Cancels {
        conversation: String,
    },
    Recalls {
        conversation: String,
    },
    Completes {
        conversation: String,
    },
    HandsBack {
        conversation: String,
    },
    Leaves {
        conversation: String,
        next: Option<String>,
    },
    Invites {
        conversation: String,
        target: String,
        reason: Option<String>,
        note: Note,
    },
    /// Withdraws the invitation of this target.
    Uninvites {
        conversation: String,
        target: String,
    },
    Removes {
        conversation: String,
        agent: String,
    },
    MakesOwner {
        conversation: String,
        agent: String,
    },
    Passes {
        conversation: String,
    },
    Parks {
        conversation: String,
    },
    Wakes {
        conversation: String,
    },
    EndsWrapUp {
        conversation: String,
        disposition: Option<String>,
        note: Option<String>,
    },
    ExtendsWrapUp {
        conversation: String,
    },
    /// Writes a line: a command, or a message.
    Runs {
        conversation: String,
        line: String,
    },
    SetsPriority {
        conversation: String,
        priority: u8,
    },
    Assigns {
        conversation: String,
        agent: String,
        room: Room,
    },
    Requeues {
        conversation: String,
    },
    Erases {
        visitor: String,
    },

    // Assist
    RaisesHand {
        conversation: String,
        note: Option<String>,
    },
    LowersHand {
        conversation: String,
    },
    TakesHand {
        conversation: String,
        mode: AssistMode,
        confirmed: bool,
    },
    Assists {
        conversation: String,
        mode: AssistMode,
        confirmed: bool,
    },
    TakesOver {
        conversation: String,
        owner: Displaced,
    },
    AllowsMove {
        conversation: String,
    },
    Reads {
        conversation: String,
    },
    AnswersMessage {
        conversation: String,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    pub mode: Mode,
    pub place: Option<String>,
    pub reason: Option<String>,
    pub note: Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Warm(Completion),
    Cold(OnUnanswered),
}

/// What somebody looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// Their whole desk.
    Desk,
    Conversation(String),
    /// How a line in this conversation may go on.
    Completions(String, String),
    /// The directory for a transfer of this conversation.
    Targets(String),
    /// Why this agent gets the conversation, or does not.
    Verdict {
        conversation: String,
        agent: String,
    },
    /// Whether they may read the transcript.
    Reading(String),
    /// The messages of the transcript that are for their eyes.
    Messages(String),
}
