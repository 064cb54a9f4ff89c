//! Numbers as people read them: rounded half away from zero when shown, grouped in thousands,
//! with a real minus.
//!
//! Norwegian: `1 234 567,8` with no-break spaces. English: `1,234,567.8`.

use crate::units::{Decimal, Fte, Hours, Kroner, round};
use crate::words;
use crate::words::{Language, Words};

/// Keeps a number and its unit on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// The real minus, as wide as a digit.
pub const MINUS: char = '\u{2212}';

/// A number with a fixed count of decimals.
pub fn decimal(value: Decimal, decimals: u32, language: Language) -> String {
    let rounded = round(value, decimals);
    let places = decimals as usize;
    let digits = digits(rounded.abs(), places);
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut shown = String::with_capacity(digits.len().saturating_add(8));
    if rounded.is_sign_negative() && !rounded.is_zero() {
        shown.push(MINUS);
    }
    let (group, point) = marks(language);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && whole.len().saturating_sub(place).is_multiple_of(3) {
            shown.push(group);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push(point);
        shown.push_str(fraction);
    }
    shown
}

/// Nearly every number is whole and small, which is written a good deal faster.
fn digits(value: Decimal, places: usize) -> String {
    match u64::try_from(value.mantissa()) {
        Ok(whole) if value.scale() == 0 && places == 0 => whole.to_string(),
        Ok(_) | Err(_) => format!("{value:.places$}"),
    }
}

/// A number with the decimals it has, at most `most`: 2,5 is `2,5` and 2 is `2`.
pub fn short(value: Decimal, most: u32, language: Language) -> String {
    let value = round(value, most).normalize();
    decimal(value, value.scale(), language)
}

const fn marks(language: Language) -> (char, char) {
    match language {
        Language::Nb | Language::Nn => (NO_BREAK_SPACE, ','),
        Language::En => (',', '.'),
    }
}

/// Whole kroner: `998 172 kr`, in English `NOK 998,172`.
pub fn kroner(amount: Kroner, language: Language) -> String {
    let number = decimal(amount.value(), 0, language);
    match language {
        Language::Nb | Language::Nn => with_unit(&number, "kr"),
        Language::En => with_unit("NOK", &number),
    }
}

/// An amount in 1 000 kr, without the unit.
pub fn thousands(amount: Kroner, language: Language) -> String {
    decimal(amount.over(Decimal::ONE_THOUSAND).unwrap_or_default().value(), 0, language)
}

/// Kroner as one says them: `6,8 mill. kr`, `498 000 kr`, in English `NOK 6.8 million`. Rounded to the nearest
/// thousand below a million, and not at all below ten thousand.
pub fn about(amount: Kroner, language: Language) -> String {
    let size = amount.abs().value();
    if size < Decimal::from(10_000) {
        return kroner(amount, language);
    }
    if size < Decimal::from(999_500) {
        let thousands = amount.over(Decimal::ONE_THOUSAND).unwrap_or_default().rounded(0);
        return kroner(thousands.times(Decimal::ONE_THOUSAND).unwrap_or(amount), language);
    }
    about_in_millions(amount, language)
}

fn about_in_millions(amount: Kroner, language: Language) -> String {
    let millions = amount.over(Decimal::from(1_000_000)).unwrap_or_default();
    let number = decimal(millions.value(), 1, language);
    match language {
        Language::Nb | Language::Nn => with_unit(&number, "mill.\u{a0}kr"),
        Language::En => format!("NOK{NO_BREAK_SPACE}{number}{NO_BREAK_SPACE}million"),
    }
}

/// From one amount to another as one says them, with the unit once: `3,9 til 5,0 mill. kr`.
pub fn about_range(low: Kroner, high: Kroner, language: Language) -> String {
    let to = words!(nb: "til", nn: "til", en: "to").get(language);
    let size = low.abs().max(high.abs());
    if size.value() < Decimal::from(999_500) || language == Language::En {
        return format!("{} {to} {}", about(low, language), about(high, language));
    }
    let millions = low.over(Decimal::from(1_000_000)).unwrap_or_default();
    format!("{} {to} {}", decimal(millions.value(), 1, language), about_in_millions(high, language))
}

/// Whole hours, one decimal below ten: `6 317 timer`, `2,5 timer`.
pub fn hours(hours: Hours, language: Language) -> String {
    let unit = if hours.abs().value() == Decimal::ONE {
        words!(nb: "time", nn: "time", en: "hour")
    } else {
        words!(nb: "timer", nn: "timar", en: "hours")
    };
    with_unit(&bare_hours(hours, language), unit.get(language))
}

/// Hours without the word.
pub fn bare_hours(hours: Hours, language: Language) -> String {
    let most = if hours.abs().value() < Decimal::TEN { 1 } else { 0 };
    short(hours.value(), most, language)
}

