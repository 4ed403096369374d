//! Answering offers, and picking from a list.

use crate::{
    config::Mode,
    desk::Answer,
    event::{AssignCause, Event, OfferTo},
    explain::Verdict,
    ids::{AgentId, ConversationId, OfferId},
    moves::NoAnswer,
    rejection::Rejection,
    state::Seeking,
    turn::Turn,
    view::actions::Because,
};

/// The order of the journal decides between two; the second finds the offer gone.
pub fn accept(turn: &mut Turn<'_>, offer: OfferId) -> Result<Answer, Rejection> {
    let (seeking, agent) = asked(turn, offer)?;
    let (seeker, id) = (seeking.seeker, seeking.seeker.conversation);
    let weight = turn.desk.place(seeking.place).queue.weight;
    if broadcasts(seeking) && !turn.desk.has_room(agent, weight, id) {
        return Err(Rejection::NoRoom);
    }
    turn.tell(Event::OfferAccepted { offer, conversation: id, agent });
    turn.take(seeker, agent, AssignCause::Accepted(offer));
    Ok(Answer::Accepted { conversation: id })
}

pub fn decline(turn: &mut Turn<'_>, offer: OfferId) -> Result<Answer, Rejection> {
    let (seeking, agent) = asked(turn, offer)?;
    let (seeker, to_one) = (seeking.seeker, !broadcasts(seeking));
    turn.tell(Event::OfferDeclined { offer, conversation: seeker.conversation, agent });
    if to_one {
        turn.not_taken(seeker, NoAnswer::Declined);
    }
    Ok(Answer::Done)
}

/// What is offered to whoever asks. It cannot be answered in the instant it expires.
fn asked<'a>(turn: &'a Turn<'_>, offer: OfferId) -> Result<(Seeking<'a>, AgentId), Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let seeker = *turn.desk.index.offers.get(&offer).ok_or(Rejection::OfferGone)?;
    let conversation = turn.find_open(seeker.conversation)?;
    let seeking = conversation.seeking_of(seeker.invitation).ok_or(Rejection::OfferGone)?;
    let to_agent =
        seeking.offer.filter(|offer| turn.now < offer.expires_at).is_some_and(|offer| match &offer
            .to
        {
            OfferTo::Agent(asked) => *asked == agent,
            OfferTo::Broadcast(asked) => asked.contains(&agent),
        });
    if to_agent { Ok((seeking, agent)) } else { Err(Rejection::OfferGone) }
}

fn broadcasts(seeking: Seeking<'_>) -> bool {
    seeking.offer.is_some_and(|offer| matches!(offer.to, OfferTo::Broadcast(_)))
}

/// Takes something from the list of a queue in pull mode: the conversation, else what it invites for.
pub fn pull(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    if conversation.seekings().all(|seeking| seeking.spot.is_none()) {
        return Err(Rejection::NotWaiting);
    }
    let listed = |seeking: &Seeking<'_>| {
        let queue = turn.desk.place(seeking.place).queue;
        let serves = queue.mode == Mode::Pull && queue.members.contains(&agent);
        serves && seeking.spot.is_some() && !seeking.is_spoken_for()
    };
    let seeking = conversation.seekings().find(listed).ok_or(Rejection::NotAllowed)?;
    let seeker = seeking.seeker;
    let search = turn.desk.search(seeking).ok_or(Rejection::NotWaiting)?;
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
    turn.take(seeker, agent, AssignCause::Pulled);
    Ok(Answer::Accepted { conversation: id })
}
