//! Signs that are not what they look like: spaces, dashes and quotation marks of word processors and web
//! pages, and signs nobody sees.

use super::node::{Scalar, Style};
use super::refuse::{self, Places};
use crate::diagnostic::Finding;
use crate::source::{Span, is_invisible, one_alphabet};
use crate::words;
use crate::words::Words;
use std::borrow::Cow;

/// Where a hard space stands so that YAML takes it for text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Line,
    Item,
    Value,
}

/// What a value stands among.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Inside `[…]` or `{…}`.
    Brackets,
    /// On lines.
    Lines,
}

/// A space that is no ordinary one.
pub(super) fn is_hard_space(letter: char) -> bool {
    !letter.is_ascii() && letter.is_whitespace() && letter != '\u{85}'
}

/// What a sign is called.
pub(super) const fn name(letter: char) -> Words {
    match letter {
        '\u{a0}' => words!(nb: "et hardt mellomrom", nn: "eit hardt mellomrom", en: "a no-break space"),
        '\u{202f}' => {
            words!(nb: "et smalt hardt mellomrom", nn: "eit smalt hardt mellomrom", en: "a narrow no-break space")
        }
        '\u{ad}' => words!(nb: "en myk bindestrek", nn: "ein mjuk bindestrek", en: "a soft hyphen"),
        '\u{200b}' => {
            words!(nb: "et mellomrom uten bredde", nn: "eit mellomrom utan breidd", en: "a zero width space")
        }
        '\u{feff}' => {
            words!(nb: "et merke for tegnsett (BOM)", nn: "eit merke for teiknsett (BOM)", en: "a byte-order mark")
        }
        '\u{2060}' | '\u{200c}' | '\u{200d}' => {
            words!(nb: "et skjult skilletegn", nn: "eit skjult skiljeteikn", en: "a hidden joiner")
        }
        _ => {
            words!(nb: "et mellomrom av et annet slag", nn: "eit mellomrom av eit anna slag", en: "a space of another kind")
        }
    }
}

/// A text as it is compared: in one alphabet, and without signs nobody sees. Nothing where it is so already.
/// A soft hyphen before a digit may be a minus to the one who sees it, and stays to be refused. A hard space
/// between two words is a space, so that «Helse og omsorg» is one name however it was pasted.
pub(super) fn spelled(text: &str) -> Option<String> {
    if !text.contains(|letter| is_hard_space(letter) || is_invisible(letter, None)) {
        return match one_alphabet(text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(spelled) => Some(spelled),
        };
    }
    let mut seen = String::new();
    let mut before = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let may_be_minus = letter == '\u{ad}' && letters.peek().is_some_and(char::is_ascii_digit);
        let parts_words = is_hard_space(letter)
            && before.is_some_and(char::is_alphabetic)
            && letters.peek().is_some_and(|next| next.is_alphabetic());
        if parts_words {
            seen.push(' ');
        } else if may_be_minus || !is_invisible(letter, before) {
            seen.push(letter);
        }
        before = Some(letter);
    }
    let spelled = one_alphabet(&seen).into_owned();
    (spelled != text).then_some(spelled)
}

/// Signs that other programs put before the items of a list.
const MARKS: [char; 14] = ['–', '—', '−', '‐', '‑', '•', '·', '●', '◦', '▪', '■', '‣', '➢', '\u{f0b7}'];

/// The sign a text begins with, where it is a list item to people and text to YAML.
pub fn list_mark(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let mark = letters.next().filter(|first| MARKS.contains(first) || matches!(first, '-' | '*'))?;
    letters.next().is_some_and(char::is_whitespace).then_some(mark)
}

/// Whether a text is a list item without the space after its dash.
pub fn dash_without_space(text: &str) -> bool {
    text.strip_prefix('-').is_some_and(|rest| {
        rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || "æøåÆØÅ".contains(letter))
    })
}

/// What is wrong with a key that YAML could read, where it was meant as something else.
pub(super) fn misread_key(key: &Scalar<'_>, span: Span, place: Among) -> Option<Finding> {
    if key.style != Style::Plain {
        return None;
    }
    let text = &*key.text;
    let first = text.chars().next()?;
    // The text is without signs that nobody sees; only where it is the file's own are places in it places there.
    let at_first = if key.verbatim { span.part(0, first.len_utf8()) } else { span };
    if MARKS.contains(&first) {
        return Some(refuse::list_mark(first, at_first));
    }
    if dash_without_space(text) {
        return Some(super::syntax::dash_without_space(at_first));
    }
    if place != Among::Brackets {
        return None;
    }
    let (at, letter, before) = hard_in_key(text)?;
    let span = if key.verbatim { span.part(at, at.saturating_add(letter.len_utf8())) } else { span };
    Some(refuse::hard_space(letter, before, Places { first: span, more: 0 }))
}

