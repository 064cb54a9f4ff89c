//! All of today's budget, to look lines and units up in.

use super::plan::{Plan, add_known};
use super::today::{TodayLine, TodayLines};
use crate::ledger::{Ledger, Unread};
use crate::units::{Fte, Overflow, Year};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Today's budget of every unit, by ansvar, funksjon and art.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodaysBudget {
    plan: Plan,
    lines: TodayLines,
    unread: Unread,
}

impl TodaysBudget {
    /// Sums the file once.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn of(ledger: &Ledger, plan: Plan) -> Result<Self, Overflow> {
        let parts = ledger.lines.parts();
        let runs = parts.flat_map(|lines| lines.chunk_by(|one, other| Arc::ptr_eq(&one.unit, &other.unit)));
        let units: BTreeSet<&str> = runs.filter_map(|run| Some(&*run.first()?.unit)).collect();
        Ok(Self { plan, lines: TodayLines::of(ledger, &units, plan)?, unread: ledger.unread.clone() })
    }

    /// Whether every line of an ansvar could be read, so that what is not there is missing.
    pub fn is_whole(&self, unit: &str) -> bool {
        !self.unread.may_be(unit)
    }

    /// Whether what stands on a line in a year is known: the file has the year.
    pub fn knows(&self, line: &TodayLine, year: Year) -> bool {
        !(line.by_year && self.unread.lacks(year))
    }

    /// The lines that could not be read.
    pub(super) const fn unread(&self) -> &Unread {
        &self.unread
    }

    /// The plan years its amounts are of.
    pub const fn plan(&self) -> Plan {
        self.plan
    }

    /// Whether the file has the ansvar at all, in drift or investering.
    pub fn has_unit(&self, unit: &str) -> bool {
        !of_unit(&self.lines.running, unit).is_empty() || !of_unit(&self.lines.investment, unit).is_empty()
    }

    /// The line of the running budget; none where the file has none.
    pub fn line(&self, unit: &str, function: &str, art: &str) -> Option<&TodayLine> {
        let mut lines = of_unit(&self.lines.running, unit).iter();
        lines.find(|line| &*line.function == function && &*line.art == art)
    }

    /// The årsverk of an ansvar in each plan year, of the lines that say any; none where no line does, and where the
    /// file lacks the year of one.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn fte(&self, unit: &str) -> Result<[Option<Fte>; 4], Overflow> {
        let mut all: [Option<Fte>; 4] = [None; 4];
        for line in of_unit(&self.lines.running, unit) {
            for (sum, fte) in all.iter_mut().zip(line.fte) {
                add_known(sum, fte)?;
            }
        }
        for (sum, year) in all.iter_mut().zip(self.plan.years()) {
            let is_known = of_unit(&self.lines.running, unit).iter().all(|line| self.knows(line, year));
            *sum = sum.filter(|_| is_known);
        }
        Ok(all)
    }

    /// The part of it that some units have.
    pub(super) fn of_units<'u>(&self, units: impl Iterator<Item = &'u str> + Clone) -> TodayLines {
        let part = |lines: &[TodayLine]| {
            units.clone().flat_map(|unit| of_unit(lines, unit)).cloned().collect::<Vec<TodayLine>>()
        };
        TodayLines { running: part(&self.lines.running), investment: part(&self.lines.investment) }
    }
}

fn of_unit<'t>(lines: &'t [TodayLine], unit: &str) -> &'t [TodayLine] {
    let from = lines.partition_point(|line| &*line.unit < unit);
    let rest = lines.get(from..).unwrap_or_default();
    let end = rest.partition_point(|line| &*line.unit == unit);
    rest.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::sample::{fte, kroner, ledger, line, year};
    use crate::ledger::{AccountClass, Line};

    fn todays_budget() -> TodaysBudget {
        let budget = ledger(&[
            line("4000 222 120", "9", None),
            line("3210 257 010", "800", Some("2.5")),
            line("3210 257 120", "30", None),
            line("3210 120 010", "400", Some("1")),
            Line { class: AccountClass::Investment, ..line("5000 222 230", "7", None) },
        ]);
        TodaysBudget::of(&budget, Plan { first: year(2027) }).unwrap()
    }

    #[test]
    fn a_line_is_found_by_its_three_codes() {
        let today = todays_budget();
        assert_eq!(today.line("3210", "257", "120").unwrap().amount, [kroner("30"); 4]);
        assert_eq!(today.line("3210", "257", "130"), None);
        assert_eq!(today.line("5000", "222", "230"), None, "investment is no line of the running budget");
    }

    #[test]
    fn a_unit_is_known_by_any_line_and_its_årsverk_are_summed() {
        let today = todays_budget();
        assert!(today.has_unit("5000") && today.has_unit("4000") && !today.has_unit("321"));
        assert_eq!(today.fte("3210").unwrap(), [Some(fte("3.5")); 4]);
        assert_eq!(today.fte("4000").unwrap(), [None; 4]);
    }

    #[test]
    fn a_part_holds_the_units_asked_for_alone() {
        let part = todays_budget().of_units(["3210", "5000", "9999"].into_iter());
        assert_eq!((part.running.len(), part.investment.len()), (3, 1));
    }
}
