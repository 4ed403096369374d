//! Routing: the choice of each strategy in examples, and the index against a plain scan.

mod oracle;
mod workspaces;

use std::collections::BTreeMap;

use domain::{
    config::Strategy,
    explain::{Excluded, Verdict},
    ids::{AgentId, QueueId, SkillId, Timestamp},
    limits::EXPLAIN_AGENTS_MAX,
    routing::{Ask, RoutingIndex, Standing},
    view::staff::AgentStatus,
};
use proptest::prelude::*;

use self::{
    oracle::Oracle,
    workspaces::{Question, Step, Workspace},
};

const FRENCH: SkillId = SkillId(1);
const BILLING: SkillId = SkillId(2);

#[test]
fn the_least_loaded_by_share_of_capacity_is_chosen() {
    // 2 of 8 is less than 1 of 3.
    let desk = Desk::of(&[online(1, 3), online(2, 8)]);
    assert_eq!(desk.ranked(Strategy::LeastLoaded), [2, 1]);
}

#[test]
fn equal_shares_of_different_capacities_break_by_idle_time() {
    let desk = Desk::of(&[online(1, 2).idle_since(20), online(2, 4).idle_since(10)]);
    assert_eq!(desk.ranked(Strategy::LeastLoaded), [2, 1]);
}

#[test]
fn a_full_tie_breaks_by_id() {
    for strategy in
        [Strategy::LeastLoaded, Strategy::LongestIdle, Strategy::BestSkilled, Strategy::Broadcast]
    {
        assert_eq!(Desk::of(&[online(0, 2), online(0, 2)]).listed([2, 1]).ranked(strategy), [1, 2]);
    }
}

#[test]
fn the_longest_idle_is_chosen_whatever_the_load() {
    let desk = Desk::of(&[
        online(0, 4).idle_since(30),
        online(3, 4).idle_since(10),
        online(1, 4).idle_since(20),
    ]);
    assert_eq!(desk.ranked(Strategy::LongestIdle), [2, 3, 1]);
}

#[test]
fn the_best_skilled_has_the_highest_sum_of_the_levels_needed() {
    let desk = Desk::of(&[
        online(0, 4).idle_since(30).skilled(FRENCH, 3).skilled(BILLING, 3),
        online(0, 4).idle_since(10).skilled(FRENCH, 5).skilled(BILLING, 1),
        online(0, 4).idle_since(20).skilled(FRENCH, 2).skilled(BILLING, 4),
    ]);
    assert_eq!(desk.needing(FRENCH, 1).ranked(Strategy::BestSkilled), [2, 1, 3]);
    assert_eq!(
        desk.needing(FRENCH, 1).needing(BILLING, 1).ranked(Strategy::BestSkilled),
        [2, 3, 1]
    );
}

#[test]
fn a_round_robin_goes_on_after_the_member_chosen_last() {
    let desk =
        Desk::of(&[online(0, 2), online(0, 2), online(2, 2), online(0, 2)]).listed([4, 3, 2, 1]);
    assert_eq!(desk.ranked(Strategy::RoundRobin), [4, 2, 1]);
    assert_eq!(desk.after(4).ranked(Strategy::RoundRobin), [2, 1, 4]);
    assert_eq!(desk.after(3).ranked(Strategy::RoundRobin), [2, 1, 4]);
    assert_eq!(desk.after(1).ranked(Strategy::RoundRobin), [4, 2, 1]);
    assert_eq!(
        desk.after(77).ranked(Strategy::RoundRobin),
        [4, 2, 1],
        "the last one is no member any more"
    );
}

#[test]
fn an_ordered_queue_asks_its_members_by_rank() {
    let desk = Desk::of(&[online(0, 2), online(1, 2), online(0, 2)]).listed([2, 3, 1]);
    assert_eq!(desk.after(2).ranked(Strategy::Ordered), [2, 3, 1]);
}

#[test]
fn a_broadcast_goes_to_all_eligible() {
    let desk = Desk::of(&[online(2, 4), online(0, 4), online(4, 4), online(1, 4)]);
    assert_eq!(desk.ranked(Strategy::Broadcast), [2, 4, 1]);
}

