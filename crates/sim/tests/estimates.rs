//! When an estimated wait is shown, and what is said of it in the end (SPEC §5, "Estimated wait").

use expect_test::expect;

use crate::check;

#[test]
fn a_change_of_more_than_a_fifth_is_shown_but_not_within_5_s() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 }, ines: { capacity: 1 } }
        online mara
        0s   a opens
        1s   mara accepts a
        2s   v1 opens
        2s   system estimates v1 at 1 as 100s to 200s
        6s   system estimates v1 at 1 as 50s to 200s
        7s   system estimates v1 at 1 as 80s to 200s
        8s   system estimates v1 at 1 as 79s to 200s
        14s  system estimates v1 at 1 as 79s to 241s
        20s  system estimates v1 at 1 as 79s to 241s
        20s  v1 looks
        ",
        expect![[r#"
             0s  ConversationOpened a in help
             0s  WaitStarted a in help: opened
             0s  OfferMade a to mara until 30s
             1s  OfferAccepted a by mara
             1s  AgentAssigned a to mara in help: accepted
             2s  ConversationOpened v1 in help
             2s  WaitStarted v1 in help: opened
             2s  NobodyEligible v1: 2 offline, 1 at_capacity
             2s  EstimateShown v1 place 1, 1m40s to 3m20s
             8s  EstimateShown v1 place 1, 1m19s to 3m20s
            14s  EstimateShown v1 place 1, 1m19s to 4m1s
            20s  v1 sees waiting, waiting since 2s, place 1, 1m19s to 4m1s
        "#]],
    );
}

#[test]
fn an_estimate_is_shown_again_after_30_s_though_it_is_the_same() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 }, ines: { capacity: 1 } }
        online mara
        0s   a opens
        1s   mara accepts a
        2s   v1 opens
        2s   system estimates v1 at 1 as 100s to 200s
        31s  system estimates v1 at 1 as 100s to 200s
        32s  system estimates v1 at 1 as 100s to 200s
        ",
        expect![[r#"
             0s  ConversationOpened a in help
             0s  WaitStarted a in help: opened
             0s  OfferMade a to mara until 30s
             1s  OfferAccepted a by mara
             1s  AgentAssigned a to mara in help: accepted
             2s  ConversationOpened v1 in help
             2s  WaitStarted v1 in help: opened
             2s  NobodyEligible v1: 2 offline, 1 at_capacity
             2s  EstimateShown v1 place 1, 1m40s to 3m20s
            32s  EstimateShown v1 place 1, 1m40s to 3m20s
        "#]],
    );
}

#[test]
fn a_new_place_in_line_is_shown_at_once() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 }, ines: { capacity: 1 } }
        online mara
        0s   a opens
        1s   mara accepts a
        2s   v1 opens
        3s   v2 opens
        3s   system estimates v2 at 2 as 100s to 200s
        4s   v1 closes
        4s   system estimates v2 at 1 as 100s to 200s
        4s   v2 looks
        ",
        expect![[r#"
            0s  ConversationOpened a in help
            0s  WaitStarted a in help: opened
            0s  OfferMade a to mara until 30s
            1s  OfferAccepted a by mara
            1s  AgentAssigned a to mara in help: accepted
            2s  ConversationOpened v1 in help
            2s  WaitStarted v1 in help: opened
            2s  NobodyEligible v1: 2 offline, 1 at_capacity
            3s  ConversationOpened v2 in help
            3s  WaitStarted v2 in help: opened
            3s  NobodyEligible v2: 2 offline, 1 at_capacity
            3s  EstimateShown v2 place 2, 1m40s to 3m20s
            4s  ConversationClosed v1: visitor by v1
            4s  EstimateShown v2 place 1, 1m40s to 3m20s
            4s  v2 sees waiting, waiting since 3s, place 1, 1m40s to 3m20s
        "#]],
    );
}

#[test]
fn estimates_are_in_whole_seconds_and_never_shorter_than_what_was_found() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 }, ines: { capacity: 1 } }
        online mara
        0s   a opens
        1s   mara accepts a
        2s   v1 opens
        2s   system estimates v1 at 1 as 90001ms to 180500ms
        ",
        expect![[r#"
            0s  ConversationOpened a in help
            0s  WaitStarted a in help: opened
            0s  OfferMade a to mara until 30s
            1s  OfferAccepted a by mara
            1s  AgentAssigned a to mara in help: accepted
            2s  ConversationOpened v1 in help
            2s  WaitStarted v1 in help: opened
            2s  NobodyEligible v1: 2 offline, 1 at_capacity
            2s  EstimateShown v1 place 1, 1m31s to 3m1s
        "#]],
    );
}

#[test]
fn without_agents_on_shift_or_without_experience_it_says_so() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        0s   v1 opens
        0s   system predicts
        0s   v1 looks
        10s  mara online
        11s  mara accepts v1
        12s  v2 opens
        12s  system predicts
        20s  mara away
        20s  system predicts
        ",
        expect![[r#"
             0s  ConversationOpened v1 in help
             0s  WaitStarted v1 in help: opened
             0s  NobodyEligible v1: 3 offline
             0s  EstimateShown v1 place 1, nobody_on_shift
             0s  v1 sees waiting, waiting since 0s, place 1, nobody_on_shift
            10s  AgentStatusSet mara online
            10s  OfferMade v1 to mara until 40s
            11s  OfferAccepted v1 by mara
            11s  AgentAssigned v1 to mara in help: accepted
            12s  ConversationOpened v2 in help
            12s  WaitStarted v2 in help: opened
            12s  NobodyEligible v2: 2 offline, 1 at_capacity
            12s  EstimateShown v2 place 1, no_data
            20s  AgentStatusSet mara away
            20s  EstimateShown v2 place 1, nobody_on_shift
        "#]],
    );
}

