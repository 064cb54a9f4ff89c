//! Which demands cannot all hold, and the least that is missing.

use super::choice::{Clash, Conflict, Demand};
use super::entrant::{Bar, Kept};
use super::extension::extension;
use super::model::Model;
use super::parts::amount;
use crate::units::Decimal;
use a3_solver::{Effort, Lack, Problem, Solved, solve};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::mem::discriminant;

/// A demand as the problem knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    Requires(usize),
    Excludes(usize),
    Row(usize),
    Barred(Barred),
    LockedIn(usize),
    Duty(usize),
}

/// One of the things that keep a case out, by its place among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Barred {
    item: usize,
    bar: usize,
}

/// Demands of a kind are tried together first, in this order.
const KINDS: [Held; 6] = [
    Held::Requires(0),
    Held::Excludes(0),
    Held::Row(0),
    Held::Barred(Barred { item: 0, bar: 0 }),
    Held::LockedIn(0),
    Held::Duty(0),
];

/// Nodes of the search for whether to let go of one demand is enough.
const ENOUGH: u64 = 100;

/// What clashes, and what it takes to fix it.
pub(super) fn conflict(model: &Model<'_>, effort: Effort) -> Conflict {
    let kept = smallest(model, effort);
    let rows: Vec<usize> = kept.iter().filter_map(|held| row_of(*held)).collect();
    let clashes = kept.par_iter().filter_map(|held| clash(model, *held, &kept, effort));
    let clashes: Vec<Clash> = clashes.collect();
    let fixes = |clash: &Clash| clash.is_enough && matches!(clash.demand, Demand::Frame(_));
    let is_fixed = clashes.iter().any(fixes);
    let extension = if is_fixed { Vec::new() } else { extension(model, &rows, effort) };
    Conflict { clashes, extension }
}

/// A smallest set of clashing demands: each demand is taken away in turn, first all of a kind together,
/// and left away where the rest still cannot hold. What the effort does not settle is kept.
fn smallest(model: &Model<'_>, effort: Effort) -> Vec<Held> {
    let mut kept = demands(model);
    for kind in KINDS.map(|kind| discriminant(&kind)) {
        let without: Vec<Held> = kept.iter().copied().filter(|held| discriminant(held) != kind).collect();
        if without.len() < kept.len() && is_impossible(model, &without, effort) {
            kept = without;
        }
    }
    kept = few_rows(model, kept, effort);
    let mut place = 0_usize;
    while let Some(tried) = kept.get(place).copied() {
        let without: Vec<Held> = kept.iter().copied().filter(|held| *held != tried).collect();
        if is_impossible(model, &without, effort) {
            kept = without;
        } else {
            place = place.saturating_add(1);
        }
    }
    kept
}

/// The same demands with one frame alone, in one year or in all, where that cannot hold: few frames are
/// soon searched, and a clash in one is the easiest to fix.
fn few_rows(model: &Model<'_>, kept: Vec<Held>, effort: Effort) -> Vec<Held> {
    let frame = |row: usize| model.rows.get(row).map(|row| &row.at.frame);
    let rows = || kept.iter().filter_map(|held| row_of(*held));
    let years = rows().map(|row| vec![row]);
    let frames = rows().map(|row| rows().filter(|other| frame(*other) == frame(row)).collect());
    for alone in years.chain(frames) {
        let is_left = |held: &Held| row_of(*held).is_none_or(|row| alone.contains(&row));
        let fewer: Vec<Held> = kept.iter().copied().filter(is_left).collect();
        if fewer.len() < kept.len() && is_impossible(model, &fewer, effort) {
            return fewer;
        }
    }
    kept
}

const fn row_of(held: Held) -> Option<usize> {
    match held {
        Held::Row(row) => Some(row),
        Held::Requires(_) | Held::Excludes(_) | Held::Barred(_) | Held::LockedIn(_) | Held::Duty(_) => None,
    }
}

fn demands(model: &Model<'_>) -> Vec<Held> {
    let Problem { items, limits, requires, excludes, groups, .. } = &model.problem;
    let entrants = model.entrants.iter().enumerate();
    let barred = entrants.flat_map(|(item, entrant)| {
        (0..entrant.bars.len()).map(move |bar| Held::Barred(Barred { item, bar }))
    });
    let locked = items.iter().enumerate().filter(|(_, item)| item.locked_in).map(|(item, _)| item);
    (0..requires.len())
        .map(Held::Requires)
        .chain((0..excludes.len()).map(Held::Excludes))
        .chain((0..limits.len()).map(Held::Row))
        .chain(barred)
        .chain(locked.map(Held::LockedIn))
        .chain((0..groups.len()).map(Held::Duty))
        .collect()
}

