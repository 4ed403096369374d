//! When things go wrong (SPEC §4), row by row. Configuration changes are in `configuration`.

use expect_test::expect;

use crate::check;

#[test]
fn a_target_who_goes_offline_while_offered_counts_as_declined() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines
        3s   ines offline
        4s   mara transfers v1 warm to technical
        5s   kofi offline
        6s   mara looks at v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to ines in technical from billing
                2s  OfferMade v1 to ines until 32s
                3s  AgentStatusSet ines offline
                3s  OfferEnded v1 to ines: offline
                3s  TransferEnded v1 expired: offline
                4s  TransferStarted v1 warm by mara to technical from billing
                4s  OfferMade v1 to kofi until 34s
                5s  AgentStatusSet kofi offline
                5s  OfferEnded v1 to kofi: offline
                5s  NobodyEligible v1: 2 offline
                6s  mara sees v1 as owner: active in billing, owner mara, warm transfer from mara to technical pending; may reply note (transfer: transfer_open) cancel_transfer (complete_transfer: not_accepted_yet) (park: transfer_open) set_priority (close: transfer_open)
        "#]],
    );
}

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
               10s  AgentJoined Mara
               50s  AgentLost
             2m20s  Requeued
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
               10s  AgentJoined Mara
               50s  AgentLost
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
               10s  AgentJoined Mara
               50s  AgentLost
             2m20s  Requeued
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
               10s  AgentJoined Mara
               50s  AgentLost
             2m20s  Requeued
             2m21s  AgentJoined Tom
        "#]],
    );
}

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
                1s  AgentJoined Mara
               33s  AgentLost
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
                1s  AgentJoined Mara
               33s  AgentLost
              2m3s  Queued
             2m48s  StillSearching
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
                1s  AgentJoined Mara
               33s  AgentLost
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
                1s  AgentJoined Mara
                3s  TransferAccepted Ines
               40s  AgentLost
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
               41s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority close
            v1 saw:
                0s  Queued
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
               40s  AgentDisconnected ines
               40s  TransferEnded v1 failed: receiver_lost
               40s  AgentDisconnected mara
               40s  OwnerLost v1 mara
             2m10s  AgentGivenUp ines
             2m10s  AgentGivenUp mara
             2m10s  AgentReleased v1 from mara: lost
             2m10s  WaitStarted v1 in billing: agent lost, mara, credit 1s, at the front
             2m10s  OfferMade v1 to tom until 2m40s
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
                3s  TransferAccepted Ines
               40s  GuestLeft Ines
               40s  AgentLost
             2m10s  Requeued
        "#]],
    );
}

#[test]
fn an_agent_who_goes_away_keeps_conversations_and_gets_no_new_offers() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara away lunch
        3s   v2 opens
        4s   mara writes v1 \"still here\"
        5s   mara looks
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentStatusSet mara away (lunch)
                3s  ConversationOpened v2 in help
                3s  WaitStarted v2 in help: opened
                3s  NobodyEligible v2: 2 offline, 1 away
                4s  MessagePosted v1 by mara
                5s  mara sees me: away, load 1/2
                5s  mara sees v1 as owner: active in help, owner mara; may reply note transfer park set_priority close
        "#]],
    );
}

#[test]
fn an_agent_who_goes_offline_finishes_what_is_open() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara offline
        3s   v2 opens
        4s   mara writes v1 \"goodbye\"
        5s   mara closes v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentStatusSet mara offline
                3s  ConversationOpened v2 in help
                3s  WaitStarted v2 in help: opened
                3s  NobodyEligible v2: 3 offline
                4s  MessagePosted v1 by mara
                5s  AgentReleased v1 from mara: closed, wrap-up until 1m5s holding 1
                5s  ConversationClosed v1: agent by mara
        "#]],
    );
}

#[test]
fn an_agent_who_goes_offline_may_hand_everything_over() {
    check(
        "
        online mara tom
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   tom accepts v2
        2s   mara offline handing over
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                0s  ConversationOpened v2 in help
                0s  WaitStarted v2 in help: opened
                0s  OfferMade v2 to tom until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                1s  OfferAccepted v2 by tom
                1s  AgentAssigned v2 to tom in help: accepted
                2s  AgentStatusSet mara offline
                2s  AgentReleased v1 from mara: went offline
                2s  WaitStarted v1 in help: agent went offline, mara, credit 1s, at the front
                2s  OfferMade v1 to tom until 32s
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
                2s  AgentLeft Mara
                2s  Requeued
        "#]],
    );
}

