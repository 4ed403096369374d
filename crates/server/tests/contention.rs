//! Many hands reach for the same thing at the same moment, over real sockets.

use std::collections::BTreeMap;

use protocol::{
    command::{Answer, Draft, StaffCommand, StartTransfer, Target, TransferMode},
    http::StaffDesk,
    ids::ConversationId,
    problem::Code,
    staff::{ConversationStatus, Object, Relation},
};
use testkit::{DocumentBuilder, Place, TestServer, rounds};
use tokio::task::JoinSet;

const AGENTS: usize = 200;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_hundred_who_accept_a_transfer_at_once_exactly_one_gets_it() {
    let document = DocumentBuilder::new()
        .team("front", 1, 4)
        .team("crowd", AGENTS, 1)
        .queue(&Place { key: "desk", tier: 1, team: "front", more: &["wrap_up: { time: 0s }"] })
        .queue(&Place {
            key: "everybody",
            tier: 2,
            team: "crowd",
            more: &["strategy: broadcast", "wrap_up: { time: 0s }"],
        })
        .build();
    let server = TestServer::start(&document).await;
    let mut front = server.agent("front1").await;
    let mut visitor = server.visitor().await;
    let mut crowd = Vec::new();
    for number in 1..=AGENTS {
        crowd.push(server.agent(&format!("crowd{number}")).await);
    }
    for round in 1..=rounds(5, 100) {
        let conversation = visitor.ask(None, "hello").await;
        front.accept(conversation).await;
        let transfer = StartTransfer {
            conversation,
            target: Target::Queue(server.queue_id("everybody")),
            mode: TransferMode::Cold,
            complete: None,
            on_unanswered: None,
            place: None,
            reason: None,
            note: None,
        };
        front.done(StaffCommand::StartTransfer(transfer)).await;
        let mut offers = Vec::new();
        for agent in &mut crowd {
            offers.push(agent.offer_of(conversation).await);
        }
        // Everybody reaches before anybody looks.
        let mut reached = Vec::new();
        for (agent, offer) in crowd.iter_mut().zip(offers) {
            reached.push(agent.send(StaffCommand::AcceptOffer { offer }).await);
        }
        let mut winners = Vec::new();
        for (number, (agent, id)) in crowd.iter_mut().zip(reached).enumerate() {
            match agent.outcome(id).await {
                Ok(Answer::Accepted { conversation: got }) => {
                    assert_eq!(got, conversation);
                    winners.push(number);
                }
                Ok(other) => panic!("round {round}: {other:?}"),
                Err(problem) => {
                    assert_eq!(problem.code, Code::OfferGone, "round {round}: {}", problem.detail)
                }
            }
        }
        assert_eq!(winners.len(), 1, "round {round}: {winners:?} of {AGENTS} got it");
        let winner = &mut crowd[winners[0]];
        winner.until_relation(conversation, Relation::Owner).await;
        winner.done(StaffCommand::Close { conversation }).await;
        for agent in &mut crowd {
            let gone = |desk: &testkit::Desk<client::Staff>| {
                (desk.offers().next().is_none() && desk.me()?.load == 0).then_some(())
            };
            agent.until("a clear desk", gone).await;
        }
    }
    server.stop().await;
}

const WAITING: usize = 18;
const CAPACITY: u32 = 3;
const HOLDERS: usize = 5;
const CLIENTS: usize = 16;

fn five_of_capacity_three(mode: &str) -> String {
    let mode = format!("mode: {mode}");
    DocumentBuilder::new()
        .team("desk", HOLDERS, CAPACITY)
        .queue(&Place { key: "line", tier: 1, team: "desk", more: &[&mode] })
        .build()
}

/// Owners of all open conversations, as an administrator sees them.
async fn owners(server: &TestServer) -> (BTreeMap<String, usize>, usize) {
    let desk: StaffDesk = server.admin().get("desk").await.expect("the desk");
    let mut owners = BTreeMap::new();
    let mut waiting = 0;
    for object in desk.snapshot {
        let Object::Conversation(conversation) = object else { continue };
        match (conversation.status, conversation.owner) {
            (ConversationStatus::Active, Some(owner)) => {
                *owners.entry(owner.name).or_default() += 1
            }
            (ConversationStatus::Waiting, None) => waiting += 1,
            (status, owner) => panic!("{:?} is {status:?} with {owner:?}", conversation.id),
        }
    }
    (owners, waiting)
}

