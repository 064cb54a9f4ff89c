//! A cell → an exact number, or why it is none.
//!
//! One to three digits, one point or comma and exactly three digits can be read two ways, as in
//! `quantity`. Here the column may tell: a mark that is decimal in one number is so in all.

use crate::units::Decimal;

/// The longest text that is looked at, in bytes.
const LONGEST: usize = 80;
/// Digits of kroner before the comma: a thousand times the national budget.
pub(super) const MOST_WHOLE_DIGITS: usize = 15;
/// Digits in all: what an exact decimal holds, and room for thousands.
pub(super) const MOST_DIGITS: usize = 24;

/// Every dash that is written for a minus, and alone for nothing: hyphens, figure dash, en and em dash,
/// the minus of mathematics, and those of full and small width.
pub(super) const DASHES: [char; 10] = [
    '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}', '\u{fe63}',
    '\u{ff0d}',
];

/// A sign between digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    Point,
    Comma,
}

impl Mark {
    const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }

    const fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}

/// What a mark before three digits means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MarkMeaning {
    Decimals,
    Thousands,
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    Certain(Decimal),
    Open(OpenNumber),
    None(NoNumber),
}

/// These digits, with or without a decimal mark before the last three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OpenNumber {
    pub(super) digits: i64,
    pub(super) mark: Mark,
}

/// Why a cell is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoNumber {
    Empty,
    /// `(100)`
    Parentheses,
    /// `1,2E+07`
    Scientific,
    /// `100 kr`, `500,-`
    Unit,
    Groups,
    TooLarge,
    Other,
}

/// What the numbers of a column say of the two marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Evidence {
    point: SeenAs,
    comma: SeenAs,
}

/// What one mark has been in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct SeenAs {
    decimal: bool,
    thousands: bool,
}

impl SeenAs {
    fn join(&mut self, other: Self) {
        self.decimal |= other.decimal;
        self.thousands |= other.thousands;
    }
}

impl Evidence {
    const fn of(&mut self, mark: Mark) -> &mut SeenAs {
        match mark {
            Mark::Point => &mut self.point,
            Mark::Comma => &mut self.comma,
        }
    }

    /// Adds what another part of the column says.
    pub(super) fn join(&mut self, other: Self) {
        self.point.join(other.point);
        self.comma.join(other.comma);
    }

    /// What the mark means; nothing where the column does not tell, or contradicts itself.
    pub(super) fn meaning(mut self, mark: Mark) -> Option<MarkMeaning> {
        let (own, other) = (*self.of(mark), *self.of(mark.other()));
        match (own.decimal || other.thousands, own.thousands || other.decimal) {
            (true, false) => Some(MarkMeaning::Decimals),
            (false, true) => Some(MarkMeaning::Thousands),
            (true, true) | (false, false) => None,
        }
    }
}

/// Reads a trimmed cell, and notes what it says of the marks.
pub(super) fn read(text: &str, evidence: &mut Evidence) -> Number {
    if let Some(plain) = plain(text.as_bytes()) {
        return Number::Certain(Decimal::from(plain));
    }
    if let Some((value, mark)) = usual(text.as_bytes()) {
        evidence.of(mark).decimal = true;
        return Number::Certain(value);
    }
    if text.is_empty() {
        return Number::None(NoNumber::Empty);
    }
    if let Some(before) = text.strip_suffix(DASHES) {
        if before.is_empty() {
            return Number::Certain(Decimal::ZERO);
        }
        if before.ends_with(',') {
            return Number::None(NoNumber::Unit);
        }
    }
    let (unsigned, is_negative) = signed(text);
    match unsigned_number(unsigned, evidence) {
        Number::Certain(value) if is_negative && !value.is_zero() => Number::Certain(-value),
        Number::Open(OpenNumber { digits, mark }) if is_negative => {
            Number::Open(OpenNumber { digits: digits.saturating_neg(), mark })
        }
        number @ (Number::Certain(_) | Number::Open(_) | Number::None(_)) => number,
    }
}

/// Digits alone, perhaps after a minus: nearly every cell there is.
fn plain(bytes: &[u8]) -> Option<i64> {
    let (digits, sign) = bytes.strip_prefix(b"-").map_or((bytes, 1), |digits| (digits, -1));
    if digits.is_empty() || digits.len() > MOST_WHOLE_DIGITS {
        return None;
    }
    let mut value: i64 = 0;
    for digit in digits {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value.wrapping_mul(10).wrapping_add(i64::from(digit));
    }
    Some(value.wrapping_mul(sign))
}

