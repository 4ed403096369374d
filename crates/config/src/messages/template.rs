//! Templates, kept small: conditions and a handful of filters, no includes, no macros, no ranges to loop over.

use std::collections::BTreeMap;

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, filters, tests};

use super::bidi;

/// Characters of one template. Ten sentences fit.
pub(super) const TEMPLATE_CHARS_MAX: usize = 2_000;
/// Steps of one rendering: a template of this size uses some hundreds, a loop in a loop runs dry.
const RENDER_FUEL: u64 = 10_000;
/// Characters of a rendered message; what is longer is cut, as attributes come from the page.
const MESSAGE_CHARS_MAX: usize = 4_000;

/// An environment that knows nothing but what a message needs.
pub(super) fn environment() -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_undefined_behavior(UndefinedBehavior::Chainable);
    environment.set_fuel(Some(RENDER_FUEL));
    environment.add_filter("default", filters::default);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("upper", filters::upper);
    environment.add_filter("capitalize", filters::capitalize);
    environment.add_filter("title", filters::title);
    environment.add_filter("trim", filters::trim);
    environment.add_filter("length", filters::length);
    environment.add_test("defined", tests::is_defined);
    environment
}

/// The words, with every value set apart where directions mix; none if the template fails.
pub(super) fn render(
    environment: &Environment<'_>,
    name: &str,
    values: BTreeMap<&'static str, Value>,
) -> Option<String> {
    let template = environment.get_template(name).ok()?;
    let values = bidi::set_apart(template.source(), values);
    let text = template.render(Value::from(values)).ok()?;
    Some(match text.char_indices().nth(MESSAGE_CHARS_MAX) {
        Some((end, _)) => text[..end].to_owned(),
        None => text,
    })
}
