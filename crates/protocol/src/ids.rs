//! Identifiers as they travel: prefixed strings (`cnv_12`) around the counters of one workspace.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

/// A string that is no id of the kind asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId {
    pub expected: &'static str,
}

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected an id such as `{}12`", self.expected)
    }
}

impl std::error::Error for NotAnId {}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal $pattern:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let refused = NotAnId { expected: $prefix };
                let digits = text.strip_prefix($prefix).ok_or(refused)?;
                // One spelling each: a sign, or zeros in front, would make two keys of one id.
                let canonical = !digits.starts_with(['+', '0']) || digits == "0";
                digits.parse().ok().filter(|_| canonical).map(Self).ok_or(refused)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl de::Visitor<'_> for Text {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(concat!("an id such as `", $prefix, "12`"))
                    }

                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }

        impl ToSchema for $name {}

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .pattern(Some($pattern))
                    .examples([serde_json::Value::String($name(12).to_string())])
                    .into()
            }
        }
    )*};
}

ids! {
    /// A person or a program that answers.
    AgentId "agt_" "^agt_[0-9]+$";
    /// One request for help.
    ConversationId "cnv_" "^cnv_[0-9]+$";
    /// An uploaded file.
    FileId "fil_" "^fil_[0-9]+$";
    /// A transfer, warm or cold.
    HandoffId "hnd_" "^hnd_[0-9]+$";
    /// A named set of agents.
    ListId "lst_" "^lst_[0-9]+$";
    /// One message of a conversation.
    MessageId "msg_" "^msg_[0-9]+$";
    /// A time-limited proposal of a conversation.
    OfferId "off_" "^off_[0-9]+$";
    /// Where conversations wait.
    QueueId "que_" "^que_[0-9]+$";
    /// A named ability.
    SkillId "skl_" "^skl_[0-9]+$";
    /// A department.
    TeamId "tea_" "^tea_[0-9]+$";
    /// An API token.
    TokenId "tok_" "^tok_[0-9]+$";
    /// The person who asks for help.
    VisitorId "vis_" "^vis_[0-9]+$";
}
