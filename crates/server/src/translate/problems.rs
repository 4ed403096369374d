//! Why not: rejections of the domain as problem details.

use domain::rejection::Rejection;
use protocol::problem::{Code, Problem};

use super::{actions, completions as lines, names::Names};

/// The words are the rejection's own; where it names something, its name stands in them.
pub fn rejection(rejection: Rejection, names: &Names) -> Problem {
    let detail = match rejection {
        Rejection::QueueInUse(queue) => {
            format!("{} holds open conversations and cannot be removed", names.queue(queue).name)
        }
        Rejection::OnlyFinalQueue(queue) => {
            format!("handed over too often: it goes to {} only", names.queue(queue).name)
        }
        Rejection::TargetUnavailable(because) => actions::off(because, names).text,
        Rejection::UnknownVerb { nearest } => lines::no_such_command(nearest),
        Rejection::UnknownTarget { nearest: Some(near) } => {
            format!(
                "nobody and nothing here has this name; did you mean {}?",
                lines::name(near, names)
            )
        }
        Rejection::AmbiguousTarget(one, other) => {
            let (one, other) = (lines::name(one, names), lines::name(other, names));
            format!("this could be {one} or {other}; write more of the name")
        }
        Rejection::Incomplete(verb) => lines::wants_more(verb),
        Rejection::OptionRequired(from) | Rejection::UnknownOption(from) => {
            lines::name_an_escalation(&rejection.to_string(), from, names)
        }
        Rejection::NotConfigured
        | Rejection::StaleConfiguration
        | Rejection::UnknownConversation
        | Rejection::ConversationClosed
        | Rejection::UnknownAgent
        | Rejection::UnknownQueue
        | Rejection::UnknownPipeline
        | Rejection::AnswerRequired
        | Rejection::UnknownAnswer
        | Rejection::UnknownSkill
        | Rejection::NotAllowed
        | Rejection::Quarantined
        | Rejection::OfferGone
        | Rejection::NoRoom
        | Rejection::HandoffPending
        | Rejection::NoHandoff
        | Rejection::HandoffNotReady
        | Rejection::QueueClosed
        | Rejection::AlreadyThere
        | Rejection::ReasonRequired
        | Rejection::UnknownCode
        | Rejection::NotWaiting
        | Rejection::NotParked
        | Rejection::AlreadyParked
        | Rejection::NoWrapUp
        | Rejection::NoChoice
        | Rejection::EmptyMessage
        | Rejection::TextTooLong
        | Rejection::TooManyFiles
        | Rejection::BadPriority
        | Rejection::NotConnected
        | Rejection::NoOwner
        | Rejection::HandIsUp
        | Rejection::NoHand
        | Rejection::HandTaken
        | Rejection::ConfirmationRequired
        | Rejection::ChainBlocked
        | Rejection::EdgeNotAllowed
        | Rejection::NoStoppedMove
        | Rejection::TooManyConversations
        | Rejection::VisitorErased
        | Rejection::TakesNothing(_)
        | Rejection::UnknownTarget { nearest: None }
        | Rejection::FilesWithCommand
        | Rejection::BadTag
        | Rejection::TooManyTags
        | Rejection::NoEscalation
        | Rejection::NoteRequired
        | Rejection::NobodyOnline
        | Rejection::NothingToReturn
        | Rejection::NoSurvey
        | Rejection::TooManyPeople
        | Rejection::NoInvitation
        | Rejection::NotAGuest
        | Rejection::NothingToPass
        | Rejection::NobodyElse
        | Rejection::BadRating => rejection.to_string(),
    };
    Problem::new(code(rejection), detail)
}

