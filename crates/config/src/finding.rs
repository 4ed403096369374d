//! What is wrong with a document, with a stable code and the exact place.

use std::fmt;

use crate::position::Span;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    pub severity: Severity,
    pub span: Span,
    /// The line of the text where it stands.
    pub snippet: String,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The document cannot be put in force.
    Error,
    /// It can, but somebody will be surprised.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $code:literal;)*) => {
        /// What kind of mistake it is. Programs may rely on the words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {$($(#[$doc])* $variant,)*}

        impl Code {
            /// Every code, for documentation and for the test that each is shown once.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {$(Self::$variant => $code,)*}
            }
        }
    };
}

codes! {
    /// The text is not YAML, or not one document.
    NotYaml "not_yaml";
    /// A field that the document does not have.
    UnknownKey "unknown_key";
    /// A field that must be there is not.
    MissingKey "missing_key";
    /// The same key twice in a map.
    DuplicateKey "duplicate_key";
    /// A value of another shape than the field has, a length of time without unit included.
    WrongType "wrong_type";
    /// A word that is none of those the field takes.
    UnknownWord "unknown_word";
    /// A key that is not lower-case letters, digits and `_`, starting with a letter.
    BadKey "bad_key";
    /// A text that must not be empty or is too long.
    BadText "bad_text";
    BadEmail "bad_email";
    DuplicateEmail "duplicate_email";
    UnknownTeam "unknown_team";
    UnknownAgent "unknown_agent";
    UnknownList "unknown_list";
    UnknownSkill "unknown_skill";
    UnknownQueue "unknown_queue";
    UnknownPipeline "unknown_pipeline";
    UnknownStage "unknown_stage";
    UnknownHours "unknown_hours";
    /// A time zone that the IANA list does not have.
    UnknownZone "unknown_zone";
    /// A code that is not written as codes of languages are.
    BadLanguage "bad_language";
    /// A key that stands for a queue and for a pipeline.
    Ambiguous "ambiguous";
    /// The same entry named twice where once is enough.
    NamedTwice "named_twice";
    /// A number or a length of time out of its bounds.
    ImpossibleNumber "impossible_number";
    /// Days of the week that are not `mon` or `mon-fri`.
    BadDays "bad_days";
    /// A date that the calendar does not have.
    NoSuchDate "no_such_date";
    /// Two stretches of opening times that overlap.
    HoursOverlap "hours_overlap";
    /// Hours with no opening time at all.
    HoursNeverOpen "hours_never_open";
    /// A stage that says neither its kind nor its queue or list, or queue and list.
    StageUnclear "stage_unclear";
    /// A field that a stage of this kind, or a question of this kind, does not take.
    MisplacedField "misplaced_field";
    /// No way of its pipeline leads to a stage.
    UnreachableStage "unreachable_stage";
    /// A form or message after which nobody is asked for, or a pipeline that begins with its end.
    LeadsNowhere "leads_nowhere";
    /// Time-outs, forms and messages that only lead round.
    StageLoop "stage_loop";
    /// A wait that is too long and has no stage or queue to go to.
    NoFallback "no_fallback";
    FormAfterConnect "form_after_connect";
    /// A stage that cannot come there: a queue after closing, a survey before it.
    WrongTurn "wrong_turn";
    EscalationToItself "escalation_to_itself";
    /// An escalation to a lower tier.
    EscalationDown "escalation_down";
    /// A list of which nobody is in the stage it is named with.
    ListServesNobody "list_serves_nobody";
    /// An escalation that the edges do not allow.
    EdgeForbids "edge_forbids";
    EdgesForbidAll "edges_forbid_all";
    /// A pipeline without stages, a form without questions, a choice without options and the like.
    Empty "empty";
    /// A message names a variable that its trigger does not have.
    UnknownVariable "unknown_variable";
    /// A message that is no template, or does what none may.
    BadTemplate "bad_template";
    /// A list has members by hand and by rule, or neither.
    ListUnclear "list_unclear";
    QueueWithoutMembers "queue_without_members";
    /// A queue needs a skill that no member holds at that level.
    SkillNobodyHas "skill_nobody_has";
    /// A queue's weight is above the capacity of every member.
    WeightNobodyHasRoomFor "weight_nobody_has_room_for";
    /// Fallbacks lead round in a circle.
    FallbackLoop "fallback_loop";
    TooManySteps "too_many_steps";
    /// A relaxation step that comes before the one above it, or that changes nothing.
    UselessStep "useless_step";
    /// A period for files that is longer than that of the texts they go with.
    FilesOutliveTexts "files_outlive_texts";
    /// Nobody has the role `admin`.
    NobodyIsAdmin "nobody_is_admin";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.span.line, self.span.column, self.code, self.message)
    }
}

/// Why a document was refused. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings(pub Vec<Finding>);

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, finding) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            finding.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Findings {}

impl Finding {
    /// An error at a place of `source`.
    pub(crate) fn error(code: Code, source: &str, span: Span, message: impl Into<String>) -> Self {
        let line = usize::try_from(span.line).unwrap_or_default().saturating_sub(1);
        let snippet = source.lines().nth(line).unwrap_or_default().to_owned();
        Self { code, severity: Severity::Error, span, snippet, message: message.into(), help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The known word that `word` was most likely meant to be: at most a third of its letters differ.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance * 3 <= candidate.chars().count().max(word.chars().count())
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Edits (insert, delete, replace, swap of neighbours) between two words: optimal string alignment.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        rows[i][0] = i;
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[a.len()][b.len()]
}
