//! Closing, what it ends (invariant I11), and what stays (SPEC §2).

use expect_test::expect;

use crate::check;

#[test]
fn a_visitor_may_close_and_the_owner_wraps_up() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   v1 closes
        3s   mara looks
        2m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
                2s  ConversationClosed v1: visitor by v1
                3s  mara sees me: online, load 1/2, wrap-up v1 until 1m2s
                3s  mara sees v1 as wrapping_up: closed in help; may end_wrap_up extend_wrap_up
              1m2s  WrapUpEnded v1 of mara: time_up
              1m2s  ConversationArchived v1
        "#]],
    );
}

#[test]
fn closing_ends_an_offer() {
    check(
        "
        online mara
        0s   v1 opens
        1s   v1 closes
        2s   mara looks
        2s   mara accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferEnded v1 to mara: withdrawn
                1s  ConversationClosed v1: visitor by v1
                2s  mara sees me: online, load 0/2
                2s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}

#[test]
fn closing_by_the_visitor_ends_a_pending_transfer_as_cancelled() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to technical
        3s   v1 closes
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferEnded v1 to ines: withdrawn
            3s  TransferEnded v1 cancelled: closed
            3s  AgentReleased v1 from mara: closed, wrap-up until 1m3s holding 1
            3s  ConversationClosed v1: visitor by v1
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  Closed
        "#]],
    );
}

#[test]
fn closing_by_the_visitor_ends_an_introduction() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to technical
        3s   ines accepts v1
        4s   v1 closes
        5s   ines looks
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  TransferAccepted v1 by ines
            4s  TransferEnded v1 cancelled: closed
            4s  AgentReleased v1 from mara: closed, wrap-up until 1m4s holding 1
            4s  ConversationClosed v1: visitor by v1
            5s  ines sees me: online, load 0/2
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Ines
            4s  Closed
        "#]],
    );
}

#[test]
fn closing_ends_a_reservation() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines else park
        3s   v1 closes
        4s   ines online
        4s   ines looks
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else park by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 30m2s
                3s  TransferEnded v1 cancelled: closed
                3s  ConversationClosed v1: visitor by v1
                4s  AgentStatusSet ines online
                4s  ines sees me: online, load 0/2
        "#]],
    );
}

#[test]
fn closing_removes_a_guest() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines staying
        3s   ines accepts v1
        4s   ines closes v1
        5s   mara looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm staying by mara to ines in technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  TransferAccepted v1 by ines
            3s  AgentReleased v1 from mara: became guest, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            3s  TransferCompleted v1 to ines by ines
            3s  GuestJoined v1 mara: handed_over
            4s  GuestLeft v1 mara: closed
            4s  AgentReleased v1 from ines: closed, wrap-up until 1m4s holding 1
            4s  ConversationClosed v1: agent by ines
            5s  mara sees me: online, load 1/3, wrap-up v1 until 1m3s
            5s  mara sees v1 as wrapping_up: closed in technical, hops 1; may end_wrap_up extend_wrap_up
        "#]],
    );
}

#[test]
fn closed_is_final() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   v1 writes \"one more thing\"
        3s   mara closes v1
        3s   mara transfers v1 cold to tom
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
                2s  ConversationClosed v1: agent by mara
                3s  rejected: the conversation is closed
                3s  rejected: the conversation is closed
                3s  rejected: the conversation is closed
        "#]],
    );
}

#[test]
fn a_visitor_who_returns_gets_a_new_conversation_linked_to_the_previous_one() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   tom online
        30s  v1 opens
        31s  tom accepts v1/2
        32s  tom looks into v1
        32s  ines looks into v1
        33s  tom looks at v1/2
        33s  v1 looks
        ",
        expect![[r#"
             0s  ConversationOpened v1 in help
             0s  WaitStarted v1 in help: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in help: accepted
             2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
             2s  ConversationClosed v1: agent by mara
             3s  AgentStatusSet tom online
            30s  ConversationOpened v1/2 in help after v1
            30s  WaitStarted v1/2 in help: opened
            30s  OfferMade v1/2 to tom until 1m (of 2)
            31s  OfferAccepted v1/2 by tom
            31s  AgentAssigned v1/2 to tom in help: accepted
            32s  tom sees may read
            32s  ines sees may not read
            33s  tom sees v1/2 as owner: active in help, owner tom; may reply note transfer park set_priority invite raise_hand close
            33s  v1 sees closed
            33s  v1 sees active with Tom
        "#]],
    );
}

#[test]
fn a_closed_conversation_leaves_memory_once_its_wrap_ups_are_over() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        50s  mara extends v1
        5m   mara closes v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
                2s  ConversationClosed v1: agent by mara
               50s  WrapUpExtended v1 of mara until 2m2s
              2m2s  WrapUpEnded v1 of mara: time_up
              2m2s  ConversationArchived v1
                5m  rejected: the conversation is closed
        "#]],
    );
}
