//! Who may do what (SPEC §4, last section), and what supervisors do.

use expect_test::expect;

use crate::check;

#[test]
fn only_the_owner_acts_on_a_conversation() {
    check(
        "
        workspace two-tiers
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   tom writes v1 \"hello\"
        2s   tom notes v1 \"hello\"
        2s   tom transfers v1 cold to technical
        2s   tom parks v1
        2s   tom closes v1
        2s   tom prioritises v1 9
        2s   tom requeues v1
        2s   tom assigns v1 to tom
        2s   v2 opens
        3s   v2 looks at v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s (of 2)
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  rejected: your role does not allow this
                2s  rejected: your role does not allow this
                2s  rejected: your role does not allow this
                2s  rejected: your role does not allow this
                2s  rejected: your role does not allow this
                2s  rejected: your role does not allow this
                2s  rejected: your role does not allow this
                2s  rejected: your role does not allow this
                2s  ConversationOpened v2 in billing
                2s  WaitStarted v2 in billing: opened
                2s  OfferMade v2 to tom until 32s (of 2)
                3s  v2 sees nothing
        "#]],
    );
}

#[test]
fn a_supervisor_acts_where_the_owner_or_the_queue_is_of_their_teams() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   otto transfers v1 cold to technical
        2s   otto closes v1
        3s   rosa looks at v1
        4s   rosa notes v1 \"watch the invoice\"
        5s   rosa transfers v1 cold to technical
        6s   ines accepts v1
        7s   rosa closes v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: your role does not allow this
            2s  rejected: your role does not allow this
            3s  rosa sees v1 as supervisor: active in billing, owner mara; may note observe whisper join take_over transfer park set_priority invite assign requeue close
            4s  MessagePosted v1 by rosa to staff
            5s  TransferStarted v1 cold by mara to technical from billing
            5s  AgentReleased v1 from mara: transferred, wrap-up until 1m5s holding 1
            5s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            5s  OfferMade v1 to ines until 35s
            6s  OfferAccepted v1 by ines
            6s  AgentAssigned v1 to ines in technical: accepted, hop from mara
            6s  TransferCompleted v1 to ines by ines
            7s  AgentReleased v1 from ines: closed, wrap-up until 1m7s holding 1
            7s  ConversationClosed v1: supervisor by rosa
        "#]],
    );
}

#[test]
fn what_a_supervisor_may_do_is_not_lost_beside_an_offer_a_handoff_or_a_wrap_up_of_their_own() {
    check(
        "
        workspace two-tiers
          agents: { tom: { supervisor_of: [front] } }
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   mara transfers v1 cold to tom
        3s   tom looks at v1
        4s   tom accepts v1
        5s   tom transfers v1 cold to mara
        6s   tom looks at v1
        7s   mara accepts v1
        8s   tom looks at v1
        9s   tom requeues v1
        10s  v1 closes
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s (of 2)
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  TransferStarted v1 cold else return by mara to tom in billing
             2s  AgentReleased v1 from mara: transferred, wrap-up until 1m2s holding 1
             2s  WaitStarted v1 in billing: transfer, credit 1s, sent by mara, reserved for tom (named receiver) until 1m2s
             2s  OfferMade v1 to tom until 1m2s
             3s  tom sees v1 as supervisor: waiting in billing, waiting since 2s reserved for tom, cold else return transfer from mara to tom pending; may note observe whisper join (take_over: no_owner) set_priority assign (requeue: already_there) close
             4s  OfferAccepted v1 by tom
             4s  AgentAssigned v1 to tom in billing: accepted, hop from mara
             4s  TransferCompleted v1 to tom by tom
             5s  TransferStarted v1 cold else return by tom to mara in billing
             5s  AgentReleased v1 from tom: transferred, wrap-up until 1m5s holding 1
             5s  WaitStarted v1 in billing: transfer, credit 3s, sent by tom, reserved for mara (named receiver) until 1m5s
             5s  OfferMade v1 to mara until 1m5s
             6s  tom sees v1 as supervising_sender: waiting in billing, waiting since 5s reserved for mara, cold else return transfer from tom to mara pending, hops 1; may recall_transfer end_wrap_up extend_wrap_up note observe whisper join (take_over: no_owner) set_priority assign (requeue: already_there) close
             7s  OfferAccepted v1 by mara
             7s  WrapUpEnded v1 of mara: came_back
             7s  AgentAssigned v1 to mara in billing: accepted, hop from tom
             7s  TransferCompleted v1 to mara by mara
             8s  tom sees v1 as supervising_wrap_up: active in billing, owner mara, chain: mara until 4s, tom until 7s, a loop, hops 2; may end_wrap_up extend_wrap_up note observe whisper join take_over transfer return park set_priority invite assign requeue close
             9s  AgentReleased v1 from mara: moved by tom, wrap-up until 1m9s holding 1
             9s  WaitStarted v1 in billing: re-queued by tom, credit 5s, sent by mara
             9s  OfferMade v1 to tom until 39s
            10s  OfferEnded v1 to tom: withdrawn
            10s  ConversationClosed v1: visitor by v1
        "#]],
    );
}

