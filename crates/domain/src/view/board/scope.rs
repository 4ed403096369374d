//! Who sees what of the board (SPEC §4, "Who may do what"): a scope is what somebody oversees, a reach whom an object
//! concerns. Equal scopes see the same.

use alloc::collections::BTreeSet;

use crate::{
    Desk,
    ids::{AgentId, TeamId},
};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// An admin's.
    Everything,
    /// An analyst's: all of it, without what visitors said of themselves.
    Figures,
    /// A supervisor's: conversations whose owner is of these teams or whose queue has members of them, and those
    /// queues and agents.
    Teams(BTreeSet<TeamId>),
}

/// Whom an object concerns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reach {
    /// Every supervisor: a hand that nobody took.
    pub everybody: bool,
    pub teams: BTreeSet<TeamId>,
}

impl Scope {
    pub fn sees(&self, reach: &Reach) -> bool {
        match self {
            Self::Everything | Self::Figures => true,
            Self::Teams(teams) => reach.everybody || !teams.is_disjoint(&reach.teams),
        }
    }
}

impl Desk {
    /// What somebody sees of the board; none if there is no board for them.
    pub fn board_scope(&self, agent: AgentId) -> Option<Scope> {
        let roles = &self.rules().agents.get(&agent)?.roles;
        if roles.admin {
            Some(Scope::Everything)
        } else if !roles.supervises.is_empty() {
            Some(Scope::Teams(roles.supervises.clone()))
        } else {
            roles.analyst.then_some(Scope::Figures)
        }
    }
}
