//! What cases claim of the budget, and where two of them claim the same.

use crate::budget::{CarriedOut, is_income, practice_clashes};
use crate::calc::Booking;
use crate::checks::budget::{LineCodes, TakenOut};
use crate::checks::prelude::*;
use crate::document::Benefit;
use crate::model::{From, Organisation};
use crate::quantity::{Base, Quantity};
use crate::rates::kostra_base;

/// What one case that moves the budget claims of it, at its own oppstart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claims {
    pub(super) lines: Vec<LineClaim>,
    pub(super) taken: Vec<TakenClaim>,
    pub(super) drivers: Vec<DriverClaim>,
    pub(super) practices: Vec<PracticeClaim>,
    /// What the case itself says twice.
    pub(super) clash: Option<SameLine>,
}

/// A line that is taken from, and where that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LineClaim {
    pub(super) unit: String,
    pub(super) function: String,
    pub(super) art: String,
    pub(super) span: Span,
}

/// What a case takes out of a line of today's budget in each plan year, and what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TakenClaim {
    pub(super) from: LineClaim,
    /// Taken out, kroner, plus; and what is on the line.
    pub(super) years: [TakenOut; 4],
}

/// A quantity of `felles` that a gain taken out is worked out from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DriverClaim {
    /// ansvar; none where the gain has no budsjettpost.
    pub(super) unit: Option<String>,
    pub(super) name: String,
    pub(super) span: Span,
}

/// New practice for an ansvar and funksjon, from a plan year (or earlier) on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PracticeClaim {
    pub(super) unit: String,
    pub(super) function: String,
    pub(super) from: Year,
    pub(super) span: Span,
}

/// A line of ny_praksis that is said twice, from a year on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SameLine {
    pub(super) unit: String,
    pub(super) function: String,
    pub(super) year: Year,
    pub(super) span: Span,
}

impl Claims {
    /// What the new practice of a case claims in the plan years, and what it says twice.
    pub fn practise(
        &mut self,
        document: &document::Case,
        chosen: &CarriedOut<'_>,
        organisation: &Organisation,
    ) {
        let [.., last] = organisation.plan_years();
        for (written, practice) in document.new_practice.rows().iter().zip(&chosen.case.new_practice) {
            let from = match practice.from {
                From::CaseYear(k) => chosen.schedule.start.later(k.saturating_sub(1)),
                From::Calendar(year) => year,
            };
            let span = written.unit.span().unwrap_or(written.span);
            let staff = practice.staff.iter().map(|staff| &staff.function);
            let functions: BTreeSet<&String> =
                staff.chain(practice.others.iter().map(|other| &other.function)).collect();
            for function in functions.into_iter().filter(|_| from <= last) {
                let (unit, function) = (practice.unit.clone(), function.clone());
                self.practices.push(PracticeClaim { unit, function, from, span });
            }
        }
        let clashes = practice_clashes(organisation, chosen).unwrap_or_default();
        self.clash = clashes.into_iter().next().and_then(|clash| {
            let claims = self.practices.iter().rev();
            let mut of_clash =
                claims.filter(|claim| claim.unit == clash.unit && claim.function == clash.function);
            let span = of_clash.next()?.span;
            Some(SameLine { unit: clash.unit, function: clash.function, year: clash.year, span })
        });
    }

    /// The lines and drivers of the gains that are taken out in the plan years.
    pub fn take_out(&mut self, facts: &BudgetFacts<'_>, organisation: &Organisation) {
        let taken: BTreeSet<&str> = facts
            .effects
            .iter()
            .filter(|effect| effect.booking == Booking::TakenOut && effect.amount.is_negative())
            .map(|effect| effect.row.as_str())
            .collect();
        self.taken
            .extend(facts.taken().into_iter().filter_map(|(line, taken)| taken_claim(facts, line, taken)));
        for benefit in facts.document.benefits.rows() {
            if benefit.name.text().is_some_and(|name| taken.contains(name)) {
                self.lines.extend(benefit.budget_lines.rows().iter().filter_map(line_claim));
                self.drive(facts.document, benefit, organisation);
            }
        }
    }

