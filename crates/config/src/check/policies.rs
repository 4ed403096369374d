//! Policies: chains, ways that hand-overs may go, rules that raise hands.

use super::{
    Check, QUEUE, TEAM,
    queues::{SECOND, TIER_MAX, WAIT_MAX},
};
use crate::{
    document::{ChainPolicy, EdgeEnd, HandRule},
    finding::Code,
};

impl Check<'_> {
    pub(super) fn policies(&mut self) {
        if let Some(ChainPolicy::FinalQueue(queue)) = &self.document.settings.chain_policy {
            self.named(queue, &self.document.queues, QUEUE);
        }
        for edge in &self.document.edges {
            self.edge_end(&edge.from);
            self.edge_end(&edge.to);
        }
        self.edges_leave_a_way();
        for (key, rule) in self.document.hand_rules.iter() {
            self.key(key);
            match &rule.value {
                HandRule::Keywords(words) => {
                    for word in words {
                        self.name(word);
                    }
                    if words.is_empty() {
                        let message = format!("the rule `{}` has no keywords", key.value);
                        self.error(Code::Empty, key.span, message);
                    }
                }
                HandRule::ChainWarning => {}
                HandRule::Silence(time) => self.time("this silence", time, SECOND, WAIT_MAX),
            }
        }
    }

    fn edge_end(&mut self, end: &EdgeEnd) {
        match end {
            EdgeEnd::Queue(key) => self.named(key, &self.document.queues, QUEUE),
            EdgeEnd::Team(key) => self.named(key, &self.document.teams, TEAM),
            EdgeEnd::Tier(tier) => self.number("a tier", tier, 1, TIER_MAX),
        }
    }
}
