//! The path of a conversation: fallbacks, message stages, offline forms, drops, surveys, and configuration that
//! changes under it (SPEC §2, §3, §4).

use expect_test::expect;

use crate::check;

#[test]
fn a_fallback_may_lead_through_a_message_to_another_stage() {
    check(
        "
        workspace pipeline
        online kofi
        0s   v1 opens
        2m5s  kofi accepts v1
        show v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in support/first
              0s  WaitStarted v1 in support/first: opened
              0s  NobodyEligible v1: 2 offline
             45s  VisitorToldStillSearching v1
              2m  StageMessageSent v1 of support/sorry
              2m  WaitStarted v1 in support/second: fallback, credit 2m
              2m  OfferMade v1 to kofi until 2m30s
            2m5s  OfferAccepted v1 by kofi
            2m5s  AgentAssigned v1 to kofi in support/second: accepted
            v1 saw:
              0s  Queued
             45s  StillSearching
              2m  StageMessage
              2m  Fallback
              2m  Offered
            2m5s  AgentJoined Kofi
        "#]],
    );
}

#[test]
fn a_stage_with_nobody_online_is_passed_over_for_its_own_fallback() {
    check(
        "
        workspace pipeline
        online dana
        0s   v1 opens
        2m5s  dana accepts v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in support/first
              0s  WaitStarted v1 in support/first: opened
              0s  NobodyEligible v1: 2 offline
             45s  VisitorToldStillSearching v1
              2m  WaitStarted v1 in support/third: fallback, credit 2m
              2m  OfferMade v1 to dana until 2m30s
            2m5s  OfferAccepted v1 by dana
            2m5s  AgentAssigned v1 to dana in support/third: accepted
        "#]],
    );
}

