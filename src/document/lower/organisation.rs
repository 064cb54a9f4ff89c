//! a3.yaml → the organisation. One always comes out: what is missing or bad is the built-in default.

use super::assumptions::{self, Origin};
use super::wording;
use crate::diagnostic::Finding;
use crate::document::{self, Discount, Field, HOURS_PER_FTE, Levy, Organisation, RateStep, WORKDAYS};
use crate::model::{
    self, BudgetExport, CalculationRules, DefaultUsed, Distribution, Frames, Fulfilment, Goal, Loan, Lock,
    Method, Position, Repricing, Requirement, Rounding, Surcharges,
};
use crate::rates::{self, DiscountRates, REAL_GROWTH_OF_TIME};
use crate::source::Spanned;
use crate::units::{Decimal, Rate, Share, Year};
use std::collections::BTreeMap;

/// The organisation of a3.yaml, with the built-in defaults of calculation.md where it is silent.
pub fn lower_organisation(document: &Organisation) -> (model::Organisation, Vec<Finding>) {
    let mut lowering = Lowering { findings: Vec::new(), defaults: Vec::new() };
    let organisation = lowering.organisation(document);
    (organisation, lowering.findings)
}

/// The organisation when there is no a3.yaml: all built-in defaults.
pub fn default_organisation() -> model::Organisation {
    lower_organisation(&document::empty_organisation()).0
}

struct Lowering {
    findings: Vec<Finding>,
    defaults: Vec<DefaultUsed>,
}

const fn used(field: &'static str, value: &'static str) -> DefaultUsed {
    DefaultUsed { field, value }
}

const fn per_mille(rate: u32) -> Rate {
    Rate::new(Decimal::from_parts(rate, 0, 0, false, 3))
}

impl Lowering {
    /// The value, or the default, which is then named.
    fn or<T: Clone>(&mut self, field: Option<&T>, default: T, used: DefaultUsed) -> T {
        field.cloned().unwrap_or_else(|| {
            self.defaults.push(used);
            default
        })
    }

    fn organisation(&mut self, document: &Organisation) -> model::Organisation {
        let budget_year = self.or(document.budget_year.get(), Year::ASSUMED, used("budsjettår", "2027"));
        let rules = self.rules(document.rules.get(), budget_year);
        let budget = document.budget.get().and_then(|written| budget_export(written, budget_year, &rules));
        let surcharges = self.surcharges(document.surcharges.get());
        let fifth = Share::new(Decimal::from_parts(2, 0, 0, false, 1));
        let smallest = self.or(document.smallest_position.get(), fifth, used("minste_stilling", "20 %"));
        let ranking = document.ranking.get();
        let mut organisation = model::Organisation {
            name: document.name.cloned(),
            budget_year,
            rules,
            positions: self.positions(document.positions.rows(), surcharges),
            surcharges,
            shared: self.shared(document),
            areas: document.areas.rows().iter().map(|area| area.value.clone()).collect(),
            goals: document.goals.rows().iter().map(goal).collect(),
            requirements: document.requirements.rows().iter().filter_map(requirement).collect(),
            frames: document.frames.get().map(lower_frames).unwrap_or_default(),
            method: ranking.and_then(|ranking| ranking.method.cloned()).unwrap_or(Method::NetPresentValue),
            locked: ranking.map(|ranking| locks(ranking.locked.rows())).unwrap_or_default(),
            smallest_position: self.smallest_position(smallest, &document.smallest_position, fifth),
            budget,
            defaults: core::mem::take(&mut self.defaults),
        };
        let ahead = organisation.priced_to().later(1);
        organisation.rules.growth =
            organisation.rules.deflator.range(ahead..).map(|(at, rate)| (*at, *rate)).collect();
        organisation
    }

    fn smallest_position(&mut self, share: Share, field: &Field<Share>, default: Share) -> Share {
        let outside = share.is_negative() || share > Share::WHOLE;
        if let Some(span) = field.span().filter(|_| outside) {
            self.findings.push(wording::share_outside(share, span));
            return default;
        }
        share
    }

