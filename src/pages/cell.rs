//! One typed value on a page: it knows its unit, so each format can show or sum it rightly.

use crate::units::{Decimal, Factor, Fte, Hours, Kroner, MONEY_DECIMALS, RATIO_DECIMALS, Year, round};
use crate::words::number;
use crate::words::{Language, Text, Words};
use std::borrow::Cow;

/// A value on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words. From people's files or ours; a format must never trust them.
    Text(Text),
    /// Shown in whole kroner.
    Kroner(Kroner),
    /// Shown in 1 000 kr; the page says so.
    Thousands(Kroner),
    /// Hours of work.
    Hours(Hours),
    /// årsverk
    Fte(Fte),
    /// A share or a rate, shown in per cent.
    Percent(Decimal),
    /// A ratio, two decimals.
    Ratio(Decimal),
    /// A length of time in years, one decimal.
    Years(Decimal),
    /// A calendar year.
    Year(Year),
    /// A discount factor, four decimals.
    Factor(Factor),
    /// A count.
    Count(usize),
    /// −4 to 4, shown as `++`.
    Score(i8),
    /// A bar drawn in blocks: ours alone, so a format may print it as it is.
    Bar(String),
    /// Not known, or does not apply.
    Empty,
}

impl Cell {
    /// Words that are the same in every language.
    pub fn name(words: &str) -> Self {
        Self::Text(Text::same(words))
    }

    /// Nothing at all: what a sum has under its other columns.
    pub fn blank() -> Self {
        Self::Text(Text::default())
    }

    /// Amounts together; none where they are not all of one kind that adds up, or there are none.
    pub(super) fn sum<'a>(mut cells: impl Iterator<Item = &'a Self>) -> Option<Self> {
        let sum = cells.try_fold(Self::Empty, |sum, cell| sum.plus(cell));
        sum.filter(|sum| *sum != Self::Empty)
    }

    fn plus(self, other: &Self) -> Option<Self> {
        if !matches!(other, Self::Kroner(_) | Self::Thousands(_) | Self::Fte(_)) {
            return (*other == Self::Empty).then_some(self);
        }
        if self == Self::Empty {
            return Some(other.clone());
        }
        if let (Self::Kroner(one), Self::Kroner(other)) = (&self, other) {
            return one.plus(*other).ok().map(Self::Kroner);
        }
        if let (Self::Thousands(one), Self::Thousands(other)) = (&self, other) {
            return one.plus(*other).ok().map(Self::Thousands);
        }
        if let (Self::Fte(one), Self::Fte(other)) = (&self, other) {
            return one.plus(*other).ok().map(Self::Fte);
        }
        None
    }

    /// As shown where the heading carries the unit.
    pub fn bare(&self, language: Language) -> String {
        match self {
            Self::Text(text) => text.get(language).to_owned(),
            Self::Kroner(kroner) => number::decimal(kroner.value(), 0, language),
            Self::Thousands(kroner) => number::decimal(thousands(*kroner), 0, language),
            Self::Hours(hours) => number::bare_hours(*hours, language),
            Self::Fte(fte) => number::decimal(fte.value(), 1, language),
            Self::Percent(share) => number::percent(*share, language),
            Self::Ratio(ratio) => number::decimal(*ratio, 2, language),
            Self::Years(years) => number::decimal(*years, 1, language),
            Self::Year(year) => year.number().to_string(),
            Self::Factor(factor) => number::decimal(factor.value(), 4, language),
            Self::Count(count) => count.to_string(),
            Self::Score(score) => pluses(*score),
            Self::Bar(bar) => bar.clone(),
            Self::Empty => "–".to_owned(),
        }
    }

    /// As shown where it is alone, with its unit.
    pub fn full(&self, language: Language) -> String {
        match self {
            Self::Kroner(kroner) | Self::Thousands(kroner) => number::kroner(*kroner, language),
            Self::Hours(hours) => number::hours(*hours, language),
            Self::Fte(fte) => number::fte(*fte, language),
            Self::Years(years) => {
                let unit = crate::words!(nb: "år", nn: "år", en: "years");
                number::with_unit(&number::short(*years, 1, language), unit.get(language))
            }
            Self::Text(_)
            | Self::Percent(_)
            | Self::Ratio(_)
            | Self::Year(_)
            | Self::Factor(_)
            | Self::Count(_)
            | Self::Score(_)
            | Self::Bar(_)
            | Self::Empty => self.bare(language),
        }
    }

    /// As a machine reads it: exact kroner, decimal point, no grouping, empty when unknown.
    pub fn plain(&self, language: Language) -> Cow<'_, str> {
        let exact = |value: Decimal| machine(value, RATIO_DECIMALS);
        Cow::Owned(match self {
            Self::Text(text) => return Cow::Borrowed(text.get(language)),
            Self::Kroner(kroner) | Self::Thousands(kroner) => machine(kroner.value(), MONEY_DECIMALS),
            Self::Hours(hours) => exact(hours.value()),
            Self::Fte(fte) => exact(fte.value()),
            Self::Percent(value) | Self::Ratio(value) | Self::Years(value) => exact(*value),
            Self::Factor(factor) => exact(factor.value()),
            Self::Year(year) => year.number().to_string(),
            Self::Count(count) => count.to_string(),
            Self::Score(score) => score.to_string(),
            Self::Bar(_) | Self::Empty => String::new(),
        })
    }

    /// Whether this is words, and not a value of ours that a format may print as it is.
    pub const fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    /// Whether this shows as an amount below zero.
    pub fn is_below_zero(&self) -> bool {
        self.shown().is_some_and(|amount| amount < Decimal::ZERO)
    }

    /// The amount as rounded for show in its own unit, for checking sums; none for what is not summed.
    pub fn shown(&self) -> Option<Decimal> {
        match self {
            Self::Kroner(kroner) => Some(round(kroner.value(), 0)),
            Self::Thousands(kroner) => Some(round(thousands(*kroner), 0)),
            Self::Hours(hours) => Some(round(hours.value(), 0)),
            Self::Fte(fte) => Some(round(fte.value(), 1)),
            Self::Text(_)
            | Self::Percent(_)
            | Self::Ratio(_)
            | Self::Years(_)
            | Self::Year(_)
            | Self::Factor(_)
            | Self::Count(_)
            | Self::Score(_)
            | Self::Bar(_)
            | Self::Empty => None,
        }
    }
}

