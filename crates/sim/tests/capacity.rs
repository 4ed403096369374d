//! What an agent's load is made of (SPEC §3 "Capacity", invariant I3).

use expect_test::expect;

use crate::check;

#[test]
fn an_offer_reserves_room() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara looks
        2s   v2 opens
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  mara sees me: online, load 1/1
                1s  mara sees offer v1 in help until 30s, why: 1 eligible; 2 offline; ines offline; tom offline
                1s  mara sees v1 as offered: waiting in help, waiting since 0s; may look
                2s  ConversationOpened v2 in help
                2s  WaitStarted v2 in help: opened
                2s  NobodyEligible v2: 2 offline, 1 at_capacity
        "#]],
    );
}

#[test]
fn a_broadcast_reserves_nothing_and_room_is_checked_at_acceptance() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
          queues: { help: { strategy: broadcast } }
        online mara
        0s   v1 opens
        0s   v2 opens
        1s   mara looks
        2s   mara accepts v1
        3s   mara accepts v2
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to all: mara until 30s
                0s  ConversationOpened v2 in help
                0s  WaitStarted v2 in help: opened
                0s  OfferMade v2 to all: mara until 30s
                1s  mara sees me: online, load 0/1
                1s  mara sees broadcast offer v1 in help until 30s, why: 1 eligible; 2 offline; ines offline; tom offline
                1s  mara sees broadcast offer v2 in help until 30s, why: 1 eligible; 2 offline; ines offline; tom offline
                1s  mara sees v1 as offered: waiting in help, waiting since 0s; may look
                1s  mara sees v2 as offered: waiting in help, waiting since 0s; may look
                2s  OfferAccepted v1 by mara
                2s  AgentAssigned v1 to mara in help: accepted
                3s  rejected: no free room for this conversation
        "#]],
    );
}

#[test]
fn a_parked_conversation_uses_no_room() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   mara looks
        4s   v2 opens
        5s   mara accepts v2
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  ConversationParked v1 by mara
            3s  mara sees me: online, load 0/1
            3s  mara sees v1 as owner: parked in help, owner mara; may reply note transfer wake set_priority invite raise_hand close
            4s  ConversationOpened v2 in help
            4s  WaitStarted v2 in help: opened
            4s  OfferMade v2 to mara until 34s
            5s  OfferAccepted v2 by mara
            5s  AgentAssigned v2 to mara in help: accepted
        "#]],
    );
}

#[test]
fn wrap_up_holds_room_until_the_agent_ends_it() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   mara closes v1
        4s   mara looks
        5s   mara wraps up v1 as solved \"was in a hurry\"
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationOpened v2 in help
                2s  WaitStarted v2 in help: opened
                2s  NobodyEligible v2: 2 offline, 1 at_capacity
                3s  AgentReleased v1 from mara: closed, wrap-up until 1m3s holding 1
                3s  ConversationClosed v1: agent by mara
                4s  mara sees me: online, load 1/1, wrap-up v1 until 1m3s
                4s  mara sees v1 as wrapping_up: closed in help; may end_wrap_up extend_wrap_up
                5s  WrapUpEnded v1 of mara: by_agent as solved with note
                5s  OfferMade v2 to mara until 35s
        "#]],
    );
}

#[test]
fn wrap_up_ends_by_itself_after_60_s() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   mara closes v1
        63s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationOpened v2 in help
                2s  WaitStarted v2 in help: opened
                2s  NobodyEligible v2: 2 offline, 1 at_capacity
                3s  AgentReleased v1 from mara: closed, wrap-up until 1m3s holding 1
                3s  ConversationClosed v1: agent by mara
               47s  VisitorToldStillSearching v2
              1m3s  WrapUpEnded v1 of mara: time_up
              1m3s  OfferMade v2 to mara until 1m33s
              1m3s  ConversationArchived v1
        "#]],
    );
}

#[test]
fn wrap_up_can_be_extended() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        3s   mara closes v1
        50s  mara extends v1
        63s  mara looks
        3m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                3s  AgentReleased v1 from mara: closed, wrap-up until 1m3s holding 1
                3s  ConversationClosed v1: agent by mara
               50s  WrapUpExtended v1 of mara until 2m3s
              1m3s  mara sees me: online, load 1/2, wrap-up v1 until 2m3s
              1m3s  mara sees v1 as wrapping_up: closed in help; may end_wrap_up extend_wrap_up
              2m3s  WrapUpEnded v1 of mara: time_up
              2m3s  ConversationArchived v1
        "#]],
    );
}

#[test]
fn wrap_up_may_hold_no_room() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
          queues: { help: { wrap_up: { time: 60s, holds_capacity: false } } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   mara closes v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationOpened v2 in help
                2s  WaitStarted v2 in help: opened
                2s  NobodyEligible v2: 2 offline, 1 at_capacity
                3s  AgentReleased v1 from mara: closed, wrap-up until 1m3s holding 0
                3s  ConversationClosed v1: agent by mara
                3s  OfferMade v2 to mara until 33s
        "#]],
    );
}

