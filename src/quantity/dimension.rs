//! What is measured: exponents of base units, and conversion between units of the same thing.

use crate::units::{Decimal, Overflow, divide, multiply};
use crate::words;
use crate::words::{Text, Words};

/// A unit that keeps its own exponent, so that nothing is converted before it has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Base {
    /// kr
    Krone,
    /// min: a minute of work
    Minute,
    /// time: an hour of work
    Hour,
    /// m²
    SquareMetre,
    /// kWh
    KilowattHour,
    /// km
    Kilometre,
    /// tonn
    Tonne,
    /// år: a calendar year
    Year,
    /// måned: a calendar month
    Month,
    /// uke: a calendar week
    Week,
    /// døgn: a calendar day
    Day,
}

const BASES: usize = 11;

impl Base {
    const ALL: [Self; BASES] = [
        Self::Krone,
        Self::Minute,
        Self::Hour,
        Self::SquareMetre,
        Self::KilowattHour,
        Self::Kilometre,
        Self::Tonne,
        Self::Year,
        Self::Month,
        Self::Week,
        Self::Day,
    ];

    /// How many of this unit make one of the largest unit of the same thing.
    const fn per_largest(self) -> u32 {
        match self {
            Self::Minute => 60,
            Self::Month => 12,
            Self::Week => 52,
            Self::Day => 365,
            Self::Krone
            | Self::Hour
            | Self::SquareMetre
            | Self::KilowattHour
            | Self::Kilometre
            | Self::Tonne
            | Self::Year => 1,
        }
    }

    const fn is_calendar(self) -> bool {
        matches!(self, Self::Year | Self::Month | Self::Week | Self::Day)
    }

    /// The unit above a fraction bar: several of it.
    fn many(self) -> Words {
        match self {
            Self::Krone => words!(nb: "kr", en: "kr"),
            Self::Minute => words!(nb: "min", en: "min"),
            Self::Hour => words!(nb: "timer", en: "hours"),
            Self::SquareMetre => words!(nb: "m²", en: "m²"),
            Self::KilowattHour => words!(nb: "kWh", en: "kWh"),
            Self::Kilometre => words!(nb: "km", en: "km"),
            Self::Tonne => words!(nb: "tonn", en: "tonnes"),
            Self::Year => words!(nb: "år", en: "years"),
            Self::Month => words!(nb: "måneder", en: "months"),
            Self::Week => words!(nb: "uker", en: "weeks"),
            Self::Day => words!(nb: "døgn", en: "days"),
        }
    }

    /// The unit below a fraction bar: one of it.
    fn one(self) -> Words {
        match self {
            Self::Hour => words!(nb: "time", en: "hour"),
            Self::Tonne => words!(nb: "tonn", en: "tonne"),
            Self::Year => words!(nb: "år", en: "year"),
            Self::Month => words!(nb: "måned", en: "month"),
            Self::Week => words!(nb: "uke", en: "week"),
            Self::Day => words!(nb: "døgn", en: "day"),
            Self::Krone | Self::Minute | Self::SquareMetre | Self::KilowattHour | Self::Kilometre => {
                self.many()
            }
        }
    }
}

/// dimensjon: what a quantity measures, as exponents of [`Base`] units.
///
/// `365 døgn/år` is both a number of døgn that cancels `/døgn`, and plain «365 times a year»
/// when there is no `/døgn` to cancel. Such units are therefore `counted` apart from the others
/// until it shows which it was; see [`Dimension::settled`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Dimension {
    powers: [i16; BASES],
    counted: [i16; BASES],
}

impl Dimension {
    /// A plain number: counts and shares.
    pub const NONE: Self = Self { powers: [0; BASES], counted: [0; BASES] };

    /// One base unit.
    #[must_use]
    pub fn of(base: Base) -> Self {
        let powers = Base::ALL.map(|other| i16::from(other == base));
        Self { powers, ..Self::NONE }
    }

    /// `above` per `below`, such as kr per år.
    #[must_use]
    pub fn per(above: Base, below: Base) -> Self {
        Self::of(above).divided_by(Self::of(below))
    }

    /// The exponent of one base unit, counted ones included.
    #[must_use]
    pub fn power(self, base: Base) -> i16 {
        let at = |powers: &[i16; BASES]| powers.get(base as usize).copied().unwrap_or(0);
        at(&self.powers).saturating_add(at(&self.counted))
    }

