//! `baton check FILE`: reads a workspace document and says what is wrong with it, like a compiler.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use config::Severity;

/// Prints the findings; an error if the document cannot be applied.
pub fn check(path: &Path) -> Result<()> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).with_context(|| format!("document_unreadable: {name}"))?;
    let (findings, summary) = match config::parse(&text) {
        Err(findings) => (findings.0, String::new()),
        Ok(document) => {
            let findings = config::check(&document);
            let summary = format!(
                "{} teams, {} agents, {} queues, {} pipelines",
                document.teams.len(),
                document.agents.len(),
                document.queues.len(),
                document.pipelines.len()
            );
            (findings, summary)
        }
    };
    if !findings.is_empty() {
        eprintln!("{}", config::render(&findings, &name, &text));
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        bail!("document_refused: {name}: {errors} error(s)");
    }
    println!("{name}: {summary}; {} warning(s)", findings.len());
    Ok(())
}
