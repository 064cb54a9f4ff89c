//! The best choice within the frames, every case with why it is where it is; without frames the list where
//! nothing is limited.
//!
//! contest → [`Model`] (whole numbers) → solved → checked again in exact decimals → each case
//! explained by solving again, all cores at once and in a fixed order.

use super::answer::{AGAIN, Answer, BRIEF, Depth, Renewed, again_among};
use super::choice::{Choice, ChoiceLine, Remark, Status, Verdict};
use super::clash::conflict;
use super::contest::Contest;
use super::duties::Requirements;
use super::failure::NoChoice;
use super::fate::Fate;
use super::lines::{Lines, nothing, status_of};
use super::model::Model;
use super::order::by_what_is_shown;
use super::waiting::Care;
use super::why::{Waits, Why};
use super::{remarks, unlimited, usage};
use crate::units::{Kroner, Overflow, Year};
use a3_solver::{Effort, Prior, Solved, solve, solve_near};
use rayon::prelude::{IntoParallelIterator, ParallelIterator};

/// Above this many waiting cases each is only added to the choice as it is.
const MOST_SOLVED: usize = 60;

/// Above this many cases one frame is tried for each waiting case, and not all that stop it.
const MOST_THOROUGH: usize = 20;

/// Chooses. The same contest gives the same choice, on any number of threads.
///
/// # Errors
/// [`NoChoice`] where figures are too large to weigh, or the answer does not hold when it is checked again.
pub fn choose(contest: Contest<'_>, effort: Effort) -> Result<Choice, NoChoice> {
    choose_watched(contest, effort, &|| ())
}

/// The same, telling each time a case is explained.
///
/// # Errors
/// As for [`choose`].
pub fn choose_watched(
    contest: Contest<'_>,
    effort: Effort,
    explained_one: &(dyn Fn() + Sync),
) -> Result<Choice, NoChoice> {
    let model = Model::of(contest)?;
    if contest.frames.is_none() {
        return unlimited::list(&model, explained_one);
    }
    let again = effort.at_most(AGAIN);
    // What cannot hold is found soonest among the few cases that something asks for.
    let asked_for = model.problem.bare().without_idle();
    if solve(&asked_for, again) == Solved::Impossible {
        return Ok(nothing(&model, Status::Impossible(conflict(&model, again))));
    }
    let brief = (effort.at_most(BRIEF), Depth::Brief);
    let proof = (effort.at_most(again_among(model.entrants.len())), Depth::Proof);
    let (solved, (again, depth)) = match solve(&model.problem, again) {
        solved @ (Solved::Found { gap: 0, .. } | Solved::Impossible) => (solved, proof),
        Solved::Found { picks, worth, gap } => {
            let closer = solve_near(&model.problem, effort, &Prior::of(picks));
            (closer.no_further(&worth, gap), brief)
        }
        Solved::Unknown => (solve(&model.problem, effort), brief),
    };
    match solved {
        Solved::Found { picks, worth, gap } => {
            let again = Some(Renewed { effort: again, known: Prior::of(picks.clone()), depth });
            let answer = Answer { model: &model, picks, worth, gap, again };
            usage::check(&answer)?;
            Ok(explained(&answer, explained_one)?)
        }
        Solved::Impossible => {
            Ok(nothing(&model, Status::Impossible(conflict(&model, effort.at_most(AGAIN)))))
        }
        Solved::Unknown => Ok(nothing(&model, Status::Limit { gap: None })),
    }
}

/// What becomes of each candidate, and when it starts, without why: a small part of the work of [`choose`], and
/// the same where the effort suffices. Nothing where nothing holds, or nothing was found.
///
/// # Errors
/// As for [`choose`].
pub fn settle(contest: Contest<'_>, effort: Effort) -> Result<Vec<Settlement>, NoChoice> {
    let settled = |lines: &mut dyn Iterator<Item = ChoiceLine>| {
        let settlement = |of: ChoiceLine| Settlement {
            candidate: of.candidate,
            fate: of.fate(),
            start: of.start,
            why: of.why,
        };
        lines.map(settlement).collect()
    };
    let model = Model::of(contest)?;
    if contest.frames.is_none() {
        return Ok(settled(&mut unlimited::list(&model, &|| ())?.lines.into_iter()));
    }
    let Solved::Found { picks, .. } = solve(&model.problem, effort) else { return Ok(Vec::new()) };
    let needs = Requirements::of(&model.contest);
    let lines = Lines { model: &model, needs: &needs };
    Ok(settled(&mut lines.unexplained(&picks).chain(lines.others(Verdict::Waiting))))
}

/// What became of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// Position in the candidates.
    pub candidate: usize,
    /// What became of it.
    pub fate: Fate,
    /// Its first year, where it has one.
    pub start: Option<Year>,
    /// Why, where nothing is limited.
    pub why: Why,
}

fn explained(answer: &Answer<'_, '_>, explained_one: &(dyn Fn() + Sync)) -> Result<Choice, Overflow> {
    let model = answer.model;
    let needs = Requirements::of(&model.contest);
    let lines = Lines { model, needs: &needs };
    let waiting = (0..model.entrants.len()).filter(|item| lines.waits(answer, *item)).count();
    let care = match waiting {
        _ if !answer.is_solved_again() || waiting > MOST_SOLVED => Care::Added,
        _ if model.entrants.len() > MOST_THOROUGH => Care::Solved,
        _ => Care::Thorough,
    };
    let entrants: Result<Vec<Option<ChoiceLine>>, Overflow> = (0..model.entrants.len())
        .into_par_iter()
        .map(|item| {
            let line = lines.entrant(answer, item, care);
            explained_one();
            line
        })
        .collect();
    let all: Vec<ChoiceLine> =
        entrants?.into_iter().flatten().chain(lines.others(Verdict::Waiting)).collect();
    let lacks = |line: &ChoiceLine| {
        matches!(&line.why, Why::Waits { because: Waits::Room | Waits::Several { .. }, .. })
    };
    let is_rough = care == Care::Added && all.iter().any(lacks);
    let chosen = answer.chosen().filter_map(|item| answer.offer(item));
    let lines = by_what_is_shown(all.into_iter(), &model.contest);
    let remarks = remarks::of(answer).into_iter().chain(is_rough.then_some(Remark::LackAsAdded));
    let remarks = remarks.chain(answer.locks_together(&lines)?).collect();
    Ok(Choice {
        method: model.contest.method,
        is_limited: true,
        status: status_of(answer.gap),
        sum: Some(Kroner::sum(chosen.map(|offer| offer.value))?),
        savings: usage::savings(answer)?,
        savings_price: answer.savings_price(&lines)?,
        frames: usage::frames(answer)?,
        remarks,
        lines,
    })
}
