//! Ownership that a supervisor takes and gives back (SPEC §4, "Assist").

use expect_test::expect;

use crate::check;

#[test]
fn a_supervisor_takes_over_and_the_agent_leaves() {
    check(
        "
        workspace two-tiers
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by joining
        3s    mara raises hand in v1
        4s    rosa takes over v1
        5s    rosa looks
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: join
            3s  HandRaised v1 for mara: asked, until 2m3s
            4s  HandLowered v1: ownership moved
            4s  AgentReleased v1 from mara: taken over by rosa, wrap-up until 1m4s holding 1
            4s  SupervisorLeft v1 rosa from join: took_part
            4s  AgentAssigned v1 to rosa in billing: taken over from mara
            5s  rosa sees me: online, load 1/4
            5s  rosa sees v1 as owner: active in billing, owner rosa; may reply note transfer park set_priority invite raise_hand hand_back close
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  SupervisorJoined Rosa
            4s  HandedOver from Mara to Rosa
        "#]],
    );
}

#[test]
fn a_supervisor_takes_over_and_the_agent_stays_as_guest() {
    check(
        "
        workspace two-tiers
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa takes over v1 keeping
        3s    mara looks at v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  AgentReleased v1 from mara: taken over by rosa as guest, wrap-up until 1m2s holding 1
            2s  AgentAssigned v1 to rosa in billing: taken over from mara
            2s  GuestJoined v1 mara: was_owner
            3s  mara sees v1 as guest: active in billing, owner rosa, guest mara; may reply note leave
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  HandedOver from Mara to Rosa
        "#]],
    );
}

