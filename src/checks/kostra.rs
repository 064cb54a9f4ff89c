//! KOSTRA codes as cases and the budget write them: which are none, and which are gone.

use super::wording;
use crate::diagnostic::Finding;
use crate::document;
use crate::rates::{CodeKind, KostraCode, kostra_code, kostra_list_year};
use crate::source::{Span, Spanned};
use crate::units::Year;
use crate::words::any_of;
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
        nb: "{name} {shown} er ikke i KOSTRA-lista for {list}{more}",
        en: "{name} {shown} is not in the KOSTRA list of {list}{more}";
        name, more
    );
    let finding = Finding::error("ukjent-kostra-kode", place.span, title).value("list", list);
    match known {
        Some(known) => finding.variant("short").value("code", known.code),
        None => finding,
    }
}

/// A code that was in the lists, and is gone.
pub(super) fn retired(code: &KostraCode, (place, year): (Place, Year)) -> Finding {
    let (name, list, more, number) = (kind_word(code.kind), kostra_list_year(year), place.more(), code.code);
    let title = text!(
        nb: "{name} {number} er ikke lenger i KOSTRA-lista ({list}){more}",
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
        CodeKind::Function => words!(nb: "Funksjon", en: "Function"),
        CodeKind::Art => words!(nb: "Art", en: "Art"),
    }
}
