//! The frames, one row for each frame and plan year, and what a case uses of it.

use super::contest::{Contest, Offer};
use super::parts::{Towards, parts};
use crate::model::Case;
use crate::units::{Decimal, Fte, Kroner, Overflow, Year};
use std::collections::BTreeMap;

/// Which frame.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frame {
    /// endringskapasitet of an område, årsverk
    Capacity(String),
    /// investering, kroner
    Investment,
    /// omstilling, kroner
    Restructuring,
}

/// A frame in a year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FrameYear {
    /// The frame.
    pub frame: Frame,
    /// The plan year.
    pub year: Year,
}

/// A row of the problem: what there is, and what decided cases take of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FrameRow {
    pub(super) at: FrameYear,
    /// As written in a3.yaml: årsverk or kroner.
    pub(super) limit: Decimal,
    /// What decided cases use.
    pub(super) decided: Decimal,
}

impl Frame {
    /// Whether it is counted in kroner; else in årsverk.
    pub(super) const fn is_money(&self) -> bool {
        match self {
            Self::Capacity(_) => false,
            Self::Investment | Self::Restructuring => true,
        }
    }

    /// What is missing of it, up to the smallest amount that is said: 0,0001 årsverk or 1 kr. It is rounded before the
    /// choice is solved again with it, so that what is said is enough. None where it does not fit.
    pub fn said(&self, missing: Decimal) -> Option<Decimal> {
        let unit = match self {
            Self::Capacity(_) => Decimal::from_parts(1, 0, 0, false, 4),
            Self::Investment | Self::Restructuring => Decimal::ONE,
        };
        missing.checked_div(unit)?.ceil().checked_mul(unit)
    }

    /// One step more, which a shadow value is given for: 0,1 årsverk or 100 000 kr.
    pub fn step(&self) -> Decimal {
        match self {
            Self::Capacity(_) => Decimal::from_parts(1, 0, 0, false, 1),
            Self::Investment | Self::Restructuring => Decimal::from(100_000),
        }
    }
}

impl FrameYear {
    /// What a case that starts as offered uses of this: årsverk or kroner; negative gives back.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub(super) fn used_by(&self, case: &Case, offer: &Offer) -> Result<Decimal, Overflow> {
        let at = offer.one_off.iter().find(|at| at.year == self.year);
        Ok(match &self.frame {
            Frame::Capacity(area) => self.change_work(case, offer.start, area)?.value(),
            Frame::Investment => at.map_or(Decimal::ZERO, |at| at.investment.value()),
            Frame::Restructuring => at.map_or(Decimal::ZERO, |at| at.restructuring.value()),
        })
    }

    /// Change work taken from an område in the year by a case that starts in `start`.
    fn change_work(&self, case: &Case, start: Year, area: &str) -> Result<Fte, Overflow> {
        if self.year < start {
            return Ok(Fte::ZERO);
        }
        let place = usize::from(self.year.since(start));
        let taken = case.capacity.iter().filter(|taken| taken.area == area);
        Fte::sum(taken.filter_map(|taken| taken.years.get(place).copied()))
    }
}

impl FrameRow {
    /// What is left when the decided cases have used theirs, in whole parts, never too much.
    pub(super) fn left(&self) -> Result<i128, Overflow> {
        let left = parts(self.limit, Towards::Down)?.checked_sub(parts(self.decided, Towards::Up)?);
        left.ok_or(Overflow)
    }

    /// One step more of the frame, in whole parts.
    pub(super) fn step(&self) -> Result<i128, Overflow> {
        parts(self.at.frame.step(), Towards::Down)
    }
}

/// Every frame and plan year that is limited: change capacity by område as a3.yaml lists them,
/// investering, omstilling, each by year. Years outside the plan limit nothing.
pub(super) fn rows(contest: &Contest<'_>) -> Vec<FrameRow> {
    let (organisation, Some(frames)) = (contest.organisation, contest.frames) else { return Vec::new() };
    let areas = organisation.areas.iter();
    let others = frames.capacity.keys().filter(|area| !organisation.areas.contains(*area));
    let capacity = areas.chain(others).filter_map(|area| {
        let years = frames.capacity.get(area)?.iter().map(|(year, fte)| (*year, fte.value()));
        Some((Frame::Capacity(area.to_owned()), years.collect()))
    });
    let kroner = |years: &BTreeMap<Year, Kroner>| -> Vec<(Year, Decimal)> {
        years.iter().map(|(year, kroner)| (*year, kroner.value())).collect()
    };
    let money = [
        (Frame::Investment, kroner(&frames.investment)),
        (Frame::Restructuring, kroner(&frames.restructuring)),
    ];
    let plan = organisation.budget_year..=organisation.budget_year.later(3);
    let rows = capacity.chain(money).flat_map(|(frame, years): (Frame, Vec<(Year, Decimal)>)| {
        years.into_iter().map(move |(year, limit)| FrameRow {
            at: FrameYear { frame: frame.clone(), year },
            limit,
            decided: Decimal::ZERO,
        })
    });
    rows.filter(|row| plan.contains(&row.at.year)).collect()
}
