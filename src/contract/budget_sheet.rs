//! `a3 budget --format csv`: `rader`, and what JSON has elsewhere: interest, repayment, what stands on no
//! line, and the investment budget with what the cases' part is financed by.

use super::budget::Context;
use super::budget_row::{Place, Row, Unit};
use super::sheet::{self, Plain};
use crate::budget::{InvestmentBudgetLine, InvestmentLine, InvestmentRow, UnitBudget};
use crate::calc::{FINANCE_FUNCTION, INTEREST_ART, REPAYMENT_ART};
use crate::report::BudgetReport;
use crate::units::{Fte, Kroner, Overflow, Year};
use std::collections::BTreeSet;

const INTEREST: Place = Place { class: "1", kind: "renter" };
const REPAYMENT: Place = Place { class: "1", kind: "avdrag" };
const WITHOUT_LINE: Place = Place { class: "1", kind: "uten_budsjettpost" };
const SPENT: Place = Place { class: "0", kind: "investering" };
const RECEIVED: Place = Place { class: "0", kind: "tilskudd" };
const BORROWED: Place = Place { class: "0", kind: "lån" };
const NOT_SAID: Place = Place { class: "0", kind: "ikke_oppgitt" };

/// The sheet, in parts, as all cells at once would take more room than the budget itself: first the
/// headings, then those [`Self::of_unit`], then those [`Self::beside_lines`]. `endring` of kontoklasse 1 adds
/// up to the sum of the running budget, that of kontoklasse 0 to 0.
#[derive(Clone, Copy)]
pub struct Sheet<'a>(Context<'a>);

/// Four years of an investment's row.
type Levels = fn(&InvestmentRow) -> [Kroner; 4];

impl<'a> Sheet<'a> {
    /// The sheet of a budget.
    pub fn of(found: &'a BudgetReport) -> Self {
        Self(Context::of(found))
    }

    /// The headings.
    pub fn headings() -> Vec<Plain> {
        sheet::headings::<Row<'_>>()
    }

