//! A case whose life is over: how its gains went stands, and nothing is expected of them any more.

use super::bridge::Bridge;
use super::case::{Figures, FollowedCase};
use crate::model::{Amount, Benefit, Case, Schedule};
use crate::units::{Overflow, Year};

impl FollowedCase {
    /// The same after its life: how each gain went stands, and nothing is expected any more.
    pub(super) fn after_life(mut self) -> Result<Self, Overflow> {
        for gain in &mut self.gains {
            gain.is_ended = true;
            if let Some(figures) = &mut gain.figures {
                *figures = Figures {
                    bridge: figures.bridge.after_life()?,
                    measured: None,
                    positions: None,
                    holes: Vec::new(),
                };
            }
        }
        let bridges = self.gains.iter().filter_map(|gain| gain.figures.as_ref()).map(|of| of.bridge);
        self.bridge = Bridge::sum(bridges)?;
        self.holes.clear();
        Ok(self)
    }
}

/// The last year any of its gains lives.
pub(super) fn last_year(case: &Case, schedule: Schedule) -> Year {
    let last = |benefit: &Benefit| match &benefit.amount {
        Some(Amount::ByCalendarYear(years)) => years.keys().next_back().copied(),
        Some(Amount::Single(_) | Amount::ByCaseYear(_)) | None => {
            benefit.life.map(|life| Schedule { life, ..schedule }.end())
        }
    };
    case.benefits.iter().filter_map(last).fold(schedule.end(), Year::max)
}
