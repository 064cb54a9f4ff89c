//! What an amount must come out as, and what it lacks.

use super::dimension::{Base, Dimension};
use crate::diagnostic::Finding;
use crate::source::Span;
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
    #[must_use]
    pub fn accepts(self, dimension: Dimension) -> bool {
        match self {
            Self::AnnualEffect => dimension.is_money_per_year() || dimension.is_work_per_year(),
            Self::OneOff => dimension.is_money() || dimension.is_work(),
        }
    }

    fn words(self) -> Words {
        match self {
            Self::AnnualEffect => words!(
                nb: "En gevinst eller driftskostnad må bli kr/år eller timer/år",
                en: "A benefit or running cost must come out as kr/year or hours/year",
            ),
            Self::OneOff => words!(
                nb: "En engangskostnad må bli kr eller timer",
                en: "A one-off cost must come out as kr or hours",
            ),
        }
    }
}

/// The factors people forget, likeliest first, as they are written in a formula.
fn factors() -> [(Words, Dimension); 14] {
    let (per, of) = (Dimension::per, Dimension::of);
    let per_year = Dimension::NONE.divided_by(of(Base::Year));
    [
        (words!(nb: "× 365 døgn/år", en: "× 365 døgn/år"), per_year),
        (words!(nb: "× 1 år", en: "× 1 år"), of(Base::Year)),
        (words!(nb: "× kr/stk» eller «× min/stk", en: "× kr/stk” or “× min/stk"), of(Base::Krone)),
        (words!(nb: "× kr/time", en: "× kr/time"), per(Base::Krone, Base::Hour)),
        (words!(nb: "× kr/kWh", en: "× kr/kWh"), per(Base::Krone, Base::KilowattHour)),
        (words!(nb: "× kr/km", en: "× kr/km"), per(Base::Krone, Base::Kilometre)),
        (words!(nb: "× kr/m²", en: "× kr/m²"), per(Base::Krone, Base::SquareMetre)),
        (words!(nb: "× kr/tonn", en: "× kr/tonn"), per(Base::Krone, Base::Tonne)),
        (words!(nb: "× timer", en: "× timer"), of(Base::Hour)),
        (words!(nb: "× timer/år", en: "× timer/år"), per(Base::Hour, Base::Year)),
        (words!(nb: "× kWh", en: "× kWh"), of(Base::KilowattHour)),
        (words!(nb: "× kWh/år", en: "× kWh/år"), per(Base::KilowattHour, Base::Year)),
        (words!(nb: "× km", en: "× km"), of(Base::Kilometre)),
        (words!(nb: "× km/år", en: "× km/år"), per(Base::Kilometre, Base::Year)),
    ]
}

/// The one factor that would mend a dimension, as it is written in a formula:
/// `× 365 døgn/år`, `× kr/kWh`, and `/år` for an amount. Nothing when the dimension is right or more than one is missing.
#[must_use]
pub fn missing_factor(dimension: Dimension, wanted: Wanted) -> Option<Text> {
    // A plain number lacks both what it is worth and how often: that is two factors.
    let bare = wanted == Wanted::AnnualEffect && dimension.is_number();
    if bare || wanted.accepts(dimension) {
        return None;
    }
    if lacks_per_year(dimension, wanted) {
        return Some(words!(nb: "/år", en: "/år").text());
    }
    let mends = |(_, factor): &(Words, Dimension)| wanted.accepts(dimension.settled().times(*factor));
    factors().into_iter().find(mends).map(|(words, _)| words.text())
}

/// An amount that may be for a month, a night or a piece: how often it comes in a year is for the
/// writer to say, so no number of times is suggested.
fn lacks_per_year(dimension: Dimension, wanted: Wanted) -> bool {
    wanted == Wanted::AnnualEffect && dimension.is_money()
}

/// The finding `feil-dimensjon` for a whole that comes out as something else than wanted:
/// «Regnestykket gir min; mangler trolig «× 365 døgn/år»».
#[must_use]
pub fn wrong_whole(dimension: Dimension, wanted: Wanted, span: Span) -> Finding {
    let (got, wanted_words) = (dimension.words(), wanted.words());
    let missing = missing_factor(dimension, wanted);
    let title = match &missing {
        Some(factor) => {
            text!(
                nb: "Dette gir {got}; mangler trolig «{factor}»",
                en: "This gives {got}; probably lacks “{factor}”";
                got, factor
            )
        }
        None => text!(nb: "Dette gir {got}", en: "This gives {got}"; got),
    };
    let finding = Finding::error("feil-dimensjon", span, title).value("wanted", wanted_words);
    match missing {
        Some(_) if lacks_per_year(dimension, wanted) => finding.variant("per year"),
        Some(factor) => finding.variant("factor").value("factor", factor),
        None => finding,
    }
}
