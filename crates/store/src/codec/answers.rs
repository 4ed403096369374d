//! How the answer to a command is kept with its first record, for a repeat of it.

use domain::{
    Answer,
    ids::{ConversationId, HandoffId, MessageId},
};

use super::{
    DecodeError,
    form::{Form, enums},
};

enums! {
    Answer {
        Done,
        Opened { conversation: ConversationId, message: Option<MessageId> },
        Posted { message: MessageId },
        TransferStarted { handoff: HandoffId },
        Invited { invitation: HandoffId },
        Accepted { conversation: ConversationId },
        AwaitsSupervisor,
        Help,
    }
}

const KIND: &str = "answer";
const VERSION: u16 = 1;

pub fn encode_answer(answer: &Answer) -> String {
    super::json(&answer.write())
}

pub fn decode_answer(written: &str) -> Result<Answer, DecodeError> {
    serde_json::from_str(written)
        .map(Form::read)
        .map_err(|error| DecodeError::malformed(KIND, VERSION, &error))
}
