//! Whispers (SPEC §4, "Assist"; I7): who reads them, and the way from there to the visitor's channel.

use expect_test::expect;

use crate::check;

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
