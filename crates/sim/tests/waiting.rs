//! Max wait, fallback, and the visitor's choice (SPEC §3, last paragraphs).

use expect_test::expect;

use crate::check;

#[test]
fn a_wait_that_is_too_long_goes_to_the_fallback() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 60s, fallback: sales } }
        online lena
        0s   v1 opens in billing
        60s  tick
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  NobodyEligible v1: 2 offline
            45s  VisitorToldStillSearching v1
             1m  WaitStarted v1 in sales: fallback, credit 1m
             1m  OfferMade v1 to lena until 1m30s
            v1 saw:
             0s  Queued
            45s  StillSearching
             1m  Fallback
             1m  Offered
        "#]],
    );
}

#[test]
fn a_fallback_with_nobody_online_is_passed_over() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 60s, fallback: sales }, sales: { fallback: technical }, technical: { max_wait: 60s } }
        online ines
        0s    v1 opens in billing
        60s   tick
        61s   ines offline
        2m    tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  NobodyEligible v1: 2 offline
               45s  VisitorToldStillSearching v1
                1m  WaitStarted v1 in technical: fallback, credit 1m
                1m  OfferMade v1 to ines until 1m30s
              1m1s  AgentStatusSet ines offline
              1m1s  OfferEnded v1 to ines: offline
              1m1s  NobodyEligible v1: 2 offline
             1m45s  VisitorToldStillSearching v1
                2m  ChoiceAsked v1
                2m  SupervisorsAlerted v1: nobody_came
        "#]],
    );
}

#[test]
fn a_fallback_used_already_is_passed_over_and_the_visitor_chooses() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 60s, fallback: sales }, sales: { max_wait: 60s } }
        online lena
        0s    v1 opens in billing
        61s   lena accepts v1
        62s   lena transfers v1 cold to billing
        3m    tick
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  NobodyEligible v1: 2 offline
              45s  VisitorToldStillSearching v1
               1m  WaitStarted v1 in sales: fallback, credit 1m
               1m  OfferMade v1 to lena until 1m30s
             1m1s  OfferAccepted v1 by lena
             1m1s  AgentAssigned v1 to lena in sales: accepted
             1m2s  TransferStarted v1 cold by lena to billing from sales
             1m2s  AgentReleased v1 from lena: transferred, wrap-up until 2m2s holding 1
             1m2s  WaitStarted v1 in billing: transfer, credit 1m1s, sent by lena
             1m2s  NobodyEligible v1: 2 offline
            1m47s  VisitorToldStillSearching v1
             2m2s  ChoiceAsked v1
             2m2s  SupervisorsAlerted v1: nobody_came
             2m2s  WrapUpEnded v1 of lena: time_up
        "#]],
    );
}

#[test]
fn with_no_fallback_the_visitor_is_asked_again_after_each_max_wait() {
    check(
        "
        workspace one-queue
          queues: { help: { max_wait: 60s } }
        0s   v1 opens
        60s  v1 looks
        61s  v1 keeps waiting
        61s  v1 looks
        3m   tick
        show v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in help
              0s  WaitStarted v1 in help: opened
              0s  NobodyEligible v1: 3 offline
             45s  VisitorToldStillSearching v1
              1m  ChoiceAsked v1
              1m  SupervisorsAlerted v1: nobody_came
              1m  v1 sees waiting, waiting since 0s, asked to choose
            1m1s  WaitContinued v1
            1m1s  v1 sees waiting, waiting since 0s
              2m  ChoiceAsked v1
              2m  SupervisorsAlerted v1: nobody_came
              3m  ChoiceAsked v1
              3m  SupervisorsAlerted v1: nobody_came
            v1 saw:
              0s  Queued
             45s  StillSearching
              1m  Choice
              2m  Choice
              3m  Choice
        "#]],
    );
}

#[test]
fn no_answer_means_keep_waiting() {
    check(
        "
        workspace one-queue
          queues: { help: { max_wait: 60s } }
        0s   v1 opens
        90s  mara online
        91s  mara accepts v1
        92s  v1 keeps waiting
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 3 offline
               45s  VisitorToldStillSearching v1
                1m  ChoiceAsked v1
                1m  SupervisorsAlerted v1: nobody_came
             1m30s  AgentStatusSet mara online
             1m30s  OfferMade v1 to mara until 2m
             1m31s  OfferAccepted v1 by mara
             1m31s  AgentAssigned v1 to mara in help: accepted
             1m32s  rejected: the conversation is not waiting
        "#]],
    );
}