/// Hours with the decimals they have, at most `most`: `2,25 timer`.
pub fn short_hours(hours: Hours, most: u32, language: Language) -> String {
    with_unit(
        &short(hours.value(), most, language),
        words!(nb: "timer", nn: "timar", en: "hours").get(language),
    )
}

/// årsverk with one decimal: `3,6 årsverk`.
pub fn fte(fte: Fte, language: Language) -> String {
    with_unit(&decimal(fte.value(), 1, language), FTE.get(language))
}

/// årsverk with the decimals they have, at most `most`: `0,25 årsverk`.
pub fn short_fte(fte: Fte, most: u32, language: Language) -> String {
    with_unit(&short(fte.value(), most, language), FTE.get(language))
}

/// What positions are counted in.
pub const FTE: Words = words!(nb: "årsverk", nn: "årsverk", en: "FTE");

/// A share or a rate as per cent with at most one decimal: `25 %`.
pub fn percent(share: Decimal, language: Language) -> String {
    short_percent(share, 1, language)
}

/// A share or a rate as per cent with the decimals it has, at most `most`: `58,33 %`.
pub fn short_percent(share: Decimal, most: u32, language: Language) -> String {
    let hundred = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    let number = short(hundred, most, language);
    match language {
        Language::Nb | Language::Nn => with_unit(&number, "%"),
        Language::En => format!("{number}%"),
    }
}

/// A number and its unit with a no-break space between.
pub fn with_unit(number: &str, unit: &str) -> String {
    format!("{number}{NO_BREAK_SPACE}{unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    fn nb(text: &str, decimals: u32) -> String {
        decimal(exact(text), decimals, Language::Nb).replace(NO_BREAK_SPACE, "_")
    }

    #[test]
    fn thousands_are_grouped_from_the_right() {
        assert_eq!(nb("0", 0), "0");
        assert_eq!(nb("999", 0), "999");
        assert_eq!(nb("1000", 0), "1_000");
        assert_eq!(nb("1234567.85", 1), "1_234_567,9");
        assert_eq!(decimal(exact("1234567.5"), 1, Language::En), "1,234,567.5");
    }

    #[test]
    fn rounding_is_half_away_from_zero_with_a_real_minus() {
        assert_eq!(nb("2.5", 0), "3");
        assert_eq!(nb("-2.5", 0), "−3");
        assert_eq!(nb("-998172.4", 0), "−998_172");
    }

    #[test]
    fn what_rounds_to_nothing_has_no_minus() {
        assert_eq!(nb("-0.4", 0), "0");
        assert_eq!(nb("-0.04", 1), "0,0");
    }

    #[test]
    fn missing_decimals_are_filled_in_and_short_numbers_have_only_what_they_need() {
        assert_eq!(nb("3", 2), "3,00");
        assert_eq!(short(exact("2.50"), 2, Language::Nb), "2,5");
        assert_eq!(short(exact("2.00"), 2, Language::Nb), "2");
        assert_eq!(short(exact("100"), 0, Language::Nb), "100");
    }

    #[test]
    fn the_largest_decimal_is_shown_whole() {
        assert_eq!(nb("79228162514264337593543950335", 0), "79_228_162_514_264_337_593_543_950_335");
    }

    #[test]
    fn large_amounts_are_said_as_one_says_them() {
        let nb = |text| about(Kroner::new(exact(text)), Language::Nb).replace(NO_BREAK_SPACE, " ");
        let said = ["4499.6", "497812", "-999499", "999500", "6797420.1", "-18310000"].map(nb);
        let expected =
            ["4 500 kr", "498 000 kr", "−999 000 kr", "1,0 mill. kr", "6,8 mill. kr", "−18,3 mill. kr"];
        assert_eq!(said, expected);
        assert_eq!(about(Kroner::new(exact("6797420")), Language::En), "NOK\u{a0}6.8\u{a0}million");
    }

    #[test]
    fn units_never_part_from_their_number() {
        assert_eq!(kroner(Kroner::new(exact("998172.4")), Language::Nb), "998\u{a0}172\u{a0}kr");
        assert_eq!(kroner(Kroner::new(exact("-998172.4")), Language::En), "NOK\u{a0}−998,172");
        assert_eq!(hours(Hours::new(exact("6317.31")), Language::Nb), "6\u{a0}317\u{a0}timer");
        assert_eq!(hours(Hours::new(exact("1")), Language::Nb), "1\u{a0}time");
        assert_eq!(hours(Hours::new(exact("2.25")), Language::En), "2.3\u{a0}hours");
        assert_eq!(fte(Fte::new(exact("3.6099")), Language::Nb), "3,6\u{a0}årsverk");
        assert_eq!(percent(exact("0.1834"), Language::Nb), "18,3\u{a0}%");
        assert_eq!(percent(exact("0.25"), Language::En), "25%");
    }
}
