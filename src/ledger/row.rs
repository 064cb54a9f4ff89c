//! One record → one line of the budget, or findings about its cells.

use super::heading::{Column, Layout};
use super::intern::{Codes, Units};
use super::number::{self, Evidence, Mark, Number};
use super::records::{Cell, MOST_CELLS, Record};
use super::settle::Pending;
use super::{AccountClass, Ledger, Line, wording};
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::source::Span;
use crate::units::{Decimal, Fte, Kroner, Year};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The longest ansvar, in bytes.
const LONGEST_UNIT: usize = 200;
/// An amount in a column of 1 000 kr.
const THOUSAND: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);

/// The lines so far, and what was wrong.
pub(super) struct Rows<'t> {
    pub(super) text: &'t str,
    pub(super) layout: &'t Layout,
    /// First and last plan year.
    plan: (Year, Year),
    pub(super) ledger: Ledger,
    pub(super) bad: usize,
    pub(super) findings: Vec<Finding>,
    /// Codes that are not three digits: the first place of each, and on how many lines.
    pub(super) codes: BTreeMap<(Column, String), (Span, usize)>,
    pub(super) pending: Vec<Pending>,
    /// What the amounts say of point and comma, and the årsverk.
    pub(super) evidence: [Evidence; 2],
    units: Units,
    functions: Codes,
    arts: Codes,
}

/// A number, or one that the rest of the column must settle.
#[derive(Debug, Clone, Copy)]
enum Figure {
    Known(Decimal),
    Open { digits: i64, mark: Mark, span: Span },
}

impl<'t> Rows<'t> {
    pub(super) fn new(text: &'t str, layout: &'t Layout, budget_year: Year) -> Self {
        Self {
            text,
            layout,
            plan: (budget_year, budget_year.later(3)),
            ledger: Ledger::default(),
            bad: 0,
            findings: Vec::new(),
            codes: BTreeMap::new(),
            pending: Vec::new(),
            evidence: [Evidence::default(); 2],
            units: Units::default(),
            functions: Codes::default(),
            arts: Codes::default(),
        }
    }

    /// Adds the rows of the next part of the file, whose lines are counted from `before`.
    pub(super) fn join(&mut self, part: Self, before: u32) {
        let first = self.ledger.lines.len();
        self.ledger.lines.extend(
            part.ledger
                .lines
                .into_iter()
                .map(|line| Line { number: line.number.saturating_add(before), ..line }),
        );
        for (unit, name) in part.ledger.unit_names {
            self.ledger.unit_names.entry(unit).or_insert(name);
        }
        self.bad = self.bad.saturating_add(part.bad);
        self.findings.extend(part.findings);
        self.findings.truncate(MAX_COLLECTED);
        for (code, (span, lines)) in part.codes {
            let (_, all) = self.codes.entry(code).or_insert((span, 0));
            *all = all.saturating_add(lines);
        }
        let moved = |pending: Pending| Pending { line: pending.line.saturating_add(first), ..pending };
        self.pending.extend(part.pending.into_iter().map(moved));
        for (evidence, more) in self.evidence.iter_mut().zip(part.evidence) {
            evidence.join(more);
        }
    }

    /// Reads one record. A blank line, also of empty cells, is none.
    pub(super) fn add(&mut self, record: Record, cells: &[Cell]) {
        let is_blank = |cell: &Cell| cell.raw(self.text).trim().is_empty();
        if record.open_quote.is_none() && cells.len() < MOST_CELLS && cells.iter().all(is_blank) {
            return;
        }
        if self.shaped(record, cells).and_then(|()| self.line(record, cells)).is_none() {
            self.bad = self.bad.saturating_add(1);
        }
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
            let place = extra.place(text);
            return self.wrong(|| wording::extra_cell(Span::new(place.start, place.end), extra.raw(text)));
        }
        if cells.len() == MOST_CELLS {
            return self.wrong(|| wording::extra_cell(whole, ""));
        }
        let needed = [Column::Unit, Column::Function, Column::Art, Column::Amount];
        let places = needed.into_iter().filter_map(|column| self.layout.place(column));
        if places.max().is_some_and(|last| last >= cells.len()) {
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
        let line = self.ledger.lines.len();
        let mut settled = |column, figure| match figure {
            Figure::Known(value) => value,
            Figure::Open { digits, mark, span } => {
                self.pending.push(Pending { line, column, digits, mark, span });
                Decimal::ZERO
            }
        };
        let amount = Kroner::new(settled(Column::Amount, amount));
        let fte = fte.map(|fte| Fte::new(settled(Column::Fte, fte)));
        let span = Span::new(record.start, record.end);
        self.ledger.lines.push(Line {
            unit,
            function,
            art,
            amount,
            fte,
            year,
            class,
            number: record.line,
            span,
        });
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
        let place = cell.map(|cell| cell.place(self.text)).unwrap_or_default();
        Span::new(place.start, place.end)
    }

