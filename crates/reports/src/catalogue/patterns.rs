//! Where people need training and processes mending: who or what goes up more often than its peers, with intervals so
//! that small numbers accuse nobody.

use std::collections::BTreeMap;

use store::facts::{Answer, Answered as Cell};

use super::{
    Chart, ChartKind, Column, Drill, Filter, Group, Report, Unit, dimension, high_end, low_end,
    measure,
    question::{Asked, Where},
    statistics::wilson,
    tables::{Figure, Line, Table, figure, rows, sums},
    tally::{Tally, text, whole},
};

pub const ALL: &[&Report] = &[&BY_AGENT, &BY_TOPIC, &BY_SKILL, &BY_AGENT_AND_TOPIC];

const FILTERS: &[Filter] = &[
    Filter::From,
    Filter::To,
    Filter::Tier,
    Filter::Pipeline,
    Filter::Queue,
    Filter::Team,
    Filter::Agent,
    Filter::Tag,
    Filter::Bots,
];

const AGENT: Column = dimension("agent", "Agent", Unit::Agent, "Who owned the legs");
const TOPIC: Column = dimension("tag", "Topic", Unit::Tag, "A tag of the conversation");
const SKILL: Column = dimension("skill", "Skill", Unit::Skill, "A skill the conversation asks for");

/// What every pattern tells of a line.
const FIGURES: [Column; 7] = [
    measure(
        "legs",
        "Legs",
        Unit::Count,
        "Owner legs at the tier that ended by closing or by a move that counts as escalated",
    ),
    measure("escalated", "Escalated", Unit::Count, "Those that ended by such a move"),
    measure("escalated_share", "Escalated share", Unit::Share, "Escalated ÷ legs"),
    low_end("escalated_share_low"),
    high_end("escalated_share_high"),
    measure(
        "peers_share",
        "Peers' share",
        Unit::Share,
        "The same share of all the others in the same selection",
    ),
    measure(
        "verdict",
        "Reading",
        Unit::Code,
        "above or below, if the interval and that of the peers have nothing in common; usual otherwise: small numbers accuse nobody",
    )
    .of(&["above", "usual", "below"]),
];

/// The dimensions, then the figures.
const fn columns<const N: usize>(dimensions: &[Column]) -> [Column; N] {
    let mut all = [FIGURES[0]; N];
    let mut at = 0;
    while at < N {
        let is_dimension = at < dimensions.len();
        all[at] = if is_dimension { dimensions[at] } else { FIGURES[at - dimensions.len()] };
        at += 1;
    }
    all
}

/// What differs from one pattern to the next.
struct Pattern {
    name: &'static str,
    title: &'static str,
    question: &'static str,
    grain: &'static str,
    columns: &'static [Column],
    chart: Chart,
    ask: fn(&Asked) -> Vec<store::facts::Statement>,
    tell: fn(&Asked, &[Answer]) -> Table,
    dimensions: &'static [(&'static str, &'static str)],
}

impl Pattern {
    const fn report(self) -> Report {
        let Self { name, title, question, grain, columns, chart, ask, tell, dimensions } = self;
        let drill = Some(Drill { ask: legs, table: "fact_leg g", dimensions });
        let (group, filters) = (Group::Quality, FILTERS);
        Report { name, title, question, group, grain, filters, columns, chart, ask, tell, drill }
    }
}

const fn intervals(x: &'static str) -> Chart {
    Chart {
        kind: ChartKind::Intervals,
        x: Some(x),
        y: Some("peers_share"),
        series: &["escalated_share"],
    }
}

static BY_AGENT: Report = Pattern {
    name: "patterns-by-agent",
    title: "Escalations by agent against peers",
    question: "Who passes on more than colleagues at the same tier, beyond what chance explains?",
    grain: "owner leg at the tier",
    columns: &columns::<8>(&[AGENT]),
    chart: intervals("agent"),
    ask: |asked| {
        vec![legs(asked).statement(
            "SELECT g.agent, COUNT(*), SUM(g.escalated) FROM fact_leg g {where} GROUP BY g.agent",
        )]
    },
    tell: |_, answers| {
        let mut agents = Tally::new(&["agent"], COUNTS);
        for row in rows(answers, 0) {
            let [agent, legs, escalated] = row.as_slice() else { continue };
            agents.at(&[agent]).add_legs(legs, escalated);
        }
        against_peers(agents, answers, |_| String::new())
    },
    dimensions: &[("agent", "g.agent")],
}
.report();

static BY_TOPIC: Report = Pattern {
    name: "patterns-by-topic",
    title: "Escalations by topic",
    question: "Which topics go up more often than others?",
    grain: "owner leg at the tier of a conversation with the tag; one with several tags counts under each",
    columns: &columns::<8>(&[TOPIC]),
    chart: intervals("tag"),
    ask: |asked| {
        vec![legs(asked).statement(
            "SELECT g.tags, COUNT(*), SUM(g.escalated) FROM fact_leg g {where} GROUP BY g.tags",
        )]
    },
    tell: |_, answers| {
        let mut topics = Tally::new(&["tag"], COUNTS);
        for row in rows(answers, 0) {
            let [tags, legs, escalated] = row.as_slice() else { continue };
            for tag in text(tags).lines() {
                topics.at(&[&Cell::Text(tag.to_owned())]).add_legs(legs, escalated);
            }
        }
        against_peers(topics, answers, |_| String::new())
    },
    dimensions: &[("tag", "g")],
}
.report();

