//! One record → lines of the budget, one for each column of amounts, or findings about its cells.

use super::contents::Expected;
use super::heading::{Column, Layout};
use super::intern::Units;
use super::number::{self, Evidence, Number, OpenNumber};
use super::period::Month;
use super::records::{Cell, MOST_CELLS, Record, Records, trimmed};
use super::settle::{Alike, Pending};
use super::sums::{Sums, Total, is_named_sum};
use super::{AccountClass, Code, Ledger, Line, LongCode, wording};
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::rates::kostra_base;
use crate::source::{Span, Spanned, hidden_sign};
use crate::units::{Decimal, Fte, Kroner, Year};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Plan years, and so columns of amounts.
const YEARS: usize = 4;
/// Lines that may be totals: with more, the rest are bad lines.
const MOST_TOTALS: usize = 10_000;

/// The lines so far, and what was wrong.
pub(super) struct Rows<'t> {
    pub(super) text: &'t str,
    pub(super) layout: &'t Layout,
    pub(super) expected: Expected,
    /// The good lines of the part at hand; those of the parts before are in the ledger.
    pub(super) lines: Vec<Line>,
    pub(super) ledger: Ledger,
    pub(super) bad: usize,
    pub(super) findings: Vec<Finding>,
    /// The last month something is booked in.
    pub(super) last_month: Option<Month>,
    /// Codes that are not three digits; months and years that are not of the accounts.
    pub(super) codes: BTreeMap<(Column, String), Alike>,
    pub(super) pending: Vec<Pending>,
    /// What the amounts say of point and comma.
    pub(super) amount_marks: Evidence,
    /// What the årsverk say of them.
    pub(super) fte_marks: Evidence,
    /// Lines of years outside the plan, by year.
    pub(super) other_years: BTreeMap<Year, Alike>,
    /// Lines that call themselves sums.
    pub(super) sums: Sums,
    /// Lines that may be totals of those over them.
    pub(super) totals: Vec<Total>,
    /// The first funksjon and the first art that is longer than in the lists.
    pub(super) long_codes: [Option<LongCode>; 2],
    units: Units,
}

