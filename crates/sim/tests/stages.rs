//! The path of a conversation: fallbacks, message stages, offline forms, drops, surveys, and configuration that
//! changes under it (SPEC §2, §3, §4).

use expect_test::expect;

use crate::check;

#[test]
fn a_fallback_may_lead_through_a_message_to_another_stage() {
    check(
        "
        workspace pipeline
        online kofi
        0s   v1 opens
        2m5s  kofi accepts v1
        show v1
        ",
        expect![[""]],
    );
}

#[test]
fn a_stage_with_nobody_online_is_passed_over_for_its_own_fallback() {
    check(
        "
        workspace pipeline
        online dana
        0s   v1 opens
        2m5s  dana accepts v1
        ",
        expect![[""]],
    );
}

#[test]
fn with_every_fallback_passed_over_the_visitor_is_asked() {
    check(
        "
        workspace pipeline
        0s   v1 opens
        2m1s  v1 keeps waiting
        4m1s  tick
        ",
        expect![[""]],
    );
}

#[test]
fn an_offline_form_is_shown_while_the_conversation_goes_on_waiting() {
    check(
        "
        workspace pipeline
        online mara
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   mara accepts v2
        2s   mara escalates v1 to billing anyway
        2s   mara escalates v2 to billing anyway
        2m3s  v1 looks
        2m4s  v1 leaves message \"Call me\"
        18m  tick
        show v2
        ",
        expect![[""]],
    );
}

#[test]
fn whose_owner_is_lost_goes_where_the_stage_says() {
    check(
        "
        workspace pipeline
        online mara ines dana
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network
        3s   ines accepts v1
        4s   ines drops
        2m10s  ines connects
        ",
        expect![[""]],
    );
}

#[test]
fn a_survey_is_asked_after_closing_and_answered_once() {
    check(
        "
        workspace pipeline
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   v1 looks
        4s   v1 rates 6
        5s   v1 rates 4 \"quick\"
        6s   v1 rates 5
        20m  tick
        show v1
        ",
        expect![[""]],
    );
}

#[test]
fn a_survey_that_nobody_answers_is_over_after_15_min() {
    check(
        "
        workspace pipeline
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        15m3s  v1 rates 4
        ",
        expect![[""]],
    );
}

#[test]
fn time_outs_run_on_with_what_they_began_with_and_a_stage_that_is_gone_falls_back_to_its_queue() {
    check(
        "
        workspace pipeline
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network anyway
        3s   admin configures
          pipelines: { support: { stages: { second: { max_wait: 1m } } } }
        2m   tick
        3m10s  tick
        ",
        expect![[""]],
    );
}

#[test]
fn after_a_restart_time_outs_that_passed_are_honoured_in_every_stage() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   mara accepts v2
        2s   mara escalates v1 to billing anyway
        3s   mara escalates v2 to seniors because needs_network \"fibre\"
        10s  server restarts
        11s  mara connects
        11s  ines connects
        11s  v1 connects
        11s  v2 connects
        64s  ines accepts v2
        65s  ines closes v2
        17m5s  tick
        ",
        expect![[""]],
    );
}