/// Digits, perhaps in groups with ordinary spaces, then a mark and one, two or four decimals and
/// more: what is left is mostly this.
fn usual(bytes: &[u8]) -> Option<(Decimal, Mark)> {
    let (unsigned, sign) = bytes.strip_prefix(b"-").map_or((bytes, 1), |unsigned| (unsigned, -1));
    if unsigned.len() > MOST_WHOLE_DIGITS {
        return None;
    }
    let (mut value, mut group, mut groups, mut mark) = (0_i64, 0_u32, 0_u32, None);
    for byte in unsigned {
        match byte {
            b'0'..=b'9' => {
                value = value.wrapping_mul(10).wrapping_add(i64::from(byte.wrapping_sub(b'0')));
                group = group.saturating_add(1);
                continue;
            }
            b' ' if mark.is_none() && (group == 3 || (groups == 0 && (1..3).contains(&group))) => {}
            b',' | b'.' if mark.is_none() && (group == 3 || (groups == 0 && group > 0)) => {
                mark = Some(if *byte == b',' { Mark::Comma } else { Mark::Point });
            }
            _ => return None,
        }
        (group, groups) = (0, groups.saturating_add(1));
    }
    let is_clear = group > 0 && group != 3;
    mark.filter(|_| is_clear).map(|mark| (Decimal::new(value.wrapping_mul(sign), group), mark))
}

/// Without its sign, before or after; whether that is a minus.
fn signed(text: &str) -> (&str, bool) {
    if let Some(rest) = text.strip_prefix(DASHES).or_else(|| text.strip_suffix(DASHES)) {
        return (rest.trim(), true);
    }
    (text.strip_prefix('+').unwrap_or(text).trim_start(), false)
}

fn unsigned_number(text: &str, evidence: &mut Evidence) -> Number {
    if text.len() > LONGEST {
        return Number::None(if text.bytes().all(|byte| byte.is_ascii_digit()) {
            NoNumber::TooLarge
        } else {
            NoNumber::Other
        });
    }
    if !text.starts_with(|letter: char| letter.is_ascii_digit())
        || !text.ends_with(|letter: char| letter.is_ascii_digit())
        || !text
            .chars()
            .all(|letter| letter.is_ascii_digit() || is_space(letter) || matches!(letter, '.' | ','))
    {
        return Number::None(why(text));
    }
    let last = text.rfind(['.', ',']).and_then(|at| text.split_at_checked(at));
    let Some((before, after)) = last else { return exact(text, "", is_space) };
    let mark = if after.starts_with('.') { Mark::Point } else { Mark::Comma };
    let fraction = after.get(1..).unwrap_or_default();
    let (sign, other) = (mark.sign(), mark.other().sign());
    match (text.matches(sign).count(), text.matches(other).count()) {
        (1, 0) if is_ambiguous(before, fraction) => {
            let digits = plain(before.as_bytes()).zip(plain(fraction.as_bytes()));
            digits.map_or(Number::None(NoNumber::Other), |(whole, rest)| {
                Number::Open(OpenNumber { digits: whole.wrapping_mul(1000).wrapping_add(rest), mark })
            })
        }
        (1, 0) => {
            let number = exact(before, fraction, is_space);
            evidence.of(mark).decimal |= number.is_certain();
            number
        }
        (1, _) => {
            let number = exact(before, fraction, |letter| letter == other);
            evidence.of(mark).decimal |= number.is_certain();
            evidence.of(mark.other()).thousands |= number.is_certain();
            number
        }
        (_, 0) => {
            let number = exact(text, "", |letter| letter == sign);
            evidence.of(mark).thousands |= number.is_certain();
            number
        }
        _ => Number::None(NoNumber::Groups),
    }
}

impl Number {
    const fn is_certain(self) -> bool {
        matches!(self, Self::Certain(_))
    }
}

/// Ordinary, no-break, narrow no-break and thin space.
const fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// As in `quantity`: `1.200` may be twelve hundred or one and a fifth; `0.500` and `1 200.500` not.
fn is_ambiguous(whole: &str, fraction: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    whole.len() <= 3
        && fraction.len() == 3
        && digits(whole)
        && digits(fraction)
        && whole.bytes().any(|byte| byte != b'0')
}

/// Whole part in groups of three, or in no groups, and decimals.
fn exact(whole: &str, fraction: &str, groups: impl Fn(char) -> bool) -> Number {
    let (mut value, mut length, mut group, mut is_grouped) = (0_i128, 0_usize, 0_usize, false);
    for letter in whole.chars() {
        if let Some(digit) = letter.to_digit(10) {
            (length, group) = (length.saturating_add(1), group.saturating_add(1));
            value = value.saturating_mul(10).saturating_add(i128::from(digit));
            continue;
        }
        let fits = if is_grouped { group == 3 } else { (1..=3).contains(&group) };
        if !groups(letter) || !fits {
            return Number::None(NoNumber::Groups);
        }
        (group, is_grouped) = (0, true);
    }
    if length == 0 || (is_grouped && group != 3) {
        return Number::None(NoNumber::Groups);
    }
    for letter in fraction.chars() {
        let Some(digit) = letter.to_digit(10) else { return Number::None(NoNumber::Groups) };
        value = value.saturating_mul(10).saturating_add(i128::from(digit));
    }
    if length > MOST_WHOLE_DIGITS || length.saturating_add(fraction.len()) > MOST_DIGITS {
        return Number::None(NoNumber::TooLarge);
    }
    let scale = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
    Decimal::try_from_i128_with_scale(value, scale).map_or(Number::None(NoNumber::TooLarge), Number::Certain)
}

