//! What cannot be found any more: what was erased, and what the page took back of its visitor.

use std::collections::BTreeMap;

use domain::{
    command::{Audience, Body, FileRef},
    event::Event,
    ids::ConversationId,
};

use super::{
    NOW, Subject, open,
    search::{MARA, Told, everything, find, found, index},
};
use crate::{
    NewFile, Records, Store,
    search::{Query, Text},
};

pub async fn words_that_the_page_took_back_are_found_no_more(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let (conversation, mut body) = (ConversationId(1), 0);
    let mut told = Told { opened: &mut opened, conversation, next_body: &mut body };
    told.open(1, 3, &[("name", "Mara"), ("plan", "basic")]).await;
    let known = BTreeMap::from(["name", "plan"].map(|key| (key.to_owned(), "Mara".to_owned())));
    let (attributes, kept) = told.body(Body::Attributes(known));
    let attributes = Some(attributes);
    told.tell(Event::AttributesSet { conversation, attributes }, vec![kept]).await;
    index(&opened).await;
    assert_eq!(found(&opened, "basic").await, [0_u64; 0]);
    let text = Text::parse("mara");
    let page = find(&opened, Query { text, ..Query::all(everything(), 50) }).await;
    let [hit] = &page.hits[..] else { panic!("{page:?}") };
    assert_eq!((hit.entry.attributes, hit.passages.len()), (attributes, 1), "shown once");
}

pub async fn what_is_erased_is_found_no_more(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let file = NewFile {
        conversation: ConversationId(1),
        uploader: MARA,
        name: "passport.png".to_owned(),
        media_type: "image/png".to_owned(),
        bytes: 3,
        object_key: "k".to_owned(),
        created_at: NOW,
    };
    let file = opened.store.create_file(opened.workspace, file).await.expect("a file");
    let mut told = Told { opened: &mut opened, conversation: ConversationId(1), next_body: &mut 0 };
    told.open(1, 3, &[]).await;
    told.say(MARA, Audience::Everybody, "harmless words").await;
    let files = vec![FileRef { file, bytes: 3 }];
    let secret = told.say_with(MARA, Audience::Everybody, "secret words", None, files).await;
    index(&opened).await;
    let erase = async || opened.store.erase_bodies(opened.workspace, &[secret]).await;
    erase().await.expect("erased");
    erase().await.expect("erased twice");
    assert_eq!(found(&opened, "secret").await, [0_u64; 0]);
    assert_eq!(found(&opened, "passport").await, [0_u64; 0]);
    assert_eq!(found(&opened, "words").await, [1]);
}

pub async fn what_is_erased_before_it_is_indexed_never_gets_there(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut told = Told { opened: &mut opened, conversation: ConversationId(1), next_body: &mut 0 };
    told.open(1, 3, &[]).await;
    let secret = told.say(MARA, Audience::Everybody, "secret words").await;
    opened.store.erase_bodies(opened.workspace, &[secret]).await.expect("erased");
    index(&opened).await;
    assert_eq!(found(&opened, "secret").await, [0_u64; 0]);
}
