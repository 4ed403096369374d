//! Connections that drop while a transfer is under way (SPEC §4, "When things go wrong").

use expect_test::expect;

use crate::check;

#[test]
fn an_owner_lost_while_a_warm_transfer_is_pending_hands_over_on_accept() {
    check(
        "
        workspace two-tiers
          queues: { technical: { offer_timeout: 5m } }
        online mara ines
        0s     v1 opens
        1s     mara accepts v1
        2s     mara transfers v1 warm to technical
        3s     mara drops
        60s    ines accepts v1
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  TransferStarted v1 warm by mara to technical from billing
             2s  OfferMade v1 to ines until 5m2s
             3s  AgentConnectionLost mara
            33s  AgentDisconnected mara
            33s  OwnerLost v1 mara
             1m  OfferAccepted v1 by ines
             1m  TransferAccepted v1 by ines
             1m  AgentReleased v1 from mara: lost
             1m  AgentAssigned v1 to ines in technical: owner lost, hop from mara
             1m  TransferCompleted v1 to ines by system
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
            33s  AgentLost Mara
             1m  TransferAccepted Ines
             1m  HandedOver from Mara to Ines
        "#]],
    );
}

#[test]
fn a_warm_transfer_to_a_queue_of_a_lost_owner_becomes_cold_at_the_2_min() {
    check(
        "
        workspace two-tiers
        online mara
        0s     v1 opens
        1s     mara accepts v1
        2s     mara transfers v1 warm to technical
        3s     mara drops
        2m3s   tick
        3m     ines online
        3m1s   ines accepts v1
        show v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in billing: accepted
               2s  TransferStarted v1 warm by mara to technical from billing
               2s  NobodyEligible v1: 2 offline
               3s  AgentConnectionLost mara
              33s  AgentDisconnected mara
              33s  OwnerLost v1 mara
             2m3s  AgentGivenUp mara
             2m3s  TransferTurnedCold v1
             2m3s  AgentReleased v1 from mara: lost
             2m3s  WaitStarted v1 in technical: transfer, credit 1s, at the front, sent by mara
             2m3s  NobodyEligible v1: 2 offline
            2m48s  VisitorToldStillSearching v1
               3m  AgentStatusSet ines online
               3m  OfferMade v1 to ines until 3m30s
             3m1s  OfferAccepted v1 by ines
             3m1s  AgentAssigned v1 to ines in technical: accepted, hop from mara
             3m1s  TransferCompleted v1 to ines by ines
            v1 saw:
               0s  Queued
               0s  Offered
               1s  AgentJoined Mara
              33s  AgentLost Mara
             2m3s  Queued
            2m48s  StillSearching
               3m  Offered
             3m1s  AgentJoined Ines
        "#]],
    );
}

#[test]
fn a_warm_transfer_to_an_agent_of_a_lost_owner_becomes_cold_at_the_2_min() {
    check(
        "
        workspace two-tiers
          queues: { technical: { offer_timeout: 5m } }
        online mara ines kofi
        0s     v1 opens
        1s     mara accepts v1
        2s     mara transfers v1 warm to ines
        3s     mara drops
        2m3s   tick
        2m5s   ines accepts v1
        show v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  OfferMade v1 to mara until 30s
              1s  OfferAccepted v1 by mara
              1s  AgentAssigned v1 to mara in billing: accepted
              2s  TransferStarted v1 warm by mara to ines in technical from billing
              2s  OfferMade v1 to ines until 5m2s
              3s  AgentConnectionLost mara
             33s  AgentDisconnected mara
             33s  OwnerLost v1 mara
            2m3s  AgentGivenUp mara
            2m3s  TransferTurnedCold v1
            2m3s  AgentReleased v1 from mara: lost
            2m3s  WaitStarted v1 in technical: transfer, credit 1s, at the front, sent by mara, reserved for ines (named receiver) until 3m3s
            2m5s  OfferAccepted v1 by ines
            2m5s  AgentAssigned v1 to ines in technical: accepted, hop from mara
            2m5s  TransferCompleted v1 to ines by ines
            v1 saw:
              0s  Queued
              0s  Offered
              1s  AgentJoined Mara
             33s  AgentLost Mara
            2m3s  Queued
            2m5s  AgentJoined Ines
        "#]],
    );
}

