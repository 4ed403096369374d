//! From batches to a figure and how sure it is: batch means, corrected by controls of known mean zero.
//!
//! The figure is the intercept of a linear regression of the batch means on the controls, its interval that of the
//! intercept (Lavenberg and Welch 1981). The interval is reckoned from the batches and again from pairs of
//! them; were batches not independent, the second would be wider, and the wider one counts. The four figures of a row
//! share 95 %: each interval by itself is one of 98.75 % (Bonferroni).

use super::CONTROLS;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub value: f64,
    /// Half the width of the interval.
    pub ci95: f64,
}

/// Figures of a row that are to hold together.
const FIGURES: f64 = 4.0;

type Mean = (f64, [f64; CONTROLS]);

pub fn estimate(means: &[Mean]) -> Estimate {
    let pairs: Vec<Mean> = means.chunks(2).map(mean_of).collect();
    let (fine, coarse) = (regress(means), regress(&pairs));
    Estimate { value: fine.value, ci95: fine.ci95.max(coarse.ci95) }
}

fn mean_of(means: &[Mean]) -> Mean {
    let count = means.len() as f64;
    let mut sum = (0.0, [0.0; CONTROLS]);
    for (value, controls) in means {
        sum.0 += value / count;
        sum.1.iter_mut().zip(controls).for_each(|(sum, control)| *sum += control / count);
    }
    sum
}

fn regress(means: &[Mean]) -> Estimate {
    let count = means.len() as f64;
    let (value, centre) = mean_of(means);
    let deviations: Vec<Mean> = means
        .iter()
        .map(|(of, controls)| (of - value, std::array::from_fn(|i| controls[i] - centre[i])))
        .collect();
    // Controls one after another, each freed from those before (Gram and Schmidt); one that has nothing of its own
    // left is passed over.
    let mut left: Vec<f64> = deviations.iter().map(|(of, _)| *of).collect();
    let mut columns: Vec<(Vec<f64>, f64)> = Vec::new();
    let (mut corrected, mut spread) = (value, 1.0 / count);
    for control in 0..CONTROLS {
        let mut column: Vec<f64> = deviations.iter().map(|(_, all)| all[control]).collect();
        let mut offset = centre[control];
        let size = dot(&column, &column);
        for (earlier, earlier_offset) in &columns {
            let share = dot(&column, earlier) / dot(earlier, earlier);
            column.iter_mut().zip(earlier).for_each(|(entry, other)| *entry -= share * other);
            offset -= share * earlier_offset;
        }
        let own = dot(&column, &column);
        if own <= 1e-9 * size || own == 0.0 {
            continue;
        }
        let slope = dot(&left, &column) / own;
        left.iter_mut().zip(&column).for_each(|(entry, other)| *entry -= slope * other);
        corrected -= slope * offset;
        spread += offset * offset / own;
        columns.push((column, offset));
    }
    let freedom = count - 1.0 - columns.len() as f64;
    let variance = dot(&left, &left) / freedom;
    let ci95 = quantile(1.0 - 0.05 / (2.0 * FIGURES), freedom) * (variance * spread).sqrt();
    Estimate { value: corrected, ci95 }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Student's t by Fisher's expansion about the normal quantile (Abramowitz and Stegun 26.7.5), good to three
/// digits from ten degrees of freedom.
fn quantile(share: f64, freedom: f64) -> f64 {
    let x = normal_quantile(share);
    let (x3, x5) = (x.powi(3), x.powi(5));
    x + (x3 + x) / (4.0 * freedom) + (5.0 * x5 + 16.0 * x3 + 3.0 * x) / (96.0 * freedom * freedom)
}

/// The upper tail's quantile (Abramowitz and Stegun 26.2.23), good to 0.0005.
fn normal_quantile(share: f64) -> f64 {
    let t = (-2.0 * (1.0 - share).ln()).sqrt();
    t - (2.515517 + 0.802853 * t + 0.010328 * t * t)
        / (1.0 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t.powi(3))
}
