//! What a calculation gives: plain results with their working, nothing rounded for show.

use super::loan::{LoanYear, OutlayLoan};
use crate::model::{Avoids, BenefitKind, CostKind, Recipient, Schedule};
use crate::units::{Decimal, Factor, Fte, Hours, Kroner, Year};

/// Everything calculated for one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appraisal {
    /// The headline, per year at full effect.
    pub potential: Potential,
    /// The rest; none where oppstart or levetid is missing («ikke vurdert»).
    pub value: Option<Valuation>,
    /// Quality, shown beside the money and never as money.
    pub quality: Vec<QualityScore>,
}

/// gevinstpotensial: kroner per year at full effect, in the prices of the budget year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Potential {
    /// Group budsjett: leaves the organisation's own budget.
    pub budget: Kroner,
    /// Group omdisponert: the organisation's, but not taken out.
    pub reallocated: Kroner,
    /// Group andre offentlige: the state, counties, other municipalities.
    pub other_public: Kroner,
    /// Group innbyggere, næringsliv og frivillige.
    pub others: Kroner,
    /// unngått vekst: growth avoided that is not in today's budget.
    pub avoided_growth: Kroner,
    /// The organisation's hours freed, taken out and reallocated together, per year.
    pub hours: Hours,
    /// The same as årsverk.
    pub fte: Fte,
    /// The organisation's årsverk that are taken out (whole positions), at full effect.
    pub fte_taken_out: Fte,
    /// What was to be taken out of positions, where none of it is a whole part of one and nothing is taken out.
    pub too_little: Option<TooLittle>,
    /// All running costs, own time included; a positive cost.
    pub running: Kroner,
    /// budsjett − running costs paid out.
    pub net_budget: Kroner,
    /// All groups + unngått vekst − running costs.
    pub net: Kroner,
    /// Whether a gain with an amount is still an `anslag`.
    pub basis: Basis,
    /// Every gain with an amount and every running cost at full effect, gains first, as written,
    /// each counterpart after its row: the working behind the sums.
    pub rows: Vec<FullEffect>,
}

/// Working time that is less than minste_stilling wherever it is to be taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLittle {
    /// All of it.
    pub fte: Fte,
    /// Whether it is of more than one ansvar or stilling.
    pub is_split: bool,
}

/// One row at full effect: its 100 %, or the yearly value furthest from 0 where it is given by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullEffect {
    /// The row's name.
    pub name: String,
    /// What it is.
    pub kind: RowKind,
    /// Who gets it: for costs the organisation, for a counterpart the other party.
    pub recipient: Recipient,
    /// Whether it avoids growth and not today's expense.
    pub avoids: Avoids,
    /// Kroner per year, unsigned as written; none without a price (others' time without tidsverdi).
    pub money: Option<Kroner>,
    /// Hours per year, where the row is written as working time.
    pub hours: Option<Hours>,
    /// What is taken out (gains, after whole positions) or paid out (costs), kroner per year.
    pub own: Kroner,
    /// The hours behind `own`.
    pub own_hours: Hours,
}

/// grunnlag
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// estimert: some gain is an `anslag`.
    Estimated,
    /// kalkulert: every priced gain comes from a `beregning`.
    Calculated,
}

/// The socio-economic view and the budget view of a case with a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Valuation {
    /// Start and life used.
    pub schedule: Schedule,
    /// budsjettår of a decided case with flows before it, which are left out of everything here.
    pub counted_from: Option<Year>,
    /// nnv: net present value, kroner; rows and tax effect add up to it exactly.
    pub npv: Kroner,
    /// nnv_analyseperiode = nnv − restverdi.
    pub npv_in_period: Kroner,
    /// restverdi: the same sum over the years of life after the analysis period.
    pub residual: Kroner,
    /// NNV for kommunen: own cash flows only, constant prices, no tax effect.
    pub npv_organisation: Kroner,
    /// Present value of skattefinansieringsvirkningen; negative where it costs.
    pub tax_effect: Kroner,
    /// Present value of net public outlay, without tax effect, whole life.
    pub public_outlay: Kroner,
    /// NNB
    pub npv_per_public_krone: PublicReturn,
    /// NN per investert krone; none without investment.
    pub npv_per_invested_krone: Option<Decimal>,
    /// N/K; none where the denominator is not positive.
    pub benefit_cost: Option<Decimal>,
    /// inntjeningstid
    pub payback: Payback,
    /// annuitet: kroner per year in service; none where nothing counted is in service.
    pub annuity: Option<Kroner>,
    /// planeffekt: discounted net effect in the four plan years, no residual.
    pub plan_effect: Kroner,
    /// Running effect of each of the four plan years; plus is money freed.
    pub running_effect: [Kroner; 4],
    /// The sum of `running_effect`: what the method `budsjett` ranks by.
    pub plan_running_effect: Kroner,
    /// Whether capital costs are in the running effect (a3.yaml has `lån`).
    pub with_capital_costs: bool,
    /// Every row with its present value, gains first, as written, each counterpart after its row.
    pub rows: Vec<RowValue>,
    /// Every year from the first flow to the last.
    pub years: Vec<YearFlow>,
    /// Every loan the investments are paid with, as written; none without `lån`.
    pub loans: Vec<RowLoan>,
    /// Present value of the investments, whole cost before grants.
    pub investment: Kroner,
    /// Present value of all gains that are no transfers.
    pub benefits: Kroner,
    /// Present value of all costs that are no transfers; a positive cost.
    pub costs: Kroner,
    /// From the first to the last year with a gain or a running cost that counts; none without one.
    pub in_service: Option<(Year, Year)>,
    /// Σ d(y) over the years in service: what annuitet divides by; 0 without one.
    pub annuity_factor: Factor,
}

