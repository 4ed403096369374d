//! `cargo xtask test`: everything that must hold, in three parts that are timed and printed.
//!
//! Rust (formatting, lints, file rules, every crate's tests), web (types, lints, unit tests, builds, size
//! budgets), browser (journeys in Chromium against the real server). With `--long`, tests that repeat
//! themselves do so as often as their issue asks (`BATON_LONG=1`); otherwise a few times.

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

const PARTS: [Part; 3] = [
    Part { name: "rust", budget: Duration::from_secs(15 * 60), run: rust },
    Part { name: "web", budget: Duration::from_secs(5 * 60), run: web },
    Part { name: "browser", budget: Duration::from_secs(15 * 60), run: browser },
];

pub fn test(args: &[&str]) -> Result<()> {
    let rounds = if args.contains(&"--long") { Rounds::Long } else { Rounds::Few };
    let named: Vec<&str> = args.iter().copied().filter(|arg| *arg != "--long").collect();
    if let Some(unknown) = named.iter().find(|name| PARTS.iter().all(|part| part.name != **name)) {
        bail!("there is no part `{unknown}`; the parts are rust, web and browser");
    }
    let mut report = Vec::new();
    for part in PARTS.iter().filter(|part| named.is_empty() || named.contains(&part.name)) {
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
            println!("\n══ summary\n{}", report.join("\n"));
            return Err(error);
        }
    }
    println!("\n══ summary\n{}", report.join("\n"));
    Ok(())
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
    tools::chromium()?;
    tools::web_packages()?;
    web_folders()?;
    step("build the web parts", "npm", &["--prefix", "web", "run", "--silent", "build"])?;
    step("build the server", &cargo(), &["build", "--package", "baton"])?;
    let binary = target().join("debug/baton");
    let binary = binary.to_string_lossy();
    let mut env = environment(rounds);
    env.push(("BATON_BIN", &binary));
    step_with(
        "journeys in Chromium",
        "npm",
        &["--prefix", "web/e2e", "run", "--silent", "test"],
        &env,
    )
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