    fn rules(&mut self, rules: Option<&document::Rules>, budget_year: Year) -> CalculationRules {
        let r109 = DiscountRates::R109;
        let discount =
            rules.and_then(|rules| rules.discount.get()).and_then(|written| self.discount(written));
        let (period, tax) = (rules.and_then(|r| r.period.get()), rules.and_then(|r| r.tax_cost.get()));
        let (base, hours) =
            (rules.and_then(|r| r.base_year.get()), rules.and_then(|r| r.hours_per_fte.get()));
        let growth = rules.and_then(|r| r.real_growth.get());
        let shape = rules.and_then(|r| r.distribution.get());
        CalculationRules {
            discount: self.or(discount.as_ref(), r109, used("kalkyle.rente", "R-109")),
            base_year: self.or(base, budget_year, used("kalkyle.sammenligningsår", "budsjettår")),
            period: self.or(period, 10, used("kalkyle.analyseperiode", "10 år")),
            tax_cost: self.or(tax, per_mille(200), used("kalkyle.skattefinansiering", "20 %")),
            distribution: self.or(shape, Distribution::Pert, used("kalkyle.fordeling", "pert")),
            time_values: rules.map(time_values).unwrap_or_default(),
            hours_per_fte: self.or(hours, HOURS_PER_FTE, used("kalkyle.timer_per_årsverk", "1 750 timer")),
            workdays: rules.and_then(|rules| rules.workdays.cloned()).unwrap_or(WORKDAYS),
            real_growth: self.or(
                growth,
                Rate::new(REAL_GROWTH_OF_TIME),
                used("kalkyle.realvekst_tid", "0,9 %"),
            ),
            loan: rules.and_then(|rules| loan(rules.loan.get()?)),
            deflator: rules.map(|rules| by_year(rules.deflator.rows())).unwrap_or_default(),
            growth: BTreeMap::new(),
            rounding: rules.and_then(|rules| rules.rounding.cloned()).unwrap_or(Rounding::Nearest),
        }
    }

    fn discount(&mut self, written: &Discount) -> Option<DiscountRates> {
        match written {
            Discount::R109 => Some(DiscountRates::R109),
            Discount::Flat(rate) => {
                Some(DiscountRates::Steps(vec![rates::RateStep { until: None, rate: *rate }]))
            }
            Discount::Steps(steps) => self.steps(steps),
        }
    }

    /// Steps in order of time; the last, and only that, has no end.
    fn steps(&mut self, steps: &[RateStep]) -> Option<DiscountRates> {
        let last = steps.len().checked_sub(1)?;
        let mut before: Option<Year> = None;
        for (at, step) in steps.iter().enumerate() {
            let until = step.until.cloned();
            let in_order = if at == last { until.is_none() } else { until.is_some() && until > before };
            if !in_order {
                self.findings.push(wording::rate_steps(step.until.span().unwrap_or(step.span)));
                return None;
            }
            before = until;
        }
        let lowered =
            |step: &RateStep| Some(rates::RateStep { until: step.until.cloned(), rate: step.rate.cloned()? });
        steps.iter().map(lowered).collect::<Option<Vec<_>>>().map(DiscountRates::Steps)
    }

    fn surcharges(&mut self, written: Option<&document::Surcharges>) -> Surcharges {
        let levy = match written.and_then(|written| written.employer_levy.spanned()) {
            None => None,
            Some(Spanned { value: Levy::Rate(rate), .. }) => Some(*rate),
            Some(Spanned { value: Levy::Zone(zone), span }) => {
                let rate = rates::employer_levy(zone);
                if rate.is_none() {
                    self.findings.push(wording::unknown_zone(zone, *span));
                }
                rate
            }
        };
        let pension = written.and_then(|written| written.pension.get());
        Surcharges {
            pension: self.or(pension, per_mille(150), used("lønnspåslag.pensjon", "15 %")),
            employer_levy: self.or(
                levy.as_ref(),
                per_mille(141),
                used("lønnspåslag.arbeidsgiveravgift", "14,1 %"),
            ),
        }
    }

