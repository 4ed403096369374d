//! The process-mining library that exports are checked with: pm4py, in a virtual environment of Python below `target/`.
//!
//! A tool of the tests only, nothing of it is linked or shipped. Installed without the libraries it draws pictures with.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{
    steps::{step, target},
    tools,
};

/// Exactly these: whoever changes one runs the tests of exports.
const PACKAGES: [&str; 11] = [
    "pm4py==2.7.23.11",
    "deprecation==2.1.0",
    "lxml==6.1.3",
    "networkx==3.6.1",
    "numpy==2.4.6",
    "packaging==26.3",
    "pandas==3.1.1",
    "python-dateutil==4.0.0",
    "pytz==2026.6",
    "six==1.17.0",
    "tzdata==2026.6",
];

/// Makes sure that it is there, as pinned; the path of its Python.
pub fn pm4py() -> Result<String> {
    let folder = target().join("pm4py");
    let python = folder.join("bin/python").to_string_lossy().into_owned();
    let installed = folder.join("installed.txt");
    let wanted = PACKAGES.join("\n");
    if fs::read_to_string(&installed).is_ok_and(|there| there == wanted) {
        println!("\n── pm4py is up to date");
        return Ok(python);
    }
    let folder = folder.to_string_lossy();
    if !tools::has("python3", &["-m", "ensurepip", "--version"]) {
        tools::debian("python3-venv", "Python's virtual environments, for the tests of exports")?;
    }
    step("make an environment for pm4py", "python3", &["-m", "venv", "--clear", &folder])?;
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
    let install = [&install[..], &PACKAGES[..]].concat();
    step("install pm4py", &python, &install)
        .context("pm4py cannot be installed, and without it exports cannot be checked")?;
    if !tools::has(&python, &["-c", "import pm4py"]) {
        bail!("pm4py was installed and cannot be used: {python} -c 'import pm4py'");
    }
    fs::write(&installed, wanted)?;
    Ok(python)
}
