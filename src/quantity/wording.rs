//! The findings of reading quantities and formulas, in words.

use super::tail;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::words::{Text, shortened};
use crate::{text, words};

/// Bytes of the longest quantity we try to read.
pub(super) const LONGEST_QUANTITY: usize = 200;

/// A value as written, on one line and cut where it would flood the message.
pub(super) fn shown(written: &str) -> String {
    const LONGEST: usize = 40;
    shortened(written, LONGEST)
}

fn all(text: &str) -> Span {
    Span::new(0, text.len())
}

fn unreadable(span: Span, title: Text, variant: &'static str) -> Finding {
    Finding::error("uleselig-mengde", span, title).variant(variant)
}

pub(super) fn too_long_quantity(text: &str) -> Finding {
    let shown = shown(text);
    let title = text!(
        nb: "«{shown}» er for langt til å være en mengde", nn: "«{shown}» er for langt til å vere ei mengd",
        en: "“{shown}” is too long to be a quantity"
    );
    unreadable(all(text), title, "too long quantity")
}

pub(super) fn no_number(text: &str) -> Finding {
    let written = text.trim();
    let shown = shown(written);
    let title = text!(nb: "«{shown}» begynner ikke med et tall", nn: "«{shown}» begynner ikkje med eit tal", en: "“{shown}” does not begin with a number");
    unreadable(all(text), title, "words")
}

/// What stands after a quantity that was complete.
pub(super) fn left_over(text: &str, at: usize) -> Finding {
    let rest = text.get(at..).unwrap_or_default();
    let (whole, extra) = (shown(text.trim()), shown(rest.trim_end()));
    let title = text!(
        nb: "«{whole}» kan ikke leses: «{extra}» til slutt er ikke forstått", nn: "«{whole}» kan ikkje lesast: «{extra}» til slutt er ikkje forstått",
        en: "“{whole}” cannot be read: “{extra}” at the end is not understood"
    );
    let variant = match rest.chars().next() {
        Some('+' | '*' | '/' | '×' | '·' | '÷') => "calculation",
        Some(first) if first.is_ascii_digit() => "digits",
        Some(_) if tail::changes_the_sum(rest) => "tail",
        Some(_) | None => "left over",
    };
    let finding = unreadable(Span::new(at, text.len()), title, variant);
    if variant == "tail" { finding.value("extra", extra) } else { finding }
}

pub(super) fn several_marks(written: &str, span: Span, plainly: Option<&str>) -> Finding {
    let shown = shown(written);
    let title = text!(
        nb: "«{shown}» har mer enn ett komma eller punktum", nn: "«{shown}» har meir enn eitt komma eller punktum",
        en: "“{shown}” has more than one comma or point"
    );
    own_value(unreadable(span, title, "several marks"), plainly)
}

pub(super) fn wrong_groups(written: &str, span: Span, meant: Option<&str>) -> Finding {
    let shown = shown(written);
    let title = text!(
        nb: "«{shown}» kan ikke leses: sifrene skrives i grupper på tre", nn: "«{shown}» kan ikkje lesast: sifra skal stå i grupper på tre",
        en: "“{shown}” cannot be read: the digits are written in groups of three"
    );
    own_value(unreadable(span, title, "wrong groups"), meant)
}

pub(super) fn odd_number(written: &str, span: Span, meant: Option<&str>) -> Finding {
    own_value(unreadable(span, not_a_number(written), "odd number"), meant)
}

/// `120.000,-` for whole kroner, with thousands as we write them.
pub(super) fn price_mark(written: &str, span: Span, whole: &str) -> Finding {
    let meant = format!("{whole} kr");
    own_value(unreadable(span, not_a_number(written), ""), Some(&meant))
}

/// `500k` and `1,5M`.
pub(super) fn letter_scale(written: &str, span: Span, meant: &str) -> Finding {
    own_value(unreadable(span, not_a_number(written), ""), Some(meant))
}

fn not_a_number(written: &str) -> Text {
    let shown = shown(written);
    text!(nb: "«{shown}» er ikke et tall vi leser", nn: "«{shown}» er ikkje eit tal vi les", en: "“{shown}” is not a number we read")
}

/// With the value in the right form, where it is known.
fn own_value(finding: Finding, meant: Option<&str>) -> Finding {
    match meant {
        Some(meant) => finding.variant("meant").value("meant", meant),
        None => finding,
    }
}

pub(super) fn letter_times(span: Span) -> Finding {
    let title = words!(nb: "Bokstaven x er ikke et gangetegn", nn: "Bokstaven x er ikkje eit gongeteikn", en: "The letter x is no times sign");
    unreadable(span, title.text(), "letter times")
}

