//! The bridge from what was promised to what came, and to what is deducted, in words.

use crate::follow::{Bridge, FollowedCase};
use crate::text;
use crate::units::{Kroner, Year};
use crate::words::{Text, sentences};

/// A term of the bridge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Where it stands.
    pub level: Level,
    /// How much.
    pub amount: Kroner,
    /// What it is.
    pub name: Text,
}

/// Where a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// What the terms after it are of.
    Sum,
    /// One of what the sum before it is of.
    Part,
    /// The part that is a hole: it is told by ansvar.
    Hole,
}

impl Term {
    const fn sum(amount: Kroner, name: Text) -> Self {
        Self { level: Level::Sum, amount, name }
    }

    const fn part(amount: Kroner, name: Text) -> Self {
        Self { level: Level::Part, amount, name }
    }

    const fn hole(amount: Kroner, name: Text) -> Self {
        Self { level: Level::Hole, amount, name }
    }
}

/// The terms of a bridge, each sum before what it is of; those of nothing are left out.
pub fn terms(of: &Bridge, budget_year: Year) -> Vec<Term> {
    let all = [
        Term::sum(
            of.promised,
            text!(nb: "Lovet, full virkning", nn: "Lova, full verknad", en: "Promised, full effect"),
        ),
        Term::part(
            of.changed,
            text!(nb: "endret siden vedtaket", nn: "endra sidan vedtaket", en: "changed since the decision"),
        ),
        Term::part(
            of.not_expected.minus(of.ended).unwrap_or(of.not_expected).negated(),
            text!(nb: "ikke ventet ennå (innfasing)", nn: "ikkje venta enno (innfasing)", en: "not expected yet (phase-in)"),
        ),
        Term::part(
            of.ended.negated(),
            text!(nb: "levetida er over", nn: "levetida er over", en: "the life is over"),
        ),
        Term::sum(of.expected, text!(nb: "Ventet nå", nn: "Venta no", en: "Expected by now")),
        Term::part(of.measured, text!(nb: "målt", nn: "målt", en: "measured")),
        Term::part(
            of.planned,
            text!(nb: "ikke målt, eller for tidlig å si", nn: "ikkje målt, eller for tidleg å seie", en: "not measured, or too early to say"),
        ),
        Term::part(
            of.behind,
            match of.behind.is_negative() {
                false => text!(nb: "bak planen", nn: "bak planen", en: "behind the plan"),
                true => text!(nb: "mer enn ventet", nn: "meir enn venta", en: "more than expected"),
            },
        ),
        Term::part(of.lost, text!(nb: "tapt", nn: "tapt", en: "lost")),
        Term::sum(
            of.deducted,
            text!(nb: "Trukket fra i budsjettet for {budget_year}", nn: "Trekt frå i budsjettet for {budget_year}", en: "Deducted in the budget for {budget_year}"; budget_year),
        ),
        Term::part(of.come, text!(nb: "kommet", nn: "kome", en: "come")),
        Term::part(
            of.too_early,
            text!(nb: "for tidlig å si", nn: "for tidleg å seie", en: "too early to say"),
        ),
        Term::hole(
            of.hole,
            text!(nb: "HULLET: trukket fra, ikke kommet", nn: "HOLET: trekt frå, ikkje kome", en: "THE HOLE: deducted, not come"),
        ),
        Term::sum(
            of.not_deducted,
            text!(nb: "Kommet, men ikke trukket fra", nn: "Kome, men ikkje trekt frå", en: "Come, but not deducted"),
        ),
        Term::sum(
            of.worse,
            text!(nb: "Målt verre enn nullpunktet", nn: "Målt verre enn nullpunktet", en: "Measured worse than nullpunkt"),
        ),
    ];
    all.into_iter().filter(|term| !term.amount.rounded(0).is_zero()).collect()
}

/// Each sum with the terms that are of it; the hole stands alone.
pub fn joined(terms: &[Term]) -> Vec<(&Term, Vec<&Term>)> {
    let mut joined: Vec<(&Term, Vec<&Term>)> = Vec::new();
    for term in terms {
        match joined.last_mut() {
            Some((_, parts)) if term.level == Level::Part => parts.push(term),
            Some(_) | None => joined.push((term, Vec::new())),
        }
    }
    joined
}

/// How the promise of a case is divided on its gains; nothing where each has its own.
pub fn divided<'c>(cases: impl IntoIterator<Item = &'c FollowedCase>) -> Text {
    if !cases.into_iter().any(FollowedCase::divides_promise) {
        return Text::default();
    }
    text!(
        nb: "Lovet er lagret for hele saken, og her fordelt på gevinstene etter dagens tall.", nn: "Det lova er lagra for heile saka, og her fordelt på gevinstane etter tala i dag.",
        en: "What was promised is kept for the whole case, and is here divided on the gains by the figures of today."
    )
}

/// Whether what is deducted from the budget has come; nothing where some has not: the first line says so.
pub fn deducted(of: &Bridge, budget_year: Year) -> Text {
    let Bridge { deducted, come, too_early, .. } = *of;
    if of.has_hole() {
        return Text::default();
    }
    if deducted.is_zero() {
        return text!(
            nb: "Ingenting er trukket fra budsjettet for {budget_year}.", nn: "Ingenting er trekt frå budsjettet for {budget_year}.",
            en: "Nothing is deducted from the budget for {budget_year}.";
            budget_year
        );
    }
    let part = text!(
        nb: "{deducted} er trukket fra budsjettet for {budget_year}.", nn: "{deducted} er trekt frå budsjettet for {budget_year}.",
        en: "{deducted} is deducted from the budget for {budget_year}.";
        deducted, budget_year
    );
    let rest = match (come.is_zero(), too_early.is_zero()) {
        (true, _) => text!(
            nb: "Det er for tidlig å si om det kommer.", nn: "Det er for tidleg å seie om det kjem.",
            en: "It is too early to say whether it comes."
        ),
        (false, false) => text!(
            nb: "{come} har kommet, og det er for tidlig å si om resten kommer.", nn: "{come} har kome, og det er for tidleg å seie om resten kjem.",
            en: "{come} has come, and it is too early to say whether the rest does.";
            come
        ),
        (false, true) => {
            return text!(
                nb: "Alt som er trukket fra budsjettet for {budget_year}, har kommet.", nn: "Alt som er trekt frå budsjettet for {budget_year}, har kome.",
                en: "All that is deducted from the budget for {budget_year} has come.";
                budget_year
            );
        }
    };
    sentences([part, rest])
}
