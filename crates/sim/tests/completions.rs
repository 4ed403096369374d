//! How a line may go on: the buttons of whoever writes, and what each may be followed by.

use expect_test::expect;

use crate::check;

#[test]
fn the_commands_offered_are_the_buttons_shown_and_one_that_is_off_says_why() {
    check(
        r#"
        workspace two-tiers
        online mara ines rosa
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara looks beyond v1 "/"
        +1s rosa looks beyond v1 "/"
        +1s ines looks beyond v1 "/"
        +1s mara runs v1 "/warm ines"
        +1s mara looks beyond v1 "/c"
        +1s mara looks beyond v1 "/T"
        +1s mara looks beyond v1 "hel"
        +1s mara looks beyond v1 "//hel"
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  mara sees "/transfer "
            2s  mara sees "/warm "
            2s  mara sees "/invite "
            2s  mara sees "/assist "
            2s  mara sees "/note "
            2s  mara sees "/tag "
            2s  mara sees "/priority "
            2s  mara sees "/park"
            2s  mara sees "/close"
            2s  mara sees "/help"
            3s  rosa sees "/transfer "
            3s  rosa sees "/warm "
            3s  rosa sees "/invite "
            3s  rosa sees "/observe"
            3s  rosa sees "/whisper "
            3s  rosa sees "/join"
            3s  rosa sees "/takeover"
            3s  rosa sees "/note "
            3s  rosa sees "/tag "
            3s  rosa sees "/priority "
            3s  rosa sees "/park"
            3s  rosa sees "/close"
            3s  rosa sees "/help"
            4s  ines sees nothing
            5s  TransferStarted v1 warm by mara to ines in technical from billing
            5s  OfferMade v1 to ines until 35s
            6s  mara sees "/complete", off: not_accepted_yet
            6s  mara sees "/cancel "
            6s  mara sees "/close", off: transfer_open
            7s  mara sees "/transfer ", off: transfer_open
            7s  mara sees "/tag "
        "#]],
    );
}

#[test]
fn a_target_is_completed_with_those_that_are_open_first_and_then_with_a_reason() {
    check(
        r#"
        workspace two-tiers
        online mara ines
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara looks beyond v1 "/transfer "
        +1s mara looks beyond v1 "/warm @i"
        +1s mara looks beyond v1 "/transfer tech"
        +1s mara looks beyond v1 "/transfer technical #"
        +1s mara looks beyond v1 "/transfer technical #wants"
        +1s mara looks beyond v1 "/transfer technical the line"
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  mara sees "/transfer technical "
            2s  mara sees "/transfer sales "
            2s  mara sees "/transfer ines "
            2s  mara sees "/transfer billing ", off: already_there
            2s  mara sees "/transfer mara ", off: already_there
            2s  mara sees "/transfer tom ", off: offline
            2s  mara sees "/transfer kofi ", off: offline
            2s  mara sees "/transfer lena ", off: offline
            3s  mara sees "/warm sales "
            3s  mara sees "/warm ines "
            4s  mara sees "/transfer technical "
            5s  mara sees "/transfer technical #needs_network "
            5s  mara sees "/transfer technical #wants_to_buy "
            6s  mara sees "/transfer technical #wants_to_buy "
        "#]],
    );
}

