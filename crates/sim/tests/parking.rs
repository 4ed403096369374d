//! Parked conversations (SPEC §4, "When things go wrong").

use expect_test::expect;

use crate::check;

#[test]
fn while_parked_neither_clock_runs_and_it_wakes_when_the_visitor_writes() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara writes v1 \"send me the invoice\"
        3s   mara parks v1
        3s   mara parks v1
        1h   v1 writes \"here it is\"
        1h   mara looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  MessagePosted v1 by mara
            3s  ConversationParked v1 by mara
            3s  rejected: the conversation is parked already
            1h  MessagePosted v1 by v1
            1h  ConversationWoken v1 by v1
            1h  mara sees me: online, load 1/2
            1h  mara sees v1 as owner: active in help, owner mara; may reply note transfer park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn the_owner_wakes_a_parked_conversation() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara wakes v1
        3s   mara parks v1
        4s   mara wakes v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  rejected: the conversation is not parked
                3s  ConversationParked v1 by mara
                4s  ConversationWoken v1 by mara
        "#]],
    );
}

#[test]
fn an_owner_without_room_has_it_reserved_for_2_min_and_then_it_is_re_queued() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   v2 opens
        4s   mara accepts v2
        10s  v1 writes \"I am back\"
        2m10s tick
        show v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in help
               0s  WaitStarted v1 in help: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in help: accepted
               2s  ConversationParked v1 by mara
               3s  ConversationOpened v2 in help
               3s  WaitStarted v2 in help: opened
               3s  OfferMade v2 to mara until 33s
               4s  OfferAccepted v2 by mara
               4s  AgentAssigned v2 to mara in help: accepted
              10s  MessagePosted v1 by v1
              10s  WakeDelayed v1 until 2m10s
            2m10s  AgentReleased v1 from mara: no room to wake
            2m10s  WaitStarted v1 in help: owner had no room, mara, credit 1s
            2m10s  NobodyEligible v1: 2 offline, 1 at_capacity
            v1 saw:
               0s  Queued
               0s  Offered
               1s  AgentJoined Mara
              10s  you: I am back
            2m10s  AgentLeft Mara
            2m10s  Requeued
        "#]],
    );
}

#[test]
fn an_owner_who_gets_room_in_time_goes_on_with_what_woke() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   v2 opens
        4s   mara accepts v2
        5s   v3 opens
        10s  v1 writes \"I am back\"
        20s  mara closes v2
        30s  mara wraps up v2
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationParked v1 by mara
                3s  ConversationOpened v2 in help
                3s  WaitStarted v2 in help: opened
                3s  OfferMade v2 to mara until 33s
                4s  OfferAccepted v2 by mara
                4s  AgentAssigned v2 to mara in help: accepted
                5s  ConversationOpened v3 in help
                5s  WaitStarted v3 in help: opened
                5s  NobodyEligible v3: 2 offline, 1 at_capacity
               10s  MessagePosted v1 by v1
               10s  WakeDelayed v1 until 2m10s
               20s  AgentReleased v2 from mara: closed, wrap-up until 1m20s holding 1
               20s  ConversationClosed v2: agent by mara
               30s  WrapUpEnded v2 of mara: by_agent
               30s  ConversationWoken v1 by system
        "#]],
    );
}

#[test]
fn a_conversation_parked_for_24_h_closes_as_visitor_idle() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        25h  tick
        ",
        expect![[r#"
                 0s  ConversationOpened v1 in help
                 0s  WaitStarted v1 in help: opened
                 0s  OfferMade v1 to mara until 30s
                 1s  OfferAccepted v1 by mara
                 1s  AgentAssigned v1 to mara in help: accepted
                 2s  ConversationParked v1 by mara
              24h2s  AgentReleased v1 from mara: closed, wrap-up until 24h1m2s holding 0
              24h2s  ConversationClosed v1: visitor_idle by system
            24h1m2s  WrapUpEnded v1 of mara: time_up
            24h1m2s  ConversationArchived v1
        "#]],
    );
}

#[test]
fn a_visitor_may_be_gone_for_hours_while_parked() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   v1 drops
        2h   mara wakes v1
        2h2m mara writes v1 \"there you are\"
        3h   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationParked v1 by mara
                3s  VisitorConnectionLost v1
                2h  ConversationWoken v1 by mara
              2h2m  MessagePosted v1 by mara
              2h3m  AgentReleased v1 from mara: closed, wrap-up until 2h4m holding 1
              2h3m  ConversationClosed v1: visitor_gone by system
              2h4m  WrapUpEnded v1 of mara: time_up
              2h4m  ConversationArchived v1
        "#]],
    );
}

#[test]
fn a_parked_conversation_of_a_lost_owner_waits_for_somebody_else() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   v1 drops
        1h   mara drops
        1h4m tom online
        1h6m tick
        ",
        expect![[r#"
                 0s  ConversationOpened v1 in help
                 0s  WaitStarted v1 in help: opened
                 0s  OfferMade v1 to mara until 30s
                 1s  OfferAccepted v1 by mara
                 1s  AgentAssigned v1 to mara in help: accepted
                 2s  ConversationParked v1 by mara
                 3s  VisitorConnectionLost v1
                 1h  AgentConnectionLost mara
              1h30s  AgentDisconnected mara
              1h30s  OwnerLost v1 mara
               1h2m  AgentGivenUp mara
               1h2m  AgentReleased v1 from mara: lost
               1h2m  WaitStarted v1 in help: agent lost, mara, credit 1s, at the front
               1h2m  NobodyEligible v1: 2 offline, 1 disconnected
            1h2m45s  VisitorToldStillSearching v1
               1h4m  AgentStatusSet tom online
               1h4m  OfferMade v1 to tom until 1h4m30s
            1h4m30s  OfferEnded v1 to tom: expired
            1h4m30s  NobodyEligible v1: 1 offline, 1 disconnected, 1 declined
            1h4m30s  SupervisorsAlerted v1: only_agent_unwilling
               1h5m  ConversationClosed v1: visitor_gone by system
               1h6m  ConversationArchived v1
        "#]],
    );
}

#[test]
fn who_writes_twice_to_a_full_owner_does_not_make_them_wait_longer() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   v2 opens
        4s   mara accepts v2
        10s  v1 writes \"Hello?\"
        60s  v1 writes \"Hello again?\"
        3m   tick
        ",
        expect![[r#"
               0s  ConversationOpened v1 in help
               0s  WaitStarted v1 in help: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in help: accepted
               2s  ConversationParked v1 by mara
               3s  ConversationOpened v2 in help
               3s  WaitStarted v2 in help: opened
               3s  OfferMade v2 to mara until 33s
               4s  OfferAccepted v2 by mara
               4s  AgentAssigned v2 to mara in help: accepted
              10s  MessagePosted v1 by v1
              10s  WakeDelayed v1 until 2m10s
               1m  MessagePosted v1 by v1
            2m10s  AgentReleased v1 from mara: no room to wake
            2m10s  WaitStarted v1 in help: owner had no room, mara, credit 1s
            2m10s  NobodyEligible v1: 2 offline, 1 at_capacity
            2m55s  VisitorToldStillSearching v1
        "#]],
    );
}
