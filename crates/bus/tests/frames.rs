//! Frames reach those who look, in order, or the reader is cut off; never a gap that nobody hears of.

use std::{collections::BTreeMap, future::Future, pin::pin, task::Poll};

use bus::{Frames, Gone, Interest, Subscription, limits::UNREAD_FRAMES_MAX};

use crate::{DESK, OTHER, run};

type Bus = Frames<&'static str, u32>;

async fn read(subscription: &Subscription<&'static str, u32>) -> Result<Vec<u32>, Gone> {
    let mut frames = Vec::new();
    subscription.read(&mut frames).await.map(|()| frames)
}

#[test]
fn everything_published_to_a_viewer_reaches_each_reader_in_order() {
    run(async {
        let bus = Bus::new();
        let (window, phone, other) =
            (bus.subscribe(DESK, "ann"), bus.subscribe(DESK, "ann"), bus.subscribe(DESK, "bob"));
        let desk = bus.publisher(DESK);
        desk.publish(&["ann"], &1);
        desk.publish(&["ann", "bob"], &2);
        assert_eq!(read(&window).await, Ok(vec![1, 2]));
        assert_eq!(read(&phone).await, Ok(vec![1, 2]));
        assert_eq!(read(&other).await, Ok(vec![2]));
    });
}

#[test]
fn nothing_crosses_from_one_workspace_to_another() {
    run(async {
        let bus = Bus::new();
        let (here, there) = (bus.subscribe(DESK, "ann"), bus.subscribe(OTHER, "ann"));
        bus.publisher(DESK).publish(&["ann"], &1);
        bus.publisher(OTHER).publish(&["ann"], &2);
        assert_eq!(read(&here).await, Ok(vec![1]));
        assert_eq!(read(&there).await, Ok(vec![2]));
    });
}

#[test]
fn a_reader_that_waits_is_woken_by_the_next_frame() {
    run(async {
        let bus = Bus::new();
        let ann = bus.subscribe(DESK, "ann");
        let mut reading = pin!(read(&ann));
        let waits =
            std::future::poll_fn(|cx| Poll::Ready(reading.as_mut().poll(cx).is_pending())).await;
        assert!(waits);
        bus.publisher(DESK).publish(&["ann"], &1);
        assert_eq!(reading.await, Ok(vec![1]));
    });
}

#[test]
fn a_read_that_is_given_up_loses_nothing() {
    run(async {
        let bus = Bus::new();
        let (ann, desk) = (bus.subscribe(DESK, "ann"), bus.publisher(DESK));
        {
            let mut given_up = pin!(read(&ann));
            std::future::poll_fn(|cx| Poll::Ready(given_up.as_mut().poll(cx).is_pending())).await;
            desk.publish(&["ann"], &1);
        }
        assert_eq!(read(&ann).await, Ok(vec![1]));
    });
}

#[test]
fn a_slow_reader_is_cut_off_and_the_others_are_not() {
    run(async {
        let bus = Bus::new();
        let (slow, quick, desk) =
            (bus.subscribe(DESK, "ann"), bus.subscribe(DESK, "ann"), bus.publisher(DESK));
        let last = u32::try_from(UNREAD_FRAMES_MAX).unwrap();
        for n in 0..=last {
            desk.publish(&["ann"], &n);
            assert_eq!(read(&quick).await, Ok(vec![n]));
        }
        assert_eq!(read(&slow).await, Err(Gone::TooSlow));
        desk.publish(&["ann"], &1);
        assert_eq!(read(&quick).await, Ok(vec![1]));
        assert_eq!(read(&slow).await, Err(Gone::TooSlow));
    });
}

#[test]
fn the_owner_learns_of_the_first_and_the_last_reader_of_a_viewer() {
    let bus = Bus::new();
    let desk = bus.publisher(DESK);
    let (window, phone) = (bus.subscribe(DESK, "ann"), bus.subscribe(DESK, "ann"));
    assert_eq!(desk.interest(), BTreeMap::from([("ann", Interest::Gained)]));
    drop(window);
    assert_eq!(desk.interest(), BTreeMap::new());
    drop(phone);
    assert_eq!(desk.interest(), BTreeMap::from([("ann", Interest::Lost)]));
}

#[test]
fn an_owner_that_takes_over_learns_of_everybody_who_looks() {
    let bus = Bus::new();
    let _ann = bus.subscribe(DESK, "ann");
    let first = bus.publisher(DESK);
    first.interest();
    let second = bus.publisher(DESK);
    assert_eq!(second.interest(), BTreeMap::from([("ann", Interest::Gained)]));
}

#[test]
fn a_slow_reader_who_was_the_last_of_a_viewer_is_interest_lost() {
    let bus = Bus::new();
    let (_slow, desk) = (bus.subscribe(DESK, "ann"), bus.publisher(DESK));
    desk.interest();
    for n in 0..=UNREAD_FRAMES_MAX {
        desk.publish(&["ann"], &u32::try_from(n).unwrap());
    }
    assert_eq!(desk.interest(), BTreeMap::from([("ann", Interest::Lost)]));
}

#[test]
fn when_everybody_starts_over_what_was_published_is_read_first() {
    run(async {
        let bus = Bus::new();
        let (ann, desk) = (bus.subscribe(DESK, "ann"), bus.publisher(DESK));
        desk.publish(&["ann"], &1);
        desk.end_all(Gone::StartOver);
        desk.publish(&["ann"], &2);
        let again = bus.subscribe(DESK, "ann");
        desk.publish(&["ann"], &3);
        assert_eq!(read(&ann).await, Ok(vec![1]));
        assert_eq!(read(&ann).await, Err(Gone::StartOver));
        assert_eq!(read(&again).await, Ok(vec![3]));
        drop(ann);
        assert_eq!(desk.interest(), BTreeMap::from([("ann", Interest::Gained)]));
    });
}
