//! What a viewer missed while they had no socket: one frame from where they were to the snapshot, or nothing,
//! and then the snapshot itself is sent.
//!
//! Exact by rule R8: objects of the snapshot are put; whatever a missed record touched and the snapshot does
//! not have is removed. Lines are those of the journal.

use std::collections::BTreeSet;

use domain::{event::Event, ids::ConversationId, view::ObjectKey};
use protocol::frame::Change;
use store::{Sequence, Store as _, StoreError};

use super::side::Side;
use crate::{
    app::App,
    limits::{RESUME_CONVERSATIONS_MAX, RESUME_RECORDS_MAX},
    transcript::Stretch,
    workspace::Workspace,
};

/// What is missing between two sequences.
pub struct Missed<S: Side> {
    pub lines: Vec<S::Line>,
    pub removed: Vec<Change<S::Object>>,
}

/// Nothing, if it is too much or cannot be told.
pub async fn missed<S: Side>(
    app: &App,
    workspace: &Workspace,
    id: S::Id,
    after: u64,
    until: u64,
    seen: &BTreeSet<ObjectKey>,
) -> Result<Option<Missed<S>>, StoreError> {
    let distance = until.checked_sub(after).and_then(|distance| usize::try_from(distance).ok());
    let Some(count) = distance.filter(|distance| *distance <= RESUME_RECORDS_MAX) else {
        return Ok(None);
    };
    if count == 0 {
        return Ok(Some(Missed { lines: Vec::new(), removed: Vec::new() }));
    }
    let records = app.store.records(workspace.id, Sequence(after), count).await?;
    let mut conversations: BTreeSet<ConversationId> = BTreeSet::new();
    let mut removed = Vec::new();
    for record in &records {
        conversations.extend(record.conversation);
        let event = record.event()?;
        if let Event::WorkspaceConfigured { .. } = event {
            return Ok(None);
        }
        if let Event::OfferMade { offer, .. }
        | Event::OfferEnded { offer, .. }
        | Event::OfferDeclined { offer, .. }
        | Event::OfferAccepted { offer, .. } = event
            && !seen.contains(&ObjectKey::Offer(offer))
        {
            removed.extend(S::offer_key(offer).map(Change::Remove));
        }
    }
    if conversations.len() > RESUME_CONVERSATIONS_MAX {
        return Ok(None);
    }
    let mut lines = Vec::new();
    for conversation in conversations {
        let stretch =
            Stretch::read(&app.store, workspace, conversation, Sequence(after), Sequence(until))
                .await?;
        let readable = S::may_read(id, workspace, conversation, &stretch).await;
        if !seen.contains(&ObjectKey::Conversation(conversation))
            && (readable || S::LOSES_CONVERSATIONS)
        {
            removed.push(Change::Remove(S::conversation_key(conversation)));
        }
        if readable {
            lines.extend(S::lines(id, &stretch, workspace));
        }
    }
    lines.sort_by_key(S::sequence);
    Ok(Some(Missed { lines, removed }))
}
