//! `cargo xtask test`: everything that must hold, in three parts that are timed and printed.
//!
//! Rust (formatting, lints, file rules, every crate's tests), web (types, lints, unit tests, builds, size
//! budgets), browser (journeys in Chromium against the real server). With `--long`, tests that repeat
//! themselves do so as often as their issue asks (`BATON_LONG=1`), otherwise a few times; and a fourth part
//! measures screens at their full size against a release build.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::{
    steps::{cargo, root, shown, step, step_with, target},
    tools,
};

/// A part, how long it may take, and what it does.
struct Part {
    name: &'static str,
    budget: Duration,
    run: fn(Rounds) -> Result<()>,
}

#[derive(Clone, Copy)]
enum Rounds {
    Few,
    Long,
}

const PARTS: [Part; 4] = [
    Part { name: "rust", budget: Duration::from_secs(15 * 60), run: rust },
    Part { name: "web", budget: Duration::from_secs(5 * 60), run: web },
    Part { name: "browser", budget: Duration::from_secs(15 * 60), run: browser },
    Part { name: MEASURED, budget: Duration::from_secs(15 * 60), run: measured },
];

/// Also the project of that name in web/e2e/playwright.config.ts.
const MEASURED: &str = "measured";

pub fn test(args: &[&str]) -> Result<()> {
    let rounds = if args.contains(&"--long") { Rounds::Long } else { Rounds::Few };
    let named: Vec<&str> = args.iter().copied().filter(|arg| *arg != "--long").collect();
    if let Some(unknown) = named.iter().find(|name| PARTS.iter().all(|part| part.name != **name)) {
        let parts = PARTS.map(|part| part.name).join(", ");
        bail!("there is no part `{unknown}`; the parts are {parts}");
    }
    let wanted = |part: &&Part| match named.as_slice() {
        [] => part.name != MEASURED || matches!(rounds, Rounds::Long),
        named => named.contains(&part.name),
    };
    let mut report = Vec::new();
    let mut failed = None;
    for part in PARTS.iter().filter(wanted) {
        println!("\n══ {} (at most {})", part.name, shown(part.budget));
        let start = Instant::now();
        let outcome = (part.run)(rounds);
        let took = start.elapsed();
        let late = if took > part.budget { ", over its budget" } else { "" };
        report.push(format!(
            "{:<8} {} in {} of {}{late}",
            part.name,
            if outcome.is_ok() { "passed" } else { "FAILED" },
            shown(took),
            shown(part.budget)
        ));
        if let Err(error) = outcome {
            println!("\n{error:#}");
            failed = failed.or(Some(error));
        }
    }
    println!("\n══ summary\n{}", report.join("\n"));
    failed.map_or(Ok(()), Err)
}

fn rust(rounds: Rounds) -> Result<()> {
    let cargo = cargo();
    step("formatting", &cargo, &["fmt", "--all", "--check"])?;
    crate::tidy::tidy(&[])?;
    step(
        "lints",
        &cargo,
        &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"],
    )?;
    let python = crate::mining::pm4py()?;
    let mut env = environment(rounds);
    env.push(("BATON_PM4PY", &python));
    web_folders()?;
    step("build the server", &cargo, &["build", "--package", "baton"])?;
    if tools::has(&cargo, &["nextest", "--version"]) {
        step_with("tests", &cargo, &["nextest", "run", "--workspace", "--no-fail-fast"], &env)
    } else {
        step_with("tests", &cargo, &["test", "--workspace", "--no-fail-fast"], &env)
    }
}

fn web(_: Rounds) -> Result<()> {
    tools::web_packages()?;
    step(
        "lint, types, unit tests, builds and budgets",
        "npm",
        &["--prefix", "web", "run", "--silent", "check"],
    )
}

fn browser(rounds: Rounds) -> Result<()> {
    web_built()?;
    step("build the server", &cargo(), &["build", "--package", "baton"])?;
    chromium("journeys in Chromium", "journeys", "debug/baton", rounds)?;
    match rounds {
        Rounds::Few => chromium("measured in Chromium", MEASURED, "debug/baton", rounds),
        Rounds::Long => Ok(()),
    }
}

fn measured(_: Rounds) -> Result<()> {
    web_built()?;
    step("build the server", &cargo(), &["build", "--package", "baton", "--release"])?;
    chromium("measured in Chromium", MEASURED, "release/baton", Rounds::Long)
}

fn web_built() -> Result<()> {
    tools::chromium()?;
    tools::web_packages()?;
    web_folders()?;
    step("build the web parts", "npm", &["--prefix", "web", "run", "--silent", "build"])
}

fn chromium(title: &str, project: &str, binary: &str, rounds: Rounds) -> Result<()> {
    let binary = target().join(binary);
    let binary = binary.to_string_lossy();
    let mut env = environment(rounds);
    env.push(("BATON_BIN", &binary));
    let project = format!("--project={project}");
    let args = ["--prefix", "web/e2e", "run", "--silent", "test", "--", "--no-deps", &project];
    step_with(title, "npm", &args, &env)
}

fn environment<'a>(rounds: Rounds) -> Vec<(&'a str, &'a str)> {
    match rounds {
        Rounds::Few => Vec::new(),
        Rounds::Long => vec![("BATON_LONG", "1")],
    }
}

/// The server finds its web parts where they will be, also when it is compiled before them.
fn web_folders() -> Result<()> {
    for part in ["console", "widget"] {
        std::fs::create_dir_all(root().join("web").join(part).join("dist"))?;
    }
    Ok(())
}
