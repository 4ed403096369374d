//! Messages that visitors leave in place of an agent, and who sees to them (SPEC §2).

use expect_test::expect;

use crate::check;

#[test]
fn a_left_message_stands_with_its_queue_until_a_member_marks_it_answered() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 60s } }
        0s    v1 opens
        61s   v1 leaves message \"call me tomorrow\"
        2m    mara looks
        2m    rosa looks at v1
        2m    tom looks into v1
        2m    ines looks at v1
        2m    ines answers message of v1
        1h    tom looks at v1
        1h    tom answers message of v1
        +1s   mara looks
        +1s   mara looks into v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  NobodyEligible v1: 2 offline
             45s  VisitorToldStillSearching v1
              1m  ChoiceAsked v1
              1m  SupervisorsAlerted v1: nobody_came
            1m1s  ConversationClosed v1: message_left by v1
              2m  mara sees me: offline, load 0/3
              2m  mara sees v1 as queue_member: closed in billing, message left; may answer_message
              2m  rosa sees v1 as supervisor: closed in billing, message left; may answer_message
              2m  tom sees may read
              2m  ines sees nothing
              2m  rejected: your role does not allow this
              1h  tom sees v1 as queue_member: closed in billing, message left; may answer_message
              1h  MessageAnswered v1 by tom
              1h  ConversationArchived v1
            1h1s  mara sees me: offline, load 0/3
            1h2s  mara sees may not read
        "#]],
    );
}

#[test]
fn whoever_answers_second_finds_it_done_and_only_a_left_message_can_be_answered() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 60s } }
        0s    v1 opens
        1s    mara answers message of v1
        61s   v1 leaves message \"call me tomorrow\"
        62s   mara answers message of v1
        63s   rosa answers message of v1
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  NobodyEligible v1: 2 offline
              1s  rejected: there is no such conversation, or it is not yours to see
             45s  VisitorToldStillSearching v1
              1m  ChoiceAsked v1
              1m  SupervisorsAlerted v1: nobody_came
            1m1s  ConversationClosed v1: message_left by v1
            1m2s  MessageAnswered v1 by mara
        "#]],
    );
}

#[test]
fn supervisors_are_alerted_once_when_it_stands_for_a_working_day() {
    check(
        "
        workspace two-tiers
          queues: { billing: { max_wait: 60s } }
        0s    v1 opens
        61s   v1 leaves message \"call me tomorrow\"
        9h    rosa looks at v1
        20h   tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  NobodyEligible v1: 2 offline
               45s  VisitorToldStillSearching v1
                1m  ChoiceAsked v1
                1m  SupervisorsAlerted v1: nobody_came
              1m1s  ConversationClosed v1: message_left by v1
            8h1m1s  SupervisorsAlerted v1: message_unanswered
                9h  rosa sees v1 as supervisor: closed in billing, message left, supervisors alerted; may answer_message
        "#]],
    );
}

#[test]
fn a_working_day_is_counted_while_the_queue_is_open() {
    check(
        "
        workspace two-tiers
          settings: { message_alert: 1h }
          hours: { day: { name: Day, zone: Europe/Berlin, open: { mon-fri: ['09:00-10:30'] } } }
          queues: { billing: { hours: day, max_wait: 60s } }
        18m   v1 opens in billing
        20m   v1 leaves message \"call me tomorrow\"
        24h   tick
        ",
        expect![[r#"
               18m  ConversationOpened v1 in billing
               18m  WaitStarted v1 in billing: opened
               18m  NobodyEligible v1: 2 offline
            18m45s  VisitorToldStillSearching v1
               19m  ChoiceAsked v1
               19m  SupervisorsAlerted v1: nobody_came
               20m  ChoiceAsked v1
               20m  SupervisorsAlerted v1: nobody_came
               20m  ConversationClosed v1: message_left by v1
               30m  QueueClosed billing at 30m, serves until 45m
               23h  QueueOpened billing at 23h
            23h50m  SupervisorsAlerted v1: message_unanswered
        "#]],
    );
}
