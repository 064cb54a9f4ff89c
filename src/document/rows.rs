//! forutsetninger, gevinster and kostnader, as written.

use super::Reader;
use super::amount::Amount;
use super::calculation::Calculation;
use super::field::{Field, Keyed};
use super::record::{FromNode, record};
use crate::model::{Avoids, BenefitKind, CostKind, Estimate, Extent, Recipient, Size};
use crate::quantity::{Base, Dimension, Quantity};
use crate::shape::{THREE_POINT, row_sections};
use crate::source::Spanned;
use crate::units::Share;
use crate::yaml::{Kind, Node};
use chrono::NaiveDate;

row_sections!(record);

impl Reader {
    /// forutsetninger or felles, each under its name.
    pub(super) fn assumptions(&mut self, node: &Node<'_>) -> Option<Vec<Keyed<Assumption>>> {
        self.keyed(node, |reader, node| {
            let is_point = |key: &str| THREE_POINT.fields.iter().any(|field| field.key == key);
            let has_value =
                node.scalar().is_some() || node.entries().iter().any(|entry| is_point(&entry.key.value));
            let estimate = if has_value { reader.value(node, Estimate::from_node) } else { Field::Missing };
            Some(Assumption { estimate, ..Assumption::read(reader, node) })
        })
    }

    /// gevinster. A bare number is kroner per year, except where the gain is time: hours or kroner.
    pub(super) fn benefits(&mut self, node: &Node<'_>) -> Option<Vec<Benefit>> {
        self.priced_rows(node, |kind| {
            let saves_money = kind == Some(BenefitKind::AvoidedCost.word());
            saves_money.then(|| Dimension::per(Base::Krone, Base::Year))
        })
    }

    /// kostnader. A bare number is kroner, per year where the cost runs.
    pub(super) fn costs(&mut self, node: &Node<'_>) -> Option<Vec<Cost>> {
        self.priced_rows(node, |kind| {
            let runs = kind == Some(CostKind::Running.word());
            Some(if runs { Dimension::per(Base::Krone, Base::Year) } else { Dimension::of(Base::Krone) })
        })
    }

    /// Rows in which a bare number is what their type says.
    fn priced_rows<T: FromNode>(
        &mut self,
        node: &Node<'_>,
        bare: fn(Option<&str>) -> Option<Dimension>,
    ) -> Option<Vec<T>> {
        self.list(node, |reader, row| {
            reader.small_told = false;
            reader.bare = bare(row.get("type").and_then(Node::text));
            let read = T::from_node(reader, row);
            reader.bare = None;
            read
        })
    }

    /// budsjettpost: one line, or several with andel.
    pub(super) fn budget_lines(&mut self, node: &Node<'_>) -> Option<Vec<BudgetLine>> {
        match node.kind {
            Kind::Mapping(_) => Some(vec![BudgetLine::read(self, node)]),
            Kind::List(_) => Vec::from_node(self, node),
            Kind::Empty | Kind::Scalar(_) => None,
        }
    }
}
