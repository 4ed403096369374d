//! Cold transfers (SPEC §4, "Cold transfer" and `on_unanswered`), row by row.

use expect_test::expect;

use crate::check;

#[test]
fn to_an_agent_the_sender_is_released_at_once_and_it_waits_reserved() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s   v1 opens
        10s  mara accepts v1
        20s  mara transfers v1 cold to ines because needs_network \"reset twice\"
        21s  mara looks
        22s  ines looks
        23s  v1 looks
        30s  ines accepts v1
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
               10s  OfferAccepted v1 by mara
               10s  AgentAssigned v1 to mara in billing: accepted
               20s  TransferStarted v1 cold else return by mara to ines in technical from billing because needs_network with note
               20s  AgentReleased v1 from mara: transferred, wrap-up until 1m20s holding 1
               20s  WaitStarted v1 in technical: transfer, credit 10s, sent by mara, reserved for ines (named receiver) until 1m20s
               20s  OfferMade v1 to ines until 1m20s
               21s  mara sees me: online, load 1/3, wrap-up v1 until 1m20s
               21s  mara sees v1 as sender: waiting in technical, waiting since 20s reserved for ines, cold else return transfer from mara to ines pending because needs_network with note; may recall_transfer note end_wrap_up extend_wrap_up
               22s  ines sees me: online, load 1/2
               22s  ines sees offer v1 in technical until 1m20s, cold else return transfer from mara to ines pending because needs_network with note, why: 1 eligible
               22s  ines sees v1 as offered: waiting in technical, waiting since 20s reserved for ines, cold else return transfer from mara to ines pending because needs_network with note; may look
               23s  v1 sees waiting, waiting since 20s
               30s  OfferAccepted v1 by ines
               30s  AgentAssigned v1 to ines in technical: accepted, hop from mara
               30s  TransferCompleted v1 to ines by ines
            v1 saw:
                0s  Queued
               10s  AgentJoined Mara
               20s  AgentLeft Mara
               20s  Queued
               30s  AgentJoined Ines
        "#]],
    );
}