/// Values whose type says how they are shown.
macro_rules! shown {
    ($($kind:ty: $value:ident => $cell:expr;)+) => {
        $(impl From<$kind> for Cell {
            fn from($value: $kind) -> Self {
                $cell
            }
        })+
    };
}

shown! {
    Text: words => Self::Text(words);
    Words: words => Self::Text(words.text());
    &str: name => Self::name(name);
    &String: name => Self::name(name);
    Hours: hours => Self::Hours(hours);
    Fte: fte => Self::Fte(fte);
    Year: year => Self::Year(year);
    Factor: factor => Self::Factor(factor);
    usize: count => Self::Count(count);
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    /// Empty where there is none.
    fn from(known: Option<T>) -> Self {
        known.map_or(Self::Empty, Into::into)
    }
}

/// Without exponent, trailing zeros or a minus before nothing.
fn machine(value: Decimal, decimals: u32) -> String {
    let rounded = round(value, decimals).normalize();
    if rounded.is_zero() { "0".to_owned() } else { rounded.to_string() }
}

fn thousands(kroner: Kroner) -> Decimal {
    kroner.value().checked_div(Decimal::ONE_THOUSAND).unwrap_or_default()
}

/// `++` for 2, `−−` for −2, `0` for nothing either way.
fn pluses(score: i8) -> String {
    let sign = if score < 0 { number::MINUS } else { '+' };
    match score.unsigned_abs() {
        0 => "0".to_owned(),
        steps => core::iter::repeat_n(sign, usize::from(steps)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kroner(text: &str) -> Kroner {
        Kroner::new(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn thousands_are_rounded_for_people_and_exact_for_machines() {
        let cell = Cell::Thousands(kroner("-1499500.25"));
        assert_eq!(cell.bare(Language::Nb), "−1\u{a0}500");
        assert_eq!(cell.plain(Language::Nb), "-1499500.25");
    }

    #[test]
    fn quality_is_shown_as_pluses_and_minuses() {
        let shown = |score| Cell::Score(score).bare(Language::Nb);
        assert_eq!([shown(3), shown(0), shown(-2)], ["+++", "0", "−−"]);
    }

    #[test]
    fn what_is_unknown_is_a_dash_for_people_and_nothing_for_machines() {
        assert_eq!(Cell::Empty.full(Language::Nb), "–");
        assert_eq!(Cell::Empty.plain(Language::Nb), "");
    }
}
