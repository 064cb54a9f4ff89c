//! The first line → which column is what, and how the cells are kept apart.

use super::records::{Cell, Records};
use super::wording;
use crate::diagnostic::Finding;
use crate::source::Span;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// ansvar
    Unit,
    /// ansvarsnavn
    UnitName,
    /// funksjon
    Function,
    /// art
    Art,
    /// beløp
    Amount,
    /// årsverk
    Fte,
    /// år
    Year,
    /// kontoklasse
    Class,
}

/// Every column with its heading, in the order of [`Column`].
pub(super) const COLUMNS: [(Column, &str); 8] = [
    (Column::Unit, "ansvar"),
    (Column::UnitName, "ansvarsnavn"),
    (Column::Function, "funksjon"),
    (Column::Art, "art"),
    (Column::Amount, "beløp"),
    (Column::Fte, "årsverk"),
    (Column::Year, "år"),
    (Column::Class, "kontoklasse"),
];

impl Column {
    /// Its heading.
    #[must_use]
    pub fn name(self) -> &'static str {
        COLUMNS.get(self as usize).map_or("", |(_, name)| name)
    }

    const fn is_required(self) -> bool {
        matches!(self, Self::Unit | Self::Function | Self::Art | Self::Amount)
    }
}

/// How the file is laid out, as its heading says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// What stands between cells: `;`, tab or `,`.
    pub delimiter: u8,
    /// Whether amounts are in 1 000 kr.
    pub in_thousands: bool,
    /// Headings of columns that are not read, as written.
    pub ignored: Vec<String>,
    /// The place of each column, from 0.
    places: [Option<usize>; 8],
    /// The last place a line cannot do without.
    pub(super) last_needed: usize,
    /// How many columns the heading has.
    pub(super) width: usize,
    /// The heading's own line.
    pub span: Span,
}

impl Layout {
    /// Where a column stands, from 0; none where the file does not have it.
    #[must_use]
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }
}

/// Reads the heading; the records after it are next. Nothing of the file can be read by a
/// heading that lacks or repeats a column: `wrong` says why.
pub(super) fn read<'t>(text: &'t str) -> (Layout, Records<'t>, Vec<Finding>) {
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut told = None;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        let trimmed = line.trim();
        if let Some(sign) = trimmed.to_lowercase().strip_prefix("sep=").and_then(|sign| sign.bytes().next()) {
            // Excel's own first line, which says what stands between cells.
            told = Some(sign).filter(u8::is_ascii);
        } else if !trimmed.is_empty() {
            break;
        }
        at = at.saturating_add(line.len()).saturating_add(1);
        if rest.len() <= line.len() {
            break;
        }
    }
    let tried = [b';', b'\t', b','].into_iter().filter(|sign| told.is_none_or(|told| told == *sign));
    let read = tried.map(|delimiter| columns(text, at, delimiter));
    // The first of those that know the most columns: with a tie, the semicolon.
    let best = read.reduce(|best, other| if known(&other.0) > known(&best.0) { other } else { best });
    best.unwrap_or_else(|| columns(text, at, b';'))
}

fn known(layout: &Layout) -> usize {
    layout.places.iter().flatten().count()
}

fn columns<'t>(text: &'t str, at: usize, delimiter: u8) -> (Layout, Records<'t>, Vec<Finding>) {
    let mut records = Records::new(text, at, delimiter);
    let mut cells = Vec::new();
    let Some(record) = records.next(&mut cells) else {
        return (Layout { delimiter, ..Layout::default() }, records, vec![wording::empty_file()]);
    };
    let span = Span::new(record.start, record.end);
    let mut layout = Layout { delimiter, width: cells.len(), span, ..Layout::default() };
    let mut findings = Vec::new();
    if let Some(open) = record.open_quote {
        findings.push(wording::open_quote(Span::new(open, record.end)));
        return (layout, records, findings);
    }
    for (place, cell) in cells.iter().enumerate() {
        findings.extend(layout.take(place, *cell, text));
    }
    let missing: Vec<&str> = COLUMNS
        .iter()
        .filter(|(column, _)| column.is_required() && layout.place(*column).is_none())
        .map(|(_, name)| *name)
        .collect();
    if !missing.is_empty() {
        let none_known = known(&layout) == 0;
        findings.push(if none_known {
            wording::no_heading(span)
        } else {
            let is_amount_missing = layout.place(Column::Amount).is_none();
            let like = layout.ignored.iter().find(|heading| is_amount_missing && is_like_amount(heading));
            wording::missing_columns(span, &missing, like.map(String::as_str))
        });
    }
    (layout, records, findings)
}

impl Layout {
    /// Takes one heading; a finding where the column is there already.
    fn take(&mut self, place: usize, cell: Cell, text: &str) -> Option<Finding> {
        let written = cell.text(text);
        let (name, in_thousands) = plain_name(&written);
        let at = COLUMNS.iter().position(|(_, known)| *known == name);
        let Some(slot) = at.and_then(|at| self.places.get_mut(at)) else {
            if !written.is_empty() {
                self.ignored.push(written.into_owned());
            }
            return None;
        };
        if slot.is_some() {
            return Some(wording::repeated_column(cell.place(text), &name));
        }
        *slot = Some(place);
        self.in_thousands |= in_thousands;
        let is_needed = at.and_then(|at| COLUMNS.get(at)).is_some_and(|(column, _)| column.is_required());
        self.last_needed = if is_needed { place } else { self.last_needed };
        None
    }
}

