//! Who is told that a note names them: wherever they are, once, beside the journal. The note itself says it for good.

use bus::Publisher;
use domain::{
    command::{Actor, Audience, Body},
    event::Event,
    view::Viewer,
};
use engine::Step;

use super::letters::Frame;
use crate::translate::{Names, ToWire, asides, mentions};

pub fn tell(step: &Step, names: &Names, publisher: &Publisher<Viewer, Frame>) {
    for entry in &step.decided.entries {
        let Event::MessagePosted {
            conversation,
            author: Actor::Agent(author),
            audience: Audience::Staff,
            body,
            ..
        } = &entry.event
        else {
            continue;
        };
        let said = step.decided.bodies.iter().find(|(id, _)| id == body);
        let Some((_, Body::Text(text))) = said else { continue };
        let (conversation, by) = (conversation.wire(), names.agent(*author));
        let aside = protocol::staff::Aside::Mentioned { conversation, by };
        let frame = Frame::Aside(asides::staff_frame(aside));
        let named = mentions::named(text, names);
        let named: Vec<Viewer> =
            named.into_iter().filter(|agent| agent != author).map(Viewer::Agent).collect();
        publisher.publish(&named, &frame);
    }
}
