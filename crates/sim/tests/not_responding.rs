//! RONA and the status it leads to (SPEC §3, "Statuses" and "Offers").

use expect_test::expect;

use crate::check;

#[test]
fn two_unanswered_offers_in_a_row_make_an_agent_not_responding() {
    check(
        "
        online mara tom
        0s   tom away
        0s   v1 opens
        1s   tom online
        2s   tom away
        30s  tick
        40s  tom online
        41s  v2 opens
        42s  tick
        3m   tick
        ",
        expect![[r#"
                0s  AgentStatusSet tom away
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  AgentStatusSet tom online
                2s  AgentStatusSet tom away
               30s  OfferEnded v1 to mara: expired
               30s  NobodyEligible v1: 1 offline, 1 away, 1 declined
               30s  SupervisorsAlerted v1: only_agent_unwilling
               40s  AgentStatusSet tom online
               40s  OfferMade v1 to tom until 1m10s
               41s  ConversationOpened v2 in help
               41s  WaitStarted v2 in help: opened
               41s  OfferMade v2 to mara until 1m11s (of 2)
             1m10s  OfferEnded v1 to tom: expired
             1m10s  NobodyEligible v1: 1 offline, 2 declined
             1m10s  SupervisorsAlerted v1: only_agent_unwilling
             1m10s  VisitorToldStillSearching v1
             1m11s  OfferEnded v2 to mara: expired
             1m11s  AgentStoppedResponding mara
             1m11s  OfferMade v2 to tom until 1m41s
             1m30s  CoolDownEnded v1 for mara
             1m41s  OfferEnded v2 to tom: expired
             1m41s  NobodyEligible v2: 1 offline, 1 not_responding, 1 declined
             1m41s  SupervisorsAlerted v2: only_agent_unwilling
             1m41s  VisitorToldStillSearching v2
             2m10s  CoolDownEnded v1 for tom
             2m10s  OfferMade v1 to tom until 2m40s
             2m11s  CoolDownEnded v2 for mara
             2m40s  OfferEnded v1 to tom: expired
             2m40s  NobodyEligible v1: 1 offline, 1 not_responding, 1 declined
             2m40s  SupervisorsAlerted v1: only_agent_unwilling
             2m41s  CoolDownEnded v2 for tom
             2m41s  OfferMade v2 to tom until 3m11s
        "#]],
    );
}

#[test]
fn any_action_between_two_unanswered_offers_keeps_an_agent_responding() {
    check(
        "
        online mara tom
        0s   v1 opens
        0s   v2 opens
        30s  tick
        45s  mara active
        45s  tom active
        90s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                0s  ConversationOpened v2 in help
                0s  WaitStarted v2 in help: opened
                0s  OfferMade v2 to tom until 30s (of 2)
               30s  OfferEnded v1 to mara: expired
               30s  OfferMade v1 to tom until 1m
               30s  OfferEnded v2 to tom: expired
               30s  OfferMade v2 to mara until 1m
               45s  AgentRespondedAgain mara
               45s  AgentRespondedAgain tom
                1m  OfferEnded v1 to tom: expired
                1m  NobodyEligible v1: 1 offline, 2 declined
                1m  SupervisorsAlerted v1: only_agent_unwilling
                1m  VisitorToldStillSearching v1
                1m  OfferEnded v2 to mara: expired
                1m  NobodyEligible v2: 1 offline, 2 declined
                1m  SupervisorsAlerted v2: only_agent_unwilling
                1m  VisitorToldStillSearching v2
             1m30s  CoolDownEnded v1 for mara
             1m30s  OfferMade v1 to mara until 2m
             1m30s  CoolDownEnded v2 for tom
             1m30s  OfferMade v2 to tom until 2m
        "#]],
    );
}

#[test]
fn any_action_ends_not_responding() {
    check(
        "
        workspace one-queue
          settings: { rona_max: 1 }
        online mara tom
        0s   tom away
        0s   v1 opens
        10s  tom online
        30s  tick
        35s  mara looks
        36s  mara active
        37s  mara looks
        ",
        expect![[r#"
                0s  AgentStatusSet tom away
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
               10s  AgentStatusSet tom online
               30s  OfferEnded v1 to mara: expired
               30s  AgentStoppedResponding mara
               30s  OfferMade v1 to tom until 1m
               35s  mara sees me: not_responding, load 0/2
               36s  AgentRespondedAgain mara
               37s  mara sees me: online, load 0/2
        "#]],
    );
}

#[test]
fn the_only_online_agent_of_a_queue_stays_responding() {
    check(
        "
        workspace one-queue
          settings: { rona_max: 1 }
        online mara
        0s   v1 opens
        30s  tick
        31s  mara looks
        2m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
               30s  OfferEnded v1 to mara: expired
               30s  NobodyEligible v1: 2 offline, 1 declined
               30s  SupervisorsAlerted v1: only_agent_unwilling
               31s  mara sees me: online, load 0/2
               45s  VisitorToldStillSearching v1
             1m30s  CoolDownEnded v1 for mara
             1m30s  OfferMade v1 to mara until 2m
                2m  OfferEnded v1 to mara: expired
                2m  NobodyEligible v1: 2 offline, 1 declined
                2m  SupervisorsAlerted v1: only_agent_unwilling
        "#]],
    );
}

#[test]
fn a_broadcast_that_runs_out_is_no_rona() {
    check(
        "
        workspace one-queue
          settings: { rona_max: 1 }
          queues: { help: { strategy: broadcast } }
        online mara tom
        0s   v1 opens
        30s  tick
        31s  mara looks
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to all: mara, tom until 30s (of 2)
               30s  OfferEnded v1: expired
               30s  OfferMade v1 to all: mara, tom until 1m (of 2)
               31s  mara sees me: online, load 0/2
               31s  mara sees broadcast offer v1 in help until 1m, why: 2 eligible; 1 offline; tom eligible; ines offline
               31s  mara sees v1 as offered: waiting in help, waiting since 0s; may look
        "#]],
    );
}

#[test]
fn a_transfer_by_name_that_runs_out_is_no_rona() {
    check(
        "
        workspace two-tiers
          settings: { rona_max: 1 }
        online mara ines kofi
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines
        40s  ines looks
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
               40s  ines sees me: online, load 0/2
        "#]],
    );
}