    fn drive(&mut self, document: &document::Case, benefit: &Benefit, organisation: &Organisation) {
        let Some(calculation) = benefit.calculation.get() else { return };
        let own: BTreeSet<&str> =
            document.assumptions.rows().iter().map(|assumption| assumption.key.value.as_str()).collect();
        for (name, span) in calculation.formula.names().filter(|(name, _)| !own.contains(name)) {
            let shared = organisation.shared_assumption(name);
            if !shared.is_some_and(|shared| is_driver(shared.estimate.mode())) {
                continue;
            }
            let mut add = |unit| {
                self.drivers.push(DriverClaim { unit, name: name.to_owned(), span: calculation.place(span) });
            };
            let units = benefit.budget_lines.rows();
            units.iter().for_each(|line| add(line.unit.cloned()));
            if units.is_empty() {
                add(None);
            }
        }
    }
}

fn taken_claim(facts: &BudgetFacts<'_>, line: LineCodes<'_>, taken: [Kroner; 4]) -> Option<TakenClaim> {
    let LineCodes { unit, function, art } = line;
    let years = facts.taken_of(line, taken)?;
    let (unit, function, art) = (unit.to_owned(), function.to_owned(), art.to_owned());
    let is_any = taken.iter().any(|amount| amount.is_positive());
    let from = || LineClaim { unit, function, art, span: facts.place(line) };
    is_any.then(|| TakenClaim { from: from(), years })
}

impl LineClaim {
    pub(super) fn line(&self) -> LineCodes<'_> {
        LineCodes { unit: &self.unit, function: &self.function, art: &self.art }
    }
}

fn line_claim(line: &document::BudgetLine) -> Option<LineClaim> {
    let (unit, function, art) = (line.unit.cloned()?, line.function.cloned()?, line.art.cloned()?);
    let [function, art] = [function, art].map(|code| kostra_base(&code).to_owned());
    (!is_income(&art)).then_some(LineClaim { unit, function, art, span: line.span })
}

/// How much there is of something (letters a year, square metres): what can be saved once. A price,
/// a share and a time per piece may be used by any number of cases.
fn is_driver(quantity: &Quantity) -> bool {
    let dimension = quantity.dimension();
    // How many days a year has is nothing to save.
    let is_time = quantity.label().is_none() && dimension.is_time();
    dimension.power(Base::Krone) == 0 && !quantity.is_percent() && !dimension.is_work() && !is_time
}

/// Two cases that claim the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Overlap<K> {
    /// The later of them, by path: position in the cases.
    pub(super) case: usize,
    /// Where it claims it.
    pub(super) span: Span,
    /// The first of the others.
    pub(super) other: usize,
    /// How many more there are before this one.
    pub(super) more: usize,
    /// What they claim.
    pub(super) key: K,
}

/// The cases that are bound to a case by what `names` of either names.
pub(super) type Bonds = Vec<BTreeSet<usize>>;