#[test]
fn hand_overs_reach_agents_who_take_no_first_assignments() {
    let desk = Desk::of(&[online(0, 2).status(AgentStatus::TransferOnly)]);
    let index = desk.index(Strategy::LeastLoaded);
    let first = Ask { first: true, ..desk.ask(Strategy::LeastLoaded) };
    assert_eq!(index.choose(&first).agent, None);
    assert_eq!(index.choose(&Ask { first: false, ..first }).agent, Some(AgentId(1)));
}

#[test]
fn the_sender_does_not_get_it_back_while_somebody_else_online_could_take_it() {
    let alone = Desk::of(&[online(0, 2), online(0, 2).status(AgentStatus::Away)]).sent_by(1);
    assert_eq!(alone.ranked(Strategy::LeastLoaded), [1]);
    let with_a_full_colleague = Desk::of(&[online(0, 2), online(2, 2)]).sent_by(1);
    assert_eq!(with_a_full_colleague.ranked(Strategy::LeastLoaded), []);
    let with_somebody_for_hand_overs =
        Desk::of(&[online(0, 2), online(2, 2).status(AgentStatus::TransferOnly)]).sent_by(1);
    assert_eq!(with_somebody_for_hand_overs.ranked(Strategy::LeastLoaded), []);
}

#[test]
fn the_sender_gets_it_back_when_those_online_could_never_take_it() {
    let unskilled = Desk::of(&[online(0, 2).skilled(FRENCH, 3), online(0, 2).skilled(FRENCH, 2)]);
    let sent = unskilled.sent_by(1).needing(FRENCH, 3);
    assert_eq!(sent.ranked(Strategy::LeastLoaded), [1]);
    assert_eq!(sent.needing(FRENCH, 2).ranked(Strategy::LeastLoaded), [2]);
    let both = Desk::of(&[online(0, 2), online(0, 2)]).sent_by(1);
    let (index, ask) = (both.index(Strategy::LeastLoaded), both.ask(Strategy::LeastLoaded));
    let not_in_the_list = Ask { only: Some(&[AgentId(1)]), ..ask };
    assert_eq!(index.choose(&not_in_the_list).agent, Some(AgentId(1)));
    let in_it_already = Ask { present: &[AgentId(2)], ..ask };
    assert_eq!(index.choose(&in_it_already).agent, Some(AgentId(1)));
    let too_heavy = Desk::of(&[online(0, 3), online(0, 2)]).sent_by(1);
    let index = too_heavy.index(Strategy::LeastLoaded);
    let ask = Ask { weight: 3, ..too_heavy.ask(Strategy::LeastLoaded) };
    assert_eq!(index.choose(&ask).agent, Some(AgentId(1)));
    // Whoever declined is asked again after their cool-down, so they count.
    assert_eq!(both.declined_by(2).ranked(Strategy::LeastLoaded), []);
}

#[test]
fn each_agent_counts_under_the_first_rule_that_applies() {
    let desk = Desk::of(&[
        online(0, 2).status(AgentStatus::Offline),
        online(0, 2).status(AgentStatus::Disconnected),
        online(0, 2).status(AgentStatus::NotResponding),
        online(2, 2).status(AgentStatus::Away),
        online(2, 2).status(AgentStatus::TransferOnly),
        online(2, 2),
        online(2, 2).skilled(FRENCH, 3),
        online(0, 2).skilled(FRENCH, 3),
        online(0, 2).skilled(FRENCH, 3),
        online(0, 2).skilled(FRENCH, 3),
    ]);
    let desk = desk
        .needing(FRENCH, 3)
        .declined_by(1)
        .declined_by(6)
        .declined_by(7)
        .declined_by(8)
        .sent_by(9);
    let index = desk.index(Strategy::LeastLoaded);
    let ask = Ask { first: true, ..desk.ask(Strategy::LeastLoaded) };
    let choice = index.choose(&ask);
    assert_eq!((choice.agent, choice.eligible), (Some(AgentId(10)), 1));
    let one_each = Excluded {
        offline: 1,
        disconnected: 1,
        not_responding: 1,
        away: 1,
        transfer_only: 1,
        lacks_skill: 1,
        at_capacity: 1,
        not_listed: 0,
        declined: 1,
        sender: 1,
    };
    assert_eq!(choice.excluded, one_each);
    let explanation = index.explanation(&ask, &choice);
    assert_eq!(
        explanation.next,
        [
            (AgentId(9), Verdict::Sender),
            (AgentId(8), Verdict::Declined { at: Timestamp(8) }),
            (AgentId(7), Verdict::AtCapacity { load: 2, capacity: 2 }),
            (AgentId(6), Verdict::LacksSkill { skill: FRENCH, level: 3 }),
            (AgentId(5), Verdict::TransferOnly),
            (AgentId(4), Verdict::Away),
            (AgentId(3), Verdict::NotResponding),
            (AgentId(2), Verdict::Disconnected),
            (AgentId(1), Verdict::Offline),
        ]
    );
}