fn assert_placed(owners: &BTreeMap<String, usize>, waiting: usize) {
    assert!(owners.values().all(|held| *held <= CAPACITY as usize), "{owners:?}");
    assert_eq!(owners.values().sum::<usize>(), HOLDERS * CAPACITY as usize, "{owners:?}");
    assert_eq!(waiting, WAITING - HOLDERS * CAPACITY as usize);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixteen_clients_that_pull_at_once_place_fifteen_and_nobody_holds_four() {
    for _ in 0..rounds(3, 20) {
        let server = TestServer::start(&five_of_capacity_three("pull")).await;
        let mut waiting: Vec<ConversationId> = Vec::new();
        let mut visitors = Vec::new();
        for number in 0..WAITING {
            let mut visitor = server.visitor().await;
            waiting.push(visitor.ask(None, &format!("number {number}")).await);
            visitors.push(visitor);
        }
        let mut clients = JoinSet::new();
        for client in 0..CLIENTS {
            // Several windows of the same five people.
            let mut agent = server.agent(&format!("desk{}", client % HOLDERS + 1)).await;
            let waiting = waiting.clone();
            clients.spawn(async move {
                let mut asked = Vec::new();
                for conversation in waiting.iter().cycle().skip(client).take(WAITING) {
                    asked
                        .push(agent.send(StaffCommand::Pull { conversation: *conversation }).await);
                }
                for id in asked {
                    if let Err(problem) = agent.outcome(id).await {
                        let expected = [
                            Code::NoRoom,
                            Code::NotWaiting,
                            Code::OfferGone,
                            Code::UnknownConversation,
                            Code::NotAllowed,
                        ];
                        assert!(
                            expected.contains(&problem.code),
                            "{}: {}",
                            problem.code.as_str(),
                            problem.detail
                        );
                    }
                    let load = agent.me().map_or(0, |me| me.load);
                    assert!(load <= CAPACITY, "a load of {load}");
                }
                agent
            });
        }
        // Nobody leaves before everybody is done.
        let _desks = clients.join_all().await;
        let (owners, left) = owners(&server).await;
        assert_placed(&owners, left);
        server.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eighteen_that_are_offered_while_agents_arrive_fill_five_desks_and_no_more() {
    for _ in 0..rounds(3, 20) {
        let server = TestServer::start(&five_of_capacity_three("push")).await;
        let mut visitors = JoinSet::new();
        for number in 0..WAITING {
            let mut visitor = server.visitor().await;
            visitors.spawn(async move {
                visitor.ask(None, &format!("number {number}")).await;
                visitor
            });
        }
        let mut agents = JoinSet::new();
        for number in 1..=HOLDERS {
            let mut agent = server.agent(&format!("desk{number}")).await;
            agents.spawn(async move {
                while agent.conversations().filter(|c| c.relation == Relation::Owner).count()
                    < CAPACITY as usize
                {
                    let offer = agent
                        .until("an offer", |desk| desk.offers().next().map(|offer| offer.id))
                        .await;
                    agent.done(StaffCommand::AcceptOffer { offer }).await;
                    agent
                        .until("it gone from the offers", |desk| {
                            desk.offers().all(|o| o.id != offer).then_some(())
                        })
                        .await;
                    assert!(agent.me().is_some_and(|me| me.load <= CAPACITY));
                }
                agent
            });
        }
        let _visitors = visitors.join_all().await;
        let _agents = agents.join_all().await;
        let (owners, left) = owners(&server).await;
        assert_placed(&owners, left);
        server.stop().await;
    }
}

#[tokio::test]
async fn a_command_sent_twice_under_one_id_takes_effect_once() {
    let document = DocumentBuilder::new()
        .team("front", 1, 4)
        .queue(&Place { key: "desk", tier: 1, team: "front", more: &[] })
        .build();
    let server = TestServer::start(&document).await;
    let mut front = server.agent("front1").await;
    let mut visitor = server.visitor().await;
    let conversation = visitor.ask(None, "hello").await;
    front.accept(conversation).await;
    let message = StaffCommand::PostMessage {
        conversation,
        audience: protocol::command::Audience::Everybody,
        message: Draft { text: "once".into(), files: Vec::new() },
    };
    let body = protocol::command::CommandRequest { id: uuid::Uuid::now_v7(), command: message };
    let first: protocol::command::CommandReply =
        front.api().post("commands", &body).await.expect("done");
    let again: protocol::command::CommandReply =
        front.api().post("commands", &body).await.expect("the same");
    assert_eq!(first, again);
    let transcript: protocol::http::StaffTranscript = front
        .api()
        .get(&format!("conversations/{conversation}/transcript"))
        .await
        .expect("a transcript");
    let said = |line: &&protocol::staff::Line| matches!(&line.content, protocol::staff::Content::Message(message) if message.text == "once");
    assert_eq!(transcript.lines.iter().filter(said).count(), 1);
    server.stop().await;
}
