//! The commands there are: their words, what may follow them, and the button each is.

use crate::view::actions::Action;

/// What may follow the word of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    Nothing,
    /// Free text, to the end of the line.
    Text,
    /// The same, or nothing.
    OptionalText,
    /// An agent or a queue, `#reason`, a note.
    Target,
    /// The same; the target goes without saying where there is only one.
    OptionalTarget,
    /// A digit.
    Number,
    /// Tags to set, and with `-` before them to take off.
    Tags,
    /// Somebody who takes part as guest.
    Guest,
    /// The same, or nobody.
    OptionalGuest,
    /// Who is invited and has not come, or nobody.
    OptionalInvited,
}

macro_rules! verbs {
    ($($(#[$doc:meta])* $variant:ident $word:literal $takes:ident $actions:expr;)*) => {
        /// A command somebody may write in a conversation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Verb {$($(#[$doc])* $variant,)*}

        impl Verb {
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word after the slash.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {$(Self::$variant => $word,)*}
            }

            #[must_use]
            pub const fn takes(self) -> Takes {
                match self {$(Self::$variant => Takes::$takes,)*}
            }

            /// The buttons it stands for: it is to be had where one of them is shown.
            pub(super) const fn actions(self) -> &'static [Action] {
                match self {$(Self::$variant => $actions,)*}
            }
        }
    };
}

// In the order they are offered.
verbs! {
    /// Along an option of the stage.
    Escalate "escalate" OptionalTarget &[Action::Escalate];
    /// Back to where it came from.
    Return "return" OptionalText &[Action::Return];
    /// Hands over at once.
    Transfer "transfer" Target &[Action::Transfer];
    /// Asks a colleague to join and take over.
    Warm "warm" Target &[Action::Transfer];
    Complete "complete" Nothing &[Action::CompleteTransfer];
    HandBack "handback" Nothing &[Action::HandBack];
    /// What is open: a transfer, a raised hand, an invitation.
    Cancel "cancel" OptionalInvited &[Action::CancelTransfer, Action::LowerHand, Action::CancelInvitation];
    Recall "recall" Nothing &[Action::RecallTransfer];
    /// Asks a colleague to take part.
    Invite "invite" Target &[Action::Invite];
    /// Raises a hand.
    Assist "assist" OptionalText &[Action::RaiseHand];
    Observe "observe" Nothing &[Action::Observe, Action::TakeHand];
    /// With a text: says it in the whisper tab.
    Whisper "whisper" OptionalText &[Action::Whisper, Action::WriteWhisper];
    Join "join" Nothing &[Action::Join];
    TakeOver "takeover" Nothing &[Action::TakeOver];
    /// By the owner: to the guest named, else to whoever is next.
    Leave "leave" OptionalGuest &[Action::Leave];
    Remove "remove" Guest &[Action::RemoveGuest];
    /// Makes a guest the owner.
    Owner "owner" Guest &[Action::MakeOwner];
    Note "note" Text &[Action::Note];
    Tag "tag" Tags &[Action::Note];
    Priority "priority" Number &[Action::SetPriority];
    Park "park" Nothing &[Action::Park];
    Wake "wake" Nothing &[Action::Wake];
    Close "close" Nothing &[Action::Close, Action::CloseForEverybody];
    /// Says what there is.
    Help "help" Nothing &[];
}

impl Verb {
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|verb| verb.word().eq_ignore_ascii_case(word))
    }
}
