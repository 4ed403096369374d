//! Search: what is found of what was said, and by whom. What is found no more stands in `forgotten`.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    command::{Actor, Audience, Body, FileRef, Note, TransferMode},
    command::{Completion, Target},
    config::Place,
    event::{AssignCause, CloseReason, Event, Hop, TransferStart, WaitCause, WaitStart},
    ids::{AgentId, BodyId, ConversationId, HandoffId, MessageId, QueueId, Timestamp, VisitorId},
    reach::Reach,
};

use super::{ALICE, NOW, Opened, Subject, open};
use crate::{
    NewFile, Records, Search, Sequence, Store,
    search::{LeftMessage, Page, Progress, Query, Text, VisitorSought},
};

pub(super) const MARA: Actor = Actor::Visitor(VisitorId(1));
const BOB: AgentId = AgentId(8);

/// Who may read everything.
pub(super) fn everything() -> Reach {
    Reach { everything: true, ..nothing(AgentId(1)) }
}

fn nothing(agent: AgentId) -> Reach {
    Reach {
        agent,
        everything: false,
        words: true,
        histories: false,
        queues: BTreeSet::new(),
        present: BTreeSet::new(),
        supervised: BTreeSet::new(),
        visitors: BTreeMap::new(),
    }
}

fn place(queue: u64) -> Place {
    Place { queue: QueueId(queue), stage: None }
}

/// What happens in one conversation, each by the id of its text.
pub(super) struct Told<'a, S> {
    pub(super) opened: &'a mut Opened<S>,
    pub(super) conversation: ConversationId,
    pub(super) next_body: &'a mut u64,
}

impl<S: Store> Told<'_, S> {
    pub(super) async fn tell(&mut self, event: Event, bodies: Vec<(BodyId, Body)>) {
        let mut batch = self.opened.batch();
        batch.add(Timestamp(NOW.0 + self.opened.head.0), ALICE, None, &[event], bodies);
        self.opened.head = self.opened.commit(batch).await.expect("a commit");
    }

    pub(super) fn body(&mut self, body: Body) -> (BodyId, (BodyId, Body)) {
        *self.next_body += 1;
        let id = BodyId(*self.next_body);
        (id, (id, body))
    }

    pub(super) async fn open(&mut self, visitor: u64, queue: u64, known: &[(&str, &str)]) {
        let known = known.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let (attributes, body) = self.body(Body::Attributes(known.collect()));
        let (conversation, place) = (self.conversation, place(queue));
        let begun = Event::ConversationOpened {
            conversation,
            visitor: VisitorId(visitor),
            previous: None,
            place,
            pipeline: None,
            language: None,
            needs: BTreeMap::new(),
            attributes: Some(attributes),
            answers: None,
        };
        self.tell(begun, vec![body]).await;
        let wait = WaitStart {
            place,
            cause: WaitCause::Opened,
            credit_ms: 0,
            front: false,
            priority: 5,
            sender: None,
            reserved: None,
            list: None,
            shown: None,
        };
        self.tell(Event::WaitStarted { conversation, wait }, vec![]).await;
    }

    pub(super) async fn say(&mut self, author: Actor, audience: Audience, text: &str) -> BodyId {
        self.say_with(author, audience, text, None, vec![]).await
    }

    pub(super) async fn say_with(
        &mut self,
        author: Actor,
        audience: Audience,
        text: &str,
        whispered_to: Option<AgentId>,
        files: Vec<FileRef>,
    ) -> BodyId {
        let (id, body) = self.body(Body::Text(text.to_owned()));
        let posted = Event::MessagePosted {
            conversation: self.conversation,
            message: MessageId(id.0),
            author,
            audience,
            body: id,
            chars: 0,
            files,
            whispered_to,
        };
        self.tell(posted, vec![body]).await;
        id
    }

    async fn assign(&mut self, agent: AgentId, queue: u64) {
        let assigned = Event::AgentAssigned {
            conversation: self.conversation,
            agent,
            place: place(queue),
            cause: AssignCause::Pulled,
            hop: Hop::None,
            was: None,
        };
        self.tell(assigned, vec![]).await;
    }

    async fn close(&mut self) {
        let conversation = self.conversation;
        let closed = Event::ConversationClosed {
            conversation,
            reason: CloseReason::Agent,
            by: ALICE,
            message: None,
        };
        self.tell(closed, vec![]).await;
        self.tell(Event::ConversationArchived { conversation }, vec![]).await;
    }
}

