//! Amounts, as written: one value, three points, or one for each year.

use super::field::Field;
use super::organisation::ByYear;
use super::record::FromNode;
use super::rows::ThreePoint;
use super::{Reader, wording};
use crate::model::Estimate;
use crate::quantity::Quantity;
use crate::shape::is_by_year;
use crate::source::{Span, Spanned};
use crate::units::Decimal;
use crate::yaml::{Kind, Node};

/// anslag or beløp: what a row is worth.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// One amount.
    Single(Box<Estimate>),
    /// First, second … year of the case.
    ByCaseYear(Vec<Spanned<Estimate>>),
    /// By calendar year.
    ByCalendarYear(ByYear<Estimate>),
}

impl Field<Amount> {
    /// The amounts that could be read, in the order written, each at its place.
    pub fn estimates(&self) -> Vec<Spanned<&Estimate>> {
        let Some(amount) = self.spanned() else { return Vec::new() };
        match &amount.value {
            Amount::Single(estimate) => vec![Spanned::new(estimate.as_ref(), amount.span)],
            Amount::ByCaseYear(years) => years.iter().map(of_year).collect(),
            Amount::ByCalendarYear(years) => years.iter().map(|(_, of)| of_year(of)).collect(),
        }
    }
}

fn of_year(estimate: &Spanned<Estimate>) -> Spanned<&Estimate> {
    Spanned::new(&estimate.value, estimate.span)
}

impl FromNode for Amount {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        match &node.kind {
            Kind::List(items) if items.is_empty() => None,
            Kind::List(_) => Vec::from_node(reader, node).map(Self::ByCaseYear),
            Kind::Mapping(_) if is_by_year(node) => Vec::from_node(reader, node).map(Self::ByCalendarYear),
            Kind::Scalar(_) | Kind::Mapping(_) => {
                Estimate::from_node(reader, node).map(|estimate| Self::Single(Box::new(estimate)))
            }
            Kind::Empty => None,
        }
    }
}

/// One value, or three points in order and in the same unit.
impl FromNode for Estimate {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        let around = core::mem::replace(&mut reader.takes_points, true);
        let estimate = one_or_three(reader, node);
        reader.takes_points = around;
        estimate
    }
}

fn one_or_three(reader: &mut Reader, node: &Node<'_>) -> Option<Estimate> {
    if node.scalar().is_some() {
        return reader.quantity(node).map(Estimate::Certain);
    }
    let ThreePoint { low, mode, high, .. } = ThreePoint::read(reader, node);
    match (&low, &mode, &high) {
        (Field::Missing, Field::Read(mode), Field::Missing) => Some(Estimate::Certain(mode.value.clone())),
        (Field::Read(low), Field::Read(mode), Field::Read(high)) => match in_order(low, mode, high) {
            Ok(estimate) => {
                far_apart(&estimate, low, high).into_iter().for_each(|finding| reader.report(finding));
                Some(estimate)
            }
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
    let unit = mode.value.dimension().clone();
    let like = |point: &Point| {
        let counts_another = point.value.label().is_some() && mode.value.label().is_some();
        let is_another = counts_another && !point.value.counts_same_as(&mode.value);
        let value = point.value.in_units_of(&unit).filter(|_| !is_another);
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
    Ok(Estimate::ThreePoint { low: mode.with_value(lowest), high: mode.with_value(highest), mode })
}

/// lav or høy that is more than a hundred times from verdi: most often its thousands are missing.
fn far_apart(estimate: &Estimate, at_low: &Point, at_high: &Point) -> Option<crate::diagnostic::Finding> {
    let Estimate::ThreePoint { low, mode, high } = estimate else { return None };
    let [low, mode, high] = [low, mode, high].map(Quantity::value);
    let is_far = |small: Decimal, large: Decimal| {
        let most = small.checked_mul(Decimal::ONE_HUNDRED);
        small > Decimal::ZERO && most.is_some_and(|most| most < large)
    };
    if is_far(low, mode) {
        Some(wording::point_far_below(at_low.span))
    } else if is_far(mode, high) {
        Some(wording::point_far_above(at_high.span))
    } else {
        None
    }
}
