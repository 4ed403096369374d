//! The formula: whoever stands in line moves up as agents become free and as those before them give up.
//!
//! Sources: the queue-length predictor and its gamma quantiles (W. Whitt, "Predicting queueing delays",
//! Management Science 45, 1999); abandonment before the one who asks, QLm (R. Ibrahim and W. Whitt, "Real-time delay
//! estimation based on delay history", M&SOM 11, 2009), which for `i` people before somebody, a service-start rate `r`
//! and a rate `θ` of giving up is the sum of `1 / (r + k θ)` over `k = 0..=i`. Here it is taken as a flow, so that
//! `r` may change as agents shared with other queues turn to whoever stands first there: each crew serves the
//! first in order of all the people it can help. In a flow, the one with `i` before them is served when `∫ r e^(θt) dt`
//! comes to `i + 1`; with `r` constant that is `ln(1 + (i + 1) θ / r) / θ`, the integral the sum above approximates.
//!
//! The variance is that of QLm likewise: with `D` starts on the way there, the wait is as a gamma
//! variable of shape `D x / (1 − e^(−x))`, `x = θ · wait`, widened for what is not known of the pace itself.

use alloc::{collections::BTreeMap, vec::Vec};

use super::{
    Estimate, Unknown,
    picture::{Crew, Level, Picture, Stream},
    quantile,
};
use crate::{
    ids::{ConversationId, QueueId, Timestamp},
    index::LineKey,
    limits::PACE_WINDOW_MS,
    state::{Mean, Pace, QueuePace, Window},
};

/// With fewer conversations ended than this nothing can be said of their length.
const SAMPLES_MIN: u32 = 5;
/// However many come with a higher priority, some of the rest get through: people give up, priorities change.
const REST_MIN: f64 = 0.05;

/// Everybody's estimate, and that of a newcomer to a queue under the id of their key.
pub fn run(
    picture: &Picture,
    newcomer: Option<(QueueId, LineKey)>,
) -> BTreeMap<ConversationId, Estimate> {
    let mut flow = Flow::new(picture, newcomer);
    flow.fill_free_room();
    while flow.step() {}
    flow.found
}

type Paces = BTreeMap<QueueId, QueuePace>;

struct Flow<'a> {
    picture: &'a Picture,
    lanes: Vec<Lane<'a>>,
    /// Units that each crew has free per millisecond, once all its room is taken.
    rates: Vec<f64>,
    time: f64,
    found: BTreeMap<ConversationId, Estimate>,
}

/// A stream on the move.
struct Lane<'a> {
    stream: &'a Stream,
    newcomer: Option<LineKey>,
    /// How many come to its queue, by priority.
    joining: Option<&'a BTreeMap<u8, Window>>,
    /// How many are through.
    through: usize,
    /// `∫ r e^(θt) dt`, less one for each who is through.
    progress: f64,
    /// Starts of those who can serve this stream, whomever they served.
    starts: f64,
    /// Chance that somebody in this queue gives up within a millisecond.
    leaving: f64,
    /// Mean time on offer until somebody accepts.
    asking: f64,
    /// Mean time one slot takes for one conversation, and its variance ÷ its square.
    cycle: f64,
    variability: f64,
    /// Share of the pace's variance that comes from how little of it was seen.
    doubt: f64,
    /// Starts per millisecond, as things stand.
    rate: f64,
    reach: f64,
}

impl<'a> Flow<'a> {
    fn new(picture: &'a Picture, newcomer: Option<(QueueId, LineKey)>) -> Self {
        let lanes = picture.streams.iter().map(|stream| {
            let joins = newcomer.filter(|(queue, _)| stream.plain && *queue == stream.level.queue);
            Lane::new(stream, joins.map(|(_, key)| key), &picture.paces)
        });
        let rates = picture.crews.iter().map(|crew| crew.rate(&picture.paces));
        let mut flow = Self {
            picture,
            lanes: lanes.collect(),
            rates: rates.collect(),
            time: 0.0,
            found: BTreeMap::new(),
        };
        for lane in &flow.lanes {
            let asked = lane.stream.offered.iter().map(|id| (*id, lane.estimate(0.0)));
            flow.found.extend(asked);
        }
        flow
    }

