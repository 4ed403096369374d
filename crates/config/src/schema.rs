//! The JSON Schema of the document, for editors; committed as `api/workspace.schema.json`.

use crate::document::Document;

/// The schema as pretty JSON with a newline at its end.
#[must_use]
pub fn schema_json() -> String {
    let schema = schemars::schema_for!(Document);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    text.push('\n');
    text
}