fn code(rejection: Rejection) -> Code {
    match rejection {
        Rejection::NotConfigured => Code::NotConfigured,
        Rejection::StaleConfiguration => Code::StaleConfiguration,
        Rejection::QueueInUse(_) => Code::QueueInUse,
        Rejection::UnknownConversation => Code::UnknownConversation,
        Rejection::ConversationClosed => Code::ConversationClosed,
        Rejection::UnknownAgent => Code::UnknownAgent,
        Rejection::UnknownQueue => Code::UnknownQueue,
        Rejection::UnknownPipeline => Code::UnknownPipeline,
        Rejection::AnswerRequired => Code::AnswerRequired,
        Rejection::UnknownAnswer => Code::UnknownAnswer,
        Rejection::UnknownSkill => Code::UnknownSkill,
        Rejection::NotAllowed => Code::NotAllowed,
        Rejection::Quarantined => Code::Quarantined,
        Rejection::OfferGone => Code::OfferGone,
        Rejection::NoRoom => Code::NoRoom,
        Rejection::HandoffPending => Code::HandoffPending,
        Rejection::NoHandoff => Code::NoHandoff,
        Rejection::HandoffNotReady => Code::HandoffNotReady,
        Rejection::TargetUnavailable(_) => Code::TargetUnavailable,
        Rejection::QueueClosed => Code::QueueClosed,
        Rejection::AlreadyThere => Code::AlreadyThere,
        Rejection::ReasonRequired => Code::ReasonRequired,
        Rejection::UnknownCode => Code::UnknownCode,
        Rejection::NotWaiting => Code::NotWaiting,
        Rejection::NotParked => Code::NotParked,
        Rejection::AlreadyParked => Code::AlreadyParked,
        Rejection::NoWrapUp => Code::NoWrapUp,
        Rejection::NoChoice => Code::NoChoice,
        Rejection::EmptyMessage => Code::EmptyMessage,
        Rejection::TextTooLong => Code::TextTooLong,
        Rejection::TooManyFiles => Code::TooManyFiles,
        Rejection::BadPriority => Code::BadPriority,
        Rejection::NotConnected => Code::NotConnected,
        Rejection::TooManyConversations => Code::TooManyConversations,
        Rejection::VisitorErased => Code::VisitorErased,
        Rejection::NoOwner => Code::NoOwner,
        Rejection::HandIsUp => Code::HandIsUp,
        Rejection::NoHand => Code::NoHand,
        Rejection::HandTaken => Code::HandTaken,
        Rejection::ConfirmationRequired => Code::ConfirmationRequired,
        Rejection::ChainBlocked => Code::ChainBlocked,
        Rejection::EdgeNotAllowed => Code::EdgeNotAllowed,
        Rejection::NoStoppedMove => Code::NoStoppedMove,
        Rejection::OnlyFinalQueue(_) => Code::OnlyFinalQueue,
        // Lines
        Rejection::UnknownVerb { .. } => Code::UnknownCommand,
        Rejection::Incomplete(_) | Rejection::TakesNothing(_) | Rejection::FilesWithCommand => {
            Code::BadCommand
        }
        Rejection::UnknownTarget { .. } => Code::UnknownTarget,
        Rejection::AmbiguousTarget(..) => Code::AmbiguousTarget,
        Rejection::BadTag => Code::BadTag,
        Rejection::TooManyTags => Code::TooManyTags,
        Rejection::NoEscalation => Code::NoEscalation,
        Rejection::OptionRequired(_) => Code::OptionRequired,
        Rejection::UnknownOption(_) => Code::UnknownOption,
        Rejection::NoteRequired => Code::NoteRequired,
        Rejection::NobodyOnline => Code::NobodyOnline,
        Rejection::NothingToReturn => Code::NothingToReturn,
        Rejection::NoSurvey => Code::NoSurvey,
        Rejection::BadRating => Code::BadRating,
        Rejection::TooManyPeople => Code::TooManyPeople,
        Rejection::NoInvitation => Code::NoInvitation,
        Rejection::NotAGuest => Code::NotAGuest,
        Rejection::NothingToPass => Code::NothingToPass,
        Rejection::NobodyElse => Code::NobodyElse,
    }
}
