//! The signs and words around a number: «kr» before it, `%` after it, «per», a minus.

use super::cursor::Cursor;
use super::unit::{self, Fraction};

/// Passes the unit of a number that could not be read, and what it is per, so that one
/// slip is one finding.
pub(super) fn pass_unit(cursor: &mut Cursor<'_>) {
    let is_unit = |cursor: &Cursor<'_>| unit::is_unit_word(cursor.peek_word()) && !is_function(cursor);
    let mut ahead = cursor.clone();
    ahead.skip_spaces();
    while is_unit(&ahead) || fraction_sign(&ahead).is_some() {
        if fraction_sign(&ahead).is_some() {
            ahead.advance();
        } else {
            pass_word(&mut ahead);
        }
        *cursor = ahead.clone();
        ahead.skip_spaces();
        if is_per(&ahead) {
            pass_word(&mut ahead);
        } else {
            ahead.take('/');
        }
        ahead.skip_spaces();
    }
}

/// `%` or `‰`, where it stands here.
pub(super) fn fraction_sign(cursor: &Cursor<'_>) -> Option<Fraction> {
    match cursor.peek()? {
        '%' => Some(Fraction::Percent),
        '‰' => Some(Fraction::PerMille),
        _ => None,
    }
}

/// Passes the «kr» of `kr 500 000`, where a number follows.
pub(super) fn pass_kroner(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    let word = ahead.word();
    if !["kr", "nok", "kroner"].iter().any(|kroner| word.eq_ignore_ascii_case(kroner)) {
        return false;
    }
    ahead.take('.');
    ahead.skip_spaces();
    let mut after = ahead.clone();
    pass_minus(&mut after);
    let leads = after.peek().is_some_and(|next| next.is_ascii_digit());
    if leads {
        *cursor = ahead;
    }
    leads
}

/// Passes a minus and the spaces after it.
pub(super) fn pass_minus(cursor: &mut Cursor<'_>) -> bool {
    let is_negative = cursor.take('-') || cursor.take('−');
    cursor.skip_spaces();
    is_negative
}

/// Passes the «kr» that is said again after `500,-`.
pub(super) fn pass_kroner_after(cursor: &mut Cursor<'_>) {
    if next_word(cursor)
        .is_some_and(|word| ["kr", "nok", "kroner"].iter().any(|kroner| word.eq_ignore_ascii_case(kroner)))
    {
        pass_word(cursor);
    }
}

/// The word that stands next, past spaces.
pub(super) fn next_word<'t>(cursor: &Cursor<'t>) -> Option<&'t str> {
    let mut ahead = cursor.clone();
    ahead.skip_spaces();
    Some(ahead.peek_word()).filter(|word| !word.is_empty())
}

/// Passes spaces, a word and the point of an abbreviation.
pub(super) fn pass_word(cursor: &mut Cursor<'_>) {
    cursor.skip_spaces();
    cursor.word();
    cursor.take('.');
}

/// Whether «per», «pr.» or «i året» stands here.
pub(super) fn is_per(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    let word = ahead.word().to_lowercase();
    ahead.skip_spaces();
    match word.as_str() {
        "per" | "pr" => true,
        "i" | "om" => unit::is_definite_calendar(ahead.peek_word()),
        _ => false,
    }
}

/// Whether `min(` or `maks(` stands here: a function, not minutes.
pub(super) fn is_function(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    let word = ahead.word();
    ahead.skip_spaces();
    matches!(word, "min" | "maks") && ahead.peek() == Some('(')
}
