//! What is known of a future budget where lines of today's could not be read: their amounts are unknown
//! wherever they would have counted, and never 0.

use super::council::Scope;
use super::future::FutureBudget;
use super::line::FutureLine;
use super::unit::UnitBudget;
use crate::units::Year;

impl FutureBudget {
    /// Whether every line of the file could be read.
    pub fn knows_file(&self) -> bool {
        self.unread.is_empty()
    }

    /// Whether every line of the units touched could be read.
    pub fn knows_units(&self) -> bool {
        self.units.iter().all(|unit| self.knows_unit(&unit.unit))
    }

    /// Whether every line of an ansvar could be read.
    pub fn knows_unit(&self, unit: &str) -> bool {
        !self.unread.may_be(unit)
    }

    /// Whether all that stands on a line today could be read.
    pub fn knows_line(&self, line: &FutureLine) -> bool {
        !self.unread.may_be_line(&line.unit, &line.function, &line.art)
    }

    /// Whether it is known what happens to a line: new practice in place of what could not be read changes
    /// it by nobody knows how much.
    pub fn knows_change(&self, line: &FutureLine, year: Year) -> bool {
        self.knows_line(line) || line.replaced_in(year).is_none()
    }

    /// The same of all lines of a unit.
    pub fn knows_change_of(&self, unit: &UnitBudget, year: Year) -> bool {
        let lines = self.lines.get(unit.lines.clone()).unwrap_or_default();
        self.knows_unit(&unit.unit) || lines.iter().all(|line| self.knows_change(line, year))
    }

    /// Whether every line of what a table of the council is of could be read.
    pub fn knows_frame(&self, scope: &Scope) -> bool {
        self.units_in(scope).into_iter().all(|unit| self.knows_unit(&unit.unit))
    }

    /// Whether it is known what the cases change there.
    pub fn knows_measures(&self, scope: &Scope) -> bool {
        let knows =
            |unit: &UnitBudget| self.plan.years().into_iter().all(|year| self.knows_change_of(unit, year));
        self.units_in(scope).into_iter().all(knows)
    }

    /// The same of all lines that some cases say the new practice of: positions in
    /// [`FutureBudget::cases`].
    pub fn knows_change_by(&self, cases: &[usize], year: Year) -> bool {
        let is_theirs = |line: &&FutureLine| {
            line.replaced_in(year).is_some_and(|by| cases.binary_search(&by.case).is_ok())
        };
        self.knows_file() || self.lines.iter().filter(is_theirs).all(|line| self.knows_line(line))
    }
}
