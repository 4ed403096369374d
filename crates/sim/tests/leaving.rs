//! Agents who go away or offline, and what stands in the way of it (SPEC §4, "When things go wrong").

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
            6s  mara sees v1 as owner: active in billing, owner mara, warm transfer from mara to technical pending; may reply note (transfer: transfer_open) cancel_transfer (complete_transfer: not_accepted_yet) (park: transfer_open) set_priority invite raise_hand (close: transfer_open)
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
            5s  mara sees v1 as owner: active in help, owner mara; may reply note transfer park set_priority invite raise_hand close
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
            0s  Offered
            1s  AgentJoined Mara
            2s  AgentLeft Mara
            2s  Requeued
            2s  Offered
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
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Ines
            4s  GuestLeft Ines
            4s  AgentLeft Mara
            4s  Requeued
            4s  Offered
        "#]],
    );
}

#[test]
fn a_receiver_who_goes_offline_stays_for_the_introduction() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        3s    ines accepts v1
        4s    ines offline
        5s    ines looks at v1
        6s    mara completes v1
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
            4s  AgentStatusSet ines offline
            5s  ines sees v1 as receiver: active in billing, owner mara, receiver ines, warm transfer from mara to ines accepted by ines; may reply note complete_transfer hand_back
            6s  AgentReleased v1 from mara: handed over, wrap-up until 1m6s holding 1
            6s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            6s  TransferCompleted v1 to ines by mara
        "#]],
    );
}
