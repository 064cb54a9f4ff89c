//! The four plan years in the running budget: columns up for money freed, open columns down for money spent.

use super::scale::Scale;
use super::{Anchor, Chart, Figures, LINE, Tone, WIDE, at};
use crate::text;
use crate::units::{Decimal, Kroner, Year};
use crate::words::{Text, number};

/// An amount of a plan year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearAmount {
    /// The year.
    pub year: Year,
    /// kroner, plus when money is freed.
    pub amount: Kroner,
}

const HEIGHT: i32 = 560;

/// A column for each year; none where there are no years.
pub fn plan_years(years: &[YearAmount]) -> Option<Chart> {
    let amounts = years.iter().map(|of| of.amount.value());
    let has = |is: fn(Kroner) -> bool| years.iter().any(|of| is(of.amount));
    let top = LINE + 20;
    let bottom = HEIGHT - LINE - if has(Kroner::is_negative) { LINE + 20 } else { 20 };
    let scale = Scale::over(amounts.chain([Decimal::ZERO]), bottom, top)?;
    let step = WIDE.checked_div(i32::try_from(years.len()).ok()?)?;
    let zero = if has(|amount| !amount.is_zero()) { scale.at(Decimal::ZERO) } else { bottom };
    let mut chart = Chart { title: title(), ..Chart::sized(WIDE, HEIGHT) };
    let mut left = 0;
    for of in years {
        let middle = left + step / 2;
        let end = if of.amount.is_zero() { zero } else { scale.at(of.amount.value()) };
        let is_loss = of.amount.is_negative();
        let tone = if is_loss { Tone::Loss } else { Tone::Solid };
        chart.bar(at(left + step / 5, end), at(left + step - step / 5, zero), tone);
        let words = if is_loss { end + LINE - 15 } else { end - 30 };
        chart.words(at(middle, words), thousands(of.amount), Anchor::Middle);
        chart.quiet_words(at(middle, HEIGHT - 15), text!(all: "{year}"; year = of.year), Anchor::Middle);
        left += step;
    }
    chart.line(at(0, zero), at(WIDE, zero), Tone::Axis);
    chart.figures = figures(years);
    chart.description = text!(
        nb: "Virkning på driftsbudsjettet hvert år i planen, i 1 000 kr. Pluss er penger frigjort.", nn: "Verknad på driftsbudsjettet kvart år i planen, i 1 000 kr. Pluss er pengar frigjorde.",
        en: "Effect on the running budget in each plan year, in NOK 1,000. Plus is money freed.",
    );
    Some(chart)
}

fn title() -> Text {
    text!(nb: "Driftsbudsjettet, 1 000 kr", nn: "Driftsbudsjettet, 1 000 kr", en: "The running budget, NOK 1,000")
}

fn figures(years: &[YearAmount]) -> Figures {
    let columns = vec![text!(nb: "År", nn: "År", en: "Year"), title()];
    let rows = years.iter().map(|of| vec![text!(all: "{year}"; year = of.year), thousands(of.amount)]);
    Figures { columns, rows: rows.collect() }
}

/// An amount in 1 000 kr, without the unit.
pub(super) fn thousands(amount: Kroner) -> Text {
    Text::in_each(|language| number::thousands(amount, language))
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;

    #[test]
    fn money_spent_goes_down_and_is_drawn_otherwise_than_money_freed() {
        let years: Vec<YearAmount> = [(2027, -200_000), (2028, 400_000)]
            .map(|(year, amount)| YearAmount {
                year: Year::new(year).unwrap(),
                amount: Kroner::new(Decimal::from(amount)),
            })
            .to_vec();
        let chart = plan_years(&years).unwrap();
        let bars: Vec<_> = chart
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Bar(area, tone) => Some((area.at.y, area.height, *tone)),
                Mark::Line(..) | Mark::Dot(..) | Mark::Words(..) => None,
            })
            .collect();
        let [(spent_top, spent, Tone::Loss), (freed_top, freed, Tone::Solid)] = bars[..] else {
            panic!("{bars:?}")
        };
        assert_eq!(freed_top + freed, spent_top, "both stand on zero");
        assert!((freed - 2 * spent).abs() <= 1, "{freed} is twice {spent}");
        assert_eq!(chart.figures.rows[0][1].nb, "−200");
        assert!(plan_years(&[]).is_none());
    }
}
