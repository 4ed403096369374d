//! The configuration of the samples: every section and every word of the workspace document once.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    config::{
        Agent, AgentKind, AgentList, Ask, CannedReply, Code, Config, Connect, Credit, Edge,
        EdgeEnd, Entry, EscalationOption, Fallback, Field, FieldKind, FieldOption, FormStage,
        HandRule, HandRuleWhen, Hours, Interval, Messages, Mode, Pipeline, Position, Queue,
        RelaxStep, Retention, Roles, Settings, Skill, Stage, StageKind, Strategy, Team, Theme,
        Widget, WrapUp,
    },
    ids::{HoursId, ListId, PipelineId, QueueId, StageId, TeamId, Timestamp},
};

use super::samples::{ALICE, BOB, FRENCH, QUEUE};

/// Has an entry of every kind, and every word of the vocabulary once.
pub fn config() -> Config {
    let code = |code: &str, label: &str| Code { code: code.to_owned(), label: label.to_owned() };
    let agent = |key: &str, kind| Agent {
        key: key.to_owned(),
        name: "Alice Adams".to_owned(),
        public_name: "Alice".to_owned(),
        email: "alice@example.org".to_owned(),
        kind,
        roles: Roles {
            agent: true,
            supervises: BTreeSet::from([TeamId(9)]),
            admin: false,
            analyst: true,
        },
        teams: BTreeSet::from([TeamId(9)]),
        skills: BTreeMap::from([(FRENCH, 4)]),
        capacity: 3,
    };
    let queue = |strategy, mode, credit| Queue {
        key: "billing".to_owned(),
        name: "Billing".to_owned(),
        public_name: "Billing".to_owned(),
        public_names: BTreeMap::from([("fr".to_owned(), "Facturation".to_owned())]),
        members: vec![ALICE, BOB],
        strategy,
        mode,
        required: BTreeMap::from([(FRENCH, 3)]),
        relax: vec![
            RelaxStep { after_ms: 30_000, drop: BTreeSet::from([FRENCH]), level: None },
            RelaxStep { after_ms: 60_000, drop: BTreeSet::new(), level: Some(2) },
        ],
        fallback: Some(QUEUE),
        credit,
        priority: Some(7),
        wrap_up: WrapUp { ms: 60_000, holds_capacity: true },
        greeting: Some("Hello".to_owned()),
        greetings: BTreeMap::from([("fr".to_owned(), "Bonjour".to_owned())]),
        ..Queue::default()
    };
    let queues = [
        queue(Strategy::LeastLoaded, Mode::Push, Credit::Keep),
        queue(Strategy::LongestIdle, Mode::PushAutoAccept, Credit::Reset),
        queue(Strategy::BestSkilled, Mode::Pull, Credit::Boost),
        queue(Strategy::RoundRobin, Mode::Push, Credit::Keep),
        queue(Strategy::Ordered, Mode::Push, Credit::Keep),
        queue(Strategy::Broadcast, Mode::Push, Credit::Keep),
    ];
    Config {
        version: 2,
        name: "Acme".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        next_id: 40,
        settings: Settings::default(),
        skills: BTreeMap::from([(
            FRENCH,
            Skill { key: "french".to_owned(), name: "French".to_owned() },
        )]),
        teams: BTreeMap::from([(
            TeamId(9),
            Team { key: "support".to_owned(), name: "Support".to_owned() },
        )]),
        agents: BTreeMap::from([
            (ALICE, agent("alice", AgentKind::Human)),
            (BOB, agent("bob", AgentKind::Bot)),
        ]),
        lists: BTreeMap::from([(
            ListId(10),
            AgentList {
                key: "seniors".to_owned(),
                name: "Seniors".to_owned(),
                members: vec![BOB, ALICE],
            },
        )]),
        queues: (20..).map(QueueId).zip(queues).collect(),
        hours: BTreeMap::from([(
            HoursId(26),
            Hours {
                key: "weekdays".to_owned(),
                name: "Weekdays".to_owned(),
                zone: "Europe/Berlin".to_owned(),
                open: vec![Interval { from: Timestamp(1_000), to: Timestamp(2_000) }],
            },
        )]),
        languages: BTreeMap::from([("fr".to_owned(), FRENCH)]),
        pipelines: BTreeMap::from([(
            PipelineId(27),
            Pipeline {
                key: "support".to_owned(),
                name: "Support".to_owned(),
                first: StageId(28),
                stages: (28..34).map(StageId).collect(),
                messages: messages(),
            },
        )]),
        stages: (28..).map(StageId).zip(stages()).collect(),
        edges: vec![
            Edge { from: EdgeEnd::Queue(QUEUE), to: EdgeEnd::Team(TeamId(9)) },
            Edge { from: EdgeEnd::Tier(1), to: EdgeEnd::Tier(2) },
        ],
        hand_rules: vec![
            HandRule {
                key: "lawyer".to_owned(),
                when: HandRuleWhen::Keyword(vec!["lawyer".to_owned()]),
            },
            HandRule { key: "chain".to_owned(), when: HandRuleWhen::ChainWarning },
            HandRule { key: "silence".to_owned(), when: HandRuleWhen::Silence { ms: 60_000 } },
        ],
        reasons: vec![code("skill", "Needs another skill")],
        dispositions: vec![code("solved", "Solved")],
        away_reasons: vec![code("break", "Break")],
        tags: vec![code("billing", "Billing")],
        messages: messages(),
        canned_replies: vec![CannedReply {
            key: "hello".to_owned(),
            title: "Hello".to_owned(),
            texts: BTreeMap::from([("en".to_owned(), "Hello!".to_owned())]),
            queues: BTreeSet::from([QUEUE]),
            teams: BTreeSet::from([TeamId(9)]),
        }],
        widget: Widget {
            title: BTreeMap::from([("en".to_owned(), "Help".to_owned())]),
            colour: Some("#0b6e4f".to_owned()),
            theme: Theme::Dark,
            position: Position::Left,
            languages: vec!["en".to_owned()],
            ask_name: Ask::Optional,
            ask_email: Ask::Required,
        },
        retention: Retention { texts_ms: Some(31_536_000_000), files_ms: Some(7_776_000_000) },
        entry: Entry::Pipeline(PipelineId(27)),
    }
}

