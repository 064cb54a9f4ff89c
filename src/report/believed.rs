//! One forutsetning in all cases: what is believed of it where, and what was measured.

use super::appraise::{Appraised, appraise};
use crate::model::{Assumption, Estimate};
use crate::quantity::Quantity;
use crate::repository::{Repository, WorldError};
use crate::shape::nearest;
use chrono::NaiveDate;

/// What `a3 explain forutsetning` found.
#[derive(Debug, Clone, PartialEq)]
pub struct BelievedReport {
    /// The name asked for.
    pub name: String,
    /// Where it stands: felles first, then the cases by path.
    pub believed: Vec<Believed>,
    /// Every reading of a måling that measures it, by case, oldest first.
    pub measured: Vec<MeasuredIn>,
    /// Ids of the cases whose formulas build on it.
    pub used_by: Vec<String>,
    /// The nearest name there is, where nothing is called that.
    pub near: Option<String>,
}

/// What is believed of it in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Believed {
    /// The case; none for felles.
    pub case: Option<String>,
    /// The value, or three points.
    pub estimate: Estimate,
    /// kilde
    pub source: Option<String>,
}

/// A reading of it.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuredIn {
    /// The case.
    pub case: String,
    /// navn of the måling
    pub measurement: String,
    /// ansvarlig
    pub who: Option<String>,
    /// When.
    pub date: NaiveDate,
    /// What was read.
    pub value: Quantity,
}

/// Looks for a forutsetning in a3.yaml and all cases.
///
/// # Errors
/// [`WorldError`] where something is missing or cannot be read.
pub fn believed(repository: &Repository, day: NaiveDate, name: &str) -> Result<BelievedReport, WorldError> {
    let appraised = appraise(repository, day)?;
    let of = |case: Option<&str>, known: &Assumption| Believed {
        case: case.map(str::to_owned),
        estimate: known.estimate.clone(),
        source: known.source.clone(),
    };
    let shared = appraised.organisation.shared.iter().filter(|known| known.name == name);
    let mut believed: Vec<Believed> = shared.map(|known| of(None, known)).collect();
    for case in &appraised.cases {
        let own = case.case.assumptions.iter().filter(|known| known.name == name);
        believed.extend(own.map(|known| of(Some(&case.case.id), known)));
    }
    let near = if believed.is_empty() { nearest_name(&appraised, name) } else { None };
    let (measured, used_by) = (measured(&appraised, day, name), used_by(&appraised, name));
    Ok(BelievedReport { name: name.to_owned(), believed, measured, used_by, near })
}

fn nearest_name(appraised: &Appraised, name: &str) -> Option<String> {
    let own = appraised.cases.iter().flat_map(|of| &of.case.assumptions);
    let all = appraised.organisation.shared.iter().chain(own).map(|known| known.name.as_str());
    nearest(name, all).map(str::to_owned)
}

fn measured(appraised: &Appraised, day: NaiveDate, name: &str) -> Vec<MeasuredIn> {
    let mut all = Vec::new();
    for of in &appraised.cases {
        let measuring = of.case.measurements.iter().filter(|at| at.measures.as_deref() == Some(name));
        for at in measuring {
            let readings = at.readings.iter().filter(|reading| reading.date <= day);
            all.extend(readings.map(|reading| MeasuredIn {
                case: of.case.id.clone(),
                measurement: at.name.clone(),
                who: at.responsible.clone(),
                date: reading.date,
                value: reading.value.clone(),
            }));
        }
    }
    all
}

fn used_by(appraised: &Appraised, name: &str) -> Vec<String> {
    let uses = appraised.cases.iter().filter(|of| {
        let gains = of.case.benefits.iter().filter_map(|benefit| benefit.amount.as_ref());
        gains.chain(of.case.costs.iter().map(|cost| &cost.amount)).any(|amount| amount.builds_on(name))
    });
    uses.map(|of| of.case.id.clone()).collect()
}
