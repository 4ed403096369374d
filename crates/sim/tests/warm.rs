//! Warm transfers until somebody accepts, and those nobody takes (SPEC §4, "Warm transfer").

use expect_test::expect;

use crate::check;

#[test]
fn the_owner_keeps_it_and_goes_on_writing_until_somebody_accepts() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens \"no internet\"
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines because needs_network \"reset twice\" goal \"back online\" tried \"new cable\" ask \"check the line\"
        3s   mara looks
        4s   ines looks
        5s   mara writes v1 \"one moment\"
        6s   mara closes v1
        6s   mara transfers v1 warm to kofi
        6s   mara parks v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  MessagePosted v1 by v1
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to ines in technical from billing because needs_network with note
            2s  OfferMade v1 to ines until 32s
            3s  mara sees me: online, load 1/3
            3s  mara sees v1 as owner: active in billing, owner mara, warm transfer from mara to ines pending because needs_network with note; may reply note (transfer: transfer_open) cancel_transfer (complete_transfer: not_accepted_yet) (park: transfer_open) set_priority invite raise_hand (close: transfer_open)
            4s  ines sees me: online, load 1/2
            4s  ines sees offer v1 in technical until 32s, warm transfer from mara to ines pending because needs_network with note, why: 1 eligible
            4s  ines sees v1 as offered: active in billing, owner mara, warm transfer from mara to ines pending because needs_network with note; may look
            5s  MessagePosted v1 by mara
            6s  rejected: a transfer is open; cancel it first
            6s  rejected: a transfer is open; cancel it first
            6s  rejected: a transfer is open; cancel it first
            v1 saw:
            0s  Queued
            0s  you: no internet
            0s  Offered
            1s  AgentJoined Mara
            5s  Mara: one moment
        "#]],
    );
}

#[test]
fn the_sender_may_cancel_before_and_during_the_introduction() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        3s    mara cancels v1
        3s    mara cancels v1
        4s    mara transfers v1 warm to ines
        5s    ines accepts v1
        6s    mara cancels v1
        7s    mara transfers v1 warm to ines
        8s    rosa cancels v1
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
            3s  OfferEnded v1 to ines: withdrawn
            3s  TransferEnded v1 cancelled: by_sender
            3s  rejected: no transfer is open in this conversation
            4s  TransferStarted v1 warm by mara to ines in technical from billing
            4s  OfferMade v1 to ines until 34s
            5s  OfferAccepted v1 by ines
            5s  TransferAccepted v1 by ines
            6s  TransferEnded v1 cancelled: by_sender
            7s  TransferStarted v1 warm by mara to ines in technical from billing
            7s  OfferMade v1 to ines until 37s
            8s  OfferEnded v1 to ines: withdrawn
            8s  TransferEnded v1 cancelled: by_sender
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            5s  TransferAccepted Ines
            6s  GuestLeft Ines
        "#]],
    );
}

#[test]
fn declined_by_an_agent_the_sender_stays_owner() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        3s    ines declines v1
        4s    mara looks at v1
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
            3s  OfferDeclined v1 by ines
            3s  TransferEnded v1 declined: declined
            4s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn unanswered_by_an_agent_it_expires_and_the_sender_stays_owner() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        32s   ines accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to ines in technical from billing
                2s  OfferMade v1 to ines until 32s
               32s  OfferEnded v1 to ines: expired
               32s  TransferEnded v1 expired: time_up
               32s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}

#[test]
fn at_a_queue_a_decline_goes_to_the_next_agent() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to technical
        3s    ines declines v1
        33s   tick
        2m    tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to technical from billing
                2s  OfferMade v1 to ines until 32s (of 2)
                3s  OfferDeclined v1 by ines
                3s  OfferMade v1 to kofi until 33s
               33s  OfferEnded v1 to kofi: expired
               33s  NobodyEligible v1: 2 declined
               33s  SupervisorsAlerted v1: only_agent_unwilling
              1m3s  CoolDownEnded v1 for ines
              1m3s  OfferMade v1 to ines until 1m33s
             1m33s  OfferEnded v1 to ines: expired
             1m33s  NobodyEligible v1: 2 declined
             1m33s  SupervisorsAlerted v1: only_agent_unwilling
             1m33s  CoolDownEnded v1 for kofi
             1m33s  OfferMade v1 to kofi until 2m3s
        "#]],
    );
}

