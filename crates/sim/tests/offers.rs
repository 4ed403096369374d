//! Offers, declines and who is asked again (SPEC §3, "Offers" and "Explain").

use expect_test::expect;

use crate::check;

#[test]
fn an_offer_runs_out_after_30_s_and_goes_to_the_next_agent() {
    check(
        "
        online mara tom
        0s   v1 opens
        30s  mara accepts v1
        31s  tom accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
               30s  OfferEnded v1 to mara: expired
               30s  OfferMade v1 to tom until 1m
               30s  rejected: the offer is gone: it was taken, ran out or was withdrawn
               31s  OfferAccepted v1 by tom
               31s  AgentAssigned v1 to tom in help: accepted
        "#]],
    );
}

#[test]
fn an_offer_cannot_be_accepted_by_somebody_else() {
    check(
        "
        online mara tom
        0s   v1 opens
        1s   tom accepts v1
        1s   rosa accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  rejected: the offer is gone: it was taken, ran out or was withdrawn
                1s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}

#[test]
fn who_declined_is_not_asked_again_for_60_s() {
    check(
        "
        online mara
        0s   v1 opens
        5s   mara declines v1
        6s   rosa looks why mara for v1
        66s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                5s  OfferDeclined v1 by mara
                5s  NobodyEligible v1: 2 offline, 1 declined
                5s  SupervisorsAlerted v1: only_agent_unwilling
                6s  rosa sees declined at 5s
               45s  VisitorToldStillSearching v1
              1m5s  CoolDownEnded v1 for mara
              1m5s  OfferMade v1 to mara until 1m35s
        "#]],
    );
}

#[test]
fn who_declined_keeps_the_room_for_others() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        0s   v2 opens
        5s   mara declines v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                0s  ConversationOpened v2 in help
                0s  WaitStarted v2 in help: opened
                0s  NobodyEligible v2: 2 offline, 1 at_capacity
                5s  OfferDeclined v1 by mara
                5s  NobodyEligible v1: 2 offline, 1 declined
                5s  SupervisorsAlerted v1: only_agent_unwilling
                5s  OfferMade v2 to mara until 35s
        "#]],
    );
}

#[test]
fn after_three_declines_only_if_nobody_else_is_eligible() {
    check(
        "
        online mara
        0s    v1 opens
        1s    mara declines v1
        62s   mara declines v1
        123s  mara declines v1
        160s  ines online
        170s  tom online
        186s  ines declines v1
        187s  tom declines v1
        5m    tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferDeclined v1 by mara
                1s  NobodyEligible v1: 2 offline, 1 declined
                1s  SupervisorsAlerted v1: only_agent_unwilling
               45s  VisitorToldStillSearching v1
              1m1s  CoolDownEnded v1 for mara
              1m1s  OfferMade v1 to mara until 1m31s
              1m2s  OfferDeclined v1 by mara
              1m2s  NobodyEligible v1: 2 offline, 1 declined
              1m2s  SupervisorsAlerted v1: only_agent_unwilling
              2m2s  CoolDownEnded v1 for mara
              2m2s  OfferMade v1 to mara until 2m32s
              2m3s  OfferDeclined v1 by mara
              2m3s  NobodyEligible v1: 2 offline, 1 declined
              2m3s  SupervisorsAlerted v1: only_agent_unwilling
             2m40s  AgentStatusSet ines online
             2m40s  OfferMade v1 to ines until 3m10s
             2m50s  AgentStatusSet tom online
              3m3s  CoolDownEnded v1 for mara
              3m6s  OfferDeclined v1 by ines
              3m6s  OfferMade v1 to tom until 3m36s
              3m7s  OfferDeclined v1 by tom
              3m7s  OfferMade v1 to mara until 3m37s
             3m37s  OfferEnded v1 to mara: expired
             3m37s  NobodyEligible v1: 3 declined
             3m37s  SupervisorsAlerted v1: only_agent_unwilling
              4m6s  CoolDownEnded v1 for ines
              4m6s  OfferMade v1 to ines until 4m36s
              4m7s  CoolDownEnded v1 for tom
             4m36s  OfferEnded v1 to ines: expired
             4m36s  OfferMade v1 to tom until 5m6s
             4m37s  CoolDownEnded v1 for mara
        "#]],
    );
}

