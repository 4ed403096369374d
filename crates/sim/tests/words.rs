//! What visitors are told of while they wait (SPEC §5, "Triggers"): that somebody is asked, and the wait of a new tier.

use expect_test::expect;

use crate::check;

#[test]
fn that_somebody_is_asked_is_told_once_per_wait() {
    check(
        "
        workspace one-queue
        online mara
        0s   v1 opens
        1s   mara declines v1
        70s  mara accepts v1
        80s  tom online
        81s  mara transfers v1 cold to tom
        82s  tom accepts v1
        show v1
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
            1m10s  OfferAccepted v1 by mara
            1m10s  AgentAssigned v1 to mara in help: accepted
            1m20s  AgentStatusSet tom online
            1m21s  TransferStarted v1 cold else return by mara to tom in help
            1m21s  AgentReleased v1 from mara: transferred, wrap-up until 2m21s holding 1
            1m21s  WaitStarted v1 in help: transfer, credit 1m10s, sent by mara, reserved for tom (named receiver) until 2m21s
            1m21s  OfferMade v1 to tom until 2m21s
            1m22s  OfferAccepted v1 by tom
            1m22s  AgentAssigned v1 to tom in help: accepted, hop from mara
            1m22s  TransferCompleted v1 to tom by tom
            v1 saw:
               0s  Queued
               0s  Offered
              45s  StillSearching
            1m10s  AgentJoined Mara
            1m21s  AgentLeft Mara
            1m21s  Queued
            1m21s  Offered
            1m22s  AgentJoined Tom
        "#]],
    );
}

#[test]
fn an_escalation_says_the_new_wait_in_the_same_breath() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   a opens in network
        0s   b opens in network
        1s   ines accepts a
        1s   ines accepts b
        2s   v1 opens
        3s   mara accepts v1
        4s   c opens in network
        4s   system estimates c at 1 as 60s to 120s
        5s   mara escalates v1 to network
        5s   v1 looks
        6s   system predicts
        7s   d opens
        7s   mara accepts d
        8s   mara escalates d to expert anyway
        8s   d looks
        ",
        expect![[r#"
            0s  ConversationOpened a in network
            0s  WaitStarted a in network: opened
            0s  OfferMade a to ines until 30s
            0s  ConversationOpened b in network
            0s  WaitStarted b in network: opened
            0s  OfferMade b to ines until 30s
            1s  OfferAccepted a by ines
            1s  AgentAssigned a to ines in network: accepted
            1s  OfferAccepted b by ines
            1s  AgentAssigned b to ines in network: accepted
            2s  ConversationOpened v1 in support/first
            2s  WaitStarted v1 in support/first: opened
            2s  OfferMade v1 to mara until 32s
            3s  OfferAccepted v1 by mara
            3s  AgentAssigned v1 to mara in support/first: accepted
            4s  ConversationOpened c in network
            4s  WaitStarted c in network: opened
            4s  NobodyEligible c: 1 offline, 1 at_capacity
            4s  EstimateShown c place 1, 1m to 2m
            5s  EscalationStarted v1 by mara along network from support/first to support/second
            5s  AgentReleased v1 from mara: escalated, wrap-up until 1m5s holding 1
            5s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara, told place 1, 1m to 2m
            5s  NobodyEligible v1: 1 offline, 1 at_capacity
            5s  v1 sees waiting, waiting since 5s, place 1, 1m to 2m, tier 2
            6s  EstimateShown c place 2, no_data
            7s  ConversationOpened d in support/first
            7s  WaitStarted d in support/first: opened
            7s  OfferMade d to mara until 37s
            7s  OfferAccepted d by mara
            7s  AgentAssigned d to mara in support/first: accepted
            8s  EscalationStarted d by mara along expert from support/first to support/third
            8s  AgentReleased d from mara: escalated, wrap-up until 1m8s holding 1
            8s  WaitStarted d in support/third: escalation, sent by mara, told place 1, nobody_on_shift
            8s  NobodyEligible d: 1 offline
            8s  d sees waiting, waiting since 8s, place 1, nobody_on_shift, tier 3
        "#]],
    );
}
