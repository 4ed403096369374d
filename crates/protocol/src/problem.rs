//! Errors as problem details (RFC 9457), each with a stable code that says what the caller can do next.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

/// What went wrong. `code` is stable; `title` and `detail` are for people and may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// A URI of the code; a relative one, so that it stays true wherever the server stands.
    #[serde(rename = "type")]
    pub kind: Cow<'static, str>,
    pub title: Cow<'static, str>,
    pub status: u16,
    pub detail: String,
    pub code: Code,
    /// When it is worth trying again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_ms: Option<u64>,
    /// What is wrong with a workspace document, with positions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

impl Problem {
    #[must_use]
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            kind: Cow::Borrowed(code.uri()),
            title: Cow::Borrowed(code.title()),
            status: code.status(),
            detail: detail.into(),
            code,
            retry_after_ms: None,
            findings: Vec::new(),
        }
    }

    #[must_use]
    pub fn retry_after_ms(mut self, ms: u64) -> Self {
        self.retry_after_ms = Some(ms);
        self
    }
}

/// One remark of the checker about the workspace document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Finding {
    pub severity: Severity,
    /// What kind of mistake it is; stable.
    pub code: String,
    /// Counted from 1.
    pub line: u64,
    pub column: u64,
    pub message: String,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The document cannot be put in force.
    Error,
    /// Something to look at.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $text:literal $status:literal $title:literal;)*) => {
        /// Why not. The strings are stable; new ones may come.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $text)] $code,)*
        }

        impl Code {
            pub const ALL: &[Code] = &[$(Code::$code),*];

            /// The stable string.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$code => $text,)* }
            }

            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Code::$code => $status,)* }
            }

            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Code::$code => $title,)* }
            }

            const fn uri(self) -> &'static str {
                match self { $(Code::$code => concat!("/problems/", $text),)* }
            }
        }
    };
}

impl ToSchema for Code {}

// By hand: the derive does not see names that a macro passes on.
impl PartialSchema for Code {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some(Self::ALL.iter().map(|code| code.as_str())))
            .description(Some("Why not. The strings are stable; new ones may come."))
            .into()
    }
}