    /// Whoever could be served at once is: with a line, only those whom rules of the moment hold back.
    fn fill_free_room(&mut self) {
        for (crew, rate) in self.picture.crews.iter().zip(&mut self.rates) {
            for free in &crew.free {
                let mut free = *free;
                while let Some(lane) = first(&mut self.lanes, crew)
                    && lane.stream.weight <= free
                {
                    free -= lane.stream.weight;
                    *rate += f64::from(lane.stream.weight)
                        * pace(&self.picture.paces, lane.stream.level);
                    lane.next(0.0, &mut self.found);
                }
            }
        }
    }

    /// Lets time pass until somebody is through; whether anybody was.
    fn step(&mut self) -> bool {
        self.turn_crews();
        let next = self.lanes.iter().enumerate().filter_map(|(number, lane)| {
            let left = lane.until_through(self.time)?;
            Some((left, number))
        });
        let Some((left, number)) = next.min_by(|one, two| one.0.total_cmp(&two.0)) else {
            self.give_up();
            return false;
        };
        for lane in &mut self.lanes {
            lane.pass(self.time, left);
        }
        self.time += left;
        if let Some(lane) = self.lanes.get_mut(number) {
            lane.next(self.time, &mut self.found);
        }
        true
    }

    /// Each crew serves the first of those it can help.
    fn turn_crews(&mut self) {
        for lane in &mut self.lanes {
            (lane.rate, lane.reach) = (0.0, 0.0);
        }
        for (crew, rate) in self.picture.crews.iter().zip(&self.rates) {
            for number in &crew.serves {
                if let Some(lane) = self.lanes.get_mut(*number) {
                    lane.reach += rate / f64::from(lane.stream.weight);
                }
            }
            if let Some(lane) = first(&mut self.lanes, crew) {
                lane.rate += rate / f64::from(lane.stream.weight);
            }
        }
        for lane in &mut self.lanes {
            let overtaken = lane.overtaken(self.picture.at);
            lane.rate = (lane.rate - overtaken).max(lane.rate * REST_MIN);
        }
    }

    /// Nobody else gets through.
    fn give_up(&mut self) {
        for (number, lane) in self.lanes.iter_mut().enumerate() {
            let on_shift = self.picture.crews.iter().any(|crew| crew.serves.contains(&number));
            let why = if on_shift { Unknown::NoData } else { Unknown::NobodyOnShift };
            while let Some(key) = lane.head() {
                self.found.insert(key.conversation, Estimate::Unknown(why));
                lane.through += 1;
            }
        }
    }
}

/// The lane whose head comes first for this crew.
fn first<'l, 'a>(lanes: &'l mut [Lane<'a>], crew: &Crew) -> Option<&'l mut Lane<'a>> {
    let heads =
        crew.serves.iter().filter_map(|number| Some((lanes.get(*number)?.head()?, *number)));
    let (_, number) = heads.min()?;
    lanes.get_mut(number)
}

impl Crew {
    fn rate(&self, paces: &Paces) -> f64 {
        self.busy.iter().map(|(level, units)| f64::from(*units) * pace(paces, *level)).sum()
    }
}

fn pace_of(paces: &Paces, level: Level) -> Option<&Pace> {
    paces.get(&level.queue)?.tiers.get(&level.tier)
}

/// How many conversations of a queue and tier one slot ends in a millisecond; 0 while too few have ended to say.
fn pace(paces: &Paces, level: Level) -> f64 {
    let Some(pace) = pace_of(paces, level).filter(|pace| pace.holding.samples >= SAMPLES_MIN)
    else {
        return 0.0;
    };
    1.0 / cycle(pace)
}

