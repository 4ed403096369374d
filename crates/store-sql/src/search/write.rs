//! What goes into the index and out of it again.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::ConversationId;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use store::{
    Sequence, WorkspaceId,
    search::{Additions, Ahead, Entry, Facet, Passage, PassageKind, words},
};

use super::passages;
use crate::rows::{self, Number};

/// How far the index has followed the journal; none before its first look.
pub fn position(
    connection: &Connection,
    workspace: WorkspaceId,
) -> rusqlite::Result<Option<Sequence>> {
    let select = "SELECT sequence FROM positions WHERE workspace = $1";
    let position = connection
        .prepare_cached(select)?
        .query_row([Number(workspace.0)], |row| rows::number(row, 0));
    Ok(position.optional()?.map(Sequence))
}

/// Whether the file still is what it was: fails where it is not.
pub fn check(connection: &Connection) -> rusqlite::Result<()> {
    let tables = ["positions", "conversations", "facets", "passages"];
    tables.iter().try_for_each(|table| {
        connection.query_row(
            &format!("SELECT COUNT(*) FROM (SELECT 1 FROM {table} LIMIT 1)"),
            [],
            |_| Ok(()),
        )
    })?;
    let mut workspaces = connection.prepare("SELECT workspace FROM positions")?;
    let workspaces = workspaces.query_map([], |row| rows::number(row, 0))?;
    for workspace in workspaces {
        let words = words_table(WorkspaceId(workspace?));
        connection.query_row(
            &format!("SELECT COUNT(*) FROM (SELECT rowid FROM {words}('x') LIMIT 1)"),
            [],
            |_| Ok(()),
        )?;
    }
    Ok(())
}

/// Adds a stretch of the journal, whole or not at all, and says where the index stands.
pub fn add(
    connection: &mut Connection,
    workspace: WorkspaceId,
    ahead: Ahead,
) -> rusqlite::Result<Sequence> {
    let transaction = connection.transaction()?;
    make_words_table(&transaction, workspace)?;
    let mut known = BTreeMap::new();
    for id in ahead.conversations() {
        if let Some(entry) = entry(&transaction, workspace, id)? {
            known.insert(id, entry);
        }
    }
    let Additions { position, entries, passages } = ahead.onto(known.clone());
    for (id, entry) in &entries {
        put(&transaction, workspace, known.get(id), entry)?;
    }
    for (passage, text) in &passages {
        passages::put(&transaction, workspace, passage)?;
        let insert = format!(
            "INSERT INTO {} (rowid, said, visitor) VALUES ($1, $2, $3)",
            words_table(workspace)
        );
        let [said, visitor] = columns(passage, text);
        let row = passages::row_id(passage.id);
        transaction.prepare_cached(&insert)?.execute(params![row, said, visitor])?;
    }
    let upsert = "INSERT INTO positions (workspace, sequence) VALUES ($1, $2)
         ON CONFLICT (workspace) DO UPDATE SET sequence = excluded.sequence";
    transaction.prepare_cached(upsert)?.execute([Number(workspace.0), Number(position.0)])?;
    transaction.commit()?;
    Ok(position)
}

/// Takes passages out, by the words they were put in with.
pub fn take_out(
    connection: &mut Connection,
    workspace: WorkspaceId,
    erased: &[(Passage, String)],
) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    let table = words_table(workspace);
    for (passage, text) in erased {
        let delete = format!(
            "INSERT INTO {table} ({table}, rowid, said, visitor) VALUES ('delete', $1, $2, $3)"
        );
        let [said, visitor] = columns(passage, text);
        let row = passages::row_id(passage.id);
        transaction.prepare_cached(&delete)?.execute(params![row, said, visitor])?;
        let delete = "DELETE FROM passages WHERE workspace = $1 AND id = $2";
        transaction.prepare_cached(delete)?.execute(params![Number(workspace.0), row])?;
    }
    transaction.commit()
}

pub fn entry(
    connection: &Connection,
    workspace: WorkspaceId,
    id: ConversationId,
) -> rusqlite::Result<Option<Entry>> {
    let select = "SELECT entry FROM conversations WHERE workspace = $1 AND id = $2";
    let written: Option<String> = connection
        .prepare_cached(select)?
        .query_row([Number(workspace.0), Number(id.0)], |row| row.get(0))
        .optional()?;
    written.map(|written| rows::from_json(&written)).transpose()
}

pub fn words_table(workspace: WorkspaceId) -> String {
    format!("words_{}", workspace.0)
}

/// No text is kept in it, and an erased word leaves no trace. Prefixes of two and three letters stand in it as words
/// of their own: they are typed most, and hit most.
fn make_words_table(transaction: &Transaction<'_>, workspace: WorkspaceId) -> rusqlite::Result<()> {
    if position(transaction, workspace)?.is_some() {
        return Ok(());
    }
    let table = words_table(workspace);
    transaction.execute_batch(&format!(
        "CREATE VIRTUAL TABLE {table} USING fts5(said, visitor, content = '', columnsize = 0, prefix = '2 3',
             tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co M*'\");
         INSERT INTO {table} ({table}, rank) VALUES ('secure-delete', 1);"
    ))
}

fn put(
    transaction: &Transaction<'_>,
    workspace: WorkspaceId,
    before: Option<&Entry>,
    entry: &Entry,
) -> rusqlite::Result<()> {
    if before == Some(entry) {
        return Ok(());
    }
    let upsert =
        "INSERT INTO conversations (workspace, id, opened_at_ms, entry) VALUES ($1, $2, $3, $4)
         ON CONFLICT (workspace, id) DO UPDATE SET entry = excluded.entry";
    let (workspace, id) = (Number(workspace.0), Number(entry.conversation.0));
    transaction.prepare_cached(upsert)?.execute(params![
        workspace,
        id,
        Number(entry.opened_at.0),
        rows::to_json(entry)?
    ])?;
    let facets = before.map(Entry::facets).unwrap_or_default();
    let wanted = entry.facets();
    let change = |statement: &str, facets: BTreeSet<&Facet>| {
        let mut statement = transaction.prepare_cached(statement)?;
        facets.into_iter().try_for_each(|facet| {
            statement.execute(params![workspace, facet.to_string(), id]).map(drop)
        })
    };
    change(
        "DELETE FROM facets WHERE workspace = $1 AND facet = $2 AND conversation = $3",
        facets.difference(&wanted).collect(),
    )?;
    change(
        "INSERT INTO facets (workspace, facet, conversation) VALUES ($1, $2, $3)",
        wanted.difference(&facets).collect(),
    )
}

/// The words of a passage, in the column they are looked for in: said, or known of the visitor.
fn columns(passage: &Passage, text: &str) -> [String; 2] {
    let folded: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    let folded = folded.join(" ");
    match passage.kind {
        PassageKind::Visitor => [String::new(), folded],
        PassageKind::Message | PassageKind::Note | PassageKind::FileName | PassageKind::Comment => {
            [folded, String::new()]
        }
    }
}
