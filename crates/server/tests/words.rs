//! What visitors are told, in words, from the workspace document to their screen: which text counts, in which
//! language, of which version of the document, and what stands in it.
//!
//! How a single text is rendered is `config`'s to test (`crates/config/tests/messages.rs`).

use client::{Api, Visitor};
use protocol::{
    command::{Answer, Escalate, OpenConversation, StaffCommand, VisitorCommand},
    http::{Ask, VisitorTranscript, Welcome},
    ids::ConversationId,
    staff::Relation,
    visitor::{Content, Conversation, Notice, NoticeCode},
};
use serde_json::{Value, json};
use testkit::{Desk, TestServer};

/// A path of two tiers with words of its own at every level; German unless somebody asks for something else.
const DOCUMENT: &str = "
workspace: { name: Acme }
settings: { default_language: de, show_queue_names: true }
teams: { front: { name: Front }, experts: { name: Experts } }
agents:
  root: { name: Root, email: root@acme.example, roles: [admin] }
  mara: { name: Mara K, public_name: Mara, email: mara@acme.example, teams: [front] }
  ines: { name: Ines D, public_name: Ines, email: ines@acme.example, teams: [experts], capacity: 1 }
hours:
  new_year:
    name: One minute a year
    zone: Europe/Berlin
    open: {}
    holidays: { bell: { date: 01-01, open: [03:00-03:01] } }
queues:
  desk: { name: Desk D, public_name: our desk, members: { teams: [front] } }
  expert: { name: Expert E, public_name: our experts, tier: 2, wrap_up: { time: 0s }, members: { teams: [experts] } }
  shut: { name: Shut, public_name: night desk, hours: new_year, members: { teams: [front] } }
pipelines:
  support:
    name: Support
    stages:
      first: { queue: desk, escalations: { up: { label: Up, stage: second } } }
      second:
        queue: expert
        messages: { agent_joined: { en: 'Expert {{ agent.name }} looks into it.' } }
    messages: { agent_left: { en: '{{ agent.name }} has passed it on.' }, agent_joined: { en: 'Here is {{ agent.name }}.' } }
messages:
  queued: { en: 'First edition for {{ visitor.name }} in {{ queue.name }}.', de: 'Erste Fassung.' }
  position: { en: 'Number {{ position }}.' }
  estimated_wait: { en: '' }
  welcome: { en: 'Hello from {{ workspace.name }}.' }
widget: { title: { en: Help, de: Hilfe }, colour: '#0b6e4f', languages: [de, en], ask_name: optional }
entry: support
";

/// Opens a conversation in the words of this visitor.
async fn open(
    desk: &mut Desk<Visitor>,
    language: Option<&str>,
    attributes: &[(&str, &str)],
    queue: Option<&str>,
) -> ConversationId {
    let attributes = attributes.iter().map(|(key, text)| ((*key).into(), (*text).into()));
    let open = OpenConversation {
        queue: queue.map(Into::into),
        language: language.map(Into::into),
        attributes: attributes.collect(),
        ..OpenConversation::default()
    };
    let answer = desk.done(VisitorCommand::OpenConversation(open)).await;
    let Answer::Opened { conversation, .. } = answer else {
        panic!("a conversation is opened, not {answer:?}")
    };
    conversation
}

/// The notices of a transcript as they are read back.
async fn notices(api: &Api, conversation: ConversationId) -> Vec<Notice> {
    let path = format!("conversations/{conversation}/transcript");
    let transcript: VisitorTranscript = api.get(&path).await.expect("a transcript");
    let notices = transcript.lines.into_iter().map(|line| line.content);
    let notices = notices.filter_map(|content| match content {
        Content::Notice(notice) => Some(notice),
        Content::Message(_) => None,
    });
    notices.collect()
}

fn texts(notices: &[Notice], code: NoticeCode) -> Vec<&str> {
    notices.iter().filter(|notice| notice.code == code).map(|notice| &*notice.text).collect()
}

/// A request with the header a browser sends.
async fn ask(
    api: &Api,
    method: reqwest::Method,
    path: &str,
    languages: &str,
    body: Value,
) -> Value {
    let address = format!("{}/api/v1/workspaces/{}{path}", api.server(), api.workspace());
    let request = reqwest::Client::new().request(method, address);
    let request = request.header("accept-language", languages).json(&body);
    let request = match api.token() {
        Some(token) => request.bearer_auth(token),
        None => request,
    };
    let response = request.send().await.expect("an answer");
    assert!(response.status().is_success(), "{response:?}");
    response.json().await.expect("JSON")
}

async fn put(server: &TestServer, yaml: &str) {
    let body = json!({ "yaml": yaml });
    ask(server.admin(), reqwest::Method::PUT, "/document", "en", body).await;
}

