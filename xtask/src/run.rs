//! `cargo xtask run`: from a fresh clone to a running Baton with a demo workspace.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{
    steps::{self, cargo, step},
    tools,
};

pub fn run(args: &[&str]) -> Result<()> {
    let (own, serve) = match args.iter().position(|arg| *arg == "--") {
        Some(at) => (args.get(..at).unwrap_or_default(), args.get(at + 1..).unwrap_or_default()),
        None => (args, Default::default()),
    };
    let release = match own {
        [] => false,
        ["--release"] => true,
        [other, ..] => bail!(
            "`cargo xtask run` does not know `{other}`; options of the server come after `--`"
        ),
    };
    tools::web_packages()?;
    step("build the web parts", "npm", &["--prefix", "web", "run", "--silent", "build"])?;
    let mut build = vec!["build", "--package", "baton"];
    if release {
        build.push("--release");
    }
    step("build the server", &cargo(), &build)?;
    let binary = steps::target().join(if release { "release/baton" } else { "debug/baton" });
    println!("\n── start Baton with a demo workspace in ./data (Ctrl+C stops it)\n");
    let status = Command::new(&binary)
        .args(["serve", "--demo", "--data", "data"])
        .args(serve)
        .current_dir(steps::root())
        .status()
        .with_context(|| format!("{} could not be started", binary.display()))?;
    if status.success() { Ok(()) } else { bail!("baton serve ended: {status}") }
}
