//! How much more of the frames lets everything hold where no frame alone is enough.

use super::frame::Frame;
use super::model::Model;
use super::parts::MOST;
use super::why::Gap;
use a3_solver::{Effort, Lack, Picks, Problem, Solved, solve};

/// Frames whose lack is weighed together: as many as a problem has demands.
const AT_ONCE: usize = 4;

/// Nodes of the search for each frame alone.
const ALONE: u64 = 100;

/// The frames and years that are broken in a choice that keeps all else, and by how much: with that
/// much more of each, everything holds. Other frames than those are kept where they can be, and of
/// the choices left, one that breaks fewest steps (0,1 årsverk, 100 000 kr) is taken, as far as the
/// effort goes. Empty where no frame is to blame, or no such choice is found.
pub(super) fn extension(model: &Model<'_>, clashing: &[usize], effort: Effort) -> Vec<Gap> {
    let bare = model.problem.bare().without_idle();
    let rough = |open: &[usize]| found(&without(&bare, open), effort.at_most(ALONE));
    let mut breakable: Vec<usize> = (0..bare.limits.len())
        .filter(|row| bare.limits.get(*row).is_some_and(|limit| bare.most_used(*row) > *limit))
        .collect();
    breakable.sort_by_key(|row| clashing.contains(row));
    let Some(mut picks) = found(&without(&bare, &breakable), effort) else { return Vec::new() };
    let mut open = breakable.clone();
    for row in &breakable {
        let fewer: Vec<usize> = open.iter().copied().filter(|other| other != row).collect();
        if let Some(closer) = rough(&fewer) {
            (open, picks) = (fewer, closer);
        }
    }
    // There may be places left to weigh more frames: then less may have to be broken in all.
    let others: Vec<usize> = breakable.iter().rev().copied().filter(|row| !open.contains(row)).collect();
    let places = AT_ONCE.saturating_sub(open.len());
    open.extend(others.into_iter().take(places));
    let picks = closest(model, &bare, Broken { open, picks }, effort);
    let used = bare.used(&picks);
    let rows = used.iter().zip(&bare.limits).enumerate().filter(|(_, (used, limit))| used > limit);
    let gaps = rows.map(|(row, (used, limit))| {
        let by = used.checked_sub(*limit)?;
        model.gap(model.sayable(Lack { row, by })).ok()
    });
    gaps.collect::<Option<_>>().unwrap_or_default()
}

/// A choice that breaks no other frames than those that are open.
struct Broken {
    open: Vec<usize>,
    picks: Picks,
}

/// The choice that breaks fewest steps of the open frames, from one that breaks no others; that one
/// again where no better is found.
fn closest(model: &Model<'_>, bare: &Problem, broken: Broken, effort: Effort) -> Picks {
    let Broken { mut open, mut picks } = broken;
    let mut problem = bare.clone();
    // More than are weighed together are made as small as can be, one after the other.
    while open.len() > AT_ONCE {
        let row = open.remove(0);
        if let Some(less) = found(&without(&problem, &open).least_of(row), effort.at_most(ALONE)) {
            picks = less;
        }
        let used = bare.used(&picks).get(row).copied().unwrap_or(i128::MAX);
        if let Some(limit) = problem.limits.get_mut(row) {
            *limit = used.max(*limit);
        }
    }
    let weighed = weighed(&problem, model, &open);
    weighed.and_then(|weighed| found(&weighed, effort)).unwrap_or(picks)
}

fn found(problem: &Problem, effort: Effort) -> Option<Picks> {
    match solve(problem, effort) {
        Solved::Found { picks, .. } => Some(picks),
        Solved::Impossible | Solved::Unknown => None,
    }
}

/// A problem without some of its frames.
fn without(problem: &Problem, open: &[usize]) -> Problem {
    let mut changed = problem.clone();
    for row in open {
        changed.leave_out(*row);
    }
    changed
}

/// Each open frame as something demanded, of which as little as can be is missing.
fn weighed(problem: &Problem, model: &Model<'_>, open: &[usize]) -> Option<Problem> {
    let mut changed = without(problem, open);
    for (place, row) in open.iter().enumerate() {
        let steps = match model.rows.get(*row)?.at.frame {
            Frame::Capacity(_) => 1_000_000,
            Frame::Investment | Frame::Restructuring => 1,
        };
        let weight = |parts: i128| parts.checked_mul(steps)?.checked_neg().filter(|it| it.abs() <= MOST);
        *changed.demands.get_mut(place)? = Some(weight(*problem.limits.get(*row)?)?);
        let starts = problem.items.iter().flat_map(|item| &item.starts);
        for (start, own) in changed.starts_mut().zip(starts) {
            *start.savings.get_mut(place)? = weight(own.used_of(*row))?;
        }
    }
    Some(changed)
}
