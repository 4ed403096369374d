//! Escalation to a tier, recall and return (SPEC §4), over three tiers and across departments.

use expect_test::expect;

use crate::check;

#[test]
fn the_agent_is_released_at_once_with_wrap_up_and_the_visitor_is_told_of_the_new_tier() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        10s  mara accepts v1
        20s  mara escalates v1 to network \"reset twice\"
        21s  mara looks
        25s  ines accepts v1
        26s  v1 looks
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in support/first
             0s  WaitStarted v1 in support/first: opened
             0s  OfferMade v1 to mara until 30s
            10s  OfferAccepted v1 by mara
            10s  AgentAssigned v1 to mara in support/first: accepted
            20s  EscalationStarted v1 by mara along network from support/first to support/second with note
            20s  AgentReleased v1 from mara: escalated, wrap-up until 1m20s holding 1
            20s  WaitStarted v1 in support/second: escalation, credit 10s, sent by mara
            20s  OfferMade v1 to ines until 50s
            21s  mara sees me: online, load 1/2, wrap-up v1 until 1m20s
            21s  mara sees v1 as sender: waiting in support/second, waiting since 20s, escalation by network from mara to network pending with note; may recall_transfer note end_wrap_up extend_wrap_up
            25s  OfferAccepted v1 by ines
            25s  AgentAssigned v1 to ines in support/second: accepted, hop from mara
            25s  TransferCompleted v1 to ines by ines
            26s  v1 sees active with Ines, tier 2
            v1 saw:
             0s  Queued
             0s  Offered
            10s  AgentJoined Mara
            20s  AgentLeft Mara
            20s  Escalated of tier 2
            20s  Offered
            25s  AgentJoined Ines
        "#]],
    );
}

