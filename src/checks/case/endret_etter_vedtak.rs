//! endret-etter-vedtak: the case no longer comes to what was promised when it was decided.

use crate::calc::{Calculator, Valuation};
use crate::checks::prelude::*;
use crate::model::{Case, Organisation, Promise};
use crate::units::Factor;
use crate::words::all_of;
use crate::words::number::{kroner, short_fte};

/// Holds the figures of today against lovet. After a roll the plan has other years and other prices: then the years
/// both have are compared, in the prices of the decision, where nothing but the deflator can have moved them; and
/// årsverk, which have no price.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some((case, appraisal)) = facts.case.zip(facts.appraisal) else { return };
    let Some(decision) = case.decision.as_ref().filter(|_| case.is_decided()) else { return };
    let Some((promise, value)) = decision.promised.as_ref().zip(appraisal.value.as_ref()) else { return };
    let Some(decided_in) = promise.budget.keys().next() else { return };
    // Without a mark, only what `a3 decide` wrote beside it tells that there was one.
    if promise.mark.is_none() && promise.gains.is_none() {
        return;
    }
    let organisation = facts.organisation;
    // A mark that fits says that the figures fit, whatever year they are said to be of.
    let is_marked = promise.mark.as_ref() == Some(&value.mark());
    let rolled = organisation.repricing(*decided_in).filter(|_| !is_marked);
    let prices = match &rolled {
        None => Some(Factor::new(Decimal::ONE)),
        Some(rolled) => rolled.factor().filter(|_| is_moved_by_deflator_alone(case, organisation)),
    };
    let years = prices.map(|prices| of_years(promise, value, Then { organisation, prices }));
    let mut moved = years.unwrap_or_default();
    moved.extend(positions(promise, appraisal.potential.fte_taken_out));
    let gains = Calculator::new(organisation).gains_in_full(case).ok();
    let gains = gains.zip(prices).and_then(|(today, prices)| today.over(prices.value()).ok());
    moved.extend(gains.zip(promise.gains).and_then(|(today, promised)| {
        money(text!(nb: "gevinstene", nn: "gevinstane", en: "the gains"), promised, today)
    }));
    // What NNV hangs on besides the case may change without it; after a roll it is of other years.
    if (rolled.is_some() || is_marked) && moved.is_empty() {
        return;
    }
    let npv = text!(nb: "netto nåverdi", nn: "netto noverdi", en: "net present value");
    let promised = promise.npv.filter(|_| rolled.is_none());
    moved.extend(promised.and_then(|promised| money(npv, promised, value.npv)));
    let rows = facts.document.decisions.rows().iter();
    let row = rows.rev().find(|row| row.understood().is_some_and(|understood| understood == *decision));
    let Some(span) = row.and_then(|row| row.promised.span()) else { return };
    let date = decision.date;
    let is_without = promise.mark.is_none() && moved.is_empty();
    let title = if is_without {
        text!(
            nb: "«merke» er tatt ut av det som ble lovet i vedtaket {date}", nn: "«merke» er teke ut av det som blei lova i vedtaket {date}",
            en: "“merke” has been taken out of what was promised in the decision of {date}"
        )
    } else if moved.is_empty() {
        text!(
            nb: "Regnestykket er endret etter vedtaket {date}, men ikke tallene som ble lovet", nn: "Reknestykket er endra etter vedtaket {date}, men ikkje tala som blei lova",
            en: "The sums have changed since the decision of {date}, but not the figures promised"
        )
    } else {
        let moved = all_of(&moved);
        text!(
            nb: "Tallene er endret etter vedtaket {date}: {moved}", nn: "Tala er endra etter vedtaket {date}: {moved}",
            en: "The figures have changed since the decision of {date}: {moved}"; moved
        )
    };
    let finding = Finding::error("endret-etter-vedtak", span, title);
    findings.push(if is_without { finding.variant("no mark") } else { finding });
}

/// What today's figures are brought back to those of the decision by.
#[derive(Clone, Copy)]
struct Then<'a> {
    organisation: &'a Organisation,
    prices: Factor,
}

/// Whether every kroner of a case follows its own prisår: none is of a stilling or of felles, which are written anew
/// when the plan is rolled.
fn is_moved_by_deflator_alone(case: &Case, organisation: &Organisation) -> bool {
    let positions = case.benefits.iter().map(|row| &row.position);
    let positions = positions.chain(case.costs.iter().map(|row| &row.position));
    let gains = case.benefits.iter().filter_map(|row| row.amount.as_ref());
    let amounts: Vec<_> = gains.chain(case.costs.iter().map(|row| &row.amount)).collect();
    let is_shared = organisation.shared.iter().any(|of| amounts.iter().any(|row| row.builds_on(&of.name)));
    case.in_other_prices().is_none() && positions.flatten().next().is_none() && !is_shared
}

/// The running costs that are others than promised, of the years both plans have, in whole kroner.
fn of_years(promise: &Promise, value: &Valuation, then: Then<'_>) -> Vec<Text> {
    let today = then.organisation.plan_years().into_iter().zip(value.running_effect);
    let moved = today.filter_map(|(year, today)| {
        let name = text!(nb: "driften i {year}", nn: "drifta i {year}", en: "running costs in {year}"; year);
        money(name, *promise.budget.get(&year)?, today.over(then.prices.value()).ok()?)
    });
    moved.collect()
}

/// The årsverk, where they are others than promised.
fn positions(promise: &Promise, fte: Fte) -> Option<Text> {
    let promised = promise.fte.filter(|promised| *promised != fte.rounded(Promise::FTE_DECIMALS))?;
    let shown = |fte: Fte| Text::in_each(|language| short_fte(fte, 2, language));
    let (from, to) = (shown(promised), shown(fte));
    Some(text!(nb: "fra {from} til {to}", nn: "frå {from} til {to}", en: "from {from} to {to}"; from, to))
}

/// An amount that has moved, and by how much.
fn money(name: Text, promised: Kroner, today: Kroner) -> Option<Text> {
    let (promised, today) = (promised.rounded(0), today.rounded(0));
    let by = today.minus(promised).ok().filter(|by| by.value() != Decimal::ZERO)?;
    let shown = |amount: Kroner| Text::in_each(|language| kroner(amount, language));
    let (from, to, by) = (shown(promised), shown(today), shown(by));
    Some(text!(
        nb: "{name} fra {from} til {to} ({by})", nn: "{name} frå {from} til {to} ({by})",
        en: "{name} from {from} to {to} ({by})"; name, from, to, by
    ))
}
