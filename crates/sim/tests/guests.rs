//! Senders who stay as guests after a warm transfer (SPEC §4, "Warm transfer", row 3, and "When ownership moves").

use expect_test::expect;

use crate::check;

#[test]
fn a_sender_kept_as_guest_leaves_after_5_min_of_silence() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines staying
        10s   ines accepts v1
        11s   mara looks
        1m    mara writes v1 \"all the best\"
        6m    tick
        show v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in billing: accepted
               2s  TransferStarted v1 warm staying by mara to ines in technical from billing
               2s  OfferMade v1 to ines until 32s
              10s  OfferAccepted v1 by ines
              10s  TransferAccepted v1 by ines
              10s  AgentReleased v1 from mara: became guest, wrap-up until 1m10s holding 1
              10s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
              10s  TransferCompleted v1 to ines by ines
              10s  GuestJoined v1 mara: handed_over
              11s  mara sees me: online, load 1/3, wrap-up v1 until 1m10s
              11s  mara sees v1 as guest: active in technical, owner ines, guest mara, hops 1; may reply note leave
               1m  MessagePosted v1 by mara
            1m10s  WrapUpEnded v1 of mara: time_up
               4m  VisitorReminded v1
               6m  GuestLeft v1 mara: left
            v1 saw:
               0s  Queued
               0s  Offered
               1s  AgentJoined Mara
              10s  TransferAccepted Ines
              10s  HandedOver from Mara to Ines
               1m  Mara: all the best
               4m  IdleReminder
               6m  GuestLeft Mara
        "#]],
    );
}

#[test]
fn a_sender_kept_as_guest_may_leave_at_any_time_and_does_not_own() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines staying
        10s   ines accepts v1
        11s   mara closes v1
        11s   mara transfers v1 cold to tom
        11s   mara writes v1 \"goodbye\"
        12s   mara leaves v1
        12s   mara writes v1 \"me again\"
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  TransferStarted v1 warm staying by mara to ines in technical from billing
             2s  OfferMade v1 to ines until 32s
            10s  OfferAccepted v1 by ines
            10s  TransferAccepted v1 by ines
            10s  AgentReleased v1 from mara: became guest, wrap-up until 1m10s holding 1
            10s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            10s  TransferCompleted v1 to ines by ines
            10s  GuestJoined v1 mara: handed_over
            11s  rejected: your role does not allow this
            11s  rejected: your role does not allow this
            11s  MessagePosted v1 by mara
            12s  GuestLeft v1 mara: left
            12s  rejected: your role does not allow this
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
            10s  TransferAccepted Ines
            10s  HandedOver from Mara to Ines
            11s  Mara: goodbye
            12s  GuestLeft Mara
        "#]],
    );
}

#[test]
fn guests_stay_when_ownership_moves_on() {
    check(
        "
        workspace two-tiers
        online mara ines lena
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines staying
        3s    ines accepts v1
        4s    ines transfers v1 cold to lena
        5s    mara writes v1 \"I am still here\"
        6s    lena accepts v1
        7s    v1 looks
        8s    mara leaves v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm staying by mara to ines in technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  TransferAccepted v1 by ines
            3s  AgentReleased v1 from mara: became guest, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            3s  TransferCompleted v1 to ines by ines
            3s  GuestJoined v1 mara: handed_over
            4s  TransferStarted v1 cold else return by ines to lena in sales from technical
            4s  AgentReleased v1 from ines: transferred, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in sales: transfer, credit 1s, sent by ines, reserved for lena (named receiver) until 1m4s
            4s  OfferMade v1 to lena until 1m4s
            5s  MessagePosted v1 by mara
            6s  OfferAccepted v1 by lena
            6s  AgentAssigned v1 to lena in sales: accepted, hop from ines
            6s  TransferCompleted v1 to lena by lena
            7s  v1 sees active with Lena and Mara
            8s  GuestLeft v1 mara: left
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Ines
            3s  HandedOver from Mara to Ines
            4s  AgentLeft Ines
            4s  Queued
            4s  Offered
            5s  Mara: I am still here
            6s  AgentJoined Lena
            8s  GuestLeft Mara
        "#]],
    );
}

#[test]
fn a_guest_who_is_given_the_conversation_is_no_guest_any_more() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines staying
        3s    ines accepts v1
        4s    ines transfers v1 warm to mara
        5s    rosa assigns v1 to mara
        6s    mara looks
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm staying by mara to ines in technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  TransferAccepted v1 by ines
            3s  AgentReleased v1 from mara: became guest, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            3s  TransferCompleted v1 to ines by ines
            3s  GuestJoined v1 mara: handed_over
            4s  rejected: the agent is not available: InConversation(a6)
            5s  AgentReleased v1 from ines: moved by rosa, wrap-up until 1m5s holding 1
            5s  WrapUpEnded v1 of mara: came_back
            5s  GuestLeft v1 mara: became_owner
            5s  AgentAssigned v1 to mara in technical: assigned by rosa
            6s  mara sees me: online, load 1/3
            6s  mara sees v1 as owner: active in technical, owner mara, chain: mara until 3s, a loop, hops 1; may reply note transfer return park set_priority invite raise_hand close
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Ines
            3s  HandedOver from Mara to Ines
            5s  AgentLeft Ines
        "#]],
    );
}

#[test]
fn a_program_is_never_left_a_conversation_however_long_it_is_there() {
    check(
        "
        workspace two-tiers
          agents: { kofi: { kind: bot } }
        online mara kofi ines
        0s    v1 opens in billing
        1s    mara accepts v1
        2s    mara invites kofi to v1
        3s    kofi accepts v1
        4s    mara invites ines to v1
        5s    ines accepts v1
        6s    mara leaves v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of kofi by mara in technical
            2s  OfferMade v1 to kofi until 32s
            3s  OfferAccepted v1 by kofi
            3s  InvitationAccepted v1 by kofi
            3s  GuestJoined v1 kofi: invited
            4s  InvitationStarted v1 of ines by mara in technical
            4s  OfferMade v1 to ines until 34s
            5s  OfferAccepted v1 by ines
            5s  InvitationAccepted v1 by ines
            5s  GuestJoined v1 ines: invited
            6s  AgentReleased v1 from mara: left to ines, wrap-up until 1m6s holding 1
            6s  GuestLeft v1 ines: became_owner
            6s  InvitationCompleted v1 of ines
            6s  AgentAssigned v1 to ines in billing: inherited from mara
        "#]],
    );
}
