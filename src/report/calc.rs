//! Cases → what each is worth, and how sure that is.

use super::{Appraised, AppraisedCase, Ending, RankReport, Watch, Work, appraise};
use crate::calc::Calculator;
use crate::model::Case;
use crate::repository::{Repository, WorldError};
use crate::simulate::{Settings, Uncertainty, WhyUnknown, simulate};
use chrono::NaiveDate;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// What `a3 calc` is asked for.
#[derive(Debug, Clone, Copy)]
pub struct CalcWanted {
    /// Today.
    pub day: NaiveDate,
    /// How each case is drawn; none where only expected values are asked for.
    pub draws: Option<Settings>,
}

/// What `a3 calc` found.
#[derive(Debug)]
pub struct CalcReport {
    /// The cases, calculated.
    pub appraised: Appraised,
    /// How sure each is, in the order of [`Appraised::cases`].
    pub uncertainty: Vec<Uncertainty>,
}

impl CalcReport {
    /// Every case, and how sure it is.
    pub fn cases(&self) -> impl Iterator<Item = (&AppraisedCase, &Uncertainty)> + Clone {
        self.appraised.cases.iter().zip(&self.uncertainty)
    }

    /// Gives the cases that are chosen the start they are chosen with, and the figures of that start; the others are
    /// as they are written.
    pub fn start_as_chosen(&mut self, list: &RankReport, draws: Option<Settings>) {
        let Appraised { organisation, cases, .. } = &mut self.appraised;
        let calculator = Calculator::new(organisation);
        for (of, uncertainty) in cases.iter_mut().zip(&mut self.uncertainty) {
            let start = list.chosen_start(&of.path);
            if start.is_none() || start == of.case.start {
                continue;
            }
            let case = Box::new(Case { start, ..(*of.case).clone() });
            let Ok(appraisal) = calculator.appraise(&case) else { continue };
            if let Some(settings) = draws {
                *uncertainty = simulate(&calculator, &case, settings);
            }
            (of.case, of.appraisal) = (case, appraisal);
        }
    }

    /// How `a3 calc` ends.
    pub fn ending(&self) -> Ending {
        self.appraised.ending()
    }
}

/// Calculates the cases asked for.
///
/// # Errors
/// [`WorldError`] where something is missing or cannot be read.
pub fn calc(repository: &Repository, wanted: CalcWanted, watch: Watch<'_>) -> Result<CalcReport, WorldError> {
    let appraised = appraise(repository, wanted.day)?;
    let uncertainty = match wanted.draws {
        Some(settings) => drawn(&appraised, settings, watch),
        None => vec![Uncertainty::Unknown(WhyUnknown::NotAsked); appraised.cases.len()],
    };
    Ok(CalcReport { appraised, uncertainty })
}

/// Draws every case that could be appraised, on all cores, in the order of the cases.
pub fn drawn(appraised: &Appraised, settings: Settings, watch: Watch<'_>) -> Vec<Uncertainty> {
    let calculator = Calculator::new(&appraised.organisation);
    let step = watch(Work::Drawing { cases: appraised.cases.len(), draws: settings.draws });
    let one = |case: &AppraisedCase| {
        let uncertainty = simulate(&calculator, &case.case, settings);
        step();
        uncertainty
    };
    appraised.cases.par_iter().map(one).collect()
}
