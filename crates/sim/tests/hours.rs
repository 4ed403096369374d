//! Queues that close and open: the grace, where people go out of hours, and what is refused (SPEC §3, §4).
//!
//! Stories begin on a Monday at 09:00 UTC; in Berlin it is ten o'clock. What the zones, holidays and changed
//! clocks come to is proven where they are expanded, in `config`.

use expect_test::expect;

use crate::check;

#[test]
fn those_who_wait_when_a_queue_closes_are_served_for_15_min() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { billing: { hours: day, max_wait: 1h } }
        29m   v1 opens in billing
        40m   mara online
        +5s   mara accepts v1
        ",
        expect![[r#"
               29m  ConversationOpened v1 in billing
               29m  WaitStarted v1 in billing: opened
               29m  NobodyEligible v1: 2 offline
            29m45s  VisitorToldStillSearching v1
               30m  QueueClosed billing at 30m, serves until 45m
               40m  AgentStatusSet mara online
               40m  OfferMade v1 to mara until 40m30s
             40m5s  OfferAccepted v1 by mara
             40m5s  AgentAssigned v1 to mara in billing: accepted
        "#]],
    );
}

#[test]
fn an_offer_that_is_out_when_the_grace_ends_may_still_be_accepted() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { billing: { hours: day, max_wait: 1h } }
        29m     v1 opens in billing
        29m     v2 opens in billing
        44m50s  mara online
        45m5s   mara accepts v1
        45m6s   mara declines v2
        ",
        expect![[r#"
               29m  ConversationOpened v1 in billing
               29m  WaitStarted v1 in billing: opened
               29m  NobodyEligible v1: 2 offline
               29m  ConversationOpened v2 in billing
               29m  WaitStarted v2 in billing: opened
               29m  NobodyEligible v2: 2 offline
            29m45s  VisitorToldStillSearching v1
            29m45s  VisitorToldStillSearching v2
               30m  QueueClosed billing at 30m, serves until 45m
            44m50s  AgentStatusSet mara online
            44m50s  OfferMade v1 to mara until 45m20s
            44m50s  OfferMade v2 to mara until 45m20s
             45m5s  OfferAccepted v1 by mara
             45m5s  AgentAssigned v1 to mara in billing: accepted
             45m6s  OfferDeclined v2 by mara
             45m6s  VisitorToldOutOfHours v2 in billing until 1h6s, opens at 23h
        "#]],
    );
}

#[test]
fn after_the_grace_those_who_wait_go_to_the_out_of_hours_fallback() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { billing: { hours: day, max_wait: 1h, out_of_hours: sales } }
        online lena
        29m   v1 opens in billing
        45m   tick
        +5s   lena accepts v1
        show v1
        ",
        expect![[r#"
               29m  ConversationOpened v1 in billing
               29m  WaitStarted v1 in billing: opened
               29m  NobodyEligible v1: 2 offline
            29m45s  VisitorToldStillSearching v1
               30m  QueueClosed billing at 30m, serves until 45m
               45m  WaitStarted v1 in sales: out of hours, credit 16m
               45m  OfferMade v1 to lena until 45m30s
             45m5s  OfferAccepted v1 by lena
             45m5s  AgentAssigned v1 to lena in sales: accepted
            v1 saw:
               29m  Queued
            29m45s  StillSearching
               45m  Fallback
               45m  Offered
             45m5s  AgentJoined Lena
        "#]],
    );
}