#[test]
fn tiers_may_be_climbed_one_by_one_or_skipped_across_teams() {
    check(
        "
        workspace pipeline
        online mara ines dana
        0s   v1 opens
        0s   v2 opens
        1s   mara accepts v1
        1s   mara accepts v2
        2s   mara escalates v1 to network
        3s   ines accepts v1
        4s   ines escalates v1
        5s   dana accepts v1
        6s   mara escalates v2 to expert
        7s   dana accepts v2
        8s   dana looks at v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in support/first
            0s  WaitStarted v1 in support/first: opened
            0s  OfferMade v1 to mara until 30s
            0s  ConversationOpened v2 in support/first
            0s  WaitStarted v2 in support/first: opened
            0s  OfferMade v2 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in support/first: accepted
            1s  OfferAccepted v2 by mara
            1s  AgentAssigned v2 to mara in support/first: accepted
            2s  EscalationStarted v1 by mara along network from support/first to support/second
            2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara
            2s  OfferMade v1 to ines until 32s
            3s  OfferAccepted v1 by ines
            3s  AgentAssigned v1 to ines in support/second: accepted, hop from mara
            3s  TransferCompleted v1 to ines by ines
            4s  EscalationStarted v1 by ines along up from support/second to support/third
            4s  AgentReleased v1 from ines: escalated, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in support/third: escalation, credit 2s, sent by ines
            4s  OfferMade v1 to dana until 34s
            5s  OfferAccepted v1 by dana
            5s  AgentAssigned v1 to dana in support/third: accepted, hop from ines
            5s  TransferCompleted v1 to dana by dana
            6s  EscalationStarted v2 by mara along expert from support/first to support/third
            6s  AgentReleased v2 from mara: escalated, wrap-up until 1m6s holding 1
            6s  WaitStarted v2 in support/third: escalation, credit 1s, sent by mara
            6s  OfferMade v2 to dana until 36s
            7s  OfferAccepted v2 by dana
            7s  AgentAssigned v2 to dana in support/third: accepted, hop from mara
            7s  TransferCompleted v2 to dana by dana
            8s  dana sees v1 as owner: active in support/third, owner dana, hops 2; may reply note transfer return park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn departments_of_the_same_tier_hand_over_as_well() {
    check(
        "
        workspace pipeline
        online mara bea
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to billing
        3s   bea accepts v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in support/first
            0s  WaitStarted v1 in support/first: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in support/first: accepted
            2s  EscalationStarted v1 by mara along billing from support/first to support/bills
            2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in support/bills: escalation, credit 1s, sent by mara
            2s  OfferMade v1 to bea until 32s
            3s  OfferAccepted v1 by bea
            3s  AgentAssigned v1 to bea in support/bills: accepted, hop from mara
            3s  TransferCompleted v1 to bea by bea
        "#]],
    );
}

#[test]
fn an_option_is_named_where_there_are_several_and_has_what_it_requires() {
    check(
        "
        workspace pipeline
        online mara ines kofi dana
        0s   v1 opens
        1s   mara accepts v1
        2s   mara looks at v1
        3s   mara looks for targets of v1
        4s   mara escalates v1
        5s   mara escalates v1 to nowhere
        6s   mara escalates v1 to seniors
        7s   mara escalates v1 to seniors because needs_network
        8s   mara escalates v1 to network
        9s   ines accepts v1
        10s  mara escalates v1 to network
        11s  ines escalates v1
        12s  dana accepts v1
        13s  dana escalates v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in support/first
             0s  WaitStarted v1 in support/first: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in support/first: accepted
             2s  mara sees v1 as owner: active in support/first, owner mara; may reply note transfer escalate[network to support/second of tier 2, seniors to support/second of tier 2 because with note, expert to support/third of tier 3, billing to support/bills of tier 1] park set_priority invite raise_hand close
             3s  mara sees mara online 1/2, off: already_there, not even parked: already_there
             3s  mara sees tom offline 0/2, off: offline
             3s  mara sees ines online 0/2, serves elsewhere
             3s  mara sees kofi online 0/2, serves elsewhere
             3s  mara sees dana online 0/2, serves elsewhere
             3s  mara sees bea offline 0/2, serves elsewhere, off: offline
             3s  mara sees desk 0 waiting, 1 of 1 online available, off: already_there
             3s  mara sees network 0 waiting, 2 of 2 online available
             3s  mara sees expert 0 waiting, 1 of 1 online available
             3s  mara sees invoices 0 waiting, 0 of 0 online available
             3s  mara sees network to support/second of tier 2; network 0 waiting, 2 of 2 online available
             3s  mara sees seniors to support/second of tier 2 because with note; network 0 waiting, 2 of 2 online available
             3s  mara sees expert to support/third of tier 3; expert 0 waiting, 1 of 1 online available
             3s  mara sees billing to support/bills of tier 1; invoices 0 waiting, 0 of 0 online available
             4s  rejected: several escalations lead on from here; name one of them
             5s  rejected: no escalation of this name leads on from here
             6s  rejected: a transfer here must carry a reason from the workspace's list
             7s  rejected: a note is required here
             8s  EscalationStarted v1 by mara along network from support/first to support/second
             8s  AgentReleased v1 from mara: escalated, wrap-up until 1m8s holding 1
             8s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara
             8s  OfferMade v1 to ines until 38s (of 2)
             9s  OfferAccepted v1 by ines
             9s  AgentAssigned v1 to ines in support/second: accepted, hop from mara
             9s  TransferCompleted v1 to ines by ines
            10s  rejected: your role does not allow this
            11s  EscalationStarted v1 by ines along up from support/second to support/third
            11s  AgentReleased v1 from ines: escalated, wrap-up until 1m11s holding 1
            11s  WaitStarted v1 in support/third: escalation, credit 2s, sent by ines
            11s  OfferMade v1 to dana until 41s
            12s  OfferAccepted v1 by dana
            12s  AgentAssigned v1 to dana in support/third: accepted, hop from ines
            12s  TransferCompleted v1 to dana by dana
            13s  rejected: no escalation leads on from where the conversation is
        "#]],
    );
}

#[test]
fn only_the_list_is_asked_for_60_s_and_then_the_whole_stage() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to seniors because needs_network \"fibre\"
        3s   mara looks why ines for v1
        70s  ines accepts v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in support/first
               0s  WaitStarted v1 in support/first: opened
               0s  OfferMade v1 to mara until 30s
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in support/first: accepted
               2s  EscalationStarted v1 by mara along seniors from support/first to support/second because needs_network with note
               2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
               2s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara, its list first
               2s  NobodyEligible v1: 1 offline, 1 not_listed
               3s  mara sees not_listed
              47s  VisitorToldStillSearching v1
             1m2s  WaitWidened v1
             1m2s  OfferMade v1 to ines until 1m32s
             1m2s  WrapUpEnded v1 of mara: time_up
            1m10s  OfferAccepted v1 by ines
            1m10s  AgentAssigned v1 to ines in support/second: accepted, hop from mara
            1m10s  TransferCompleted v1 to ines by ines
        "#]],
    );
}

