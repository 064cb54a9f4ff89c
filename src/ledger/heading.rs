//! The heading, in the first lines of the file → which column is what, and how the cells are kept apart.

use super::contents::Expected;
use super::records::Records;
use super::wording;
use crate::diagnostic::Finding;
use crate::source::{Span, one_alphabet};
use crate::units::{Decimal, Year};

/// Lines with something in them among which the heading is looked for: reports begin with their title.
pub(super) const LOOKED_IN: usize = 10;

/// An amount in a column of 1 000 kr.
const THOUSAND: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);

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
    /// periode: the month, of accounts; the lines of a year are summed over them
    Period,
}

/// Every column with its heading, in the order of [`Column`].
pub(super) const COLUMNS: [(Column, &str); 9] = [
    (Column::Unit, "ansvar"),
    (Column::UnitName, "ansvarsnavn"),
    (Column::Function, "funksjon"),
    (Column::Art, "art"),
    (Column::Amount, "beløp"),
    (Column::Fte, "årsverk"),
    (Column::Year, "år"),
    (Column::Class, "kontoklasse"),
    (Column::Period, "periode"),
];

impl Column {
    /// Its heading.
    pub fn name(self) -> &'static str {
        COLUMNS.get(self as usize).map_or("", |(_, name)| name)
    }

    const fn is_required(self) -> bool {
        matches!(self, Self::Unit | Self::Function | Self::Art | Self::Amount)
    }

    const fn is_required_in(self, expected: Expected) -> bool {
        self.is_required() || matches!(self, Self::Period) && expected.has_months()
    }
}

/// A column of amounts: `beløp`, or one of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountColumn {
    /// The year its heading is; none where each line says its own.
    pub year: Option<Year>,
    /// Whether amounts are in 1 000 kr.
    pub in_thousands: bool,
    pub(super) place: usize,
}

impl AmountColumn {
    /// kroner of what stands in it. Digits are few enough that it always fits.
    pub(super) fn kroner(self, value: Decimal) -> Option<Decimal> {
        if self.in_thousands { value.checked_mul(THOUSAND) } else { Some(value) }
    }
}

/// How the file is laid out, as its heading says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// What stands between cells: `;`, tab or `,`.
    pub delimiter: u8,
    /// The columns amounts are read from: `beløp` alone, or each plan year that is a heading.
    pub amounts: Vec<AmountColumn>,
    /// Headings of columns that are not read, as written.
    pub ignored: Vec<String>,
    /// The place of each column, from 0.
    places: [Option<usize>; 9],
    /// The last place a line cannot do without.
    pub(super) last_needed: usize,
    /// How many columns the heading has.
    pub(super) width: usize,
    /// The heading's own line.
    pub span: Span,
    /// The first line that stands over it.
    pub(super) above: Option<Span>,
}

impl Layout {
    /// Where a column stands, from 0; none where the file does not have it.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }

    /// Where the amount of a line stands, by the year of the line.
    pub(super) fn amount_place(&self, year: Option<Year>) -> Option<usize> {
        let amounts = &self.amounts;
        amounts.iter().find(|column| column.year.is_none() || column.year == year).map(|column| column.place)
    }
}

/// A line taken for the heading.
pub(super) struct Heading<'t> {
    pub(super) layout: Layout,
    /// The records after it are next.
    pub(super) records: Records<'t>,
    /// Why nothing of the file can be read by it, as where it lacks or repeats a column.
    pub(super) findings: Vec<Finding>,
    /// How many of its cells are known.
    known: usize,
    /// Whether nothing is wrong, so that none after it can be better.
    is_whole: bool,
}

/// Finds the heading: of the first lines, the one that knows the most columns.
pub(super) fn read(text: &str, expected: Expected) -> Heading<'_> {
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
    let read = tried.map(|delimiter| Looking { text, delimiter, expected }.from(at));
    // The first of those that know the most columns: with a tie, the semicolon.
    let best = read.reduce(|best, other| if other.known > best.known { other } else { best });
    best.unwrap_or_else(|| Looking { text, delimiter: b';', expected }.from(at))
}

/// What the heading is looked for with.
#[derive(Clone, Copy)]
struct Looking<'t> {
    text: &'t str,
    delimiter: u8,
    expected: Expected,
}

