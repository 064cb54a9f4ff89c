//! A picture as inline SVG: its title and what it shows in words come first, for those who cannot see it.

use crate::charts::{Anchor, Area, Chart, Figures, Label, Mark, Point, Tone};
use crate::render::sanitise;
use crate::words::Language;
use maud::{Markup, html};

/// Radius of a dot.
const RADIUS: i32 = 30;

/// The picture, `width` thousandths of the type wide.
pub(super) fn picture(chart: &Chart, width: i64, language: Language) -> Markup {
    let (title, description) = (chart.title.get(language), chart.description.get(language));
    let view = format!("0 0 {} {}", chart.width, chart.height);
    html! {
        svg viewBox=(view) style=(format!("width:{}em", ems(width))) role="img" {
            title { (sanitise::line(title)) }
            desc { (sanitise::line(description)) }
            @for mark in &chart.marks { (drawn(mark, language)) }
        }
    }
}

/// Thousandths as ems.
pub(super) fn ems(thousandths: i64) -> String {
    let (whole, part) = (thousandths.div_euclid(1_000), thousandths.rem_euclid(1_000));
    format!("{whole}.{part:03}")
}

fn drawn(mark: &Mark, language: Language) -> Markup {
    match mark {
        Mark::Bar(Area { at: Point { x, y }, width, height }, tone) => html! {
            rect x=(x) y=(y) width=(width) height=(height) class={ "bar-" (name(*tone)) } {}
        },
        Mark::Line(from, to, tone) => html! {
            line x1=(from.x) y1=(from.y) x2=(to.x) y2=(to.y) class={ "line-" (name(*tone)) } {}
        },
        Mark::Dot(Point { x, y }, tone) => html! {
            circle cx=(x) cy=(y) r=(RADIUS) class={ "dot-" (name(*tone)) } {}
        },
        Mark::Words(Point { x, y }, Label { text, anchor, tone }) => html! {
            text x=(x) y=(y) text-anchor=(end(*anchor)) class=(words(*tone)) {
                (sanitise::line(text.get(language)))
            }
        },
    }
}

const fn name(tone: Tone) -> &'static str {
    match tone {
        Tone::Solid => "solid",
        Tone::Open => "open",
        Tone::Loss => "loss",
        Tone::Faint => "faint",
        Tone::Ink => "ink",
        Tone::Axis => "axis",
        Tone::Dashed => "dashed",
    }
}

const fn words(tone: Tone) -> &'static str {
    match tone {
        Tone::Faint => "words-faint",
        Tone::Solid | Tone::Open | Tone::Loss | Tone::Ink | Tone::Axis | Tone::Dashed => "words",
    }
}

const fn end(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// The figures of a picture, for those who cannot see it; nothing where they stand beside it.
pub(super) fn figures(of: &Figures, language: Language) -> Markup {
    let cell = |text: &crate::words::Text| sanitise::line(text.get(language)).into_owned();
    html! {
        @if !of.rows.is_empty() {
            // A table is never narrower than its words: the box around it is what hides them.
            div.unseen {
                table {
                    thead { tr { @for column in &of.columns { th scope="col" { (cell(column)) } } } }
                    tbody { @for row in &of.rows { tr { @for text in row { td { (cell(text)) } } } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{GapPoints, gap};
    use crate::units::Decimal;
    use crate::words::Text;

    #[test]
    fn a_picture_says_what_it_is_and_no_name_becomes_markup() {
        let points = GapPoints { now: Decimal::TEN, after: None, wanted: Decimal::ONE };
        let name = Text::same("</title><script>x</script>\u{202e}");
        let chart = gap(points, name, Text::same("Nå: 10.")).unwrap();
        let drawn = picture(&chart, 9_250, Language::Nb).into_string();
        assert!(drawn.contains("width:9.250em"), "{drawn}");
        assert!(drawn.contains("<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;\u{fffd}</title>"));
        assert!(drawn.contains("<desc>Nå: 10.</desc>"));
    }
}