static BY_SKILL: Report = Pattern {
    name: "patterns-by-skill",
    title: "Escalations by skill",
    question: "Which skills that conversations ask for go up more often than others?",
    grain: "owner leg at the tier of a conversation that asks for the skill",
    columns: &columns::<8>(&[SKILL]),
    chart: intervals("skill"),
    ask: |asked| {
        // In the order of the index: by topics first.
        vec![legs(asked).statement(
            "SELECT skills, SUM(n), SUM(up) FROM (
                SELECT g.tags, g.skills, COUNT(*) AS n, SUM(g.escalated) AS up FROM fact_leg g {where}
                GROUP BY g.tags, g.skills
             ) GROUP BY skills",
        )]
    },
    tell: |_, answers| {
        let mut told = Tally::new(&["skill"], COUNTS);
        for row in rows(answers, 0) {
            let [skills, legs, escalated] = row.as_slice() else { continue };
            for skill in text(skills).lines().filter_map(|id| id.parse().ok()) {
                told.at(&[&Cell::Integer(skill)]).add_legs(legs, escalated);
            }
        }
        against_peers(told, answers, |_| String::new())
    },
    dimensions: &[("skill", "g")],
}
.report();

static BY_AGENT_AND_TOPIC: Report = Pattern {
    name: "patterns-by-agent-and-topic",
    title: "Escalations by agent and topic",
    question: "Who needs training in which topic?",
    grain: "owner leg at the tier of a conversation with the tag; peers are the others with the same topic",
    columns: &columns::<9>(&[AGENT, TOPIC]),
    chart: Chart { kind: ChartKind::None, x: None, y: None, series: &[] },
    ask: |asked| {
        vec![legs(asked).statement(
            "SELECT agent, tags, SUM(n), SUM(up) FROM (
                SELECT g.tags, g.skills, g.agent, COUNT(*) AS n, SUM(g.escalated) AS up
                FROM fact_leg g {where} GROUP BY g.tags, g.skills, g.agent
             ) GROUP BY agent, tags",
        )]
    },
    tell: |_, answers| {
        let mut told = Tally::new(&["agent", "tag"], COUNTS);
        for row in rows(answers, 0) {
            let [agent, tags, legs, escalated] = row.as_slice() else { continue };
            for tag in text(tags).lines() {
                let topic = Cell::Text(tag.to_owned());
                told.at(&[agent, &topic]).add_legs(legs, escalated);
            }
        }
        against_peers(told, answers, |line| figure(line, "tag").key())
    },
    dimensions: &[("agent", "g.agent"), ("tag", "g")],
}
.report();

const COUNTS: &[&str; 2] = &["legs", "escalated"];

impl super::tally::Tallied {
    fn add_legs(&mut self, legs: &Cell, escalated: &Cell) {
        self.add("legs", whole(legs));
        self.add("escalated", whole(escalated));
    }
}

fn legs(asked: &Asked) -> Where {
    let mut found = asked
        .within("g", "began_ms")
        .and("g.role = 'owner'")
        .and("g.tier = :tier")
        .with("tier", asked.filters.tier)
        .and("(g.closed = 1 OR g.escalated = 1)")
        .and_if(asked.filters.one_of(Filter::Pipeline, "g.pipeline"))
        .and_if(asked.filters.one_of(Filter::Queue, "g.queue"))
        .and_if(asked.filters.one_of(Filter::Team, "g.team"))
        .and_if(asked.filters.one_of(Filter::Agent, "g.agent"));
    if !asked.filters.bots {
        found = found.and("g.bot = 0");
    }
    asked.tagged(found, "g")
}

/// Each line against the others of its group of peers; those that stand out first, then those with most legs.
fn against_peers(tally: Tally, answers: &[Answer], peers_of: fn(&Line) -> String) -> Table {
    let mut told = tally.lines(&[]);
    let counts = |line: &Line| COUNTS.map(|key| figure(line, key).whole());
    let mut groups: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for line in &told {
        let [legs, escalated] = counts(line);
        let (all, up) = groups.entry(peers_of(line)).or_default();
        (*all, *up) = (*all + legs, *up + escalated);
    }
    for line in &mut told {
        let [legs, escalated] = counts(line);
        let (all, up) = groups.get(&peers_of(line)).copied().unwrap_or((legs, escalated));
        let (peers, peers_up) = (all - legs, up - escalated);
        let interval = wilson(escalated, legs);
        let verdict = match (interval, wilson(peers_up, peers)) {
            (Some((low, _)), Some((_, peers_high))) if low > peers_high => "above",
            (Some((_, high)), Some((peers_low, _))) if high < peers_low => "below",
            _ => "usual",
        };
        line.extend([
            ("escalated_share", Figure::share(escalated, legs)),
            ("escalated_share_low", Figure::real(interval.map(|(low, _)| low))),
            ("escalated_share_high", Figure::real(interval.map(|(_, high)| high))),
            ("peers_share", Figure::share(peers_up, peers)),
            ("verdict", Figure::Text(verdict.to_owned())),
        ]);
    }
    told.sort_by_key(|line| {
        let rank = ["above", "below", "usual"];
        let verdict = figure(line, "verdict").key();
        let at = rank.iter().position(|known| *known == verdict);
        (at, std::cmp::Reverse(counts(line)[0]))
    });
    let mut totals = sums(&told, COUNTS);
    let [legs, escalated] = counts(&totals);
    totals.push(("escalated_share", Figure::share(escalated, legs)));
    let truncated = answers.iter().any(|answer| answer.truncated);
    Table { totals, lines: told, truncated }
}
