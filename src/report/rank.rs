//! appraisals → the prioritised list.

use super::appraise::{Appraised, AppraisedCase};
use crate::calc::Calculator;
use crate::choose::{self, Candidate, Ranking};
use crate::model::{Case, Method};
use crate::units::Kroner;

/// The list, and the candidates it counts in.
#[derive(Debug, Clone)]
pub struct Ranked<'a> {
    /// The order; each entry's `candidate` counts in `candidates`.
    pub ranking: Ranking,
    /// The open cases with their appraisals, by path.
    pub candidates: Vec<Candidate<'a>>,
    /// Ids of finished cases, which are not ranked.
    pub closed: Vec<&'a str>,
}

/// Ranks what could be appraised, by the organisation's method or another.
#[must_use]
pub fn rank(appraised: &Appraised, method: Option<Method>) -> Ranked<'_> {
    let organisation = &appraised.organisation;
    let calculator = Calculator::new(organisation);
    let method = method.unwrap_or(organisation.method);
    let (closed, open): (Vec<&AppraisedCase>, Vec<&AppraisedCase>) =
        appraised.cases.iter().partition(|case| case.case.is_closed());
    let candidates: Vec<Candidate<'_>> =
        open.into_iter().map(|case| candidate(case, &calculator, method)).collect();
    Ranked {
        ranking: choose::rank(&candidates, method),
        candidates,
        closed: closed.into_iter().map(|case| case.case.id.as_str()).collect(),
    }
}

fn candidate<'a>(appraised: &'a AppraisedCase, calculator: &Calculator<'a>, method: Method) -> Candidate<'a> {
    let (case, appraisal) = (&appraised.case, &appraised.appraisal);
    let own = Candidate { case, appraisal, lacks: None };
    let at_start = own.value(method).filter(|value| value.is_negative());
    let best = at_start.and_then(|value| best_over_starts(case, calculator, method).or(Some(value)));
    Candidate { lacks: best.filter(|best| best.is_negative()).map(Kroner::abs), ..own }
}

/// The method's highest value over every start the case may have.
fn best_over_starts<'a>(case: &'a Case, calculator: &Calculator<'a>, method: Method) -> Option<Kroner> {
    let first = case.start?;
    let last = case.latest_start.unwrap_or(first);
    let values = first.through(last).filter_map(|start| {
        let valuation = calculator.appraise_from(case, start).ok()?.value?;
        Some(valuation.value_by(method))
    });
    values.max()
}
