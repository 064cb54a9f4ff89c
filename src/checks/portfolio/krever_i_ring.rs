//! krever-i-ring: cases that require each other round in a ring.

use crate::checks::prelude::*;

/// Rings named in one run; more are found when these are fixed.
const MOST_RINGS: usize = 20;
/// Cases of a ring that are named.
const MOST_NAMES: usize = 8;

/// Walks from case to case along `krever`, by id, and names every ring once, at its first case.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let by_id: BTreeMap<&str, usize> =
        facts.cases.iter().enumerate().map(|(case, reference)| (reference.id.as_str(), case)).collect();
    let mut walk = Walk {
        cases: facts.cases,
        by_id: &by_id,
        seen: vec![Seen::Never; facts.cases.len()],
        rings: Vec::new(),
    };
    for case in by_id.values() {
        walk.from(*case);
    }
    for ring in &walk.rings {
        findings.extend(finding(facts, ring));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Never,
    OnTheWay,
    Done,
}

struct Walk<'a> {
    cases: &'a [CaseReference],
    by_id: &'a BTreeMap<&'a str, usize>,
    seen: Vec<Seen>,
    /// Each ring in order, and with it the place of every step.
    rings: Vec<Vec<(usize, Span)>>,
}

impl Walk<'_> {
    /// Goes as deep as it can without calling itself: a chain may be thousands of cases long.
    fn from(&mut self, start: usize) {
        let mut way = Vec::new();
        self.enter(start, &mut way);
        while let Some((case, next)) = way.last_mut() {
            let (case, at) = (*case, *next);
            *next = at.saturating_add(1);
            match self.cases.get(case).and_then(|reference| reference.requires.get(at)) {
                None => {
                    self.mark(case, Seen::Done);
                    way.pop();
                }
                Some(required) => {
                    if let Some(&to) = self.by_id.get(required.value.as_str()) {
                        self.step(case, to, &mut way);
                    }
                }
            }
        }
    }

    fn step(&mut self, case: usize, to: usize, way: &mut Vec<(usize, usize)>) {
        match self.seen.get(to) {
            Some(Seen::Never) => self.enter(to, way),
            Some(Seen::OnTheWay) if case != to && self.rings.len() < MOST_RINGS => self.close(to, way),
            Some(Seen::OnTheWay | Seen::Done) | None => {}
        }
    }

    fn enter(&mut self, case: usize, way: &mut Vec<(usize, usize)>) {
        if self.seen.get(case) == Some(&Seen::Never) {
            self.mark(case, Seen::OnTheWay);
            way.push((case, 0));
        }
    }

    fn mark(&mut self, case: usize, as_seen: Seen) {
        if let Some(seen) = self.seen.get_mut(case) {
            *seen = as_seen;
        }
    }

    /// The part of the way that leads from a case back to itself.
    fn close(&mut self, first: usize, way: &[(usize, usize)]) {
        let ring = way.iter().skip_while(|(case, _)| *case != first);
        let step = |(case, next): &(usize, usize)| {
            let requires = &self.cases.get(*case)?.requires;
            Some((*case, requires.get(next.checked_sub(1)?)?.span))
        };
        self.rings.push(ring.filter_map(step).collect());
    }
}

fn finding(facts: &PortfolioFacts<'_>, ring: &[(usize, Span)]) -> Option<PortfolioFinding> {
    let id = |case: usize| facts.cases.get(case).map_or("", |reference| reference.id.as_str());
    let (first, (case, span)) =
        ring.iter().enumerate().min_by_key(|(_, (case, _))| (*case >= facts.asked, id(*case)))?;
    let round = ring.iter().cycle().skip(first).take(ring.len().saturating_add(1));
    let mut names: Vec<&str> = round.map(|(case, _)| id(*case)).collect();
    if names.len() > MOST_NAMES {
        names.splice(MOST_NAMES.saturating_sub(1)..names.len().saturating_sub(1), ["…"]);
    }
    let names = names.join(" → ");
    let title = text!(
        nb: "Sakene krever hverandre i ring: {names}", nn: "Sakene krev kvarandre i ring: {names}",
        en: "The cases require each other in a ring: {names}"
    );
    let finding = Finding::error("krever-i-ring", *span, title);
    Some(PortfolioFinding { case: *case, finding })
}
