//! A report asked of a store: filters read, statements asked, answers told; and the conversations behind a figure.

use std::collections::BTreeMap;

use domain::ids::AgentId;
use jiff::tz::TimeZone;
use store::{
    StoreError, WorkspaceId,
    facts::{Answered as Cell, Facts, Name},
};

use super::{
    Drill, Report,
    filters::{BadFilter, Filters, GroupBy, Names},
    handovers,
    question::{Asked, Where},
    tables::{self, Answered},
};
use crate::limits::CONVERSATIONS_TOLD;

/// Why a report was not answered.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error(transparent)]
    Filter(#[from] BadFilter),
    /// Nothing was ever told of this workspace, or its facts are being made anew.
    #[error("the facts of this workspace are not ready; `baton facts rebuild` makes them anew")]
    NotReady,
    /// The report's figures stand for no single conversations.
    #[error("this report has no list of conversations")]
    NoConversations,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a question is read with.
struct Ready {
    names: Names,
    zone: TimeZone,
    asked: Asked,
}

async fn ready<S: Facts>(
    store: &S,
    workspace: WorkspaceId,
    report: &'static Report,
    filters: &BTreeMap<String, String>,
    now_ms: u64,
) -> Result<Ready, ReportError> {
    let position = store.facts_position(workspace).await?.ok_or(ReportError::NotReady)?;
    let zone = TimeZone::get(&position.zone).unwrap_or(TimeZone::UTC);
    let names = Names::of(&store.fact_rows(workspace, &Name::TABLE).await?);
    let filters = Filters::read(filters, report.filters, &names, &zone)?;
    Ok(Ready { names, zone, asked: Asked { filters, now_ms } })
}

/// Answers a report. `filters` are by their keys, as text.
pub async fn answer<S: Facts>(
    store: &S,
    workspace: WorkspaceId,
    report: &'static Report,
    filters: &BTreeMap<String, String>,
    now_ms: u64,
) -> Result<Answered, ReportError> {
    let Ready { names, zone, asked } = ready(store, workspace, report, filters, now_ms).await?;
    told(store, workspace, report, &asked, &names, &zone).await
}

/// The same report of the period of the same length before; none without both ends of one.
pub async fn period_before<S: Facts>(
    store: &S,
    workspace: WorkspaceId,
    report: &'static Report,
    filters: &BTreeMap<String, String>,
    now_ms: u64,
) -> Result<Option<Answered>, ReportError> {
    let Ready { names, zone, asked } = ready(store, workspace, report, filters, now_ms).await?;
    let Some(filters) = asked.filters.period_before() else { return Ok(None) };
    let before = Asked { filters, now_ms };
    told(store, workspace, report, &before, &names, &zone).await.map(Some)
}

async fn told<S: Facts>(
    store: &S,
    workspace: WorkspaceId,
    report: &'static Report,
    asked: &Asked,
    names: &Names,
    zone: &TimeZone,
) -> Result<Answered, ReportError> {
    let answers = store.ask_facts(workspace, (report.ask)(asked)).await?;
    let table = (report.tell)(asked, &answers);
    // A long list is not held twice.
    drop(answers);
    Ok(Answered::of(report, &asked.filters, table, names, zone))
}

/// One conversation behind a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub conversation: u64,
    /// What it is called where it was imported from.
    pub case: Option<String>,
    pub visitor: u64,
    /// RFC 3339.
    pub opened_at: String,
    pub queue: String,
    /// The id of that.
    pub place: u64,
    pub owner: Option<String>,
    pub close_reason: Option<String>,
    pub rating: Option<u8>,
    pub hops: u64,
    /// The asking agent owned it, or helped one who did where the visitor saw it.
    pub took_part: bool,
}

/// What is looked for: a row of a report, by its dimensions, or all of it; after a conversation told before.
#[derive(Debug, Clone)]
pub struct Sought {
    /// Who asks.
    pub agent: AgentId,
    pub filters: BTreeMap<String, String>,
    pub row: BTreeMap<String, String>,
    pub after: u64,
}

/// The conversations behind a row of a report, by number, at most [`CONVERSATIONS_TOLD`], and whether there are more.
pub async fn conversations<S: Facts>(
    store: &S,
    workspace: WorkspaceId,
    report: &'static Report,
    sought: &Sought,
    now_ms: u64,
) -> Result<(Vec<Found>, bool), ReportError> {
    let drill = report.drill.ok_or(ReportError::NoConversations)?;
    let Ready { names, zone, asked } =
        ready(store, workspace, report, &sought.filters, now_ms).await?;
    let mut found = (drill.ask)(&asked);
    for (dimension, value) in &sought.row {
        found = narrowed(found, drill, &asked, &names, dimension, value)?;
    }
    let list = asked.rows("k").and("k.conversation > :after").with("after", sought.after);
    let list = list.with("asking", sought.agent.0).of_those("k", drill.table, &found);
    let limit = CONVERSATIONS_TOLD + 1;
    let statement = list.statement(&format!(
        "SELECT k.conversation, k.reference, k.opened_ms, k.last_queue, k.last_owner, k.close_reason,
         k.rating, k.hops, k.visitor, EXISTS (SELECT 1 FROM fact_leg p WHERE p.workspace = k.workspace
            AND p.conversation = k.conversation AND p.agent = :asking
            AND p.role IN ('owner', 'receiver', 'guest', 'join'))
         FROM fact_conversation k {{where}} ORDER BY k.conversation LIMIT {limit}"
    ));
    let answers = store.ask_facts(workspace, vec![statement]).await?;
    let rows = answers.first().map(|answer| answer.rows.as_slice()).unwrap_or_default();
    let told = rows.iter().take(CONVERSATIONS_TOLD).filter_map(|row| one(row, &names, &zone));
    Ok((told.collect(), rows.len() > CONVERSATIONS_TOLD))
}

