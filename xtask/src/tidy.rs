//! The file rules that no compiler checks (CONTRIBUTING, "How files look").
//!
//! Every source file says in its first line what it is for; files over 500 lines stand on a list that may
//! only shrink; no ignored tests, no sleeps in tests, no addresses of package registries, no paths of somebody's machine.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::steps::root;

/// Lines from which a file must give its reason by standing on the list.
const LINES_MAX: usize = 500;
const RATCHET: &str = "xtask/long-files.txt";
/// Written in two halves, so that this file does not break its own rule.
const FORBIDDEN: &[(&str, &str, &str)] = &[
    ("#[ig", "nore", "an ignored test proves nothing: make it run, or delete it"),
    ("thread::sl", "eep", "wait for what happens, not for time to pass"),
    ("waitForTime", "out", "use an assertion that waits"),
    ("TO", "DO", "do it, or write it into the issue"),
    ("FIX", "ME", "mend it, or write it into the issue"),
    ("index.crates", ".io", "name packages, not registries"),
    ("registry.npmjs", ".org", "name packages, not registries"),
    ("/work", "/", "no paths of somebody's machine"),
];
/// Module and crate names that collect everything.
const CATCH_ALLS: &[&str] = &["common", "utils", "util", "helpers", "helper", "models", "misc"];

pub fn tidy(args: &[&str]) -> Result<()> {
    println!("\n── file rules");
    let files = tracked_files()?;
    let mut findings = Vec::new();
    let mut long = BTreeMap::new();
    for file in &files {
        let Ok(text) = fs::read_to_string(root().join(file)) else { continue };
        findings.extend(check(file, &text));
        let lines = text.lines().count();
        if lines > LINES_MAX && is_source(file) && !is_generated(file) {
            long.insert(file.clone(), lines);
        }
    }
    if args.contains(&"--fix-ratchet") {
        let list: String = long.iter().map(|(file, lines)| format!("{lines} {file}\n")).collect();
        fs::write(root().join(RATCHET), list)?;
    }
    findings.extend(ratchet(&long));
    findings.extend(architecture(&files));
    if findings.is_empty() {
        println!("   {} files, nothing to mend", files.len());
        return Ok(());
    }
    bail!("{} file rule(s) broken:\n{}", findings.len(), findings.join("\n"))
}

/// What is wrong with one file.
fn check(file: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    let first = text.lines().find(|line| !line.starts_with("#!")).unwrap_or("");
    let says_what_it_is_for = match Path::new(file).extension().and_then(|e| e.to_str()) {
        Some("rs") => first.starts_with("//! "),
        Some("ts" | "tsx" | "mjs") => {
            first.starts_with("// ") || first.starts_with("/** ") || first == "/**"
        }
        _ => true,
    };
    if !says_what_it_is_for && !is_generated(file) {
        findings.push(format!("{file}:1: the first line says in a sentence what the file is for"));
    }
    for (at, line) in text.lines().enumerate() {
        if line.ends_with([' ', '\t']) && is_source(file) && !is_generated(file) {
            findings.push(format!("{file}:{}: space at the end of the line", at + 1));
        }
        for (head, tail, why) in FORBIDDEN {
            let word = format!("{head}{tail}");
            let in_scope = is_source(file) || word.contains('/') || word.contains('.');
            if in_scope && line.contains(&word) && !is_generated(file) {
                findings.push(format!("{file}:{}: `{word}`: {why}", at + 1));
            }
        }
    }
    let stem = Path::new(file).file_stem().and_then(|s| s.to_str()).unwrap_or("");
    if is_source(file) && CATCH_ALLS.contains(&stem) {
        findings.push(format!("{file}: `{stem}` says nothing; name the file for its one concept"));
    }
    findings
}

/// The list of long files may only shrink.
fn ratchet(long: &BTreeMap<String, usize>) -> Vec<String> {
    let listed: BTreeMap<String, usize> = fs::read_to_string(root().join(RATCHET))
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(lines, file)| Some((file.to_string(), lines.parse().ok()?)))
        .collect();
    long.iter()
        .filter_map(|(file, lines)| match listed.get(file) {
            None => {
                Some(format!("{file}: {lines} lines; over {LINES_MAX} wants a split by concept"))
            }
            Some(was) if lines > was => {
                Some(format!("{file}: {lines} lines, was {was}; long files may only shrink"))
            }
            Some(_) => None,
        })
        .collect()
}

/// ARCHITECTURE.md stays a page that names every crate.
fn architecture(files: &[String]) -> Vec<String> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap_or_default();
    let mut findings = Vec::new();
    if text.lines().count() > 250 {
        findings.push("ARCHITECTURE.md: more than 250 lines are not read".to_string());
    }
    for name in files.iter().filter_map(|f| f.strip_prefix("crates/")?.strip_suffix("/Cargo.toml"))
    {
        if !text.contains(&format!("`{name}`")) {
            findings.push(format!("ARCHITECTURE.md: says nothing of the crate `{name}`"));
        }
    }
    findings
}

fn is_source(file: &str) -> bool {
    [".rs", ".ts", ".tsx", ".mjs", ".css", ".sh"].iter().any(|end| file.ends_with(end))
}

fn is_generated(file: &str) -> bool {
    file.contains("generated")
        || file.starts_with("api/")
        || file.ends_with("package-lock.json")
        || file == "Cargo.lock"
}

fn tracked_files() -> Result<Vec<String>> {
    let out = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .context("the file rules need git")?;
    Ok(String::from_utf8(out.stdout)?
        .lines()
        .filter(|f| root().join(f).is_file())
        .map(String::from)
        .collect())
}
