//! One record → one line of the budget, or findings about its cells.

use super::heading::{Column, Layout};
use super::intern::Units;
use super::number::{self, Evidence, Number, OpenNumber};
use super::records::{Cell, MOST_CELLS, Record, trimmed};
use super::settle::{Alike, Pending};
use super::{AccountClass, BadUnits, Code, Ledger, Line, wording};
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::source::Span;
use crate::units::{Decimal, Fte, Kroner, Year};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An amount in a column of 1 000 kr.
const THOUSAND: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);

/// The lines so far, and what was wrong.
pub(super) struct Rows<'t> {
    pub(super) text: &'t str,
    pub(super) layout: &'t Layout,
    /// The first plan year.
    budget_year: Year,
    /// The good lines of the part at hand; those of the parts before are in the ledger.
    pub(super) lines: Vec<Line>,
    pub(super) ledger: Ledger,
    pub(super) bad: usize,
    /// The ansvar of the bad lines.
    pub(super) bad_units: BadUnits,
    pub(super) findings: Vec<Finding>,
    /// Codes that are not three digits.
    pub(super) codes: BTreeMap<(Column, String), Alike>,
    pub(super) pending: Vec<Pending>,
    /// What the amounts say of point and comma.
    pub(super) amount_marks: Evidence,
    /// What the årsverk say of them.
    pub(super) fte_marks: Evidence,
    units: Units,
}

impl<'t> Rows<'t> {
    pub(super) fn new(text: &'t str, layout: &'t Layout, budget_year: Year) -> Self {
        Self {
            text,
            layout,
            budget_year,
            lines: Vec::new(),
            ledger: Ledger::default(),
            bad: 0,
            bad_units: BadUnits::default(),
            findings: Vec::new(),
            codes: BTreeMap::new(),
            pending: Vec::new(),
            amount_marks: Evidence::default(),
            fte_marks: Evidence::default(),
            units: Units::default(),
        }
    }

    /// Adds the rows of the next part of the file.
    pub(super) fn join(&mut self, part: Self) {
        let parts = self.ledger.lines.parts_mut();
        let at = parts.len();
        parts.push(part.lines);
        for (unit, name) in part.ledger.unit_names {
            self.ledger.unit_names.entry(unit).or_insert(name);
        }
        self.bad = self.bad.saturating_add(part.bad);
        self.bad_units.join(&part.bad_units);
        self.findings.extend(part.findings);
        self.findings.truncate(MAX_COLLECTED);
        for (code, Alike { first, lines }) in part.codes {
            self.codes.entry(code).or_insert(Alike::from(first)).more(lines);
        }
        self.pending.extend(part.pending.into_iter().map(|pending| Pending { part: at, ..pending }));
        self.amount_marks.join(part.amount_marks);
        self.fte_marks.join(part.fte_marks);
    }

    /// Reads one record. A blank line, also of empty cells, is none.
    pub(super) fn add(&mut self, record: Record, cells: &[Cell]) {
        let is_blank = |cell: &Cell| trimmed(cell.raw(self.text)).is_empty();
        if record.open_quote.is_none() && cells.len() < MOST_CELLS && cells.iter().all(is_blank) {
            return;
        }
        let waiting = self.pending.len();
        let shaped = self.shaped(record, cells);
        if shaped.and_then(|()| self.line(record, cells)).is_none() {
            let unit = shaped.and_then(|()| self.unit_of_bad(cells));
            self.bad_units.add(unit.as_deref());
            self.bad = self.bad.saturating_add(1);
            self.pending.truncate(waiting);
        }
    }