#[test]
fn an_agent_over_capacity_has_no_room() {
    assert_eq!(Desk::of(&[online(5, 4)]).ranked(Strategy::LeastLoaded), []);
}

#[test]
fn an_explanation_of_a_long_list_names_the_twenty_next() {
    // Thirty with room, each the only one of their skill profile, among 600 who are full.
    let member = |n: u64| {
        let load = if n < 30 { 0 } else { 2 };
        online(load, 2).idle_since(n).skilled(SkillId(n % 30), 1)
    };
    let members: Vec<Member> = (0..630).map(member).collect();
    let desk = Desk::of(&members);
    let (index, ask) = (desk.index(Strategy::LongestIdle), desk.ask(Strategy::LongestIdle));
    let explanation = index.explanation(&ask, &index.choose(&ask));
    assert_eq!((explanation.chosen, explanation.eligible), (Some(AgentId(1)), 30));
    let next: Vec<_> = (2..=21).map(|id| (AgentId(id), Verdict::Eligible)).collect();
    assert_eq!(explanation.next, next);
}

#[test]
fn whoever_is_in_it_is_never_asked_even_if_nobody_else_is_online() {
    let desk = Desk::of(&[online(0, 2)]);
    let ask = Ask { present: &[AgentId(1)], ..desk.ask(Strategy::LeastLoaded) };
    let index = desk.index(Strategy::LeastLoaded);
    assert_eq!(index.choose(&ask).agent, None);
    assert_eq!(index.eligible(&ask, AgentId(1)), Verdict::Sender);
}

#[test]
fn an_agent_serves_the_queues_that_list_them() {
    let index = Desk::of(&[online(0, 1), online(0, 1)]).listed([2]).index(Strategy::Ordered);
    assert_eq!(index.queues_of(AgentId(2)), [QUEUE]);
    assert_eq!(index.queues_of(AgentId(1)), []);
    assert_eq!(index.standing(AgentId(3)), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_answers_as_a_plain_scan_would(workspace in workspaces::any_workspace()) {
        let Workspace { config, steps } = workspace;
        let mut standings: BTreeMap<AgentId, Standing> =
            config.agents.keys().map(|agent| (*agent, online(0, 2).standing)).collect();
        let mut index = RoutingIndex::rebuild(&config, standings.iter().map(|(agent, standing)| (*agent, *standing)));
        for Step { changes, question } in steps {
            for (agent, standing) in changes {
                standings.insert(agent, standing);
                index.set(agent, standing);
            }
            compare(&index, &Oracle { config: &config, standings: &standings }, &question.ask())?;
        }
    }
}

fn compare(index: &RoutingIndex, oracle: &Oracle<'_>, ask: &Ask<'_>) -> Result<(), TestCaseError> {
    let choice = index.choose(ask);
    prop_assert_eq!(choice, oracle.choose(ask));
    let ranked = oracle.ranked(ask);
    prop_assert_eq!(&index.all_eligible(ask), &ranked);
    let some = 1 + oracle.config.agents.len() / 50;
    for agent in oracle.config.agents.keys().step_by(some) {
        prop_assert_eq!(index.eligible(ask, *agent), oracle.verdict(ask, *agent));
    }

    let next = index.explanation(ask, &choice).next;
    let members = oracle.members(ask).len();
    prop_assert_eq!(
        next.len(),
        EXPLAIN_AGENTS_MAX.min(members - usize::from(choice.agent.is_some()))
    );
    for (place, (agent, verdict)) in next.iter().enumerate() {
        prop_assert_eq!(*verdict, oracle.verdict(ask, *agent));
        prop_assert!(
            next[..place].iter().all(|(other, _)| other != agent),
            "{:?} is named twice",
            agent
        );
    }
    let runners_up =
        ranked.iter().skip(1).take(EXPLAIN_AGENTS_MAX).map(|agent| (*agent, Verdict::Eligible));
    prop_assert!(next.iter().take(ranked.len().saturating_sub(1)).copied().eq(runners_up));
    let mut nearest: Vec<u8> =
        oracle.members(ask).iter().map(|agent| rule(oracle.verdict(ask, *agent))).collect();
    nearest.sort_unstable();
    let nearest = nearest.into_iter().skip(usize::from(choice.agent.is_some()));
    prop_assert!(next.iter().map(|(_, verdict)| rule(*verdict)).eq(nearest.take(next.len())));
    Ok(())
}

/// How far a verdict is from a yes: the earlier the rule that excludes, the farther.
fn rule(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Eligible => 0,
        Verdict::Sender => 1,
        Verdict::Declined { .. } => 2,
        Verdict::NotListed => 3,
        Verdict::AtCapacity { .. } => 4,
        Verdict::LacksSkill { .. } => 5,
        Verdict::TransferOnly => 6,
        Verdict::Away => 7,
        Verdict::NotResponding => 8,
        Verdict::Disconnected => 8,
        Verdict::Offline => 9,
        Verdict::NotMember => 10,
    }
}

