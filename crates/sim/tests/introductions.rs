//! What follows when the receiver of a warm transfer is there (SPEC §4, "Warm transfer", rows 2 and 3).

use expect_test::expect;

use crate::check;

#[test]
fn on_accept_the_receiver_joins_and_the_visitor_is_told_who() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines
        3s   ines accepts v1
        4s   ines writes v1 \"hello, I am Ines\"
        5s   v1 looks
        6s   mara looks at v1
        6s   ines looks at v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to ines in technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  TransferAccepted v1 by ines
            4s  MessagePosted v1 by ines
            5s  v1 sees active with Mara and Ines
            6s  mara sees v1 as owner: active in billing, owner mara, receiver ines, warm transfer from mara to ines accepted by ines; may reply note (transfer: transfer_open) cancel_transfer complete_transfer (park: transfer_open) set_priority invite raise_hand leave (close_for_everybody: transfer_open)
            6s  ines sees v1 as receiver: active in billing, owner mara, receiver ines, warm transfer from mara to ines accepted by ines; may reply note complete_transfer hand_back
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Ines
            4s  Ines: hello, I am Ines
        "#]],
    );
}

#[test]
fn the_sender_completes_and_the_receiver_owns_it_in_the_targets_place() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to technical
        3s   ines accepts v1
        4s   mara completes v1
        5s   mara looks
        6s   ines looks
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  TransferAccepted v1 by ines
            4s  AgentReleased v1 from mara: handed over, wrap-up until 1m4s holding 1
            4s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            4s  TransferCompleted v1 to ines by mara
            5s  mara sees me: online, load 1/3, wrap-up v1 until 1m4s
            5s  mara sees v1 as wrapping_up: active in technical, owner ines, hops 1; may note end_wrap_up extend_wrap_up
            6s  ines sees me: online, load 1/2
            6s  ines sees v1 as owner: active in technical, owner ines, hops 1; may reply note transfer return park set_priority invite raise_hand close
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Ines
            4s  HandedOver from Mara to Ines
        "#]],
    );
}

#[test]
fn the_receiver_may_take_it() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines
        3s   ines completes v1
        4s   ines accepts v1
        5s   tom completes v1
        6s   ines completes v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to ines in technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  rejected: your role does not allow this
            4s  OfferAccepted v1 by ines
            4s  TransferAccepted v1 by ines
            5s  rejected: your role does not allow this
            6s  AgentReleased v1 from mara: handed over, wrap-up until 1m6s holding 1
            6s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            6s  TransferCompleted v1 to ines by ines
        "#]],
    );
}

#[test]
fn the_sender_completes_it_by_leaving() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to ines
        2s   mara leaves v1
        3s   ines accepts v1
        4s   mara leaves v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to ines in technical from billing
            2s  OfferMade v1 to ines until 32s
            2s  rejected: a transfer is open; cancel it first
            3s  OfferAccepted v1 by ines
            3s  TransferAccepted v1 by ines
            4s  AgentReleased v1 from mara: handed over, wrap-up until 1m4s holding 1
            4s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            4s  TransferCompleted v1 to ines by mara
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Ines
            4s  HandedOver from Mara to Ines
        "#]],
    );
}

#[test]
fn it_completes_by_itself_when_the_sender_has_written_nothing_for_5_min() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        10s   ines accepts v1
        1m    mara writes v1 \"this is Ines\"
        2m    ines writes v1 \"hello\"
        5m10s tick
        6m    tick
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  TransferStarted v1 warm by mara to ines in technical from billing
             2s  OfferMade v1 to ines until 32s
            10s  OfferAccepted v1 by ines
            10s  TransferAccepted v1 by ines
             1m  MessagePosted v1 by mara
             2m  MessagePosted v1 by ines
             6m  AgentReleased v1 from mara: handed over, wrap-up until 7m holding 1
             6m  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
             6m  TransferCompleted v1 to ines by system
        "#]],
    );
}

#[test]
fn with_complete_on_accept_the_sender_may_leave_at_once() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines leaving
        10s   ines accepts v1
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  TransferStarted v1 warm leaving by mara to ines in technical from billing
             2s  OfferMade v1 to ines until 32s
            10s  OfferAccepted v1 by ines
            10s  TransferAccepted v1 by ines
            10s  AgentReleased v1 from mara: handed over, wrap-up until 1m10s holding 1
            10s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            10s  TransferCompleted v1 to ines by ines
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
            10s  TransferAccepted Ines
            10s  HandedOver from Mara to Ines
        "#]],
    );
}

#[test]
fn the_receiver_may_hand_back_before_completion() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        3s    ines hands back v1
        10s   ines accepts v1
        11s   mara hands back v1
        12s   ines hands back v1
        13s   ines looks
        14s   mara looks
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  TransferStarted v1 warm by mara to ines in technical from billing
             2s  OfferMade v1 to ines until 32s
             3s  rejected: the transfer is not in a state that allows this
            10s  OfferAccepted v1 by ines
            10s  TransferAccepted v1 by ines
            11s  rejected: your role does not allow this
            12s  TransferEnded v1 declined: handed_back
            13s  ines sees me: online, load 0/2
            14s  mara sees me: online, load 1/3
            14s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
            10s  TransferAccepted Ines
            12s  GuestLeft Ines
        "#]],
    );
}

#[test]
fn what_a_supervisor_assigns_to_the_receiver_ends_the_introduction() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        3s    ines accepts v1
        4s    rosa assigns v1 to ines
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to ines in technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  TransferAccepted v1 by ines
            4s  TransferEnded v1 cancelled: assigned
            4s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m4s holding 1
            4s  AgentAssigned v1 to ines in billing: assigned by rosa
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  TransferAccepted Ines
            4s  GuestLeft Ines
            4s  AgentLeft Mara
            4s  AgentJoined Ines
        "#]],
    );
}