#[tokio::test]
async fn a_line_keeps_the_words_of_its_moment_when_the_document_changes() {
    let server = TestServer::start(DOCUMENT).await;
    let mut lena = server.visitor().await;
    let conversation = open(&mut lena, Some("en"), &[("name", "Lena")], None).await;
    let live = texts_live(&mut lena, NoticeCode::Queued).await;
    assert_eq!(live, ["First edition for Lena in our desk."]);
    put(&server, &DOCUMENT.replace("First edition", "Second edition")).await;
    let mut karl = server.visitor().await;
    let later = open(&mut karl, Some("en"), &[("name", "Karl")], None).await;
    let read = |notices: Vec<Notice>| texts(&notices, NoticeCode::Queued).join(" ");
    let old = read(notices(lena.api(), conversation).await);
    assert_eq!(old, "First edition for Lena in our desk.");
    let new = read(notices(karl.api(), later).await);
    assert_eq!(new, "Second edition for Karl in our desk.");
    server.stop().await;
}

/// The lines of that code that came over the socket, once there is one.
async fn texts_live(desk: &mut Desk<Visitor>, code: NoticeCode) -> Vec<String> {
    let said = |desk: &Desk<Visitor>| {
        let lines = desk.lines.iter().filter_map(|line| match &line.content {
            Content::Notice(notice) if notice.code == code => Some(notice.text.clone()),
            Content::Notice(_) | Content::Message(_) => None,
        });
        Some(lines.collect::<Vec<_>>()).filter(|texts| !texts.is_empty())
    };
    desk.until("a notice", said).await
}

#[tokio::test]
async fn a_language_is_named_or_asked_for_by_the_browser_and_else_the_workspaces() {
    let server = TestServer::start(DOCUMENT).await;
    for (named, browser, expected) in [
        (None, "de-AT, en;q=0.5", "de: Erste Fassung."),
        (None, "en-GB", "en: First edition for  in our desk."),
        (Some("en"), "de", "en: First edition for  in our desk."),
        // Nobody put it in Finnish: as the workspace speaks by default.
        (Some("fi"), "en", "de: Erste Fassung."),
        // The workspace puts it in no French of its own, the product does.
        (None, "fr", "fr: Merci. Nous cherchons la bonne personne pour vous."),
    ] {
        let visitor = server.as_visitor().await;
        let mut body = json!({});
        if let Some(code) = named {
            body["language"] = code.into();
        }
        let method = reqwest::Method::POST;
        let opened = ask(&visitor, method, "/conversations", browser, body).await;
        let conversation = opened["answer"]["conversation"].as_str().expect("an id");
        let told = notices(&visitor, conversation.parse().expect("an id")).await;
        let queued = told.iter().find(|notice| notice.code == NoticeCode::Queued).expect("told");
        assert_eq!(
            format!("{}: {}", queued.language, queued.text),
            expected,
            "{named:?} {browser}"
        );
    }
    server.stop().await;
}

#[tokio::test]
async fn place_and_wait_are_told_in_the_templates_words_as_they_stand_and_an_empty_one_is_silent() {
    let server = TestServer::start(DOCUMENT).await;
    let mut lena = server.visitor().await;
    let conversation = open(&mut lena, Some("en"), &[], None).await;
    let live = |desk: &Desk<Visitor>| {
        let live = &desk.conversation(conversation)?.live;
        (!live.is_empty()).then(|| live.clone())
    };
    let told = lena.until("a live notice", live).await;
    assert_eq!(texts(&told, NoticeCode::Position), ["Number 1."]);
    assert_eq!(texts(&told, NoticeCode::EstimatedWait), [""; 0], "an empty template");
    // The same in a language in which the workspace says nothing of it: the product's words.
    let mut karl = server.visitor().await;
    let behind = open(&mut karl, Some("de"), &[], None).await;
    let live = |desk: &Desk<Visitor>| {
        let live = &desk.conversation(behind)?.live;
        (live.len() == 2).then(|| live.clone())
    };
    let told = karl.until("live notices", live).await;
    assert_eq!(texts(&told, NoticeCode::Position), ["Sie sind auf Platz 2 der Warteschlange."]);
    assert_eq!(
        texts(&told, NoticeCode::EstimatedWait),
        ["Wie lange es dauert, können wir noch nicht sagen."]
    );
    let read: Conversation =
        karl.api().get(&format!("conversations/{behind}")).await.expect("the conversation");
    assert_eq!(read.live, told, "a fresh read says the same");
    let lines = notices(karl.api(), behind).await;
    let codes: Vec<NoticeCode> = lines.iter().map(|notice| notice.code).collect();
    assert_eq!(codes, [NoticeCode::Queued], "no line for what changes");
    server.stop().await;
}

