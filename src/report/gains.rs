//! Every gain of the cases after DFØ and Prosjektveiviseren: what kind it is, whose it is, who takes it out, what it
//! builds on, how it is measured and when.

use super::appraise::AppraisedCase;
use crate::calc::{FullEffect, RowKind};
use crate::model::{Avoids, Benefit, BenefitKind, Recipient, Value};
use crate::units::{Hours, Kroner, Year};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// One gain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GainRow {
    /// Its case.
    pub id: String,
    /// navn
    pub name: String,
    /// type
    pub kind: BenefitKind,
    /// mottaker
    pub recipient: Recipient,
    /// What it is worth a year at full effect, group by group; none where it has no price.
    pub groups: Option<Groups>,
    /// The hours behind, where it is working time.
    pub hours: Option<Hours>,
    /// eier: who takes it out
    pub owner: String,
    /// The forutsetninger its formula builds on, those with three points first.
    pub assumptions: Vec<String>,
    /// navn of its målinger
    pub measurements: Vec<String>,
    /// When it is to have come: the last mål, else the year of full effect.
    pub when: When,
}

/// When a gain is to have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The day of mål.
    Day(NaiveDate),
    /// The year of full effect.
    Year(Year),
    /// Nobody has said.
    Unknown,
}

/// The groups of Prosjektveiviseren, and growth avoided; kroner a year at full effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Groups {
    /// budsjett: leaves our own budget
    pub budget: Kroner,
    /// omdisponert: ours, and not taken out
    pub reallocated: Kroner,
    /// andre offentlige
    pub other_public: Kroner,
    /// innbyggere, næringsliv og frivillige
    pub others: Kroner,
    /// unngått vekst
    pub avoided_growth: Kroner,
}

/// Every gain of the cases, in their order.
pub fn gains<'c>(cases: impl Iterator<Item = (usize, &'c AppraisedCase)>) -> Vec<GainRow> {
    let mut rows = Vec::new();
    for (_, of) in cases {
        let effects = of.appraisal.potential.rows.iter();
        let mut effects = effects.filter(|row| matches!(row.kind, RowKind::Benefit(_)));
        for (place, benefit) in of.case.benefits.iter().enumerate() {
            let effect = benefit.amount.as_ref().and_then(|_| effects.next());
            rows.push(gain(of, place, benefit, effect));
        }
    }
    rows
}

fn gain(of: &AppraisedCase, place: usize, benefit: &Benefit, effect: Option<&FullEffect>) -> GainRow {
    let owner = of.written.benefits.rows().get(place).and_then(|row| row.owner.text());
    let measured: Vec<_> = of.case.measurements_of(&benefit.name).collect();
    GainRow {
        id: of.case.id.clone(),
        name: benefit.name.clone(),
        kind: benefit.kind,
        recipient: benefit.recipient,
        groups: effect.and_then(Groups::of),
        hours: effect.and_then(|effect| effect.hours),
        owner: owner.unwrap_or(&of.case.owner).to_owned(),
        assumptions: assumptions(of, benefit),
        measurements: measured.iter().map(|measurement| measurement.name.clone()).collect(),
        when: when(of, benefit, measured.iter().filter_map(|of| of.target.as_ref()).map(|at| at.date).max()),
    }
}

fn assumptions(of: &AppraisedCase, benefit: &Benefit) -> Vec<String> {
    let values = benefit.amount.iter().flat_map(crate::model::Amount::values);
    let names: BTreeSet<&str> = values
        .filter_map(|value| match value {
            Value::Formula(formula) => Some(formula.names().map(|(name, _)| name).collect::<Vec<_>>()),
            Value::Estimate(_) => None,
        })
        .flatten()
        .collect();
    let is_uncertain = |name: &str| {
        of.case.assumptions.iter().any(|known| known.name == name && known.estimate.is_uncertain())
    };
    let mut names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    names.sort_by_key(|name| !is_uncertain(name));
    names
}

fn when(of: &AppraisedCase, benefit: &Benefit, target: Option<NaiveDate>) -> When {
    if let Some(day) = target {
        return When::Day(day);
    }
    let whole = benefit.phase_in.iter().position(|share| Some(share) == benefit.phase_in.last());
    let years = whole.and_then(|years| u16::try_from(years).ok()).unwrap_or(0);
    of.case.start.map_or(When::Unknown, |start| When::Year(start.later(years)))
}

impl Groups {
    /// None where the gain has no price.
    fn of(effect: &FullEffect) -> Option<Self> {
        let money = effect.money?;
        let mut groups = Self::default();
        match effect.recipient {
            Recipient::Organisation => {
                groups.reallocated = money.minus(effect.own).ok()?;
                match effect.avoids {
                    Avoids::TodaysExpense => groups.budget = effect.own,
                    Avoids::Growth => groups.avoided_growth = effect.own,
                }
            }
            Recipient::State | Recipient::Counties | Recipient::OtherMunicipalities => {
                groups.other_public = money
            }
            Recipient::Residents | Recipient::Business | Recipient::Voluntary => groups.others = money,
        }
        Some(groups)
    }
}
