//! What the page says of a visitor while they chat (SPEC §1, metadata): at once, to the end, and without a line of its own.

use expect_test::expect;

use crate::check;

#[test]
fn the_page_says_more_of_its_visitor_while_they_wait_and_while_they_talk() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens in billing with plan \"basic\"
        1s   v1 tells cart \"3 things\"
        2s   mara accepts v1
        3s   v1 tells plan \"gold\" cart
        4s   mara transfers v1 cold to technical
        5s   v1 tells plan \"gold\"
        6s   v1 tells plan
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  AttributesSet v1
            2s  OfferAccepted v1 by mara
            2s  AgentAssigned v1 to mara in billing: accepted
            3s  AttributesSet v1
            4s  TransferStarted v1 cold by mara to technical from billing
            4s  AgentReleased v1 from mara: transferred, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in technical: transfer, credit 2s, sent by mara
            4s  NobodyEligible v1: 2 offline
            6s  AttributesSet v1 to nothing
            v1 saw:
            0s  Queued
            0s  Offered
            2s  AgentJoined Mara
            4s  AgentLeft Mara
            4s  Queued
        "#]],
    );
}

#[test]
fn nothing_is_said_of_whoever_is_gone() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   v1 tells plan \"gold\"
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
            2s  ConversationClosed v1: agent by mara
            3s  rejected: the conversation is closed
        "#]],
    );
}