/// A stage of every kind, with everything set that can be.
fn stages() -> [Stage; 6] {
    let option = FieldOption {
        value: "bill".to_owned(),
        label: "A bill".to_owned(),
        labels: BTreeMap::from([("fr".to_owned(), "Une facture".to_owned())]),
        needs: BTreeMap::from([(FRENCH, 2)]),
        stage: Some(StageId(29)),
    };
    let field = |key: &str, kind| Field {
        key: key.to_owned(),
        label: key.to_owned(),
        labels: BTreeMap::from([("fr".to_owned(), format!("{key} ?"))]),
        required: true,
        kind,
    };
    let form = FormStage {
        fields: vec![
            field("name", FieldKind::Text),
            field("what", FieldKind::LongText),
            field("email", FieldKind::Email),
            field("topic", FieldKind::Choice(vec![option])),
        ],
        next: Some(StageId(29)),
    };
    let connect = Connect {
        queue: QUEUE,
        list: Some(ListId(10)),
        tier: Some(2),
        strategy: Some(Strategy::Ordered),
        offer_timeout_ms: Some(20_000),
        still_searching_ms: Some(30_000),
        max_wait_ms: Some(120_000),
        priority: Some(7),
        on_timeout: Some(Fallback::Stage(StageId(31))),
        on_drop: Some(StageId(29)),
        next: Some(StageId(32)),
        escalations: vec![EscalationOption {
            key: "experts".to_owned(),
            label: "Experts".to_owned(),
            stage: StageId(29),
            list: Some(ListId(10)),
            reason_required: true,
            note_required: false,
        }],
    };
    [
        StageKind::Form(form),
        StageKind::Connect(Box::new(connect)),
        StageKind::Message { next: Some(StageId(31)) },
        StageKind::OfflineForm,
        StageKind::Survey { next: Some(StageId(33)) },
        StageKind::End,
    ]
    .map(|kind| Stage {
        key: "stage".to_owned(),
        name: "Stage".to_owned(),
        pipeline: PipelineId(27),
        kind,
        messages: messages(),
    })
}

fn messages() -> Messages {
    let texts = [("de", "Willkommen."), ("en", "")];
    let texts = texts.map(|(language, text)| (language.to_owned(), text.to_owned()));
    BTreeMap::from([("welcome".to_owned(), BTreeMap::from(texts))])
}
