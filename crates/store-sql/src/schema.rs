//! Brings a data base to the schema of this release, one numbered step at a time.

use rusqlite::{Connection, TransactionBehavior};

use crate::OpenError;

/// Steps are only ever added: their number is the version of the schema they lead to.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_journal.sql"),
    include_str!("../migrations/0002_configurations.sql"),
    include_str!("../migrations/0003_drafts.sql"),
    include_str!("../migrations/0004_identities.sql"),
    include_str!("../migrations/0005_facts.sql"),
    include_str!("../migrations/0006_histories.sql"),
    include_str!("../migrations/0007_facts_grouped.sql"),
    include_str!("../migrations/0008_erasure.sql"),
    include_str!("../migrations/0009_mentions.sql"),
];

/// Runs the steps that are missing, each in a transaction of its own.
pub fn migrate(connection: &mut Connection) -> Result<(), OpenError> {
    for (version, step) in (1..).zip(MIGRATIONS).skip(version_of(connection)?) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
        tracing::info!(version, "schema brought up to date");
    }
    Ok(())
}

/// Refuses a data base that this release would misread.
pub fn check(connection: &Connection) -> Result<(), OpenError> {
    match version_of(connection)? {
        version if version == MIGRATIONS.len() => Ok(()),
        version => Err(OpenError::SchemaTooOld { version }),
    }
}

fn version_of(connection: &Connection) -> Result<usize, OpenError> {
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let version = version as usize;
    if version > MIGRATIONS.len() {
        return Err(OpenError::SchemaTooNew { version, known: MIGRATIONS.len() });
    }
    Ok(version)
}
