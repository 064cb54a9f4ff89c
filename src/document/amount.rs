//! Amounts and assumptions, as written: one value, three points, or one for each year.

use super::field::{Field, Keyed};
use super::{Reader, wording};
use crate::model::Estimate;
use crate::quantity::Quantity;
use crate::source::{Span, Spanned};
use crate::units::Year;
use crate::yaml::{Entry, Kind, Node};
use chrono::NaiveDate;

/// anslag or beløp: what a row is worth.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// One amount.
    Single(Box<Estimate>),
    /// First, second … year of the case.
    ByCaseYear(Vec<Spanned<Estimate>>),
    /// By calendar year.
    ByCalendarYear(Vec<(Spanned<Year>, Spanned<Estimate>)>),
}

/// forutsetninger or felles, each under its name.
pub type Assumptions = Vec<Keyed<Assumption>>;

/// forutsetning
#[derive(Debug, Clone, PartialEq)]
pub struct Assumption {
    /// verdi, or lav, verdi and høy in the same unit.
    pub estimate: Field<Estimate>,
    /// kilde
    pub source: Field<String>,
    /// dato
    pub date: Field<NaiveDate>,
    /// gyldig_til
    pub valid_until: Field<NaiveDate>,
    /// merknad
    pub note: Field<String>,
}

pub(super) fn read(reader: &mut Reader, node: &Node<'_>) -> Option<Amount> {
    match &node.kind {
        Kind::List(items) if items.is_empty() => None,
        Kind::List(_) => reader.list(node, estimate).map(Amount::ByCaseYear),
        Kind::Mapping(entries) if entries.iter().any(|entry| begins_with_digit(&entry.key.value)) => {
            reader.by_year(node, estimate).map(Amount::ByCalendarYear)
        }
        Kind::Scalar(_) | Kind::Mapping(_) => Some(Amount::Single(Box::new(estimate(reader, node)?))),
        Kind::Empty => None,
    }
}

pub(super) fn assumptions(reader: &mut Reader, node: &Node<'_>) -> Option<Assumptions> {
    reader.keyed(node, |reader, entry| Some(assumption(reader, entry)))
}

fn assumption(reader: &mut Reader, entry: &Entry<'_>) -> Assumption {
    let node = &entry.value;
    let has_value = node.scalar().is_some() || node.entries().iter().any(|entry| is_point(&entry.key.value));
    let estimate = if has_value { reader.value(node, estimate) } else { Field::Missing };
    Assumption {
        estimate,
        source: reader.field(node, "kilde", Reader::text),
        date: reader.field(node, "dato", Reader::date),
        valid_until: reader.field(node, "gyldig_til", Reader::date),
        note: reader.field(node, "merknad", Reader::text),
    }
}

fn begins_with_digit(key: &str) -> bool {
    key.starts_with(|letter: char| letter.is_ascii_digit())
}

fn is_point(key: &str) -> bool {
    matches!(key, "lav" | "verdi" | "høy")
}

/// One value, or three points in order and in the same unit.
fn estimate(reader: &mut Reader, node: &Node<'_>) -> Option<Estimate> {
    if node.scalar().is_some() {
        return reader.quantity(node).map(Estimate::Certain);
    }
    let mut point = |key| reader.field(node, key, Reader::quantity);
    let (low, mode, high) = (point("lav"), point("verdi"), point("høy"));
    match (&low, &mode, &high) {
        (Field::Missing, Field::Read(mode), Field::Missing) => Some(Estimate::Certain(mode.value.clone())),
        (Field::Read(low), Field::Read(mode), Field::Read(high)) => match in_order(low, mode, high) {
            Ok(estimate) => Some(estimate),
            Err(finding) => {
                reader.report(*finding);
                None
            }
        },
        _ => {
            if mode.is_written() && low.is_written() != high.is_written() {
                reader.report(wording::half_three_point(&low, &high));
            }
            None
        }
    }
}

type Point = Spanned<Quantity>;

/// lav ≤ verdi ≤ høy and lav < høy, all three turned into the unit of verdi.
fn in_order(low: &Point, mode: &Point, high: &Point) -> Result<Estimate, Box<crate::diagnostic::Finding>> {
    let unit = mode.value.dimension();
    let like = |point: &Point| {
        let value = point.value.in_units_of(unit);
        value.ok_or_else(|| Box::new(wording::unlike_points(point, mode)))
    };
    let (lowest, middle, highest) = (like(low)?, mode.value.value(), like(high)?);
    let wrong: Option<(Span, Span)> = if lowest > middle {
        Some((low.span, mode.span))
    } else if middle > highest {
        Some((high.span, mode.span))
    } else if lowest == highest {
        Some((high.span, low.span))
    } else {
        None
    };
    if let Some((here, other)) = wrong {
        let equal = if lowest == highest { wording::Equal::Yes } else { wording::Equal::No };
        return Err(Box::new(wording::points_out_of_order(here, other, equal)));
    }
    let mode = mode.value.clone();
    Ok(Estimate::ThreePoint { low: Quantity::new(lowest, unit), mode, high: Quantity::new(highest, unit) })
}
