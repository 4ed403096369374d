//! Who may read which conversation, also afterwards (SPEC §4, "Who may do what").

use expect_test::expect;

use crate::check;

#[test]
fn who_helps_a_visitor_reads_their_earlier_conversations_and_no_later_ones() {
    check(
        "
        workspace two-tiers
        online mara tom ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   v1 opens in technical
        4s   ines accepts v1/2
        5s   ines looks into v1
        5s   tom looks into v1
        6s   v1 opens in billing
        7s   mara declines v1/3
        8s   tom accepts v1/3
        9s   tom looks into v1
        9s   tom looks into v1/2
        9s   ines looks into v1/3
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
            2s  ConversationClosed v1: agent by mara
            3s  ConversationOpened v1/2 in technical after v1
            3s  WaitStarted v1/2 in technical: opened
            3s  OfferMade v1/2 to ines until 33s
            4s  OfferAccepted v1/2 by ines
            4s  AgentAssigned v1/2 to ines in technical: accepted
            5s  ines sees may read
            5s  tom sees may not read
            6s  ConversationOpened v1/3 in billing after v1
            6s  WaitStarted v1/3 in billing: opened
            6s  OfferMade v1/3 to tom until 36s (of 2)
            7s  rejected: the offer is gone: it was taken, ran out or was withdrawn
            8s  OfferAccepted v1/3 by tom
            8s  AgentAssigned v1/3 to tom in billing: accepted
            9s  tom sees may read
            9s  tom sees may read
            9s  ines sees may not read
        "#]],
    );
}

#[test]
fn who_took_part_as_guest_receiver_or_joined_reads_it_afterwards_and_is_not_audited() {
    check(
        "
        workspace two-tiers
        online mara ines kofi lena rosa
        0s   v1 opens
        1s   mara accepts v1
        2s   mara invites lena to v1
        3s   lena accepts v1
        4s   lena leaves v1
        5s   mara transfers v1 warm to ines
        6s   ines accepts v1
        7s   ines hands back v1
        8s   rosa assists v1 by joining
        9s   rosa leaves v1
        10s  lena looks into v1
        10s  lena reads v1
        11s  ines looks into v1
        11s  ines reads v1
        12s  kofi looks into v1
        13s  rosa reads v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  InvitationStarted v1 of lena by mara in sales
             2s  OfferMade v1 to lena until 32s
             3s  OfferAccepted v1 by lena
             3s  InvitationAccepted v1 by lena
             3s  GuestJoined v1 lena: invited
             4s  GuestLeft v1 lena: left
             4s  InvitationCompleted v1 of lena
             5s  TransferStarted v1 warm by mara to ines in technical from billing
             5s  OfferMade v1 to ines until 35s
             6s  OfferAccepted v1 by ines
             6s  TransferAccepted v1 by ines
             7s  TransferEnded v1 declined: handed_back
             8s  SupervisorEntered v1 rosa: join
             9s  SupervisorLeft v1 rosa from join: left
            10s  lena sees may read
            11s  ines sees may read
            12s  kofi sees may not read
        "#]],
    );
}
