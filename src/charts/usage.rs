//! How much of a frame is used.

use super::scale::Scale;
use super::{Chart, Tone, at};
use crate::units::Decimal;
use crate::words::Text;

/// A frame and its use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Used {
    /// How much is used.
    pub used: Decimal,
    /// How much there is.
    pub limit: Decimal,
}

const WIDTH: i32 = 420;
const HEIGHT: i32 = 100;

/// The frame as an outline, filled as far as it is used; what goes beyond is drawn as a loss.
pub fn usage(of: Used, title: Text, description: Text) -> Option<Chart> {
    let scale = Scale::over([Decimal::ZERO, of.limit, of.used], 8, WIDTH - 8)?;
    let mut chart = Chart { title, description, ..Chart::sized(WIDTH, HEIGHT) };
    let (zero, limit, used) = (scale.at(Decimal::ZERO), scale.at(of.limit), scale.at(of.used));
    chart.bar(at(zero, 20), at(limit, 80), Tone::Faint);
    chart.bar(at(zero, 20), at(used.min(limit), 80), Tone::Solid);
    if used > limit {
        chart.bar(at(limit, 20), at(used, 80), Tone::Loss);
    }
    chart.line(at(limit, 8), at(limit, 92), Tone::Ink);
    Some(chart)
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;

    #[test]
    fn what_is_used_beyond_the_frame_is_seen() {
        let bars = |used, limit| {
            let of = Used { used: Decimal::from(used), limit: Decimal::from(limit) };
            let chart = usage(of, Text::default(), Text::default()).unwrap();
            chart.marks.iter().filter(|mark| matches!(mark, Mark::Bar(..))).count()
        };
        assert_eq!([bars(1, 2), bars(2, 2), bars(3, 2)], [2, 2, 3]);
    }
}
