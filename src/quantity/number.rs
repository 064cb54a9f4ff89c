//! Digits with thousands separators and a decimal comma or point → an exact decimal.

use super::cursor::Cursor;
use super::{unit, wording};
use crate::diagnostic::Finding;
use crate::units::Decimal;

/// Ordinary, no-break, narrow no-break and thin space.
const THOUSANDS: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];
const DECIMAL_MARKS: [char; 2] = [',', '.'];
const PRICE_DASHES: [char; 4] = ['-', '–', '—', '−'];

/// Reads the number that begins at the cursor, which must stand at a digit.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Result<Decimal, Finding> {
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
    if let Some(price) = price_mark(cursor, start) {
        return Err(price);
    }
    let (written, span) = (cursor.text_from(start), cursor.span_from(start));
    let mut parts = written.split(DECIMAL_MARKS);
    let (whole, fraction) = (parts.next().unwrap_or_default(), parts.next());
    if parts.next().is_some() {
        return Err(wording::several_marks(written, span, plainly(written).as_deref()));
    }
    if !is_grouped(whole) || fraction.is_some_and(|digits| digits.contains(THOUSANDS)) {
        return Err(wording::wrong_groups(written, span));
    }
    if let Some(fraction) = fraction.filter(|fraction| is_ambiguous(whole, fraction)) {
        return Err(wording::ambiguous(written, span, whole, fraction));
    }
    exact(whole, fraction).ok_or_else(|| wording::unreasonable(written, span))
}

/// `500,-`: whole kroner as a price tag writes them. Passes the mark. `min(500,-b)` is none.
fn price_mark(cursor: &mut Cursor<'_>, start: usize) -> Option<Finding> {
    let whole = cursor.text_from(start);
    let mut ahead = cursor.clone();
    let has_mark = DECIMAL_MARKS.into_iter().any(|mark| ahead.take(mark));
    if !(has_mark && PRICE_DASHES.into_iter().any(|dash| ahead.take(dash))) {
        return None;
    }
    let mut after = ahead.clone();
    after.skip_spaces();
    let word = after.peek_word();
    let is_operand = after.peek().is_some_and(|next| next.is_ascii_digit() || next == '(');
    if is_operand || !(word.is_empty() || unit::is_unit_word(word)) {
        return None;
    }
    *cursor = ahead;
    Some(wording::price_mark(cursor.text_from(start), cursor.span_from(start), whole))
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
