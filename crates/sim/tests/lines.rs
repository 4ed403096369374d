//! Written commands and tags.

use expect_test::expect;

use crate::check;

#[test]
fn a_line_does_what_its_button_does() {
    check(
        r#"
        workspace two-tiers
        online mara ines
        0s  v1 opens "My line is dead" in billing
        +1s mara accepts v1
        +5s mara runs v1 "/transfer technical #needs_network Reset it twice"
        +2s ines accepts v1
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  MessagePosted v1 by v1
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            6s  TransferStarted v1 cold by mara to technical from billing because needs_network with note
            6s  AgentReleased v1 from mara: transferred, wrap-up until 1m6s holding 1
            6s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            6s  OfferMade v1 to ines until 36s
            8s  OfferAccepted v1 by ines
            8s  AgentAssigned v1 to ines in technical: accepted, hop from mara
            8s  TransferCompleted v1 to ines by ines
        "#]],
    );
}

#[test]
fn whom_a_line_means_is_found_by_key_or_name_whole_or_begun_in_any_case() {
    check(
        r#"
        workspace two-tiers
        online mara ines
        0s  v1 opens in billing
        +1s mara accepts v1
        +5s mara runs v1 "/warm INE to ask about the line"
        +1s mara runs v1 "/cancel"
        +1s mara runs v1 "/TRANSFER techn"
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            6s  TransferStarted v1 warm by mara to ines in technical from billing with note
            6s  OfferMade v1 to ines until 36s
            7s  OfferEnded v1 to ines: withdrawn
            7s  TransferEnded v1 cancelled: by_sender
            8s  TransferStarted v1 cold by mara to technical from billing
            8s  AgentReleased v1 from mara: transferred, wrap-up until 1m8s holding 1
            8s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            8s  OfferMade v1 to ines until 38s
        "#]],
    );
}

#[test]
fn a_line_that_begins_with_a_slash_and_is_no_command_is_refused_and_never_sent() {
    check(
        r#"
        workspace two-tiers
        online mara ines
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara runs v1 "/tarnsfer technical"
        +1s mara writes v1 "/escalat"
        +1s mara writes v1 "/etc/hosts is the file"
        +1s mara runs v1 "/transfer tecnical"
        +1s mara runs v1 "/transfer"
        +1s mara runs v1 "/park now"
        show v1
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: there is no such command
            3s  rejected: there is no such command
            4s  rejected: there is no such command
            5s  rejected: nobody and nothing here has this name
            6s  rejected: /transfer wants more
            7s  rejected: /park takes nothing more
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
        "#]],
    );
}

#[test]
fn two_slashes_send_one_and_a_visitor_may_begin_with_any() {
    check(
        r#"
        workspace two-tiers
        online mara
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara writes v1 "//etc/hosts is the file"
        +1s mara runs v1 "Open it, please."
        +1s v1 writes "/etc/hosts is open"
        show v1
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  MessagePosted v1 by mara
            3s  MessagePosted v1 by mara
            4s  MessagePosted v1 by v1
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            2s  Mara: /etc/hosts is the file
            3s  Mara: Open it, please.
            4s  you: /etc/hosts is open
        "#]],
    );
}

#[test]
fn a_message_that_is_a_command_is_run_and_not_sent() {
    check(
        r#"
        workspace two-tiers
        online mara
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara writes v1 "/priority 8"
        +1s mara writes v1 "/park" with file 1200
        +1s mara writes v1 "/close"
        show v1
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  PrioritySet v1 to 8 by mara
            3s  rejected: a command takes no files
            4s  AgentReleased v1 from mara: closed, wrap-up until 1m4s holding 1
            4s  ConversationClosed v1: agent by mara
            v1 saw:
            0s  Queued
            0s  Offered
            1s  AgentJoined Mara
            4s  Closed
        "#]],
    );
}

#[test]
fn a_line_is_decided_like_the_button_it_stands_for() {
    check(
        r#"
        workspace two-tiers
        online mara ines
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s ines runs v1 "/close"
        +1s mara runs v1 "/warm ines"
        +1s mara runs v1 "/close"
        +1s mara runs v1 "/complete"
        +1s v1 writes "Hello?"
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  rejected: your role does not allow this
            3s  TransferStarted v1 warm by mara to ines in technical from billing
            3s  OfferMade v1 to ines until 33s
            4s  rejected: a transfer is open; cancel it first
            5s  rejected: the transfer is not in a state that allows this
            6s  MessagePosted v1 by v1
        "#]],
    );
}

#[test]
fn tags_are_words_that_staff_set_and_take_off() {
    check(
        r#"
        workspace two-tiers
        online mara
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara runs v1 "/tag Refund vip"
        +1s mara runs v1 "/tag -vip"
        +1s mara runs v1 "/tag refund"
        +1s mara runs v1 "/tag two/words"
        +1s v1 looks at v1
        +1s mara looks at v1
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  TagsSet v1 to [refund vip] by mara
            3s  TagsSet v1 to [refund] by mara
            5s  rejected: a tag is a word of letters, digits, - and _
            6s  v1 sees active with Mara
            7s  mara sees v1 as owner: active in billing, owner mara; may reply note transfer park set_priority invite raise_hand close
        "#]],
    );
}

#[test]
fn an_escalation_is_written_with_its_option_or_without_where_there_is_one() {
    check(
        r#"
        workspace two-tiers
          pipelines:
            care:
              name: Care
              stages:
                first:
                  queue: billing
                  escalations: { network: { label: Networks, stage: second } }
                second: { queue: technical }
          entry: care
        online mara ines
        0s  v1 opens
        +1s mara accepts v1
        +5s mara runs v1 "/escalate netw #needs_network Reset it twice"
        +2s ines accepts v1
        +9s ines runs v1 "/escalate"
        +1s ines runs v1 "/return It was the bill after all"
        show v1
        "#,
        expect![[r#"
             0s  ConversationOpened v1 in care/first
             0s  WaitStarted v1 in care/first: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in care/first: accepted
             6s  EscalationStarted v1 by mara along network from care/first to care/second because needs_network with note
             6s  AgentReleased v1 from mara: escalated, wrap-up until 1m6s holding 1
             6s  WaitStarted v1 in care/second: escalation, credit 1s, sent by mara
             6s  OfferMade v1 to ines until 36s
             8s  OfferAccepted v1 by ines
             8s  AgentAssigned v1 to ines in care/second: accepted, hop from mara
             8s  TransferCompleted v1 to ines by ines
            17s  rejected: no escalation leads on from where the conversation is
            18s  ReturnStarted v1 by ines to mara in care/first from care/second with note
            18s  AgentReleased v1 from ines: returned, wrap-up until 1m18s holding 1
            18s  WaitStarted v1 in care/first: return, credit 3s, sent by ines, reserved for mara (previous owner) until 1m18s
            18s  OfferMade v1 to mara until 1m18s
            v1 saw:
             0s  Queued
             0s  Offered
             1s  AgentJoined Mara
             6s  AgentLeft Mara
             6s  Escalated
             6s  Offered
             8s  AgentJoined Ines
            18s  AgentLeft Ines
            18s  Queued
            18s  Offered
        "#]],
    );
}