fn one(row: &[Cell], names: &Names, zone: &TimeZone) -> Option<Found> {
    let [
        Cell::Integer(id),
        case,
        Cell::Integer(opened),
        Cell::Integer(queue),
        owner,
        reason,
        rating,
        hops,
        Cell::Integer(visitor),
        Cell::Integer(took_part),
    ] = row
    else {
        return None;
    };
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => Some(text.clone()),
        Cell::Null | Cell::Integer(_) | Cell::Real(_) => None,
    };
    let number = |cell: &Cell| match cell {
        Cell::Integer(number) => Some(*number),
        Cell::Null | Cell::Real(_) | Cell::Text(_) => None,
    };
    Some(Found {
        conversation: u64::try_from(*id).ok()?,
        case: text(case),
        visitor: u64::try_from(*visitor).ok()?,
        opened_at: tables::time(*opened, zone),
        queue: names.key("queue", *queue),
        place: u64::try_from(*queue).ok()?,
        owner: number(owner).map(|agent| names.key("agent", agent)),
        close_reason: text(reason),
        rating: number(rating).and_then(|rating| u8::try_from(rating).ok()),
        hops: number(hops).and_then(|hops| u64::try_from(hops).ok()).unwrap_or(0),
        took_part: *took_part == 1,
    })
}

/// Only what belongs to a row with this value; an empty one stands for none.
fn narrowed(
    found: Where,
    drill: Drill,
    asked: &Asked,
    names: &Names,
    dimension: &str,
    value: &str,
) -> Result<Where, BadFilter> {
    let bad = |problem: String| BadFilter { filter: dimension.to_owned(), problem };
    let known = drill.dimensions.iter().find(|(key, _)| *key == dimension);
    let (_, column) = known.ok_or_else(|| bad("rows of this report have no such column".into()))?;
    if value.is_empty() {
        return Ok(found.and(format!("{column} IS NULL")));
    }
    let kind = match dimension {
        "bucket" => {
            let number = bucket_number(value, asked.filters.group_by)
                .ok_or_else(|| bad(format!("`{value}` is no time of such rows")))?;
            return Ok(found.and(format!("{column}.{} = {number}", asked.bucket())));
        }
        "length" => {
            let length: u32 = value.parse().map_err(|_| bad(format!("`{value}` is no length")))?;
            return Ok(found.and(format!("c.{} = {length}", handovers::columns(asked).0)));
        }
        "hops" => {
            let hops: u32 = value.parse().map_err(|_| bad(format!("`{value}` is no number")))?;
            return Ok(found.and(format!("{column} = {hops}")));
        }
        "tag" => {
            let tagged = asked.rows("t").and("t.tag = :row_tag").with("row_tag", value);
            return Ok(found.of_those(column, "fact_tag t", &tagged));
        }
        "agent" => "agent",
        "queue" | "from" | "to" => "queue",
        "stage" => "stage",
        "skill" => "skill",
        _ => {
            return Ok(found
                .and(format!("{column} = :row_{dimension}"))
                .with(row_name(dimension), value));
        }
    };
    let ids = names.ids(kind, value).ok_or_else(|| bad(format!("there is no {kind} `{value}`")))?;
    let ids = ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    Ok(match dimension {
        "skill" => {
            let asking = asked.rows("t").and(format!("t.skill IN ({ids})"));
            found.of_those(column, "fact_skill t", &asking)
        }
        _ => found.and(format!("{column} IN ({ids})")),
    })
}

/// The parameter of a dimension that is compared as text.
fn row_name(dimension: &str) -> &'static str {
    match dimension {
        "outcome" => "row_outcome",
        "cause" => "row_cause",
        "reason" => "row_reason",
        _ => "row_kind",
    }
}

/// `2012-05` is 201205, `2012-W18` 201218, `2012-05-01T14` 2012050114.
fn bucket_number(text: &str, group_by: Option<GroupBy>) -> Option<i64> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let wanted = match group_by.unwrap_or(GroupBy::Month) {
        GroupBy::Hour => 10,
        GroupBy::Day => 8,
        GroupBy::Week | GroupBy::Month => 6,
    };
    digits.parse().ok().filter(|_| digits.len() == wanted)
}
