//! regnskap: what is booked on the lines that cases touch, against the new budget of the year.
//!
//! The end of the year is a straight line: booked ÷ months × 12. It is rounded once for each ansvar and art, to
//! the decimals it is printed with, so that parts add up to their sums exactly.

use super::future::FutureBudget;
use super::plan::{ENTRY_DECIMALS, Plan};
use super::today::TodayLines;
use crate::ledger::{AccountClass, Ledger, Line, Month};
use crate::units::{Decimal, Kroner, Overflow};
use core::ops::Range;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An ansvar and art, in every funksjon.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitArt {
    /// ansvar
    pub unit: String,
    /// art (KOSTRA)
    pub art: String,
}

/// What the accounts are held against.
#[derive(Debug, Clone, Copy)]
pub struct Holding<'h> {
    /// What the cases touch.
    pub touched: &'h BTreeSet<UnitArt>,
    /// What is booked.
    pub accounts: &'h Ledger,
    /// The last month something is booked in; none where nothing is.
    pub months: Option<Month>,
    /// The new budget; none where it is not known.
    pub budget: Option<NewBudget<'h>>,
    /// The plan, whose first year is that of the accounts.
    pub plan: Plan,
}

/// nytt budsjett: today's, and what cases make of it.
#[derive(Debug, Clone, Copy)]
pub struct NewBudget<'h> {
    /// Today's budget.
    pub today: &'h Ledger,
    /// What the cases that are decided do to it.
    pub future: &'h FutureBudget,
}

/// What is booked, and what it is held against. Kroner in KOSTRA sign: expense plus. None where a line that
/// could not be read may be among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Booked {
    /// nytt budsjett of the year
    pub budget: Option<Kroner>,
    /// bokført so far
    pub booked: Option<Kroner>,
    /// hele året: booked ÷ months × 12
    pub whole_year: Option<Kroner>,
    /// avvik: the whole year − the new budget; plus where more is spent
    pub over: Option<Kroner>,
}

/// One ansvar and art of the accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookedLine {
    /// Which.
    pub at: UnitArt,
    /// What is booked.
    pub booked: Booked,
    /// How many lines of the accounts it is the sum of.
    pub lines: usize,
}

/// One ansvar: the arts of it that cases touch, together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookedUnit {
    /// ansvar
    pub unit: String,
    /// Its arts: positions in [`BookedYear::lines`].
    pub lines: Range<usize>,
    /// Their sum.
    pub booked: Booked,
}

/// The accounts of the year, where cases touch them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BookedYear {
    /// By ansvar and art.
    pub lines: Vec<BookedLine>,
    /// By ansvar.
    pub units: Vec<BookedUnit>,
    /// All together.
    pub total: Booked,
    /// Good lines of the file.
    pub looked_at: usize,
    /// Those that are in a sum here.
    pub used: usize,
    /// Those of investment (kontoklasse 0), which are in no sum.
    pub investment: usize,
}