    /// The ansvar of a line that could not be read; none where it cannot be trusted, as where the
    /// cells have slid and a name stands in its place. What names neither funksjon nor art is a sum.
    fn unit_of_bad(&self, cells: &[Cell]) -> Option<Cow<'t, str>> {
        let (unit, _) = self.text(Column::Unit, cells);
        let is_sum = [Column::Function, Column::Art].iter().all(|code| self.text(*code, cells).0.is_empty());
        let is_like_unit = is_sum || unit.chars().any(|letter| letter.is_ascii_digit());
        Some(unit).filter(|unit| is_like_unit && Units::is_unit(unit))
    }

    /// Whether the record has the cells the heading promises.
    fn shaped(&mut self, record: Record, cells: &[Cell]) -> Option<()> {
        let whole = Span::new(record.start, record.end);
        if let Some(open) = record.open_quote {
            return self.wrong(|| wording::open_quote(Span::new(open, record.end)));
        }
        let text = self.text;
        let more = cells.get(self.layout.width..).unwrap_or_default();
        if let Some(extra) = more.iter().find(|cell| !cell.raw(text).trim().is_empty()) {
            return self.wrong(|| wording::extra_cell(extra.place(text), extra.raw(text)));
        }
        if cells.len() == MOST_CELLS {
            return self.wrong(|| wording::extra_cell(whole, ""));
        }
        if self.layout.last_needed >= cells.len() {
            let width = self.layout.width;
            return self.wrong(|| wording::short_line(whole, cells.len(), width));
        }
        Some(())
    }

    fn line(&mut self, record: Record, cells: &[Cell]) -> Option<()> {
        let unit = self.unit(cells);
        let function = self.code(Column::Function, cells);
        let art = self.code(Column::Art, cells);
        let amount = self.amount(cells);
        let fte = self.fte(cells);
        let year = self.year(cells);
        let class = self.class(cells);
        let (unit, function, art) = (unit?, function?, art?);
        let (amount, fte, year, class) = (amount?, fte?, year?, class?);
        let (amount, fte) = (Kroner::new(amount), fte.map(Fte::new));
        let span = Span::new(record.start, record.end);
        self.lines.push(Line { unit, function, art, amount, fte, year, class, span });
        Some(())
    }

    /// Notes a finding while there is room for it.
    fn wrong<T>(&mut self, finding: impl FnOnce() -> Finding) -> Option<T> {
        if self.findings.len() < MAX_COLLECTED {
            self.findings.push(finding());
        }
        None
    }

    /// A cell's text and its place; empty where the line ends before it or the file lacks the column.
    fn text(&self, column: Column, cells: &[Cell]) -> (Cow<'t, str>, Option<Cell>) {
        let cell = self.layout.place(column).and_then(|place| cells.get(place)).copied();
        (cell.map_or(Cow::Borrowed(""), |cell| cell.text(self.text)), cell)
    }

    fn span(&self, cell: Option<Cell>) -> Span {
        cell.map(|cell| cell.place(self.text)).unwrap_or_default()
    }

    fn unit(&mut self, cells: &[Cell]) -> Option<Arc<str>> {
        let (text, cell) = self.text(Column::Unit, cells);
        if text.is_empty() {
            let span = self.span(cell);
            return self.wrong(|| wording::empty_cell(span, Column::Unit));
        }
        let Some((unit, is_named)) = self.units.keep(&text) else {
            let span = self.span(cell);
            return self.wrong(|| wording::strange_unit(span, &text));
        };
        if !is_named {
            let (name, _) = self.text(Column::UnitName, cells);
            if !name.is_empty() {
                self.ledger.unit_names.insert(Arc::clone(&unit), Arc::from(name.as_ref()));
                self.units.has_name(&unit);
            }
        }
        Some(unit)
    }

    fn code(&mut self, column: Column, cells: &[Cell]) -> Option<Code> {
        let raw =
            self.layout.place(column).and_then(|place| cells.get(place)).map(|cell| cell.raw(self.text));
        if let Some(code) = raw.and_then(Code::new) {
            return Some(code);
        }
        let (text, cell) = self.text(column, cells);
        if let Some(code) = Code::new(&text) {
            return Some(code);
        }
        let span = self.span(cell);
        if text.is_empty() {
            return self.wrong(|| wording::empty_cell(span, column));
        }
        let room = self.codes.len() < MAX_COLLECTED;
        let key = (column, text.into_owned());
        if room || self.codes.contains_key(&key) {
            self.codes.entry(key).or_insert(Alike::from(span)).more(1);
        }
        None
    }

    fn amount(&mut self, cells: &[Cell]) -> Option<Decimal> {
        let cell = self.layout.place(Column::Amount).and_then(|place| cells.get(place)).copied()?;
        let text = cell.text(self.text);
        match number::read(&text, &mut self.amount_marks) {
            Number::Certain(value) => self.scaled(value),
            Number::Open(number) => {
                let span = self.span(Some(cell));
                Some(self.wait(Column::Amount, number, span))
            }
            Number::None(why) => {
                let span = self.span(Some(cell));
                self.wrong(|| wording::no_number(span, Column::Amount, &text, why))
            }
        }
    }

    /// Notes that a number of the line at hand is open; 0 until it is settled.
    fn wait(&mut self, column: Column, number: OpenNumber, span: Span) -> Decimal {
        self.pending.push(Pending { part: 0, line: self.lines.len(), column, number, span });
        Decimal::ZERO
    }

    /// kroner of what stands in the column. Digits are few enough that it always fits.
    #[inline]
    pub(super) fn scaled(&self, value: Decimal) -> Option<Decimal> {
        if self.layout.in_thousands { value.checked_mul(THOUSAND) } else { Some(value) }
    }

    fn fte(&mut self, cells: &[Cell]) -> Option<Option<Decimal>> {
        let (text, cell) = self.text(Column::Fte, cells);
        if text.is_empty() {
            return Some(None);
        }
        let number = number::read(&text, &mut self.fte_marks);
        let span = self.span(cell);
        match number {
            Number::Certain(value) if value.is_sign_negative() => {
                self.wrong(|| wording::negative_fte(span, &text))
            }
            Number::Certain(value) => Some(Some(value)),
            Number::Open(number) if number.digits < 0 => self.wrong(|| wording::negative_fte(span, &text)),
            Number::Open(number) => Some(Some(self.wait(Column::Fte, number, span))),
            Number::None(why) => self.wrong(|| wording::no_number(span, Column::Fte, &text, why)),
        }
    }

    fn year(&mut self, cells: &[Cell]) -> Option<Option<Year>> {
        let (text, cell) = self.text(Column::Year, cells);
        if text.is_empty() {
            return Some(None);
        }
        let (first, last) = (self.budget_year, self.budget_year.later(3));
        let number = Some(&text).filter(|text| text.len() == 4).and_then(|text| text.parse().ok());
        let year = number.and_then(Year::new).filter(|year| (first..=last).contains(year));
        if year.is_none() {
            let span = self.span(cell);
            return self.wrong(|| wording::no_plan_year(span, &text, first, last));
        }
        Some(year)
    }

    fn class(&mut self, cells: &[Cell]) -> Option<AccountClass> {
        let (text, cell) = self.text(Column::Class, cells);
        match text.as_ref() {
            "" | "1" => Some(AccountClass::Running),
            "0" => Some(AccountClass::Investment),
            _ => {
                let span = self.span(cell);
                self.wrong(|| wording::no_class(span, &text))
            }
        }
    }
}
