//! How much agents hold, and how long things take with them.

use super::{
    Chart, ChartKind, Drill, Filter, Group, Report, Unit, dimension, measure,
    question::{Asked, Where},
    tables::{Figure, Line, Table, figure, lines, rows, sums},
    tally::{Tally, whole},
};

pub const ALL: &[&Report] = &[&OCCUPANCY, &HANDLE_TIME];

static OCCUPANCY: Report = Report {
    name: "occupancy",
    title: "Occupancy and concurrency",
    question: "How much of their capacity do agents use while they are signed in?",
    group: Group::People,
    grain: "time that an agent was signed in and not offline",
    filters: &[Filter::From, Filter::To, Filter::Team, Filter::Agent],
    columns: &[
        dimension("agent", "Agent", Unit::Agent, "Who was signed in"),
        measure(
            "signed_in_ms",
            "Signed in",
            Unit::Duration,
            "Time signed in and not offline, within the period",
        ),
        measure(
            "occupancy_share",
            "Occupancy",
            Unit::Share,
            "Load without offers ÷ capacity, both over that time; by weight",
        ),
        measure(
            "concurrency",
            "Concurrency",
            Unit::Number,
            "Conversations held at one time, on average: owned and not parked, introduced, as a guest, in wrap-up",
        ),
        measure("capacity", "Capacity", Unit::Number, "Units, on average"),
    ],
    chart: Chart::of(ChartKind::Bars, "agent", &["occupancy_share"]),
    ask: |asked| {
        let (begin, end) = (
            asked.filters.from_ms.unwrap_or(0),
            asked.filters.to_ms.unwrap_or(asked.now_ms).min(asked.now_ms),
        );
        let stretch = |alias: &str| {
            format!("MIN(COALESCE({alias}.ended_ms, :end), :end) - MAX({alias}.began_ms, :begin)")
        };
        let within = |alias: &str| {
            asked
                .rows(alias)
                .and(format!("{alias}.began_ms < :end"))
                .and(format!("COALESCE({alias}.ended_ms, :end) > :begin"))
                .with("begin", begin)
                .with("end", end)
        };
        let presence = within("p")
            .and_if(asked.filters.one_of(Filter::Team, "p.team"))
            .and_if(asked.filters.one_of(Filter::Agent, "p.agent"));
        let load = within("d").and_if(asked.filters.one_of(Filter::Agent, "d.agent"));
        let time = stretch("p");
        let held = stretch("d");
        vec![
            presence.statement(&format!(
                "SELECT p.agent, SUM({time}), SUM(({time}) * p.capacity) FROM fact_presence p
                 {{where}} GROUP BY p.agent ORDER BY p.agent"
            )),
            load.statement(&format!(
                "SELECT d.agent, SUM({held}), SUM(({held}) * d.weight) FROM fact_load d {{where}}
                 GROUP BY d.agent"
            )),
        ]
    },
    tell: |_, answers| {
        let present = answers
            .first()
            .map(|answer| lines(answer, &["agent", "signed_in_ms", "capacity_ms"]))
            .unwrap_or_default();
        let held = answers
            .get(1)
            .map(|answer| lines(answer, &["agent", "held_ms", "load_ms"]))
            .unwrap_or_default();
        let all: Vec<Line> = present
            .into_iter()
            .map(|mut line| {
                let agent = figure(&line, "agent").clone();
                let found = held.iter().find(|held| *figure(held, "agent") == agent);
                for key in ["held_ms", "load_ms"] {
                    let time = found.map_or(Figure::from(0), |held| figure(held, key).clone());
                    line.push((key, time));
                }
                line
            })
            .collect();
        let summed = sums(&all, &["signed_in_ms", "capacity_ms", "held_ms", "load_ms"]);
        let told = |line: &Line| {
            let [time, capacity, held, load] =
                ["signed_in_ms", "capacity_ms", "held_ms", "load_ms"]
                    .map(|key| figure(line, key).whole());
            vec![
                ("signed_in_ms", time.into()),
                ("occupancy_share", Figure::share(load, capacity)),
                ("concurrency", Figure::share(held, time)),
                ("capacity", Figure::share(capacity, time)),
            ]
        };
        let lines = all.iter().map(|line| {
            let mut with_agent = vec![("agent", figure(line, "agent").clone())];
            with_agent.extend(told(line));
            with_agent
        });
        Table { lines: lines.collect(), totals: told(&summed), truncated: false }
    },
    drill: None,
};