impl Holding<'_> {
    /// What is booked on what the cases touch.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn hold(self) -> Result<BookedYear, Overflow> {
        let booked = self.sums(self.accounts)?;
        let budget = self.budget.map(|budget| self.new_budget(budget)).transpose()?;
        let counts = self.counts();
        // A file without lines says nothing of what is booked.
        let is_empty = self.accounts.lines.is_empty();
        let mut lines = Vec::with_capacity(self.touched.len());
        for at in self.touched {
            let is_unread = is_empty || self.accounts.unread.may_be_art(&at.unit, &at.art);
            let so_far = booked.get(at).copied().unwrap_or_default();
            let so_far = Some(so_far).filter(|_| !is_unread);
            let budget = budget.as_ref().and_then(|of| *of.get(at).unwrap_or(&None));
            let booked = Booked::of(budget, so_far, self.months)?;
            lines.push(BookedLine { at: at.clone(), booked, lines: counts.get(at).copied().unwrap_or(0) });
        }
        let units = units_of(&lines)?;
        let total = Booked::sum(lines.iter().map(|line| line.booked))?;
        let is_investment = |line: &&Line| line.class == AccountClass::Investment;
        let investment = self.accounts.lines.each_part(|part| part.iter().filter(is_investment).count());
        Ok(BookedYear {
            units,
            total,
            looked_at: self.accounts.lines.len(),
            used: lines.iter().map(|line| line.lines).sum(),
            investment: investment.iter().sum(),
            lines,
        })
    }

    /// What some lines come to in the year, on each ansvar and art that is touched.
    fn sums(self, ledger: &Ledger) -> Result<BTreeMap<UnitArt, Kroner>, Overflow> {
        let units: BTreeSet<&str> = self.touched.iter().map(|at| at.unit.as_str()).collect();
        let lines = TodayLines::of(ledger, &units, self.plan)?;
        let mut sums: BTreeMap<UnitArt, Kroner> = BTreeMap::new();
        for line in &lines.running {
            let at = UnitArt { unit: line.unit.to_string(), art: line.art.digits().to_owned() };
            let [amount, ..] = line.amount;
            if self.touched.contains(&at) {
                sums.entry(at).or_default().add(amount)?;
            }
        }
        Ok(sums)
    }

    /// The new budget of each ansvar and art that is touched; none where a bad line may be of it,
    /// or more than one new practice is.
    fn new_budget(self, budget: NewBudget<'_>) -> Result<BTreeMap<UnitArt, Option<Kroner>>, Overflow> {
        let NewBudget { today, future } = budget;
        let mut sums = self.sums(today)?;
        for line in &future.lines {
            let at = UnitArt { unit: line.unit.to_string(), art: line.art.to_string() };
            let [change, ..] = line.change()?;
            if self.touched.contains(&at) {
                sums.entry(at).or_default().add(change)?;
            }
        }
        let clashing = future.clashing_units(self.plan.first);
        let known = self.touched.iter().map(|at| {
            let is_unread = today.unread.may_be_art(&at.unit, &at.art);
            let is_known = !is_unread && !clashing.contains(at.unit.as_str());
            let sum = sums.get(at).copied().unwrap_or_default();
            (at.clone(), Some(sum).filter(|_| is_known))
        });
        Ok(known.collect())
    }

    /// How many lines of the accounts are of each ansvar and art that is touched.
    fn counts(self) -> BTreeMap<UnitArt, usize> {
        let units: BTreeSet<&str> = self.touched.iter().map(|at| at.unit.as_str()).collect();
        let of_part = |lines: &[Line]| {
            let runs = lines.chunk_by(|one, other| Arc::ptr_eq(&one.unit, &other.unit));
            let runs = runs.filter(|run| run.first().is_some_and(|line| units.contains(&*line.unit)));
            let running = runs.flatten().filter(|line| line.class == AccountClass::Running);
            let mut counts: BTreeMap<UnitArt, usize> = BTreeMap::new();
            for line in running {
                let at = UnitArt { unit: line.unit.to_string(), art: line.art.digits().to_owned() };
                let count = counts.entry(at).or_default();
                *count = count.saturating_add(1);
            }
            counts
        };
        let mut all: BTreeMap<UnitArt, usize> = BTreeMap::new();
        let parts: Vec<BTreeMap<UnitArt, usize>> = self.accounts.lines.each_part(of_part);
        for (at, count) in parts.into_iter().flatten() {
            let sum = all.entry(at).or_default();
            *sum = sum.saturating_add(count);
        }
        all
    }
}

impl Booked {
    fn of(budget: Option<Kroner>, booked: Option<Kroner>, months: Option<Month>) -> Result<Self, Overflow> {
        let whole_year = booked.zip(months).map(|(booked, months)| whole_year(booked, months)).transpose()?;
        let over = whole_year.zip(budget).map(|(year, budget)| year.minus(budget)).transpose()?;
        Ok(Self { budget, booked, whole_year, over })
    }

    /// Some together: not known where one of them is not.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn sum(parts: impl Iterator<Item = Self> + Clone) -> Result<Self, Overflow> {
        let of = |term: fn(&Self) -> Option<Kroner>| {
            let known: Option<Vec<Kroner>> = parts.clone().map(|part| term(&part)).collect();
            known.map(Kroner::sum).transpose()
        };
        Ok(Self {
            budget: of(|part| part.budget)?,
            booked: of(|part| part.booked)?,
            whole_year: of(|part| part.whole_year)?,
            over: of(|part| part.over)?,
        })
    }
}

/// A straight line to the end of the year.
fn whole_year(booked: Kroner, months: Month) -> Result<Kroner, Overflow> {
    let number = |month: Month| Decimal::from(month.number());
    Ok(booked.times(number(Month::LAST))?.over(number(months))?.rounded(ENTRY_DECIMALS))
}

