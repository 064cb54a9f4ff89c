//! `a3 calc --format json`.

use super::amount::{fte, hours, kroner, ratio};
use super::uncertainty::{SpreadOut, WhyUnknownOut, spread_out, why_unknown};
use super::{LeftOut, VERSION, document};
use crate::calc::{Appraisal, Basis, Payback, Potential, PublicReturn, RowKind, Valuation, internal_rates};
use crate::model::{Case, Organisation};
use crate::simulate::Uncertainty;
use serde::Serialize;

pub use super::calc_schema::schema;

/// What the document is made from.
#[derive(Debug)]
pub struct Calculated<'a> {
    /// The organisation; none where a3.yaml has errors, so that nothing in it can be trusted.
    pub organisation: Option<&'a Organisation>,
    /// Each case with its appraisal and how sure it is, in order.
    pub cases: Vec<(&'a Case, &'a Appraisal, &'a Uncertainty)>,
    /// Cases that could not be calculated; never silently dropped.
    pub left_out: Vec<LeftOut>,
}

#[derive(Serialize)]
struct Calc<'a> {
    versjon: u8,
    #[serde(rename = "budsjettår")]
    budget_year: Option<u16>,
    #[serde(rename = "sammenligningsår")]
    base_year: Option<u16>,
    #[serde(rename = "analyseperiode")]
    period: Option<u16>,
    #[serde(rename = "saker")]
    cases: Vec<CaseOut<'a>>,
    #[serde(rename = "utelatt")]
    left_out: &'a [LeftOut],
}

#[derive(Serialize)]
struct CaseOut<'a> {
    id: &'a str,
    #[serde(rename = "tittel")]
    title: &'a str,
    #[serde(rename = "område")]
    area: &'a str,
    #[serde(rename = "fase")]
    phase: &'static str,
    #[serde(rename = "oppstart")]
    start: Option<u16>,
    #[serde(rename = "grunnlag")]
    basis: &'static str,
    #[serde(rename = "gevinstpotensial")]
    potential: PotentialOut,
    #[serde(flatten)]
    value: ValueOut,
    #[serde(rename = "kvalitet")]
    quality: Vec<QualityOut<'a>>,
    #[serde(rename = "poster")]
    rows: Option<Vec<RowOut<'a>>>,
    #[serde(rename = "år")]
    years: Option<Vec<YearOut>>,
    #[serde(rename = "usikkerhet")]
    uncertainty: Option<SpreadOut<'a>>,
    #[serde(rename = "usikkerhet_mangler")]
    why_unknown: Option<WhyUnknownOut>,
}

#[derive(Serialize)]
struct PotentialOut {
    #[serde(rename = "budsjett")]
    budget: String,
    #[serde(rename = "omdisponert")]
    reallocated: String,
    #[serde(rename = "andre_offentlige")]
    other_public: String,
    #[serde(rename = "innbyggere_næringsliv")]
    others: String,
    #[serde(rename = "unngått_vekst")]
    avoided_growth: String,
    #[serde(rename = "timer")]
    hours: String,
    #[serde(rename = "årsverk")]
    fte: String,
    #[serde(rename = "drift")]
    running: String,
    #[serde(rename = "netto_budsjett")]
    net_budget: String,
    #[serde(rename = "netto")]
    net: String,
}

/// The single figures of a value; all null where the case is «ikke vurdert».
#[derive(Serialize, Default)]
struct ValueOut {
    nnv: Option<String>,
    #[serde(rename = "nnv_analyseperiode")]
    npv_in_period: Option<String>,
    #[serde(rename = "restverdi")]
    residual: Option<String>,
    #[serde(rename = "nnv_kommunen")]
    npv_organisation: Option<String>,
    #[serde(rename = "skattefinansieringsvirkning")]
    tax_effect: Option<String>,
    nnb: Option<String>,
    #[serde(rename = "selvfinansierende")]
    self_financing: Option<bool>,
    #[serde(rename = "nn_per_investert")]
    npv_per_invested: Option<String>,
    #[serde(rename = "nytte_kostnad")]
    benefit_cost: Option<String>,
    #[serde(rename = "internrente")]
    internal_rates: Option<Vec<String>>,
    #[serde(rename = "inntjeningstid")]
    payback: Option<String>,
    #[serde(rename = "annuitet")]
    annuity: Option<String>,
}

#[derive(Serialize)]
struct QualityOut<'a> {
    #[serde(rename = "navn")]
    name: &'a str,
    #[serde(rename = "mottaker")]
    recipient: &'static str,
    score: i8,
}

#[derive(Serialize)]
struct RowOut<'a> {
    #[serde(rename = "navn")]
    name: &'a str,
    #[serde(rename = "slag")]
    sort: &'static str,
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    #[serde(rename = "nåverdi")]
    present_value: Option<String>,
}

