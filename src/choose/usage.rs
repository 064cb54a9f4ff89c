//! The use of every frame in exact decimals: the answer checked again, and what a step more gives.

use super::answer::Answer;
use super::choice::{FrameUse, Savings};
use super::failure::NoChoice;
use super::frame::FrameRow;
use super::model::Model;
use super::parts::kroner;
use crate::units::{Decimal, Kroner, Overflow};
use a3_solver::{Lack, Solved};
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// Holds the answer against every frame in exact decimals, and against all else that has to hold.
pub(super) fn check(answer: &Answer<'_, '_>) -> Result<(), NoChoice> {
    for row in &answer.model.rows {
        if used(answer, row)? > row.limit {
            return Err(NoChoice::Broken(Some(row.at.clone())));
        }
    }
    let holds = answer.problem().worth(&answer.picks).as_ref() == Some(&answer.worth);
    if holds { Ok(()) } else { Err(NoChoice::Broken(None)) }
}

/// What decided and chosen cases use of a frame.
fn used(answer: &Answer<'_, '_>, row: &FrameRow) -> Result<Decimal, Overflow> {
    let mut used = row.decided;
    for item in answer.chosen() {
        let entrant = answer.model.entrants.get(item).ok_or(Overflow)?;
        let offer = answer.offer(item).ok_or(Overflow)?;
        used = used.checked_add(row.at.used_by(entrant.case, offer)?).ok_or(Overflow)?;
    }
    Ok(used)
}

/// Every frame and year with its use and its shadow value.
pub(super) fn frames(answer: &Answer<'_, '_>) -> Result<Vec<FrameUse>, Overflow> {
    let rows = answer.model.rows.par_iter().enumerate();
    let uses = rows.map(|(place, row)| {
        let (shadow, is_proven) = match shadow(answer, place, row)? {
            Shadow::Proven(gives) => (Some(gives), true),
            Shadow::Found(gives) => (Some(gives), false),
            Shadow::Unknown => (None, false),
        };
        Ok(FrameUse { at: row.at.clone(), used: used(answer, row)?, limit: row.limit, shadow, is_proven })
    });
    uses.collect()
}

/// What one step more of a frame gives.
enum Shadow {
    Proven(Kroner),
    /// At least this.
    Found(Kroner),
    /// It is not known, or goes to duties or innsparingskrav: they go before value.
    Unknown,
}

/// Every frame and year with what decided cases use, where nothing is chosen.
pub(super) fn of_decided(model: &Model<'_>) -> Vec<FrameUse> {
    let uses = model.rows.iter().map(|row| FrameUse {
        at: row.at.clone(),
        used: row.decided,
        limit: row.limit,
        shadow: None,
        is_proven: false,
    });
    uses.collect()
}

/// What one step more would have given, by solving again; nothing where all there is to use fits.
fn shadow(answer: &Answer<'_, '_>, place: usize, row: &FrameRow) -> Result<Shadow, Overflow> {
    let limit = answer.problem().limits.get(place).copied().unwrap_or(0);
    if answer.problem().most_used(place) <= limit {
        return Ok(Shadow::Proven(Kroner::ZERO));
    }
    let raised = answer.problem().raised(Lack { row: place, by: row.step()? });
    let Some(Solved::Found { worth, gap, .. }) = answer.near_best(&raised) else {
        return Ok(Shadow::Unknown);
    };
    let Some(less) = worth.less_value_than(&answer.worth) else { return Ok(Shadow::Unknown) };
    // What is chosen now holds with a step more too.
    let gives = kroner(less.saturating_neg().max(0))?;
    Ok(if answer.gap == 0 && gap == 0 { Shadow::Proven(gives) } else { Shadow::Found(gives) })
}

/// innsparingskrav of each plan year that has one, in exact decimals.
pub(super) fn savings(answer: &Answer<'_, '_>) -> Result<Vec<Savings>, Overflow> {
    let model = answer.model;
    let savings = model.savings_demands().into_iter().map(|(place, (year, demand))| {
        let chosen = answer.chosen().filter_map(|item| answer.offer(item)?.savings.get(place).copied());
        let reached = model.saved_by_decided(place)?.plus(Kroner::sum(chosen)?)?;
        let missing = demand.minus(reached)?.max(Kroner::ZERO);
        Ok(Savings { year, demand, reached, missing })
    });
    savings.collect()
}