    /// What a product measures.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        self.joined(other, i16::saturating_add)
    }

    /// What a quotient measures.
    #[must_use]
    pub fn divided_by(self, other: Self) -> Self {
        self.joined(other, i16::saturating_sub)
    }

    fn joined(self, other: Self, join: fn(i16, i16) -> i16) -> Self {
        Self { powers: zip(self.powers, other.powers, join), counted: zip(self.counted, other.counted, join) }
    }

    /// The dimension of a unit written as calendar per calendar (`7 døgn/uke`, `52 uker/år`):
    /// what stands above is counted. Any other dimension is returned as it is.
    pub(super) fn with_counted_calendar(self) -> Self {
        let mut powers = Base::ALL.into_iter().zip(self.powers);
        let below = self.powers.iter().any(|power| *power < 0);
        if !below || powers.any(|(base, power)| power != 0 && !base.is_calendar()) {
            return self;
        }
        Self { powers: self.powers.map(|power| power.min(0)), counted: self.powers.map(|power| power.max(0)) }
    }

    /// The dimension with its counted units settled: they cancel the same unit below the bar
    /// (`2 besøk/døgn × 365 døgn/år`), else turn a second «per» into a share of it
    /// (`2 årsverk × 6 måneder/år`), else are a plain number (`20 min × 365 døgn/år`).
    #[must_use]
    pub fn settled(self) -> Self {
        if self.counted == [0; BASES] {
            return self;
        }
        let cancelled = zip(self.powers, self.counted, |power, counted| {
            power.saturating_add(if counted < 0 { counted } else { counted.min(below(power)) })
        });
        let left =
            zip(self.powers, self.counted, |power, counted| counted.saturating_sub(below(power)).max(0));
        let mut extra = Self { powers: cancelled, ..Self::NONE }.calendar().saturating_add(1).min(0);
        let powers = zip(cancelled, left, |power, counted| {
            let shared = counted.min(extra.saturating_neg());
            extra = extra.saturating_add(shared);
            power.saturating_add(shared)
        });
        Self { powers, ..Self::NONE }
    }

    fn sum(self, bases: &[Base]) -> i16 {
        bases.iter().fold(0, |sum, base| sum.saturating_add(self.power(*base)))
    }

    fn work(self) -> i16 {
        self.sum(&[Base::Minute, Base::Hour])
    }

    fn calendar(self) -> i16 {
        self.sum(&[Base::Year, Base::Month, Base::Week, Base::Day])
    }

    fn rest(self) -> [i16; 5] {
        [Base::Krone, Base::SquareMetre, Base::KilowattHour, Base::Kilometre, Base::Tonne]
            .map(|base| self.power(base))
    }

    /// Whether both measure the same thing, so that they can be added and compared.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        let (a, b) = (self.settled(), other.settled());
        a.work() == b.work() && a.calendar() == b.calendar() && a.rest() == b.rest()
    }

    /// The dimension two like things are added in: their own when it is the same, else the one
    /// both reach by whole factors where there is one (min for time, `/år` for frequencies).
    #[must_use]
    pub fn common(self, other: Self) -> Option<Self> {
        if !self.is_like(other) {
            return None;
        }
        let (a, b) = (self.settled(), other.settled());
        let mut shared = a;
        if a.power(Base::Minute) != b.power(Base::Minute) {
            let work = a.work();
            let base = if work > 0 { Base::Minute } else { Base::Hour };
            shared = shared.only(&[Base::Minute, Base::Hour], base, work);
        }
        if [Base::Month, Base::Week, Base::Day].iter().any(|unit| a.power(*unit) != b.power(*unit)) {
            let all = [Base::Year, Base::Month, Base::Week, Base::Day];
            shared = shared.only(&all, Base::Year, a.calendar());
        }
        Some(shared)
    }

    /// All powers of `group` gathered in one `base`.
    fn only(self, group: &[Base], base: Base, power: i16) -> Self {
        let mut pairs = Base::ALL.into_iter().zip(self.powers);
        let powers = Base::ALL.map(|_| match pairs.next() {
            Some((unit, _)) if unit == base => power,
            Some((unit, _)) if group.contains(&unit) => 0,
            Some((_, own)) => own,
            None => 0,
        });
        Self { powers, ..self }
    }

    /// A value of this dimension in the units of another: 2 per døgn is 730 per år. Nothing
    /// when the two are not like.
    ///
    /// # Errors
    /// [`Overflow`] when the value does not fit in the other unit.
    #[must_use]
    pub fn convert(self, value: Decimal, to: Self) -> Option<Result<Decimal, Overflow>> {
        self.is_like(to).then(|| convert(value, self.settled(), to.settled()))
    }

    /// The factors that turn this into per year (or into years), for a working to show:
    /// «365 døgn/år». Empty when everything already counts by the year.
    #[must_use]
    pub fn calendar_factors(self) -> Vec<Text> {
        let settled = self.settled();
        [Base::Month, Base::Week, Base::Day]
            .into_iter()
            .filter(|unit| settled.power(*unit) != 0)
            .map(|unit| {
                let (per_year, many) = (unit.per_largest(), unit.many());
                crate::text!(nb: "{per_year} {many}/år", en: "{per_year} {many}/year"; per_year, many)
            })
            .collect()
    }

    /// The dimension in words: `kr/år`, `min`, `timer/år`, `uten enhet`.
    #[must_use]
    pub fn words(self) -> Text {
        let settled = self.settled();
        if settled == Self::NONE {
            return words!(nb: "et tall uten enhet", en: "a number without a unit").text();
        }
        let mut text = Text::default();
        for (base, power) in Base::ALL.into_iter().zip(settled.powers).filter(|pair| pair.1 > 0) {
            let dot = if text.nb.is_empty() { "" } else { "·" };
            append(&mut text, dot, base.many(), power);
        }
        if text.nb.is_empty() {
            text = words!(nb: "antall", en: "number").text();
        }
        for (base, power) in Base::ALL.into_iter().zip(settled.powers).filter(|pair| pair.1 < 0) {
            append(&mut text, "/", base.one(), power.saturating_neg());
        }
        text
    }

    /// Money: kr.
    #[must_use]
    pub fn is_money(self) -> bool {
        self.is_like(Self::of(Base::Krone))
    }

    /// Money per year: kr/år, also kr/måned and so on.
    #[must_use]
    pub fn is_money_per_year(self) -> bool {
        self.is_like(Self::per(Base::Krone, Base::Year))
    }

    /// Working time: timer, min, dagsverk.
    #[must_use]
    pub fn is_work(self) -> bool {
        self.is_like(Self::of(Base::Hour))
    }

    /// Working time per year: timer/år, årsverk, min/døgn.
    #[must_use]
    pub fn is_work_per_year(self) -> bool {
        self.is_like(Self::per(Base::Hour, Base::Year))
    }

    /// A plain number: a count or a share.
    #[must_use]
    pub fn is_number(self) -> bool {
        self.is_like(Self::NONE)
    }
}

