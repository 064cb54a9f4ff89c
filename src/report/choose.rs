//! appraisals at every start, and frames → the best choice.

use super::appraise::{Appraised, AppraisedCase};
use crate::calc::{Calculator, Valuation};
use crate::choose::{self, Candidate, Choice, Contest, Effort, NoChoice, Offer, Settlement};
use crate::model::{Case, Frames, Method, Organisation};
use crate::units::Year;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeSet;

/// The open cases at every start they may have: what choices under one or several frames are made from.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    /// The organisation they belong to.
    pub organisation: &'a Organisation,
    /// What is summed.
    pub method: Method,
    /// The open cases with their appraisals, by path.
    pub candidates: Vec<Candidate<'a>>,
    /// What each candidate comes to at every start it may have.
    pub offers: Vec<Vec<Offer>>,
    /// Finished cases, which are not chosen from.
    pub closed: Vec<&'a Case>,
}

/// Appraises every open case at every start it may have, by the organisation's method or another.
///
/// # Errors
/// [`NoChoice`] where a figure does not fit.
pub fn field(appraised: &Appraised, method: Option<Method>) -> Result<Field<'_>, NoChoice> {
    let organisation = &appraised.organisation;
    let method = method.unwrap_or(organisation.method);
    let calculator = Calculator::new(organisation);
    let (closed, open): (Vec<&AppraisedCase>, Vec<&AppraisedCase>) =
        appraised.cases.iter().partition(|case| case.case.is_over());
    let offers = open.par_iter().map(|case| offers(case, &calculator, method));
    let offers: Vec<Vec<Offer>> = offers.collect::<Result<_, NoChoice>>()?;
    Ok(Field {
        organisation,
        method,
        candidates: open
            .iter()
            .map(|open| Candidate { case: &open.case, appraisal: &open.appraisal })
            .collect(),
        offers,
        closed: closed.into_iter().map(|closed| &*closed.case).collect(),
    })
}

impl Field<'_> {
    /// The best choice within these frames, or the list where nothing is limited. A step each time a case
    /// is explained.
    ///
    /// # Errors
    /// As for [`choose::choose`].
    pub fn choose(
        &self,
        frames: Option<&Frames>,
        effort: Effort,
        step: &(dyn Fn() + Sync),
    ) -> Result<Choice, NoChoice> {
        choose::choose_watched(self.contest(frames, &self.offers), effort, step)
    }

    /// What becomes of each candidate within these frames, without why.
    ///
    /// # Errors
    /// As for [`choose::settle`].
    pub fn settle(&self, frames: Option<&Frames>, effort: Effort) -> Result<Vec<Settlement>, NoChoice> {
        choose::settle(self.contest(frames, &self.offers), effort)
    }

    /// What is chosen from, with these figures at every start.
    pub(super) fn contest<'c>(&'c self, frames: Option<&'c Frames>, offers: &'c [Vec<Offer>]) -> Contest<'c> {
        Contest {
            organisation: self.organisation,
            frames,
            method: self.method,
            candidates: &self.candidates,
            offers,
            closed: &self.closed,
        }
    }
}

/// The case at every start of its window and at its lock's start; a decided case at its own alone.
fn offers<'a>(
    open: &'a AppraisedCase,
    calculator: &Calculator<'a>,
    method: Method,
) -> Result<Vec<Offer>, NoChoice> {
    let (case, organisation) = (&*open.case, calculator.organisation);
    let Some(own) = &open.appraisal.value else { return Ok(Vec::new()) };
    let offer = |valuation: &Valuation| Offer::of(valuation, method, organisation.plan_years());
    if case.is_decided() {
        return Ok(vec![offer(own)?]);
    }
    let first = own.schedule.start;
    let window = first.through(case.latest_start.unwrap_or(first));
    let locked = organisation.locked.get(&case.id).and_then(|lock| lock.start);
    let starts: BTreeSet<Year> = window.chain(locked).collect();
    let mut offers = Vec::with_capacity(starts.len());
    for start in starts {
        if start == first {
            offers.push(offer(own)?);
            continue;
        }
        let value = calculator.appraise_from(case, start).ok().and_then(|appraisal| appraisal.value);
        offers.extend(value.as_ref().map(offer).transpose()?);
    }
    Ok(offers)
}