/// A conversation that was opened, said this by its visitor, was owned by `agent` in `queue`, and closed.
async fn past<S: Store>(
    opened: &mut Opened<S>,
    next_body: &mut u64,
    conversation: u64,
    agent: AgentId,
    queue: u64,
    texts: &[&str],
) {
    let mut told = Told { opened, conversation: ConversationId(conversation), next_body };
    told.open(conversation, queue, &[]).await;
    for text in texts {
        told.say(MARA, Audience::Everybody, text).await;
    }
    told.assign(agent, queue).await;
    told.close().await;
}

pub(super) async fn index<S: Store + Search>(opened: &Opened<S>) {
    loop {
        let position = opened.store.catch_up(opened.workspace).await.expect("an index");
        if position == opened.head {
            return;
        }
    }
}

pub(super) async fn find<S: Search>(opened: &Opened<S>, query: Query) -> Page {
    opened.store.find(opened.workspace, query).await.expect("an answer")
}

/// The conversations in which a line finds something, newest first.
pub(super) async fn found<S: Search>(opened: &Opened<S>, line: &str) -> Vec<u64> {
    let query = Query { text: Text::parse(line), ..Query::all(everything(), 50) };
    numbers(&find(opened, query).await)
}

fn numbers(page: &Page) -> Vec<u64> {
    page.hits.iter().map(|hit| hit.entry.conversation.0).collect()
}

pub async fn words_are_found_wherever_they_were_written(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let file = NewFile {
        conversation: ConversationId(1),
        uploader: MARA,
        name: "invoice-2024.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        bytes: 3,
        object_key: "k".to_owned(),
        created_at: NOW,
    };
    let file = opened.store.create_file(opened.workspace, file).await.expect("a file");
    let mut next_body = 0;
    let mut told =
        Told { opened: &mut opened, conversation: ConversationId(1), next_body: &mut next_body };
    told.open(1, 3, &[("name", "Mara Öz"), ("email", "mara@example.org")]).await;
    let files = vec![FileRef { file, bytes: 3 }];
    told.say_with(MARA, Audience::Everybody, "My router blinks", None, files).await;
    told.say(ALICE, Audience::Staff, "Sounds like firmware").await;
    let note = Note { text: "please look".into(), tried: "rebooted".into(), ..Note::default() };
    let (note, body) = told.body(Body::Note(note));
    let transfer = TransferStart {
        handoff: HandoffId(1),
        from: AgentId(7),
        target: Target::Agent(BOB),
        mode: TransferMode::Warm(Completion::Introduced),
        place: place(3),
        from_place: place(3),
        credit_ms: 0,
        priority: 5,
        reason: None,
        note: Some(note),
    };
    let conversation = ConversationId(1);
    told.tell(Event::TransferStarted { conversation, transfer }, vec![body]).await;
    index(&opened).await;
    for line in ["router", "firmware", "rebooted", "invoice", "pdf", "mara@example.org", "oz"] {
        assert_eq!(found(&opened, line).await, [1], "{line}");
    }
    assert_eq!(found(&opened, "printer").await, [0_u64; 0]);
}

pub async fn the_last_word_may_go_on_and_quotes_hold_words_together(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut body = 0;
    past(&mut opened, &mut body, 1, BOB, 3, &["The router is broken"]).await;
    past(&mut opened, &mut body, 2, BOB, 3, &["Broken is the route"]).await;
    index(&opened).await;
    assert_eq!(found(&opened, "rout").await, [2, 1]);
    assert_eq!(found(&opened, "rou broken").await, [0_u64; 0], "only the last word may go on");
    assert_eq!(found(&opened, "broken route").await, [2, 1]);
    assert_eq!(found(&opened, "\"route\"").await, [2]);
    assert_eq!(found(&opened, "\"is broken\"").await, [1]);
    assert_eq!(found(&opened, "\"broken is the rou").await, [2]);
}

pub async fn case_and_accents_make_no_difference(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut body = 0;
    past(&mut opened, &mut body, 1, BOB, 3, &["ÜBERWEISUNG für Zoë"]).await;
    past(&mut opened, &mut body, 2, BOB, 3, &["أريد استرداد المبلغ"]).await;
    past(&mut opened, &mut body, 3, BOB, 3, &["请帮我退款"]).await;
    index(&opened).await;
    for (line, expected) in [
        ("überweisung", 1),
        ("uberweis", 1),
        ("fur", 1),
        ("ZOE", 1),
        ("zoe\u{308}", 1),
        ("استرد", 2),
        ("退款", 3),
    ] {
        assert_eq!(found(&opened, line).await, [expected], "{line}");
    }
}

