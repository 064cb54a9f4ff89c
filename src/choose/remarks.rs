//! What one should know of the starts that were chosen, and of alternatives that live differently long.

use super::answer::Answer;
use super::choice::{Annuity, Remark};
use super::duties::{Requirements, Standing};
use super::model::Model;
use crate::date::year;
use crate::model::{Amount, Case, Choice, Duty, Fulfilment};
use crate::units::Year;
use std::collections::{BTreeMap, BTreeSet};

/// Every remark, by case.
pub(super) fn of(answer: &Answer<'_, '_>) -> Vec<Remark> {
    let moved = answer.chosen().filter_map(|item| {
        let case = answer.model.entrants.get(item)?.case;
        let start = answer.offer(item)?.start;
        (case.start.is_some_and(|earliest| earliest < start)).then_some((case, start))
    });
    let mut remarks: Vec<Remark> = moved.flat_map(|(case, start)| of_later_start(case, start)).collect();
    remarks.extend(broken_locks(answer.model));
    remarks.extend(other_prices(answer.model));
    remarks.extend(untaken(answer.model));
    remarks.extend(broken_duties(answer));
    remarks.extend(clashes_of_decided(answer));
    remarks.extend(growing(answer.model));
    remarks.extend(annuities(answer));
    remarks.extend(frames_elsewhere(answer.model));
    remarks
}

/// Cases whose amounts stand in the prices of another year.
fn other_prices(model: &Model<'_>) -> Option<Remark> {
    let cases = model.contest.candidates.iter().map(|candidate| candidate.case);
    let others = cases.filter_map(|case| Some((case.id.clone(), case.in_other_prices()?.from)));
    let others: Vec<_> = others.collect();
    (!others.is_empty()).then_some(Remark::OtherPrices(others))
}

/// Unmet duties that no case takes on which is decided or may be chosen: of the register, and of the cases that are not
/// assessed.
fn untaken(model: &Model<'_>) -> Option<Remark> {
    let candidates = model.contest.candidates;
    let needs = Requirements::of(&model.contest);
    let register = &model.contest.organisation.requirements;
    let open = register.iter().filter(|known| known.today != Fulfilment::Yes).map(Duty::from);
    let dropped = candidates.iter().filter(|candidate| needs.standing(candidate) == Standing::NotAssessed);
    let dropped = dropped.flat_map(|candidate| candidate.case.duties.iter().cloned());
    let mut seen = BTreeSet::new();
    let untaken = open.chain(dropped).filter(|duty| !needs.is_taken(duty) && seen.insert(duty.id.clone()));
    let untaken: Vec<String> = untaken.map(|duty| duty.text).collect();
    (!untaken.is_empty()).then_some(Remark::Untaken(untaken))
}

/// minimumskrav that are met today, and not with what is decided or chosen.
fn broken_duties(answer: &Answer<'_, '_>) -> impl Iterator<Item = Remark> {
    let chosen = answer.chosen().filter_map(|item| Some(answer.model.entrants.get(item)?.case));
    let cases = answer.model.decided_cases().chain(chosen).filter(|case| !case.broken_duties.is_empty());
    let remark = |case: &Case| Remark::Breaks { id: case.id.clone(), duties: case.broken_duties.clone() };
    cases.map(remark).collect::<Vec<_>>().into_iter()
}

/// What today's budget does not hold of decided cases that it is said to hold: what comes later, and what goes.
fn growing(model: &Model<'_>) -> Option<Remark> {
    let organisation = model.contest.organisation;
    let [from, .., to] = organisation.plan_years();
    let held = model.contest.candidates.iter().filter(|candidate| candidate.case.is_in_todays_budget());
    let cases = held.filter_map(|candidate| {
        let growth = candidate.appraisal.value.as_ref()?.growth(organisation).ok()??;
        Some((candidate.case.id.clone(), growth))
    });
    let cases: Vec<_> = cases.collect();
    (!cases.is_empty()).then_some(Remark::Growing { from, to, cases })
}

/// What decided cases say of each other that does not hold: they are in all the same.
fn clashes_of_decided(answer: &Answer<'_, '_>) -> Vec<Remark> {
    let model = answer.model;
    let decided: Vec<&Case> = model.decided_cases().collect();
    let mut remarks = Vec::new();
    for (place, one) in decided.iter().enumerate() {
        let after = decided.iter().skip(place.saturating_add(1));
        let pairs = after.filter(|other| one.clashes_with(other));
        remarks.extend(pairs.map(|other| Remark::DecidedTogether(one.id.clone(), other.id.clone())));
        let is_in = |id: &str| model.meets(id) || model.item(id).is_some_and(|item| answer.is_in(item));
        let lacking = one.requires.iter().filter(|id| !is_in(id));
        remarks.extend(lacking.map(|id| Remark::DecidedWithout(one.id.clone(), id.clone())));
    }
    remarks
}

