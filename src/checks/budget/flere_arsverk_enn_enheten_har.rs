//! flere-årsverk-enn-enheten-har: a case frees more årsverk than the unit has.

use super::facts::BudgetFacts;
use crate::calc::{Booking, FTE_DECIMALS};
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::units::{Fte, Year};
use crate::{text, words};

/// Compares with the årsverk of the budget file, for units where it has any; each unit once.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    for (unit, taken) in facts.fte_taken() {
        let Ok(has) = facts.standing.fte(unit) else { continue };
        let years = facts.standing.plan().years().into_iter().zip(taken).zip(has);
        let mut over = years.filter_map(|((year, taken), has)| {
            let is_over = |has: &Fte| taken.is_positive() && taken.rounded(FTE_DECIMALS) > *has;
            Some((year, taken, has.filter(is_over)?))
        });
        findings.extend(over.next().map(|over| worded(unit, over, place(facts, unit, over.0))));
    }
}

/// Where the first row stands that the årsverk of the unit come from that year.
fn place(facts: &BudgetFacts<'_>, unit: &str, year: Year) -> Span {
    let mut frees = facts.effects.iter().filter(|effect| {
        let is_of_unit = effect.unit.as_deref() == Some(unit) && effect.year == year;
        is_of_unit && effect.booking == Booking::TakenOut && effect.fte.is_positive()
    });
    frees.next().map_or_else(Span::default, |effect| facts.place_of_effect(effect))
}

fn worded(unit: &str, (year, taken, has): (Year, Fte, Fte), place: Span) -> Finding {
    let (year, unit) = (year.number(), wording::shown(unit));
    let (taken, has) = (wording::fte(taken), wording::fte(has));
    let title = text!(
        nb: "I {} tas det ut {} på ansvar {}, men der er det bare {} i budsjettet", year, taken.nb, unit, has.nb;
        en: "In {}, {} are taken out of ansvar {}, which has only {} in the budget", year, taken.en, unit, has.en
    );
    let why = words!(
        nb: "Ingen kan ta ut flere stillinger enn det er. Enten er tiden regnet for stor, eller så er den spart på flere enheter.",
        en: "Nobody can take out more positions than there are. Either too much time is counted, or it is saved on several units.",
    );
    let how = words!(
        nb: "Regn tiden om igjen, eller del den på enhetene med «andel». Er tallet på årsverk gammelt, så rett det i budsjettfila.",
        en: "Work out the time again, or split it on the units with “andel”. If the number of årsverk is old, correct it in the budget file.",
    );
    Finding::error("flere-årsverk-enn-enheten-har", place, title).because(why.text()).instead(how.text())
}
