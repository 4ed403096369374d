//! What the checker of the workspace document found, for the wire.

use config::{
    Finding, Findings, Severity,
    messages::{TemplateFault, Trigger, product_texts},
};
use protocol::{
    http,
    problem::{self as wire, Code, Problem},
};

pub fn finding(finding: &Finding) -> wire::Finding {
    wire::Finding {
        severity: match finding.severity {
            Severity::Error => wire::Severity::Error,
            Severity::Warning => wire::Severity::Warning,
        },
        code: finding.code.as_str().to_owned(),
        line: finding.span.line.into(),
        column: finding.span.column.into(),
        message: finding.message.clone(),
        help: finding.help.clone(),
    }
}

/// What a document says otherwise than the version before.
pub fn change(change: config::Change) -> http::DocumentChange {
    let field = |field: config::FieldChange| http::FieldChange {
        field: field.field,
        before: field.before,
        after: field.after,
    };
    http::DocumentChange {
        kind: match change.kind {
            config::ChangeKind::Added => http::ChangeKind::Added,
            config::ChangeKind::Removed => http::ChangeKind::Removed,
            config::ChangeKind::Changed => http::ChangeKind::Changed,
        },
        section: change.section.to_owned(),
        key: change.key,
        fields: change.fields.into_iter().map(field).collect(),
    }
}

/// A moment at which visitors are told something.
pub fn trigger(trigger: Trigger) -> http::Trigger {
    let texts = product_texts(trigger).into_iter();
    http::Trigger {
        key: trigger.key().to_owned(),
        variables: trigger.variables().map(str::to_owned).collect(),
        texts: texts.map(|(language, text)| (language.to_owned(), text.to_owned())).collect(),
    }
}

/// What a template said when it was tried.
pub fn previewed(said: Result<String, Vec<TemplateFault>>) -> http::PreviewedText {
    let fault = |fault: TemplateFault| http::TextFault { message: fault.message, help: fault.help };
    match said {
        Ok(said) => http::PreviewedText { said: Some(said), faults: Vec::new() },
        Err(faults) => {
            http::PreviewedText { said: None, faults: faults.into_iter().map(fault).collect() }
        }
    }
}

/// Why a document was refused.
pub fn problem(findings: &Findings) -> Problem {
    let errors = findings.0.iter().filter(|finding| finding.severity == Severity::Error).count();
    let detail = match errors {
        1 => "the document has one error".to_owned(),
        errors => format!("the document has {errors} errors"),
    };
    Problem {
        findings: findings.0.iter().map(finding).collect(),
        ..Problem::new(Code::BadDocument, detail)
    }
}
