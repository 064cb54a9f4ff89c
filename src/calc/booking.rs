//! The same flows line by line, as the budget books them in the four plan years.

use super::appraisal::RowKind;
use super::borrowing::loans_of;
use super::calculator::Calculator;
use super::failure::Failure;
use super::flows::{at_full_effect, lay_out};
use super::positions::{Claim, OnLine, by_line};
use super::pricing::{Row, price_benefits, price_rows};
use super::row_flow::{RowFlow, RowYear};
use crate::model::{self, Case, CostKind, Organisation, Position, Schedule};
use crate::units::{Fte, Hours, Kroner, Overflow, Year};

/// Art of the pension premium (KOSTRA).
const PENSION_ART: &str = "090";
/// Art of arbeidsgiveravgift (KOSTRA).
const LEVY_ART: &str = "099";
/// Art of interest (KOSTRA).
pub const INTEREST_ART: &str = "500";
/// Art of repayments (KOSTRA).
pub const REPAYMENT_ART: &str = "510";
/// The function interest and repayments are booked on (KOSTRA).
pub const FINANCE_FUNCTION: &str = "870";

/// What kind of entry a [`BudgetEffect`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Booking {
    /// A gain taken out, or the organisation's side of a transfer it receives.
    TakenOut,
    /// A running cost paid out.
    Running,
    /// Restructuring paid out.
    Restructuring,
    /// The paid part of an investment, in the year of outlay; not part of the running budget.
    Investment,
    /// Interest on the loan behind an investment.
    Interest,
    /// Repayment of it.
    Repayment,
}

/// One row's effect on one line of the budget in one year, constant prices of the budget year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetEffect {
    /// The row's name.
    pub row: String,
    /// What kind of entry it is.
    pub booking: Booking,
    /// Calendar year, one of the four plan years.
    pub year: Year,
    /// ansvar; none where the row has no budsjettpost (and for capital costs without lån.ansvar).
    pub unit: Option<String>,
    /// funksjon (KOSTRA)
    pub function: Option<String>,
    /// art (KOSTRA)
    pub art: Option<String>,
    /// Change of the line, in KOSTRA sign: expense plus, so what is taken out is negative.
    pub amount: Kroner,
    /// stilling, for working time.
    pub position: Option<String>,
    /// The årsverk taken out, minus for those a running cost adds; on the wage entry only, so that
    /// they can be summed. One-off hours are no positions: 0.
    pub fte: Fte,
}

/// Working time as it is booked; the parts add up to the whole exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WageSplit {
    /// Wage, on the art named.
    pub wage: Kroner,
    /// Pension premium, on art 090.
    pub pension: Kroner,
    /// arbeidsgiveravgift, on art 099.
    pub levy: Kroner,
}

/// Splits the cost of some working time in a position into wage, pension and levy.
///
/// # Errors
/// [`Overflow`] when a product does not fit.
pub fn split_by_art(position: &Position, amount: Kroner) -> Result<WageSplit, Overflow> {
    if amount.is_zero() {
        return Ok(WageSplit { wage: amount, pension: amount, levy: amount });
    }
    let part = |of: Kroner| amount.times(of.value())?.over(position.annual_cost.value());
    let (wage, pension) = (part(position.wage)?, part(position.pension)?);
    Ok(WageSplit { wage, pension, levy: amount.minus(wage)?.minus(pension)? })
}

impl<'a> Calculator<'a> {
    /// Every effect of a case on the budget lines of the four plan years: rows in the order written,
    /// then years, then lines; capital costs of an investment after it. unngått vekst is not in
    /// today's budget and gives none; nor do gains of others.
    ///
    /// # Errors
    /// As for [`Calculator::appraise`].
    pub fn budget_effects(&self, case: &'a Case, schedule: Schedule) -> Result<Vec<BudgetEffect>, Failure> {
        let (flows, claims) = lay_out(price_rows(self, case)?, schedule, self.organisation)?;
        self.booked(&flows, &claims, |book, flow, effects| book.capital(flow, schedule, effects))
    }

    /// What each gain takes out at full effect, on the lines of the budget: as if it all came in budsjettår.
    ///
    /// # Errors
    /// As for [`Calculator::appraise`].
    pub fn gains_at_full_effect(&self, case: &'a Case) -> Result<Vec<BudgetEffect>, Failure> {
        let (flows, claims) = at_full_effect(price_benefits(self, case)?, case.life, self.organisation)?;
        self.booked(&flows, &claims, |_, _, _| Ok(()))
    }

