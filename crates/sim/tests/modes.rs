//! How a conversation comes to an agent: push, automatic accept, pull (SPEC §3, "Modes").

use expect_test::expect;

use crate::check;

#[test]
fn with_automatic_accept_an_agent_gets_it_without_being_asked() {
    check(
        "
        workspace one-queue
          queues: { help: { mode: push_auto_accept } }
        online mara
        0s   v1 opens
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  AgentAssigned v1 to mara in help: accepted automatically
        "#]],
    );
}

#[test]
fn in_a_pull_queue_agents_pick_from_a_list() {
    check(
        "
        workspace one-queue
          queues: { help: { mode: pull } }
        online mara
        0s   v1 opens
        1s   mara looks
        2s   mara pulls v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                1s  mara sees me: online, load 0/2
                1s  mara sees v1 as queue_member: waiting in help, waiting since 0s; may pull
                2s  AgentAssigned v1 to mara in help: pulled
        "#]],
    );
}

#[test]
fn two_agents_pull_the_same_conversation_and_the_second_is_too_late() {
    check(
        "
        workspace one-queue
          queues: { help: { mode: pull } }
        online mara tom
        0s   v1 opens
        1s   mara pulls v1
        1s   tom pulls v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                1s  AgentAssigned v1 to mara in help: pulled
                1s  rejected: the conversation is not waiting
        "#]],
    );
}

#[test]
fn pulling_needs_room_and_membership_and_a_pull_queue() {
    check(
        "
        workspace two-tiers
          agents: { mara: { capacity: 1 } }
          queues: { billing: { mode: pull } }
        online mara ines
        0s   v1 opens in billing
        0s   v2 opens in billing
        1s   ines pulls v1
        2s   mara pulls v1
        3s   mara pulls v2
        4s   v3 opens in technical
        5s   ines pulls v3
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  ConversationOpened v2 in billing
                0s  WaitStarted v2 in billing: opened
                1s  rejected: your role does not allow this
                2s  AgentAssigned v1 to mara in billing: pulled
                3s  rejected: no free room for this conversation
                4s  ConversationOpened v3 in technical
                4s  WaitStarted v3 in technical: opened
                4s  OfferMade v3 to ines until 34s
                5s  rejected: your role does not allow this
        "#]],
    );
}

#[test]
fn a_pull_queue_has_a_max_wait_like_any_other() {
    check(
        "
        workspace one-queue
          queues: { help: { mode: pull, max_wait: 60s } }
        online mara
        0s   v1 opens
        60s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
               45s  VisitorToldStillSearching v1
                1m  ChoiceAsked v1
                1m  SupervisorsAlerted v1: nobody_came
        "#]],
    );
}

#[test]
fn a_greeting_is_said_once_per_place_when_the_agent_joins() {
    check(
        "
        workspace two-tiers
          queues: { billing: { greeting: Good morning }, technical: { greeting: Hello again } }
        online mara tom ines
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to tom
        3s   tom accepts v1
        4s   tom transfers v1 cold to technical
        5s   ines accepts v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            1s  Greeted v1 by mara for billing
            2s  TransferStarted v1 cold else return by mara to tom in billing
            2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in billing: transfer, credit 1s, sent by mara, reserved for tom (named receiver) until 1m2s
            2s  OfferMade v1 to tom until 1m2s
            3s  OfferAccepted v1 by tom
            3s  AgentAssigned v1 to tom in billing: accepted, hop from mara
            3s  TransferCompleted v1 to tom by tom
            4s  TransferStarted v1 cold by tom to technical from billing
            4s  AgentReleased v1 from tom: transferred, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in technical: transfer, credit 2s, sent by tom
            4s  OfferMade v1 to ines until 34s
            5s  OfferAccepted v1 by ines
            5s  AgentAssigned v1 to ines in technical: accepted, hop from tom
            5s  Greeted v1 by ines for technical
            5s  TransferCompleted v1 to ines by ines
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            1s  Greeting by Mara
            2s  AgentLeft Mara
            2s  Queued
            2s  Offered
            3s  AgentJoined Tom
            4s  AgentLeft Tom
            4s  Queued
            4s  Offered
            5s  AgentJoined Ines
            5s  Greeting by Ines
        "#]],
    );
}
