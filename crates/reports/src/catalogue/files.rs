//! An answered report as a file: CSV for programs, a workbook for people. Both hold the same cells.

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde_json::{Map, Value};

use super::{Answered, Column, Report, Unit};

/// Milliseconds in a day: what a workbook counts lengths in.
const DAY_MS: f64 = 86_400_000.0;

/// Columns that rows have, in the order in which the report declares them.
pub fn present(report: &'static Report, answered: &Answered) -> Vec<&'static Column> {
    let columns = report.columns.iter();
    columns.filter(|column| answered.rows.iter().any(|row| row.contains_key(column.key))).collect()
}

/// A line of keys, then a line for each row.
pub fn csv(report: &'static Report, answered: &Answered) -> Result<String, csv::Error> {
    let columns = present(report, answered);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns.iter().map(|column| column.key))?;
    for row in &answered.rows {
        writer.write_record(columns.iter().map(|column| cell(row, column.key)))?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A sheet with the figures, and one that says what each of them means and what was asked for.
pub fn xlsx(report: &'static Report, answered: &Answered) -> Result<Vec<u8>, XlsxError> {
    let columns = present(report, answered);
    let mut workbook = Workbook::new();
    let head = Format::new().set_bold();
    let (length, share) =
        (Format::new().set_num_format("[h]:mm:ss"), Format::new().set_num_format("0.0%"));
    let sheet = workbook.add_worksheet().set_name("Figures")?;
    for (column, at) in columns.iter().zip(0..) {
        sheet.write_with_format(0, at, column.title, &head)?;
        for (row, line) in answered.rows.iter().zip(1..) {
            let value = row.get(column.key).unwrap_or(&Value::Null);
            match (value.as_f64(), column.unit) {
                (Some(ms), Unit::Duration) => {
                    sheet.write_with_format(line, at, ms / DAY_MS, &length)?;
                }
                (Some(number), Unit::Share) => {
                    sheet.write_with_format(line, at, number, &share)?;
                }
                (Some(number), _) => {
                    sheet.write(line, at, number)?;
                }
                // Always as text: what people wrote is never a formula.
                (None, _) if !value.is_null() => {
                    sheet.write_string(line, at, plain(value))?;
                }
                (None, _) => {}
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?.autofit();
    let sheet = workbook.add_worksheet().set_name("Meaning")?;
    let mut line = 0;
    let mut say = |name: &str, text: &str| -> Result<(), XlsxError> {
        sheet.write_with_format(line, 0, name, &head)?;
        sheet.write_string(line, 1, text)?;
        line += 1;
        Ok(())
    };
    say(&report.titled(&answered.filters), report.question)?;
    say("counted", report.grain)?;
    for (key, value) in &answered.filters {
        say(key, &plain(value))?;
    }
    for column in &columns {
        say(column.title, column.definition)?;
    }
    for (key, value) in &answered.totals {
        say(&format!("in all: {key}"), &plain(value))?;
    }
    sheet.autofit();
    workbook.save_to_buffer()
}

/// A figure of a row as text.
pub fn cell(row: &Map<String, Value>, key: &str) -> String {
    row.get(key).map(plain).unwrap_or_default()
}

/// A value as text; stations one after the other.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(stations) => stations.iter().map(plain).collect::<Vec<_>>().join(" > "),
        Value::Number(number) => match number.as_f64().filter(|_| number.is_f64()) {
            Some(real) => format!("{real:.4}"),
            None => number.to_string(),
        },
        Value::Bool(_) | Value::Object(_) => value.to_string(),
    }
}
