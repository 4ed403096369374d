//! Where people need training and processes mending: who or what goes up more often than its peers, with intervals so
//! that small numbers accuse nobody.

use store::facts::Answer;

use super::{
    Chart, ChartKind, Column, Drill, Filter, Group, Report, Role, Unit, dimension, measure,
    question::Asked,
    statistics::wilson,
    tables::{Figure, Line, Table, figure, lines, sums},
};

pub const ALL: &[&Report] = &[&BY_AGENT, &BY_TOPIC, &BY_SKILL, &BY_AGENT_AND_TOPIC];

const FILTERS: &[Filter] = &[
    Filter::From,
    Filter::To,
    Filter::Tier,
    Filter::Queue,
    Filter::Team,
    Filter::Agent,
    Filter::Tag,
    Filter::Bots,
];

const ALL_LEGS: Column = measure(
    "legs",
    "Legs",
    Unit::Count,
    "Owner legs at the tier that ended by closing or by a move that counts as escalated",
);
const ESCALATED: Column =
    measure("escalated", "Escalated", Unit::Count, "Those that ended by such a move");
const SHARE: Column =
    measure("escalated_share", "Escalated share", Unit::Share, "Escalated ÷ legs");
const LOW: Column = Column {
    key: "escalated_share_low",
    title: "From",
    definition: "Lower end of the 95 % interval of the share (Wilson)",
    unit: Unit::Share,
    role: Role::Low,
    codes: &[],
};
const HIGH: Column = Column {
    key: "escalated_share_high",
    title: "To",
    definition: "Upper end of the 95 % interval of the share (Wilson)",
    unit: Unit::Share,
    role: Role::High,
    codes: &[],
};
const PEERS: Column = measure(
    "peers_share",
    "Peers' share",
    Unit::Share,
    "The same share of all the others in the same selection",
);
const VERDICT: Column = measure(
    "verdict",
    "Reading",
    Unit::Code,
    "above or below, if the interval and that of the peers have nothing in common; usual otherwise: small numbers accuse nobody",
)
.of(&["above", "usual", "below"]);

const CHART: Chart = Chart {
    kind: ChartKind::Intervals,
    x: None,
    y: Some("peers_share"),
    series: &["escalated_share"],
};

static BY_AGENT: Report = Report {
    name: "patterns-by-agent",
    title: "Escalations by agent against peers",
    question: "Who passes on more than colleagues at the same tier, beyond what chance explains?",
    group: Group::Quality,
    grain: "owner leg at the tier",
    filters: FILTERS,
    columns: &[
        dimension("agent", "Agent", Unit::Agent, "Who owned the legs"),
        ALL_LEGS,
        ESCALATED,
        SHARE,
        LOW,
        HIGH,
        PEERS,
        VERDICT,
    ],
    chart: Chart { x: Some("agent"), ..CHART },
    ask: |asked| {
        vec![legs(asked).statement(
            "SELECT g.agent, COUNT(*), SUM(g.escalated) FROM fact_leg g {where}
             GROUP BY g.agent ORDER BY 2 DESC",
        )]
    },
    tell: |_, answers| against_peers(answers, &["agent"]),
    drill: Some(Drill { ask: legs, table: "fact_leg g", dimensions: &[("agent", "g.agent")] }),
};

static BY_TOPIC: Report = Report {
    name: "patterns-by-topic",
    title: "Escalations by topic",
    question: "Which topics go up more often than others?",
    group: Group::Quality,
    grain: "owner leg at the tier of a conversation with the tag; one with several tags counts under each",
    filters: FILTERS,
    columns: &[
        dimension("tag", "Topic", Unit::Tag, "A tag of the conversation"),
        ALL_LEGS,
        ESCALATED,
        SHARE,
        LOW,
        HIGH,
        PEERS,
        VERDICT,
    ],
    chart: Chart { x: Some("tag"), ..CHART },
    ask: |asked| {
        vec![legs(asked).statement(
            "SELECT a.tag, COUNT(*), SUM(g.escalated) FROM fact_leg g
             JOIN fact_tag a ON a.workspace = g.workspace AND a.conversation = g.conversation
             {where} GROUP BY a.tag ORDER BY 2 DESC",
        )]
    },
    tell: |_, answers| against_peers(answers, &["tag"]),
    drill: Some(Drill {
        ask: legs,
        table: "fact_leg g JOIN fact_tag a ON a.workspace = g.workspace AND a.conversation = g.conversation",
        dimensions: &[("tag", "a.tag")],
    }),
};

static BY_SKILL: Report = Report {
    name: "patterns-by-skill",
    title: "Escalations by skill",
    question: "Which skills that conversations ask for go up more often than others?",
    group: Group::Quality,
    grain: "owner leg at the tier of a conversation that asks for the skill",
    filters: FILTERS,
    columns: &[
        dimension("skill", "Skill", Unit::Skill, "A skill the conversation asks for"),
        ALL_LEGS,
        ESCALATED,
        SHARE,
        LOW,
        HIGH,
        PEERS,
        VERDICT,
    ],
    chart: Chart { x: Some("skill"), ..CHART },
    ask: |asked| {
        vec![legs(asked).statement(
            "SELECT a.skill, COUNT(*), SUM(g.escalated) FROM fact_leg g
             JOIN fact_skill a ON a.workspace = g.workspace AND a.conversation = g.conversation
             {where} GROUP BY a.skill ORDER BY 2 DESC",
        )]
    },
    tell: |_, answers| against_peers(answers, &["skill"]),
    drill: Some(Drill {
        ask: legs,
        table: "fact_leg g JOIN fact_skill a ON a.workspace = g.workspace AND a.conversation = g.conversation",
        dimensions: &[("skill", "a.skill")],
    }),
};

