//! Today's budget of the units touched: the lines of the file, summed by ansvar, funksjon and art.

use super::plan::{ENTRY_DECIMALS, Plan, add_known};
use crate::ledger::{AccountClass, Code, Ledger, Line};
use crate::units::{Fte, Kroner, Overflow};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// ansvar, funksjon, art
pub(super) type LineKey<'a> = (&'a str, &'a str, &'a str);

/// Today's budget of some units, each list by ansvar, funksjon and art.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TodayLines {
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
    pub function: Code,
    /// art (KOSTRA)
    pub art: Code,
    /// kroner of each plan year, in the prices of the budget year; expense plus.
    pub amount: [Kroner; 4],
    /// Whether every line of it in the file is of one year.
    pub by_year: bool,
    /// årsverk of each plan year; none where no line of the file says any.
    pub fte: [Option<Fte>; 4],
}

impl TodayLines {
    /// Goes through the file once and keeps what belongs to the units touched. A line without år
    /// holds for all four years; one for a year outside the plan for none.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn of(ledger: &Ledger, touched: &BTreeSet<&str>, plan: Plan) -> Result<Self, Overflow> {
        let places: HashMap<&str, usize> = touched.iter().copied().zip(0..).collect();
        let parts = ledger.lines.each_part(|lines| of_units(lines, &places));
        let mut running = vec![Vec::new(); touched.len()];
        let mut investment = vec![Vec::new(); touched.len()];
        for (place, line) in parts.into_iter().flatten() {
            let units = match line.class {
                AccountClass::Running => &mut running,
                AccountClass::Investment => &mut investment,
            };
            if let Some(unit) = units.get_mut(place) {
                unit.push(line);
            }
        }
        Ok(Self { running: sum_up(running, plan)?, investment: sum_up(investment, plan)? })
    }
}

/// The lines of the units that have a place, with it.
fn of_units<'l>(lines: &'l [Line], places: &HashMap<&str, usize>) -> Vec<(usize, &'l Line)> {
    // An accounting system writes one ansvar after the other.
    let runs = lines.chunk_by(|one, other| Arc::ptr_eq(&one.unit, &other.unit));
    let placed = runs.filter_map(|run| Some((*places.get(&*run.first()?.unit)?, run)));
    placed.flat_map(|(place, run)| run.iter().map(move |line| (place, line))).collect()
}

/// Lines by unit → lines by ansvar, funksjon and art, each once.
fn sum_up(units: Vec<Vec<&Line>>, plan: Plan) -> Result<Vec<TodayLine>, Overflow> {
    let mut all = Vec::new();
    for mut unit in units {
        let codes = |line: &&Line| (line.function, line.art);
        unit.sort_by_key(codes);
        for same in unit.chunk_by(|one, other| codes(one) == codes(other)) {
            all.extend(TodayLine::of(same, plan)?);
        }
    }
    Ok(all)
}

impl TodayLine {
    /// Lines of one ansvar, funksjon and art together.
    fn of(lines: &[&Line], plan: Plan) -> Result<Option<Self>, Overflow> {
        let Some(Line { unit, function, art, .. }) = lines.first() else { return Ok(None) };
        // Most lines hold for all four years: they are summed once.
        let (mut amount, mut fte) = (Kroner::ZERO, None);
        for line in lines.iter().filter(|line| line.year.is_none()) {
            amount.add(line.amount.rounded(ENTRY_DECIMALS))?;
            add_known(&mut fte, entry_fte(line))?;
        }
        let (mut amount, mut fte) = ([amount; 4], [fte; 4]);
        for line in lines {
            let Some(year) = line.year else { continue };
            plan.add(&mut amount, year, line.amount.rounded(ENTRY_DECIMALS))?;
            plan.at(&mut fte, year).map_or(Ok(()), |fte| add_known(fte, entry_fte(line)))?;
        }
        let by_year = lines.iter().all(|line| line.year.is_some());
        Ok(Some(Self { unit: unit.clone(), function: *function, art: *art, amount, by_year, fte }))
    }
}

fn entry_fte(line: &Line) -> Option<Fte> {
    line.fte.map(|fte| fte.rounded(ENTRY_DECIMALS))
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
        let today = TodayLines::of(&budget, &["3210"].into(), plan()).unwrap();
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
        let today = TodayLines::of(&budget, &["3210", "9999"].into(), plan()).unwrap();
        let functions: Vec<_> = today.running.iter().map(|line| &*line.function).collect();
        assert_eq!(functions, ["120", "257"]);
        assert_eq!(today.running[0].fte, [None; 4]);
        assert_eq!(today.investment[0].amount, ["9", "9", "9", "9"].map(kroner));
    }
}
