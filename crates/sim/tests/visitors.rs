//! Visitors who drop, are silent, or come back (SPEC §4, "When things go wrong").

use expect_test::expect;

use crate::check;

#[test]
fn a_visitor_who_drops_while_waiting_keeps_the_place_for_3_min() {
    check(
        "
        0s   v1 opens
        10s  v1 drops
        2m   v1 connects
        3m   v1 looks
        4m   v1 drops
        8m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 3 offline
               10s  VisitorConnectionLost v1
               45s  VisitorToldStillSearching v1
                2m  VisitorConnected v1
                3m  v1 sees waiting, waiting since 0s
                4m  VisitorConnectionLost v1
                7m  ConversationClosed v1: visitor_gone by system
                8m  ConversationArchived v1
        "#]],
    );
}

#[test]
fn a_visitor_gone_for_3_min_closes_it_and_cancels_an_open_handoff() {
    check(
        "
        workspace two-tiers
        online mara
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to technical
        10s   v1 drops
        3m10s tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 warm by mara to technical from billing
                2s  NobodyEligible v1: 2 offline
               10s  VisitorConnectionLost v1
             3m10s  TransferEnded v1 cancelled: closed
             3m10s  AgentReleased v1 from mara: closed, wrap-up until 4m10s holding 1
             3m10s  ConversationClosed v1: visitor_gone by system
        "#]],
    );
}

#[test]
fn a_silent_visitor_is_reminded_after_3_min_and_closed_after_6() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        10s  mara writes v1 \"are you there?\"
        7m   tick
        show v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in help
               0s  WaitStarted v1 in help: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in help: accepted
              10s  MessagePosted v1 by mara
            3m10s  VisitorReminded v1
            6m10s  AgentReleased v1 from mara: closed, wrap-up until 7m10s holding 1
            6m10s  ConversationClosed v1: visitor_idle by system
            v1 saw:
               0s  Queued
               0s  Offered
               1s  AgentJoined Mara
              10s  Mara: are you there?
            3m10s  IdleReminder
            6m10s  Closed
        "#]],
    );
}

#[test]
fn the_idle_clock_runs_only_after_an_agents_message() {
    check(
        "
        online mara
        0s   v1 opens
        1s   mara accepts v1
        10s  mara writes v1 \"hello\"
        20s  v1 writes \"one moment\"
        20m  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
               10s  MessagePosted v1 by mara
               20s  MessagePosted v1 by v1
        "#]],
    );
}

#[test]
fn the_idle_clock_stops_while_a_handoff_is_open_and_begins_anew_after_it() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens
        1s   mara accepts v1
        10s  mara writes v1 \"hello\"
        1m   mara transfers v1 warm to technical
        8m   mara cancels v1
        12m  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
               10s  MessagePosted v1 by mara
                1m  TransferStarted v1 warm by mara to technical from billing
                1m  NobodyEligible v1: 2 offline
                8m  TransferEnded v1 cancelled: by_sender
               11m  VisitorReminded v1
        "#]],
    );
}