impl Valuation {
    /// The net flow of each year, as [`super::internal_rates`] wants it.
    pub fn net_flow(&self) -> Vec<(Year, Kroner)> {
        self.years.iter().map(|year| (year.year, year.net)).collect()
    }

    /// Whether any of the organisation's own money is moved in any year: else there is nothing to pay back.
    pub fn moves_own_money(&self) -> bool {
        self.years.iter().any(|year| !year.own_cash.is_zero() || !year.own_one_off.is_zero())
    }

    /// Whether anything is invested in a year that counts, or a loan for what was invested is paid for in the plan.
    pub fn invests(&self) -> bool {
        self.years.iter().any(|year| !year.investment.is_zero() || year.pays_for_loan())
    }

    /// Whether the net flow begins with income, so that the internal rate is what the money costs and
    /// not what it earns: the lower the better.
    pub fn begins_with_income(&self) -> bool {
        self.years.iter().find(|year| !year.net.is_zero()).is_some_and(|year| year.net.is_positive())
    }
}

/// nnb
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublicReturn {
    /// selvfinansierende: the public saves; no figure.
    SelfFinancing,
    /// NNV ÷ present value of net public outlay.
    Ratio(Decimal),
    /// No net public outlay either way.
    Undefined,
}

/// inntjeningstid
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payback {
    /// Years until the cumulative own cash flow is non-negative for good.
    Years(Decimal),
    /// aldri
    Never,
    /// Part of the flow is left out, so when the money is back cannot be said.
    Unknown,
}

/// slag of a row
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// gevinst
    Benefit(BenefitKind),
    /// kostnad
    Cost(CostKind),
    /// overføring: the counterpart of a transfer, with the opposite sign.
    Transfer(Recipient),
}

/// A row with its present value and its working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowValue {
    /// The row's name.
    pub name: String,
    /// What it is.
    pub kind: RowKind,
    /// Who gets it: for costs the organisation, for a counterpart the other party.
    pub recipient: Recipient,
    /// Whether it avoids growth and not today's expense.
    pub avoids: Avoids,
    /// Signed: costs negative. None for a row without a price.
    pub present_value: Option<Kroner>,
    /// The row's part of NNV for kommunen; zero for what is not the organisation's own cash.
    pub own_present_value: Kroner,
    /// Signed flow and present-value cell, year by year; empty without a price.
    pub cells: Vec<Cell>,
}

/// One year of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Calendar year.
    pub year: Year,
    /// The hours behind, where the row is written as working time; unsigned, after innfasing.
    pub hours: Option<Hours>,
    /// The whole effect in constant prices; signed, after innfasing.
    pub amount: Kroner,
    /// Real growth in the value of time to this year; 1 for rows written as money.
    pub growth: Factor,
    /// amount × growth: undiscounted; signed.
    pub flow: Kroner,
    /// Discount factor of the year.
    pub factor: Factor,
    /// flow × discount factor, rounded half away from zero to 8 decimals.
    pub present_value: Kroner,
    /// The organisation's own cash: what is taken out or paid out, constant prices; signed.
    pub own: Kroner,
    /// The hours taken out (whole positions) or paid out; unsigned.
    pub own_hours: Hours,
    /// own × discount factor, rounded half away from zero to 8 decimals.
    pub own_present_value: Kroner,
}

/// One year of the case: undiscounted, gains and net plus when good, costs and investment positive outlays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearFlow {
    /// Calendar year.
    pub year: Year,
    /// Discount factor.
    pub factor: Factor,
    /// All gains, realvekst included.
    pub benefits: Kroner,
    /// All costs, realvekst included.
    pub costs: Kroner,
    /// skattefinansieringsvirkning
    pub tax_effect: Kroner,
    /// The same × discount factor, rounded half away from zero to 8 decimals.
    pub tax_present_value: Kroner,
    /// benefits − costs + tax effect
    pub net: Kroner,
    /// Running effect; none outside the plan.
    pub running_effect: Option<Kroner>,
    /// The paid part of investments, constant prices.
    pub investment: Kroner,
    /// The paid part of restructuring, constant prices.
    pub restructuring: Kroner,
    /// Interest and repayments of the case's investments; none outside the plan, and without `lån`.
    pub capital_cost: Option<Kroner>,
    /// Whether a row has an amount in the year; else it is there for what a loan costs, or between two that have.
    pub has_rows: bool,
    /// The organisation's hours freed, both parts.
    pub hours_freed: Hours,
    /// The organisation's årsverk taken out (whole positions).
    pub fte_taken_out: Fte,
    /// The organisation's own cash flow, constant prices: what NNV for kommunen and payback build on.
    pub own_cash: Kroner,
    /// The part of `own_cash` that is one-off outlay (investment and restructuring); a positive outlay.
    pub own_one_off: Kroner,
    /// Costs paid out − gains taken out of every public party, realvekst included: what
    /// skattefinansiering is counted on.
    pub public_outlay: Kroner,
}

impl YearFlow {
    /// Whether interest or repayments fall in the year.
    pub fn pays_for_loan(&self) -> bool {
        self.capital_cost.is_some_and(|cost| !cost.is_zero())
    }
}

/// A quality effect with its place in verdimatrisen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QualityScore {
    /// The gain's name.
    pub name: String,
    /// mottaker
    pub recipient: Recipient,
    /// −4 to 4; shown as `++`.
    pub score: i8,
}

/// One loan of a row, and what it costs in the four plan years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowLoan {
    /// The row's name.
    pub row: String,
    /// The loan.
    pub loan: OutlayLoan,
    /// Interest and repayment of each plan year.
    pub plan: [LoanYear; 4],
}
