//! Erasure and retention: what is to go, how far it has come, and how it is found.

use std::collections::BTreeMap;

use domain::{
    command::{Actor, Audience},
    config::Place,
    event::{CloseReason, Event},
    ids::{AgentId, ConversationId, MessageId, QueueId, Timestamp, VisitorId},
};

use super::{ALICE, NOW, Opened, Subject, open};
use crate::{
    Batch, Closing, Erasure, ErasureAsked, ErasureDone, Erasures, Gone, Kept, NewFile, Records,
    Sequence, Store,
};

const ANN: VisitorId = VisitorId(1);
const BEN: VisitorId = VisitorId(2);
const CHAT: ConversationId = ConversationId(1);

fn erased(visitor: VisitorId) -> [Event; 1] {
    [Event::VisitorErased { visitor }]
}

fn later(ms: u64) -> Timestamp {
    Timestamp(NOW.0 + ms)
}

impl<S: Store> Opened<S> {
    async fn tell(&mut self, at: Timestamp, by: Actor, events: &[Event]) {
        let mut batch = self.batch();
        batch.add(at, by, None, events, vec![]);
        self.head = self.commit(batch).await.expect("a commit");
    }
}

pub async fn who_is_erased_stands_with_the_commit_that_says_so(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let workspace = opened.workspace;
    let ann = opened.store.identified_visitor(workspace, "ann@shop", NOW).await.expect("ann");
    let ben = opened.store.identified_visitor(workspace, "ben@shop", NOW).await.expect("ben");

    let mut refused = Batch::new(workspace, opened.epoch, Sequence(9));
    refused.add(NOW, ALICE, None, &erased(ann), vec![]);
    opened.commit(refused).await.expect_err("a refusal");
    assert_eq!(opened.store.erasure(workspace, ann).await, Ok(None));

    opened.tell(NOW, ALICE, &erased(ann)).await;
    let asked = ErasureAsked { visitor: ann, sequence: Sequence(1), at: NOW, by: ALICE };
    let stands = opened.store.erasure(workspace, ann).await;
    assert_eq!(stands, Ok(Some(Erasure { asked, done: None })));
    assert_eq!(opened.store.erasure(workspace, ben).await, Ok(None));
    // Whoever is sent by the customer's page again is somebody else.
    assert_eq!(opened.store.identity_of(workspace, ann).await, Ok(None));
    let again = opened.store.identified_visitor(workspace, "ann@shop", NOW).await.expect("new");
    assert!(again != ann && again != ben);
    assert_eq!(opened.store.identified_visitor(workspace, "ben@shop", NOW).await, Ok(ben));
}

pub async fn what_was_asked_first_is_done_first_and_once(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let workspace = opened.workspace;
    opened.tell(NOW, ALICE, &erased(BEN)).await;
    opened.tell(later(5), Actor::System, &erased(ANN)).await;
    opened.tell(later(9), ALICE, &erased(BEN)).await;
    let store = opened.store;
    let pending = async || {
        let pending = store.pending_erasures(workspace).await.expect("those pending");
        pending.into_iter().map(|asked| (asked.visitor, asked.sequence)).collect::<Vec<_>>()
    };
    assert_eq!(pending().await, [(BEN, Sequence(1)), (ANN, Sequence(2))]);

    let gone = Gone { conversations: 2, texts: 7, files: 1 };
    let done = ErasureDone { at: later(20), gone };
    store.complete_erasure(workspace, BEN, done).await.expect("noted");
    assert_eq!(pending().await, [(ANN, Sequence(2))]);
    drop(store);
    let store = subject.open().await;
    let stands = store.erasure(workspace, BEN).await.expect("an answer").expect("an erasure");
    assert_eq!((stands.asked.at, stands.done), (NOW, Some(done)));
}

fn opens(conversation: u64, visitor: VisitorId) -> Event {
    Event::ConversationOpened {
        conversation: ConversationId(conversation),
        visitor,
        previous: None,
        place: Place::queue(QueueId(1)),
        pipeline: None,
        language: None,
        needs: BTreeMap::new(),
        attributes: None,
        answers: None,
    }
}

