//! Invitations of a queue: its line, its max wait and its hours (SPEC §4, "Conference").

use expect_test::expect;

use crate::check;

#[test]
fn an_invitation_stands_in_its_queues_line_like_a_waiting_conversation() {
    check(
        "
        workspace two-tiers
            agents: { kofi: { capacity: 1 }, ines: { capacity: 1 } }
        online mara tom kofi
        0s    v1 opens
        1s    mara accepts v1
        1s    v2 opens in technical
        2s    kofi accepts v2
        3s    mara invites technical to v1
        4s    v3 opens in technical
        10s   kofi closes v2
        11s   kofi wraps up v2
        12s   kofi accepts v1
        13s   ines online
        14s   ines accepts v3
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s (of 2)
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             1s  ConversationOpened v2 in technical
             1s  WaitStarted v2 in technical: opened
             1s  OfferMade v2 to kofi until 31s
             2s  OfferAccepted v2 by kofi
             2s  AgentAssigned v2 to kofi in technical: accepted
             3s  InvitationStarted v1 of technical by mara
             3s  NobodyEligible v1 invitation: 1 offline, 1 at_capacity
             4s  ConversationOpened v3 in technical
             4s  WaitStarted v3 in technical: opened
             4s  NobodyEligible v3: 1 offline, 1 at_capacity
            10s  AgentReleased v2 from kofi: closed, wrap-up until 1m10s holding 1
            10s  ConversationClosed v2: agent by kofi
            11s  WrapUpEnded v2 of kofi: by_agent
            11s  OfferMade v1 to kofi until 41s
            12s  OfferAccepted v1 by kofi
            12s  InvitationAccepted v1 by kofi
            12s  GuestJoined v1 kofi: invited
            13s  AgentStatusSet ines online
            13s  OfferMade v3 to ines until 43s
            14s  OfferAccepted v3 by ines
            14s  AgentAssigned v3 to ines in technical: accepted
        "#]],
    );
}

#[test]
fn an_invitation_of_a_queue_runs_out_with_the_queues_max_wait() {
    check(
        "
        workspace two-tiers
        online mara
        0s    v1 opens
        1s    mara accepts v1
        2s    mara invites technical to v1
        3s    mara looks at v1
        11m   tick
        11m   mara looks at v1
        show v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in billing: accepted
               2s  InvitationStarted v1 of technical by mara
               2s  NobodyEligible v1 invitation: 2 offline
               3s  mara sees v1 as owner: active in billing, owner mara, invitation of technical by mara since 2s; may reply note transfer park set_priority invite cancel_invitation raise_hand leave close_for_everybody
            10m2s  InvitationEnded v1 expired: time_up
              11m  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
            v1 saw:
               0s  Queued
               0s  Offered
               1s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn an_invitation_of_a_queue_fails_when_the_queue_has_closed() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { technical: { hours: day, max_wait: 1h } }
        online mara
        29m     v1 opens in billing
        29m1s   mara accepts v1
        29m2s   mara invites technical to v1
        46m     tick
        ",
        expect![[r#"
              29m  ConversationOpened v1 in billing
              29m  WaitStarted v1 in billing: opened
              29m  OfferMade v1 to mara until 29m30s
            29m1s  OfferAccepted v1 by mara
            29m1s  AgentAssigned v1 to mara in billing: accepted
            29m2s  InvitationStarted v1 of technical by mara
            29m2s  NobodyEligible v1 invitation: 2 offline
              30m  QueueClosed technical at 30m, serves until 45m
              30m  InvitationEnded v1 failed: queue_closed
        "#]],
    );
}
