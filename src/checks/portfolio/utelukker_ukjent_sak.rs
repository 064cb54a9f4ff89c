//! utelukker-ukjent-sak: a case excludes one that is not there, so that the exclusion cannot be held.

use crate::checks::prelude::*;

/// Findings that come with a guess: a guess compares with every case there is.
const MOST_GUESSES: usize = 50;

/// Looks up every case that others exclude.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let mut guesses = 0..MOST_GUESSES;
    for (case, reference) in facts.cases.iter().enumerate() {
        for id in reference.excludes.iter().filter(|id| !facts.ids.contains(id.value.as_str())) {
            let name = &id.value;
            let title = text!(
                nb: "«utelukker» viser til «{name}», men det finnes ingen sak som heter det", nn: "«utelukker» viser til «{name}», men det finst inga sak som heiter det",
                en: "“utelukker” points to “{name}”, but no case has that name"
            );
            let near = guesses.next().and_then(|_| nearest(name, facts.ids.iter().copied()));
            let finding = Finding::error("utelukker-ukjent-sak", id.span, title).meant(near);
            findings.push(PortfolioFinding { case, finding });
        }
    }
}
