//! A quantity: a value, what it measures, and the noun it counts.

use std::sync::Arc;

use super::Context;
use super::base::Base;
use super::cursor::Cursor;
use super::dimension::Dimension;
use super::literal::{Literal, Surroundings};
use super::noun::Noun;
use super::{around, mend, number, wording};
use crate::diagnostic::Finding;
use crate::units::{Decimal, Factor, Fte, HourlyCost, Hours, Kroner, Share, divide, multiply};

/// mengde: a value and what it measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    value: Decimal,
    dimension: Dimension,
    label: Option<Arc<str>>,
    writing: Writing,
}

/// How the unit was written, where the dimension alone does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// A number alone: `1200000`.
    Bare,
    /// `25 %` or `250 ‰`.
    Percent,
    /// A unit, a noun, or the result of a calculation.
    Other,
}

impl Quantity {
    /// A value in the base units of a dimension, such as a result or an expected value.
    pub const fn new(value: Decimal, dimension: Dimension) -> Self {
        Self { value, dimension, label: None, writing: Writing::Other }
    }

    /// Another value of the same, as it is written.
    pub fn with_value(&self, value: Decimal) -> Self {
        Self { value, ..self.clone() }
    }

    pub(super) fn written(self, label: Option<Arc<str>>, writing: Writing) -> Self {
        Self { label, writing, ..self }
    }

    /// Reads a quantity as people write it: `1 200 timer/år`, `1,2 mill. kr`, `25 %`.
    ///
    /// # Errors
    /// A finding whose span counts from the start of `text`: `uleselig-mengde`,
    /// `tvetydig-tall` or `urimelig-tall`. It says what to write instead, with the writer's own value.
    pub fn parse(text: &str, context: &Context) -> Result<Self, Finding> {
        if text.len() > wording::LONGEST_QUANTITY {
            return Err(wording::too_long_quantity(text));
        }
        Self::read(text, context).map_err(|finding| mend::with_own_value(finding, text, context))
    }

    /// Reads what must be so much a year, such as an estimate.
    ///
    /// # Errors
    /// As [`Quantity::parse`], with the year in what it says to write.
    pub fn parse_yearly(text: &str, context: &Context) -> Result<Self, Finding> {
        Self::parse(text, context).map_err(|finding| mend::per_year(finding, text, context))
    }

    /// Reads a quantity of reasonable length, and does not look for what it may have meant.
    pub(super) fn read(text: &str, context: &Context) -> Result<Self, Finding> {
        let mut cursor = Cursor::new(text);
        cursor.skip_spaces();
        let negative = around::pass_minus(&mut cursor);
        let leads_with_kroner = around::pass_kroner(&mut cursor.clone());
        if !leads_with_kroner && !cursor.peek().is_some_and(|letter| letter.is_ascii_digit()) {
            return Err(wording::no_number(text));
        }
        let Literal { quantity, .. } = Literal::read(&mut cursor, context, Surroundings::Alone)?;
        cursor.skip_spaces();
        if !cursor.rest().is_empty() {
            return Err(wording::left_over(text, cursor.at()));
        }
        Ok(if negative { quantity.negated() } else { quantity })
    }

    fn negated(self) -> Self {
        let value = Kroner::new(self.value).negated().value();
        Self { value, ..self }
    }

    /// The same in other prices: kroner times the factor, what is for each krone divided by it, all else as it is.
    /// Nothing where that does not fit.
    pub fn in_other_prices(&self, factor: Factor) -> Option<Self> {
        let power = self.dimension.power(Base::Krone);
        let mut value = self.value;
        for _ in 0..power.unsigned_abs() {
            let moved =
                if power > 0 { multiply(value, factor.value()) } else { divide(value, factor.value()) };
            value = moved.ok()?;
        }
        Some(Self { value, ..self.clone() })
    }

    /// The value in the base units of [`Quantity::dimension`].
    pub const fn value(&self) -> Decimal {
        self.value
    }

    /// The value as we write it: `500 000`, `0,5`.
    pub fn number(&self) -> String {
        number::plain(self.value)
    }

    /// What it measures.
    pub const fn dimension(&self) -> &Dimension {
        &self.dimension
    }

