//! The JSON Schema for editors.

use expect_test::expect_file;

#[test]
fn the_schema_describes_every_section_and_allows_no_other() {
    let schema: serde_json::Value = serde_json::from_str(&config::schema_json()).unwrap();
    let sections: Vec<&str> =
        schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        sections,
        [
            "agents",
            "alerts",
            "away_reasons",
            "canned_replies",
            "dispositions",
            "edges",
            "entry",
            "hand_rules",
            "hours",
            "lists",
            "messages",
            "pipelines",
            "queues",
            "reasons",
            "retention",
            "settings",
            "skills",
            "tags",
            "teams",
            "widget",
            "workspace"
        ]
    );
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["required"], serde_json::json!(["workspace", "agents", "queues", "entry"]));
}

#[test]
fn positions_leave_no_trace_in_the_schema() {
    let schema = config::schema_json();
    assert!(!schema.contains("Span") && !schema.contains("At_"), "{schema}");
}

#[test]
fn the_committed_schema_is_that_of_the_document() {
    expect_file!["../../../api/workspace.schema.json"].assert_eq(&config::schema_json());
}