fn is_impossible(model: &Model<'_>, held: &[Held], effort: Effort) -> bool {
    solve(&holding(model, held), effort) == Solved::Impossible
}

/// The problem with only these demands.
fn holding(model: &Model<'_>, held: &[Held]) -> Problem {
    let mut problem = model.problem.bare();
    for (place, entrant) in model.entrants.iter().enumerate() {
        let Some(item) = problem.items.get_mut(place) else { continue };
        let bars = entrant.bars.iter().enumerate();
        let bars = bars.filter(|(bar, _)| held.contains(&Held::Barred(Barred { item: place, bar: *bar })));
        let bars: Vec<Bar<'_>> = bars.map(|(_, bar)| *bar).collect();
        let is_locked = held.contains(&Held::LockedIn(place));
        item.starts = entrant.with(Kept { bars: &bars, is_locked });
        item.locked_in &= is_locked;
    }
    let mut problem = problem.bare();
    let left = |at: usize, held_as: fn(usize) -> Held| held.contains(&held_as(at));
    problem.requires = kept(&problem.requires, |at| left(at, Held::Requires));
    problem.excludes = kept(&problem.excludes, |at| left(at, Held::Excludes));
    problem.groups = kept(&problem.groups, |at| left(at, Held::Duty));
    for row in (0..problem.limits.len()).filter(|row| !left(*row, Held::Row)) {
        problem.leave_out(row);
    }
    problem.without_idle()
}

fn kept<T: Clone>(all: &[T], is_kept: impl Fn(usize) -> bool) -> Vec<T> {
    all.iter().enumerate().filter(|(at, _)| is_kept(*at)).map(|(_, one)| one.clone()).collect()
}

/// A demand with what is missing of it, and whether to let go of it alone is enough.
fn clash(model: &Model<'_>, held: Held, kept: &[Held], effort: Effort) -> Option<Clash> {
    let demand = demand(model, held)?;
    if let Held::Row(row) = held {
        let alone = least_missing(model, &model.problem, row, effort);
        let missing = alone.or_else(|| least_missing(model, &holding(model, kept), row, effort));
        return Some(Clash { demand, missing, is_enough: alone.is_some() });
    }
    let without: Vec<Held> = demands(model).into_iter().filter(|other| *other != held).collect();
    let effort = effort.at_most(ENOUGH);
    let is_enough = matches!(solve(&holding(model, &without), effort), Solved::Found { .. });
    Some(Clash { demand, missing: None, is_enough })
}

fn demand(model: &Model<'_>, held: Held) -> Option<Demand> {
    let id = |item: usize| model.id(item).to_owned();
    Some(match held {
        Held::Requires(at) => {
            let (one, other) = model.problem.requires.get(at)?;
            Demand::Requires(id(*one), id(*other))
        }
        Held::Excludes(at) => {
            let (one, other) = model.problem.excludes.get(at)?;
            Demand::Excludes(id(*one), id(*other))
        }
        Held::Row(row) => Demand::Frame(model.rows.get(row)?.at.clone()),
        Held::Barred(Barred { item, bar }) => match *model.entrants.get(item)?.bars.get(bar)? {
            Bar::LockedOut => Demand::LockedOut(id(item)),
            Bar::Excluded(other) => Demand::Excludes(id(item), other.to_owned()),
            Bar::Requires(other) | Bar::Later(other) => Demand::Requires(id(item), other.to_owned()),
        },
        Held::LockedIn(item) => Demand::LockedIn(id(item)),
        Held::Duty(group) => Demand::Duty {
            requirement: (*model.duties.get(group)?).to_owned(),
            cases: model.problem.groups.get(group)?.iter().map(|item| id(*item)).collect(),
        },
    })
}

/// The least more of a frame with which all else of a problem holds; none where nothing is enough.
fn least_missing(model: &Model<'_>, problem: &Problem, row: usize, effort: Effort) -> Option<Decimal> {
    let open = problem.least_of(row);
    let Solved::Found { picks, gap: 0, .. } = solve(&open, effort) else { return None };
    let used = open.used(&picks).get(row).copied()?;
    let by = used.saturating_sub(model.problem.limits.get(row).copied()?);
    amount(model.sayable(Lack { row, by }).by).ok()
}
