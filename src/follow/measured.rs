//! Three ways from a måling to the hours or kroner of a gain, before anything is taken out.

use crate::calc::{Calculator, TakenOut};
use crate::model::{Assumption, Benefit, Case, Effect, Measurement, Reading, Repricing};
use crate::quantity::Quantity;
use crate::units::{Decimal, Hours, Kroner, Overflow};
use chrono::NaiveDate;

/// målt_slik: how kroner came of a measured value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// direkte: the måling is kroner or working time itself.
    Direct,
    /// forutsetning: the formula is calculated again with what was measured.
    Assumption,
    /// etter måltall: the share of the way from nullpunkt to mål.
    Indicator,
}

impl Means {
    /// Every word.
    pub const WORDS: &'static [&'static str] = &["direkte", "forutsetning", "etter måltall"];

    /// The Norwegian word, as written in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Direct => "direkte",
            Self::Assumption => "forutsetning",
            Self::Indicator => "etter måltall",
        }
    }
}

/// What was measured of a gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// The hours or kroner a year it came to, before anything is taken out.
    pub effect: Effect,
    /// How.
    pub means: Means,
    /// Which of the målinger of the case.
    pub measurement: usize,
    /// The day of the reading.
    pub date: NaiveDate,
}

/// One gain, and what is asked of its målinger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measuring<'a> {
    pub(super) calculator: &'a Calculator<'a>,
    pub(super) case: &'a Case,
    pub(super) benefit: &'a Benefit,
    /// The gain at full effect.
    pub(super) full: Effect,
    pub(super) day: NaiveDate,
}

impl<'a> Measuring<'a> {
    /// The last measured value as hours or kroner of the gain, by the first way there is one.
    pub(super) fn measured(self) -> Result<Option<Measured>, Overflow> {
        if let Some(found) = self.by_assumption() {
            return Ok(Some(found));
        }
        if let Some(found) = self.first(|measurement, reading| self.direct(measurement, reading))? {
            return Ok(Some(found));
        }
        self.first(|measurement, reading| self.by_indicator(measurement, reading))
    }

    /// Every måling of the gain with its last reading; one from before the gain was lost says nothing of it any more.
    fn read(self) -> impl Iterator<Item = (usize, &'a Measurement, &'a Reading)> {
        let lost = self.case.losses.iter().filter(move |loss| loss.is_of(&self.benefit.name, self.day));
        let lost = lost.map(|loss| loss.date).max();
        let all = self.case.measurements.iter().enumerate();
        let own = all.filter(move |(_, of)| of.benefit.as_deref() == Some(&self.benefit.name));
        let last = own.filter_map(move |(place, of)| Some((place, of, of.latest(self.day)?)));
        last.filter(move |(_, _, reading)| lost.is_none_or(|lost| reading.date >= lost))
    }

    fn first(
        self,
        way: impl Fn(&Measurement, &Reading) -> Result<Option<(Effect, Means)>, Overflow>,
    ) -> Result<Option<Measured>, Overflow> {
        for (place, of, reading) in self.read() {
            if let Some((effect, means)) = way(of, reading)? {
                return Ok(Some(Measured { effect, means, measurement: place, date: reading.date }));
            }
        }
        Ok(None)
    }

    /// The gain at full effect with every measured forutsetning put in (what is measured is of all there is, so that
    /// innfasing is in it); none where no måling measures one that its formula builds on, or it comes to nothing that
    /// can be used.
    fn by_assumption(self) -> Option<Measured> {
        let mut with = Case {
            benefits: vec![self.benefit.clone()],
            costs: Vec::new(),
            measurements: Vec::new(),
            ..self.case.clone()
        };
        let mut last = None;
        for (place, of, reading) in self.read() {
            let Some(name) = of.measures.as_deref().filter(|name| self.builds_on(name, &reading.value))
            else {
                continue;
            };
            with.measure(name, &self.in_todays_prices(&reading.value)?);
            last = last.max(Some((reading.date, place)));
        }
        let (date, measurement) = last?;
        let taken = self.calculator.taken_out_at_full_effect(&with).ok()?;
        let effect = taken.into_iter().flatten().next().and_then(|taken: TakenOut| taken.whole)?;
        Some(Measured { effect, means: Means::Assumption, measurement, date })
    }

