//! What is said of what was found out in a budget file, and of what was left out.

use super::number::MarkMeaning;
use super::wording::{MOST_LISTED, listed, shown};
use crate::diagnostic::{Finding, Grade};
use crate::source::Span;
use crate::words::{Text, all_of};
use crate::{counted, text};

pub(super) fn note(span: Span, title: Text, variant: &'static str) -> Finding {
    Finding::error("tolket-budsjettfil", span, title).graded(Grade::Note).variant(variant)
}

pub(super) fn shown_by_column(span: Span, written: &str, meaning: MarkMeaning) -> Finding {
    let title = match meaning {
        MarkMeaning::Decimals => {
            text!(nb: "«{written}» er lest med tre desimaler", nn: "«{written}» er lese med tre desimalar", en: "“{written}” is read with three decimals")
        }
        MarkMeaning::Thousands => {
            text!(nb: "«{written}» er lest som hele tusen", nn: "«{written}» er lese som heile tusen", en: "“{written}” is read as thousands")
        }
    };
    note(span, title, "told by column")
}

pub(super) fn windows_1252(span: Span) -> Finding {
    let title = text!(nb: "Fila er lest som Windows-1252", nn: "Fila er lesen som Windows-1252", en: "The file is read as Windows-1252");
    note(span, title, "windows 1252")
}

pub(super) fn ignored_columns(span: Span, names: &[String]) -> Finding {
    let names = listed(names.get(..MOST_LISTED).unwrap_or(names));
    let title = text!(nb: "Disse kolonnene er ikke lest: {names}", nn: "Desse kolonnane er ikkje lesne: {names}", en: "These columns are not read: {names}"; names);
    note(span, title, "ignored columns")
}

/// `heading`: the line the heading is on.
pub(super) fn above_heading(first: Span, heading: usize) -> Finding {
    let title = text!(
        nb: "Overskriften står på linje {heading}, og det som står over den, er ikke lest", nn: "Overskrifta står på linje {heading}, og det som står over ho, er ikkje lese",
        en: "The heading is on line {heading}, and what stands over it is not read"
    );
    note(first, title, "above heading")
}

/// `named`: the numbers of the first of them.
pub(super) fn sums(first: Span, named: &[usize], lines: usize) -> Finding {
    let these = numbered(named, lines);
    let title = counted!(
        lines; nb: "{these} er en sum, og er ikke med" | "{these} er summer, og er ikke med", nn: "{these} er ein sum, og er ikkje med" | "{these} er summar, og er ikkje med",
        en: "{these} is a sum, and is left out" | "{these} are sums, and are left out"; these
    );
    note(first, title, "sums")
}

/// The same of lines that do not call themselves so.
pub(super) fn totals(first: Span, named: &[usize], lines: usize) -> Finding {
    let these = numbered(named, lines);
    let title = counted!(
        lines; nb: "{these} er summen av linjene over, og er ikke med" | "{these} er summer av linjene over, og er ikke med", nn: "{these} er summen av linjene over, og er ikkje med" | "{these} er summar av linjene over, og er ikkje med",
        en: "{these} is the sum of the lines above, and is left out" | "{these} are sums of the lines above, and are left out"; these
    );
    note(first, title, "totals")
}

/// «Linje 3, 7 og 12», «Linje 3, 7, 12, 20, 31 og 4 til»
fn numbered(named: &[usize], lines: usize) -> Text {
    let mut all: Vec<Text> =
        named.iter().map(|line| text!(nb: "{line}", nn: "{line}", en: "{line}")).collect();
    match lines.saturating_sub(named.len()) {
        0 => {}
        more => all.push(text!(nb: "{more} til", nn: "{more} til", en: "{more} more")),
    }
    let all = all_of(&all);
    counted!(lines; nb: "Linje {all}" | "Linje {all}", nn: "Linje {all}" | "Linje {all}", en: "Line {all}" | "Lines {all}"; all)
}

/// Two ansvar that may be one, as the second is written.
pub(super) fn alike(second: Span, units: [&str; 2]) -> Finding {
    let [one, other] = units.map(shown);
    let title = text!(
        nb: "Ansvar «{one}» og «{other}» er lest som to", nn: "Ansvar «{one}» og «{other}» er lesne som to",
        en: "Ansvar “{one}” and “{other}” are read as two"
    );
    note(second, title, "alike")
}
