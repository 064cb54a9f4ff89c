//! innsparing-uten-budsjettlinje: a saving is taken from a line that is not in today's budget.

use super::facts::{BudgetFacts, Line, shown};
use crate::checks::wording;
use crate::diagnostic::{Finding, Grade};
use crate::source::Span;
use crate::units::Kroner;
use crate::{text, words};
use std::collections::BTreeSet;

/// Looks up every expense line that something is taken out of. Each budsjettpost is told once.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let mut told: BTreeSet<Span> = BTreeSet::new();
    for (line, taken) in facts.taken() {
        let (unit, function, art) = line;
        let is_missing = facts.standing.line(unit, function, art).is_none();
        let place = facts.place(line);
        if is_missing && taken.iter().any(|taken| Kroner::is_positive(*taken)) && told.insert(place) {
            findings.push(worded(facts, line, place));
        }
    }
}

fn worded(facts: &BudgetFacts<'_>, line: Line<'_>, place: Span) -> Finding {
    let (unit, _, art) = line;
    let (line, shown_unit) = (shown(line), wording::shown(unit));
    let title = if facts.standing.has_unit(unit) {
        text!(
            nb: "Innsparingen tas fra {line}, som ikke står i dagens budsjett",
            en: "The saving is taken from {line}, which is not in today's budget"
        )
    } else {
        text!(
            nb: "Innsparingen tas fra ansvar {shown_unit}, som ikke står i dagens budsjett",
            en: "The saving is taken from ansvar {shown_unit}, which is not in today's budget"
        )
    };
    let why = words!(
        nb: "En innsparing må tas fra penger som står i budsjettet. Ellers blir det bare et minustall på en linje ingen har.",
        en: "A saving must be taken from money in the budget. Otherwise it is a minus on a line that nobody has.",
    );
    let how = match art {
        "090" | "099" => words!(
            nb: "Lønn tas ut sammen med pensjon (art 090) og arbeidsgiveravgift (art 099). Skriv ansvar og funksjon der de står, eller ta linjene med i budsjettfila.",
            en: "Wage is taken out with pension (art 090) and employer's levy (art 099). Write the ansvar and funksjon where they stand, or bring the lines into the budget file.",
        ),
        _ => words!(
            nb: "Skriv ansvar, funksjon og art slik utgiften står i budsjettfila. Mangler linjen der, så rett fila.",
            en: "Write ansvar, funksjon and art as the expense stands in the budget file. If the line is missing there, correct the file.",
        ),
    };
    let finding = Finding::error("innsparing-uten-budsjettlinje", place, title).graded(Grade::Warning);
    finding.because(why.text()).instead(how.text())
}
