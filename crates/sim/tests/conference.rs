//! Who owns a conference, and who is next when the owner goes (SPEC §4, "Conference").

use expect_test::expect;

use crate::check;

#[test]
fn while_others_are_there_or_invited_leave_stands_where_close_stood() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        1s    mara looks at v1
        1s    mara leaves v1
        2s    mara invites ines to v1
        2s    mara looks at v1
        3s    ines accepts v1
        3s    mara looks at v1
        4s    mara closes v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            1s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
            1s  rejected: nobody else is here and nobody is invited: close it, or hand it over
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            2s  mara sees v1 as owner: active in billing, owner mara, invitation of ines by mara since 2s; may reply note transfer park set_priority invite cancel_invitation raise_hand leave close_for_everybody
            3s  OfferAccepted v1 by ines
            3s  InvitationAccepted v1 by ines
            3s  GuestJoined v1 ines: invited
            3s  mara sees v1 as owner: active in billing, owner mara, guest ines; may reply note transfer park set_priority invite remove_guest make_owner raise_hand leave close_for_everybody
            4s  GuestLeft v1 ines: closed
            4s  InvitationCompleted v1 of ines
            4s  AgentReleased v1 from mara: closed, wrap-up until 1m4s holding 1
            4s  ConversationClosed v1: agent by mara
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  GuestJoined Ines
            4s  Closed
        "#]],
    );
}

#[test]
fn a_leaving_owner_picks_the_next() {
    check(
        "
        workspace two-tiers
        online mara ines lena tom
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara invites lena to v1
        5s    lena accepts v1
        6s    mara leaves v1 to tom
        6s    mara leaves v1 to lena
        7s    lena looks at v1
        1m    tick
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
             4s  InvitationStarted v1 of lena by mara in sales
             4s  OfferMade v1 to lena until 34s
             5s  OfferAccepted v1 by lena
             5s  InvitationAccepted v1 by lena
             5s  GuestJoined v1 lena: invited
             6s  rejected: that agent is not a guest of this conversation
             6s  AgentReleased v1 from mara: left to lena, wrap-up until 1m6s holding 1
             6s  GuestLeft v1 lena: became_owner
             6s  InvitationCompleted v1 of lena
             6s  AgentAssigned v1 to lena in billing: inherited from mara
             7s  lena sees v1 as owner: active in billing, owner lena, guest ines, may pass until 36s; may reply note transfer park set_priority invite remove_guest make_owner raise_hand pass_ownership leave close_for_everybody
            36s  OwnershipKept v1 by lena
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             3s  GuestJoined Ines
             5s  GuestJoined Lena
             6s  HandedOver from Mara to Lena
        "#]],
    );
}

#[test]
fn without_a_choice_the_longest_present_guest_is_next_and_may_pass_within_30_s() {
    check(
        "
        workspace two-tiers
        online mara ines lena
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara invites lena to v1
        5s    lena accepts v1
        6s    mara leaves v1
        10s   ines passes v1
        11s   ines looks at v1
        50s   lena passes v1
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
             5s  OfferAccepted v1 by lena
             5s  InvitationAccepted v1 by lena
             5s  GuestJoined v1 lena: invited
             6s  AgentReleased v1 from mara: left to ines, wrap-up until 1m6s holding 1
             6s  GuestLeft v1 ines: became_owner
             6s  InvitationCompleted v1 of ines
             6s  AgentAssigned v1 to ines in billing: inherited from mara
            10s  AgentReleased v1 from ines: passed
            10s  GuestLeft v1 lena: became_owner
            10s  InvitationCompleted v1 of lena
            10s  AgentAssigned v1 to lena in billing: inherited from ines
            10s  GuestJoined v1 ines: was_owner
            11s  ines sees v1 as guest: active in billing, owner lena, guest ines, may pass until 40s; may reply note leave
            40s  OwnershipKept v1 by lena
            50s  rejected: nobody left you this conversation, or the time to pass it on is over
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             3s  GuestJoined Ines
             5s  GuestJoined Lena
             6s  HandedOver from Mara to Ines
            10s  HandedOver from Ines to Lena
        "#]],
    );
}