#[test]
fn wrap_up_ends_when_the_conversation_comes_back_to_that_agent() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to technical
        3s   mara looks
        4s   mara recalls v1
        5s   mara looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 cold by mara to technical from billing
            2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            2s  OfferMade v1 to ines until 32s
            3s  mara sees me: online, load 1/3, wrap-up v1 until 1m2s
            3s  mara sees v1 as sender: waiting in technical, waiting since 2s, cold transfer from mara to technical pending; may recall_transfer note end_wrap_up extend_wrap_up
            4s  OfferEnded v1 to ines: withdrawn
            4s  TransferEnded v1 cancelled: recalled
            4s  WrapUpEnded v1 of mara: came_back
            4s  AgentAssigned v1 to mara in billing: transfer recalled
            5s  mara sees me: online, load 1/3
            5s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn each_leg_has_a_note_and_disposition_of_its_own() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to technical
        3s   ines accepts v1
        4s   mara wraps up v1 as unsolved
        5s   ines closes v1
        6s   ines wraps up v1 as solved
        7s   ines wraps up v1 as solved
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 cold by mara to technical from billing
            2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  AgentAssigned v1 to ines in technical: accepted, hop from mara
            3s  TransferCompleted v1 to ines by ines
            4s  WrapUpEnded v1 of mara: by_agent as unsolved
            5s  AgentReleased v1 from ines: closed, wrap-up until 1m5s holding 1
            5s  ConversationClosed v1: agent by ines
            6s  WrapUpEnded v1 of ines: by_agent as solved
            7s  rejected: there is no wrap-up to end
        "#]],
    );
}

#[test]
fn a_disposition_is_one_of_the_workspaces_list() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   mara wraps up v1 as perfect
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
            2s  ConversationClosed v1: agent by mara
            3s  rejected: the reason, disposition or tag is not in the workspace's list
        "#]],
    );
}

#[test]
fn lowering_capacity_takes_nothing_away_and_stops_new_ones() {
    check(
        "
        online mara
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   mara accepts v2
        2s   admin configures
          agents: { mara: { capacity: 1 } }
        3s   mara looks
        4s   v3 opens
        5s   mara closes v1
        6s   mara wraps up v1
        7s   mara looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s
            0s  ConversationOpened v2 in help
            0s  WaitStarted v2 in help: opened
            0s  OfferMade v2 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            1s  OfferAccepted v2 by mara
            1s  AgentAssigned v2 to mara in help: accepted
            2s  WorkspaceConfigured version 2
            3s  mara sees me: online, load 2/1
            3s  mara sees v1 as owner: active in help, owner mara; may reply note transfer park set_priority invite raise_hand close
            3s  mara sees v2 as owner: active in help, owner mara; may reply note transfer park set_priority invite raise_hand close
            4s  ConversationOpened v3 in help
            4s  WaitStarted v3 in help: opened
            4s  NobodyEligible v3: 2 offline, 1 at_capacity
            5s  AgentReleased v1 from mara: closed, wrap-up until 1m5s holding 1
            5s  ConversationClosed v1: agent by mara
            6s  WrapUpEnded v1 of mara: by_agent
            7s  mara sees me: online, load 1/1
            7s  mara sees v2 as owner: active in help, owner mara; may reply note transfer park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn a_supervisor_assigns_over_capacity_only_with_an_override() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   rosa assigns v2 to mara
        4s   rosa assigns v2 to mara regardless
        5s   mara looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  ConversationOpened v2 in help
            2s  WaitStarted v2 in help: opened
            2s  NobodyEligible v2: 2 offline, 1 at_capacity
            3s  rejected: no free room for this conversation
            4s  AgentAssigned v2 to mara in help: assigned by rosa regardless of room
            5s  mara sees me: online, load 2/1
            5s  mara sees v1 as owner: active in help, owner mara; may reply note transfer park set_priority invite raise_hand close
            5s  mara sees v2 as owner: active in help, owner mara; may reply note transfer park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn the_receiver_uses_room_during_the_introduction() {
    check(
        "
        workspace two-tiers
          agents: { ines: { capacity: 1 } }
        online mara ines
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines
        3s   ines accepts v1
        4s   ines looks
        4s   mara looks
        5s   v2 opens in technical
        6s   ines hands back v1
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
            4s  ines sees me: online, load 1/1
            4s  ines sees v1 as receiver: active in billing, owner mara, receiver ines, warm transfer from mara to ines accepted by ines; may reply note complete_transfer hand_back
            4s  mara sees me: online, load 1/3
            4s  mara sees v1 as owner: active in billing, owner mara, receiver ines, warm transfer from mara to ines accepted by ines; may reply note (transfer: transfer_open) cancel_transfer complete_transfer (park: transfer_open) set_priority invite raise_hand leave (close_for_everybody: transfer_open)
            5s  ConversationOpened v2 in technical
            5s  WaitStarted v2 in technical: opened
            5s  NobodyEligible v2: 1 offline, 1 at_capacity
            6s  TransferEnded v1 declined: handed_back
            6s  OfferMade v2 to ines until 36s
        "#]],
    );
}

#[test]
fn a_full_agent_may_get_back_what_they_wrap_up_and_nothing_else() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        10s  rosa requeues v1
        12s  mara accepts v1
        13s  rosa prioritises v1 1
        20s  rosa requeues v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in help
             0s  WaitStarted v1 in help: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in help: accepted
             2s  ConversationOpened v2 in help
             2s  WaitStarted v2 in help: opened
             2s  NobodyEligible v2: 2 offline, 1 at_capacity
            10s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m10s holding 1
            10s  WaitStarted v1 in help: re-queued by rosa, credit 1s, sent by mara
            10s  OfferMade v1 to mara until 40s
            12s  OfferAccepted v1 by mara
            12s  WrapUpEnded v1 of mara: came_back
            12s  AgentAssigned v1 to mara in help: accepted
            13s  PrioritySet v1 to 1 by rosa
            20s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m20s holding 1
            20s  WaitStarted v1 in help: re-queued by rosa, credit 3s, priority 1, sent by mara
            20s  OfferMade v1 to mara until 50s
        "#]],
    );
}
