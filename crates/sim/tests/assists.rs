//! Supervisors who help for a while (SPEC §4, "Assist"), and what stays of it when ownership moves.

use expect_test::expect;

use crate::check;

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