#[test]
fn with_nowhere_to_go_the_visitor_is_asked_for_a_message_and_the_conversation_closes_without_one() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { billing: { hours: day, max_wait: 1h } }
        29m   v1 opens in billing
        45m   v1 looks
        46m   mara online
        46m   v1 keeps waiting
        1h    tick
        show v1
        ",
        expect![[r#"
               29m  ConversationOpened v1 in billing
               29m  WaitStarted v1 in billing: opened
               29m  NobodyEligible v1: 2 offline
            29m45s  VisitorToldStillSearching v1
               30m  QueueClosed billing at 30m, serves until 45m
               45m  VisitorToldOutOfHours v1 in billing until 1h, opens at 23h
               45m  v1 sees waiting, waiting since 29m, out of hours, opens at 23h, may leave a message until 1h
               46m  AgentStatusSet mara online
               46m  rejected: the queue has no members or is closed
                1h  ConversationClosed v1: out_of_hours by system
            v1 saw:
               29m  Queued
            29m45s  StillSearching
               45m  OutOfHours
                1h  Closed
        "#]],
    );
}

#[test]
fn a_message_left_out_of_hours_closes_the_conversation_as_any_other() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['14:00-18:00'] } } }
          queues: { billing: { hours: day } }
        online mara
        0s    v1 opens in billing
        10s   v1 leaves message \"Please call me back\"
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  VisitorToldOutOfHours v1 in billing until 15m, opens at 4h
            10s  ConversationClosed v1: message_left by v1
            v1 saw:
             0s  Queued
             0s  OutOfHours
            10s  MessageLeft
        "#]],
    );
}

#[test]
fn who_comes_to_a_closed_queue_goes_to_its_fallback_at_once() {
    check(
        "
        workspace two-tiers
          hours: { late: { name: Late, zone: Europe/Berlin, open: { mon-fri: ['14:00-18:00'] } } }
          queues: { billing: { hours: late, out_of_hours: sales } }
        online mara lena
        0s    v1 opens in billing
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  WaitStarted v1 in sales: out of hours
            0s  OfferMade v1 to lena until 30s
            v1 saw:
            0s  Queued
            0s  Fallback
            0s  Offered
        "#]],
    );
}

#[test]
fn a_closed_fallback_and_one_with_nobody_online_are_passed_over() {
    check(
        "
        workspace two-tiers
          hours: { late: { name: Late, zone: Europe/Berlin, open: { mon-fri: ['14:00-18:00'] } } }
          queues:
            billing: { hours: late, out_of_hours: sales }
            sales: { hours: late, out_of_hours: technical }
        online mara lena ines
        0s    v1 opens in billing
        5s    ines offline
        6s    v2 opens in billing
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  WaitStarted v1 in technical: out of hours
            0s  OfferMade v1 to ines until 30s
            5s  AgentStatusSet ines offline
            5s  OfferEnded v1 to ines: offline
            5s  NobodyEligible v1: 2 offline
            6s  ConversationOpened v2 in billing
            6s  WaitStarted v2 in billing: opened
            6s  VisitorToldOutOfHours v2 in billing until 15m6s, opens at 4h
        "#]],
    );
}

#[test]
fn a_fallback_that_is_closed_is_passed_over_when_a_wait_is_too_long() {
    check(
        "
        workspace two-tiers
          hours: { late: { name: Late, zone: Europe/Berlin, open: { mon-fri: ['14:00-18:00'] } } }
          queues:
            billing: { max_wait: 60s, fallback: sales }
            sales: { hours: late, fallback: technical }
        online lena ines
        0s    v1 opens in billing
        60s   tick
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  NobodyEligible v1: 2 offline
            45s  VisitorToldStillSearching v1
             1m  WaitStarted v1 in technical: fallback, credit 1m
             1m  OfferMade v1 to ines until 1m30s
        "#]],
    );
}

