//! The story format itself: what cannot be read is said with its line and what was expected.

use expect_test::{Expect, expect};

fn unreadable(script: &str, expected: Expect) {
    match sim::story::run(script) {
        Ok(story) => panic!("this was read:\n{story}"),
        Err(failure) => expected.assert_eq(&failure.to_string()),
    }
}

#[test]
fn a_verb_that_there_is_not_is_named() {
    unreadable(
        "0s mara jumps v1",
        expect!["line 1: expected a verb of the story format, found `jumps`"],
    );
}

#[test]
fn a_time_needs_a_unit() {
    unreadable(
        "10 mara online",
        expect!["line 1: expected a time such as 90s, 1m30s or +5s, found `10`"],
    );
}

#[test]
fn time_does_not_go_back() {
    unreadable(
        "10s mara online\n5s tom online",
        expect!["line 2: expected a time not before that of the step above, found `5s`"],
    );
}

#[test]
fn a_text_ends_where_its_quotes_do() {
    unreadable("0s v1 opens \"hello", expect![[r#"line 1: expected a closing ", found "hello"#]]);
}

#[test]
fn a_line_ends_where_it_should() {
    unreadable(
        "0s v1 opens \"hello\" loudly",
        expect!["line 1: expected the end of the line, found `loudly`"],
    );
}

#[test]
fn a_conversation_is_opened_before_it_is_spoken_of() {
    unreadable("\n0s mara accepts v1", expect!["line 2: there is no conversation `v1` yet"]);
}

#[test]
fn a_name_that_is_neither_agent_nor_queue_is_no_target() {
    unreadable(
        "online mara\n0s v1 opens\n1s mara accepts v1\n2s mara transfers v1 warm to nowhere",
        expect!["line 4: there is no agent `nowhere`"],
    );
}

#[test]
fn a_workspace_is_one_of_those_there_are() {
    unreadable(
        "workspace moon",
        expect![
            "line 0: there is no workspace `moon`; there are one-queue, centre, noon, pipeline, shared, steady, three-tiers, two-tiers"
        ],
    );
}

#[test]
fn a_changed_workspace_is_checked_like_any_other() {
    unreadable(
        "workspace one-queue\n  queues: { help: { max_wait: 5 } }",
        expect![
            "line 0: 1:782: wrong_type: a length of time is written like 30s, 5m, 1h 30m or 2d"
        ],
    );
}

#[test]
fn times_are_absolute_or_count_from_the_step_before() {
    let steps = sim::story::parse("0s tick\n+90s tick\n2m tick\n+1m30s tick").unwrap().steps;
    assert_eq!(steps.iter().map(|step| step.at_ms / 1_000).collect::<Vec<_>>(), [0, 90, 120, 210]);
}
