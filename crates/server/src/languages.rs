//! The language a visitor's browser asks for, for those who name none.
//!
//! Picks a code; what it means for routing and messages is the rules' and the templates'.

use axum::http::{HeaderMap, header};
use domain::config::Config;

/// Languages looked at; browsers send a handful.
const LANGUAGES_MAX: usize = 16;

/// Of the languages a browser accepts the first that somebody of the workspace speaks; the first of all where
/// the workspace says nothing of languages. None that nobody speaks: whoever did not ask for it by name is
/// better served in the default language than not at all.
pub fn preferred(headers: &HeaderMap, config: &Config) -> Option<String> {
    let accepted = accepted(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?);
    let known = |code: &&String| {
        config.languages.contains_key(*code) || config.languages.contains_key(base(code))
    };
    let first = accepted.first().filter(|_| config.languages.is_empty());
    accepted.iter().find(known).or(first).cloned()
}

/// The language the chat speaks before anybody is known: of those the widget has the one liked best, else its
/// first; of any where it names none, as for a conversation.
pub fn of_widget(headers: &HeaderMap, config: &Config) -> Option<String> {
    let Some(first) = config.widget.languages.first() else { return preferred(headers, config) };
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let spoken = |code: &String| {
        let languages = &config.widget.languages;
        languages.contains(code) || languages.iter().any(|known| known == base(code))
    };
    accepted(header.unwrap_or_default()).into_iter().find(spoken).or_else(|| Some(first.clone()))
}

fn base(code: &str) -> &str {
    code.split('-').next().unwrap_or_default()
}

/// Codes, the one liked best first (RFC 9110, 12.5.4); `q=0` is none.
fn accepted(header: &str) -> Vec<String> {
    let mut found: Vec<(u32, String)> = header
        .split(',')
        .take(LANGUAGES_MAX)
        .filter_map(|part| {
            let (code, quality) = part.split_once(";q=").unwrap_or((part, "1"));
            let thousandths = (quality.trim().parse::<f32>().ok()? * 1_000.0).round() as u32;
            let code = code.trim().to_ascii_lowercase();
            (thousandths > 0 && code != "*" && !code.is_empty()).then_some((thousandths, code))
        })
        .collect();
    found.sort_by_key(|(thousandths, _)| std::cmp::Reverse(*thousandths));
    found.into_iter().map(|(_, code)| code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferred_of(header: &'static str, known: &[&str]) -> Option<String> {
        let headers = HeaderMap::from_iter([(
            header::ACCEPT_LANGUAGE,
            axum::http::HeaderValue::from_static(header),
        )]);
        let languages = known.iter().map(|code| ((*code).to_owned(), domain::ids::SkillId(1)));
        let config = Config { languages: languages.collect(), ..Config::default() };
        preferred(&headers, &config)
    }

    #[test]
    fn the_best_liked_language_that_the_workspace_knows_is_taken() {
        let header = "fr;q=0.5, pt-BR;q=0.8, fi, *;q=0.1";
        assert_eq!(preferred_of(header, &["fr", "pt"]).as_deref(), Some("pt-br"));
        assert_eq!(preferred_of(header, &["fr"]).as_deref(), Some("fr"));
        assert_eq!(preferred_of(header, &[]).as_deref(), Some("fi"));
        assert_eq!(preferred_of(header, &["de"]), None);
    }

    #[test]
    fn what_says_no_language_is_none() {
        assert_eq!(preferred_of("*", &["fr"]), None);
        assert_eq!(preferred_of("fr;q=0", &["fr"]), None);
        assert_eq!(preferred_of("fr;q=much", &["fr"]), None);
        assert_eq!(preferred(&HeaderMap::new(), &Config::default()), None);
    }
}
