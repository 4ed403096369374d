//! A visitor's transcript as plain text, for a file of their own. Dates are written as numbers, year first, so that
//! they read the same in every language.

use std::fmt::Write as _;

use jiff::{Timestamp, tz::TimeZone};
use protocol::visitor::{Author, Content, Line};

pub struct Keepsake {
    /// When it began: `2026-11-22`.
    pub day: String,
    pub text: String,
}

/// A head with the day and the zone, then a line for each line; what was written in several is set in under its first.
pub fn text(workspace: &str, lines: &[Line], zone: &TimeZone, language: Option<&str>) -> Keepsake {
    let you = config::messages::you(language);
    let day = written(lines.first().map_or(0, |line| line.at_ms), zone, "%Y-%m-%d");
    let mut text = format!("{workspace}, {day} ({})\n\n", zone.iana_name().unwrap_or("UTC"));
    for Line { at_ms, content, .. } in lines {
        let at = written(*at_ms, zone, "%Y-%m-%d %H:%M");
        let (said, files) = match content {
            Content::Message(message) => {
                let author = match &message.author {
                    Author::You {} => you,
                    Author::Agent { name } => name,
                };
                (format!("{author}: {}", message.text), &*message.files)
            }
            Content::Notice(notice) => (format!("* {}", notice.text), &[][..]),
        };
        let said = said.trim_end().replace('\n', "\n    ");
        // Nothing is written but to a string, which takes everything.
        let _ = writeln!(text, "{at}  {said}");
        for file in files {
            let _ = writeln!(text, "    [{}]", file.name);
        }
    }
    Keepsake { day, text }
}

fn written(at_ms: u64, zone: &TimeZone, format: &str) -> String {
    let at = i64::try_from(at_ms).ok().and_then(|at| Timestamp::from_millisecond(at).ok());
    at.map(|at| at.to_zoned(zone.clone()).strftime(format).to_string()).unwrap_or_default()
}
