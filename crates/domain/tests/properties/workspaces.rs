//! Small workspaces of every shape: each strategy, mode and credit, with relaxation, fallbacks and skills.

use std::collections::BTreeSet;

use domain::{
    config::{
        Agent, AgentKind, Code, Config, Credit, Entry, Fallback, HandRule, HandRuleWhen, Hours,
        Interval, Mode, Queue, RelaxStep, Roles, Settings, Skill, Strategy, Team, WrapUp,
    },
    ids::{AgentId, HoursId, QueueId, SkillId, TeamId},
};
use proptest::{
    collection::vec, option, prelude::*, sample::select, strategy::Strategy as Generator,
};

pub const AGENTS: u64 = 5;
pub const QUEUES: u64 = 3;
pub const SKILLS: u64 = 2;
pub const HOURS: u64 = 2;
/// The first is one that nobody knows.
pub const LANGUAGES: [&str; 3] = ["xx", "de", "pt"];

pub fn workspace() -> impl Generator<Value = Config> {
    let agents = vec(agent(), AGENTS as usize);
    let queues = vec(queue(), QUEUES as usize);
    let hours = vec(hours(), HOURS as usize);
    (agents, queues, hours, any::<bool>()).prop_map(|(agents, queues, hours, reason_required)| {
        Config {
            version: 1,
            name: "Property".into(),
            next_id: 100,
            // A day of parking would be a day of offers to play.
            settings: Settings {
                reason_required,
                parked_ms: 300_000,
                park_reserve_ms: 120_000,
                offline_form_ms: 60_000,
                message_alert_ms: 60_000,
                introduction_ms: 60_000,
                wake_reserve_ms: 20_000,
                closing_grace_ms: 30_000,
                default_language: "de".into(),
                chain_warning: 1,
                chain_limit: 2,
                hand_alert_ms: 30_000,
                ..Settings::default()
            },
            skills: (1..=SKILLS)
                .map(|id| (SkillId(id), Skill { key: format!("s{id}"), name: format!("S{id}") }))
                .collect(),
            teams: (1..=2)
                .map(|id| (TeamId(id), Team { key: format!("t{id}"), name: format!("T{id}") }))
                .collect(),
            agents: (1..).map(AgentId).zip(agents).collect(),
            queues: (1..).map(QueueId).zip(queues).collect(),
            hours: (1..).map(HoursId).zip(hours).collect(),
            languages: (1..=SKILLS)
                .map(|id| (LANGUAGES[id as usize].into(), SkillId(id)))
                .collect(),
            hand_rules: hand_rules(),
            reasons: vec![Code { code: "billing".into(), label: "Billing".into() }],
            dispositions: vec![Code { code: "solved".into(), label: "Solved".into() }],
            entry: Entry::Queue(QueueId(1)),
            ..Config::default()
        }
    })
}

/// What people write in these stories is "Hello".
fn hand_rules() -> Vec<HandRule> {
    let rule = |key: &str, when| HandRule { key: key.into(), when };
    vec![
        rule("greeted", HandRuleWhen::Keyword(vec!["hello".into()])),
        rule("moved", HandRuleWhen::ChainWarning),
        rule("silent", HandRuleWhen::Silence { ms: 45_000 }),
    ]
}

/// Open for a minute or two, closed for as long, a few times from the start on.
fn hours() -> impl Generator<Value = Hours> {
    vec((1..=8u64, 1..=8u64), 0..=5).prop_map(|stretches| {
        let mut at = super::START;
        let open = stretches.into_iter().map(|(closed, open)| {
            let from = at.after((closed - 1) * 20_000).max(at.after(1));
            at = from.after(open * 20_000);
            Interval { from, to: at }
        });
        Hours { key: String::new(), name: String::new(), zone: String::new(), open: open.collect() }
    })
}

fn agent() -> impl Generator<Value = Agent> {
    let skills = proptest::collection::btree_map((1..=SKILLS).prop_map(SkillId), 1..=5u8, 0..=2);
    (skills, 1..=3u32, 1..=2u64, any::<bool>()).prop_map(|(skills, capacity, team, supervises)| {
        Agent {
            key: String::new(),
            name: String::new(),
            public_name: String::new(),
            email: String::new(),
            kind: AgentKind::Human,
            roles: Roles {
                agent: true,
                supervises: if supervises {
                    BTreeSet::from([TeamId(team)])
                } else {
                    BTreeSet::new()
                },
                admin: false,
                analyst: false,
            },
            teams: BTreeSet::from([TeamId(team)]),
            skills,
            capacity,
        }
    })
}

fn queue() -> impl Generator<Value = Queue> {
    let members = proptest::sample::subsequence(
        (1..=AGENTS).map(AgentId).collect::<Vec<_>>(),
        0..=AGENTS as usize,
    );
    let strategy = select(vec![
        Strategy::LeastLoaded,
        Strategy::LongestIdle,
        Strategy::BestSkilled,
        Strategy::RoundRobin,
        Strategy::Ordered,
        Strategy::Broadcast,
    ]);
    let mode =
        prop_oneof![4 => Just(Mode::Push), 1 => Just(Mode::PushAutoAccept), 1 => Just(Mode::Pull)];
    let required = proptest::collection::btree_map((1..=SKILLS).prop_map(SkillId), 1..=3u8, 0..=1);
    let relax = vec((1..=4u64, option::of(1..=2u8), any::<bool>()), 0..=2);
    let fallback = option::of((1..=QUEUES).prop_map(QueueId));
    let credit = select(vec![Credit::Keep, Credit::Reset, Credit::Boost]);
    let rest = (
        option::of(0..=9u8),
        select(vec![0, 30_000, 60_000]),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        (
            option::weighted(0.3, (1..=HOURS).prop_map(HoursId)),
            option::of((1..=QUEUES).prop_map(|id| Fallback::Queue(QueueId(id)))),
            proptest::bool::weighted(0.2),
        ),
    );
    (members, strategy, mode, 1..=2u32, required, relax, fallback, credit, rest).prop_map(
        |(members, strategy, mode, weight, required, relax, fallback, credit, rest)| {
            let (priority, wrap_up_ms, holds_capacity, sticky, greets, times) = rest;
            let (hours, out_of_hours, language_required) = times;
            let mut after_ms = 0;
            let steps = relax.into_iter().map(|(part, level, drops)| {
                after_ms += part * 20_000;
                let drop = if drops { BTreeSet::from([SkillId(1)]) } else { BTreeSet::new() };
                RelaxStep { after_ms, drop, level }
            });
            Queue {
                members,
                strategy,
                mode,
                weight,
                required,
                relax: steps.collect(),
                fallback,
                credit,
                priority,
                wrap_up: WrapUp { ms: wrap_up_ms, holds_capacity },
                sticky,
                greeting: greets.then(|| "Hello".into()),
                max_wait_ms: 240_000,
                hours,
                out_of_hours,
                language_required,
                ..Queue::default()
            }
        },
    )
}
