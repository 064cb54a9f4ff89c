//! samlet-uttak-over-budsjettlinje: cases bound by krever together take more out of a line than is on it.

use super::claims::TakenClaim;
use crate::checks::budget::{LineCodes, TakenOut};
use crate::checks::prelude::*;

/// Cases that one may require, directly or through others, before we stop looking.
const MOST_REQUIRED: usize = 1_000;
/// Ids that are written out.
const MOST_NAMED: usize = 3;

/// What takes from one line: positions in the cases, by path.
type Takers<'a> = BTreeMap<usize, &'a TakenClaim>;

/// Adds up what a case takes and what every case it requires takes, year by year, in whole kroner. Told
/// once for each set of cases, at the case that requires the others; what one of them takes too much
/// of alone is reported elsewhere.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let cases = facts.cases;
    let scarce = scarce(cases);
    if scarce.is_empty() {
        return;
    }
    let by_id: BTreeMap<&str, usize> =
        cases.iter().zip(0..).map(|(case, at)| (case.id.as_str(), at)).collect();
    let bound = cases.iter().enumerate().filter(|(_, case)| !case.requires.is_empty());
    let mut bound: Vec<(usize, BTreeSet<usize>)> =
        bound.map(|(at, _)| (at, together(cases, &by_id, at))).collect();
    // The fewest first: what they are too much for is not said of those that require them as well.
    bound.sort_by_key(|(at, all)| (all.len(), *at));
    let mut reported: BTreeMap<LineCodes<'_>, Vec<BTreeSet<usize>>> = BTreeMap::new();
    let mut places: BTreeSet<(usize, Span)> = BTreeSet::new();
    for (at, all) in bound {
        let claims = all.iter().filter_map(|at| cases.get(*at)?.claims.as_deref());
        let lines: BTreeSet<LineCodes<'_>> =
            claims.flat_map(|claims| &claims.taken).map(|claim| claim.from.line()).collect();
        for (line, takers) in lines.iter().filter_map(|line| scarce.get_key_value(line)) {
            let of_these: Takers<'_> =
                all.iter().filter_map(|taker| takers.get(taker).map(|claim| (*taker, *claim))).collect();
            let Some(over) = too_much(&of_these) else { continue };
            let ids: BTreeSet<usize> = of_these.keys().copied().collect();
            let reported = reported.entry(*line).or_default();
            if reported.iter().any(|fewer| fewer.is_subset(&ids)) {
                continue;
            }
            reported.push(ids);
            let place = place(cases, at, of_these.get(&at).copied());
            if places.insert((at, place)) {
                let finding = worded(*line, over, names(cases, &of_these), place);
                findings.push(PortfolioFinding { case: at, finding });
            }
        }
    }
}

/// The lines that all cases together take too much of: nothing else need be looked at.
fn scarce(cases: &[CaseReference]) -> BTreeMap<LineCodes<'_>, Takers<'_>> {
    let mut lines: BTreeMap<LineCodes<'_>, Takers<'_>> = BTreeMap::new();
    for (at, case) in cases.iter().enumerate() {
        for claim in case.claims.iter().flat_map(|claims| &claims.taken) {
            lines.entry(claim.from.line()).or_default().insert(at, claim);
        }
    }
    lines.retain(|_, takers| takers.len() > 1 && sums(takers).any(|sum| sum.is_too_much()));
    lines
}

/// A case and all it requires, directly or through others.
fn together(cases: &[CaseReference], by_id: &BTreeMap<&str, usize>, at: usize) -> BTreeSet<usize> {
    let (mut all, mut next) = (BTreeSet::from([at]), vec![at]);
    while let Some(case) = next.pop().and_then(|at| cases.get(at)) {
        for required in case.requires.iter().filter_map(|id| by_id.get(id.value.as_str())) {
            if all.len() < MOST_REQUIRED && all.insert(*required) {
                next.push(*required);
            }
        }
    }
    all
}

/// What several take together in each year, and what is there.
fn sums<'t>(takers: &'t Takers<'_>) -> impl Iterator<Item = TakenOut> + 't {
    let years = takers.values().next().map(|claim| claim.years).into_iter().flatten().enumerate();
    years.filter_map(|(slot, first)| {
        let taken = takers.values().filter_map(|claim| claim.years.get(slot)).map(|year| year.taken);
        Some(TakenOut { taken: Kroner::sum(taken).ok()?, ..first })
    })
}

/// The first year in which several take more than is there, and none of them does so alone.
fn too_much(takers: &Takers<'_>) -> Option<TakenOut> {
    let is_alone = takers.values().any(|claim| claim.years.iter().any(TakenOut::is_too_much));
    let is_several = takers.len() > 1 && !is_alone;
    sums(takers).find(|sum| is_several && sum.is_too_much())
}

/// Where the case takes from the line; where it requires others, if it takes nothing itself.
fn place(cases: &[CaseReference], at: usize, own: Option<&TakenClaim>) -> Span {
    let required = || cases.get(at).and_then(|case| case.requires.first()).map(|id| id.span);
    own.map(|claim| claim.from.span).or_else(required).unwrap_or_default()
}

/// «a», «b» og 3 saker til
fn names(cases: &[CaseReference], takers: &Takers<'_>) -> Text {
    let ids: Vec<&str> =
        takers.keys().take(MOST_NAMED).filter_map(|at| cases.get(*at)).map(|case| case.id.as_str()).collect();
    let (named, more) = (wording::listed(&ids), wording::more_cases(takers.len().saturating_sub(MOST_NAMED)));
    text!(nb: "{named}{more}", nn: "{named}{more}", en: "{named}{more}"; named, more)
}

fn worded(line: LineCodes<'_>, over: TakenOut, names: Text, place: Span) -> Finding {
    let (TakenOut { year, taken, stands }, line) = (over, line.shown());
    let title = text!(
        nb: "I {year} tar {names} til sammen ut {taken} av {line}, men der står det bare {stands}", nn: "I {year} tek {names} til saman ut {taken} av {line}, men der står det berre {stands}",
        en: "In {year}, {names} together take {taken} out of {line}, which has only {stands}";
        year, names, taken, line, stands
    );
    Finding::error("samlet-uttak-over-budsjettlinje", place, title)
}