    fn unit(&mut self, cells: &[Cell]) -> Option<Arc<str>> {
        let (text, cell) = self.text(Column::Unit, cells);
        if text.is_empty() {
            let span = self.span(cell);
            return self.wrong(|| wording::empty_cell(span, Column::Unit));
        }
        if text.len() > LONGEST_UNIT || text.bytes().any(|byte| byte.is_ascii_control()) {
            let span = self.span(cell);
            return self.wrong(|| wording::strange_unit(span, &text));
        }
        let (unit, is_named) = self.units.keep(&text);
        if !is_named {
            let (name, _) = self.text(Column::UnitName, cells);
            if !name.is_empty() {
                self.ledger.unit_names.insert(Arc::clone(&unit), Arc::from(name.as_ref()));
                self.units.has_name(&unit);
            }
        }
        Some(unit)
    }

    fn code(&mut self, column: Column, cells: &[Cell]) -> Option<Arc<str>> {
        let (text, cell) = self.text(column, cells);
        let codes = if column == Column::Function { &mut self.functions } else { &mut self.arts };
        if let Some(code) = codes.keep(&text) {
            return Some(code);
        }
        let span = self.span(cell);
        if text.is_empty() {
            return self.wrong(|| wording::empty_cell(span, column));
        }
        let room = self.codes.len() < MAX_COLLECTED;
        let key = (column, text.into_owned());
        match self.codes.get_mut(&key) {
            Some((_, lines)) => *lines = lines.saturating_add(1),
            None if room => {
                self.codes.insert(key, (span, 1));
            }
            None => {}
        }
        None
    }

    fn amount(&mut self, cells: &[Cell]) -> Option<Figure> {
        let [evidence, _] = &mut self.evidence;
        let cell = self.layout.place(Column::Amount).and_then(|place| cells.get(place)).copied()?;
        let text = cell.text(self.text);
        match number::read(&text, evidence) {
            Number::Certain(value) => self.scaled(value).map(Figure::Known),
            Number::Ambiguous { digits, mark } => {
                Some(Figure::Open { digits, mark, span: self.span(Some(cell)) })
            }
            Number::Wrong(why) => {
                let span = self.span(Some(cell));
                self.wrong(|| wording::no_number(span, Column::Amount, (&text, why)))
            }
        }
    }

    /// kroner of what stands in the column. Digits are few enough that it always fits.
    pub(super) fn scaled(&self, value: Decimal) -> Option<Decimal> {
        if self.layout.in_thousands { value.checked_mul(THOUSAND) } else { Some(value) }
    }

    fn fte(&mut self, cells: &[Cell]) -> Option<Option<Figure>> {
        let (text, cell) = self.text(Column::Fte, cells);
        if text.is_empty() {
            return Some(None);
        }
        let [_, evidence] = &mut self.evidence;
        let number = number::read(&text, evidence);
        let span = self.span(cell);
        match number {
            Number::Certain(value) if value.is_sign_negative() => {
                self.wrong(|| wording::negative_fte(span, &text))
            }
            Number::Certain(value) => Some(Some(Figure::Known(value))),
            Number::Ambiguous { digits, .. } if digits < 0 => {
                self.wrong(|| wording::negative_fte(span, &text))
            }
            Number::Ambiguous { digits, mark } => Some(Some(Figure::Open { digits, mark, span })),
            Number::Wrong(why) => self.wrong(|| wording::no_number(span, Column::Fte, (&text, why))),
        }
    }

    fn year(&mut self, cells: &[Cell]) -> Option<Option<Year>> {
        let (text, cell) = self.text(Column::Year, cells);
        if text.is_empty() {
            return Some(None);
        }
        let (first, last) = self.plan;
        let number = Some(&text).filter(|text| text.len() == 4).and_then(|text| text.parse().ok());
        let year = number.and_then(Year::new).filter(|year| (first..=last).contains(year));
        if year.is_none() {
            let span = self.span(cell);
            return self.wrong(|| wording::no_plan_year(span, &text, (first, last)));
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
