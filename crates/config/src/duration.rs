//! Lengths of time as people write them: `30s`, `5m`, `1h 30m`.

use std::{borrow::Cow, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de::Error};

/// A length of time in whole milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration(pub u64);

/// Units and their milliseconds; `ms` stands before `m` and `s`, so that it is not cut in two.
const UNITS: [(&str, u64); 5] =
    [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a length of time is written like 30s, 5m, 1h 30m or 2d")]
pub struct NotADuration;

impl FromStr for Duration {
    type Err = NotADuration;

    fn from_str(text: &str) -> Result<Self, NotADuration> {
        let mut rest = text.trim();
        if rest.is_empty() {
            return Err(NotADuration);
        }
        let mut total = 0_u64;
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or(NotADuration)?;
            let (number, tail) = rest.split_at(digits);
            let number: u64 = number.parse().map_err(|_| NotADuration)?;
            let unit_ends = tail.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(tail.len());
            let (unit, tail) = tail.split_at(unit_ends);
            let (_, unit_ms) = UNITS.iter().find(|(name, _)| *name == unit).ok_or(NotADuration)?;
            total = number
                .checked_mul(*unit_ms)
                .and_then(|ms| total.checked_add(ms))
                .ok_or(NotADuration)?;
            rest = tail.trim_start();
        }
        Ok(Self(total))
    }
}

impl std::fmt::Display for Duration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (unit, unit_ms) = UNITS
            .iter()
            .rev()
            .find(|(_, ms)| self.0 >= *ms && self.0.is_multiple_of(*ms))
            .unwrap_or(&UNITS[1]);
        write!(f, "{}{unit}", self.0 / unit_ms)
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Duration {
    fn schema_name() -> Cow<'static, str> {
        "Duration".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A length of time, e.g. `30s`, `5m`, `1h 30m`, `2d`.",
            "pattern": "^([0-9]+(ms|s|m|h|d) *)+$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_numbers_with_units() {
        for (text, ms) in [
            ("30s", 30_000),
            ("1h 30m", 5_400_000),
            ("1h30m", 5_400_000),
            ("250ms", 250),
            ("0s", 0),
        ] {
            assert_eq!(text.parse(), Ok(Duration(ms)), "{text}");
        }
        for text in ["", "30", "s", "30 s", "-5s", "5 minutes", "99999999999999999999s", "1.5h"] {
            assert_eq!(text.parse::<Duration>(), Err(NotADuration), "{text}");
        }
    }

    #[test]
    fn a_length_of_time_is_shown_in_its_largest_whole_unit() {
        for text in ["30s", "5m", "90s", "1d", "250ms", "0s"] {
            assert_eq!(text.parse::<Duration>().unwrap().to_string(), text);
        }
    }
}
