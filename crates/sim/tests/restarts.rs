//! After any restart (SPEC §4, "When things go wrong").

use expect_test::expect;

use crate::check;

#[test]
fn after_a_restart_offers_are_made_again_without_rona_and_graces_begin_anew() {
    check(
        "
        online mara tom
        0s   v1 opens
        1s   v2 opens
        5s   tom accepts v2
        20s  server restarts
        21s  v1 connects
        21s  v2 connects
        22s  mara connects
        3m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  ConversationOpened v2 in help
                1s  WaitStarted v2 in help: opened
                1s  OfferMade v2 to tom until 31s (of 2)
                5s  OfferAccepted v2 by tom
                5s  AgentAssigned v2 to tom in help: accepted
               20s  ServerStarted
               20s  OfferEnded v1 to mara: restart
               20s  OfferMade v1 to mara until 50s (of 2)
               21s  VisitorConnected v1
               21s  VisitorConnected v2
               22s  AgentConnected mara
               50s  AgentDisconnected tom
               50s  OwnerLost v2 tom
               50s  OfferEnded v1 to mara: expired
               50s  NobodyEligible v1: 1 offline, 1 disconnected, 1 declined
               50s  SupervisorsAlerted v1: only_agent_unwilling
               50s  VisitorToldStillSearching v1
             1m50s  CoolDownEnded v1 for mara
             1m50s  OfferMade v1 to mara until 2m20s
             2m20s  AgentGivenUp tom
             2m20s  AgentReleased v2 from tom: lost
             2m20s  WaitStarted v2 in help: agent lost, tom, credit 4s, at the front
             2m20s  OfferMade v2 to mara until 2m50s
             2m20s  OfferEnded v1 to mara: expired
             2m20s  NobodyEligible v1: 1 offline, 1 disconnected, 1 declined
             2m20s  SupervisorsAlerted v1: only_agent_unwilling
             2m50s  OfferEnded v2 to mara: expired
             2m50s  NobodyEligible v2: 1 offline, 1 disconnected, 1 declined
             2m50s  SupervisorsAlerted v2: only_agent_unwilling
        "#]],
    );
}

#[test]
fn after_a_restart_waits_go_on_and_what_passed_meanwhile_is_handled() {
    check(
        "
        workspace one-queue
          queues: { help: { max_wait: 60s } }
        0s   v1 opens
        59s  server restarts
        60s  v1 connects
        61s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 3 offline
               45s  VisitorToldStillSearching v1
               59s  ServerStarted
                1m  ChoiceAsked v1
                1m  SupervisorsAlerted v1: nobody_came
                1m  VisitorConnected v1
        "#]],
    );
}

#[test]
fn what_passed_while_the_server_was_down_is_handled_in_order_before_anybody_is_asked() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
          queues: { help: { max_wait: 60s } }
        online mara
        0s   v1 opens
        5s   v2 opens
        10s  server stops
        5m   server restarts
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s
            5s  ConversationOpened v2 in help
            5s  WaitStarted v2 in help: opened
            5s  NobodyEligible v2: 2 offline, 1 at_capacity
            5m  ServerStarted
            5m  OfferEnded v1 to mara: restart
            5m  VisitorToldStillSearching v1
            5m  VisitorToldStillSearching v2
            5m  ChoiceAsked v1
            5m  SupervisorsAlerted v1: nobody_came
            5m  ChoiceAsked v2
            5m  SupervisorsAlerted v2: nobody_came
            5m  OfferMade v1 to mara until 5m30s
        "#]],
    );
}