#[test]
fn the_only_agent_is_asked_again_after_the_cool_down_and_supervisors_are_alerted() {
    check(
        "
        online mara
        0s   v1 opens
        5s   mara declines v1
        70s  mara declines v1
        2m30s tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                5s  OfferDeclined v1 by mara
                5s  NobodyEligible v1: 2 offline, 1 declined
                5s  SupervisorsAlerted v1: only_agent_unwilling
               45s  VisitorToldStillSearching v1
              1m5s  CoolDownEnded v1 for mara
              1m5s  OfferMade v1 to mara until 1m35s
             1m10s  OfferDeclined v1 by mara
             1m10s  NobodyEligible v1: 2 offline, 1 declined
             1m10s  SupervisorsAlerted v1: only_agent_unwilling
             2m10s  CoolDownEnded v1 for mara
             2m10s  OfferMade v1 to mara until 2m40s
        "#]],
    );
}

#[test]
fn two_agents_accept_at_once_and_the_second_gets_offer_gone() {
    check(
        "
        workspace one-queue
          queues: { help: { strategy: broadcast } }
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        1s   tom accepts v1
        1s   tom declines v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to all: mara, tom until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                1s  rejected: the offer is gone: it was taken, ran out or was withdrawn
                1s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}

#[test]
fn a_broadcast_that_everybody_declined_is_made_again_after_the_cool_down() {
    check(
        "
        workspace one-queue
          queues: { help: { strategy: broadcast } }
        online mara tom
        0s   v1 opens
        1s   mara declines v1
        2s   tom declines v1
        2m   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to all: mara, tom until 30s (of 2)
                1s  OfferDeclined v1 by mara
                2s  OfferDeclined v1 by tom
                2s  NobodyEligible v1: 1 offline, 2 declined
                2s  SupervisorsAlerted v1: only_agent_unwilling
               45s  VisitorToldStillSearching v1
              1m1s  CoolDownEnded v1 for mara
              1m1s  OfferMade v1 to all: mara until 1m31s
              1m2s  CoolDownEnded v1 for tom
             1m31s  OfferEnded v1: expired
             1m31s  OfferMade v1 to all: mara, tom until 2m1s (of 2)
        "#]],
    );
}

#[test]
fn an_offer_explains_who_was_next_and_why_not_the_others() {
    check(
        "
        workspace one-queue
          queues: { help: { required: { billing: 3 } } }
        online mara ines tom
        0s   v1 opens
        1s   mara looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  mara sees me: online, load 1/2
            1s  mara sees offer v1 in help until 30s, why: 2 eligible; 1 lacks_skill; ines eligible; tom lacks billing 3
            1s  mara sees v1 as offered: waiting in help, waiting since 0s; may look
        "#]],
    );
}

#[test]
fn that_nobody_is_eligible_is_explained_by_counts_when_it_becomes_so() {
    check(
        "
        workspace one-queue
          agents: { ines: { capacity: 1 } }
          queues: { help: { required: { billing: 3 } } }
        online tom ines
        0s   v1 opens
        1s   ines accepts v1
        2s   v2 opens
        3s   mara online
        4s   mara declines v2
        5s   tom away
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to ines until 30s
                1s  OfferAccepted v1 by ines
                1s  AgentAssigned v1 to ines in help: accepted
                2s  ConversationOpened v2 in help
                2s  WaitStarted v2 in help: opened
                2s  NobodyEligible v2: 1 offline, 1 lacks_skill, 1 at_capacity
                3s  AgentStatusSet mara online
                3s  OfferMade v2 to mara until 33s
                4s  OfferDeclined v2 by mara
                4s  NobodyEligible v2: 1 lacks_skill, 1 at_capacity, 1 declined
                4s  SupervisorsAlerted v2: only_agent_unwilling
                5s  AgentStatusSet tom away
        "#]],
    );
}

#[test]
fn an_offer_that_runs_out_this_instant_can_be_accepted_no_more() {
    check(
        "
        online mara
        0s   v1 opens
        30s  mara accepts v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in help
             0s  WaitStarted v1 in help: opened
             0s  OfferMade v1 to mara until 30s
            30s  OfferEnded v1 to mara: expired
            30s  NobodyEligible v1: 2 offline, 1 declined
            30s  SupervisorsAlerted v1: only_agent_unwilling
            30s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}