/// From one start in a slot to the next, while there is a line.
fn cycle(pace: &Pace) -> f64 {
    (mean(pace.asking) + mean(pace.holding) + mean(pace.wrap_up)).max(1.0)
}

/// Variance ÷ square of the mean of that time.
fn variability(pace: &Pace) -> f64 {
    let square = cycle(pace) * cycle(pace);
    (variance(pace.holding) + variance(pace.wrap_up)) / square
}

fn variance(of: Mean) -> f64 {
    if of.samples == 0 {
        return 0.0;
    }
    (of.squares_ms2 as f64 / f64::from(of.samples) - mean(of) * mean(of)).max(0.0)
}

/// In milliseconds; 0 without samples.
fn mean(of: Mean) -> f64 {
    if of.samples == 0 { 0.0 } else { of.total_ms as f64 / f64::from(of.samples) }
}

impl<'a> Lane<'a> {
    fn new(stream: &'a Stream, newcomer: Option<LineKey>, paces: &'a Paces) -> Self {
        let pace = pace_of(paces, stream.level);
        let patience = pace.map_or(0.0, |pace| mean(pace.patience));
        let samples = pace.map_or(0, |pace| pace.holding.samples);
        Self {
            stream,
            newcomer,
            joining: paces.get(&stream.level.queue).map(|queue| &queue.joining),
            through: 0,
            progress: 0.0,
            starts: 0.0,
            leaving: if patience > 0.0 { 1.0 / patience } else { 0.0 },
            asking: pace.map_or(0.0, |pace| mean(pace.asking)),
            cycle: pace.map_or(0.0, cycle),
            variability: pace.map_or(1.0, variability),
            doubt: if samples > 0 { 1.0 / f64::from(samples) } else { 0.0 },
            rate: 0.0,
            reach: 0.0,
        }
    }

    /// Who is served next. A newcomer may have a higher priority than the last of those who wait.
    fn head(&self) -> Option<LineKey> {
        let (before, after) = (self.through, self.newcomer);
        let in_line = |at: usize| self.stream.line.get(at).copied();
        let Some(newcomer) = after else { return in_line(before) };
        let ahead = self.stream.line.partition_point(|key| *key < newcomer);
        match before.cmp(&ahead) {
            core::cmp::Ordering::Less => in_line(before),
            core::cmp::Ordering::Equal => Some(newcomer),
            core::cmp::Ordering::Greater => in_line(before - 1),
        }
    }

    /// Those who come in a millisecond and go before the head.
    fn overtaken(&self, at: Timestamp) -> f64 {
        let Some((head, joining)) = self.head().zip(self.joining) else { return 0.0 };
        let higher = joining.iter().filter(|(priority, _)| **priority > head.priority());
        higher.map(|(_, window)| per_ms(*window, at)).sum()
    }

    /// Milliseconds until the head is through.
    fn until_through(&self, time: f64) -> Option<f64> {
        self.head().filter(|_| self.rate > 0.0)?;
        let left = (1.0 - self.progress) / self.rate;
        Some(if self.leaving > 0.0 {
            libm::log1p(left * self.leaving / libm::exp(self.leaving * time)) / self.leaving
        } else {
            left
        })
    }

    fn pass(&mut self, time: f64, ms: f64) {
        self.starts += self.reach * ms;
        self.progress += self.rate
            * if self.leaving > 0.0 {
                libm::exp(self.leaving * time) * libm::expm1(self.leaving * ms) / self.leaving
            } else {
                ms
            };
    }

    fn next(&mut self, time: f64, found: &mut BTreeMap<ConversationId, Estimate>) {
        if let Some(key) = self.head() {
            found.insert(key.conversation, self.estimate(time));
        }
        self.through += 1;
        self.progress = 0.0;
    }

