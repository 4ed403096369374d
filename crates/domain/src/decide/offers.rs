//! Answering offers, and picking from a list.

use crate::{
    config::Mode,
    desk::Answer,
    event::{AssignCause, Event, OfferTo},
    explain::Verdict,
    ids::{AgentId, ConversationId, OfferId},
    moves::NoAnswer,
    rejection::Rejection,
    state::Conversation,
    turn::Turn,
    view::actions::Because,
};

/// The order of the journal decides between two; the second finds the offer gone.
pub fn accept(turn: &mut Turn<'_>, offer: OfferId) -> Result<Answer, Rejection> {
    let (id, agent) = asked(turn, offer)?;
    let Some(conversation) = turn.desk.conversation(id) else { return Err(Rejection::OfferGone) };
    let weight = turn.desk.place(conversation.next_place()).queue.weight;
    if broadcasts(conversation) && !turn.desk.has_room(agent, weight, id) {
        return Err(Rejection::NoRoom);
    }
    turn.tell(Event::OfferAccepted { offer, conversation: id, agent });
    turn.take(id, agent, AssignCause::Accepted(offer));
    Ok(Answer::Accepted { conversation: id })
}

pub fn decline(turn: &mut Turn<'_>, offer: OfferId) -> Result<Answer, Rejection> {
    let (id, agent) = asked(turn, offer)?;
    let to_one = turn.desk.conversation(id).is_some_and(|conversation| !broadcasts(conversation));
    turn.tell(Event::OfferDeclined { offer, conversation: id, agent });
    if to_one {
        turn.not_taken(id, NoAnswer::Declined);
    }
    Ok(Answer::Done)
}

/// The conversation of an offer that is out to whoever asks. It cannot be answered in the instant it expires.
fn asked(turn: &Turn<'_>, offer: OfferId) -> Result<(ConversationId, AgentId), Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let id = *turn.desk.index.offers.get(&offer).ok_or(Rejection::OfferGone)?;
    let conversation = turn.find_open(id)?;
    let to_agent =
        conversation.offer.as_ref().filter(|offer| turn.now < offer.expires_at).is_some_and(
            |offer| match &offer.to {
                OfferTo::Agent(asked) => *asked == agent,
                OfferTo::Broadcast(asked) => asked.contains(&agent),
            },
        );
    if to_agent { Ok((id, agent)) } else { Err(Rejection::OfferGone) }
}

fn broadcasts(conversation: &Conversation) -> bool {
    conversation.offer.as_ref().is_some_and(|offer| matches!(offer.to, OfferTo::Broadcast(_)))
}

/// Takes something from the list of a queue in pull mode.
pub fn pull(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    let (place, _) = conversation.spot().ok_or(Rejection::NotWaiting)?;
    let spoken_for = conversation.offer.is_some() || conversation.reserved().is_some();
    if turn.desk.place(place).queue.mode != Mode::Pull || spoken_for {
        return Err(Rejection::NotAllowed);
    }
    let search = turn.desk.search(conversation).ok_or(Rejection::NotWaiting)?;
    let because = |because| Err(Rejection::TargetUnavailable(because));
    match turn.desk.index.routing.eligible(&search.ask(), agent) {
        Verdict::Eligible => {}
        Verdict::AtCapacity { .. } => return Err(Rejection::NoRoom),
        Verdict::Offline => return because(Because::Offline),
        Verdict::Disconnected => return because(Because::Disconnected),
        Verdict::NotResponding => return because(Because::NotResponding),
        Verdict::Away => return because(Because::Away),
        Verdict::NotMember
        | Verdict::TransferOnly
        | Verdict::LacksSkill { .. }
        | Verdict::NotListed
        | Verdict::Declined { .. }
        | Verdict::Sender => return Err(Rejection::NotAllowed),
    }
    turn.take(id, agent, AssignCause::Pulled);
    Ok(Answer::Accepted { conversation: id })
}