#[test]
fn closing_or_handing_over_while_a_handoff_is_open_is_refused() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines
        3s   mara closes v1
        3s   mara transfers v1 cold to technical
        3s   mara offline handing over
        4s   ines accepts v1
        5s   mara closes v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to ines in technical from billing
                2s  OfferMade v1 to ines until 32s
                3s  rejected: a transfer is open; cancel it first
                3s  rejected: a transfer is open; cancel it first
                3s  rejected: a transfer is open; cancel it first
                4s  OfferAccepted v1 by ines
                4s  TransferAccepted v1 by ines
                5s  rejected: a transfer is open; cancel it first
        "#]],
    );
}

#[test]
fn a_visitor_who_drops_while_waiting_keeps_the_place_for_3_min() {
    check(
        "
        0s   v1 opens
        10s  v1 drops
        2m   v1 connects
        3m   v1 looks
        4m   v1 drops
        8m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 3 offline
               10s  VisitorConnectionLost v1
               45s  VisitorToldStillSearching v1
                2m  VisitorConnected v1
                3m  v1 sees waiting, waiting since 0s
                4m  VisitorConnectionLost v1
                7m  ConversationClosed v1: visitor_gone by system
                8m  ConversationArchived v1
        "#]],
    );
}

#[test]
fn a_visitor_gone_for_3_min_closes_it_and_cancels_an_open_handoff() {
    check(
        "
        workspace two-tiers
        online mara
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to technical
        10s   v1 drops
        3m10s tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to technical from billing
                2s  NobodyEligible v1: 2 offline
               10s  VisitorConnectionLost v1
             3m10s  TransferEnded v1 cancelled: closed
             3m10s  AgentReleased v1 from mara: closed, wrap-up until 4m10s holding 1
             3m10s  ConversationClosed v1: visitor_gone by system
        "#]],
    );
}

#[test]
fn a_silent_visitor_is_reminded_after_3_min_and_closed_after_6() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        10s  mara writes v1 \"are you there?\"
        7m   tick
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
               10s  MessagePosted v1 by mara
             3m10s  VisitorReminded v1
             6m10s  AgentReleased v1 from mara: closed, wrap-up until 7m10s holding 1
             6m10s  ConversationClosed v1: visitor_idle by system
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
               10s  Mara: are you there?
             3m10s  IdleReminder
             6m10s  Closed
        "#]],
    );
}

#[test]
fn the_idle_clock_runs_only_after_an_agents_message() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        10s  mara writes v1 \"hello\"
        20s  v1 writes \"one moment\"
        20m  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
               10s  MessagePosted v1 by mara
               20s  MessagePosted v1 by v1
        "#]],
    );
}

#[test]
fn the_idle_clock_stops_while_a_handoff_is_open_and_begins_anew_after_it() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens
        1s   mara accepts v1
        10s  mara writes v1 \"hello\"
        1m   mara transfers v1 warm to technical
        8m   mara cancels v1
        12m  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
               10s  MessagePosted v1 by mara
                1m  TransferStarted v1 warm by mara to technical from billing
                1m  NobodyEligible v1: 2 offline
                8m  TransferEnded v1 cancelled: by_sender
               11m  VisitorReminded v1
        "#]],
    );
}

#[test]
fn while_parked_neither_clock_runs_and_it_wakes_when_the_visitor_writes() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara writes v1 \"send me the invoice\"
        3s   mara parks v1
        3s   mara parks v1
        1h   v1 writes \"here it is\"
        1h   mara looks
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  MessagePosted v1 by mara
                3s  ConversationParked v1 by mara
                3s  rejected: the conversation is parked already
                1h  MessagePosted v1 by v1
                1h  ConversationWoken v1 by v1
                1h  mara sees me: online, load 1/2
                1h  mara sees v1 as owner: active in help, owner mara; may reply note transfer park set_priority close
        "#]],
    );
}

#[test]
fn the_owner_wakes_a_parked_conversation() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara wakes v1
        3s   mara parks v1
        4s   mara wakes v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  rejected: the conversation is not parked
                3s  ConversationParked v1 by mara
                4s  ConversationWoken v1 by mara
        "#]],
    );
}

#[test]
fn an_owner_without_room_has_it_reserved_for_2_min_and_then_it_is_re_queued() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   v2 opens
        4s   mara accepts v2
        10s  v1 writes \"I am back\"
        2m10s tick
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationParked v1 by mara
                3s  ConversationOpened v2 in help
                3s  WaitStarted v2 in help: opened
                3s  OfferMade v2 to mara until 33s
                4s  OfferAccepted v2 by mara
                4s  AgentAssigned v2 to mara in help: accepted
               10s  MessagePosted v1 by v1
               10s  WakeDelayed v1 until 2m10s
             2m10s  AgentReleased v1 from mara: no room to wake
             2m10s  WaitStarted v1 in help: owner had no room, mara, credit 1s
             2m10s  NobodyEligible v1: 2 offline, 1 at_capacity
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
               10s  you: I am back
             2m10s  AgentLeft Mara
             2m10s  Requeued
        "#]],
    );
}

