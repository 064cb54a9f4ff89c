//! A formula: its text, its tree, and the places of its names and quantities.

use super::dimension::Dimension;
use super::evaluate::{EvaluationError, joined};
use super::expression::Expression;
use super::token::{self, Token};
use super::value::Quantity;
use super::{Context, parse, wording};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::text;
use crate::units::Factor;
use crate::words::Text;

/// Characters of the longest formula.
const LONGEST: usize = 2_000;

/// beregning: a formula over assumptions and quantities, `brukere × 20 min × 365 døgn/år`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    text: String,
    root: Expression,
    leaves: Vec<(Leaf, Span)>,
    per_nouns: Vec<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaf {
    Name,
    Quantity,
}

/// A part of a formula as written, so that it can be shown with numbers in place of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Operators, parentheses, functions and the spaces around them.
    Text(&'a str),
    /// The name of an assumption.
    Name(&'a str),
    /// A quantity written in place.
    Quantity(&'a str),
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// Every syntax problem, with spans that count from the start of `text`: `uleselig-formel`,
    /// `for-lang-formel`, and those of [`Quantity::parse`].
    pub fn parse(text: &str, context: &Context) -> Result<Self, Vec<Finding>> {
        let length = text.chars().count();
        if length > LONGEST {
            let title = text!(
                nb: "Formelen er på {length} tegn; grensen er {LONGEST}", nn: "Formelen er på {length} teikn; grensa er {LONGEST}",
                en: "The formula is {length} characters; the limit is {LONGEST}"
            );
            return Err(vec![wording::too_long_formula(Span::new(0, text.len()), title)]);
        }
        let mut tokens = token::read(text, context);
        let per_nouns = core::mem::take(&mut tokens.per_nouns);
        let leaf = |(token, span): &(Token, Span)| match token {
            Token::Name(_) => Some((Leaf::Name, *span)),
            Token::Quantity(_) => Some((Leaf::Quantity, *span)),
            Token::Function(_)
            | Token::Operator(_)
            | Token::Open
            | Token::Close
            | Token::Semicolon
            | Token::Broken => None,
        };
        let leaves = tokens.tokens.iter().filter_map(leaf).collect();
        let root = parse::parse(text, tokens)?;
        Ok(Self { text: text.to_owned(), root, leaves, per_nouns })
    }

    /// The formula as written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tree, to be compiled or walked.
    pub const fn root(&self) -> &Expression {
        &self.root
    }

    /// Every quantity that is written in it, in order.
    pub fn written(&self) -> Vec<&Quantity> {
        let mut written = Vec::new();
        self.root.add_written(&mut written);
        written
    }

    /// The same formula with every quantity that is written in it in other prices. Nothing where one does not fit.
    pub fn in_other_prices(&self, factor: Factor) -> Option<Self> {
        Some(Self { root: self.root.in_other_prices(factor)?, ..self.clone() })
    }

    /// Every use of a name, in order.
    pub fn names(&self) -> impl Iterator<Item = (&str, Span)> {
        let names = self.leaves.iter().filter(|(leaf, _)| *leaf == Leaf::Name);
        names.map(|(_, span)| (self.slice(*span), *span))
    }

    /// What the formula measures, given what each name measures.
    ///
    /// # Errors
    /// `feil-dimensjon` at the operator where unlike things are added; `uleselig-formel` where
    /// a name is not known.
    pub fn check(&self, lookup: &dyn Fn(&str) -> Option<Dimension>) -> Result<Dimension, Finding> {
        self.root.dimension(lookup).map(|dimension| dimension.settled().into_owned())
    }

    /// The exact value, given what each name is.
    ///
    /// # Errors
    /// See [`EvaluationError`].
    pub fn evaluate(&self, lookup: &dyn Fn(&str) -> Option<Quantity>) -> Result<Quantity, EvaluationError> {
        self.root.evaluate(lookup)
    }

    /// The formula as written, piece by piece; together they are the whole text.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for (leaf, span) in &self.leaves {
            let between = Span { start: at, end: span.start };
            pieces.push(Piece::Text(self.slice(between)));
            pieces.push(match leaf {
                Leaf::Name => Piece::Name(self.slice(*span)),
                Leaf::Quantity => Piece::Quantity(self.slice(*span)),
            });
            at = span.end;
        }
        pieces.push(Piece::Text(self.text.get(at as usize..).unwrap_or_default()));
        pieces.retain(|piece| *piece != Piece::Text(""));
        pieces
    }

    /// The calendar factors that were not written but used, such as «365 døgn/år»: where the
    /// result is put per year, and where parts with different units of time are added. Empty
    /// where [`Formula::check`] fails.
    pub fn calendar_factors(&self, lookup: &dyn Fn(&str) -> Option<Dimension>) -> Vec<Text> {
        let mut factors = Vec::new();
        if let Some(whole) = collect_factors(&self.root, lookup, &mut factors) {
            factors.extend(whole.calendar_factors());
        }
        let mut seen = Vec::new();
        for factor in factors {
            if !seen.contains(&factor) {
                seen.push(factor);
            }
        }
        seen
    }

    /// Whether working time, or what it costs, is so much per «dag», and is put per year or added to what is.
    pub fn is_work_by_plain_day(&self, lookup: &dyn Fn(&str) -> Option<Dimension>) -> bool {
        let mut is_added = false;
        let whole = Worked::of(&self.root, lookup, &mut is_added);
        is_added || whole.is_some_and(|whole| whole.is_by_plain_day())
    }

    /// The nouns quantities are per, as in `5 kr/besøk`.
    pub(super) fn per_nouns(&self) -> impl Iterator<Item = Span> {
        self.per_nouns.iter().copied()
    }

    pub(super) fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}

