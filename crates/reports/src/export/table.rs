//! Traces as a table (CSV), one row for each event.

use std::io;

use super::{Occurrence, Trace, Write, rfc3339};

const HEADER: [&str; 11] = [
    "case",
    "time",
    "activity",
    "lifecycle",
    "resource",
    "group",
    "tier",
    "cause",
    "handoff",
    "reason",
    "tags",
];

pub struct Table<W: io::Write>(csv::Writer<W>);

impl<W: io::Write> Table<W> {
    pub fn begin(into: W) -> io::Result<Self> {
        let mut table = csv::Writer::from_writer(into);
        table.write_record(HEADER)?;
        Ok(Self(table))
    }
}

impl<W: io::Write> Write for Table<W> {
    fn trace(&mut self, trace: &Trace) -> io::Result<()> {
        let tags = trace.tags.join(" ");
        for occurrence in &trace.occurrences {
            let Occurrence { at, activity, transition, resource, group, .. } = occurrence;
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let number = |number: Option<u64>| number.map(|n| n.to_string()).unwrap_or_default();
            self.0.write_record([
                trace.name.clone(),
                rfc3339(*at),
                activity.clone(),
                (*transition).to_owned(),
                text(resource),
                text(group),
                number(occurrence.tier.map(u64::from)),
                occurrence.cause.unwrap_or_default().to_owned(),
                number(occurrence.handoff),
                text(&occurrence.reason),
                tags.clone(),
            ])?;
        }
        Ok(())
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}