#[test]
fn an_owner_who_gets_room_in_time_goes_on_with_what_woke() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   v2 opens
        4s   mara accepts v2
        5s   v3 opens
        10s  v1 writes \"I am back\"
        20s  mara closes v2
        30s  mara wraps up v2
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationParked v1 by mara
                3s  ConversationOpened v2 in help
                3s  WaitStarted v2 in help: opened
                3s  OfferMade v2 to mara until 33s
                4s  OfferAccepted v2 by mara
                4s  AgentAssigned v2 to mara in help: accepted
                5s  ConversationOpened v3 in help
                5s  WaitStarted v3 in help: opened
                5s  NobodyEligible v3: 2 offline, 1 at_capacity
               10s  MessagePosted v1 by v1
               10s  WakeDelayed v1 until 2m10s
               20s  AgentReleased v2 from mara: closed, wrap-up until 1m20s holding 1
               20s  ConversationClosed v2: agent by mara
               30s  WrapUpEnded v2 of mara: by_agent
               30s  ConversationWoken v1 by system
        "#]],
    );
}

#[test]
fn a_conversation_parked_for_24_h_closes_as_visitor_idle() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        25h  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationParked v1 by mara
             24h2s  AgentReleased v1 from mara: closed, wrap-up until 24h1m2s holding 0
             24h2s  ConversationClosed v1: visitor_idle by system
            24h1m2s  WrapUpEnded v1 of mara: time_up
            24h1m2s  ConversationArchived v1
        "#]],
    );
}

