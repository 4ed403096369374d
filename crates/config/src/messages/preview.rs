//! What a message would say, tried with made-up values before any visitor reads it.

use std::collections::BTreeMap;

use minijinja::Value;

use super::{
    ANY_LANGUAGE, Catalogue, Circumstances, Level, Moment, Parameters, TemplateFault, Trigger,
    Wait, check_template, name, template, texts,
};

/// The product's own words of a trigger, as templates by language. Silence is left out.
#[must_use]
pub fn product_texts(trigger: Trigger) -> BTreeMap<&'static str, &'static str> {
    let texts = texts::LANGUAGES.iter().map(|language| (language.code, (language.text)(trigger)));
    texts.filter(|(_, text)| !text.is_empty()).collect()
}

impl Catalogue {
    /// A template with the sample values; empty where it says nothing.
    pub fn preview(
        &self,
        trigger: Trigger,
        language: &str,
        text: &str,
        sample: &Parameters,
    ) -> Result<String, Vec<TemplateFault>> {
        let faults = check_template(trigger, text);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut environment = template::environment();
        let name = name(Level::Workspace, trigger, ANY_LANGUAGE);
        let values: BTreeMap<&'static str, Value> =
            self.values(language, Circumstances::default(), sample);
        let added = environment.add_template_owned(name.clone(), text.to_owned());
        let said = added.ok().and_then(|()| template::render(&environment, &name, values));
        Ok(said.unwrap_or_default().trim().to_owned())
    }
}

impl Parameters {
    /// Values of everything a message can name, such as a visitor might see.
    #[must_use]
    pub fn sample(agent: &str, queue: &str, opens_at: Option<Moment>) -> Self {
        Self {
            agent: Some(agent.to_owned()),
            previous_agent: Some("Alex".to_owned()),
            queue: Some(queue.to_owned()),
            tier: Some(2),
            position: Some(3),
            wait: Some(Wait { p50_ms: 4 * 60_000, p90_ms: 6 * 60_000 }),
            opens_at,
        }
    }
}
