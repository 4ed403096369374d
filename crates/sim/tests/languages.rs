//! Languages as a need of routing (SPEC §3): where a queue requires it, its agents speak the visitor's language.

use expect_test::expect;

use crate::check;

#[test]
fn where_a_language_is_required_only_agents_who_speak_it_are_asked() {
    check(
        "
        workspace one-queue
          agents: { tom: { languages: [fr, en] }, mara: { languages: [en] } }
          queues: { help: { language: required, strategy: ordered } }
        online mara tom
        0s   v1 opens in help speaking fr
        1s   v2 opens in help speaking en
        2s   rosa looks why mara for v1
        3s   tom declines v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to tom until 30s
            1s  ConversationOpened v2 in help
            1s  WaitStarted v2 in help: opened
            1s  OfferMade v2 to mara until 31s (of 2)
            2s  rosa sees lacks language:fr 1
            3s  OfferDeclined v1 by tom
            3s  NobodyEligible v1: 1 offline, 1 lacks_skill, 1 declined
            3s  SupervisorsAlerted v1: only_agent_unwilling
        "#]],
    );
}

#[test]
fn where_none_is_required_a_language_asks_for_nobody_in_particular() {
    check(
        "
        workspace one-queue
          agents: { tom: { languages: [fr, en] }, mara: { languages: [en] } }
          queues: { help: { strategy: ordered } }
        online mara tom
        0s   v1 opens in help speaking fr
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to mara until 30s (of 2)
        "#]],
    );
}

#[test]
fn a_visitor_who_brings_no_language_has_the_workspaces() {
    check(
        "
        workspace one-queue
          settings: { default_language: fr }
          agents: { tom: { languages: [fr] }, mara: { languages: [en] } }
          queues: { help: { language: required, strategy: ordered } }
        online mara tom
        0s   v1 opens in help
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to tom until 30s
        "#]],
    );
}

#[test]
fn who_speaks_the_base_of_a_language_speaks_it() {
    check(
        "
        workspace one-queue
          agents: { tom: { languages: [pt] }, mara: { languages: [en] } }
          queues: { help: { language: required, strategy: ordered } }
        online mara tom
        0s   v1 opens in help speaking pt-BR
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  OfferMade v1 to tom until 30s
        "#]],
    );
}

#[test]
fn a_language_that_nobody_speaks_finds_nobody_and_the_explanation_says_so() {
    check(
        "
        workspace one-queue
          agents: { tom: { languages: [fr] }, mara: { languages: [en] } }
          queues: { help: { language: required } }
        online mara tom
        0s   v1 opens in help speaking fi
        1s   rosa looks why tom for v1
        ",
        expect![[r#"
            0s  ConversationOpened v1 in help
            0s  WaitStarted v1 in help: opened
            0s  NobodyEligible v1: 1 offline, 2 lacks_skill
            1s  rosa sees lacks language 1
        "#]],
    );
}

#[test]
fn relaxation_may_drop_the_language() {
    check(
        "
        workspace one-queue
          agents: { tom: { languages: [fr] }, mara: { languages: [en] } }
          queues: { help: { language: required, strategy: ordered, relax: [{ after: 30s, drop: [language] }] } }
        online mara
        0s   v1 opens in help speaking fr
        1s   v2 opens in help speaking fi
        30s  tick
        31s  tick
        ",
        expect![[r#"
             0s  ConversationOpened v1 in help
             0s  WaitStarted v1 in help: opened
             0s  NobodyEligible v1: 2 offline, 1 lacks_skill
             1s  ConversationOpened v2 in help
             1s  WaitStarted v2 in help: opened
             1s  NobodyEligible v2: 2 offline, 1 lacks_skill
            30s  WaitRelaxed v1 to step 1
            30s  OfferMade v1 to mara until 1m
            31s  WaitRelaxed v2 to step 1
            31s  OfferMade v2 to mara until 1m1s
        "#]],
    );
}

#[test]
fn a_transfer_takes_the_language_along_and_its_misfits_are_shown() {
    check(
        "
        workspace two-tiers
          agents: { mara: { languages: [fr] }, ines: { languages: [en] }, kofi: { languages: [fr] } }
          queues: { billing: { language: required }, technical: { language: required, strategy: ordered } }
        online mara ines kofi
        0s   v1 opens in billing speaking fr
        1s   mara accepts v1
        2s   mara looks for targets of v1
        3s   mara transfers v1 cold to technical
        ",
        expect![[r#"
            0s  ConversationOpened v1 in billing
            0s  WaitStarted v1 in billing: opened
            0s  OfferMade v1 to mara until 30s
            1s  OfferAccepted v1 by mara
            1s  AgentAssigned v1 to mara in billing: accepted
            2s  mara sees mara online 1/3, off: already_there, not even parked: already_there
            2s  mara sees tom offline 0/3, lacks language:fr 1, off: offline
            2s  mara sees ines online 0/2, lacks language:fr 1, serves elsewhere
            2s  mara sees kofi online 0/2, serves elsewhere
            2s  mara sees lena offline 0/2, lacks language:fr 1, serves elsewhere, off: offline
            2s  mara sees billing 0 waiting, 1 of 1 online available, off: already_there
            2s  mara sees technical 0 waiting, 2 of 2 online available
            2s  mara sees sales 0 waiting, 0 of 0 online available
            3s  TransferStarted v1 cold by mara to technical from billing
            3s  AgentReleased v1 from mara: transferred, wrap-up until 1m3s holding 1
            3s  WaitStarted v1 in technical: transfer, credit 1s, sent by mara
            3s  OfferMade v1 to kofi until 33s
        "#]],
    );
}
