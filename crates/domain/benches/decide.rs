//! What one command costs on a large desk: 10,000 agents, 1,000 queues, 20,000 conversations with an owner.
//!
//! Each figure is one `Desk::handle`: decided, applied and settled, offers with their explanation included.
//! After-contact work is switched off, so that a close gives room at once. Run:
//! `cargo bench -p domain --bench decide`.

mod workspace;

use std::{cell::RefCell, collections::VecDeque};

use divan::{Bencher, black_box};
use domain::{
    Answer, Desk,
    command::{
        Actor, Audience, ChosenStatus, Command, Draft, Note, OnUnanswered, Target, TransferMode,
    },
    config::{Strategy, WrapUp},
    event::{Event, OfferTo},
    ids::{AgentId, ConversationId, OfferId, QueueId, Timestamp, VisitorId},
};

use self::workspace::{AGENTS, Dice, QUEUES, SHAPES, Shape};

fn main() {
    divan::main();
}

const ACTIVE: usize = 20_000;
/// Each queue has a line, and more wait than the samples serve.
const WAITING: usize = 5_000;

/// A visitor opens a conversation; an agent is found and offered it.
#[divan::bench(args = SHAPES, sample_size = 100)]
fn open(bencher: Bencher<'_, '_>, shape: Shape) {
    let floor = RefCell::new(Floor::busy(shape));
    bencher
        .with_inputs(|| {
            let mut floor = floor.borrow_mut();
            floor.close_oldest();
            floor.opening()
        })
        .bench_local_values(|(actor, command)| floor.borrow_mut().give_open(actor, command));
}

/// The agent accepts.
#[divan::bench(args = SHAPES, sample_size = 100)]
fn accept(bencher: Bencher<'_, '_>, shape: Shape) {
    let floor = RefCell::new(Floor::busy(shape));
    bencher
        .with_inputs(|| {
            let mut floor = floor.borrow_mut();
            floor.close_oldest();
            floor.open_offered()
        })
        .bench_local_values(|offered| floor.borrow_mut().accept(offered));
}

/// A message to everybody in a conversation.
#[divan::bench(args = SHAPES, sample_size = 1000)]
fn post_message(bencher: Bencher<'_, '_>, shape: Shape) {
    let floor = RefCell::new(Floor::busy(shape));
    let text = "Could you look at invoice 4711 once more, please?";
    bencher
        .with_inputs(|| {
            let Held { conversation, owner, .. } = floor.borrow_mut().rotate();
            let message = Draft { text: text.into(), files: Vec::new() };
            let command =
                Command::PostMessage { conversation, audience: Audience::Everybody, message };
            (Actor::Agent(owner), command)
        })
        .bench_local_values(|(actor, command)| floor.borrow_mut().give(actor, command));
}

/// A cold transfer to a queue: the owner is released, the next agent is found and offered it.
#[divan::bench(args = SHAPES, sample_size = 100)]
fn cold_transfer_to_queue(bencher: Bencher<'_, '_>, shape: Shape) {
    let floor = RefCell::new(Floor::busy(shape));
    bencher
        .with_inputs(|| floor.borrow_mut().cold_transfer())
        .bench_local_values(|(actor, command)| floor.borrow_mut().give(actor, command));
}

/// An agent closes a conversation while every agent is full and 5,000 wait: the next in line is found
/// over all the queues the agent serves, and offered.
#[divan::bench(args = SHAPES, sample_size = 100, sample_count = 40)]
fn room_for_the_next_in_line(bencher: Bencher<'_, '_>, shape: Shape) {
    let floor = RefCell::new(Floor::full(shape));
    bencher.with_inputs(|| floor.borrow_mut().rotate()).bench_local_values(
        |Held { conversation, owner, .. }| {
            floor.borrow_mut().give(Actor::Agent(owner), Command::Close { conversation })
        },
    );
}

/// A desk at work.
struct Floor {
    desk: Desk,
    now: Timestamp,
    dice: Dice,
    held: VecDeque<Held>,
}

/// A conversation with its owner.
#[derive(Clone, Copy)]
struct Held {
    conversation: ConversationId,
    owner: AgentId,
    queue: QueueId,
}

/// An offer to one agent.
struct Offered {
    held: Held,
    offer: OfferId,
}

