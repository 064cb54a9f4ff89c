//! What each phase asks for and a case lacks (format.md, «What each phase must hold»).
//!
//! Plain fields are data in `shape` ([`Needed`](crate::shape::Needed)); what takes looking at rows is code here.
//! `mangler-i-…` reports what the case's own phase and those before it ask for; `a3 next` may ask
//! for a phase to come.

mod deep_dive;
mod plain;
mod preparation;

use super::CaseFacts;
use crate::diagnostic::Finding;
use crate::document;
use crate::model::{Avoids, BenefitKind, Phase, Recipient};
use crate::source::{Span, Spanned};
use crate::words::{Text, Words};
use crate::{text, words};

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
    findings.extend(missing.map(|missing| finding(rule, phase, reached, missing)));
}

fn finding(rule: &'static str, phase: Phase, reached: &Spanned<Phase>, missing: Missing) -> Finding {
    let (span, what) = (missing.row.unwrap_or(reached.span), missing.what);
    let (Words { nb, en }, why) = (reached.value.words(), why(phase));
    let title = text!(nb: "{} når saken er i {nb}", what.nb; en: "{} when the case is in {en}", what.en);
    Finding::error(rule, span, title).because(why.text()).instead(missing.how)
}

const fn why(phase: Phase) -> Words {
    match phase {
        Phase::Overview => words!(
            nb: "I overblikket skal det stå hva saken gjelder og hva den kan være verdt.",
            en: "The overview says what the case is about and what it may be worth.",
        ),
        Phase::DeepDive => words!(
            nb: "I dypdykket regnes potensialet ut, slik at andre kan regne etter.",
            en: "In the deep dive the potential is calculated, so that others can follow it.",
        ),
        Phase::Prioritisation => words!(
            nb: "Sakene kan ikke veies mot hverandre før alle sier når de starter, hva de krever og hva som kan gå galt.",
            en: "Cases cannot be weighed against each other until all say when they start, what they take and what may go wrong.",
        ),
        Phase::Preparation | Phase::Implementation => words!(
            nb: "Før oppstart må alle vite hvem som gjør hva, og hva gevinsten skal måles mot.",
            en: "Before the start everyone must know who does what, and what the gain is measured against.",
        ),
        Phase::Closed => words!(
            nb: "En sak er ikke ferdig før noen vet om gevinsten kom, og hva andre kan lære av den.",
            en: "A case is not finished until someone knows whether the gain came, and what others can learn from it.",
        ),
    }
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
    let by_default = benefit.kind.get() == Some(&BenefitKind::AvoidedCost);
    let out =
        benefit.transfer.is_written() || benefit.take_out.get().map_or(by_default, |share| !share.is_zero());
    priced && own && in_budget && out
}
