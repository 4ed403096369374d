//! `baton check`.

use crate::process::{run, text};

#[test]
fn the_example_documents_have_nothing_to_mend() {
    for document in ["docs/examples/demo.yaml", "docs/examples/play.yaml"] {
        let output = run(&["check", document]);
        assert!(output.status.success(), "{document}: {}", text(&output.stderr));
        assert!(
            text(&output.stdout).contains("0 warning(s)"),
            "{document}: {}",
            text(&output.stdout)
        );
    }
}

#[test]
fn a_wrong_document_is_refused_with_place_and_remedy() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("wrong.yaml");
    let good = std::fs::read_to_string(crate::process::root().join("docs/examples/demo.yaml"))
        .expect("the example");
    let wrong = good.replacen("strategy:", "stratgy:", 1);
    assert_ne!(good, wrong);
    std::fs::write(&path, wrong).expect("written");
    let output = run(&["check", path.to_str().expect("UTF-8")]);
    assert!(!output.status.success());
    let told = text(&output.stderr);
    for part in ["unknown_key", "wrong.yaml", "stratgy", "strategy", "document_refused"] {
        assert!(told.contains(part), "no `{part}` in:\n{told}");
    }
}

#[test]
fn a_missing_document_says_so() {
    let output = run(&["check", "no-such.yaml"]);
    assert!(!output.status.success());
    assert!(
        text(&output.stderr).contains("document_unreadable: no-such.yaml"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn the_committed_contracts_are_the_ones_written() {
    let dir = tempfile::tempdir().expect("a directory");
    let output = run(&["contracts", "--into", dir.path().to_str().expect("UTF-8")]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for name in ["openapi.json", "workspace.schema.json"] {
        let written = std::fs::read_to_string(dir.path().join(name)).expect("written");
        let committed = std::fs::read_to_string(crate::process::root().join("api").join(name))
            .expect("committed");
        assert!(
            written == committed,
            "run `cargo run -p baton -- contracts` and commit api/{name}"
        );
    }
}
