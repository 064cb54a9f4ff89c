//! ukjent-ansvar: a cost or an income is put on an ansvar that is not in today's budget.

use crate::calc::Booking;
use crate::checks::prelude::*;

/// Looks up the ansvar of every row that says nothing in merknad; each ansvar is reported once. What is
/// saved on it, and its ny_praksis, are reported by rules of their own.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let saved = facts.taken().into_iter().filter(|(_, years)| years.iter().any(|taken| taken.is_positive()));
    let mut reported: BTreeSet<&str> = saved.map(|(line, _)| line.unit).collect();
    reported.extend(facts.document.new_practice.rows().iter().filter_map(|row| row.unit.text()));
    for effect in facts.effects.iter().filter(|effect| is_put_by_a_row(effect.booking)) {
        let Some(unit) = effect.unit.as_deref().filter(|unit| facts.lacks_unit(unit)) else { continue };
        let has_note = facts.row_of(effect).is_some_and(|row| row.has_note);
        if !has_note && reported.insert(unit) {
            findings.push(worded(&effect.row, effect.booking, unit, facts.place_of_effect(effect)));
        }
    }
}

/// Interest and repayments go where a3.yaml says, not where a row does.
const fn is_put_by_a_row(booking: Booking) -> bool {
    match booking {
        Booking::TakenOut | Booking::Running | Booking::Restructuring | Booking::Investment => true,
        Booking::Interest | Booking::Repayment => false,
    }
}

/// An ansvar with no line at all, today or as it becomes, that a case carried out names.
pub(super) fn of_all(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let rows = facts.rows_on_empty_units();
    findings.extend(rows.into_iter().filter(|(_, row)| !row.has_note).map(|(unit, row)| {
        let finding = worded(&wording::name(row.name), row.booking, unit, row.place);
        PortfolioFinding { case: row.case, finding }
    }));
}

fn worded(row: &str, booking: Booking, unit: &str, place: Span) -> Finding {
    let (name, unit) = (wording::shown(row), wording::shown(unit));
    let title = if booking == Booking::TakenOut {
        text!(
            nb: "Gevinsten «{name}» føres på ansvar {unit}, som ikke står i dagens budsjett", nn: "Gevinsten «{name}» blir ført på ansvar {unit}, som ikkje står i budsjettet i dag",
            en: "The gain “{name}” is booked on ansvar {unit}, which is not in today's budget"
        )
    } else {
        text!(
            nb: "Kostnaden «{name}» føres på ansvar {unit}, som ikke står i dagens budsjett", nn: "Kostnaden «{name}» blir ført på ansvar {unit}, som ikkje står i budsjettet i dag",
            en: "The cost “{name}” is booked on ansvar {unit}, which is not in today's budget"
        )
    };
    Finding::error("ukjent-ansvar", place, title)
}
