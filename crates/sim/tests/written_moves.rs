//! Conferences, assists and hand-overs from beginning to end, in written commands.

use expect_test::expect;

use crate::check;

#[test]
fn a_conference_is_written_who_comes_who_goes_and_who_is_next() {
    check(
        r#"
        workspace two-tiers
        online mara ines kofi lena
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara runs v1 "/invite @ines #needs_network Look at the line, please"
        +1s ines accepts v1
        +1s mara runs v1 "/invite sales"
        +1s lena accepts v1
        +1s mara runs v1 "/remove lena"
        +1s mara runs v1 "/invite kofi"
        +1s kofi accepts v1
        +1s mara runs v1 "/owner ine"
        +1s ines runs v1 "/leave kofi"
        +1s kofi runs v1 "/leave"
        show v1
        "#,
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  InvitationStarted v1 of ines by mara in technical because needs_network with note
             2s  OfferMade v1 to ines until 32s
             3s  OfferAccepted v1 by ines
             3s  InvitationAccepted v1 by ines
             3s  GuestJoined v1 ines: invited
             4s  InvitationStarted v1 of sales by mara
             4s  OfferMade v1 to lena until 34s
             5s  OfferAccepted v1 by lena
             5s  InvitationAccepted v1 by lena
             5s  GuestJoined v1 lena: invited
             6s  GuestLeft v1 lena: removed by mara
             6s  InvitationCompleted v1 of lena
             7s  InvitationStarted v1 of kofi by mara in technical
             7s  OfferMade v1 to kofi until 37s
             8s  OfferAccepted v1 by kofi
             8s  InvitationAccepted v1 by kofi
             8s  GuestJoined v1 kofi: invited
             9s  AgentReleased v1 from mara: gave to ines, wrap-up until 1m9s holding 1
             9s  GuestLeft v1 ines: became_owner
             9s  InvitationCompleted v1 of ines
             9s  AgentAssigned v1 to ines in billing: made owner by mara
             9s  GuestJoined v1 mara: was_owner
            10s  AgentReleased v1 from ines: left to kofi, wrap-up until 1m10s holding 1
            10s  GuestLeft v1 kofi: became_owner
            10s  InvitationCompleted v1 of kofi
            10s  AgentAssigned v1 to kofi in billing: inherited from ines
            11s  AgentReleased v1 from kofi: left to mara, wrap-up until 1m11s holding 1
            11s  WrapUpEnded v1 of mara: came_back
            11s  GuestLeft v1 mara: became_owner
            11s  AgentAssigned v1 to mara in billing: inherited from kofi
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             3s  GuestJoined Ines
             5s  GuestJoined Lena
             6s  GuestLeft Lena
             8s  GuestJoined Kofi
             9s  HandedOver from Mara to Ines
            10s  HandedOver from Ines to Kofi
            11s  HandedOver from Kofi to Mara
        "#]],
    );
}

#[test]
fn a_guest_is_named_among_those_who_are_there_and_nothing_follows_the_name() {
    check(
        r#"
        workspace two-tiers
        online mara ines kofi
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara runs v1 "/invite ines"
        +1s ines accepts v1
        +1s mara runs v1 "/invite kofi"
        +1s mara runs v1 "/remove"
        +1s mara runs v1 "/remove kofi"
        +1s mara runs v1 "/remove ines now"
        +1s mara runs v1 "/owner tom"
        +1s ines runs v1 "/remove ines"
        +1s ines runs v1 "/invite lena"
        "#,
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
             4s  InvitationStarted v1 of kofi by mara in technical
             4s  OfferMade v1 to kofi until 34s
             5s  rejected: /remove wants more
             6s  rejected: nobody and nothing here has this name
             7s  rejected: /remove takes nothing more
             8s  rejected: nobody and nothing here has this name
             9s  rejected: your role does not allow this
            10s  rejected: your role does not allow this
        "#]],
    );
}

