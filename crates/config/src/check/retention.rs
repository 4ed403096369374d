//! Periods of keeping that can be meant.

use super::Check;
use crate::{document::Retention, duration::Duration, finding::Code};

/// Less than a day would take texts from under those who are still writing of them.
const PERIOD_MIN: Duration = Duration(DAY_MS);
/// A hundred years; whoever wants more leaves the period out.
const PERIOD_MAX: Duration = Duration(100 * 365 * DAY_MS);
const DAY_MS: u64 = 86_400_000;

impl Check<'_> {
    pub(super) fn retention(&mut self, retention: &Retention) {
        for period in [&retention.texts, &retention.files].into_iter().flatten() {
            self.time("a period of keeping", period, PERIOD_MIN, PERIOD_MAX);
        }
        if let (Some(texts), Some(files)) = (&retention.texts, &retention.files)
            && files.value > texts.value
        {
            let message = format!("files are kept for {}, but go with the texts", files.value);
            self.warning(Code::FilesOutliveTexts, files.span, message).help =
                Some(format!("texts are kept for {}; keep files as long or less", texts.value));
        }
    }
}
