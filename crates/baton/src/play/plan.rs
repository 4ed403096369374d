//! The seeded plan of a play: which dialogue is handed over, when, how, and how the receiver answers.
//!
//! A function of the seed and the dialogue alone, so that the same play can be given again. Does not
//! know who is online; the player picks targets from what the server allows.

use std::hash::{DefaultHasher, Hash, Hasher};

/// One hand-over of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// After how many of the visitor's messages.
    pub after: usize,
    pub kind: Kind,
    pub ending: Ending,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    WarmToAgent,
    WarmToQueue,
    ColdToAgent,
    ColdToQueue,
}

/// How the hand-over should end, where the players have a say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Accepted, and completed where it is warm.
    Through,
    /// The first receiver asked says no.
    Declined,
    /// The sender takes it back before anybody accepts.
    TakenBack,
    /// Warm: the receiver gives it back during the introduction.
    HandedBack,
}

/// What happens to one dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    pub handovers: Vec<Handover>,
}

/// One dialogue in five stays with its first agent, three in five are handed over once, the others twice.
pub fn plan(seed: u64, dialogue: &str, utterances: usize) -> Plan {
    let mut dice = Dice::new(seed, dialogue);
    let count = match dice.roll(5) {
        0 => 0,
        1..=3 => 1,
        _ => 2,
    };
    let mut after = 0;
    let handovers = (0..count.min(utterances)).map_while(|_| {
        after += 1 + dice.roll(2);
        (after <= utterances).then(|| {
            let kind = [Kind::WarmToAgent, Kind::WarmToQueue, Kind::ColdToAgent, Kind::ColdToQueue]
                [dice.roll(4)];
            let ending = match (dice.roll(10), kind) {
                (0, _) => Ending::Declined,
                (1, _) => Ending::TakenBack,
                (2, Kind::WarmToAgent | Kind::WarmToQueue) => Ending::HandedBack,
                _ => Ending::Through,
            };
            Handover { after, kind, ending }
        })
    });
    Plan { handovers: handovers.collect() }
}

/// Throws that depend on the seed and a name.
struct Dice {
    state: u64,
}

impl Dice {
    fn new(seed: u64, name: &str) -> Self {
        // DefaultHasher::new() has fixed keys: the same names give the same throws on every machine.
        let mut hasher = DefaultHasher::new();
        (seed, name).hash(&mut hasher);
        Self { state: hasher.finish() }
    }

    /// A number below `sides`, by SplitMix64 (Steele, Lea and Flood, 2014).
    fn roll(&mut self, sides: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_plans_the_same() {
        assert_eq!(plan(7, "a", 9), plan(7, "a", 9));
        assert!((0..50).any(|seed| plan(seed, "a", 9) != plan(seed + 1, "a", 9)));
    }

    #[test]
    fn every_kind_and_ending_is_played_and_none_after_the_last_word() {
        let all: Vec<Handover> =
            (0..500).flat_map(|n| plan(1, &n.to_string(), 3).handovers).collect();
        for kind in [Kind::WarmToAgent, Kind::WarmToQueue, Kind::ColdToAgent, Kind::ColdToQueue] {
            assert!(all.iter().any(|handover| handover.kind == kind), "{kind:?}");
        }
        for ending in [Ending::Through, Ending::Declined, Ending::TakenBack, Ending::HandedBack] {
            assert!(all.iter().any(|handover| handover.ending == ending), "{ending:?}");
        }
        assert!(all.iter().all(|handover| handover.after <= 3));
        assert!(plan(1, "x", 0).handovers.is_empty());
    }
}
