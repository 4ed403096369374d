//! What visitors are told: templates by trigger, language and level, compiled once per document version.
//!
//! An event is kept as a code and its parameters; this makes the words of it. For each language the visitor
//! may read, in order, the stage's text counts, then the pipeline's, the workspace's, the product's own. An
//! empty text suppresses the message. Nothing a template does can fail in front of a visitor: `check` finds
//! it in the document, and what it cannot find falls back to the product's words.

mod bidi;
mod canned;
mod check;
mod moment;
mod preview;
mod template;
mod texts;
mod trigger;
mod wait;

use std::collections::BTreeMap;

use domain::{
    config::{Config, Messages, Place},
    ids::{PipelineId, QueueId, StageId},
};
use minijinja::{Environment, Value};

pub use check::{TemplateFault, TemplateFaultKind, check_canned, check_template};
pub use moment::Moment;
pub use preview::product_texts;
pub use trigger::Trigger;
pub use wait::Wait;

/// Where a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Product,
    Workspace,
    Queue(QueueId),
    Pipeline(PipelineId),
    Stage(StageId),
}

/// Every text of one document version, ready to be rendered.
#[derive(Debug)]
pub struct Catalogue {
    environment: Environment<'static>,
    /// By the level and trigger, then by language.
    texts: BTreeMap<(Level, Trigger), BTreeMap<String, Text>>,
    workspace: String,
    default_language: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Text {
    /// Says nothing.
    Silent,
    /// Stands in the environment under the name of its level, trigger and language.
    Template,
}

/// For whom and where something is said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Circumstances<'a> {
    pub place: Option<Place>,
    pub pipeline: Option<PipelineId>,
    /// The visitor's language code.
    pub language: Option<&'a str>,
    /// What the page knows of the visitor.
    pub visitor: Option<&'a BTreeMap<String, String>>,
}

/// What a message tells of; left empty where its trigger has no such variable.
#[derive(Debug, Clone, Default)]
pub struct Parameters {
    /// A public name.
    pub agent: Option<String>,
    pub previous_agent: Option<String>,
    /// A public name, where the workspace shows it.
    pub queue: Option<String>,
    /// Where the workspace shows it.
    pub tier: Option<u8>,
    pub position: Option<u64>,
    pub wait: Option<Wait>,
    /// When the place opens again.
    pub opens_at: Option<Moment>,
}

/// What is said, and in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub language: String,
}

