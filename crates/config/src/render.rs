//! Findings as text for people, with the lines they speak of.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode,
};

use crate::finding::{Finding, Severity};

/// Columns of the output; wider help texts are wrapped.
const WIDTH: usize = 100;

/// Shows findings as a compiler does. `text` is what was parsed, `source_name` what to call it.
#[must_use]
pub fn render(findings: &[Finding], source_name: &str, text: &str) -> String {
    let source = NamedSource::new(source_name, text.to_owned());
    let handler =
        GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(WIDTH);
    let mut out = String::new();
    for finding in findings {
        let shown = Shown { finding, source: &source };
        handler.render_report(&mut out, &shown).expect("writing to a string does not fail");
        out.push('\n');
    }
    out
}

#[derive(Debug)]
struct Shown<'a> {
    finding: &'a Finding,
    source: &'a NamedSource<String>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.finding.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.finding.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.finding.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.finding.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.finding.span;
        Some(Box::new(std::iter::once(LabeledSpan::new(None, span.offset, span.len.max(1)))))
    }
}
