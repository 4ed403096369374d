//! What writing and reading one message's record costs.

use divan::{Bencher, black_box};
use domain::{
    command::{Actor, Audience},
    event::Event,
    ids::{AgentId, BodyId, ConversationId, MessageId},
};
use store::codec;

fn main() {
    divan::main();
}

fn message() -> Event {
    Event::MessagePosted {
        conversation: ConversationId(1_234),
        message: MessageId(98_765),
        author: Actor::Agent(AgentId(42)),
        audience: Audience::Everybody,
        body: BodyId(98_770),
        chars: 76,
        files: Vec::new(),
        whispered_to: None,
    }
}

#[divan::bench]
fn encode_message(bencher: Bencher) {
    let event = message();
    bencher.bench_local(|| codec::encode(black_box(&event)));
}

#[divan::bench]
fn decode_message(bencher: Bencher) {
    let written = codec::encode(&message());
    bencher.bench_local(|| codec::decode(written.kind, written.version, black_box(&written.body)));
}