impl<'t> Looking<'t> {
    /// The first of the lines that know the most columns.
    fn from(self, at: usize) -> Heading<'t> {
        let mut best = self.heading(at);
        let (first, mut next) = (best.layout.span, best.records.place());
        let mut lines = 1;
        while !best.is_whole && lines < LOOKED_IN && next < self.text.len() {
            let other = self.heading(next);
            next = other.records.place();
            let (start, end) = (other.layout.span.start as usize, other.layout.span.end as usize);
            let is_blank = self.text.get(start..end).unwrap_or_default().trim().is_empty();
            lines = if is_blank { lines } else { lines.saturating_add(1) };
            best = if other.known > best.known { other } else { best };
        }
        let heading = best.layout.span;
        best.layout.above = (heading.start > first.start).then_some(first);
        best
    }

    /// What the line at a byte says as a heading.
    fn heading(self, at: usize) -> Heading<'t> {
        let Self { text, delimiter, expected } = self;
        let mut records = Records::new(text, at, delimiter);
        let mut cells = Vec::new();
        let layout = Layout { delimiter, ..Layout::default() };
        let refused = |layout, records, finding| Heading {
            layout,
            records,
            findings: vec![finding],
            known: 0,
            is_whole: false,
        };
        let Some(record) = records.next(&mut cells) else {
            return refused(layout, records, wording::empty_file());
        };
        let span = Span::new(record.start, record.end);
        let mut layout = Layout { width: cells.len(), span, ..layout };
        if let Some(open) = record.open_quote {
            return refused(layout, records, wording::open_quote(Span::new(open, record.end)));
        }
        let (mut findings, mut years) = (Vec::new(), Vec::new());
        for (place, cell) in cells.iter().enumerate() {
            let taken = layout.take(place, cell.text(text).as_ref(), &mut years);
            findings.extend(taken.err().map(|name| wording::repeated_column(cell.place(text), &name)));
        }
        let named = layout.places.iter().flatten().count();
        let known = if named == 0 { 0 } else { named.saturating_add(years.len()) };
        let outside = layout.choose(years, expected);
        findings.extend(layout.lacking(known, &outside, expected));
        layout.ignored.extend(outside);
        Heading { is_whole: findings.is_empty(), layout, records, findings, known }
    }
}

/// A heading that is a year.
struct YearHeading {
    column: AmountColumn,
    year: Year,
    written: String,
}

impl Layout {
    /// Takes one heading; its name where the column is there already.
    fn take(&mut self, place: usize, written: &str, years: &mut Vec<YearHeading>) -> Result<(), String> {
        if let Some((year, in_thousands)) = year_of(written) {
            if years.iter().any(|other| other.year == year) {
                return Err(written.to_owned());
            }
            let column = AmountColumn { year: Some(year), in_thousands, place };
            years.push(YearHeading { column, year, written: written.to_owned() });
            return Ok(());
        }
        let (name, in_thousands) = plain_name(written);
        let known = COLUMNS.iter().find(|(_, known)| *known == name);
        let Some((column, slot)) = known.and_then(|(column, _)| Some((*column, self.slot(*column)?))) else {
            if !written.is_empty() {
                self.ignored.push(written.to_owned());
            }
            return Ok(());
        };
        if slot.is_some() {
            return Err(name);
        }
        *slot = Some(place);
        if column == Column::Amount {
            self.amounts.push(AmountColumn { year: None, in_thousands, place });
        }
        if column.is_required() {
            self.last_needed = place;
        }
        Ok(())
    }

    fn slot(&mut self, column: Column) -> Option<&mut Option<usize>> {
        self.places.get_mut(column as usize)
    }

    /// Where there is no `beløp`, amounts are those of the plan years, and no line has a year of its own.
    /// The years that are not read.
    fn choose(&mut self, years: Vec<YearHeading>, expected: Expected) -> Vec<String> {
        let has_amount = !self.amounts.is_empty();
        let plan = expected.years();
        let (read, outside): (Vec<_>, Vec<_>) =
            years.into_iter().partition(|heading| !has_amount && plan.contains(&heading.year));
        if !read.is_empty() && self.slot(Column::Year).and_then(Option::take).is_some() {
            self.ignored.push(Column::Year.name().to_owned());
        }
        let columns = read.into_iter().map(|heading| heading.column);
        self.amounts.extend(columns);
        let last = self.amounts.iter().map(|column| column.place).max();
        self.last_needed = self.last_needed.max(last.unwrap_or_default());
        outside.into_iter().map(|heading| heading.written).collect()
    }

    /// What a heading that is no whole one lacks. `outside`: its years that are in no plan from this year.
    fn lacking(&self, known: usize, outside: &[String], expected: Expected) -> Option<Finding> {
        let has_amounts = !self.amounts.is_empty();
        let is_there =
            |column: Column| has_amounts && column == Column::Amount || self.place(column).is_some();
        let missing =
            COLUMNS.iter().filter(|(column, _)| column.is_required_in(expected) && !is_there(*column));
        let missing: Vec<&str> = missing.map(|(_, name)| *name).collect();
        if missing.is_empty() {
            return None;
        }
        if known == 0 {
            return Some(wording::no_heading(self.span, expected));
        }
        if !has_amounts && missing.len() == 1 && !outside.is_empty() {
            return Some(wording::no_plan_years(self.span, outside, expected));
        }
        let like = self.ignored.iter().find(|heading| !has_amounts && is_like_amount(heading));
        Some(wording::missing_columns(self.span, expected, &missing, like.map(String::as_str)))
    }
}