#[test]
fn an_owner_lost_during_the_introduction_leaves_it_to_the_receiver_after_30_s() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s     v1 opens
        1s     mara accepts v1
        2s     mara transfers v1 warm to ines
        3s     ines accepts v1
        10s    mara drops
        40s    tick
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  TransferStarted v1 warm by mara to ines in technical from billing
             2s  OfferMade v1 to ines until 32s
             3s  OfferAccepted v1 by ines
             3s  TransferAccepted v1 by ines
            10s  AgentConnectionLost mara
            40s  AgentDisconnected mara
            40s  OwnerLost v1 mara
            40s  AgentReleased v1 from mara: lost
            40s  AgentAssigned v1 to ines in technical: owner lost, hop from mara
            40s  TransferCompleted v1 to ines by system
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             3s  TransferAccepted Ines
            40s  AgentLost Mara
            40s  HandedOver from Mara to Ines
        "#]],
    );
}

#[test]
fn a_receiver_lost_during_the_introduction_fails_it_after_30_s() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s     v1 opens
        1s     mara accepts v1
        2s     mara transfers v1 warm to ines
        3s     ines accepts v1
        10s    ines drops
        40s    tick
        41s    mara looks at v1
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  TransferStarted v1 warm by mara to ines in technical from billing
             2s  OfferMade v1 to ines until 32s
             3s  OfferAccepted v1 by ines
             3s  TransferAccepted v1 by ines
            10s  AgentConnectionLost ines
            40s  AgentDisconnected ines
            40s  TransferEnded v1 failed: receiver_lost
            41s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             3s  TransferAccepted Ines
            40s  GuestLeft Ines
        "#]],
    );
}

#[test]
fn both_lost_during_the_introduction_re_queues_it() {
    check(
        "
        workspace two-tiers
        online mara ines tom
        0s     v1 opens
        1s     mara accepts v1
        2s     mara transfers v1 warm to ines
        3s     ines accepts v1
        10s    mara drops
        10s    ines drops
        2m10s  tick
        show v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  OfferMade v1 to mara until 30s (of 2)
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in billing: accepted
               2s  TransferStarted v1 warm by mara to ines in technical from billing
               2s  OfferMade v1 to ines until 32s
               3s  OfferAccepted v1 by ines
               3s  TransferAccepted v1 by ines
              10s  AgentConnectionLost mara
              10s  AgentConnectionLost ines
              40s  AgentDisconnected mara
              40s  OwnerLost v1 mara
              40s  AgentDisconnected ines
              40s  TransferEnded v1 failed: receiver_lost
            2m10s  AgentGivenUp mara
            2m10s  AgentReleased v1 from mara: lost
            2m10s  WaitStarted v1 in billing: agent lost, mara, credit 1s, at the front
            2m10s  OfferMade v1 to tom until 2m40s
            2m10s  AgentGivenUp ines
            v1 saw:
               0s  Queued
               0s  Offered
               1s  AgentJoined Mara
               3s  TransferAccepted Ines
              40s  AgentLost Mara
              40s  GuestLeft Ines
            2m10s  Requeued
            2m10s  Offered
        "#]],
    );
}

#[test]
fn a_lost_receiver_by_name_of_a_cold_transfer_counts_as_no_answer() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   ines drops
        1m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m2s
                2s  OfferMade v1 to ines until 1m2s
                3s  AgentConnectionLost ines
               33s  AgentDisconnected ines
               33s  OfferEnded v1 to ines: offline
               33s  TransferEnded v1 expired: offline
               33s  WrapUpEnded v1 of mara: came_back
               33s  AgentAssigned v1 to mara in billing: transfer returned
        "#]],
    );
}