#[test]
fn it_stays_in_the_present_place_if_the_agent_serves_it() {
    check(
        "
        workspace two-tiers
          queues: { sales: { members: { teams: [sales, front] } } }
        online mara tom
        0s   v1 opens in sales
        1s   mara accepts v1
        2s   mara transfers v1 cold to tom
        ",
        expect![[r#"
                0s  ConversationOpened v1 in sales
                0s  WaitStarted v1 in sales: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in sales: accepted
                2s  TransferStarted v1 cold else return by mara to tom in sales
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in sales: transfer, credit 1s, sent by mara, reserved for tom (named receiver) until 1m2s
                2s  OfferMade v1 to tom until 1m2s
        "#]],
    );
}

#[test]
fn the_sender_picks_among_the_places_of_an_agent_who_serves_another() {
    check(
        "
        workspace two-tiers
          queues: { sales: { members: { teams: [sales, network] } } }
        online mara ines
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines in sales
        3s   mara recalls v1
        4s   mara transfers v1 cold to ines in billing
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to ines in sales from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in sales: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m2s
                2s  OfferMade v1 to ines until 1m2s
                3s  OfferEnded v1 to ines: withdrawn
                3s  TransferEnded v1 cancelled: recalled
                3s  WrapUpEnded v1 of mara: came_back
                3s  AgentAssigned v1 to mara in billing: transfer recalled
                4s  TransferStarted v1 cold else return by mara to ines in sales from billing
                4s  AgentReleased v1 from mara: transferred, wrap-up until 1m4s holding 1
                4s  WaitStarted v1 in sales: transfer, credit 2s, sent by mara, reserved for ines (named receiver) until 1m4s
                4s  OfferMade v1 to ines until 1m4s
        "#]],
    );
}

#[test]
fn an_agent_without_a_queue_keeps_the_present_place() {
    check(
        "
        workspace two-tiers
          agents: { kofi: { teams: [] } }
        online mara kofi
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to kofi
        3s   kofi accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to kofi in billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in billing: transfer, credit 1s, sent by mara, reserved for kofi (named receiver) until 1m2s
                2s  OfferMade v1 to kofi until 1m2s
                3s  OfferAccepted v1 by kofi
                3s  AgentAssigned v1 to kofi in billing: accepted, hop from mara
                3s  TransferCompleted v1 to kofi by kofi
        "#]],
    );
}

#[test]
fn for_somebody_asked_by_name_skills_do_not_exclude_and_a_misfit_is_shown() {
    check(
        "
        workspace two-tiers
          queues: { technical: { required: { network: 5 } }, sales: { required: { french: 2 } } }
        online mara ines
        0s   v1 opens in billing needing french 2
        1s   rosa assigns v1 to mara
        2s   mara looks for targets of v1
        3s   mara transfers v1 cold to ines
        4s   ines accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing needing french 2
                0s  WaitStarted v1 in billing: opened
                0s  NobodyEligible v1: 1 offline, 1 lacks_skill
                1s  AgentAssigned v1 to mara in billing: assigned by rosa
                2s  mara sees ines online 0/2, lacks french 2, serves elsewhere
                2s  mara sees kofi offline 0/2, serves elsewhere, off: offline
                2s  mara sees lena offline 0/2, lacks french 2, serves elsewhere, off: offline
                2s  mara sees mara online 1/3, lacks french 2, off: already_there, not even parked: already_there
                2s  mara sees tom offline 0/3, lacks french 2, off: offline
                2s  mara sees billing 0 waiting, 1 of 1 online available, off: already_there
                2s  mara sees sales 0 waiting, 0 of 0 online available
                2s  mara sees technical 0 waiting, 1 of 1 online available
                3s  TransferStarted v1 cold else return by mara to ines in technical from billing
                3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
                3s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m3s
                3s  OfferMade v1 to ines until 1m3s
                4s  OfferAccepted v1 by ines
                4s  AgentAssigned v1 to ines in technical: accepted, hop from mara
                4s  TransferCompleted v1 to ines by ines
        "#]],
    );
}

#[test]
fn declined_with_return_it_comes_back_to_the_sender_without_an_offer() {
    check(
        "
        workspace two-tiers
          agents: { mara: { capacity: 1 } }
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   v2 opens
        4s   mara looks
        10s  ines declines v1
        11s  mara looks
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m2s
                2s  OfferMade v1 to ines until 1m2s
                3s  ConversationOpened v2 in billing
                3s  WaitStarted v2 in billing: opened
                3s  NobodyEligible v2: 1 offline, 1 at_capacity
                4s  mara sees me: online, load 1/1, wrap-up v1 until 1m2s
                4s  mara sees v1 as sender: waiting in technical, waiting since 2s reserved for ines, cold else return transfer from mara to ines pending; may recall_transfer note end_wrap_up extend_wrap_up
               10s  OfferDeclined v1 by ines
               10s  TransferEnded v1 declined: declined
               10s  WrapUpEnded v1 of mara: came_back
               10s  AgentAssigned v1 to mara in billing: transfer returned
               11s  mara sees me: online, load 1/1
               11s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority close
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
                2s  AgentLeft Mara
                2s  Queued
               10s  TransferReturned Mara
        "#]],
    );
}

#[test]
fn unanswered_with_return_it_comes_back_after_60_s_also_when_wrap_up_was_ended() {
    check(
        "
        workspace two-tiers
          agents: { mara: { capacity: 1 } }
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   mara wraps up v1
        4s   v2 opens
        62s  ines accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m2s
                2s  OfferMade v1 to ines until 1m2s
                3s  WrapUpEnded v1 of mara: by_agent
                4s  ConversationOpened v2 in billing
                4s  WaitStarted v2 in billing: opened
                4s  NobodyEligible v2: 1 offline, 1 at_capacity
               49s  VisitorToldStillSearching v2
              1m2s  OfferEnded v1 to ines: expired
              1m2s  TransferEnded v1 expired: time_up
              1m2s  AgentAssigned v1 to mara in billing: transfer returned
              1m2s  rejected: the offer is gone: it was taken, ran out or was withdrawn
        "#]],
    );
}

#[test]
fn the_agent_going_offline_ends_it_at_once() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   ines offline
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m2s
                2s  OfferMade v1 to ines until 1m2s
                3s  AgentStatusSet ines offline
                3s  OfferEnded v1 to ines: offline
                3s  TransferEnded v1 expired: offline
                3s  WrapUpEnded v1 of mara: came_back
                3s  AgentAssigned v1 to mara in billing: transfer returned
        "#]],
    );
}