codes! {
    // The rules say no
    NotConfigured "not_configured" 409 "The workspace has no configuration yet";
    StaleConfiguration "stale_configuration" 409 "The configuration is not the next version";
    QueueInUse "queue_in_use" 409 "A queue with open conversations cannot be removed";
    UnknownConversation "unknown_conversation" 404 "No such conversation";
    ConversationClosed "conversation_closed" 409 "The conversation is closed";
    /// Closed, wrapped up and out of memory; it can be read, not changed.
    ConversationArchived "conversation_archived" 409 "The conversation is archived";
    UnknownAgent "unknown_agent" 404 "No such agent";
    UnknownQueue "unknown_queue" 404 "No such queue";
    UnknownPipeline "unknown_pipeline" 422 "No such pipeline";
    AnswerRequired "answer_required" 422 "A field has to be filled in";
    UnknownAnswer "unknown_answer" 422 "No such answer";
    UnknownSkill "unknown_skill" 422 "No such skill";
    NotAllowed "not_allowed" 403 "Your role does not allow this";
    Quarantined "quarantined" 409 "The conversation is held for inspection";
    OfferGone "offer_gone" 409 "The offer is gone";
    NoRoom "no_room" 409 "No free room";
    HandoffPending "handoff_pending" 409 "A transfer is open";
    NoHandoff "no_handoff" 409 "No transfer is open";
    HandoffNotReady "handoff_not_ready" 409 "The transfer is not in a state that allows this";
    TargetUnavailable "target_unavailable" 409 "The agent is not available";
    QueueClosed "queue_closed" 409 "The queue is closed";
    AlreadyThere "already_there" 409 "The conversation is there already";
    ReasonRequired "reason_required" 422 "A reason is required";
    UnknownCode "unknown_code" 422 "The code is not in the workspace's list";
    NotWaiting "not_waiting" 409 "The conversation is not waiting";
    NotParked "not_parked" 409 "The conversation is not parked";
    AlreadyParked "already_parked" 409 "The conversation is parked already";
    NoWrapUp "no_wrap_up" 409 "There is no wrap-up to end";
    NoChoice "no_choice" 409 "No choice was asked for";
    EmptyMessage "empty_message" 422 "The message is empty";
    TextTooLong "text_too_long" 422 "The text is too long";
    TooManyFiles "too_many_files" 422 "Too many files";
    BadPriority "bad_priority" 422 "Priority is a number from 0 to 9";
    NotConnected "not_connected" 409 "Connect before choosing a status";
    TooManyConversations "too_many_conversations" 429 "Too many open conversations";
    /// Nothing of theirs is there any more, and nothing more is taken from them.
    VisitorErased "visitor_erased" 410 "The visitor is erased";
    UnknownVisitor "unknown_visitor" 404 "No such visitor";
    NoOwner "no_owner" 409 "Nobody owns the conversation";
    HandIsUp "hand_is_up" 409 "A hand is raised already";
    NoHand "no_hand" 409 "No hand is raised";
    /// Another supervisor was first.
    HandTaken "hand_taken" 409 "The hand is taken";
    /// The visitor reads along from there: send it again with `confirmed`.
    ConfirmationRequired "confirmation_required" 409 "Confirm it first";
    ChainBlocked "chain_blocked" 409 "Handed over too often";
    OnlyFinalQueue "only_final_queue" 409 "It goes to the final queue only";
    EdgeNotAllowed "edge_not_allowed" 409 "This way is not allowed";
    NoStoppedMove "no_stopped_move" 409 "No move waits for a supervisor";
    // Lines
    UnknownCommand "unknown_command" 422 "No such command";
    BadCommand "bad_command" 422 "The command says too little or too much";
    UnknownTarget "unknown_target" 422 "Nobody and nothing of this name";
    AmbiguousTarget "ambiguous_target" 422 "The name could be several";
    BadTag "bad_tag" 422 "A tag is a word of letters, digits, - and _";
    TooManyTags "too_many_tags" 422 "Too many tags";

    // Reports
    UnknownReport "unknown_report" 404 "No such report";
    BadFilter "bad_filter" 400 "A filter cannot be followed";
    ReportsNotReady "reports_not_ready" 503 "The figures are being made anew";
    UnknownSavedReport "unknown_saved_report" 404 "No such saved report";
    TooManySavedReports "too_many_saved_reports" 409 "Too many saved reports";

    // Pipelines
    NoEscalation "no_escalation" 409 "No escalation leads on from here";
    OptionRequired "option_required" 422 "Name one of the escalations";
    UnknownOption "unknown_option" 422 "No such escalation";
    NoteRequired "note_required" 422 "A note is required";
    NobodyOnline "nobody_online" 409 "Nobody there is online";
    NothingToReturn "nothing_to_return" 409 "There is nobody to return it to";
    NoSurvey "no_survey" 409 "No survey is open";
    BadRating "bad_rating" 422 "A rating is a number from 1 to 5";

    // Conference
    TooManyPeople "too_many_people" 409 "Too many people in this conversation";
    NoInvitation "no_invitation" 409 "The invitation is open no longer";
    NotAGuest "not_a_guest" 409 "The agent is not a guest of this conversation";
    NothingToPass "nothing_to_pass" 409 "There is nothing to pass on, or no longer";
    NobodyElse "nobody_else" 409 "Nobody else is here and nobody is invited";

    // The writer
    /// Nothing happened that counts; safe to send again with the same id.
    Unavailable "unavailable" 503 "Not available at this moment";
    /// Too much to do; send again after `retry_after_ms`, with the same id.
    Overloaded "overloaded" 503 "Too busy";
    IdTooOld "id_too_old" 409 "The command's id is too old";
    /// The same id was used for something else.
    IdReused "id_reused" 409 "The command's id was used for another command";

    // Who asks
    NotSignedIn "not_signed_in" 401 "Sign in first";
    /// The token or session is unknown, revoked or has run out.
    StaleToken "stale_token" 401 "The sign-in is no longer valid";
    WrongCredentials "wrong_credentials" 401 "E-mail address or password is wrong";
    CsrfMissing "csrf_missing" 403 "The request lacks its CSRF token";
    OriginRefused "origin_refused" 403 "Requests from this origin are refused";
    RateLimited "rate_limited" 429 "Too many requests";

    // What was asked
    BadRequest "bad_request" 400 "The request cannot be read";
    BadJson "bad_json" 400 "The body is not the JSON expected";
    BadFrame "bad_frame" 400 "The frame cannot be read";
    BadIdentity "bad_identity" 403 "The identity is not signed by this workspace";
    BadId "bad_id" 400 "The id is not one of this kind";
    NotFound "not_found" 404 "There is nothing at this address";
    MethodNotAllowed "method_not_allowed" 405 "This address does not take this method";
    UnsupportedMediaType "unsupported_media_type" 415 "The body has the wrong media type";
    BodyTooLarge "body_too_large" 413 "The body is too large";
    Timeout "timeout" 408 "The request took too long";
    UnknownWorkspace "unknown_workspace" 404 "No such workspace";
    UnknownToken "unknown_token" 404 "No such token";
    UnknownAccount "unknown_account" 404 "Nobody signs in as this agent";
    AccountExists "account_exists" 409 "There is an account already";
    /// Of another workspace too: neither of them may change it alone.
    AccountShared "account_shared" 409 "The account is of another workspace too";
    OwnAccount "own_account" 409 "Nobody does this to themselves";
    UnknownVersion "unknown_version" 404 "No such version of the document";
    UnknownFile "unknown_file" 404 "No such file";
    LinkExpired "link_expired" 410 "The link has run out";
    BadUpload "bad_upload" 400 "The upload cannot be read";
    FileTypeRefused "file_type_refused" 415 "Files of this type are not taken";
    BadDocument "bad_document" 422 "The workspace document has errors";

    Internal "internal" 500 "Something went wrong here";
}
