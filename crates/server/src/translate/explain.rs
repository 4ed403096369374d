//! Why this agent, or why nobody.

use domain::explain::{Excluded, Explanation, Verdict};
use protocol::staff as wire;

use super::names::Names;

pub fn explanation(explanation: &Explanation, names: &Names) -> wire::Explanation {
    wire::Explanation {
        chosen: explanation.chosen.map(|agent| names.agent(agent)),
        eligible: explanation.eligible,
        excluded: excluded(explanation.excluded),
        next: explanation
            .next
            .iter()
            .map(|(agent, found)| wire::Candidate {
                agent: names.agent(*agent),
                verdict: verdict(*found, names),
            })
            .collect(),
    }
}

pub fn verdict(verdict: Verdict, names: &Names) -> wire::Verdict {
    match verdict {
        Verdict::Eligible => wire::Verdict::Eligible {},
        Verdict::NotMember => wire::Verdict::NotMember {},
        Verdict::Offline => wire::Verdict::Offline {},
        Verdict::Disconnected => wire::Verdict::Disconnected {},
        Verdict::NotResponding => wire::Verdict::NotResponding {},
        Verdict::Away => wire::Verdict::Away {},
        Verdict::TransferOnly => wire::Verdict::TransferOnly {},
        Verdict::LacksSkill { skill, level } => {
            wire::Verdict::LacksSkill { skill: names.skill(skill), level }
        }
        Verdict::AtCapacity { load, capacity } => wire::Verdict::AtCapacity { load, capacity },
        Verdict::NotListed => wire::Verdict::NotListed {},
        Verdict::Declined { at } => wire::Verdict::Declined { at_ms: at.0 },
        Verdict::Sender => wire::Verdict::Sender {},
    }
}

fn excluded(excluded: Excluded) -> wire::Excluded {
    let Excluded {
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
    } = excluded;
    wire::Excluded {
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
