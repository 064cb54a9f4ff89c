//! `a3 explain forutsetning`: what is believed of a figure where, and what was measured.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Kind, Page, titled};
use crate::model::Estimate;
use crate::quantity::{self, Quantity};
use crate::report::{Believed, BelievedReport};
use crate::text;
use crate::words::{Text, all_of};

/// Where it stands, and every reading of it.
pub fn page(report: &BelievedReport) -> Page {
    let believed = Listing::of(&report.believed)
        .text(text!(nb: "Hvor", nn: "Kvar", en: "Where"), place)
        .column(Kind::Number, text!(nb: "Lav", nn: "Låg", en: "Low"), |of| point(of, |points| points.0))
        .column(Kind::Number, text!(nb: "Verdi", nn: "Verdi", en: "Value"), |of| point(of, |points| points.1))
        .column(Kind::Number, text!(nb: "Høy", nn: "Høg", en: "High"), |of| point(of, |points| points.2))
        .text(text!(nb: "Kilde", nn: "Kjelde", en: "Source"), |of| of.source.as_ref())
        .table();
    let measured = Listing::of(&report.measured)
        .text(text!(nb: "Sak", nn: "Sak", en: "Case"), |of| &of.case)
        .column(Kind::Number, text!(nb: "Dato", nn: "Dato", en: "Date"), |of| {
            Text::same(&of.date.to_string())
        })
        .column(Kind::Number, text!(nb: "Målt", nn: "Målt", en: "Measured"), |of| {
            quantity::words(&of.value)
        })
        .text(text!(nb: "Måling", nn: "Måling", en: "Measurement"), |of| &of.measurement)
        .text(text!(nb: "Ansvarlig", nn: "Ansvarleg", en: "Responsible"), |of| of.who.as_ref())
        .table();
    let used = match report.used_by.as_slice() {
        [] => {
            text!(nb: "Ingen regnestykker bygger på den.", nn: "Ingen reknestykke byggjer på han.", en: "No calculation builds on it.")
        }
        cases => {
            let cases = all_of(cases);
            text!(nb: "Regnestykkene i {cases} bygger på den.", nn: "Reknestykka i {cases} byggjer på han.", en: "The calculations of {cases} build on it."; cases)
        }
    };
    let none = Block::Paragraph(text!(
        nb: "Ingen har målt den. Den måles når en måling har «måler» med navnet.", nn: "Ingen har målt han. Han blir målt når ei måling har «måler» med namnet.",
        en: "Nobody has measured it. It is measured when a measurement has “måler” with its name."
    ));
    let measured = match measured.rows.is_empty() {
        true => vec![none],
        false => {
            titled(text!(nb: "Hva som er målt", nn: "Kva som er målt", en: "What was measured"), measured)
        }
    };
    Page::new(Text::same(&report.name))
        .with(Block::Paragraph(used))
        .with_all(titled(
            text!(nb: "Hva som er trodd", nn: "Kva som er trudd", en: "What is believed"),
            believed,
        ))
        .with_all(measured)
}

fn place(of: &&Believed) -> Cell {
    match &of.case {
        Some(case) => Cell::name(case),
        None => text!(nb: "felles i a3.yaml", nn: "felles i a3.yaml", en: "felles in a3.yaml").into(),
    }
}

/// lav, verdi and høy; the first and the last where there is a span.
type Points<'a> = (Option<&'a Quantity>, Option<&'a Quantity>, Option<&'a Quantity>);

fn point(of: &Believed, wanted: impl Fn(Points<'_>) -> Option<&Quantity>) -> Cell {
    let points = match &of.estimate {
        Estimate::Certain(value) => (None, Some(value), None),
        Estimate::ThreePoint { low, mode, high } => (Some(low), Some(mode), Some(high)),
    };
    wanted(points).map_or(Cell::Empty, |value| quantity::words(value).into())
}