#[test]
fn cancel_ends_the_transfer_else_the_hand_else_the_invitation_and_any_that_is_named() {
    check(
        r#"
        workspace two-tiers
        online mara ines kofi
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara runs v1 "/assist What do I tell him?"
        +1s mara runs v1 "/invite ines"
        +1s mara runs v1 "/warm kofi"
        +1s mara runs v1 "/cancel"
        +1s mara runs v1 "/cancel"
        +1s mara runs v1 "/cancel"
        +1s mara runs v1 "/cancel"
        +1s mara runs v1 "/invite ines"
        +1s mara runs v1 "/invite kofi"
        +1s mara runs v1 "/cancel"
        +1s mara runs v1 "/cancel kofi"
        "#,
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  HandRaised v1 for mara: asked with note, until 2m2s
             2s  SupervisorsAlerted v1: hand_unanswered
             3s  InvitationStarted v1 of ines by mara in technical
             3s  OfferMade v1 to ines until 33s
             4s  TransferStarted v1 warm by mara to kofi in technical from billing
             4s  OfferMade v1 to kofi until 34s
             5s  OfferEnded v1 to kofi: withdrawn
             5s  TransferEnded v1 cancelled: by_sender
             6s  HandLowered v1: lowered by mara
             7s  OfferEnded v1 to ines: withdrawn
             7s  InvitationEnded v1 cancelled: by_sender
             8s  rejected: no transfer is open in this conversation
             9s  InvitationStarted v1 of ines by mara in technical
             9s  OfferMade v1 to ines until 39s
            10s  InvitationStarted v1 of kofi by mara in technical
            10s  OfferMade v1 to kofi until 40s
            11s  rejected: /cancel wants more
            12s  OfferEnded v1 to kofi: withdrawn
            12s  InvitationEnded v1 cancelled: by_sender
        "#]],
    );
}

#[test]
fn a_close_that_ends_it_for_others_too_has_to_be_confirmed() {
    check(
        r#"
        workspace two-tiers
        online mara ines
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara runs v1 "/invite ines"
        +1s mara runs v1 "/close"
        +1s ines accepts v1
        +1s mara runs v1 "/close"
        +1s mara runs v1 "/close!"
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of ines by mara in technical
            2s  OfferMade v1 to ines until 32s
            3s  rejected: confirm it: from here on the visitor reads along, or it ends for others too
            4s  OfferAccepted v1 by ines
            4s  InvitationAccepted v1 by ines
            4s  GuestJoined v1 ines: invited
            5s  rejected: confirm it: from here on the visitor reads along, or it ends for others too
            6s  GuestLeft v1 ines: closed
            6s  InvitationCompleted v1 of ines
            6s  AgentReleased v1 from mara: closed, wrap-up until 1m6s holding 1
            6s  ConversationClosed v1: agent by mara
        "#]],
    );
}

#[test]
fn a_supervisor_helps_takes_over_and_gives_back_in_lines() {
    check(
        r#"
        workspace two-tiers
        online mara rosa
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara runs v1 "/assist He wants it all back"
        +1s rosa runs v1 "/observe"
        +1s rosa runs v1 "/whisper"
        +1s rosa runs v1 "/whisper Offer him half"
        +1s rosa runs v1 "/join"
        +1s rosa runs v1 "/join!"
        +1s rosa runs v1 "/takeover"
        +1s rosa runs v1 "/handback"
        +1s mara runs v1 "/note Half of it was enough"
        +1s mara runs v1 "/park"
        +1s mara runs v1 "/wake"
        show v1
        "#,
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  HandRaised v1 for mara: asked with note, until 2m2s
             3s  HandLowered v1: taken by rosa
             3s  SupervisorEntered v1 rosa: observe
             4s  SupervisorModeChanged v1 rosa from observe to whisper
             5s  MessagePosted v1 by rosa in a whisper to mara
             6s  rejected: confirm it: from here on the visitor reads along, or it ends for others too
             7s  SupervisorModeChanged v1 rosa from whisper to join
             8s  AgentReleased v1 from mara: taken over by rosa as guest, wrap-up until 1m8s holding 1
             8s  SupervisorLeft v1 rosa from join: took_part
             8s  AgentAssigned v1 to rosa in billing: taken over from mara
             8s  GuestJoined v1 mara: was_owner
             9s  AgentReleased v1 from rosa: handed back, wrap-up until 1m9s holding 1
             9s  WrapUpEnded v1 of mara: came_back
             9s  GuestLeft v1 mara: became_owner
             9s  AgentAssigned v1 to mara in billing: handed back by rosa
            10s  MessagePosted v1 by mara to staff
            11s  ConversationParked v1 by mara
            12s  ConversationWoken v1 by mara
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             7s  SupervisorJoined Rosa
             8s  HandedOver from Mara to Rosa
             9s  HandedOver from Rosa to Mara
        "#]],
    );
}

