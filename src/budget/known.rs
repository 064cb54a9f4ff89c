//! What is known of a future budget where lines of today's could not be read, or are not in the file of a year: their amounts are
//! unknown wherever they would have counted, and never 0.

use super::council::Scope;
use super::future::FutureBudget;
use super::line::FutureLine;
use super::unit::UnitBudget;
use crate::units::Year;

impl FutureBudget {
    /// Whether all of the file is known in a year.
    pub fn knows_file(&self, year: Year) -> bool {
        self.unread.is_empty() && !self.unread.lacks(year)
    }

    /// Whether the file has a year of every line of the units touched.
    pub fn has_year(&self, year: Year) -> bool {
        self.lines.iter().all(|line| !self.lacks(line, year))
    }

    /// Whether all of the units touched is known in a year.
    pub fn knows_units(&self, year: Year) -> bool {
        self.units.iter().all(|unit| self.knows_unit(unit, year))
    }

    /// Whether every line of a unit could be read, and is in the file in a year.
    pub fn knows_unit(&self, unit: &UnitBudget, year: Year) -> bool {
        !self.unread.may_be(&unit.unit) && self.lines_of(unit).iter().all(|line| !self.lacks(line, year))
    }

    /// The same in every plan year, of the units a table of the council is of.
    pub fn knows_frame(&self, scope: &Scope) -> bool {
        let knows = |unit: &&UnitBudget| self.plan.years().iter().all(|year| self.knows_unit(unit, *year));
        self.units_in(scope).iter().all(knows)
    }

    /// Whether all that stands on a line today is known in a year: it could be read, and the file has the year.
    pub fn knows_line(&self, line: &FutureLine, year: Year) -> bool {
        !self.unread.may_be_line(&line.unit, &line.function, &line.art) && !self.lacks(line, year)
    }

    /// Whether the file has a line year by year, and not in this one.
    fn lacks(&self, line: &FutureLine, year: Year) -> bool {
        line.by_year && self.unread.lacks(year)
    }

    fn lines_of(&self, unit: &UnitBudget) -> &[FutureLine] {
        self.lines.get(unit.lines.clone()).unwrap_or_default()
    }

    /// Whether it is known what happens to a line: new practice in place of what could not be read changes
    /// it by nobody knows how much.
    pub fn knows_change(&self, line: &FutureLine, year: Year) -> bool {
        self.knows_line(line, year) || line.replaced_in(year).is_none()
    }

    /// The same of all lines of a unit.
    pub fn knows_change_of(&self, unit: &UnitBudget, year: Year) -> bool {
        self.knows_unit(unit, year) || self.lines_of(unit).iter().all(|line| self.knows_change(line, year))
    }

    /// The same of all units.
    pub fn knows_changes(&self, year: Year) -> bool {
        self.units.iter().all(|unit| self.knows_change_of(unit, year))
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
        self.knows_file(year) || self.lines.iter().filter(is_theirs).all(|line| self.knows_line(line, year))
    }
}
