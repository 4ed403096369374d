//! Commands reach the owner of their workspace, and answers come back.

use bus::{Commands, Refused, limits::INBOX_MAX};

use crate::{DESK, OTHER, run};

type Bus = Commands<u32, u32>;

#[test]
fn a_question_reaches_the_owner_of_its_workspace_and_the_answer_comes_back() {
    run(async {
        let bus = Bus::new();
        let (mut desk, mut other) = (bus.own(DESK), bus.own(OTHER));
        let answered = bus.send(DESK, 20).unwrap();
        let asked = desk.recv().await.unwrap();
        let doubled = asked.question * 2;
        asked.answer(doubled);
        assert_eq!(answered.await, Ok(40));
        assert!(other.try_recv().is_err());
    });
}

#[test]
fn questions_arrive_in_the_order_they_were_sent() {
    run(async {
        let bus = Bus::new();
        let mut desk = bus.own(DESK);
        let waiting: Vec<_> = (0..10).map(|n| bus.send(DESK, n).unwrap()).collect();
        for expected in 0..10 {
            assert_eq!(desk.recv().await.unwrap().question, expected);
        }
        drop(waiting);
    });
}

#[test]
fn a_workspace_that_nobody_runs_refuses_at_once() {
    run(async {
        let bus = Bus::new();
        assert_eq!(bus.ask(DESK, 1).await, Err(Refused::NoOwner));
        drop(bus.own(DESK));
        assert_eq!(bus.ask(DESK, 1).await, Err(Refused::NoOwner));
    });
}

#[test]
fn an_owner_that_goes_away_over_a_question_leaves_it_refused() {
    run(async {
        let bus = Bus::new();
        let mut desk = bus.own(DESK);
        let answered = bus.send(DESK, 1).unwrap();
        drop(desk.recv().await);
        assert!(answered.await.is_err());
    });
}

#[test]
fn a_full_inbox_refuses_and_takes_again_once_there_is_room() {
    run(async {
        let bus = Bus::new();
        let mut desk = bus.own(DESK);
        for n in 0..INBOX_MAX {
            assert!(bus.send(DESK, u32::try_from(n).unwrap()).is_ok());
        }
        assert_eq!(bus.send(DESK, 0).unwrap_err(), Refused::Full);
        desk.recv().await.unwrap();
        assert!(bus.send(DESK, 0).is_ok());
    });
}

#[test]
fn a_later_owner_takes_over_and_the_earlier_one_is_asked_no_more() {
    run(async {
        let bus = Bus::new();
        let mut first = bus.own(DESK);
        let mut second = bus.own(DESK);
        let _answered = bus.send(DESK, 7).unwrap();
        assert!(first.recv().await.is_none());
        assert_eq!(second.recv().await.unwrap().question, 7);
    });
}

#[test]
fn a_disowned_workspace_drains_and_ends() {
    run(async {
        let bus = Bus::new();
        let mut desk = bus.own(DESK);
        let _answered = bus.send(DESK, 7).unwrap();
        bus.disown(DESK);
        assert_eq!(desk.recv().await.unwrap().question, 7);
        assert!(desk.recv().await.is_none());
    });
}
