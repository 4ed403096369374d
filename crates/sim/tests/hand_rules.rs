//! Rules that raise a hand by themselves (SPEC §4, "Assist").

use expect_test::expect;

use crate::check;

#[test]
fn a_keyword_of_the_visitor_raises_a_hand_once_per_owner() {
    check(
        "
        workspace two-tiers
          hand_rules: { legal: { keywords: [lawyer, \"data protection\"] } }
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    v1 writes \"There is an issue with my flawyer\"
        3s    v1 writes \"I will ask my LAWYER!\"
        4s    v1 writes \"and the office for Data-Protection\"
        5s    rosa takes hand in v1 by observing
        6s    v1 writes \"lawyer, lawyer\"
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  MessagePosted v1 by v1
            3s  MessagePosted v1 by v1
            3s  HandRuleMet v1: legal
            3s  HandRaised v1 for mara: rule legal, until 2m3s
            4s  MessagePosted v1 by v1
            5s  HandLowered v1: taken by rosa
            5s  SupervisorEntered v1 rosa: observe
            6s  MessagePosted v1 by v1
        "#]],
    );
}

#[test]
fn a_keyword_written_while_it_waits_raises_a_hand_for_the_first_owner() {
    check(
        "
        workspace two-tiers
          hand_rules: { legal: { keywords: [lawyer] } }
        online mara rosa
        0s    v1 opens \"My lawyer told me to write\"
        1s    mara accepts v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  MessagePosted v1 by v1
            0s  HandRuleMet v1: legal
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            1s  HandRaised v1 for mara: rule legal, until 2m1s
        "#]],
    );
}

#[test]
fn another_owner_is_another_occasion() {
    check(
        "
        workspace two-tiers
          hand_rules: { legal: { keywords: [lawyer] } }
        online mara tom rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    v1 writes \"lawyer\"
        3s    rosa assigns v1 to tom
        4s    v1 writes \"lawyer\"
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  MessagePosted v1 by v1
            2s  HandRuleMet v1: legal
            2s  HandRaised v1 for mara: rule legal, until 2m2s
            3s  HandLowered v1: ownership moved
            3s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to tom in billing: assigned by rosa
            4s  MessagePosted v1 by v1
            4s  HandRuleMet v1: legal
            4s  HandRaised v1 for tom: rule legal, until 2m4s
        "#]],
    );
}

#[test]
fn a_long_silence_of_the_owner_raises_a_hand() {
    check(
        "
        workspace two-tiers
          hand_rules: { silent: { silence: 2m } }
        online mara rosa
        0s    v1 opens \"hello?\"
        10s   mara accepts v1
        1m    mara writes v1 \"one moment\"
        2m    v1 writes \"are you there?\"
        3m    v1 writes \"hello?\"
        5m    tick
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  MessagePosted v1 by v1
             0s  OfferMade v1 to mara until 30s
            10s  OfferAccepted v1 by mara
            10s  AgentAssigned v1 to mara in billing: accepted
             1m  MessagePosted v1 by mara
             2m  MessagePosted v1 by v1
             3m  MessagePosted v1 by v1
             4m  HandRuleMet v1: silent
             4m  HandRaised v1 for mara: rule silent, until 6m
        "#]],
    );
}

#[test]
fn a_parked_conversation_keeps_no_clock_for_its_owner() {
    check(
        "
        workspace two-tiers
          hand_rules: { silent: { silence: 2m } }
        online mara rosa
        0s    v1 opens \"hello?\"
        10s   mara accepts v1
        20s   mara parks v1
        10m   tick
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  MessagePosted v1 by v1
             0s  OfferMade v1 to mara until 30s
            10s  OfferAccepted v1 by mara
            10s  AgentAssigned v1 to mara in billing: accepted
            20s  ConversationParked v1 by mara
        "#]],
    );
}

#[test]
fn a_long_chain_raises_a_hand() {
    check(
        "
        workspace two-tiers
          settings: { chain_warning: 1 }
          hand_rules: { moved: chain_warning }
        online mara tom rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to tom leaving
        3s    tom accepts v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm leaving by mara to tom in billing
            2s  OfferMade v1 to tom until 32s
            3s  OfferAccepted v1 by tom
            3s  TransferAccepted v1 by tom
            3s  AgentReleased v1 from mara: handed over, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
            3s  HandRuleMet v1: moved
            3s  HandRaised v1 for tom: rule moved, until 2m3s
            3s  TransferCompleted v1 to tom by tom
        "#]],
    );
}

#[test]
fn a_rule_raises_no_second_hand_while_one_is_up() {
    check(
        "
        workspace two-tiers
          hand_rules: { legal: { keywords: [lawyer] } }
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara raises hand in v1
        3s    v1 writes \"lawyer\"
        4s    mara lowers hand in v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  HandRaised v1 for mara: asked, until 2m2s
            3s  MessagePosted v1 by v1
            3s  HandRuleMet v1: legal
            4s  HandLowered v1: lowered by mara
        "#]],
    );
}

#[test]
fn a_guest_does_not_take_down_the_owners_hand() {
    check(
        "
        workspace two-tiers
        online mara ines rosa
        0s    v1 opens in billing
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara raises hand in v1
        5s    ines lowers hand in v1
        6s    rosa lowers hand in v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  InvitationAccepted v1 by ines
            3s  GuestJoined v1 ines: invited
            4s  HandRaised v1 for mara: asked, until 2m4s
            5s  rejected: your role does not allow this
            6s  HandLowered v1: lowered by rosa
        "#]],
    );
}
