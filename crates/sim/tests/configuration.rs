//! What a further version of the document changes while conversations run (SPEC §4, "When things go wrong").

use expect_test::expect;

use crate::check;

#[test]
fn an_agent_who_is_removed_loses_their_conversations_to_the_line() {
    check(
        "
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   admin configures
          agents: { mara: null }
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  WorkspaceConfigured version 2
            2s  AgentReleased v1 from mara: removed
            2s  WaitStarted v1 in help: agent removed, mara, credit 1s, at the front
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
fn a_transfer_to_an_agent_who_is_removed_fails() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines
        3s   admin configures
          agents: { ines: null }
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to ines in technical from billing
                2s  OfferMade v1 to ines until 32s
                3s  WorkspaceConfigured version 2
                3s  OfferEnded v1 to ines: withdrawn
                3s  TransferEnded v1 failed: target_removed
        "#]],
    );
}

#[test]
fn a_cold_transfer_to_an_agent_who_is_removed_fails_and_waits_for_the_queue() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   admin configures
          agents: { ines: null }
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
                3s  WorkspaceConfigured version 2
                3s  OfferEnded v1 to ines: withdrawn
                3s  TransferEnded v1 failed: target_removed
                3s  ReservationEnded v1 for ines: agent_removed
                3s  OfferMade v1 to kofi until 33s
        "#]],
    );
}

#[test]
fn a_queue_in_use_cannot_be_removed() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   admin configures
          queues: { billing: null }
          entry: technical
        3s   mara transfers v1 cold to sales
        4s   admin configures
          queues: { billing: null }
          entry: technical
        5s   admin configures
          queues: { technical: null }
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: queue q15 holds open conversations and cannot be removed
            3s  TransferStarted v1 cold by mara to sales from billing
            3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in sales: transfer, credit 1s, sent by mara
            3s  NobodyEligible v1: 1 offline
            4s  rejected: queue q15 holds open conversations and cannot be removed
            5s  WorkspaceConfigured version 2
        "#]],
    );
}

#[test]
fn a_running_time_out_keeps_its_value_and_what_is_decided_later_uses_the_new_one() {
    check(
        "
        online mara tom
        0s   v1 opens
        1s   admin configures
          queues: { help: { offer_timeout: 10s, max_wait: 20s } }
        20s  v2 opens
        50s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  WorkspaceConfigured version 2
               20s  ConversationOpened v2 in help
               20s  WaitStarted v2 in help: opened
               20s  OfferMade v2 to tom until 30s (of 2)
               30s  OfferEnded v1 to mara: expired
               30s  OfferMade v1 to tom until 40s
               30s  OfferEnded v2 to tom: expired
               30s  OfferMade v2 to mara until 40s
               40s  OfferEnded v1 to tom: expired
               40s  AgentStoppedResponding tom
               40s  NobodyEligible v1: 1 offline, 1 not_responding, 1 declined
               40s  SupervisorsAlerted v1: only_agent_unwilling
               40s  OfferEnded v2 to mara: expired
               40s  ChoiceAsked v2
               40s  SupervisorsAlerted v2: nobody_came
               40s  NobodyEligible v2: 1 offline, 1 not_responding, 1 declined
               40s  SupervisorsAlerted v2: only_agent_unwilling
               45s  VisitorToldStillSearching v1
        "#]],
    );
}

#[test]
fn who_becomes_a_member_gets_what_was_waiting() {
    check(
        "
        workspace two-tiers
        online lena
        0s   v1 opens in billing
        1s   admin configures
          queues: { billing: { members: { teams: [front, sales] } } }
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  NobodyEligible v1: 2 offline
                1s  WorkspaceConfigured version 2
                1s  OfferMade v1 to lena until 31s
        "#]],
    );
}

#[test]
fn more_capacity_is_used_at_once() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   admin configures
          agents: { mara: { capacity: 2 } }
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
                3s  WorkspaceConfigured version 2
                3s  OfferMade v2 to mara until 33s
        "#]],
    );
}

#[test]
fn a_queue_that_a_transfer_names_cannot_be_removed() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 warm to technical
        3s   admin configures
          queues: { technical: null }
        4s   mara cancels v1
        5s   admin configures
          queues: { technical: null }
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to technical from billing
            2s  NobodyEligible v1: 2 offline
            3s  rejected: queue q16 holds open conversations and cannot be removed
            4s  TransferEnded v1 cancelled: by_sender
            5s  WorkspaceConfigured version 2
        "#]],
    );
}

#[test]
fn who_loses_the_role_of_agent_loses_their_conversations_to_the_line() {
    check(
        "
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   admin configures
          agents: { mara: { roles: [analyst] } }
        3s   mara looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  WorkspaceConfigured version 2
            2s  AgentReleased v1 from mara: removed
            2s  WaitStarted v1 in help: agent removed, mara, credit 1s, at the front
            2s  OfferMade v1 to tom until 32s
            3s  mara sees me: online, load 0/2
        "#]],
    );
}

