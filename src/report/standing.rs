//! What findings do to a case: out of the figures, or in them and marked.

use crate::checks;
use crate::diagnostic::{Finding, Grade, WhyOmitted};
use crate::shape;
use crate::source::{Source, Span};
use crate::words::Text;
use crate::yaml::Node;

/// ikke ferdig: the case can be calculated, but has something to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// How many errors.
    pub errors: usize,
    /// What the first is.
    pub first: Text,
    /// Whether something is wrong, and not only lacking for the phase the case is in.
    pub is_wrong: bool,
}

impl Unfinished {
    /// What is to be mended, by the grades of the organisation; none where the case is whole.
    pub(super) fn of(findings: &[Finding]) -> Option<Self> {
        let (errors, first) = crate::diagnostic::errors(findings)?;
        let is_wrong = findings.iter().any(|one| one.grade == Grade::Error && !checks::is_demand(one.rule));
        Some(Self { errors, first: first.title.clone(), is_wrong })
    }
}

/// The parts of a case that no figure is calculated from.
pub(super) fn beside_figures(root: &Node<'_>) -> Vec<Span> {
    let beside = root.entries().iter().filter(|entry| shape::is_beside_figures(&entry.key.value));
    beside.map(|entry| entry.key.span.to(entry.value.span)).collect()
}

/// Why findings take their case out of the figures, before anybody has graded them: some rule says so, and what
/// it found is not beside the figures.
pub(super) fn taken_out(source: &Source, findings: &[Finding], beside: &[Span]) -> Option<WhyOmitted> {
    let is_beside =
        |place: Span| beside.iter().any(|part| part.start <= place.start && place.end <= part.end);
    why(source, findings.iter().filter(|finding| takes_out(finding) && !is_beside(finding.span)))
}

/// Why a case that could not be understood is left out: the first error of any kind.
pub(super) fn not_understood(source: &Source, findings: &[Finding]) -> WhyOmitted {
    let is_error =
        |finding: &&Finding| checks::rule(finding.rule).is_some_and(|rule| rule.grade == Grade::Error);
    let nothing = WhyOmitted::Case { errors: 0, line: 1, first: Text::default() };
    why(source, findings.iter().filter(is_error)).unwrap_or(nothing)
}

/// Whether what was found takes its case out of the figures, wherever it stands.
pub(super) fn takes_out(finding: &Finding) -> bool {
    checks::rule(finding.rule).is_some_and(|rule| rule.takes_out)
}

/// The first of some findings by place, and how many they are.
fn why<'f>(source: &Source, findings: impl Iterator<Item = &'f Finding> + Clone) -> Option<WhyOmitted> {
    let first = findings.clone().min_by_key(|finding| finding.span)?;
    let line = source.position(first.span.start).line;
    Some(WhyOmitted::Case { errors: findings.count(), line, first: first.title.clone() })
}