#[test]
fn with_return_and_the_sender_offline_it_goes_on_as_queue() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   mara offline
        4s   ines declines v1
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m2s
                2s  OfferMade v1 to ines until 1m2s
                3s  AgentStatusSet mara offline
                4s  OfferDeclined v1 by ines
                4s  TransferEnded v1 declined: declined
                4s  ReservationEnded v1 for ines: declined
                4s  OfferMade v1 to kofi until 34s
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
                2s  AgentLeft Mara
                2s  Queued
        "#]],
    );
}

#[test]
fn with_queue_it_goes_on_to_everybody_in_the_place() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines else queue
        4s   ines declines v1
        5s   kofi accepts v1
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else queue by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m2s
                2s  OfferMade v1 to ines until 1m2s
                4s  OfferDeclined v1 by ines
                4s  TransferEnded v1 declined: declined
                4s  ReservationEnded v1 for ines: declined
                4s  OfferMade v1 to kofi until 34s
                5s  OfferAccepted v1 by kofi
                5s  AgentAssigned v1 to kofi in technical: accepted, hop from mara
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
                2s  AgentLeft Mara
                2s  Queued
                5s  AgentJoined Kofi
        "#]],
    );
}

#[test]
fn offline_away_and_full_agents_can_be_chosen_only_with_park() {
    check(
        "
        workspace two-tiers
          agents: { ines: { capacity: 1 } }
        online mara ines kofi
        0s   kofi away
        0s   v0 opens in technical
        1s   ines accepts v0
        2s   v1 opens in billing
        3s   mara accepts v1
        4s   mara transfers v1 cold to ines
        4s   mara transfers v1 cold to kofi else queue
        4s   mara transfers v1 cold to lena
        5s   mara transfers v1 cold to lena else park
        6s   lena online
        ",
        expect![[r#"
                0s  AgentStatusSet kofi away
                0s  ConversationOpened v0 in technical
                0s  WaitStarted v0 in technical: opened
                0s  OfferMade v0 to ines until 30s
                1s  OfferAccepted v0 by ines
                1s  AgentAssigned v0 to ines in technical: accepted
                2s  ConversationOpened v1 in billing
                2s  WaitStarted v1 in billing: opened
                2s  OfferMade v1 to mara until 32s
                3s  OfferAccepted v1 by mara
                3s  AgentAssigned v1 to mara in billing: accepted
                4s  rejected: the agent is not available: NoRoom
                4s  rejected: the agent is not available: Away
                4s  rejected: the agent is not available: Offline
                5s  TransferStarted v1 cold else park by mara to lena in sales from billing
                5s  AgentReleased v1 from mara: transferred, wrap-up until 1m5s holding 1
                5s  WaitStarted v1 in sales: transfer, credit 1s, sent by mara, reserved for lena (named receiver) until 30m5s
                6s  AgentStatusSet lena online
                6s  OfferMade v1 to lena until 1m6s
        "#]],
    );
}

#[test]
fn with_park_it_stays_reserved_until_the_agent_has_room() {
    check(
        "
        workspace two-tiers
          agents: { ines: { capacity: 1 } }
          queues: { technical: { wrap_up: { time: 0s } } }
        online mara ines kofi
        0s   v0 opens in technical
        1s   ines accepts v0
        2s   v1 opens in billing
        3s   mara accepts v1
        4s   mara transfers v1 cold to ines else park
        5m   ines closes v0
        5m1s ines accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v0 in technical
                0s  WaitStarted v0 in technical: opened
                0s  OfferMade v0 to ines until 30s (of 2)
                1s  OfferAccepted v0 by ines
                1s  AgentAssigned v0 to ines in technical: accepted
                2s  ConversationOpened v1 in billing
                2s  WaitStarted v1 in billing: opened
                2s  OfferMade v1 to mara until 32s
                3s  OfferAccepted v1 by mara
                3s  AgentAssigned v1 to mara in billing: accepted
                4s  TransferStarted v1 cold else park by mara to ines in technical from billing
                4s  AgentReleased v1 from mara: transferred, wrap-up until 1m4s holding 1
                4s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 30m4s
               49s  VisitorToldStillSearching v1
              1m4s  WrapUpEnded v1 of mara: time_up
                5m  AgentReleased v0 from ines: closed
                5m  ConversationClosed v0: agent by ines
                5m  OfferMade v1 to ines until 6m
              5m1s  OfferAccepted v1 by ines
              5m1s  AgentAssigned v1 to ines in technical: accepted, hop from mara
              5m1s  TransferCompleted v1 to ines by ines
        "#]],
    );
}

#[test]
fn with_park_it_goes_on_as_queue_after_30_min() {
    check(
        "
        workspace two-tiers
        online mara kofi
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines else park
        31m  tick
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else park by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 30m2s
               47s  VisitorToldStillSearching v1
              1m2s  WrapUpEnded v1 of mara: time_up
             30m2s  TransferEnded v1 expired: time_up
             30m2s  WaitStarted v1 in technical: unanswered, credit 30m1s, sent by mara
             30m2s  OfferMade v1 to kofi until 30m32s
            30m32s  OfferEnded v1 to kofi: expired
            30m32s  NobodyEligible v1: 1 offline, 1 declined
            30m32s  SupervisorsAlerted v1: only_agent_unwilling
            30m47s  VisitorToldStillSearching v1
        "#]],
    );
}

#[test]
fn with_park_a_decline_goes_on_as_queue() {
    check(
        "
        workspace two-tiers
        online mara kofi ines
        0s   v1 opens in billing
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines else park
        3s   ines declines v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else park by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 30m2s
                2s  OfferMade v1 to ines until 1m2s
                3s  OfferDeclined v1 by ines
                3s  TransferEnded v1 declined: declined
                3s  WaitStarted v1 in technical: unanswered, credit 2s, sent by mara
                3s  OfferMade v1 to kofi until 33s
        "#]],
    );
}

#[test]
fn to_a_queue_the_sender_is_released_at_once_and_it_waits_with_its_credit() {
    check(
        "
        workspace two-tiers
          queues: { technical: { greeting: Welcome to the network team } }
        0s   v1 opens
        20s  mara online
        30s  mara accepts v1
        2m   mara transfers v1 cold to technical because needs_network \"reset twice\"
        2m5s v1 looks
        3m   ines online
        3m5s ines accepts v1
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  NobodyEligible v1: 2 offline
               20s  AgentStatusSet mara online
               20s  OfferMade v1 to mara until 50s
               30s  OfferAccepted v1 by mara
               30s  AgentAssigned v1 to mara in billing: accepted
                2m  TransferStarted v1 cold else return by mara to technical from billing because needs_network with note
                2m  AgentReleased v1 from mara: transferred, wrap-up until 3m holding 1
                2m  WaitStarted v1 in technical: transfer, credit 30s, sent by mara
                2m  NobodyEligible v1: 2 offline
              2m5s  v1 sees waiting, waiting since 2m
             2m45s  VisitorToldStillSearching v1
                3m  WrapUpEnded v1 of mara: time_up
                3m  AgentStatusSet ines online
                3m  OfferMade v1 to ines until 3m30s
              3m5s  OfferAccepted v1 by ines
              3m5s  AgentAssigned v1 to ines in technical: accepted, hop from mara
              3m5s  Greeted v1 by ines for technical
              3m5s  TransferCompleted v1 to ines by ines
            v1 saw:
                0s  Queued
               30s  AgentJoined Mara
                2m  AgentLeft Mara
                2m  Queued
             2m45s  StillSearching
              3m5s  AgentJoined Ines
              3m5s  Greeting by Ines
        "#]],
    );
}

#[test]
fn at_a_queue_a_decline_ends_the_offer_and_not_the_handoff() {
    check(
        "
        workspace two-tiers
        online mara ines kofi
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to technical
        3s   ines declines v1
        4s   mara looks at v1
        5s   kofi accepts v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
                2s  OfferMade v1 to ines until 32s (of 2)
                3s  OfferDeclined v1 by ines
                3s  OfferMade v1 to kofi until 33s
                4s  mara sees v1 as sender: waiting in technical, waiting since 2s, cold else return transfer from mara to technical pending; may recall_transfer note end_wrap_up extend_wrap_up
                5s  OfferAccepted v1 by kofi
                5s  AgentAssigned v1 to kofi in technical: accepted, hop from mara
                5s  TransferCompleted v1 to kofi by kofi
        "#]],
    );
}

#[test]
fn nobody_taking_it_at_a_queue_the_fallback_follows() {
    check(
        "
        workspace two-tiers
          queues: { technical: { max_wait: 60s, fallback: sales } }
        online mara lena
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to technical
        62s  tick
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
                2s  NobodyEligible v1: 2 offline
               47s  VisitorToldStillSearching v1
              1m2s  TransferEnded v1 cancelled: fallback
              1m2s  WaitStarted v1 in sales: fallback, credit 1m1s
              1m2s  OfferMade v1 to lena until 1m32s
              1m2s  WrapUpEnded v1 of mara: time_up
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
                2s  AgentLeft Mara
                2s  Queued
               47s  StillSearching
              1m2s  Fallback
        "#]],
    );
}

#[test]
fn the_sender_may_recall_it_until_somebody_accepts() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to technical
        3s   tom recalls v1
        3s   mara cancels v1
        4s   mara recalls v1
        5s   ines accepts v1
        6s   mara transfers v1 cold to technical
        7s   ines accepts v1
        8s   mara recalls v1
        show v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
                2s  OfferMade v1 to ines until 32s
                3s  rejected: your role does not allow this
                3s  rejected: the transfer is not in a state that allows this
                4s  OfferEnded v1 to ines: withdrawn
                4s  TransferEnded v1 cancelled: recalled
                4s  WrapUpEnded v1 of mara: came_back
                4s  AgentAssigned v1 to mara in billing: transfer recalled
                5s  rejected: the offer is gone: it was taken, ran out or was withdrawn
                6s  TransferStarted v1 cold else return by mara to technical from billing
                6s  AgentReleased v1 from mara: transferred, wrap-up until 1m6s holding 1
                6s  WaitStarted v1 in technical: transfer, credit 3s, sent by mara
                6s  OfferMade v1 to ines until 36s
                7s  OfferAccepted v1 by ines
                7s  AgentAssigned v1 to ines in technical: accepted, hop from mara
                7s  TransferCompleted v1 to ines by ines
                8s  rejected: no transfer is open in this conversation
            v1 saw:
                0s  Queued
                1s  AgentJoined Mara
                2s  AgentLeft Mara
                2s  Queued
                4s  AgentBack Mara
                6s  AgentLeft Mara
                6s  Queued
                7s  AgentJoined Ines
        "#]],
    );
}

