//! The wire as text: what is written, what is read, and what is refused.

use expect_test::expect;
use protocol::{
    command::{CommandRequest, StaffCommand, VisitorCommand},
    frame::{Change, ObjectKey, StaffClientFrame, VisitorServerFrame, tail, with_tail},
    ids::{AgentId, ConversationId},
    problem::{Code, Problem},
    visitor,
};

#[test]
fn a_frame_put_together_from_parts_reads_as_one_written_whole() {
    let conversation = ConversationId(12);
    let notice = visitor::Notice {
        code: visitor::NoticeCode::Queued,
        text: "Soon".to_owned(),
        language: "en".to_owned(),
        agent: None,
    };
    let content = visitor::Content::Notice(notice);
    let line = visitor::Line { sequence: 7, at_ms: 1_000, conversation, content };
    let change: Change<visitor::Object> =
        Change::Remove(ObjectKey::VisitorConversation { id: conversation });
    let (lines, changes) = (vec![line.clone(), line], vec![change]);
    let parts =
        |values: Vec<String>| values.into_iter().map(String::into_bytes).collect::<Vec<_>>();
    let encoded_lines =
        parts(lines.iter().map(|line| serde_json::to_string(line).expect("JSON")).collect());
    let encoded_changes =
        parts(changes.iter().map(|change| serde_json::to_string(change).expect("JSON")).collect());
    let tail =
        tail(encoded_lines.iter().map(AsRef::as_ref), encoded_changes.iter().map(AsRef::as_ref));
    let whole = VisitorServerFrame::Frame { sequence: 9, after: 5, lines, changes };
    let put_together = String::from_utf8(with_tail(9, 5, &tail)).expect("UTF-8");
    assert_eq!(put_together, serde_json::to_string(&whole).expect("JSON"));
    expect![[r#"{"type":"frame","sequence":9,"after":5,"lines":[{"sequence":7,"at_ms":1000,"conversation":"cnv_12","kind":"notice","code":"queued","text":"Soon","language":"en"},{"sequence":7,"at_ms":1000,"conversation":"cnv_12","kind":"notice","code":"queued","text":"Soon","language":"en"}],"changes":[{"remove":{"type":"visitor_conversation","id":"cnv_12"}}]}"#]]
        .assert_eq(&put_together);
}

#[test]
fn an_id_has_one_spelling() {
    assert_eq!("agt_3".parse(), Ok(AgentId(3)));
    for wrong in ["agt_", "agt_03", "agt_+3", "cnv_3", "3", "agt_3 ", "agt_99999999999999999999"] {
        assert!(wrong.parse::<AgentId>().is_err(), "{wrong}");
    }
}

#[test]
fn samples_of_the_documentation_are_read() {
    for sample in [
        r#"{"type":"hello","token":"bat_x","resume":{"sequence":5}}"#,
        r#"{"type":"watch","conversations":["cnv_1"]}"#,
        r#"{"type":"heartbeat"}"#,
        r#"{"type":"command","id":"01890a5d-ac96-774b-bcce-b302099a8057","command":{"type":"start_transfer","conversation":"cnv_1","target":{"queue":"que_2"},"mode":"cold","on_unanswered":"queue","note":{"text":"x"}}}"#,
        r#"{"type":"command","id":"01890a5d-ac96-774b-bcce-b302099a8057","command":{"type":"report_activity"}}"#,
    ] {
        let read: Result<StaffClientFrame, _> = serde_json::from_str(sample);
        assert!(read.is_ok(), "{read:?}: {sample}");
    }
}

#[test]
fn what_is_not_in_the_contract_is_refused() {
    let request = |command: &str| {
        format!(r#"{{"id":"01890a5d-ac96-774b-bcce-b302099a8057","command":{command}}}"#)
    };
    for wrong in [
        r#"{"type":"close","conversation":"cnv_1","softly":true}"#,
        r#"{"type":"close","conversation":"que_1"}"#,
        r#"{"type":"close"}"#,
        r#"{"type":"report_activity","loudly":true}"#,
        r#"{"type":"elevate","conversation":"cnv_1"}"#,
    ] {
        assert!(
            serde_json::from_str::<CommandRequest<StaffCommand>>(&request(wrong)).is_err(),
            "{wrong}"
        );
    }
    let note = r#"{"type":"post_message","conversation":"cnv_1","audience":"staff","message":{"text":"x"}}"#;
    assert!(serde_json::from_str::<CommandRequest<VisitorCommand>>(&request(note)).is_err());
}

#[test]
fn every_code_is_written_as_its_stable_string_with_a_status_of_an_error() {
    for code in Code::ALL {
        let problem = serde_json::to_value(Problem::new(*code, "why")).expect("JSON");
        assert_eq!(problem["code"], code.as_str());
        assert_eq!(problem["type"], format!("/problems/{}", code.as_str()));
        assert!((400..600).contains(&code.status()), "{code:?}");
    }
}