const QUEUE: QueueId = QueueId(1);

/// One queue, its members numbered from 1, and one question about it.
#[derive(Clone)]
struct Desk {
    members: Vec<Member>,
    listed: Vec<u64>,
    question: Question,
}

#[derive(Clone)]
struct Member {
    standing: Standing,
    skills: BTreeMap<SkillId, u8>,
}

fn online(load: u32, capacity: u32) -> Member {
    let standing =
        Standing { status: AgentStatus::Online, load, capacity, idle_since: Timestamp(0) };
    Member { standing, skills: BTreeMap::new() }
}

impl Member {
    fn idle_since(mut self, at: u64) -> Self {
        self.standing.idle_since = Timestamp(at);
        self
    }

    fn status(mut self, status: AgentStatus) -> Self {
        self.standing.status = status;
        self
    }

    fn skilled(mut self, skill: SkillId, level: u8) -> Self {
        self.skills.insert(skill, level);
        self
    }
}

impl Desk {
    fn of(members: &[Member]) -> Self {
        let listed = (1..=members.len() as u64).collect();
        Self { members: members.to_vec(), listed, question: Question::about(QUEUE) }
    }

    /// Another order of the members.
    fn listed<const N: usize>(mut self, ids: [u64; N]) -> Self {
        self.listed = ids.to_vec();
        self
    }

    fn needing(&self, skill: SkillId, level: u8) -> Self {
        let mut desk = self.clone();
        desk.question.needs.insert(skill, level);
        desk
    }

    fn declined_by(&self, agent: u64) -> Self {
        let mut desk = self.clone();
        desk.question.declined.push((AgentId(agent), Timestamp(agent)));
        desk
    }

    fn sent_by(&self, agent: u64) -> Self {
        let mut desk = self.clone();
        desk.question.sender = Some(AgentId(agent));
        desk
    }

    fn after(&self, agent: u64) -> Self {
        let mut desk = self.clone();
        desk.question.after = Some(AgentId(agent));
        desk
    }

    fn ask(&self, strategy: Strategy) -> Ask<'_> {
        Ask { strategy, ..self.question.ask() }
    }

    fn index(&self, strategy: Strategy) -> RoutingIndex {
        let members = self.listed.iter().map(|id| AgentId(*id)).collect();
        let agents = self.members.iter().map(|member| member.skills.clone()).collect();
        let config = workspaces::config(agents, vec![workspaces::queue(members, strategy, 1)]);
        let standings = (1..).map(AgentId).zip(self.members.iter().map(|member| member.standing));
        RoutingIndex::rebuild(&config, standings)
    }

    /// The eligible in the order they would be chosen.
    fn ranked(&self, strategy: Strategy) -> Vec<u64> {
        let (index, ask) = (self.index(strategy), self.ask(strategy));
        let ranked = index.all_eligible(&ask);
        assert_eq!(index.choose(&ask).agent, ranked.first().copied());
        ranked.into_iter().map(|agent| agent.0).collect()
    }
}
