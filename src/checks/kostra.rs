//! KOSTRA codes as cases and the budget write them: which are none, and which are gone.

use super::wording;
use crate::diagnostic::{Finding, Grade};
use crate::document;
use crate::rates::{CodeKind, KostraCode, kostra_code, kostra_list_year};
use crate::source::{Span, Spanned};
use crate::units::Year;
use crate::words::{Text, Words};
use crate::{text, words};

/// Every funksjon and art of a case, in the order of the format.
pub(super) fn codes(case: &document::Case) -> Vec<(CodeKind, &Spanned<String>)> {
    let benefits = case.benefits.rows().iter().map(|benefit| &benefit.budget_lines);
    let costs = case.costs.rows().iter().map(|cost| &cost.budget_lines);
    let lines = benefits.chain(costs).flat_map(document::Field::rows);
    let mut fields: Vec<_> =
        lines.flat_map(|line| [(CodeKind::Function, &line.function), (CodeKind::Art, &line.art)]).collect();
    for practice in case.new_practice.rows() {
        fields.extend(practice.staff.rows().iter().map(|staff| (CodeKind::Function, &staff.function)));
        let others = practice.others.rows().iter();
        fields.extend(
            others.flat_map(|line| [(CodeKind::Function, &line.function), (CodeKind::Art, &line.art)]),
        );
    }
    fields.into_iter().filter_map(|(kind, field)| Some((kind, field.spanned()?))).collect()
}

/// Where a code stands, and on how many lines of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) span: Span,
    pub(super) lines: usize,
}

impl Place {
    pub(super) const fn once(span: Span) -> Self {
        Self { span, lines: 1 }
    }

    /// «, her og på 12 linjer til»; nothing where it stands here alone.
    pub(super) fn more(self) -> Text {
        match self.lines.saturating_sub(1) {
            0 => Text::default(),
            1 => text!(nb: ", her og på én linje til", en: ", here and on one more line"),
            more => text!(nb: ", her og på {more} linjer til", en: ", here and on {more} more lines"),
        }
    }
}

/// A code that is in no list.
pub(super) fn unknown(kind: CodeKind, code: &str, (place, year): (Place, Year)) -> Finding {
    let (name, list, more) = (kind_word(kind), kostra_list_year(year), place.more());
    let padded = format!("{:0>3}", code.trim());
    let known = kostra_code(kind, &padded).filter(|_| padded != code);
    let shown = wording::shown(code);
    let title = text!(
        nb: "{} {shown} er ikke i KOSTRA-lista for {list}{}", name.nb, more.nb;
        en: "{} {shown} is not in the KOSTRA list of {list}{}", name.en, more.en
    );
    let why = words!(
        nb: "Et beløp på en kode som ikke finnes, treffer ingen linje i budsjettet og kan ikke rapporteres.",
        en: "An amount on a code that does not exist meets no line of the budget and cannot be reported.",
    );
    let how = match known {
        Some(known) => {
            text!(nb: "Skriv {}, med null foran.", known.code; en: "Write {}, with its leading zero.", known.code)
        }
        None => text!(
            nb: "Skriv en kode fra KOSTRA. Er koden kommet etter {list}, slå av regelen i a3.yaml: regler: {{ukjent-kostra-kode: av}}",
            en: "Write a code of KOSTRA. If the code is newer than {list}, turn the rule off in a3.yaml: regler: {{ukjent-kostra-kode: av}}"
        ),
    };
    Finding::error("ukjent-kostra-kode", place.span, title)
        .graded(Grade::Warning)
        .because(why.text())
        .instead(how)
}

/// A code that was in the lists, and is gone.
pub(super) fn retired(code: &KostraCode, (place, year): (Place, Year)) -> Finding {
    let (name, list, more, number) = (kind_word(code.kind), kostra_list_year(year), place.more(), code.code);
    let title = text!(
        nb: "{} {number} er ikke lenger i KOSTRA-lista ({list}){}", name.nb, more.nb;
        en: "{} {number} is no longer in the KOSTRA list ({list}){}", name.en, more.en
    );
    let why = words!(
        nb: "En utgått kode kan ikke rapporteres, og saker og budsjett møtes ikke når de bruker hver sin.",
        en: "A retired code cannot be reported, and cases and budget do not meet when each uses its own.",
    );
    let how = match code.replaced_by.as_slice() {
        [] => words!(
            nb: "Før beløpet på funksjonene som bruker tjenesten.",
            en: "Book the amount on the functions that use the service.",
        )
        .text(),
        by => {
            let (nb, en) = (choice(code.kind, by, "eller"), choice(code.kind, by, "or"));
            text!(nb: "Skriv {nb}.", en: "Write {en}.")
        }
    };
    Finding::error("utgått-kostra-kode", place.span, title)
        .graded(Grade::Warning)
        .because(why.text())
        .instead(how)
}

/// «257 (…) eller 258 (…)»
fn choice(kind: CodeKind, codes: &[&str], or: &str) -> String {
    let named = codes.iter().map(|code| named(kind, code));
    named.collect::<Vec<_>>().join(&format!(" {or} "))
}

/// «590 (Avskrivninger)»
pub(super) fn named(kind: CodeKind, code: &str) -> String {
    match kostra_code(kind, code).and_then(|known| known.name) {
        Some(name) => format!("{code} ({name})"),
        None => code.to_owned(),
    }
}

/// The word that begins a sentence about a code.
pub(super) const fn kind_word(kind: CodeKind) -> Words {
    match kind {
        CodeKind::Function => words!(nb: "Funksjon", en: "Function"),
        CodeKind::Art => words!(nb: "Art", en: "Art"),
    }
}