#[test]
fn a_left_message_closes_the_conversation() {
    check(
        "
        workspace one-queue
          queues: { help: { max_wait: 60s } }
        0s   v1 opens
        61s  v1 leaves message \"call me tomorrow\"
        show v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in help
              0s  WaitStarted v1 in help: opened
              0s  NobodyEligible v1: 3 offline
             45s  VisitorToldStillSearching v1
              1m  ChoiceAsked v1
              1m  SupervisorsAlerted v1: nobody_came
            1m1s  ConversationClosed v1: message_left by v1
            v1 saw:
              0s  Queued
             45s  StillSearching
              1m  Choice
            1m1s  MessageLeft
        "#]],
    );
}

#[test]
fn the_wait_goes_on_while_the_visitor_writes_a_message_and_ends_without_one_after_15_min() {
    check(
        "
        workspace one-queue
          queues: { help: { max_wait: 10m } }
        0s     v1 opens
        10m1s  v1 wants to write
        30m    tick
        ",
        expect![[r#"
               0s  ConversationOpened v1 in help
               0s  WaitStarted v1 in help: opened
               0s  NobodyEligible v1: 3 offline
              45s  VisitorToldStillSearching v1
              10m  ChoiceAsked v1
              10m  SupervisorsAlerted v1: nobody_came
            10m1s  MessageAsked v1 until 25m1s
            25m1s  ConversationClosed v1: wait_timeout by system
            26m1s  ConversationArchived v1
        "#]],
    );
}

#[test]
fn a_visitor_who_writes_a_message_is_still_helped_by_whoever_comes() {
    check(
        "
        workspace one-queue
          queues: { help: { max_wait: 60s } }
        0s   v1 opens
        61s  v1 wants to write
        70s  mara online
        71s  mara accepts v1
        20m  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 3 offline
               45s  VisitorToldStillSearching v1
                1m  ChoiceAsked v1
                1m  SupervisorsAlerted v1: nobody_came
              1m1s  MessageAsked v1 until 16m1s
             1m10s  AgentStatusSet mara online
             1m10s  OfferMade v1 to mara until 1m40s
             1m11s  OfferAccepted v1 by mara
             1m11s  AgentAssigned v1 to mara in help: accepted
        "#]],
    );
}

#[test]
fn a_choice_is_not_answered_before_it_was_asked() {
    check(
        "
        0s   v1 opens
        1s   v1 leaves message \"hello?\"
        1s   v1 keeps waiting
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  NobodyEligible v1: 3 offline
                1s  rejected: no choice was asked for
                1s  rejected: no choice was asked for
        "#]],
    );
}

#[test]
fn a_max_wait_that_is_due_while_an_offer_is_out_is_handled_when_the_offer_ends() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 60s, fallback: sales } }
        online lena
        0s   v1 opens in billing
        50s  mara online
        70s  mara declines v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  NobodyEligible v1: 2 offline
               45s  VisitorToldStillSearching v1
               50s  AgentStatusSet mara online
               50s  OfferMade v1 to mara until 1m20s
             1m10s  OfferDeclined v1 by mara
             1m10s  WaitStarted v1 in sales: fallback, credit 1m10s
             1m10s  OfferMade v1 to lena until 1m40s
        "#]],
    );
}

#[test]
fn an_offer_accepted_after_the_max_wait_was_due_ends_the_wait() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 60s, fallback: sales } }
        online lena
        0s   v1 opens in billing
        50s  mara online
        70s  mara accepts v1
        5m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  NobodyEligible v1: 2 offline
               45s  VisitorToldStillSearching v1
               50s  AgentStatusSet mara online
               50s  OfferMade v1 to mara until 1m20s
             1m10s  OfferAccepted v1 by mara
             1m10s  AgentAssigned v1 to mara in billing: accepted
        "#]],
    );
}

#[test]
fn declines_and_rona_do_not_restart_the_max_wait_and_a_new_place_does() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 90s, fallback: sales }, sales: { max_wait: 90s } }
        online mara tom lena
        0s    lena away
        0s    v1 opens in billing
        10s   mara declines v1
        45s   lena online
        101s  lena declines v1
        4m    tick
        ",
        expect![[r#"
                0s  AgentStatusSet lena away
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s (of 2)
               10s  OfferDeclined v1 by mara
               10s  OfferMade v1 to tom until 40s
               40s  OfferEnded v1 to tom: expired
               40s  NobodyEligible v1: 2 declined
               40s  SupervisorsAlerted v1: only_agent_unwilling
               45s  VisitorToldStillSearching v1
               45s  AgentStatusSet lena online
             1m10s  CoolDownEnded v1 for mara
             1m10s  OfferMade v1 to mara until 1m40s
             1m40s  OfferEnded v1 to mara: expired
             1m40s  WaitStarted v1 in sales: fallback, credit 1m40s
             1m40s  OfferMade v1 to lena until 2m10s
             1m40s  CoolDownEnded v1 for tom
             1m41s  OfferDeclined v1 by lena
             1m41s  NobodyEligible v1: 1 declined
             1m41s  SupervisorsAlerted v1: only_agent_unwilling
             2m25s  VisitorToldStillSearching v1
             2m40s  CoolDownEnded v1 for mara
             2m41s  CoolDownEnded v1 for lena
             2m41s  OfferMade v1 to lena until 3m11s
             3m11s  OfferEnded v1 to lena: expired
             3m11s  ChoiceAsked v1
             3m11s  SupervisorsAlerted v1: nobody_came
             3m11s  NobodyEligible v1: 1 declined
             3m11s  SupervisorsAlerted v1: only_agent_unwilling
        "#]],
    );
}

