//! The tornado: what NNV is when one uncertain figure is low or high and all else is as expected.

use super::scale::Scale;
use super::spread::about;
use super::{Anchor, Chart, Figures, Tone, WIDE, at};
use crate::text;
use crate::units::Kroner;
use crate::words::Text;

/// An uncertain figure, and NNV at its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swing {
    /// What it is called.
    pub name: Text,
    /// lav, with its unit.
    pub low: Text,
    /// høy, with its unit.
    pub high: Text,
    /// NNV at lav.
    pub npv_low: Kroner,
    /// NNV at høy.
    pub npv_high: Kroner,
}

/// Lines that fit a picture as high as those beside it.
const MOST: usize = 3;
const ROW: i32 = 150;
const HEIGHT: i32 = 560;
/// Signs of a name that fit a line.
const LETTERS: usize = 44;

/// The widest swings, the widest first; none where there are none.
pub fn swings(all: &[Swing], expected: Kroner) -> Option<Chart> {
    let shown = all.get(..MOST.min(all.len())).filter(|shown| !shown.is_empty())?;
    let ends = shown.iter().flat_map(|of| [of.npv_low, of.npv_high]).chain([expected]);
    let scale = Scale::over(ends.map(Kroner::value), 20, WIDE - 20)?;
    let mut chart = Chart {
        title: text!(nb: "Dette betyr mest for nåverdien", nn: "Dette betyr mest for noverdien", en: "What matters most to the value"),
        ..Chart::sized(WIDE, HEIGHT)
    };
    let middle = scale.at(expected.value());
    let mut top = 0;
    for of in shown {
        chart.words(at(0, top + 70), shortened(&of.name), Anchor::Start);
        let (y, bottom) = (top + 88, top + 128);
        let (low, high) = (scale.at(of.npv_low.value()), scale.at(of.npv_high.value()));
        chart.bar(at(low, y), at(middle, bottom), Tone::Open);
        chart.bar(at(middle, y), at(high, bottom), Tone::Solid);
        top += ROW;
    }
    chart.line(at(middle, 80), at(middle, top), Tone::Axis);
    let legend = text!(
        nb: "□ når tallet er lavt  ■ når det er høyt", nn: "□ når talet er lågt  ■ når det er høgt",
        en: "□ when the figure is low  ■ when high",
    );
    chart.quiet_words(at(0, HEIGHT - 15), legend, Anchor::Start);
    chart.description = said(shown, expected);
    chart.figures = figures(shown);
    Some(chart)
}

fn said(shown: &[Swing], expected: Kroner) -> Text {
    let widest = shown.first().map_or(Text::default(), |of| {
        let [low, high] = [of.npv_low, of.npv_high].map(about);
        text!(
            nb: " Mest betyr «{name}»: fra {low} til {high}.", nn: " Mest betyr «{name}»: frå {low} til {high}.",
            en: " “{name}” matters most: from {low} to {high}.";
            name = of.name, low, high
        )
    });
    text!(
        nb: "Netto nåverdi når ett usikkert tall er lavt eller høyt og alt annet er som forventet ({expected}).{widest}", nn: "Netto noverdi når eitt usikkert tal er lågt eller høgt og alt anna er som forventa ({expected}).{widest}",
        en: "Net present value when one uncertain figure is low or high and all else is as expected ({expected}).{widest}";
        expected = about(expected), widest
    )
}

fn figures(shown: &[Swing]) -> Figures {
    let row = |of: &Swing| {
        vec![of.name.clone(), of.low.clone(), about(of.npv_low), of.high.clone(), about(of.npv_high)]
    };
    Figures {
        columns: vec![
            text!(nb: "Usikkert tall", nn: "Usikkert tal", en: "Uncertain figure"),
            text!(nb: "Lav", nn: "Låg", en: "Low"),
            text!(nb: "Nåverdi da", nn: "Noverdi då", en: "Value then"),
            text!(nb: "Høy", nn: "Høg", en: "High"),
            text!(nb: "Nåverdi da", nn: "Noverdi då", en: "Value then"),
        ],
        rows: shown.iter().map(row).collect(),
    }
}

/// A name that fits its line.
fn shortened(name: &Text) -> Text {
    Text::in_each(|language| {
        let name = name.get(language);
        if name.chars().count() <= LETTERS {
            return name.to_owned();
        }
        let kept: String = name.chars().take(LETTERS).collect();
        format!("{}…", kept.trim_end())
    })
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;
    use crate::units::Decimal;

    #[test]
    fn low_and_high_go_out_from_what_is_expected_and_long_names_are_cut_in_the_picture_alone() {
        let kroner = |amount: i64| Kroner::new(Decimal::from(amount));
        let name = Text::same(&"andel ".repeat(20));
        let (low, high) = (Text::same("40 %"), Text::same("70 %"));
        let swing = Swing { name: name.clone(), low, high, npv_low: kroner(1), npv_high: kroner(5) };
        let chart = swings(&vec![swing; 9], kroner(3)).unwrap();
        let bars = chart.marks.iter().filter(|mark| matches!(mark, Mark::Bar(..))).count();
        assert_eq!(bars, 2 * MOST);
        assert_eq!(chart.figures.rows[0][0], name);
        assert!(matches!(&chart.marks[0], Mark::Words(_, label) if label.text.nb.ends_with('…')));
        assert!(swings(&[], kroner(3)).is_none());
    }
}
