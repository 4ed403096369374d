//! The rules of eligibility, in the order they are tried.

use super::Choice;
use crate::explain::Excluded;

/// The first rule that excludes an agent. Of several that apply the least counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    Offline,
    Disconnected,
    NotResponding,
    Away,
    TransferOnly,
    LacksSkill,
    AtCapacity,
    NotListed,
    Declined,
    Sender,
    /// None excludes the agent.
    Eligible,
}

impl Rule {
    /// Those that exclude, the last first: what was missed most narrowly.
    pub(super) const FROM_THE_LAST: [Self; 10] = [
        Self::Sender,
        Self::Declined,
        Self::NotListed,
        Self::AtCapacity,
        Self::LacksSkill,
        Self::TransferOnly,
        Self::Away,
        Self::NotResponding,
        Self::Disconnected,
        Self::Offline,
    ];
}

/// How many agents come under each rule.
#[derive(Default)]
pub(super) struct Counts([u32; 11]);

impl Counts {
    pub(super) fn add(&mut self, rule: Rule, agents: u32) {
        if let Some(count) = self.0.get_mut(rule as usize) {
            *count += agents;
        }
    }

    pub(super) const fn eligible(&self) -> u32 {
        let [.., eligible] = self.0;
        eligible
    }

    pub(super) const fn excluded(&self) -> Excluded {
        let [
            offline,
            disconnected,
            not_responding,
            away,
            transfer_only,
            lacks_skill,
            at_capacity,
            not_listed,
            declined,
            sender,
            _,
        ] = self.0;
        Excluded {
            offline,
            disconnected,
            not_responding,
            away,
            transfer_only,
            lacks_skill,
            at_capacity,
            not_listed,
            declined,
            sender,
        }
    }
}

impl Choice {
    pub(super) const fn count(&self, rule: Rule) -> u32 {
        let excluded = &self.excluded;
        match rule {
            Rule::Offline => excluded.offline,
            Rule::Disconnected => excluded.disconnected,
            Rule::NotResponding => excluded.not_responding,
            Rule::Away => excluded.away,
            Rule::TransferOnly => excluded.transfer_only,
            Rule::LacksSkill => excluded.lacks_skill,
            Rule::AtCapacity => excluded.at_capacity,
            Rule::NotListed => excluded.not_listed,
            Rule::Declined => excluded.declined,
            Rule::Sender => excluded.sender,
            Rule::Eligible => self.eligible,
        }
    }
}
