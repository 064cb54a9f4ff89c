//! What each phase asks for and a case lacks (format.md, «What each phase must hold»).
//!
//! Plain fields are data in `shape` ([`Needed`](crate::shape::Needed)); what takes looking at rows is code here.
//! `mangler-i-…` reports what the case's own phase and those before it ask for; `a3 next` may ask
//! for a phase to come.

mod deep_dive;
mod plain;
mod preparation;

use crate::checks::CaseFacts;
use crate::diagnostic::Finding;
use crate::document;
use crate::model::{Avoids, Phase, Recipient};
use crate::source::{Span, Spanned};
use crate::text;
use crate::words::Text;

/// One thing a phase asks for that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The row that lacks it; none where the case as a whole does.
    pub row: Option<Span>,
    /// What is missing, as a sentence.
    pub what: Text,
    /// What to write, with an example.
    pub how: Text,
}

/// Everything `phase` itself asks for that is not there. An overview of several areas
/// (`nivå: virksomhet`) is asked for nothing: the structural check sees to its `delområder`.
#[must_use]
pub fn missing(phase: Phase, facts: &CaseFacts<'_>) -> Vec<Missing> {
    if facts.document.level.is_written() {
        return Vec::new();
    }
    let mut missing = plain::missing(phase, facts);
    match phase {
        Phase::DeepDive => deep_dive::find(facts, &mut missing),
        Phase::Preparation => preparation::find(facts.document, &mut missing),
        Phase::Closed => preparation::find_unfinished(facts.document, &mut missing),
        Phase::Overview | Phase::Prioritisation | Phase::Implementation => {}
    }
    missing
}

/// Reports what `phase` asks for, where the case says it has come to it or further.
pub(super) fn report(rule: &'static str, phase: Phase, facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(reached) = facts.document.phase.spanned().filter(|reached| reached.value >= phase) else {
        return;
    };
    let missing = missing(phase, facts).into_iter();
    findings.extend(missing.map(|missing| finding(rule, reached, missing)));
}

fn finding(rule: &'static str, reached: &Spanned<Phase>, missing: Missing) -> Finding {
    let (span, what, phase) = (missing.row.unwrap_or(reached.span), missing.what, reached.value.words());
    let title =
        text!(nb: "{what} når saken er i {phase}", en: "{what} when the case is in {phase}"; what, phase);
    Finding::error(rule, span, title).instead(missing.how)
}

/// The same row with a field that is missing, and an example of it.
fn without(row: Span, name: Option<&str>, line: &str) -> Missing {
    let (key, name) = (line.split(':').next().unwrap_or(line), name.unwrap_or_default());
    Missing {
        row: Some(row),
        what: text!(nb: "«{name}» mangler «{key}»", en: "“{name}” lacks “{key}”"),
        how: text!(nb: "Skriv for eksempel «{line}».", en: "Write for example “{line}”."),
    }
}

/// Whether the gain leaves today's budget, so that a line must give it up.
fn is_taken_out(benefit: &document::Benefit) -> bool {
    let priced = benefit.calculation.is_written() || benefit.estimate.is_written();
    let own = matches!(benefit.recipient.get(), None | Some(Recipient::Organisation));
    let in_budget = benefit.avoids.get() != Some(&Avoids::Growth);
    let by_default = benefit.kind.get().is_some_and(|kind| kind.is_taken_out_unsaid());
    let out =
        benefit.transfer.is_written() || benefit.take_out.get().map_or(by_default, |share| !share.is_zero());
    priced && own && in_budget && out
}
