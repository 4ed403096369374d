//! Which ways the workspace allows, between queues, teams and tiers (SPEC §4, "Chain guard").

use expect_test::expect;

use crate::check;

#[test]
fn a_move_goes_along_allowed_edges_only() {
    check(
        "
        workspace two-tiers
          edges:
            - { from: { queue: billing }, to: { tier: 2 } }
            - { from: { tier: 2 }, to: { team: sales } }
        online mara tom ines lena rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 cold to sales
        2s    mara transfers v1 cold to lena
        3s    mara looks for targets of v1
        4s    mara transfers v1 cold to technical
        5s    ines accepts v1
        6s    ines transfers v1 cold to billing
        7s    ines transfers v1 cold to lena
        8s    lena accepts v1
        9s    rosa assigns v1 to mara
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: the workspace does not allow this way
            2s  rejected: the workspace does not allow this way
            3s  mara sees mara online 1/3, off: already_there, not even parked: already_there
            3s  mara sees tom online 0/3
            3s  mara sees ines online 0/2, serves elsewhere
            3s  mara sees kofi offline 0/2, serves elsewhere, off: offline
            3s  mara sees lena online 0/2, serves elsewhere, off: edge_not_allowed, not even parked: edge_not_allowed
            3s  mara sees billing 0 waiting, 2 of 2 online available, off: already_there
            3s  mara sees technical 0 waiting, 1 of 1 online available
            3s  mara sees sales 0 waiting, 1 of 1 online available, off: edge_not_allowed
            4s  TransferStarted v1 cold by mara to technical from billing
            4s  AgentReleased v1 from mara: transferred, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            4s  OfferMade v1 to ines until 34s
            5s  OfferAccepted v1 by ines
            5s  AgentAssigned v1 to ines in technical: accepted, hop from mara
            5s  TransferCompleted v1 to ines by ines
            6s  rejected: the workspace does not allow this way
            7s  TransferStarted v1 cold else return by ines to lena in sales from technical
            7s  AgentReleased v1 from ines: transferred, wrap-up until 1m7s holding 1
            7s  WaitStarted v1 in sales: transfer, credit 2s, sent by ines, reserved for lena (named receiver) until 1m7s
            7s  OfferMade v1 to lena until 1m7s
            8s  OfferAccepted v1 by lena
            8s  AgentAssigned v1 to lena in sales: accepted, hop from ines
            8s  TransferCompleted v1 to lena by lena
            9s  rejected: your role does not allow this
        "#]],
    );
}

#[test]
fn edges_may_be_said_by_the_team_of_either_end() {
    check(
        "
        workspace two-tiers
          edges:
            - { from: { team: front }, to: { queue: technical } }
            - { from: { queue: technical }, to: { team: sales } }
        online mara ines lena tom
        0s    v1 opens in billing
        1s    mara accepts v1
        2s    mara transfers v1 cold to lena
        3s    mara transfers v1 cold to technical
        4s    ines accepts v1
        5s    ines transfers v1 cold to tom
        6s    ines transfers v1 cold to lena
        7s    lena accepts v1
        8s    lena transfers v1 cold to technical
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: the workspace does not allow this way
            3s  TransferStarted v1 cold by mara to technical from billing
            3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            3s  OfferMade v1 to ines until 33s
            4s  OfferAccepted v1 by ines
            4s  AgentAssigned v1 to ines in technical: accepted, hop from mara
            4s  TransferCompleted v1 to ines by ines
            5s  rejected: the workspace does not allow this way
            6s  TransferStarted v1 cold else return by ines to lena in sales from technical
            6s  AgentReleased v1 from ines: transferred, wrap-up until 1m6s holding 1
            6s  WaitStarted v1 in sales: transfer, credit 2s, sent by ines, reserved for lena (named receiver) until 1m6s
            6s  OfferMade v1 to lena until 1m6s
            7s  OfferAccepted v1 by lena
            7s  AgentAssigned v1 to lena in sales: accepted, hop from ines
            7s  TransferCompleted v1 to lena by lena
            8s  rejected: the workspace does not allow this way
        "#]],
    );
}
