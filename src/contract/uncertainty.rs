//! `usikkerhet` of `a3 calc --format json`.

use super::amount::{kroner, ratio};
use super::describe::{amount, count, list, object, or_null, ratio as ratio_schema, text, words};
use crate::model::Distribution;
use crate::simulate::{Driver, Origin, Spread, Uncertainty, WhyUnknown};
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
pub(super) struct SpreadOut<'a> {
    #[serde(rename = "trekk")]
    draws: usize,
    #[serde(rename = "frø")]
    seed: u64,
    #[serde(rename = "fordeling")]
    distribution: &'static str,
    #[serde(rename = "snitt")]
    mean: String,
    #[serde(rename = "standardavvik")]
    deviation: String,
    p10: String,
    p50: String,
    p90: String,
    #[serde(rename = "sannsynlig_lønnsom")]
    profitable: String,
    #[serde(rename = "forutsetninger")]
    drivers: Vec<DriverOut<'a>>,
}

#[derive(Serialize)]
struct DriverOut<'a> {
    #[serde(rename = "navn")]
    name: &'a str,
    #[serde(rename = "sted")]
    origin: &'static str,
    #[serde(rename = "enhet")]
    unit: String,
    #[serde(rename = "nnv_lav")]
    npv_low: Option<String>,
    #[serde(rename = "nnv_høy")]
    npv_high: Option<String>,
    #[serde(rename = "variansandel")]
    variance_share: String,
    #[serde(rename = "vendepunkt")]
    turning: String,
}

#[derive(Serialize)]
pub(super) struct WhyUnknownOut {
    #[serde(rename = "grunn")]
    reason: &'static str,
    #[serde(rename = "antall")]
    count: Option<usize>,
}

/// What a driver's `vendepunkt` says where there is none.
const NO_TURNING_POINT: &str = "ingen";
const ORIGINS: [&str; 4] = ["forutsetning", "felles", "gevinst", "kostnad"];
const REASONS: [&str; 5] = [
    "ikke bedt om",
    "ikke vurdert",
    "ingen usikre forutsetninger",
    "for mange usikre verdier",
    "trekk uten svar",
];

pub(super) fn spread_out(uncertainty: &Uncertainty) -> Option<SpreadOut<'_>> {
    let Uncertainty::Spread(spread) = uncertainty else { return None };
    let Spread { settings, distribution, summary, drivers, .. } = &**spread;
    let [p10, p50, p90] = summary.percentiles;
    Some(SpreadOut {
        draws: settings.draws,
        seed: settings.seed,
        distribution: distribution.word(),
        mean: kroner(summary.mean),
        deviation: kroner(summary.deviation),
        p10: kroner(p10),
        p50: kroner(p50),
        p90: kroner(p90),
        profitable: ratio(summary.profitable),
        drivers: drivers.iter().map(driver_out).collect(),
    })
}

fn driver_out(driver: &Driver) -> DriverOut<'_> {
    let [assumption, shared, benefit, cost] = ORIGINS;
    DriverOut {
        name: &driver.name,
        origin: match driver.origin {
            Origin::Assumption => assumption,
            Origin::Shared => shared,
            Origin::Benefit => benefit,
            Origin::Cost => cost,
        },
        unit: driver.mode.dimension().words().nb,
        npv_low: driver.npv_low.map(kroner),
        npv_high: driver.npv_high.map(kroner),
        variance_share: ratio(driver.variance_share),
        turning: driver.turning.map_or_else(|| NO_TURNING_POINT.to_owned(), ratio),
    }
}

pub(super) fn why_unknown(uncertainty: &Uncertainty) -> Option<WhyUnknownOut> {
    let Uncertainty::Unknown(why) = uncertainty else { return None };
    let [not_asked, not_assessed, nothing, too_many, no_answer] = REASONS;
    let (reason, count) = match why {
        WhyUnknown::NotAsked => (not_asked, None),
        WhyUnknown::NotAssessed => (not_assessed, None),
        WhyUnknown::NothingUncertain => (nothing, None),
        WhyUnknown::TooMany { uncertain } => (too_many, Some(*uncertain)),
        WhyUnknown::NoAnswer { draws } => (no_answer, Some(*draws)),
    };
    Some(WhyUnknownOut { reason, count })
}

pub(super) fn spread_schema() -> Value {
    object(&[
        ("trekk", count("Antall trekninger")),
        ("frø", count("Tallet alle trekningene er laget av; samme frø gir samme tall")),
        ("fordeling", words(Distribution::WORDS)),
        ("snitt", amount("Gjennomsnittlig NNV over trekningene")),
        ("standardavvik", amount("Standardavviket til NNV, med n − 1")),
        ("p10", amount("NNV som 10 % av trekningene ikke er over, nærmeste rang")),
        ("p50", amount("Den midterste")),
        ("p90", amount("NNV som 90 % av trekningene ikke er over")),
        ("sannsynlig_lønnsom", ratio_schema("Andelen av trekningene der NNV er over 0")),
        ("forutsetninger", list(&driver_schema())),
    ])
}

fn driver_schema() -> Value {
    let turning = ratio_schema(
        "Verdien som gir NNV lik 0 når alt annet har forventet verdi, i enheten; ingen der den ikke finnes mellom 0 og hundre ganger høy",
    );
    object(&[
        ("navn", text("Forutsetningens navn, eller postens der beløpet selv er usikkert")),
        ("sted", words(&ORIGINS)),
        ("enhet", text("Enheten vendepunktet står i; andeler er brøker")),
        (
            "nnv_lav",
            or_null(&amount("NNV ved lav, alt annet på forventet verdi; null der den ikke kan regnes ut")),
        ),
        ("nnv_høy", or_null(&amount("NNV ved høy"))),
        ("variansandel", ratio_schema("Andel av variansen: kvadrert rangkorrelasjon, til sammen 1")),
        ("vendepunkt", json!({"anyOf": [turning, {"const": NO_TURNING_POINT}]})),
    ])
}

pub(super) fn why_unknown_schema() -> Value {
    object(&[
        ("grunn", words(&REASONS)),
        ("antall", or_null(&count("Antall usikre verdier, eller trekk uten svar"))),
    ])
}
