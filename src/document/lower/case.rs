//! The case as a whole.

use super::Lowering;
use crate::document::{self, Capacity};
use crate::model::{Alternative, AreaCapacity, Case, Fulfilment, Gap, Requirement, Risk};
use crate::source::Spanned;
use crate::units::Fte;

impl Lowering<'_> {
    /// The case; its rows are lowered even where the case cannot be had, so that all findings show.
    pub(super) fn case(&mut self) -> Option<Case> {
        let document = self.document;
        let assumptions = self.assumptions();
        let (benefits, costs) = (self.benefits(), self.costs());
        let new_practice = self.new_practice();
        let (conditions, engagements, plan) = (self.conditions(), self.engagements(), self.plan());
        let (measurements, decisions) = (self.measurements(), self.decisions());
        Some(Case {
            id: document.id.clone(),
            title: self.required(&document.title)?,
            area: self.required(&document.area)?,
            owner: self.required(&document.owner)?,
            phase: self.required(&document.phase)?,
            assumptions,
            benefits,
            costs,
            start: document.start.cloned(),
            latest_start: document.latest_start.cloned(),
            life: document.life.cloned(),
            capacity: self.capacity(),
            requires: values(document.requires.rows()),
            excludes: values(document.excludes.rows()),
            goals: values(document.goals.rows()),
            requirements: document.requirements.rows().iter().map(requirement).collect(),
            gaps: self.gaps(),
            alternatives: self.alternatives(),
            risks: self.risks(),
            conditions,
            engagements,
            plan,
            measurements,
            decisions,
            new_practice,
            decider: document.decider.cloned(),
        })
    }

    fn capacity(&self) -> Vec<AreaCapacity> {
        let years = |years: &[Spanned<Fte>]| years.iter().map(|year| year.value).collect();
        match self.document.capacity.get() {
            None => Vec::new(),
            Some(Capacity::OwnArea(list)) => {
                let area = self.document.area.cloned().unwrap_or_default();
                vec![AreaCapacity { area, years: years(list) }]
            }
            Some(Capacity::ByArea(areas)) => {
                let of_area = |area: &document::Keyed<Vec<Spanned<Fte>>>| AreaCapacity {
                    area: area.key.value.clone(),
                    years: years(&area.row),
                };
                areas.iter().map(of_area).collect()
            }
        }
    }

    fn gaps(&mut self) -> Vec<Gap> {
        let lower = |row: &document::Gap| Gap {
            name: row.name.cloned().unwrap_or_default(),
            now: row.now.cloned().unwrap_or_default(),
            wanted: row.wanted.cloned().unwrap_or_default(),
            after: row.after.cloned(),
        };
        self.document.gaps.rows().iter().map(lower).collect()
    }

    fn alternatives(&mut self) -> Vec<Alternative> {
        let lower = |row: &document::Alternative| Alternative {
            name: row.name.cloned().unwrap_or_default(),
            assessment: row.assessment.cloned(),
            is_chosen: row.chosen.cloned().unwrap_or(false),
        };
        self.document.alternatives.rows().iter().map(lower).collect()
    }

    fn risks(&mut self) -> Vec<Risk> {
        let lower = |row: &document::Risk| Risk {
            what: row.what.cloned().unwrap_or_default(),
            probability: row.probability.cloned(),
            consequence: row.consequence.cloned(),
            response: row.response.cloned(),
        };
        self.document.risks.rows().iter().map(lower).collect()
    }
}

/// What is not said to be met is not met, neither today nor after: no case becomes må by silence.
fn requirement(row: &document::Requirement) -> Requirement {
    Requirement {
        text: row.text.cloned().unwrap_or_default(),
        legal_basis: row.legal_basis.cloned().unwrap_or_default(),
        today: row.today.cloned().unwrap_or(Fulfilment::No),
        after: row.after.cloned().unwrap_or(Fulfilment::No),
    }
}

fn values(list: &[Spanned<String>]) -> Vec<String> {
    list.iter().map(|item| item.value.clone()).collect()
}
