//! KOSTRA codes as cases and the budget write them: which are none, and which are gone.

use super::wording;
use crate::diagnostic::Finding;
use crate::document;
use crate::model::{CodeLength, Organisation};
use crate::rates::{CodeKind, KostraCode, kostra_base, kostra_code, kostra_list_year};
use crate::source::{Span, Spanned};
use crate::units::Year;
use crate::words::{Text, Words, all_of, any_of};
use crate::{counted, text, words};

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

/// Each code of a case once, where it is first, and on how many lines it is.
pub(super) fn places(case: &document::Case) -> Vec<(CodeKind, &str, Place)> {
    let mut all: Vec<(CodeKind, &str, Place)> = Vec::new();
    for (kind, code) in codes(case) {
        match all.iter_mut().find(|(other, known, _)| (*other, *known) == (kind, &code.value)) {
            Some((.., place)) => place.lines = place.lines.saturating_add(1),
            None => all.push((kind, &code.value, Place::once(code.span))),
        }
    }
    all
}

/// What a funksjon or art that is written counts as.
pub(super) fn counted(written: &document::Field<String>) -> Option<&str> {
    written.text().map(kostra_base)
}

/// Where a code is, and on how many lines of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) span: Span,
    pub(super) lines: usize,
}

impl Place {
    pub(super) const fn once(span: Span) -> Self {
        Self { span, lines: 1 }
    }

    /// «, her og på 12 linjer til»; nothing where it is here alone.
    pub(super) fn more(self) -> Text {
        match self.lines.saturating_sub(1) {
            0 => Text::default(),
            more => counted!(
                more; nb: ", her og på én linje til" | ", her og på {more} linjer til", nn: ", her og på éi linje til" | ", her og på {more} linjer til",
                en: ", here and on one more line" | ", here and on {more} more lines"
            ),
        }
    }
}

/// A code that is in no list.
pub(super) fn unknown(kind: CodeKind, code: &str, place: Place, year: Year) -> Finding {
    let (name, list, more) = (kind_word(kind), kostra_list_year(year), place.more());
    let padded = format!("{:0>3}", code.trim());
    let known = kostra_code(kind, &padded).filter(|_| padded != code);
    let shown = wording::shown(code);
    let title = text!(
        nb: "{name} {shown} er ikke i KOSTRA-lista for {list}{more}", nn: "{name} {shown} er ikkje i KOSTRA-lista for {list}{more}",
        en: "{name} {shown} is not in the KOSTRA list of {list}{more}";
        name, more
    );
    let finding = Finding::error("ukjent-kostra-kode", place.span, title).value("list", list);
    match known {
        Some(known) => finding.variant("short").value("code", known.code),
        None => finding,
    }
}

/// A code of more than three digits, which counts by its first three.
#[derive(Debug, Clone, Copy)]
pub(super) struct Long<'c> {
    pub(super) kind: CodeKind,
    pub(super) written: &'c str,
    pub(super) span: Span,
}

/// The first long codes of a file: the others are like them. Nothing where there are none.
pub(super) fn long(codes: &[Long<'_>], organisation: &Organisation) -> Option<Finding> {
    let first = codes.iter().min_by_key(|code| code.span)?;
    let one = |long: &Long<'_>| {
        let (name, written, base) = (key(long.kind), wording::shown(long.written), kostra_base(long.written));
        text!(nb: "{name} {written} som {base}", nn: "{name} {written} som {base}", en: "{name} {written} as {base}"; name, written, base)
    };
    let each = all_of(&codes.iter().map(one).collect::<Vec<_>>());
    let title = text!(
        nb: "Koder på mer enn tre siffer regnes etter de tre første: {each}", nn: "Kodar på meir enn tre siffer blir rekna etter dei tre første: {each}",
        en: "Codes of more than three digits count by the first three: {each}";
        each
    );
    let finding = Finding::error("lang-kostra-kode", first.span, title);
    let kinds = codes.iter().map(|code| code.kind).filter(|kind| !is_said(*kind, organisation));
    let unsaid: Vec<String> = kinds.map(|kind| format!("«{}: {FIRST}»", key(kind))).collect();
    let Some(budget) = organisation.budget.as_ref() else { return Some(finding.variant("no budget")) };
    if unsaid.is_empty() {
        return Some(finding.variant("said"));
    }
    Some(finding.value("settings", all_of(&unsaid)).value("file", &budget.file))
}

/// What a3.yaml says of codes that are longer than in the lists.
const FIRST: &str = CodeLength::FirstThree.word();

/// The field of a kind of code.
const fn key(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Function => "funksjon",
        CodeKind::Art => "art",
    }
}

/// Whether a3.yaml says what long codes of a kind count by.
pub(super) fn is_said(kind: CodeKind, organisation: &Organisation) -> bool {
    organisation.budget.as_ref().is_some_and(|budget| match kind {
        CodeKind::Function => budget.function.is_some(),
        CodeKind::Art => budget.art.is_some(),
    })
}

/// A code that was in the lists, and is gone.
pub(super) fn retired(code: &KostraCode, place: Place, year: Year) -> Finding {
    let (name, list, more, number) = (kind_word(code.kind), kostra_list_year(year), place.more(), code.code);
    let title = text!(
        nb: "{name} {number} er ikke lenger i KOSTRA-lista ({list}){more}", nn: "{name} {number} er ikkje lenger i KOSTRA-lista ({list}){more}",
        en: "{name} {number} is no longer in the KOSTRA list ({list}){more}";
        name, more
    );
    let finding = Finding::error("utgått-kostra-kode", place.span, title);
    match code.replaced_by.as_slice() {
        [] => finding,
        by => {
            let named: Vec<String> = by.iter().map(|by| named(code.kind, by)).collect();
            finding.variant("replaced").value("codes", any_of(&named))
        }
    }
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
        CodeKind::Function => words!(nb: "Funksjon", nn: "Funksjon", en: "Function"),
        CodeKind::Art => words!(nb: "Art", nn: "Art", en: "Art"),
    }
}