pub async fn nothing_typed_is_an_error(subject: &impl Subject) {
    let mut opened = open(subject).await;
    past(&mut opened, &mut 0, 1, BOB, 3, &["plain words"]).await;
    index(&opened).await;
    for line in [
        "\"",
        "\"\"",
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "said: x",
        "{visitor} : x",
        "a* ^b",
        "x'y; DROP",
        "(",
        "-",
        "%_",
        "\\",
        "🙂",
        "a\u{0}b",
        "\u{202e}x",
        "e\u{301}\u{301}\u{301}",
        "col:\"x\"",
    ] {
        found(&opened, line).await;
    }
    let long = "wörter ".repeat(400);
    found(&opened, &long).await;
}

pub async fn hits_come_newest_first_and_page_by_page(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut body = 0;
    for number in 1..=7 {
        past(&mut opened, &mut body, number, BOB, 3, &["some words", "words again"]).await;
    }
    index(&opened).await;
    for text in [Text::parse("words"), None] {
        let mut pages = Vec::new();
        let mut before = None;
        loop {
            let query = Query { text: text.clone(), before, ..Query::all(everything(), 3) };
            let page = find(&opened, query).await;
            pages.push(numbers(&page));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(pages, [vec![7, 6, 5], vec![4, 3, 2], vec![1]]);
    }
}

pub async fn every_filter_narrows_what_is_found(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut body = 0;
    past(&mut opened, &mut body, 1, BOB, 3, &["words"]).await;
    past(&mut opened, &mut body, 2, AgentId(9), 4, &["words"]).await;
    let (conversation, by) = (ConversationId(3), ALICE);
    let mut told = Told { opened: &mut opened, conversation, next_body: &mut body };
    told.open(1, 4, &[("name", "Mara Öz")]).await;
    told.say(ALICE, Audience::Everybody, "words").await;
    let tags = |tag: &str| BTreeSet::from([tag.to_owned()]);
    told.tell(Event::TagsSet { conversation, tags: tags("refund"), by }, vec![]).await;
    told.tell(Event::TagsSet { conversation, tags: tags("billing"), by }, vec![]).await;
    index(&opened).await;
    let all = || Query { text: Text::parse("words"), ..Query::all(everything(), 50) };
    let oz = Some(VisitorSought::Known(Text::parse("öz").expect("words")));
    let third = find(&opened, all()).await.hits[0].entry.opened_at;
    for (query, expected) in [
        (Query { tag: Some("billing".into()), ..all() }, vec![3]),
        (Query { tag: Some("refund".into()), ..all() }, vec![]),
        (Query { agent: Some(BOB), ..all() }, vec![1]),
        (Query { agent: Some(AgentId(7)), ..all() }, vec![3]),
        (Query { queue: Some(QueueId(4)), ..all() }, vec![3, 2]),
        (Query { visitor: Some(VisitorSought::Id(VisitorId(1))), ..all() }, vec![3, 1]),
        (Query { visitor: oz.clone(), ..all() }, vec![3]),
        (Query { visitor: oz, text: None, ..all() }, vec![3]),
        (Query { state: Some(Progress::Open), ..all() }, vec![3]),
        (Query { state: Some(Progress::Closed), ..all() }, vec![2, 1]),
        (Query { from: Some(third), ..all() }, vec![3]),
        (Query { to: Some(third), ..all() }, vec![2, 1]),
        (Query { queue: Some(QueueId(4)), state: Some(Progress::Closed), ..all() }, vec![2]),
        (Query { queue: Some(QueueId(5)), ..all() }, vec![]),
    ] {
        for query in [query.clone(), Query { text: None, ..query }] {
            assert_eq!(numbers(&find(&opened, query.clone()).await), expected, "{query:?}");
        }
    }
}

pub async fn left_messages_are_found_by_whether_they_were_answered(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut body = 0;
    for number in 1..=3 {
        let conversation = ConversationId(number);
        let mut told = Told { opened: &mut opened, conversation, next_body: &mut body };
        told.open(number, 3, &[]).await;
        let (message, text) = told.body(Body::Text("Call me back".into()));
        let closed = Event::ConversationClosed {
            conversation,
            reason: CloseReason::MessageLeft,
            by: MARA,
            message: Some(message),
        };
        told.tell(closed, vec![text]).await;
        if number == 2 {
            told.tell(Event::MessageAnswered { conversation, by: BOB }, vec![]).await;
            told.tell(Event::ConversationArchived { conversation }, vec![]).await;
        }
    }
    past(&mut opened, &mut body, 4, BOB, 3, &["words"]).await;
    index(&opened).await;
    let left = |left| Query { left: Some(left), ..Query::all(everything(), 50) };
    assert_eq!(numbers(&find(&opened, left(LeftMessage::Open)).await), [3, 1]);
    let answered = find(&opened, left(LeftMessage::Answered)).await;
    assert_eq!(numbers(&answered), [2]);
    let by = answered.hits[0].entry.left.and_then(|left| left.answered).map(|(by, _)| by);
    assert_eq!(by, Some(BOB));
    // Whoever answered it took part, and finds it again.
    let theirs = Query { reach: nothing(BOB), ..left(LeftMessage::Answered) };
    assert_eq!(numbers(&find(&opened, theirs).await), [2]);
}

pub async fn only_what_the_asker_may_read_is_found(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut body = 0;
    past(&mut opened, &mut body, 1, BOB, 3, &["words"]).await;
    past(&mut opened, &mut body, 2, AgentId(9), 4, &["words"]).await;
    let mut told =
        Told { opened: &mut opened, conversation: ConversationId(3), next_body: &mut body };
    told.open(1, 4, &[]).await;
    told.say(MARA, Audience::Everybody, "words").await;
    index(&opened).await;
    let three = ConversationId(3);
    let present = BTreeSet::from([three]);
    let cases = [
        (everything(), vec![3, 2, 1]),
        (nothing(AgentId(5)), vec![]),
        (nothing(BOB), vec![1]),
        (Reach { queues: BTreeSet::from([QueueId(4)]), ..nothing(AgentId(5)) }, vec![2]),
        (Reach { present, ..nothing(AgentId(9)) }, vec![3, 2]),
        (
            Reach { visitors: BTreeMap::from([(VisitorId(1), three)]), ..nothing(AgentId(5)) },
            vec![1],
        ),
    ];
    for (reach, expected) in cases {
        for text in [Text::parse("words"), None] {
            let query = Query { text, ..Query::all(reach.clone(), 50) };
            assert_eq!(numbers(&find(&opened, query).await), expected, "{reach:?}");
        }
    }
}

pub async fn a_whisper_is_found_by_whom_it_was_for(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut told = Told { opened: &mut opened, conversation: ConversationId(1), next_body: &mut 0 };
    told.open(1, 3, &[]).await;
    for agent in [BOB, AgentId(9)] {
        told.assign(agent, 3).await;
    }
    let supervisor = Actor::Agent(AgentId(2));
    told.say_with(supervisor, Audience::Whisper, "psst", Some(BOB), vec![]).await;
    told.close().await;
    index(&opened).await;
    let queues = BTreeSet::from([QueueId(3)]);
    let cases = [
        (nothing(BOB), 1),
        (nothing(AgentId(9)), 0),
        (Reach { queues, ..nothing(AgentId(5)) }, 1),
        (everything(), 1),
    ];
    for (reach, expected) in cases {
        let query = Query { text: Text::parse("psst"), ..Query::all(reach.clone(), 50) };
        assert_eq!(find(&opened, query).await.hits.len(), expected, "{reach:?}");
    }
}

pub async fn an_index_goes_on_where_it_stood(subject: &impl Subject) {
    let mut opened = open(subject).await;
    let mut body = 0;
    past(&mut opened, &mut body, 1, BOB, 3, &["first words"]).await;
    index(&opened).await;
    drop(opened);
    let mut opened = open(subject).await;
    past(&mut opened, &mut body, 2, BOB, 3, &["second words"]).await;
    assert_eq!(found(&opened, "words").await, [1], "nothing is searched before it is taken in");
    index(&opened).await;
    assert_eq!(found(&opened, "words").await, [2, 1]);
}

pub async fn workspaces_are_searched_apart(subject: &impl Subject) {
    let mut opened = open(subject).await;
    past(&mut opened, &mut 0, 1, BOB, 3, &["words"]).await;
    index(&opened).await;
    let other = opened.store.ensure_workspace("globex", NOW).await.expect("a workspace");
    assert_eq!(opened.store.catch_up(other).await, Ok(Sequence::START));
    let query = Query { text: Text::parse("words"), ..Query::all(everything(), 50) };
    assert_eq!(opened.store.find(other, query).await, Ok(Page::default()));
}
