//! What visitors are told: which text counts, in which language, and how values stand in it.

use std::collections::{BTreeMap, BTreeSet};

use config::messages::{
    Catalogue, Circumstances, Moment, Parameters, TemplateFaultKind, Trigger, Wait, check_template,
};
use domain::{
    config::{CannedReply, Config, Messages, Pipeline, Place, Queue, Stage, StageKind},
    ids::{PipelineId, QueueId, StageId, Timestamp},
};
use expect_test::expect;

const PIPELINE: PipelineId = PipelineId(1);
const STAGE: StageId = StageId(2);
const QUEUE: QueueId = QueueId(3);
/// What a queue or a stage says in its own words or not at all.
const OWN_WORDS: [Trigger; 2] = [Trigger::Greeting, Trigger::StageMessage];

fn messages(texts: &[(&str, &str, &str)]) -> Messages {
    let mut messages = Messages::new();
    for (trigger, language, text) in texts {
        let of_trigger = messages.entry((*trigger).to_owned()).or_default();
        of_trigger.insert((*language).to_owned(), (*text).to_owned());
    }
    messages
}

/// A workspace whose language is German, with texts of its own at each level.
fn workspace(workspace: Messages, pipeline: Messages, stage: Messages) -> Config {
    let mut config = Config { name: "Acme".to_owned(), messages: workspace, ..Config::default() };
    config.settings.default_language = "de".to_owned();
    let path = Pipeline {
        key: "support".to_owned(),
        name: "Support".to_owned(),
        first: STAGE,
        stages: vec![STAGE],
        messages: pipeline,
    };
    config.pipelines.insert(PIPELINE, path);
    let step = Stage {
        key: "level1".to_owned(),
        name: "Level 1".to_owned(),
        pipeline: PIPELINE,
        kind: StageKind::End,
        messages: stage,
    };
    config.stages.insert(STAGE, step);
    config
}

fn plain() -> Config {
    workspace(Messages::new(), Messages::new(), Messages::new())
}

fn in_language(language: &str) -> Circumstances<'_> {
    Circumstances {
        place: Some(Place { queue: QUEUE, stage: Some(STAGE) }),
        pipeline: Some(PIPELINE),
        language: Some(language),
        visitor: None,
    }
}

fn about(agent: &str) -> Parameters {
    Parameters { agent: Some(agent.to_owned()), ..Parameters::default() }
}

fn say(config: &Config, trigger: Trigger, language: &str, about: &Parameters) -> String {
    let said = Catalogue::of(config).say(trigger, in_language(language), about);
    said.map_or_else(|| "(nothing)".to_owned(), |said| said.text)
}

#[test]
fn every_trigger_of_the_product_is_a_faultless_template_in_every_language() {
    let catalogue = Catalogue::of(&plain());
    let parameters = Parameters {
        agent: Some("Anna".to_owned()),
        previous_agent: Some("Ben".to_owned()),
        position: Some(3),
        wait: Some(Wait { p50_ms: 180_000, p90_ms: 300_000 }),
        ..Parameters::default()
    };
    for trigger in Trigger::ALL.iter().filter(|trigger| !OWN_WORDS.contains(trigger)) {
        for language in ["en", "de", "es", "fr"] {
            let said = catalogue.say(*trigger, in_language(language), &parameters);
            let said = said.unwrap_or_else(|| panic!("{trigger:?} says nothing in {language}"));
            assert_eq!(said.language, language, "{trigger:?} is missing");
            assert!(!said.text.contains("{{") && !said.text.contains("  "), "{}", said.text);
        }
    }
}

