//! Reading without taking part is audited (SPEC §4, "Who may do what").

use expect_test::expect;

use crate::check;

#[test]
fn reading_without_taking_part_stands_in_the_journal() {
    check(
        "
        workspace two-tiers
        online mara tom rosa ines
        0s    v1 opens
        1s    rosa reads v1
        2s    mara accepts v1
        3s    mara reads v1
        4s    tom reads v1
        5s    rosa reads v1
        6s    rosa assists v1 by observing
        7s    rosa reads v1
        8s    mara transfers v1 cold to technical
        9s    ines accepts v1
        10s   mara reads v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  ConversationRead v1 by rosa
            2s  OfferAccepted v1 by mara
            2s  AgentAssigned v1 to mara in billing: accepted
            4s  rejected: there is no such conversation, or it is not yours to see
            5s  ConversationRead v1 by rosa
            6s  SupervisorEntered v1 rosa: observe
            8s  TransferStarted v1 cold by mara to technical from billing
            8s  AgentReleased v1 from mara: transferred, wrap-up until 1m8s holding 1
            8s  WaitStarted v1 in technical: transfer, credit 2s, sent by mara
            8s  OfferMade v1 to ines until 38s
            9s  OfferAccepted v1 by ines
            9s  AgentAssigned v1 to ines in technical: accepted, hop from mara
            9s  TransferCompleted v1 to ines by ines
            v1 saw:
            0s  Queued
            0s  Offered
            2s  AgentJoined Mara
            8s  AgentLeft Mara
            8s  Queued
            8s  Offered
            9s  AgentJoined Ines
        "#]],
    );
}
