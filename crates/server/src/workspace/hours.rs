//! Keeps the hours of a workspace known ahead: looked at when it starts and every week after.
//!
//! The document in force says them; `config` expands them and the desk decides what they mean.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    command::{Actor, Command},
    config::{Config, Interval},
    ids::{HoursId, Timestamp},
};
use store::Store as _;

use super::{Ground, Workspace};
use crate::limits::HOURS_RENEWAL;

/// For as long as the workspace runs.
pub async fn keep_ahead(workspace: Arc<Workspace>, ground: Ground) {
    loop {
        renew(&workspace, &ground).await;
        tokio::time::sleep(HOURS_RENEWAL).await;
    }
}

async fn renew(workspace: &Workspace, ground: &Ground) {
    let names = workspace.names();
    let config = names.config();
    if config.hours.is_empty() {
        return;
    }
    let version = config.version;
    let document = match ground.store.document(workspace.id, Some(version)).await {
        Ok(Some(kept)) => config::parse(&kept.yaml).ok(),
        Ok(None) => None,
        Err(error) => {
            tracing::error!(%error, workspace = %workspace.key, "the hours could not be renewed");
            return;
        }
    };
    let Some(document) = document else {
        tracing::error!(workspace = %workspace.key, version, "there is no document to renew the hours from");
        return;
    };
    let hours = config::open_hours(&document, config, ground.clock.now());
    if !reach_further(config, &hours) {
        return;
    }
    let command = Command::RenewHours { version, hours };
    // Refused where another version has come into force meanwhile, which brings its own.
    if let Err(refusal) = workspace.command(Actor::System, None, command, Vec::new()).await {
        tracing::warn!(%refusal, workspace = %workspace.key, "the hours were not renewed");
    }
}

/// Whether any of them goes on after what is known.
fn reach_further(config: &Config, hours: &BTreeMap<HoursId, Vec<Interval>>) -> bool {
    let end = |open: Option<&Vec<Interval>>| {
        open.and_then(|open| open.last()).map_or(Timestamp(0), |last| last.to)
    };
    hours.iter().any(|(id, renewed)| {
        let known = config.hours.get(id).map(|hours| &hours.open);
        end(known).after(HOURS_RENEWAL_MS) <= end(Some(renewed))
    })
}

/// A start that comes sooner than this after the last renewal renews nothing.
const HOURS_RENEWAL_MS: u64 = HOURS_RENEWAL.as_millis() as u64;

#[cfg(test)]
mod tests {
    use domain::config::Hours;

    use super::*;

    #[test]
    fn hours_are_renewed_once_a_week_of_them_is_to_be_had() {
        let ends = |days: u64| {
            let to = Timestamp(days * 86_400_000);
            vec![Interval { from: Timestamp(0), to }]
        };
        let hours =
            |open| Hours { key: "day".into(), name: "Day".into(), zone: "UTC".into(), open };
        let known = |open| Config {
            hours: BTreeMap::from([(HoursId(1), hours(open))]),
            ..Config::default()
        };
        let renewed = |days| BTreeMap::from([(HoursId(1), ends(days))]);
        assert!(!reach_further(&known(ends(400)), &renewed(406)));
        assert!(reach_further(&known(ends(400)), &renewed(407)));
        assert!(reach_further(&known(Vec::new()), &renewed(400)));
        assert!(!reach_further(&known(Vec::new()), &BTreeMap::from([(HoursId(1), Vec::new())])));
    }
}