#[test]
fn a_visitor_back_within_30_min_goes_on_in_the_same_place_with_the_last_owner_first() {
    check(
        "
        workspace two-tiers
        0s     v1 opens in technical
        20s    ines online
        30s    ines accepts v1
        40s    kofi online
        60s    v1 drops
        5m     ines wraps up v1
        10m    v1 opens in billing
        ",
        expect![[r#"
                0s  ConversationOpened v1 in technical
                0s  WaitStarted v1 in technical: opened
                0s  NobodyEligible v1: 2 offline
               20s  AgentStatusSet ines online
               20s  OfferMade v1 to ines until 50s
               30s  OfferAccepted v1 by ines
               30s  AgentAssigned v1 to ines in technical: accepted
               40s  AgentStatusSet kofi online
                1m  VisitorConnectionLost v1
                4m  AgentReleased v1 from ines: closed, wrap-up until 5m holding 1
                4m  ConversationClosed v1: visitor_gone by system
                5m  WrapUpEnded v1 of ines: time_up
                5m  ConversationArchived v1
                5m  rejected: the conversation is closed
               10m  ConversationOpened v1/2 in technical after v1
               10m  WaitStarted v1/2 in technical: opened, credit 30s, reserved for ines (last owner) until 10m30s
               10m  OfferMade v1/2 to ines until 10m30s (of 2)
        "#]],
    );
}

#[test]
fn a_visitor_back_after_30_min_begins_anew() {
    check(
        "
        workspace two-tiers
        online ines
        0s     v1 opens in technical
        20s    ines accepts v1
        60s    v1 drops
        40m    v1 opens in billing
        ",
        expect![[r#"
                0s  ConversationOpened v1 in technical
                0s  WaitStarted v1 in technical: opened
                0s  OfferMade v1 to ines until 30s
               20s  OfferAccepted v1 by ines
               20s  AgentAssigned v1 to ines in technical: accepted
                1m  VisitorConnectionLost v1
                4m  AgentReleased v1 from ines: closed, wrap-up until 5m holding 1
                4m  ConversationClosed v1: visitor_gone by system
                5m  WrapUpEnded v1 of ines: time_up
                5m  ConversationArchived v1
               40m  ConversationOpened v1/2 in billing after v1
               40m  WaitStarted v1/2 in billing: opened
               40m  NobodyEligible v1/2: 2 offline
        "#]],
    );
}

#[test]
fn a_visitor_sees_queue_names_only_where_the_workspace_shows_them() {
    check(
        "
        workspace two-tiers
          settings: { show_queue_names: true }
        online mara
        0s   v1 opens
        1s   v1 looks
        2s   mara accepts v1
        3s   v1 looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  v1 sees waiting in Billing, waiting since 0s
            2s  OfferAccepted v1 by mara
            2s  AgentAssigned v1 to mara in billing: accepted
            3s  v1 sees active with Mara in Billing
        "#]],
    );
}

#[test]
fn a_visitor_may_have_several_conversations_and_no_more_than_five() {
    check(
        "
        0s   v1 opens
        1s   v1 opens
        2s   v1 opens
        3s   v1 opens
        4s   v1 opens
        5s   v1 opens
        6s   v1 drops
        3m6s tick
        ",
        expect![[r#"
              0s  ConversationOpened v1 in help
              0s  WaitStarted v1 in help: opened
              0s  NobodyEligible v1: 3 offline
              1s  ConversationOpened v1/2 in help
              1s  WaitStarted v1/2 in help: opened
              1s  NobodyEligible v1/2: 3 offline
              2s  ConversationOpened v1/3 in help
              2s  WaitStarted v1/3 in help: opened
              2s  NobodyEligible v1/3: 3 offline
              3s  ConversationOpened v1/4 in help
              3s  WaitStarted v1/4 in help: opened
              3s  NobodyEligible v1/4: 3 offline
              4s  ConversationOpened v1/5 in help
              4s  WaitStarted v1/5 in help: opened
              4s  NobodyEligible v1/5: 3 offline
              5s  rejected: too many open conversations
              6s  VisitorConnectionLost v1
             45s  VisitorToldStillSearching v1
             46s  VisitorToldStillSearching v1/2
             47s  VisitorToldStillSearching v1/3
             48s  VisitorToldStillSearching v1/4
             49s  VisitorToldStillSearching v1/5
            3m6s  ConversationClosed v1: visitor_gone by system
            3m6s  ConversationClosed v1/2: visitor_gone by system
            3m6s  ConversationClosed v1/3: visitor_gone by system
            3m6s  ConversationClosed v1/4: visitor_gone by system
            3m6s  ConversationClosed v1/5: visitor_gone by system
        "#]],
    );
}

#[test]
fn a_visitor_who_was_silent_comes_back_to_the_same_place_and_their_last_owner() {
    check(
        "
        workspace two-tiers
        online mara tom
        0s     v1 opens in billing
        20s    mara accepts v1
        30s    mara writes v1 \"are you there?\"
        6m31s  mara wraps up v1
        10m    v1 opens in technical
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  OfferMade v1 to mara until 30s (of 2)
              20s  OfferAccepted v1 by mara
              20s  AgentAssigned v1 to mara in billing: accepted
              30s  MessagePosted v1 by mara
            3m30s  VisitorReminded v1
            6m30s  AgentReleased v1 from mara: closed, wrap-up until 7m30s holding 1
            6m30s  ConversationClosed v1: visitor_idle by system
            6m31s  WrapUpEnded v1 of mara: by_agent
            7m30s  ConversationArchived v1
              10m  ConversationOpened v1/2 in billing after v1
              10m  WaitStarted v1/2 in billing: opened, credit 20s, reserved for mara (last owner) until 10m30s
              10m  OfferMade v1/2 to mara until 10m30s (of 2)
        "#]],
    );
}
