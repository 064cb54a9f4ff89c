//! Where working time is written, and what the formulas and amounts of a case measure.

use crate::checks::prelude::*;
use crate::document::{Amount, Calculation};
use crate::quantity::Dimension;

/// What a formula is held against: what each name in it measures.
pub(super) type Names<'n> = dyn Fn(&str) -> Option<Dimension> + 'n;

/// The formulas and the amounts of the gains and costs that are something, each at its place.
pub(super) fn places(
    facts: &CaseFacts<'_>,
    of_formula: fn(&Calculation, &Names<'_>) -> bool,
    of_amount: fn(&Dimension) -> bool,
) -> Vec<Span> {
    let names = |name: &str| measured(facts, name);
    let benefits = facts.document.benefits.rows().iter().map(|row| (&row.calculation, &row.estimate));
    let costs = facts.document.costs.rows().iter().map(|row| (&row.calculation, &row.amount));
    let found = benefits.chain(costs).filter_map(|(calculation, amount)| {
        // Where the year is counted twice, that is what is told.
        let told = |read: &&Calculation| !read.formula.counted_twice(&names).is_empty();
        let by_formula = calculation.get().filter(|read| of_formula(read, &names) && !told(read));
        let by_formula = by_formula.map(Calculation::span);
        by_formula.or_else(|| by_amount(amount, of_amount))
    });
    found.collect()
}

/// What a name of the case or of felles measures.
pub(super) fn measured(facts: &CaseFacts<'_>, name: &str) -> Option<Dimension> {
    let own = facts.document.assumption(name).and_then(|own| own.estimate.get());
    let shared = || facts.organisation.shared_assumption(name).map(|shared| &shared.estimate);
    own.or_else(shared).map(|estimate| estimate.mode().dimension().clone())
}

fn by_amount(amount: &Field<Amount>, is: fn(&Dimension) -> bool) -> Option<Span> {
    let any = amount.estimates().iter().any(|estimate| is(estimate.value.mode().dimension()));
    amount.span().filter(|_| any)
}
