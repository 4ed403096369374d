//! What becomes of guests and invitations (SPEC §4, "When ownership moves" and "When things go wrong").

use expect_test::expect;

use crate::check;

#[test]
fn at_most_8_people_are_in_a_conversation_the_invited_counted() {
    check(
        "
        workspace two-tiers
            settings: { people_max: 3 }
        online mara ines lena kofi
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    mara invites lena to v1
        3s    mara looks at v1
        4s    ines accepts v1
        5s    mara invites sales to v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            3s  rejected: too many people in this conversation
            3s  mara sees v1 as owner: active in billing, owner mara, invitation of ines by mara since 2s; may reply note transfer park set_priority (invite: conversation_full) cancel_invitation raise_hand leave close_for_everybody
            4s  OfferAccepted v1 by ines
            4s  InvitationAccepted v1 by ines
            4s  GuestJoined v1 ines: invited
            5s  rejected: too many people in this conversation
        "#]],
    );
}

#[test]
fn when_ownership_moves_guests_stay_and_open_invitations_end() {
    check(
        "
        workspace two-tiers
        online mara ines kofi lena
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara invites lena to v1
        5s    mara transfers v1 cold to technical
        6s    ines writes v1 \"I am still here\"
        7s    kofi accepts v1
        8s    kofi looks at v1
        9s    kofi removes ines from v1
        show v1
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
            4s  InvitationStarted v1 of lena by mara in sales
            4s  OfferMade v1 to lena until 34s
            5s  TransferStarted v1 cold by mara to technical from billing
            5s  OfferEnded v1 to lena: withdrawn
            5s  InvitationEnded v1 cancelled: owner_changed
            5s  AgentReleased v1 from mara: transferred, wrap-up until 1m5s holding 1
            5s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            5s  OfferMade v1 to kofi until 35s (of 2)
            6s  MessagePosted v1 by ines
            7s  OfferAccepted v1 by kofi
            7s  AgentAssigned v1 to kofi in technical: accepted, hop from mara
            7s  TransferCompleted v1 to kofi by kofi
            8s  kofi sees v1 as owner: active in technical, owner kofi, guest ines, hops 1; may reply note transfer return park set_priority invite remove_guest make_owner raise_hand leave close_for_everybody
            9s  GuestLeft v1 ines: removed by kofi
            9s  InvitationCompleted v1 of ines
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  GuestJoined Ines
            5s  AgentLeft Mara
            5s  Queued
            5s  Offered
            6s  Ines: I am still here
            7s  AgentJoined Kofi
            9s  GuestLeft Ines
        "#]],
    );
}

#[test]
fn a_re_queue_leaves_guests_where_they_are() {
    check(
        "
        workspace two-tiers
        online mara ines tom
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    rosa requeues v1
        5s    ines looks at v1
        6s    tom accepts v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  InvitationAccepted v1 by ines
            3s  GuestJoined v1 ines: invited
            4s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in billing: re-queued by rosa, credit 1s, sent by mara
            4s  OfferMade v1 to tom until 34s
            5s  ines sees v1 as guest: waiting in billing, guest ines, waiting since 4s; may reply note leave
            6s  OfferAccepted v1 by tom
            6s  AgentAssigned v1 to tom in billing: accepted
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  GuestJoined Ines
            4s  AgentLeft Mara
            4s  Requeued
            4s  Offered
            6s  AgentJoined Tom
        "#]],
    );
}

#[test]
fn a_supervisor_who_assigns_it_to_a_guest_is_told_of_in_one_line() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
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
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  InvitationAccepted v1 by ines
            3s  GuestJoined v1 ines: invited
            4s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m4s holding 1
            4s  GuestLeft v1 ines: became_owner
            4s  InvitationCompleted v1 of ines
            4s  AgentAssigned v1 to ines in billing: assigned by rosa
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  GuestJoined Ines
            4s  AgentLeft Mara
        "#]],
    );
}

#[test]
fn while_a_warm_transfer_is_pending_the_owner_neither_leaves_nor_makes_another_owner() {
    check(
        "
        workspace two-tiers
        online mara ines lena
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara transfers v1 warm to lena
        5s    mara leaves v1
        5s    mara makes ines owner of v1
        5s    mara looks at v1
        6s    lena accepts v1
        7s    mara completes v1
        8s    lena looks at v1
        show v1
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
            4s  TransferStarted v1 warm by mara to lena in sales from billing
            4s  OfferMade v1 to lena until 34s
            5s  rejected: a transfer is open; cancel it first
            5s  rejected: a transfer is open; cancel it first
            5s  mara sees v1 as owner: active in billing, owner mara, guest ines, warm transfer from mara to lena pending; may reply note (transfer: transfer_open) cancel_transfer (complete_transfer: not_accepted_yet) (park: transfer_open) set_priority invite remove_guest (make_owner: transfer_open) raise_hand (leave: transfer_open) (close_for_everybody: transfer_open)
            6s  OfferAccepted v1 by lena
            6s  TransferAccepted v1 by lena
            7s  AgentReleased v1 from mara: handed over, wrap-up until 1m7s holding 1
            7s  AgentAssigned v1 to lena in sales: transfer completed, hop from mara
            7s  TransferCompleted v1 to lena by mara
            8s  lena sees v1 as owner: active in sales, owner lena, guest ines, hops 1; may reply note transfer return park set_priority invite remove_guest make_owner raise_hand leave close_for_everybody
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  GuestJoined Ines
            6s  TransferAccepted Lena
            7s  HandedOver from Mara to Lena
        "#]],
    );
}