#[test]
fn the_words_for_an_escalation_say_that_a_specialist_team_takes_over_and_the_new_wait() {
    let wait = Some(Wait { p50_ms: 170_000, p90_ms: 290_000 });
    let known = Parameters { wait, ..Parameters::default() };
    let said: Vec<String> = ["en", "de", "es", "fr"]
        .iter()
        .flat_map(|language| {
            [&known, &Parameters::default()]
                .map(|parameters| say(&plain(), Trigger::Escalated, language, parameters))
        })
        .collect();
    expect![[r#"
        A specialist team is taking over, so you are waiting for one of them now. They can read everything you have written. The new wait is 3 to 5 minutes.
        A specialist team is taking over, so you are waiting for one of them now. They can read everything you have written. We will tell you the new wait as soon as we know it.
        Ein Team von Spezialisten übernimmt; Sie warten jetzt auf jemanden von dort. Alles, was Sie geschrieben haben, liegt dort vor. Neue Wartezeit: 3 bis 5 Minuten.
        Ein Team von Spezialisten übernimmt; Sie warten jetzt auf jemanden von dort. Alles, was Sie geschrieben haben, liegt dort vor. Die neue Wartezeit nennen wir Ihnen, sobald wir sie kennen.
        Un equipo especializado se hace cargo; ahora espera a una persona de ese equipo. Podrá leer todo lo que ha escrito. Nuevo tiempo de espera: de 3 a 5 minutos.
        Un equipo especializado se hace cargo; ahora espera a una persona de ese equipo. Podrá leer todo lo que ha escrito. Le diremos el nuevo tiempo de espera en cuanto lo sepamos.
        Une équipe spécialisée prend le relais ; vous attendez maintenant l’un de ses membres, qui pourra lire tout ce que vous avez écrit. Nouveau temps d’attente : 3 à 5 minutes.
        Une équipe spécialisée prend le relais ; vous attendez maintenant l’un de ses membres, qui pourra lire tout ce que vous avez écrit. Nous vous indiquerons le nouveau temps d’attente dès que nous le connaîtrons."#]]
    .assert_eq(&said.join("\n"));
}

#[test]
fn when_a_place_opens_again_is_said_in_its_own_zone_and_in_every_language() {
    let opens_at = Moment::of(Timestamp(1_793_606_400_000), "Europe/Berlin");
    let known = Parameters { opens_at, ..Parameters::default() };
    let said = |language| say(&plain(), Trigger::OutOfHours, language, &known);
    expect![[r#"
        We are closed at the moment. We open again on Monday 2 November at 9:00 (CET). Leave a message, and we will answer when we are back.
        Wir haben gerade geschlossen. Wir öffnen wieder am Montag, 2. November, um 9:00 Uhr (CET). Hinterlassen Sie uns eine Nachricht; wir antworten, sobald wir wieder da sind.
        Ahora mismo está cerrado. Volvemos a abrir el lunes 2 de noviembre a las 9:00 (CET). Deje un mensaje y le responderemos cuando volvamos.
        Nous sommes fermés pour le moment. Nous rouvrons le lundi 2 novembre à 9 h 00 (CET). Laissez-nous un message : nous vous répondrons dès notre retour."#]].assert_eq(&["en", "de", "es", "fr"].map(said).join("\n"));
    assert_eq!(Moment::of(Timestamp(0), "Mars/Olympus"), None);
}

#[test]
fn a_stage_is_heard_before_its_pipeline_and_a_pipeline_before_the_workspace() {
    let of = |text| messages(&[("queued", "en", text)]);
    let (workspace_says, pipeline_says, stage_says) =
        (of("The workspace."), of("The pipeline."), of("The stage."));
    let say = |config: &Config| say(config, Trigger::Queued, "en", &Parameters::default());
    let none = Messages::new;
    assert_eq!(say(&workspace(workspace_says.clone(), none(), none())), "The workspace.");
    assert_eq!(
        say(&workspace(workspace_says.clone(), pipeline_says.clone(), none())),
        "The pipeline."
    );
    assert_eq!(say(&workspace(workspace_says, pipeline_says, stage_says)), "The stage.");
}

#[test]
fn the_visitors_language_counts_then_its_base_then_the_workspaces_then_english() {
    let welcome = |texts: &[(&str, &str, &str)], language| {
        let config = workspace(messages(texts), Messages::new(), Messages::new());
        say(&config, Trigger::Welcome, language, &Parameters::default())
    };
    let swiss = ("welcome", "de-ch", "Grüezi.");
    assert_eq!(welcome(&[swiss], "de-CH"), "Grüezi.", "codes are compared without case");
    assert_eq!(welcome(&[swiss], "de-AT"), "Guten Tag. Wie können wir Ihnen helfen?");
    assert_eq!(welcome(&[("welcome", "it", "Buongiorno.")], "it-CH"), "Buongiorno.");
    assert_eq!(welcome(&[], "it"), "Guten Tag. Wie können wir Ihnen helfen?");
    let mut latin = plain();
    latin.settings.default_language = "la".to_owned();
    assert_eq!(
        say(&latin, Trigger::Welcome, "it", &Parameters::default()),
        "Hello. How can we help?"
    );
}

#[test]
fn an_empty_text_suppresses_the_message_there_and_nowhere_else() {
    let quiet = workspace(Messages::new(), Messages::new(), messages(&[("queued", "de", "")]));
    let nothing = Parameters::default();
    assert_eq!(say(&quiet, Trigger::Queued, "de", &nothing), "(nothing)");
    assert_eq!(
        say(&quiet, Trigger::Queued, "en", &nothing),
        "(nothing)",
        "silence in the workspace's language is silence in all"
    );
    let elsewhere = Circumstances { place: None, ..in_language("en") };
    assert!(Catalogue::of(&quiet).say(Trigger::Queued, elsewhere, &nothing).is_some());
    assert_eq!(
        say(&quiet, Trigger::Closed, "en", &nothing),
        "This conversation is closed. Thank you."
    );
}

#[test]
fn a_text_that_renders_to_nothing_suppresses_the_message_too() {
    let only_known =
        messages(&[("position", "en", "{% if position > 3 %}Number {{ position }}.{% endif %}")]);
    let config = workspace(only_known, Messages::new(), Messages::new());
    let place = |position| Parameters { position: Some(position), ..Parameters::default() };
    assert_eq!(say(&config, Trigger::Position, "en", &place(3)), "(nothing)");
    assert_eq!(say(&config, Trigger::Position, "en", &place(4)), "Number 4.");
}

#[test]
fn a_template_may_name_the_workspace_the_place_and_the_visitors_attributes() {
    let text = "{{ visitor.name | default('You', true) }} at {{ workspace.name }}, {{ queue.name }} ({{ tier }}).";
    assert_eq!(check_template(Trigger::Queued, text), []);
    let config = workspace(messages(&[("queued", "en", text)]), Messages::new(), Messages::new());
    let visitor = BTreeMap::from([("name".to_owned(), "Mia".to_owned())]);
    let parameters =
        Parameters { queue: Some("Billing".to_owned()), tier: Some(2), ..Parameters::default() };
    let circumstances = Circumstances { visitor: Some(&visitor), ..in_language("en") };
    let said = Catalogue::of(&config).say(Trigger::Queued, circumstances, &parameters).unwrap();
    assert_eq!(said.text, "Mia at Acme, Billing (2).");
    assert_eq!(say(&config, Trigger::Queued, "en", &parameters), "You at Acme, Billing (2).");
}

#[test]
fn a_queue_greets_in_its_own_words_unless_its_stage_has_others() {
    let mut config = plain();
    let greeting = Some("Hi, {{ agent.name }} here.".to_owned());
    config.queues.insert(QUEUE, Queue { greeting, ..config.queue(QUEUE).clone() });
    assert_eq!(say(&config, Trigger::Greeting, "fr", &about("Anna")), "Hi, Anna here.");
    config.stages.get_mut(&STAGE).unwrap().messages =
        messages(&[("greeting", "fr", "Bonjour, ici {{ agent.name }}.")]);
    assert_eq!(say(&config, Trigger::Greeting, "fr", &about("Anna")), "Bonjour, ici Anna.");
}

#[test]
fn an_unknown_variable_is_found_with_the_nearest_one_that_the_trigger_has() {
    let fault = |trigger, text| {
        let faults = check_template(trigger, text);
        let [fault] = &*faults else { panic!("one fault in {text}: {faults:?}") };
        assert_eq!(fault.kind, TemplateFaultKind::UnknownVariable);
        format!("{}; {}", fault.message, fault.help.clone().unwrap_or_default())
    };
    assert_eq!(
        fault(Trigger::AgentJoined, "{{ agent.nme }} is here"),
        "the message `agent_joined` has no variable `agent.nme`; did you mean `agent.name`?"
    );
    assert_eq!(
        fault(Trigger::Closed, "{{ position }}"),
        "the message `closed` has no variable `position`; it has: workspace.name, queue.name, tier, visitor"
    );
    assert_eq!(check_template(Trigger::Queued, "{{ visitor.shoe_size }} {{ position }}"), []);
}

#[test]
fn a_template_that_is_none_or_reaches_out_is_refused() {
    for text in [
        "{{ position",
        "{% if position %}",
        "{{ position | shout }}",
        "{% include 'other' %}",
        "{% macro m() %}{% endmacro %}",
        "{% for i in range(10) %}{{ i }}{% endfor %}",
        "{{ position.name.upper() }}",
        &"x".repeat(2_001),
    ] {
        let faults = check_template(Trigger::Queued, text);
        assert!(!faults.is_empty(), "{text} was let through");
    }
}

#[test]
fn what_fails_in_front_of_a_visitor_is_said_in_the_products_words() {
    let endless = "{% for a in visitor.long %}{% for b in visitor.long %}x{% endfor %}{% endfor %}";
    let config =
        workspace(messages(&[("closed", "en", endless)]), Messages::new(), Messages::new());
    let visitor = BTreeMap::from([("long".to_owned(), "y".repeat(1_000))]);
    let circumstances = Circumstances { visitor: Some(&visitor), ..in_language("en") };
    let said = Catalogue::of(&config).say(Trigger::Closed, circumstances, &Parameters::default());
    assert_eq!(said.unwrap().text, "This conversation is closed. Thank you.");
}

#[test]
fn a_name_that_runs_the_other_way_is_set_apart_from_its_sentence() {
    let hebrew = workspace(
        messages(&[("agent_joined", "he", "{{ agent.name }} הצטרף/ה לשיחה.")]),
        Messages::new(),
        Messages::new(),
    );
    let joined =
        |config: &Config, language, name| say(config, Trigger::AgentJoined, language, &about(name));
    assert_eq!(joined(&hebrew, "he", "Anna (L2)"), "\u{2068}Anna (L2)\u{2069} הצטרף/ה לשיחה.");
    assert_eq!(
        joined(&plain(), "en", "ليلى"),
        "\u{2068}ليلى\u{2069} is joining. They can read everything you have written."
    );
    assert_eq!(
        joined(&plain(), "en", "Anna"),
        "Anna is joining. They can read everything you have written.",
        "nothing to set apart where all runs one way"
    );
}

#[test]
fn marks_of_direction_inside_a_name_do_not_reach_the_sentence() {
    let said = say(&plain(), Trigger::AgentLeft, "en", &about("\u{202e}Anna\u{2069}"));
    assert_eq!(said, "Anna has left.");
    let said = say(&plain(), Trigger::AgentLeft, "en", &about("ليلى\u{2069}\u{202e}"));
    assert_eq!(said, "\u{2068}ليلى\u{2069} has left.");
}

#[test]
fn a_wait_is_said_as_exactly_as_it_is_known() {
    let said = |p50_s: u64, p90_s: u64| {
        let wait = Some(Wait { p50_ms: p50_s * 1_000, p90_ms: p90_s * 1_000 });
        let text = say(
            &plain(),
            Trigger::EstimatedWait,
            "en",
            &Parameters { wait, ..Parameters::default() },
        );
        text.trim_start_matches("Your wait from here is ").to_owned()
    };
    assert_eq!(said(10, 50), "less than a minute.");
    assert_eq!(said(20, 60), "about a minute.");
    assert_eq!(said(20, 200), "up to 4 minutes.");
    assert_eq!(said(150, 170), "about 3 minutes.");
    assert_eq!(said(180, 300), "3 to 5 minutes.");
    assert_eq!(said(3_600, 7_300), "about 2 hours.");
}

#[test]
fn a_text_is_tried_with_sample_values_before_it_is_in_force() {
    let catalogue = Catalogue::of(&plain());
    let sample = Parameters::sample("Nora", "Front desk", None);
    let said = |language, text| catalogue.preview(Trigger::Queued, language, text, &sample);
    assert_eq!(
        said("de", "Nummer {{ position }}: {{ estimated_wait }}").as_deref(),
        Ok("Nummer 3: 4 bis 6 Minuten")
    );
    assert_eq!(said("en", "  ").as_deref(), Ok(""));
    let faults = said("en", "{{ positon }}").expect_err("an unknown variable");
    assert_eq!(faults[0].help.as_deref(), Some("did you mean `position`?"));
}

#[test]
fn a_canned_reply_is_in_the_visitors_language_else_the_workspaces_else_the_first_it_is_written_in()
{
    let texts = |texts: &[(&str, &str)]| {
        texts.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect()
    };
    let reply = |key: &str, written| CannedReply {
        key: key.to_owned(),
        title: key.to_owned(),
        texts: texts(written),
        queues: BTreeSet::new(),
        teams: BTreeSet::new(),
    };
    let hello = reply(
        "hello",
        &[("en", "Hello from {{ agent.name }}"), ("de", "Hallo von {{ agent.name }}")],
    );
    let salut = reply("salut", &[("fr", "Salut, {{ visitor.name | default('vous') }}")]);
    let mut config = plain();
    config.canned_replies = vec![hello.clone(), salut.clone()];
    let catalogue = Catalogue::of(&config);
    let agent = Parameters { agent: Some("Nora".to_owned()), ..Parameters::default() };
    let said = |reply: &CannedReply, language: &str| {
        let of = Circumstances { language: Some(language), ..Circumstances::default() };
        catalogue.canned(reply, of, &agent).map(|said| said.text)
    };
    assert_eq!(said(&hello, "en-GB").as_deref(), Some("Hello from Nora"));
    assert_eq!(said(&hello, "pl").as_deref(), Some("Hallo von Nora"), "the workspace's language");
    assert_eq!(said(&salut, "pl").as_deref(), Some("Salut, vous"), "its only one");
}