impl Floor {
    fn busy(shape: Shape) -> Self {
        let mut floor = Self::open_for_work(shape);
        while floor.held.len() < ACTIVE {
            let offered = floor.open_offered();
            floor.accept(offered);
        }
        floor
    }

    fn full(shape: Shape) -> Self {
        let mut floor = Self::open_for_work(shape);
        let mut waiting = 0;
        while waiting < WAITING {
            let (actor, command) = floor.opening();
            match floor.give_open(actor, command) {
                Some(offered) => floor.accept(offered),
                None => waiting += 1,
            }
        }
        floor
    }

    fn open_for_work(shape: Shape) -> Self {
        let mut config = workspace::config(shape, Strategy::LeastLoaded);
        for queue in config.queues.values_mut() {
            queue.wrap_up = WrapUp { ms: 0, holds_capacity: false };
        }
        let (now, dice) = (Timestamp(1_000_000_000), Dice(5));
        let mut floor = Self { desk: Desk::new(), now, dice, held: VecDeque::new() };
        floor.give(Actor::System, Command::Configure { config: Box::new(config) });
        for agent in (1..=AGENTS).map(AgentId) {
            floor.give(Actor::System, Command::ConnectAgent { agent });
            let online = Command::SetStatus { status: ChosenStatus::Online, reason: None };
            floor.give(Actor::Agent(agent), online);
        }
        floor
    }

    fn give(&mut self, actor: Actor, command: Command) -> (Vec<Event>, Answer) {
        self.now = self.now.after(1);
        let decision = self.desk.handle(actor, command, self.now).expect("the command is allowed");
        black_box((decision.events, decision.answer))
    }

    fn opening(&mut self) -> (Actor, Command) {
        let visitor = VisitorId(self.now.0);
        let queue = Some(self.queue());
        let command = Command::OpenConversation {
            entry: queue.map(domain::config::Entry::Queue),
            needs: Default::default(),
            language: None,
            answers: Default::default(),
            attributes: Default::default(),
            message: None,
        };
        self.now = self.now.after(1);
        (Actor::Visitor(visitor), command)
    }

    fn give_open(&mut self, actor: Actor, command: Command) -> Option<Offered> {
        let (events, _) = self.give(actor, command);
        let (mut queue, mut offered) = (None, None);
        for event in &events {
            if let Event::WaitStarted { wait, .. } = event {
                queue = Some(wait.place.queue);
            }
            if let Event::OfferMade { offer, conversation, to: OfferTo::Agent(agent), .. } = event {
                offered = Some((*offer, *conversation, *agent));
            }
        }
        let (queue, (offer, conversation, owner)) = queue.zip(offered)?;
        Some(Offered { held: Held { conversation, owner, queue }, offer })
    }

    fn open_offered(&mut self) -> Offered {
        loop {
            let (actor, command) = self.opening();
            if let Some(offered) = self.give_open(actor, command) {
                return offered;
            }
        }
    }

    fn accept(&mut self, Offered { held, offer }: Offered) {
        self.give(Actor::Agent(held.owner), Command::AcceptOffer { offer });
        self.held.push_back(held);
    }

    fn close_oldest(&mut self) {
        if let Some(Held { conversation, owner, .. }) = self.held.pop_front() {
            self.give(Actor::Agent(owner), Command::Close { conversation });
        }
    }

    /// One after another, so that no two commands of a sample meet.
    fn rotate(&mut self) -> Held {
        self.held.rotate_left(1);
        *self.held.back().expect("somebody holds a conversation")
    }

    fn cold_transfer(&mut self) -> (Actor, Command) {
        let Held { conversation, owner, queue } =
            self.held.pop_front().expect("somebody holds a conversation");
        let target = loop {
            let target = self.queue();
            if target != queue {
                break target;
            }
        };
        let command = Command::StartTransfer {
            conversation,
            target: Target::Queue(target),
            mode: TransferMode::Cold(OnUnanswered::Queue),
            place: None,
            reason: None,
            note: Note { text: "Wants the invoice split".into(), ..Note::default() },
        };
        (Actor::Agent(owner), command)
    }

    fn queue(&mut self) -> QueueId {
        QueueId(AGENTS + 1 + self.dice.roll(QUEUES))
    }
}