#[test]
fn when_the_queue_opens_again_those_who_still_wait_are_served() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30', '10:50-12:00'] } } }
          queues: { billing: { hours: day, max_wait: 1h } }
        29m   v1 opens in billing
        46m   mara online
        50m   tick
        +5s   mara accepts v1
        show v1
        ",
        expect![[r#"
               29m  ConversationOpened v1 in billing
               29m  WaitStarted v1 in billing: opened
               29m  NobodyEligible v1: 2 offline
            29m45s  VisitorToldStillSearching v1
               30m  QueueClosed billing at 30m, serves until 45m
               45m  VisitorToldOutOfHours v1 in billing until 1h, opens at 50m
               46m  AgentStatusSet mara online
               50m  QueueOpened billing at 50m
               50m  WaitResumed v1
               50m  OfferMade v1 to mara until 50m30s
             50m5s  OfferAccepted v1 by mara
             50m5s  AgentAssigned v1 to mara in billing: accepted
            v1 saw:
               29m  Queued
            29m45s  StillSearching
               45m  OutOfHours
               50m  Queued
               50m  Offered
             50m5s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn a_pause_shorter_than_the_grace_is_felt_by_nobody_in_the_line() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30', '10:40-12:00'] } } }
          queues: { billing: { hours: day, max_wait: 1h } }
        29m   v1 opens in billing
        46m   mara online
        show v1
        ",
        expect![[r#"
               29m  ConversationOpened v1 in billing
               29m  WaitStarted v1 in billing: opened
               29m  NobodyEligible v1: 2 offline
            29m45s  VisitorToldStillSearching v1
               30m  QueueClosed billing at 30m, serves until 45m
               40m  QueueOpened billing at 40m
               46m  AgentStatusSet mara online
               46m  OfferMade v1 to mara until 46m30s
            v1 saw:
               29m  Queued
            29m45s  StillSearching
               46m  Offered
        "#]],
    );
}

#[test]
fn a_conversation_with_an_agent_goes_on_when_its_queue_closes() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { billing: { hours: day } }
        online mara
        29m     v1 opens \"Hello\" in billing
        29m5s   mara accepts v1
        46m     v1 writes \"Still there?\"
        47m     mara closes v1
        ",
        expect![[r#"
              29m  ConversationOpened v1 in billing
              29m  WaitStarted v1 in billing: opened
              29m  MessagePosted v1 by v1
              29m  OfferMade v1 to mara until 29m30s
            29m5s  OfferAccepted v1 by mara
            29m5s  AgentAssigned v1 to mara in billing: accepted
              30m  QueueClosed billing at 30m, serves until 45m
              46m  MessagePosted v1 by v1
              47m  AgentReleased v1 from mara: closed, wrap-up until 48m holding 1
              47m  ConversationClosed v1: agent by mara
        "#]],
    );
}

#[test]
fn what_is_re_queued_into_a_closed_queue_is_served_until_its_grace_ends() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { billing: { hours: day } }
        online mara tom
        0s    v1 opens in billing
        5s    mara accepts v1
        31m   mara offline handing over
        31m5s tom accepts v1
        46m   tom offline handing over
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  OfferMade v1 to mara until 30s (of 2)
               5s  OfferAccepted v1 by mara
               5s  AgentAssigned v1 to mara in billing: accepted
              30m  QueueClosed billing at 30m, serves until 45m
              31m  AgentStatusSet mara offline
              31m  AgentReleased v1 from mara: went offline
              31m  WaitStarted v1 in billing: agent went offline, mara, credit 5s, at the front
              31m  OfferMade v1 to tom until 31m30s
            31m5s  OfferAccepted v1 by tom
            31m5s  AgentAssigned v1 to tom in billing: accepted
              46m  AgentStatusSet tom offline
              46m  AgentReleased v1 from tom: went offline
              46m  WaitStarted v1 in billing: agent went offline, tom, credit 10s, at the front
              46m  VisitorToldOutOfHours v1 in billing until 1h1m, opens at 23h
        "#]],
    );
}

