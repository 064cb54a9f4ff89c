//! Where in its file what fills a box is written.

use crate::document::Case;
use crate::report::AppraisedCase;
use crate::source::Span;

/// The line of what takes most room in a box of a case; none where nothing is written.
pub fn line_of(of: &AppraisedCase, number: usize) -> Option<usize> {
    let longest =
        spans(&of.written, number).into_iter().max_by_key(|span| span.end.saturating_sub(span.start))?;
    Some(of.lines.of(longest))
}

/// Where the fields of a box are.
fn spans(of: &Case, number: usize) -> Vec<Span> {
    let spans = match number {
        1 => vec![of.background.span(), of.requirements.span(), of.goals.span()],
        2 => vec![of.now.span()],
        3 => vec![of.wanted.span(), of.gaps.span()],
        4 => vec![of.causes.span()],
        5 => vec![of.assumptions.span()],
        6 => vec![of.alternatives.span()],
        7 => vec![of.benefits.span(), of.costs.span(), of.new_practice.span()],
        8 => vec![of.risks.span(), of.conditions.span(), of.requires.span(), of.excludes.span()],
        9 => vec![of.plan.span(), of.capacity.span()],
        10 => vec![of.measurements.span(), of.adjustments.span(), of.losses.span()],
        11 => vec![of.engagements.span()],
        12 => vec![of.decisions.span(), of.lessons.span(), of.note.span(), of.decider.span()],
        _ => Vec::new(),
    };
    spans.into_iter().flatten().collect()
}
