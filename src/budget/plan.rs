//! The four plan years: which place a year has, and levels ↔ changes without loss.

use crate::units::{Fte, Kroner, MONEY_DECIMALS, Overflow, Year, each, of_each};

/// Decimals every entry of the future budget has, kroner and årsverk alike: those amounts are printed
/// with, so that printed parts add up to printed sums, in whatever order they are added.
pub const ENTRY_DECIMALS: u32 = MONEY_DECIMALS;

/// Decimals an effect is rounded to before effects are summed: few enough that sums of ten thousand
/// billion kroner are exact whatever the order, far too many to be seen in an entry.
pub const EFFECT_DECIMALS: u32 = 12;

/// The four years of the økonomiplan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// budsjettår
    pub first: Year,
}

impl Plan {
    /// The years, in order.
    pub const fn years(self) -> [Year; 4] {
        self.first.plan()
    }

    /// The place of a year from 0 to 3; none outside the plan.
    pub fn slot(self, year: Year) -> Option<usize> {
        self.years().iter().position(|at| *at == year)
    }

    /// The place of a year in a row of four; none outside the plan.
    pub(super) fn at<T>(self, row: &mut [T; 4], year: Year) -> Option<&mut T> {
        self.slot(year).and_then(|slot| row.get_mut(slot))
    }

    /// Adds to the year's place; what falls outside the plan is not counted.
    ///
    /// # Errors
    /// [`Overflow`] when the sum does not fit.
    pub fn add(self, row: &mut [Kroner; 4], year: Year, amount: Kroner) -> Result<(), Overflow> {
        self.at(row, year).map_or(Ok(()), |at| at.add(amount))
    }
}

/// How a row of four years is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Each year against today's budget: what lasts is written in every year.
    Level,
    /// Each year against the year before, the first against today: what lasts is written once.
    Change,
}

impl Layout {
    /// Levels in this layout, kroner.
    ///
    /// # Errors
    /// [`Overflow`] when a difference does not fit.
    pub fn of(self, levels: [Kroner; 4]) -> Result<[Kroner; 4], Overflow> {
        match self {
            Self::Level => Ok(levels),
            Self::Change => changes(levels),
        }
    }
}

/// change_y = level_y − level_{y−1}, the first year against today (0); kroner.
///
/// # Errors
/// [`Overflow`] when a difference does not fit.
pub fn changes(levels: [Kroner; 4]) -> Result<[Kroner; 4], Overflow> {
    let [first, second, third, _] = levels;
    each(levels, [Kroner::ZERO, first, second, third], Kroner::minus)
}

/// The same for årsverk.
///
/// # Errors
/// [`Overflow`] when a difference does not fit.
pub fn fte_changes(levels: [Fte; 4]) -> Result<[Fte; 4], Overflow> {
    let [first, second, third, _] = levels;
    each(levels, [Fte::ZERO, first, second, third], Fte::minus)
}

/// Changes back to levels: what [`changes`] takes apart, without loss.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn levels(changes: [Kroner; 4]) -> Result<[Kroner; 4], Overflow> {
    let mut level = Kroner::ZERO;
    of_each(changes, |change| {
        level.add(change)?;
        Ok(level)
    })
}

/// Each year less the first: what today's budget itself changes, kroner.
///
/// # Errors
/// [`Overflow`] when a difference does not fit.
pub fn since_first(levels: [Kroner; 4]) -> Result<[Kroner; 4], Overflow> {
    let [first, ..] = levels;
    each(levels, [first; 4], Kroner::minus)
}

/// The same for årsverk; 0 where they are not known both years.
///
/// # Errors
/// [`Overflow`] when a difference does not fit.
pub fn fte_since_first(levels: [Option<Fte>; 4]) -> Result<[Fte; 4], Overflow> {
    let [first, ..] = levels;
    each(levels, [first; 4], |level, first| {
        level.zip(first).map_or(Ok(Fte::ZERO), |(at, first)| at.minus(first))
    })
}

/// Adds årsverk that are known; a sum of none that is known stays unknown.
pub(super) fn add_known(to: &mut Option<Fte>, more: Option<Fte>) -> Result<(), Overflow> {
    more.map_or(Ok(()), |more| to.get_or_insert_default().add(more))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Decimal;

    fn kroner(thousands: [i64; 4]) -> [Kroner; 4] {
        thousands.map(|number| Kroner::new(Decimal::from(number)))
    }

    #[test]
    fn what_lasts_is_written_once_as_change_and_every_year_as_level() {
        let level = kroner([-300, -300, -300, -300]);
        assert_eq!(changes(level), Ok(kroner([-300, 0, 0, 0])));
        assert_eq!(levels(kroner([-300, 0, 0, 0])), Ok(level));
        assert_eq!(Layout::Level.of(level), Ok(level));
    }

    #[test]
    fn a_rent_index_of_772_a_year_is_a_level_that_grows() {
        // Sandnes kommune, Levekår 2019–2022, L1.
        let level = kroner([-388, -1160, -1932, -2704]);
        assert_eq!(Layout::Change.of(level), Ok(kroner([-388, -772, -772, -772])));
    }

    #[test]
    fn what_today_changes_by_itself_is_counted_from_its_first_year() {
        assert_eq!(since_first(kroner([800, 800, 750, 900])), Ok(kroner([0, 0, -50, 100])));
        let fte = |number: i64| Some(Fte::new(Decimal::from(number)));
        let known = [fte(5), None, fte(4), fte(5)];
        assert_eq!(fte_since_first(known), Ok([0, 0, -1, 0].map(|number| fte(number).unwrap())));
        assert_eq!(fte_since_first([None, fte(4), fte(4), fte(4)]), Ok([Fte::ZERO; 4]), "unknown is not 0");
    }

    #[test]
    fn only_the_four_years_have_a_place() {
        let plan = Plan { first: Year::new(2027).unwrap() };
        assert_eq!(plan.slot(Year::new(2030).unwrap()), Some(3));
        assert_eq!(plan.slot(Year::new(2031).unwrap()), None);
        assert_eq!(plan.slot(Year::new(2026).unwrap()), None);
    }
}
