//! Inviting people into a conversation, and what guests may do there (SPEC §4, "Conference").

use expect_test::expect;

use crate::check;

#[test]
fn an_agent_is_invited_by_name_sees_why_before_accepting_and_leaves_when_they_like() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens \"My line drops every evening\"
        1s    mara accepts v1
        2s    mara invites ines to v1 because needs_network \"Reset it twice\" ask \"Look at the line\"
        3s    ines looks
        3s    mara looks at v1
        4s    ines accepts v1
        5s    ines writes v1 \"Good morning, I can see your line\"
        6s    ines notes v1 \"the modem is old\"
        6s    ines looks
        7s    v1 looks
        8s    ines leaves v1
        9s    mara looks at v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  MessagePosted v1 by v1
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of ines by mara in technical because needs_network with note
            2s  OfferMade v1 to ines until 32s
            3s  ines sees me: online, load 1/2
            3s  ines sees offer v1 in technical until 32s, invitation of ines by mara since 2s because needs_network with note, why: 1 eligible
            3s  ines sees v1 as offered: active in billing, owner mara, invitation of ines by mara since 2s because needs_network with note; may look
            3s  mara sees v1 as owner: active in billing, owner mara, invitation of ines by mara since 2s because needs_network with note; may reply note transfer park set_priority invite cancel_invitation raise_hand leave close_for_everybody
            4s  OfferAccepted v1 by ines
            4s  InvitationAccepted v1 by ines
            4s  GuestJoined v1 ines: invited
            5s  MessagePosted v1 by ines
            6s  MessagePosted v1 by ines to staff
            6s  ines sees me: online, load 1/2
            6s  ines sees v1 as guest: active in billing, owner mara, guest ines; may reply note leave
            7s  v1 sees active with Mara and Ines
            8s  GuestLeft v1 ines: left
            8s  InvitationCompleted v1 of ines
            9s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
            v1 saw:
            0s  Queued
            0s  you: My line drops every evening
            0s  Offered
            1s  AgentJoined Mara
            4s  GuestJoined Ines
            5s  Ines: Good morning, I can see your line
            8s  GuestLeft Ines
        "#]],
    );
}

#[test]
fn the_best_agent_of_a_queue_is_invited_one_after_another() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites technical to v1
        3s    ines declines v1
        4s    kofi accepts v1
        5s    mara looks at v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of technical by mara
            2s  OfferMade v1 to ines until 32s (of 2)
            3s  OfferDeclined v1 by ines
            3s  OfferMade v1 to kofi until 33s
            4s  OfferAccepted v1 by kofi
            4s  InvitationAccepted v1 by kofi
            4s  GuestJoined v1 kofi: invited
            5s  mara sees v1 as owner: active in billing, owner mara, guest kofi; may reply note transfer park set_priority invite remove_guest make_owner raise_hand leave close_for_everybody
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            4s  GuestJoined Kofi
        "#]],
    );
}

#[test]
fn an_invitation_by_name_that_is_declined_or_not_answered_ends_and_the_owner_goes_on() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        2s    mara invites kofi to v1
        3s    ines declines v1
        1m    tick
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
             2s  InvitationStarted v1 of kofi by mara in technical
             2s  OfferMade v1 to kofi until 32s
             3s  OfferDeclined v1 by ines
             3s  InvitationEnded v1 declined: declined
            32s  OfferEnded v1 to kofi: expired
            32s  InvitationEnded v1 expired: time_up
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn who_goes_offline_while_invited_ends_it() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines offline
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            3s  AgentStatusSet ines offline
            3s  OfferEnded v1 to ines: offline
            3s  InvitationEnded v1 expired: offline
        "#]],
    );
}

#[test]
fn the_owner_cancels_an_invitation_that_is_open() {
    check(
        "
        workspace two-tiers
        online mara ines tom
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    tom uninvites ines from v1
        4s    mara uninvites ines from v1
        5s    ines accepts v1
        6s    mara uninvites ines from v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            3s  rejected: your role does not allow this
            4s  OfferEnded v1 to ines: withdrawn
            4s  InvitationEnded v1 cancelled: by_sender
            5s  rejected: the offer is gone: it was taken, ran out or was withdrawn
            6s  rejected: there is no such invitation, or it is open no longer
        "#]],
    );
}