#[test]
fn a_closed_queue_is_refused_as_a_target_and_shown_off_with_when_it_opens() {
    check(
        "
        workspace two-tiers
          hours: { late: { name: Late, zone: Europe/Berlin, open: { mon-fri: ['14:00-18:00'] } } }
          queues: { technical: { hours: late } }
        online mara ines
        0s    v1 opens in billing
        5s    mara accepts v1
        6s    mara looks for targets of v1
        7s    mara transfers v1 cold to technical
        8s    mara transfers v1 warm to technical
        9s    mara transfers v1 warm to ines
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            5s  OfferAccepted v1 by mara
            5s  AgentAssigned v1 to mara in billing: accepted
            6s  mara sees mara online 1/3, off: already_there, not even parked: already_there
            6s  mara sees tom offline 0/3, off: offline
            6s  mara sees ines online 0/2, serves elsewhere, off: queue_closed, not even parked: queue_closed
            6s  mara sees kofi offline 0/2, serves elsewhere, off: queue_closed, not even parked: queue_closed
            6s  mara sees lena offline 0/2, serves elsewhere, off: offline
            6s  mara sees billing 0 waiting, 1 of 1 online available, off: already_there
            6s  mara sees technical 0 waiting, 1 of 1 online available, opens at 4h, off: queue_closed
            6s  mara sees sales 0 waiting, 0 of 0 online available
            7s  rejected: the queue has no members or is closed
            8s  rejected: the queue has no members or is closed
            9s  rejected: the queue has no members or is closed
        "#]],
    );
}

#[test]
fn a_warm_transfer_in_the_line_of_a_queue_that_closes_fails_and_the_sender_stays_owner() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { technical: { hours: day } }
        online mara
        29m     v1 opens in billing
        29m5s   mara accepts v1
        29m10s  mara transfers v1 warm to technical
        31m     tick
        ",
        expect![[r#"
               29m  ConversationOpened v1 in billing
               29m  WaitStarted v1 in billing: opened
               29m  OfferMade v1 to mara until 29m30s
             29m5s  OfferAccepted v1 by mara
             29m5s  AgentAssigned v1 to mara in billing: accepted
            29m10s  TransferStarted v1 warm by mara to technical from billing
            29m10s  NobodyEligible v1: 2 offline
               30m  QueueClosed technical at 30m, serves until 45m
               30m  TransferEnded v1 failed: queue_closed
        "#]],
    );
}

#[test]
fn a_cold_transfer_that_still_waits_when_the_grace_ends_fails_and_the_visitor_is_not_left_alone() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { technical: { hours: day, max_wait: 1h, out_of_hours: billing } }
        online mara tom
        29m     v1 opens in billing
        29m5s   mara accepts v1
        29m10s  mara transfers v1 cold to technical
        45m     tick
        ",
        expect![[r#"
               29m  ConversationOpened v1 in billing
               29m  WaitStarted v1 in billing: opened
               29m  OfferMade v1 to mara until 29m30s (of 2)
             29m5s  OfferAccepted v1 by mara
             29m5s  AgentAssigned v1 to mara in billing: accepted
            29m10s  TransferStarted v1 cold by mara to technical from billing
            29m10s  AgentReleased v1 from mara: transferred, wrap-up until 30m10s holding 1
            29m10s  WaitStarted v1 in technical: transfer, credit 5s, sent by mara
            29m10s  NobodyEligible v1: 2 offline
            29m55s  VisitorToldStillSearching v1
               30m  QueueClosed technical at 30m, serves until 45m
            30m10s  WrapUpEnded v1 of mara: time_up
               45m  TransferEnded v1 failed: queue_closed
               45m  WaitStarted v1 in billing: out of hours, credit 15m55s
               45m  OfferMade v1 to tom until 45m30s (of 2)
        "#]],
    );
}

#[test]
fn a_pull_queue_that_closes_asks_for_a_message_and_its_members_may_still_pick() {
    check(
        "
        workspace two-tiers
          hours: { late: { name: Late, zone: Europe/Berlin, open: { mon-fri: ['14:00-18:00'] } } }
          queues: { billing: { hours: late, mode: pull } }
        online mara
        0s    v1 opens in billing
        5s    mara looks at v1
        9s    mara pulls v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  VisitorToldOutOfHours v1 in billing until 15m, opens at 4h
            5s  mara sees v1 as queue_member: waiting in billing, waiting since 0s out of hours; may pull
            9s  AgentAssigned v1 to mara in billing: pulled
        "#]],
    );
}
