//! The way back after an escalation (SPEC §4, "Return").

use expect_test::expect;

use crate::check;

#[test]
fn a_return_goes_to_the_last_owner_at_the_place_it_came_from_and_is_a_hop() {
    check(
        "
        workspace pipeline
        online mara tom ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara returns v1
        3s   mara escalates v1 to network
        4s   ines accepts v1
        5s   ines returns v1 \"only a password\"
        6s   mara accepts v1
        7s   mara looks at v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in support/first
            0s  WaitStarted v1 in support/first: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in support/first: accepted
            2s  rejected: the conversation was not handed over, so that there is nobody to return it to
            3s  EscalationStarted v1 by mara along network from support/first to support/second
            3s  AgentReleased v1 from mara: escalated, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara
            3s  OfferMade v1 to ines until 33s
            4s  OfferAccepted v1 by ines
            4s  AgentAssigned v1 to ines in support/second: accepted, hop from mara
            4s  TransferCompleted v1 to ines by ines
            5s  ReturnStarted v1 by ines to mara in support/first from support/second with note
            5s  AgentReleased v1 from ines: returned, wrap-up until 1m5s holding 1
            5s  WaitStarted v1 in support/first: return, credit 2s, sent by ines, reserved for mara (previous owner) until 1m5s
            5s  OfferMade v1 to mara until 1m5s
            6s  OfferAccepted v1 by mara
            6s  WrapUpEnded v1 of mara: came_back
            6s  AgentAssigned v1 to mara in support/first: accepted, hop from ines
            6s  TransferCompleted v1 to mara by mara
            7s  mara sees v1 as owner: active in support/first, owner mara, chain: mara until 4s, ines until 6s, a loop, hops 2; may reply note transfer escalate[network to support/second of tier 2, seniors to support/second of tier 2 because with note, expert to support/third of tier 3, billing to support/bills of tier 1] park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn a_return_is_kept_60_s_for_the_last_owner_and_goes_to_the_queue_without_them() {
    check(
        "
        workspace pipeline
        online mara tom ines
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   tom accepts v2
        2s   mara escalates v1 to network
        2s   tom escalates v2 to network
        3s   ines accepts v1
        3s   ines accepts v2
        4s   tom away
        5s   ines returns v1
        6s   ines returns v2
        7s   mara declines v1
        8s   mara accepts v2
        ",
        expect![[r#"
            0s  ConversationOpened v1 in support/first
            0s  WaitStarted v1 in support/first: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            0s  ConversationOpened v2 in support/first
            0s  WaitStarted v2 in support/first: opened
            0s  OfferMade v2 to tom until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in support/first: accepted
            1s  OfferAccepted v2 by tom
            1s  AgentAssigned v2 to tom in support/first: accepted
            2s  EscalationStarted v1 by mara along network from support/first to support/second
            2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara
            2s  OfferMade v1 to ines until 32s
            2s  EscalationStarted v2 by tom along network from support/first to support/second
            2s  AgentReleased v2 from tom: escalated, wrap-up until 1m2s holding 1
            2s  WaitStarted v2 in support/second: escalation, credit 1s, sent by tom
            2s  OfferMade v2 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  AgentAssigned v1 to ines in support/second: accepted, hop from mara
            3s  TransferCompleted v1 to ines by ines
            3s  OfferAccepted v2 by ines
            3s  AgentAssigned v2 to ines in support/second: accepted, hop from tom
            3s  TransferCompleted v2 to ines by ines
            4s  AgentStatusSet tom away
            5s  ReturnStarted v1 by ines to mara in support/first from support/second
            5s  AgentReleased v1 from ines: returned, wrap-up until 1m5s holding 1
            5s  WaitStarted v1 in support/first: return, credit 2s, sent by ines, reserved for mara (previous owner) until 1m5s
            5s  OfferMade v1 to mara until 1m5s
            6s  ReturnStarted v2 by ines to tom in support/first from support/second
            6s  AgentReleased v2 from ines: returned, wrap-up until 1m6s holding 1
            6s  WaitStarted v2 in support/first: return, credit 2s, sent by ines
            6s  OfferMade v2 to mara until 36s
            7s  OfferDeclined v1 by mara
            7s  ReservationEnded v1 for mara: declined
            7s  NobodyEligible v1: 1 away, 1 declined
            7s  SupervisorsAlerted v1: only_agent_unwilling
            8s  OfferAccepted v2 by mara
            8s  AgentAssigned v2 to mara in support/first: accepted, hop from ines
            8s  TransferCompleted v2 to mara by mara
        "#]],
    );
}

#[test]
fn returns_lead_back_step_by_step() {
    check(
        "
        workspace pipeline
        online mara ines dana
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network
        3s   ines accepts v1
        4s   ines escalates v1
        5s   dana accepts v1
        6s   dana returns v1
        7s   ines accepts v1
        8s   ines returns v1
        9s   mara accepts v1
        10s  mara returns v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in support/first
             0s  WaitStarted v1 in support/first: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in support/first: accepted
             2s  EscalationStarted v1 by mara along network from support/first to support/second
             2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
             2s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara
             2s  OfferMade v1 to ines until 32s
             3s  OfferAccepted v1 by ines
             3s  AgentAssigned v1 to ines in support/second: accepted, hop from mara
             3s  TransferCompleted v1 to ines by ines
             4s  EscalationStarted v1 by ines along up from support/second to support/third
             4s  AgentReleased v1 from ines: escalated, wrap-up until 1m4s holding 1
             4s  WaitStarted v1 in support/third: escalation, credit 2s, sent by ines
             4s  OfferMade v1 to dana until 34s
             5s  OfferAccepted v1 by dana
             5s  AgentAssigned v1 to dana in support/third: accepted, hop from ines
             5s  TransferCompleted v1 to dana by dana
             6s  ReturnStarted v1 by dana to ines in support/second from support/third
             6s  AgentReleased v1 from dana: returned, wrap-up until 1m6s holding 1
             6s  WaitStarted v1 in support/second: return, credit 3s, sent by dana, reserved for ines (previous owner) until 1m6s
             6s  OfferMade v1 to ines until 1m6s
             7s  OfferAccepted v1 by ines
             7s  WrapUpEnded v1 of ines: came_back
             7s  AgentAssigned v1 to ines in support/second: accepted, hop from dana
             7s  TransferCompleted v1 to ines by ines
             8s  ReturnStarted v1 by ines to mara in support/first from support/second
             8s  AgentReleased v1 from ines: returned, wrap-up until 1m8s holding 1
             8s  WaitStarted v1 in support/first: return, credit 4s, sent by ines, reserved for mara (previous owner) until 1m8s
             8s  OfferMade v1 to mara until 1m8s
             9s  OfferAccepted v1 by mara
             9s  WrapUpEnded v1 of mara: came_back
             9s  AgentAssigned v1 to mara in support/first: accepted, hop from ines
             9s  TransferCompleted v1 to mara by mara
            10s  rejected: the conversation was not handed over, so that there is nobody to return it to
        "#]],
    );
}
