//! The switches of the workspace: bounds of numbers and lengths of time.

use domain::config::Settings;

use super::Check;
use crate::{document::SettingsEntry, duration::Duration, finding::Code};

/// Nothing that starts a clock may be shorter: people and networks need a moment.
const SHORTEST: Duration = Duration(1_000);
/// Nothing lasts longer than this: deadlines further away are mistakes of a unit.
const LONGEST: Duration = Duration(30 * 86_400_000);
/// Visitor, owner and guests; more is a meeting, not a conversation.
const PEOPLE_MAX: u64 = 50;
/// Declines or unanswered offers beyond this are the same as "never".
const COUNT_MAX: u64 = 100;

impl Check<'_> {
    pub(super) fn settings(&mut self, settings: &SettingsEntry) {
        if let Some(priority) = &settings.default_priority {
            self.number("a priority", priority, 0, u64::from(domain::limits::PRIORITY_MAX));
        }
        let counts = [
            &settings.declines_max,
            &settings.rona_max,
            &settings.chain_warning,
            &settings.chain_limit,
        ];
        for count in counts.into_iter().flatten() {
            self.number("this count", count, 1, COUNT_MAX);
        }
        if let Some(people) = &settings.people_max {
            self.number("the people in a conversation", people, 2, PEOPLE_MAX);
        }
        if let Some(language) = &settings.default_language {
            self.languages(std::slice::from_ref(language));
        }
        let limit = settings
            .chain_limit
            .as_ref()
            .map_or(u64::from(Settings::DEFAULT.chain_limit), |at| at.value);
        if let Some(warning) = settings.chain_warning.as_ref().filter(|at| at.value > limit) {
            let message = format!("nobody is warned at {}: the limit is {limit}", warning.value);
            self.error(Code::ImpossibleNumber, warning.span, message).help =
                Some("a warning comes at the limit or before it".to_owned());
        }
        let times = [
            &settings.boost,
            &settings.cool_down,
            &settings.sticky,
            &settings.sticky_reserve,
            &settings.direct_offer,
            &settings.park_reserve,
            &settings.introduction,
            &settings.agent_grace,
            &settings.agent_lost,
            &settings.visitor_lost,
            &settings.idle_reminder,
            &settings.idle_close,
            &settings.parked,
            &settings.wake_reserve,
            &settings.come_back,
            &settings.offline_form,
            &settings.closing_grace,
            &settings.list_first,
            &settings.return_reserve,
            &settings.survey,
            &settings.hand_alert,
            &settings.supervisor_lost,
            &settings.pass,
        ];
        for time in times.into_iter().flatten() {
            self.time("this time", time, SHORTEST, LONGEST);
        }
        self.in_order(
            settings.idle_reminder.as_ref().map(|at| at.value),
            settings.idle_close.as_ref(),
            "a conversation closes after its reminder",
        );
        self.in_order(
            settings.agent_grace.as_ref().map(|at| at.value),
            settings.agent_lost.as_ref(),
            "an agent is lost after the grace",
        );
    }

    fn in_order(
        &mut self,
        first: Option<Duration>,
        second: Option<&crate::At<Duration>>,
        rule: &str,
    ) {
        if let (Some(first), Some(second)) = (first, second)
            && second.value <= first
        {
            let message = format!("{rule}, so this is more than {first}");
            self.error(Code::ImpossibleNumber, second.span, message);
        }
    }
}
