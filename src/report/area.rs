//! delområde: what is written of it, its gap and estimate, and what its cases come to.

use crate::document::SubArea;
use crate::model::{Distribution, Estimate};
use crate::quantity::{Base, Context, Dimension, Quantity};
use crate::units::{Decimal, Kroner};

/// delområde, and the cases that take it further.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// As it is written.
    pub written: SubArea,
    /// nå, where it reads as a quantity.
    pub now: Option<Quantity>,
    /// ønsket − nå, where both are of one unit.
    pub gap: Option<Gap>,
    /// anslag, kroner a year.
    pub estimate: Option<Span>,
    /// Places in [`Appraised::cases`] of the cases that are read, but for those rejected.
    pub cases: Vec<usize>,
    /// Those of them that are counted in an area before it, and not in this one.
    pub elsewhere: Vec<usize>,
    /// Ids of cases it names that are not among them: what they come to is not known.
    pub unknown: Vec<String>,
    /// What its cases come to in our own budget, each counted in the first area that names it; none without a
    /// case, and where one of them is not known.
    pub calculated: Option<Kroner>,
}

/// ønsket − nå, in the unit nå is written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// How much: percentage points where nå is in per cent, årsverk where it is in årsverk.
    pub value: Decimal,
    /// What it is counted in.
    pub unit: GapUnit,
}

/// What a gap is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapUnit {
    /// prosentpoeng
    Points,
    /// årsverk
    Fte,
    /// As this is.
    Like(Box<Quantity>),
}

/// An estimate and how wide it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// lav; the same as the others for a plain value
    pub low: Kroner,
    /// forventet verdi (see [`Estimate::expected`])
    pub expected: Kroner,
    /// høy
    pub high: Kroner,
}

impl Gap {
    pub(super) fn of(apart: Quantity, written: &str, context: &Context) -> Option<Self> {
        if apart.is_percent() {
            let value = apart.value().checked_mul(Decimal::ONE_HUNDRED)?;
            return Some(Self { value, unit: GapUnit::Points });
        }
        match apart.fte(context).filter(|_| written.contains("årsverk")) {
            Some(fte) => Some(Self { value: fte.value(), unit: GapUnit::Fte }),
            None => Some(Self { value: apart.value(), unit: GapUnit::Like(Box::new(apart)) }),
        }
    }
}

impl Span {
    /// Of an estimate in kroner a year; none where it is something else.
    pub fn of(estimate: &Estimate, distribution: Distribution) -> Option<Self> {
        let yearly = Dimension::per(Base::Krone, Base::Year);
        let money = |quantity: &Quantity| {
            let amount = quantity.in_units_of(&yearly).or_else(|| quantity.money().map(Kroner::value));
            let bare = quantity.is_bare().then(|| quantity.value());
            amount.or(bare).map(Kroner::new)
        };
        let expected = money(&estimate.expected(distribution).ok()?)?;
        match estimate {
            Estimate::Certain(_) => Some(Self { low: expected, expected, high: expected }),
            Estimate::ThreePoint { low, high, .. } => {
                Some(Self { low: money(low)?, expected, high: money(high)? })
            }
        }
    }

    /// Whether it is one value.
    pub fn is_plain(self) -> bool {
        self.low == self.high
    }

    /// Whether an amount is one it allows for.
    pub fn holds(self, amount: Kroner) -> bool {
        self.low <= amount && amount <= self.high
    }
}

impl Area {
    /// må_gjøres
    pub fn must_be_done(&self) -> bool {
        self.written.must_be_done.get() == Some(&true)
    }

    /// dypdykk
    pub fn digs_deeper(&self) -> bool {
        self.written.dig_deeper.get() == Some(&true)
    }

    /// Whether something about it should be said why, and is not: it is not to be dug into, or it must be done
    /// and no case does it.
    pub fn is_unexplained(&self) -> bool {
        let has_case = !self.cases.is_empty() || !self.unknown.is_empty();
        let needs = !self.digs_deeper() || (self.must_be_done() && !has_case);
        needs && self.written.why.text().is_none()
    }

    /// Whether what is calculated is not what was estimated: of the other sign, or outside the span. Not known where
    /// some of it is counted elsewhere.
    pub fn is_contradicted(&self) -> bool {
        let calculated = self.calculated.filter(|_| self.elsewhere.is_empty());
        let Some((span, calculated)) = self.estimate.zip(calculated) else { return false };
        let has_turned = span.expected.is_positive() && calculated.is_negative();
        has_turned || (!span.is_plain() && !span.holds(calculated))
    }
}
