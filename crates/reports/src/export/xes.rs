//! Traces as XES 1.0, the format of process-mining tools (xes-standard.org), with the standard's own extensions.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, Event},
};

use super::{Occurrence, Trace, Write, rfc3339};

const EXTENSIONS: [[&str; 3]; 4] = [
    ["Concept", "concept", "http://www.xes-standard.org/concept.xesext"],
    ["Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"],
    ["Organizational", "org", "http://www.xes-standard.org/org.xesext"],
    ["Time", "time", "http://www.xes-standard.org/time.xesext"],
];

pub struct Xes<W: io::Write>(Writer<W>);

impl<W: io::Write> Xes<W> {
    pub fn begin(into: W) -> io::Result<Self> {
        let mut xes = Self(Writer::new_with_indent(into, b' ', 1));
        xes.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let log = [
            ("xes.version", "1.0"),
            ("xes.features", ""),
            ("xmlns", "http://www.xes-standard.org/"),
        ];
        xes.open("log", &log)?;
        for [name, prefix, uri] in EXTENSIONS {
            xes.alone("extension", &[("name", name), ("prefix", prefix), ("uri", uri)])?;
        }
        xes.open("global", &[("scope", "trace")])?;
        xes.text("concept:name", "")?;
        xes.close("global")?;
        xes.open("global", &[("scope", "event")])?;
        xes.text("concept:name", "")?;
        xes.text("lifecycle:transition", "complete")?;
        xes.attribute("date", "time:timestamp", "1970-01-01T00:00:00.000Z")?;
        xes.close("global")?;
        xes.alone("classifier", &[("name", "Queue"), ("keys", "concept:name")])?;
        xes.text("lifecycle:model", "standard")?;
        Ok(xes)
    }

    fn event(&mut self, occurrence: &Occurrence) -> io::Result<()> {
        self.open("event", &[])?;
        self.text("concept:name", &occurrence.activity)?;
        self.attribute("date", "time:timestamp", &rfc3339(occurrence.at))?;
        self.text("lifecycle:transition", occurrence.transition)?;
        let texts = [
            ("org:resource", occurrence.resource.as_deref()),
            ("org:group", occurrence.group.as_deref()),
            ("cause", occurrence.cause),
            ("reason", occurrence.reason.as_deref()),
        ];
        for (key, value) in texts {
            value.map_or(Ok(()), |value| self.text(key, value))?;
        }
        for (key, value) in
            [("tier", occurrence.tier.map(u64::from)), ("handoff", occurrence.handoff)]
        {
            value.map_or(Ok(()), |value| self.attribute("int", key, &value.to_string()))?;
        }
        self.close("event")
    }

    fn text(&mut self, key: &str, value: &str) -> io::Result<()> {
        self.attribute("string", key, value)
    }

    fn attribute(&mut self, kind: &str, key: &str, value: &str) -> io::Result<()> {
        self.alone(kind, &[("key", key), ("value", value)])
    }

    fn alone(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Empty(start))
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Start(start))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }
}

impl<W: io::Write> Write for Xes<W> {
    fn trace(&mut self, trace: &Trace) -> io::Result<()> {
        self.open("trace", &[])?;
        self.text("concept:name", &trace.name)?;
        if !trace.tags.is_empty() {
            self.text("tags", &trace.tags.join(" "))?;
        }
        for occurrence in &trace.occurrences {
            self.event(occurrence)?;
        }
        self.close("trace")
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.close("log")?;
        self.0.get_mut().flush()
    }
}