    fn positions(
        &mut self,
        rows: &[document::Keyed<document::Position>],
        surcharges: Surcharges,
    ) -> BTreeMap<String, Position> {
        let mut positions = BTreeMap::new();
        for document::Keyed { key, row } in rows {
            let position = match (&row.wage, &row.annual_cost) {
                (Field::Read(wage), Field::Missing) => Position::from_wage(wage.value, surcharges).ok(),
                (Field::Missing, Field::Read(cost)) => {
                    Position::from_annual_cost(cost.value, surcharges).ok()
                }
                (Field::Missing, Field::Missing) => {
                    self.findings.push(wording::position_without_pay(&key.value, key.span));
                    None
                }
                (wage, cost) if wage.is_written() && cost.is_written() => {
                    let (here, other) = (cost.span().unwrap_or(key.span), wage.span().unwrap_or(key.span));
                    self.findings.push(wording::both_wage_and_cost(&key.value, here, other));
                    None
                }
                _ => None,
            };
            positions.extend(position.map(|position| (key.value.clone(), position)));
        }
        positions
    }

    fn shared(&mut self, document: &Organisation) -> Vec<model::Assumption> {
        let rows = document.shared.rows();
        self.findings.extend(rows.iter().filter_map(assumptions::wrong_name));
        rows.iter().filter_map(|row| assumptions::assumption(row, Origin::Shared)).collect()
    }
}

fn time_values(rules: &document::Rules) -> BTreeMap<model::Recipient, crate::units::HourlyCost> {
    rules.time_values.rows().iter().map(|(recipient, price)| (recipient.value, price.value)).collect()
}

fn loan(loan: &document::Loan) -> Option<Loan> {
    Some(Loan {
        rate: loan.rate.cloned()?,
        repayment_years: loan.repayment_years.cloned()?,
        unit: loan.unit.cloned(),
    })
}

/// A calendar year and its value, as written.
type YearCell<T> = (Spanned<Year>, Spanned<T>);

fn by_year<T: Copy>(cells: &[YearCell<T>]) -> BTreeMap<Year, T> {
    cells.iter().map(|(year, cell)| (year.value, cell.value)).collect()
}

fn goal(goal: &document::Keyed<document::Goal>) -> Goal {
    let key = goal.key.value.clone();
    let name = goal.row.name.cloned().unwrap_or_else(|| key.clone());
    Goal { key, name, source: goal.row.source.cloned() }
}

fn requirement(row: &document::Keyed<document::RegisteredRequirement>) -> Option<Requirement> {
    let document::Keyed { key, row } = row;
    Some(Requirement {
        key: key.value.clone(),
        text: row.text.text()?.trim().to_owned(),
        legal_basis: row.legal_basis.text().map(|basis| basis.trim().to_owned()),
        today: row.today.cloned().unwrap_or(Fulfilment::No),
    })
}

/// The frames as they limit the choice.
pub fn lower_frames(frames: &document::Frames) -> Frames {
    let capacity = frames.capacity.rows().iter();
    Frames {
        capacity: capacity.map(|area| (area.key.value.clone(), by_year(&area.row))).collect(),
        investment: by_year(frames.investment.rows()),
        restructuring: by_year(frames.restructuring.rows()),
        savings_demand: by_year(frames.savings_demand.rows()),
    }
}

/// The file with today's budget; none where a3.yaml names none.
fn budget_export(
    written: &document::BudgetExport,
    budget_year: Year,
    rules: &CalculationRules,
) -> Option<BudgetExport> {
    let (function, art) = (written.function.cloned(), written.art.cloned());
    let from = written.price_year.cloned().unwrap_or(budget_year);
    let prices = Repricing::between(from, budget_year, &rules.deflator);
    Some(BudgetExport { file: written.file.cloned()?, prices, function, art })
}

fn locks(rows: &[document::Keyed<document::Lock>]) -> BTreeMap<String, Lock> {
    let lock = |row: &document::Keyed<document::Lock>| {
        let document::Keyed { key, row } = row;
        let lock =
            Lock { choice: row.choice.cloned()?, start: row.start.cloned(), reason: row.reason.cloned() };
        Some((key.value.clone(), lock))
    };
    rows.iter().filter_map(lock).collect()
}
