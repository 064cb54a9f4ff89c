//! The words of the structural findings.

use super::nearest::nearest;
use super::table::{Field, Kind, Section};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::words::Words;
use crate::yaml::{Kind as Written, Node};
use crate::{text, words};

pub(super) fn unknown_field(key: &str, span: Span, section: &'static Section) -> Finding {
    let (shown, phrase) = (short(key), section.phrase);
    let known = || section.all_fields().map(|field| field.key);
    let how = match nearest(key, known()) {
        Some(near) => text!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"),
        None => {
            let list = known().collect::<Vec<_>>().join(", ");
            text!(nb: "Her kan det stå: {list}. Annet kan stå i «merknad» eller i en kommentar med #.", en: "Known here: {list}. Anything else can stand in “merknad” or in a comment with #.")
        }
    };
    let (nb, en) = (phrase.nb, phrase.en);
    Finding::error(
        "ukjent-felt",
        span,
        text!(nb: "Feltet «{shown}» finnes ikke i {nb}", en: "There is no field “{shown}” in {en}"),
    )
    .because(text!(nb: "Et felt som ikke er kjent, blir ikke lest, og da mangler det uten at noen ser det.", en: "A field that is not known is not read, and is then missing without anyone seeing it."))
    .instead(how)
}

pub(super) fn missing_field(field: &Field, section: &'static Section, span: Span) -> Finding {
    let (key, example) = (field.key, field.example);
    let (nb, en) = (section.phrase.nb, section.phrase.en);
    Finding::error(
        "manglende-felt",
        span,
        text!(nb: "Feltet «{key}» mangler i {nb}", en: "The field “{key}” is missing in {en}"),
    )
    .because(text!(nb: "Feltet må alltid være med. Her skal det stå: {}", field.doc.nb; en: "The field must always be there. It holds: {}", field.doc.en))
    .instead(text!(nb: "Skriv for eksempel: {key}: {example}", en: "Write for instance: {key}: {example}"))
}

pub(super) fn empty_field(field: &Field, node: &Node<'_>, span: Span) -> Finding {
    let key = field.key;
    let title = match node.text().map(str::trim).filter(|text| !text.is_empty()) {
        Some(word) => {
            text!(nb: "«{word}» betyr ingenting i YAML, så «{key}» er tomt", en: "“{word}” means nothing in YAML, so “{key}” is empty")
        }
        None => text!(nb: "«{key}» er tomt", en: "“{key}” is empty"),
    };
    let how = match node.text().map(str::trim) {
        Some(word) if word.eq_ignore_ascii_case("null") => {
            text!(nb: "Mener du tallet, skriv 0. Ellers skriv verdien, eller ta bort feltet.", en: "If you mean the number, write 0. Otherwise write the value, or remove the field.")
        }
        Some(_) | None => {
            text!(nb: "Skriv en verdi, for eksempel {}, eller ta bort feltet.", field.example; en: "Write a value, for instance {}, or remove the field.", field.example)
        }
    };
    Finding::error("tomt-felt", span, title)
        .because(text!(nb: "Det er ikke til å vite om det er glemt eller ikke gjelder.", en: "There is no telling whether it was forgotten or does not apply."))
        .instead(how)
}

pub(super) fn wrong_form(field: &Field, kind: &'static Kind, node: &Node<'_>, span: Span) -> Finding {
    let (key, example) = (field.key, field.example);
    let (due, written) = (expected(kind), form(node));
    Finding::error(
        "feil-form",
        span,
        text!(nb: "I «{key}» skal det stå {}, men her står {}", due.nb, written.nb; en: "“{key}” takes {}, but here is {}", due.en, written.en),
    )
    .because(text!(nb: "I en annen form kan ikke verdien leses.", en: "In another form the value cannot be read."))
    .instead(text!(nb: "Skriv for eksempel: {key}: {example}", en: "Write for instance: {key}: {example}"))
}

