//! Conditions of a report's statements, gathered from its filters.

use store::facts::{Statement, Value};

use super::filters::{Filter, Filters};

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
        self.with_legs(found, alias, "AND l.tier = :tier")
    }

    /// Conversations that opened within the period, by a row of `fact_conversation`.
    pub fn opened(&self, alias: &str) -> Where {
        let found = self.within(alias, "opened_ms");
        self.with_legs(found, alias, "")
    }

    /// Only conversations with an owner leg that matches, and with the tag.
    pub fn with_legs(&self, found: Where, alias: &str, further: &str) -> Where {
        let columns = [
            (Filter::Queue, "l.queue"),
            (Filter::Team, "l.team"),
            (Filter::Agent, "l.agent"),
            (Filter::Pipeline, "l.pipeline"),
        ];
        let asked: Vec<_> = columns
            .into_iter()
            .filter_map(|(filter, column)| self.filters.one_of(filter, column))
            .collect();
        let found = if asked.is_empty() {
            found
        } else {
            found.and(format!(
                "EXISTS (SELECT 1 FROM fact_leg l WHERE l.workspace = {alias}.workspace
                 AND l.conversation = {alias}.conversation AND l.role = 'owner' {further} AND {})",
                asked.join(" AND ")
            ))
        };
        self.tagged(found, alias)
    }

    /// Only conversations with the tag.
    pub fn tagged(&self, found: Where, alias: &str) -> Where {
        match &self.filters.tag {
            Some(tag) => found.and_has(alias, "fact_tag", "tag = :tag").with("tag", tag.as_str()),
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

    /// Only rows whose conversation has such a row in a table.
    #[must_use]
    pub fn and_has(self, alias: &str, table: &str, condition: &str) -> Self {
        self.and(format!(
            "EXISTS (SELECT 1 FROM {table} t WHERE t.workspace = {alias}.workspace
             AND t.conversation = {alias}.conversation AND t.{condition})"
        ))
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.parameters.push((name, value.into()));
        self
    }

    /// Only rows whose `column` is among those that other conditions find.
    #[must_use]
    pub fn among(mut self, column: &str, table: &str, other: &str, found: &Self) -> Self {
        let conditions = found.conditions.join(" AND ");
        self.conditions
            .push(format!("{column} IN (SELECT {other} FROM {table} WHERE {conditions})"));
        self.parameters.extend(found.parameters.iter().cloned());
        self
    }

    /// `sql` with `{where}` in it.
    pub fn statement(&self, sql: &str) -> Statement {
        let sql = sql.replace("{where}", &format!("WHERE {}", self.conditions.join(" AND ")));
        Statement { sql, parameters: self.parameters.clone() }
    }
}