/// The heading in small letters, without what it says of kroner; whether that is 1 000 kr.
fn plain_name(written: &str) -> (String, bool) {
    // Some machines write å as two characters.
    let lower = written.to_lowercase().replace("a\u{30a}", "å");
    let amount = Column::Amount.name();
    match lower.strip_prefix(amount).and_then(scale) {
        Some(in_thousands) => (amount.to_owned(), in_thousands),
        None => (lower, false),
    }
}

/// Whether what stands after «beløp», in any spaces and signs, says 1 000 kr or kr; none where it
/// says something else.
fn scale(unit: &str) -> Option<bool> {
    let unit: String = unit.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let unit = unit.strip_prefix('i').unwrap_or(&unit);
    match unit.strip_prefix("hele").unwrap_or(unit) {
        "1000" | "1000kr" | "kr1000" | "1000kroner" | "1000nok" | "nok1000" | "tusen" | "tusenkr"
        | "tusenkroner" | "tnok" | "tkr" => Some(true),
        "" | "kr" | "kroner" | "nok" => Some(false),
        _ => None,
    }
}

/// Whether a heading nobody knows is likely to be that of the amounts.
fn is_like_amount(written: &str) -> bool {
    let lower = written.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric());
    lower.contains(Column::Amount.name())
        || words
            .any(|word| matches!(word, "kr" | "kroner" | "nok" | "tnok" | "mnok" | "tkr" | "1000" | "tusen"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::explained;

    fn layout(text: &str) -> Layout {
        let (layout, _, findings) = read(text);
        assert_eq!(findings, vec![]);
        layout
    }

    fn wrong(text: &str) -> Vec<String> {
        read(text).2.into_iter().map(|finding| finding.title.nb).collect()
    }

    #[test]
    fn the_delimiter_is_found_out_from_the_heading() {
        for (text, delimiter) in [
            ("ansvar;funksjon;art;beløp\n", b';'),
            ("ansvar,funksjon,art,beløp\n", b','),
            ("ansvar\tfunksjon\tart\tbeløp\n", b'\t'),
            ("sep=,\r\nansvar,funksjon,art,beløp\r\n", b','),
            ("\u{feff}\n\nAnsvar ; \"FUNKSJON\";Art;Beløp", b';'),
        ] {
            assert_eq!(layout(text).delimiter, delimiter, "{text}");
        }
    }

    #[test]
    fn columns_come_in_any_order_and_those_nobody_knows_are_named() {
        let layout = layout("art;Prosjekt;beløp ( 1 000 kr );ansvar;funksjon;;a\u{30a}r;Merknad\n");
        assert_eq!((layout.place(Column::Art), layout.place(Column::Amount)), (Some(0), Some(2)));
        assert_eq!((layout.place(Column::Year), layout.place(Column::Fte)), (Some(6), None));
        assert!(layout.in_thousands);
        assert_eq!(layout.ignored, ["Prosjekt", "Merknad"]);
    }

    #[test]
    fn what_stands_after_beløp_says_kroner_or_thousands() {
        for thousands in [
            "Beløp i 1000 kr",
            "Beløp i 1\u{a0}000 kr",
            "beløp (i 1000 kr)",
            "beløp (tusen kr)",
            "beløp (1000)",
            "beløp (TNOK)",
            "Beløp i hele tusen",
            "beløp (1\u{202f}000 kr)",
            "beløp (kr 1 000)",
            "Beløp i tusen kroner",
            "beløp (1.000 kr)",
        ] {
            assert!(layout(&format!("ansvar;funksjon;art;{thousands}\n")).in_thousands, "{thousands}");
        }
        for kroner in ["Beløp", "beløp (kr)", "Beløp i kr", "beløp i hele kroner", "BELØP (NOK)"] {
            assert!(!layout(&format!("ansvar;funksjon;art;{kroner}\n")).in_thousands, "{kroner}");
        }
    }

    #[test]
    fn a_heading_of_amounts_that_nobody_knows_is_named_with_both_ways_to_write_it() {
        for seen in ["Beløp i mill. kr", "Beløp 2027", "Budsjett (1000 kr)", "Budsjett i tusen", "buds. TNOK"]
        {
            let (_, _, findings) = read(&format!("ansvar;funksjon;art;{seen}\n"));
            assert_eq!(
                findings[0].title.nb,
                format!("Overskriften mangler kolonnen «beløp», og a3 vet ikke hva «{seen}» er")
            );
            assert_eq!(
                explained(findings[0].clone()).how.nb,
                format!(
                    "Er «{seen}» beløpene, så skriv «beløp» der om de er i kroner, eller «beløp (1000 kr)» om de er i tusen kroner."
                )
            );
        }
        let (_, _, findings) = read("ansvar;art;Beløp i mill. kr\n");
        let how = explained(findings[0].clone()).how.nb;
        assert!(how.contains("Gi de andre kolonnene disse navnene"), "{how}");
    }

    #[test]
    fn a_heading_that_lacks_or_repeats_a_column_says_which() {
        assert_eq!(wrong("ansvar;art\n"), ["Overskriften mangler kolonnene «funksjon» og «beløp»"]);
        assert_eq!(wrong("ansvar;konto;funksjon;art;Sum\n"), ["Overskriften mangler kolonnen «beløp»"]);
        assert_eq!(wrong("ansvar;funksjon;art;beløp;Art\n"), ["Kolonnen «art» står to ganger"]);
        assert_eq!(wrong("3210;257;010;100\n"), ["Den første linja er ikke en overskrift"]);
        assert_eq!(wrong(""), ["Fila er tom"]);
        assert_eq!(wrong("\u{feff}\n \n"), ["Fila er tom"]);
        assert_eq!(wrong("\"ansvar;funksjon;art;beløp\n"), ["Hermetegnet åpnes, men lukkes ikke"]);
    }
}
