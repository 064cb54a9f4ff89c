//! What is measured: exponents of base units and of what is counted, and conversion between units
//! of the same thing.

use super::base::{BASES, Base, THINGS, Thing};
use super::noun::Noun;
use crate::units::{Decimal, Overflow, divide, multiply};
use crate::words::Text;
use std::borrow::Cow;

/// dimensjon: what a quantity measures, as exponents of [`Base`] units and of what is counted.
///
/// `365 døgn/år` is both a number of døgn that cancels `/døgn`, and plain «365 times a year»
/// when there is no `/døgn` to cancel. Such units are therefore `counted` apart from the others
/// until it shows which it was; see [`Dimension::settled`].
#[derive(Debug, Clone, Default)]
pub struct Dimension {
    powers: [i16; BASES],
    counted: [i16; BASES],
    /// What is counted, in the order met. Below the bar it must cancel, above it may be left over.
    nouns: Vec<(Noun, i16)>,
    /// How many arbeidsdager make a year, where time is counted in them; else 0.
    workdays: u16,
    /// Whether it is a part of a whole, `20 %`: a plain number. Two dimensions are the same whatever it says.
    is_share: bool,
}

impl PartialEq for Dimension {
    fn eq(&self, other: &Self) -> bool {
        let Self { powers, counted, nouns, workdays, is_share: _ } = self;
        (powers, counted, nouns, workdays) == (&other.powers, &other.counted, &other.nouns, &other.workdays)
    }
}

impl Eq for Dimension {}

impl Dimension {
    /// A plain number: counts and shares.
    pub const NONE: Self =
        Self { powers: [0; BASES], counted: [0; BASES], nouns: Vec::new(), workdays: 0, is_share: false };

    /// One base unit.
    pub fn of(base: Base) -> Self {
        let mut one = Self::NONE;
        if let Some(power) = one.powers.get_mut(base as usize) {
            *power = 1;
        }
        one
    }

    /// `above` per `below`, such as kr per år.
    pub fn per(above: Base, below: Base) -> Self {
        Self::of(above).divided_by(&Self::of(below))
    }

    /// One of something that is counted.
    pub(super) fn counting(noun: Noun) -> Self {
        Self { nouns: vec![(noun, 1)], ..Self::NONE }
    }

    /// arbeidsdag, where the organisation has so many of them in a year.
    pub(super) fn workday(days: u16) -> Self {
        Self { workdays: days, ..Self::of(Base::Workday) }
    }

    /// The exponent of one base unit, counted ones included.
    pub fn power(&self, base: Base) -> i16 {
        let at = |powers: &[i16; BASES]| powers.get(base as usize).copied().unwrap_or(0);
        at(&self.powers).saturating_add(at(&self.counted))
    }

    /// What a product measures.
    pub fn times(&self, other: &Self) -> Self {
        self.joined(other, i16::saturating_add)
    }

    /// What a quotient measures.
    pub fn divided_by(&self, other: &Self) -> Self {
        self.joined(other, i16::saturating_sub)
    }

    fn joined(&self, other: &Self, join: impl Fn(i16, i16) -> i16 + Copy) -> Self {
        let mut nouns = self.nouns.clone();
        for (noun, power) in &other.nouns {
            match nouns.iter_mut().find(|(own, _)| own.is_same(noun)) {
                Some((_, own)) => *own = join(*own, *power),
                None => nouns.push((noun.clone(), join(0, *power))),
            }
        }
        nouns.retain(|(_, power)| *power != 0);
        Self {
            powers: zip(self.powers, other.powers, join),
            counted: zip(self.counted, other.counted, join),
            nouns,
            workdays: self.workdays.max(other.workdays),
            is_share: false,
        }
        .with_needed_workdays()
    }

    fn with_needed_workdays(self) -> Self {
        let at = |powers: &[i16; BASES]| powers.get(Base::Workday as usize).copied().unwrap_or(0);
        let counts_in_them = at(&self.powers) != 0 || at(&self.counted) != 0;
        Self { workdays: if counts_in_them { self.workdays } else { 0 }, ..self }
    }