#[test]
fn closing_for_everybody_ends_guests_and_invitations() {
    check(
        "
        workspace two-tiers
        online mara ines lena
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara invites lena to v1
        5s    mara closes v1
        show v1
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
            4s  InvitationStarted v1 of lena by mara in sales
            4s  OfferMade v1 to lena until 34s
            5s  GuestLeft v1 ines: closed
            5s  InvitationCompleted v1 of ines
            5s  OfferEnded v1 to lena: withdrawn
            5s  InvitationEnded v1 cancelled: closed
            5s  AgentReleased v1 from mara: closed, wrap-up until 1m5s holding 1
            5s  ConversationClosed v1: agent by mara
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  GuestJoined Ines
            5s  Closed
        "#]],
    );
}

#[test]
fn a_guest_who_is_lost_for_2_min_leaves_and_their_invitation_is_completed() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    ines drops
        3m    tick
        show v1
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
              4s  AgentConnectionLost ines
             34s  AgentDisconnected ines
            2m4s  AgentGivenUp ines
            2m4s  GuestLeft v1 ines: lost
            2m4s  InvitationCompleted v1 of ines
            v1 saw:
              0s  Queued
              0s  Offered
              1s  AgentJoined Mara
              3s  GuestJoined Ines
            2m4s  GuestLeft Ines
        "#]],
    );
}

#[test]
fn an_invitation_of_somebody_who_is_removed_fails() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    admin configures
            agents: { ines: null }
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            3s  WorkspaceConfigured version 2
            3s  OfferEnded v1 to ines: withdrawn
            3s  InvitationEnded v1 failed: target_removed
        "#]],
    );
}

#[test]
fn an_invitation_of_a_queue_with_a_list_is_picked_from_it() {
    check(
        "
        workspace two-tiers
            queues: { technical: { mode: pull } }
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites technical to v1
        3s    ines looks at v1
        4s    ines pulls v1
        5s    ines looks at v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of technical by mara
            3s  ines sees v1 as queue_member: active in billing, owner mara, invitation of technical by mara since 2s; may pull
            4s  InvitationAccepted v1 by ines
            4s  GuestJoined v1 ines: invited
            5s  ines sees v1 as guest: active in billing, owner mara, guest ines; may reply note leave
        "#]],
    );
}

#[test]
fn an_open_invitation_stops_the_visitors_idle_clock() {
    check(
        "
        workspace two-tiers
        online mara
        0s    v1 opens
        1s    mara accepts v1
        2s    mara writes v1 \"Are you there?\"
        3s    mara invites technical to v1
        9m    mara uninvites technical from v1
        12m   tick
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  MessagePosted v1 by mara
             3s  InvitationStarted v1 of technical by mara
             3s  NobodyEligible v1 invitation: 2 offline
             9m  InvitationEnded v1 cancelled: by_sender
            12m  VisitorReminded v1
        "#]],
    );
}

#[test]
fn a_parked_conversation_keeps_its_guests() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara parks v1
        5s    mara looks
        5s    ines looks
        6s    mara makes ines owner of v1
        7s    ines looks at v1
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
            4s  ConversationParked v1 by mara
            5s  mara sees me: online, load 0/3
            5s  mara sees v1 as owner: parked in billing, owner mara, guest ines; may reply note transfer wake set_priority invite remove_guest make_owner raise_hand leave close_for_everybody
            5s  ines sees me: online, load 1/2
            5s  ines sees v1 as guest: parked in billing, owner mara, guest ines; may reply note leave
            6s  AgentReleased v1 from mara: gave to ines, wrap-up until 1m6s holding 0
            6s  GuestLeft v1 ines: became_owner
            6s  InvitationCompleted v1 of ines
            6s  AgentAssigned v1 to ines in billing: made owner by mara
            6s  GuestJoined v1 mara: was_owner
            7s  ines sees v1 as owner: active in billing, owner ines, guest mara; may reply note transfer park set_priority invite remove_guest make_owner raise_hand leave close_for_everybody
        "#]],
    );
}

#[test]
fn after_a_restart_an_invitation_is_offered_again_and_the_time_to_pass_begins_anew() {
    check(
        "
        workspace two-tiers
        online mara ines lena
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara invites lena to v1
        5s    server restarts
        6s    mara connects
        6s    lena connects
        6s    ines connects
        7s    mara leaves v1
        10s   server restarts
        11s   ines connects
        39s   ines looks at v1
        41s   ines looks at v1
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
             4s  InvitationStarted v1 of lena by mara in sales
             4s  OfferMade v1 to lena until 34s
             5s  ServerStarted
             5s  OfferEnded v1 to lena: restart
             5s  OfferMade v1 to lena until 35s
             6s  AgentConnected mara
             6s  AgentConnected lena
             6s  AgentConnected ines
             7s  OfferEnded v1 to lena: withdrawn
             7s  InvitationEnded v1 cancelled: owner_changed
             7s  AgentReleased v1 from mara: left to ines, wrap-up until 1m7s holding 1
             7s  GuestLeft v1 ines: became_owner
             7s  InvitationCompleted v1 of ines
             7s  AgentAssigned v1 to ines in billing: inherited from mara
            10s  ServerStarted
            11s  AgentConnected ines
            39s  ines sees v1 as owner: active in billing, owner ines, may pass until 40s; may reply note transfer park set_priority invite raise_hand pass_ownership close
            40s  AgentDisconnected mara
            40s  AgentDisconnected lena
            40s  OwnershipKept v1 by ines
            41s  ines sees v1 as owner: active in billing, owner ines; may reply note transfer park set_priority invite raise_hand close
        "#]],
    );
}
