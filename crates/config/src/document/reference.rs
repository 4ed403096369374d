//! Where something leads: a plain key, or one that says of which kind it is, as in `{ queue: overflow }`.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};

use crate::position::At;

/// A queue, a stage or a pipeline by key. What a plain key means depends on where it stands.
#[derive(Debug, Clone)]
pub struct Reference {
    pub kind: Kind,
    pub key: At<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Plain,
    Queue,
    Stage,
    Pipeline,
}

/// The fields a reference that says its kind may have.
const FIELDS: [&str; 3] = ["queue", "stage", "pipeline"];

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = At::<Written>::deserialize(deserializer)?;
        Ok(match written.value {
            Written::Plain(key) => {
                Self { kind: Kind::Plain, key: At { value: key, span: written.span } }
            }
            Written::OfKind(kind, key) => Self { kind, key },
        })
    }
}

enum Written {
    Plain(String),
    OfKind(Kind, At<String>),
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Written;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a key, or one with its kind like `{ queue: main }`")
            }

            fn visit_str<E: Error>(self, key: &str) -> Result<Written, E> {
                Ok(Written::Plain(key.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Written, A::Error> {
                let one = || A::Error::custom("one of queue, stage and pipeline belongs here");
                let field: String = map.next_key()?.ok_or_else(one)?;
                let kind = match field.as_str() {
                    "queue" => Kind::Queue,
                    "stage" => Kind::Stage,
                    "pipeline" => Kind::Pipeline,
                    _ => return Err(A::Error::unknown_field(&field, &FIELDS)),
                };
                let key = map.next_value()?;
                if map.next_key::<String>()?.is_some() {
                    return Err(one());
                }
                Ok(Written::OfKind(kind, key))
            }
        }

        deserializer.deserialize_any(Either)
    }
}

impl JsonSchema for Reference {
    fn schema_name() -> Cow<'static, str> {
        "Reference".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let of_kind = FIELDS.map(|kind| {
            json_schema!({
                "type": "object",
                "properties": { kind: { "type": "string" } },
                "required": [kind],
                "additionalProperties": false,
            })
        });
        let [queue, stage, pipeline] = of_kind;
        json_schema!({
            "description": "A key, or one that says of which kind it is: `{ queue: overflow }`, `{ stage: support/second_line }`, `{ pipeline: support }`.",
            "anyOf": [{ "type": "string" }, queue, stage, pipeline],
        })
    }
}