/// A name without the signs that nobody sees.
fn seen(name: Cow<'_, str>) -> Cow<'_, str> {
    let mut name = name;
    while let Some(hidden) = hidden_sign(&name) {
        name = Cow::Owned(name.replace(hidden, ""));
    }
    name
}

/// What says where a line belongs, as far as it can be read.
struct Keys {
    /// With whether it has been given its name.
    unit: Option<(Arc<str>, bool)>,
    function: Option<Code>,
    art: Option<Code>,
}

impl Keys {
    const fn are_whole(&self) -> bool {
        self.unit.is_some() && self.function.is_some() && self.art.is_some()
    }
}

impl<'t> Rows<'t> {
    pub(super) fn new(text: &'t str, layout: &'t Layout, expected: Expected) -> Self {
        Self {
            text,
            layout,
            expected,
            last_month: None,
            lines: Vec::new(),
            ledger: Ledger::default(),
            bad: 0,
            findings: Vec::new(),
            codes: BTreeMap::new(),
            pending: Vec::new(),
            amount_marks: Evidence::default(),
            fte_marks: Evidence::default(),
            other_years: BTreeMap::new(),
            sums: Sums::default(),
            totals: Vec::new(),
            long_codes: [None, None],
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
        self.ledger.unread.join(part.ledger.unread);
        self.last_month = self.last_month.max(part.last_month);
        self.findings.extend(part.findings);
        self.findings.truncate(MAX_COLLECTED);
        for (code, Alike { first, lines }) in part.codes {
            self.codes.entry(code).or_insert(Alike::from(first)).more(lines);
        }
        self.pending.extend(part.pending.into_iter().map(|pending| Pending { part: at, ..pending }));
        self.amount_marks.join(part.amount_marks);
        self.fte_marks.join(part.fte_marks);
        for (year, Alike { first, lines }) in part.other_years {
            self.other_years.entry(year).or_insert(Alike::from(first)).more(lines);
        }
        self.sums.join(part.sums);
        self.totals.extend(part.totals.into_iter().map(|total| Total { part: at, ..total }));
        for (known, more) in self.long_codes.iter_mut().zip(part.long_codes) {
            *known = known.take().or(more);
        }
        for total in self.totals.split_off(self.totals.len().min(MOST_TOTALS)) {
            self.no_total(&total);
        }
    }

    /// Reads one record. A blank line, also of empty cells, is none; a sum is left out.
    pub(super) fn add(&mut self, record: Record, cells: &[Cell]) {
        let is_blank = |cell: &Cell| trimmed(cell.raw(self.text)).is_empty();
        let is_closed = record.open_quote.is_none();
        if is_closed && cells.len() < MOST_CELLS && cells.iter().all(is_blank) {
            return;
        }
        let keys = self.keys(cells);
        if is_closed && !keys.are_whole() {
            if cells.iter().any(|cell| is_named_sum(cell.raw(self.text))) {
                return self.sums.add(Span::new(record.start, record.end));
            }
            if let Some(total) = self.total(record, cells) {
                return self.totals.push(total);
            }
        }
        self.row(record, cells, keys);
    }

    /// Adds the lines of a record, or what is wrong with it.
    fn row(&mut self, record: Record, cells: &[Cell], keys: Keys) {
        let waiting = self.pending.len();
        let codes = keys.function.zip(keys.art);
        let shaped = self.shaped(record, cells);
        if let Some(year) = shaped.and_then(|()| self.other_year(cells)) {
            let first = Alike::from(Span::new(record.start, record.end));
            return self.other_years.entry(year).or_insert(first).more(1);
        }
        if shaped.and_then(|()| self.line(record, cells, keys)).is_none() {
            let unit = shaped.and_then(|()| self.unit_of_bad(cells));
            self.ledger.unread.add(unit.as_deref(), codes);
            self.bad = self.bad.saturating_add(1);
            self.pending.truncate(waiting);
        }
    }

    /// A line that was taken for a total and is none: it lacks its codes.
    pub(super) fn no_total(&mut self, total: &Total) {
        let mut records = Records::new(self.text, total.span.start as usize, self.layout.delimiter);
        let mut cells = Vec::new();
        if let Some(record) = records.next(&mut cells) {
            let keys = self.keys(&cells);
            self.row(record, &cells, keys);
        }
    }

    /// The line, where it may be a total: it has neither funksjon nor art, and every amount is certain.
    fn total(&self, record: Record, cells: &[Cell]) -> Option<Total> {
        let is_empty = |column| self.text(column, cells).0.is_empty();
        let is_wide = cells.len() > self.layout.width;
        if is_wide || !is_empty(Column::Function) || !is_empty(Column::Art) {
            return None;
        }
        let mut amounts = Vec::with_capacity(self.layout.amounts.len());
        for column in &self.layout.amounts {
            let text = cells.get(column.place)?.text(self.text);
            let Number::Certain(value) = number::read(&text, &mut Evidence::default()) else { return None };
            amounts.push((column.year, Kroner::new(column.kroner(value)?)));
        }
        let unit = self.text(Column::Unit, cells).0.into_owned();
        let span = Span::new(record.start, record.end);
        Some(Total { part: 0, line: self.lines.len(), unit, amounts, span })
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
        let layout = self.layout;
        if let Some(cell) = cells.iter().find(|cell| cell.swallows(text, layout)) {
            return self.wrong(|| wording::swallowed(cell.place(text), cell.raw(text)));
        }
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

    fn line(&mut self, record: Record, cells: &[Cell], keys: Keys) -> Option<()> {
        let unit = self.unit(cells, keys.unit);
        let function = keys.function.or_else(|| self.no_code(Column::Function, cells));
        let art = keys.art.or_else(|| self.no_code(Column::Art, cells));
        let layout = self.layout;
        let waiting = self.pending.len();
        let mut amounts = [Some(Decimal::ZERO); YEARS];
        for (place, amount) in amounts.iter_mut().enumerate().take(layout.amounts.len()) {
            *amount = self.amount(place, cells);
        }
        let is_booked = self.pending.len() > waiting || amounts.iter().flatten().any(|of| !of.is_zero());
        let fte = self.fte(cells);
        let year = self.year(cells);
        let class = self.class(cells);
        let month = self.month(cells);
        let (unit, function, art) = (unit?, function?, art?);
        let (fte, year, class, month) = (fte?.map(Fte::new), year?, class?, month?);
        if amounts.contains(&None) {
            return None;
        }
        self.last_month = self.last_month.max(month.filter(|_| is_booked));
        let span = Span::new(record.start, record.end);
        for (column, amount) in layout.amounts.iter().zip(amounts.into_iter().flatten()) {
            let (unit, amount, year) = (Arc::clone(&unit), Kroner::new(amount), column.year.or(year));
            self.lines.push(Line { unit, function, art, amount, fte, year, class, span });
        }
        Some(())
    }

    /// Notes a finding while there is room for it.
    pub(super) fn wrong<T>(&mut self, finding: impl FnOnce() -> Finding) -> Option<T> {
        if self.findings.len() < MAX_COLLECTED {
            self.findings.push(finding());
        }
        None
    }

    /// A cell's text and its place; empty where the line ends before it or the file lacks the column.
    pub(super) fn text(&self, column: Column, cells: &[Cell]) -> (Cow<'t, str>, Option<Cell>) {
        let cell = self.layout.place(column).and_then(|place| cells.get(place)).copied();
        (cell.map_or(Cow::Borrowed(""), |cell| cell.text(self.text)), cell)
    }

    pub(super) fn span(&self, cell: Option<Cell>) -> Span {
        cell.map(|cell| cell.place(self.text)).unwrap_or_default()
    }

    /// Where a line belongs. Nothing is said of what cannot be read: the line may be a sum.
    fn keys(&mut self, cells: &[Cell]) -> Keys {
        let (text, _) = self.text(Column::Unit, cells);
        let unit = self.units.keep(&text);
        Keys { unit, function: self.code(Column::Function, cells), art: self.code(Column::Art, cells) }
    }

    /// The unit, which gets its name; what is wrong where there is none.
    fn unit(&mut self, cells: &[Cell], unit: Option<(Arc<str>, bool)>) -> Option<Arc<str>> {
        let Some((unit, is_named)) = unit else {
            let (text, cell) = self.text(Column::Unit, cells);
            let span = self.span(cell);
            if text.is_empty() {
                return self.wrong(|| wording::empty_cell(span, Column::Unit));
            }
            return self.wrong(|| wording::strange_unit(span, &text));
        };
        if !is_named {
            let (name, _) = self.text(Column::UnitName, cells);
            let name = seen(name);
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
        let code = Code::new(kostra_base(&text))?;
        if text.len() > code.len() {
            let [function, art] = &mut self.long_codes;
            let first = if column == Column::Function { function } else { art };
            let span = cell.map(|cell| cell.place(self.text)).unwrap_or_default();
            first.get_or_insert_with(|| LongCode { written: text.into_owned(), span });
        }
        Some(code)
    }

    /// What is wrong with a cell that is no code.
    fn no_code(&mut self, column: Column, cells: &[Cell]) -> Option<Code> {
        let (text, cell) = self.text(column, cells);
        let span = self.span(cell);
        if text.is_empty() {
            return self.wrong(|| wording::empty_cell(span, column));
        }
        self.alike((column, text.into_owned()), span)
    }

    /// Notes a cell that cannot be read; those that say the same are said once.
    pub(super) fn alike<T>(&mut self, key: (Column, String), span: Span) -> Option<T> {
        let room = self.codes.len() < MAX_COLLECTED;
        if room || self.codes.contains_key(&key) {
            self.codes.entry(key).or_insert(Alike::from(span)).more(1);
        }
        None
    }

    /// What stands in a column of amounts, by its place among them, kroner.
    fn amount(&mut self, place: usize, cells: &[Cell]) -> Option<Decimal> {
        let column = self.layout.amounts.get(place)?;
        let cell = cells.get(column.place).copied()?;
        let text = cell.text(self.text);
        match number::read(&text, &mut self.amount_marks) {
            Number::Certain(value) => column.kroner(value),
            Number::Open(number) => {
                let span = self.span(Some(cell));
                Some(self.wait(Column::Amount, place, Spanned::new(number, span)))
            }
            Number::None(why) => {
                let span = self.span(Some(cell));
                self.wrong(|| wording::no_number(span, Column::Amount, &text, why))
            }
        }
    }

    /// Notes that a number of the row at hand is open, on the line of its column of amounts; 0 until it
    /// is settled.
    fn wait(&mut self, column: Column, place: usize, open: Spanned<OpenNumber>) -> Decimal {
        let line = self.lines.len().saturating_add(place);
        self.pending.push(Pending { part: 0, line, column, open });
        Decimal::ZERO
    }

    fn fte(&mut self, cells: &[Cell]) -> Option<Option<Decimal>> {
        let (text, cell) = self.text(Column::Fte, cells);
        if text.is_empty() || self.expected.has_months() {
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
            Number::Open(number) => Some(Some(self.wait(Column::Fte, 0, Spanned::new(number, span)))),
            Number::None(why) => self.wrong(|| wording::no_number(span, Column::Fte, &text, why)),
        }
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
