//! Samples of imported histories.

use std::collections::BTreeMap;

use domain::{
    event::Event,
    history::{FIRST_ID, HistoryNames, HistoryQueue, HistoryStep},
    ids::{AgentId, ConversationId, QueueId, Timestamp},
};

pub fn events() -> Vec<Event> {
    vec![
        Event::HistoryNamed {
            names: HistoryNames {
                zone: "Europe/Berlin".to_owned(),
                queues: BTreeMap::from([(
                    QueueId(FIRST_ID),
                    HistoryQueue { name: "V5 3rd".to_owned(), tier: 3 },
                )]),
                agents: BTreeMap::from([(AgentId(FIRST_ID), "fr-Frederic".to_owned())]),
            },
        },
        Event::HistoryImported {
            conversation: ConversationId(FIRST_ID),
            case: "1-364285768".to_owned(),
            steps: vec![HistoryStep {
                at: Timestamp(1_700_000_060_000),
                event: Event::ConversationArchived { conversation: ConversationId(FIRST_ID) },
            }],
        },
    ]
}
