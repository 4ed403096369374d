//! Which of the eligible is asked (SPEC §3, "Choice").

use expect_test::expect;

use crate::check;

#[test]
fn least_loaded_compares_load_to_capacity() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 4 }, tom: { capacity: 2 } }
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   tom accepts v2
        4s   v3 opens
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationOpened v2 in help
                2s  WaitStarted v2 in help: opened
                2s  OfferMade v2 to tom until 32s (of 2)
                3s  OfferAccepted v2 by tom
                3s  AgentAssigned v2 to tom in help: accepted
                4s  ConversationOpened v3 in help
                4s  WaitStarted v3 in help: opened
                4s  OfferMade v3 to mara until 34s (of 2)
        "#]],
    );
}

#[test]
fn longest_idle_asks_whoever_became_owner_longest_ago() {
    check(
        "
        workspace one-queue
          queues: { help: { strategy: longest_idle } }
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   tom accepts v2
        4s   v3 opens
        5s   mara accepts v3
        6s   v4 opens
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  ConversationOpened v2 in help
                2s  WaitStarted v2 in help: opened
                2s  OfferMade v2 to tom until 32s (of 2)
                3s  OfferAccepted v2 by tom
                3s  AgentAssigned v2 to tom in help: accepted
                4s  ConversationOpened v3 in help
                4s  WaitStarted v3 in help: opened
                4s  OfferMade v3 to mara until 34s (of 2)
                5s  OfferAccepted v3 by mara
                5s  AgentAssigned v3 to mara in help: accepted
                6s  ConversationOpened v4 in help
                6s  WaitStarted v4 in help: opened
                6s  OfferMade v4 to tom until 36s
        "#]],
    );
}

#[test]
fn best_skilled_adds_up_the_levels_of_the_skills_asked_for() {
    check(
        "
        workspace one-queue
          queues: { help: { strategy: best_skilled, required: { french: 1 } } }
        online mara tom ines
        0s   v1 opens
        1s   v2 opens needing billing 1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to ines until 30s (of 2)
                1s  ConversationOpened v2 in help needing billing 1
                1s  WaitStarted v2 in help: opened
                1s  OfferMade v2 to ines until 31s
        "#]],
    );
}

#[test]
fn round_robin_goes_on_from_the_member_chosen_last() {
    check(
        "
        workspace one-queue
          queues: { help: { strategy: round_robin } }
        online mara tom ines
        0s   v1 opens
        0s   v2 opens
        0s   v3 opens
        0s   v4 opens
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to ines until 30s (of 3)
                0s  ConversationOpened v2 in help
                0s  WaitStarted v2 in help: opened
                0s  OfferMade v2 to mara until 30s (of 3)
                0s  ConversationOpened v3 in help
                0s  WaitStarted v3 in help: opened
                0s  OfferMade v3 to tom until 30s (of 3)
                0s  ConversationOpened v4 in help
                0s  WaitStarted v4 in help: opened
                0s  OfferMade v4 to ines until 30s (of 3)
        "#]],
    );
}

#[test]
fn ordered_asks_by_rank_in_the_list() {
    check(
        "
        workspace one-queue
          lists: { seniors: { name: Seniors, members: [ines, tom, mara] } }
          queues: { help: { strategy: ordered, members: { lists: [seniors], teams: [] } } }
        online mara tom ines
        0s   v1 opens
        1s   v2 opens
        2s   v3 opens
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to ines until 30s (of 3)
                1s  ConversationOpened v2 in help
                1s  WaitStarted v2 in help: opened
                1s  OfferMade v2 to ines until 31s (of 3)
                2s  ConversationOpened v3 in help
                2s  WaitStarted v3 in help: opened
                2s  OfferMade v3 to tom until 32s (of 2)
        "#]],
    );
}

