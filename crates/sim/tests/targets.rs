//! Whom and what a transfer can go to, and where the conversation is then (SPEC §4).

use expect_test::expect;

use crate::check;

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
            4s  rejected: there is no such queue, or the agent does not serve it
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
            2s  mara sees mara online 1/3, lacks french 2, off: already_there, not even parked: already_there
            2s  mara sees tom offline 0/3, lacks french 2, off: offline
            2s  mara sees ines online 0/2, lacks french 2, serves elsewhere
            2s  mara sees kofi offline 0/2, serves elsewhere, off: offline
            2s  mara sees lena offline 0/2, lacks french 2, serves elsewhere, off: offline
            2s  mara sees billing 0 waiting, 1 of 1 online available, off: already_there
            2s  mara sees technical 0 waiting, 1 of 1 online available
            2s  mara sees sales 0 waiting, 0 of 0 online available
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
            3s  mara sees mara online 1/3, off: already_there, not even parked: already_there
            3s  mara sees tom online 0/3
            3s  mara sees ines offline 0/2, serves elsewhere, off: offline
            3s  mara sees kofi offline 0/2, serves elsewhere, off: offline
            3s  mara sees lena offline 0/2, serves elsewhere, off: offline
            3s  mara sees billing 0 waiting, 2 of 2 online available, off: already_there
            3s  mara sees technical 0 waiting, 0 of 0 online available
            3s  mara sees sales 0 waiting, 0 of 0 online available
        "#]],
    );
}

#[test]
fn only_an_agent_who_is_there_and_has_room_can_be_asked() {
    check(
        "
        workspace two-tiers
          agents: { ines: { capacity: 1 } }
        online mara ines kofi
        0s    kofi away
        0s    v0 opens in technical
        1s    ines accepts v0
        2s    v1 opens in billing
        3s    mara accepts v1
        4s    mara transfers v1 warm to ines
        4s    mara transfers v1 warm to kofi
        4s    mara transfers v1 warm to lena
        4s    mara transfers v1 warm to mara
        4s    mara transfers v1 warm to billing
        4s    mara transfers v1 warm to rosa
        5s    mara looks for targets of v1
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
            4s  rejected: a conversation cannot be transferred to where it is
            4s  rejected: a conversation cannot be transferred to where it is
            4s  rejected: there is no such agent
            5s  mara sees mara online 1/3, off: already_there, not even parked: already_there
            5s  mara sees tom offline 0/3, off: offline
            5s  mara sees ines online 1/1, serves elsewhere, off: no_room
            5s  mara sees kofi away 0/2, serves elsewhere, off: away
            5s  mara sees lena offline 0/2, serves elsewhere, off: offline
            5s  mara sees billing 0 waiting, 1 of 1 online available, off: already_there
            5s  mara sees technical 0 waiting, 0 of 1 online available
            5s  mara sees sales 0 waiting, 0 of 0 online available
        "#]],
    );
}

#[test]
fn a_transfer_may_have_to_carry_a_reason_of_the_list() {
    check(
        "
        workspace two-tiers
          settings: { reason_required: true }
        online mara ines
        0s    v1 opens
        1s    mara accepts v1
        2s    mara transfers v1 warm to ines
        2s    mara transfers v1 warm to ines because bored
        2s    mara transfers v1 warm to ines because needs_network
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: a transfer here must carry a reason from the workspace's list
            2s  rejected: the reason, disposition or tag is not in the workspace's list
            2s  TransferStarted v1 warm by mara to ines in technical from billing because needs_network
            2s  OfferMade v1 to ines until 32s
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
fn a_warm_transfer_to_an_agent_in_the_same_queue_stays_there() {
    check(
        "
        workspace two-tiers
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 warm to tom
        3s   tom accepts v1
        4s   tom completes v1
        5s   tom transfers v1 warm to mara
        6s   mara accepts v1
        7s   mara completes v1
        8s   mara looks at v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to tom in billing
            2s  OfferMade v1 to tom until 32s
            3s  OfferAccepted v1 by tom
            3s  TransferAccepted v1 by tom
            4s  AgentReleased v1 from mara: handed over, wrap-up until 1m4s holding 1
            4s  AgentAssigned v1 to tom in billing: transfer completed, hop from mara
            4s  TransferCompleted v1 to tom by tom
            5s  TransferStarted v1 warm by tom to mara in billing
            5s  OfferMade v1 to mara until 35s
            6s  OfferAccepted v1 by mara
            6s  TransferAccepted v1 by mara
            7s  AgentReleased v1 from tom: handed over, wrap-up until 1m7s holding 1
            7s  WrapUpEnded v1 of mara: came_back
            7s  AgentAssigned v1 to mara in billing: transfer completed, hop from tom
            7s  TransferCompleted v1 to mara by mara
            8s  mara sees v1 as owner: active in billing, owner mara, chain: mara until 4s, tom until 7s, a loop, hops 2; may reply note transfer return park set_priority invite raise_hand close
        "#]],
    );
}