impl Catalogue {
    /// The texts of a configuration. Those that do not compile are left out: `check` has refused them.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let mut catalogue = Self {
            environment: template::environment(),
            texts: BTreeMap::new(),
            workspace: config.name.clone(),
            default_language: base(&config.settings.default_language).to_owned(),
        };
        for language in &texts::LANGUAGES {
            for trigger in Trigger::ALL {
                // Silence of the product is no decision that others would have to respect.
                let text = (language.text)(*trigger);
                if !text.is_empty() {
                    catalogue.add(Level::Product, *trigger, language.code, text);
                }
            }
        }
        catalogue.add_all(Level::Workspace, &config.messages);
        for (id, queue) in &config.queues {
            if let Some(greeting) = &queue.greeting {
                catalogue.add(Level::Queue(*id), Trigger::Greeting, ANY_LANGUAGE, greeting);
            }
            for (language, greeting) in &queue.greetings {
                catalogue.add(Level::Queue(*id), Trigger::Greeting, language, greeting);
            }
        }
        for (id, pipeline) in &config.pipelines {
            catalogue.add_all(Level::Pipeline(*id), &pipeline.messages);
        }
        for (id, stage) in &config.stages {
            catalogue.add_all(Level::Stage(*id), &stage.messages);
        }
        catalogue.add_canned(&config.canned_replies);
        catalogue
    }

    fn add_all(&mut self, level: Level, messages: &Messages) {
        for (key, texts) in messages {
            let Some(trigger) = Trigger::of_key(key) else { continue };
            for (language, text) in texts {
                self.add(level, trigger, language, text);
            }
        }
    }

    fn add(&mut self, level: Level, trigger: Trigger, language: &str, text: &str) {
        let language = language.to_ascii_lowercase();
        let kept = if text.trim().is_empty() {
            Text::Silent
        } else {
            let name = name(level, trigger, &language);
            if self.environment.add_template_owned(name, text.to_owned()).is_err() {
                return;
            }
            Text::Template
        };
        self.texts.entry((level, trigger)).or_default().insert(language, kept);
    }

    /// What a visitor is told; none where the message is suppressed.
    #[must_use]
    pub fn say(
        &self,
        trigger: Trigger,
        circumstances: Circumstances<'_>,
        parameters: &Parameters,
    ) -> Option<Said> {
        let levels = levels(circumstances);
        for language in self.languages(circumstances.language) {
            for level in &levels {
                match self.find(*level, trigger, &language) {
                    None => {}
                    Some((_, Text::Silent)) => return None,
                    Some((written_in, Text::Template)) => {
                        let name = name(*level, trigger, written_in);
                        let values = self.values(&language, circumstances, parameters);
                        if let Some(text) = template::render(&self.environment, &name, values) {
                            let said = !text.trim().is_empty();
                            return said.then_some(Said { text, language });
                        }
                    }
                }
            }
        }
        None
    }

    /// A text of a level in a language. One that is for any language counts, unless the level writes in the language
    /// without its region, and an empty one in the workspace's language speaks for every language that the level does
    /// not write in.
    fn find(&self, level: Level, trigger: Trigger, language: &str) -> Option<(&str, Text)> {
        let texts = self.texts.get(&(level, trigger))?;
        let written = |code: &str| texts.get_key_value(code).map(|(code, text)| (&**code, *text));
        let silent = || written(&self.default_language).filter(|(_, text)| *text == Text::Silent);
        let any = || written(ANY_LANGUAGE).filter(|_| written(base(language)).is_none());
        written(language).or_else(any).or_else(silent)
    }

    /// In which languages something is looked for that is said to somebody: theirs, the same without its region,
    /// the workspace's, English.
    #[must_use]
    pub fn languages(&self, visitor: Option<&str>) -> Vec<String> {
        let visitor = visitor.unwrap_or_default().to_ascii_lowercase();
        let english = texts::LANGUAGES[0].code;
        let mut languages = Vec::with_capacity(4);
        for language in [&*visitor, base(&visitor), &*self.default_language, english] {
            if !language.is_empty() && !languages.iter().any(|known| known == language) {
                languages.push(language.to_owned());
            }
        }
        languages
    }

    fn values(
        &self,
        language: &str,
        circumstances: Circumstances<'_>,
        parameters: &Parameters,
    ) -> BTreeMap<&'static str, Value> {
        let Parameters { agent, previous_agent, queue, tier, position, wait, opens_at } =
            parameters;
        let named = |name: &Option<String>| {
            Value::from(BTreeMap::from([("name", name.clone().unwrap_or_default())]))
        };
        let said = |wait| wait_phrase(wait, Some(language));
        let opens_at = opens_at.as_ref().map(words(language).moment);
        let visitor = circumstances.visitor.cloned().unwrap_or_default();
        BTreeMap::from([
            ("workspace", Value::from(BTreeMap::from([("name", self.workspace.clone())]))),
            ("queue", named(queue)),
            ("tier", Value::from(*tier)),
            ("visitor", Value::from(visitor)),
            ("agent", named(agent)),
            ("previous_agent", named(previous_agent)),
            ("position", Value::from(*position)),
            ("estimated_wait", Value::from(wait.map(said).unwrap_or_default())),
            ("estimated_minutes", Value::from(wait.map(Wait::minutes))),
            ("opens_at", Value::from(opens_at.unwrap_or_default())),
        ])
    }
}

/// The language key of a text that is said in every language.
const ANY_LANGUAGE: &str = "*";

/// The levels of a place, the most exact first.
fn levels(circumstances: Circumstances<'_>) -> Vec<Level> {
    let Circumstances { place, pipeline, .. } = circumstances;
    let stage = place.and_then(|place| place.stage).map(Level::Stage);
    let queue = place.map(|place| Level::Queue(place.queue));
    let pipeline = pipeline.map(Level::Pipeline);
    let always = [Level::Workspace, Level::Product];
    stage.into_iter().chain(pipeline).chain(queue).chain(always).collect()
}

fn name(level: Level, trigger: Trigger, language: &str) -> String {
    format!("{level:?}/{}/{language}", trigger.key())
}

/// A wait in a language, without its region; in English where the product does not speak it.
#[must_use]
pub fn wait_phrase(wait: Wait, language: Option<&str>) -> String {
    (words(language.unwrap_or_default()).wait)(wait)
}

/// A language code without its region: `de` of `de-AT`.
fn base(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

/// What a visitor is called in a transcript of their own.
#[must_use]
pub fn you(language: Option<&str>) -> &'static str {
    words(language.unwrap_or_default()).you
}

/// What stands in a transcript in place of what was taken away.
#[must_use]
pub fn erased(language: Option<&str>) -> &'static str {
    words(language.unwrap_or_default()).erased
}

/// The product's words in a language; English where it has none.
fn words(language: &str) -> &'static texts::Language {
    let [english, others @ ..] = &texts::LANGUAGES;
    others.iter().find(|known| known.code == base(language)).unwrap_or(english)
}