static BY_AGENT_AND_TOPIC: Report = Report {
    name: "patterns-by-agent-and-topic",
    title: "Escalations by agent and topic",
    question: "Who needs training in which topic?",
    group: Group::Quality,
    grain: "owner leg at the tier of a conversation with the tag; peers are the others with the same topic",
    filters: FILTERS,
    columns: &[
        dimension("agent", "Agent", Unit::Agent, "Who owned the legs"),
        dimension("tag", "Topic", Unit::Tag, "A tag of the conversation"),
        ALL_LEGS,
        ESCALATED,
        SHARE,
        LOW,
        HIGH,
        PEERS,
        VERDICT,
    ],
    chart: Chart { kind: ChartKind::None, x: None, y: None, series: &[] },
    ask: |asked| {
        vec![legs(asked).statement(
            "SELECT g.agent, a.tag, COUNT(*), SUM(g.escalated) FROM fact_leg g
             JOIN fact_tag a ON a.workspace = g.workspace AND a.conversation = g.conversation
             {where} GROUP BY g.agent, a.tag ORDER BY 3 DESC",
        )]
    },
    tell: |_, answers| against_peers(answers, &["agent", "tag"]),
    drill: Some(Drill {
        ask: legs,
        table: "fact_leg g JOIN fact_tag a ON a.workspace = g.workspace AND a.conversation = g.conversation",
        dimensions: &[("agent", "g.agent"), ("tag", "a.tag")],
    }),
};

fn legs(asked: &Asked) -> super::question::Where {
    let mut found = asked
        .within("g", "began_ms")
        .and("g.role = 'owner'")
        .and("g.tier = :tier")
        .with("tier", asked.filters.tier)
        .and("(g.closed = 1 OR g.escalated = 1)")
        .and_if(asked.filters.one_of(Filter::Queue, "g.queue"))
        .and_if(asked.filters.one_of(Filter::Team, "g.team"))
        .and_if(asked.filters.one_of(Filter::Agent, "g.agent"));
    if !asked.filters.bots {
        found = found.and("g.bot = 0");
    }
    asked.tagged(found, "g")
}

/// Each row against the others that share everything of it but its first dimension; those that stand out first.
fn against_peers(answers: &[Answer], dimensions: &[&'static str]) -> Table {
    let mut keys = dimensions.to_vec();
    keys.extend(["legs", "escalated"]);
    let mut told = answers.first().map(|answer| lines(answer, &keys)).unwrap_or_default();
    let peer_group = |line: &Line| -> Vec<Figure> {
        dimensions.iter().skip(1).map(|key| figure(line, key).clone()).collect()
    };
    let mut groups: Vec<(Vec<Figure>, u64, u64)> = Vec::new();
    for line in &told {
        let (legs, escalated) = (figure(line, "legs").whole(), figure(line, "escalated").whole());
        let group = peer_group(line);
        match groups.iter_mut().find(|(of, _, _)| *of == group) {
            Some(found) => (found.1, found.2) = (found.1 + legs, found.2 + escalated),
            None => groups.push((group, legs, escalated)),
        }
    }
    for line in &mut told {
        let (legs, escalated) = (figure(line, "legs").whole(), figure(line, "escalated").whole());
        let group = peer_group(line);
        let (all, up) = groups
            .iter()
            .find(|(of, _, _)| *of == group)
            .map_or((legs, escalated), |(_, all, up)| (*all, *up));
        let (peers, peers_up) = (all - legs, up - escalated);
        let interval = wilson(escalated, legs);
        let peers_share = (peers > 0).then(|| peers_up as f64 / peers as f64);
        let verdict = match (interval, wilson(peers_up, peers)) {
            (Some((low, _)), Some((_, peers_high))) if low > peers_high => "above",
            (Some((_, high)), Some((peers_low, _))) if high < peers_low => "below",
            _ => "usual",
        };
        let real = |number: Option<f64>| number.map_or(Figure::None, Figure::Real);
        line.extend([
            ("escalated_share", Figure::share(escalated, legs)),
            ("escalated_share_low", real(interval.map(|(low, _)| low))),
            ("escalated_share_high", real(interval.map(|(_, high)| high))),
            ("peers_share", real(peers_share)),
            ("verdict", Figure::Text(verdict.to_owned())),
        ]);
    }
    let rank = |line: &Line| match figure(line, "verdict") {
        Figure::Text(verdict) if verdict == "above" => 0,
        Figure::Text(verdict) if verdict == "below" => 1,
        Figure::Text(_) | Figure::None | Figure::Whole(_) | Figure::Real(_) => 2,
    };
    told.sort_by_key(rank);
    let mut totals = sums(&told, &["legs", "escalated"]);
    let all = figure(&totals, "legs").whole();
    totals.push(("escalated_share", Figure::share(figure(&totals, "escalated").whole(), all)));
    let truncated = answers.first().is_some_and(|answer| answer.truncated);
    Table { totals, lines: told, truncated }
}
