//! That the generated acts get everywhere: a rule that nothing reaches is a rule that nothing holds.

use std::{collections::BTreeSet, fmt::Debug};

use expect_test::expect;
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

use super::{World, acts::acts, workspaces::workspace};

/// One that goes missing wants acts that lead to it. Rejections, and what only pipelines, tags and imports come to, are
/// the stories'.
#[test]
fn the_acts_reach_every_event_and_deadline_of_a_workspace_without_pipelines() {
    let mut runner = TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    for _ in 0..4_000 {
        let config = workspace().new_tree(&mut runner).unwrap().current();
        let acts = acts().new_tree(&mut runner).unwrap().current();
        let mut world = World::open(config).unwrap();
        for act in acts {
            world.act(act).unwrap();
        }
        world.run_out().unwrap();
        reached.append(&mut world.reached);
    }
    let reached: Vec<&str> = reached.iter().map(String::as_str).collect();
    expect![[r#"
        deadline AgentGraceEnds
        deadline AgentLostEnds
        deadline ArchiveDue
        deadline ClosingGraceEnds
        deadline CoolDownEnds
        deadline GuestSilenceEnds
        deadline HandUnanswered
        deadline HoursChange
        deadline IdleClose
        deadline IdleReminder
        deadline IntroductionEnds
        deadline MaxWait
        deadline MessageUnanswered
        deadline OfferExpires
        deadline OfflineFormEnds
        deadline OwnerSilent
        deadline ParkedEnds
        deadline PassEnds
        deadline ReservationEnds
        deadline StillSearching
        deadline StoppedMoveEnds
        deadline SupervisorLostEnds
        deadline VisitorLostEnds
        deadline WaitRelaxes
        deadline WakeReservationEnds
        deadline WrapUpEnds
        event AgentAssigned
        event AgentConnected
        event AgentConnectionLost
        event AgentDisconnected
        event AgentGivenUp
        event AgentReleased
        event AgentRespondedAgain
        event AgentStatusSet
        event AgentStoppedResponding
        event AttributesSet
        event ChoiceAsked
        event ConversationArchived
        event ConversationClosed
        event ConversationOpened
        event ConversationParked
        event ConversationQuarantined
        event ConversationRead
        event ConversationWoken
        event CoolDownEnded
        event EstimateShown
        event Greeted
        event GuestJoined
        event GuestLeft
        event HandLowered
        event HandRaised
        event HandRuleMet
        event HoursRenewed
        event InvitationAccepted
        event InvitationCompleted
        event InvitationEnded
        event InvitationStarted
        event MessageAsked
        event MessagePosted
        event MoveAllowed
        event MoveStopped
        event NobodyEligible
        event OfferAccepted
        event OfferDeclined
        event OfferEnded
        event OfferMade
        event OwnerBack
        event OwnerLost
        event OwnershipKept
        event PredictionsTested
        event PrioritySet
        event QueueClosed
        event QueueOpened
        event ReservationEnded
        event ServerStarted
        event SupervisorEntered
        event SupervisorLeft
        event SupervisorModeChanged
        event SupervisorsAlerted
        event TransferAccepted
        event TransferCompleted
        event TransferEnded
        event TransferStarted
        event TransferTurnedCold
        event VisitorConnected
        event VisitorConnectionLost
        event VisitorErased
        event VisitorReminded
        event VisitorToldOutOfHours
        event VisitorToldStillSearching
        event WaitContinued
        event WaitRelaxed
        event WaitResumed
        event WaitStarted
        event WakeDelayed
        event WorkspaceConfigured
        event WrapUpEnded
        event WrapUpExtended"#]]
    .assert_eq(&reached.join("\n"));
}

/// The name of a variant.
pub fn name(kind: &str, variant: &impl Debug) -> String {
    let shown = format!("{variant:?}");
    let end = shown.find([' ', '(', '{']).unwrap_or(shown.len());
    format!("{kind} {}", &shown[..end])
}
