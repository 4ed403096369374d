//! `baton explain` on the data of a server that is running: what the journal says of each moment, in words.

use client::{Api, Staff, Visitor};
use expect_test::expect;
use protocol::{
    command::StaffCommand,
    http::{Directory, NewToken, NewVisitor, TokenMade, VisitorIdentity},
    ids::ConversationId,
};
use testkit::Desk;

use crate::process::{Server, free_port, run, text, workspace};

#[tokio::test]
async fn every_moment_of_a_conversation_says_who_was_chosen_and_why_the_others_were_not() {
    let dir = tempfile::tempdir().expect("a directory");
    let data = dir.path().join("data");
    let token = workspace(&data);
    let server = Server::start(&data, free_port());
    let conversation = a_day(&server.url, &token).await;

    let data = data.to_str().expect("a path in UTF-8");
    let explain = |args: &[&str]| run(&[&["explain", "--data", data], args].concat());
    let told = explain(&[&conversation.to_string()]);
    assert!(told.status.success(), "{}", text(&told.stderr));
    expect![[r#"
        …  Front desk: nobody was eligible
                   0 eligible, 6 offline
                   Ada (program): offline
                   Béla (program): offline
                   Carmen (program): offline
                   Dmitri (program): offline
                   Elif (program): offline
                   Farid (program): offline
        …  Front desk: offered to Ada (program)
                   1 eligible, 5 offline
                   Béla (program): offline
                   Carmen (program): offline
                   Dmitri (program): offline
                   Elif (program): offline
                   Farid (program): offline
        …  Front desk: nobody was eligible
                   0 eligible, 5 offline, 1 declined before
                   Ada (program): declined … before
                   Béla (program): offline
                   Carmen (program): offline
                   Dmitri (program): offline
                   Elif (program): offline
                   Farid (program): offline
        …  Front desk: offered to Béla (program)
                   1 eligible, 4 offline, 1 declined before
                   Ada (program): declined … before
                   Carmen (program): offline
                   Dmitri (program): offline
                   Elif (program): offline
                   Farid (program): offline
    "#]]
    .assert_eq(&without_clock(&text(&told.stdout)));

    let number = conversation.0.to_string();
    let named = explain(&[&number, "--workspace", "play"]);
    assert_eq!(text(&named.stdout), text(&told.stdout));
    for (args, why) in [
        (&["cnv_999"][..], "unknown_conversation"),
        (&["hello"][..], "unknown_conversation"),
        (&[&*number, "--workspace", "nowhere"][..], "unknown_workspace"),
    ] {
        let refused = explain(args);
        assert!(!refused.status.success(), "{args:?}");
        assert!(text(&refused.stderr).contains(why), "{args:?}: {}", text(&refused.stderr));
    }
    server.stop();
}

/// Somebody asks before anybody is there; Ada comes and declines, Béla comes and takes it.
async fn a_day(url: &str, token: &str) -> ConversationId {
    let admin = Api::new(url, "play").expect("an address").with_token(token);
    let made: VisitorIdentity =
        admin.post("visitors", &NewVisitor::default()).await.expect("a visitor");
    let mut visitor: Desk<Visitor> = Desk::open(admin.with_token(&made.token)).await;
    let conversation = visitor.ask(None, "Anybody there?").await;
    let mut ada = sit_down(&admin, "Ada (program)").await;
    let offer = ada.offer_of(conversation).await;
    ada.done(StaffCommand::DeclineOffer { offer }).await;
    let mut bela = sit_down(&admin, "Béla (program)").await;
    bela.accept(conversation).await;
    conversation
}

async fn sit_down(admin: &Api, name: &str) -> Desk<Staff> {
    let directory: Directory = admin.get("directory").await.expect("a directory");
    let found = directory.agents.iter().find(|agent| agent.agent.name == name);
    let agent = found.expect("in the directory").agent.id;
    let asked = NewToken { agent, name: "explain".into() };
    let made: TokenMade = admin.post("tokens", &asked).await.expect("a token");
    let mut desk = Desk::open(admin.with_token(&made.token)).await;
    desk.go_online().await;
    desk
}

/// The same whatever the time was: every word that is a clock blotted out, moments at the margin.
fn without_clock(told: &str) -> String {
    let blotted = |word: &str| if word.split(':').count() == 3 { "…" } else { word }.to_owned();
    let line = |line: &str| {
        let words = line.split(' ').map(blotted).collect::<Vec<_>>().join(" ");
        match words.trim_start() {
            moment if moment.starts_with('…') => format!("{moment}\n"),
            _ => format!("{words}\n"),
        }
    };
    told.lines().map(line).collect()
}