#[test]
fn a_visitor_back_within_30_min_goes_on_in_the_same_place_with_the_last_owner_first() {
    check(
        "
        workspace two-tiers
        0s     v1 opens in technical
        20s    ines online
        30s    ines accepts v1
        40s    kofi online
        60s    v1 drops
        5m     ines wraps up v1
        10m    v1 opens in billing
        ",
        expect![[r#"
                0s  ConversationOpened v1 in technical
                0s  WaitStarted v1 in technical: opened
                0s  NobodyEligible v1: 2 offline
               20s  AgentStatusSet ines online
               20s  OfferMade v1 to ines until 50s
               30s  OfferAccepted v1 by ines
               30s  AgentAssigned v1 to ines in technical: accepted
               40s  AgentStatusSet kofi online
                1m  VisitorConnectionLost v1
                4m  AgentReleased v1 from ines: closed, wrap-up until 5m holding 1
                4m  ConversationClosed v1: visitor_gone by system
                5m  WrapUpEnded v1 of ines: time_up
                5m  ConversationArchived v1
                5m  rejected: the conversation is closed
               10m  ConversationOpened v1/2 in technical after v1
               10m  WaitStarted v1/2 in technical: opened, credit 30s, reserved for ines (last owner) until 10m30s
               10m  OfferMade v1/2 to ines until 10m30s (of 2)
        "#]],
    );
}

#[test]
fn a_visitor_back_after_30_min_begins_anew() {
    check(
        "
        workspace two-tiers
        online ines
        0s     v1 opens in technical
        20s    ines accepts v1
        60s    v1 drops
        40m    v1 opens in billing
        ",
        expect![[r#"
                0s  ConversationOpened v1 in technical
                0s  WaitStarted v1 in technical: opened
                0s  OfferMade v1 to ines until 30s
               20s  OfferAccepted v1 by ines
               20s  AgentAssigned v1 to ines in technical: accepted
                1m  VisitorConnectionLost v1
                4m  AgentReleased v1 from ines: closed, wrap-up until 5m holding 1
                4m  ConversationClosed v1: visitor_gone by system
                5m  WrapUpEnded v1 of ines: time_up
                5m  ConversationArchived v1
               40m  ConversationOpened v1/2 in billing after v1
               40m  WaitStarted v1/2 in billing: opened
               40m  NobodyEligible v1/2: 2 offline
        "#]],
    );
}

#[test]
fn after_a_restart_offers_are_made_again_without_rona_and_graces_begin_anew() {
    check(
        "
        online mara tom
        0s   v1 opens
        1s   v2 opens
        5s   tom accepts v2
        20s  server restarts
        21s  v1 connects
        21s  v2 connects
        22s  mara connects
        3m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  ConversationOpened v2 in help
                1s  WaitStarted v2 in help: opened
                1s  OfferMade v2 to tom until 31s (of 2)
                5s  OfferAccepted v2 by tom
                5s  AgentAssigned v2 to tom in help: accepted
               20s  ServerStarted
               20s  OfferEnded v1 to mara: restart
               20s  OfferMade v1 to mara until 50s (of 2)
               21s  VisitorConnected v1
               21s  VisitorConnected v2
               22s  AgentConnected mara
               50s  AgentDisconnected tom
               50s  OwnerLost v2 tom
               50s  OfferEnded v1 to mara: expired
               50s  NobodyEligible v1: 1 offline, 1 disconnected, 1 declined
               50s  SupervisorsAlerted v1: only_agent_unwilling
               50s  VisitorToldStillSearching v1
             1m50s  CoolDownEnded v1 for mara
             1m50s  OfferMade v1 to mara until 2m20s
             2m20s  AgentGivenUp tom
             2m20s  AgentReleased v2 from tom: lost
             2m20s  WaitStarted v2 in help: agent lost, tom, credit 4s, at the front
             2m20s  OfferMade v2 to mara until 2m50s
             2m20s  OfferEnded v1 to mara: expired
             2m20s  NobodyEligible v1: 1 offline, 1 disconnected, 1 declined
             2m20s  SupervisorsAlerted v1: only_agent_unwilling
             2m50s  OfferEnded v2 to mara: expired
             2m50s  NobodyEligible v2: 1 offline, 1 disconnected, 1 declined
             2m50s  SupervisorsAlerted v2: only_agent_unwilling
        "#]],
    );
}

#[test]
fn after_a_restart_waits_go_on_and_what_passed_meanwhile_is_handled() {
    check(
        "
        workspace one-queue
          queues: { help: { max_wait: 60s } }
        0s   v1 opens
        59s  server restarts
        60s  v1 connects
        61s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 3 offline
               45s  VisitorToldStillSearching v1
               59s  ServerStarted
                1m  ChoiceAsked v1
                1m  SupervisorsAlerted v1: nobody_came
                1m  VisitorConnected v1
        "#]],
    );
}

#[test]
fn both_agents_leaving_at_once_re_queues_the_conversation() {
    check(
        "
        workspace two-tiers
        online mara ines tom
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines
        3s   ines accepts v1
        4s   ines offline handing over
        4s   mara offline handing over
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
                4s  AgentStatusSet ines offline
                4s  TransferEnded v1 declined: handed_back
                4s  AgentStatusSet mara offline
                4s  AgentReleased v1 from mara: went offline
                4s  WaitStarted v1 in billing: agent went offline, mara, credit 1s, at the front
                4s  OfferMade v1 to tom until 34s
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
                3s  TransferAccepted Ines
                4s  GuestLeft Ines
                4s  AgentLeft Mara
                4s  Requeued
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
fn a_visitor_may_be_gone_for_hours_while_parked() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   v1 drops
        2h   mara wakes v1
        2h2m mara writes v1 \"there you are\"
        3h   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationParked v1 by mara
                3s  VisitorConnectionLost v1
                2h  ConversationWoken v1 by mara
              2h2m  MessagePosted v1 by mara
              2h3m  AgentReleased v1 from mara: closed, wrap-up until 2h4m holding 1
              2h3m  ConversationClosed v1: visitor_gone by system
              2h4m  WrapUpEnded v1 of mara: time_up
              2h4m  ConversationArchived v1
        "#]],
    );
}

#[test]
fn a_parked_conversation_of_a_lost_owner_waits_for_somebody_else() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   v1 drops
        1h   mara drops
        1h4m tom online
        1h6m tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationParked v1 by mara
                3s  VisitorConnectionLost v1
                1h  AgentConnectionLost mara
             1h30s  AgentDisconnected mara
             1h30s  OwnerLost v1 mara
              1h2m  AgentGivenUp mara
              1h2m  AgentReleased v1 from mara: lost
              1h2m  WaitStarted v1 in help: agent lost, mara, credit 1s, at the front
              1h2m  NobodyEligible v1: 2 offline, 1 disconnected
            1h2m45s  VisitorToldStillSearching v1
              1h4m  AgentStatusSet tom online
              1h4m  OfferMade v1 to tom until 1h4m30s
            1h4m30s  OfferEnded v1 to tom: expired
            1h4m30s  NobodyEligible v1: 1 offline, 1 disconnected, 1 declined
            1h4m30s  SupervisorsAlerted v1: only_agent_unwilling
              1h5m  ConversationClosed v1: visitor_gone by system
              1h6m  ConversationArchived v1
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