#[test]
fn when_an_agent_comes_the_journal_says_what_was_shown_and_when() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 }, ines: { capacity: 1 } }
        online mara
        0s   a opens
        1s   mara accepts a
        2s   v1 opens
        2s   system estimates v1 at 1 as 40s to 80s
        40s  system estimates v1 at 1 as 30s to 60s
        41s  a closes
        42s  mara wraps up a
        50s  mara accepts v1
        50s  v1 looks
        ",
        expect![[r#"
             0s  ConversationOpened a in help
             0s  WaitStarted a in help: opened
             0s  OfferMade a to mara until 30s
             1s  OfferAccepted a by mara
             1s  AgentAssigned a to mara in help: accepted
             2s  ConversationOpened v1 in help
             2s  WaitStarted v1 in help: opened
             2s  NobodyEligible v1: 2 offline, 1 at_capacity
             2s  EstimateShown v1 place 1, 40s to 1m20s
            40s  EstimateShown v1 place 1, 30s to 1m
            41s  AgentReleased a from mara: closed, wrap-up until 1m41s holding 1
            41s  ConversationClosed a: visitor by a
            42s  WrapUpEnded a of mara: by_agent
            42s  OfferMade v1 to mara until 1m12s
            50s  OfferAccepted v1 by mara
            50s  PredictionsTested v1: answered; shown at 2s place 1, 40s to 1m20s, at 40s place 1, 30s to 1m
            50s  AgentAssigned v1 to mara in help: accepted
            50s  v1 sees active with Mara
        "#]],
    );
}

#[test]
fn a_wait_that_ends_by_leaving_or_by_a_fallback_says_so() {
    check(
        "
        workspace two-tiers
          agents: { mara: { capacity: 1 } }
          queues: { billing: { max_wait: 60s, fallback: technical } }
        online mara ines
        0s   a opens in billing
        1s   mara accepts a
        2s   v1 opens in billing
        2s   v2 opens in billing
        2s   system estimates v1 at 1 as 40s to 80s
        2s   system estimates v2 at 2 as 60s to 99s
        30s  v1 closes
        62s  tick
        ",
        expect![[r#"
              0s  ConversationOpened a in billing
              0s  WaitStarted a in billing: opened
              0s  OfferMade a to mara until 30s
              1s  OfferAccepted a by mara
              1s  AgentAssigned a to mara in billing: accepted
              2s  ConversationOpened v1 in billing
              2s  WaitStarted v1 in billing: opened
              2s  NobodyEligible v1: 1 offline, 1 at_capacity
              2s  ConversationOpened v2 in billing
              2s  WaitStarted v2 in billing: opened
              2s  NobodyEligible v2: 1 offline, 1 at_capacity
              2s  EstimateShown v1 place 1, 40s to 1m20s
              2s  EstimateShown v2 place 2, 1m to 1m39s
             30s  PredictionsTested v1: left; shown at 2s place 1, 40s to 1m20s
             30s  ConversationClosed v1: visitor by v1
             47s  VisitorToldStillSearching v2
            1m2s  PredictionsTested v2: moved_on; shown at 2s place 2, 1m to 1m39s
            1m2s  WaitStarted v2 in technical: fallback, credit 1m
            1m2s  OfferMade v2 to ines until 1m32s
        "#]],
    );
}

#[test]
fn nothing_is_said_of_a_wait_of_which_nothing_was_known() {
    check(
        "
        0s   v1 opens
        0s   system estimates v1 at 1 as nobody_on_shift
        5s   v1 closes
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  NobodyEligible v1: 3 offline
            0s  EstimateShown v1 place 1, nobody_on_shift
            5s  ConversationClosed v1: visitor by v1
        "#]],
    );
}

#[test]
fn the_owner_sees_where_a_warm_transfer_to_a_queue_stands() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 warm to technical
        2s   system predicts
        3s   system estimates v1 at 1 as 40s to 80s
        9s   system estimates v1 at 1 as 60s to 90s
        9s   mara looks at v1
        20s  mara cancels v1
        20s  system estimates v1 at 1 as 10s to 20s
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  TransferStarted v1 warm by mara to technical from billing
             2s  NobodyEligible v1: 2 offline
             2s  EstimateShown v1 place 1, nobody_on_shift
             9s  EstimateShown v1 place 1, 1m to 1m30s
             9s  mara sees v1 as owner: active in billing, owner mara, warm transfer from mara to technical pending, place 1, 1m to 1m30s; may reply note (transfer: transfer_open) cancel_transfer (complete_transfer: not_accepted_yet) (park: transfer_open) set_priority invite raise_hand (close: transfer_open)
            20s  PredictionsTested v1: moved_on; shown at 9s place 1, 1m to 1m30s
            20s  TransferEnded v1 cancelled: by_sender
        "#]],
    );
}
