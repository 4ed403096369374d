//! Commits: order, fencing, all or nothing, and that what is answered stays.

use domain::{command::Body, event::Event, ids::BodyId};

use super::{ALICE, NOW, Subject, message, open, say};
use crate::{Batch, CommitError, Epoch, Lease, LeaseError, Sequence, Store, WorkspaceId};

pub async fn a_batch_is_kept_whole_and_in_order(subject: &impl Subject) {
    let opened = open(subject).await;
    let events = [Event::ServerStarted, message(1, 1), message(2, 2)];
    let mut batch = opened.batch();
    batch.add(NOW, ALICE, None, &events, vec![]);
    assert_eq!(opened.commit(batch.clone()).await, Ok(Sequence(3)));

    let records =
        opened.store.records(opened.workspace, Sequence::START, 10).await.expect("records");
    assert_eq!(records, batch.records());
    let sequences: Vec<_> = records.iter().map(|record| record.sequence.0).collect();
    assert_eq!(sequences, [1, 2, 3]);
    let read: Vec<_> = records.iter().map(|record| record.event().expect("an event")).collect();
    assert_eq!(read, events);
}

pub async fn a_batch_that_does_not_follow_the_last_record_is_refused(subject: &impl Subject) {
    let mut opened = open(subject).await;
    opened.post(1, [1, 2]).await;
    for after in [0, 1, 3] {
        let mut batch = Batch::new(opened.workspace, opened.epoch, Sequence(after));
        say(&mut batch, 1, 9);
        assert_eq!(
            opened.commit(batch).await,
            Err(CommitError::SequenceMismatch { head: Sequence(2) })
        );
    }
    assert_eq!(opened.store.head(opened.workspace).await, Ok(Sequence(2)));
}

pub async fn a_batch_of_a_former_lease_is_fenced(subject: &impl Subject) {
    let mut opened = open(subject).await;
    opened.post(1, [1]).await;
    let mut late = opened.batch();
    say(&mut late, 1, 2);
    let current = opened.store.take(opened.workspace).await.expect("a lease");
    assert_eq!(opened.commit(late).await, Err(CommitError::Fenced { current }));
    assert_eq!(opened.store.head(opened.workspace).await, Ok(Sequence(1)));
}

pub async fn a_refused_batch_leaves_nothing_and_holds_up_no_other(subject: &impl Subject) {
    let opened = open(subject).await;
    let other = opened.store.ensure_workspace("globex", NOW).await.expect("a workspace");
    let other_epoch = opened.store.take(other).await.expect("a lease");

    let mut early = Batch::new(opened.workspace, opened.epoch, Sequence(5));
    say(&mut early, 1, 1);
    let mut fenced = Batch::new(opened.workspace, Epoch(opened.epoch.0 + 1), Sequence::START);
    say(&mut fenced, 1, 2);
    let mut good = Batch::new(other, other_epoch, Sequence::START);
    say(&mut good, 1, 3);

    let answers = opened.store.commit(vec![early, fenced, good]).await;
    assert_eq!(
        answers,
        [
            Err(CommitError::SequenceMismatch { head: Sequence::START }),
            Err(CommitError::Fenced { current: opened.epoch }),
            Ok(Sequence(1)),
        ]
    );
    assert_eq!(opened.store.head(opened.workspace).await, Ok(Sequence::START));
    let bodies =
        opened.store.bodies(opened.workspace, &[BodyId(1), BodyId(2)]).await.expect("bodies");
    assert_eq!(bodies.len(), 0);
}

pub async fn a_batch_that_fails_half_way_leaves_neither_records_nor_bodies(subject: &impl Subject) {
    let mut opened = open(subject).await;
    opened.post(1, [1]).await;
    let mut broken = opened.batch();
    say(&mut broken, 1, 2);
    broken.add(NOW, ALICE, None, &[], vec![(BodyId(1), Body::Text("its id is taken".to_owned()))]);
    let mut good = opened.batch();
    say(&mut good, 1, 3);

    let answers = opened.store.commit(vec![broken, good]).await;
    assert!(matches!(answers[0], Err(CommitError::Unavailable(_))), "{answers:?}");
    assert_eq!(answers[1], Ok(Sequence(2)));
    let bodies = opened
        .store
        .bodies(opened.workspace, &[BodyId(1), BodyId(2), BodyId(3)])
        .await
        .expect("bodies");
    let text = |number| (BodyId(number), Body::Text(format!("text {number}")));
    assert_eq!(bodies.into_iter().collect::<Vec<_>>(), [text(1), text(3)]);
}

pub async fn batches_of_one_workspace_may_follow_each_other_in_one_commit(subject: &impl Subject) {
    let opened = open(subject).await;
    let mut first = opened.batch();
    say(&mut first, 1, 1);
    say(&mut first, 1, 2);
    let mut second = Batch::new(opened.workspace, opened.epoch, first.last());
    say(&mut second, 1, 3);
    let mut again = Batch::new(opened.workspace, opened.epoch, first.last());
    say(&mut again, 1, 4);

    let answers = opened.store.commit(vec![first, second, again]).await;
    let refused = Err(CommitError::SequenceMismatch { head: Sequence(3) });
    assert_eq!(answers, [Ok(Sequence(2)), Ok(Sequence(3)), refused]);
}

pub async fn an_unknown_workspace_is_named_as_such(subject: &impl Subject) {
    let opened = open(subject).await;
    let nowhere = WorkspaceId(999);
    let mut batch = Batch::new(nowhere, opened.epoch, Sequence::START);
    say(&mut batch, 1, 1);
    assert_eq!(opened.commit(batch).await, Err(CommitError::UnknownWorkspace));
    assert_eq!(opened.store.head(nowhere).await, Err(crate::StoreError::UnknownWorkspace));
    assert_eq!(
        opened.store.take(nowhere).await,
        Err(LeaseError::Store(crate::StoreError::UnknownWorkspace))
    );
}

pub async fn everything_acknowledged_is_there_after_reopening(subject: &impl Subject) {
    for round in 0..5 {
        let mut opened = open(subject).await;
        assert_eq!(opened.head, Sequence(round * 3));
        let first = opened.head.0 + 1;
        opened.post(1, first..first + 3).await;
    }
    let opened = open(subject).await;
    let records =
        opened.store.records(opened.workspace, Sequence::START, 100).await.expect("records");
    let sequences: Vec<_> = records.iter().map(|record| record.sequence.0).collect();
    assert_eq!(sequences, (1..=15).collect::<Vec<_>>());
    let ids: Vec<_> = (1..=15).map(BodyId).collect();
    assert_eq!(opened.store.bodies(opened.workspace, &ids).await.expect("bodies").len(), 15);
}

pub async fn each_lease_has_a_higher_epoch_and_fences_the_ones_before(subject: &impl Subject) {
    let (workspace, first) = {
        let opened = open(subject).await;
        (opened.workspace, opened.epoch)
    };
    let opened = open(subject).await;
    assert!(opened.epoch > first, "epochs count up over restarts");
    assert_eq!(opened.store.renew(workspace, opened.epoch).await, Ok(()));
    let fenced = LeaseError::Fenced { current: opened.epoch };
    assert_eq!(opened.store.renew(workspace, first).await, Err(fenced));
}
