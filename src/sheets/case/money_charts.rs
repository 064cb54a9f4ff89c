//! The pictures of box 7: the four years, the spread of the value, and what it depends on most.

use super::{Subject, basis, said};
use crate::charts::{self, Chart, Figures, Slice, SpreadFigures, Swing, YearAmount};
use crate::simulate::{Driver, Spread, Uncertainty};
use crate::units::{Decimal, Kroner};

/// Those that can be drawn.
pub(super) fn all(subject: Subject<'_>) -> Vec<Chart> {
    let Some(value) = &subject.of.appraisal.value else { return Vec::new() };
    let years = subject.organisation.plan_years().into_iter().zip(value.running_effect);
    let years: Vec<YearAmount> = years.map(|(year, amount)| YearAmount { year, amount }).collect();
    // The table beside it has the same figures.
    let years = charts::plan_years(&years).map(|chart| Chart { figures: Figures::default(), ..chart });
    let uncertain = match subject.uncertainty {
        Uncertainty::Spread(spread) => {
            [charts::spread(&spread_of(spread, value.npv)), tornado(spread, value.npv)]
        }
        Uncertainty::Unknown(_) => [None, None],
    };
    [years].into_iter().chain(uncertain).flatten().collect()
}

/// How NNV spreads.
fn spread_of(spread: &Spread, expected: Kroner) -> SpreadFigures {
    let [low, _, high] = spread.summary.percentiles;
    let slice = |bin: &crate::simulate::Bin| Slice { from: bin.from, to: bin.to, draws: bin.draws };
    SpreadFigures {
        slices: spread.bins.iter().map(slice).collect(),
        low,
        high,
        expected,
        loss: Decimal::ONE.checked_sub(spread.summary.profitable).unwrap_or_default(),
    }
}

fn tornado(spread: &Spread, expected: Kroner) -> Option<Chart> {
    let swings: Vec<Swing> = spread.drivers.iter().filter_map(swing).collect();
    charts::swings(&swings, expected)
}

/// The swing of a figure that is known at both ends.
fn swing(driver: &Driver) -> Option<Swing> {
    Some(Swing {
        name: basis::name(&driver.name),
        low: said::point(&driver.low, &driver.mode),
        high: said::point(&driver.high, &driver.mode),
        npv_low: driver.npv_low?,
        npv_high: driver.npv_high?,
    })
}
