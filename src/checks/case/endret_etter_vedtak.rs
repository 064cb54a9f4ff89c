//! endret-etter-vedtak: the case no longer comes to what was promised when it was decided.

use crate::calc::{Calculator, Valuation};
use crate::checks::prelude::*;
use crate::diagnostic::Grade;
use crate::model::Promise;
use crate::words::all_of;
use crate::words::number::{kroner, short_fte};

/// Holds the figures of today against lovet, in the plan they were promised for: another plan has other years and
/// other prices, unless the mark tells that nothing is other.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some((case, appraisal)) = facts.case.zip(facts.appraisal) else { return };
    let Some(decision) = case.decision.as_ref().filter(|_| case.is_decided()) else { return };
    let Some((promise, value)) = decision.promised.as_ref().zip(appraisal.value.as_ref()) else { return };
    let first = facts.organisation.budget_year;
    let is_same = promise.mark.as_ref() == Some(&value.mark());
    let is_of_plan = promise.budget.keys().next() == Some(&first);
    // A mark that fits says that the figures fit, whatever year they are said to be of. Without a mark, only what
    // `a3 decide` wrote beside it tells that there was one.
    let had_mark = promise.mark.is_some() || promise.gains.is_some();
    if !(is_same || is_of_plan && had_mark) {
        return;
    }
    let mut moved = years(promise, value, facts.organisation.plan_years());
    moved.extend(positions(promise, appraisal.potential.fte_taken_out));
    let gains = Calculator::new(facts.organisation).gains_in_full(case).ok().zip(promise.gains);
    moved.extend(gains.and_then(|(today, promised)| {
        money(text!(nb: "gevinstene", nn: "gevinstane", en: "the gains"), promised, today)
    }));
    // What NNV hangs on besides the case may change without it.
    if is_same && moved.is_empty() {
        return;
    }
    let npv = text!(nb: "netto nåverdi", nn: "netto noverdi", en: "net present value");
    moved.extend(promise.npv.filter(|_| is_of_plan).and_then(|promised| money(npv, promised, value.npv)));
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
    findings.push(if is_without { finding.graded(Grade::Note).variant("no mark") } else { finding });
}

/// Every year of the plan whose running costs are others than promised, in whole kroner.
fn years(promise: &Promise, value: &Valuation, plan: impl Iterator<Item = Year>) -> Vec<Text> {
    let today = plan.zip(value.running_effect);
    let moved = today.filter_map(|(year, today)| {
        let name = text!(nb: "driften i {year}", nn: "drifta i {year}", en: "running costs in {year}"; year);
        money(name, *promise.budget.get(&year)?, today)
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
