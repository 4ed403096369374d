//! Facts in memory: rows by table and key. They can be compared and taken up again, but not asked in SQL.

use std::collections::BTreeMap;

use domain::ids::ConversationId;

use super::MemoryStore;
use crate::{
    StoreError, WorkspaceId,
    facts::{Answer, FactChange, Facts, FactsPosition, Row, Statement, Table, Value},
};

#[derive(Debug, Default)]
pub struct Rows {
    rows: BTreeMap<(&'static str, Vec<Value>), Row>,
    pub position: Option<FactsPosition>,
}

impl Rows {
    pub fn put(&mut self, changes: Vec<FactChange>) {
        for change in changes {
            match change {
                FactChange::Put(row) => {
                    self.rows.insert((row.table.name, row.key().to_vec()), row);
                }
                FactChange::Forget(ConversationId(id)) => {
                    let id = Value::from(id);
                    self.rows.retain(|(_, key), row| {
                        row.table.columns.first() != Some(&"conversation")
                            || key.first() != Some(&id)
                    });
                }
            }
        }
    }
}

impl Facts for MemoryStore {
    async fn facts_position(
        &self,
        workspace: WorkspaceId,
    ) -> Result<Option<FactsPosition>, StoreError> {
        Ok(self.kept().desk(workspace)?.facts.position.clone())
    }

    async fn fact_rows(
        &self,
        workspace: WorkspaceId,
        table: &'static Table,
    ) -> Result<Vec<Row>, StoreError> {
        let kept = self.kept();
        let rows = kept.desk(workspace)?.facts.rows.values();
        Ok(rows.filter(|row| row.table.name == table.name).cloned().collect())
    }

    async fn clear_facts(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        self.kept().desk_mut(workspace)?.facts = Rows::default();
        Ok(())
    }

    async fn put_facts(
        &self,
        workspace: WorkspaceId,
        changes: Vec<FactChange>,
    ) -> Result<(), StoreError> {
        self.kept().desk_mut(workspace)?.facts.put(changes);
        Ok(())
    }

    async fn finish_facts(
        &self,
        workspace: WorkspaceId,
        position: FactsPosition,
    ) -> Result<(), StoreError> {
        self.kept().desk_mut(workspace)?.facts.position = Some(position);
        Ok(())
    }

    async fn ask_facts(
        &self,
        _: WorkspaceId,
        _: Vec<Statement>,
    ) -> Result<Vec<Answer>, StoreError> {
        Err(StoreError::Unavailable("the store in memory answers no SQL".to_owned()))
    }
}
