//! How a history is written: events inside an event, each with its own kind, version and time.

use domain::{
    event::Event,
    history::{HistoryNames, HistoryQueue, HistoryStep},
    ids::{AgentId, QueueId, Timestamp},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

use super::{
    Encoded, decode, encode,
    form::{Form, structs},
};

structs! {
    HistoryNames { zone: String, queues: BTreeMap<QueueId, HistoryQueue>, agents: BTreeMap<AgentId, String> }
    HistoryQueue { name: String, tier: u8 }
    HistoryStep { at: Timestamp, event: Event }
}

/// An event inside another.
pub struct Inner(Event);

#[derive(Serialize, Deserialize)]
struct Written {
    kind: String,
    version: u16,
    body: Box<RawValue>,
}

impl Serialize for Inner {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Encoded { kind, version, body } = encode(&self.0);
        let body = RawValue::from_string(body).map_err(ser::Error::custom)?;
        Written { kind: kind.to_owned(), version, body }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Inner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written { kind, version, body } = Written::deserialize(deserializer)?;
        decode(&kind, version, body.get()).map(Inner).map_err(de::Error::custom)
    }
}

impl Form for Event {
    type Written = Inner;
    fn write(&self) -> Inner {
        Inner(self.clone())
    }
    fn read(written: Inner) -> Self {
        written.0
    }
}
