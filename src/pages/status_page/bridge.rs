//! The bridge of `a3 status`: from what was promised to what came, and to what is deducted.

use super::{HowMuch, Room, Showing, inside};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Fact};
use crate::text;
use crate::units::Kroner;
use crate::words::{Text, separated};

/// A term of the bridge.
struct Term {
    level: Level,
    amount: Kroner,
    name: Text,
}

/// Where a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
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

    fn fact(&self, note: Text) -> Fact {
        let before = match self.level {
            Level::Sum => Text::default(),
            Level::Part | Level::Hole => inside(),
        };
        let name = &self.name;
        let name = text!(nb: "{before}{name}", nn: "{before}{name}", en: "{before}{name}"; before, name);
        Fact::new(name, Cell::Kroner(self.amount)).noted(note)
    }
}

impl Showing<'_> {
    /// From lovet to målt, and to what is deducted; terms of nothing are left out.
    pub(super) fn bridge(&self) -> Vec<Block> {
        let terms = self.terms().into_iter().filter(|term| !term.amount.is_zero());
        let terms: Vec<Term> = terms.collect();
        if terms.is_empty() {
            return Vec::new();
        }
        if self.room > Room::Good {
            return vec![Block::Facts(self.joined(&terms))];
        }
        let note = |term: &Term| if term.level == Level::Hole { self.by_unit() } else { Text::default() };
        let facts = terms.iter().map(|term| term.fact(note(term))).collect();
        let heading =
            || Block::Heading(text!(nb: "Gevinstbroen", nn: "Gevinstbrua", en: "From promise to budget"));
        // On one screen the sum above says what it begins with.
        let heading = (self.how_much == HowMuch::All).then(heading);
        heading.into_iter().chain([Block::Facts(facts)]).collect()
    }

    /// Each sum with its terms beside it; the hole keeps its own line.
    fn joined(&self, terms: &[Term]) -> Vec<Fact> {
        let mut facts: Vec<(&Term, Vec<Text>)> = Vec::new();
        for term in terms {
            let (amount, name) = (term.amount, &term.name);
            match facts.last_mut() {
                Some((_, beside)) if term.level == Level::Part => beside.push(
                    text!(nb: "{name} {amount}", nn: "{name} {amount}", en: "{name} {amount}"; name, amount),
                ),
                Some(_) | None => facts.push((term, Vec::new())),
            }
        }
        let note = |(term, beside): (&Term, Vec<Text>)| {
            term.fact(if term.level == Level::Hole { self.by_unit() } else { separated(beside, "; ") })
        };
        facts.into_iter().map(note).collect()
    }

    /// The terms of the bridge, each sum before what it is of.
    fn terms(&self) -> [Term; 14] {
        let of = &self.report.bridge;
        let budget_year = self.report.appraised.organisation.budget_year;
        [
            Term::sum(
                of.promised,
                text!(nb: "Lovet, full virkning", nn: "Lova, full verknad", en: "Promised, full effect"),
            ),
            Term::part(
                of.changed,
                text!(nb: "endret siden vedtaket", nn: "endra sidan vedtaket", en: "changed since the decision"),
            ),
            Term::part(
                of.not_expected.negated(),
                text!(nb: "ikke ventet ennå (innfasing)", nn: "ikkje venta enno (innfasing)", en: "not expected yet (innfasing)"),
            ),
            Term::sum(of.expected, text!(nb: "Ventet nå", nn: "Venta no", en: "Expected by now")),
            Term::part(of.measured, text!(nb: "målt", nn: "målt", en: "measured")),
            Term::part(
                of.planned,
                text!(nb: "ikke målt, eller for tidlig å si", nn: "ikkje målt, eller for tidleg å seie", en: "not measured, or too early to say"),
            ),
            Term::part(of.behind, text!(nb: "bak planen", nn: "bak planen", en: "behind the plan")),
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
        ]
    }
}
