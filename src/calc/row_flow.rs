//! One row laid out over the years: levetid, innfasing, lists and calendar years.

use super::appraisal::RowKind;
use super::pricing::{Priced, Row};
use crate::model::{Amount, Schedule};
use crate::units::{Hours, Kroner, Overflow, Share, Year};

/// A row, year by year, in constant prices of the budget year.
#[derive(Debug, Clone)]
pub(super) struct RowFlow<'a> {
    pub(super) row: Row<'a>,
    pub(super) years: Vec<RowYear>,
}

/// One year of a row, unsigned as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RowYear {
    pub(super) year: Year,
    /// The whole effect, after innfasing.
    pub(super) amount: Priced,
    /// Kroner taken out or paid out.
    pub(super) own: Kroner,
    /// Hours taken out or paid out.
    pub(super) own_hours: Hours,
}

impl<'a> RowFlow<'a> {
    /// The row over its own years.
    pub(super) fn new(row: Row<'a>, schedule: Schedule) -> Result<Self, Overflow> {
        let parts = row.parts(schedule);
        let mut years: Vec<RowYear> = Vec::with_capacity(parts.len());
        let mut before: Option<(usize, Share)> = None;
        for part in parts {
            let what = (part.value, part.share);
            let same = years.last().filter(|_| before == Some(what)).copied();
            years.push(match same {
                Some(same) => RowYear { year: part.year, ..same },
                None => {
                    let amount = *row.amounts.get(part.value).ok_or(Overflow)?;
                    row_year(&row, part.year, amount.share(part.share)?)?
                }
            });
            before = Some(what);
        }
        Ok(Self { row, years })
    }
}

/// One year of a row: which of its amounts falls in it, and how much of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RowPart {
    pub(crate) year: Year,
    /// Counts in the row's amounts as written.
    pub(crate) value: usize,
    /// innfasing; the whole where the row has none.
    pub(crate) share: Share,
}

impl Row<'_> {
    /// Whether what is paid for in a year is working time.
    pub(super) fn is_paid_time(&self, at: &RowYear) -> bool {
        matches!(self.kind, RowKind::Cost(_)) && !at.own_hours.is_zero()
    }

    /// What falls in which year: levetid, innfasing, lists and calendar years.
    pub(crate) fn parts(&self, schedule: Schedule) -> Vec<RowPart> {
        let life = self.life.unwrap_or(schedule.life);
        let whole =
            |k: u16, value: usize| RowPart { year: schedule.start.later(k), value, share: Share::WHOLE };
        match self.source {
            Amount::Single(_) if self.is_one_off() => vec![whole(0, 0)],
            Amount::Single(_) => {
                // The last share holds; none is the whole.
                let last = self.phase_in.last().copied().unwrap_or(Share::WHOLE);
                let shares = self.phase_in.iter().copied().chain(std::iter::repeat(last));
                (0..life).zip(shares).map(|(k, share)| RowPart { share, ..whole(k, 0) }).collect()
            }
            Amount::ByCaseYear(values) => {
                // One-off costs are 0 after the last value; for the rest the last value holds.
                let holding = values.len().checked_sub(1).filter(|_| !self.is_one_off());
                let held = std::iter::repeat_n(holding, usize::from(life)).flatten();
                (0..life).zip((0..values.len()).chain(held)).map(|(k, value)| whole(k, value)).collect()
            }
            Amount::ByCalendarYear(values) => {
                let years = values.keys().enumerate();
                years.map(|(value, year)| RowPart { year: *year, value, share: Share::WHOLE }).collect()
            }
        }
    }
}

/// One year of a row, with what is taken out or paid out of its amount.
pub(super) fn row_year(row: &Row<'_>, year: Year, amount: Priced) -> Result<RowYear, Overflow> {
    let own_hours = amount.hours.unwrap_or_default().share(row.own_share)?;
    let own = match (amount.hours, amount.money) {
        (Some(_), _) => row.cost_of(own_hours)?,
        (None, money) => money.unwrap_or_default().share(row.own_share)?,
    };
    Ok(RowYear { year, amount, own, own_hours })
}
