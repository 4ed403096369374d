//! A visitor is erased: what runs for them ends, and the desk forgets them (SPEC §9).

use expect_test::expect;

use crate::check;

#[test]
fn whoever_is_erased_while_waiting_leaves_the_line_and_no_offer_behind() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens
        10s  ada erases v1
        11s  v1 opens
        12s  v1 connects
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
            10s  OfferEnded v1 to mara: withdrawn
            10s  ConversationClosed v1: erased by ada
            10s  ConversationArchived v1
            10s  VisitorErased v1
            11s  rejected: this visitor is erased
            12s  rejected: this visitor is erased
        "#]],
    );
}

#[test]
fn a_conversation_of_the_erased_ends_for_everybody_in_it_without_work_after_it() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara invites ines to v1
        3s   ines accepts v1
        4s   mara transfers v1 warm to technical
        5s   mara raises hand in v1 \"what now?\"
        10s  ada erases v1
        11s  mara writes v1 \"are you there?\"
        11s  mara looks
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
             4s  TransferStarted v1 warm by mara to technical from billing
             4s  NobodyEligible v1: 1 offline, 1 sender
             5s  HandRaised v1 for mara: asked with note, until 2m5s
             5s  SupervisorsAlerted v1: hand_unanswered
            10s  TransferEnded v1 cancelled: closed
            10s  GuestLeft v1 ines: closed
            10s  InvitationCompleted v1 of ines
            10s  HandLowered v1: closed
            10s  AgentReleased v1 from mara: closed, wrap-up until 1m10s holding 1
            10s  ConversationClosed v1: erased by ada
            10s  WrapUpEnded v1 of mara: erased
            10s  ConversationArchived v1
            10s  VisitorErased v1
            11s  rejected: the conversation is closed
            11s  mara sees me: online, load 0/3
        "#]],
    );
}

#[test]
fn work_after_an_earlier_conversation_of_the_erased_ends_and_a_left_message_waits_no_more() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 60s } }
        0s    v1 opens
        61s   v1 leaves message \"call me tomorrow\"
        2m    system erases v1
        2m    mara answers message of v1
        2m    system erases v1
        1d    tick
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  NobodyEligible v1: 2 offline
             45s  VisitorToldStillSearching v1
              1m  ChoiceAsked v1
              1m  SupervisorsAlerted v1: nobody_came
            1m1s  ConversationClosed v1: message_left by v1
              2m  ConversationArchived v1
              2m  VisitorErased v1
              2m  rejected: the conversation is closed
        "#]],
    );
}

#[test]
fn a_parked_conversation_of_the_erased_is_not_woken() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara parks v1
        3s   ada erases v1
        4s   v1 writes \"hello?\"
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  ConversationParked v1 by mara
            3s  AgentReleased v1 from mara: closed, wrap-up until 1m3s holding 0
            3s  ConversationClosed v1: erased by ada
            3s  WrapUpEnded v1 of mara: erased
            3s  ConversationArchived v1
            3s  VisitorErased v1
            4s  rejected: this visitor is erased
        "#]],
    );
}

#[test]
fn only_an_admin_erases() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara erases v1
        3s   rosa erases v1
        4s   v1 erases v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: your role does not allow this
            3s  rejected: your role does not allow this
            4s  rejected: your role does not allow this
        "#]],
    );
}
