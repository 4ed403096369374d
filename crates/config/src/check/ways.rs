//! Ways between places: escalations that lead up or aside to somebody, and edges that leave some way open.

use std::collections::BTreeSet;

use super::Check;
use crate::{
    document::{EdgeEnd, EscalationEntry, Members, PipelineEntry, StageEntry},
    finding::Code,
    position::At,
    translate::members_of,
};

/// Where a conversation may be: a queue of the document, or that of a stage with a list.
struct Spot<'a> {
    queue: Option<&'a str>,
    tier: u64,
    members: BTreeSet<&'a str>,
}

impl<'a> Check<'a> {
    pub(super) fn way_up(
        &mut self,
        from: (&At<String>, &StageEntry),
        option: &EscalationEntry,
        pipeline: &PipelineEntry,
    ) {
        let (key, stage) = from;
        if option.stage.value == key.value && option.list.is_none() {
            let message = format!("this escalation leads to `{}`, where it stands", key.value);
            self.error(Code::EscalationToItself, option.stage.span, message).help =
                Some("name another stage, or a list of specialists in this one".to_owned());
            return;
        }
        let Some(target) = pipeline.stages.get(&option.stage) else { return };
        let (Some(here), Some(there)) = (self.spot(stage), self.spot(target)) else { return };
        if there.tier < here.tier {
            let message = format!(
                "this escalation leads down, from tier {} to tier {}",
                here.tier, there.tier
            );
            self.error(Code::EscalationDown, option.stage.span, message).help = Some(
                "an escalation goes up or to another department; the way down is a return"
                    .to_owned(),
            );
        }
        if let Some(list) = &option.list {
            let only = Members { lists: vec![list.clone()], ..Members::default() };
            let specialists = members_of(self.document, &only);
            let known = self.document.lists.contains(list) && !there.members.is_empty();
            if known && specialists.iter().all(|agent| !there.members.contains(agent)) {
                let message = format!(
                    "nobody of the list `{}` serves the stage `{}`",
                    list.value, option.stage.value
                );
                self.warning(Code::ListServesNobody, list.span, message).help = Some(
                    "add the list to the members of its queue, or name another stage".to_owned(),
                );
            }
        }
        if !self.allowed(&here, &there) {
            let message =
                format!("the edges allow no way from `{}` to `{}`", key.value, option.stage.value);
            self.error(Code::EdgeForbids, option.stage.span, message).help =
                Some("add an edge, or take this option out".to_owned());
        }
    }

    /// Edges that leave no two places connected forbid every hand-over.
    pub(super) fn edges_leave_a_way(&mut self) {
        let Some(first) = self.document.edges.first() else { return };
        let of_queues = self.document.queues.iter().map(|(key, queue)| Spot {
            queue: Some(key.as_str()),
            tier: queue.tier.as_ref().map_or(1, |at| at.value),
            members: members_of(self.document, &queue.members).into_iter().collect(),
        });
        let stages =
            self.document.pipelines.iter().flat_map(|(_, pipeline)| pipeline.stages.iter());
        let of_stages = stages.filter_map(|(_, stage)| self.spot(stage));
        let spots: Vec<Spot> = of_queues.chain(of_stages).collect();
        let any = spots.iter().enumerate().any(|(i, from)| {
            spots.iter().enumerate().any(|(j, to)| i != j && self.allowed(from, to))
        });
        if !any {
            self.warning(Code::EdgesForbidAll, first.span, "these edges forbid every hand-over")
                .help = Some("leave out `edges` to allow all of them".to_owned());
        }
    }

    /// Known only where the queue or list is.
    fn spot(&self, stage: &'a StageEntry) -> Option<Spot<'a>> {
        let tier =
            |of_queue: Option<&At<u64>>| stage.tier.as_ref().or(of_queue).map_or(1, |at| at.value);
        if let Some(key) = &stage.queue {
            let queue = self.document.queues.get(key)?;
            let members = members_of(self.document, &queue.members).into_iter().collect();
            return Some(Spot { queue: Some(key), tier: tier(queue.tier.as_ref()), members });
        }
        let list = stage.list.as_ref().filter(|key| self.document.lists.contains(key))?;
        let only = Members { lists: vec![list.clone()], ..Members::default() };
        let members = members_of(self.document, &only).into_iter().collect();
        Some(Spot { queue: None, tier: tier(None), members })
    }

    fn allowed(&self, from: &Spot<'_>, to: &Spot<'_>) -> bool {
        let edges = &self.document.edges;
        edges.is_empty()
            || edges.iter().any(|edge| self.is_at(&edge.from, from) && self.is_at(&edge.to, to))
    }

    fn is_at(&self, end: &EdgeEnd, spot: &Spot<'_>) -> bool {
        match end {
            EdgeEnd::Queue(key) => spot.queue == Some(key.as_str()),
            EdgeEnd::Tier(tier) => spot.tier == tier.value,
            EdgeEnd::Team(key) => spot.members.iter().any(|agent| {
                let agent = self.document.agents.get(agent);
                agent.is_some_and(|agent| agent.teams.iter().any(|team| team.value == key.value))
            }),
        }
    }
}
