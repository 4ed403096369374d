//! Replies kept ready, in the words of one conversation: templates like those of messages, for the agent to go on from.

use domain::config::CannedReply;

use super::{Catalogue, Circumstances, Parameters, Said, base, template};

impl Catalogue {
    pub(super) fn add_canned(&mut self, replies: &[CannedReply]) {
        for reply in replies {
            for (language, text) in &reply.texts {
                let name = name(reply, language);
                // One that does not compile is left out: `check` has refused it.
                let _ = self.environment.add_template_owned(name, text.clone());
            }
        }
    }

    /// The words of a reply for a visitor: in their language, else the workspace's, else the first it is written in.
    #[must_use]
    pub fn canned(
        &self,
        reply: &CannedReply,
        circumstances: Circumstances<'_>,
        parameters: &Parameters,
    ) -> Option<Said> {
        let wanted = self.languages(circumstances.language);
        let written = |code: &String| reply.texts.contains_key(code).then(|| code.clone());
        let language =
            wanted.iter().find_map(written).or_else(|| reply.texts.keys().next().cloned())?;
        let values = self.values(base(&language), circumstances, parameters);
        let text = template::render(&self.environment, &name(reply, &language), values)?;
        Some(Said { text, language })
    }
}

fn name(reply: &CannedReply, language: &str) -> String {
    format!("canned/{}/{language}", reply.key)
}
