//! What a command means: whether the rules allow it, and the facts it comes to.
//!
//! Each decision checks everything first and tells its first event only when nothing can be refused any
//! more. What follows for others is `settle`'s.

mod agents;
mod assist;
mod chain;
mod conference;
mod desk;
mod due;
mod erasure;
mod escalations;
mod estimates;
mod hours;
mod keywords;
mod lines;
mod offers;
mod opening;
mod supervisors;
mod talk;
mod texts;
mod transfers;
mod visitors;

use crate::{
    command::{Actor, ChosenStatus, Command, OpenWork},
    desk::Answer,
    event::Event,
    rejection::Rejection,
    slash,
    turn::Turn,
};

pub(crate) fn decide(turn: &mut Turn<'_>, command: Command) -> Result<Answer, Rejection> {
    let needs_rules =
        !matches!(command, Command::Configure { .. } | Command::StartServer | Command::Tick);
    if needs_rules && turn.desk.config().is_none() {
        return Err(Rejection::NotConfigured);
    }
    if let Actor::Visitor(visitor) = turn.actor
        && turn.desk.state.erased.contains(visitor)
    {
        return Err(Rejection::VisitorErased);
    }
    let answer = dispatch(turn, command);
    debug_assert!(
        answer.is_ok() || turn.told_nothing(),
        "a rejection comes before the first event"
    );
    let answer = answer?;
    if let Actor::Agent(agent) = turn.actor
        && turn
            .desk
            .state
            .agents
            .get(&agent)
            .is_some_and(|agent| agent.unanswered > 0 || agent.not_responding)
    {
        turn.tell(Event::AgentRespondedAgain { agent });
    }
    Ok(answer)
}

fn dispatch(turn: &mut Turn<'_>, command: Command) -> Result<Answer, Rejection> {
    match command {
        Command::Configure { config } => desk::configure(turn, config),
        Command::RenewHours { version, hours } => hours::renew(turn, version, hours),
        Command::StartServer => desk::start_server(turn),
        Command::Tick => desk::tick(turn),
        Command::Quarantine { conversation } => desk::quarantine(turn, conversation),
        Command::EraseVisitor { visitor } => erasure::erase(turn, visitor),
        Command::NoteEstimate { conversation, position, estimate } => {
            estimates::note(turn, conversation, position, estimate)
        }
        Command::ConnectAgent { agent } => desk::connect_agent(turn, agent),
        Command::LoseAgentConnection { agent } => desk::lose_agent_connection(turn, agent),
        Command::ConnectVisitor { visitor } => desk::connect_visitor(turn, visitor),
        Command::LoseVisitorConnection { visitor } => desk::lose_visitor_connection(turn, visitor),

        Command::OpenConversation { entry, needs, language, answers, attributes, message } => {
            let opening = opening::Opening { entry, needs, language, answers, attributes, message };
            opening::open(turn, opening)
        }
        Command::AnswerChoice { conversation, choice } => {
            visitors::answer_choice(turn, conversation, choice)
        }

        Command::SetAttributes { conversation, known, changes } => {
            visitors::set_attributes(turn, conversation, known, changes)
        }

        Command::PostMessage { conversation, audience, message }
            if slash::is_line(turn.actor, audience, &message) =>
        {
            lines::post(turn, conversation, message)
        }
        Command::PostMessage { conversation, audience, message } => {
            talk::post(turn, conversation, audience, message)
        }
        Command::RunLine { conversation, line } => lines::run(turn, conversation, &line),
        Command::SetTags { conversation, add, remove } => {
            lines::set_tags(turn, conversation, &add, &remove)
        }
        Command::Close { conversation } => talk::close(turn, conversation),

        Command::SetStatus { status: ChosenStatus::Offline, .. } => {
            agents::go_offline(turn, OpenWork::Finish)
        }
        Command::SetStatus { status, reason } => agents::set_status(turn, status, reason),
        Command::GoOffline { open } => agents::go_offline(turn, open),
        Command::ReportActivity => turn.desk.asking_agent(turn.actor).map(|_| Answer::Done),
        Command::Park { conversation } => agents::park(turn, conversation),
        Command::Wake { conversation } => agents::wake(turn, conversation),
        Command::EndWrapUp { conversation, disposition, note } => {
            agents::end_wrap_up(turn, conversation, disposition, note)
        }
        Command::ExtendWrapUp { conversation } => agents::extend_wrap_up(turn, conversation),
        Command::SetPriority { conversation, priority } => {
            agents::set_priority(turn, conversation, priority)
        }

        Command::AcceptOffer { offer } => offers::accept(turn, offer),
        Command::DeclineOffer { offer } => offers::decline(turn, offer),
        Command::Pull { conversation } => offers::pull(turn, conversation),
        Command::AnswerMessage { conversation } => agents::answer_message(turn, conversation),

        Command::StartTransfer { conversation, target, mode, place, reason, note } => {
            let wanted = transfers::Wanted { target, mode, place, reason, note };
            transfers::start(turn, conversation, wanted)
        }
        Command::CancelTransfer { conversation } => transfers::cancel(turn, conversation),
        Command::RecallTransfer { conversation } => transfers::recall(turn, conversation),
        Command::CompleteTransfer { conversation } => transfers::complete(turn, conversation),
        Command::HandBack { conversation } => transfers::hand_back(turn, conversation),
        Command::Leave { conversation, next } => transfers::leave(turn, conversation, next),

        Command::Invite { conversation, target, reason, note } => {
            conference::invite(turn, conversation, conference::Wanted { target, reason, note })
        }
        Command::CancelInvitation { conversation, invitation } => {
            conference::cancel_invitation(turn, conversation, invitation)
        }
        Command::RemoveGuest { conversation, agent } => {
            conference::remove_guest(turn, conversation, agent)
        }
        Command::MakeOwner { conversation, agent } => {
            conference::make_owner(turn, conversation, agent)
        }
        Command::PassOwnership { conversation } => conference::pass(turn, conversation),

        Command::Escalate { conversation, option, reason, note, confirmed } => {
            let wanted = escalations::Wanted { option, reason, note, confirmed };
            escalations::escalate(turn, conversation, wanted)
        }
        Command::Return { conversation, note } => escalations::give_back(turn, conversation, note),
        Command::AnswerSurvey { conversation, rating, comment } => {
            visitors::answer_survey(turn, conversation, rating, comment)
        }

        Command::Assign { conversation, agent, room } => {
            supervisors::assign(turn, conversation, agent, room)
        }
        Command::Requeue { conversation } => supervisors::requeue(turn, conversation),

        Command::RaiseHand { conversation, note } => assist::raise_hand(turn, conversation, note),
        Command::LowerHand { conversation } => assist::lower_hand(turn, conversation),
        Command::TakeHand { conversation, mode, confirmed } => {
            assist::take_hand(turn, conversation, mode, confirmed)
        }
        Command::Assist { conversation, mode, confirmed } => {
            assist::enter(turn, conversation, mode, confirmed)
        }
        Command::TakeOver { conversation, owner } => {
            supervisors::take_over(turn, conversation, owner)
        }
        Command::AllowMove { conversation } => chain::allow(turn, conversation),
        Command::NoteReading { conversation } => assist::note_reading(turn, conversation),
    }
}