#[test]
fn a_transfer_is_completed_handed_back_and_recalled_in_lines() {
    check(
        r#"
        workspace two-tiers
        online mara ines
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara runs v1 "/warm ines"
        +1s ines accepts v1
        +1s ines runs v1 "/handback"
        +1s mara runs v1 "/transfer technical"
        +1s mara runs v1 "/recall"
        +1s mara runs v1 "/warm ines"
        +1s ines accepts v1
        +1s mara runs v1 "/complete"
        +1s ines runs v1 "/return It was the bill"
        "#,
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
             4s  TransferEnded v1 declined: handed_back
             5s  TransferStarted v1 cold by mara to technical from billing
             5s  AgentReleased v1 from mara: transferred, wrap-up until 1m5s holding 1
             5s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
             5s  OfferMade v1 to ines until 35s
             6s  OfferEnded v1 to ines: withdrawn
             6s  TransferEnded v1 cancelled: recalled
             6s  WrapUpEnded v1 of mara: came_back
             6s  AgentAssigned v1 to mara in billing: transfer recalled
             7s  TransferStarted v1 warm by mara to ines in technical from billing
             7s  OfferMade v1 to ines until 37s
             8s  OfferAccepted v1 by ines
             8s  TransferAccepted v1 by ines
             9s  AgentReleased v1 from mara: handed over, wrap-up until 1m9s holding 1
             9s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
             9s  TransferCompleted v1 to ines by mara
            10s  ReturnStarted v1 by ines to mara in billing from technical with note
            10s  AgentReleased v1 from ines: returned, wrap-up until 1m10s holding 1
            10s  WaitStarted v1 in billing: return, credit 2s, sent by ines, reserved for mara (previous owner) until 1m10s
            10s  OfferMade v1 to mara until 1m10s
        "#]],
    );
}

#[test]
fn an_escalation_to_nobody_online_is_confirmed_with_an_exclamation_mark() {
    check(
        r#"
        workspace two-tiers
          pipelines:
            care:
              name: Care
              stages:
                first:
                  queue: billing
                  escalations:
                    network: { label: Networks, stage: second }
                    buying: { label: Sales, stage: third }
                second: { queue: technical }
                third: { queue: sales }
          entry: care
        online mara
        0s  v1 opens
        +1s mara accepts v1
        +5s mara runs v1 "/escalate"
        +1s mara runs v1 "/escalate upstairs"
        +1s mara runs v1 "/escalate network Reset it twice"
        +1s mara runs v1 "/escalate! network Reset it twice"
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in care/first
            0s  WaitStarted v1 in care/first: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in care/first: accepted
            6s  rejected: several escalations lead on from here; name one of them
            7s  rejected: no escalation of this name leads on from here
            8s  rejected: nobody there is online; confirm to escalate all the same
            9s  EscalationStarted v1 by mara along network from care/first to care/second with note
            9s  AgentReleased v1 from mara: escalated, wrap-up until 1m9s holding 1
            9s  WaitStarted v1 in care/second: escalation, credit 1s, sent by mara
            9s  NobodyEligible v1: 2 offline
        "#]],
    );
}