#[test]
fn somebody_of_the_list_who_comes_in_time_is_asked_before_everybody_else() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to seniors because needs_network \"fibre\"
        20s  kofi online
        21s  kofi accepts v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in support/first
             0s  WaitStarted v1 in support/first: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in support/first: accepted
             2s  EscalationStarted v1 by mara along seniors from support/first to support/second because needs_network with note
             2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
             2s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara, its list first
             2s  NobodyEligible v1: 1 offline, 1 not_listed
            20s  AgentStatusSet kofi online
            20s  OfferMade v1 to kofi until 50s
            21s  OfferAccepted v1 by kofi
            21s  AgentAssigned v1 to kofi in support/second: accepted, hop from mara
            21s  TransferCompleted v1 to kofi by kofi
        "#]],
    );
}

#[test]
fn into_an_empty_tier_the_agent_confirms_and_the_fallback_leads_back_to_the_same_agent() {
    check(
        "
        workspace pipeline
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to expert
        3s   mara escalates v1 to expert anyway
        3m10s  mara accepts v1
        ",
        expect![[r#"
               0s  ConversationOpened v1 in support/first
               0s  WaitStarted v1 in support/first: opened
               0s  OfferMade v1 to mara until 30s (of 2)
               1s  OfferAccepted v1 by mara
               1s  AgentAssigned v1 to mara in support/first: accepted
               2s  rejected: nobody there is online; confirm to escalate all the same
               3s  EscalationStarted v1 by mara along expert from support/first to support/third
               3s  AgentReleased v1 from mara: escalated, wrap-up until 1m3s holding 1
               3s  WaitStarted v1 in support/third: escalation, credit 1s, sent by mara
               3s  NobodyEligible v1: 1 offline
              48s  VisitorToldStillSearching v1
             1m3s  WrapUpEnded v1 of mara: time_up
             3m3s  TransferEnded v1 cancelled: fallback
             3m3s  WaitStarted v1 in support/first: fallback, back, credit 3m1s, reserved for mara (previous owner) until 4m3s
             3m3s  OfferMade v1 to mara until 4m3s
            3m10s  OfferAccepted v1 by mara
            3m10s  AgentAssigned v1 to mara in support/first: accepted
        "#]],
    );
}

#[test]
fn the_sender_may_recall_it_until_somebody_accepts() {
    check(
        "
        workspace pipeline
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   mara escalates v1 to network
        3s   mara recalls v1
        4s   mara escalates v1 to network
        5s   ines accepts v1
        6s   mara recalls v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in support/first
            0s  WaitStarted v1 in support/first: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in support/first: accepted
            2s  EscalationStarted v1 by mara along network from support/first to support/second
            2s  AgentReleased v1 from mara: escalated, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in support/second: escalation, credit 1s, sent by mara
            2s  OfferMade v1 to ines until 32s
            3s  OfferEnded v1 to ines: withdrawn
            3s  TransferEnded v1 cancelled: recalled
            3s  WrapUpEnded v1 of mara: came_back
            3s  AgentAssigned v1 to mara in support/first: transfer recalled
            4s  EscalationStarted v1 by mara along network from support/first to support/second
            4s  AgentReleased v1 from mara: escalated, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in support/second: escalation, credit 2s, sent by mara
            4s  OfferMade v1 to ines until 34s
            5s  OfferAccepted v1 by ines
            5s  AgentAssigned v1 to ines in support/second: accepted, hop from mara
            5s  TransferCompleted v1 to ines by ines
            6s  rejected: no transfer is open in this conversation
        "#]],
    );
}
