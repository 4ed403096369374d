//! The journal's format, held still: a golden file for every kind and version that was ever written.
//!
//! A file is a list of bodies that together show every form of that kind. Bodies are only ever added:
//! `UPDATE_GOLDEN=1 cargo test -p store` puts in those that are missing and takes none out.

mod attributes;
mod document;
mod erasure;
mod histories;
mod samples;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::PathBuf,
};

use domain::{Desk, event::Event, ids::Timestamp};
use serde_json::value::RawValue;
use store::codec::{self, Encoded};

fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

/// One event of every kind, and of every form its parts can take.
fn samples() -> Vec<Event> {
    let all = samples::events().into_iter().chain(histories::events());
    all.chain(erasure::events()).chain(attributes::events()).collect()
}

/// The bodies of the samples as they are written today, by kind and version.
fn written_today() -> BTreeMap<(&'static str, u16), Vec<String>> {
    let mut bodies: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for Encoded { kind, version, body } in samples().iter().map(codec::encode) {
        bodies.entry((kind, version)).or_default().push(body);
    }
    bodies
}

/// The bodies in a golden file; none if there is no such file.
fn golden(path: &PathBuf) -> Vec<String> {
    let Ok(text) = fs::read_to_string(path) else { return vec![] };
    let bodies: Vec<Box<RawValue>> = serde_json::from_str(&text).expect("a list of bodies");
    bodies.iter().map(|body| body.get().to_owned()).collect()
}

#[test]
fn samples_show_every_kind() {
    let shown: BTreeSet<_> = samples().iter().map(|event| codec::encode(event).kind).collect();
    assert_eq!(shown, codec::KINDS.iter().map(|(kind, _)| *kind).collect());
}

#[test]
fn what_is_written_today_stands_in_the_golden_files() {
    for ((kind, version), bodies) in written_today() {
        let path = directory().join(format!("{kind}.v{version}.json"));
        let mut known = golden(&path);
        let missing: Vec<_> = bodies.into_iter().filter(|body| !known.contains(body)).collect();
        if env::var_os("UPDATE_GOLDEN").is_some() && !missing.is_empty() {
            known.extend(missing);
            fs::write(&path, format!("[\n{}\n]\n", known.join(",\n"))).expect("a golden file");
        } else {
            assert_eq!(
                missing, [""; 0],
                "{kind} v{version}: an added field wants UPDATE_GOLDEN=1, a changed meaning a new kind"
            );
        }
    }
}

/// Every event that golden bodies tell of, with the name of its file.
fn events_ever_written() -> Vec<(String, Event)> {
    let mut events = Vec::new();
    for entry in fs::read_dir(directory()).expect("the directory of golden files") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        let (kind, version) = name.rsplit_once(".v").expect("`kind.vN.json`");
        let version = version.parse().expect("a version");
        for body in golden(&path) {
            let event = codec::decode(kind, version, &body)
                .unwrap_or_else(|error| panic!("{error}\n{body}"));
            events.push((name.to_owned(), event));
        }
    }
    events.sort_by(|a, b| a.0.cmp(&b.0));
    events
}

#[test]
fn every_body_ever_written_is_read() {
    for (name, event) in events_ever_written() {
        let again = codec::encode(&event);
        assert_eq!(codec::decode(again.kind, again.version, &again.body), Ok(event), "{name}");
    }
}

#[test]
fn every_event_ever_written_is_applied_in_any_order() {
    let events = events_ever_written();
    let mut desk = Desk::new();
    for (_, event) in events.iter().chain(events.iter().rev()) {
        desk.apply(event, Timestamp(1_700_000_000_000));
    }
    assert!(desk.config().is_some());
}

#[test]
fn every_text_an_event_names_is_among_those_that_go_when_it_is_erased() {
    for (name, event) in events_ever_written() {
        // Written for developers, each id begins with its letter: a text's with `b`.
        let told = format!("{event:?}");
        let words = told.split(|letter: char| !letter.is_ascii_alphanumeric());
        let named = words.filter_map(|word| word.strip_prefix('b')?.parse().ok());
        let named: BTreeSet<u64> = named.collect();
        let listed: BTreeSet<u64> = event.bodies().into_iter().map(|body| body.0).collect();
        assert_eq!(listed, named, "{name}");
    }
}

#[test]
fn an_unknown_kind_or_version_is_refused_by_name() {
    let unknown =
        |kind: &str, version| codec::DecodeError::Unknown { kind: kind.to_owned(), version };
    assert_eq!(codec::decode("weather.changed", 1, "{}"), Err(unknown("weather.changed", 1)));
    assert_eq!(codec::decode("server.started", 9, "{}"), Err(unknown("server.started", 9)));
}

#[test]
fn a_malformed_body_is_refused_without_repeating_it() {
    let error = codec::decode("agent.connected", 1, r#"{"agent":"Jane Doe"}"#)
        .expect_err("a malformed body");
    assert!(matches!(error, codec::DecodeError::Malformed { .. }));
    assert!(!error.to_string().contains("Jane"), "{error}");
}
