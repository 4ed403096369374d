//! Replies kept ready, in the words of one conversation.

use config::messages::{Circumstances, Parameters};
use domain::{ids::AgentId, limits::COMPLETIONS_MAX, view::visitor::Conversation};
use protocol::http::LineCompletion;

use super::{Names, Texts};

/// Those an agent may begin `line` with: while it is one word after a slash, by key or a word of the title.
pub fn completions(
    agent: AgentId,
    line: &str,
    conversation: &Conversation,
    names: &Names,
    texts: &Texts,
) -> Vec<LineCompletion> {
    let config = names.config();
    let Some(writer) = config.agents.get(&agent) else { return Vec::new() };
    let Some(typed) = line.strip_prefix('/').filter(|typed| !typed.contains(char::is_whitespace))
    else {
        return Vec::new();
    };
    let typed = typed.to_lowercase();
    let place = conversation.place;
    let rules = config.place(place);
    let parameters = Parameters {
        agent: Some(writer.public_name.clone()),
        queue: config
            .settings
            .show_queue_names
            .then(|| rules.queue.public_name_in(conversation.language.as_deref()).to_owned()),
        tier: config.settings.show_tiers.then(|| rules.tier()),
        ..Parameters::default()
    };
    let visitor = texts.attributes(conversation.attributes);
    let circumstances = Circumstances {
        place: Some(place),
        pipeline: conversation.pipeline,
        language: conversation.language.as_deref(),
        visitor: Some(&visitor),
    };
    let called = |key: &str, title: &str| {
        key.starts_with(&typed)
            || title.to_lowercase().split_whitespace().any(|word| word.starts_with(&typed))
    };
    config
        .canned_replies
        .iter()
        .filter(|reply| called(&reply.key, &reply.title) && reply.is_for(writer, place.queue))
        .filter_map(|reply| {
            let said = names.catalogue().canned(reply, circumstances, &parameters)?;
            Some(LineCompletion {
                line: format!("/{}", reply.key),
                label: format!("/{}", reply.key),
                does: reply.title.clone(),
                text: Some(said.text),
                off: None,
            })
        })
        .take(COMPLETIONS_MAX)
        .collect()
}
