//! What checks of the cases carried out together may look at. Read-only.

use crate::budget::{BudgetCase, Doubt, FutureBudget, FutureLine};
use crate::calc::Booking;
use crate::checks::budget::LineCodes;
use crate::checks::kostra::counted;
use crate::checks::prelude::*;
use crate::words::{all_of, listed};

/// Cases that are written out.
const MOST_NAMED: usize = 5;

/// The future budget of the cases carried out.
#[derive(Debug, Clone, Copy)]
pub struct CarriedOutFacts<'a> {
    /// The future budget.
    pub budget: &'a FutureBudget,
    /// What cannot be right in it; nothing where today's budget is not known.
    pub doubts: &'a [Doubt],
    /// Ansvar that a case names and today's budget has not; nothing where that is not known.
    pub empty_units: &'a [String],
    /// Its cases as written, in its order.
    pub written: &'a [&'a document::Case],
}

/// What is doubted of a line or a unit: how it is the first year, and the years it is so.
#[derive(Debug)]
pub(in crate::checks) struct Doubted<T> {
    /// Position of the line or the unit in the budget.
    pub(in crate::checks) place: usize,
    pub(in crate::checks) years: Vec<Year>,
    pub(in crate::checks) first: T,
}

/// A gain or a cost that names an ansvar.
#[derive(Debug)]
pub(in crate::checks) struct RowOn<'a> {
    /// Position of its case.
    pub(in crate::checks) case: usize,
    /// Taken out, or paid.
    pub(in crate::checks) booking: Booking,
    pub(in crate::checks) name: &'a Field<String>,
    /// Its budsjettpost.
    pub(in crate::checks) place: Span,
    /// Whether it has a merknad.
    pub(in crate::checks) has_note: bool,
}