    /// The dimension of a unit written as calendar per calendar (`7 døgn/uke`, `52 uker/år`):
    /// what stands above is counted. Any other dimension is returned as it is.
    pub(super) fn with_counted_calendar(self) -> Self {
        let mut powers = Base::ALL.into_iter().zip(self.powers);
        let below = self.powers.iter().any(|power| *power < 0);
        let other = |(base, power): (Base, i16)| power != 0 && base.thing() != Thing::Calendar;
        if !below || powers.any(other) {
            return self;
        }
        let (below, above) = (self.powers.map(|power| power.min(0)), self.powers.map(|power| power.max(0)));
        Self { powers: below, counted: above, ..self }
    }

    /// The same as a part of a whole, where nothing is counted.
    pub(super) fn of_a_whole(self) -> Self {
        Self { is_share: self.nouns.is_empty(), ..self }
    }

    /// The dimension with its counted units settled: they cancel the same unit below the bar
    /// (`2 besøk/døgn × 365 døgn/år`), else turn a second «per» into a share of it
    /// (`2 årsverk × 6 måneder/år`), else are a plain number (`20 min × 365 døgn/år`).
    pub fn settled(&self) -> Cow<'_, Self> {
        if self.counted == [0; BASES] {
            return Cow::Borrowed(self);
        }
        let cancelled = zip(self.powers, self.counted, |power, counted| {
            power.saturating_add(if counted < 0 { counted } else { counted.min(below(power)) })
        });
        let left =
            zip(self.powers, self.counted, |power, counted| counted.saturating_sub(below(power)).max(0));
        let mut extra =
            Self { powers: cancelled, ..Self::NONE }.sum(Thing::Calendar).saturating_add(1).min(0);
        let powers = zip(cancelled, left, |power, counted| {
            let shared = counted.min(extra.saturating_neg());
            extra = extra.saturating_add(shared);
            power.saturating_add(shared)
        });
        let settled = Self { powers, nouns: self.nouns.clone(), workdays: self.workdays, ..Self::NONE };
        Cow::Owned(settled.with_needed_workdays())
    }

    /// The exponent of all units of a thing.
    fn sum(&self, thing: Thing) -> i16 {
        self.sums().get(thing as usize).copied().unwrap_or(0)
    }

    /// The same of every thing, in one pass over the units.
    fn sums(&self) -> [i16; THINGS] {
        let mut sums = [0_i16; THINGS];
        let powers = self.powers.iter().zip(&self.counted);
        let used = Base::ALL.into_iter().zip(powers).filter(|(_, powers)| *powers != (&0, &0));
        for (base, (power, counted)) in used {
            if let Some(sum) = sums.get_mut(base.thing() as usize) {
                *sum = sum.saturating_add(*power).saturating_add(*counted);
            }
        }
        sums
    }

    /// Whether both measure the same thing, so that they can be added and compared. What they are
    /// for each of must be the same; what they count need not be, but a share is not so many of anything.
    pub fn is_like(&self, other: &Self) -> bool {
        let (a, b) = (self.settled(), other.settled());
        (a.powers == b.powers || a.sums() == b.sums()) && a.per_same_as(&b) && !a.mixes_a_share_with(&b)
    }

    /// Whether one is a share, and the other so many of something.
    pub(super) fn mixes_a_share_with(&self, other: &Self) -> bool {
        (self.is_share && !other.nouns.is_empty()) || (other.is_share && !self.nouns.is_empty())
    }

    fn per_same_as(&self, other: &Self) -> bool {
        let below = |of: &Self| of.nouns.iter().filter(|(_, power)| *power < 0).count();
        let has = |of: &Self, noun: &Noun, power: i16| {
            of.nouns.iter().any(|(own, of_own)| own.is_same(noun) && *of_own == power)
        };
        let mut own = self.nouns.iter().filter(|(_, power)| *power < 0);
        below(self) == below(other) && own.all(|(noun, power)| has(other, noun, *power))
    }

    /// The dimension two like things are added in: their own when it is the same, else the one
    /// both reach by whole factors where there is one (min for time, `/år` for frequencies).
    pub fn common(&self, other: &Self) -> Option<Self> {
        if !self.is_like(other) {
            return None;
        }
        let (a, b) = (self.settled(), other.settled());
        let mut shared = Self {
            nouns: a.counted_with(&b),
            workdays: a.workdays.max(b.workdays),
            is_share: a.is_share || b.is_share,
            ..Self::clone(&a)
        };
        for thing in Thing::ALL {
            let mut units = Base::ALL.into_iter().filter(|base| base.thing() == thing);
            if units.all(|base| a.power(base) == b.power(base)) {
                continue;
            }
            let sum = a.sum(thing);
            shared = shared.only(thing, shared_unit(thing, sum, [&a, &b]), sum);
        }
        Some(shared.with_needed_workdays())
    }

    /// What a sum counts: the nouns that both have, or that one has where the other counts nothing.
    fn counted_with(&self, other: &Self) -> Vec<(Noun, i16)> {
        let fits = |of: &Self, noun: &Noun, power: i16| {
            power < 0 || of.nouns.is_empty() || of.nouns.iter().any(|(own, _)| own.is_same(noun))
        };
        let (first, second) = if self.nouns.is_empty() { (other, self) } else { (self, other) };
        let kept = first.nouns.iter().filter(|(noun, power)| fits(second, noun, *power));
        kept.cloned().collect()
    }

    /// All powers of a thing gathered in one `base`.
    fn only(self, thing: Thing, base: Base, power: i16) -> Self {
        let mut own = self.powers.into_iter();
        let powers = Base::ALL.map(|unit| match own.next() {
            _ if unit == base => power,
            Some(_) | None if unit.thing() == thing => 0,
            Some(own) => own,
            None => 0,
        });
        Self { powers, ..self }
    }

    /// A value of this dimension in the units of another: 2 per døgn is 730 per år. Nothing
    /// when the two are not like.
    ///
    /// # Errors
    /// [`Overflow`] when the value does not fit in the other unit.
    pub fn convert(&self, value: Decimal, to: &Self) -> Option<Result<Decimal, Overflow>> {
        self.is_like(to).then(|| convert(value, &self.settled(), &to.settled()))
    }

    /// Whether it is so much for each of some time.
    pub fn is_per_time(&self) -> bool {
        self.settled().sum(Thing::Calendar) < 0
    }

    /// What it measures, whatever the time it is for.
    pub(super) fn without_time(&self) -> Self {
        self.settled().into_owned().only(Thing::Calendar, Base::Year, 0).with_needed_workdays()
    }

    /// The factors that turn this into per year (or into years), for a working to show:
    /// «365 døgn/år». Empty when everything already counts by the year.
    pub fn calendar_factors(&self) -> Vec<Text> {
        let settled = self.settled();
        let units =
            Base::ALL.into_iter().filter(|unit| unit.thing() == Thing::Calendar && *unit != Base::Year);
        units
            .filter(|unit| settled.power(*unit) != 0)
            .map(|unit| {
                let (per_year, many) = (settled.per_largest(unit), unit.many());
                crate::text!(nb: "{per_year} {many}/år", nn: "{per_year} {many}/år", en: "{per_year} {many}/year"; per_year, many)
            })
            .collect()
    }

    /// How many of a unit make one of the largest of the same thing.
    fn per_largest(&self, base: Base) -> u32 {
        let own = (base == Base::Workday && self.workdays > 0).then(|| u32::from(self.workdays));
        own.unwrap_or_else(|| base.per_largest())
    }

    /// What the value is for each of, and so must be told how many there are of.
    pub fn per_nouns(&self) -> impl Iterator<Item = &Noun> {
        self.nouns.iter().filter(|(_, power)| *power < 0).map(|(noun, _)| noun)
    }

    /// What is counted.
    pub fn counted_nouns(&self) -> impl Iterator<Item = &Noun> {
        self.nouns.iter().filter(|(_, power)| *power > 0).map(|(noun, _)| noun)
    }

    /// Whether time written with the word «dag» is still in it, and makes working time yearly.
    pub fn is_work_by_plain_day(&self) -> bool {
        self.is_by_plain_day() && self.is_work_in_any_time()
    }

    /// Whether time written with the word «dag» is still in it.
    pub(super) fn is_by_plain_day(&self) -> bool {
        let settled = self.settled();
        let days = settled.power(Base::PlainDay);
        days != 0 && days.saturating_add(settled.power(Base::Day)) != 0
    }

    /// Whether it is what working time costs: `400 kr/time`.
    pub fn is_price_of_work(&self) -> bool {
        self.power(Base::Krone) > 0 && self.sum(Thing::Work) < 0
    }

    /// Whether it is working time for each week: `1,5 timer/uke`.
    pub fn is_work_by_week(&self) -> bool {
        self.is_by_week() && self.settled().sum(Thing::Work) > 0
    }

    /// Whether it is so much for each week.
    pub fn is_by_week(&self) -> bool {
        self.settled().power(Base::Week) < 0
    }

    /// Whether working time is part of it.
    pub fn is_work_in_any_time(&self) -> bool {
        self.sum(Thing::Work) != 0
    }

    /// Whether it is time and nothing else: years, times a year, hours a week.
    pub fn is_time(&self) -> bool {
        let is_time = |base: Base| matches!(base.thing(), Thing::Calendar | Thing::Work);
        let other = |base: Base| !is_time(base) && self.power(base) != 0;
        !Base::ALL.into_iter().any(other) && Base::ALL.into_iter().any(|base| self.power(base) != 0)
    }

    /// Money: kr.
    pub fn is_money(&self) -> bool {
        self.is_like(&Self::of(Base::Krone))
    }

    /// Money per year: kr/år, also kr/måned and so on.
    pub fn is_money_per_year(&self) -> bool {
        self.is_like(&Self::per(Base::Krone, Base::Year))
    }

    /// Working time: timer, min, dagsverk.
    pub fn is_work(&self) -> bool {
        self.is_like(&Self::of(Base::Hour))
    }

    /// Working time per year: timer/år, årsverk, min/døgn.
    pub fn is_work_per_year(&self) -> bool {
        self.is_like(&Self::per(Base::Hour, Base::Year))
    }

    /// So many a year, of nothing that is said: «antall/måned».
    pub fn is_number_a_year(&self) -> bool {
        self.nouns.is_empty() && self.is_like(&Self::NONE.divided_by(&Self::of(Base::Year)))
    }

    /// A plain number: a count or a share.
    pub fn is_number(&self) -> bool {
        self.is_like(&Self::NONE)
    }
}

