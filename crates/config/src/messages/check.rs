//! One template for one trigger: what the checker of the document has to say about it.

use std::collections::BTreeSet;

use minijinja::{Value, context};

use super::{
    Trigger,
    template::{TEMPLATE_CHARS_MAX, environment},
};
use crate::finding::nearest;

/// What is wrong with a template, in a sentence without a full stop, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    pub kind: TemplateFaultKind,
    pub message: String,
    pub help: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateFaultKind {
    UnknownVariable,
    /// It is no template, or does what no message may.
    BadTemplate,
}

/// Everything that is wrong with a template of this trigger; nothing is wrong with an empty one.
#[must_use]
pub fn check_template(trigger: Trigger, text: &str) -> Vec<TemplateFault> {
    let variables: Vec<&str> = trigger.variables().collect();
    check(&format!("the message `{}`", trigger.key()), &variables, text)
}

/// The same of a reply kept ready.
#[must_use]
pub fn check_canned(key: &str, text: &str) -> Vec<TemplateFault> {
    // An agent who writes is what a greeting has as well.
    let variables: Vec<&str> = Trigger::Greeting.variables().collect();
    check(&format!("the reply `{key}`"), &variables, text)
}

fn check(what: &str, variables: &[&str], text: &str) -> Vec<TemplateFault> {
    let bad = |message, help| {
        let kind = TemplateFaultKind::BadTemplate;
        vec![TemplateFault { kind, message, help }]
    };
    if text.chars().count() > TEMPLATE_CHARS_MAX {
        return bad(format!("a message has at most {TEMPLATE_CHARS_MAX} characters"), None);
    }
    let environment = environment();
    let template = match environment.template_from_str(text) {
        Ok(template) => template,
        Err(error) => {
            let help = "variables stand in `{{ … }}`, conditions in `{% if … %} … {% endif %}`";
            return bad(said(&error), Some(help.to_owned()));
        }
    };
    let unknown: BTreeSet<String> = template.undeclared_variables(true).into_iter().collect();
    let unknown: Vec<TemplateFault> = unknown
        .iter()
        .filter(|name| !is_known(variables, name))
        .map(|name| unknown_variable(what, variables, name))
        .collect();
    if !unknown.is_empty() {
        return unknown;
    }
    [filled(), Value::from(())]
        .into_iter()
        .find_map(|values| template.render(values).err())
        .map_or_else(Vec::new, |error| bad(said(&error), None))
}

/// Attributes are the page's affair: each may be there or not.
fn is_known(variables: &[&str], name: &str) -> bool {
    name.starts_with("visitor.")
        || variables.iter().any(|known| {
            // A whole object is named in conditions such as `{% if agent %}`.
            *known == name || known.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
        })
}

fn unknown_variable(what: &str, known: &[&str], name: &str) -> TemplateFault {
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it has: {}", known.join(", ")),
    };
    TemplateFault {
        kind: TemplateFaultKind::UnknownVariable,
        message: format!("{what} has no variable `{name}`"),
        help: Some(help),
    }
}

/// A value of every variable, to try a template with.
fn filled() -> Value {
    let named = || context! { name => "Name" };
    context! {
        workspace => named(), queue => named(), agent => named(), previous_agent => named(),
        visitor => context! {}, tier => 2, position => 3,
        estimated_wait => "3", estimated_minutes => 3, opens_at => "9:00",
    }
}

fn said(error: &minijinja::Error) -> String {
    match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    }
}
