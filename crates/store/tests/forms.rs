//! How answers and bodies are written, held still, and that both are read again.

use std::collections::BTreeMap;

use domain::{
    Answer,
    command::{Body, Note},
    ids::{ConversationId, HandoffId, MessageId},
};
use store::codec;

#[test]
fn an_answer_is_read_as_it_was_written() {
    let (conversation, message, handoff) = (ConversationId(1), MessageId(2), HandoffId(3));
    let answers = [
        (Answer::Done, r#""done""#),
        (
            Answer::Opened { conversation, message: None },
            r#"{"opened":{"conversation":1,"message":null}}"#,
        ),
        (
            Answer::Opened { conversation, message: Some(message) },
            r#"{"opened":{"conversation":1,"message":2}}"#,
        ),
        (Answer::Posted { message }, r#"{"posted":{"message":2}}"#),
        (Answer::TransferStarted { handoff }, r#"{"transfer_started":{"handoff":3}}"#),
        (Answer::Accepted { conversation }, r#"{"accepted":{"conversation":1}}"#),
    ];
    for (answer, written) in answers {
        assert_eq!(codec::encode_answer(&answer), written);
        assert_eq!(codec::decode_answer(written), Ok(answer));
    }
}

#[test]
fn a_body_is_read_as_it_was_written() {
    let note =
        Note { text: "late \"again\"".to_owned(), goal: "refund".to_owned(), ..Note::default() };
    let bodies = [
        (Body::Text("plain \"text\"".to_owned()), "text", r#"plain "text""#),
        (
            Body::Note(note),
            "note",
            r#"{"text":"late \"again\"","goal":"refund","tried":"","ask":""}"#,
        ),
        (
            Body::Attributes(BTreeMap::from([("page".to_owned(), "/pricing".to_owned())])),
            "attributes",
            r#"{"page":"/pricing"}"#,
        ),
    ];
    for (body, kind, content) in bodies {
        let written = codec::encode_body(&body);
        assert_eq!((written.0, written.1.as_ref()), (kind, content));
        assert_eq!(codec::decode_body(kind, content.to_owned()), Ok(body));
    }
    assert!(codec::decode_body("voice", String::new()).is_err());
}
