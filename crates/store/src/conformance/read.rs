//! Reads: pages, conversations, commands, bodies, snapshots, documents.

use std::collections::BTreeMap;

use domain::{
    Answer,
    command::{Actor, Body, Note},
    config::Config,
    event::Event,
    history::HistoryNames,
    ids::{BodyId, ConversationId, MessageId, Timestamp},
    state::State,
};

use super::{ALICE, NOW, Subject, open};
use crate::{Document, Sequence, Snapshot, Store, limits::READ_ROWS_MAX};

pub async fn records_are_read_page_by_page(subject: &impl Subject) {
    let mut opened = open(subject).await;
    opened.post(1, 1..=25).await;
    let mut after = Sequence::START;
    let mut pages = Vec::new();
    loop {
        let page = opened.store.records(opened.workspace, after, 10).await.expect("records");
        let Some(last) = page.last() else { break };
        after = last.sequence;
        pages.push(page.len());
    }
    assert_eq!(pages, [10, 10, 5]);
    assert_eq!(after, Sequence(25));
}

pub async fn a_conversation_is_read_apart_from_the_others(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut batch = opened.batch();
    batch.add(NOW, ALICE, None, &[Event::ServerStarted], vec![]);
    opened.head = opened.commit(batch).await.expect("a commit");
    for number in 1..=6 {
        opened.post(number % 2, [number]).await;
    }
    let one = ConversationId(1);
    let sequences = async |after, limit| {
        let page =
            opened.store.conversation_records(opened.workspace, one, Sequence(after), limit).await;
        page.expect("records").iter().map(|record| record.sequence.0).collect::<Vec<_>>()
    };
    assert_eq!(sequences(0, 10).await, [2, 4, 6]);
    assert_eq!(sequences(2, 1).await, [4]);
    assert_eq!(sequences(6, 10).await, [0_u64; 0]);
}

pub async fn a_conversation_longer_than_a_page_is_read_to_its_end(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let long = READ_ROWS_MAX as u64 + 7;
    opened.post(1, 1..=long).await;
    opened.post(2, [long + 1]).await;
    let read = opened.store.whole_conversation(opened.workspace, ConversationId(1)).await;
    let read: Vec<_> = read.expect("records").iter().map(|record| record.sequence.0).collect();
    assert!(read.into_iter().eq(1..=long));
}

pub async fn the_configurations_in_force_over_a_stretch_are_found(subject: &impl Subject) {
    let mut opened = open(subject).await;
    for version in 1..=3 {
        opened.post(1, [u64::from(version)]).await;
        let config = Box::new(Config { version, ..Config::default() });
        let mut batch = opened.batch();
        batch.add(NOW, Actor::System, None, &[Event::WorkspaceConfigured { config }], vec![]);
        opened.head = opened.commit(batch).await.expect("a commit");
    }
    let found = async |from, until| {
        let (from, until) = (Sequence(from), Sequence(until));
        let records = opened.store.configurations(opened.workspace, from, until).await;
        records.expect("records").iter().map(|record| record.sequence.0).collect::<Vec<_>>()
    };
    assert_eq!(found(3, 5).await, [2, 4]);
    assert_eq!(found(4, 4).await, [4]);
    assert_eq!(found(1, 1).await, [0_u64; 0], "before the first there was none");
    assert_eq!(found(1, 100).await, [2, 4, 6]);
}

pub async fn the_names_of_histories_are_found_among_everything_else(subject: &impl Subject) {
    let mut opened = open(subject).await;
    for (number, zone) in (1..).zip(["UTC", "Europe/Stockholm"]) {
        opened.post(1, [number]).await;
        let names = HistoryNames { zone: zone.to_owned(), ..HistoryNames::default() };
        let mut batch = opened.batch();
        batch.add(NOW, Actor::System, None, &[Event::HistoryNamed { names }], vec![]);
        opened.head = opened.commit(batch).await.expect("a commit");
    }
    let found = opened.store.histories_named(opened.workspace).await.expect("records");
    assert_eq!(found.iter().map(|record| record.sequence.0).collect::<Vec<_>>(), [2, 4]);
}

pub async fn workspaces_do_not_see_each_other(subject: &impl Subject) {
    let mut opened = open(subject).await;
    opened.post(1, [1]).await;
    let other = opened.store.ensure_workspace("globex", NOW).await.expect("a workspace");
    assert_ne!(other, opened.workspace);
    assert_eq!(opened.store.ensure_workspace("globex", NOW).await, Ok(other));
    assert_eq!(opened.store.records(other, Sequence::START, 10).await, Ok(vec![]));
    assert_eq!(opened.store.bodies(other, &[BodyId(1)]).await, Ok(BTreeMap::new()));
    let keys: Vec<_> =
        opened.store.workspaces().await.expect("workspaces").into_iter().map(|w| w.key).collect();
    assert_eq!(keys, ["acme", "globex"]);
}

