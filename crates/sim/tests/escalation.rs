//! Escalation to a tier, recall and return (SPEC §4, "Escalation to a tier", "Return"), over three tiers and
//! across departments.

use expect_test::expect;

use crate::check;

#[test]
fn the_agent_is_released_at_once_with_wrap_up_and_the_visitor_is_told_of_the_new_tier() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        10s  mara accepts v1
        20s  mara escalates v1 to network \"reset twice\"
        21s  mara looks
        25s  ines accepts v1
        26s  v1 looks
        show v1
        ",
        expect![[""]],
    );
}

#[test]
fn tiers_may_be_climbed_one_by_one_or_skipped_across_teams() {
    check(
        "
        workspace pipeline
        online mara ines dana
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   mara accepts v2
        2s   mara escalates v1 to network
        3s   ines accepts v1
        4s   ines escalates v1
        5s   dana accepts v1
        6s   mara escalates v2 to expert
        7s   dana accepts v2
        8s   dana looks at v1
        ",
        expect![[""]],
    );
}

#[test]
fn departments_of_the_same_tier_hand_over_as_well() {
    check(
        "
        workspace pipeline
        online mara bea
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to billing
        3s   bea accepts v1
        ",
        expect![[""]],
    );
}

#[test]
fn an_option_is_named_where_there_are_several_and_has_what_it_requires() {
    check(
        "
        workspace pipeline
        online mara ines kofi dana
        0s   v1 opens
        1s   mara accepts v1
        2s   mara looks at v1
        3s   mara looks for targets of v1
        4s   mara escalates v1
        5s   mara escalates v1 to nowhere
        6s   mara escalates v1 to seniors
        7s   mara escalates v1 to seniors because needs_network
        8s   mara escalates v1 to network
        9s   ines accepts v1
        10s  mara escalates v1 to network
        11s  ines escalates v1
        12s  dana accepts v1
        13s  dana escalates v1
        ",
        expect![[""]],
    );
}

#[test]
fn only_the_list_is_asked_for_60_s_and_then_the_whole_stage() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to seniors because needs_network \"fibre\"
        3s   mara looks why ines for v1
        70s  ines accepts v1
        ",
        expect![[""]],
    );
}

#[test]
fn somebody_of_the_list_who_comes_in_time_is_asked_before_everybody_else() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to seniors because needs_network \"fibre\"
        20s  kofi online
        21s  kofi accepts v1
        ",
        expect![[""]],
    );
}

#[test]
fn into_an_empty_tier_the_agent_confirms_and_the_fallback_leads_back_to_the_same_agent() {
    check(
        "
        workspace pipeline
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to expert
        3s   mara escalates v1 to expert anyway
        3m10s  mara accepts v1
        ",
        expect![[""]],
    );
}

#[test]
fn the_sender_may_recall_it_until_somebody_accepts() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network
        3s   mara recalls v1
        4s   mara escalates v1 to network
        5s   ines accepts v1
        6s   mara recalls v1
        ",
        expect![[""]],
    );
}

#[test]
fn a_return_goes_to_the_last_owner_at_the_place_it_came_from_and_is_a_hop() {
    check(
        "
        workspace pipeline
        online mara tom ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara returns v1
        3s   mara escalates v1 to network
        4s   ines accepts v1
        5s   ines returns v1 \"only a password\"
        6s   mara accepts v1
        7s   mara looks at v1
        ",
        expect![[""]],
    );
}

#[test]
fn a_return_is_kept_60_s_for_the_last_owner_and_goes_to_the_queue_without_them() {
    check(
        "
        workspace pipeline
        online mara tom ines
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   tom accepts v2
        2s   mara escalates v1 to network
        2s   tom escalates v2 to network
        3s   ines accepts v1
        3s   ines accepts v2
        4s   tom away
        5s   ines returns v1
        6s   ines returns v2
        7s   mara declines v1
        8s   mara accepts v2
        ",
        expect![[""]],
    );
}

#[test]
fn returns_lead_back_step_by_step() {
    check(
        "
        workspace pipeline
        online mara ines dana
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network
        3s   ines accepts v1
        4s   ines escalates v1
        5s   dana accepts v1
        6s   dana returns v1
        7s   ines accepts v1
        8s   ines returns v1
        9s   mara accepts v1
        10s  mara returns v1
        ",
        expect![[""]],
    );
}