#[test]
fn broadcast_asks_everybody_and_the_first_to_accept_wins() {
    check(
        "
        workspace one-queue
          queues: { help: { strategy: broadcast } }
        online mara tom ines
        0s   v1 opens
        1s   ines declines v1
        2s   tom accepts v1
        2s   mara accepts v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to all: mara, tom, ines until 30s (of 3)
            1s  OfferDeclined v1 by ines
            2s  OfferAccepted v1 by tom
            2s  AgentAssigned v1 to tom in help: accepted
            2s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}

#[test]
fn ties_break_by_idle_time_and_then_by_id() {
    check(
        "
        online tom mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   mara wraps up v1
        4s   v2 opens
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
                2s  ConversationClosed v1: agent by mara
                3s  WrapUpEnded v1 of mara: by_agent
                4s  ConversationOpened v2 in help
                4s  WaitStarted v2 in help: opened
                4s  OfferMade v2 to tom until 34s (of 2)
        "#]],
    );
}

#[test]
fn a_visitor_who_returns_is_offered_to_their_last_owner_first() {
    check(
        "
        workspace one-queue
          queues: { help: { sticky: true } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   tom online
        3s   mara closes v1
        4s   v1 opens
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentStatusSet tom online
                3s  AgentReleased v1 from mara: closed, wrap-up until 1m3s holding 1
                3s  ConversationClosed v1: agent by mara
                4s  ConversationOpened v1/2 in help after v1
                4s  WaitStarted v1/2 in help: opened, reserved for mara (last owner) until 34s
                4s  OfferMade v1/2 to mara until 34s (of 2)
        "#]],
    );
}

#[test]
fn a_sticky_conversation_is_kept_for_a_full_agent_no_longer_than_30_s() {
    check(
        "
        workspace one-queue
          queues: { help: { sticky: true } }
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   mara wraps up v1
        4s   v2 opens
        5s   mara accepts v2
        6s   tom online
        7s   v1 opens
        40s  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
                2s  ConversationClosed v1: agent by mara
                3s  WrapUpEnded v1 of mara: by_agent
                4s  ConversationOpened v2 in help
                4s  WaitStarted v2 in help: opened
                4s  OfferMade v2 to mara until 34s
                5s  OfferAccepted v2 by mara
                5s  AgentAssigned v2 to mara in help: accepted
                6s  AgentStatusSet tom online
                7s  ConversationOpened v1/2 in help after v1
                7s  WaitStarted v1/2 in help: opened, reserved for mara (last owner) until 37s
               37s  ReservationEnded v1/2 for mara: time_up
               37s  OfferMade v1/2 to tom until 1m7s
        "#]],
    );
}

#[test]
fn a_sticky_conversation_goes_to_the_full_agent_who_gets_room_in_time() {
    check(
        "
        workspace one-queue
          queues: { help: { sticky: true } }
          agents: { mara: { capacity: 1 } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   mara wraps up v1
        4s   v2 opens
        5s   mara accepts v2
        6s   tom online
        7s   v1 opens
        8s   v3 opens
        20s  mara closes v2
        21s  mara wraps up v2
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
                2s  ConversationClosed v1: agent by mara
                3s  WrapUpEnded v1 of mara: by_agent
                4s  ConversationOpened v2 in help
                4s  WaitStarted v2 in help: opened
                4s  OfferMade v2 to mara until 34s
                5s  OfferAccepted v2 by mara
                5s  AgentAssigned v2 to mara in help: accepted
                6s  AgentStatusSet tom online
                7s  ConversationOpened v1/2 in help after v1
                7s  WaitStarted v1/2 in help: opened, reserved for mara (last owner) until 37s
                8s  ConversationOpened v3 in help
                8s  WaitStarted v3 in help: opened
                8s  OfferMade v3 to tom until 38s
               20s  AgentReleased v2 from mara: closed, wrap-up until 1m20s holding 1
               20s  ConversationClosed v2: agent by mara
               21s  WrapUpEnded v2 of mara: by_agent
               21s  OfferMade v1/2 to mara until 51s (of 2)
        "#]],
    );
}

#[test]
fn a_last_owner_who_is_offline_is_not_waited_for() {
    check(
        "
        workspace one-queue
          queues: { help: { sticky: true } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   mara offline
        4s   tom online
        5s   v1 opens
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
                2s  ConversationClosed v1: agent by mara
                3s  AgentStatusSet mara offline
                4s  AgentStatusSet tom online
                5s  ConversationOpened v1/2 in help after v1
                5s  WaitStarted v1/2 in help: opened
                5s  OfferMade v1/2 to tom until 35s
        "#]],
    );
}

#[test]
fn the_last_owner_is_forgotten_after_24_h() {
    check(
        "
        workspace one-queue
          queues: { help: { sticky: true } }
        online mara
        0s     v1 opens
        1s     mara accepts v1
        2s     mara closes v1
        3s     mara wraps up v1
        5s     v2 opens
        6s     mara accepts v2
        7s     tom online
        23h    v1 opens
        23h1s  v1 closes
        50h    v1 opens
        ",
        expect![[r#"
                 0s  ConversationOpened v1 in help
                 0s  WaitStarted v1 in help: opened
                 0s  OfferMade v1 to mara until 30s
                 1s  OfferAccepted v1 by mara
                 1s  AgentAssigned v1 to mara in help: accepted
                 2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
                 2s  ConversationClosed v1: agent by mara
                 3s  WrapUpEnded v1 of mara: by_agent
                 5s  ConversationOpened v2 in help
                 5s  WaitStarted v2 in help: opened
                 5s  OfferMade v2 to mara until 35s
                 6s  OfferAccepted v2 by mara
                 6s  AgentAssigned v2 to mara in help: accepted
                 7s  AgentStatusSet tom online
               1m2s  ConversationArchived v1
                23h  ConversationOpened v1/2 in help after v1
                23h  WaitStarted v1/2 in help: opened, reserved for mara (last owner) until 23h30s
                23h  OfferMade v1/2 to mara until 23h30s (of 2)
              23h1s  OfferEnded v1/2 to mara: withdrawn
              23h1s  ConversationClosed v1/2: visitor by v1
            23h1m1s  ConversationArchived v1/2
                50h  ConversationOpened v1/3 in help after v1/2
                50h  WaitStarted v1/3 in help: opened
                50h  OfferMade v1/3 to tom until 50h30s (of 2)
        "#]],
    );
}

#[test]
fn a_last_owner_who_declines_makes_way_for_the_others() {
    check(
        "
        workspace one-queue
          queues: { help: { sticky: true } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   tom online
        3s   mara closes v1
        4s   v1 opens
        5s   mara declines v1/2
        ",
        expect![[r#"
                0s  ConversationOpened v1 in help
                0s  WaitStarted v1 in help: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in help: accepted
                2s  AgentStatusSet tom online
                3s  AgentReleased v1 from mara: closed, wrap-up until 1m3s holding 1
                3s  ConversationClosed v1: agent by mara
                4s  ConversationOpened v1/2 in help after v1
                4s  WaitStarted v1/2 in help: opened, reserved for mara (last owner) until 34s
                4s  OfferMade v1/2 to mara until 34s (of 2)
                5s  OfferDeclined v1/2 by mara
                5s  ReservationEnded v1/2 for mara: declined
                5s  OfferMade v1/2 to tom until 35s
        "#]],
    );
}

#[test]
fn a_last_owner_who_does_not_answer_makes_way_for_the_others() {
    check(
        "
        workspace one-queue
          queues: { help: { sticky: true } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        4s   tom online
        5s   v1 opens
        35s  tick
        ",
        expect![[r#"
             0s  ConversationOpened v1 in help
             0s  WaitStarted v1 in help: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in help: accepted
             2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
             2s  ConversationClosed v1: agent by mara
             4s  AgentStatusSet tom online
             5s  ConversationOpened v1/2 in help after v1
             5s  WaitStarted v1/2 in help: opened, reserved for mara (last owner) until 35s
             5s  OfferMade v1/2 to mara until 35s (of 2)
            35s  OfferEnded v1/2 to mara: expired
            35s  ReservationEnded v1/2 for mara: unanswered
            35s  OfferMade v1/2 to tom until 1m5s
        "#]],
    );
}

#[test]
fn a_full_last_owner_who_goes_offline_is_waited_for_no_longer() {
    check(
        "
        workspace one-queue
          agents: { mara: { capacity: 1 } }
          queues: { help: { sticky: true } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   mara closes v1
        3s   tom online
        4s   v1 opens
        5s   mara offline
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  AgentReleased v1 from mara: closed, wrap-up until 1m2s holding 1
            2s  ConversationClosed v1: agent by mara
            3s  AgentStatusSet tom online
            4s  ConversationOpened v1/2 in help after v1
            4s  WaitStarted v1/2 in help: opened, reserved for mara (last owner) until 34s
            5s  AgentStatusSet mara offline
            5s  ReservationEnded v1/2 for mara: went_offline
            5s  OfferMade v1/2 to tom until 35s
        "#]],
    );
}
