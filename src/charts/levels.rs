//! Amounts under one another, each a bar from zero: lovet, ventet, målt, trukket fra.

use super::plan_years::thousands;
use super::scale::Scale;
use super::{Anchor, Chart, Figures, Tone, WIDE, at};
use crate::text;
use crate::units::{Decimal, Kroner};
use crate::words::Text;

/// An amount with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// What it is.
    pub name: Text,
    /// kroner
    pub amount: Kroner,
}

const ROW: i32 = 105;
/// Where the bars begin and end: names stand before them, figures after.
const BEGIN: i32 = 560;
const END: i32 = WIDE - 330;

/// A bar for each; none where there are none.
pub fn levels(all: &[Level], title: Text, description: Text) -> Option<Chart> {
    let amounts = all.iter().map(|level| level.amount.value());
    let scale = Scale::over(amounts.chain([Decimal::ZERO]), BEGIN, END)?;
    let height = i32::try_from(all.len()).ok()?.saturating_mul(ROW);
    let figures = figures(all, &title);
    let mut chart = Chart { title, description, figures, ..Chart::sized(WIDE, height) };
    let zero = scale.at(Decimal::ZERO);
    let mut top = 0;
    for level in all {
        let end = scale.at(level.amount.value());
        let tone = if level.amount.is_negative() { Tone::Loss } else { Tone::Solid };
        chart.words(at(0, top + 70), level.name.clone(), Anchor::Start);
        chart.bar(at(zero, top + 25), at(end, top + 80), tone);
        chart.words(at(end.max(zero) + 25, top + 78), thousands(level.amount), Anchor::Start);
        top += ROW;
    }
    chart.line(at(zero, 10), at(zero, height - 10), Tone::Axis);
    (!all.is_empty()).then_some(chart)
}

fn figures(all: &[Level], title: &Text) -> Figures {
    let columns = vec![text!(nb: "Ledd", nn: "Ledd", en: "Term"), title.clone()];
    let rows = all.iter().map(|level| vec![level.name.clone(), thousands(level.amount)]);
    Figures { columns, rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;

    #[test]
    fn each_bar_is_as_long_as_its_amount() {
        let level = |amount: i64| Level { name: Text::same("x"), amount: Kroner::new(Decimal::from(amount)) };
        let chart = levels(&[level(2_000_000), level(500_000)], Text::same("t"), Text::default()).unwrap();
        let bars: Vec<i32> = chart
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Bar(area, _) => Some(area.width),
                Mark::Line(..) | Mark::Dot(..) | Mark::Words(..) => None,
            })
            .collect();
        assert_eq!(bars, [END - BEGIN, (END - BEGIN) / 4]);
        let rows = chart.figures.rows.iter().map(|row| row.iter().map(|cell| cell.nb.as_str()).collect());
        assert_eq!(rows.collect::<Vec<Vec<_>>>(), [["x", "2\u{a0}000"], ["x", "500"]]);
        assert!(levels(&[], Text::default(), Text::default()).is_none());
    }
}