/// Which cases name each other.
pub(super) fn bonds<'a, N: Iterator<Item = &'a str>>(
    cases: &'a [CaseReference],
    names: impl Fn(&'a CaseReference) -> N,
) -> Bonds {
    let by_id: BTreeMap<&str, usize> =
        cases.iter().zip(0..).map(|(case, place)| (case.id.as_str(), place)).collect();
    let mut bonds: Bonds = vec![BTreeSet::new(); cases.len()];
    for (place, case) in cases.iter().enumerate() {
        for other in names(case).filter_map(|name| by_id.get(name).copied()) {
            for (one, other) in [(place, other), (other, place)] {
                bonds.get_mut(one).map(|bound| bound.insert(other));
            }
        }
    }
    bonds
}

/// Every case that claims what an earlier one claims and is not bound to: one finding for each line
/// of a case, and for each two cases, however many claim the same.
pub(super) fn overlaps<'a, K: Ord + Copy, I: IntoIterator<Item = (K, Span)>>(
    cases: &'a [CaseReference],
    bonds: &Bonds,
    claimed: impl Fn(&'a Claims) -> I,
) -> Vec<Overlap<K>> {
    let mut groups: BTreeMap<K, Vec<(usize, Span)>> = BTreeMap::new();
    for (place, claims) in
        cases.iter().enumerate().filter_map(|(place, case)| Some((place, case.claims.as_deref()?)))
    {
        for (key, span) in claimed(claims) {
            let group = groups.entry(key).or_default();
            if group.last().is_none_or(|(last, _)| *last != place) {
                group.push((place, span));
            }
        }
    }
    let mut found: Vec<Overlap<K>> = Vec::new();
    for (key, group) in &groups {
        found.extend((1..group.len()).filter_map(|rank| overlap(*key, group, rank, bonds)));
    }
    found.sort_by_key(|overlap| (overlap.case, overlap.span, overlap.other));
    let mut reported: BTreeSet<(usize, usize)> = BTreeSet::new();
    found.retain(|overlap| reported.insert((overlap.case, overlap.other)));
    found
}

fn overlap<K>(key: K, group: &[(usize, Span)], rank: usize, bonds: &Bonds) -> Option<Overlap<K>> {
    let (case, span) = *group.get(rank)?;
    let earlier = group.get(..rank)?;
    let bound = bonds.get(case)?;
    let (other, _) = *earlier.iter().find(|(other, _)| !bound.contains(other))?;
    let is_earlier = |other: &&usize| earlier.binary_search_by_key(*other, |(place, _)| *place).is_ok();
    let more = rank.saturating_sub(bound.iter().filter(is_earlier).count()).saturating_sub(1);
    Some(Overlap { case, span, other, more, key })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases(ids: &[&str], excludes: &[(&str, &str)]) -> Vec<CaseReference> {
        let span = Span::default();
        let line = || LineClaim { unit: "1".into(), function: "120".into(), art: "010".into(), span };
        let case = |id: &&str| {
            let of_case = excludes.iter().filter(|(one, _)| one == id);
            let named = of_case.map(|(_, other)| Spanned { value: (*other).to_owned(), span });
            CaseReference {
                excludes: named.collect(),
                claims: Some(Box::new(Claims { lines: vec![line(), line()], ..Claims::default() })),
                ..CaseReference::unread(id, id)
            }
        };
        ids.iter().map(case).collect()
    }

    /// (later, earlier, how many more)
    fn found(ids: &[&str], excludes: &[(&str, &str)]) -> Vec<(usize, usize, usize)> {
        let cases = cases(ids, excludes);
        let bonds = bonds(&cases, |case| case.excludes.iter().map(|id| id.value.as_str()));
        let overlaps =
            overlaps(&cases, &bonds, |claims| claims.lines.iter().map(|line| (line.art.as_str(), line.span)));
        overlaps.iter().map(|overlap| (overlap.case, overlap.other, overlap.more)).collect()
    }

    #[test]
    fn each_later_case_is_reported_once_with_the_first_it_is_not_bound_to() {
        assert_eq!(found(&["a", "b", "c", "d"], &[]), [(1, 0, 0), (2, 0, 1), (3, 0, 2)]);
        assert_eq!(
            found(&["a", "b", "c", "d"], &[("d", "a"), ("b", "d")]),
            [(1, 0, 0), (2, 0, 1), (3, 2, 0)]
        );
    }

    #[test]
    fn bound_to_all_or_to_what_does_not_exist() {
        assert_eq!(found(&["a", "b", "c"], &[("a", "b"), ("a", "c"), ("c", "b")]), []);
        assert_eq!(found(&["a", "b"], &[("a", "x")]), [(1, 0, 0)]);
        assert_eq!(found(&["a"], &[]), []);
    }

    #[test]
    fn a_driver_is_an_amount_of_something_and_no_price_share_or_time() {
        let context =
            crate::quantity::Context { hours_per_fte: crate::units::Hours::new(1_750.into()), workdays: 230 };
        let quantity = |text: &str| Quantity::parse(text, &context).unwrap();
        assert!(
            ["6 140 brev/år", "12 000 m²", "40 000 kWh/år", "60", "60 brukere"]
                .iter()
                .all(|text| is_driver(&quantity(text)))
        );
        assert!(
            !["1,2 kr/kWh", "25 %", "20 min", "230 dager/år", "8 år"]
                .iter()
                .any(|text| is_driver(&quantity(text)))
        );
    }
}
