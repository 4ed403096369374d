//! Time-outs and switches of the workspace, and its policies.

use domain::config as into;

use super::{Ids, medium, ms, small};
use crate::{
    document::{ChainPolicy, EdgeEnd, EdgeEntry, HandRule, SettingsEntry},
    position::{At, Entries},
};

pub(super) fn settings(entry: &SettingsEntry, ids: &Ids) -> into::Settings {
    let default = into::Settings::default();
    into::Settings {
        default_priority: entry
            .default_priority
            .as_ref()
            .map_or(default.default_priority, |at| small(at.value)),
        boost_ms: ms(entry.boost.as_ref(), default.boost_ms),
        cool_down_ms: ms(entry.cool_down.as_ref(), default.cool_down_ms),
        declines_max: entry
            .declines_max
            .as_ref()
            .map_or(default.declines_max, |at| medium(at.value)),
        rona_max: entry.rona_max.as_ref().map_or(default.rona_max, |at| medium(at.value)),
        sticky_ms: ms(entry.sticky.as_ref(), default.sticky_ms),
        sticky_reserve_ms: ms(entry.sticky_reserve.as_ref(), default.sticky_reserve_ms),
        direct_offer_ms: ms(entry.direct_offer.as_ref(), default.direct_offer_ms),
        park_reserve_ms: ms(entry.park_reserve.as_ref(), default.park_reserve_ms),
        introduction_ms: ms(entry.introduction.as_ref(), default.introduction_ms),
        agent_grace_ms: ms(entry.agent_grace.as_ref(), default.agent_grace_ms),
        agent_lost_ms: ms(entry.agent_lost.as_ref(), default.agent_lost_ms),
        visitor_lost_ms: ms(entry.visitor_lost.as_ref(), default.visitor_lost_ms),
        idle_reminder_ms: ms(entry.idle_reminder.as_ref(), default.idle_reminder_ms),
        idle_close_ms: ms(entry.idle_close.as_ref(), default.idle_close_ms),
        parked_ms: ms(entry.parked.as_ref(), default.parked_ms),
        wake_reserve_ms: ms(entry.wake_reserve.as_ref(), default.wake_reserve_ms),
        come_back_ms: ms(entry.come_back.as_ref(), default.come_back_ms),
        offline_form_ms: ms(entry.offline_form.as_ref(), default.offline_form_ms),
        message_alert_ms: ms(entry.message_alert.as_ref(), default.message_alert_ms),
        reason_required: entry.reason_required.unwrap_or(default.reason_required),
        tell_visitor_of_transfer: entry
            .tell_visitor_of_transfer
            .unwrap_or(default.tell_visitor_of_transfer),
        show_queue_names: entry.show_queue_names.unwrap_or(default.show_queue_names),
        show_tiers: entry.show_tiers.unwrap_or(default.show_tiers),
        default_language: entry
            .default_language
            .as_ref()
            .map_or(default.default_language, |at| at.value.clone()),
        closing_grace_ms: ms(entry.closing_grace.as_ref(), default.closing_grace_ms),
        list_first_ms: ms(entry.list_first.as_ref(), default.list_first_ms),
        return_reserve_ms: ms(entry.return_reserve.as_ref(), default.return_reserve_ms),
        survey_ms: ms(entry.survey.as_ref(), default.survey_ms),
        chain_warning: entry
            .chain_warning
            .as_ref()
            .map_or(default.chain_warning, |at| medium(at.value)),
        chain_limit: entry.chain_limit.as_ref().map_or(default.chain_limit, |at| medium(at.value)),
        chain_policy: entry
            .chain_policy
            .as_ref()
            .and_then(|policy| chain_policy(policy, ids))
            .unwrap_or(default.chain_policy),
        hand_alert_ms: ms(entry.hand_alert.as_ref(), default.hand_alert_ms),
        supervisor_lost_ms: ms(entry.supervisor_lost.as_ref(), default.supervisor_lost_ms),
        tell_agent_of_observer: entry
            .tell_agent_of_observer
            .unwrap_or(default.tell_agent_of_observer),
        tell_visitor_of_observer: entry
            .tell_visitor_of_observer
            .unwrap_or(default.tell_visitor_of_observer),
        people_max: entry.people_max.as_ref().map_or(default.people_max, |at| medium(at.value)),
        pass_ms: ms(entry.pass.as_ref(), default.pass_ms),
    }
}

fn chain_policy(policy: &ChainPolicy, ids: &Ids) -> Option<into::ChainPolicy> {
    Some(match policy {
        ChainPolicy::Supervisor => into::ChainPolicy::Supervisor,
        ChainPolicy::Block => into::ChainPolicy::Block,
        ChainPolicy::FinalQueue(key) => into::ChainPolicy::FinalQueue(ids.queue(key)?),
    })
}

pub(super) fn edges(edges: &[At<EdgeEntry>], ids: &Ids) -> Vec<into::Edge> {
    let end = |end: &EdgeEnd| {
        Some(match end {
            EdgeEnd::Queue(key) => into::EdgeEnd::Queue(ids.queue(key)?),
            EdgeEnd::Team(key) => into::EdgeEnd::Team(ids.teams.get(key.as_str()).copied()?),
            EdgeEnd::Tier(tier) => into::EdgeEnd::Tier(small(tier.value)),
        })
    };
    edges
        .iter()
        .filter_map(|edge| Some(into::Edge { from: end(&edge.from)?, to: end(&edge.to)? }))
        .collect()
}

pub(super) fn hand_rules(rules: &Entries<At<HandRule>>) -> Vec<into::HandRule> {
    let when = |rule: &HandRule| match rule {
        HandRule::Keywords(words) => {
            into::HandRuleWhen::Keyword(words.iter().map(|word| word.value.clone()).collect())
        }
        HandRule::ChainWarning => into::HandRuleWhen::ChainWarning,
        HandRule::Silence(time) => into::HandRuleWhen::Silence { ms: time.value.0 },
    };
    rules
        .iter()
        .map(|(key, rule)| into::HandRule { key: key.value.clone(), when: when(rule) })
        .collect()
}