impl<'a> CarriedOutFacts<'a> {
    /// What is doubted of one kind, each line or unit once.
    pub(in crate::checks) fn doubted<T>(
        &self,
        of_kind: impl Fn(&'a Doubt) -> Option<(usize, Year, T)>,
    ) -> Vec<Doubted<T>> {
        let mut all: Vec<Doubted<T>> = Vec::new();
        for (place, year, first) in self.doubts.iter().filter_map(of_kind) {
            match all.last_mut().filter(|last| last.place == place) {
                Some(last) => last.years.push(year),
                None => all.push(Doubted { place, years: vec![year], first }),
            }
        }
        all
    }

    /// The finding of a line, at the budsjettpost of the first case that takes from it.
    pub(in crate::checks) fn of_line<T>(
        &self,
        doubted: Doubted<T>,
        worded: impl FnOnce(LineCodes<'a>, T, Span) -> Finding,
    ) -> Option<PortfolioFinding> {
        let (line, year) = (self.budget.lines.get(doubted.place)?, *doubted.years.first()?);
        let cases = line.cases(year);
        let case = takes_first(line, year).or_else(|| cases.first().copied())?;
        let key = LineCodes { unit: &line.unit, function: &line.function, art: &line.art };
        let place = self.place_in(case, |written| place_of_line(written, key));
        let finding = self.with_cases(worded(key, doubted.first, place), &cases, &doubted.years);
        Some(PortfolioFinding { case, finding })
    }

    /// The same finding, with the cases it comes of and the other years it goes for.
    pub(in crate::checks) fn with_cases(&self, finding: Finding, cases: &[usize], years: &[Year]) -> Finding {
        let (title, ids) = (finding.title, self.ids(cases));
        let title = match years {
            [] | [_] => {
                text!(nb: "{title} ({ids})", nn: "{title} ({ids})", en: "{title} ({ids})"; title, ids)
            }
            [_, rest @ ..] => {
                let rest = all_of(rest);
                text!(
                    nb: "{title} ({ids}). Det samme gjelder {rest}", nn: "{title} ({ids}). Det same gjeld {rest}",
                    en: "{title} ({ids}). The same goes for {rest}"; title, ids, rest
                )
            }
        };
        Finding { title, ..finding }
    }

    /// Whether the ansvar has a line in today's budget.
    pub(in crate::checks) fn has_unit(&self, unit: &str) -> bool {
        let units = &self.budget.units;
        let at = units.binary_search_by(|at| (*at.unit).cmp(unit)).ok().and_then(|at| units.get(at));
        let lines = at.and_then(|at| self.budget.lines.get(at.lines.clone())).unwrap_or_default();
        lines.iter().any(|line| line.stands_today)
    }

    /// The first gain or cost that names each of the empty units, where one does.
    pub(in crate::checks) fn rows_on_empty_units(&self) -> BTreeMap<&'a str, RowOn<'a>> {
        let empty: BTreeSet<&str> = self.empty_units.iter().map(String::as_str).collect();
        let mut rows = BTreeMap::new();
        for (case, written) in self.moving().filter(|_| !empty.is_empty()) {
            let gains = written.benefits.rows().iter();
            let gains = gains.map(|row| (Booking::TakenOut, &row.name, &row.budget_lines, &row.note));
            let costs = written.costs.rows().iter();
            let costs = costs.map(|row| (Booking::Running, &row.name, &row.budget_lines, &row.note));
            for (booking, name, lines, note) in gains.chain(costs) {
                let has_note = note.is_written();
                for line in lines.rows() {
                    if let Some(unit) = line.unit.text().filter(|unit| empty.contains(unit)) {
                        let row = RowOn { case, booking, name, place: line.span, has_note };
                        rows.entry(unit).or_insert(row);
                    }
                }
            }
        }
        rows
    }

    /// The cases that move the budget, as written: today's does not hold them already.
    pub(in crate::checks) fn moving(&self) -> impl Iterator<Item = (usize, &'a document::Case)> {
        let cases = self.budget.cases.iter().zip(self.written).enumerate();
        cases.filter(|(_, (case, _))| !case.is_in_todays_budget).map(|(at, (_, written))| (at, *written))
    }

    /// A case of the budget.
    pub(in crate::checks) fn case(&self, case: usize) -> Option<&'a BudgetCase> {
        self.budget.cases.get(case)
    }

    /// Its id, as messages quote it.
    pub(in crate::checks) fn id(&self, case: usize) -> String {
        self.case(case).map_or_else(String::new, |case| wording::shown(&case.id))
    }

    fn ids(&self, cases: &[usize]) -> Text {
        let ids = listed(cases.iter().take(MOST_NAMED).map(|case| self.id(*case)));
        let more = wording::more_cases(cases.len().saturating_sub(MOST_NAMED));
        text!(nb: "{ids}{more}", nn: "{ids}{more}", en: "{ids}{more}"; ids, more)
    }

    /// A place in a case as it is written; its title where there is none.
    pub(in crate::checks) fn place_in(
        &self,
        case: usize,
        place: impl FnOnce(&'a document::Case) -> Option<Span>,
    ) -> Span {
        let written = self.written.get(case).copied();
        written.and_then(|written| place(written).or_else(|| written.title.span())).unwrap_or_default()
    }
}

/// The first case that takes something out of a line in a year.
fn takes_first(line: &FutureLine, year: Year) -> Option<usize> {
    let of_year = line.entries.iter().filter(|entry| entry.year == year);
    of_year.filter(|entry| entry.booking == Booking::TakenOut).map(|entry| entry.case).min()
}

/// Where the line is written on a gain: the budsjettpost itself, or the one whose wage it is booked
/// beside.
pub(in crate::checks) fn place_of_line(written: &document::Case, codes: LineCodes<'_>) -> Option<Span> {
    let lines = || written.benefits.rows().iter().flat_map(|row| row.budget_lines.rows());
    let is_of = |line: &&document::BudgetLine| {
        line.unit.text() == Some(codes.unit) && counted(&line.function) == Some(codes.function)
    };
    let exact = lines().filter(is_of).find(|line| counted(&line.art) == Some(codes.art));
    exact.or_else(|| lines().find(is_of)).map(|line| line.span)
}
