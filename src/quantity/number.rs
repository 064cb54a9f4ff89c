//! Digits with thousands separators and a decimal comma or point → an exact decimal.

use super::cursor::Cursor;
use super::{around, unit, wording};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::units::Decimal;

/// Ordinary, no-break, narrow no-break and thin space.
const THOUSANDS: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];
const DECIMAL_MARKS: [char; 2] = [',', '.'];
const PRICE_DASHES: [char; 4] = ['-', '–', '—', '−'];

/// A number, and whether it is a price in whole kroner: `500 000,-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    pub(super) is_price: bool,
}

/// Reads the number that begins at the cursor, which must stand at a digit.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Result<Number, Finding> {
    let start = cursor.at();
    loop {
        cursor.take_while(|letter| letter.is_ascii_digit());
        let joins = |mark| THOUSANDS.contains(&mark) || DECIMAL_MARKS.contains(&mark);
        let digit_after = cursor.peek_second().is_some_and(|letter| letter.is_ascii_digit());
        if !(digit_after && cursor.peek().is_some_and(joins)) {
            break;
        }
        cursor.advance();
    }
    let written = cursor.text_from(start);
    let is_price = pass_price_mark(cursor);
    let span = cursor.span_from(start);
    if is_price && written.contains(DECIMAL_MARKS) {
        around::pass_kroner_after(cursor);
        let (whole, span) = (regrouped(written), cursor.span_from(start));
        return Err(wording::price_mark(cursor.text_from(start), span, &whole));
    }
    exactly(written, span).map(|value| Number { value, is_price })
}

fn exactly(written: &str, span: Span) -> Result<Decimal, Finding> {
    let mut parts = written.split(DECIMAL_MARKS);
    let (whole, fraction) = (parts.next().unwrap_or_default(), parts.next());
    if parts.next().is_some() {
        return Err(wording::several_marks(written, span, plainly(written).as_deref()));
    }
    if !is_grouped(whole) || fraction.is_some_and(|digits| digits.contains(THOUSANDS)) {
        return Err(wording::wrong_groups(
            written,
            span,
            fraction.is_none().then(|| regrouped(whole)).as_deref(),
        ));
    }
    if let Some(fraction) = fraction.filter(|fraction| is_ambiguous(whole, fraction)) {
        return Err(wording::ambiguous(written, span, whole, fraction));
    }
    exact(whole, fraction).ok_or_else(|| wording::unreasonable(written, span))
}

/// Passes the `,-` of `500,-`: whole kroner as a price tag writes them. `min(500,-b)` has none.
fn pass_price_mark(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    let has_mark = DECIMAL_MARKS.into_iter().any(|mark| ahead.take(mark));
    if !(has_mark && PRICE_DASHES.into_iter().any(|dash| ahead.take(dash))) {
        return false;
    }
    let mut after = ahead.clone();
    after.skip_spaces();
    let word = after.peek_word();
    let is_operand = after.peek().is_some_and(|next| next.is_ascii_digit() || next == '(');
    let is_price =
        !is_operand && (word.is_empty() || unit::is_unit_word(word) || matches!(word, "per" | "pr" | "i"));
    if is_price {
        *cursor = ahead;
    }
    is_price
}

/// The digits of a number in groups of three: `1200 000` → `1 200 000`.
pub(super) fn regrouped(written: &str) -> String {
    let digits: Vec<char> = written.chars().filter(char::is_ascii_digit).collect();
    let mut grouped = String::new();
    for (place, digit) in digits.iter().enumerate() {
        if place > 0 && digits.len().saturating_sub(place).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(*digit);
    }
    grouped
}

/// A value as we write it, so that it reads back as the same: `500 000`, `0,5`, and `1,0880` since `1,088` might be
/// a thousand.
pub fn plain(value: Decimal) -> String {
    let written = in_brackets(value);
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let sign = if whole.starts_with('-') { "-" } else { "" };
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{}{comma}{fraction}", regrouped(whole))
}

/// The same between brackets, where a comma parts two values: `500000`, `0.5`, `1.0880`.
pub fn in_brackets(value: Decimal) -> String {
    let mut written = value.normalize().to_string();
    let is_in_doubt = written
        .split_once('.')
        .is_some_and(|(whole, fraction)| is_ambiguous(whole.trim_start_matches('-'), fraction));
    if is_in_doubt {
        written.push('0');
    }
    written
}

/// `1_000` and `1e3` in digits, where that is what they are.
pub(super) fn in_digits(written: &str) -> Option<String> {
    let is_plain = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit() || sign == b'_');
    if is_plain(written) {
        return Some(regrouped(written));
    }
    let value = Decimal::from_scientific(&written.replace(',', ".").replace('−', "-")).ok()?;
    (value.scale() <= 10).then(|| plain(value))
}

/// Either no separators, or groups of three after a first of one to three digits.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split(THOUSANDS);
    let first = groups.next().unwrap_or_default().len();
    let mut more = groups.peekable();
    more.peek().is_none() || ((1..=3).contains(&first) && more.all(|group| group.len() == 3))
}

/// `1.200` may be twelve hundred or one and a fifth; `0.500`, `1 200.500` and `491591.606` not.
fn is_ambiguous(whole: &str, fraction: &str) -> bool {
    whole.len() <= 3 && fraction.len() == 3 && whole.bytes().any(|digit| digit != b'0')
}

fn exact(whole: &str, fraction: Option<&str>) -> Option<Decimal> {
    let mut digits = whole.replace(THOUSANDS, "");
    if let Some(fraction) = fraction {
        digits.push('.');
        digits.push_str(fraction);
    }
    Decimal::from_str_exact(&digits).ok()
}

/// `1.200.000,50` as we write it, where the marks leave no doubt.
fn plainly(written: &str) -> Option<String> {
    let last = written.rfind(DECIMAL_MARKS)?;
    let (head, tail) = written.split_at_checked(last)?;
    let mark = tail.chars().next()?;
    let is_decimal = !head.contains(mark);
    let (whole, fraction) = if is_decimal { (head, tail.get(1..)) } else { (written, None) };
    let whole = whole.replace(DECIMAL_MARKS, " ");
    let fraction = fraction.map(|digits| format!(",{digits}")).unwrap_or_default();
    let mixed = is_decimal && head.contains(',') && head.contains('.');
    (is_grouped(&whole) && !mixed && !fraction.contains(THOUSANDS)).then(|| format!("{whole}{fraction}"))
}