pub(super) fn unknown_word(field: &Field, word: &str, words: &[&'static str], span: Span) -> Finding {
    let (key, shown, list) = (field.key, short(word), words.join(" | "));
    let how = match meant(word, words) {
        Some(near) => {
            text!(nb: "Mente du «{near}»? Det kan stå: {list}", en: "Did you mean “{near}”? It can be: {list}")
        }
        None => text!(nb: "Det kan stå: {list}", en: "It can be: {list}"),
    };
    Finding::error(
        "ukjent-ord",
        span,
        text!(nb: "«{shown}» er ikke et av ordene «{key}» kan ha", en: "“{shown}” is not one of the words “{key}” can have"),
    )
    .because(text!(nb: "Bare de faste ordene kan leses, så et annet ord ville ikke fått noen virkning.", en: "Only the fixed words can be read, so another word would have no effect."))
    .instead(how)
}

/// The word that was probably meant; truth values of other formats are ja and nei.
fn meant(word: &str, words: &[&'static str]) -> Option<&'static str> {
    let translated = match word.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "x" | "y" | "j" => "ja",
        "false" | "no" | "off" | "n" => "nei",
        _ => return nearest(word.trim(), words.iter().copied()),
    };
    words.iter().copied().find(|known| *known == translated)
}

pub(super) fn bad_date(node: &Node<'_>, span: Span) -> Finding {
    let shown = short(node.text().unwrap_or_default());
    Finding::error(
        "ugyldig-dato",
        span,
        text!(nb: "«{shown}» er ikke en dato på formen ÅÅÅÅ-MM-DD", en: "“{shown}” is not a date of the form YYYY-MM-DD"),
    )
    .because(text!(nb: "Datoen må finnes i kalenderen og skrives på én måte, så frister kan regnes.", en: "The date must be in the calendar and written in one way, so that deadlines can be counted."))
    .instead(text!(nb: "Skriv for eksempel 2027-03-15 for 15. mars 2027.", en: "Write for instance 2027-03-15 for 15 March 2027."))
}

pub(super) fn bad_year(written: &str, span: Span) -> Finding {
    let shown = short(written);
    Finding::error(
        "ugyldig-år",
        span,
        text!(nb: "«{shown}» er ikke et årstall fra 1900 til 2300", en: "“{shown}” is not a year from 1900 to 2300"),
    )
    .because(text!(nb: "Tallene fordeles på kalenderår.", en: "The figures are spread over calendar years."))
    .instead(text!(nb: "Skriv året med fire sifre, for eksempel 2027.", en: "Write the year with four digits, for instance 2027."))
}

/// What is due, after «skal det stå».
const fn expected(kind: &Kind) -> Words {
    match kind {
        Kind::Text | Kind::Code | Kind::Name => words!(nb: "én tekst", en: "one text"),
        Kind::Quantity => words!(nb: "én verdi", en: "one value"),
        Kind::Formula => words!(nb: "ett regnestykke", en: "one calculation"),
        Kind::Choice(_) | Kind::YesNo | Kind::Version => words!(nb: "ett ord", en: "one word"),
        Kind::Date => words!(nb: "én dato", en: "one date"),
        Kind::Year => words!(nb: "ett årstall", en: "one year"),
        Kind::List(_) | Kind::Filled(_) => words!(nb: "en liste", en: "a list"),
        Kind::Section(_) => words!(nb: "felt under", en: "fields below it"),
        Kind::Named(_) => words!(nb: "navn med verdier under", en: "names with values below it"),
        Kind::Years(_) => words!(nb: "årstall med verdier under", en: "years with values below it"),
        Kind::Amount => words!(nb: "et beløp", en: "an amount"),
        Kind::Either(_) => words!(nb: "noe annet", en: "something else"),
    }
}

/// What stands there instead.
const fn form(node: &Node<'_>) -> Words {
    match node.kind {
        Written::Empty => words!(nb: "ingenting", en: "nothing"),
        Written::Scalar(_) => words!(nb: "én verdi", en: "one value"),
        Written::List(_) => words!(nb: "en liste", en: "a list"),
        Written::Mapping(_) => words!(nb: "felt", en: "fields"),
    }
}

/// A text cut to what fits in a message, on one line.
fn short(text: &str) -> String {
    let cut = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    let mut words = text.get(..cut).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if cut < text.len() {
        words.push('…');
    }
    words
}
