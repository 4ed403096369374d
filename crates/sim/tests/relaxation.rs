//! Asking for less as a wait grows (SPEC §3, "Relaxation").

use expect_test::expect;

use crate::check;

#[test]
fn a_step_drops_a_skill_when_its_time_has_come() {
    check(
        "
        workspace one-queue
          queues: { help: { required: { french: 3 }, relax: [{ after: 30s, drop: [french] }] } }
        online mara
        0s   v1 opens
        30s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 2 offline, 1 lacks_skill
               30s  WaitRelaxed v1 to step 1
               30s  OfferMade v1 to mara until 1m
        "#]],
    );
}

#[test]
fn a_step_lowers_the_level_asked_for() {
    check(
        "
        workspace one-queue
          queues: { help: { required: { billing: 5 }, relax: [{ after: 30s, level: 4 }, { after: 60s, level: 3 }] } }
        online mara
        0s   v1 opens
        90s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 2 offline, 1 lacks_skill
               30s  WaitRelaxed v1 to step 1
               45s  VisitorToldStillSearching v1
                1m  WaitRelaxed v1 to step 2
                1m  OfferMade v1 to mara until 1m30s
             1m30s  OfferEnded v1 to mara: expired
             1m30s  NobodyEligible v1: 2 offline, 1 declined
             1m30s  SupervisorsAlerted v1: only_agent_unwilling
        "#]],
    );
}

#[test]
fn relaxation_does_not_begin_the_wait_anew() {
    check(
        "
        workspace one-queue
          queues: { help: { required: { french: 5 }, max_wait: 50s, relax: [{ after: 30s, level: 4 }] } }
        online mara
        0s   v1 opens
        31s  v1 looks
        50s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 2 offline, 1 lacks_skill
               30s  WaitRelaxed v1 to step 1
               31s  v1 sees waiting, waiting since 0s
               45s  VisitorToldStillSearching v1
               50s  ChoiceAsked v1
               50s  SupervisorsAlerted v1: nobody_came
        "#]],
    );
}

#[test]
fn a_decline_does_not_restart_relaxation() {
    check(
        "
        workspace one-queue
          queues: { help: { required: { french: 5 }, relax: [{ after: 30s, level: 3 }] } }
        online ines tom
        0s   v1 opens
        20s  ines declines v1
        30s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to ines until 30s
               20s  OfferDeclined v1 by ines
               20s  NobodyEligible v1: 1 offline, 1 lacks_skill, 1 declined
               20s  SupervisorsAlerted v1: only_agent_unwilling
               30s  WaitRelaxed v1 to step 1
               30s  OfferMade v1 to tom until 1m
        "#]],
    );
}

#[test]
fn relaxation_counts_anew_in_another_place() {
    check(
        "
        workspace two-tiers
          queues: { technical: { required: { network: 5 }, relax: [{ after: 30s, level: 4 }] } }
        online mara ines
        0s   v1 opens in billing
        20s  mara accepts v1
        25s  mara transfers v1 cold to technical
        55s  tick
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
            20s  OfferAccepted v1 by mara
            20s  AgentAssigned v1 to mara in billing: accepted
            25s  TransferStarted v1 cold by mara to technical from billing
            25s  AgentReleased v1 from mara: transferred, wrap-up until 1m25s holding 1
            25s  WaitStarted v1 in technical: transfer, credit 20s, sent by mara
            25s  NobodyEligible v1: 1 offline, 1 lacks_skill
            55s  WaitRelaxed v1 to step 1
            55s  OfferMade v1 to ines until 1m25s
        "#]],
    );
}
