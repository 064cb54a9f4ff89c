//! gap: how it is now, how far the case gets, and how it must be, on one line.

use super::scale::Scale;
use super::{Chart, Tone, at};
use crate::units::Decimal;
use crate::words::Text;

/// The three values of a gap, in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapPoints {
    /// nå
    pub now: Decimal,
    /// etter
    pub after: Option<Decimal>,
    /// ønsket
    pub wanted: Decimal,
}

const WIDTH: i32 = 900;
const HEIGHT: i32 = 110;
const EDGE: i32 = 60;

/// ○ now, ● with the case, | wanted. None where the values lie too far apart to be drawn.
pub fn gap(points: GapPoints, title: Text, description: Text) -> Option<Chart> {
    let GapPoints { now, after, wanted } = points;
    let all = [Some(now), after, Some(wanted)];
    let scale = Scale::over(all.into_iter().flatten(), EDGE, WIDTH - EDGE)?;
    let middle = HEIGHT / 2;
    let mut chart = Chart { title, description, ..Chart::sized(WIDTH, HEIGHT) };
    let [now, wanted] = [now, wanted].map(|value| scale.at(value));
    chart.line(at(now, middle), at(wanted, middle), Tone::Axis);
    let after = after.map(|after| scale.at(after));
    if let Some(after) = after {
        chart.bar(at(now, middle - 14), at(after, middle + 14), Tone::Solid);
    }
    chart.line(at(wanted, middle - 48), at(wanted, middle + 48), Tone::Ink);
    chart.dot(at(now, middle), Tone::Open);
    if let Some(after) = after {
        chart.dot(at(after, middle), Tone::Solid);
    }
    Some(chart)
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;

    #[test]
    fn the_case_is_drawn_from_now_towards_what_is_wanted() {
        let points =
            GapPoints { now: Decimal::from(40), after: Some(Decimal::from(15)), wanted: Decimal::from(12) };
        let chart = gap(points, Text::default(), Text::default()).unwrap();
        let bar = chart.marks.iter().find_map(|mark| match mark {
            Mark::Bar(area, Tone::Solid) => Some((area.at.x, area.width)),
            Mark::Bar(..) | Mark::Line(..) | Mark::Dot(..) | Mark::Words(..) => None,
        });
        assert_eq!(bar, Some((144, 696)));
        let open = GapPoints { after: None, ..points };
        assert_eq!(gap(open, Text::default(), Text::default()).unwrap().marks.len(), 3);
    }
}
