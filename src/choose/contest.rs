//! What a choice is made from: the cases, what they come to at every start, and the frames.

use crate::calc::{Appraisal, Payback, Valuation};
use crate::model::{Case, Frames, Method, Organisation};
use crate::units::{Fte, Kroner, Overflow, Year, each};

/// Everything a choice is made from.
#[derive(Debug, Clone, Copy)]
pub struct Contest<'a> {
    /// Plan years and locked cases.
    pub organisation: &'a Organisation,
    /// The frames to keep within: the organisation's own, or an alternative. None: nothing is limited, and
    /// innsparingskrav is not asked for.
    pub frames: Option<&'a Frames>,
    /// What is summed.
    pub method: Method,
    /// The open cases, each once.
    pub candidates: &'a [Candidate<'a>],
    /// What each candidate comes to at every start it may have, its lock's start too, earliest
    /// first; a decided case has its own start alone, and one that is not assessed has none.
    pub offers: &'a [Vec<Offer>],
    /// Finished cases: they meet `krever`, and their duties.
    pub closed: &'a [&'a Case],
}

/// A case with its appraisal at the earliest start.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its appraisal at `oppstart`.
    pub appraisal: &'a Appraisal,
}

/// A case that starts in a year, and what it then comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The first year.
    pub start: Year,
    /// The method's value.
    pub value: Kroner,
    /// Net present value.
    pub npv: Kroner,
    /// Running effect of each plan year; plus is money freed.
    pub running_effect: [Kroner; 4],
    /// What counts towards innsparingskrav in each plan year: gains taken out − running costs paid
    /// out − capital costs.
    pub savings: [Kroner; 4],
    /// årsverk taken out in each plan year.
    pub fte: [Fte; 4],
    /// The paid part of investments and of restructuring, by year.
    pub one_off: Vec<OneOff>,
    /// inntjeningstid
    pub payback: Payback,
}

/// One-off outlays of a year, kroner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OneOff {
    /// The calendar year.
    pub year: Year,
    /// The paid part of investering.
    pub investment: Kroner,
    /// The paid part of omstilling.
    pub restructuring: Kroner,
}

impl Offer {
    /// What a choice needs to know of a valuation.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn of(valuation: &Valuation, method: Method, plan: [Year; 4]) -> Result<Self, Overflow> {
        let one_off = valuation.years.iter().map(|at| OneOff {
            year: at.year,
            investment: at.investment,
            restructuring: at.restructuring,
        });
        let one_off: Vec<OneOff> =
            one_off.filter(|at| !(at.investment.is_zero() && at.restructuring.is_zero())).collect();
        let fte = plan.map(|year| {
            let at = valuation.years.iter().find(|at| at.year == year);
            at.map_or(Fte::ZERO, |at| at.fte_taken_out)
        });
        let savings = each(valuation.running_effect, plan, |effect, year| {
            let spent = one_off.iter().find(|at| at.year == year).map(|at| at.restructuring);
            effect.plus(spent.unwrap_or_default())
        })?;
        Ok(Self {
            start: valuation.schedule.start,
            value: valuation.value_by(method),
            npv: valuation.npv,
            running_effect: valuation.running_effect,
            savings,
            fte,
            one_off,
            payback: valuation.payback,
        })
    }
}

impl Valuation {
    /// What the method ranks by: NNV, planeffekt or the undiscounted running effect of the plan.
    const fn value_by(&self, method: Method) -> Kroner {
        match method {
            Method::NetPresentValue => self.npv,
            Method::PlanEffect => self.plan_effect,
            Method::Budget => self.plan_running_effect,
        }
    }
}
