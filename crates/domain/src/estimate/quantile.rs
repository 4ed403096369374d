//! Quantiles of a wait from its mean and variance, as those of the gamma distribution with both (Whitt 1999:
//! a sum of exponential times between departures is close to one).

/// Standard normal quantiles of the two ends of the range.
const Z50: f64 = 0.0;
const Z90: f64 = 1.281_551_565_545;

/// The median and the ninth decile.
pub fn range(mean: f64, variance: f64) -> (f64, f64) {
    if mean <= 0.0 {
        return (0.0, 0.0);
    }
    let shape = mean * mean / variance.max(f64::MIN_POSITIVE);
    (quantile(mean, shape, Z50), quantile(mean, shape, Z90))
}

/// The cube of a normal deviate (Wilson & Hilferty 1931): within one per cent for shapes from 1, where half the
/// line and more ends up.
fn quantile(mean: f64, shape: f64, z: f64) -> f64 {
    let ninth = 1.0 / (9.0 * shape);
    let root = 1.0 - ninth + z * libm::sqrt(ninth);
    mean * root.max(0.0) * root * root
}
