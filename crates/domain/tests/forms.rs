//! Forms before the first connect stage (SPEC §2): what a visitor has to answer, what an answer leads to, and what
//! of it is kept. Scripts have no words for forms; the API is touched here.

use std::collections::BTreeMap;

use domain::{
    Answer, Desk,
    command::{Actor, Body, Command},
    config::{
        Config, Connect, Entry, Field, FieldKind, FieldOption, FormStage, Pipeline, Queue, Skill,
        Stage, StageKind,
    },
    event::Event,
    ids::{PipelineId, QueueId, SkillId, StageId, Timestamp, VisitorId},
    limits::{ANSWER_CHARS_MAX, ATTRIBUTES_CHARS_MAX},
    rejection::Rejection,
    state::Conversation,
};

const NOW: Timestamp = Timestamp(1_000_000);
const VISITOR: Actor = Actor::Visitor(VisitorId(1));
const DESK: QueueId = QueueId(1);
const BILLS: QueueId = QueueId(2);
const SUPPORT: PipelineId = PipelineId(3);
const FORM: StageId = StageId(4);
const FIRST: StageId = StageId(5);
const MONEY: StageId = StageId(6);
const GERMAN: SkillId = SkillId(7);

type Answers<'a> = &'a [(&'a str, &'a str)];

#[test]
fn a_conversation_opens_in_the_stage_behind_its_form_with_the_answers() {
    let (desk, bodies) = opened(&[("name", "Lena"), ("topic", "other")]).unwrap();
    let conversation = only(&desk);
    assert_eq!((conversation.place.queue, conversation.place.stage), (DESK, Some(FIRST)));
    assert_eq!(conversation.pipeline, Some(SUPPORT));
    assert_eq!(bodies, [map(&[("name", "Lena"), ("topic", "other")])]);
}

#[test]
fn a_choice_may_lead_to_another_stage_and_ask_for_skills() {
    let (desk, _) = opened(&[("name", "Lena"), ("topic", "bill")]).unwrap();
    assert_eq!(only(&desk).place.stage, Some(MONEY));
    assert_eq!(only(&desk).needs, BTreeMap::from([(GERMAN, 3)]));
}

#[test]
fn a_required_field_left_empty_or_blank_is_refused_and_any_other_is_not_kept() {
    assert_eq!(opened(&[("topic", "other")]).err(), Some(Rejection::AnswerRequired));
    assert_eq!(opened(&[("name", "  ")]).err(), Some(Rejection::AnswerRequired));
    let (_, bodies) = opened(&[("name", "Lena"), ("topic", " ")]).unwrap();
    assert_eq!(bodies, [map(&[("name", "Lena")])]);
}

#[test]
fn what_the_form_does_not_offer_or_ask_for_is_refused() {
    let topic = &[("name", "Lena"), ("topic", "weather")];
    assert_eq!(opened(topic).err(), Some(Rejection::UnknownAnswer));
    let unasked = &[("name", "Lena"), ("shoe_size", "40")];
    assert_eq!(opened(unasked).err(), Some(Rejection::UnknownAnswer));
    let in_a_queue = desk().handle(VISITOR, opening(Entry::Queue(DESK), &[("name", "Lena")]), NOW);
    assert_eq!(in_a_queue, Err(Rejection::UnknownAnswer));
}

#[test]
fn answers_and_what_the_page_says_are_bounded() {
    let long = "x".repeat(ANSWER_CHARS_MAX + 1);
    assert_eq!(opened(&[("name", &long)]).err(), Some(Rejection::TextTooLong));
    assert!(opened(&[("name", &long[1..])]).is_ok());
    let page = |chars| {
        let attributes = BTreeMap::from([("a".to_owned(), "x".repeat(chars))]);
        let Command::OpenConversation { entry, needs, language, answers, message, .. } =
            opening(Entry::Queue(DESK), &[])
        else {
            unreachable!("an opening")
        };
        Command::OpenConversation { entry, needs, language, answers, attributes, message }
    };
    let mut desk = desk();
    let refused = desk.handle(VISITOR, page(ATTRIBUTES_CHARS_MAX), NOW);
    assert_eq!(refused, Err(Rejection::TextTooLong));
    assert!(desk.handle(VISITOR, page(ATTRIBUTES_CHARS_MAX - 1), NOW).is_ok());
}

