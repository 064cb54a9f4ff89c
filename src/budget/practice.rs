//! ny_praksis: which lines the new practice replaces in which year, and where two practices clash.

use super::case::{CarriedOut, moving};
use super::plan::{ENTRY_DECIMALS, Plan, add_known};
use super::today::LineKey;
use crate::calc::split_by_art;
use crate::model::{From, NewPractice, Organisation, Schedule};
use crate::units::{Fte, Kroner, Overflow, Year};
use std::collections::{BTreeMap, BTreeSet};

/// Why there is no future budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoBudget {
    /// A figure grew past 28 digits.
    TooLarge,
    /// A stilling of bemanning is not in a3.yaml. Reading a file refuses it first.
    UnknownPosition {
        /// The case's id.
        case: String,
        /// The stilling.
        position: String,
    },
}

impl core::convert::From<Overflow> for NoBudget {
    fn from(_: Overflow) -> Self {
        Self::TooLarge
    }
}

/// What a new practice puts in place of a line in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    /// Plan year.
    pub year: Year,
    /// Whose practice it is: position in [`super::FutureBudget::cases`].
    pub case: usize,
    /// What the line then is, before other cases; kroner in KOSTRA sign.
    pub amount: Kroner,
    /// The årsverk of bemanning, on its wage line (art 010) alone; none elsewhere.
    pub fte: Option<Fte>,
}

/// More than one new practice for one ansvar, funksjon and year. None of them replaces anything there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeClash {
    /// ansvar
    pub unit: String,
    /// funksjon
    pub function: String,
    /// Plan year.
    pub year: Year,
    /// Positions in [`super::FutureBudget::cases`]. One alone says the same line twice: in two
    /// parts of its ny_praksis that begin in the same year, or both as bemanning and under andre.
    pub cases: Vec<usize>,
}

/// Every replaced line, and every clash by ansvar, funksjon and year.
#[derive(Debug, Default)]
pub(super) struct Practices<'a> {
    pub(super) replaced: BTreeMap<LineKey<'a>, Vec<Replaced>>,
    pub(super) clashes: Vec<PracticeClash>,
}

/// What one part of a case's ny_praksis says of one ansvar and funksjon.
#[derive(Debug)]
struct PracticePart<'a> {
    case: usize,
    /// Its first year.
    from: Year,
    lines: BTreeMap<&'a str, PracticeLine>,
    /// Whether a line is said both as bemanning and under andre.
    is_double: bool,
}

#[derive(Debug, Clone, Copy, Default)]
struct PracticeLine {
    amount: Kroner,
    fte: Option<Fte>,
}

impl<'a> Practices<'a> {
    /// The practices of the cases that move the budget, in force in each plan year.
    pub(super) fn of(
        cases: &[CarriedOut<'a>],
        organisation: &Organisation,
        plan: Plan,
    ) -> Result<Self, NoBudget> {
        let mut parts: BTreeMap<(&str, &str), Vec<PracticePart<'_>>> = BTreeMap::new();
        for (number, CarriedOut { case, schedule, .. }) in moving(cases) {
            for practice in &case.new_practice {
                let from = first_year(practice.from, *schedule);
                for (function, part) in functions_of(practice, &case.id, organisation)? {
                    let part = PracticePart { case: number, from, ..part };
                    parts.entry((&practice.unit, function)).or_default().push(part);
                }
            }
        }
        let mut all = Self::default();
        for ((unit, function), parts) in &parts {
            for year in plan.years() {
                let in_force: Vec<_> = parts.iter().filter(|part| part.from <= year).collect();
                let cases: BTreeSet<usize> = in_force.iter().map(|part| part.case).collect();
                let holding = if cases.len() <= 1 { holding(in_force) } else { None };
                let Some(holding) = holding else {
                    let (unit, function) = ((*unit).to_owned(), (*function).to_owned());
                    let cases = cases.into_iter().collect();
                    all.clashes.push(PracticeClash { unit, function, year, cases });
                    continue;
                };
                for (art, (part, line)) in holding {
                    let replaced = Replaced { year, case: part.case, amount: line.amount, fte: line.fte };
                    all.replaced.entry((unit, function, art)).or_default().push(replaced);
                }
            }
        }
        Ok(all)
    }
}

/// A line of new practice, and the part that says it.
type Holding<'p, 'a> = (&'p PracticePart<'a>, &'p PracticeLine);

/// What holds of one case's parts: of each line, what was said last; none where two parts that
/// begin in the same year say one line, or one part says it twice.
fn holding<'p, 'a>(mut parts: Vec<&'p PracticePart<'a>>) -> Option<BTreeMap<&'a str, Holding<'p, 'a>>> {
    parts.sort_by_key(|part| part.from);
    let mut holding: BTreeMap<&str, Holding<'_, '_>> = BTreeMap::new();
    for part in parts {
        for (art, line) in &part.lines {
            let before = holding.insert(art, (part, line));
            if part.is_double || before.is_some_and(|(before, _)| before.from == part.from) {
                return None;
            }
        }
    }
    Some(holding)
}

/// `år 2` moves with the start; a calendar year does not.
fn first_year(from: From, schedule: Schedule) -> Year {
    match from {
        From::CaseYear(k) => schedule.start.later(k.saturating_sub(1)),
        From::Calendar(year) => year,
    }
}

/// One part of a case's ny_praksis by funksjon, as of no year yet.
fn functions_of<'a>(
    practice: &'a NewPractice,
    case: &str,
    organisation: &Organisation,
) -> Result<BTreeMap<&'a str, PracticePart<'a>>, NoBudget> {
    let mut functions: BTreeMap<&str, PracticePart<'_>> = BTreeMap::new();
    let from = organisation.budget_year;
    let empty = || PracticePart { case: 0, from, lines: BTreeMap::new(), is_double: false };
    let unknown =
        |position: &str| NoBudget::UnknownPosition { case: case.to_owned(), position: position.to_owned() };
    for staff in &practice.staff {
        let position = organisation.positions.get(&staff.position);
        let position = position.ok_or_else(|| unknown(&staff.position))?;
        let cost = position.annual_cost.times(staff.fte.value())?.rounded(ENTRY_DECIMALS);
        let split = split_by_art(position, cost)?;
        let (wage, pension) = (split.wage.rounded(ENTRY_DECIMALS), split.pension.rounded(ENTRY_DECIMALS));
        let levy = cost.minus(wage)?.minus(pension)?;
        let fte = [Some(staff.fte.rounded(ENTRY_DECIMALS)), None, None];
        let said = functions.entry(&staff.function).or_insert_with(empty);
        for ((art, amount), fte) in NewPractice::STAFF_ARTS.into_iter().zip([wage, pension, levy]).zip(fte) {
            said.lines.entry(art).or_default().add(amount, fte)?;
        }
    }
    for other in &practice.others {
        let said = functions.entry(&other.function).or_insert_with(empty);
        let is_staffed = practice.staff.iter().any(|staff| staff.function == other.function);
        said.is_double |= is_staffed && NewPractice::STAFF_ARTS.contains(&other.art.as_str());
        said.lines.entry(&other.art).or_default().add(other.amount.rounded(ENTRY_DECIMALS), None)?;
    }
    Ok(functions)
}

impl PracticeLine {
    fn add(&mut self, amount: Kroner, fte: Option<Fte>) -> Result<(), Overflow> {
        self.amount.add(amount)?;
        add_known(&mut self.fte, fte)
    }
}
