//! gevinstpotensial: the headline, per year at full effect.

use super::appraisal::{Basis, FullEffect, Potential, RowKind};
use super::failure::Failure;
use super::flows::at_full_effect;
use super::positions::too_little;
use super::pricing::Row;
use super::row_flow::{RowFlow, RowYear};
use crate::model::{Case, CostKind, Organisation, Recipient};
use crate::units::{Fte, Hours, Kroner, Overflow};

/// The sums of a case at full effect.
pub(super) fn potential(
    case: &Case,
    rows: Vec<Row<'_>>,
    organisation: &Organisation,
) -> Result<Potential, Failure> {
    let running = |row: &Row<'_>| row.is_benefit() || row.is_cost(CostKind::Running);
    let rows = rows.into_iter().filter(running).collect();
    let mut sums = GroupSums::default();
    let (flows, claims) = at_full_effect(rows, case.life, organisation)?;
    for flow in flows {
        sums.add(&flow).map_err(Failure::too_large(flow.row.name))?;
    }
    let hours_per_fte = organisation.rules.hours_per_fte;
    let potential = sums.into_potential(case, hours_per_fte)?;
    let is_none = potential.fte_taken_out.is_zero();
    Ok(Potential {
        too_little: if is_none { too_little(&claims, hours_per_fte)? } else { None },
        ..potential
    })
}

#[derive(Debug, Default)]
struct GroupSums {
    budget: Kroner,
    reallocated: Kroner,
    other_public: Kroner,
    others: Kroner,
    avoided_growth: Kroner,
    running: Kroner,
    running_paid: Kroner,
    hours: Hours,
    hours_taken_out: Hours,
    rows: Vec<FullEffect>,
}

impl GroupSums {
    fn add(&mut self, flow: &RowFlow<'_>) -> Result<(), Overflow> {
        let row = &flow.row;
        let Some(at) = flow.years.first() else { return Ok(()) };
        let money = at.amount.money.unwrap_or_default();
        if row.is_benefit() {
            self.add_benefit(row, at, money)?;
        } else {
            self.running.add(money)?;
            self.running_paid.add(at.own)?;
        }
        self.rows.push(full_effect(row, at));
        if let Some(party) = row.transfer {
            // The other party has the same sum with the opposite sign.
            let theirs = if row.is_benefit() { money.negated() } else { money };
            self.group(party, theirs)?;
            self.rows.push(counterpart(row, party, theirs));
        }
        Ok(())
    }

    fn add_benefit(&mut self, row: &Row<'_>, at: &RowYear, money: Kroner) -> Result<(), Overflow> {
        if !row.is_own() {
            return self.group(row.recipient, money);
        }
        self.hours.add(at.amount.hours.unwrap_or_default())?;
        self.reallocated.add(money.minus(at.own)?)?;
        if row.is_in_todays_budget() {
            self.budget.add(at.own)?;
            self.hours_taken_out.add(at.own_hours)?;
        } else {
            self.avoided_growth.add(at.own)?;
        }
        Ok(())
    }

    /// Adds to the group of a recipient that is not the organisation.
    fn group(&mut self, recipient: Recipient, money: Kroner) -> Result<(), Overflow> {
        let group = match recipient {
            Recipient::Organisation => &mut self.budget,
            Recipient::State | Recipient::Counties | Recipient::OtherMunicipalities => &mut self.other_public,
            Recipient::Residents | Recipient::Business | Recipient::Voluntary => &mut self.others,
        };
        group.add(money)?;
        Ok(())
    }

    fn into_potential(self, case: &Case, hours_per_fte: Hours) -> Result<Potential, Overflow> {
        let gains = [self.budget, self.reallocated, self.other_public, self.others, self.avoided_growth];
        let estimated = case.benefits.iter().any(|benefit| benefit.estimated && benefit.amount.is_some());
        // No hours are no årsverk, whatever timer_per_årsverk is.
        let fte = |hours: Hours| if hours.is_zero() { Ok(Fte::ZERO) } else { hours.as_fte(hours_per_fte) };
        Ok(Potential {
            fte: fte(self.hours)?,
            fte_taken_out: fte(self.hours_taken_out)?,
            net_budget: self.budget.minus(self.running_paid)?,
            net: Kroner::sum(gains)?.minus(self.running)?,
            budget: self.budget,
            reallocated: self.reallocated,
            other_public: self.other_public,
            others: self.others,
            avoided_growth: self.avoided_growth,
            hours: self.hours,
            running: self.running,
            basis: if estimated { Basis::Estimated } else { Basis::Calculated },
            too_little: None,
            rows: self.rows,
        })
    }
}

fn full_effect(row: &Row<'_>, at: &RowYear) -> FullEffect {
    FullEffect {
        name: row.name.to_owned(),
        kind: row.kind,
        recipient: row.recipient,
        avoids: row.avoids,
        money: at.amount.money,
        hours: at.amount.hours,
        own: at.own,
        own_hours: at.own_hours,
    }
}

fn counterpart(row: &Row<'_>, party: Recipient, money: Kroner) -> FullEffect {
    FullEffect {
        name: counterpart_name(row.name, party),
        kind: RowKind::Transfer(party),
        recipient: party,
        avoids: row.avoids,
        money: Some(money),
        hours: None,
        own: Kroner::ZERO,
        own_hours: Hours::ZERO,
    }
}

/// The name of the other party's side of a transfer, as every output writes it.
pub(super) fn counterpart_name(row: &str, party: Recipient) -> String {
    format!("{row} (motpart: {})", party.word())
}