/// The unit that two sums of a thing are gathered in: the smallest above the bar, the largest below
/// it, and years for calendar time, whose units do not go up in each other.
fn shared_unit(thing: Thing, sum: i16, of: [&Dimension; 2]) -> Base {
    let used = |base: &Base| base.thing() == thing && of.iter().any(|each| each.power(*base) != 0);
    let units = Base::ALL.into_iter().filter(used);
    if thing == Thing::Calendar {
        return Base::Year;
    }
    let unit = if sum > 0 {
        units.max_by_key(|base| base.per_largest())
    } else {
        units.min_by_key(|base| base.per_largest())
    };
    unit.unwrap_or(Base::Year)
}

fn zip(a: [i16; BASES], b: [i16; BASES], mut join: impl FnMut(i16, i16) -> i16) -> [i16; BASES] {
    let mut b = b.into_iter();
    a.map(|left| join(left, b.next().unwrap_or(0)))
}

/// Multiplies before it divides, so that what is exact stays exact.
fn convert(value: Decimal, from: &Dimension, to: &Dimension) -> Result<Decimal, Overflow> {
    if from == to {
        return Ok(value);
    }
    let (mut value, mut over) = (value, Decimal::ONE);
    let differs = |base: &Base| from.power(*base) != to.power(*base);
    for base in Base::ALL.into_iter().filter(|base| base.per_largest() != 1 && differs(base)) {
        let steps = i32::from(from.power(base)) - i32::from(to.power(base));
        let factor =
            Decimal::from(if from.workdays > 0 { from.per_largest(base) } else { to.per_largest(base) });
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
