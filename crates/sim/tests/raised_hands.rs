//! A raised hand (SPEC §4, "Assist"): who raises it, who takes it, and what happens when nobody does.

use expect_test::expect;

use crate::check;

#[test]
fn the_owner_raises_a_hand_and_the_first_supervisor_takes_it() {
    check(
        "
        workspace two-tiers
        online mara rosa ada
        0s    v1 opens
        1s    mara accepts v1
        2s    mara raises hand in v1 \"may I refund this\"
        3s    rosa looks at v1
        4s    rosa takes hand in v1 by whispering
        4s    ada takes hand in v1 by joining
        5s    mara looks at v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  HandRaised v1 for mara: asked with note, until 2m2s
            3s  rosa sees v1 as supervisor: active in billing, owner mara, hand up since 2s (asked with note); may note take_hand lower_hand observe whisper join take_over transfer park set_priority invite assign requeue close
            4s  HandLowered v1: taken by rosa
            4s  SupervisorEntered v1 rosa: whisper
            4s  rejected: a supervisor has answered this hand already
            5s  mara sees v1 as owner: active in billing, owner mara, supervisor (whisper) rosa; may reply note transfer park set_priority invite raise_hand write_whisper close
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn only_the_owner_raises_a_hand_and_only_one() {
    check(
        "
        workspace two-tiers
        online mara tom rosa
        0s    v1 opens
        1s    mara raises hand in v1
        2s    mara accepts v1
        3s    tom raises hand in v1
        3s    rosa raises hand in v1
        3s    mara lowers hand in v1
        4s    mara raises hand in v1
        4s    mara raises hand in v1
        5s    tom takes hand in v1 by joining
        5s    otto takes hand in v1 by joining
        6s    mara lowers hand in v1
        6s    rosa takes hand in v1 by joining
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  rejected: your role does not allow this
            2s  OfferAccepted v1 by mara
            2s  AgentAssigned v1 to mara in billing: accepted
            3s  rejected: your role does not allow this
            3s  rejected: your role does not allow this
            3s  rejected: no hand is raised here
            4s  HandRaised v1 for mara: asked, until 2m4s
            4s  rejected: a hand is raised here already
            5s  rejected: your role does not allow this
            5s  rejected: your role does not allow this
            6s  HandLowered v1: lowered by mara
            6s  rejected: no hand is raised here
        "#]],
    );
}

#[test]
fn a_hand_that_nobody_answers_alerts_every_supervisor_after_2_min_and_the_agent_is_told() {
    check(
        "
        workspace two-tiers
        online mara rosa otto
        0s    v1 opens
        1s    mara accepts v1
        2s    mara raises hand in v1
        3s    otto looks at v1
        3m    otto looks at v1
        3m    mara looks at v1
        3m    otto takes hand in v1 by whispering
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  OfferMade v1 to mara until 30s
              1s  OfferAccepted v1 by mara
              1s  AgentAssigned v1 to mara in billing: accepted
              2s  HandRaised v1 for mara: asked, until 2m2s
              3s  otto sees nothing
            2m2s  SupervisorsAlerted v1: hand_unanswered
              3m  otto sees v1 as supervisor: active in billing, owner mara, hand up since 2s (asked, everybody alerted); may note take_hand lower_hand observe whisper join take_over transfer park set_priority invite assign requeue close
              3m  mara sees v1 as owner: active in billing, owner mara, hand up since 2s (asked, everybody alerted); may reply note transfer park set_priority invite lower_hand close
              3m  HandLowered v1: taken by otto
              3m  SupervisorEntered v1 otto: whisper
        "#]],
    );
}

#[test]
fn with_no_supervisor_online_a_hand_alerts_every_supervisor_at_once() {
    check(
        "
        workspace two-tiers
        online mara otto
        0s    v1 opens
        1s    mara accepts v1
        2s    mara raises hand in v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  HandRaised v1 for mara: asked, until 2m2s
            2s  SupervisorsAlerted v1: hand_unanswered
        "#]],
    );
}

#[test]
fn a_hand_goes_down_when_ownership_moves_and_when_it_closes() {
    check(
        "
        workspace two-tiers
        online mara tom rosa ines
        0s    v1 opens
        0s    v2 opens
        1s    mara accepts v1
        1s    tom accepts v2
        2s    mara raises hand in v1
        2s    tom raises hand in v2
        3s    mara transfers v1 cold to technical
        4s    v2 closes
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            0s  ConversationOpened v2 in billing
            0s  WaitStarted v2 in billing: opened
            0s  OfferMade v2 to tom until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            1s  OfferAccepted v2 by tom
            1s  AgentAssigned v2 to tom in billing: accepted
            2s  HandRaised v1 for mara: asked, until 2m2s
            2s  HandRaised v2 for tom: asked, until 2m2s
            3s  TransferStarted v1 cold by mara to technical from billing
            3s  HandLowered v1: ownership moved
            3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            3s  OfferMade v1 to ines until 33s
            4s  HandLowered v2: closed
            4s  AgentReleased v2 from tom: closed, wrap-up until 1m4s holding 1
            4s  ConversationClosed v2: visitor by v2
        "#]],
    );
}
