//! `usikkerhet` of `a3 calc --format json`.

use super::content::{Meaning, Ratio};
use super::record::{named, record};
use crate::model::Distribution;
use crate::simulate::{Driver, Origin, Spread, Uncertainty, WhyUnknown};

/// What was drawn; none where nothing was.
pub(super) const fn drawn(of: &Uncertainty) -> Option<&Spread> {
    match of {
        Uncertainty::Spread(spread) => Some(spread),
        Uncertainty::Unknown(_) => None,
    }
}

/// Why nothing was drawn; none where something was.
pub(super) const fn why_not(of: &Uncertainty) -> Option<&WhyUnknown> {
    match of {
        Uncertainty::Spread(_) => None,
        Uncertainty::Unknown(why) => Some(why),
    }
}

record!(Spread, |to| {
    to.column("trekk", "Antall trekninger", |it| it.settings.draws);
    to.column("frø", "Tallet alle trekningene er laget av; samme frø gir samme tall", |it| {
        it.settings.seed
    });
    to.column("fordeling", Distribution::WORDS, |it| it.distribution.word());
    to.column("snitt", "Gjennomsnittlig NNV over trekningene", |it| it.summary.mean);
    to.column("standardavvik", "Standardavviket til NNV, med n − 1", |it| it.summary.deviation);
    to.column("p10", "NNV som 10 % av trekningene ikke er over, nærmeste rang", |it| {
        let [p10, ..] = it.summary.percentiles;
        p10
    });
    to.column("p50", "Den midterste", |it| {
        let [_, p50, _] = it.summary.percentiles;
        p50
    });
    to.column("p90", "NNV som 90 % av trekningene ikke er over", |it| {
        let [.., p90] = it.summary.percentiles;
        p90
    });
    to.column("sannsynlig_lønnsom", "Andelen av trekningene der NNV er over 0", |it| {
        Ratio(it.summary.profitable)
    });
    to.part("forutsetninger", |it| &it.drivers);
});

/// What a driver's `vendepunkt` says where there is none.
const NO_TURNING_POINT: &str = "ingen";

named! {
    /// The words of `sted`.
    ORIGINS, origin(Origin) {
        "forutsetning" = Origin::Assumption,
        "felles" = Origin::Shared,
        "gevinst" = Origin::Benefit,
        "kostnad" = Origin::Cost,
    }
}

record!(Driver, |to| {
    to.column("navn", "Forutsetningens navn, eller postens der beløpet selv er usikkert", |it| &it.name);
    to.column("sted", &ORIGINS, |it| origin(it.origin));
    to.column("enhet", "Enheten vendepunktet står i; andeler er brøker", |it| {
        it.mode.dimension().words().nb
    });
    to.column(
        "nnv_lav",
        "NNV ved lav, alt annet på forventet verdi; null der den ikke kan regnes ut",
        |it| it.npv_low,
    );
    to.column("nnv_høy", "NNV ved høy", |it| it.npv_high);
    to.column("variansandel", "Andel av variansen: kvadrert rangkorrelasjon, til sammen 1", |it| {
        Ratio(it.variance_share)
    });
    let turning = Meaning::RatioOr(
        "Verdien som gir NNV lik 0 når alt annet har forventet verdi, i enheten; ingen der den ikke finnes mellom 0 og hundre ganger høy",
        NO_TURNING_POINT,
    );
    to.column("vendepunkt", turning, |it| it.turning.map(Ratio).ok_or(NO_TURNING_POINT));
});

named! {
    /// The words of `grunn`.
    REASONS, reason(WhyUnknown) {
        "ikke bedt om" = WhyUnknown::NotAsked,
        "ikke vurdert" = WhyUnknown::NotAssessed,
        "ingen usikre forutsetninger" = WhyUnknown::NothingUncertain,
        "for mange usikre verdier" = WhyUnknown::TooMany { .. },
        "trekk uten svar" = WhyUnknown::NoAnswer { .. },
    }
}

record!(WhyUnknown, |to| {
    to.column("grunn", &REASONS, |it| reason(*it));
    to.column("antall", "Antall usikre verdier, eller trekk uten svar", |it| match *it {
        WhyUnknown::TooMany { uncertain } => Some(uncertain),
        WhyUnknown::NoAnswer { draws } => Some(draws),
        WhyUnknown::NotAsked | WhyUnknown::NotAssessed | WhyUnknown::NothingUncertain => None,
    });
});
