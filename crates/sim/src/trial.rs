//! How good predictors of waits are: an observer that asks each of them whenever somebody begins to wait, and
//! compares with what came of it.
//!
//! Whoever left counts with the wait they would have had: until the first of those who came after them in
//! the queue was answered. Otherwise the long waits would be missing, and every predictor look better than it is.

use std::collections::{BTreeMap, VecDeque};

use domain::{
    Desk,
    command::Command,
    estimate::{self, Estimate, Picture, Who},
    event::{CloseReason, Event},
    ids::{ConversationId, QueueId, Timestamp},
};
use engine::Decided;

use crate::simulation::Observer;

/// Waits that the average of the last ones is taken of.
const LAST_WAITS: usize = 10;

/// What was said at the beginning of one wait, and how long it took.
#[derive(Debug, Clone, Copy)]
pub struct Forecast {
    pub actual_ms: u64,
    /// Whether an agent came before the visitor left.
    pub answered: bool,
    pub p50_ms: u64,
    pub p90_ms: u64,
    /// The average of the last ten waits.
    pub last_ten_ms: u64,
    /// The wait of the last customer to enter service.
    pub last_ms: u64,
}

#[derive(Debug, Default)]
pub struct Trial {
    pub forecasts: Vec<Forecast>,
    /// Waits at whose beginning there was no number to give.
    pub unknown: u64,
    waiting: BTreeMap<ConversationId, Waiting>,
    /// The last waits of each queue, of those who had to wait at all.
    last: BTreeMap<QueueId, VecDeque<u64>>,
}

#[derive(Debug)]
struct Waiting {
    queue: QueueId,
    since: Timestamp,
    left: bool,
    /// None while somebody had nothing to say.
    forecast: Option<Forecast>,
}

impl Observer for Trial {
    fn told(&mut self, desk: &Desk, decided: &Decided) -> Vec<Command> {
        for entry in &decided.entries {
            if let Event::AgentAssigned { conversation, place, .. } = &entry.event {
                self.answered(*conversation, place.queue, decided.at);
            } else if let Event::ConversationClosed { conversation, reason, .. } = &entry.event {
                self.closed(*conversation, *reason);
            } else if let Event::WaitStarted { conversation, wait } = &entry.event
                && !decided.entries.iter().any(|other| offers(&other.event, *conversation))
            {
                self.begun(*conversation, wait.place.queue, desk, decided.at);
            }
        }
        Vec::new()
    }
}

fn offers(event: &Event, to: ConversationId) -> bool {
    matches!(event, Event::OfferMade { conversation, .. } if *conversation == to)
}

impl Trial {
    fn begun(&mut self, id: ConversationId, queue: QueueId, desk: &Desk, at: Timestamp) {
        let forecast = self.forecast(id, queue, desk, at);
        self.unknown += u64::from(forecast.is_none());
        self.waiting.insert(id, Waiting { queue, since: at, left: false, forecast });
    }

    fn forecast(
        &self,
        id: ConversationId,
        queue: QueueId,
        desk: &Desk,
        at: Timestamp,
    ) -> Option<Forecast> {
        let found = estimate::estimate(&Picture::of(desk, at), &[Who::Waiting(id)]);
        let Some(Estimate::Range { p50_ms, p90_ms }) = found.first().copied().flatten() else {
            return None;
        };
        let last = self.last.get(&queue).filter(|last| last.len() == LAST_WAITS)?;
        let last_ten_ms = last.iter().sum::<u64>() / LAST_WAITS as u64;
        let last_ms = last.back().copied()?;
        Some(Forecast { actual_ms: 0, answered: false, p50_ms, p90_ms, last_ten_ms, last_ms })
    }

    fn answered(&mut self, id: ConversationId, queue: QueueId, at: Timestamp) {
        if let Some(waiting) = self.waiting.remove(&id) {
            let actual_ms = at.since(waiting.since);
            let forecast = waiting.forecast.map(|f| Forecast { actual_ms, answered: true, ..f });
            self.forecasts.extend(forecast);
            let last = self.last.entry(queue).or_default();
            last.push_back(actual_ms);
            if last.len() > LAST_WAITS {
                last.pop_front();
            }
        }
        // Conversations are numbered as they come.
        let missed = self.waiting.extract_if(..id, |_, w| w.left && w.queue == queue);
        self.forecasts.extend(missed.filter_map(|(_, waiting)| {
            Some(Forecast { actual_ms: at.since(waiting.since), ..waiting.forecast? })
        }));
    }

    fn closed(&mut self, id: ConversationId, reason: CloseReason) {
        let left = matches!(reason, CloseReason::Visitor | CloseReason::VisitorGone);
        match self.waiting.get_mut(&id) {
            Some(waiting) if left => waiting.left = true,
            Some(_) => {
                self.waiting.remove(&id);
            }
            None => {}
        }
    }
}

/// What some forecasts were worth.
#[derive(Debug, Clone, Copy)]
pub struct Worth {
    pub waits: usize,
    pub mean_ms: f64,
    /// Root mean squared error ÷ mean wait, of each predictor.
    pub estimate: f64,
    pub last_ten: f64,
    pub last: f64,
    /// Shares of waits that ended within the lower and the upper figure.
    pub within_p50: f64,
    pub within_p90: f64,
}

impl Worth {
    pub fn of<'a>(forecasts: impl Iterator<Item = &'a Forecast> + Clone) -> Self {
        let waits = forecasts.clone().count();
        let mean = |figure: &dyn Fn(&Forecast) -> f64| {
            forecasts.clone().map(figure).sum::<f64>() / waits.max(1) as f64
        };
        let mean_ms = mean(&|f| f.actual_ms as f64);
        let error = |said: fn(&Forecast) -> u64| {
            mean(&|f| (said(f) as f64 - f.actual_ms as f64).powi(2)).sqrt() / mean_ms
        };
        Self {
            waits,
            mean_ms,
            estimate: error(|f| f.p50_ms),
            last_ten: error(|f| f.last_ten_ms),
            last: error(|f| f.last_ms),
            within_p50: mean(&|f| f64::from(u8::from(f.actual_ms <= f.p50_ms))),
            within_p90: mean(&|f| f64::from(u8::from(f.actual_ms <= f.p90_ms))),
        }
    }
}
