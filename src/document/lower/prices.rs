//! prisår: every amount in kroner that a case writes, in budsjettår's prices.
//!
//! Each quantity is multiplied where it is written, before anything is calculated of it. So a formula that mixes the
//! case's own kroner with those of felles, which are in budsjettår's prices already, comes out right.

use super::Lowering;
use crate::model::{Estimate, Value};
use crate::quantity::Quantity;
use crate::units::{Factor, Kroner};

impl Lowering<'_> {
    /// What amounts are multiplied by, where they can be.
    fn factor(&self) -> Option<Factor> {
        self.prices.as_ref()?.factor()
    }

    pub(super) fn priced(&mut self, value: Value) -> Option<Value> {
        let Some(factor) = self.factor() else { return Some(value) };
        let priced = match &value {
            Value::Formula(formula) => formula.in_other_prices(factor).map(Value::Formula),
            Value::Estimate(estimate) => in_other_prices(estimate, factor).map(Value::Estimate),
        };
        self.sound &= priced.is_some();
        priced
    }

    pub(super) fn priced_estimate(&self, estimate: Estimate) -> Option<Estimate> {
        match self.factor() {
            Some(factor) => in_other_prices(&estimate, factor),
            None => Some(estimate),
        }
    }

    pub(super) fn priced_kroner(&mut self, amount: Kroner) -> Option<Kroner> {
        let priced = self.prices.as_ref().map_or(Ok(amount), |prices| prices.priced(amount)).ok();
        self.sound &= priced.is_some();
        priced
    }
}

fn in_other_prices(estimate: &Estimate, factor: Factor) -> Option<Estimate> {
    let priced = |quantity: &Quantity| quantity.in_other_prices(factor);
    Some(match estimate {
        Estimate::Certain(quantity) => Estimate::Certain(priced(quantity)?),
        Estimate::ThreePoint { low, mode, high } => {
            Estimate::ThreePoint { low: priced(low)?, mode: priced(mode)?, high: priced(high)? }
        }
    })
}
