//! Finds what the machine must have, and installs it where that is possible.
//!
//! Debian's packages, and only as root; everybody else gets the command to type.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::steps::{self, step};

/// Where Debian's package puts the browser.
pub const CHROMIUM: &str = "/usr/bin/chromium";
/// The oldest Node.js the web parts build with.
const NODE_MAJOR_MIN: u32 = 20;

/// Whether a program answers to `--version`.
pub fn has(program: &str, args: &[&str]) -> bool {
    Command::new(program)
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|s| s.success())
}

/// Makes sure that Node.js is there and new enough, then installs the locked packages if they changed.
pub fn web_packages() -> Result<()> {
    let version = Command::new("node").arg("--version").output();
    let major = version.ok().and_then(|out| String::from_utf8(out.stdout).ok()).and_then(|text| {
        text.trim().trim_start_matches('v').split('.').next()?.parse::<u32>().ok()
    });
    match major {
        Some(major) if major >= NODE_MAJOR_MIN => {}
        Some(major) => bail!("Node.js {NODE_MAJOR_MIN} or newer is needed, this is {major}"),
        None => bail!(
            "Node.js {NODE_MAJOR_MIN} or newer is needed; on Debian: apt-get install nodejs npm"
        ),
    }
    let lock = steps::root().join("web/package-lock.json");
    let installed = steps::root().join("web/node_modules/.package-lock.json");
    let fresh = match (
        lock.metadata().and_then(|m| m.modified()),
        installed.metadata().and_then(|m| m.modified()),
    ) {
        (Ok(lock), Ok(installed)) => installed >= lock,
        _ => false,
    };
    if fresh {
        println!("\n── web packages are up to date");
        return Ok(());
    }
    step(
        "install the web packages as locked",
        "npm",
        &["--prefix", "web", "ci", "--no-audit", "--no-fund"],
    )
}

/// Makes sure that Chromium is there.
pub fn chromium() -> Result<()> {
    if has(CHROMIUM, &["--version"]) {
        return Ok(());
    }
    debian("chromium", &format!("Chromium at {CHROMIUM}, for the browser tests"))
}

/// Installs one of Debian's packages, or says what to type.
pub fn debian(package: &str, what: &str) -> Result<()> {
    println!("\n── missing: {what}");
    let root =
        Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.trim_ascii() == b"0");
    if !root || !has("apt-get", &["--version"]) {
        bail!("please install {what}, e.g.: sudo apt-get install {package}");
    }
    step("refresh the list of packages", "apt-get", &["update", "-qq"])?;
    let install = ["install", "-y", "-qq", "--no-install-recommends", package];
    step(&format!("install {package}"), "apt-get", &install)
}