#[test]
fn at_a_queue_it_expires_with_the_queues_max_wait() {
    check(
        "
        workspace two-tiers
          queues: { technical: { max_wait: 60s } }
        online mara
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to technical
        62s   tick
        63s   mara looks at v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  OfferMade v1 to mara until 30s
              1s  OfferAccepted v1 by mara
              1s  AgentAssigned v1 to mara in billing: accepted
              2s  TransferStarted v1 warm by mara to technical from billing
              2s  NobodyEligible v1: 2 offline
            1m2s  TransferEnded v1 expired: time_up
            1m3s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn a_warm_transfer_to_a_queue_stands_in_its_line_like_a_waiting_conversation() {
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
        75s   mara transfers v1 warm to technical
        80s   v3 opens in technical
        81s   rosa prioritises v3 9
        90s   ines closes v0
        91s   ines accepts v3
        92s   ines closes v3
        93s   ines accepts v1
        94s   ines hands back v1
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
             1m15s  TransferStarted v1 warm by mara to technical from billing
             1m15s  NobodyEligible v1: 1 offline, 1 at_capacity
             1m20s  ConversationOpened v3 in technical
             1m20s  WaitStarted v3 in technical: opened
             1m20s  NobodyEligible v3: 1 offline, 1 at_capacity
             1m21s  PrioritySet v3 to 9 by rosa
             1m30s  AgentReleased v0 from ines: closed
             1m30s  ConversationClosed v0: agent by ines
             1m30s  OfferMade v3 to ines until 2m
             1m31s  OfferAccepted v3 by ines
             1m31s  AgentAssigned v3 to ines in technical: accepted
             1m32s  AgentReleased v3 from ines: closed
             1m32s  ConversationClosed v3: agent by ines
             1m32s  OfferMade v1 to ines until 2m2s
             1m33s  OfferAccepted v1 by ines
             1m33s  TransferAccepted v1 by ines
             1m34s  TransferEnded v1 declined: handed_back
             1m34s  OfferMade v2 to ines until 2m4s
        "#]],
    );
}

#[test]
fn the_sender_is_not_offered_their_own_warm_transfer() {
    check(
        "
        workspace two-tiers
          queues: { technical: { members: { teams: [network, front] } } }
        online mara
        0s    v1 opens in billing
        1s    mara accepts v1
        2s    mara transfers v1 warm to technical
        3s    ines online
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to technical from billing
                2s  NobodyEligible v1: 3 offline, 1 sender
                3s  AgentStatusSet ines online
                3s  OfferMade v1 to ines until 33s
        "#]],
    );
}

#[test]
fn the_visitor_is_told_of_a_transfer_if_the_workspace_wants_it_so() {
    check(
        "
        workspace two-tiers
          settings: { tell_visitor_of_transfer: true }
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        3s    ines declines v1
        4s    mara transfers v1 warm to technical
        5s    mara cancels v1
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
            3s  OfferDeclined v1 by ines
            3s  TransferEnded v1 declined: declined
            4s  TransferStarted v1 warm by mara to technical from billing
            4s  NobodyEligible v1: 1 offline, 1 declined
            4s  SupervisorsAlerted v1: only_agent_unwilling
            5s  TransferEnded v1 cancelled: by_sender
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  TransferStarted
            3s  TransferFailed
            4s  TransferStarted
            5s  TransferFailed
        "#]],
    );
}

#[test]
fn an_auto_accept_queue_takes_a_warm_transfer_at_once() {
    check(
        "
        workspace two-tiers
          queues: { technical: { mode: push_auto_accept } }
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to technical
        3s    mara completes v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to technical from billing
            2s  TransferAccepted v1 by ines
            3s  AgentReleased v1 from mara: handed over, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            3s  TransferCompleted v1 to ines by mara
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  TransferAccepted Ines
            3s  HandedOver from Mara to Ines
        "#]],
    );
}

#[test]
fn a_pull_queue_picks_a_warm_transfer_from_its_list() {
    check(
        "
        workspace two-tiers
          queues: { technical: { mode: pull } }
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to technical
        3s    ines looks
        4s    ines pulls v1
        5s    mara completes v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to technical from billing
            3s  ines sees me: online, load 0/2
            3s  ines sees v1 as queue_member: active in billing, owner mara, warm transfer from mara to technical pending; may pull
            4s  TransferAccepted v1 by ines
            5s  AgentReleased v1 from mara: handed over, wrap-up until 1m5s holding 1
            5s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            5s  TransferCompleted v1 to ines by mara
        "#]],
    );
}

#[test]
fn a_broadcast_queue_takes_a_warm_transfer_once() {
    check(
        "
        workspace two-tiers
          queues: { technical: { strategy: broadcast } }
        online mara ines kofi
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to technical
        3s    kofi accepts v1
        3s    ines accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to technical from billing
                2s  OfferMade v1 to all: ines, kofi until 32s (of 2)
                3s  OfferAccepted v1 by kofi
                3s  TransferAccepted v1 by kofi
                3s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}

#[test]
fn the_owner_is_never_asked_to_take_their_own_transfer() {
    check(
        "
        workspace two-tiers
          queues: { technical: { members: { teams: [network, front] }, mode: pull } }
        online mara
        0s    v1 opens in billing
        1s    mara accepts v1
        2s    mara transfers v1 warm to technical
        3s    mara pulls v1
        4s    tom online
        5s    tom looks
        6s    tom pulls v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to technical from billing
                3s  rejected: your role does not allow this
                4s  AgentStatusSet tom online
                5s  tom sees me: online, load 0/3
                5s  tom sees v1 as queue_member: active in billing, owner mara, warm transfer from mara to technical pending; may pull
                6s  TransferAccepted v1 by tom
        "#]],
    );
}
