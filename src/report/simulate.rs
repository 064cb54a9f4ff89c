//! appraisals → how sure each is.

use super::appraise::{Appraised, AppraisedCase};
use crate::calc::Calculator;
use crate::simulate::{self, Settings, Uncertainty};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// Draws every case that could be appraised, on all cores, in the order of the cases. `done` is
/// told each time a case is finished.
#[must_use]
pub fn simulate(appraised: &Appraised, settings: Settings, done: &(dyn Fn() + Sync)) -> Vec<Uncertainty> {
    let calculator = Calculator::new(&appraised.organisation);
    let one = |case: &AppraisedCase| {
        let uncertainty = simulate::simulate(&calculator, &case.case, settings);
        done();
        uncertainty
    };
    appraised.cases.par_iter().map(one).collect()
}
