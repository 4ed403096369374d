//! An owner or offered agent whose connections drop (SPEC §4, "When things go wrong").

use expect_test::expect;

use crate::check;

#[test]
fn a_lost_owner_is_told_after_30_s_and_re_queued_at_the_front_after_2_min() {
    check(
        "
        online mara
        0s    v1 opens
        10s   mara accepts v1
        20s   mara drops
        1m    v1 looks
        2m20s tick
        3m    tom online
        show v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in help
               0s  WaitStarted v1 in help: opened
               0s  OfferMade v1 to mara until 30s
              10s  OfferAccepted v1 by mara
              10s  AgentAssigned v1 to mara in help: accepted
              20s  AgentConnectionLost mara
              50s  AgentDisconnected mara
              50s  OwnerLost v1 mara
               1m  v1 sees active with Mara
            2m20s  AgentGivenUp mara
            2m20s  AgentReleased v1 from mara: lost
            2m20s  WaitStarted v1 in help: agent lost, mara, credit 10s, at the front
            2m20s  NobodyEligible v1: 2 offline, 1 disconnected
               3m  AgentStatusSet tom online
               3m  OfferMade v1 to tom until 3m30s
            v1 saw:
               0s  Queued
               0s  Offered
              10s  AgentJoined Mara
              50s  AgentLost Mara
            2m20s  Requeued
               3m  Offered
        "#]],
    );
}

#[test]
fn a_lost_agents_offers_end_after_the_grace() {
    check(
        "
        workspace one-queue
          queues: { help: { offer_timeout: 60s } }
        online mara tom
        0s    v1 opens
        10s   mara drops
        40s   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 1m (of 2)
               10s  AgentConnectionLost mara
               40s  AgentDisconnected mara
               40s  OfferEnded v1 to mara: offline
               40s  OfferMade v1 to tom until 1m40s
        "#]],
    );
}

#[test]
fn an_owner_back_within_the_grace_was_never_gone() {
    check(
        "
        online mara
        0s    v1 opens
        10s   mara accepts v1
        20s   mara drops
        49s   mara connects
        5m    tick
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in help
             0s  WaitStarted v1 in help: opened
             0s  OfferMade v1 to mara until 30s
            10s  OfferAccepted v1 by mara
            10s  AgentAssigned v1 to mara in help: accepted
            20s  AgentConnectionLost mara
            49s  AgentConnected mara
            v1 saw:
             0s  Queued
             0s  Offered
            10s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn an_owner_back_before_the_2_min_goes_on() {
    check(
        "
        online mara
        0s    v1 opens
        10s   mara accepts v1
        20s   mara drops
        60s   mara connects
        61s   mara writes v1 \"sorry\"
        show v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in help
              0s  WaitStarted v1 in help: opened
              0s  OfferMade v1 to mara until 30s
             10s  OfferAccepted v1 by mara
             10s  AgentAssigned v1 to mara in help: accepted
             20s  AgentConnectionLost mara
             50s  AgentDisconnected mara
             50s  OwnerLost v1 mara
              1m  AgentConnected mara
              1m  OwnerBack v1 mara
            1m1s  MessagePosted v1 by mara
            v1 saw:
              0s  Queued
              0s  Offered
             10s  AgentJoined Mara
             50s  AgentLost Mara
              1m  AgentBack Mara
            1m1s  Mara: sorry
        "#]],
    );
}

#[test]
fn an_owner_back_before_somebody_accepts_gets_it_without_an_offer() {
    check(
        "
        workspace one-queue
          queues: { help: { offer_timeout: 60s } }
        online mara tom
        0s     tom away
        0s     v1 opens
        10s    mara accepts v1
        20s    mara drops
        30s    tom online
        2m20s  tick
        2m30s  mara connects
        2m31s  tom accepts v1
        show v1
        ",
        expect![[r#"
               0s  AgentStatusSet tom away
               0s  ConversationOpened v1 in help
               0s  WaitStarted v1 in help: opened
               0s  OfferMade v1 to mara until 1m
              10s  OfferAccepted v1 by mara
              10s  AgentAssigned v1 to mara in help: accepted
              20s  AgentConnectionLost mara
              30s  AgentStatusSet tom online
              50s  AgentDisconnected mara
              50s  OwnerLost v1 mara
            2m20s  AgentGivenUp mara
            2m20s  AgentReleased v1 from mara: lost
            2m20s  WaitStarted v1 in help: agent lost, mara, credit 10s, at the front
            2m20s  OfferMade v1 to tom until 3m20s
            2m30s  AgentConnected mara
            2m30s  OfferEnded v1 to tom: withdrawn
            2m30s  AgentAssigned v1 to mara in help: reconnected
            2m31s  rejected: the offer is gone: it was taken, ran out or was withdrawn
            v1 saw:
               0s  Queued
               0s  Offered
              10s  AgentJoined Mara
              50s  AgentLost Mara
            2m20s  Requeued
            2m20s  Offered
            2m30s  AgentBack Mara
        "#]],
    );
}

#[test]
fn an_owner_back_too_late_finds_it_taken() {
    check(
        "
        online mara tom
        0s     v1 opens
        10s    mara accepts v1
        20s    mara drops
        2m21s  tom accepts v1
        2m30s  mara connects
        show v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in help
               0s  WaitStarted v1 in help: opened
               0s  OfferMade v1 to mara until 30s (of 2)
              10s  OfferAccepted v1 by mara
              10s  AgentAssigned v1 to mara in help: accepted
              20s  AgentConnectionLost mara
              50s  AgentDisconnected mara
              50s  OwnerLost v1 mara
            2m20s  AgentGivenUp mara
            2m20s  AgentReleased v1 from mara: lost
            2m20s  WaitStarted v1 in help: agent lost, mara, credit 10s, at the front
            2m20s  OfferMade v1 to tom until 2m50s
            2m21s  OfferAccepted v1 by tom
            2m21s  AgentAssigned v1 to tom in help: accepted
            2m30s  AgentConnected mara
            v1 saw:
               0s  Queued
               0s  Offered
              10s  AgentJoined Mara
              50s  AgentLost Mara
            2m20s  Requeued
            2m20s  Offered
            2m21s  AgentJoined Tom
        "#]],
    );
}

#[test]
fn an_agent_who_finishes_offline_and_is_lost_is_re_queued_like_anybody() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara offline
        3s   mara drops
        3m   tom online
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentStatusSet mara offline
                3s  AgentConnectionLost mara
               33s  AgentDisconnected mara
               33s  OwnerLost v1 mara
              2m3s  AgentGivenUp mara
              2m3s  AgentReleased v1 from mara: lost
              2m3s  WaitStarted v1 in help: agent lost, mara, credit 1s, at the front
              2m3s  NobodyEligible v1: 3 offline
             2m48s  VisitorToldStillSearching v1
                3m  AgentStatusSet tom online
                3m  OfferMade v1 to tom until 3m30s
        "#]],
    );
}

#[test]
fn a_guest_who_is_lost_for_2_min_leaves() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines staying
        3s    ines accepts v1
        4s    mara drops
        4m    tick
        show v1
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
              4s  AgentConnectionLost mara
             34s  AgentDisconnected mara
            1m3s  WrapUpEnded v1 of mara: time_up
            2m4s  AgentGivenUp mara
            2m4s  GuestLeft v1 mara: lost
            v1 saw:
              0s  Queued
              0s  Offered
              1s  AgentJoined Mara
              3s  TransferAccepted Ines
              3s  HandedOver from Mara to Ines
            2m4s  GuestLeft Mara
        "#]],
    );
}