fn why(text: &str) -> NoNumber {
    let lower = text.to_lowercase();
    let is_scientific = lower.split_once('e').is_some_and(|(before, after)| {
        before.ends_with(|letter: char| letter.is_ascii_digit())
            && after.trim_start_matches(['+', '-']).starts_with(|letter: char| letter.is_ascii_digit())
    });
    let has_digits = lower.contains(|letter: char| letter.is_ascii_digit());
    match () {
        () if text.starts_with('(') && text.ends_with(')') && has_digits => NoNumber::Parentheses,
        () if is_scientific => NoNumber::Scientific,
        () if has_digits && (lower.contains("kr") || lower.contains("nok")) => NoNumber::Unit,
        () => NoNumber::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        match read(text, &mut Evidence::default()) {
            Number::Certain(value) => value.to_string(),
            Number::Open(OpenNumber { digits, mark }) => format!("{digits}? {mark:?}"),
            Number::None(why) => format!("{why:?}"),
        }
    }

    #[test]
    fn numbers_are_read_as_accounting_systems_write_them() {
        let cases = [
            ("1234567", "1234567"),
            ("-1234567", "-1234567"),
            ("−12", "-12"),
            ("1200-", "-1200"),
            ("- 1 200", "-1200"),
            ("+5", "5"),
            ("-0", "0"),
            ("-", "0"),
            ("–", "0"),
            ("–1 200", "-1200"),
            ("—12", "-12"),
            ("1 200–", "-1200"),
            ("190 000,00", "190000.00"),
            ("1 234 567,50", "1234567.50"),
            ("1\u{a0}234\u{202f}567\u{2009}890.5", "1234567890.5"),
            ("1.234.567", "1234567"),
            ("1.234.567,89", "1234567.89"),
            ("1,234,567.89", "1234567.89"),
            ("0.500", "0.500"),
            ("0,5", "0.5"),
            ("491591.606", "491591.606"),
            ("1 200.500", "1200.500"),
            ("999999999999999", "999999999999999"),
        ];
        for (text, expected) in cases {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn three_digits_after_one_mark_are_ambiguous() {
        assert_eq!(value("1.200"), "1200? Point");
        assert_eq!(value("-12,500"), "-12500? Comma");
    }

    #[test]
    fn what_is_no_number_says_why() {
        let cases = [
            ("", "Empty"),
            ("(1200)", "Parentheses"),
            ("1,2E+07", "Scientific"),
            ("1200 kr", "Unit"),
            ("500,-", "Unit"),
            ("500,–", "Unit"),
            ("--", "Other"),
            ("12 00", "Groups"),
            ("1.2345.678", "Groups"),
            ("1.200,30.4", "Groups"),
            ("1,200.300.400", "Groups"),
            ("1000000000000000", "TooLarge"),
            ("0,1234567890123456789012345", "TooLarge"),
            ("#REF!", "Other"),
            ("100,", "Other"),
            ("--1", "Other"),
            ("1\0", "Other"),
        ];
        for (text, expected) in cases {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn the_short_way_reads_as_the_long_one() {
        for text in ["1,5", "-12.25", "12 345,50", "1 234,5", "0,0001", "-0,5", "123 456.7", "1234,56"] {
            let mut evidence = Evidence::default();
            let (unsigned, is_negative) = signed(text);
            let Number::Certain(long) = unsigned_number(unsigned, &mut evidence) else { panic!("{text}") };
            let long = if is_negative { -long } else { long };
            assert_eq!(usual(text.as_bytes()).map(|(value, _)| value), Some(long), "{text}");
        }
        for text in ["1.200", "1234 567,5", "1 2,5", "12,", ",5", "1,5,5", "1,5 5", "-", "1 234.567", " 1,5"]
        {
            assert_eq!(usual(text.as_bytes()), None, "{text}");
        }
    }

    fn decides(column: &[&str], mark: Mark) -> Option<MarkMeaning> {
        let mut evidence = Evidence::default();
        for text in column {
            read(text, &mut evidence);
        }
        evidence.meaning(mark)
    }

    #[test]
    fn the_column_tells_what_a_mark_means_or_leaves_it_open() {
        assert_eq!(decides(&["1.200", "100"], Mark::Point), None);
        assert_eq!(decides(&["1.200", "12,5"], Mark::Point), Some(MarkMeaning::Thousands));
        assert_eq!(decides(&["1.200", "1.200.300"], Mark::Point), Some(MarkMeaning::Thousands));
        assert_eq!(decides(&["1.200", "12.5"], Mark::Point), Some(MarkMeaning::Decimals));
        assert_eq!(decides(&["1.200", "1,200,300"], Mark::Point), Some(MarkMeaning::Decimals));
        assert_eq!(decides(&["1.200", "1.200,5"], Mark::Point), Some(MarkMeaning::Thousands));
        assert_eq!(decides(&["1,125", "2,8"], Mark::Comma), Some(MarkMeaning::Decimals));
        assert_eq!(decides(&["1.200", "12.5", "12,5"], Mark::Point), None, "the column contradicts itself");
    }
}
