//! Conditions of a report's statements, gathered from its filters.

use store::facts::{Statement, Value};

use super::filters::{Filter, Filters};

/// The filters that legs answer, with their columns.
const LEG_COLUMNS: &[(Filter, &str)] = &[
    (Filter::Queue, "l.queue"),
    (Filter::Team, "l.team"),
    (Filter::Agent, "l.agent"),
    (Filter::Pipeline, "l.pipeline"),
];
const OF_LEGS: &[Filter] = &[Filter::Queue, Filter::Team, Filter::Agent, Filter::Pipeline];

/// What a report is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    pub filters: Filters,
    /// What is not over yet is counted up to here.
    pub now_ms: u64,
}

/// Conditions and the values they name.
#[derive(Debug, Clone)]
pub struct Where {
    conditions: Vec<String>,
    parameters: Vec<(&'static str, Value)>,
}

impl Asked {
    /// Rows of the workspace, of a table with this alias.
    pub fn rows(&self, alias: &str) -> Where {
        Where { conditions: vec![format!("{alias}.workspace = :workspace")], parameters: vec![] }
    }

    /// Rows that begin within the period.
    pub fn within(&self, alias: &str, column: &str) -> Where {
        let mut found = self.rows(alias);
        if let Some(from) = self.filters.from_ms {
            found = found.and(format!("{alias}.{column} >= :from")).with("from", from);
        }
        if let Some(to) = self.filters.to_ms {
            found = found.and(format!("{alias}.{column} < :to")).with("to", to);
        }
        found
    }

    /// Conversations that reached the tier within the period, by a row of `fact_reach`; only those with an owner leg
    /// there that matches.
    pub fn reached(&self, alias: &str) -> Where {
        let scope = if self.filters.bots { "0, 2" } else { "0, 1" };
        let found = self
            .within(alias, "at_ms")
            .and(format!("{alias}.tier = :tier"))
            .with("tier", self.filters.tier)
            .and(format!("{alias}.scope IN ({scope})"));
        let legs = self.rows("l").and("l.tier = :tier");
        self.with_legs(found, alias, OF_LEGS, legs)
    }

    /// Conversations that opened within the period, by a row of `fact_conversation`.
    pub fn opened(&self, alias: &str) -> Where {
        let found = self.within(alias, "opened_ms");
        self.of_conversations(found, alias, OF_LEGS)
    }

    /// Rows of conversations that match the filters which the rows have no column for, and the tag.
    pub fn of_conversations(&self, found: Where, alias: &str, filters: &[Filter]) -> Where {
        self.with_legs(found, alias, filters, self.rows("l"))
    }

    /// Only conversations with one of these legs, an owner's, that matches the filters; and with the tag.
    fn with_legs(&self, found: Where, alias: &str, filters: &[Filter], legs: Where) -> Where {
        let asked: Vec<_> = LEG_COLUMNS
            .iter()
            .filter(|(filter, _)| filters.contains(filter))
            .filter_map(|(filter, column)| self.filters.one_of(*filter, column))
            .collect();
        let found = match asked.is_empty() {
            true => found,
            false => {
                let legs = asked.into_iter().fold(legs.and("l.role = 'owner'"), Where::and);
                found.of_those(alias, "fact_leg l", &legs)
            }
        };
        self.tagged(found, alias)
    }

    /// Only conversations with the tag.
    pub fn tagged(&self, found: Where, alias: &str) -> Where {
        match &self.filters.tag {
            Some(tag) => {
                let tagged = self.rows("t").and("t.tag = :tag").with("tag", tag.as_str());
                found.of_those(alias, "fact_tag t", &tagged)
            }
            None => found,
        }
    }

    /// The column of the bucket that is asked for.
    pub fn bucket(&self) -> &'static str {
        self.filters.group_by.map_or("month", super::filters::GroupBy::column)
    }
}

impl Where {
    #[must_use]
    pub fn and(mut self, condition: impl Into<String>) -> Self {
        self.conditions.push(condition.into());
        self
    }

    /// The condition of a filter that may not be in force.
    #[must_use]
    pub fn and_if(self, condition: Option<String>) -> Self {
        match condition {
            Some(condition) => self.and(condition),
            None => self,
        }
    }

    /// Only rows of conversations that have such a row in another table, `table alias`. Those are listed once and looked
    /// up there: to search the other table for each row takes minutes of a million.
    #[must_use]
    pub fn of_those(mut self, alias: &str, table: &str, those: &Self) -> Self {
        let of = table.split_whitespace().nth(1).unwrap_or(table);
        let conditions = those.conditions.join(" AND ");
        self.conditions.push(format!(
            "{alias}.conversation IN (SELECT {of}.conversation FROM {table} WHERE {conditions})"
        ));
        self.parameters.extend(those.parameters.iter().cloned());
        self
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.parameters.push((name, value.into()));
        self
    }

    /// `sql` with `{where}` in it.
    pub fn statement(&self, sql: &str) -> Statement {
        let sql = sql.replace("{where}", &format!("WHERE {}", self.conditions.join(" AND ")));
        Statement { sql, parameters: self.parameters.clone() }
    }
}
