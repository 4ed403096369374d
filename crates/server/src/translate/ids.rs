//! Ids: a number inside, a prefixed string outside.

use domain::ids as inner;
use protocol::ids as wire;

pub trait ToWire {
    type Wire;
    fn wire(self) -> Self::Wire;
}

pub trait ToDomain {
    type Domain;
    fn domain(self) -> Self::Domain;
}

macro_rules! pairs {
    ($($name:ident)*) => {$(
        impl ToWire for inner::$name {
            type Wire = wire::$name;

            fn wire(self) -> wire::$name {
                wire::$name(self.0)
            }
        }

        impl ToDomain for wire::$name {
            type Domain = inner::$name;

            fn domain(self) -> inner::$name {
                inner::$name(self.0)
            }
        }
    )*};
}

pairs! { AgentId ConversationId FileId HandoffId ListId MessageId OfferId QueueId SkillId TeamId VisitorId }
