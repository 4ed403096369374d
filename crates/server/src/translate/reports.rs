//! Reports in the words of the wire.

use std::collections::BTreeSet;

use domain::{
    config::{Code, Config},
    ids::{ConversationId, QueueId, VisitorId},
    reach::{Reach, Standing},
};
use protocol::http as wire;
use reports::catalogue::{
    self, Answered, Chart, ChartKind, Column, Filter, Found, Group, Names, Report, Role, Unit,
};

use super::ToWire;
use crate::limits::REPORT_ROWS_TOLD;

/// What there is to choose from in a workspace: as its facts name it, and as its document does.
#[derive(Debug, Clone, Copy)]
pub struct Choices<'a> {
    pub names: &'a Names,
    pub config: &'a Config,
}

pub fn list(choices: Choices<'_>) -> wire::ReportList {
    wire::ReportList { reports: catalogue::all().map(|report| about(report, choices)).collect() }
}

/// The reports of a workspace with nothing to choose from.
pub fn contract() -> wire::ReportList {
    list(Choices { names: &Names::default(), config: &Config::default() })
}

fn about(report: &Report, choices: Choices<'_>) -> wire::ReportAbout {
    let drill_by = report.drill.map(|drill| drill.dimensions).unwrap_or_default();
    wire::ReportAbout {
        name: report.name.to_owned(),
        title: report.title.to_owned(),
        question: report.question.to_owned(),
        group: group(report.group).to_owned(),
        grain: report.grain.to_owned(),
        filters: report.filters.iter().map(|one| filter(*one, choices)).collect(),
        columns: report.columns.iter().map(column).collect(),
        chart: chart(&report.chart),
        drill_down: report.drill.is_some(),
        drill_by: drill_by.iter().map(|(key, _)| (*key).to_owned()).collect(),
    }
}

fn filter(filter: Filter, choices: Choices<'_>) -> wire::FilterAbout {
    let plain = filter.options().iter().map(|value| ((*value).to_owned(), None));
    let option = |(value, name)| wire::FilterOption { value, name };
    wire::FilterAbout {
        key: filter.key().to_owned(),
        default: filter.default().map(str::to_owned),
        options: plain.chain(choices.of(filter)).map(option).collect(),
        open: filter.is_open(),
    }
}

impl Choices<'_> {
    /// Values and what they are called.
    fn of(self, filter: Filter) -> Vec<(String, Option<String>)> {
        let Self { names, config } = self;
        let codes = |codes: &[Code]| {
            codes.iter().map(|one| (one.code.clone(), Some(one.label.clone()))).collect()
        };
        match filter {
            Filter::Pipeline | Filter::Queue | Filter::Team | Filter::Agent => names
                .of_kind(filter.key())
                .map(|(key, name)| (key.to_owned(), Some(name.to_owned())))
                .collect(),
            Filter::Tag => codes(&config.tags),
            Filter::Reason => codes(&config.reasons),
            Filter::Tier => self.tiers().into_iter().map(|tier| (tier.to_string(), None)).collect(),
            Filter::From
            | Filter::To
            | Filter::GroupBy
            | Filter::GroupByIfAsked
            | Filter::Bots
            | Filter::Cause
            | Filter::Path
            | Filter::Seconds
            | Filter::Split => Vec::new(),
        }
    }

    /// Of queues, of stages that have their own, and of imported ones.
    fn tiers(self) -> BTreeSet<u8> {
        let of_queues = self.config.queues.values().map(|queue| queue.tier);
        let of_stages = self.config.stages.values().filter_map(|stage| stage.connect()?.tier);
        self.names.tiers().iter().copied().chain(of_queues).chain(of_stages).collect()
    }
}

