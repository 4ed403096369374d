//! Who may be asked at all (SPEC §3, "Eligible").

use expect_test::expect;

use crate::check;

#[test]
fn only_members_of_the_queue_are_asked() {
    check(
        "
        workspace two-tiers
        online ines
        0s   v1 opens in billing
        1s   mara looks why ines for v1
        2s   mara online
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  NobodyEligible v1: 2 offline
                1s  mara sees not_member
                2s  AgentStatusSet mara online
                2s  OfferMade v1 to mara until 32s
        "#]],
    );
}

#[test]
fn who_is_away_or_offline_or_takes_hand_overs_only_gets_no_first_assignment() {
    check(
        "
        online mara tom ines
        0s   mara away break
        0s   tom transfer_only
        0s   ines offline
        1s   v1 opens
        2s   rosa looks why mara for v1
        2s   rosa looks why tom for v1
        2s   rosa looks why ines for v1
        3s   mara online
        ",
        expect![[r#"
                0s  AgentStatusSet mara away (break)
                0s  AgentStatusSet tom transfer_only
                0s  AgentStatusSet ines offline
                1s  ConversationOpened v1 in help
                1s  WaitStarted v1 in help: opened
                1s  NobodyEligible v1: 1 offline, 1 away, 1 transfer_only
                2s  rosa sees away
                2s  rosa sees transfer_only
                2s  rosa sees offline
                3s  AgentStatusSet mara online
                3s  OfferMade v1 to mara until 33s
        "#]],
    );
}

#[test]
fn transfer_only_takes_hand_overs() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   ines transfer_only
        1s   v1 opens in technical
        2s   v2 opens in billing
        3s   mara accepts v2
        4s   mara transfers v2 cold to technical
        ",
        expect![[r#"
            0s  AgentStatusSet ines transfer_only
            1s  ConversationOpened v1 in technical
            1s  WaitStarted v1 in technical: opened
            1s  NobodyEligible v1: 1 offline, 1 transfer_only
            2s  ConversationOpened v2 in billing
            2s  WaitStarted v2 in billing: opened
            2s  OfferMade v2 to mara until 32s
            3s  OfferAccepted v2 by mara
            3s  AgentAssigned v2 to mara in billing: accepted
            4s  TransferStarted v2 cold by mara to technical from billing
            4s  AgentReleased v2 from mara: transferred, wrap-up until 1m4s holding 1
            4s  WaitStarted v2 in technical: transfer, credit 1s, sent by mara
            4s  OfferMade v2 to ines until 34s
        "#]],
    );
}

#[test]
fn an_agent_needs_as_much_room_as_the_conversation_weighs() {
    check(
        "
        workspace one-queue
          queues: { help: { weight: 2 } }
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   tom accepts v2
        4s   v3 opens
        5s   rosa looks why mara for v3
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationOpened v2 in help
                2s  WaitStarted v2 in help: opened
                2s  OfferMade v2 to tom until 32s
                3s  OfferAccepted v2 by tom
                3s  AgentAssigned v2 to tom in help: accepted
                4s  ConversationOpened v3 in help
                4s  WaitStarted v3 in help: opened
                4s  NobodyEligible v3: 1 offline, 2 at_capacity
                5s  rosa sees at capacity 2/2
        "#]],
    );
}

#[test]
fn every_required_skill_is_held_at_its_level() {
    check(
        "
        workspace one-queue
          queues: { help: { required: { french: 4 } } }
        online tom mara
        0s   v1 opens
        1s   rosa looks why tom for v1
        1s   rosa looks why mara for v1
        2s   ines online
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 1 offline, 2 lacks_skill
                1s  rosa sees lacks french 4
                1s  rosa sees lacks french 4
                2s  AgentStatusSet ines online
                2s  OfferMade v1 to ines until 32s
        "#]],
    );
}

#[test]
fn a_conversation_asks_for_skills_beside_those_of_its_queue() {
    check(
        "
        workspace one-queue
          queues: { help: { required: { french: 3 } } }
        online mara tom
        0s   v1 opens needing billing 4
        1s   rosa looks why tom for v1
        2s   ines online
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help needing billing 4
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 1 offline, 2 lacks_skill
                1s  rosa sees lacks billing 4
                2s  AgentStatusSet ines online
                2s  OfferMade v1 to ines until 32s
        "#]],
    );
}

#[test]
fn who_sent_it_is_not_offered_it() {
    check(
        "
        workspace two-tiers
          agents: { kofi: { capacity: 1 } }
          queues: { technical: { members: { teams: [network, front] } } }
        online kofi
        0s   v0 opens in technical
        1s   kofi accepts v0
        2s   mara online
        3s   v1 opens in billing
        4s   mara accepts v1
        5s   mara transfers v1 cold to technical
        6s   rosa looks why mara for v1
        7s   ines online
        ",
        expect![[r#"
            0s  ConversationOpened v0 in technical
            0s  WaitStarted v0 in technical: opened
            0s  OfferMade v0 to kofi until 30s
            1s  OfferAccepted v0 by kofi
            1s  AgentAssigned v0 to kofi in technical: accepted
            2s  AgentStatusSet mara online
            3s  ConversationOpened v1 in billing
            3s  WaitStarted v1 in billing: opened
            3s  OfferMade v1 to mara until 33s
            4s  OfferAccepted v1 by mara
            4s  AgentAssigned v1 to mara in billing: accepted
            5s  TransferStarted v1 cold by mara to technical from billing
            5s  AgentReleased v1 from mara: transferred, wrap-up until 1m5s holding 1
            5s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            5s  NobodyEligible v1: 2 offline, 1 at_capacity, 1 sender
            6s  rosa sees sender
            7s  AgentStatusSet ines online
            7s  OfferMade v1 to ines until 37s
        "#]],
    );
}

#[test]
fn who_sent_it_is_offered_it_once_nobody_else_of_the_queue_is_online() {
    check(
        "
        workspace two-tiers
          queues: { technical: { members: { teams: [network, front] } } }
        online mara kofi
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to technical
        3s   kofi offline
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
            2s  OfferMade v1 to kofi until 32s
            3s  AgentStatusSet kofi offline
            3s  OfferEnded v1 to kofi: offline
            3s  OfferMade v1 to mara until 33s
        "#]],
    );
}

#[test]
fn who_sent_it_is_offered_it_when_nobody_else_online_could_take_it() {
    check(
        "
        workspace one-queue
          queues: { help: { required: { french: 4 } } }
        online ines mara
        0s   v1 opens
        1s   ines accepts v1
        2s   rosa requeues v1
        3s   rosa looks why mara for v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to ines until 30s
            1s  OfferAccepted v1 by ines
            1s  AgentAssigned v1 to ines in help: accepted
            2s  AgentReleased v1 from ines: moved by rosa, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in help: re-queued by rosa, credit 1s, sent by ines
            2s  OfferMade v1 to ines until 32s
            3s  rosa sees lacks french 4
        "#]],
    );
}

#[test]
fn a_supervisor_assigns_to_whoever_sent_it() {
    check(
        "
        workspace two-tiers
          queues: { technical: { members: { teams: [network, front] } } }
        online mara
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   tom online
        2s   tom away
        3s   mara transfers v1 cold to technical
        4s   rosa assigns v1 to mara
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  AgentStatusSet tom online
            2s  AgentStatusSet tom away
            3s  TransferStarted v1 cold by mara to technical from billing
            3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            3s  OfferMade v1 to mara until 33s
            4s  OfferEnded v1 to mara: withdrawn
            4s  TransferEnded v1 cancelled: assigned
            4s  WrapUpEnded v1 of mara: came_back
            4s  AgentAssigned v1 to mara in technical: assigned by rosa
        "#]],
    );
}

#[test]
fn an_agent_without_connection_is_asked_during_the_grace_and_not_after_it() {
    check(
        "
        online mara
        0s   mara drops
        10s  v1 opens
        30s  tick
        40s  v2 opens
        50s  mara connects
        ",
        expect![[r#"
                0s  AgentConnectionLost mara
               10s  ConversationOpened v1 in help
               10s  WaitStarted v1 in help: opened
               10s  OfferMade v1 to mara until 40s
               30s  AgentDisconnected mara
               30s  OfferEnded v1 to mara: offline
               30s  NobodyEligible v1: 2 offline, 1 disconnected
               40s  ConversationOpened v2 in help
               40s  WaitStarted v2 in help: opened
               40s  NobodyEligible v2: 2 offline, 1 disconnected
               50s  AgentConnected mara
               50s  OfferMade v1 to mara until 1m20s
               50s  OfferMade v2 to mara until 1m20s
        "#]],
    );
}