#[test]
fn a_recall_needs_room() {
    check(
        "
        workspace two-tiers
          agents: { mara: { capacity: 1 } }
          queues: { billing: { wrap_up: { time: 0s } } }
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   v2 opens
        3s   mara transfers v1 cold to technical
        4s   mara recalls v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  ConversationOpened v2 in billing
                2s  WaitStarted v2 in billing: opened
                2s  NobodyEligible v2: 1 offline, 1 at_capacity
                3s  TransferStarted v1 cold else return by mara to technical from billing
                3s  AgentReleased v1 from mara: transferred
                3s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
                3s  NobodyEligible v1: 2 offline
                3s  OfferMade v2 to mara until 33s
                4s  rejected: no free room for this conversation
        "#]],
    );
}

#[test]
fn where_it_is_already_it_cannot_be_sent() {
    check(
        "
        workspace two-tiers
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to billing
        2s   mara transfers v1 cold to mara
        3s   mara looks for targets of v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  rejected: a conversation cannot be transferred to where it is
                2s  rejected: a conversation cannot be transferred to where it is
                3s  mara sees ines offline 0/2, serves elsewhere, off: offline
                3s  mara sees kofi offline 0/2, serves elsewhere, off: offline
                3s  mara sees lena offline 0/2, serves elsewhere, off: offline
                3s  mara sees mara online 1/3, off: already_there, not even parked: already_there
                3s  mara sees tom online 0/3
                3s  mara sees billing 0 waiting, 2 of 2 online available, off: already_there
                3s  mara sees sales 0 waiting, 0 of 0 online available
                3s  mara sees technical 0 waiting, 0 of 0 online available
        "#]],
    );
}

