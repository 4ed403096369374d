//! The moments at which a visitor is told something, and the variables each has. This table is the whole list.

/// Variables that every message has: the organisation, where the conversation is (empty where the workspace
/// does not show it), and what the page knows of the visitor, by the key of the attribute.
const ALWAYS: &[&str] = &["workspace.name", "queue.name", "tier", "visitor"];
/// Of messages to somebody who waits: place in line and time, where they are known.
const WAITING: &[&str] = &["position", "estimated_wait", "estimated_minutes"];
/// Of messages about somebody, by public name.
const AGENT: &[&str] = &["agent.name"];
/// Of messages about two people: who had it, who has it.
const AGENTS: &[&str] = &["agent.name", "previous_agent.name"];
/// Of messages from a place that is closed: when it opens again, empty where that is not known.
const OPENING: &[&str] = &["opens_at"];
const NOTHING: &[&str] = &[];

macro_rules! triggers {
    ($($(#[$doc:meta])* $variant:ident $key:literal $variables:ident;)*) => {
        /// What a visitor can be told. The keys stand in workspace documents.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Trigger {$($(#[$doc])* $variant,)*}

        impl Trigger {
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {$(Self::$variant => $key,)*}
            }

            /// The variables of this trigger beside those every message has.
            const fn own_variables(self) -> &'static [&'static str] {
                match self {$(Self::$variant => $variables,)*}
            }
        }
    };
}

triggers! {
    /// Before a conversation opens: the first words on the page.
    Welcome "welcome" NOTHING;
    /// Waits for somebody.
    Queued "queued" WAITING;
    /// The place in line changed.
    Position "position" WAITING;
    /// The estimate changed.
    EstimatedWait "estimated_wait" WAITING;
    StillSearching "still_searching" WAITING;
    /// Somebody is being asked; once per wait.
    Offered "offered" NOTHING;
    AgentJoined "agent_joined" AGENT;
    AgentLeft "agent_left" AGENT;
    /// A colleague is being asked to take over.
    TransferStarted "transfer_started" NOTHING;
    /// That colleague is there.
    TransferAccepted "transfer_accepted" AGENT;
    /// No colleague came.
    TransferFailed "transfer_failed" NOTHING;
    /// Nobody took the transfer; back with who sent it.
    TransferReturned "transfer_returned" AGENT;
    /// Ownership passed with both present.
    HandedOver "handed_over" AGENTS;
    /// A team of a higher tier, or of another department, takes over.
    Escalated "escalated" WAITING;
    SupervisorJoined "supervisor_joined" AGENT;
    SupervisorLeft "supervisor_left" AGENT;
    GuestJoined "guest_joined" AGENT;
    GuestLeft "guest_left" AGENT;
    /// The agent's connection is lost.
    AgentLost "agent_lost" AGENT;
    AgentBack "agent_back" AGENT;
    /// The agent is gone; somebody else is being looked for.
    Requeued "requeued" WAITING;
    /// The longest wait is over; others are asked.
    Fallback "fallback" WAITING;
    /// Keep waiting, or leave a message?
    Choice "choice" WAITING;
    /// Nobody is here who could answer.
    NoAgents "no_agents" NOTHING;
    OutOfHours "out_of_hours" OPENING;
    /// Are you still there?
    IdleReminder "idle_reminder" NOTHING;
    MessageLeft "message_left" NOTHING;
    /// The queue's own, under its agent's name, once per place.
    Greeting "greeting" AGENT;
    Closed "closed" NOTHING;
    /// How was it?
    Survey "survey" AGENT;
    /// What a stage of kind `message` says: its own `text`, the product has none.
    StageMessage "stage_message" WAITING;
    /// Something went wrong on our side.
    HeldForInspection "held_for_inspection" NOTHING;
}

impl Trigger {
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|trigger| trigger.key() == key)
    }

    /// Every variable a template of this trigger may name; `visitor` stands for all attributes.
    pub fn variables(self) -> impl Iterator<Item = &'static str> {
        ALWAYS.iter().chain(self.own_variables()).copied()
    }
}