pub(super) fn word_before_unit(word: &str, span: Span) -> Finding {
    let shown = shown(word);
    let title = text!(
        nb: "Enheten «{shown}» står ikke rett etter tallet", nn: "Eininga «{shown}» står ikkje rett etter talet",
        en: "The unit “{shown}” does not stand right after the number"
    );
    unreadable(span, title, "word before unit")
}

/// `450 gkr`: kroner, but not how many.
pub(super) fn money_word(word: &str, span: Span) -> Finding {
    let shown = shown(word);
    let title = text!(
        nb: "Ordet «{shown}» er ikke forstått", nn: "Ordet «{shown}» er ikkje forstått",
        en: "The word “{shown}” is not understood"
    );
    unreadable(span, title, "money word")
}

pub(super) fn misspelt_unit(word: &str, span: Span, near: &str) -> Finding {
    let title = text!(
        nb: "«{word}» er ikke en enhet; mente du «{near}»?", nn: "«{word}» er ikkje ei eining; meinte du «{near}»?",
        en: "“{word}” is not a unit; did you mean “{near}”?"
    );
    unreadable(span, title, "misspelt unit").value("meant", near).value("word", word)
}

/// `meant` is what stands before «per».
pub(super) fn per_nothing(written: &str, span: Span, meant: &str) -> Finding {
    let shown = shown(written.trim_end());
    let title = text!(
        nb: "«{shown}» slutter uten å si hva tallet er per", nn: "«{shown}» sluttar utan å seie kva talet er per",
        en: "“{shown}” ends without saying what the number is per"
    );
    unreadable(span, title, "per nothing").value("meant", meant)
}

/// `5 kr per robot og år`, with what it is per as we write it.
pub(super) fn second_per(written: &str, span: Span, meant: &str) -> Finding {
    let shown = shown(written);
    let title = text!(
        nb: "«{shown}» kan ikke leses: det tallet er per, skrives etter hver sin skråstrek", nn: "«{shown}» kan ikkje lesast: det talet er per, skal stå etter kvar sin skråstrek",
        en: "“{shown}” cannot be read: what the number is per is written after a slash each"
    );
    own_value(unreadable(span, title, ""), Some(meant))
}

/// `20 % stilling` where time is meant.
pub(super) fn part_of_position(written: &str, span: Span, meant: &str) -> Finding {
    let shown = shown(written);
    let title = text!(
        nb: "«{shown}» er en del av et årsverk, og skrives slik", nn: "«{shown}» er ein del av eit årsverk, og skal skrivast slik",
        en: "“{shown}” is a part of an årsverk, and is written so"
    );
    own_value(unreadable(span, title, ""), Some(meant))
}

/// Names both readings of `1.200`.
pub(super) fn ambiguous(written: &str, span: Span, whole: &str, fraction: &str) -> Finding {
    let trimmed = fraction.trim_end_matches('0');
    let decimals = if trimmed.len() == 3 { format!("{trimmed}0") } else { trimmed.to_owned() };
    let decimal = if decimals.is_empty() { whole.to_owned() } else { format!("{whole},{decimals}") };
    let title = text!(
        nb: "«{written}» kan bety både {whole} {fraction} og {decimal}", nn: "«{written}» kan bety både {whole} {fraction} og {decimal}",
        en: "“{written}” may mean both {whole} {fraction} and {decimal}"
    );
    Finding::error("tvetydig-tall", span, title)
        .value("whole", whole)
        .value("fraction", fraction)
        .value("decimal", &decimal)
}

pub(super) fn unreasonable(written: &str, span: Span) -> Finding {
    let shown = shown(written);
    let title = text!(
        nb: "«{shown}» er større, eller har flere siffer, enn vi regner med", nn: "«{shown}» er større, eller har fleire siffer, enn vi reknar med",
        en: "“{shown}” is larger, or has more digits, than we calculate with"
    );
    Finding::error("urimelig-tall", span, title)
}

/// `1 time/arbeidsuke`: another word for a unit of the calendar.
pub fn calendar_noun(noun: &str, unit: &str, span: Span) -> Finding {
    let noun = shown(noun);
    let title = text!(
        nb: "«{noun}» er ikke en enhet; mente du «{unit}»?", nn: "«{noun}» er ikkje ei eining; meinte du «{unit}»?",
        en: "“{noun}” is not a unit; did you mean “{unit}”?"
    );
    let finding = Finding::error("feil-dimensjon", span, title).variant("calendar noun");
    finding.value("noun", &noun).value("meant", unit)
}

/// A formula that does not follow the grammar.
pub(super) fn broken(span: Span, title: Text, how: Text) -> Finding {
    Finding::error("uleselig-formel", span, title).instead(how)
}

pub(super) fn too_long_formula(span: Span, title: Text) -> Finding {
    Finding::error("for-lang-formel", span, title)
}