#[derive(Serialize)]
struct YearOut {
    #[serde(rename = "år")]
    year: u16,
    #[serde(rename = "faktor")]
    factor: String,
    #[serde(rename = "gevinster")]
    benefits: String,
    #[serde(rename = "kostnader")]
    costs: String,
    #[serde(rename = "skattefinansieringsvirkning")]
    tax_effect: String,
    #[serde(rename = "netto")]
    net: String,
    #[serde(rename = "budsjett_drift")]
    running_effect: Option<String>,
    #[serde(rename = "investering")]
    investment: String,
    #[serde(rename = "frigjorte_timer")]
    hours_freed: String,
}

/// Every case, as one JSON document.
#[must_use]
pub fn json(calculated: &Calculated<'_>) -> String {
    let organisation = calculated.organisation;
    document(&Calc {
        versjon: VERSION,
        budget_year: organisation.map(|organisation| organisation.budget_year.number()),
        base_year: organisation.map(|organisation| organisation.rules.base_year.number()),
        period: organisation.map(|organisation| organisation.rules.period),
        cases: calculated.cases.iter().map(case_out).collect(),
        left_out: &calculated.left_out,
    })
}

fn case_out<'a>((case, appraisal, uncertainty): &(&'a Case, &'a Appraisal, &'a Uncertainty)) -> CaseOut<'a> {
    let value = appraisal.value.as_ref();
    let quality = appraisal.quality.iter().map(|quality| QualityOut {
        name: &quality.name,
        recipient: quality.recipient.word(),
        score: quality.score,
    });
    CaseOut {
        id: &case.id,
        title: &case.title,
        area: &case.area,
        phase: case.phase.word(),
        start: case.start.map(crate::units::Year::number),
        basis: match appraisal.potential.basis {
            Basis::Estimated => "estimert",
            Basis::Calculated => "kalkulert",
        },
        potential: potential_out(&appraisal.potential),
        value: value.map(value_out).unwrap_or_default(),
        quality: quality.collect(),
        rows: value.map(rows_out),
        years: value.map(years_out),
        uncertainty: spread_out(uncertainty),
        why_unknown: why_unknown(uncertainty),
    }
}

fn potential_out(potential: &Potential) -> PotentialOut {
    PotentialOut {
        budget: kroner(potential.budget),
        reallocated: kroner(potential.reallocated),
        other_public: kroner(potential.other_public),
        others: kroner(potential.others),
        avoided_growth: kroner(potential.avoided_growth),
        hours: hours(potential.hours),
        fte: fte(potential.fte),
        running: kroner(potential.running),
        net_budget: kroner(potential.net_budget),
        net: kroner(potential.net),
    }
}

fn value_out(value: &Valuation) -> ValueOut {
    let per_public = value.npv_per_public_krone;
    ValueOut {
        nnv: Some(kroner(value.npv)),
        npv_in_period: Some(kroner(value.npv_in_period)),
        residual: Some(kroner(value.residual)),
        npv_organisation: Some(kroner(value.npv_organisation)),
        tax_effect: Some(kroner(value.tax_effect)),
        nnb: match per_public {
            PublicReturn::Ratio(figure) => Some(ratio(figure)),
            PublicReturn::SelfFinancing | PublicReturn::Undefined => None,
        },
        self_financing: Some(per_public == PublicReturn::SelfFinancing),
        npv_per_invested: value.npv_per_invested_krone.map(ratio),
        benefit_cost: value.benefit_cost.map(ratio),
        internal_rates: Some(internal_rates(&value.net_flow()).into_iter().map(ratio).collect()),
        payback: Some(match value.payback {
            Payback::Years(years) => ratio(years),
            Payback::Never => "aldri".to_owned(),
        }),
        annuity: Some(kroner(value.annuity)),
    }
}

fn rows_out(value: &Valuation) -> Vec<RowOut<'_>> {
    let row = value.rows.iter().map(|row| {
        let (sort, kind) = match row.kind {
            RowKind::Benefit(kind) => ("gevinst", Some(kind.word())),
            RowKind::Cost(kind) => ("kostnad", Some(kind.word())),
            RowKind::Transfer(_) => ("overføring", None),
        };
        RowOut { name: &row.name, sort, kind, present_value: row.present_value.map(kroner) }
    });
    row.collect()
}

fn years_out(value: &Valuation) -> Vec<YearOut> {
    let years = value.years.iter().map(|year| YearOut {
        year: year.year.number(),
        factor: ratio(year.factor.value()),
        benefits: kroner(year.benefits),
        costs: kroner(year.costs),
        tax_effect: kroner(year.tax_effect),
        net: kroner(year.net),
        running_effect: year.running_effect.map(kroner),
        investment: kroner(year.investment),
        hours_freed: hours(year.hours_freed),
    });
    years.collect()
}