#[test]
fn somebody_invited_or_there_already_is_not_invited_again() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites mara to v1
        2s    mara invites kofi to v1
        2s    mara invites billing to v1
        2s    mara invites ines to v1
        3s    mara invites ines to v1
        3s    mara looks for targets of v1
        4s    mara transfers v1 warm to ines
        5s    ines accepts v1
        6s    mara invites ines to v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: the agent is not available: AlreadyThere
            2s  rejected: the agent is not available: Offline
            2s  rejected: a conversation cannot be transferred to where it is
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            3s  rejected: the agent is not available: AlreadyInvited
            3s  mara sees mara online 1/3, off: already_there, not even parked: already_there
            3s  mara sees tom offline 0/3, off: offline
            3s  mara sees ines online 1/2, serves elsewhere, off: already_invited, not even parked: already_invited
            3s  mara sees kofi offline 0/2, serves elsewhere, off: offline
            3s  mara sees lena offline 0/2, serves elsewhere, off: offline
            3s  mara sees billing 0 waiting, 1 of 1 online available, off: already_there
            3s  mara sees technical 0 waiting, 1 of 1 online available
            3s  mara sees sales 0 waiting, 0 of 0 online available
            4s  rejected: the agent is not available: AlreadyInvited
            5s  OfferAccepted v1 by ines
            5s  InvitationAccepted v1 by ines
            5s  GuestJoined v1 ines: invited
            6s  rejected: the agent is not available: InConversation(a8)
        "#]],
    );
}

#[test]
fn guests_do_not_transfer_invite_remove_or_close() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    ines transfers v1 cold to kofi
        4s    ines invites kofi to v1
        4s    ines removes ines from v1
        4s    ines makes ines owner of v1
        4s    ines closes v1
        4s    ines passes v1
        5s    ines looks at v1
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
            4s  rejected: your role does not allow this
            4s  rejected: your role does not allow this
            4s  rejected: your role does not allow this
            4s  rejected: your role does not allow this
            4s  rejected: your role does not allow this
            4s  rejected: your role does not allow this
            5s  ines sees v1 as guest: active in billing, owner mara, guest ines; may reply note leave
        "#]],
    );
}

#[test]
fn a_guest_takes_the_room_of_the_place_where_they_joined() {
    check(
        "
        workspace two-tiers
            agents: { ines: { capacity: 1 } }
        online mara ines
        0s    v1 opens
        0s    v2 opens in technical
        1s    ines accepts v2
        2s    mara accepts v1
        3s    mara invites ines to v1
        4s    ines closes v2
        5s    ines wraps up v2
        6s    mara invites ines to v1
        7s    ines accepts v1
        8s    v3 opens in technical
        9s    ines looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            0s  ConversationOpened v2 in technical
            0s  WaitStarted v2 in technical: opened
            0s  OfferMade v2 to ines until 30s
            1s  OfferAccepted v2 by ines
            1s  AgentAssigned v2 to ines in technical: accepted
            2s  OfferAccepted v1 by mara
            2s  AgentAssigned v1 to mara in billing: accepted
            3s  rejected: the agent is not available: NoRoom
            4s  AgentReleased v2 from ines: closed, wrap-up until 1m4s holding 1
            4s  ConversationClosed v2: agent by ines
            5s  WrapUpEnded v2 of ines: by_agent
            6s  InvitationStarted v1 of ines by mara in technical
            6s  OfferMade v1 to ines until 36s
            7s  OfferAccepted v1 by ines
            7s  InvitationAccepted v1 by ines
            7s  GuestJoined v1 ines: invited
            8s  ConversationOpened v3 in technical
            8s  WaitStarted v3 in technical: opened
            8s  NobodyEligible v3: 1 offline, 1 at_capacity
            9s  ines sees me: online, load 1/1
            9s  ines sees v1 as guest: active in billing, owner mara, guest ines; may reply note leave
        "#]],
    );
}

#[test]
fn the_owner_removes_a_guest() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara removes ines from v1
        5s    mara removes ines from v1
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
            4s  GuestLeft v1 ines: removed by mara
            4s  InvitationCompleted v1 of ines
            5s  rejected: that agent is not a guest of this conversation
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  GuestJoined Ines
            4s  GuestLeft Ines
        "#]],
    );
}

#[test]
fn the_owner_makes_a_guest_the_owner_and_stays_as_guest() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara makes ines owner of v1
        5s    mara looks
        5s    ines looks at v1
        10m   mara leaves v1
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
              4s  AgentReleased v1 from mara: gave to ines, wrap-up until 1m4s holding 1
              4s  GuestLeft v1 ines: became_owner
              4s  InvitationCompleted v1 of ines
              4s  AgentAssigned v1 to ines in billing: made owner by mara
              4s  GuestJoined v1 mara: was_owner
              5s  mara sees me: online, load 1/3, wrap-up v1 until 1m4s
              5s  mara sees v1 as guest: active in billing, owner ines, guest mara; may reply note leave
              5s  ines sees v1 as owner: active in billing, owner ines, guest mara; may reply note transfer park set_priority invite remove_guest make_owner raise_hand leave close_for_everybody
            1m4s  WrapUpEnded v1 of mara: time_up
             10m  GuestLeft v1 mara: left
            v1 saw:
              0s  Queued
              0s  Offered
              1s  AgentJoined Mara
              3s  GuestJoined Ines
              4s  HandedOver from Mara to Ines
             10m  GuestLeft Mara
        "#]],
    );
}