#[tokio::test]
async fn what_the_page_knows_of_a_visitor_stands_in_a_message_as_it_is_and_apart() {
    let server = TestServer::start(DOCUMENT).await;
    for (name, expected) in [
        ("{{ agent.name }} <b>", "First edition for {{ agent.name }} <b> in our desk."),
        ("ليلى", "First edition for \u{2068}ليلى\u{2069} in \u{2068}our desk\u{2069}."),
        ("Anna\u{202e}", "First edition for Anna in our desk."),
    ] {
        let mut visitor = server.visitor().await;
        open(&mut visitor, Some("en"), &[("name", name)], None).await;
        assert_eq!(texts_live(&mut visitor, NoticeCode::Queued).await, [expected]);
    }
    server.stop().await;
}

#[tokio::test]
async fn somebody_who_is_asked_is_told_of_once_in_a_wait_and_never_who() {
    let server = TestServer::start(DOCUMENT).await;
    let mut mara = server.agent("mara").await;
    let mut lena = server.visitor().await;
    let conversation = open(&mut lena, Some("en"), &[], None).await;
    let offer = mara.offer_of(conversation).await;
    mara.done(StaffCommand::DeclineOffer { offer }).await;
    let expected = "We have found somebody who may help you, and are asking them to join.";
    assert_eq!(texts_live(&mut lena, NoticeCode::Offered).await, [expected]);
    let told = notices(lena.api(), conversation).await;
    assert!(told.iter().all(|notice| notice.agent.is_none()), "{told:?}");
    server.stop().await;
}

#[tokio::test]
async fn an_escalation_says_the_new_wait_and_the_stage_has_words_of_its_own() {
    let server = TestServer::start(DOCUMENT).await;
    let mut ines = server.agent("ines").await;
    for _ in 0..5 {
        let mut visitor = server.visitor().await;
        let conversation = open(&mut visitor, None, &[], Some("expert")).await;
        ines.accept(conversation).await;
        ines.done(StaffCommand::Close { conversation }).await;
    }
    let mut mara = server.agent("mara").await;
    let mut lena = server.visitor().await;
    let conversation = open(&mut lena, Some("en"), &[], None).await;
    mara.accept(conversation).await;
    // Whoever waits for a place is shown an estimate after each look at the desk, the one with five ended among them.
    let mut karl = server.visitor().await;
    let shut = open(&mut karl, Some("en"), &[], Some("expert")).await;
    ines.accept(shut).await;
    let mut otto = server.visitor().await;
    let behind = open(&mut otto, Some("en"), &[], Some("expert")).await;
    let known = |desk: &Desk<Visitor>| desk.conversation(behind)?.wait_phrase.clone();
    otto.until("an estimate", known).await;
    mara.done(StaffCommand::Escalate(Escalate {
        conversation,
        option: None,
        reason: None,
        note: None,
        confirmed: false,
    }))
    .await;
    let told = texts_live(&mut lena, NoticeCode::Escalated).await.concat();
    assert!(told.starts_with("A specialist team is taking over"), "{told}");
    assert!(told.contains("The new wait is "), "{told}");
    let read = notices(lena.api(), conversation).await;
    assert_eq!(texts(&read, NoticeCode::Escalated), [told], "read back the same");
    otto.done(VisitorCommand::Close { conversation: behind }).await;
    ines.done(StaffCommand::Close { conversation: shut }).await;
    ines.accept(conversation).await;
    ines.until_relation(conversation, Relation::Owner).await;
    let read = notices(lena.api(), conversation).await;
    let joined = texts(&read, NoticeCode::AgentJoined);
    assert_eq!(
        joined,
        ["Here is Mara.", "Expert Ines looks into it."],
        "the pipeline's words, the stage's"
    );
    assert_eq!(texts(&read, NoticeCode::AgentLeft), ["Mara has passed it on."]);
    server.stop().await;
}

#[tokio::test]
async fn out_of_hours_says_when_somebody_is_back_where_the_queue_is() {
    let server = TestServer::start(DOCUMENT).await;
    let mut lena = server.visitor().await;
    open(&mut lena, Some("en"), &[], Some("shut")).await;
    let told = texts_live(&mut lena, NoticeCode::OutOfHours).await.concat();
    assert!(told.contains("1 January at 3:00 (CET)."), "{told}");
    open(&mut lena, Some("de"), &[], Some("shut")).await;
    let german = |desk: &Desk<Visitor>| {
        let texts = desk.lines.iter().filter_map(|line| match &line.content {
            Content::Notice(notice) => Some(&notice.text),
            Content::Message(_) => None,
        });
        texts.into_iter().any(|text| text.contains(", 1. Januar, um 3:00 Uhr (CET).")).then_some(())
    };
    lena.until("German", german).await;
    server.stop().await;
}

