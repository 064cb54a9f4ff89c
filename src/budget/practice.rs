//! ny_praksis: which lines the new practice replaces in which year, and where two practices clash.

use super::case::Chosen;
use super::plan::{ENTRY_DECIMALS, Plan};
use super::{Key, Wrong};
use crate::calc::split_by_art;
use crate::model::{From, NewPractice, Organisation, Schedule};
use crate::units::{Fte, Kroner, Overflow, Year};
use std::collections::{BTreeMap, BTreeSet};

/// The arts that bemanning replaces: wage, pension and arbeidsgiveravgift (KOSTRA).
const STAFF_ARTS: [&str; 3] = ["010", "090", "099"];

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
    pub(super) replaced: BTreeMap<Key<'a>, Vec<Replaced>>,
    pub(super) clashes: Vec<PracticeClash>,
}

/// What one part of a case's ny_praksis says of one ansvar and funksjon.
#[derive(Debug)]
struct Said<'a> {
    case: usize,
    /// Its first year.
    from: Year,
    lines: BTreeMap<&'a str, Value>,
    /// Whether a line is said both as bemanning and under andre.
    is_double: bool,
}

#[derive(Debug, Clone, Copy, Default)]
struct Value {
    amount: Kroner,
    fte: Option<Fte>,
}

impl<'a> Practices<'a> {
    /// The practices of the cases that move the budget, in force in each plan year.
    pub(super) fn of(
        chosen: &[Chosen<'a>],
        organisation: &'a Organisation,
        plan: Plan,
    ) -> Result<Self, Wrong> {
        let mut said: BTreeMap<(&str, &str), Vec<Said<'_>>> = BTreeMap::new();
        for (case, chosen) in chosen.iter().enumerate().filter(|(_, chosen)| chosen.counts()) {
            for practice in &chosen.case.new_practice {
                let from = first_year(practice.from, chosen.schedule);
                for (function, part) in
                    functions_of(practice, organisation).map_err(|wrong| wrong.into_wrong(&chosen.case.id))?
                {
                    let part = Said { case, from, ..part };
                    said.entry((&practice.unit, function)).or_default().push(part);
                }
            }
        }
        let mut all = Self::default();
        for ((unit, function), parts) in &said {
            for year in plan.years() {
                all.add((unit, function), parts, year);
            }
        }
        Ok(all)
    }

    fn add(&mut self, (unit, function): (&'a str, &'a str), parts: &[Said<'a>], year: Year) {
        let in_force = || parts.iter().filter(|part| part.from <= year);
        let cases: BTreeSet<usize> = in_force().map(|part| part.case).collect();
        let holding = (cases.len() <= 1).then(|| holding(in_force()));
        let Some(holding) = holding.flatten() else {
            let (unit, function) = (unit.to_owned(), function.to_owned());
            self.clashes.push(PracticeClash { unit, function, year, cases: cases.into_iter().collect() });
            return;
        };
        for (art, (case, Value { amount, fte })) in holding {
            let replaced = Replaced { year, case, amount, fte };
            self.replaced.entry((unit, function, art)).or_default().push(replaced);
        }
    }
}

/// What holds of one case's parts: of each line, what was said last; none where two parts that
/// begin in the same year say one line, or one part says it twice.
fn holding<'a, 'p>(parts: impl Iterator<Item = &'p Said<'a>>) -> Option<BTreeMap<&'a str, (usize, Value)>>
where
    'a: 'p,
{
    let mut parts: Vec<_> = parts.collect();
    parts.sort_by_key(|part| part.from);
    let mut holding: BTreeMap<&str, (usize, Value)> = BTreeMap::new();
    let mut since: BTreeMap<&str, Year> = BTreeMap::new();
    for part in parts {
        if part.is_double {
            return None;
        }
        for (art, value) in &part.lines {
            if since.insert(art, part.from) == Some(part.from) {
                return None;
            }
            holding.insert(art, (part.case, *value));
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

/// One part of ny_praksis by funksjon, as of no case yet.
fn functions_of<'a>(
    practice: &'a NewPractice,
    organisation: &Organisation,
) -> Result<BTreeMap<&'a str, Said<'a>>, Unstaffed<'a>> {
    let mut functions: BTreeMap<&str, Said<'_>> = BTreeMap::new();
    let empty = || Said { case: 0, from: organisation.budget_year, lines: BTreeMap::new(), is_double: false };
    for staff in &practice.staff {
        let position = organisation.positions.get(&staff.position);
        let position = position.ok_or(Unstaffed::Unknown(&staff.position))?;
        let cost = position.annual_cost.times(staff.fte.value())?.rounded(ENTRY_DECIMALS);
        let split = split_by_art(position, cost)?;
        let (wage, pension) = (split.wage.rounded(ENTRY_DECIMALS), split.pension.rounded(ENTRY_DECIMALS));
        let levy = cost.minus(wage)?.minus(pension)?;
        let fte = [Some(staff.fte.rounded(ENTRY_DECIMALS)), None, None];
        let said = functions.entry(&staff.function).or_insert_with(empty);
        for ((art, amount), fte) in STAFF_ARTS.into_iter().zip([wage, pension, levy]).zip(fte) {
            said.lines.entry(art).or_default().add(amount, fte)?;
        }
    }
    for other in &practice.others {
        let said = functions.entry(&other.function).or_insert_with(empty);
        let is_staffed = practice.staff.iter().any(|staff| staff.function == other.function);
        said.is_double |= is_staffed && STAFF_ARTS.contains(&other.art.as_str());
        said.lines.entry(&other.art).or_default().add(other.amount.rounded(ENTRY_DECIMALS), None)?;
    }
    Ok(functions)
}

impl Value {
    fn add(&mut self, amount: Kroner, fte: Option<Fte>) -> Result<(), Overflow> {
        self.amount = self.amount.plus(amount)?;
        if let Some(fte) = fte {
            self.fte = Some(self.fte.unwrap_or_default().plus(fte)?);
        }
        Ok(())
    }
}

/// Why bemanning has no price.
enum Unstaffed<'a> {
    /// The stilling is not in a3.yaml. Reading a file refuses it first.
    Unknown(&'a str),
    TooLarge,
}

impl Unstaffed<'_> {
    fn into_wrong(self, case: &str) -> Wrong {
        match self {
            Self::Unknown(position) => {
                Wrong::UnknownPosition { case: case.to_owned(), position: position.to_owned() }
            }
            Self::TooLarge => Wrong::TooLarge,
        }
    }
}

impl core::convert::From<Overflow> for Unstaffed<'_> {
    fn from(_: Overflow) -> Self {
        Self::TooLarge
    }
}