#[test]
fn the_visitor_is_told_once_that_the_search_goes_on() {
    check(
        "
        0s   v1 opens
        45s  tick
        5m   tick
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in help
             0s  WaitStarted v1 in help: opened
             0s  NobodyEligible v1: 3 offline
            45s  VisitorToldStillSearching v1
            v1 saw:
             0s  Queued
            45s  StillSearching
        "#]],
    );
}

#[test]
fn still_searching_is_not_said_while_somebody_is_being_asked() {
    check(
        "
        workspace one-queue
          queues: { help: { offer_timeout: 60s } }
        online mara
        0s   v1 opens
        50s  mara declines v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 1m
               50s  OfferDeclined v1 by mara
               50s  NobodyEligible v1: 2 offline, 1 declined
               50s  SupervisorsAlerted v1: only_agent_unwilling
        "#]],
    );
}

#[test]
fn a_fallback_to_the_senders_queue_may_ask_the_sender_again() {
    check(
        "
        workspace two-tiers
          queues: { technical: { max_wait: 60s, fallback: billing } }
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   tom accepts v2
        4s   v3 opens
        5s   tom accepts v3
        6s   mara transfers v1 cold to technical
        66s  tick
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  OfferMade v1 to mara until 30s (of 2)
              1s  OfferAccepted v1 by mara
              1s  AgentAssigned v1 to mara in billing: accepted
              2s  ConversationOpened v2 in billing
              2s  WaitStarted v2 in billing: opened
              2s  OfferMade v2 to tom until 32s (of 2)
              3s  OfferAccepted v2 by tom
              3s  AgentAssigned v2 to tom in billing: accepted
              4s  ConversationOpened v3 in billing
              4s  WaitStarted v3 in billing: opened
              4s  OfferMade v3 to mara until 34s (of 2)
              5s  rejected: the offer is gone: it was taken, ran out or was withdrawn
              6s  TransferStarted v1 cold by mara to technical from billing
              6s  AgentReleased v1 from mara: transferred, wrap-up until 1m6s holding 1
              6s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
              6s  NobodyEligible v1: 2 offline
             34s  OfferEnded v3 to mara: expired
             34s  OfferMade v3 to tom until 1m4s
             51s  VisitorToldStillSearching v1
            1m4s  OfferEnded v3 to tom: expired
            1m4s  NobodyEligible v3: 2 declined
            1m4s  SupervisorsAlerted v3: only_agent_unwilling
            1m4s  VisitorToldStillSearching v3
            1m6s  TransferEnded v1 cancelled: fallback
            1m6s  WaitStarted v1 in billing: fallback, credit 1m1s
            1m6s  OfferMade v1 to mara until 1m36s (of 2)
            1m6s  WrapUpEnded v1 of mara: time_up
        "#]],
    );
}

#[test]
fn a_supervisor_assigns_a_conversation_whose_visitor_was_asked_to_choose() {
    check(
        "
        workspace one-queue
          queues: { help: { max_wait: 60s } }
        online mara
        0s   mara away
        0s   v1 opens
        61s  v1 looks
        62s  rosa assigns v1 to mara
        63s  v1 looks
        64s  v1 leaves message \"too late\"
        show v1
        ",
        expect![[r#"
              0s  AgentStatusSet mara away
              0s  ConversationOpened v1 in help
              0s  WaitStarted v1 in help: opened
              0s  NobodyEligible v1: 2 offline, 1 away
             45s  VisitorToldStillSearching v1
              1m  ChoiceAsked v1
              1m  SupervisorsAlerted v1: nobody_came
            1m1s  v1 sees waiting, waiting since 0s, asked to choose
            1m2s  AgentAssigned v1 to mara in help: assigned by rosa
            1m3s  v1 sees active with Mara
            1m4s  rejected: the conversation is not waiting
            v1 saw:
              0s  Queued
             45s  StillSearching
              1m  Choice
            1m2s  AgentJoined Mara
        "#]],
    );
}
