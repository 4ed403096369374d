//! Cold transfers that their agent does not take: `on_unanswered` (SPEC §4).

use expect_test::expect;

use crate::check;

#[test]
fn declined_with_return_it_comes_back_to_the_sender_without_an_offer() {
    check(
        "
        workspace two-tiers
          agents: { mara: { capacity: 1 } }
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   v2 opens
        4s   mara looks
        10s  ines declines v1
        11s  mara looks
        show v1
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
             3s  ConversationOpened v2 in billing
             3s  WaitStarted v2 in billing: opened
             3s  NobodyEligible v2: 1 offline, 1 at_capacity
             4s  mara sees me: online, load 1/1, wrap-up v1 until 1m2s
             4s  mara sees v1 as sender: waiting in technical, waiting since 2s reserved for ines, cold else return transfer from mara to ines pending; may recall_transfer note end_wrap_up extend_wrap_up
            10s  OfferDeclined v1 by ines
            10s  TransferEnded v1 declined: declined
            10s  WrapUpEnded v1 of mara: came_back
            10s  AgentAssigned v1 to mara in billing: transfer returned
            11s  mara sees me: online, load 1/1
            11s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             2s  AgentLeft Mara
             2s  Queued
             2s  Offered
            10s  TransferReturned Mara
        "#]],
    );
}

#[test]
fn unanswered_with_return_it_comes_back_after_60_s_also_when_wrap_up_was_ended() {
    check(
        "
        workspace two-tiers
          agents: { mara: { capacity: 1 } }
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   mara wraps up v1
        4s   v2 opens
        62s  ines accepts v1
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
                3s  WrapUpEnded v1 of mara: by_agent
                4s  ConversationOpened v2 in billing
                4s  WaitStarted v2 in billing: opened
                4s  NobodyEligible v2: 1 offline, 1 at_capacity
               49s  VisitorToldStillSearching v2
              1m2s  OfferEnded v1 to ines: expired
              1m2s  TransferEnded v1 expired: time_up
              1m2s  AgentAssigned v1 to mara in billing: transfer returned
              1m2s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}

#[test]
fn the_agent_going_offline_ends_it_at_once() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   ines offline
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
                3s  AgentStatusSet ines offline
                3s  OfferEnded v1 to ines: offline
                3s  TransferEnded v1 expired: offline
                3s  WrapUpEnded v1 of mara: came_back
                3s  AgentAssigned v1 to mara in billing: transfer returned
        "#]],
    );
}

#[test]
fn with_return_and_the_sender_offline_it_goes_on_as_queue() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   mara offline
        4s   ines declines v1
        show v1
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
            3s  AgentStatusSet mara offline
            4s  OfferDeclined v1 by ines
            4s  TransferEnded v1 declined: declined
            4s  ReservationEnded v1 for ines: declined
            4s  OfferMade v1 to kofi until 34s
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  AgentLeft Mara
            2s  Queued
            2s  Offered
        "#]],
    );
}

#[test]
fn with_queue_it_goes_on_to_everybody_in_the_place() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines else queue
        4s   ines declines v1
        5s   kofi accepts v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 cold else queue by mara to ines in technical from billing
            2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m2s
            2s  OfferMade v1 to ines until 1m2s
            4s  OfferDeclined v1 by ines
            4s  TransferEnded v1 declined: declined
            4s  ReservationEnded v1 for ines: declined
            4s  OfferMade v1 to kofi until 34s
            5s  OfferAccepted v1 by kofi
            5s  AgentAssigned v1 to kofi in technical: accepted, hop from mara
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  AgentLeft Mara
            2s  Queued
            2s  Offered
            5s  AgentJoined Kofi
        "#]],
    );
}

#[test]
fn with_park_it_stays_reserved_until_the_agent_has_room() {
    check(
        "
        workspace two-tiers
          agents: { ines: { capacity: 1 } }
          queues: { technical: { wrap_up: { time: 0s } } }
        online mara ines kofi
        0s   v0 opens in technical
        1s   ines accepts v0
        2s   v1 opens in billing
        3s   mara accepts v1
        4s   mara transfers v1 cold to ines else park
        5m   ines closes v0
        5m1s ines accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v0 in technical
                0s  WaitStarted v0 in technical: opened
                0s  OfferMade v0 to ines until 30s (of 2)
                1s  OfferAccepted v0 by ines
                1s  AgentAssigned v0 to ines in technical: accepted
                2s  ConversationOpened v1 in billing
                2s  WaitStarted v1 in billing: opened
                2s  OfferMade v1 to mara until 32s
                3s  OfferAccepted v1 by mara
                3s  AgentAssigned v1 to mara in billing: accepted
                4s  TransferStarted v1 cold else park by mara to ines in technical from billing
                4s  AgentReleased v1 from mara: transferred, wrap-up until 1m4s holding 1
                4s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 30m4s
               49s  VisitorToldStillSearching v1
              1m4s  WrapUpEnded v1 of mara: time_up
                5m  AgentReleased v0 from ines: closed
                5m  ConversationClosed v0: agent by ines
                5m  OfferMade v1 to ines until 6m
              5m1s  OfferAccepted v1 by ines
              5m1s  AgentAssigned v1 to ines in technical: accepted, hop from mara
              5m1s  TransferCompleted v1 to ines by ines
        "#]],
    );
}

#[test]
fn with_park_it_goes_on_as_queue_after_30_min() {
    check(
        "
        workspace two-tiers
        online mara kofi
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines else park
        31m  tick
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
               47s  VisitorToldStillSearching v1
              1m2s  WrapUpEnded v1 of mara: time_up
             30m2s  TransferEnded v1 expired: time_up
             30m2s  WaitStarted v1 in technical: unanswered, credit 30m1s, sent by mara
             30m2s  OfferMade v1 to kofi until 30m32s
            30m32s  OfferEnded v1 to kofi: expired
            30m32s  NobodyEligible v1: 1 offline, 1 declined
            30m32s  SupervisorsAlerted v1: only_agent_unwilling
            30m47s  VisitorToldStillSearching v1
        "#]],
    );
}

#[test]
fn with_park_a_decline_goes_on_as_queue() {
    check(
        "
        workspace two-tiers
        online mara kofi ines
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines else park
        3s   ines declines v1
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
                2s  OfferMade v1 to ines until 1m2s
                3s  OfferDeclined v1 by ines
                3s  TransferEnded v1 declined: declined
                3s  WaitStarted v1 in technical: unanswered, credit 2s, sent by mara
                3s  OfferMade v1 to kofi until 33s
        "#]],
    );
}
