//! Today's budget of the units touched: the lines of the file, summed by ansvar, funksjon and art.

use super::plan::{ENTRY_DECIMALS, Plan, add};
use crate::ledger::{AccountClass, Ledger, Line};
use crate::units::{Fte, Kroner, Overflow};
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What stands in today's budget for the units touched, each list by ansvar, funksjon and art.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Today {
    /// The running budget (kontoklasse 1).
    pub running: Vec<TodayLine>,
    /// The investment budget (kontoklasse 0).
    pub investment: Vec<TodayLine>,
}

/// One ansvar, funksjon and art in the four plan years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodayLine {
    /// ansvar
    pub unit: Arc<str>,
    /// funksjon (KOSTRA)
    pub function: Arc<str>,
    /// art (KOSTRA)
    pub art: Arc<str>,
    /// kroner of each plan year, in the prices of the budget year; expense plus.
    pub amount: [Kroner; 4],
    /// årsverk of each plan year; none where no line of the file says any.
    pub fte: [Option<Fte>; 4],
}

impl Today {
    /// Goes through the file once and keeps what belongs to the units touched. A line without år
    /// holds for all four years; one for a year outside the plan for none.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn of(ledger: &Ledger, touched: &BTreeSet<&str>, plan: Plan) -> Result<Self, Overflow> {
        let places: HashMap<&str, usize> = touched.iter().copied().zip(0..).collect();
        let mut running = vec![Vec::new(); touched.len()];
        let mut investment = vec![Vec::new(); touched.len()];
        // An accounting system writes one ansvar after the other.
        let mut before: Option<(&Arc<str>, Option<usize>)> = None;
        for line in &ledger.lines {
            let place = match before {
                Some((unit, place)) if Arc::ptr_eq(unit, &line.unit) => place,
                Some(_) | None => places.get(&*line.unit).copied(),
            };
            before = Some((&line.unit, place));
            let units = match line.class {
                AccountClass::Running => &mut running,
                AccountClass::Investment => &mut investment,
            };
            if let Some(unit) = place.and_then(|place| units.get_mut(place)) {
                unit.push(line);
            }
        }
        Ok(Self { running: sum_up(running, plan)?, investment: sum_up(investment, plan)? })
    }
}

/// Lines by unit → lines by ansvar, funksjon and art, each once.
fn sum_up(units: Vec<Vec<&Line>>, plan: Plan) -> Result<Vec<TodayLine>, Overflow> {
    let mut all = Vec::new();
    for mut unit in units {
        unit.sort_by(|one, other| by_code(one, other));
        for same in unit.chunk_by(|one, other| by_code(one, other).is_eq()) {
            if let [first, ..] = same {
                all.push(TodayLine::at(first));
            }
            all.last_mut().map_or(Ok(()), |line: &mut TodayLine| line.sum(same, plan))?;
        }
    }
    Ok(all)
}

impl TodayLine {
    /// Nothing on the line of `line`.
    fn at(line: &Line) -> Self {
        let (unit, function, art) = (line.unit.clone(), line.function.clone(), line.art.clone());
        Self { unit, function, art, amount: [Kroner::ZERO; 4], fte: [None; 4] }
    }

    fn sum(&mut self, lines: &[&Line], plan: Plan) -> Result<(), Overflow> {
        // Most lines hold for all four years: they are summed once.
        let (mut amount, mut fte) = (Kroner::ZERO, None);
        for line in lines.iter().filter(|line| line.year.is_none()) {
            amount = amount.plus(line.amount.rounded(ENTRY_DECIMALS))?;
            fte = with_fte(fte, line)?;
        }
        (self.amount, self.fte) = ([amount; 4], [fte; 4]);
        for line in lines {
            let Some(slot) = line.year.and_then(|year| plan.slot(year)) else { continue };
            add(&mut self.amount, slot, line.amount.rounded(ENTRY_DECIMALS))?;
            if let Some(fte) = self.fte.get_mut(slot) {
                *fte = with_fte(*fte, line)?;
            }
        }
        Ok(())
    }
}

fn with_fte(fte: Option<Fte>, line: &Line) -> Result<Option<Fte>, Overflow> {
    let Some(more) = line.fte else { return Ok(fte) };
    fte.unwrap_or_default().plus(more.rounded(ENTRY_DECIMALS)).map(Some)
}

/// By funksjon and art. One text is often one place in memory, which is faster to see.
fn by_code(one: &Line, other: &Line) -> Ordering {
    let cmp = |one: &Arc<str>, other: &Arc<str>| {
        if Arc::ptr_eq(one, other) { Ordering::Equal } else { one.cmp(other) }
    };
    cmp(&one.function, &other.function).then_with(|| cmp(&one.art, &other.art))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::sample::{fte, kroner, ledger, line, year};

    fn plan() -> Plan {
        Plan { first: year(2027) }
    }

    #[test]
    fn a_line_without_year_holds_for_all_four_and_one_with_a_year_for_that_year() {
        let budget = ledger(&[
            line("3210 257 010", "800", Some("2.5")),
            Line { year: Some(year(2029)), ..line("3210 257 010", "-50", Some("-0.5")) },
            Line { year: Some(year(2031)), ..line("3210 257 010", "7", None) },
        ]);
        let today = Today::of(&budget, &["3210"].into(), plan()).unwrap();
        assert_eq!(today.running.len(), 1);
        assert_eq!(today.running[0].amount, ["800", "800", "750", "800"].map(kroner));
        assert_eq!(today.running[0].fte, ["2.5", "2.5", "2", "2.5"].map(|text| Some(fte(text))));
    }

    #[test]
    fn only_units_touched_are_kept_and_investment_stands_apart() {
        let budget = ledger(&[
            line("4000 257 010", "1", None),
            line("3210 257 120", "3", None),
            line("3210 120 120", "2", None),
            Line { class: AccountClass::Investment, ..line("3210 257 200", "9", None) },
        ]);
        let today = Today::of(&budget, &["3210", "9999"].into(), plan()).unwrap();
        let functions: Vec<_> = today.running.iter().map(|line| &*line.function).collect();
        assert_eq!(functions, ["120", "257"]);
        assert_eq!(today.running[0].fte, [None; 4]);
        assert_eq!(today.investment[0].amount, ["9", "9", "9", "9"].map(kroner));
    }
}
