//! What stands in the way of an escalation and its recall, and who may ask for one (SPEC §4, "Escalation to a tier").

use expect_test::expect;

use crate::check;

#[test]
fn a_closed_target_is_refused() {
    check(
        "
        workspace pipeline
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['12:00-18:00'] } } }
          queues: { network: { hours: day } }
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network anyway
        ",
        expect![[r#"
            0s  ConversationOpened v1 in support/first
            0s  WaitStarted v1 in support/first: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in support/first: accepted
            2s  rejected: the queue has no members or is closed
        "#]],
    );
}

#[test]
fn a_recall_needs_room() {
    check(
        "
        workspace pipeline
          agents: { mara: { capacity: 1 } }
          queues: { desk: { wrap_up: { holds_capacity: false } } }
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network
        3s   v2 opens
        4s   mara recalls v1
        5s   mara declines v2
        6s   mara recalls v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in support/first
            0s  WaitStarted v1 in support/first: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in support/first: accepted
            2s  EscalationStarted v1 by mara along network from support/first to support/second
            2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 0
            2s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara
            2s  OfferMade v1 to ines until 32s
            3s  ConversationOpened v2 in support/first
            3s  WaitStarted v2 in support/first: opened
            3s  OfferMade v2 to mara until 33s
            4s  rejected: no free room for this conversation
            5s  OfferDeclined v2 by mara
            5s  NobodyEligible v2: 1 offline, 1 declined
            5s  SupervisorsAlerted v2: only_agent_unwilling
            6s  OfferEnded v1 to ines: withdrawn
            6s  TransferEnded v1 cancelled: recalled
            6s  WrapUpEnded v1 of mara: came_back
            6s  AgentAssigned v1 to mara in support/first: transfer recalled
        "#]],
    );
}

#[test]
fn a_supervisor_escalates_and_returns_for_the_owner_and_a_guest_does_not() {
    check(
        "
        workspace pipeline
        online mara ines bea rosa
        0s   v1 opens
        1s   mara accepts v1
        2s   mara invites bea to v1
        3s   bea accepts v1
        4s   bea escalates v1 to network
        5s   rosa escalates v1 to network
        6s   ines accepts v1
        7s   bea returns v1
        8s   mara returns v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in support/first
            0s  WaitStarted v1 in support/first: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in support/first: accepted
            2s  InvitationStarted v1 of bea by mara in support/bills
            2s  OfferMade v1 to bea until 32s
            3s  OfferAccepted v1 by bea
            3s  InvitationAccepted v1 by bea
            3s  GuestJoined v1 bea: invited
            4s  rejected: your role does not allow this
            5s  EscalationStarted v1 by mara along network from support/first to support/second
            5s  AgentReleased v1 from mara: escalated, wrap-up until 1m5s holding 1
            5s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara
            5s  OfferMade v1 to ines until 35s
            6s  OfferAccepted v1 by ines
            6s  AgentAssigned v1 to ines in support/second: accepted, hop from mara
            6s  TransferCompleted v1 to ines by ines
            7s  rejected: your role does not allow this
            8s  rejected: your role does not allow this
        "#]],
    );
}
