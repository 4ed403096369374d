//! The real routing against the formulas of queueing theory.

use sim::model::{Estimate, Model, Row, Unplayable};

fn row(agents: u32, load: f64, patience: Option<f64>) -> Row {
    let model = Model { agents, load, patience, chats_per_agent: 1, slowdown: 0.0, seed: 1 };
    model.play(|_| ()).expect("a stable line")
}

fn long() -> bool {
    std::env::var_os("BATON_LONG").is_some()
}

#[track_caller]
fn agrees(what: &str, found: Estimate, formula: f64) {
    assert!(found.ci95 <= (0.03 * found.value).max(0.004), "{what} is too wide: {found:?}");
    assert!(
        (found.value - formula).abs() <= found.ci95,
        "{what}: {found:?}, by the formula {formula}"
    );
}

/// Erlang B by its recursion: the share of arrivals lost where nobody waits.
fn erlang_b(agents: u32, load: f64) -> f64 {
    (1..=agents).fold(1.0, |blocked, n| load * blocked / (f64::from(n) + load * blocked))
}

/// Erlang C: the share of arrivals that wait, and the mean wait of all (Gross and Harris, M/M/c).
fn erlang_c(agents: u32, load: f64) -> (f64, f64) {
    let (c, blocked) = (f64::from(agents), erlang_b(agents, load));
    let waits = c * blocked / (c - load * (1.0 - blocked));
    (waits, waits / (c - load))
}

/// Erlang A (Palm; in the form of Mandelbaum and Zeltyn 2007): share that waits, mean wait, share that leaves.
fn erlang_a(agents: u32, load: f64, patience: f64) -> (f64, f64, f64) {
    let (x, y) = (f64::from(agents) * patience, load * patience);
    let (mut a, mut term, mut j) = (1.0, 1.0, 1.0);
    while term > 1e-15 * a {
        term *= y / (x + j);
        a += term;
        j += 1.0;
    }
    let (blocked, rho) = (erlang_b(agents, load), load / f64::from(agents));
    let waits = a * blocked / (1.0 + (a - 1.0) * blocked);
    let leaves = waits * (1.0 / (rho * a) + 1.0 - 1.0 / rho);
    (waits, leaves * patience, leaves)
}

#[test]
fn the_formulas_are_those_of_the_tables() {
    let (waits, wait) = erlang_c(10, 8.0);
    assert!((waits - 0.409180).abs() < 1e-6 && (wait - 0.204590).abs() < 1e-6);
    let (waits, wait) = erlang_c(10, 9.0);
    assert!((waits - 0.668732).abs() < 1e-6 && (wait - 0.668732).abs() < 1e-6);
}

#[test]
fn the_routing_serves_patient_visitors_as_erlang_c_says() {
    // The busier ones take a quarter of a minute each without optimisation.
    let busy = [(10, 9.0), (100, 90.0)];
    let busy = if long() { &busy[..] } else { &[] };
    for (agents, load) in [(1, 0.5), (3, 2.0), (10, 8.0)].iter().chain(busy).copied() {
        let (waits, wait) = erlang_c(agents, load);
        let found = row(agents, load, None);
        agrees("p_wait", found.p_wait, waits);
        agrees("mean_wait", found.mean_wait, wait);
        agrees("occupancy", found.occupancy, load / f64::from(agents));
        assert_eq!(found.p_abandon, Estimate { value: 0.0, ci95: 0.0 });
    }
}

#[test]
fn the_routing_serves_impatient_visitors_as_erlang_a_says() {
    for (agents, load, patience) in [(5, 4.0, 1.0), (10, 12.0, 0.5), (10, 10.0, 2.0)] {
        let (waits, wait, leaves) = erlang_a(agents, load, patience);
        let found = row(agents, load, Some(patience));
        agrees("p_wait", found.p_wait, waits);
        agrees("mean_wait", found.mean_wait, wait);
        agrees("p_abandon", found.p_abandon, leaves);
        agrees("occupancy", found.occupancy, load * (1.0 - leaves) / f64::from(agents));
    }
}

/// One agent with up to three chats is a birth-and-death process: with k chats they end at `k / (1 + B (k − 1))`.
#[test]
fn chats_at_once_slow_each_other_down_as_birth_and_death_says() {
    let (load, slowdown, most) = (1.2_f64, 0.5, 3_i32);
    let rate = |chats: i32| f64::from(chats) / (1.0 + slowdown * f64::from(chats - 1));
    let present = |n: i32| (1..=n).fold(1.0, |p, k| p * load / rate(k.min(most)));
    let all: f64 = (0..400).map(present).sum();
    let waits: f64 = (most..400).map(present).sum::<f64>() / all;
    let line: f64 = (most..400).map(|n| f64::from(n - most) * present(n)).sum::<f64>() / all;
    let held: f64 = (0..400).map(|n| f64::from(n.min(most)) * present(n)).sum::<f64>() / all;

    let model = Model { agents: 1, load, patience: None, chats_per_agent: 3, slowdown, seed: 1 };
    let found = model.play(|_| ()).expect("a stable line");
    agrees("p_wait", found.p_wait, waits);
    agrees("mean_wait", found.mean_wait, line / load);
    agrees("occupancy", found.occupancy, held / f64::from(most));
}

#[test]
fn a_line_that_would_grow_for_ever_is_refused() {
    let model =
        Model { agents: 2, load: 2.0, patience: None, chats_per_agent: 1, slowdown: 0.0, seed: 1 };
    assert_eq!(model.play(|_| ()).map(|_| ()), Err(Unplayable::Unstable { load: 2.0, most: 2.0 }));
}
