//! `…/conversations/{id}/commands` and `…/completions`: what is written, and how it may go on.

use expect_test::expect;
use protocol::command::StaffCommand;
use reqwest::Method;
use serde_json::json;

use super::{World, ask, check, document};

/// Every command there is; none of them is finished here, so that most are refused.
const WORDS: [&str; 24] = [
    "escalate", "transfer", "warm", "invite", "assist", "return", "cancel", "recall", "complete",
    "handback", "leave", "remove", "owner", "observe", "whisper", "join", "takeover", "note",
    "park", "wake", "tag", "priority", "close", "help",
];

/// The first queue is a stage with two ways on.
fn with_a_pipeline() -> String {
    let pipeline = "pipelines:\n  care:\n    name: Care\n    stages:\n      \
        start:\n        queue: first\n        escalations:\n          \
        technical: { label: Technicians, stage: above }\n          \
        picking: { label: The shelf, stage: shelf }\n      \
        above: { queue: second }\n      shelf: { queue: shelf }\nentry: care\n";
    document().replace("entry: first\n", pipeline)
}

#[tokio::test]
async fn a_line_is_run_for_staff_and_what_is_no_command_is_refused_with_the_nearest() {
    let world = World::new().await;
    let callers = [
        ("owner", world.owner.api()),
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    let path = world.place("/commands");
    let line = |line: &str| Some(json!({ "line": line }));
    check(&callers, Method::POST, &path, line("/tarnsfer back1"), expect![[r#"
        owner: 422 {"code":"unknown_command","detail":"there is no such command; did you mean /transfer? // begins a message with a slash","status":422,"title":"No such command","type":"/problems/unknown_command"}
        agent of another team: 422 {"code":"unknown_command","detail":"there is no such command; did you mean /transfer? // begins a message with a slash","status":422,"title":"No such command","type":"/problems/unknown_command"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&callers, Method::POST, &path, line("/priority 8"), expect![[r#"
        owner: 200 {"answer":{"type":"done"},"id":"…","sequence":"…"}
        agent of another team: 403 {"code":"not_allowed","detail":"your role does not allow this","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let owner = &callers[..1];
    check(owner, Method::POST, &path, line("/transfer bcak1"), expect![[r#"
        owner: 422 {"code":"unknown_target","detail":"nobody and nothing here has this name; did you mean Staff back1?","status":422,"title":"Nobody and nothing of this name","type":"/problems/unknown_target"}
    "#]]).await;
    check(owner, Method::POST, &path, line("/transfer"), expect![[r#"
        owner: 422 {"code":"bad_command","detail":"write /transfer whom [#reason] [note]","status":422,"title":"The command says too little or too much","type":"/problems/bad_command"}
    "#]]).await;
    check(
        owner,
        Method::POST,
        &path,
        line("//etc/hosts"),
        expect![[r#"
            owner: 200 {"answer":{"message":"msg_2","type":"posted"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    check(
        owner,
        Method::POST,
        &path,
        line("/help"),
        expect![[r#"
            owner: 200 {"answer":{"type":"help"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    world.server.stop().await;
}

#[tokio::test]
async fn an_escalation_that_names_no_way_on_is_told_which_there_are() {
    let world = World::with(&with_a_pipeline()).await;
    let owner = [("owner", world.owner.api())];
    let line = |line: &str| Some(json!({ "line": line }));
    let path = world.place("/commands");
    check(&owner, Method::POST, &path, line("/escalate upstairs"), expect![[r#"
        owner: 422 {"code":"unknown_option","detail":"no escalation of this name leads on from here: technical (Technicians), picking (The shelf)","status":422,"title":"No such escalation","type":"/problems/unknown_option"}
    "#]]).await;
    check(&owner, Method::POST, &path, line("/escalate"), expect![[r#"
        owner: 422 {"code":"option_required","detail":"several escalations lead on from here; name one of them: technical (Technicians), picking (The shelf)","status":422,"title":"Name one of the escalations","type":"/problems/option_required"}
    "#]]).await;
    let option = Some(json!({ "option": "upstairs" }));
    check(&owner, Method::POST, &world.place("/escalate"), option, expect![[r#"
        owner: 422 {"code":"unknown_option","detail":"no escalation of this name leads on from here: technical (Technicians), picking (The shelf)","status":422,"title":"No such escalation","type":"/problems/unknown_option"}
    "#]]).await;
    check(
        &owner,
        Method::POST,
        &path,
        line("/escalate! tech"),
        expect![[r#"
            owner: 200 {"answer":{"handoff":"hnd_1","type":"transfer_started"},"id":"…","sequence":"…"}
        "#]],
    )
    .await;
    world.server.stop().await;
}

#[tokio::test]
async fn every_command_is_one_for_people_and_bots_over_http_and_the_socket() {
    let bot = document().replace("email: front1@", "kind: bot\n    email: front1@");
    for document in [document(), bot] {
        let mut world = World::with(&document).await;
        let conversation = world.conversation;
        for word in WORDS {
            let body = json!({ "line": format!("/{word} nobody-of-this-name 99 a/b") });
            let path = world.place("/commands");
            let (_, said) = ask(world.owner.api(), Method::POST, &path, Some(body)).await;
            assert!(!said.contains("unknown_command"), "/{word}: {said}");
        }
        let line = "/invite front2 #other_desk Look".to_owned();
        let refused = world.owner.refused(StaffCommand::RunLine { conversation, line }).await;
        assert_eq!(refused.detail, "Offline.");
        let line = "/tag urgent".to_owned();
        world.owner.done(StaffCommand::RunLine { conversation, line }).await;
        world.server.stop().await;
    }
}

#[tokio::test]
async fn completions_are_for_those_who_see_the_conversation_and_follow_its_buttons() {
    let world = World::with(&with_a_pipeline()).await;
    let _back = world.server.agent("back1").await;
    let callers = [
        ("owner", world.owner.api()),
        ("agent of another team", &world.colleague),
        ("visitor", world.visitor.api()),
        ("nobody", &world.nobody),
    ];
    let beyond = |line: &str| world.place(&format!("/completions?line={line}"));
    check(&callers, Method::GET, &beyond("/re"), None, expect![[r#"
        owner: 200 {"completions":[]}
        agent of another team: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    check(&callers, Method::GET, &beyond("/tr"), None, expect![[r#"
        owner: 200 {"completions":[{"does":"Hands over to an agent or a queue at once","label":"/transfer whom [#reason] [note]","line":"/transfer "}]}
        agent of another team: 404 {"code":"unknown_conversation","detail":"there is no such conversation, or it is not yours to see","status":404,"title":"No such conversation","type":"/problems/unknown_conversation"}
        visitor: 403 {"code":"not_allowed","detail":"this is for members of staff","status":403,"title":"Your role does not allow this","type":"/problems/not_allowed"}
        nobody: 401 {"code":"not_signed_in","detail":"sign in, or send a token","status":401,"title":"Sign in first","type":"/problems/not_signed_in"}
    "#]]).await;
    let owner = &callers[..1];
    check(owner, Method::GET, &beyond("/escalate%20"), None, expect![[r#"
        owner: 200 {"completions":[{"does":"Escalation","label":"Technicians","line":"/escalate technical "},{"does":"Escalation","label":"The shelf","line":"/escalate picking "}]}
    "#]]).await;
    check(owner, Method::GET, &beyond("/warm%20@ba"), None, expect![[r#"
        owner: 200 {"completions":[{"does":"Agent","label":"Staff back1","line":"/warm back1 "},{"does":"Agent","label":"Staff back2","line":"/warm back2 ","off":{"reason":"offline","text":"Offline."}}]}
    "#]]).await;
    check(owner, Method::GET, &beyond("/transfer%20back1%20%23"), None, expect![[r#"
        owner: 200 {"completions":[{"does":"Reason","label":"Another desk","line":"/transfer back1 #other_desk "}]}
    "#]]).await;
    check(
        owner,
        Method::GET,
        &beyond("hello"),
        None,
        expect![[r#"
        owner: 200 {"completions":[]}
    "#]],
    )
    .await;
    world.server.stop().await;
}
