//! Runs one program after the other, says which, how long each took, and what to do when one fails.

use std::{
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// The repository's root, wherever the command was typed.
pub fn root() -> PathBuf {
    let xtask = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().map(PathBuf::from).unwrap_or(xtask)
}

/// Where Cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

pub fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".into())
}

/// Runs a program from the root and shows its output.
pub fn step(what: &str, program: &str, args: &[&str]) -> Result<()> {
    step_with(what, program, args, &[])
}

/// The same with environment variables.
pub fn step_with(what: &str, program: &str, args: &[&str], env: &[(&str, &str)]) -> Result<()> {
    println!("\n── {what}\n   $ {program} {}", args.join(" "));
    let start = Instant::now();
    let status = Command::new(program)
        .args(args)
        .envs(env.iter().copied())
        .current_dir(root())
        .status()
        .with_context(|| format!("`{program}` could not be started; is it installed?"))?;
    if !status.success() {
        bail!("{what}: `{program} {}` failed ({status})", args.join(" "));
    }
    println!("   done in {}", shown(start.elapsed()));
    Ok(())
}

/// `2:05`, the way durations are written everywhere in Baton.
pub fn shown(duration: Duration) -> String {
    let seconds = duration.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
