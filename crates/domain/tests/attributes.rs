//! What the page says of a visitor while they chat: what is merged, what is kept of it and what is refused. The API is
//! touched here; the events of a day are told in `crates/sim/tests/attributes.rs`.

use std::collections::BTreeMap;

use domain::{
    Decision, Desk,
    command::{Actor, Body, Command},
    config::{Config, Queue},
    event::Event,
    ids::{BodyId, ConversationId, QueueId, Timestamp, VisitorId},
    limits::ATTRIBUTES_CHARS_MAX,
    rejection::Rejection,
};

const NOW: Timestamp = Timestamp(1_000_000);
const VISITOR: Actor = Actor::Visitor(VisitorId(1));
const CHAT: ConversationId = ConversationId(1);

type Said<'a> = &'a [(&'a str, Option<&'a str>)];

#[test]
fn keys_with_a_value_are_set_keys_without_one_go_and_all_others_stay() {
    let mut desk = desk();
    let changes = [("plan", Some("gold")), ("cart", None), ("city", Some("Kiel"))];
    let decision = tell(&mut desk, &[("plan", "basic"), ("cart", "3"), ("name", "Lena")], &changes);
    let (named, kept) = only(decision);
    assert_eq!(kept, map(&[("city", "Kiel"), ("name", "Lena"), ("plan", "gold")]));
    assert_eq!(desk.state().conversations[&CHAT].attributes, Some(named));
}

#[test]
fn what_changes_nothing_is_not_written() {
    let mut desk = desk();
    let known = [("plan", "gold")];
    for changes in [&[][..], &[("plan", Some("gold"))], &[("cart", None)]] {
        let decision = tell(&mut desk, &known, changes).unwrap();
        assert_eq!((decision.events, decision.bodies), (vec![], vec![]));
    }
}

#[test]
fn with_the_last_key_gone_there_is_nothing_to_keep() {
    let mut desk = desk();
    only(tell(&mut desk, &[], &[("plan", Some("gold"))]));
    let decision = tell(&mut desk, &[("plan", "gold")], &[("plan", None)]).unwrap();
    let told = Event::AttributesSet { conversation: CHAT, attributes: None };
    assert_eq!((decision.events, decision.bodies), (vec![told], vec![]));
    assert_eq!(desk.state().conversations[&CHAT].attributes, None);
}

#[test]
fn what_was_replaced_is_named_by_its_own_event_and_goes_with_it() {
    let mut desk = desk();
    let (first, _) = only(tell(&mut desk, &[], &[("plan", Some("basic"))]));
    let (second, _) = only(tell(&mut desk, &[("plan", "basic")], &[("plan", Some("gold"))]));
    assert_ne!(first, second);
}

#[test]
fn all_of_it_together_is_bounded() {
    let mut desk = desk();
    let half = "x".repeat(ATTRIBUTES_CHARS_MAX / 2 - 1);
    let known = [("a", half.as_str())];
    assert!(tell(&mut desk, &known, &[("b", Some(&half))]).is_ok());
    let longer = format!("{half}x");
    assert_eq!(tell(&mut desk, &known, &[("b", Some(&longer))]), Err(Rejection::TextTooLong));
}

#[test]
fn only_the_visitor_of_an_open_conversation_is_spoken_for() {
    let mut desk = desk();
    let mut ask = |actor, conversation| {
        let changes = BTreeMap::from([("plan".to_owned(), Some("gold".to_owned()))]);
        let known = BTreeMap::new();
        let command = Command::SetAttributes { conversation, known, changes };
        desk.handle(actor, command, NOW).err()
    };
    let other = Actor::Visitor(VisitorId(2));
    assert_eq!(ask(other, CHAT), Some(Rejection::UnknownConversation));
    assert_eq!(ask(VISITOR, ConversationId(99)), Some(Rejection::UnknownConversation));
    assert_eq!(ask(Actor::System, CHAT), Some(Rejection::NotAllowed));
    desk.handle(VISITOR, Command::Close { conversation: CHAT }, NOW).unwrap();
    let late = tell(&mut desk, &[], &[("plan", Some("gold"))]);
    assert_eq!(late, Err(Rejection::ConversationClosed));
}

fn tell(desk: &mut Desk, known: &[(&str, &str)], changes: Said<'_>) -> Result<Decision, Rejection> {
    let changes = changes.iter().map(|(key, value)| ((*key).to_owned(), value.map(str::to_owned)));
    let changes = changes.collect();
    let command = Command::SetAttributes { conversation: CHAT, known: map(known), changes };
    desk.handle(VISITOR, command, NOW)
}

/// The one text that was kept, under the id by which its event names it.
fn only(decision: Result<Decision, Rejection>) -> (BodyId, BTreeMap<String, String>) {
    let Decision { events, bodies, .. } = decision.unwrap();
    let [(kept, Body::Attributes(attributes))] = &bodies[..] else { panic!("{bodies:?}") };
    assert_eq!(events, [Event::AttributesSet { conversation: CHAT, attributes: Some(*kept) }]);
    assert_eq!(events[0].bodies(), [*kept], "it goes when its event's texts go");
    (*kept, attributes.clone())
}

fn map(said: &[(&str, &str)]) -> BTreeMap<String, String> {
    said.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// One conversation waits.
fn desk() -> Desk {
    let config = Config {
        version: 1,
        next_id: 100,
        queues: BTreeMap::from([(QueueId(1), Queue::default())]),
        entry: domain::config::Entry::Queue(QueueId(1)),
        ..Config::default()
    };
    let mut desk = Desk::new();
    let opening = Command::OpenConversation {
        entry: None,
        needs: BTreeMap::new(),
        language: None,
        answers: BTreeMap::new(),
        attributes: BTreeMap::new(),
        message: None,
    };
    for (actor, command) in [
        (Actor::System, Command::Configure { config: Box::new(config) }),
        (Actor::System, Command::ConnectVisitor { visitor: VisitorId(1) }),
        (VISITOR, opening),
    ] {
        desk.handle(actor, command, NOW).unwrap();
    }
    desk
}
