//! A formula and where in the file it is.

use super::wording;
use crate::diagnostic::Finding;
use crate::quantity::{Context, Formula};
use crate::source::Span;
use crate::yaml::Node;

/// beregning: a formula, read once, that knows its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calculation {
    /// The formula; its spans count from its own start.
    pub formula: Formula,
    span: Span,
    /// Where the text begins, when it is byte for byte in the file.
    start: Option<u32>,
}

impl Calculation {
    /// Nothing when the node is no text; the problems of the formula when it has any.
    pub(super) fn read(node: &Node<'_>, context: &Context) -> Option<Result<Self, Vec<Finding>>> {
        let scalar = node.scalar()?;
        let start = scalar.verbatim.then(|| node.part_span(Span::default()).start);
        let formula = Formula::parse(&scalar.text, context);
        Some(formula.map(|formula| Self { formula, span: node.span, start }))
    }

    /// Where the whole formula is.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The place in the file of a part of the formula; the whole where that is not known.
    pub fn place(&self, part: Span) -> Span {
        let Some(start) = self.start else { return self.span };
        let fit = |byte: u32| start.saturating_add(byte).min(self.span.end);
        Span { start: fit(part.start), end: fit(part.end) }
    }

    /// A finding of the formula, moved to its place in the file.
    pub fn in_file(&self, finding: Finding) -> Finding {
        wording::moved(finding, |span| self.place(span))
    }
}
