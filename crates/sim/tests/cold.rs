//! Cold transfers (SPEC §4, "Cold transfer"), row by row.

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
             0s  Offered
            10s  AgentJoined Mara
            20s  AgentLeft Mara
            20s  Queued
            20s  Offered
            30s  AgentJoined Ines
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
               2m  TransferStarted v1 cold by mara to technical from billing because needs_network with note
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
              20s  Offered
              30s  AgentJoined Mara
               2m  AgentLeft Mara
               2m  Queued
            2m45s  StillSearching
               3m  Offered
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
            2s  TransferStarted v1 cold by mara to technical from billing
            2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            2s  OfferMade v1 to ines until 32s (of 2)
            3s  OfferDeclined v1 by ines
            3s  OfferMade v1 to kofi until 33s
            4s  mara sees v1 as sender: waiting in technical, waiting since 2s, cold transfer from mara to technical pending; may recall_transfer note end_wrap_up extend_wrap_up
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
              2s  TransferStarted v1 cold by mara to technical from billing
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
              0s  Offered
              1s  AgentJoined Mara
              2s  AgentLeft Mara
              2s  Queued
             47s  StillSearching
            1m2s  Fallback
            1m2s  Offered
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
            2s  TransferStarted v1 cold by mara to technical from billing
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
            6s  TransferStarted v1 cold by mara to technical from billing
            6s  AgentReleased v1 from mara: transferred, wrap-up until 1m6s holding 1
            6s  WaitStarted v1 in technical: transfer, credit 3s, sent by mara
            6s  OfferMade v1 to ines until 36s
            7s  OfferAccepted v1 by ines
            7s  AgentAssigned v1 to ines in technical: accepted, hop from mara
            7s  TransferCompleted v1 to ines by ines
            8s  rejected: no transfer is open in this conversation
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  AgentLeft Mara
            2s  Queued
            2s  Offered
            4s  AgentBack Mara
            6s  AgentLeft Mara
            6s  Queued
            6s  Offered
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
            3s  TransferStarted v1 cold by mara to technical from billing
            3s  AgentReleased v1 from mara: transferred
            3s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            3s  NobodyEligible v1: 2 offline
            3s  OfferMade v2 to mara until 33s
            4s  rejected: no free room for this conversation
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
             8s  AgentReleased v1 from ines: handed over, wrap-up until 1m8s holding 1
             8s  AgentAssigned v1 to tom in billing: transfer completed, hop from ines
             8s  TransferCompleted v1 to tom by tom
             9s  tom sees v1 as owner: active in billing, owner tom, hops 2; may reply note transfer return park set_priority invite raise_hand close
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
            2s  TransferStarted v1 cold by mara to technical from billing because needs_network with note
            2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            2s  OfferMade v1 to ines until 32s
            3s  ines sees me: online, load 1/2
            3s  ines sees offer v1 in technical until 32s, cold transfer from mara to technical pending because needs_network with note, why: 1 eligible; 1 offline; kofi offline
            3s  ines sees v1 as offered: waiting in technical, waiting since 2s, cold transfer from mara to technical pending because needs_network with note; may look
            3s  ines sees may read
        "#]],
    );
}

#[test]
fn somebody_who_serves_only_closed_queues_cannot_be_sent_a_conversation() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: UTC, open: { mon-fri: ['09:00-09:10'] } } }
          queues: { technical: { hours: day } }
        online mara ines
        10m  v1 opens
        +1s  mara accepts v1
        +1s  mara transfers v1 cold to ines
        +1s  mara transfers v1 warm to ines
        +1s  mara transfers v1 cold to ines else park
        +1s  mara looks for targets of v1
        ",
        expect![[r#"
              10m  QueueClosed technical at 10m, serves until 25m
              10m  ConversationOpened v1 in billing
              10m  WaitStarted v1 in billing: opened
              10m  OfferMade v1 to mara until 10m30s
            10m1s  OfferAccepted v1 by mara
            10m1s  AgentAssigned v1 to mara in billing: accepted
            10m2s  rejected: the queue has no members or is closed
            10m3s  rejected: the queue has no members or is closed
            10m4s  rejected: the queue has no members or is closed
            10m5s  mara sees mara online 1/3, off: already_there, not even parked: already_there
            10m5s  mara sees tom offline 0/3, off: offline
            10m5s  mara sees ines online 0/2, serves elsewhere, off: queue_closed, not even parked: queue_closed
            10m5s  mara sees kofi offline 0/2, serves elsewhere, off: queue_closed, not even parked: queue_closed
            10m5s  mara sees lena offline 0/2, serves elsewhere, off: offline
            10m5s  mara sees billing 0 waiting, 1 of 1 online available, off: already_there
            10m5s  mara sees technical 0 waiting, 1 of 1 online available, opens at 24h, off: queue_closed
            10m5s  mara sees sales 0 waiting, 0 of 0 online available
        "#]],
    );
}

#[test]
fn of_several_queues_an_open_one_is_taken_and_the_present_one_is_kept_though_it_has_closed() {
    check(
        "
        workspace two-tiers
          hours: { day: { name: Day, zone: UTC, open: { mon-fri: ['09:00-09:10'] } } }
          queues:
            billing: { hours: day }
            technical: { hours: day }
            sales: { members: { teams: [sales, network] } }
        online mara tom ines
        9m   v1 opens
        +1s  mara accepts v1
        10m  mara transfers v1 cold to tom
        +1s  mara recalls v1
        +1s  mara transfers v1 cold to ines
        ",
        expect![[r#"
               9m  ConversationOpened v1 in billing
               9m  WaitStarted v1 in billing: opened
               9m  OfferMade v1 to mara until 9m30s (of 2)
             9m1s  OfferAccepted v1 by mara
             9m1s  AgentAssigned v1 to mara in billing: accepted
              10m  QueueClosed billing at 10m, serves until 25m
              10m  QueueClosed technical at 10m, serves until 25m
              10m  TransferStarted v1 cold else return by mara to tom in billing
              10m  AgentReleased v1 from mara: transferred, wrap-up until 11m holding 1
              10m  WaitStarted v1 in billing: transfer, credit 1s, sent by mara, reserved for tom (named receiver) until 11m
              10m  OfferMade v1 to tom until 11m
            10m1s  OfferEnded v1 to tom: withdrawn
            10m1s  TransferEnded v1 cancelled: recalled
            10m1s  WrapUpEnded v1 of mara: came_back
            10m1s  AgentAssigned v1 to mara in billing: transfer recalled
            10m2s  TransferStarted v1 cold else return by mara to ines in sales from billing
            10m2s  AgentReleased v1 from mara: transferred, wrap-up until 11m2s holding 1
            10m2s  WaitStarted v1 in sales: transfer, credit 2s, sent by mara, reserved for ines (named receiver) until 11m2s
            10m2s  OfferMade v1 to ines until 11m2s
        "#]],
    );
}
