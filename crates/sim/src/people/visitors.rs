//! Visitors: they arrive, wait as long as they care to, and go.

use std::collections::BTreeMap;

use domain::{
    command::{Actor, Command, Draft},
    config::Entry,
    event::Event,
    ids::{ConversationId, Timestamp, VisitorId},
};

use super::{Crowd, Plan as Planned, View};
use crate::simulation::BEGIN;

#[derive(Debug, Clone)]
pub enum Plan {
    /// Somebody of this stream may arrive.
    Arrive { stream: usize },
    /// The wait that began then has been long enough.
    LosePatience { conversation: ConversationId, since: Timestamp },
    /// The page is closed.
    Go { visitor: VisitorId },
}

impl Crowd {
    pub(super) fn begin_streams(&mut self, scene: &mut View<'_>) {
        for stream in 0..self.profile.streams.len() {
            self.plan_arrival(stream, scene);
        }
    }

    pub(super) fn visitor_acts(&mut self, plan: Plan, scene: &mut View<'_>) {
        match plan {
            Plan::Arrive { stream } => self.arrive(stream, scene),
            Plan::LosePatience { conversation, since } => {
                let found = scene.desk.state().conversations.get(&conversation);
                if let Some(found) = found
                    && found.wait().is_some_and(|wait| wait.spot.since == since)
                {
                    scene.ask(Actor::Visitor(found.visitor), Command::Close { conversation });
                }
            }
            Plan::Go { visitor } => {
                let present = scene.desk.state().visitors.get(&visitor);
                if present.is_some_and(|visitor| visitor.conversations.is_empty()) {
                    scene.ask(Actor::System, Command::LoseVisitorConnection { visitor });
                }
            }
        }
    }

    pub(super) fn visitor_hears(&mut self, event: &Event, at: Timestamp, scene: &mut View<'_>) {
        if let Event::WaitStarted { conversation, .. } = event {
            let patience = self.dice.draw(self.profile.visitors.patience);
            let plan = Plan::LosePatience { conversation: *conversation, since: at };
            scene.plan(patience, Planned::Visitor(plan));
        }
        if let Event::ConversationClosed { conversation, .. } = event
            && let Some(visitor) = self.visitors.get(conversation)
        {
            scene.plan(5_000, Planned::Visitor(Plan::Go { visitor: *visitor }));
        }
    }

    /// The next candidate of a Poisson process at its highest rate; [`Self::arrive`] thins it (Lewis and Shedler 1979).
    fn plan_arrival(&mut self, stream: usize, scene: &mut View<'_>) {
        let rate = self.profile.streams[stream].highest_rate();
        if rate > 0.0 {
            let pause = self.dice.exponential(crate::HOUR_MS as f64 / rate) as u64;
            scene.plan(pause, Planned::Visitor(Plan::Arrive { stream }));
        }
    }

    fn arrive(&mut self, stream: usize, scene: &mut View<'_>) {
        self.plan_arrival(stream, scene);
        let found = self.profile.streams[stream];
        let share = found.rate(scene.now.since(BEGIN)) / found.highest_rate();
        if self.dice.chance(share) {
            self.visitors_met += 1;
            let visitor = VisitorId(self.visitors_met);
            scene.ask(Actor::System, Command::ConnectVisitor { visitor });
            let open = self.opening(stream);
            scene.ask(Actor::Visitor(visitor), open);
        }
    }

    fn opening(&mut self, stream: usize) -> Command {
        let stream = self.profile.streams[stream];
        let named = |key: &str| self.config.queues.iter().find(|(_, queue)| queue.key == key);
        let queue = stream.queue.and_then(named).map(|(id, _)| *id);
        let mut needs = BTreeMap::new();
        for (key, level, share) in stream.needs {
            let skill = self.config.skills.iter().find(|(_, skill)| skill.key == *key);
            if let Some((skill, _)) = skill
                && self.dice.chance(*share)
            {
                needs.insert(*skill, *level);
            }
        }
        let message = Some(Draft { text: "Hello, I need some help".to_owned(), files: Vec::new() });
        Command::OpenConversation {
            entry: queue.map(Entry::Queue),
            needs,
            language: None,
            answers: BTreeMap::new(),
            attributes: BTreeMap::new(),
            message,
        }
    }
}
