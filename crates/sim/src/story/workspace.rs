//! The documents a script can name, and how a script changes one: key by key, `null` removes (RFC 7396).

use std::collections::BTreeMap;

use domain::{
    config::{Config, Interval},
    ids::{HoursId, Timestamp},
};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Documents by name; they live in `scenarios/workspaces`.
const DOCUMENTS: &[(&str, &str)] = &[
    ("one-queue", include_str!("../../../../scenarios/workspaces/one-queue.yaml")),
    ("centre", include_str!("../../../../scenarios/workspaces/centre.yaml")),
    ("noon", include_str!("../../../../scenarios/workspaces/noon.yaml")),
    ("pipeline", include_str!("../../../../scenarios/workspaces/pipeline.yaml")),
    ("shared", include_str!("../../../../scenarios/workspaces/shared.yaml")),
    ("steady", include_str!("../../../../scenarios/workspaces/steady.yaml")),
    ("three-tiers", include_str!("../../../../scenarios/workspaces/three-tiers.yaml")),
    ("two-tiers", include_str!("../../../../scenarios/workspaces/two-tiers.yaml")),
];

/// What a script's workspace says at one moment, as a document.
#[derive(Debug, Clone)]
pub struct Document(Tree);

/// YAML whose maps keep their order: stages, options and questions are shown and begun in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Tree {
    Map(IndexMap<String, Tree>),
    List(Vec<Tree>),
    Leaf(Value),
}

impl Document {
    pub fn named(name: &str) -> Result<Self, String> {
        let Some((_, text)) = DOCUMENTS.iter().find(|(known, _)| *known == name) else {
            let known: Vec<&str> = DOCUMENTS.iter().map(|(known, _)| *known).collect();
            return Err(format!("there is no workspace `{name}`; there are {}", known.join(", ")));
        };
        read(text).map(Self)
    }

    /// Merges a block of YAML into the document.
    pub fn change(&mut self, patch: &str) -> Result<(), String> {
        if !patch.trim().is_empty() {
            merge(&mut self.0, read(patch)?);
        }
        Ok(())
    }

    /// The version after `previous`, checked as every document is.
    pub fn load(&self, previous: Option<&Config>, now: Timestamp) -> Result<Config, String> {
        config::load(&self.text()?, previous, now).map_err(|findings| findings.to_string())
    }

    /// The hours of the version in force, from a moment on.
    pub fn hours(
        &self,
        in_force: &Config,
        now: Timestamp,
    ) -> Result<BTreeMap<HoursId, Vec<Interval>>, String> {
        let document = config::parse(&self.text()?).map_err(|findings| findings.to_string())?;
        Ok(config::open_hours(&document, in_force, now))
    }

    /// JSON is YAML, so that the one way through `config` serves here too.
    fn text(&self) -> Result<String, String> {
        serde_json::to_string(&self.0).map_err(|error| error.to_string())
    }
}

fn read(yaml: &str) -> Result<Tree, String> {
    serde_saphyr::from_str(yaml).map_err(|error| error.to_string())
}

fn merge(into: &mut Tree, change: Tree) {
    match (into, change) {
        (Tree::Map(into), Tree::Map(changes)) => {
            for (key, change) in changes {
                if matches!(change, Tree::Leaf(Value::Null)) {
                    into.shift_remove(&key);
                } else {
                    merge(into.entry(key).or_insert(Tree::Leaf(Value::Null)), change);
                }
            }
        }
        (into, change) => *into = change,
    }
}