    fn estimate(&self, time: f64) -> Estimate {
        let given_up = self.leaving * time;
        let spread = if given_up > 0.0 { given_up / -libm::expm1(-given_up) } else { 1.0 };
        let shape = (self.starts * spread).max(1.0);
        let variance =
            time * time * (self.dispersion(time) / shape + self.doubt) + self.asking * self.asking;
        let (p50, p90) = quantile::range(time + self.asking, variance);
        Estimate::Range { p50_ms: p50 as u64, p90_ms: p90 as u64 }
    }

    /// Variance ÷ mean of the number of starts within a time: of one renewal process, and so of any number of
    /// them together (Cox and Smith). 1 in the short run, as if each start were by chance; the variability of the
    /// cycle in the long run. On the way, as if a slot never had two in less than a cycle.
    fn dispersion(&self, time: f64) -> f64 {
        let calm = 1.0 - self.variability;
        let settling = libm::fabs(calm).max(0.01) * self.cycle;
        self.variability + calm * libm::exp(-time / settling)
    }
}

/// Over what the window has seen of the last stretch and the present one.
fn per_ms(window: Window, at: Timestamp) -> f64 {
    let window = window.moved_to(at);
    let present = at.since(window.since);
    let rest = 1.0 - present as f64 / PACE_WINDOW_MS as f64;
    (f64::from(window.count) + f64::from(window.before) * rest) / PACE_WINDOW_MS as f64
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    const SERVICE_MS: u64 = 400_000;
    const PATIENCE_MS: u64 = 900_000;

    fn pace() -> Pace {
        let of = |ms: u64| Mean { samples: 100, total_ms: 100 * ms, squares_ms2: 200 * ms * ms };
        Pace { holding: of(SERVICE_MS), patience: of(PATIENCE_MS), ..Pace::default() }
    }

    fn key(id: u64) -> LineKey {
        LineKey::newcomer(ConversationId(id), 5, Timestamp(id))
    }

    fn stream(queue: u64, line: impl IntoIterator<Item = u64>) -> Stream {
        let line = line.into_iter().map(key).collect();
        Stream { level: level(queue), weight: 1, line, offered: vec![], plain: true }
    }

    fn crew(serves: &[usize], busy: u32) -> Crew {
        Crew { serves: serves.into(), free: vec![], busy: [(level(1), busy)].into() }
    }

    fn level(queue: u64) -> Level {
        Level { queue: QueueId(queue), tier: 1 }
    }

    fn picture(streams: Vec<Stream>, crews: Vec<Crew>) -> Picture {
        let of_tier = |tier| QueuePace { tiers: [(tier, pace())].into(), ..QueuePace::default() };
        let paces = streams.iter().map(|Stream { level, .. }| (level.queue, of_tier(level.tier)));
        let paces = paces.collect();
        Picture { streams, crews, paces, ..Picture::default() }
    }

    fn range(picture: &Picture, id: u64) -> (f64, f64) {
        match run(picture, None)[&ConversationId(id)] {
            Estimate::Range { p50_ms, p90_ms } => (p50_ms as f64, p90_ms as f64),
            Estimate::Unknown(why) => panic!("{why:?}"),
        }
    }

    #[test]
    fn one_queue_gives_the_sum_and_the_spread_of_the_queue_length_predictor() {
        let picture = picture(vec![stream(1, 1..=20)], vec![crew(&[0], 10)]);
        let (service, leaving) = (10.0 / SERVICE_MS as f64, 1.0 / PATIENCE_MS as f64);
        for ahead in [1, 5, 10, 19] {
            let steps = (0..=ahead).map(|k| 1.0 / (service + f64::from(k) * leaving));
            let mean: f64 = steps.clone().sum();
            let variance = steps.map(|step| step * step).sum::<f64>() + mean * mean / 100.0;
            let expected = quantile::range(mean, variance);
            let found = range(&picture, u64::try_from(ahead + 1).unwrap());
            assert!((found.0 / expected.0 - 1.0).abs() < 0.03, "{found:?} {expected:?}");
            assert!((found.1 / expected.1 - 1.0).abs() < 0.03, "{found:?} {expected:?}");
        }
    }

    #[test]
    fn agents_shared_with_another_queue_go_to_whoever_stands_first() {
        let alone = picture(vec![stream(1, [9])], vec![crew(&[0], 4)]);
        let shared = picture(vec![stream(1, [9]), stream(2, [1, 2, 3])], vec![crew(&[0, 1], 4)]);
        assert!(range(&shared, 9).0 > 3.0 * range(&alone, 9).0);
        assert!(range(&shared, 1).0 < range(&shared, 2).0);
        let younger =
            picture(vec![stream(1, [9]), stream(2, [11, 12, 13])], vec![crew(&[0, 1], 4)]);
        assert_eq!(range(&younger, 9), range(&alone, 9));
    }

    #[test]
    fn twice_the_room_is_half_the_wait() {
        let wait = |slots| range(&picture(vec![stream(1, [1])], vec![crew(&[0], slots)]), 1).0;
        assert!((wait(5) / wait(10) - 2.0).abs() < 0.05);
    }

    #[test]
    fn each_tier_of_a_queue_has_its_own_pace() {
        let of_second = Level { tier: 2, ..level(1) };
        let mut second = stream(1, [1]);
        second.level = of_second;
        let mut one = picture(vec![second], vec![crew(&[0], 10)]);
        one.crews[0].busy = [(of_second, 10)].into();
        let other = Pace { holding: Mean { samples: 100, total_ms: 1, squares_ms2: 1 }, ..pace() };
        let before = range(&one, 1);
        one.paces.entry(QueueId(1)).or_default().tiers.insert(1, other);
        assert_eq!(range(&one, 1), before, "another tier's conversations are much shorter");
    }

    #[test]
    fn those_who_will_go_before_are_counted() {
        let plain = picture(vec![stream(1, 1..=5)], vec![crew(&[0], 10)]);
        let mut urgent = plain.clone();
        let joining = Window { since: Timestamp(0), count: 0, before: 9 };
        urgent.paces.entry(QueueId(1)).or_default().joining.insert(6, joining);
        let longer = range(&urgent, 5).0 / range(&plain, 5).0;
        assert!((1.5..1.9).contains(&longer), "{longer}: nine of 22 starts are theirs");
    }

    #[test]
    fn without_agents_or_without_experience_it_says_so() {
        let nobody = picture(vec![stream(1, [1])], vec![]);
        assert_eq!(
            run(&nobody, None)[&ConversationId(1)],
            Estimate::Unknown(Unknown::NobodyOnShift)
        );
        let mut fresh = picture(vec![stream(1, [1])], vec![crew(&[0], 3)]);
        fresh.paces.clear();
        assert_eq!(run(&fresh, None)[&ConversationId(1)], Estimate::Unknown(Unknown::NoData));
    }

    #[test]
    fn a_newcomer_stands_behind_equals_and_before_the_less_urgent() {
        let picture = picture(vec![stream(1, 1..=5)], vec![crew(&[0], 10)]);
        let estimate = |priority, at| {
            let key = LineKey::newcomer(ConversationId(0), priority, Timestamp(at));
            run(&picture, Some((QueueId(1), key)))[&ConversationId(0)]
        };
        let of = |id| run(&picture, None)[&ConversationId(id)];
        assert_eq!(estimate(6, 100), of(1));
        assert_ne!(estimate(5, 100), of(5), "one place further back");
    }

    #[test]
    fn free_room_is_no_wait() {
        let mut free = crew(&[0], 9);
        free.free = vec![1];
        let picture = picture(vec![stream(1, [])], vec![free]);
        let newcomer = run(&picture, Some((QueueId(1), key(7))));
        assert_eq!(newcomer[&ConversationId(7)], Estimate::Range { p50_ms: 0, p90_ms: 0 });
    }
}
