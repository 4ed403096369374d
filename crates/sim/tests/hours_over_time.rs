//! What opens and closes while no server ran, over zones and holidays, and under another document (SPEC §3, §4).
//!
//! Stories begin on a Monday at 09:00 UTC; in Berlin it is ten o'clock.

use expect_test::expect;

use crate::check;

#[test]
fn a_holiday_is_closed_and_the_visitor_hears_when_it_opens() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-18:00'] }, holidays: { all_souls: { date: 11-02 } } } }
          queues: { billing: { hours: day } }
        online mara
        0s    v1 opens in billing
        1s    v1 looks
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  VisitorToldOutOfHours v1 in billing until 15m, opens at 23h
            1s  v1 sees waiting, waiting since 0s, out of hours, opens at 23h, may leave a message until 15m
        "#]],
    );
}

#[test]
fn queues_of_two_zones_open_by_their_own_clocks() {
    check(
        "
        workspace two-tiers
          hours:
            berlin: { name: Berlin, zone: Europe/Berlin, open: { mon-fri: ['09:00-17:00'] } }
            new_york: { name: New York, zone: America/New_York, open: { mon-fri: ['09:00-17:00'] } }
          queues: { billing: { hours: berlin, max_wait: 1h }, technical: { hours: new_york } }
        0s    v1 opens in billing
        1s    v2 opens in technical
        2s    v1 closes
        3s    v2 closes
        13h   tick
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  NobodyEligible v1: 2 offline
              1s  ConversationOpened v2 in technical
              1s  WaitStarted v2 in technical: opened
              1s  VisitorToldOutOfHours v2 in technical until 15m1s, opens at 5h
              2s  ConversationClosed v1: visitor by v1
              3s  ConversationClosed v2: visitor by v2
            1m2s  ConversationArchived v1
            1m3s  ConversationArchived v2
              5h  QueueOpened technical at 5h
              7h  QueueClosed billing at 7h, serves until 7h15m
             13h  QueueClosed technical at 13h, serves until 13h15m
        "#]],
    );
}

#[test]
fn a_closing_that_passed_while_no_server_ran_is_honoured_at_the_start_before_anything_is_offered() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { billing: { hours: day, max_wait: 5h } }
        29m   v1 opens in billing
        29m5s mara online
        29m6s server stops
        2h    server restarts
        ",
        expect![[r#"
              29m  ConversationOpened v1 in billing
              29m  WaitStarted v1 in billing: opened
              29m  NobodyEligible v1: 2 offline
            29m5s  AgentStatusSet mara online
            29m5s  OfferMade v1 to mara until 29m35s
               2h  ServerStarted
               2h  OfferEnded v1 to mara: restart
               2h  VisitorToldStillSearching v1
               2h  QueueClosed billing at 30m, serves until 45m
               2h  VisitorToldOutOfHours v1 in billing until 2h15m, opens at 23h
        "#]],
    );
}

#[test]
fn a_max_wait_that_was_over_before_the_closing_is_honoured_before_it() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { billing: { hours: day, max_wait: 5m, fallback: sales, out_of_hours: technical } }
        online lena ines
        10m   v1 opens in billing
        11m   server stops
        2h    server restarts
        ",
        expect![[r#"
               10m  ConversationOpened v1 in billing
               10m  WaitStarted v1 in billing: opened
               10m  NobodyEligible v1: 2 offline
            10m45s  VisitorToldStillSearching v1
                2h  ServerStarted
                2h  WaitStarted v1 in sales: fallback, credit 1h50m
                2h  QueueClosed billing at 30m, serves until 45m
                2h  OfferMade v1 to lena until 2h30s
        "#]],
    );
}

#[test]
fn after_a_night_without_a_server_the_queue_is_open_as_the_clock_says() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-18:00'] } } }
          queues: { billing: { hours: day } }
        1m    server stops
        24h   server restarts
        24h   v1 opens in billing
        ",
        expect![[r#"
            24h  ServerStarted
            24h  QueueClosed billing at 8h, serves until 8h15m
            24h  QueueOpened billing at 23h
            24h  ConversationOpened v1 in billing
            24h  WaitStarted v1 in billing: opened
            24h  NobodyEligible v1: 2 offline
        "#]],
    );
}

#[test]
fn hours_are_known_400_days_ahead_and_further_once_renewed() {
    check(
        "
        workspace two-tiers
          hours: { eve: { name: Eve, zone: UTC, open: {}, holidays: { eve: { date: 12-24, open: ['09:00-17:00'] } } } }
          queues: { billing: { hours: eve } }
        0s      v1 opens in billing
        1s      v1 closes
        1300h   v2 opens in billing
        1300h   v2 closes
        1301h   server renews hours
        1301h   v3 opens in billing
        ",
        expect![[r#"
                 0s  ConversationOpened v1 in billing
                 0s  WaitStarted v1 in billing: opened
                 0s  VisitorToldOutOfHours v1 in billing until 15m, opens at 1248h
                 1s  ConversationClosed v1: visitor by v1
               1m1s  ConversationArchived v1
              1248h  QueueOpened billing at 1248h
              1256h  QueueClosed billing at 1256h, serves until 1256h15m
              1300h  ConversationOpened v2 in billing
              1300h  WaitStarted v2 in billing: opened
              1300h  VisitorToldOutOfHours v2 in billing until 1300h15m
              1300h  ConversationClosed v2: visitor by v2
            1300h1m  ConversationArchived v2
              1301h  HoursRenewed of 1
              1301h  ConversationOpened v3 in billing
              1301h  WaitStarted v3 in billing: opened
              1301h  VisitorToldOutOfHours v3 in billing until 1301h15m, opens at 10008h
        "#]],
    );
}

#[test]
fn a_document_that_closes_a_queue_leaves_its_grace_to_those_in_it_and_one_that_opens_it_serves_them()
 {
    check(
        "
        workspace two-tiers
          hours: { late: { name: Late, zone: Europe/Berlin, open: { mon-fri: ['14:00-18:00'] } } }
        0s    v1 opens in billing
        60s   admin configures
          queues: { billing: { hours: late } }
        2m    v2 opens in billing
        3m    admin configures
          queues: { billing: { hours: null } }
        4m    mara online
        ",
        expect![[r#"
               0s  ConversationOpened v1 in billing
               0s  WaitStarted v1 in billing: opened
               0s  NobodyEligible v1: 2 offline
              45s  VisitorToldStillSearching v1
               1m  WorkspaceConfigured version 2
               1m  QueueClosed billing at 1m, serves until 16m
               2m  ConversationOpened v2 in billing
               2m  WaitStarted v2 in billing: opened
               2m  VisitorToldOutOfHours v2 in billing until 17m, opens at 4h
               3m  WorkspaceConfigured version 3
               3m  QueueOpened billing at 3m
               3m  WaitResumed v2
               3m  NobodyEligible v2: 2 offline
            3m45s  VisitorToldStillSearching v2
               4m  AgentStatusSet mara online
               4m  OfferMade v1 to mara until 4m30s
               4m  OfferMade v2 to mara until 4m30s
        "#]],
    );
}
