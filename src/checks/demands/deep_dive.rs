//! dypdykk: alternatives weighed, gains calculated, sources given, uncertainty said.

use super::block::quoted;
use super::{Missing, without};
use crate::checks::prelude::*;
use crate::document::{Assumption, Benefit, Case};
use crate::model::BenefitKind;
use crate::words;

pub(super) fn find(facts: &CaseFacts<'_>, missing: &mut Vec<Missing>) {
    let case = facts.document;
    alternatives(case, missing);
    missing.extend(case.benefits.rows().iter().filter_map(calculation));
    for Keyed { key, row } in case.assumptions.rows() {
        if !row.source.is_written() {
            let on_row = with_source(&key.value, row);
            missing.push(Missing {
                on_row: on_row.unwrap_or_else(|| text!(nb: "«kilde: …»", nn: "«kilde: …»", en: "“kilde: …”")),
                ..without("forutsetninger", key.span, Some(&key.value), "kilde")
            });
        }
    }
    let is_open = !case.settled(facts.today).meets_krever();
    if is_open && case.assumptions.is_written() && is_priced(case) && !has_three_points(facts) {
        let row = case.assumptions.rows().first().map(|first| first.key.span).or(case.assumptions.span());
        let what = words!(
            nb: "lav, verdi og høy på den forutsetningen dere er minst sikre på", nn: "lav, verdi og høy på den føresetnaden de er minst sikre på",
            en: "lav, verdi and høy on the assumption you are least sure of",
        );
        missing.push(Missing::told("forutsetninger", row, what.text()));
    }
}

/// The whole row with a source and the value as it is written, where the value stands alone: there is no room for a
/// source beside it.
fn with_source(name: &str, row: &Assumption) -> Option<Text> {
    let value = row.in_one_line.as_ref().filter(|_| row.estimate.get().is_some())?;
    Some(text!(
        nb: "«{name}: {{verdi: {value}, kilde: …}}»", nn: "«{name}: {{verdi: {value}, kilde: …}}»",
        en: "“{name}: {{verdi: {value}, kilde: …}}”"
    ))
}

/// At least two ways to the goal, of which one is chosen.
fn alternatives(case: &Case, missing: &mut Vec<Missing>) {
    let rows = case.alternatives.rows();
    let chosen = rows.iter().filter(|row| row.chosen.get() == Some(&true)).count();
    let what = match (rows.len(), chosen) {
        _ if case.alternatives.get().is_none() => return,
        (0 | 1, _) => words!(
            nb: "minst to alternativer (å fortsette som i dag er også et)", nn: "minst to alternativ (å halde fram som i dag er også eitt)",
            en: "at least two alternatives (to go on as today is one too)",
        ),
        (_, 0) => words!(
            nb: "«valgt: ja» på det alternativet dere går for", nn: "«valgt: ja» på det alternativet de går for",
            en: "“valgt: ja” on the alternative you go for",
        ),
        (_, 1) => return,
        (_, _) => words!(
            nb: "ett valgt alternativ (flere har «valgt: ja»)", nn: "eitt valt alternativ (fleire har «valgt: ja»)",
            en: "one chosen alternative (several have “valgt: ja”)",
        ),
    };
    let row = rows.first().map(|first| first.span).or(case.alternatives.span());
    let on_row = if rows.len() == 1 { another_way(case) } else { Text::default() };
    missing.push(Missing { on_row, ..Missing::told("alternativer", row, what.text()) });
}

/// What to write where there is one way only: the whole list where it stands as a text alone, which may name several.
fn another_way(case: &Case) -> Text {
    let [only] = case.alternatives.rows() else { return Text::default() };
    let alone = only.name.text().filter(|_| Some(only.span) == case.alternatives.span());
    let Some(text) = alone else {
        return text!(nb: "«- {{navn: …, valgt: ja}}»", nn: "«- {{navn: …, valgt: ja}}»", en: "“- {{navn: …, valgt: ja}}”");
    };
    let (first, next) = match text.split_once(", ") {
        Some((first, next)) => (quoted(first), quoted(next)),
        None => (quoted(text), "…".to_owned()),
    };
    text!(
        nb: "«alternativer: [{{navn: {first}}}, {{navn: {next}, valgt: ja}}]»", nn: "«alternativer: [{{navn: {first}}}, {{navn: {next}, valgt: ja}}]»",
        en: "“alternativer: [{{navn: {first}}}, {{navn: {next}, valgt: ja}}]”"
    )
}

/// A gain with a price is calculated by now, and no longer a guess.
fn calculation(benefit: &Benefit) -> Option<Missing> {
    let is_guess =
        benefit.estimate.is_written() && !benefit.calculation.is_written() && benefit.kind.is_written();
    is_guess.then(|| Missing {
        on_row: words!(nb: "«beregning: …» i stedet for «anslag»", nn: "«beregning: …» i staden for «anslag»", en: "“beregning: …” instead of “anslag”")
            .text(),
        ..without("gevinster", benefit.span, benefit.name.text(), "beregning")
    })
}

/// Whether anything in the case has a price.
fn is_priced(case: &Case) -> bool {
    let by_kind = |benefit: &Benefit| benefit.kind.get() != Some(&BenefitKind::Quality);
    case.benefits.rows().iter().any(by_kind) || !case.costs.rows().is_empty()
}

/// An assumption of the case, a cost, or a shared assumption that some formula uses.
fn has_three_points(facts: &CaseFacts<'_>) -> bool {
    let case = facts.document;
    // Points that could not be read are found already, and are three when they are mended.
    let own = |keyed: &Keyed<Assumption>| {
        keyed.row.estimate.get().map_or(keyed.row.has_points, Estimate::is_uncertain)
    };
    let formulas = case.benefits.rows().iter().map(|row| &row.calculation);
    let mut formulas = formulas.chain(case.costs.rows().iter().map(|row| &row.calculation));
    let shared = |name: &str| {
        facts.organisation.shared_assumption(name).is_some_and(|shared| shared.estimate.is_uncertain())
    };
    case.assumptions.rows().iter().any(own)
        || case
            .costs
            .rows()
            .iter()
            .any(|cost| cost.amount.estimates().iter().any(|of| of.value.is_uncertain()))
        || formulas.any(|field| {
            field.get().is_some_and(|written| written.formula.names().any(|(name, _)| shared(name)))
        })
}
