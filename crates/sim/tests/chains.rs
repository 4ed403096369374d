//! The chain guard (SPEC §4, "Chain guard"): how often and which ways a conversation is handed on.

use expect_test::expect;

use crate::check;

#[test]
fn hops_count_transfers_and_neither_assignments_nor_re_queues() {
    check(
        "
        workspace two-tiers
        online mara tom ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assigns v1 to tom
        3s    rosa requeues v1
        4s    mara accepts v1
        5s    mara transfers v1 warm to ines leaving
        6s    ines accepts v1
        7s    ines looks at v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m2s holding 1
            2s  AgentAssigned v1 to tom in billing: assigned by rosa
            3s  AgentReleased v1 from tom: moved by rosa, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in billing: re-queued by rosa, credit 1s, sent by tom
            3s  OfferMade v1 to mara until 33s
            4s  OfferAccepted v1 by mara
            4s  WrapUpEnded v1 of mara: came_back
            4s  AgentAssigned v1 to mara in billing: accepted
            5s  TransferStarted v1 warm leaving by mara to ines in technical from billing
            5s  OfferMade v1 to ines until 35s
            6s  OfferAccepted v1 by ines
            6s  TransferAccepted v1 by ines
            6s  AgentReleased v1 from mara: handed over, wrap-up until 1m6s holding 1
            6s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            6s  TransferCompleted v1 to ines by ines
            7s  ines sees v1 as owner: active in technical, owner ines, hops 1; may reply note transfer return park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn at_the_warning_the_sender_is_shown_the_chain_and_who_was_here() {
    check(
        "
        workspace two-tiers
          settings: { chain_warning: 2 }
        online mara tom rosa
        0s    v1 opens
        1s    mara accepts v1
        1m    mara transfers v1 warm to tom leaving
        1m    tom accepts v1
        2m    tom looks at v1
        3m    tom transfers v1 warm to mara leaving
        3m    mara accepts v1
        9m    mara looks at v1
        9m    rosa looks at v1
        9m    mara looks for targets of v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            1m  TransferStarted v1 warm leaving by mara to tom in billing
            1m  OfferMade v1 to tom until 1m30s
            1m  OfferAccepted v1 by tom
            1m  TransferAccepted v1 by tom
            1m  AgentReleased v1 from mara: handed over, wrap-up until 2m holding 1
            1m  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
            1m  TransferCompleted v1 to tom by tom
            2m  WrapUpEnded v1 of mara: time_up
            2m  tom sees v1 as owner: active in billing, owner tom, hops 1; may reply note transfer return park set_priority invite raise_hand close
            3m  TransferStarted v1 warm leaving by tom to mara in billing
            3m  OfferMade v1 to mara until 3m30s
            3m  OfferAccepted v1 by mara
            3m  TransferAccepted v1 by mara
            3m  AgentReleased v1 from tom: handed over, wrap-up until 4m holding 1
            3m  AgentAssigned v1 to mara in billing: transfer completed, hop from tom
            3m  TransferCompleted v1 to mara by mara
            4m  WrapUpEnded v1 of tom: time_up
            9m  mara sees v1 as owner: active in billing, owner mara, chain: mara until 1m, tom until 3m, a loop, hops 2; may reply note transfer return park set_priority invite raise_hand close
            9m  rosa sees v1 as supervisor: active in billing, owner mara, chain: mara until 1m, tom until 3m, a loop, hops 2; may note observe whisper join take_over transfer return park set_priority invite assign requeue close
            9m  mara sees mara online 1/3, was here at 1m, off: already_there, not even parked: already_there
            9m  mara sees tom online 0/3, was here at 3m
            9m  mara sees ines offline 0/2, serves elsewhere, off: offline
            9m  mara sees kofi offline 0/2, serves elsewhere, off: offline
            9m  mara sees lena offline 0/2, serves elsewhere, off: offline
            9m  mara sees billing 0 waiting, 2 of 2 online available, was here at 3m, off: already_there
            9m  mara sees technical 0 waiting, 0 of 0 online available
            9m  mara sees sales 0 waiting, 0 of 0 online available
            9m  mara sees chain: mara until 1m, tom until 3m, a loop
        "#]],
    );
}

#[test]
fn at_the_limit_a_supervisor_is_asked_and_the_owner_keeps_it() {
    check(
        "
        workspace two-tiers
          settings: { chain_warning: 1, chain_limit: 1 }
        online mara tom ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to tom leaving
        3s    tom accepts v1
        4s    tom transfers v1 cold to technical
        5s    tom transfers v1 cold to technical
        6s    tom looks at v1
        6s    tom looks for targets of v1
        7s    rosa looks at v1
        8s    rosa allows move of v1
        9s    tom transfers v1 cold to technical
        9s    rosa allows move of v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm leaving by mara to tom in billing
            2s  OfferMade v1 to tom until 32s
            3s  OfferAccepted v1 by tom
            3s  TransferAccepted v1 by tom
            3s  AgentReleased v1 from mara: handed over, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
            3s  TransferCompleted v1 to tom by tom
            4s  MoveStopped v1 of tom to technical, allowed at 2m4s
            4s  HandRaised v1 for tom: chain limit, until 2m4s
            6s  tom sees v1 as owner: active in billing, owner tom, hand up since 4s (chain limit), chain at the limit: mara until 3s, move stopped until 2m4s, hops 1; may reply note transfer return park set_priority invite lower_hand close
            6s  tom sees mara online 1/3, was here at 3s
            6s  tom sees tom online 1/3, off: already_there, not even parked: already_there
            6s  tom sees ines online 0/2, serves elsewhere
            6s  tom sees kofi offline 0/2, serves elsewhere, off: offline
            6s  tom sees lena offline 0/2, serves elsewhere, off: offline
            6s  tom sees billing 0 waiting, 2 of 2 online available, was here at 3s, off: already_there
            6s  tom sees technical 0 waiting, 1 of 1 online available
            6s  tom sees sales 0 waiting, 0 of 0 online available
            6s  tom sees chain at the limit: mara until 3s, move stopped until 2m4s
            6s  tom sees a supervisor is asked first
            7s  rosa sees v1 as supervisor: active in billing, owner tom, hand up since 4s (chain limit), chain at the limit: mara until 3s, move stopped until 2m4s, hops 1; may note take_hand lower_hand observe whisper join take_over allow_move transfer return park set_priority invite assign requeue close
            8s  HandLowered v1: move allowed by rosa
            8s  MoveAllowed v1 by rosa
            9s  TransferStarted v1 cold by tom to technical from billing
            9s  AgentReleased v1 from tom: transferred, wrap-up until 1m9s holding 1
            9s  WaitStarted v1 in technical: transfer, credit 1s, sent by tom
            9s  OfferMade v1 to ines until 39s
            9s  rejected: no move waits for a supervisor
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Tom
            3s  HandedOver from Mara to Tom
            9s  AgentLeft Tom
            9s  Queued
            9s  Offered
        "#]],
    );
}

#[test]
fn with_no_answer_in_2_min_the_move_is_allowed_and_flagged() {
    check(
        "
        workspace two-tiers
          settings: { chain_warning: 1, chain_limit: 1 }
        online mara tom ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to tom leaving
        3s    tom accepts v1
        4s    tom transfers v1 cold to technical
        2m5s  tom looks at v1
        2m6s  tom transfers v1 cold to technical
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  OfferMade v1 to mara until 30s (of 2)
              1s  OfferAccepted v1 by mara
              1s  AgentAssigned v1 to mara in billing: accepted
              2s  TransferStarted v1 warm leaving by mara to tom in billing
              2s  OfferMade v1 to tom until 32s
              3s  OfferAccepted v1 by tom
              3s  TransferAccepted v1 by tom
              3s  AgentReleased v1 from mara: handed over, wrap-up until 1m3s holding 1
              3s  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
              3s  TransferCompleted v1 to tom by tom
              4s  MoveStopped v1 of tom to technical, allowed at 2m4s
              4s  HandRaised v1 for tom: chain limit, until 2m4s
            1m3s  WrapUpEnded v1 of mara: time_up
            2m4s  SupervisorsAlerted v1: hand_unanswered
            2m4s  MoveAllowed v1: nobody answered
            2m4s  SupervisorsAlerted v1: move_unanswered
            2m5s  tom sees v1 as owner: active in billing, owner tom, hand up since 4s (chain limit, everybody alerted), chain at the limit: mara until 3s, move allowed, hops 1; may reply note transfer return park set_priority invite lower_hand close
            2m6s  TransferStarted v1 cold by tom to technical from billing
            2m6s  HandLowered v1: ownership moved
            2m6s  AgentReleased v1 from tom: transferred, wrap-up until 3m6s holding 1
            2m6s  WaitStarted v1 in technical: transfer, credit 1s, sent by tom
            2m6s  OfferMade v1 to ines until 2m36s
        "#]],
    );
}

#[test]
fn a_supervisor_who_takes_the_hand_decides() {
    check(
        "
        workspace two-tiers
          settings: { chain_warning: 1, chain_limit: 1 }
        online mara tom ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to tom leaving
        3s    tom accepts v1
        4s    tom transfers v1 cold to technical
        5s    rosa takes hand in v1 by whispering
        3m    tom looks at v1
        4m    rosa transfers v1 cold to technical
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  OfferMade v1 to mara until 30s (of 2)
              1s  OfferAccepted v1 by mara
              1s  AgentAssigned v1 to mara in billing: accepted
              2s  TransferStarted v1 warm leaving by mara to tom in billing
              2s  OfferMade v1 to tom until 32s
              3s  OfferAccepted v1 by tom
              3s  TransferAccepted v1 by tom
              3s  AgentReleased v1 from mara: handed over, wrap-up until 1m3s holding 1
              3s  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
              3s  TransferCompleted v1 to tom by tom
              4s  MoveStopped v1 of tom to technical, allowed at 2m4s
              4s  HandRaised v1 for tom: chain limit, until 2m4s
              5s  HandLowered v1: taken by rosa
              5s  SupervisorEntered v1 rosa: whisper
            1m3s  WrapUpEnded v1 of mara: time_up
              3m  tom sees v1 as owner: active in billing, owner tom, supervisor (whisper) rosa, chain at the limit: mara until 3s, move stopped, hops 1; may reply note transfer return park set_priority invite raise_hand write_whisper close
              4m  TransferStarted v1 cold by tom to technical from billing
              4m  AgentReleased v1 from tom: transferred, wrap-up until 5m holding 1
              4m  WaitStarted v1 in technical: transfer, credit 1s, sent by tom
              4m  OfferMade v1 to ines until 4m30s
        "#]],
    );
}

#[test]
fn blocked_chains_go_no_further_by_an_agents_will() {
    check(
        "
        workspace two-tiers
          settings: { chain_limit: 1, chain_policy: block }
        online mara tom ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to tom leaving
        3s    tom accepts v1
        4s    tom transfers v1 cold to technical
        5s    tom looks at v1
        6s    rosa requeues v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm leaving by mara to tom in billing
            2s  OfferMade v1 to tom until 32s
            3s  OfferAccepted v1 by tom
            3s  TransferAccepted v1 by tom
            3s  AgentReleased v1 from mara: handed over, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
            3s  TransferCompleted v1 to tom by tom
            4s  rejected: this conversation has been handed over too often
            5s  tom sees v1 as owner: active in billing, owner tom, hops 1; may reply note (transfer: chain_blocked) return park set_priority invite raise_hand close
            6s  AgentReleased v1 from tom: moved by rosa, wrap-up until 1m6s holding 1
            6s  WaitStarted v1 in billing: re-queued by rosa, credit 1s, sent by tom
            6s  OfferMade v1 to mara until 36s
        "#]],
    );
}

#[test]
fn at_the_limit_only_the_final_queue_may_be_left_to() {
    check(
        "
        workspace two-tiers
          settings: { chain_limit: 1, chain_policy: { final_queue: technical } }
        online mara tom lena ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to tom leaving
        3s    tom accepts v1
        4s    tom transfers v1 cold to sales
        5s    tom looks for targets of v1
        6s    tom transfers v1 cold to technical
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm leaving by mara to tom in billing
            2s  OfferMade v1 to tom until 32s
            3s  OfferAccepted v1 by tom
            3s  TransferAccepted v1 by tom
            3s  AgentReleased v1 from mara: handed over, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
            3s  TransferCompleted v1 to tom by tom
            4s  rejected: this conversation has been handed over too often; it goes to q16 and nowhere else
            5s  tom sees mara online 1/3, was here at 3s, off: only final queue, technical, not even parked: only final queue, technical
            5s  tom sees tom online 1/3, off: already_there, not even parked: already_there
            5s  tom sees ines online 0/2, serves elsewhere
            5s  tom sees kofi offline 0/2, serves elsewhere, off: offline
            5s  tom sees lena online 0/2, serves elsewhere, off: only final queue, technical, not even parked: only final queue, technical
            5s  tom sees billing 0 waiting, 2 of 2 online available, was here at 3s, off: already_there
            5s  tom sees technical 0 waiting, 1 of 1 online available
            5s  tom sees sales 0 waiting, 1 of 1 online available, off: only final queue, technical
            6s  TransferStarted v1 cold by tom to technical from billing
            6s  AgentReleased v1 from tom: transferred, wrap-up until 1m6s holding 1
            6s  WaitStarted v1 in technical: transfer, credit 1s, sent by tom
            6s  OfferMade v1 to ines until 36s
        "#]],
    );
}

#[test]
fn the_guard_stops_nothing_that_a_supervisor_asks_for() {
    check(
        "
        workspace two-tiers
          settings: { chain_limit: 1, chain_policy: block }
          edges:
            - { from: { queue: billing }, to: { queue: billing } }
        online mara tom ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to tom leaving
        3s    tom accepts v1
        4s    rosa transfers v1 cold to technical
        5s    ines accepts v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm leaving by mara to tom in billing
            2s  OfferMade v1 to tom until 32s
            3s  OfferAccepted v1 by tom
            3s  TransferAccepted v1 by tom
            3s  AgentReleased v1 from mara: handed over, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
            3s  TransferCompleted v1 to tom by tom
            4s  TransferStarted v1 cold by tom to technical from billing
            4s  AgentReleased v1 from tom: transferred, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in technical: transfer, credit 1s, sent by tom
            4s  OfferMade v1 to ines until 34s
            5s  OfferAccepted v1 by ines
            5s  AgentAssigned v1 to ines in technical: accepted, hop from tom
            5s  TransferCompleted v1 to ines by ines
        "#]],
    );
}

#[test]
fn the_guard_does_not_stop_a_transfer_that_comes_back_or_waits_on() {
    check(
        "
        workspace two-tiers
          settings: { chain_limit: 1, chain_policy: block }
        online mara tom ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to tom leaving
        3s    tom accepts v1
        4s    rosa transfers v1 cold to ines
        5s    ines declines v1
        6s    tom looks at v1
        10s   tom drops
        3m    tick
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  OfferMade v1 to mara until 30s (of 2)
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in billing: accepted
               2s  TransferStarted v1 warm leaving by mara to tom in billing
               2s  OfferMade v1 to tom until 32s
               3s  OfferAccepted v1 by tom
               3s  TransferAccepted v1 by tom
               3s  AgentReleased v1 from mara: handed over, wrap-up until 1m3s holding 1
               3s  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
               3s  TransferCompleted v1 to tom by tom
               4s  TransferStarted v1 cold else return by tom to ines in technical from billing
               4s  AgentReleased v1 from tom: transferred, wrap-up until 1m4s holding 1
               4s  WaitStarted v1 in technical: transfer, credit 1s, sent by tom, reserved for ines (named receiver) until 1m4s
               4s  OfferMade v1 to ines until 1m4s
               5s  OfferDeclined v1 by ines
               5s  TransferEnded v1 declined: declined
               5s  WrapUpEnded v1 of tom: came_back
               5s  AgentAssigned v1 to tom in billing: transfer returned
               6s  tom sees v1 as owner: active in billing, owner tom, hops 1; may reply note (transfer: chain_blocked) return park set_priority invite raise_hand close
              10s  AgentConnectionLost tom
              40s  AgentDisconnected tom
              40s  OwnerLost v1 tom
             1m3s  WrapUpEnded v1 of mara: time_up
             1m5s  CoolDownEnded v1 for ines
            2m10s  AgentGivenUp tom
            2m10s  AgentReleased v1 from tom: lost
            2m10s  WaitStarted v1 in billing: agent lost, tom, credit 2s, at the front
            2m10s  OfferMade v1 to mara until 2m40s
            2m40s  OfferEnded v1 to mara: expired
            2m40s  NobodyEligible v1: 1 disconnected, 1 declined
            2m40s  SupervisorsAlerted v1: only_agent_unwilling
            2m55s  VisitorToldStillSearching v1
        "#]],
    );
}
