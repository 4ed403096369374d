//! Reads dialogues: tab-separated files with quotes, plain or gzipped, one row per utterance.
//!
//! Columns are found by name (`conversationId`, `turnNumber`, `utterance`); others are passed over. A dialogue's
//! rows may lie anywhere in the file; they are put in the order of their turns. Sends nothing.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

/// One visitor's side of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialogue {
    pub id: String,
    /// In the order they were said; never empty.
    pub utterances: Vec<String>,
}

/// Why a file of dialogues cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DialogueError {
    #[error("dialogue_file_unreadable: {path}: {source}; check the path and the permissions")]
    Unreadable { path: String, source: std::io::Error },
    #[error(
        "dialogue_column_missing: {path}: the first line names no column `{column}`; it should be tab-separated with conversationId, turnNumber and utterance"
    )]
    ColumnMissing { path: String, column: &'static str },
    #[error("dialogue_row_broken: {path}:{line}: {what}")]
    RowBroken { path: String, line: u64, what: String },
    #[error("dialogue_file_empty: {path}: there is no dialogue in it")]
    Empty { path: String },
}

/// All dialogues of a file, in the order they first appear.
pub fn read(path: &Path) -> Result<Vec<Dialogue>, DialogueError> {
    let name = path.display().to_string();
    let file = File::open(path)
        .map_err(|source| DialogueError::Unreadable { path: name.clone(), source })?;
    let zipped = path.extension().is_some_and(|end| end == "gz");
    let reader: Box<dyn Read> = if zipped {
        Box::new(flate2::read::MultiGzDecoder::new(BufReader::new(file)))
    } else {
        Box::new(file)
    };
    parse(&name, reader)
}

fn parse(path: &str, reader: impl Read) -> Result<Vec<Dialogue>, DialogueError> {
    let mut rows = csv::ReaderBuilder::new().delimiter(b'\t').flexible(true).from_reader(reader);
    let headers = rows.headers().map_err(|error| broken(path, &error))?.clone();
    let column = |column: &'static str| {
        let found = headers.iter().position(|name| name.trim_start_matches('\u{feff}') == column);
        found.ok_or(DialogueError::ColumnMissing { path: path.into(), column })
    };
    let (id, turn, utterance) =
        (column("conversationId")?, column("turnNumber")?, column("utterance")?);
    let mut order = Vec::new();
    let mut turns: BTreeMap<String, Vec<(f64, String)>> = BTreeMap::new();
    for row in rows.records() {
        let row = row.map_err(|error| broken(path, &error))?;
        let line = row.position().map_or(0, csv::Position::line);
        let field = |at: usize, column: &str| {
            let found = row.get(at).map(str::trim);
            found.ok_or_else(|| DialogueError::RowBroken {
                path: path.into(),
                line,
                what: format!("no `{column}`"),
            })
        };
        let (id, turn, text) = (
            field(id, "conversationId")?,
            field(turn, "turnNumber")?,
            field(utterance, "utterance")?,
        );
        let turn: f64 = turn.parse().map_err(|_| DialogueError::RowBroken {
            path: path.into(),
            line,
            what: format!("turnNumber `{turn}` is not a number"),
        })?;
        if text.is_empty() {
            continue;
        }
        if !turns.contains_key(id) {
            order.push(id.to_string());
        }
        turns.entry(id.to_string()).or_default().push((turn, text.to_string()));
    }
    if order.is_empty() {
        return Err(DialogueError::Empty { path: path.into() });
    }
    let dialogue = |id: String| {
        let mut said = turns.remove(&id).unwrap_or_default();
        said.sort_by(|a, b| a.0.total_cmp(&b.0));
        Dialogue { id, utterances: said.into_iter().map(|(_, text)| text).collect() }
    };
    Ok(order.into_iter().map(dialogue).collect())
}

fn broken(path: &str, error: &csv::Error) -> DialogueError {
    let line = error.position().map_or(0, csv::Position::line);
    DialogueError::RowBroken { path: path.into(), line, what: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Result<Vec<Dialogue>, String> {
        parse("d.tsv", text.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn turns_are_put_in_order_and_quotes_may_hold_tabs_and_line_ends() {
        let text = "conversationId\tturnNumber\tutterance\nb\t2.0\tsecond\na\t0\t\"one\tand\na half\"\nb\t0.0\t\"he said \"\"hi\"\"\"\n";
        let dialogue = |id: &str, utterances: &[&str]| Dialogue {
            id: id.into(),
            utterances: utterances.iter().map(|text| (*text).to_string()).collect(),
        };
        assert_eq!(
            said(text),
            Ok(vec![
                dialogue("b", &["he said \"hi\"", "second"]),
                dialogue("a", &["one\tand\na half"])
            ])
        );
    }

    #[test]
    fn a_file_that_cannot_be_used_says_where_and_why() {
        assert!(
            said("conversationId\tutterance\na\thello\n")
                .unwrap_err()
                .starts_with("dialogue_column_missing: d.tsv")
        );
        assert!(
            said("conversationId\tturnNumber\tutterance\na\tx\thello\n")
                .unwrap_err()
                .starts_with("dialogue_row_broken: d.tsv:2")
        );
        assert!(
            said("conversationId\tturnNumber\tutterance\na\n")
                .unwrap_err()
                .starts_with("dialogue_row_broken: d.tsv:2")
        );
        assert!(
            said("conversationId\tturnNumber\tutterance\n")
                .unwrap_err()
                .starts_with("dialogue_file_empty")
        );
        let missing = read(Path::new("no-such-file.tsv.gz")).unwrap_err();
        assert!(missing.to_string().starts_with("dialogue_file_unreadable: no-such-file.tsv.gz"));
    }
}