#[test]
fn a_supervisor_re_queues_and_the_owner_is_not_asked_again_while_others_are_there() {
    check(
        "
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   rosa requeues v1
        2s   rosa requeues v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m2s holding 1
            2s  WaitStarted v1 in help: re-queued by rosa, credit 1s, sent by mara
            2s  OfferMade v1 to tom until 32s
            2s  rejected: a conversation cannot be transferred to where it is
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  AgentLeft Mara
            2s  Requeued
            2s  Offered
        "#]],
    );
}

#[test]
fn a_supervisor_assigns_a_waiting_conversation_over_the_offer_that_is_out() {
    check(
        "
        online mara tom
        0s   v1 opens
        1s   rosa assigns v1 to tom
        2s   mara accepts v1
        3s   rosa assigns v1 to mara
        4s   rosa assigns v1 to ines
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferEnded v1 to mara: withdrawn
            1s  AgentAssigned v1 to tom in help: assigned by rosa
            2s  rejected: the offer is gone: it was taken, ran out or was withdrawn
            3s  AgentReleased v1 from tom: moved by rosa, wrap-up until 1m3s holding 1
            3s  AgentAssigned v1 to mara in help: assigned by rosa
            4s  rejected: the agent is not available: Offline
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Tom
            3s  AgentLeft Tom
            3s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn what_a_supervisor_does_ends_an_open_transfer_as_cancelled() {
    check(
        "
        workspace two-tiers
        online mara tom ines
        0s   v1 opens
        0s   v2 opens
        0s   v3 opens
        1s   mara accepts v1
        1s   tom accepts v2
        1s   mara accepts v3
        2s   mara transfers v1 warm to technical
        2s   tom transfers v2 warm to technical
        2s   mara transfers v3 cold to technical
        3s   rosa requeues v1
        4s   rosa assigns v2 to mara
        5s   rosa assigns v3 to tom
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            0s  ConversationOpened v2 in billing
            0s  WaitStarted v2 in billing: opened
            0s  OfferMade v2 to tom until 30s (of 2)
            0s  ConversationOpened v3 in billing
            0s  WaitStarted v3 in billing: opened
            0s  OfferMade v3 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            1s  OfferAccepted v2 by tom
            1s  AgentAssigned v2 to tom in billing: accepted
            1s  OfferAccepted v3 by mara
            1s  AgentAssigned v3 to mara in billing: accepted
            2s  TransferStarted v1 warm by mara to technical from billing
            2s  OfferMade v1 to ines until 32s
            2s  TransferStarted v2 warm by tom to technical from billing
            2s  OfferMade v2 to ines until 32s
            2s  TransferStarted v3 cold by mara to technical from billing
            2s  AgentReleased v3 from mara: transferred, wrap-up until 1m2s holding 1
            2s  WaitStarted v3 in technical: transfer, credit 1s, sent by mara
            2s  NobodyEligible v3: 1 offline, 1 at_capacity
            3s  OfferEnded v1 to ines: withdrawn
            3s  TransferEnded v1 cancelled: requeued
            3s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in billing: re-queued by rosa, credit 1s, sent by mara
            3s  OfferMade v1 to tom until 33s
            3s  OfferMade v3 to ines until 33s
            4s  OfferEnded v2 to ines: withdrawn
            4s  TransferEnded v2 cancelled: assigned
            4s  AgentReleased v2 from tom: moved by rosa, wrap-up until 1m4s holding 1
            4s  AgentAssigned v2 to mara in billing: assigned by rosa
            5s  OfferEnded v3 to ines: withdrawn
            5s  TransferEnded v3 cancelled: assigned
            5s  AgentAssigned v3 to tom in technical: assigned by rosa
        "#]],
    );
}

#[test]
fn an_admin_sees_and_does_everything_and_an_analyst_nothing() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens
        1s   mara accepts v1
        2s   ana looks at v1
        2s   ana looks into v1
        2s   ana closes v1
        3s   ada looks into v1
        4s   ada closes v1
        ",
        expect![[r#"
                0s  ConversationOpened v1 in billing
                0s  WaitStarted v1 in billing: opened
                0s  OfferMade v1 to mara until 30s
                1s  OfferAccepted v1 by mara
                1s  AgentAssigned v1 to mara in billing: accepted
                2s  ana sees nothing
                2s  ana sees may not read
                2s  rejected: your role does not allow this
                3s  ada sees may read
                4s  AgentReleased v1 from mara: closed, wrap-up until 1m4s holding 1
                4s  ConversationClosed v1: supervisor by ada
        "#]],
    );
}

#[test]
fn an_agent_reads_what_they_take_part_in_are_offered_or_what_waits_in_their_queue() {
    check(
        "
        workspace two-tiers
        online mara
        0s   v1 opens
        1s   mara looks into v1
        1s   tom looks into v1
        1s   ines looks into v1
        2s   mara accepts v1
        3s   tom looks into v1
        4s   mara transfers v1 cold to technical
        5s   mara looks into v1
        5s   ines looks into v1
        5s   tom looks into v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  mara sees may read
            1s  tom sees may read
            1s  ines sees may not read
            2s  OfferAccepted v1 by mara
            2s  AgentAssigned v1 to mara in billing: accepted
            3s  tom sees may not read
            4s  TransferStarted v1 cold by mara to technical from billing
            4s  AgentReleased v1 from mara: transferred, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in technical: transfer, credit 2s, sent by mara
            4s  NobodyEligible v1: 2 offline
            5s  mara sees may read
            5s  ines sees may read
            5s  tom sees may not read
        "#]],
    );
}

#[test]
fn a_note_is_for_staff_and_a_visitor_cannot_write_one() {
    check(
        "
        online mara
        0s   v1 opens \"hello\"
        1s   mara accepts v1
        2s   mara notes v1 \"sounds angry\"
        3s   mara writes v1 \"how can I help?\" with file 1200
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  MessagePosted v1 by v1
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in help: accepted
            2s  MessagePosted v1 by mara to staff
            3s  MessagePosted v1 by mara with 1 file
            v1 saw:
            0s  Queued
            0s  you: hello
            0s  Offered
            1s  AgentJoined Mara
            3s  Mara: how can I help? with 1 file
        "#]],
    );
}

#[test]
fn a_quarantined_conversation_is_moved_or_closed_by_a_supervisor_only() {
    check(
        "
        workspace two-tiers
        online mara tom
        0s   v1 opens
        1s   mara accepts v1
        2s   system quarantines v1
        3s   mara transfers v1 cold to technical
        3s   mara closes v1
        3s   v1 writes \"anybody there?\"
        3s   v1 closes
        4s   mara looks at v1
        5s   rosa requeues v1
        6s   tom accepts v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  ConversationQuarantined v1
            2s  SupervisorsAlerted v1: quarantined
            3s  rejected: this conversation is held for inspection; only a supervisor can move or close it
            3s  rejected: this conversation is held for inspection; only a supervisor can move or close it
            3s  MessagePosted v1 by v1
            3s  rejected: this conversation is held for inspection; only a supervisor can move or close it
            4s  mara sees v1 as owner: active in billing, owner mara, quarantined; may reply note (transfer: quarantined) (park: quarantined) (set_priority: quarantined) (invite: quarantined) (raise_hand: quarantined) (close: quarantined)
            5s  AgentReleased v1 from mara: moved by rosa, wrap-up until 1m5s holding 1
            5s  WaitStarted v1 in billing: re-queued by rosa, credit 1s, sent by mara
            5s  OfferMade v1 to tom until 35s
            6s  OfferAccepted v1 by tom
            6s  AgentAssigned v1 to tom in billing: accepted
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  HeldForInspection
            3s  you: anybody there?
            5s  AgentLeft Mara
            5s  Requeued
            5s  Offered
            6s  AgentJoined Tom
        "#]],
    );
}

#[test]
fn staff_cannot_write_in_a_conversation_they_only_watch() {
    check(
        "
        workspace two-tiers
        online mara ines
        0s   v1 opens
        1s   mara accepts v1
        2s   rosa writes v1 \"hello from above\"
        2s   otto notes v1 \"not my team\"
        2s   ana notes v1 \"figures only\"
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: your role does not allow this
            2s  rejected: your role does not allow this
            2s  rejected: your role does not allow this
        "#]],
    );
}