/// A hard space before a key inside brackets, or after the colon that was to end it.
fn hard_in_key(text: &str) -> Option<(usize, char, Before)> {
    let first = text.chars().next().filter(|first| is_hard_space(*first));
    if let Some(first) = first {
        return Some((0, first, Before::Line));
    }
    let colon = text.find(':')?.saturating_add(1);
    let letter = text.get(colon..)?.chars().next().filter(|letter| is_hard_space(*letter))?;
    Some((colon, letter, Before::Value))
}

/// The first hard space of a line that stands where YAML asks for an ordinary one.
pub(super) fn hard_space(line: &str) -> Option<(usize, char, Before)> {
    let body = line.trim_start();
    if line.is_ascii() || body.is_empty() || body.starts_with('#') {
        return None;
    }
    let indent = line.get(..line.len().saturating_sub(body.len()))?;
    if let Some((at, letter)) = indent.char_indices().find(|(_, letter)| is_hard_space(*letter)) {
        return Some((at, letter, Before::Line));
    }
    let mut rest = body;
    while let Some(after) = rest.strip_prefix("- ") {
        rest = after.trim_start_matches(' ');
    }
    let at = |rest: &str| line.len().saturating_sub(rest.len());
    if let Some(after) = rest.strip_prefix('-') {
        let letter = after.chars().next().filter(|letter| is_hard_space(*letter))?;
        return Some((at(after), letter, Before::Item));
    }
    let colon = rest.find([':', '#', '"', '\'', '[', '{']).filter(|end| *end > 0)?;
    let after = rest.get(colon..)?.strip_prefix(':')?;
    let letter = after.chars().next().filter(|letter| is_hard_space(*letter))?;
    Some((at(after), letter, Before::Value))
}

const OPENING: [char; 7] = ['“', '”', '„', '‟', '‘', '’', '‚'];
const CLOSING: [char; 5] = ['”', '“', '‟', '’', '‘'];

/// What stands between the quotation marks of a word processor, where they hold the whole text. Inside
/// brackets a comma may have cut the text before its closing mark.
pub(super) fn curly_quoted(text: &str, place: Among) -> Option<&str> {
    let inside = text.strip_prefix(OPENING)?;
    match inside.strip_suffix(CLOSING) {
        Some(inside) if !inside.is_empty() && !inside.contains(OPENING) => Some(inside),
        Some(_) => None,
        None => {
            (place == Among::Brackets && !inside.is_empty() && !inside.contains(CLOSING)).then_some(inside)
        }
    }
}

/// The whole text that a space and `#` cut in the middle, where what stands after them belongs to it: a
/// bracket that closes there, or a number right after the sign. Any other comment is a comment.
pub(super) fn cut_off(text: &str, span: Span) -> Option<&str> {
    let (start, end) = (span.start as usize, span.end as usize);
    let rest = text.get(end..)?;
    let comment = rest.trim_start_matches([' ', '\t']).strip_prefix('#')?;
    let comment = comment.split('\n').next()?.trim_end();
    // A comment that follows the number is a comment, where it is not one more number.
    let is_numbered = |part: &str| part.starts_with(|first: char| first.is_ascii_digit());
    let mut ends = comment
        .match_indices(" #")
        .filter(|(at, _)| !comment.get(at.saturating_add(2)..).is_some_and(is_numbered));
    let comment = ends.next().map_or(comment, |(at, _)| comment.get(..at).unwrap_or(comment)).trim_end();
    let value = text.get(start..end)?;
    let count = |bracket: char| value.matches(bracket).count();
    let closes = count('(') > count(')') && comment.contains(')');
    let is_number = value.starts_with(char::is_alphabetic)
        && value.ends_with(|last: char| last.is_alphabetic() || last == '.')
        && comment.starts_with(|first: char| first.is_ascii_digit());
    let blanks = rest.find('#')?;
    let whole = start..end.saturating_add(blanks).saturating_add(1).saturating_add(comment.len());
    (closes || is_number).then(|| text.get(whole)).flatten()
}
