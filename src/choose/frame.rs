//! The frames, one row for each frame and plan year, and what a case uses of it.

use super::contest::{Contest, Offer, change_work};
use super::parts::{Towards, parts};
use crate::model::{Case, Organisation};
use crate::units::{Decimal, Fte, Kroner, Overflow, Year};

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
pub(super) struct Row {
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

    /// One step more, which a shadow value is given for: 0,1 årsverk or 100 000 kr.
    #[must_use]
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
            Frame::Capacity(area) => {
                change_work(&case.capacity, offer.start, (area, self.year)).map(Fte::value)?
            }
            Frame::Investment => at.map_or(Decimal::ZERO, |at| at.investment.value()),
            Frame::Restructuring => at.map_or(Decimal::ZERO, |at| at.restructuring.value()),
        })
    }
}

impl Row {
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
pub(super) fn rows(contest: &Contest<'_>) -> Vec<Row> {
    let Contest { organisation, frames, .. } = contest;
    let row = |frame: &Frame, year: Year, limit: Decimal| Row {
        at: FrameYear { frame: frame.clone(), year },
        limit,
        decided: Decimal::ZERO,
    };
    let mut rows = Vec::new();
    for area in areas(organisation, frames.capacity.keys()) {
        let Some(years) = frames.capacity.get(area) else { continue };
        let frame = Frame::Capacity(area.to_owned());
        rows.extend(within(organisation, years).map(|(year, fte)| row(&frame, year, fte.value())));
    }
    for (frame, years) in
        [(Frame::Investment, &frames.investment), (Frame::Restructuring, &frames.restructuring)]
    {
        let limits = within(organisation, years).map(|(year, kroner): (Year, Kroner)| (year, kroner.value()));
        rows.extend(limits.map(|(year, limit)| row(&frame, year, limit)));
    }
    rows
}

fn areas<'a>(
    organisation: &'a Organisation,
    framed: impl Iterator<Item = &'a String>,
) -> impl Iterator<Item = &'a str> {
    let others: Vec<&String> = framed.filter(|area| !organisation.areas.contains(*area)).collect();
    organisation.areas.iter().chain(others).map(String::as_str)
}

fn within<'a, T: Copy>(
    organisation: &Organisation,
    years: &'a std::collections::BTreeMap<Year, T>,
) -> impl Iterator<Item = (Year, T)> + use<'a, T> {
    let (first, last) = (organisation.budget_year, organisation.budget_year.later(3));
    years
        .iter()
        .filter(move |(year, _)| first <= **year && **year <= last)
        .map(|(year, limit)| (*year, *limit))
}
