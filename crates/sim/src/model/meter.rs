//! What a waiting line did, added up over stretches of time.
//!
//! Beside what is asked for it adds up *controls*: sums whose mean is known to be zero, whatever the routing does.
//! Arrivals come at a known rate; services end, and visitors leave, at rates known from how many talk and wait at
//! that moment; so what came less what was to be expected is noise, and so is the change of any function of the
//! number present less its expected change (Dynkin's formula). `estimate` takes that noise out
//! (approximating martingales: Henderson and Glynn 2002).

use domain::{
    event::{CloseReason, Event},
    ids::Timestamp,
};
use engine::Decided;

use super::{Model, SERVICE_MS};
use crate::simulation::BEGIN;

/// Four counts against their rates, and the functions of [`present`].
pub const CONTROLS: usize = 4 + PRESENT;
const PRESENT: usize = 4;

/// One stretch. Times in service times.
#[derive(Debug, Clone, Copy, Default)]
pub struct Batch {
    pub time: f64,
    pub arrivals: u64,
    /// Arrivals that were not served at once.
    pub waited: f64,
    pub abandoned: f64,
    /// Time spent waiting, by everybody.
    pub waiting_time: f64,
    /// Time spent talking, by every chat.
    pub chat_time: f64,
    pub controls: [f64; CONTROLS],
}

pub struct Meter {
    model: Model,
    room: f64,
    at: Timestamp,
    waiting: f64,
    chats: f64,
    /// Services ended in a service time, as things stand.
    rate: f64,
    batch: Batch,
}

impl Meter {
    pub fn new(model: Model) -> Self {
        let room = f64::from(model.agents * model.chats_per_agent);
        let batch = Batch::default();
        Self { model, room, at: BEGIN, waiting: 0.0, chats: 0.0, rate: 0.0, batch }
    }

    /// The stretch since the last one was taken.
    pub fn take_batch(&mut self) -> Batch {
        std::mem::take(&mut self.batch)
    }

    /// An agent has other chats than before.
    pub fn rate_changes(&mut self, before: usize, after: usize) {
        self.rate += self.model.rate(after) - self.model.rate(before);
    }

    pub fn hear(&mut self, decided: &Decided) {
        self.pass_time(decided.at);
        let mut opened = 0.0;
        let mut served_at_once = 0.0;
        let full = self.is_full();
        let before = self.present();
        for entry in &decided.entries {
            if let Event::ConversationOpened { .. } = &entry.event {
                opened += 1.0;
                self.waiting += 1.0;
            }
            if let Event::AgentAssigned { .. } = &entry.event {
                served_at_once = opened;
                self.waiting -= 1.0;
                self.chats += 1.0;
            }
            if let Event::ConversationClosed { reason, .. } = &entry.event {
                if *reason == CloseReason::Visitor {
                    self.waiting -= 1.0;
                    self.batch.abandoned += 1.0;
                    self.batch.controls[3] += 1.0;
                } else {
                    self.chats -= 1.0;
                    self.batch.controls[2] += 1.0;
                }
            }
        }
        self.batch.arrivals += opened as u64;
        self.batch.waited += opened - served_at_once;
        self.batch.controls[0] += opened;
        self.batch.controls[1] += opened * full;
        let after = self.present();
        for (control, (after, before)) in self.functions().iter_mut().zip(after.iter().zip(before))
        {
            *control += after - before;
        }
    }

    fn pass_time(&mut self, at: Timestamp) {
        let time = at.since(self.at) as f64 / SERVICE_MS;
        if time == 0.0 {
            return;
        }
        self.at = at;
        let leaving = self.model.patience.map_or(0.0, |patience| self.waiting / patience);
        let expected = [self.model.load, self.model.load * self.is_full(), self.rate, leaving];
        self.batch.time += time;
        self.batch.waiting_time += self.waiting * time;
        self.batch.chat_time += self.chats * time;
        for (control, rate) in self.batch.controls.iter_mut().zip(expected) {
            *control -= rate * time;
        }
        let n = self.waiting + self.chats;
        let (here, more, less) =
            (self.present(), present(n + 1.0, self.room), present(n - 1.0, self.room));
        let (up, down) = (self.model.load, self.rate + leaving);
        for (index, control) in self.functions().iter_mut().enumerate() {
            let drift = up * (more[index] - here[index]) + down * (less[index] - here[index]);
            *control -= drift * time;
        }
    }

    /// 1 where whoever comes has to wait.
    fn is_full(&self) -> f64 {
        if self.chats >= self.room { 1.0 } else { 0.0 }
    }

    fn present(&self) -> [f64; PRESENT] {
        present(self.waiting + self.chats, self.room)
    }

    fn functions(&mut self) -> &mut [f64] {
        &mut self.batch.controls[CONTROLS - PRESENT..]
    }
}

/// Functions of the number present that vary as waits do; in parts of the room, to be of like size.
fn present(n: f64, room: f64) -> [f64; PRESENT] {
    let (all, above) = (n / room, (n - room).max(0.0) / room);
    [all * all, above, above * above, above * above * above]
}

/// Half as many, twice as long.
pub fn merged_in_pairs(batches: &[Batch]) -> Vec<Batch> {
    batches
        .chunks(2)
        .map(|pair| pair.iter().fold(Batch::default(), |sum, next| sum.and(next)))
        .collect()
}

impl Batch {
    fn and(&self, other: &Self) -> Self {
        let mut controls = self.controls;
        controls.iter_mut().zip(other.controls).for_each(|(sum, next)| *sum += next);
        Self {
            time: self.time + other.time,
            arrivals: self.arrivals + other.arrivals,
            waited: self.waited + other.waited,
            abandoned: self.abandoned + other.abandoned,
            waiting_time: self.waiting_time + other.waiting_time,
            chat_time: self.chat_time + other.chat_time,
            controls,
        }
    }
}
