//! Supervisors who help for a while (SPEC §4, "Assist"), and what stays of it when ownership moves.

use expect_test::expect;

use crate::check;

#[test]
fn the_owner_raises_a_hand_and_the_first_supervisor_takes_it() {
    check(
        "
        workspace two-tiers
        online mara rosa ada
        0s    v1 opens
        1s    mara accepts v1
        2s    mara raises hand in v1 \"may I refund this\"
        3s    rosa looks at v1
        4s    rosa takes hand in v1 by whispering
        4s    ada takes hand in v1 by joining
        5s    mara looks at v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  HandRaised v1 for mara: asked with note, until 2m2s
            3s  rosa sees v1 as supervisor: active in billing, owner mara, hand up since 2s (asked with note); may note take_hand lower_hand observe whisper join take_over transfer park set_priority invite assign requeue close
            4s  HandLowered v1: taken by rosa
            4s  SupervisorEntered v1 rosa: whisper
            4s  rejected: a supervisor has answered this hand already
            5s  mara sees v1 as owner: active in billing, owner mara, supervisor (whisper) rosa; may reply note transfer park set_priority invite raise_hand write_whisper close
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn only_the_owner_raises_a_hand_and_only_one() {
    check(
        "
        workspace two-tiers
        online mara tom rosa
        0s    v1 opens
        1s    mara raises hand in v1
        2s    mara accepts v1
        3s    tom raises hand in v1
        3s    rosa raises hand in v1
        3s    mara lowers hand in v1
        4s    mara raises hand in v1
        4s    mara raises hand in v1
        5s    tom takes hand in v1 by joining
        5s    otto takes hand in v1 by joining
        6s    mara lowers hand in v1
        6s    rosa takes hand in v1 by joining
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  rejected: your role does not allow this
            2s  OfferAccepted v1 by mara
            2s  AgentAssigned v1 to mara in billing: accepted
            3s  rejected: your role does not allow this
            3s  rejected: your role does not allow this
            3s  rejected: no hand is raised here
            4s  HandRaised v1 for mara: asked, until 2m4s
            4s  rejected: a hand is raised here already
            5s  rejected: your role does not allow this
            5s  rejected: your role does not allow this
            6s  HandLowered v1: lowered by mara
            6s  rejected: no hand is raised here
        "#]],
    );
}

#[test]
fn a_hand_that_nobody_answers_alerts_every_supervisor_after_2_min_and_the_agent_is_told() {
    check(
        "
        workspace two-tiers
        online mara rosa otto
        0s    v1 opens
        1s    mara accepts v1
        2s    mara raises hand in v1
        3s    otto looks at v1
        3m    otto looks at v1
        3m    mara looks at v1
        3m    otto takes hand in v1 by whispering
        ",
        expect![[r#"
              0s  ConversationOpened v1 in billing
              0s  WaitStarted v1 in billing: opened
              0s  OfferMade v1 to mara until 30s
              1s  OfferAccepted v1 by mara
              1s  AgentAssigned v1 to mara in billing: accepted
              2s  HandRaised v1 for mara: asked, until 2m2s
              3s  otto sees nothing
            2m2s  SupervisorsAlerted v1: hand_unanswered
              3m  otto sees v1 as supervisor: active in billing, owner mara, hand up since 2s (asked, everybody alerted); may note take_hand lower_hand observe whisper join take_over transfer park set_priority invite assign requeue close
              3m  mara sees v1 as owner: active in billing, owner mara, hand up since 2s (asked, everybody alerted); may reply note transfer park set_priority invite lower_hand close
              3m  HandLowered v1: taken by otto
              3m  SupervisorEntered v1 otto: whisper
        "#]],
    );
}

#[test]
fn with_no_supervisor_online_a_hand_alerts_every_supervisor_at_once() {
    check(
        "
        workspace two-tiers
        online mara otto
        0s    v1 opens
        1s    mara accepts v1
        2s    mara raises hand in v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  HandRaised v1 for mara: asked, until 2m2s
            2s  SupervisorsAlerted v1: hand_unanswered
        "#]],
    );
}

#[test]
fn a_hand_goes_down_when_ownership_moves_and_when_it_closes() {
    check(
        "
        workspace two-tiers
        online mara tom rosa ines
        0s    v1 opens
        0s    v2 opens
        1s    mara accepts v1
        1s    tom accepts v2
        2s    mara raises hand in v1
        2s    tom raises hand in v2
        3s    mara transfers v1 cold to technical
        4s    v2 closes
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            0s  ConversationOpened v2 in billing
            0s  WaitStarted v2 in billing: opened
            0s  OfferMade v2 to tom until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            1s  OfferAccepted v2 by tom
            1s  AgentAssigned v2 to tom in billing: accepted
            2s  HandRaised v1 for mara: asked, until 2m2s
            2s  HandRaised v2 for tom: asked, until 2m2s
            3s  TransferStarted v1 cold by mara to technical from billing
            3s  HandLowered v1: ownership moved
            3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            3s  OfferMade v1 to ines until 33s
            4s  HandLowered v2: closed
            4s  AgentReleased v2 from tom: closed, wrap-up until 1m4s holding 1
            4s  ConversationClosed v2: visitor by v2
        "#]],
    );
}

#[test]
fn an_observer_is_silent_takes_no_room_and_is_not_shown_to_the_visitor() {
    check(
        "
        workspace two-tiers
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by observing
        3s    rosa writes v1 \"hello\"
        3s    rosa whispers v1 \"hello\"
        4s    rosa looks
        4s    mara looks at v1
        4s    v1 looks
        5s    rosa leaves v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: observe
            3s  rejected: your role does not allow this
            3s  rejected: your role does not allow this
            4s  rosa sees me: online, load 0/4
            4s  rosa sees v1 as observing: active in billing, owner mara, supervisor (observe) rosa; may note whisper join leave take_over transfer park set_priority invite assign requeue close
            4s  mara sees v1 as owner: active in billing, owner mara, supervisor (observe) rosa; may reply note transfer park set_priority invite raise_hand close
            4s  v1 sees active with Mara
            5s  SupervisorLeft v1 rosa from observe: left
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn whether_the_agent_is_told_of_an_observer_is_a_setting() {
    check(
        "
        workspace two-tiers
          settings: { tell_agent_of_observer: false }
        online mara rosa ada
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by observing
        3s    mara looks at v1
        3s    ada looks at v1
        4s    rosa assists v1 by whispering
        5s    mara looks at v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: observe
            3s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
            3s  ada sees v1 as supervisor: active in billing, owner mara, supervisor (observe) rosa; may note observe whisper join take_over transfer park set_priority invite assign requeue close
            4s  SupervisorModeChanged v1 rosa from observe to whisper
            5s  mara sees v1 as owner: active in billing, owner mara, supervisor (whisper) rosa; may reply note transfer park set_priority invite raise_hand write_whisper close
        "#]],
    );
}

#[test]
fn whether_the_visitor_is_told_of_an_observer_is_a_setting() {
    check(
        "
        workspace two-tiers
          settings: { tell_visitor_of_observer: true }
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by observing
        3s    v1 looks
        4s    rosa leaves v1
        5s    v1 looks
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: observe
            3s  v1 sees active with Mara, observed
            4s  SupervisorLeft v1 rosa from observe: left
            5s  v1 sees active with Mara
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn a_whisper_is_seen_by_staff_only() {
    check(
        "
        workspace two-tiers
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    mara whispers v1 \"nobody there yet\"
        3s    rosa assists v1 by whispering
        4s    rosa whispers v1 \"offer the refund\"
        5s    mara whispers v1 \"thank you\"
        6s    rosa writes v1 \"hello\"
        7s    mara looks at v1
        7s    v1 looks
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: your role does not allow this
            3s  SupervisorEntered v1 rosa: whisper
            4s  MessagePosted v1 by rosa in a whisper to mara
            5s  MessagePosted v1 by mara in a whisper to mara
            6s  rejected: your role does not allow this
            7s  mara sees v1 as owner: active in billing, owner mara, supervisor (whisper) rosa; may reply note transfer park set_priority invite raise_hand write_whisper close
            7s  v1 sees active with Mara
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn the_visitor_sees_a_supervisor_join_and_leave() {
    check(
        "
        workspace two-tiers
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by joining
        3s    rosa writes v1 \"let me help\"
        4s    v1 looks
        5s    rosa looks at v1
        6s    rosa leaves v1
        7s    rosa writes v1 \"one more thing\"
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: join
            3s  MessagePosted v1 by rosa
            4s  v1 sees active with Mara and Rosa
            5s  rosa sees v1 as joined: active in billing, owner mara, supervisor (join) rosa; may reply note write_whisper observe whisper leave take_over transfer park set_priority invite assign requeue close
            6s  SupervisorLeft v1 rosa from join: left
            7s  rejected: your role does not allow this
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  SupervisorJoined Rosa
            3s  Rosa: let me help
            6s  SupervisorLeft Rosa
        "#]],
    );
}

#[test]
fn going_from_whisper_to_the_visitors_channel_asks_for_confirmation() {
    check(
        "
        workspace two-tiers
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by observing
        3s    rosa assists v1 by whispering
        4s    rosa assists v1 by joining
        5s    rosa assists v1 by joining confirmed
        6s    rosa assists v1 by observing
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: observe
            3s  SupervisorModeChanged v1 rosa from observe to whisper
            4s  rejected: confirm it: from here on the visitor reads along, or it ends for others too
            5s  SupervisorModeChanged v1 rosa from whisper to join
            6s  SupervisorModeChanged v1 rosa from join to observe
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            5s  SupervisorJoined Rosa
            6s  SupervisorLeft Rosa
        "#]],
    );
}

#[test]
fn several_supervisors_may_be_there() {
    check(
        "
        workspace two-tiers
        online mara rosa ada
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by whispering
        3s    ada assists v1 by joining
        4s    mara looks at v1
        5s    v1 closes
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: whisper
            3s  SupervisorEntered v1 ada: join
            4s  mara sees v1 as owner: active in billing, owner mara, supervisor (whisper) rosa, supervisor (join) ada; may reply note transfer park set_priority invite raise_hand write_whisper close
            5s  SupervisorLeft v1 rosa from whisper: closed
            5s  SupervisorLeft v1 ada from join: closed
            5s  AgentReleased v1 from mara: closed, wrap-up until 1m5s holding 1
            5s  ConversationClosed v1: visitor by v1
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            3s  SupervisorJoined Ada
            5s  Closed
        "#]],
    );
}

#[test]
fn a_supervisor_may_step_in_while_it_waits() {
    check(
        "
        workspace two-tiers
        online rosa
        0s    v1 opens
        1s    rosa assists v1 by joining
        2s    rosa writes v1 \"somebody will be with you in a minute\"
        3s    rosa takes over v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  NobodyEligible v1: 2 offline
            1s  SupervisorEntered v1 rosa: join
            2s  MessagePosted v1 by rosa
            3s  rejected: nobody owns the conversation
            v1 saw:
            0s  Queued
            1s  SupervisorJoined Rosa
            2s  Rosa: somebody will be with you in a minute
        "#]],
    );
}

#[test]
fn only_supervisors_of_the_owner_or_the_queue_step_in() {
    check(
        "
        workspace two-tiers
        online mara tom otto
        0s    v1 opens
        1s    mara accepts v1
        2s    tom assists v1 by observing
        2s    otto assists v1 by observing
        2s    ana assists v1 by observing
        2s    otto takes over v1
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
        "#]],
    );
}

#[test]
fn a_supervisor_lost_for_30_s_leaves_the_assist() {
    check(
        "
        workspace two-tiers
        online mara rosa ada
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by joining
        2s    ada assists v1 by observing
        10s   rosa drops
        10s   ada drops
        20s   ada connects
        1m    tick
        show v1
        ",
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             2s  SupervisorEntered v1 rosa: join
             2s  SupervisorEntered v1 ada: observe
            10s  AgentConnectionLost rosa
            10s  AgentConnectionLost ada
            20s  AgentConnected ada
            40s  AgentDisconnected rosa
            40s  SupervisorLeft v1 rosa from join: lost
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             2s  SupervisorJoined Rosa
            40s  SupervisorLeft Rosa
        "#]],
    );
}

#[test]
fn who_is_no_supervisor_any_more_leaves_the_assist() {
    check(
        "
        workspace two-tiers
        online mara rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by joining
        3s    admin configures
          agents: { rosa: { supervisor_of: [], roles: [analyst] } }
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: join
            3s  WorkspaceConfigured version 2
            3s  SupervisorLeft v1 rosa from join: removed
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  SupervisorJoined Rosa
            3s  SupervisorLeft Rosa
        "#]],
    );
}

#[test]
fn supervisors_stay_when_ownership_moves_and_may_leave() {
    check(
        "
        workspace two-tiers
        online mara lena rosa otto
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by joining
        3s    mara transfers v1 cold to lena
        4s    lena accepts v1
        5s    rosa writes v1 \"I am still with you\"
        6s    rosa looks at v1
        7s    rosa leaves v1
        8s    rosa looks at v1
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: join
            3s  TransferStarted v1 cold else return by mara to lena in sales from billing
            3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in sales: transfer, credit 1s, sent by mara, reserved for lena (named receiver) until 1m3s
            3s  OfferMade v1 to lena until 1m3s
            4s  OfferAccepted v1 by lena
            4s  AgentAssigned v1 to lena in sales: accepted, hop from mara
            4s  TransferCompleted v1 to lena by lena
            5s  MessagePosted v1 by rosa
            6s  rosa sees v1 as joined: active in sales, owner lena, supervisor (join) rosa, hops 1; may reply note write_whisper observe whisper leave take_over transfer return park set_priority invite assign requeue close
            7s  SupervisorLeft v1 rosa from join: left
            8s  rosa sees nothing
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  SupervisorJoined Rosa
            3s  AgentLeft Mara
            3s  Queued
            3s  Offered
            4s  AgentJoined Lena
            5s  Rosa: I am still with you
            7s  SupervisorLeft Rosa
        "#]],
    );
}

#[test]
fn whispers_are_for_the_owner_of_that_moment() {
    check(
        "
        workspace two-tiers
        online mara lena rosa
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by whispering
        3s    rosa whispers v1 \"for mara\"
        4s    mara transfers v1 cold to lena
        5s    rosa whispers v1 \"for nobody but supervisors\"
        6s    lena accepts v1
        7s    rosa whispers v1 \"for lena\"
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: whisper
            3s  MessagePosted v1 by rosa in a whisper to mara
            4s  TransferStarted v1 cold else return by mara to lena in sales from billing
            4s  AgentReleased v1 from mara: transferred, wrap-up until 1m4s holding 1
            4s  WaitStarted v1 in sales: transfer, credit 1s, sent by mara, reserved for lena (named receiver) until 1m4s
            4s  OfferMade v1 to lena until 1m4s
            5s  MessagePosted v1 by rosa in a whisper
            6s  OfferAccepted v1 by lena
            6s  AgentAssigned v1 to lena in sales: accepted, hop from mara
            6s  TransferCompleted v1 to lena by lena
            7s  MessagePosted v1 by rosa in a whisper to lena
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            4s  AgentLeft Mara
            4s  Queued
            4s  Offered
            6s  AgentJoined Lena
        "#]],
    );
}

#[test]
fn later_owners_and_guests_read_notes_and_no_whispers() {
    check(
        "
        workspace two-tiers
        online mara ines rosa ada
        0s    v1 opens
        1s    mara accepts v1
        2s    rosa assists v1 by whispering
        3s    rosa whispers v1 \"offer the refund\"
        4s    mara whispers v1 \"how much\"
        5s    mara notes v1 \"an old customer\"
        6s    mara transfers v1 warm to ines staying
        7s    ines accepts v1
        8s    rosa whispers v1 \"you may offer half\"
        9s    mara looks through v1
        9s    ines looks through v1
        9s    ada looks through v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 rosa: whisper
            3s  MessagePosted v1 by rosa in a whisper to mara
            4s  MessagePosted v1 by mara in a whisper to mara
            5s  MessagePosted v1 by mara to staff
            6s  TransferStarted v1 warm staying by mara to ines in technical from billing
            6s  OfferMade v1 to ines until 36s
            7s  OfferAccepted v1 by ines
            7s  TransferAccepted v1 by ines
            7s  AgentReleased v1 from mara: became guest, wrap-up until 1m7s holding 1
            7s  AgentAssigned v1 to ines in technical: transfer completed, hop from mara
            7s  TransferCompleted v1 to ines by ines
            7s  GuestJoined v1 mara: handed_over
            8s  MessagePosted v1 by rosa in a whisper to ines
            9s  mara sees to Whisper: offer the refund
            9s  mara sees to Whisper: how much
            9s  mara sees to Staff: an old customer
            9s  ines sees to Staff: an old customer
            9s  ines sees to Whisper: you may offer half
            9s  ada sees to Whisper: offer the refund
            9s  ada sees to Whisper: how much
            9s  ada sees to Staff: an old customer
            9s  ada sees to Whisper: you may offer half
        "#]],
    );
}

#[test]
fn a_supervisor_who_is_given_the_conversation_is_its_owner_and_nothing_else() {
    check(
        "
        workspace two-tiers
          agents: { tom: { supervisor_of: [front] } }
        online mara tom
        0s    v1 opens
        1s    mara accepts v1
        2s    tom assists v1 by joining
        3s    tom assigns v1 to tom
        4s    tom looks at v1
        4s    tom assists v1 by observing
        show v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s (of 2)
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  SupervisorEntered v1 tom: join
            3s  AgentReleased v1 from mara: moved by tom, wrap-up until 1m3s holding 1
            3s  SupervisorLeft v1 tom from join: took_part
            3s  AgentAssigned v1 to tom in billing: assigned by tom
            4s  tom sees v1 as owner: active in billing, owner tom; may reply note transfer park set_priority invite raise_hand close
            4s  rejected: your role does not allow this
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  SupervisorJoined Tom
            3s  AgentLeft Mara
            3s  AgentJoined Tom
        "#]],
    );
}
