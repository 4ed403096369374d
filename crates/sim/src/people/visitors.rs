//! Visitors: they arrive, wait as long as they care to, answer, lose their connection, go, and come again.

use std::collections::BTreeMap;

use domain::{
    command::{Actor, Audience, Choice, Command},
    config::Entry,
    event::Event,
    ids::{ConversationId, QueueId, SkillId, Timestamp, VisitorId},
};

use super::{Crowd, Plan as Planned, View, draft};
use crate::{dice::Spread, simulation::BEGIN};

/// One page in so many says something new of its visitor while they write.
const PAGES_THAT_TELL: u64 = 8;

#[derive(Debug, Clone)]
pub enum Plan {
    /// Somebody of this stream may arrive.
    Arrive {
        stream: usize,
    },
    /// The wait that began then has been long enough.
    LosePatience {
        conversation: ConversationId,
        since: Timestamp,
    },
    Write {
        conversation: ConversationId,
    },
    /// What they say when they are asked whether to go on waiting.
    Choose {
        conversation: ConversationId,
        choice: Choice,
    },
    /// Says how it was.
    Rate {
        conversation: ConversationId,
    },
    Drop {
        visitor: VisitorId,
    },
    Reconnect {
        visitor: VisitorId,
    },
    /// The page is closed, unless there is something open on it.
    Go {
        visitor: VisitorId,
    },
    /// The next conversation of somebody who was here before.
    ComeAgain {
        visitor: VisitorId,
        queue: QueueId,
    },
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
                self.lose_patience(conversation, since, scene);
            }
            Plan::Write { conversation } => {
                let found = scene.desk.state().conversations.get(&conversation);
                if let Some(found) = found.filter(|found| !found.is_closed()) {
                    let visitor = Actor::Visitor(found.visitor);
                    let (audience, message) = (Audience::Everybody, draft("That is not it yet"));
                    let post = Command::PostMessage { conversation, audience, message };
                    scene.ask(visitor, post);
                    if conversation.0 % PAGES_THAT_TELL == 0 {
                        // Never the page it was: what changes nothing is not told.
                        let page = format!("/help/{}", scene.now.0);
                        let changes = [("page".to_owned(), Some(page))].into();
                        let known = BTreeMap::new();
                        let tell = Command::SetAttributes { conversation, known, changes };
                        scene.ask(visitor, tell);
                    }
                }
            }
            Plan::Choose { conversation, choice } => {
                let found = scene.desk.state().conversations.get(&conversation);
                if let Some(found) = found.filter(|found| found.wait().is_some()) {
                    let answer = Command::AnswerChoice { conversation, choice };
                    scene.ask(Actor::Visitor(found.visitor), answer);
                }
            }
            Plan::Rate { conversation } => self.rate(conversation, scene),
            Plan::Drop { visitor } => {
                if !self.calm && has_open(visitor, scene) {
                    self.drop_visitor(visitor, scene);
                    let every = self.profile.visitors.drops_every;
                    self.plan_every(every, Planned::Visitor(Plan::Drop { visitor }), scene);
                }
            }
            Plan::Reconnect { visitor } => {
                scene.ask(Actor::System, Command::ConnectVisitor { visitor });
            }
            Plan::Go { visitor } => {
                if !has_open(visitor, scene) {
                    scene.ask(Actor::System, Command::LoseVisitorConnection { visitor });
                }
            }
            Plan::ComeAgain { visitor, queue } => {
                if !self.calm {
                    self.open(visitor, Some(Entry::Queue(queue)), BTreeMap::new(), scene);
                }
            }
        }
    }

    pub(super) fn visitor_hears(&mut self, event: &Event, at: Timestamp, scene: &mut View<'_>) {
        let habits = self.profile.visitors;
        if let Event::WaitStarted { conversation, .. } = event {
            let patience = self.dice.draw(habits.patience);
            let plan = Plan::LosePatience { conversation: *conversation, since: at };
            scene.plan(patience, Planned::Visitor(plan));
        }
        if let Event::MessagePosted { conversation, author: Actor::Agent(_), audience, .. } = event
            && *audience == Audience::Everybody
            && let Some(pause) = habits.answers_after
            && !self.dice.chance(habits.falls_silent)
        {
            let pause = self.dice.draw(pause);
            let plan = Plan::Write { conversation: *conversation };
            scene.plan(pause, Planned::Visitor(plan));
        }
        if let Event::ChoiceAsked { conversation } = event {
            self.plan_choice(*conversation, scene);
        }
        if let Event::ConversationClosed { conversation, .. } = event
            && let Some(visitor) = self.visitors.get(conversation).copied()
        {
            let found = scene.desk.state().conversations.get(conversation);
            let again = self.dice.chance(habits.comes_back);
            let pause = self.dice.draw(Spread::Exponential { mean: 120_000.0 });
            match found.filter(|_| again) {
                Some(found) => {
                    let queue = found.place.queue;
                    scene.plan(pause, Planned::Visitor(Plan::ComeAgain { visitor, queue }));
                }
                None => scene.plan(5_000, Planned::Visitor(Plan::Go { visitor })),
            }
        }
    }

    /// After a restart most pages connect again; some were closed meanwhile.
    pub(super) fn visitors_come_back(&mut self, scene: &mut View<'_>) {
        let visitors: Vec<VisitorId> = scene.desk.state().visitors.keys().copied().collect();
        for visitor in visitors {
            if self.calm || self.dice.chance(0.95) {
                let pause = self.dice.draw(Spread::Between(500, 20_000));
                scene.plan(pause, Planned::Visitor(Plan::Reconnect { visitor }));
            }
        }
    }

    fn lose_patience(
        &mut self,
        conversation: ConversationId,
        since: Timestamp,
        scene: &mut View<'_>,
    ) {
        let found = scene.desk.state().conversations.get(&conversation);
        let Some(found) = found.filter(|_| !self.calm) else { return };
        if found.wait().is_none_or(|wait| wait.spot.since != since) {
            return;
        }
        let visitor = found.visitor;
        if self.dice.chance(self.profile.visitors.slips_away) {
            self.drop_visitor(visitor, scene);
        } else {
            scene.ask(Actor::Visitor(visitor), Command::Close { conversation });
        }
    }

    fn drop_visitor(&mut self, visitor: VisitorId, scene: &mut View<'_>) {
        scene.ask(Actor::System, Command::LoseVisitorConnection { visitor });
        let pause = self.dice.draw(self.profile.visitors.drops_for);
        scene.plan(pause, Planned::Visitor(Plan::Reconnect { visitor }));
    }

    fn plan_choice(&mut self, conversation: ConversationId, scene: &mut View<'_>) {
        let pause = self.dice.draw(Spread::Between(2_000, 60_000));
        let mut plan = |after_ms, choice| {
            scene.plan(after_ms, Planned::Visitor(Plan::Choose { conversation, choice }));
        };
        let draw = if self.calm { 0.0 } else { self.dice.unit() };
        if draw < 0.4 {
            plan(pause, Choice::KeepWaiting);
        } else if draw < 0.8 {
            plan(pause, Choice::WriteMessage);
            if self.dice.chance(0.6) {
                let text = "Please call me back".to_owned();
                plan(2 * pause, Choice::LeaveMessage { text });
            }
        }
    }

    /// The next candidate of a Poisson process at its highest rate; [`Self::arrive`] thins it (Lewis and Shedler 1979).
    fn plan_arrival(&mut self, stream: usize, scene: &mut View<'_>) {
        let rate = self.profile.streams[stream].highest_rate();
        let mean = (rate > 0.0).then(|| crate::HOUR_MS as f64 / rate);
        self.plan_every(mean, Planned::Visitor(Plan::Arrive { stream }), scene);
    }

    fn arrive(&mut self, stream: usize, scene: &mut View<'_>) {
        if self.calm {
            return;
        }
        self.plan_arrival(stream, scene);
        let found = self.profile.streams[stream];
        let share = found.rate(scene.now.since(BEGIN)) / found.highest_rate();
        if !self.dice.chance(share) {
            return;
        }
        let entry = found.entry.and_then(|key| self.entry_named(key));
        let mut needs = BTreeMap::new();
        for (key, level, share) in found.needs {
            let skill = self.config.skills.iter().find(|(_, skill)| skill.key == *key);
            if let Some((skill, _)) = skill
                && self.dice.chance(*share)
            {
                needs.insert(*skill, *level);
            }
        }
        self.visitors_met += 1;
        let visitor = VisitorId(self.visitors_met);
        self.open(visitor, entry, needs, scene);
        let every = self.profile.visitors.drops_every;
        self.plan_every(every, Planned::Visitor(Plan::Drop { visitor }), scene);
    }

    fn entry_named(&self, key: &str) -> Option<Entry> {
        let queue = self.config.queues.iter().find(|(_, queue)| queue.key == key);
        let pipeline = self.config.pipelines.iter().find(|(_, pipeline)| pipeline.key == key);
        let queue = queue.map(|(id, _)| Entry::Queue(*id));
        queue.or(pipeline.map(|(id, _)| Entry::Pipeline(*id)))
    }

    fn open(
        &mut self,
        visitor: VisitorId,
        entry: Option<Entry>,
        needs: BTreeMap<SkillId, u8>,
        scene: &mut View<'_>,
    ) {
        scene.ask(Actor::System, Command::ConnectVisitor { visitor });
        let open = Command::OpenConversation {
            entry,
            needs,
            language: None,
            answers: BTreeMap::new(),
            attributes: BTreeMap::new(),
            message: Some(draft("Hello, I need some help")),
        };
        scene.ask(Actor::Visitor(visitor), open);
    }
}

fn has_open(visitor: VisitorId, scene: &View<'_>) -> bool {
    let present = scene.desk.state().visitors.get(&visitor);
    present.is_some_and(|visitor| !visitor.conversations.is_empty())
}