    /// Every row on its lines, with what goes with it.
    fn booked(
        &self,
        flows: &[RowFlow<'a>],
        claims: &[Claim<'a>],
        with: impl Fn(&Book<'_, 'a>, &RowFlow<'a>, &mut Vec<BudgetEffect>) -> Result<(), Overflow>,
    ) -> Result<Vec<BudgetEffect>, Failure> {
        let mut effects = Vec::new();
        for (index, flow) in flows.iter().enumerate() {
            let claims: Vec<_> = claims.iter().filter(|claim| claim.row == index).collect();
            let book = Book { organisation: self.organisation, row: &flow.row };
            let both = book.row(flow, &claims, &mut effects).and_then(|()| with(&book, flow, &mut effects));
            both.map_err(Failure::too_large(flow.row.name))?;
        }
        Ok(effects)
    }
}

struct Book<'b, 'a> {
    organisation: &'b Organisation,
    row: &'b Row<'a>,
}

impl Book<'_, '_> {
    fn row(
        &self,
        flow: &RowFlow<'_>,
        claims: &[&Claim<'_>],
        effects: &mut Vec<BudgetEffect>,
    ) -> Result<(), Overflow> {
        if !self.row.is_own() || !self.row.is_in_todays_budget() {
            return Ok(());
        }
        for (slot, at) in flow.years.iter().enumerate() {
            if at.own.is_zero() || !self.organisation.plan_years().contains(&at.year) {
                continue;
            }
            let claimed = claims.iter().filter(|claim| claim.slot == slot);
            let mut parts: Vec<OnLine<Hours>> = claimed.map(|claim| (claim.line, claim.taken)).collect();
            if self.row.is_paid_time(at) {
                parts = by_line(self.row.lines, at.own_hours, Hours::share, Hours::minus)?;
            }
            if parts.is_empty() {
                self.by_share(at, effects)?;
            } else {
                self.by_hours(at, &parts, effects)?;
            }
        }
        Ok(())
    }

    /// Money: split by andel.
    fn by_share(&self, at: &RowYear, effects: &mut Vec<BudgetEffect>) -> Result<(), Overflow> {
        let parts = by_line(self.row.lines, at.own, Kroner::share, Kroner::minus)?;
        effects.extend(parts.into_iter().map(|(line, part)| self.effect(at.year, line, part)));
        Ok(())
    }

    /// Working time. Taken out, each line has the whole positions its own ansvar can take out; paid
    /// for, its andel.
    fn by_hours(
        &self,
        at: &RowYear,
        parts: &[OnLine<Hours>],
        effects: &mut Vec<BudgetEffect>,
    ) -> Result<(), Overflow> {
        let mut left = at.own;
        for (index, (line, hours)) in parts.iter().enumerate() {
            let is_last = index.saturating_add(1) == parts.len();
            let amount = if is_last { left } else { self.row.cost_of(*hours)? };
            left.subtract(amount)?;
            if !amount.is_zero() {
                let position = self.row.position.map(str::to_owned);
                let whole = self.effect(at.year, *line, amount);
                let fte = self.fte_out(whole.booking, *hours)?;
                effects.extend(self.working_time(BudgetEffect { fte, position, ..whole })?);
            }
        }
        Ok(())
    }

    /// The årsverk that leave the budget: what a running cost pays for comes in, and hours paid for
    /// once are no positions.
    fn fte_out(&self, booking: Booking, hours: Hours) -> Result<Fte, Overflow> {
        let fte = hours.as_fte(self.organisation.rules.hours_per_fte)?;
        Ok(match booking {
            Booking::TakenOut => fte,
            Booking::Running => fte.negated(),
            Booking::Restructuring | Booking::Investment | Booking::Interest | Booking::Repayment => {
                Fte::ZERO
            }
        })
    }

    /// Wage on the art named, pension on 090 and levy on 099 where the art is a wage art.
    fn working_time(&self, whole: BudgetEffect) -> Result<Vec<BudgetEffect>, Overflow> {
        let position = self.row.position.and_then(|name| self.organisation.positions.get(name));
        // Working time on wage is booked with pension and arbeidsgiveravgift beside it (calculation.md, "Budget view").
        let is_wage = whole.art.as_deref().is_some_and(model::is_wage);
        let Some(position) = position.filter(|_| is_wage) else { return Ok(vec![whole]) };
        let split = split_by_art(position, whole.amount)?;
        let beside = |art: &str, part: Kroner| BudgetEffect {
            art: Some(art.to_owned()),
            amount: part,
            fte: Fte::ZERO,
            ..whole.clone()
        };
        let (pension, levy) = (beside(PENSION_ART, split.pension), beside(LEVY_ART, split.levy));
        Ok(vec![BudgetEffect { amount: split.wage, ..whole }, pension, levy])
    }

    fn capital(
        &self,
        flow: &RowFlow<'_>,
        schedule: Schedule,
        effects: &mut Vec<BudgetEffect>,
    ) -> Result<(), Overflow> {
        let Some(terms) = &self.organisation.rules.loan else { return Ok(()) };
        for loan in loans_of(flow, schedule, terms) {
            for year in self.organisation.plan_years() {
                let cost = loan.in_year(year)?;
                let entries = [
                    (Booking::Interest, INTEREST_ART, cost.interest),
                    (Booking::Repayment, REPAYMENT_ART, cost.repayment),
                ];
                for (booking, art, amount) in entries.into_iter().filter(|(.., amount)| !amount.is_zero()) {
                    effects.push(BudgetEffect {
                        booking,
                        unit: terms.unit.clone(),
                        function: Some(FINANCE_FUNCTION.to_owned()),
                        art: Some(art.to_owned()),
                        amount,
                        ..self.effect(year, None, amount)
                    });
                }
            }
        }
        Ok(())
    }

    /// An entry of the row on one of its lines, `amount` unsigned as written.
    fn effect(&self, year: Year, line: Option<usize>, amount: Kroner) -> BudgetEffect {
        let line = line.and_then(|line| self.row.lines.get(line));
        let booking = match self.row.kind {
            RowKind::Benefit(_) | RowKind::Transfer(_) => Booking::TakenOut,
            RowKind::Cost(CostKind::Running) => Booking::Running,
            RowKind::Cost(CostKind::Restructuring) => Booking::Restructuring,
            RowKind::Cost(CostKind::Investment) => Booking::Investment,
        };
        BudgetEffect {
            row: self.row.name.to_owned(),
            booking,
            year,
            unit: line.map(|line| line.unit.clone()),
            function: line.map(|line| line.function.clone()),
            art: line.map(|line| line.art.clone()),
            amount: if booking == Booking::TakenOut { amount.negated() } else { amount },
            position: None,
            fte: Fte::ZERO,
        }
    }
}