/// What is added up of an agent's legs, in the order of the question.
const LEG_COUNTS: &[&str] =
    &["legs", "messages", "responses", "responses_ms", "wrap_ups", "wrap_ups_ms"];

static HANDLE_TIME: Report = Report {
    name: "handle-time",
    title: "Response and handle time by agent",
    question: "How fast do agents answer first, and how long do they hold a conversation?",
    group: Group::People,
    grain: "owner leg that is over, by its beginning; credit goes to the leg in which it arose",
    filters: &[
        Filter::From,
        Filter::To,
        Filter::Tier,
        Filter::Pipeline,
        Filter::Queue,
        Filter::Team,
        Filter::Agent,
        Filter::Tag,
    ],
    columns: &[
        dimension("agent", "Agent", Unit::Agent, "Who owned the legs"),
        measure("legs", "Legs", Unit::Count, "Owner legs that are over"),
        measure("messages", "Messages", Unit::Count, "Messages they wrote to visitors in them"),
        measure(
            "first_response_ms",
            "First response",
            Unit::Duration,
            "From the leg's beginning to its agent's first message, on average",
        ),
        measure("wrap_up_ms", "Wrap-up", Unit::Duration, "After-contact work, on average"),
        measure(
            "leg_p50_ms",
            "Median leg",
            Unit::Duration,
            "Half of the legs were over by then, ± 2 %",
        ),
        measure(
            "leg_p90_ms",
            "90 % leg",
            Unit::Duration,
            "Nine of ten legs were over by then, ± 2 %",
        ),
    ],
    chart: Chart::of(ChartKind::Bars, "agent", &["leg_p50_ms"]),
    ask: |asked| {
        vec![legs(asked).statement(
            "SELECT g.agent, g.duration_bucket, COUNT(*), SUM(g.messages),
             COUNT(g.first_response_ms), SUM(g.first_response_ms), COUNT(g.wrap_up_ms), SUM(g.wrap_up_ms)
             FROM fact_leg g {where} GROUP BY g.agent, g.duration_bucket",
        )]
    },
    tell: |_, answers| {
        let mut agents = Tally::new(&["agent"], LEG_COUNTS);
        for row in rows(answers, 0) {
            let [agent, bucket, count, parts @ ..] = row.as_slice() else { continue };
            let told = agents.at(&[agent]);
            told.add("legs", whole(count));
            told.add_lengths(bucket, whole(count));
            for (key, part) in LEG_COUNTS[1..].iter().zip(parts) {
                told.add(key, whole(part));
            }
        }
        let mut told = agents.lines(&[("leg_p50_ms", 50), ("leg_p90_ms", 90)]);
        told.sort_by_key(|line| std::cmp::Reverse(figure(line, "legs").whole()));
        let mut totals = sums(&told, LEG_COUNTS);
        told.iter_mut().chain([&mut totals]).for_each(averaged);
        Table { totals, lines: told, truncated: false }
    },
    drill: Some(Drill { ask: legs, table: "fact_leg g", dimensions: &[("agent", "g.agent")] }),
};

/// Sums and how many they are of give averages, and are told no longer.
fn averaged(line: &mut Line) {
    let mean = |sum: &str, of: &str| {
        let (sum, of) = (figure(line, sum).whole(), figure(line, of).whole());
        Figure::maybe(sum.checked_div(of))
    };
    let means = [
        ("first_response_ms", mean("responses_ms", "responses")),
        ("wrap_up_ms", mean("wrap_ups_ms", "wrap_ups")),
    ];
    line.retain(|(key, _)| !LEG_COUNTS[2..].contains(key));
    line.extend(means);
}

fn legs(asked: &Asked) -> Where {
    let found = asked
        .within("g", "began_ms")
        .and("g.role = 'owner'")
        .and("g.tier = :tier")
        .with("tier", asked.filters.tier)
        .and("g.duration_bucket IS NOT NULL")
        .and_if(asked.filters.one_of(Filter::Pipeline, "g.pipeline"))
        .and_if(asked.filters.one_of(Filter::Queue, "g.queue"))
        .and_if(asked.filters.one_of(Filter::Team, "g.team"))
        .and_if(asked.filters.one_of(Filter::Agent, "g.agent"));
    asked.tagged(found, "g")
}
