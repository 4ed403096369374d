//! Random draws of a run. The same seed gives the same draws; nothing else in a run is left to chance.

use fastrand::Rng;

/// One stream of draws.
#[derive(Debug, Clone)]
pub struct Dice(Rng);

/// How a length of time is spread. All in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spread {
    Always(u64),
    Between(u64, u64),
    Exponential {
        mean: f64,
    },
    /// Many short ones and a long tail, as talking times are. Its mean is `median · exp(sigma² / 2)`.
    LogNormal {
        median: f64,
        sigma: f64,
    },
}

impl Dice {
    pub fn seeded(seed: u64) -> Self {
        Self(Rng::with_seed(seed))
    }

    /// A stream of its own, so that what one part draws does not shift what another does.
    #[must_use]
    pub fn split(&mut self) -> Self {
        Self(self.0.fork())
    }

    /// At least 0 and less than 1.
    pub fn unit(&mut self) -> f64 {
        self.0.f64()
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        if from.is_empty() { None } else { from.get(self.0.usize(..from.len())) }
    }

    /// Exponentially distributed, by inversion.
    pub fn exponential(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.unit()).ln()
    }

    pub fn draw(&mut self, spread: Spread) -> u64 {
        match spread {
            Spread::Always(ms) => ms,
            Spread::Between(least, most) => self.0.u64(least..=most),
            Spread::Exponential { mean } => self.exponential(mean) as u64,
            Spread::LogNormal { median, sigma } => (median * (sigma * self.normal()).exp()) as u64,
        }
    }

    /// Standard normal, by Box and Muller (1958).
    fn normal(&mut self) -> f64 {
        let radius = (2.0 * self.exponential(1.0)).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
}
