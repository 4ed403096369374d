//! Estimated waits: as figures for every screen, and in the visitor's words, which are `config::messages`'.

use config::messages::{Wait, wait_phrase};
use domain::estimate::{Estimate, Prediction, Unknown};
use protocol::wait as wire;

pub fn estimate(estimate: Estimate) -> wire::EstimatedWait {
    match estimate {
        Estimate::Range { p50_ms, p90_ms } => wire::EstimatedWait::Range { p50_ms, p90_ms },
        Estimate::Unknown(Unknown::NobodyOnShift) => wire::EstimatedWait::NobodyOnShift {},
        Estimate::Unknown(Unknown::NoData) => wire::EstimatedWait::NoData {},
    }
}

pub fn place_in_line(prediction: &Prediction) -> wire::PlaceInLine {
    wire::PlaceInLine {
        position: prediction.position,
        estimated_wait: estimate(prediction.estimate),
        shown_at_ms: prediction.shown_at.0,
    }
}

/// "about 3 minutes", in the visitor's language or in English; none without a number.
pub fn phrase(estimate: Estimate, language: Option<&str>) -> Option<String> {
    match estimate {
        Estimate::Range { p50_ms, p90_ms } => Some(wait_phrase(Wait { p50_ms, p90_ms }, language)),
        Estimate::Unknown(_) => None,
    }
}
