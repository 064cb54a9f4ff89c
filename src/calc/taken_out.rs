//! What the gains of a case take out of the organisation's own budget: in one year, or at full effect.

use super::calculator::Calculator;
use super::failure::Failure;
use super::flows::{at_full_effect, lay_out};
use super::pricing::{Row, price_benefits};
use super::row_flow::{RowFlow, RowYear};
use crate::model::{Benefit, Case, Effect, Schedule};
use crate::units::{Hours, Kroner, Year};

/// What one gain comes to in a year, or at full effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenOut {
    /// The whole effect before anything is taken out; none for time nobody has put a price on.
    pub whole: Option<Effect>,
    /// What leaves today's budget of the organisation, in whole positions; none for a gain of others and for
    /// growth avoided, which never does.
    pub own: Option<Kroner>,
    /// The hours behind `own`.
    pub own_hours: Hours,
}

impl TakenOut {
    /// What the gain it is of takes out of the organisation's own budget; none where it moves nothing there.
    pub fn of_own(self, benefit: &Benefit) -> Option<Kroner> {
        let is_taken_out = benefit.transfer.is_some() || benefit.take_out.is_positive();
        self.own.filter(|_| is_taken_out)
    }
}

impl<'a> Calculator<'a> {
    /// What the gains of a case take out of the organisation's own budget a year at full effect, together.
    ///
    /// # Errors
    /// As for [`Calculator::appraise`].
    pub fn gains_in_full(&self, case: &'a Case) -> Result<Kroner, Failure> {
        let full = self.taken_out_at_full_effect(case)?;
        let both = full.into_iter().zip(&case.benefits);
        Ok(Kroner::sum(both.filter_map(|(full, benefit)| full?.of_own(benefit)))?)
    }

    /// What each gain takes out in a year: one for each gain of the case, in the order written; none
    /// for a gain without an amount, or without one that year.
    ///
    /// # Errors
    /// As for [`Calculator::appraise`].
    pub fn taken_out_in(
        &self,
        case: &'a Case,
        schedule: Schedule,
        year: Year,
    ) -> Result<Vec<Option<TakenOut>>, Failure> {
        let (flows, _) = lay_out(price_benefits(self, case)?, schedule, self.organisation)?;
        let of_year = |flow: &RowFlow<'a>| {
            flow.years.iter().find(|at| at.year == year).map(|at| TakenOut::of(&flow.row, at))
        };
        Ok(by_benefit(case, flows.iter().map(of_year)))
    }

    /// The same at full effect, where every gain with an amount has one.
    ///
    /// # Errors
    /// As for [`Calculator::appraise`].
    pub fn taken_out_at_full_effect(&self, case: &'a Case) -> Result<Vec<Option<TakenOut>>, Failure> {
        let rows = price_benefits(self, case)?;
        let has_effect: Vec<bool> = rows.iter().map(|row| row.full_effect(case.life).is_some()).collect();
        let (flows, _) = at_full_effect(rows, case.life, self.organisation)?;
        let mut taken = flows.iter().filter_map(|flow| Some(TakenOut::of(&flow.row, flow.years.first()?)));
        Ok(by_benefit(case, has_effect.into_iter().map(|has| if has { taken.next() } else { None })))
    }
}

/// What rows come to, each at its gain.
fn by_benefit(case: &Case, rows: impl IntoIterator<Item = Option<TakenOut>>) -> Vec<Option<TakenOut>> {
    let mut rows = rows.into_iter();
    let of = case.benefits.iter().map(|benefit| benefit.amount.as_ref().and_then(|_| rows.next()?));
    of.collect()
}

impl TakenOut {
    fn of(row: &Row<'_>, at: &RowYear) -> Self {
        let whole = at.amount.hours.map(Effect::Time).or_else(|| at.amount.money.map(Effect::Money));
        let is_own = row.is_own() && row.is_in_todays_budget();
        Self { whole, own: is_own.then_some(at.own), own_hours: at.own_hours }
    }
}