fn column(column: &Column) -> wire::ColumnAbout {
    wire::ColumnAbout {
        key: column.key.to_owned(),
        title: column.title.to_owned(),
        definition: column.definition.to_owned(),
        unit: unit(column.unit).to_owned(),
        role: role(column.role).to_owned(),
        approximate: column.is_approximate(),
        codes: column.codes.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn chart(chart: &Chart) -> wire::ChartAbout {
    let kind = match chart.kind {
        ChartKind::StackedBars => "stacked_bars",
        ChartKind::Bars => "bars",
        ChartKind::Line => "line",
        ChartKind::Intervals => "intervals",
        ChartKind::HeatMap => "heat_map",
        ChartKind::ChainLengths => "chain_lengths",
        ChartKind::Paths => "paths",
        ChartKind::Calibration => "calibration",
        ChartKind::None => "none",
    };
    wire::ChartAbout {
        kind: kind.to_owned(),
        x: chart.x.map(str::to_owned),
        y: chart.y.map(str::to_owned),
        series: chart.series.iter().map(|key| (*key).to_owned()).collect(),
    }
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Tiers => "tiers",
        Group::Handovers => "handovers",
        Group::Service => "service",
        Group::People => "people",
        Group::Quality => "quality",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Dimension => "dimension",
        Role::Measure => "measure",
        Role::Low => "low",
        Role::High => "high",
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "count",
        Unit::Share => "share",
        Unit::Duration => "duration",
        Unit::Number => "number",
        Unit::Text => "text",
        Unit::Time => "time",
        Unit::Bucket => "bucket",
        Unit::Agent => "agent",
        Unit::Queue => "queue",
        Unit::Team => "team",
        Unit::Stage => "stage",
        Unit::Pipeline => "pipeline",
        Unit::Skill => "skill",
        Unit::Conversation => "conversation",
        Unit::Reason => "reason",
        Unit::Tag => "tag",
        Unit::Code => "code",
        Unit::Stations => "stations",
    }
}

/// As a screen is told it: at most [`REPORT_ROWS_TOLD`] rows of each period.
pub fn answer(mut answered: Answered, before: Option<Answered>) -> wire::ReportAnswer {
    let rows_in_all = answered.rows.len() as u64;
    answered.rows.truncate(REPORT_ROWS_TOLD);
    let named = answered.names.into_iter().map(|(unit, names)| (unit.to_owned(), names));
    let mut names: std::collections::BTreeMap<_, _> = named.collect();
    let previous = before.map(|mut before| {
        before.rows.truncate(REPORT_ROWS_TOLD);
        for (unit, further) in before.names {
            names.entry(unit.to_owned()).or_default().extend(further);
        }
        wire::ReportFigures { totals: before.totals, rows: before.rows }
    });
    wire::ReportAnswer {
        report: answered.report.to_owned(),
        filters: answered.filters,
        totals: answered.totals,
        rows: answered.rows,
        rows_in_all,
        truncated: answered.truncated,
        names,
        previous,
    }
}

/// Somebody who reads reports, and what they may open of what is behind a figure.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    pub reach: &'a Reach,
    /// See how every conversation went.
    pub sees_all: bool,
}

pub fn conversations(
    found: Vec<Found>,
    more: bool,
    reader: Reader<'_>,
) -> wire::ReportConversations {
    let conversations = found.into_iter().map(|found| wire::ReportConversation {
        conversation: ConversationId(found.conversation).wire(),
        sight: reader.sight(&found),
        case: found.case,
        at: found.opened_at,
        queue: found.queue,
        owner: found.owner,
        close_reason: found.close_reason,
        rating: found.rating,
        hops: found.hops,
    });
    wire::ReportConversations { conversations: conversations.collect(), more }
}

impl Reader<'_> {
    fn sight(self, found: &Found) -> wire::Sight {
        let Self { reach, sees_all } = self;
        let took_part = found.took_part.then_some(reach.agent).into_iter().collect();
        let standing = Standing {
            conversation: ConversationId(found.conversation),
            visitor: VisitorId(found.visitor),
            queue: QueueId(found.place),
            took_part: &took_part,
            // Who may read one that is closed and still in memory is asked of the desk, with the same answer.
            archived: found.close_reason.is_some(),
        };
        match (reach.covers(&standing), reach.words) {
            (true, true) => wire::Sight::Words,
            (true, false) => wire::Sight::Course,
            (false, _) if sees_all => wire::Sight::Course,
            (false, _) => wire::Sight::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::*;

    fn answered(rows: usize) -> Answered {
        let row = |at| Map::from_iter([("conversation".to_owned(), json!(at))]);
        Answered {
            report: "tier-escalated",
            filters: Map::new(),
            totals: Map::new(),
            rows: (0..rows).map(row).collect(),
            truncated: false,
            names: std::collections::BTreeMap::new(),
        }
    }

    #[test]
    fn a_screen_is_told_the_first_thousand_rows_and_how_many_there_are() {
        let told = answer(answered(REPORT_ROWS_TOLD + 1), Some(answered(REPORT_ROWS_TOLD + 2)));
        assert_eq!((told.rows.len(), told.rows_in_all), (REPORT_ROWS_TOLD, 1_001));
        assert_eq!(told.rows.last().and_then(|row| row.get("conversation")), Some(&json!(999)));
        assert_eq!(told.previous.map(|before| before.rows.len()), Some(REPORT_ROWS_TOLD));
        let told = answer(answered(2), None);
        assert_eq!((told.rows.len(), told.rows_in_all), (2, 2));
    }
}
