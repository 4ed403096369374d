//! `baton story --frames`: what each viewer of the long journeys was told, beside which the state core of the web
//! parts is tested. The files are made anew with `UPDATE_EXPECT=1`.

use std::{fs, path::Path, process::Command};

use expect_test::expect_file;

/// Who is looked at in each journey: visitors, agents, a supervisor.
const JOURNEYS: &[(&str, &[&str])] = &[
    ("double-charge", &["olga", "mara", "kofi", "rosa"]),
    ("bad-evening", &["pia", "ines"]),
    ("up-three-tiers", &["nils", "ines", "dana", "rosa"]),
];

#[test]
fn the_frames_of_every_journey_are_those_the_web_parts_are_tested_with() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for (journey, viewers) in JOURNEYS {
        let into = tempfile::tempdir().expect("a directory");
        let story = Command::new(env!("CARGO_BIN_EXE_baton"))
            .arg("story")
            .arg(root.join(format!("scenarios/{journey}.story")))
            .arg("--frames")
            .arg(into.path())
            .output()
            .expect("baton runs");
        assert!(story.status.success(), "{}", String::from_utf8_lossy(&story.stderr));
        for viewer in *viewers {
            let told = fs::read_to_string(into.path().join(format!("{viewer}.json")))
                .expect("a file for every viewer");
            expect_file![root.join(format!("web/desk-state/streams/{journey}/{viewer}.json"))]
                .assert_eq(&told);
        }
    }
}
