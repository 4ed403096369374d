//! The workspace document from outside: examples, every finding as it is shown, stable ids.

mod changes;
mod examples;
mod findings;
mod hours;
mod messages;
mod pipelines;
mod schema;
mod translation;

/// 2 November 2026, 09:00 UTC.
pub const NOW: domain::ids::Timestamp = domain::ids::Timestamp(1_793_610_000_000);

/// The smallest document that can be put in force.
pub const SMALL: &str = "\
workspace: { name: Corner Shop }
skills: { english: { name: English } }
teams:
  desk: { name: Desk }
agents:
  ann: { name: Ann, email: ann@shop.example, roles: [agent, admin], teams: [desk], skills: { english: 3 } }
queues:
  main: { name: Main, members: { teams: [desk] } }
entry: main
";

/// [`SMALL`] with one piece of it exchanged.
pub fn small_with(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "the small document has no `{from}`");
    SMALL.replacen(from, to, 1)
}