#[test]
fn whoever_comes_back_goes_on_with_the_answers_of_before() {
    let (mut desk, _) = opened(&[("name", "Lena"), ("topic", "bill")]).unwrap();
    let answers = only(&desk).answers;
    assert!(answers.is_some());
    desk.handle(Actor::System, Command::LoseVisitorConnection { visitor: VisitorId(1) }, NOW)
        .unwrap();
    let mut now = NOW;
    while only(&desk).wait().is_some() {
        now = desk.next_deadline().unwrap().0;
        desk.handle(Actor::System, Command::Tick, now).unwrap();
    }
    let again = desk.handle(VISITOR, opening(Entry::Pipeline(SUPPORT), &[]), now).unwrap();
    let Answer::Opened { conversation, .. } = again.answer else { panic!("{:?}", again.answer) };
    let resumed = &desk.state().conversations[&conversation];
    assert_eq!((resumed.answers, resumed.place.stage), (answers, Some(MONEY)));
}

/// A desk with one conversation that was opened with these answers, and the texts kept of it.
fn opened(answers: Answers<'_>) -> Result<(Desk, Vec<BTreeMap<String, String>>), Rejection> {
    let mut desk = desk();
    let decision = desk.handle(VISITOR, opening(Entry::Pipeline(SUPPORT), answers), NOW)?;
    let named = decision.events.iter().find_map(|event| {
        if let Event::ConversationOpened { answers, .. } = event { Some(*answers) } else { None }
    });
    let kept: Vec<_> = decision.bodies.into_iter().collect();
    assert_eq!(named.flatten(), kept.first().map(|(id, _)| *id), "the event names what is kept");
    let texts = kept.into_iter().map(|(_, body)| match body {
        Body::Attributes(answers) => answers,
        Body::Text(_) | Body::Note(_) => panic!("answers"),
    });
    Ok((desk, texts.collect()))
}

fn only(desk: &Desk) -> &Conversation {
    desk.state().conversations.values().next().unwrap()
}

fn map(answers: Answers<'_>) -> BTreeMap<String, String> {
    answers.iter().map(|(key, answer)| ((*key).to_owned(), (*answer).to_owned())).collect()
}

fn opening(entry: Entry, answers: Answers<'_>) -> Command {
    Command::OpenConversation {
        entry: Some(entry),
        needs: BTreeMap::new(),
        language: None,
        answers: map(answers),
        attributes: BTreeMap::new(),
        message: None,
    }
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.handle(Actor::System, Command::Configure { config: Box::new(config()) }, NOW).unwrap();
    desk.handle(Actor::System, Command::ConnectVisitor { visitor: VisitorId(1) }, NOW).unwrap();
    desk
}

/// A greeting, a form, and two places behind it.
fn config() -> Config {
    let hello = StageId(8);
    let option = |value: &str, needs, stage| FieldOption {
        value: value.into(),
        label: value.into(),
        labels: BTreeMap::new(),
        needs,
        stage,
    };
    let topics = vec![
        option("bill", BTreeMap::from([(GERMAN, 3)]), Some(MONEY)),
        option("other", BTreeMap::new(), None),
    ];
    let field = |key: &str, required, kind| Field {
        key: key.into(),
        label: key.into(),
        labels: BTreeMap::new(),
        required,
        kind,
    };
    let form = FormStage {
        fields: vec![
            field("name", true, FieldKind::Text),
            field("topic", false, FieldKind::Choice(topics)),
        ],
        next: Some(FIRST),
    };
    let stages = [
        (hello, StageKind::Message { next: Some(FORM) }),
        (FORM, StageKind::Form(form)),
        (FIRST, StageKind::Connect(Box::new(connect(DESK)))),
        (MONEY, StageKind::Connect(Box::new(connect(BILLS)))),
    ];
    let pipeline = Pipeline {
        key: "support".into(),
        name: "Support".into(),
        first: hello,
        stages: stages.iter().map(|(id, _)| *id).collect(),
        messages: Default::default(),
    };
    let stage = |kind| Stage {
        key: "stage".into(),
        name: "Stage".into(),
        pipeline: SUPPORT,
        kind,
        messages: Default::default(),
    };
    Config {
        version: 1,
        next_id: 100,
        skills: BTreeMap::from([(GERMAN, Skill { key: "german".into(), name: "German".into() })]),
        queues: BTreeMap::from([(DESK, Queue::default()), (BILLS, Queue::default())]),
        pipelines: BTreeMap::from([(SUPPORT, pipeline)]),
        stages: stages.into_iter().map(|(id, kind)| (id, stage(kind))).collect(),
        entry: Entry::Pipeline(SUPPORT),
        ..Config::default()
    }
}

fn connect(queue: QueueId) -> Connect {
    Connect {
        queue,
        list: None,
        tier: None,
        strategy: None,
        offer_timeout_ms: None,
        still_searching_ms: None,
        max_wait_ms: None,
        priority: None,
        on_timeout: None,
        on_drop: None,
        next: None,
        escalations: Vec::new(),
    }
}