/// What a part of a formula measures, and whether it is the price of working time, which is no longer seen in kroner.
struct Worked {
    dimension: Dimension,
    is_priced: bool,
}

impl Worked {
    /// A part; `is_added` where a smaller part is added to something that is not per «dag».
    fn of(
        part: &Expression,
        lookup: &dyn Fn(&str) -> Option<Dimension>,
        is_added: &mut bool,
    ) -> Option<Self> {
        let leaf = |dimension: Dimension| Self { is_priced: dimension.is_price_of_work(), dimension };
        match part {
            Expression::Quantity(quantity, _) => Some(leaf(quantity.dimension().clone())),
            Expression::Name(name, _) => lookup(name).map(leaf),
            Expression::Negate(inner, _) => Self::of(inner, lookup, is_added),
            Expression::Binary { operator, left, right, .. } => {
                let (a, b) = (Self::of(left, lookup, is_added)?, Self::of(right, lookup, is_added)?);
                let dimension = joined(*operator, &a.dimension, &b.dimension)?;
                if operator.is_between_like() && !dimension.is_by_plain_day() {
                    *is_added |= a.is_by_plain_day() || b.is_by_plain_day();
                }
                Some(Self { dimension, is_priced: a.is_priced || b.is_priced })
            }
        }
    }

    fn is_by_plain_day(&self) -> bool {
        self.dimension.is_by_plain_day() && (self.is_priced || self.dimension.is_work_in_any_time())
    }
}

fn collect_factors(
    part: &Expression,
    lookup: &dyn Fn(&str) -> Option<Dimension>,
    factors: &mut Vec<Text>,
) -> Option<Dimension> {
    match part {
        Expression::Quantity(quantity, _) => Some(quantity.dimension().clone()),
        Expression::Name(name, _) => lookup(name),
        Expression::Negate(inner, _) => collect_factors(inner, lookup, factors),
        Expression::Binary { operator, left, right, .. } => {
            let a = collect_factors(left, lookup, factors)?;
            let b = collect_factors(right, lookup, factors)?;
            let whole = joined(*operator, &a, &b)?;
            let settled = whole.settled();
            if operator.is_between_like() && settled.calendar_factors().is_empty() {
                factors.extend(a.calendar_factors());
                factors.extend(b.calendar_factors());
            }
            Some(whole)
        }
    }
}
