//! dypdykk: alternatives weighed, gains calculated, sources given, uncertainty said.

use super::{Missing, is_taken_out, without};
use crate::checks::CaseFacts;
use crate::document::{Amount, Assumption, Benefit, Case, Keyed};
use crate::model::{BenefitKind, Estimate};
use crate::words;

pub(super) fn find(facts: &CaseFacts<'_>, missing: &mut Vec<Missing>) {
    let case = facts.document;
    alternatives(case, missing);
    for benefit in case.benefits.rows() {
        calculation(benefit, missing);
        if is_taken_out(benefit) && !benefit.budget_lines.is_written() {
            let line = "budsjettpost: {ansvar: 3210, funksjon: 257, art: 010}";
            missing.push(without(benefit.span, benefit.name.text(), line));
        }
    }
    for Keyed { key, row } in case.assumptions.rows() {
        if !row.source.is_written() {
            missing.push(without(key.span, Some(&key.value), "kilde: Vaktlogg uke 3–12"));
        }
    }
    if case.assumptions.is_written() && is_priced(case) && !has_three_points(facts) {
        missing.push(Missing {
            row: case.assumptions.rows().first().map(|first| first.key.span),
            what: words!(nb: "Ingen forutsetning har lav, verdi og høy", en: "No assumption has lav, verdi and høy").text(),
            how: words!(
                nb: "Velg den du er minst sikker på, og skriv for eksempel «{lav: 40 %, verdi: 60 %, høy: 70 %, kilde: …}».",
                en: "Choose the one you are least sure of, and write for example “{lav: 40 %, verdi: 60 %, høy: 70 %, kilde: …}”.",
            )
            .text(),
        });
    }
}

/// At least two ways to the goal, of which one is chosen.
fn alternatives(case: &Case, missing: &mut Vec<Missing>) {
    let rows = case.alternatives.rows();
    let chosen = rows.iter().filter(|row| row.chosen.get() == Some(&true)).count();
    let (what, how) = match (rows.len(), chosen) {
        _ if case.alternatives.get().is_none() => return,
        (0 | 1, _) => (
            words!(nb: "Det må være minst to alternativer", en: "There must be at least two alternatives"),
            words!(
                nb: "Å fortsette som i dag er også et alternativ: «- {navn: Fortsette som i dag, vurdering: …}».",
                en: "To go on as today is an alternative too: “- {navn: Fortsette som i dag, vurdering: …}”.",
            ),
        ),
        (_, 0) => (
            words!(nb: "Ett av alternativene må være valgt", en: "One of the alternatives must be chosen"),
            words!(nb: "Skriv «valgt: ja» på det dere går for.", en: "Write “valgt: ja” on the one you go for."),
        ),
        (_, 1) => return,
        (_, _) => (
            words!(nb: "Bare ett av alternativene kan være valgt", en: "Only one of the alternatives can be chosen"),
            words!(
                nb: "La «valgt: ja» stå på det dere går for, og ta det bort fra de andre.",
                en: "Leave “valgt: ja” on the one you go for, and remove it from the others.",
            ),
        ),
    };
    let row = rows.first().map(|first| first.span);
    missing.push(Missing { row, what: what.text(), how: how.text() });
}

/// A gain with a price is calculated by now, and no longer a guess.
fn calculation(benefit: &Benefit, missing: &mut Vec<Missing>) {
    if benefit.estimate.is_written() && !benefit.calculation.is_written() && benefit.kind.is_written() {
        let name = benefit.name.text();
        missing.push(without(benefit.span, name, "beregning: brukere × 2 tilsyn/døgn × 20 min"));
    }
}

/// Whether anything in the case has a price.
fn is_priced(case: &Case) -> bool {
    let by_kind = |benefit: &Benefit| benefit.kind.get() != Some(&BenefitKind::Quality);
    case.benefits.rows().iter().any(by_kind) || !case.costs.rows().is_empty()
}

/// An assumption of the case, a cost, or a shared assumption that some formula uses.
fn has_three_points(facts: &CaseFacts<'_>) -> bool {
    let case = facts.document;
    let own = |keyed: &Keyed<Assumption>| keyed.row.estimate.get().is_some_and(Estimate::is_uncertain);
    let formulas = case.benefits.rows().iter().map(|row| &row.calculation);
    let mut formulas = formulas.chain(case.costs.rows().iter().map(|row| &row.calculation));
    let shared = |name: &str| {
        let mut shared = facts.organisation.shared.iter();
        shared.any(|shared| shared.name == name && shared.estimate.is_uncertain())
    };
    case.assumptions.rows().iter().any(own)
        || case.costs.rows().iter().any(|cost| cost.amount.get().is_some_and(is_uncertain))
        || formulas.any(|field| {
            field.get().is_some_and(|written| written.formula.names().any(|(name, _)| shared(name)))
        })
}

fn is_uncertain(amount: &Amount) -> bool {
    match amount {
        Amount::Single(estimate) => estimate.is_uncertain(),
        Amount::ByCaseYear(years) => years.iter().any(|year| year.value.is_uncertain()),
        Amount::ByCalendarYear(years) => years.iter().any(|(_, year)| year.value.is_uncertain()),
    }
}