    /// Every line of a unit in every year.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn of_unit(self, unit: &'a UnitBudget) -> Result<Vec<Vec<Plain>>, Overflow> {
        sheet::rows(self.0.lines_of(unit))
    }

    /// Interest and repayment, what stands on no line, and the investments of kontoklasse 0 with what they
    /// are financed by.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn beside_lines(self) -> Result<Vec<Vec<Plain>>, Overflow> {
        let mut rows = self.loans()?;
        rows.extend(self.without_line()?);
        rows.extend(self.investments()?);
        sheet::rows(rows)
    }

    /// A row beside the lines, on no line and with nothing known of today.
    const fn beside(self, year: Year, change: Kroner, place: Place) -> Row<'a> {
        Row {
            context: self.0,
            year,
            unit: Unit { code: "", name: None },
            function: "",
            art: "",
            today: None,
            future: None,
            change: Ok(Some(change)),
            fte: Ok(None),
            cases: Vec::new(),
            place,
            line: None,
        }
    }

    /// An ansvar with the name it has where a case touches it.
    fn unit(self, code: &'a str) -> Unit<'a> {
        let known = self.0.budget.units.iter().find(|at| &*at.unit == code);
        Unit { code, name: known.and_then(|at| at.name.as_deref()) }
    }

    /// Interest (art 500) and repayment (art 510) of each year, on lån.ansvar and funksjon 870, with what
    /// stands there today where no other row tells it.
    fn loans(self) -> Result<Vec<Row<'a>>, Overflow> {
        let financing = self.0.budget.investments.financing.as_ref();
        let today = financing.and_then(|of| of.today.as_ref()).filter(|_| self.0.is_known);
        let unit =
            financing.and_then(|of| of.unit.as_deref()).map(|code| self.unit(code)).unwrap_or_default();
        let unit = Unit { name: today.and_then(|today| today.name.as_deref()).or(unit.name), ..unit };
        let kinds: [(&str, Place, Levels, Option<[Kroner; 4]>); 2] = [
            (INTEREST_ART, INTEREST, |row| row.interest, today.map(|today| today.interest)),
            (REPAYMENT_ART, REPAYMENT, |row| row.repayment, today.map(|today| today.repayment)),
        ];
        let mut rows = Vec::new();
        for (art, place, levels, today) in kinds {
            let is_read = !self.0.budget.unread.may_be_line(unit.code, FINANCE_FUNCTION, art);
            let today = today.filter(|_| is_read);
            for (slot, year) in self.0.years() {
                let (sum, cases) = self.lent(slot, levels)?;
                if !sum.is_zero() {
                    let today = today.and_then(|today| today.get(slot).copied());
                    let future = today.map(|today| today.plus(sum)).transpose()?;
                    let row = self.beside(year, sum, place);
                    rows.push(Row { unit, function: FINANCE_FUNCTION, art, today, future, cases, ..row });
                }
            }
        }
        Ok(rows)
    }

    /// What all investments cost in a year, and the cases they are of.
    fn lent(self, slot: usize, levels: Levels) -> Result<(Kroner, Vec<usize>), Overflow> {
        let (mut sum, mut cases) = (Kroner::ZERO, BTreeSet::new());
        for row in &self.0.budget.investments.rows {
            let amount = levels(row).get(slot).copied().unwrap_or_default();
            if !amount.is_zero() {
                sum = sum.plus(amount)?;
                cases.insert(row.case);
            }
        }
        Ok((sum, cases.into_iter().collect()))
    }

    /// What stands on no line, each year.
    fn without_line(self) -> Result<Vec<Row<'a>>, Overflow> {
        let budget = self.0.budget;
        let mut rows = Vec::new();
        for total in &budget.totals {
            let entries = budget.without_line.iter().filter(|entry| entry.year == total.year);
            let cases: BTreeSet<usize> = entries.map(|entry| entry.case).collect();
            let mut fte = Fte::ZERO.minus(total.fte_change)?;
            let units = budget.units.iter().flat_map(|unit| &unit.years);
            for at in units.filter(|at| at.year == total.year) {
                fte = fte.plus(at.fte_change)?;
            }
            if !cases.is_empty() {
                let (fte, cases) = (Ok(Some(fte)), cases.into_iter().collect());
                rows.push(Row { fte, cases, ..self.beside(total.year, total.without_line, WITHOUT_LINE) });
            }
        }
        Ok(rows)
    }

    /// Today's lines and those that cases book on, each year, then what pays for the cases' part: what is
    /// received stands on its own line, the rest is borrowed or not said.
    fn investments(self) -> Result<Vec<Row<'a>>, Overflow> {
        let investments = &self.0.budget.investments;
        let mut rows = Vec::new();
        for line in &investments.budget {
            for at in self.0.years() {
                rows.extend(self.of_investment(line, at)?);
            }
        }
        let place = if self.0.has_loan { BORROWED } else { NOT_SAID };
        let outlay = self.0.years().zip(investments.outlay).filter(|(_, outlay)| !outlay.is_zero());
        rows.extend(outlay.map(|((_, year), outlay)| self.beside(year, outlay.negated(), place)));
        Ok(rows)
    }

    /// What is spent on a line in a year, with what stands there today, and what is received.
    fn of_investment(
        self,
        line: &'a InvestmentBudgetLine,
        (slot, year): (usize, Year),
    ) -> Result<Vec<Row<'a>>, Overflow> {
        let at = |years: [Kroner; 4]| years.get(slot).copied().unwrap_or_default();
        let (today, spent, received) = (at(line.today), at(line.spent), at(line.received));
        let kinds = [
            (SPENT, today, spent, line.stands_today || !spent.is_zero()),
            (RECEIVED, Kroner::ZERO, received, !received.is_zero()),
        ];
        let (unit, function, art) = match &line.line {
            Some(InvestmentLine { unit, function, art }) => (self.unit(unit), &**function, &**art),
            None => (Unit::default(), "", ""),
        };
        let mut rows = Vec::new();
        for (place, today, change, _) in kinds.into_iter().filter(|(.., is_shown)| *is_shown) {
            let is_read = !self.0.budget.unread.may_be_line(unit.code, function, art);
            let is_known = self.0.is_known && line.line.is_some() && is_read;
            let future = today.plus(change)?;
            let [today, future] = [today, future].map(|amount| is_known.then_some(amount));
            let moved = line.cases.get(slot).filter(|_| !change.is_zero());
            let cases = moved.into_iter().flatten().copied().collect();
            rows.push(Row { unit, function, art, today, future, cases, ..self.beside(year, change, place) });
        }
        Ok(rows)
    }
}