fn units_of(lines: &[BookedLine]) -> Result<Vec<BookedUnit>, Overflow> {
    let (mut units, mut start) = (Vec::new(), 0_usize);
    for of_unit in lines.chunk_by(|one, other| one.at.unit == other.at.unit) {
        let range = start..start.saturating_add(of_unit.len());
        start = range.end;
        let Some(first) = of_unit.first() else { continue };
        let booked = Booked::sum(of_unit.iter().map(|line| line.booked))?;
        units.push(BookedUnit { unit: first.at.unit.clone(), lines: range, booked });
    }
    Ok(units)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::sample::{kroner, ledger, line, year};
    use crate::ledger::read_accounts;
    use proptest::prelude::*;

    fn touched(all: &[(&str, &str)]) -> BTreeSet<UnitArt> {
        all.iter().map(|(unit, art)| UnitArt { unit: (*unit).to_owned(), art: (*art).to_owned() }).collect()
    }

    fn plan() -> Plan {
        Plan { first: year(2027) }
    }

    fn held(accounts: &Ledger, months: u8, all: &[(&str, &str)]) -> BookedYear {
        let (touched, months) = (touched(all), Month::new(months));
        Holding { touched: &touched, accounts, months, budget: None, plan: plan() }.hold().unwrap()
    }

    #[test]
    fn the_year_is_a_straight_line_from_what_is_booked() {
        let accounts = ledger(&[
            line("3210 257 010", "700", None),
            line("3210 253 010", "100.50", None),
            line("3210 257 120", "9", None),
            line("4000 257 010", "1", None),
            Line { class: AccountClass::Investment, ..line("3210 257 010", "5000", None) },
        ]);
        let year = held(&accounts, 8, &[("3210", "010"), ("9999", "010")]);
        let figures: Vec<_> =
            year.lines.iter().map(|line| (line.booked.booked, line.booked.whole_year)).collect();
        let zero = (Some(Kroner::ZERO), Some(Kroner::ZERO));
        assert_eq!(figures, [(Some(kroner("800.50")), Some(kroner("1200.75"))), zero]);
        assert_eq!((year.looked_at, year.used, year.investment), (5, 2, 1));
        assert_eq!(year.total.booked, Some(kroner("800.50")));
        assert_eq!((year.total.budget, year.total.over), (None, None), "no budget, so nothing to be over");
    }

    #[test]
    fn a_line_that_cannot_be_read_is_not_nothing() {
        let text =
            "ansvar;funksjon;art;periode;beløp\n3210;257;010;8;x\n3210;257;010;8;5\n3210;257;120;8;7\n";
        let read = read_accounts("r.csv", text.into(), year(2027));
        let year = held(&read.ledger, 8, &[("3210", "010"), ("3210", "120")]);
        assert_eq!(year.lines[0].booked.booked, None);
        assert_eq!(year.lines[1].booked.booked, Some(kroner("7")));
        assert_eq!((year.total.booked, year.total.whole_year), (None, None));
    }

    proptest! {
        #[test]
        fn parts_add_up_to_their_sums_and_the_line_is_straight(
            amounts in prop::collection::vec((0_u8..3, 0_u8..3, -1_000_000_000_i64..1_000_000_000), 1..20),
            months in 1_u8..=12,
        ) {
            let lines: Vec<Line> = amounts.iter().map(|(unit, art, amount)| Line {
                amount: Kroner::new(Decimal::new(*amount, 2)),
                ..line(&format!("{unit} 257 01{art}"), "0", None)
            }).collect();
            let units = ["0", "1", "2"];
            let all: Vec<(&str, &str)> =
                units.iter().flat_map(|unit| ["010", "011", "012"].map(|art| (*unit, art))).collect();
            let year = held(&ledger(&lines), months, &all);
            let booked = Kroner::sum(lines.iter().map(|line| line.amount)).unwrap();
            prop_assert_eq!(year.total.booked, Some(booked));
            prop_assert_eq!(year.used, lines.len());
            let parts = |term: fn(&Booked) -> Option<Kroner>| {
                Kroner::sum(year.units.iter().map(|unit| term(&unit.booked).unwrap())).unwrap()
            };
            prop_assert_eq!(Some(parts(|of| of.whole_year)), year.total.whole_year);
            prop_assert_eq!(Some(parts(|of| of.booked)), year.total.booked);
            for line in &year.lines {
                let [booked, whole] = [line.booked.booked, line.booked.whole_year].map(Option::unwrap);
                let back = whole.times(Decimal::from(months)).unwrap();
                let off = back.minus(booked.times(Decimal::from(12)).unwrap()).unwrap().abs();
                prop_assert!(off <= kroner("0.00000006"), "{off:?}");
                prop_assert!(months < 12 || whole == booked, "a whole year is what is booked");
            }
        }
    }
}