#[test]
fn when_every_guest_passes_it_waits_again_at_the_front() {
    check(
        "
        workspace two-tiers
        online mara ines tom
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        6s    mara leaves v1
        10s   ines passes v1
        11s   tom accepts v1
        12s   tom looks at v1
        13s   tom removes ines from v1
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
             6s  AgentReleased v1 from mara: left to ines, wrap-up until 1m6s holding 1
             6s  GuestLeft v1 ines: became_owner
             6s  InvitationCompleted v1 of ines
             6s  AgentAssigned v1 to ines in billing: inherited from mara
            10s  AgentReleased v1 from ines: passed
            10s  WaitStarted v1 in billing: owner left, ines, credit 1s, at the front, sent by ines
            10s  GuestJoined v1 ines: was_owner
            10s  OfferMade v1 to tom until 40s (of 2)
            11s  OfferAccepted v1 by tom
            11s  AgentAssigned v1 to tom in billing: accepted
            12s  tom sees v1 as owner: active in billing, owner tom, guest ines; may reply note transfer park set_priority invite remove_guest make_owner raise_hand leave close_for_everybody
            13s  GuestLeft v1 ines: removed by tom
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             3s  GuestJoined Ines
             6s  HandedOver from Mara to Ines
            10s  Requeued
            10s  Offered
            11s  AgentJoined Tom
            13s  GuestLeft Ines
        "#]],
    );
}

#[test]
fn an_owner_who_leaves_with_only_invitations_open_sends_it_back_to_the_line() {
    check(
        "
        workspace two-tiers
        online mara ines tom
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    mara leaves v1
        4s    tom accepts v1
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
            3s  OfferEnded v1 to ines: withdrawn
            3s  InvitationEnded v1 cancelled: owner_changed
            3s  AgentReleased v1 from mara: left, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in billing: owner left, mara, credit 1s, at the front, sent by mara
            3s  OfferMade v1 to tom until 33s
            4s  OfferAccepted v1 by tom
            4s  AgentAssigned v1 to tom in billing: accepted
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  AgentLeft Mara
            3s  Requeued
            3s  Offered
            4s  AgentJoined Tom
        "#]],
    );
}

#[test]
fn a_guest_inherits_from_an_owner_who_is_lost_for_2_min() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        10s   mara drops
        3m    ines looks at v1
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
              10s  AgentConnectionLost mara
              40s  AgentDisconnected mara
              40s  OwnerLost v1 mara
            2m10s  AgentGivenUp mara
            2m10s  AgentReleased v1 from mara: lost
            2m10s  GuestLeft v1 ines: became_owner
            2m10s  InvitationCompleted v1 of ines
            2m10s  AgentAssigned v1 to ines in billing: inherited from mara
            2m40s  OwnershipKept v1 by ines
               3m  ines sees v1 as owner: active in billing, owner ines; may reply note transfer park set_priority invite raise_hand close
            v1 saw:
               0s  Queued
               0s  Offered
               1s  AgentJoined Mara
               3s  GuestJoined Ines
              40s  AgentLost Mara
            2m10s  HandedOver from Mara to Ines
        "#]],
    );
}

#[test]
fn an_owner_who_hands_over_going_offline_leaves_it_to_the_guest() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites ines to v1
        3s    ines accepts v1
        4s    mara offline handing over
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
            4s  AgentStatusSet mara offline
            4s  AgentReleased v1 from mara: left to ines, wrap-up until 1m4s holding 1
            4s  GuestLeft v1 ines: became_owner
            4s  InvitationCompleted v1 of ines
            4s  AgentAssigned v1 to ines in billing: inherited from mara
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  GuestJoined Ines
            4s  HandedOver from Mara to Ines
        "#]],
    );
}
