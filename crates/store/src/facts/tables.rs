//! The tables of the star, each with a struct of its columns.
//!
//! Moments and lengths are milliseconds. `hour`, `day`, `week` and `month` are the moment a row begins, on the
//! workspace's calendar, as numbers that sort: 2012050114, 20120501, 201218 (of ISO 8601) and 201205. `…_bucket` is a
//! length by its number on the scale of `reports::facts::scale`, 2 % wide. Agents, queues and so on are ids: their
//! names are in `fact_name`.

use super::{Row, Table, Value};

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident in $table:literal by $keys:literal {
        $($(#[$column:meta])* $field:ident: $type:ty,)*
    })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct $name {
                $($(#[$column])* pub $field: $type,)*
            }

            impl $name {
                pub const TABLE: Table = Table {
                    name: $table,
                    keys: $keys,
                    columns: &[$(stringify!($field)),*],
                };

                pub fn row(self) -> Row {
                    Row { table: &Self::TABLE, values: vec![$(Value::from(self.$field)),*] }
                }
            }
        )*

        /// Every table there is.
        pub const TABLES: &[Table] = &[$($name::TABLE),*];
    };
}

tables! {
    /// One request for help, with what can be told of it as a whole.
    Conversation in "fact_conversation" by 1 {
        conversation: u64,
        visitor: u64,
        /// What it is called where it was imported from.
        reference: Option<String>,
        pipeline: Option<u64>,
        language: Option<String>,
        previous: Option<u64>,
        opened_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        closed_ms: Option<u64>,
        close_reason: Option<&'static str>,
        duration_ms: Option<u64>,
        duration_bucket: Option<u32>,
        first_response_ms: Option<u64>,
        first_queue: u64,
        last_queue: u64,
        last_owner: Option<u64>,
        /// Neighbours in the path of queues, of owners, of their teams.
        queue_hops: u32,
        owner_hops: u32,
        team_hops: u32,
        /// Every A, B, A of three neighbours.
        queue_ping_pong: u32,
        owner_ping_pong: u32,
        team_ping_pong: u32,
        /// Stations of the path of queues that were in it before.
        loops: u32,
        /// Ids in their order, `12>15>12`; at most `STATIONS_TOLD` of them.
        queue_path: String,
        owner_path: String,
        team_path: String,
        /// Ownership passed from one agent to another by transfer, escalation or return.
        hops: u32,
        /// Different people who owned it.
        owners: u32,
        owner_legs: u32,
        /// Different people who were guests, and how many at most took part at one time.
        guests: u32,
        present_max: u32,
        /// Different teams of its owners and guests.
        teams: u32,
        assists: u32,
        hands: u32,
        visitor_messages: u32,
        agent_messages: u32,
        disposition: Option<String>,
        rating: Option<u8>,
        imported: bool,
    }

    /// A tag that a conversation has.
    Tag in "fact_tag" by 2 {
        conversation: u64,
        tag: String,
    }

    /// A skill that a conversation asks for.
    Skill in "fact_skill" by 2 {
        conversation: u64,
        skill: u64,
    }

    /// One agent's stay in one conversation, in one role and one place.
    Leg in "fact_leg" by 2 {
        conversation: u64,
        leg: u32,
        agent: u64,
        bot: bool,
        team: Option<u64>,
        /// `owner`, `receiver`, `guest`, `observe`, `whisper`, `join`
        role: &'static str,
        queue: u64,
        stage: Option<u64>,
        pipeline: Option<u64>,
        tier: u8,
        began_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        ended_ms: Option<u64>,
        duration_ms: Option<u64>,
        duration_bucket: Option<u32>,
        began_by: &'static str,
        ended_by: Option<&'static str>,
        /// The hand-over it ended by.
        handoff: Option<u64>,
        /// Ended by a move to a higher tier that a person asked for, and that was not recalled.
        escalated: bool,
        /// Ended by the closing.
        closed: bool,
        /// From its beginning to its agent's first message to the visitor.
        first_response_ms: Option<u64>,
        messages: u32,
        wrap_up_ms: Option<u64>,
        disposition: Option<String>,
        /// Those of its conversation, in order and one to a line, so that one index groups legs by them.
        tags: String,
        skills: String,
    }

    /// That a conversation had an owner at a tier, and what became of it there.
    Reach in "fact_reach" by 3 {
        conversation: u64,
        tier: u8,
        /// 0: with bots and without alike; 1: people alone; 2: bots too.
        scope: u8,
        at_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        agent: u64,
        queue: u64,
        /// `handled`, `escalated` or `other`
        outcome: &'static str,
        /// Of the first move that counts.
        escalated_ms: Option<u64>,
        escalated_by: Option<u64>,
        from_queue: Option<u64>,
        to_queue: Option<u64>,
        to_tier: Option<u8>,
        reason: Option<String>,
    }

    /// One stay of a conversation in a queue.
    Wait in "fact_wait" by 2 {
        conversation: u64,
        wait: u32,
        queue: u64,
        stage: Option<u64>,
        pipeline: Option<u64>,
        tier: u8,
        cause: &'static str,
        began_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        ended_ms: Option<u64>,
        duration_ms: Option<u64>,
        duration_bucket: Option<u32>,
        /// `waiting`, `answered`, `recalled`, `returned`, `fallback`, `moved`, `abandoned`, `timed_out`,
        /// `left_message`, `closed`
        outcome: &'static str,
        agent: Option<u64>,
    }

    /// Two neighbours in the path of queues.
    Step in "fact_step" by 2 {
        conversation: u64,
        step: u32,
        from_queue: u64,
        to_queue: u64,
        at_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        /// `transfer`, `escalation`, `return`, `fallback`, `requeue`, `came_back`, `assignment`, `take_over`, …
        cause: &'static str,
        reason: Option<String>,
        /// Who had it before, if an agent had.
        agent: Option<u64>,
    }

    /// What one agent asked of another or of a queue: a transfer, an escalation, a return, an invitation.
    Handoff in "fact_handoff" by 2 {
        conversation: u64,
        handoff: u64,
        kind: &'static str,
        mode: &'static str,
        from_agent: u64,
        from_queue: u64,
        from_tier: u8,
        to_agent: Option<u64>,
        to_queue: u64,
        to_tier: u8,
        receiver: Option<u64>,
        reason: Option<String>,
        asked_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        /// Until somebody accepted.
        answer_ms: Option<u64>,
        answer_bucket: Option<u32>,
        ended_ms: Option<u64>,
        /// `pending`, `accepted`, `completed`, `declined`, `handed_back`, `expired`, `offline`, `recalled`,
        /// `cancelled`, `failed`
        outcome: &'static str,
        /// Offers of it that ran out.
        rona: u32,
        /// Came back along the same edge later.
        returned: bool,
    }

    /// A proposal of a conversation to an agent, or to several at once.
    Offer in "fact_offer" by 2 {
        conversation: u64,
        offer: u64,
        agent: Option<u64>,
        queue: u64,
        tier: u8,
        handoff: Option<u64>,
        offered_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        answer_ms: Option<u64>,
        answer_bucket: Option<u32>,
        /// `open`, `accepted`, `declined`, `expired`, `offline`, `restart`, `withdrawn`
        outcome: &'static str,
    }

    /// What the visitor was told of a wait, and what became of it.
    Prediction in "fact_prediction" by 3 {
        conversation: u64,
        wait: u32,
        prediction: u32,
        queue: u64,
        tier: u8,
        shown_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        position: u32,
        p50_ms: Option<u64>,
        p90_ms: Option<u64>,
        actual_ms: u64,
        /// `answered`, `left`, `moved_on`
        outcome: &'static str,
    }

    /// A raised hand.
    Hand in "fact_hand" by 2 {
        conversation: u64,
        hand: u32,
        owner: u64,
        queue: u64,
        cause: &'static str,
        raised_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        answer_ms: Option<u64>,
        answer_bucket: Option<u32>,
        taken_by: Option<u64>,
        /// `up`, `taken`, `lowered`, `moved`, `closed`
        outcome: &'static str,
    }

    /// A stretch in which one conversation took units of an agent's capacity.
    Load in "fact_load" by 2 {
        conversation: u64,
        part: u32,
        agent: u64,
        /// `owner`, `receiver`, `guest`, `wrap_up`
        kind: &'static str,
        weight: u32,
        began_ms: u64,
        ended_ms: Option<u64>,
    }

    /// A stretch in which an agent was signed in and not offline, in one status and with one capacity.
    Presence in "fact_presence" by 2 {
        agent: u64,
        began_ms: u64,
        hour: i64,
        day: i64,
        week: i64,
        month: i64,
        ended_ms: Option<u64>,
        status: &'static str,
        team: Option<u64>,
        capacity: u32,
    }

    /// What the fold has to know of an agent to go on.
    Agent in "fact_agent" by 1 {
        agent: u64,
        connected: bool,
        status: &'static str,
        not_responding: bool,
        /// When the stretch that runs began.
        since_ms: Option<u64>,
    }

    /// What an id is called. `kind` is `agent`, `queue`, `team`, `pipeline`, `stage` or `skill`.
    Name in "fact_name" by 2 {
        kind: &'static str,
        id: u64,
        key: String,
        name: String,
        tier: Option<u8>,
        team: Option<u64>,
        bot: bool,
    }
}
