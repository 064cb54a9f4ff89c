//! The list where nothing is limited: what krever, utelukker, må-groups and locks make of each case.
//!
//! Only those bind cases to each other, so each set of cases that they bind is solved apart, and a case that
//! nothing binds is not searched for at all. The order is by each case's own facts, so that taking one out
//! never reorders the rest; what is chosen decides whether a case is in, when it starts, and why.

use super::answer::{AGAIN, Answer, Depth, Renewed};
use super::choice::{Choice, ChoiceLine, Status, Verdict};
use super::duties::{Requirements, Standing};
use super::failure::NoChoice;
use super::lines::{Lines, nothing, status_of};
use super::model::Model;
use super::order::{Ordered, by_own_facts};
use super::waiting::Care;
use super::why::{Because, Placing, Why};
use super::{clash, remarks, usage};
use crate::units::Overflow;
use a3_solver::{Effort, Item, Picks, Prior, Problem, Solved, solve};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// Nodes of the search among cases that bind each other.
const EFFORT: Effort = Effort::of(100_000);

/// The list.
pub(super) fn list(model: &Model<'_>, explained_one: &(dyn Fn() + Sync)) -> Result<Choice, NoChoice> {
    let sets = model.problem.sets(&vec![true; model.problem.items.len()]);
    let solved: Vec<(Model<'_>, Solved)> = sets
        .par_iter()
        .map(|items| {
            let part = model.part(items);
            let solved = fullest(&part.problem, best(&part.problem));
            (part, solved)
        })
        .collect();
    if solved.iter().any(|(_, solved)| *solved == Solved::Impossible) {
        let conflict = clash::conflict(model, EFFORT.at_most(AGAIN));
        return Ok(nothing(model, Status::Impossible(conflict)));
    }
    let answers: Option<Vec<Answer<'_, '_>>> = solved.iter().map(answer).collect();
    let Some(answers) = answers else { return Ok(nothing(model, Status::Limit { gap: None })) };
    let whole = joined(model, &sets, &answers)?;
    usage::check(&whole)?;
    let needs = Requirements::of(&model.contest);
    let lines: Result<Vec<Vec<Ordered>>, Overflow> = answers
        .par_iter()
        .map(|answer| {
            let lines = Lines { model: answer.model, needs: &needs };
            let items = (0..answer.model.entrants.len()).filter_map(|item| {
                let line = entrant(lines, answer, item);
                explained_one();
                line.transpose()
            });
            items.collect()
        })
        .collect();
    let others = Lines { model, needs: &needs }.others(Verdict::Waiting);
    Ok(Choice {
        method: model.contest.method,
        is_limited: false,
        status: status_of(whole.gap),
        lines: by_own_facts(lines?.into_iter().flatten(), others, &model.contest),
        sum: None,
        savings: Vec::new(),
        savings_price: None,
        frames: Vec::new(),
        // Where no case can be listed, as when a3.yaml has errors, nothing is known of the locks.
        remarks: if model.contest.candidates.is_empty() { Vec::new() } else { remarks::of(&whole) },
    })
}

/// The best choice; where there is one case alone, without a search.
fn best(problem: &Problem) -> Solved {
    let [item] = problem.items.as_slice() else { return solve(problem, EFFORT) };
    let picks = (0..item.starts.len()).map(Some).chain([None]).map(|pick| vec![pick]);
    let all = picks.filter_map(|picks| Some((problem.worth(&picks)?, picks)));
    match all.min_by(|(one, _), (other, _)| one.compare(other)) {
        Some((worth, picks)) => Solved::Found { picks, worth, gap: 0 },
        None => Solved::Impossible,
    }
}

/// The same with each case that it is as good with: where nothing is limited, one that gives nothing has its place too.
fn fullest(problem: &Problem, best: Solved) -> Solved {
    let Solved::Found { mut picks, mut worth, gap: 0 } = best else { return best };
    loop {
        let is_in = |item: usize| problem.start(&picks, item).is_some();
        let mut kept = problem.clone();
        kept.items.iter_mut().enumerate().for_each(|(place, item)| item.locked_in |= is_in(place));
        let gives = |item: &Item| item.starts.iter().any(|start| start.value >= 0);
        let others = problem.items.iter().enumerate().filter(|(place, item)| !is_in(*place) && gives(item));
        let others: Vec<usize> = others.map(|(place, _)| place).collect();
        match self::best(&kept.with_one_of(&others)) {
            Solved::Found { picks: with, worth: larger, gap: 0 }
                if larger.less_value_than(&worth) == Some(0) =>
            {
                (picks, worth) = (with, larger);
            }
            Solved::Found { .. } | Solved::Impossible | Solved::Unknown => break,
        }
    }
    Solved::Found { picks, worth, gap: 0 }
}

fn answer<'m, 'a>((model, solved): &'m (Model<'a>, Solved)) -> Option<Answer<'m, 'a>> {
    let Solved::Found { picks, worth, gap } = solved else { return None };
    let again = Some(Renewed { effort: EFFORT.at_most(AGAIN), known: Prior::default(), depth: Depth::Proof });
    Some(Answer { model, picks: picks.clone(), worth: worth.clone(), gap: *gap, again })
}

/// What is chosen of all sets together.
fn joined<'m, 'a>(
    model: &'m Model<'a>,
    sets: &[Vec<usize>],
    answers: &[Answer<'_, 'a>],
) -> Result<Answer<'m, 'a>, NoChoice> {
    let mut picks: Picks = vec![None; model.problem.items.len()];
    for (items, answer) in sets.iter().zip(answers) {
        for (item, pick) in items.iter().zip(&answer.picks) {
            if let Some(of) = picks.get_mut(*item) {
                *of = *pick;
            }
        }
    }
    let worth = model.problem.worth(&picks).ok_or(NoChoice::Broken(None))?;
    let gap = answers.iter().map(|answer| answer.gap).fold(0, i128::saturating_add);
    Ok(Answer { model, picks, worth, gap, again: None })
}

/// The line of a case, as it is where nothing is limited.
fn entrant(lines: Lines<'_, '_>, answer: &Answer<'_, '_>, item: usize) -> Result<Option<Ordered>, Overflow> {
    let Some(line) = lines.entrant(answer, item, Care::Solved)? else { return Ok(None) };
    let line = match line.why {
        Why::Chosen { because, timing } => {
            let because = if line.standing == Standing::Must && because != Because::Locked {
                let case = lines.model.entrants.get(item).map(|entrant| entrant.case);
                Because::Must(case.map(|case| lines.needs.met_also_by_others(case)).unwrap_or_default())
            } else {
                in_place(because)
            };
            ChoiceLine { why: Why::Chosen { because, timing }, ..line }
        }
        why @ (Why::Plain(_) | Why::Waits { .. } | Why::Nothing) => ChoiceLine { why, ..line },
    };
    Ok(Some(lines.placed(item, line)))
}

/// What a case that may wait is on the list for; how it lies against the others is found when all are in order.
fn in_place(because: Because) -> Because {
    match because {
        kept @ (Because::Locked | Because::RequiredBy(_)) => kept,
        Because::Value
        | Because::Others
        | Because::Duty(_)
        | Because::Savings(_)
        | Because::Saves { .. }
        | Because::Must(_)
        | Because::Placed(_) => Because::Placed(Placing::Highest),
    }
}