pub async fn recent_commands_come_back_with_their_answers(subject: &impl Subject) {
    let mut opened = open(subject).await;
    opened.post(1, 1..=3).await;
    let mut batch = opened.batch();
    batch.add(Timestamp(NOW.0 + 4), ALICE, None, &[Event::ServerStarted], vec![]);
    opened.head = opened.commit(batch).await.expect("a commit");
    opened.post(1, [5]).await;
    drop(opened);

    let opened = open(subject).await;
    let numbers = async |since: u64, limit| {
        let commands =
            opened.store.recent_commands(opened.workspace, Timestamp(NOW.0 + since), limit).await;
        let commands = commands.expect("commands");
        assert!(commands.iter().all(|command| command.actor == ALICE));
        commands
            .into_iter()
            .map(|command| (command.key.client_id, command.key.answer))
            .collect::<Vec<_>>()
    };
    let posted = |number: u64| (u128::from(number), Answer::Posted { message: MessageId(number) });
    assert_eq!(numbers(2, 10).await, [posted(2), posted(3), posted(5)]);
    assert_eq!(numbers(0, 2).await, [posted(3), posted(5)]);
}

pub async fn an_erased_body_is_gone_and_its_record_stays(subject: &impl Subject) {
    let mut opened = open(subject).await;
    opened.post(1, [1, 2]).await;
    opened.store.erase_bodies(opened.workspace, &[BodyId(1)]).await.expect("erased");
    let bodies =
        opened.store.bodies(opened.workspace, &[BodyId(1), BodyId(2)]).await.expect("bodies");
    assert_eq!(bodies.into_keys().collect::<Vec<_>>(), [BodyId(2)]);
    assert_eq!(opened.store.head(opened.workspace).await, Ok(Sequence(2)));
}

pub async fn bodies_come_back_as_they_were_written(subject: &impl Subject) {
    let opened = open(subject).await;
    let note =
        Note { text: "“quoted” \\ \n".to_owned(), goal: "🙂".to_owned(), ..Note::default() };
    let attributes =
        [("page".to_owned(), "/pricing".to_owned()), ("plan".to_owned(), String::new())];
    let bodies = vec![
        (BodyId(1), Body::Text("a\u{0}b 🙂 'quote' \"double\"".to_owned())),
        (BodyId(2), Body::Note(note)),
        (BodyId(3), Body::Attributes(BTreeMap::from(attributes))),
    ];
    let mut batch = opened.batch();
    batch.add(NOW, ALICE, None, &[Event::ServerStarted], bodies.clone());
    opened.commit(batch).await.expect("a commit");
    let ids: Vec<_> = bodies.iter().map(|(id, _)| *id).collect();
    assert_eq!(opened.store.bodies(opened.workspace, &ids).await, Ok(bodies.into_iter().collect()));
}

pub async fn the_newest_snapshot_is_kept_and_read(subject: &impl Subject) {
    let opened = open(subject).await;
    assert_eq!(opened.store.snapshot(opened.workspace).await, Ok(None));
    for sequence in [10, 20] {
        let snapshot = Snapshot::of(&State::default(), Sequence(sequence));
        opened.store.put_snapshot(opened.workspace, snapshot).await.expect("kept");
    }
    let kept =
        opened.store.snapshot(opened.workspace).await.expect("an answer").expect("a snapshot");
    assert_eq!(kept.sequence, Sequence(20));
    assert_eq!(kept.state(), Some(State::default()));
}

pub async fn a_snapshot_of_another_build_is_thrown_away(subject: &impl Subject) {
    let opened = open(subject).await;
    let good = Snapshot::of(&State::default(), Sequence(1));
    let other_build = Snapshot { format: good.format ^ 1, ..good.clone() };
    let damaged = Snapshot { bytes: b"{".to_vec(), ..good };
    for unreadable in [other_build, damaged] {
        opened.store.put_snapshot(opened.workspace, unreadable).await.expect("kept");
        let kept =
            opened.store.snapshot(opened.workspace).await.expect("an answer").expect("a snapshot");
        assert_eq!(kept.state(), None);
    }
}

pub async fn documents_are_kept_by_version(subject: &impl Subject) {
    let opened = open(subject).await;
    let document = |version, yaml: &str| Document {
        version,
        yaml: yaml.to_owned(),
        applied_at: NOW,
        by: "admin@example.org".to_owned(),
    };
    assert_eq!(opened.store.document(opened.workspace, None).await, Ok(None));
    for (version, yaml) in [(1, "name: Acme"), (2, "name: never in force"), (2, "name: Acme Ltd")] {
        opened.store.put_document(opened.workspace, document(version, yaml)).await.expect("kept");
    }
    let read =
        async |version| opened.store.document(opened.workspace, version).await.expect("an answer");
    assert_eq!(read(Some(1)).await, Some(document(1, "name: Acme")));
    assert_eq!(read(None).await, Some(document(2, "name: Acme Ltd")));
    assert_eq!(read(Some(3)).await, None);
    let versions = async |newest, limit| {
        let listed = opened.store.document_versions(opened.workspace, newest, limit).await;
        let listed = listed.expect("an answer").into_iter();
        listed.map(|version| (version.version, version.by)).collect::<Vec<_>>()
    };
    let by = || "admin@example.org".to_owned();
    assert_eq!(versions(9, 5).await, [(2, by()), (1, by())]);
    assert_eq!(versions(2, 1).await, [(2, by())]);
    assert_eq!(versions(1, 5).await, [(1, by())]);
}
