//! Which cases a future budget is built from, and why the others are not among them.

use super::left_out::{finished, not_chosen, omitted, rejected};
use super::{Appraised, Field, LeftOut, NotBudgeted, Starts, all_starts, chosen_starts, field};
use crate::choose::{Choice, Effort, Status};
use crate::shape::nearest;
use std::collections::BTreeSet;

/// What is asked for.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// Nothing: what is chosen within the frames, or all cases where there are none.
    Chosen(Effort),
    /// `--alle`
    All,
    /// `--saker`
    Named(BTreeSet<String>),
}

/// Which cases the budget is built from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// What is chosen within the frames, and what is decided.
    Chosen,
    /// The same, where the search ended before the choice was certain to be the best.
    Unproven,
    /// Nothing holds within the frames: what is decided alone.
    DecidedAlone,
    /// All cases given, as a3.yaml has no frames.
    WithoutFrames,
    /// All cases given, because it was asked for.
    All,
    /// The cases that were named.
    Named,
}

impl Basis {
    /// Whether it is a choice within frames, which has the savings demand to meet.
    pub const fn is_choice(self) -> bool {
        match self {
            Self::Chosen | Self::Unproven | Self::DecidedAlone => true,
            Self::WithoutFrames | Self::All | Self::Named => false,
        }
    }
}

/// The cases, and why the others are not among them.
pub(super) struct Selected {
    pub(super) starts: Starts,
    pub(super) basis: Basis,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) choice: Option<Choice>,
}

impl Selected {
    /// Selects among the cases given.
    pub(super) fn among(appraised: &Appraised, wanted: Wanted) -> Result<Self, NotBudgeted> {
        match wanted {
            Wanted::Chosen(effort) if appraised.has_frames() => Self::chosen(appraised, effort),
            Wanted::Chosen(_) => Ok(Self::all(appraised, Basis::WithoutFrames)),
            Wanted::All => Ok(Self::all(appraised, Basis::All)),
            Wanted::Named(ids) => Self::named(appraised, &ids),
        }
    }

    fn all(appraised: &Appraised, basis: Basis) -> Self {
        let (mut starts, mut left_out) = (all_starts(appraised), Vec::from_iter(finished(appraised)));
        left_out.extend(rejected(appraised, &mut starts));
        left_out.extend(omitted(appraised));
        Self { starts, basis, left_out, choice: None }
    }

    fn chosen(appraised: &Appraised, effort: Effort) -> Result<Self, NotBudgeted> {
        let field = field(appraised, None).map_err(NotBudgeted::Choice)?;
        let choice = field
            .choose(Some(&appraised.organisation.frames), effort, &|| ())
            .map_err(NotBudgeted::Choice)?;
        Ok(Self::of_choice(appraised, &field, choice))
    }

    /// What a list chose within the frames; all cases where there are none.
    pub(super) fn within(appraised: &Appraised, choice: Choice) -> Result<Self, NotBudgeted> {
        if !appraised.has_frames() {
            return Ok(Self::all(appraised, Basis::WithoutFrames));
        }
        let field = field(appraised, None).map_err(NotBudgeted::Choice)?;
        Ok(Self::of_choice(appraised, &field, choice))
    }

    fn of_choice(appraised: &Appraised, field: &Field<'_>, choice: Choice) -> Self {
        let basis = match choice.status {
            Status::Optimal => Basis::Chosen,
            Status::Limit { gap: Some(_) } => Basis::Unproven,
            Status::Limit { gap: None } | Status::Impossible(_) => Basis::DecidedAlone,
        };
        let starts = chosen_starts(field, &choice);
        let mut left_out = not_chosen(field, &choice, &starts);
        left_out.extend(finished(appraised).chain(omitted(appraised)));
        Self { starts, basis, left_out, choice: Some(choice) }
    }

    fn named(appraised: &Appraised, ids: &BTreeSet<String>) -> Result<Self, NotBudgeted> {
        let mut starts = Starts::new();
        for id in ids {
            match appraised.cases.iter().find(|case| case.case.id == *id) {
                Some(case) => drop(starts.insert(id.clone(), case.case.start)),
                None if appraised.omitted.iter().any(|omitted| omitted.id == *id) => {}
                None => return Err(unknown(appraised, id)),
            }
        }
        let left_out = omitted(appraised).filter(|one| ids.contains(&one.id)).collect();
        Ok(Self { starts, basis: Basis::Named, left_out, choice: None })
    }
}

/// That there is no such case, with the nearest there is.
fn unknown(appraised: &Appraised, id: &str) -> NotBudgeted {
    let id = id.to_owned();
    if appraised.overviews.iter().any(|overview| overview.id == id) {
        return NotBudgeted::Overview { id };
    }
    let known = appraised.cases.iter().map(|case| case.case.id.as_str());
    let known = known.chain(appraised.omitted.iter().map(|omitted| omitted.id.as_str()));
    NotBudgeted::NoSuchCase { near: nearest(&id, known).map(str::to_owned), id }
}
