//! The bridge of `a3 status`: from what was promised to what came, and to what is deducted.

use super::{HowMuch, Room, Showing, inside};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Fact};
use crate::sentences::bridge::{Level, Term, joined, terms};
use crate::text;
use crate::words::{Text, separated};

/// A term as a line, further in where it is a part.
fn fact(term: &Term, note: Text) -> Fact {
    let before = match term.level {
        Level::Sum => Text::default(),
        Level::Part | Level::Hole => inside(),
    };
    let name = &term.name;
    let name = text!(all: "{before}{name}"; before, name);
    Fact::new(name, Cell::Kroner(term.amount)).noted(note)
}

impl Showing<'_> {
    /// From lovet to målt, and to what is deducted; terms of nothing are left out.
    pub(super) fn bridge(&self) -> Vec<Block> {
        let terms = terms(&self.report.bridge, self.report.appraised.organisation.budget_year);
        if terms.is_empty() {
            return Vec::new();
        }
        if self.room > Room::Good {
            return vec![Block::Facts(self.joined(&terms))];
        }
        let note = |term: &Term| if term.level == Level::Hole { self.by_unit() } else { Text::default() };
        let facts = terms.iter().map(|term| fact(term, note(term))).collect();
        let heading =
            || Block::Heading(text!(nb: "Gevinstbroen", nn: "Gevinstbrua", en: "From promise to budget"));
        // On one screen the sum above says what it begins with.
        let heading = (self.how_much == HowMuch::All).then(heading);
        heading.into_iter().chain([Block::Facts(facts)]).collect()
    }

    /// Each sum with its terms beside it; the hole keeps its own line.
    fn joined(&self, terms: &[Term]) -> Vec<Fact> {
        let named = |Term { name, amount, .. }: &Term| text!(all: "{name} {amount}"; name, amount);
        let note = |(term, parts): (&Term, Vec<&Term>)| {
            let beside = || separated(parts.into_iter().map(named), "; ");
            fact(term, if term.level == Level::Hole { self.by_unit() } else { beside() })
        };
        joined(terms).into_iter().map(note).collect()
    }
}
