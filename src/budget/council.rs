//! The council's table: inngående ramme → deflator → tiltak → ny ramme, as Norwegian municipalities
//! print it (Hustadvika kommune: change per year; Elverum and Sandnes kommune: level against base).

use super::case::LineEntry;
use super::future::FutureBudget;
use super::plan::{Layout, Plan, levels};
use super::unit::UnitBudget;
use crate::model::{CalculationRules, Rounding};
use crate::units::{Decimal, Kroner, Overflow, Rate, Year, each, round};
use std::collections::{BTreeMap, BTreeSet};

/// What the deflator is counted on, and what the table is printed in: whole 1 000 kr.
const THOUSAND: Decimal = Decimal::ONE_THOUSAND;

/// One table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouncilTable {
    /// What it is of.
    pub scope: Scope,
    /// Each plan year, as change.
    pub years: [CouncilYear; 4],
    /// One row per case that moves it, by case id.
    pub rows: Vec<CouncilRow>,
}

/// What a table is of. The order of the variants is the order of the tables.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// One ansvar: position in [`FutureBudget::units`].
    Unit(usize),
    /// The ansvar that only cases of one område name, and what those cases book on no line.
    Area(String),
    /// The ansvar that cases of these områder name together, by name.
    SharedBy(Vec<String>),
}

/// One plan year of a table, kroner in KOSTRA sign; amounts as change from the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CouncilYear {
    /// Plan year.
    pub year: Year,
    /// inngående ramme: the year before's ny ramme; the first year today's budget.
    pub opening: Kroner,
    /// The deflator of the year on inngående ramme, whole 1 000 kr.
    pub deflator: Kroner,
    /// What today's budget itself changes from the year before (lines with år); 0 the first year.
    pub base_change: Kroner,
    /// sum tiltak
    pub measures: Kroner,
    /// ny ramme = inngående ramme + deflator + change of today's budget + sum tiltak.
    pub closing: Kroner,
}

/// tiltak: what one case makes of the budget, kroner in KOSTRA sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CouncilRow {
    /// Position in [`FutureBudget::cases`].
    pub case: usize,
    /// Where it is booked.
    pub measure: Measure,
    /// Against today's budget in each plan year: [`Layout::of`] makes it change per year.
    pub levels: [Kroner; 4],
}

/// Where a row of the table is booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// On budget lines; what new practice makes of it is in it.
    OnLines,
    /// On no line (uten budsjettpost).
    WithoutLine,
}

/// The deflator: a3.yaml's rates of the years after budsjettår's prices, and which way it is rounded.
#[derive(Debug, Clone, Copy)]
pub struct DeflatorTerms<'a> {
    /// Rate by year; a year without one has none.
    pub rates: &'a BTreeMap<Year, Rate>,
    /// avrunding, to whole 1 000 kr.
    pub rounding: Rounding,
}

impl<'a> DeflatorTerms<'a> {
    /// Those of a3.yaml.
    pub const fn of(rules: &'a CalculationRules) -> Self {
        Self { rates: &rules.growth, rounding: rules.rounding }
    }

    /// The deflator on an inngående ramme taken in whole 1 000 kr, as it is printed; kroner.
    fn on(self, opening: Kroner, year: Year) -> Result<Kroner, Overflow> {
        let Some(rate) = self.rates.get(&year) else { return Ok(Kroner::ZERO) };
        let exact = in_thousands(opening)?.times(rate.value())?;
        let whole = match self.rounding {
            Rounding::Nearest => exact.rounded(0),
            Rounding::Down => Kroner::new(exact.value().floor()),
        };
        whole.times(THOUSAND)
    }
}

/// What is left over where the printed parts of a year do not add up to the printed sum; kroner, a
/// multiple of 1 000. Zero where the year foots as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PrintRounding {
    /// Printed sum tiltak − the printed rows.
    pub measures: Kroner,
    /// Printed ny ramme − the printed lines above it.
    pub closing: Kroner,
}

/// Printed sum − printed parts, in whole 1 000 kr each; in kroner.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn print_rounding(parts: impl IntoIterator<Item = Kroner>, sum: Kroner) -> Result<Kroner, Overflow> {
    let mut left = in_thousands(sum)?;
    for part in parts {
        left.subtract(in_thousands(part)?)?;
    }
    left.times(THOUSAND)
}

fn in_thousands(amount: Kroner) -> Result<Kroner, Overflow> {
    amount.over(THOUSAND).map(|thousands| Kroner::new(round(thousands.value(), 0)))
}

/// What a table is made of: a budget, and what cases make of it.
#[derive(Debug, Clone, Default)]
pub struct CouncilParts {
    /// Today's budget in each plan year, kroner.
    pub today: [Kroner; 4],
    /// Each case's rows against today's budget in each plan year, kroner.
    pub levels: BTreeMap<(usize, Measure), [Kroner; 4]>,
}

