//! Bars drawn in blocks, that read without colour and in any font of one width.

use crate::units::{Decimal, Kroner};

/// Cells of the longest bar.
pub(super) const WIDTH: usize = 28;

/// A bar in proportion to the largest; a thin line for what is less than half a cell.
pub(super) fn share_of(part: usize, largest: usize, block: char) -> String {
    let cells = cells(Decimal::from(part), Decimal::from(largest), WIDTH);
    match cells {
        0 if part == 0 => String::new(),
        0 => "▏".to_owned(),
        cells => core::iter::repeat_n(block, cells).collect(),
    }
}

/// From where to where a drawing goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    from: Kroner,
    to: Kroner,
}

/// Marks of a swing.
pub(super) const LOW: char = '░';
pub(super) const HIGH: char = '█';
pub(super) const MIDDLE: char = '┃';
const NOTHING: char = '·';

impl Axis {
    /// An axis that holds all the amounts; none where there are none.
    pub(super) fn over(amounts: impl Iterator<Item = Kroner> + Clone) -> Option<Self> {
        Some(Self { from: amounts.clone().min()?, to: amounts.max()? })
    }

    /// Both ends of the axis.
    pub(super) const fn ends(self) -> [Kroner; 2] {
        [self.from, self.to]
    }

    /// Out from `middle` to an amount at either end.
    pub(super) fn swing(self, middle: Kroner, (low, high): (Option<Kroner>, Option<Kroner>)) -> String {
        let middle = self.place(middle);
        let mut cells = vec![NOTHING; WIDTH];
        for (end, mark) in [(low, LOW), (high, HIGH)] {
            let Some(end) = end.map(|end| self.place(end)) else { continue };
            for cell in cells.iter_mut().take(end.max(middle).saturating_add(1)).skip(end.min(middle)) {
                *cell = mark;
            }
        }
        if let Some(cell) = cells.get_mut(middle) {
            *cell = MIDDLE;
        }
        cells.into_iter().collect()
    }

    fn place(self, amount: Kroner) -> usize {
        let part = |end: Kroner| end.minus(self.from).map_or(Decimal::ZERO, Kroner::value);
        cells(part(amount), part(self.to), WIDTH.saturating_sub(1)).min(WIDTH.saturating_sub(1))
    }
}

/// A part of a whole in cells, rounded.
fn cells(part: Decimal, whole: Decimal, width: usize) -> usize {
    let share = part.checked_div(whole).unwrap_or_default();
    let cells = share.checked_mul(Decimal::from(width)).unwrap_or_default();
    usize::try_from(crate::units::round(cells, 0)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kroner(amount: i64) -> Kroner {
        Kroner::new(Decimal::from(amount))
    }

    #[test]
    fn a_bar_is_as_long_as_its_share_of_the_largest() {
        assert_eq!(share_of(50, 100, HIGH), "█".repeat(14));
        assert_eq!(share_of(100, 100, LOW), "░".repeat(28));
        assert_eq!([share_of(1, 1_000, HIGH), share_of(0, 1_000, HIGH), share_of(0, 0, HIGH)], ["▏", "", ""]);
    }

    #[test]
    fn a_swing_goes_out_from_the_middle_to_both_ends() {
        let axis = Axis::over([kroner(-10), kroner(17)].into_iter()).unwrap();
        assert_eq!(
            axis.swing(kroner(0), (Some(kroner(-10)), Some(kroner(17)))),
            "░░░░░░░░░░┃█████████████████"
        );
        assert_eq!(
            axis.swing(kroner(0), (Some(kroner(5)), Some(kroner(-3)))),
            "·······███┃░░░░░············"
        );
        assert_eq!(axis.swing(kroner(0), (None, Some(kroner(2)))), "··········┃██···············");
    }

    #[test]
    fn an_axis_of_one_amount_is_still_drawn() {
        let axis = Axis::over([kroner(7)].into_iter()).unwrap();
        assert_eq!(axis.swing(kroner(7), (Some(kroner(7)), None)).chars().next(), Some(MIDDLE));
    }
}
