//! Skill profiles: agents who hold the same skills at the same levels are tried as one.

use alloc::{collections::BTreeMap, vec, vec::Vec};

use crate::{config::Config, ids::SkillId};

/// Every skill profile of a workspace, by number.
#[derive(Debug, Clone, Default)]
pub(super) struct Profiles {
    /// For each skill the level held in each profile; 0 where it is not held.
    levels: BTreeMap<SkillId, Vec<u8>>,
}

impl Profiles {
    /// The profiles, and the number of each agent's profile in the order of ids.
    pub(super) fn of(config: &Config) -> (Self, Vec<u32>) {
        let mut numbers = BTreeMap::new();
        for agent in config.agents.values() {
            let next = numbers.len();
            numbers.entry(&agent.skills).or_insert(next);
        }
        let mut levels: BTreeMap<SkillId, Vec<u8>> = BTreeMap::new();
        for (skills, number) in &numbers {
            for (skill, level) in *skills {
                let column = levels.entry(*skill).or_insert_with(|| vec![0; numbers.len()]);
                if let Some(cell) = column.get_mut(*number) {
                    *cell = *level;
                }
            }
        }
        let of_agents = config.agents.values().filter_map(|agent| numbers.get(&agent.skills));
        (Self { levels }, of_agents.map(|number| *number as u32).collect())
    }

    /// What is needed, looked up once so that each profile is tried by a few reads.
    pub(super) fn needs(&self, needs: &BTreeMap<SkillId, u8>) -> Needs<'_> {
        let need = |(skill, level): (&SkillId, &u8)| Need {
            skill: *skill,
            level: *level,
            held: self.levels.get(skill).map_or(&[], Vec::as_slice),
        };
        Needs(needs.iter().map(need).collect())
    }
}

/// The skills of one ask.
pub(super) struct Needs<'a>(Vec<Need<'a>>);

struct Need<'a> {
    skill: SkillId,
    level: u8,
    /// By profile.
    held: &'a [u8],
}

impl Needs<'_> {
    pub(super) const fn none(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn met_by(&self, profile: u32) -> bool {
        // Tried to the end: one skill costs less than a branch that cannot be foreseen.
        self.0.iter().fold(true, |met, need| met & need.met_by(profile))
    }

    /// Which profiles have them all, by number; nothing where nothing is needed.
    pub(super) fn met(&self) -> Option<Vec<bool>> {
        let profiles = self.0.iter().map(|need| need.held.len()).max()?;
        let mut met = vec![true; profiles];
        for need in &self.0 {
            met.truncate(need.held.len());
            for (met, held) in met.iter_mut().zip(need.held) {
                *met &= *held >= need.level.max(1);
            }
        }
        Some(met)
    }

    /// The first skill that the profile lacks, with the level asked.
    pub(super) fn lacking(&self, profile: u32) -> Option<(SkillId, u8)> {
        self.0.iter().find(|need| !need.met_by(profile)).map(|need| (need.skill, need.level))
    }

    /// Sum of the profile's levels of the skills needed.
    pub(super) fn score(&self, profile: u32) -> u32 {
        self.0.iter().map(|need| u32::from(need.held_by(profile))).sum()
    }
}

impl Need<'_> {
    fn met_by(&self, profile: u32) -> bool {
        // A skill asked for at level 0 must still be held.
        self.held_by(profile) >= self.level.max(1)
    }

    fn held_by(&self, profile: u32) -> u8 {
        self.held.get(profile as usize).copied().unwrap_or_default()
    }
}