/// The year a heading is, perhaps with the unit of its amounts; whether that is 1 000 kr.
fn year_of(written: &str) -> Option<(Year, bool)> {
    let (year, unit) = written.split_at_checked(4)?;
    let is_number = year.bytes().all(|byte| byte.is_ascii_digit());
    let year = year.parse().ok().filter(|_| is_number).and_then(Year::new)?;
    let is_apart = !unit.starts_with(|letter: char| letter.is_alphanumeric());
    Some((year, scale(unit).filter(|_| is_apart)?))
}

/// The heading in small letters, without what it says of kroner; whether that is 1 000 kr.
fn plain_name(written: &str) -> (String, bool) {
    let lower = one_alphabet(written).to_lowercase();
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
        | "tusenkroner" | "tnok" | "tkr" | "kkr" => Some(true),
        "" | "kr" | "kroner" | "nok" => Some(false),
        _ => None,
    }
}

/// Whether a heading nobody knows is likely to be that of the amounts.
fn is_like_amount(written: &str) -> bool {
    let lower = written.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric());
    lower.contains(Column::Amount.name())
        || words.any(|word| {
            matches!(word, "kr" | "kroner" | "nok" | "tnok" | "mnok" | "tkr" | "kkr" | "1000" | "tusen")
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::explained;

    fn layout(text: &str) -> Layout {
        let Heading { layout, findings, .. } = read(text, Expected::budget(Year::ASSUMED));
        assert_eq!(findings, vec![]);
        layout
    }

    fn wrong(text: &str) -> Vec<String> {
        read(text, Expected::budget(Year::ASSUMED))
            .findings
            .into_iter()
            .map(|finding| finding.title.nb)
            .collect()
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
        assert!(layout.amounts[0].in_thousands);
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
            assert!(
                layout(&format!("ansvar;funksjon;art;{thousands}\n")).amounts[0].in_thousands,
                "{thousands}"
            );
        }
        for kroner in ["Beløp", "beløp (kr)", "Beløp i kr", "beløp i hele kroner", "BELØP (NOK)"] {
            assert!(!layout(&format!("ansvar;funksjon;art;{kroner}\n")).amounts[0].in_thousands, "{kroner}");
        }
    }

    #[test]
    fn a_heading_of_amounts_that_nobody_knows_is_named_with_both_ways_to_write_it() {
        for seen in ["Beløp i mill. kr", "Beløp 2027", "Budsjett (1000 kr)", "Budsjett i tusen", "buds. TNOK"]
        {
            let findings =
                read(&format!("ansvar;funksjon;art;{seen}\n"), Expected::budget(Year::ASSUMED)).findings;
            assert_eq!(
                findings[0].title.nb,
                format!("Overskriften mangler kolonnen «beløp», og a3 vet ikke hva «{seen}» er")
            );
            assert_eq!(
                explained(findings[0].clone()).how().text().nb,
                format!(
                    "Er «{seen}» beløpene, så skriv «beløp» der om de er i kroner, eller «beløp (1000 kr)» om de er i tusen kroner."
                )
            );
        }
        let findings = read("ansvar;art;Beløp i mill. kr\n", Expected::budget(Year::ASSUMED)).findings;
        let how = explained(findings[0].clone()).how().text().nb;
        assert!(how.contains("Gi de andre kolonnene disse navnene"), "{how}");
    }

    #[test]
    fn a_heading_that_lacks_or_repeats_a_column_says_which() {
        assert_eq!(wrong("ansvar;art\n"), ["Overskriften mangler kolonnene «funksjon» og «beløp»"]);
        assert_eq!(wrong("ansvar;konto;funksjon;art;Sum\n"), ["Overskriften mangler kolonnen «beløp»"]);
        assert_eq!(wrong("ansvar;funksjon;art;beløp;Art\n"), ["Kolonnen «art» står to ganger"]);
        assert_eq!(wrong("3210;257;010;100\n"), ["Fila har ingen overskrift i de 10 første linjene"]);
        assert_eq!(wrong(""), ["Fila er tom"]);
        assert_eq!(wrong("\u{feff}\n \n"), ["Fila er tom"]);
        assert_eq!(wrong("\"ansvar;funksjon;art;beløp\n"), ["Hermetegnet åpnes, men lukkes ikke"]);
    }
}