    /// The noun counted: «besøk» of `14 besøk/uke`.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// `2 stillinger` as the årsverk that whole positions are.
    pub fn positions(&self) -> Option<String> {
        let noun = self.label().filter(|_| self.dimension.is_number())?;
        let is_position = Noun::several_of(noun).is_same(&Noun::several_of("stillinger"));
        is_position.then(|| format!("{} årsverk", self.number()))
    }

    /// Whether both count the same noun, or neither counts any.
    pub fn counts_same_as(&self, other: &Self) -> bool {
        match (self.label(), other.label()) {
            (Some(one), Some(another)) => Noun::several_of(one).is_same(&Noun::several_of(another)),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// Whether both are counted in the same thing for the same time: tilsyn/uke is neither tilsyn nor tilsyn/år.
    pub fn has_unit_of(&self, other: &Self) -> bool {
        let per = |quantity: &Self| {
            let settled = quantity.dimension.settled();
            Base::CALENDAR.map(|base| settled.power(base))
        };
        self.dimension.is_like(&other.dimension)
            && per(self) == per(other)
            && self.is_percent() == other.is_percent()
            && self.counts_same_as(other)
    }

    /// Whether both are of the same thing, and only the time they are for is another: timer/uke and timer/måned, kr/år
    /// and kr.
    pub fn differs_in_time_only(&self, other: &Self) -> bool {
        let is_per_time = self.dimension.is_per_time() || other.dimension.is_per_time();
        is_per_time
            && !self.has_unit_of(other)
            && self.dimension.without_time().is_like(&other.dimension.without_time())
            && self.is_percent() == other.is_percent()
            && self.counts_same_as(other)
    }

    /// How far it is from this to another of the same unit; none where they are of two units.
    pub fn distance_to(&self, other: &Self) -> Option<Self> {
        let to = other.in_units_of(&self.dimension).filter(|_| self.has_unit_of(other))?;
        Some(Self { value: to.checked_sub(self.value)?, ..self.clone() })
    }

    /// Whether it was written as a number alone, with no unit and no noun.
    pub fn is_bare(&self) -> bool {
        self.writing == Writing::Bare
    }

    /// Whether it was written in per cent, or in parts of a thousand.
    pub fn is_percent(&self) -> bool {
        self.writing == Writing::Percent
    }

    /// The value in the units of a like dimension: `2 besøk/døgn` in per år is 730. Nothing when
    /// the dimension is another or the value does not fit.
    pub fn in_units_of(&self, dimension: &Dimension) -> Option<Decimal> {
        self.dimension.convert(self.value, dimension)?.ok()
    }

    /// kr.
    pub fn money(&self) -> Option<Kroner> {
        self.in_units_of(&Dimension::of(Base::Krone)).map(Kroner::new)
    }

    /// kr per year.
    pub fn money_per_year(&self) -> Option<Kroner> {
        self.in_units_of(&Dimension::per(Base::Krone, Base::Year)).map(Kroner::new)
    }

    /// Hours of work.
    pub fn hours(&self) -> Option<Hours> {
        self.in_units_of(&Dimension::of(Base::Hour)).map(Hours::new)
    }

    /// Hours of work per year; årsverk too.
    pub fn hours_per_year(&self) -> Option<Hours> {
        self.in_units_of(&Dimension::per(Base::Hour, Base::Year)).map(Hours::new)
    }

    /// Working time per year as årsverk.
    pub fn fte(&self, context: &Context) -> Option<Fte> {
        self.hours_per_year()?.as_fte(context.hours_per_fte).ok()
    }

    /// A share, where 25 % is 0.25: per cent, a bare number or a calculated one, no count of
    /// something.
    pub fn share(&self) -> Option<Share> {
        let counted = self.label.is_some();
        if counted { None } else { self.in_units_of(&Dimension::NONE).map(Share::new) }
    }

    /// Calendar time in years: `18 måneder` is 1.5.
    pub fn years(&self) -> Option<Decimal> {
        self.in_units_of(&Dimension::of(Base::Year))
    }

    /// kr per hour of work.
    pub fn hourly_price(&self) -> Option<HourlyCost> {
        self.in_units_of(&Dimension::per(Base::Krone, Base::Hour)).map(HourlyCost::new)
    }
}
