//! `kill -9` while conversations sit in every kind of stage and every kind of hand-over (SPEC §4, "server stops").
//!
//! The server comes back hours later by its clock. What a wait had to fear meanwhile is handled at once, in
//! order; what measures people begins anew, and the test lives through that. The domain's own stories of a
//! restart are in `sim/tests/restarts.rs`; here it is the executable and its files.

mod cast;

use std::{
    fs,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

use domain::{
    Desk,
    event::Event,
    ids::{ConversationId, Timestamp},
    state::Link,
};
use expect_test::expect;
use protocol::{
    command::{
        Answer, ChoosableStatus, Invite, OnUnanswered, StaffCommand, StartTransfer, Target,
        TransferMode, VisitorCommand,
    },
    staff::Relation,
    visitor::{Content, NoticeCode, Status},
};
use sim::story::{Names, event as words};
use store::{Sequence, Store};
use store_sql::SqliteStore;

use self::cast::{Cast, in_pipeline, in_queue};
use crate::process::{Server, free_port, set_up};

const WORKSPACE: &str = "restart";
/// Longer than every wait, and into the hours in which the queue `day` is closed; within those in which the id of
/// a command is known.
const DOWN_HOURS: u32 = 5;

type Journal = Vec<(Timestamp, Event)>;

#[tokio::test(flavor = "multi_thread")]
async fn after_a_kill_waits_are_handled_as_if_time_had_passed_and_people_get_their_time_again() {
    let dir = tempfile::tempdir().expect("a directory");
    let (document, data) = (dir.path().join("workspace.yaml"), dir.path().join("data"));
    let text = text_of_document();
    fs::write(&document, &text).expect("written");
    let token = set_up(&data, WORKSPACE, &document, "root");
    let config = config::load(&text, None, Timestamp::default()).expect("a document");
    let mut names = Names::default();
    names.learn(&config);

    let port = free_port();
    let server = Server::start(&data, port);
    let mut cast = Cast::new(&server.url, WORKSPACE, &token, names);
    waiting(&mut cast).await;
    with_agents(&mut cast).await;
    handed_over(&mut cast).await;
    let last = cast.writes("bob", "talking", "Are you still there?").await;
    server.kill();

    let server = Server::start_later(&data, port, DOWN_HOURS);
    people_come_back(&mut cast).await;
    server.stop();

    let journal = read(&data).await;
    let start = start_of(&journal, 1);
    assert!(is_posted(&journal[..start], last), "what was acknowledged last is there");
    before_and_after(&journal, start, &cast.names);

    // Everything up to the first person who came back.
    let somebody = |(_, event): &(Timestamp, Event)| {
        matches!(event, Event::AgentConnected { .. } | Event::VisitorConnected { .. })
    };
    let alone = journal[start..].iter().position(somebody).expect("people came back");
    expect![[r#"
        ServerStarted
        OfferEnded offered to ada: restart
        OfferEnded warm to eve: restart
        OfferEnded invited to eve: restart
        VisitorToldStillSearching searching
        VisitorToldStillSearching form
        VisitorToldStillSearching by_day
        VisitorToldStillSearching offered
        VisitorToldStillSearching reserved
        WrapUpEnded rated of dan: time_up
        WrapUpEnded plain of dan: time_up
        ConversationArchived plain
        WrapUpEnded reserved of dan: time_up
        AgentReleased waking from fay: no room to wake
        WaitStarted waking in full: owner had no room, fay, credit
        StageMessageSent searching of long/sorry
        OfflineFormShown searching until
        SupervisorsAlerted searching: nobody_came
        ChoiceAsked offered
        SupervisorsAlerted offered: nobody_came
        TransferEnded in_line expired: time_up
        ConversationClosed form: wait_timeout by system
        ConversationArchived rated
        TransferEnded reserved expired: time_up
        WaitStarted reserved in quiet: unanswered, credit sent by dan
        QueueClosed day at serves until
        VisitorToldOutOfHours by_day in day until opens at
        OfferMade warm to eve until
        OfferMade invited to eve until
        OfferMade offered to ada until
    "#]]
    .assert_eq(&tell(&journal[start..start + alone], &cast.names));

    let mut after = String::new();
    for visitor in ["talking", "lost", "offered", "warm", "invited"] {
        let id = ConversationId(cast.conversation(visitor).0);
        let theirs = journal[start + alone..].iter();
        let theirs: Journal =
            theirs.filter(|(_, event)| event.conversation() == Some(id)).cloned().collect();
        after += &tell(&theirs, &cast.names);
    }
    expect![[r#"
        VisitorReminded talking
        AgentReleased talking from bob: closed, wrap-up until holding
        ConversationClosed talking: visitor_idle by system
        OwnerLost lost hal
        AgentReleased lost from hal: lost
        WaitStarted lost in talk: agent lost, hal, credit at the front
        OfferMade lost to bob until
        OfferAccepted lost by bob
        AgentAssigned lost to bob in talk: accepted
        MessagePosted offered by offered
        OfferAccepted offered by ada
        AgentAssigned offered to ada in desk: accepted
        MessagePosted warm by warm
        OfferAccepted warm by eve
        TransferAccepted warm by eve
        MessagePosted invited by invited
        OfferAccepted invited by eve
        InvitationAccepted invited by eve
        GuestJoined invited eve: invited
    "#]]
    .assert_eq(&after);
}

/// Nobody has them yet: a form filled in and a message told, an offline form shown, an offer out, hours.
async fn waiting(cast: &mut Cast) {
    let mut filled = in_pipeline("long");
    filled.answers.insert("topic".into(), "A bill".into());
    cast.opens("searching", filled).await;
    cast.opens("form", in_pipeline("short")).await;
    let form = cast.conversation("form");
    let shown = move |desk: &testkit::Desk<client::Visitor>| {
        desk.conversation(form)?.message_until_ms.map(|_| ())
    };
    cast.visitor("form").until("the offline form", shown).await;
    cast.opens("by_day", in_queue("day")).await;
    cast.comes("ada").await;
    cast.opens("offered", in_queue("desk")).await;
    let offered = cast.conversation("offered");
    cast.at("ada").offer_of(offered).await;
}

/// An agent has or had them: active, parked, waking without room, a survey asked, an end, a raised hand.
async fn with_agents(cast: &mut Cast) {
    cast.comes("hal").await;
    cast.talks("lost", in_queue("talk"), "hal").await;
    cast.comes("bob").await;
    cast.talks("talking", in_queue("talk"), "bob").await;

    cast.comes("dan").await;
    for closed in ["rated", "plain"] {
        cast.talks(closed, in_pipeline(closed), "dan").await;
        let conversation = cast.conversation(closed);
        cast.does("dan", StaffCommand::Close { conversation }).await;
    }
    cast.talks("hand", in_queue("senders"), "dan").await;
    let conversation = cast.conversation("hand");
    cast.does("dan", StaffCommand::RaiseHand { conversation, note: String::new() }).await;
    cast.talks("parked", in_queue("senders"), "dan").await;
    let conversation = cast.conversation("parked");
    cast.does("dan", StaffCommand::Park { conversation }).await;

    cast.comes("fay").await;
    cast.talks("waking", in_queue("full"), "fay").await;
    let conversation = cast.conversation("waking");
    cast.does("fay", StaffCommand::Park { conversation }).await;
    cast.talks("filling", in_queue("full"), "fay").await;
    cast.visitor("waking").say(conversation, "I have found it").await;
}

/// A warm transfer offered and one in a line, an introduction, an invitation, a reservation.
async fn handed_over(cast: &mut Cast) {
    cast.comes("eve").await;
    for warm in ["warm", "introduced", "in_line"] {
        cast.talks(warm, in_queue("senders"), "dan").await;
        let target = match warm {
            "in_line" => Target::Queue(cast.queue("night")),
            _ => Target::Agent(cast.agent("eve")),
        };
        let transfer = transfer(cast, warm, target, TransferMode::Warm);
        cast.does("dan", StaffCommand::StartTransfer(transfer)).await;
    }
    let (warm, introduced) = (cast.conversation("warm"), cast.conversation("introduced"));
    cast.at("eve").offer_of(warm).await;
    cast.at("eve").accept(introduced).await;

    cast.talks("invited", in_queue("senders"), "dan").await;
    let conversation = cast.conversation("invited");
    let target = Target::Agent(cast.agent("eve"));
    let invite = Invite { conversation, target, reason: None, note: None };
    cast.does("dan", StaffCommand::Invite(invite)).await;
    cast.at("eve").offer_of(conversation).await;

    cast.comes("guy").await;
    let away = StaffCommand::SetStatus { status: ChoosableStatus::Away, reason: None };
    cast.does("guy", away).await;
    cast.talks("reserved", in_queue("senders"), "dan").await;
    let to_guy = Target::Agent(cast.agent("guy"));
    let mut transfer = transfer(cast, "reserved", to_guy, TransferMode::Cold);
    transfer.on_unanswered = Some(OnUnanswered::Park);
    transfer.place = Some(cast.queue("quiet"));
    cast.does("dan", StaffCommand::StartTransfer(transfer)).await;
}

fn transfer(cast: &Cast, visitor: &str, target: Target, mode: TransferMode) -> StartTransfer {
    let place = match target {
        Target::Agent(_) => Some(cast.queue("takers")),
        Target::Queue(_) => None,
    };
    StartTransfer {
        conversation: cast.conversation(visitor),
        target,
        mode,
        complete: None,
        on_unanswered: None,
        place,
        reason: None,
        note: None,
    }
}

/// Ada, Bob, Dan, Eve and their visitors are there again at once; Hal never is.
async fn people_come_back(cast: &mut Cast) {
    for agent in ["bob", "dan", "eve", "ada"] {
        cast.does(agent, StaffCommand::ReportActivity {}).await;
    }
    for visitor in ["talking", "offered", "warm", "invited"] {
        let conversation = cast.conversation(visitor);
        if visitor == "talking" {
            // Being there is no word: the clock of their silence goes on.
            let nothing = VisitorCommand::AnswerChoice {
                conversation,
                choice: protocol::command::Choice::KeepWaiting,
                text: None,
            };
            cast.visitor(visitor).refused(nothing).await;
        } else {
            cast.visitor(visitor).say(conversation, "Hello again").await;
        }
    }
    for (agent, offered) in [("ada", "offered"), ("eve", "warm"), ("eve", "invited")] {
        let conversation = cast.conversation(offered);
        cast.at(agent).accept(conversation).await;
    }
    let invited = cast.conversation("invited");
    cast.at("eve").until_relation(invited, Relation::Guest).await;

    // Bob is asked for what Hal had, and the visitor who says nothing is reminded, then let go.
    let lost = cast.conversation("lost");
    cast.at("bob").accept(lost).await;
    let talking = cast.conversation("talking");
    let closed = move |desk: &testkit::Desk<client::Visitor>| {
        (desk.conversation(talking)?.status == Status::Closed).then_some(())
    };
    let visitor = cast.visitor("talking");
    visitor.until("the end", closed).await;
    let reminded = visitor.lines.iter().any(|line| match &line.content {
        Content::Notice(notice) => notice.code == NoticeCode::IdleReminder,
        Content::Message(_) => false,
    });
    assert!(reminded, "the visitor was reminded: {:?}", visitor.lines);
}

/// People have their graces from the restart on, whatever the clock says, and an offer that was cut off is no
/// mark against anybody.
fn before_and_after(journal: &Journal, start: usize, names: &Names) {
    let mut desk = Desk::new();
    for (at, event) in &journal[..=start] {
        desk.apply(event, *at);
    }
    let (at, state) = (journal[start].0, desk.state());
    let settings = &desk.config().expect("a configuration").settings;
    for key in ["ada", "bob", "dan", "eve", "fay", "guy", "hal"] {
        let agent = &state.agents[&names.agent_named(key).expect("an agent")];
        let grace = Link::Grace {
            grace_ends: at.after(settings.agent_grace_ms),
            lost_ends: at.after(settings.agent_lost_ms),
        };
        assert_eq!((agent.link, agent.unanswered), (grace, 0), "{key}");
    }
    for conversation in state.conversations.values().filter(|c| !c.is_closed()) {
        let lost_ends = Some(at.after(settings.visitor_lost_ms));
        assert_eq!(conversation.visitor_lost_ends, lost_ends);
        assert_eq!(conversation.talk.idle.reminds_at, at.after(settings.idle_reminder_ms));
    }
    let introduced = names.conversation_named("introduced").expect("a conversation");
    let handoff = state.conversations[&introduced].handoff.as_ref().expect("a handoff");
    assert_eq!(handoff.introduction_ends, Some(at.after(settings.introduction_ms)));
    let filled = names.conversation_named("searching").expect("a conversation");
    assert!(state.conversations[&filled].answers.is_some(), "the form is kept");
}

/// The events as a story tells them, without figures, which are never the same, and without what is told of
/// estimates and of nobody to be found.
fn tell(events: &[(Timestamp, Event)], names: &Names) -> String {
    let beside = ["EstimateShown", "PredictionsTested", "NobodyEligible"];
    let lines = events.iter().map(|(_, event)| words(event, names));
    let lines = lines.filter(|line| !beside.iter().any(|kind| line.starts_with(kind)));
    let figure = |word: &&str| word.starts_with(|first: char| first.is_ascii_digit());
    let plain =
        |line: String| line.split(' ').filter(|word| !figure(word)).collect::<Vec<_>>().join(" ");
    lines.map(|line| plain(line) + "\n").collect()
}

/// Where the nth start after the first is in the journal.
fn start_of(journal: &Journal, nth: usize) -> usize {
    let starts = journal.iter().enumerate();
    let mut starts = starts.filter(|(_, (_, event))| matches!(event, Event::ServerStarted));
    starts.nth(nth).expect("the server was started again").0
}

fn is_posted(journal: &[(Timestamp, Event)], answer: Answer) -> bool {
    let Answer::Posted { message: posted } = answer else { panic!("not {answer:?}") };
    journal.iter().any(
        |(_, event)| matches!(event, Event::MessagePosted { message, .. } if message.0 == posted.0),
    )
}

async fn read(data: &Path) -> Journal {
    let store = SqliteStore::open_read_only(data).expect("a data directory");
    let known = store.workspaces().await.expect("its workspaces");
    let records = store.records(known[0].id, Sequence(0), 10_000).await.expect("its journal");
    let event = |record: &store::Record| (record.at, record.event().expect("an event"));
    records.iter().map(event).collect()
}

/// The document with a queue that closes two hours from this one, for six hours.
fn text_of_document() -> String {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    let hour = since_epoch.as_secs() / 3_600;
    let (opens, closes) = ((hour + 8) % 24, (hour + 2) % 24);
    let closes = if closes == 0 { 24 } else { closes };
    include_str!("workspace.yaml").replace("OPEN", &format!("{opens:02}:00-{closes:02}:00"))
}