/// Years outside the plan that have frames.
fn frames_elsewhere(model: &Model<'_>) -> Option<Remark> {
    let frames = model.contest.frames?;
    let money = [&frames.investment, &frames.restructuring, &frames.savings_demand];
    let all = money.into_iter().flat_map(BTreeMap::keys);
    let all = all.chain(frames.capacity.values().flat_map(BTreeMap::keys)).copied();
    let plan = model.contest.organisation.plan_years();
    let outside: BTreeSet<Year> = all.filter(|year| !plan.contains(year)).collect();
    (!outside.is_empty()).then(|| Remark::FramesElsewhere(outside.into_iter().collect()))
}

/// What one should know of a case that starts later than its file says: dates that pass, and amounts that stay.
pub fn of_later_start(case: &Case, start: Year) -> Vec<Remark> {
    let dates =
        dates_before(case, start).map(|what| Remark::PassesDates { id: case.id.clone(), start, what });
    dates.into_iter().chain(targets_before(case, start)).chain(calendar_rows(case, start)).collect()
}

/// What is planned or due in a year before the start it was moved to; none where nothing is.
pub fn dates_before(case: &Case, start: Year) -> Option<Vec<String>> {
    let passed = case.deadlines.iter().filter(|due| year(due.date).is_some_and(|due| due < start));
    let what: Vec<String> = passed.map(|due| due.what.clone()).collect();
    (!what.is_empty()).then_some(what)
}

/// Målinger that are to reach their mål before the gain has come in full.
fn targets_before(case: &Case, start: Year) -> Option<Remark> {
    let before = case.measurements.iter().filter_map(|of| {
        let date = of.target.as_ref()?.date;
        let gain = case.benefits.iter().find(|gain| Some(&gain.name) == of.benefit.as_ref())?;
        let full = start.later(u16::try_from(gain.phase_in.len()).ok()?.saturating_sub(1));
        (year(date)? < full).then(|| (of.name.clone(), date.to_string()))
    });
    let what: Vec<_> = before.collect();
    (!what.is_empty()).then(|| Remark::TargetsStay { id: case.id.clone(), start, what })
}

/// Rows by calendar year, which do not move with the start.
fn calendar_rows(case: &Case, start: Year) -> impl Iterator<Item = Remark> {
    let benefits = case.benefits.iter().filter_map(|row| Some((&row.name, row.amount.as_ref()?)));
    let rows = benefits.chain(case.costs.iter().map(|row| (&row.name, &row.amount)));
    let fixed = rows.filter(|(_, amount)| matches!(amount, Amount::ByCalendarYear(_)));
    fixed.map(move |(row, _)| Remark::CalendarRow { id: case.id.clone(), start, row: row.clone() })
}

/// Locks that cannot be kept: of a case that is neither decided, finished nor among those that may be
/// chosen, and of one that is decided otherwise.
pub(super) fn broken_locks(model: &Model<'_>) -> impl Iterator<Item = Remark> {
    let candidates = model.contest.candidates;
    let locked = model.contest.organisation.locked.iter().filter(|(id, _)| model.item(id).is_none());
    locked.filter_map(move |(id, lock)| {
        let case = candidates.iter().map(|candidate| candidate.case).find(|case| case.id == *id);
        let decided = case.filter(|case| case.is_decided());
        let id = id.clone();
        match (lock.choice, decided) {
            (Choice::Out, decided) => decided.map(|_| Remark::LockedOutDecided(id)),
            (Choice::In, Some(decided)) => {
                let (locked, start) = lock.start.zip(decided.start)?;
                (locked != start).then_some(Remark::LockedElsewhere { id, locked, start })
            }
            (Choice::In, None) if model.meets(&id) => None,
            (Choice::In, None) => {
                Some(Remark::LockedInVain { missing: case.map(Case::missing).unwrap_or_default(), id })
            }
        }
    })
}

/// annuitet side by side, for each set of cases that exclude each other and live differently long.
fn annuities(answer: &Answer<'_, '_>) -> Vec<Remark> {
    let pairs = &answer.problem().excludes;
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut remarks = Vec::new();
    for (first, _) in pairs {
        let mut group = Vec::new();
        let mut next = vec![*first];
        while let Some(item) = next.pop() {
            if seen.insert(item) {
                group.push(item);
                next.extend(pairs.iter().filter(|(one, _)| *one == item).map(|(_, other)| *other));
                next.extend(pairs.iter().filter(|(_, other)| *other == item).map(|(one, _)| *one));
            }
        }
        group.sort_unstable();
        let group: Vec<Annuity> = group.into_iter().filter_map(|item| annuity(answer, item)).collect();
        let lives: BTreeSet<u16> = group.iter().map(|one| one.life).collect();
        if lives.len() > 1 {
            remarks.push(Remark::Annuities(group));
        }
    }
    remarks
}

fn annuity(answer: &Answer<'_, '_>, item: usize) -> Option<Annuity> {
    let entrant = answer.model.entrants.get(item)?;
    let value = answer.model.contest.candidates.get(entrant.candidate)?.appraisal.value.as_ref()?;
    Some(Annuity { id: entrant.case.id.clone(), life: entrant.case.life?, annuity: value.annuity? })
}