#[test]
fn with_every_fallback_passed_over_the_visitor_is_asked() {
    check(
        "
        workspace pipeline
        0s   v1 opens
        2m1s  v1 keeps waiting
        4m1s  tick
        ",
        expect![[r#"
              0s  ConversationOpened v1 in support/first
              0s  WaitStarted v1 in support/first: opened
              0s  NobodyEligible v1: 2 offline
             45s  VisitorToldStillSearching v1
              2m  ChoiceAsked v1
              2m  SupervisorsAlerted v1: nobody_came
            2m1s  WaitContinued v1
              4m  ChoiceAsked v1
              4m  SupervisorsAlerted v1: nobody_came
        "#]],
    );
}

#[test]
fn an_offline_form_whose_time_is_over_waits_for_the_agent_who_is_being_asked() {
    check(
        "
        workspace pipeline
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to billing anyway
        16m50s bea online
        18m  tick
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in support/first
                0s  WaitStarted v1 in support/first: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in support/first: accepted
                2s  EscalationStarted v1 by mara along billing from support/first to support/bills
                2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in support/bills: escalation, credit 1s, sent by mara
                2s  NobodyEligible v1: 1 offline
               47s  VisitorToldStillSearching v1
              1m2s  WrapUpEnded v1 of mara: time_up
              2m2s  OfflineFormShown v1 until 17m2s
              2m2s  SupervisorsAlerted v1: nobody_came
            16m50s  AgentStatusSet bea online
            16m50s  OfferMade v1 to bea until 17m20s
            17m20s  OfferEnded v1 to bea: expired
            17m20s  NobodyEligible v1: 1 declined
            17m20s  SupervisorsAlerted v1: only_agent_unwilling
            17m20s  TransferEnded v1 cancelled: closed
            17m20s  ConversationClosed v1: wait_timeout by system
            v1 saw:
                0s  Queued
                0s  Offered
                1s  AgentJoined Mara
                2s  AgentLeft Mara
                2s  Escalated of tier 1
               47s  StillSearching
              2m2s  OfflineForm
            16m50s  Offered
            17m20s  Closed
        "#]],
    );
}

#[test]
fn an_offline_form_is_shown_while_the_conversation_goes_on_waiting() {
    check(
        "
        workspace pipeline
        online mara
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   mara accepts v2
        2s   mara escalates v1 to billing anyway
        2s   mara escalates v2 to billing anyway
        2m3s  v1 looks
        2m4s  v1 leaves message \"Call me\"
        18m  tick
        show v2
        ",
        expect![[r#"
               0s  ConversationOpened v1 in support/first
               0s  WaitStarted v1 in support/first: opened
               0s  OfferMade v1 to mara until 30s
               0s  ConversationOpened v2 in support/first
               0s  WaitStarted v2 in support/first: opened
               0s  OfferMade v2 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in support/first: accepted
               1s  OfferAccepted v2 by mara
               1s  AgentAssigned v2 to mara in support/first: accepted
               2s  EscalationStarted v1 by mara along billing from support/first to support/bills
               2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
               2s  WaitStarted v1 in support/bills: escalation, credit 1s, sent by mara
               2s  NobodyEligible v1: 1 offline
               2s  EscalationStarted v2 by mara along billing from support/first to support/bills
               2s  AgentReleased v2 from mara: escalated, wrap-up until 1m2s holding 1
               2s  WaitStarted v2 in support/bills: escalation, credit 1s, sent by mara
               2s  NobodyEligible v2: 1 offline
              47s  VisitorToldStillSearching v1
              47s  VisitorToldStillSearching v2
             1m2s  WrapUpEnded v1 of mara: time_up
             1m2s  WrapUpEnded v2 of mara: time_up
             2m2s  OfflineFormShown v1 until 17m2s
             2m2s  SupervisorsAlerted v1: nobody_came
             2m2s  OfflineFormShown v2 until 17m2s
             2m2s  SupervisorsAlerted v2: nobody_came
             2m3s  v1 sees waiting, waiting since 2s, may leave a message until 17m2s, tier 1
             2m4s  TransferEnded v1 cancelled: closed
             2m4s  ConversationClosed v1: message_left by v1
            17m2s  TransferEnded v2 cancelled: closed
            17m2s  ConversationClosed v2: wait_timeout by system
            v2 saw:
               0s  Queued
               0s  Offered
               1s  AgentJoined Mara
               2s  AgentLeft Mara
               2s  Escalated of tier 1
              47s  StillSearching
             2m2s  OfflineForm
            17m2s  Closed
        "#]],
    );
}

#[test]
fn whose_owner_is_lost_goes_where_the_stage_says() {
    check(
        "
        workspace pipeline
        online mara ines dana
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network
        3s   ines accepts v1
        4s   ines drops
        2m10s  ines connects
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
               4s  AgentConnectionLost ines
              34s  AgentDisconnected ines
              34s  OwnerLost v1 ines
             1m2s  WrapUpEnded v1 of mara: time_up
             2m4s  AgentGivenUp ines
             2m4s  AgentReleased v1 from ines: lost
             2m4s  WaitStarted v1 in support/third: agent lost, ines, credit 2s, at the front
             2m4s  OfferMade v1 to dana until 2m34s
            2m10s  AgentConnected ines
            2m10s  OfferEnded v1 to dana: withdrawn
            2m10s  AgentAssigned v1 to ines in support/second: reconnected
        "#]],
    );
}

#[test]
fn a_survey_is_asked_after_closing_and_answered_once() {
    check(
        "
        workspace pipeline
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   v1 looks
        4s   v1 rates 6
        5s   v1 rates 4 \"quick\"
        6s   v1 rates 5
        20m  tick
        show v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in support/first
              0s  WaitStarted v1 in support/first: opened
              0s  OfferMade v1 to mara until 30s
              1s  OfferAccepted v1 by mara
              1s  AgentAssigned v1 to mara in support/first: accepted
              2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
              2s  ConversationClosed v1: agent by mara
              2s  SurveyAsked v1 until 15m2s
              3s  v1 sees closed, tier 1, asked how it was until 15m2s
              4s  rejected: a rating is a number from 1 to 5
              5s  SurveyAnswered v1 4 with comment
              5s  StageMessageSent v1 of support/bye
              6s  rejected: no survey is open
            1m2s  WrapUpEnded v1 of mara: time_up
            1m2s  ConversationArchived v1
            v1 saw:
              0s  Queued
              0s  Offered
              1s  AgentJoined Mara
              2s  Closed
              2s  Survey
              5s  StageMessage
        "#]],
    );
}

#[test]
fn a_survey_that_nobody_answers_is_over_after_15_min() {
    check(
        "
        workspace pipeline
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        15m3s  v1 rates 4
        ",
        expect![[r#"
               0s  ConversationOpened v1 in support/first
               0s  WaitStarted v1 in support/first: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in support/first: accepted
               2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
               2s  ConversationClosed v1: agent by mara
               2s  SurveyAsked v1 until 15m2s
             1m2s  WrapUpEnded v1 of mara: time_up
            15m2s  ConversationArchived v1
            15m3s  rejected: the conversation is closed
        "#]],
    );
}

#[test]
fn time_outs_run_on_with_what_they_began_with_and_a_stage_that_is_gone_falls_back_to_its_queue() {
    check(
        "
        workspace pipeline
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network anyway
        3s   admin configures
          pipelines: { support: { stages: { second: { max_wait: 1m } } } }
        2m   tick
        3m10s  tick
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
              2s  NobodyEligible v1: 2 offline
              3s  WorkspaceConfigured version 2
             47s  VisitorToldStillSearching v1
            1m2s  WrapUpEnded v1 of mara: time_up
            3m2s  TransferEnded v1 cancelled: fallback
            3m2s  WaitStarted v1 in support/first: fallback, back, credit 3m1s, reserved for mara (previous owner) until 4m2s
            3m2s  OfferMade v1 to mara until 4m2s
        "#]],
    );
}

#[test]
fn after_a_restart_time_outs_that_passed_are_honoured_in_every_stage() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   mara accepts v2
        2s   mara escalates v1 to billing anyway
        3s   mara escalates v2 to seniors because needs_network \"fibre\"
        10s  server restarts
        11s  mara connects
        11s  ines connects
        11s  v1 connects
        11s  v2 connects
        64s  ines accepts v2
        65s  ines closes v2
        17m5s  tick
        ",
        expect![[r#"
               0s  ConversationOpened v1 in support/first
               0s  WaitStarted v1 in support/first: opened
               0s  OfferMade v1 to mara until 30s
               0s  ConversationOpened v2 in support/first
               0s  WaitStarted v2 in support/first: opened
               0s  OfferMade v2 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in support/first: accepted
               1s  OfferAccepted v2 by mara
               1s  AgentAssigned v2 to mara in support/first: accepted
               2s  EscalationStarted v1 by mara along billing from support/first to support/bills
               2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
               2s  WaitStarted v1 in support/bills: escalation, credit 1s, sent by mara
               2s  NobodyEligible v1: 1 offline
               3s  EscalationStarted v2 by mara along seniors from support/first to support/second because needs_network with note
               3s  AgentReleased v2 from mara: escalated, wrap-up until 1m3s holding 1
               3s  WaitStarted v2 in support/second: escalation, credit 1s, sent by mara, its list first
               3s  NobodyEligible v2: 1 offline, 1 not_listed
              10s  ServerStarted
              11s  AgentConnected mara
              11s  AgentConnected ines
              11s  VisitorConnected v1
              11s  VisitorConnected v2
              47s  VisitorToldStillSearching v1
              48s  VisitorToldStillSearching v2
             1m2s  WrapUpEnded v1 of mara: time_up
             1m3s  WaitWidened v2
             1m3s  OfferMade v2 to ines until 1m33s
             1m3s  WrapUpEnded v2 of mara: time_up
             1m4s  OfferAccepted v2 by ines
             1m4s  AgentAssigned v2 to ines in support/second: accepted, hop from mara
             1m4s  TransferCompleted v2 to ines by ines
             1m5s  AgentReleased v2 from ines: closed, wrap-up until 2m5s holding 1
             1m5s  ConversationClosed v2: agent by ines
             1m5s  SurveyAsked v2 until 16m5s
             2m2s  OfflineFormShown v1 until 17m2s
             2m2s  SupervisorsAlerted v1: nobody_came
             2m5s  WrapUpEnded v2 of ines: time_up
            16m5s  ConversationArchived v2
            17m2s  TransferEnded v1 cancelled: closed
            17m2s  ConversationClosed v1: wait_timeout by system
        "#]],
    );
}

#[test]
fn a_way_back_to_a_closed_queue_is_passed_over_though_the_agent_is_there() {
    check(
        "
        workspace pipeline
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { desk: { hours: day } }
        online mara
        29m    v1 opens
        +1s    mara accepts v1
        +1s    mara escalates v1 to expert anyway
        33m5s  tick
        show v1
        ",
        expect![[r#"
               29m  ConversationOpened v1 in support/first
               29m  WaitStarted v1 in support/first: opened
               29m  OfferMade v1 to mara until 29m30s
             29m1s  OfferAccepted v1 by mara
             29m1s  AgentAssigned v1 to mara in support/first: accepted
             29m2s  EscalationStarted v1 by mara along expert from support/first to support/third
             29m2s  AgentReleased v1 from mara: escalated, wrap-up until 30m2s holding 1
             29m2s  WaitStarted v1 in support/third: escalation, credit 1s, sent by mara
             29m2s  NobodyEligible v1: 1 offline
            29m47s  VisitorToldStillSearching v1
               30m  QueueClosed desk at 30m, serves until 45m
             30m2s  WrapUpEnded v1 of mara: time_up
             32m2s  ChoiceAsked v1
             32m2s  SupervisorsAlerted v1: nobody_came
            v1 saw:
               29m  Queued
               29m  Offered
             29m1s  AgentJoined Mara
             29m2s  AgentLeft Mara
             29m2s  Escalated of tier 3
            29m47s  StillSearching
             32m2s  Choice
        "#]],
    );
}