#[test]
fn a_take_over_ends_the_open_transfer_as_cancelled() {
    check(
        "
        workspace two-tiers
        online mara ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        3s    rosa takes over v1
        4s    ines accepts v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to ines in technical from billing
            2s  OfferMade v1 to ines until 32s
            3s  OfferEnded v1 to ines: withdrawn
            3s  TransferEnded v1 cancelled: taken_over
            3s  AgentReleased v1 from mara: taken over by rosa, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to rosa in billing: taken over from mara
            4s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}

#[test]
fn a_take_over_and_its_hand_back_are_no_hops() {
    check(
        "
        workspace two-tiers
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa takes over v1
        3s    rosa hands back v1
        4s    mara looks at v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  AgentReleased v1 from mara: taken over by rosa, wrap-up until 1m2s holding 1
            2s  AgentAssigned v1 to rosa in billing: taken over from mara
            3s  AgentReleased v1 from rosa: handed back, wrap-up until 1m3s holding 1
            3s  WrapUpEnded v1 of mara: came_back
            3s  AgentAssigned v1 to mara in billing: handed back by rosa
            4s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  HandedOver from Mara to Rosa
            3s  HandedOver from Rosa to Mara
        "#]],
    );
}

#[test]
fn a_hand_back_needs_the_agent_online_with_room() {
    check(
        "
        workspace two-tiers
          agents: { mara: { capacity: 1 } }
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa takes over v1
        3s    mara wraps up v1
        4s    v2 opens
        5s    mara accepts v2
        6s    rosa hands back v1
        7s    v2 closes
        7s    mara wraps up v2
        8s    mara away lunch
        8s    rosa hands back v1
        9s    mara online
        9s    rosa hands back v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  AgentReleased v1 from mara: taken over by rosa, wrap-up until 1m2s holding 1
            2s  AgentAssigned v1 to rosa in billing: taken over from mara
            3s  WrapUpEnded v1 of mara: by_agent
            4s  ConversationOpened v2 in billing
            4s  WaitStarted v2 in billing: opened
            4s  OfferMade v2 to mara until 34s
            5s  OfferAccepted v2 by mara
            5s  AgentAssigned v2 to mara in billing: accepted
            6s  rejected: the agent is not available: NoRoom
            7s  AgentReleased v2 from mara: closed, wrap-up until 1m7s holding 1
            7s  ConversationClosed v2: visitor by v2
            7s  WrapUpEnded v2 of mara: by_agent
            8s  AgentStatusSet mara away (lunch)
            8s  rejected: the agent is not available: Away
            9s  AgentStatusSet mara online
            9s  AgentReleased v1 from rosa: handed back, wrap-up until 1m9s holding 1
            9s  AgentAssigned v1 to mara in billing: handed back by rosa
        "#]],
    );
}

#[test]
fn only_who_took_it_over_hands_it_back() {
    check(
        "
        workspace two-tiers
        online mara ines rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara hands back v1
        3s    rosa takes over v1
        4s    rosa transfers v1 cold to technical
        5s    ines accepts v1
        6s    ines hands back v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: no transfer is open in this conversation
            3s  AgentReleased v1 from mara: taken over by rosa, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to rosa in billing: taken over from mara
            4s  TransferStarted v1 cold by rosa to technical from billing
            4s  AgentReleased v1 from rosa: transferred, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in technical: transfer, credit 1s, sent by rosa
            4s  OfferMade v1 to ines until 34s
            5s  OfferAccepted v1 by ines
            5s  AgentAssigned v1 to ines in technical: accepted, hop from rosa
            5s  TransferCompleted v1 to ines by ines
            6s  rejected: no transfer is open in this conversation
        "#]],
    );
}

#[test]
fn after_a_take_over_a_lost_supervisor_is_a_lost_agent() {
    check(
        "
        workspace two-tiers
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa takes over v1
        3s    mara wraps up v1
        10s   rosa drops
        3m    tick
        show v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in billing: accepted
               2s  AgentReleased v1 from mara: taken over by rosa, wrap-up until 1m2s holding 1
               2s  AgentAssigned v1 to rosa in billing: taken over from mara
               3s  WrapUpEnded v1 of mara: by_agent
              10s  AgentConnectionLost rosa
              40s  AgentDisconnected rosa
              40s  OwnerLost v1 rosa
            2m10s  AgentGivenUp rosa
            2m10s  AgentReleased v1 from rosa: lost
            2m10s  WaitStarted v1 in billing: agent lost, rosa, credit 1s, at the front
            2m10s  OfferMade v1 to mara until 2m40s
            2m40s  OfferEnded v1 to mara: expired
            2m40s  NobodyEligible v1: 1 offline, 1 declined
            2m40s  SupervisorsAlerted v1: only_agent_unwilling
            2m55s  VisitorToldStillSearching v1
            v1 saw:
               0s  Queued
               0s  Offered
               1s  AgentJoined Mara
               2s  HandedOver from Mara to Rosa
              40s  AgentLost Rosa
            2m10s  Requeued
            2m10s  Offered
            2m55s  StillSearching
        "#]],
    );
}

#[test]
fn a_supervisor_without_a_connection_takes_nothing_over() {
    check(
        "
        workspace two-tiers
        online mara
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa takes over v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: the agent is not available: Disconnected
        "#]],
    );
}

#[test]
fn a_supervisor_takes_over_whatever_room_they_have() {
    check(
        "
        workspace two-tiers
          agents: { tom: { supervisor_of: [front], capacity: 1 } }
        online mara tom
        0s    v1 opens
        0s    v2 opens
        1s    mara accepts v1
        1s    tom accepts v2
        2s    tom takes over v1
        3s    tom looks
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
            2s  AgentReleased v1 from mara: taken over by tom, wrap-up until 1m2s holding 1
            2s  AgentAssigned v1 to tom in billing: taken over from mara
            3s  tom sees me: online, load 2/1
            3s  tom sees v1 as owner: active in billing, owner tom; may reply note transfer park set_priority invite raise_hand hand_back close
            3s  tom sees v2 as owner: active in billing, owner tom; may reply note transfer park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn in_a_full_conversation_the_agent_leaves_though_asked_to_stay() {
    check(
        "
        workspace two-tiers
          settings: { people_max: 3 }
        online mara lena rosa
        0s   v1 opens
        1s   mara accepts v1
        2s   mara invites lena to v1
        3s   lena accepts v1
        4s   rosa takes over v1 keeping
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  InvitationStarted v1 of lena by mara in sales
            2s  OfferMade v1 to lena until 32s
            3s  OfferAccepted v1 by lena
            3s  InvitationAccepted v1 by lena
            3s  GuestJoined v1 lena: invited
            4s  AgentReleased v1 from mara: taken over by rosa, wrap-up until 1m4s holding 1
            4s  AgentAssigned v1 to rosa in billing: taken over from mara
        "#]],
    );
}
