//! Who comes first when an agent gets room (SPEC §3, "Order"; invariant I10).

use expect_test::expect;

use crate::check;

/// Tom has one unit, takes `first`, and gets room again when that closes.
const ONE_AT_A_TIME: &str = "
    workspace one-queue
      agents: { tom: { capacity: 1 } }
      queues: { help: { wrap_up: { time: 0s } } }
    ";

#[test]
fn the_longest_wait_comes_first() {
    check(
        &format!(
            "{ONE_AT_A_TIME}
    online tom
    0s   v0 opens
    1s   tom accepts v0
    2s   v1 opens
    3s   v2 opens
    9s   tom closes v0
            "
        ),
        expect![[r#"
                0s  ConversationOpened v0 in help
                0s  WaitStarted v0 in help: opened
                0s  OfferMade v0 to tom until 30s
                1s  OfferAccepted v0 by tom
                1s  AgentAssigned v0 to tom in help: accepted
                2s  ConversationOpened v1 in help
                2s  WaitStarted v1 in help: opened
                2s  NobodyEligible v1: 2 offline, 1 at_capacity
                3s  ConversationOpened v2 in help
                3s  WaitStarted v2 in help: opened
                3s  NobodyEligible v2: 2 offline, 1 at_capacity
                9s  AgentReleased v0 from tom: closed
                9s  ConversationClosed v0: agent by tom
                9s  OfferMade v1 to tom until 39s
        "#]],
    );
}

#[test]
fn a_higher_priority_comes_before_a_longer_wait() {
    check(
        &format!(
            "{ONE_AT_A_TIME}
    online tom
    0s   v0 opens
    1s   tom accepts v0
    2s   v1 opens
    3s   v2 opens
    4s   rosa prioritises v2 9
    9s   tom closes v0
            "
        ),
        expect![[r#"
                0s  ConversationOpened v0 in help
                0s  WaitStarted v0 in help: opened
                0s  OfferMade v0 to tom until 30s
                1s  OfferAccepted v0 by tom
                1s  AgentAssigned v0 to tom in help: accepted
                2s  ConversationOpened v1 in help
                2s  WaitStarted v1 in help: opened
                2s  NobodyEligible v1: 2 offline, 1 at_capacity
                3s  ConversationOpened v2 in help
                3s  WaitStarted v2 in help: opened
                3s  NobodyEligible v2: 2 offline, 1 at_capacity
                4s  PrioritySet v2 to 9 by rosa
                9s  AgentReleased v0 from tom: closed
                9s  ConversationClosed v0: agent by tom
                9s  OfferMade v2 to tom until 39s
        "#]],
    );
}

#[test]
fn what_comes_into_a_line_at_once_is_offered_in_its_order() {
    check(
        "
        workspace one-queue
          agents: { tom: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   mara accepts v2
        4s   mara prioritises v2 9
        5s   tom online
        6s   mara offline handing over
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  ConversationOpened v2 in help
            2s  WaitStarted v2 in help: opened
            2s  OfferMade v2 to mara until 32s
            3s  OfferAccepted v2 by mara
            3s  AgentAssigned v2 to mara in help: accepted
            4s  PrioritySet v2 to 9 by mara
            5s  AgentStatusSet tom online
            6s  AgentStatusSet mara offline
            6s  AgentReleased v1 from mara: went offline
            6s  WaitStarted v1 in help: agent went offline, mara, credit 1s, at the front
            6s  AgentReleased v2 from mara: went offline
            6s  WaitStarted v2 in help: agent went offline, mara, credit 1s, at the front, priority 9
            6s  OfferMade v2 to tom until 36s
            6s  NobodyEligible v1: 2 offline, 1 at_capacity
        "#]],
    );
}

#[test]
fn re_queued_after_a_lost_agent_comes_before_every_priority() {
    check(
        "
        workspace one-queue
          agents: { tom: { capacity: 1 } }
          queues: { help: { wrap_up: { time: 0s } } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   tom online
        3s   v0 opens
        4s   mara away
        4s   tom accepts v0
        5s   v2 opens
        6s   rosa prioritises v2 9
        10s  mara drops
        2m10s tick
        2m11s tom closes v0
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentStatusSet tom online
                3s  ConversationOpened v0 in help
                3s  WaitStarted v0 in help: opened
                3s  OfferMade v0 to tom until 33s (of 2)
                4s  AgentStatusSet mara away
                4s  OfferAccepted v0 by tom
                4s  AgentAssigned v0 to tom in help: accepted
                5s  ConversationOpened v2 in help
                5s  WaitStarted v2 in help: opened
                5s  NobodyEligible v2: 1 offline, 1 away, 1 at_capacity
                6s  PrioritySet v2 to 9 by rosa
               10s  AgentConnectionLost mara
               40s  AgentDisconnected mara
               40s  OwnerLost v1 mara
               50s  VisitorToldStillSearching v2
             2m10s  AgentGivenUp mara
             2m10s  AgentReleased v1 from mara: lost
             2m10s  WaitStarted v1 in help: agent lost, mara, credit 1s, at the front
             2m10s  NobodyEligible v1: 1 offline, 1 disconnected, 1 at_capacity
             2m11s  AgentReleased v0 from tom: closed
             2m11s  ConversationClosed v0: agent by tom
             2m11s  OfferMade v1 to tom until 2m41s
        "#]],
    );
}

#[test]
fn what_is_reserved_for_an_agent_comes_before_everything_else() {
    check(
        "
        workspace two-tiers
          agents: { ines: { capacity: 1 } }
          queues: { technical: { wrap_up: { time: 0s } } }
        online mara ines
        0s   v0 opens in technical
        1s   ines accepts v0
        2s   v1 opens in technical
        3s   rosa prioritises v1 9
        4s   v2 opens in billing
        5s   mara accepts v2
        6s   mara transfers v2 cold to ines else park
        9s   ines closes v0
        ",
        expect![[r#"
                0s  ConversationOpened v0 in technical
                0s  WaitStarted v0 in technical: opened
                0s  OfferMade v0 to ines until 30s
                1s  OfferAccepted v0 by ines
                1s  AgentAssigned v0 to ines in technical: accepted
                2s  ConversationOpened v1 in technical
                2s  WaitStarted v1 in technical: opened
                2s  NobodyEligible v1: 1 offline, 1 at_capacity
                3s  PrioritySet v1 to 9 by rosa
                4s  ConversationOpened v2 in billing
                4s  WaitStarted v2 in billing: opened
                4s  OfferMade v2 to mara until 34s
                5s  OfferAccepted v2 by mara
                5s  AgentAssigned v2 to mara in billing: accepted
                6s  TransferStarted v2 cold else park by mara to ines in technical from billing
                6s  AgentReleased v2 from mara: transferred, wrap-up until 1m6s holding 1
                6s  WaitStarted v2 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 30m6s
                9s  AgentReleased v0 from ines: closed
                9s  ConversationClosed v0: agent by ines
                9s  OfferMade v2 to ines until 1m9s
        "#]],
    );
}

#[test]
fn an_agent_of_several_queues_serves_the_first_of_all_their_lines() {
    check(
        "
        workspace two-tiers
          agents: { mara: { capacity: 1 } }
          queues: { sales: { members: { teams: [sales, front] } }, billing: { wrap_up: { time: 0s } } }
        online mara
        0s   v0 opens in billing
        1s   mara accepts v0
        2s   v1 opens in sales
        3s   v2 opens in billing
        9s   mara closes v0
        ",
        expect![[r#"
                0s  ConversationOpened v0 in billing
                0s  WaitStarted v0 in billing: opened
                0s  OfferMade v0 to mara until 30s
                1s  OfferAccepted v0 by mara
                1s  AgentAssigned v0 to mara in billing: accepted
                2s  ConversationOpened v1 in sales
                2s  WaitStarted v1 in sales: opened
                2s  NobodyEligible v1: 2 offline, 1 at_capacity
                3s  ConversationOpened v2 in billing
                3s  WaitStarted v2 in billing: opened
                3s  NobodyEligible v2: 1 offline, 1 at_capacity
                9s  AgentReleased v0 from mara: closed
                9s  ConversationClosed v0: agent by mara
                9s  OfferMade v1 to mara until 39s
        "#]],
    );
}

#[test]
fn conversations_that_wait_equally_long_go_by_id() {
    check(
        &format!(
            "{ONE_AT_A_TIME}
    online tom
    0s   v0 opens
    1s   tom accepts v0
    2s   v1 opens
    2s   v2 opens
    9s   tom closes v0
            "
        ),
        expect![[r#"
                0s  ConversationOpened v0 in help
                0s  WaitStarted v0 in help: opened
                0s  OfferMade v0 to tom until 30s
                1s  OfferAccepted v0 by tom
                1s  AgentAssigned v0 to tom in help: accepted
                2s  ConversationOpened v1 in help
                2s  WaitStarted v1 in help: opened
                2s  NobodyEligible v1: 2 offline, 1 at_capacity
                2s  ConversationOpened v2 in help
                2s  WaitStarted v2 in help: opened
                2s  NobodyEligible v2: 2 offline, 1 at_capacity
                9s  AgentReleased v0 from tom: closed
                9s  ConversationClosed v0: agent by tom
                9s  OfferMade v1 to tom until 39s
        "#]],
    );
}

#[test]
fn waiting_credit_is_kept_in_the_next_queue_and_time_with_an_agent_is_not() {
    check(
        "
        workspace two-tiers
        0s   v1 opens in billing
        40s  mara online
        50s  mara accepts v1
        5m   mara transfers v1 cold to technical
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  NobodyEligible v1: 2 offline
            40s  AgentStatusSet mara online
            40s  OfferMade v1 to mara until 1m10s
            50s  OfferAccepted v1 by mara
            50s  AgentAssigned v1 to mara in billing: accepted
             5m  TransferStarted v1 cold by mara to technical from billing
             5m  AgentReleased v1 from mara: transferred, wrap-up until 6m holding 1
             5m  WaitStarted v1 in technical: transfer, credit 50s, sent by mara
             5m  NobodyEligible v1: 2 offline
        "#]],
    );
}

#[test]
fn credit_of_a_queue_may_be_reset_or_boosted() {
    check(
        "
        workspace two-tiers
          queues: { technical: { credit: reset }, sales: { credit: boost } }
        0s   v1 opens in billing
        0s   v2 opens in billing
        40s  mara online
        50s  mara accepts v1
        50s  mara accepts v2
        60s  mara transfers v1 cold to technical
        60s  mara transfers v2 cold to sales
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  NobodyEligible v1: 2 offline
             0s  ConversationOpened v2 in billing
             0s  WaitStarted v2 in billing: opened
             0s  NobodyEligible v2: 2 offline
            40s  AgentStatusSet mara online
            40s  OfferMade v1 to mara until 1m10s
            40s  OfferMade v2 to mara until 1m10s
            50s  OfferAccepted v1 by mara
            50s  AgentAssigned v1 to mara in billing: accepted
            50s  OfferAccepted v2 by mara
            50s  AgentAssigned v2 to mara in billing: accepted
             1m  TransferStarted v1 cold by mara to technical from billing
             1m  AgentReleased v1 from mara: transferred, wrap-up until 2m holding 1
             1m  WaitStarted v1 in technical: transfer, sent by mara
             1m  NobodyEligible v1: 2 offline
             1m  TransferStarted v2 cold by mara to sales from billing
             1m  AgentReleased v2 from mara: transferred, wrap-up until 2m holding 1
             1m  WaitStarted v2 in sales: transfer, credit 5m50s, sent by mara
             1m  NobodyEligible v2: 1 offline
        "#]],
    );
}

#[test]
fn credit_lets_a_transferred_conversation_overtake_who_came_later() {
    check(
        "
        workspace two-tiers
          agents: { ines: { capacity: 1 } }
          queues: { technical: { wrap_up: { time: 0s } } }
        online ines
        0s    v0 opens in technical
        1s    ines accepts v0
        2s    v1 opens in billing
        60s   mara online
        61s   mara accepts v1
        70s   v2 opens in technical
        80s   mara transfers v1 cold to technical
        90s   ines closes v0
        ",
        expect![[r#"
               0s  ConversationOpened v0 in technical
               0s  WaitStarted v0 in technical: opened
               0s  OfferMade v0 to ines until 30s
               1s  OfferAccepted v0 by ines
               1s  AgentAssigned v0 to ines in technical: accepted
               2s  ConversationOpened v1 in billing
               2s  WaitStarted v1 in billing: opened
               2s  NobodyEligible v1: 2 offline
              47s  VisitorToldStillSearching v1
               1m  AgentStatusSet mara online
               1m  OfferMade v1 to mara until 1m30s
             1m1s  OfferAccepted v1 by mara
             1m1s  AgentAssigned v1 to mara in billing: accepted
            1m10s  ConversationOpened v2 in technical
            1m10s  WaitStarted v2 in technical: opened
            1m10s  NobodyEligible v2: 1 offline, 1 at_capacity
            1m20s  TransferStarted v1 cold by mara to technical from billing
            1m20s  AgentReleased v1 from mara: transferred, wrap-up until 2m20s holding 1
            1m20s  WaitStarted v1 in technical: transfer, credit 59s, sent by mara
            1m20s  NobodyEligible v1: 1 offline, 1 at_capacity
            1m30s  AgentReleased v0 from ines: closed
            1m30s  ConversationClosed v0: agent by ines
            1m30s  OfferMade v1 to ines until 2m
        "#]],
    );
}

#[test]
fn priority_is_kept_over_handoffs() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara prioritises v1 8
        3s   mara transfers v1 cold to technical
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  PrioritySet v1 to 8 by mara
            3s  TransferStarted v1 cold by mara to technical from billing
            3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in technical: transfer, credit 1s, priority 8, sent by mara
            3s  NobodyEligible v1: 2 offline
        "#]],
    );
}

#[test]
fn a_queue_may_set_the_priority_of_everything_that_enters() {
    check(
        "
        workspace two-tiers
          queues: { technical: { priority: 7 } }
        online mara
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara prioritises v1 2
        3s   mara transfers v1 cold to technical
        4s   v2 opens in technical
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  PrioritySet v1 to 2 by mara
            3s  TransferStarted v1 cold by mara to technical from billing
            3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in technical: transfer, credit 1s, priority 7, sent by mara
            3s  NobodyEligible v1: 2 offline
            4s  ConversationOpened v2 in technical
            4s  WaitStarted v2 in technical: opened, priority 7
            4s  NobodyEligible v2: 2 offline
        "#]],
    );
}

#[test]
fn priority_is_a_number_from_0_to_9() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara prioritises v1 10
        2s   mara prioritises v1 0
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  rejected: priority is a number from 0 to 9
                2s  PrioritySet v1 to 0 by mara
        "#]],
    );
}
