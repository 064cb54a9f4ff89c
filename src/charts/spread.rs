//! The spread of NNV: all draws as columns, where eight of ten lie, and those that end in a loss.

use super::scale::Scale;
use super::{Anchor, Chart, Figures, LINE, Tone, WIDE, at};
use crate::text;
use crate::units::{Decimal, Kroner};
use crate::words::{Text, number};

/// The draws between two amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// From and with this NNV; none in the first where draws lie further out.
    pub from: Option<Kroner>,
    /// Up to this NNV; none in the last where draws lie further out.
    pub to: Option<Kroner>,
    /// How many draws.
    pub draws: usize,
}

/// How NNV spreads over the draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpreadFigures {
    /// All draws, from low to high.
    pub slices: Vec<Slice>,
    /// P10
    pub low: Kroner,
    /// P90
    pub high: Kroner,
    /// What is expected.
    pub expected: Kroner,
    /// The share of draws that end in a loss.
    pub loss: Decimal,
}

const HEIGHT: i32 = 560;
const BOTTOM: i32 = HEIGHT - 2 * LINE - 30;

/// All draws as columns; none where nothing was drawn.
pub fn spread(of: &SpreadFigures) -> Option<Chart> {
    let ends = of.slices.iter().flat_map(|slice| [slice.from, slice.to]).flatten().map(Kroner::value);
    let across = Scale::over(ends.chain([of.low.value(), of.high.value()]), 40, WIDE - 40)?;
    let most = of.slices.iter().map(|slice| slice.draws).max().filter(|most| *most > 0)?;
    let up = Scale::over([Decimal::ZERO, Decimal::from(most)], BOTTOM, 30)?;
    let [low, high] = [of.low, of.high].map(about);
    let mut chart = Chart {
        title: text!(nb: "Netto nåverdi, 8 av 10 trekninger", nn: "Netto noverdi, 8 av 10 trekningar", en: "Net present value, 8 of 10 draws"),
        description: said(of),
        ..Chart::sized(WIDE, HEIGHT)
    };
    for slice in &of.slices {
        let left = slice.from.map_or(0, |from| across.at(from.value()));
        let right = slice.to.map_or(WIDE, |to| across.at(to.value()));
        let top = up.at(Decimal::from(slice.draws));
        chart.bar(at(left + 5, top), at((right - 5).max(left + 6), BOTTOM), tone(slice, of));
    }
    chart.line(at(0, BOTTOM), at(WIDE, BOTTOM), Tone::Axis);
    let zero = across.at(Decimal::ZERO);
    let zero_is_inside = zero > 40 && zero < WIDE - 40;
    if zero_is_inside {
        chart.line(at(zero, 0), at(zero, BOTTOM), Tone::Dashed);
        let (x, anchor) = if zero > WIDE / 2 { (zero - 25, Anchor::End) } else { (zero + 25, Anchor::Start) };
        chart.quiet_words(at(x, LINE - 25), Text::same("0"), anchor);
    }
    bracket(&mut chart, across.at(of.low.value()), across.at(of.high.value()));
    chart.words(at(0, HEIGHT - 15), low, Anchor::Start);
    chart.words(at(WIDE, HEIGHT - 15), high, Anchor::End);
    chart.figures = figures(of);
    Some(chart)
}

/// From where to where eight of ten lie.
fn bracket(chart: &mut Chart, low: i32, high: i32) {
    let y = BOTTOM + LINE / 2 + 20;
    chart.line(at(low, y), at(high, y), Tone::Ink);
    for end in [low, high] {
        chart.line(at(end, y - 28), at(end, y + 28), Tone::Ink);
    }
}

/// A loss is open, what lies outside eight of ten is pale.
fn tone(slice: &Slice, of: &SpreadFigures) -> Tone {
    let is_loss = slice.to.is_some_and(|to| !to.is_positive());
    let is_inside = slice.to.is_some_and(|to| to > of.low) && slice.from.is_some_and(|from| from < of.high);
    match (is_loss, is_inside) {
        (true, _) => Tone::Loss,
        (false, true) => Tone::Solid,
        (false, false) => Tone::Faint,
    }
}

fn said(of: &SpreadFigures) -> Text {
    let [low, high] = [of.low, of.high].map(about);
    text!(
        nb: "I 8 av 10 trekninger ligger netto nåverdi mellom {low} og {high}. {loss}", nn: "I 8 av 10 trekningar ligg netto noverdi mellom {low} og {high}. {loss}",
        en: "In 8 of 10 draws the net present value lies between {low} and {high}. {loss}";
        low, high, loss = loss_words(of.loss)
    )
}

/// The chance of a loss in words; whole per cent, and never 0 where there is one.
pub(super) fn loss_words(loss: Decimal) -> Text {
    if loss.is_zero() {
        return text!(nb: "Ingen av dem gir tap.", nn: "Ingen av dei gir tap.", en: "None of them is a loss.");
    }
    let hundred = loss.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default();
    if hundred < Decimal::ONE {
        return text!(nb: "Færre enn 1 av 100 gir tap.", nn: "Færre enn 1 av 100 gir tap.", en: "Fewer than 1 of 100 is a loss.");
    }
    let count = Text::in_each(|language| number::decimal(hundred, 0, language));
    text!(nb: "{count} av 100 gir tap.", nn: "{count} av 100 gir tap.", en: "{count} of 100 are a loss."; count)
}

fn figures(of: &SpreadFigures) -> Figures {
    let row = |name: Text, amount: Kroner| vec![name, about(amount)];
    Figures {
        columns: vec![
            text!(nb: "Netto nåverdi", nn: "Netto noverdi", en: "Net present value"),
            text!(nb: "Beløp", nn: "Beløp", en: "Amount"),
        ],
        rows: vec![
            row(
                text!(nb: "1 av 10 er lavere enn", nn: "1 av 10 er lågare enn", en: "1 of 10 is lower than"),
                of.low,
            ),
            row(text!(nb: "Forventet", nn: "Forventa", en: "Expected"), of.expected),
            row(
                text!(nb: "1 av 10 er høyere enn", nn: "1 av 10 er høgare enn", en: "1 of 10 is higher than"),
                of.high,
            ),
        ],
    }
}

/// An amount as one says it.
pub(super) fn about(amount: Kroner) -> Text {
    Text::in_each(|language| number::about(amount, language))
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;

    fn kroner(amount: i64) -> Kroner {
        Kroner::new(Decimal::from(amount))
    }

    #[test]
    fn draws_that_end_in_a_loss_are_drawn_otherwise_and_said() {
        let slice = |from: Option<i64>, to: Option<i64>, draws| Slice {
            from: from.map(kroner),
            to: to.map(kroner),
            draws,
        };
        let of = SpreadFigures {
            slices: vec![slice(None, Some(0), 3), slice(Some(0), Some(10), 90), slice(Some(10), None, 7)],
            low: kroner(1),
            high: kroner(9),
            expected: kroner(5),
            loss: Decimal::new(3, 2),
        };
        let chart = spread(&of).unwrap();
        let tones: Vec<Tone> = chart
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Bar(_, tone) => Some(*tone),
                Mark::Line(..) | Mark::Dot(..) | Mark::Words(..) => None,
            })
            .collect();
        assert_eq!(tones, [Tone::Loss, Tone::Solid, Tone::Faint]);
        assert!(chart.description.nb.ends_with("3 av 100 gir tap."), "{}", chart.description.nb);
        assert!(loss_words(Decimal::new(1, 4)).nb.starts_with("Færre enn 1"));
    }
}
