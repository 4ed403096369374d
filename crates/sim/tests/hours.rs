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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
    );
}

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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
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
        expect![],
    );
}

#[test]
fn a_document_that_closes_a_queue_leaves_its_grace_to_those_in_it_and_one_that_opens_it_serves_them() {
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
        expect![],
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
        expect![],
    );
}
