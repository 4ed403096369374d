//! Who and what a made-up past speaks of: queues over three tiers, their agents, and what visitors ask about.

/// A queue, and where its agents send what is not theirs.
#[derive(Debug)]
pub struct Queue {
    pub name: &'static str,
    pub tier: u8,
    pub agents: usize,
    /// Places in [`QUEUES`]: up a tier, and beside.
    pub up: &'static [usize],
    pub beside: &'static [usize],
}

#[rustfmt::skip]
pub const QUEUES: &[Queue] = &[
    Queue { name: "Front desk", tier: 1, agents: 16, up: &[4, 3], beside: &[1, 2] },
    Queue { name: "Orders", tier: 1, agents: 14, up: &[5, 3], beside: &[0, 2] },
    Queue { name: "Accounts", tier: 1, agents: 12, up: &[3, 7], beside: &[0, 1] },
    Queue { name: "Billing", tier: 2, agents: 8, up: &[7], beside: &[5] },
    Queue { name: "Technical", tier: 2, agents: 10, up: &[6], beside: &[3] },
    Queue { name: "Logistics", tier: 2, agents: 6, up: &[6], beside: &[3, 4] },
    Queue { name: "Engineering", tier: 3, agents: 6, up: &[], beside: &[7] },
    Queue { name: "Legal", tier: 3, agents: 4, up: &[], beside: &[6] },
];

pub const SUPERVISORS: &[&str] = &["Rosa Delgado", "Henrik Moberg", "Priya Nair"];

/// What a visitor asks about.
#[derive(Debug)]
pub struct Topic {
    /// It is tagged so.
    pub tag: &'static str,
    /// How often it comes, against the others.
    pub weight: f64,
    /// Where it begins.
    pub queue: usize,
    /// How likely an agent of tier 1 sends it up.
    pub escalates: f64,
}

#[rustfmt::skip]
pub const TOPICS: &[Topic] = &[
    Topic { tag: "opening-hours", weight: 8.0, queue: 0, escalates: 0.02 },
    Topic { tag: "login", weight: 14.0, queue: 0, escalates: 0.16 },
    Topic { tag: "defect", weight: 12.0, queue: 0, escalates: 0.38 },
    Topic { tag: "outage", weight: 3.0, queue: 0, escalates: 0.60 },
    Topic { tag: "delivery", weight: 20.0, queue: 1, escalates: 0.20 },
    Topic { tag: "return-of-goods", weight: 11.0, queue: 1, escalates: 0.10 },
    Topic { tag: "invoice", weight: 17.0, queue: 2, escalates: 0.18 },
    Topic { tag: "refund", weight: 9.0, queue: 2, escalates: 0.28 },
    Topic { tag: "contract", weight: 6.0, queue: 2, escalates: 0.34 },
];

/// Codes of why something is sent on.
pub const REASONS: &[&str] = &["skill", "access", "complaint", "wrong_place"];
/// Codes of how it ended.
pub const DISPOSITIONS: &[&str] = &["solved", "explained", "credited", "no_fault_found"];

const FIRST_NAMES: [&str; 20] = [
    "Ada", "Béla", "Carmen", "Dmitri", "Elif", "Farid", "Greta", "Hassan", "Ines", "Jonas", "Kofi",
    "Lena", "Mara", "Nils", "Olga", "Pia", "Quentin", "Rafael", "Sofia", "Tomasz",
];
const LAST_NAMES: [&str; 4] = ["Lindqvist", "Okafor", "Brandt", "Moreau"];

/// A name for each agent, different for each.
pub fn agent(number: usize) -> String {
    let last = LAST_NAMES[number / FIRST_NAMES.len() % LAST_NAMES.len()];
    format!("{} {last}", FIRST_NAMES[number % FIRST_NAMES.len()])
}