#[test]
fn ownership_passing_from_agent_to_agent_is_a_hop_and_coming_back_unanswered_is_none() {
    check(
        "
        workspace two-tiers
        online mara ines tom
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to ines
        3s   ines declines v1
        4s   mara transfers v1 cold to ines
        5s   ines accepts v1
        6s   ines transfers v1 warm to tom
        7s   tom accepts v1
        8s   tom completes v1
        9s   tom looks at v1
        10s  rosa requeues v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to ines in technical from billing
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara, reserved for ines (named receiver) until 1m2s
                2s  OfferMade v1 to ines until 1m2s
                3s  OfferDeclined v1 by ines
                3s  TransferEnded v1 declined: declined
                3s  WrapUpEnded v1 of mara: came_back
                3s  AgentAssigned v1 to mara in billing: transfer returned
                4s  TransferStarted v1 cold else return by mara to ines in technical from billing
                4s  AgentReleased v1 from mara: transferred, wrap-up until 1m4s holding 1
                4s  WaitStarted v1 in technical: transfer, credit 2s, sent by mara, reserved for ines (named receiver) until 1m4s
                4s  OfferMade v1 to ines until 1m4s
                5s  OfferAccepted v1 by ines
                5s  AgentAssigned v1 to ines in technical: accepted, hop from mara
                5s  TransferCompleted v1 to ines by ines
                6s  TransferStarted v1 warm by ines to tom in billing from technical
                6s  OfferMade v1 to tom until 36s
                7s  OfferAccepted v1 by tom
                7s  TransferAccepted v1 by tom
                8s  AgentReleased v1 from ines: transferred, wrap-up until 1m8s holding 1
                8s  AgentAssigned v1 to tom in billing: transfer completed, hop from ines
                8s  TransferCompleted v1 to tom by tom
                9s  tom sees v1 as owner: active in billing, owner tom, hops 2; may reply note transfer park set_priority close
               10s  AgentReleased v1 from tom: moved by rosa, wrap-up until 1m10s holding 1
               10s  WaitStarted v1 in billing: re-queued by rosa, credit 3s, sent by tom
               10s  OfferMade v1 to mara until 40s
        "#]],
    );
}

#[test]
fn a_receiver_sees_note_reason_and_history_before_accepting() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens \"no internet\"
        1s   mara accepts v1
        2s   mara transfers v1 cold to technical because needs_network \"reset twice\"
        3s   ines looks
        3s   ines looks into v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  MessagePosted v1 by v1
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  TransferStarted v1 cold else return by mara to technical from billing because needs_network with note
                2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
                2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
                2s  OfferMade v1 to ines until 32s
                3s  ines sees me: online, load 1/2
                3s  ines sees offer v1 in technical until 32s, cold else return transfer from mara to technical pending because needs_network with note, why: 1 eligible; 1 offline; kofi offline
                3s  ines sees v1 as offered: waiting in technical, waiting since 2s, cold else return transfer from mara to technical pending because needs_network with note; may look
                3s  ines sees may read
        "#]],
    );
}
