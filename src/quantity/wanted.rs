//! What an amount must come out as, and what it lacks.

use super::base::{Base, Thing};
use super::dimension::Dimension;
use crate::words::{Text, Words};
use crate::{text, words};

/// What a formula or an amount must come out as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A benefit or a running cost: kr per year or working time per year.
    AnnualEffect,
    /// A one-off cost: kr or working time.
    OneOff,
}

impl Wanted {
    /// Whether a dimension is what is wanted.
    pub fn accepts(self, dimension: &Dimension) -> bool {
        match self {
            Self::AnnualEffect => dimension.is_money_per_year() || dimension.is_work_per_year(),
            Self::OneOff => dimension.is_money() || dimension.is_work(),
        }
    }

    pub(super) fn words(self) -> Words {
        match self {
            Self::AnnualEffect => words!(
                nb: "En gevinst eller driftskostnad må bli kr/år eller timer/år", nn: "Ein gevinst eller driftskostnad må bli kr/år eller timer/år",
                en: "A gain or running cost must come out as “kr/år” or “timer/år”",
            ),
            Self::OneOff => words!(
                nb: "En engangskostnad må bli kr eller timer", nn: "Ein eingongskostnad må bli kr eller timer",
                en: "A one-off cost must come out as “kr” or “timer”",
            ),
        }
    }

    /// Whether all that is missing is how often it comes in a year.
    pub(super) fn lacks_how_often(self, dimension: &Dimension) -> bool {
        self == Self::AnnualEffect && (dimension.is_money() || dimension.is_work())
    }
}

/// The one factor that would mend a dimension, as it is written in a formula: `× kr/kWh`,
/// `× 1 år`. It holds no number that the writer must know. Nothing when the dimension is right, when
/// it lacks how often or how many, or when more than one factor is missing.
pub fn missing_factor(dimension: &Dimension, wanted: Wanted) -> Option<Text> {
    let bare = wanted == Wanted::AnnualEffect && dimension.is_number();
    let asks = wanted.lacks_how_often(dimension) || dimension.per_nouns().next().is_some();
    if bare || asks || wanted.accepts(dimension) {
        return None;
    }
    let mends = |factor: &Dimension| wanted.accepts(&dimension.settled().times(factor));
    if mends(&Dimension::of(Base::Year)) {
        return Some(Text::same("× 1 år"));
    }
    if mends(&Dimension::of(Base::Krone)) {
        return Some(worth_of_each(dimension));
    }
    units_of(dimension).into_iter().find_map(|base| {
        let of = Dimension::of(base);
        let factors =
            [Dimension::per(Base::Krone, base), of.clone(), of.divided_by(&Dimension::of(Base::Year))];
        factors.into_iter().find(mends).map(|factor| {
            let unit = factor.unit(None).nb;
            text!(nb: "× {unit}", nn: "× {unit}", en: "× {unit}")
        })
    })
}

/// `× kr/besøk» eller «× min/besøk`: what each of what is counted is worth.
fn worth_of_each(dimension: &Dimension) -> Text {
    let mut counted = dimension.counted_nouns();
    match (counted.next(), counted.next()) {
        (Some(noun), None) => {
            let noun = noun.as_written();
            text!(nb: "× kr/{noun}» eller «× min/{noun}", nn: "× kr/{noun}» eller «× min/{noun}", en: "× kr/{noun}” or “× min/{noun}")
        }
        _ => text!(nb: "× kr» eller «× min", nn: "× kr» eller «× min", en: "× kr” or “× min"),
    }
}

/// The units a factor may be of: those in the dimension, then the usual one of each thing.
fn units_of(dimension: &Dimension) -> Vec<Base> {
    const USUAL: [Base; 7] = [
        Base::Hour,
        Base::KilowattHour,
        Base::Kilometre,
        Base::SquareMetre,
        Base::CubicMetre,
        Base::Tonne,
        Base::Gigabyte,
    ];
    let is_unit = |base: &Base| !matches!(base.thing(), Thing::Money | Thing::Calendar | Thing::Work);
    let own = Base::ALL.into_iter().filter(|base| is_unit(base) && dimension.power(*base) != 0);
    own.chain(USUAL).collect()
}