pub async fn the_conversations_of_a_visitor_are_found_page_by_page(subject: &impl Subject) {
    let mut opened = open(subject).await;
    for (conversation, visitor) in [(1, ANN), (2, BEN), (3, ANN), (4, ANN)] {
        opened.tell(NOW, Actor::Visitor(visitor), &[opens(conversation, visitor)]).await;
    }
    let found = async |visitor, after, limit| {
        let after = ConversationId(after);
        let found = opened.store.conversations_of(opened.workspace, visitor, after, limit).await;
        found.expect("conversations").into_iter().map(|id| id.0).collect::<Vec<_>>()
    };
    assert_eq!(found(ANN, 0, 2).await, [1, 3]);
    assert_eq!(found(ANN, 3, 2).await, [4]);
    assert_eq!(found(BEN, 0, 9).await, [2]);
    assert_eq!(found(VisitorId(9), 0, 9).await, [0; 0]);
}

pub async fn closings_are_found_up_to_a_moment_and_where_one_stopped(subject: &impl Subject) {
    let mut opened = open(subject).await;
    for (conversation, ms) in [(1, 0), (2, 1_000), (3, 2_000)] {
        let conversation = ConversationId(conversation);
        let (reason, by, message) = (CloseReason::Agent, ALICE, None);
        let closed = Event::ConversationClosed { conversation, reason, by, message };
        let archived = Event::ConversationArchived { conversation };
        opened.tell(later(ms), ALICE, &[closed, archived]).await;
    }
    let Opened { store, workspace, .. } = opened;
    let closing = |sequence, ms, conversation| Closing {
        sequence: Sequence(sequence),
        at: later(ms),
        conversation: ConversationId(conversation),
    };
    let found = async |after, ms, limit| {
        store.closings(workspace, after, later(ms), limit).await.expect("closings")
    };
    let (first, second) = (closing(1, 0, 1), closing(3, 1_000, 2));
    assert_eq!(found(Sequence::START, 1_000, 9).await, [first, second]);
    assert_eq!(found(Sequence::START, 9_000, 1).await, [first]);
    assert_eq!(found(Sequence(1), 1_999, 9).await, [second]);

    assert_eq!(store.retention_stands(workspace, Kept::Texts).await, Ok(Sequence::START));
    store.advance_retention(workspace, Kept::Texts, Sequence(1)).await.expect("noted");
    store.advance_retention(workspace, Kept::Texts, Sequence(3)).await.expect("noted");
    assert_eq!(store.retention_stands(workspace, Kept::Texts).await, Ok(Sequence(3)));
    assert_eq!(store.retention_stands(workspace, Kept::Files).await, Ok(Sequence::START));
}

pub async fn what_a_file_was_called_is_forgotten_and_its_id_is_given_to_no_other(
    subject: &impl Subject,
) {
    let Opened { store, workspace, .. } = open(subject).await;
    let upload = |name: &str| NewFile {
        conversation: CHAT,
        uploader: Actor::Visitor(ANN),
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        bytes: 12,
        object_key: format!("1/{name}"),
        created_at: NOW,
    };
    let kept = store.create_file(workspace, upload("kept.txt")).await.expect("a file");
    let gone = store.create_file(workspace, upload("gone.txt")).await.expect("a file");
    store.empty_files(workspace, &[kept], later(1)).await.expect("emptied");
    store.forget_files(workspace, &[gone], later(2)).await.expect("forgotten");
    let file = async |id| store.file(workspace, id).await.expect("an answer").expect("a file");
    let (kept, was) = (file(kept).await, file(gone).await);
    assert_eq!((kept.name.as_str(), kept.erased_at), ("kept.txt", Some(later(1))));
    assert_eq!((was.name.as_str(), was.erased_at, was.bytes), ("", Some(later(2)), 12));
    let next = store.create_file(workspace, upload("next.txt")).await.expect("a file");
    assert!(next > gone);
}

pub async fn what_was_begun_beside_a_conversation_goes_with_it(subject: &impl Subject) {
    let Opened { store, workspace, .. } = open(subject).await;
    let (agent, other) = (AgentId(7), ConversationId(2));
    for conversation in [CHAT, other] {
        let draft = store.put_draft(workspace, agent, conversation, Audience::Staff, "secret");
        draft.await.expect("kept");
        let mark = store.put_read_mark(workspace, ALICE, conversation, MessageId(1), Timestamp(1));
        mark.await.expect("kept");
    }
    store.forget_asides(workspace, CHAT).await.expect("forgotten");
    let drafts = store.drafts(workspace, agent).await.expect("drafts");
    assert_eq!(drafts.iter().map(|draft| draft.conversation).collect::<Vec<_>>(), [other]);
    assert_eq!(store.read_marks(workspace, CHAT).await, Ok(vec![]));
    assert_eq!(store.read_marks(workspace, other).await.expect("marks").len(), 1);
}