impl CouncilParts {
    /// The table they make with a deflator.
    ///
    /// # Errors
    /// [`Overflow`] when a figure does not fit.
    pub fn table(self, scope: Scope, terms: DeflatorTerms<'_>, plan: Plan) -> Result<CouncilTable, Overflow> {
        let measures = Layout::Change.of(Kroner::sum_years(self.levels.values().copied())?)?;
        let [first, ..] = self.today;
        let (mut opening, mut base, mut years) = (first, first, Vec::with_capacity(4));
        for ((year, today), measures) in plan.years().into_iter().zip(self.today).zip(measures) {
            let deflator = terms.on(opening, year)?;
            let base_change = today.minus(base)?;
            let closing = opening.plus(deflator)?.plus(base_change)?.plus(measures)?;
            years.push(CouncilYear { year, opening, deflator, base_change, measures, closing });
            (opening, base) = (closing, today);
        }
        let years = years.try_into().map_err(|_| Overflow)?;
        let rows = self.levels.into_iter();
        let rows = rows.map(|((case, measure), levels)| CouncilRow { case, measure, levels }).collect();
        Ok(CouncilTable { scope, years, rows })
    }

    fn add(&mut self, unit: &UnitBudget, budget: &FutureBudget) -> Result<(), Overflow> {
        self.today = each(self.today, unit.years, |sum, at| sum.plus(at.today.net()?))?;
        for line in budget.lines.get(unit.lines.clone()).unwrap_or_default() {
            for entry in &line.entries {
                self.book(entry, Measure::OnLines, budget.plan)?;
            }
        }
        for part in &unit.differences {
            let row = self.levels.entry((part.case, Measure::OnLines)).or_default();
            budget.plan.add(row, part.year, part.amount)?;
        }
        Ok(())
    }

    fn book(&mut self, entry: &LineEntry, measure: Measure, plan: Plan) -> Result<(), Overflow> {
        plan.add(self.levels.entry((entry.case, measure)).or_default(), entry.year, entry.amount)
    }
}

impl CouncilTable {
    /// The years in a layout. As level, inngående ramme is the base in every year, and the rest is
    /// counted from it.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn years_in(&self, layout: Layout) -> Result<[CouncilYear; 4], Overflow> {
        match layout {
            Layout::Change => Ok(self.years),
            Layout::Level => {
                let [CouncilYear { opening, .. }, ..] = self.years;
                let deflators = levels(self.years.map(|at| at.deflator))?;
                let bases = levels(self.years.map(|at| at.base_change))?;
                let measures = levels(self.years.map(|at| at.measures))?;
                let mut years = self.years;
                let all = years.iter_mut().zip(deflators).zip(bases).zip(measures);
                for (((at, deflator), base_change), measures) in all {
                    *at = CouncilYear { opening, deflator, base_change, measures, ..*at };
                }
                Ok(years)
            }
        }
    }

    /// What the print in whole 1 000 kr leaves over in each year, in a layout.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn print_rounding(&self, layout: Layout) -> Result<[PrintRounding; 4], Overflow> {
        let mut rows: [Vec<Kroner>; 4] = Default::default();
        for row in &self.rows {
            for (of_year, amount) in rows.iter_mut().zip(layout.of(row.levels)?) {
                of_year.push(amount);
            }
        }
        each(self.years_in(layout)?, rows, |at, rows| {
            let above = [at.opening, at.deflator, at.base_change, at.measures];
            Ok(PrintRounding {
                measures: print_rounding(rows, at.measures)?,
                closing: print_rounding(above, at.closing)?,
            })
        })
    }
}

impl FutureBudget {
    /// One table per ansvar.
    ///
    /// # Errors
    /// [`Overflow`] when a figure does not fit.
    pub fn council_by_unit(&self, terms: DeflatorTerms<'_>) -> Result<Vec<CouncilTable>, Overflow> {
        let tables = self.units.iter().enumerate().map(|(place, unit)| {
            let mut parts = CouncilParts::default();
            parts.add(unit, self)?;
            parts.table(Scope::Unit(place), terms, self.plan)
        });
        tables.collect()
    }

    /// One table per område, and one per set of områder that share ansvar. An ansvar is in one
    /// table only, so the tables add up to the whole.
    ///
    /// # Errors
    /// [`Overflow`] when a figure does not fit.
    pub fn council_by_area(&self, terms: DeflatorTerms<'_>) -> Result<Vec<CouncilTable>, Overflow> {
        let mut tables: BTreeMap<Scope, CouncilParts> = BTreeMap::new();
        for unit in &self.units {
            tables.entry(self.scope_of(&unit.cases)).or_default().add(unit, self)?;
        }
        for entry in &self.without_line {
            let parts = tables.entry(self.scope_of(&[entry.case])).or_default();
            parts.book(entry, Measure::WithoutLine, self.plan)?;
        }
        tables.into_iter().map(|(scope, parts)| parts.table(scope, terms, self.plan)).collect()
    }

    /// The ansvar that a table of that scope holds.
    pub fn units_in(&self, scope: &Scope) -> Vec<&UnitBudget> {
        let units = self.units.iter().enumerate().filter(|(place, unit)| match scope {
            Scope::Unit(at) => at == place,
            Scope::Area(_) | Scope::SharedBy(_) => self.scope_of(&unit.cases) == *scope,
        });
        units.map(|(_, unit)| unit).collect()
    }

    fn scope_of(&self, cases: &[usize]) -> Scope {
        let cases = cases.iter().filter_map(|case| self.cases.get(*case));
        let areas: BTreeSet<&String> = cases.map(|case| &case.area).collect();
        let areas: Vec<String> = areas.into_iter().cloned().collect();
        match <[String; 1]>::try_from(areas) {
            Ok([area]) => Scope::Area(area),
            Err(areas) => Scope::SharedBy(areas),
        }
    }
}
