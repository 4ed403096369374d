//! Reports in the words of the wire.

use domain::ids::ConversationId;
use protocol::http as wire;
use reports::catalogue::{
    self, Answered, Chart, ChartKind, Column, Filter, Found, Group, Names, Report, Role, Unit,
};

use super::ToWire;

pub fn list(names: &Names) -> wire::ReportList {
    wire::ReportList { reports: catalogue::all().map(|report| about(report, names)).collect() }
}

fn about(report: &Report, names: &Names) -> wire::ReportAbout {
    let drill_by = report.drill.map(|drill| drill.dimensions).unwrap_or_default();
    wire::ReportAbout {
        name: report.name.to_owned(),
        title: report.title.to_owned(),
        question: report.question.to_owned(),
        group: group(report.group).to_owned(),
        grain: report.grain.to_owned(),
        filters: report.filters.iter().map(|one| filter(*one, names)).collect(),
        columns: report.columns.iter().map(column).collect(),
        chart: chart(&report.chart),
        drill_down: report.drill.is_some(),
        drill_by: drill_by.iter().map(|(key, _)| (*key).to_owned()).collect(),
    }
}

fn filter(filter: Filter, names: &Names) -> wire::FilterAbout {
    let plain = filter.options().iter().map(|value| ((*value).to_owned(), None));
    let named =
        names.of_kind(filter.key()).map(|(key, name)| (key.to_owned(), Some(name.to_owned())));
    let option = |(value, name)| wire::FilterOption { value, name };
    wire::FilterAbout {
        key: filter.key().to_owned(),
        default: filter.default().map(str::to_owned),
        options: plain.chain(named).map(option).collect(),
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

pub fn answer(answered: Answered, before: Option<Answered>) -> wire::ReportAnswer {
    let named = answered.names.into_iter().map(|(unit, names)| (unit.to_owned(), names));
    let mut names: std::collections::BTreeMap<_, _> = named.collect();
    let previous = before.map(|before| {
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
        truncated: answered.truncated,
        names,
        previous,
    }
}

pub fn conversations(found: Vec<Found>, more: bool) -> wire::ReportConversations {
    let conversations = found.into_iter().map(|found| wire::ReportConversation {
        conversation: ConversationId(found.conversation).wire(),
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
