//! What every store does, as tests over a store that can be closed and opened again.
//!
//! An implementation's tests say `store::conformance::suite!(Subject::new)`, which makes one test of each
//! function listed in [`suite`].

pub mod commit;
pub mod erasure;
pub mod forgotten;
pub mod read;
pub mod search;
pub mod tables;

use std::future::Future;

use domain::{
    Answer,
    command::{Actor, Audience, Body},
    event::Event,
    ids::{AgentId, BodyId, ConversationId, MessageId, Timestamp},
};

use crate::{
    Batch, CommandKey, Epoch, Erasures, Lease, Mentions, Records, Search, Sequence, Store,
    WorkspaceId,
};

/// A place where a store keeps things.
pub trait Subject {
    type Store: Store + Lease + Records + Mentions + Search + Erasures;

    /// Opens what is kept there. The one opened before has been dropped, without any farewell.
    fn open(&self) -> impl Future<Output = Self::Store> + Send;
}

/// Makes a test of every function of the suite. The argument makes an empty [`Subject`].
#[macro_export]
macro_rules! suite {
    ($subject:expr) => {
        $crate::suite! { $subject;
            commit: a_batch_is_kept_whole_and_in_order,
            commit: a_batch_that_does_not_follow_the_last_record_is_refused,
            commit: a_batch_of_a_former_lease_is_fenced,
            commit: a_refused_batch_leaves_nothing_and_holds_up_no_other,
            commit: a_batch_that_fails_half_way_leaves_neither_records_nor_bodies,
            commit: batches_of_one_workspace_may_follow_each_other_in_one_commit,
            commit: an_unknown_workspace_is_named_as_such,
            commit: everything_acknowledged_is_there_after_reopening,
            commit: each_lease_has_a_higher_epoch_and_fences_the_ones_before,
            read: records_are_read_page_by_page,
            read: a_conversation_is_read_apart_from_the_others,
            read: the_configurations_in_force_over_a_stretch_are_found,
            read: the_names_of_histories_are_found_among_everything_else,
            read: workspaces_do_not_see_each_other,
            read: recent_commands_come_back_with_their_answers,
            read: a_conversation_longer_than_a_page_is_read_to_its_end,
            read: an_erased_body_is_gone_and_its_record_stays,
            read: bodies_come_back_as_they_were_written,
            read: the_newest_snapshot_is_kept_and_read,
            read: a_snapshot_of_another_build_is_thrown_away,
            read: documents_are_kept_by_version,
            erasure: who_is_erased_stands_with_the_commit_that_says_so,
            erasure: what_was_asked_first_is_done_first_and_once,
            erasure: the_conversations_of_a_visitor_are_found_page_by_page,
            erasure: closings_are_found_up_to_a_moment_and_where_one_stopped,
            erasure: what_a_file_was_called_is_forgotten_and_its_id_is_given_to_no_other,
            erasure: what_was_begun_beside_a_conversation_goes_with_it,
            search: words_are_found_wherever_they_were_written,
            search: the_last_word_may_go_on_and_quotes_hold_words_together,
            search: case_and_accents_make_no_difference,
            search: nothing_typed_is_an_error,
            search: hits_come_newest_first_and_page_by_page,
            search: every_filter_narrows_what_is_found,
            search: left_messages_are_found_by_whether_they_were_answered,
            search: only_what_the_asker_may_read_is_found,
            search: a_whisper_is_found_by_whom_it_was_for,
            forgotten: words_that_the_page_took_back_are_found_no_more,
            forgotten: what_is_erased_is_found_no_more,
            forgotten: what_is_erased_before_it_is_indexed_never_gets_there,
            search: an_index_goes_on_where_it_stood,
            search: workspaces_are_searched_apart,
            tables: an_address_has_one_account_in_any_case,
            tables: disabling_an_account_ends_its_sessions,
            tables: expired_sessions_are_forgotten_on_request,
            tables: the_sessions_of_an_account_are_listed_apart_from_others,
            tables: a_token_is_found_by_its_hash_until_it_is_revoked,
            tables: visitors_are_numbered_in_their_workspace,
            tables: an_identity_is_one_visitor_of_one_workspace,
            tables: a_renewed_secret_is_another_one,
            tables: a_file_is_marked_as_posted_by_the_commit_of_its_message,
            tables: a_file_stays_unposted_when_its_message_is_refused,
            tables: a_read_mark_never_goes_back,
            tables: a_mention_is_kept_until_its_agent_looks,
            tables: an_empty_draft_is_forgotten,
            tables: drafts_go_with_the_commit_that_archives_their_conversation,
            tables: a_setting_keeps_its_last_value,
        }
    };
    ($subject:expr; $($module:ident: $test:ident),* $(,)?) => {$(
        #[tokio::test]
        async fn $test() {
            $crate::conformance::$module::$test(&$subject).await;
        }
    )*};
}

/// A store with one workspace whose lease is held, and where its journal stands.
struct Opened<S> {
    store: S,
    workspace: WorkspaceId,
    epoch: Epoch,
    head: Sequence,
}

const NOW: Timestamp = Timestamp(1_700_000_000_000);
const ALICE: Actor = Actor::Agent(AgentId(7));

async fn open<S: Subject>(subject: &S) -> Opened<S::Store> {
    let store = subject.open().await;
    let workspace = store.ensure_workspace("acme", NOW).await.expect("a workspace");
    let epoch = store.take(workspace).await.expect("a lease");
    let head = store.head(workspace).await.expect("a head");
    Opened { store, workspace, epoch, head }
}

impl<S: Store> Opened<S> {
    /// An empty batch after everything committed through this value.
    fn batch(&self) -> Batch {
        Batch::new(self.workspace, self.epoch, self.head)
    }

    /// Commits messages with these numbers in a conversation; each is its own decision.
    async fn post(&mut self, conversation: u64, numbers: impl IntoIterator<Item = u64>) {
        let mut batch = self.batch();
        for number in numbers {
            say(&mut batch, conversation, number);
        }
        self.head = self.commit(batch).await.expect("a commit");
    }

    async fn commit(&self, batch: Batch) -> Result<Sequence, crate::CommitError> {
        self.store.commit(vec![batch]).await.remove(0)
    }
}

/// Adds the decision that posts message `number`, whose body and client id have the same number.
fn say(batch: &mut Batch, conversation: u64, number: u64) {
    let key = CommandKey {
        client_id: u128::from(number),
        answer: Answer::Posted { message: MessageId(number) },
    };
    let body = (BodyId(number), Body::Text(format!("text {number}")));
    batch.add(
        Timestamp(NOW.0 + number),
        ALICE,
        Some(key),
        &[message(conversation, number)],
        vec![body],
    );
}

fn message(conversation: u64, number: u64) -> Event {
    Event::MessagePosted {
        conversation: ConversationId(conversation),
        message: MessageId(number),
        author: ALICE,
        audience: Audience::Everybody,
        body: BodyId(number),
        chars: 6,
        files: Vec::new(),
        whispered_to: None,
    }
}