fn append(text: &mut Text, before: &str, words: Words, power: i16) {
    let exponent = match power {
        1 => String::new(),
        2 => "²".to_owned(),
        3 => "³".to_owned(),
        other => format!("^{other}"),
    };
    text.nb.push_str(&format!("{before}{}{exponent}", words.nb));
    text.en.push_str(&format!("{before}{}{exponent}", words.en));
}

fn zip(a: [i16; BASES], b: [i16; BASES], mut join: impl FnMut(i16, i16) -> i16) -> [i16; BASES] {
    let mut b = b.into_iter();
    a.map(|left| join(left, b.next().unwrap_or(0)))
}

/// Multiplies before it divides, so that what is exact stays exact.
fn convert(value: Decimal, from: Dimension, to: Dimension) -> Result<Decimal, Overflow> {
    if from == to {
        return Ok(value);
    }
    let (mut value, mut over) = (value, Decimal::ONE);
    for base in Base::ALL.into_iter().filter(|base| base.per_largest() != 1) {
        let steps = i32::from(from.power(base)) - i32::from(to.power(base));
        let factor = Decimal::from(base.per_largest());
        for _ in 0..steps.unsigned_abs() {
            if steps < 0 {
                value = multiply(value, factor)?;
            } else {
                over = multiply(over, factor)?;
            }
        }
    }
    divide(value, over)
}

/// How far a power is below zero.
fn below(power: i16) -> i16 {
    power.min(0).saturating_neg()
}
