//! `10-20 timer`: a range where one value is due, as lav and høy.

use super::mend::without_about;
use super::value::Quantity;
use super::{Context, number, unit};
use crate::diagnostic::Finding;
use crate::units::Decimal;

/// `10-20 timer` as its two ends.
pub(super) struct Range {
    low: String,
    /// The low end where the thousands of the high one are its own too: `300-500 000` may be 300 000 to 500 000.
    shared: Option<String>,
    high: String,
    /// Whether the low end is so far below the high one that what is written is hardly what is meant.
    is_wide: bool,
}

impl Range {
    /// The finding with the ends; with no number that may be wrong.
    pub(super) fn said(self, finding: Finding) -> Finding {
        let Self { low, shared, high, is_wide } = self;
        match shared {
            Some(shared) => {
                let finding = finding.variant("range shares").value("shared", shared);
                finding.value("low", low).value("high", high)
            }
            None if is_wide => finding.variant("range wide"),
            None => finding.variant("range").value("low", low).value("high", high),
        }
    }
}

/// How many times the low end a high one can be before one of them is hardly what was meant.
const WIDEST: Decimal = Decimal::ONE_HUNDRED;

pub(super) fn range(text: &str, context: &Context) -> Option<Range> {
    let dash = ["-", "–", "—", "−", " til "].into_iter().find_map(|dash| {
        let (low, high) = text.split_once(dash)?;
        let ends = low
            .trim_end()
            .ends_with(|sign: char| sign.is_ascii_digit() || sign == '%' || sign.is_alphabetic());
        (ends && high.trim_start().starts_with(|sign: char| sign.is_ascii_digit())).then_some((low, high))
    });
    let (low, high) = dash?;
    let (low, high) = (without_about(low.trim()).unwrap_or(low.trim()), high.trim());
    let read = |value: &str| Quantity::read(value, context).ok();
    let (of_low, of_high) = (read(low)?, read(high)?);
    let is_alike = !of_high.is_bare() && of_low.dimension().is_like(of_high.dimension());
    if !of_low.is_bare() && !is_alike {
        return None;
    }
    let ((low_digits, own), (high_digits, unit)) = (number_and_unit(low), number_and_unit(high));
    let has_scale =
        |unit: &str| unit.split_whitespace().next().is_some_and(|word| unit::scale(word).is_some());
    let unit_of_low = match own {
        "" => unit,
        _ if of_low.is_bare() && has_scale(unit) => unit.split_once(' ').map_or("", |(_, unit)| unit),
        _ if of_low.is_bare() => unit,
        _ => "",
    };
    let with_unit = |value: &str| format!("{value} {unit_of_low}").trim_end().to_owned();
    let digits = read(low_digits).zip(read(high_digits)).filter(|_| own.is_empty());
    let shared = digits.as_ref().and_then(|(low, high)| with_thousands_of(low.value(), high.value()));
    let (low, shared) = (with_unit(low), shared.map(|low| with_unit(&number::plain(low))));
    let lowest = read(&low)?.in_units_of(of_high.dimension()).filter(|lowest| !lowest.is_zero());
    let is_wide =
        lowest.and_then(|lowest| lowest.checked_mul(WIDEST)).is_some_and(|most| most < of_high.value());
    Some(Range { low, shared, high: high.to_owned(), is_wide })
}

/// The number of a value, and what stands after it.
fn number_and_unit(value: &str) -> (&str, &str) {
    let unit = value.trim_start_matches(|sign: char| {
        sign.is_ascii_digit() || sign.is_whitespace() || matches!(sign, ',' | '.')
    });
    let digits = value.strip_suffix(unit).unwrap_or_default();
    (digits.trim_end(), unit)
}

/// The low number with the thousands the high one ends in, where it stays below it: 300 and 500 000 to 300 000.
fn with_thousands_of(low: Decimal, high: Decimal) -> Option<Decimal> {
    let mut shared = None;
    let mut thousands = Decimal::ONE_THOUSAND;
    while !low.is_zero() && high.checked_rem(thousands)?.is_zero() {
        let raised = low.checked_mul(thousands).filter(|raised| *raised <= high);
        let Some(raised) = raised else { break };
        shared = Some(raised);
        thousands = thousands.checked_mul(Decimal::ONE_THOUSAND)?;
    }
    shared
}