#[test]
fn a_guest_who_is_removed_leaves_and_their_wrap_up_ends() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines staying
        3s    ines accepts v1
        4s    admin configures
          agents: { mara: null }
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm staying by mara to ines in technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  TransferAccepted v1 by ines
            3s  AgentReleased v1 from mara: became guest, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            3s  TransferCompleted v1 to ines by ines
            3s  GuestJoined v1 mara: handed_over
            4s  WorkspaceConfigured version 2
            4s  WrapUpEnded v1 of mara: agent_removed
            4s  GuestLeft v1 mara: removed
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Ines
            3s  HandedOver from Mara to Ines
            4s  GuestLeft Mara
        "#]],
    );
}

#[test]
fn an_owner_who_is_back_when_the_queue_they_held_it_in_is_gone_has_it_where_it_waits() {
    check(
        "
        workspace pipeline
        online mara kofi
        0s     v1 opens
        1s     mara accepts v1
        2s     mara escalates v1 to network
        3s     kofi accepts v1
        4s     kofi drops
        2m5s   admin configures
          queues: { network: null }
          pipelines:
            support:
              stages: { second: null, sorry: { next: third }, first: { escalations: { network: null, seniors: null } } }
        2m10s  kofi connects
        2m11s  kofi looks at v1
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
               2s  OfferMade v1 to kofi until 32s
               3s  OfferAccepted v1 by kofi
               3s  AgentAssigned v1 to kofi in support/second: accepted, hop from mara
               3s  TransferCompleted v1 to kofi by kofi
               4s  AgentConnectionLost kofi
              34s  AgentDisconnected kofi
              34s  OwnerLost v1 kofi
             1m2s  WrapUpEnded v1 of mara: time_up
             2m4s  AgentGivenUp kofi
             2m4s  AgentReleased v1 from kofi: lost
             2m4s  WaitStarted v1 in support/first: agent lost, kofi, credit 2s, at the front
             2m4s  OfferMade v1 to mara until 2m34s
             2m5s  WorkspaceConfigured version 2
            2m10s  AgentConnected kofi
            2m10s  OfferEnded v1 to mara: withdrawn
            2m10s  AgentAssigned v1 to kofi in support/first: reconnected
            2m11s  kofi sees v1 as owner: active in support/first, owner kofi, hops 1; may reply note transfer escalate[expert to support/third of tier 3, billing to support/bills of tier 1] return park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn the_idle_clock_of_a_visitor_keeps_its_time_and_the_next_one_has_the_new() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara writes v1 \"Which invoice?\"
        1m   admin configures
          settings: { idle_reminder: 10s, idle_close: 20s }
        4m   v1 writes \"This one\"
        5m   mara writes v1 \"Thank you, anything else?\"
        6m   tick
        ",
        expect![[r#"
               0s  ConversationOpened v1 in help
               0s  WaitStarted v1 in help: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in help: accepted
               2s  MessagePosted v1 by mara
               1m  WorkspaceConfigured version 2
             3m2s  VisitorReminded v1
               4m  MessagePosted v1 by v1
               5m  MessagePosted v1 by mara
            5m10s  VisitorReminded v1
            5m20s  AgentReleased v1 from mara: closed, wrap-up until 6m20s holding 1
            5m20s  ConversationClosed v1: visitor_idle by system
        "#]],
    );
}

#[test]
fn the_silence_of_an_owner_raises_a_hand_by_the_rule_it_began_under() {
    check(
        "
        workspace one-queue
          hand_rules: { slow: { silence: 2m } }
        online mara rosa
        0s   v1 opens
        1s   mara accepts v1
        2s   v1 writes \"Hello?\"
        1m   admin configures
          hand_rules: { fast: { silence: 10s } }
        3m   mara writes v1 \"Here I am\"
        4m   mara lowers hand in v1
        5m   v1 writes \"And now?\"
        6m   tick
        ",
        expect![[r#"
               0s  ConversationOpened v1 in help
               0s  WaitStarted v1 in help: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in help: accepted
               2s  MessagePosted v1 by v1
               1m  WorkspaceConfigured version 2
             2m2s  HandRuleMet v1: slow
             2m2s  HandRaised v1 for mara: rule slow, until 4m2s
               3m  MessagePosted v1 by mara
               4m  HandLowered v1: lowered by mara
               5m  MessagePosted v1 by v1
            5m10s  HandRuleMet v1: fast
            5m10s  HandRaised v1 for mara: rule fast, until 7m10s
        "#]],
    );
}