    /// Whether the formula of the gain builds on a forutsetning of this name, in this unit.
    fn builds_on(self, name: &str, value: &Quantity) -> bool {
        let own = self.case.assumptions.iter().chain(&self.calculator.organisation().shared);
        let is_like =
            |assumption: &Assumption| assumption.estimate.mode().dimension().is_like(value.dimension());
        let known = own.filter(|assumption| assumption.name == name).any(is_like);
        known && self.benefit.amount.as_ref().is_some_and(|amount| amount.builds_on(name))
    }

    /// The måling is the gain itself: how far it has moved towards mål, a year. Without a period of its own
    /// it is a year's sum, where the way to mål is about as long as the gain is large.
    fn direct(
        self,
        measurement: &Measurement,
        reading: &Reading,
    ) -> Result<Option<(Effect, Means)>, Overflow> {
        let amount = |quantity: &Quantity| match self.full {
            Effect::Money(_) => {
                let quantity = &self.in_todays_prices(quantity)?;
                let yearly = quantity.money_per_year().map(|money| (money.value(), true));
                yearly.or_else(|| quantity.money().map(|money| (money.value(), false)))
            }
            Effect::Time(_) => {
                let yearly = quantity.hours_per_year().map(|hours| (hours.value(), true));
                yearly.or_else(|| quantity.hours().map(|hours| (hours.value(), false)))
            }
        };
        let ends = measurement.baseline.as_ref().zip(measurement.target.as_ref());
        let Some((baseline, target)) = ends.filter(|_| measurement.way(&reading.value).is_some()) else {
            return Ok(None);
        };
        let values = [baseline, target, reading].map(|at| amount(&at.value));
        let [Some((from, is_yearly)), Some((to, _)), Some((now, _))] = values else { return Ok(None) };
        let full = value_of(self.full);
        let [way, come] = [to, now].map(|at| at.checked_sub(from).ok_or(Overflow));
        let (way, come) = (way?, come?);
        if !is_yearly && !is_about(way.abs(), full.abs())? {
            return Ok(None);
        }
        let is_turned = way.is_sign_negative() != full.is_sign_negative();
        let come = Kroner::new(come);
        let come = if is_turned { come.negated() } else { come };
        Ok(Some((self.effect(come.value()), Means::Direct)))
    }

    /// A measured value in budsjettår's prices: målinger are in the prices of the case, as every amount in it. None
    /// where it is too large for that.
    fn in_todays_prices(self, value: &Quantity) -> Option<Quantity> {
        match self.case.prices.as_ref().and_then(Repricing::factor) {
            Some(factor) => value.in_other_prices(factor),
            None => Some(value.clone()),
        }
    }

    /// The share of the way, of the gain at full effect.
    fn by_indicator(
        self,
        measurement: &Measurement,
        reading: &Reading,
    ) -> Result<Option<(Effect, Means)>, Overflow> {
        let Some(way) = measurement.way(&reading.value) else { return Ok(None) };
        let come = crate::units::multiply(value_of(self.full), way)?;
        Ok(Some((self.effect(come), Means::Indicator)))
    }

    /// An amount of what the gain is made of.
    const fn effect(self, value: Decimal) -> Effect {
        match self.full {
            Effect::Money(_) => Effect::Money(Kroner::new(value)),
            Effect::Time(_) => Effect::Time(Hours::new(value)),
        }
    }
}

const fn value_of(effect: Effect) -> Decimal {
    match effect {
        Effect::Money(money) => money.value(),
        Effect::Time(hours) => hours.value(),
    }
}

/// Whether two sizes are the same sum seen twice: neither is more than twice the other.
fn is_about(one: Decimal, other: Decimal) -> Result<bool, Overflow> {
    let twice = |size: Decimal| size.checked_mul(Decimal::TWO).ok_or(Overflow);
    Ok(one <= twice(other)? && other <= twice(one)?)
}
