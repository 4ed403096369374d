//! Holds every crate to the dependency table of ARCHITECTURE.md.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

/// What each crate may use of ours outside its tests. `testkit` is for tests only and may use anything.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("engine", &["domain"]),
    ("store", &["domain"]),
    ("store-sql", &["domain", "store"]),
    ("bus", &[]),
    ("config", &["domain"]),
    ("protocol", &[]),
    ("reports", &["domain", "store"]),
    ("server", &["bus", "config", "domain", "engine", "protocol", "reports", "store", "store-sql"]),
    ("client", &["protocol"]),
    ("sim", &["config", "domain", "engine", "store"]),
    (
        "testkit",
        &[
            "bus",
            "client",
            "config",
            "domain",
            "engine",
            "protocol",
            "reports",
            "server",
            "sim",
            "store",
            "store-sql",
        ],
    ),
    (
        "baton",
        &[
            "bus",
            "client",
            "config",
            "domain",
            "engine",
            "protocol",
            "reports",
            "server",
            "sim",
            "store",
            "store-sql",
        ],
    ),
    ("xtask", &[]),
];

/// Libraries a crate must never reach for: IO, clocks and floats stay out of the core.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("domain", &["tokio", "serde_json", "tracing", "jiff", "uuid", "getrandom"]),
    ("engine", &["tokio", "serde", "serde_json", "tracing", "jiff"]),
    ("store", &["rusqlite", "tokio", "axum"]),
    ("sim", &["tokio"]),
    ("protocol", &["tokio", "axum"]),
];

struct Package {
    name: String,
    uses: BTreeSet<String>,
}

fn packages() -> Vec<Package> {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .output()
        .expect("cargo metadata runs");
    let meta: serde_json::Value =
        serde_json::from_slice(&out.stdout).expect("cargo metadata prints JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("a name").to_string();
    meta["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .map(|package| Package {
            name: text(&package["name"]),
            uses: package["dependencies"]
                .as_array()
                .expect("dependencies")
                .iter()
                .filter(|dep| dep["kind"] != "dev")
                .map(|dep| text(&dep["name"]))
                .collect(),
        })
        .collect()
}

#[test]
fn every_crate_depends_only_on_what_the_table_allows() {
    let packages = packages();
    let ours: BTreeSet<&str> = packages.iter().map(|p| p.name.as_str()).collect();
    let table: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    assert_eq!(ours, table.keys().copied().collect(), "the table names every crate and no other");
    for package in &packages {
        for dep in package.uses.iter().filter(|dep| ours.contains(dep.as_str())) {
            assert!(
                table[package.name.as_str()].contains(&dep.as_str()),
                "`{}` must not depend on `{dep}`",
                package.name
            );
        }
    }
}

#[test]
fn the_core_reaches_for_no_io() {
    for package in packages() {
        let forbidden = FORBIDDEN
            .iter()
            .find(|(name, _)| *name == package.name)
            .map_or(&[][..], |(_, deps)| deps);
        for dep in forbidden {
            assert!(!package.uses.contains(*dep), "`{}` must not depend on `{dep}`", package.name);
        }
    }
}