#[tokio::test]
async fn the_first_words_and_the_look_are_there_before_anybody_is_known() {
    let server = TestServer::start(DOCUMENT).await;
    let anybody = server.anybody();
    let welcome = async |path: &str, languages: &str| {
        let found = ask(&anybody, reqwest::Method::GET, path, languages, json!({})).await;
        serde_json::from_value::<Welcome>(found).expect("a welcome")
    };
    let english = welcome("", "en-GB, de;q=0.5").await;
    assert_eq!(english.message.expect("told").text, "Hello from Acme.");
    assert_eq!(english.widget.title, "Help");
    assert_eq!(english.widget.colour.as_deref(), Some("#0b6e4f"));
    assert_eq!(english.widget.on_colour.as_deref(), Some("#ffffff"));
    assert_eq!(english.stages, [], "nothing stands before the first connect stage");
    assert_eq!(english.widget.ask_name, Ask::Optional);
    let elsewhere = welcome("", "fi").await;
    assert_eq!(elsewhere.widget.title, "Hilfe", "the first of its languages for everybody else");
    let named = welcome("?language=en", "de").await;
    assert_eq!(named.widget.title, "Help");
    put(&server, &DOCUMENT.replace("Hello from {{ workspace.name }}.", "")).await;
    assert_eq!(welcome("", "en").await.message, None, "suppressed");
    server.stop().await;
}

#[tokio::test]
async fn what_is_asked_before_the_conversation_is_told_with_where_each_answer_leads() {
    let stages = "stages:
      hello: { kind: message, text: { de: Guten Tag., en: Good day. }, next: topic }
      topic:
        kind: form
        next: first
        fields:
          about:
            label: Worum geht es?
            labels: { en: About }
            kind: choice
            required: true
            options:
              bill: { label: Eine Rechnung, labels: { en: A bill }, stage: bill }
              line: { label: My line }
      bill: { kind: form, next: second, fields: { number: { label: Number } } }
      first:";
    let server = TestServer::start(&DOCUMENT.replace("stages:\n      first:", stages)).await;
    let anybody = server.anybody();
    let asked = async |languages: &str| {
        let found = ask(&anybody, reqwest::Method::GET, "", languages, json!({})).await;
        found["stages"].to_string()
    };
    expect_test::expect![[r#"[{"key":"hello","next":"topic","text":"Good day."},{"fields":[{"key":"about","kind":"choice","label":"About","options":[{"label":"A bill","next":"bill","value":"bill"},{"label":"My line","value":"line"}],"required":true}],"key":"topic","next":"first"},{"fields":[{"key":"number","kind":"text","label":"Number","required":false}],"key":"bill","next":"second"}]"#]].assert_eq(&asked("en").await);
    assert!(asked("de").await.contains("Guten Tag."));
    for own in ["de", "de-AT", "fi"] {
        let asked = asked(own).await;
        assert!(
            asked.contains("Worum geht es?") && asked.contains("Eine Rechnung"),
            "{own}: {asked}"
        );
    }
    let named = ask(&anybody, reqwest::Method::GET, "?pipeline=support", "en", json!({})).await;
    assert_eq!(
        (&named["pipeline"], named["stages"].to_string()),
        (&json!("support"), asked("en").await)
    );
    let nowhere =
        format!("{}/api/v1/workspaces/{}?pipeline=nowhere", anybody.server(), anybody.workspace());
    assert_eq!(reqwest::get(nowhere).await.expect("an answer").status(), 422);
    server.stop().await;
}

#[tokio::test]
async fn a_queue_is_called_and_greets_in_the_visitors_language_where_it_has_it() {
    let desk = "{ name: Desk D, public_name: our desk, public_names: { de: unser Empfang }, greeting: 'Hello from {{ agent.name }}.', \
                greetings: { de: 'Guten Tag, {{ agent.name }} hier.' }, members";
    let document = DOCUMENT.replace("{ name: Desk D, public_name: our desk, members", desk);
    let server = TestServer::start(&document).await;
    let mut mara = server.agent("mara").await;
    for (language, name, greeting) in [
        ("de-at", "unser Empfang", "Guten Tag, Mara hier."),
        ("en", "our desk", "Hello from Mara."),
        ("fi", "our desk", "Hello from Mara."),
    ] {
        let mut visitor = server.visitor().await;
        let conversation = open(&mut visitor, Some(language), &[], None).await;
        let named = |desk: &Desk<Visitor>| desk.conversation(conversation)?.queue.clone();
        assert_eq!(visitor.until("the queue", named).await, name, "{language}");
        mara.accept(conversation).await;
        assert_eq!(texts_live(&mut visitor, NoticeCode::Greeting).await, [greeting], "{language}");
    }
    server.stop().await;
}
