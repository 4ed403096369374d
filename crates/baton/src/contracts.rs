//! `baton contracts`: writes what clients and documents are held to.

use std::{fs, path::Path};

use anyhow::{Context, Result};

/// Writes the generated contracts; they are committed and a test compares them.
pub fn write(into: &Path) -> Result<()> {
    fs::create_dir_all(into)
        .with_context(|| format!("contracts_unwritable: {}", into.display()))?;
    for (name, text) in [
        ("openapi.json", server::openapi_json()),
        ("reports.json", server::reports_json()),
        ("workspace.schema.json", config::schema_json()),
    ] {
        let path = into.join(name);
        fs::write(&path, text)
            .with_context(|| format!("contracts_unwritable: {}", path.display()))?;
        println!("{}", path.display());
    }
    Ok(())
}
