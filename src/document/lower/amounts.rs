//! What a row is worth: that it comes out as money or working time, per year or once.

use super::{Lowering, wording};
use crate::document::{Amount, Calculation};
use crate::model::{self, Estimate, Value};
use crate::quantity::{Base, Dimension, Known, Quantity, Wanted};
use crate::source::Span;
use crate::units::{Hours, Kroner};
use std::collections::BTreeMap;

/// What a row is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Money,
    Time,
}

/// The amount of a row, and what it is counted in.
pub(super) struct Worth {
    pub(super) amount: model::Amount,
    pub(super) sort: Sort,
    /// Where the amount is.
    pub(super) span: Span,
    /// Whether it is given year by year.
    pub(super) by_year: bool,
}

/// One year's amount, and where it is.
type Cell = (Estimate, Span);

impl Lowering<'_> {
    /// A formula; its names must be known, and it must come out as what is wanted.
    pub(super) fn calculation(&mut self, calculation: &Calculation, wanted: Wanted) -> Option<Worth> {
        if !self.names_are_known(calculation) {
            return None;
        }
        let formula = &calculation.formula;
        let span = calculation.span();
        let dimension = match formula.check(&|name| self.names.dimension(name)) {
            Ok(dimension) => dimension,
            Err(finding) => {
                self.report(calculation.in_file(finding));
                return None;
            }
        };
        if !wanted.accepts(&dimension) {
            let names = |name: &str| self.names.dimension(name);
            let context = self.context();
            let finding = formula.wrong_whole(Known { names: &names, context: &context }, wanted);
            self.report(calculation.in_file(finding));
            return None;
        }
        let amount = model::Amount::Single(self.priced(Value::Formula(formula.clone()))?);
        Some(Worth { amount, sort: sort(&dimension)?, span, by_year: false })
    }

    /// Whether every name can be used. One that is there, but could not be read, is found already.
    fn names_are_known(&mut self, calculation: &Calculation) -> bool {
        let mut unknown: Vec<(&str, Span)> = Vec::new();
        let mut readable = true;
        for (name, span) in calculation.formula.names() {
            if !self.names.is_known(name) && !unknown.iter().any(|(seen, _)| *seen == name) {
                unknown.push((name, span));
            }
            readable &= self.names.dimension(name).is_some();
        }
        self.sound &= readable;
        for (name, span) in unknown {
            let near = self.names.nearest(name);
            self.report(wording::unknown_name(name, near, calculation.place(span)));
        }
        readable
    }

    /// An amount in place: one, or one for each year.
    pub(super) fn written(&mut self, amount: &Amount, span: Span, wanted: Wanted) -> Option<Worth> {
        match amount {
            Amount::Single(estimate) => self.single(estimate, span, wanted),
            Amount::ByCaseYear(cells) => {
                let cells = cells.iter().map(|cell| (cell.value.clone(), cell.span));
                let (cells, sort) = self.by_year(cells.collect(), wanted)?;
                let amount = model::Amount::ByCaseYear(self.priced_all(cells)?);
                Some(Worth { amount, sort, span, by_year: true })
            }
            Amount::ByCalendarYear(cells) => {
                let years = cells.iter().map(|(year, _)| year.value);
                let values = cells.iter().map(|(_, cell)| (cell.value.clone(), cell.span));
                let (values, sort) = self.by_year(values.collect(), wanted)?;
                let by_year: BTreeMap<_, _> = years.zip(self.priced_all(values)?).collect();
                Some(Worth { amount: model::Amount::ByCalendarYear(by_year), sort, span, by_year: true })
            }
        }
    }

    fn priced_all(&mut self, estimates: Vec<Estimate>) -> Option<Vec<Value>> {
        estimates.into_iter().map(|estimate| self.priced(Value::Estimate(estimate))).collect()
    }

    fn single(&mut self, estimate: &Estimate, span: Span, wanted: Wanted) -> Option<Worth> {
        let dimension = estimate.mode().dimension();
        if !wanted.accepts(dimension) {
            self.report(wording::wrong_amount(estimate.mode(), wanted, span));
            return None;
        }
        let amount = model::Amount::Single(self.priced(Value::Estimate(estimate.clone()))?);
        Some(Worth { amount, sort: sort(dimension)?, span, by_year: false })
    }

    /// Amounts by year: each is that year's, so `kr` and `kr/år` mean the same. All of one sort.
    fn by_year(&mut self, cells: Vec<Cell>, wanted: Wanted) -> Option<(Vec<Estimate>, Sort)> {
        let mut first: Option<(Sort, Span)> = None;
        let mut values = Vec::with_capacity(cells.len());
        let all = cells.len();
        for (estimate, span) in cells {
            let dimension = estimate.mode().dimension();
            let Some(sort) = sort(dimension) else {
                self.report(wording::wrong_amount(estimate.mode(), wanted, span));
                continue;
            };
            let (expected, at) = *first.get_or_insert((sort, span));
            if sort != expected {
                self.report(wording::mixed_years(dimension, span, at));
                continue;
            }
            values.extend(of_the_year(estimate, sort, wanted));
        }
        self.sound &= values.len() == all;
        let (sort, _) = first?;
        (values.len() == all).then_some((values, sort))
    }
}

fn sort(dimension: &Dimension) -> Option<Sort> {
    if dimension.is_money() || dimension.is_money_per_year() {
        Some(Sort::Money)
    } else if dimension.is_work() || dimension.is_work_per_year() {
        Some(Sort::Time)
    } else {
        None
    }
}

/// The amount of one year, in the unit its row wants.
fn of_the_year(estimate: Estimate, sort: Sort, wanted: Wanted) -> Option<Estimate> {
    let base = match sort {
        Sort::Money => Base::Krone,
        Sort::Time => Base::Hour,
    };
    let unit = match wanted {
        Wanted::AnnualEffect => Dimension::per(base, Base::Year),
        Wanted::OneOff => Dimension::of(base),
    };
    let convert = |quantity: &Quantity| {
        let value = match sort {
            Sort::Money => quantity.money().or_else(|| quantity.money_per_year()).map(Kroner::value),
            Sort::Time => quantity.hours().or_else(|| quantity.hours_per_year()).map(Hours::value),
        };
        value.map(|value| Quantity::new(value, unit.clone()))
    };
    Some(match estimate {
        Estimate::Certain(quantity) => Estimate::Certain(convert(&quantity)?),
        Estimate::ThreePoint { low, mode, high } => {
            Estimate::ThreePoint { low: convert(&low)?, mode: convert(&mode)?, high: convert(&high)? }
        }
    })
}