#[test]
fn an_escalation_is_completed_with_the_ways_on_from_the_stage_by_key_or_label() {
    check(
        r#"
        workspace two-tiers
          pipelines:
            care:
              name: Care
              stages:
                first:
                  queue: billing
                  escalations:
                    network: { label: Networks, stage: second }
                    buying: { label: The sales crew, stage: third }
                second: { queue: technical, escalations: { onwards: { label: Onwards, stage: third } } }
                third: { queue: sales, tier: 2 }
          entry: care
        online mara ines
        0s  v1 opens
        +1s mara accepts v1
        +1s mara looks beyond v1 "/escalate "
        +1s mara looks beyond v1 "/escalate sal"
        +1s mara looks beyond v1 "/escalate! net"
        +1s mara looks beyond v1 "/escalate network #n"
        +1s mara runs v1 "/warm ines"
        +1s mara looks beyond v1 "/escalate "
        +1s mara runs v1 "/cancel"
        +1s mara runs v1 "/escalate network"
        +1s ines accepts v1
        +1s ines looks beyond v1 "/escalate #w"
        "#,
        expect![[r#"
             0s  ConversationOpened v1 in care/first
             0s  WaitStarted v1 in care/first: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in care/first: accepted
             2s  mara sees "/escalate network "
             2s  mara sees "/escalate buying "
             3s  mara sees "/escalate buying "
             4s  mara sees "/escalate! network "
             5s  mara sees "/escalate network #needs_network "
             6s  TransferStarted v1 warm by mara to ines in care/second from care/first
             6s  OfferMade v1 to ines until 36s
             7s  mara sees "/escalate network ", off: transfer_open
             7s  mara sees "/escalate buying ", off: transfer_open
             8s  OfferEnded v1 to ines: withdrawn
             8s  TransferEnded v1 cancelled: by_sender
             9s  EscalationStarted v1 by mara along network from care/first to care/second
             9s  AgentReleased v1 from mara: escalated, wrap-up until 1m9s holding 1
             9s  WaitStarted v1 in care/second: escalation, credit 1s, sent by mara
             9s  OfferMade v1 to ines until 39s
            10s  OfferAccepted v1 by ines
            10s  AgentAssigned v1 to ines in care/second: accepted, hop from mara
            10s  TransferCompleted v1 to ines by ines
            11s  ines sees "/escalate #wants_to_buy "
        "#]],
    );
}

#[test]
fn participants_are_completed_by_name_from_those_who_are_there() {
    check(
        r#"
        workspace two-tiers
          agents: { kofi: { capacity: 1 } }
        online mara ines kofi lena
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara looks beyond v1 "/remove "
        +1s mara looks beyond v1 "/invite "
        +1s mara runs v1 "/invite ines"
        +1s ines accepts v1
        +1s mara runs v1 "/invite kofi"
        +1s mara looks beyond v1 "/cancel "
        +1s kofi accepts v1
        +1s mara looks beyond v1 "/remove "
        +1s mara looks beyond v1 "/owner d"
        +1s mara looks beyond v1 "/leave "
        +1s ines looks beyond v1 "/"
        +1s ines drops
        +31s mara looks beyond v1 "/leave "
        "#,
        expect![[r#"
             0s  ConversationOpened v1 in billing
             0s  WaitStarted v1 in billing: opened
             0s  OfferMade v1 to mara until 30s
             1s  OfferAccepted v1 by mara
             1s  AgentAssigned v1 to mara in billing: accepted
             3s  mara sees "/invite technical "
             3s  mara sees "/invite sales "
             3s  mara sees "/invite ines "
             3s  mara sees "/invite kofi "
             3s  mara sees "/invite lena "
             3s  mara sees "/invite billing ", off: already_there
             3s  mara sees "/invite mara ", off: already_there
             3s  mara sees "/invite tom ", off: offline
             4s  InvitationStarted v1 of ines by mara in technical
             4s  OfferMade v1 to ines until 34s
             5s  OfferAccepted v1 by ines
             5s  InvitationAccepted v1 by ines
             5s  GuestJoined v1 ines: invited
             6s  InvitationStarted v1 of kofi by mara in technical
             6s  OfferMade v1 to kofi until 36s
             7s  mara sees "/cancel kofi "
             8s  OfferAccepted v1 by kofi
             8s  InvitationAccepted v1 by kofi
             8s  GuestJoined v1 kofi: invited
             9s  mara sees "/remove ines "
             9s  mara sees "/remove kofi "
            10s  mara sees "/owner ines "
            11s  mara sees "/leave ines "
            11s  mara sees "/leave kofi "
            12s  ines sees "/leave "
            12s  ines sees "/note "
            12s  ines sees "/tag "
            12s  ines sees "/help"
            13s  AgentConnectionLost ines
            43s  AgentDisconnected ines
            44s  mara sees "/leave kofi "
            44s  mara sees "/leave ines ", off: disconnected
        "#]],
    );
}

#[test]
fn tags_are_completed_from_the_list_and_after_a_minus_from_those_that_are_set() {
    check(
        r#"
        workspace two-tiers
          tags: { refund: Refund, returns: Returns, vip: Very important }
        online mara
        0s  v1 opens in billing
        +1s mara accepts v1
        +1s mara looks beyond v1 "/tag re"
        +1s mara runs v1 "/tag refund vip"
        +1s mara looks beyond v1 "/tag "
        +1s mara looks beyond v1 "/tag returns -"
        "#,
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  mara sees "/tag refund "
            2s  mara sees "/tag returns "
            3s  TagsSet v1 to [refund vip] by mara
            4s  mara sees "/tag returns "
            5s  mara sees "/tag returns -refund "
            5s  mara sees "/tag returns -vip "
        "#]],
    );
}
