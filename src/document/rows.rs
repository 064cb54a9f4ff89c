//! forutsetninger, gevinster and kostnader, as written.

use super::Reader;
use super::amount::Amount;
use super::calculation::Calculation;
use super::field::{Field, Keyed};
use super::record::{FromNode, record};
use crate::model::{Avoids, BenefitKind, CostKind, Estimate, Extent, Recipient, Size};
use crate::quantity::{Base, Dimension, Quantity};
use crate::shape::{self, BENEFIT, COST, NOTE, THREE_POINT, row_sections};
use crate::source::Spanned;
use crate::units::Share;
use crate::yaml::{Entry, Kind, Node, in_braces};
use chrono::NaiveDate;

row_sections!(record);

impl Benefit {
    /// Whether the gain leaves today's budget, so that a line must give it up.
    pub fn is_taken_out(&self) -> bool {
        let priced = self.calculation.is_written() || self.estimate.is_written();
        let own = matches!(self.recipient.get(), None | Some(Recipient::Organisation));
        let in_budget = self.avoids.get() != Some(&Avoids::Growth);
        let by_default = self.kind.get().is_some_and(|kind| kind.is_taken_out_unsaid());
        let out =
            self.transfer.is_written() || self.take_out.get().map_or(by_default, |share| !share.is_zero());
        priced && own && in_budget && out
    }

    /// Whether nobody has written which line gives it up.
    pub fn lacks_budget_line(&self) -> bool {
        self.is_taken_out() && !self.budget_lines.is_written()
    }
}

impl Cost {
    /// Whether all of it is still to be written, as where the whole list is `…`.
    pub(super) fn is_unwritten(&self) -> bool {
        let is_written = self.name.is_written() || self.kind.is_written() || self.calculation.is_written();
        !is_written && self.amount.get().is_none()
    }
}

/// The remarks on an amount, or on the amounts of its years.
fn amount_notes(amount: Option<&Node<'_>>) -> Vec<Field<String>> {
    let years = amount
        .into_iter()
        .flat_map(|all| all.items().iter().chain(all.entries().iter().map(|entry| &entry.value)));
    let notes = amount.into_iter().chain(years).filter_map(|amount| amount.get(NOTE.key));
    let written = notes.filter(|note| !shape::is_unanswered(note));
    written.filter_map(|note| Some(Field::Read(Spanned::new(note.text()?.to_owned(), note.span)))).collect()
}

impl Reader {
    /// forutsetninger or felles, each under its name.
    pub(super) fn assumptions(&mut self, node: &Node<'_>) -> Option<Vec<Keyed<Assumption>>> {
        self.keyed(node, |reader, node| {
            // One value that no row was made of is a field that stands outside its row.
            if node.scalar().is_some() {
                return None;
            }
            let is_point = |key: &str| THREE_POINT.fields.iter().any(|field| field.key == key);
            let has_value = node.entries().iter().any(|entry| is_point(&entry.key.value));
            let has_value = has_value && !node.get("verdi").is_some_and(shape::is_unanswered);
            let estimate = if has_value { reader.value(node, Estimate::from_node) } else { Field::Missing };
            let has_points = node.get("lav").is_some() || node.get("høy").is_some();
            // Its one entry is put in before it is read: the key stands where the value does.
            let in_one_line = match node.entries() {
                [Entry { key, value }] if key.span == value.span => {
                    value.text().map(|text| in_braces(text.trim()))
                }
                _ => None,
            };
            Some(Assumption { estimate, in_one_line, has_points, ..Assumption::read(reader, node) })
        })
    }

    /// gevinster. A bare number is kroner per year, except where the gain is time: hours or kroner.
    pub(super) fn benefits(&mut self, node: &Node<'_>) -> Option<Vec<Benefit>> {
        let bare = |kind: Option<&str>| {
            let saves_money = kind == Some(BenefitKind::AvoidedCost.word());
            saves_money.then(|| Dimension::per(Base::Krone, Base::Year))
        };
        self.priced_rows(node, bare, |benefit: &mut Benefit, row| {
            benefit.amount_notes = amount_notes(row.get("anslag"));
            let is_meant = |key| shape::is_meant(row, &BENEFIT, key);
            if !benefit.estimate.is_written() && (is_meant("anslag") || is_meant("beregning")) {
                benefit.estimate = Field::Unusable(row.span);
            }
        })
    }

    /// kostnader. A bare number is kroner, per year where the cost runs.
    pub(super) fn costs(&mut self, node: &Node<'_>) -> Option<Vec<Cost>> {
        let bare = |kind: Option<&str>| {
            let runs = kind == Some(CostKind::Running.word());
            Some(if runs { Dimension::per(Base::Krone, Base::Year) } else { Dimension::of(Base::Krone) })
        };
        self.priced_rows(node, bare, |cost: &mut Cost, row| {
            cost.amount_notes = amount_notes(row.get("beløp"));
            let is_meant = |key| shape::is_meant(row, &COST, key);
            let is_open = row.get("beløp").is_some_and(shape::is_unanswered);
            if !cost.amount.is_written() && (is_open || is_meant("beløp") || is_meant("beregning")) {
                cost.amount = Field::Unusable(row.span);
            }
        })
    }

    /// Rows in which a bare number is what their type says. `beside` reads what stands beside the amount, and finds
    /// one whose key is told to be no field, so that it is not told to be missing as well.
    fn priced_rows<T: FromNode>(
        &mut self,
        node: &Node<'_>,
        bare: fn(Option<&str>) -> Option<Dimension>,
        beside: fn(&mut T, &Node<'_>),
    ) -> Option<Vec<T>> {
        self.list(node, |reader, row| {
            reader.small_told = false;
            reader.bare = bare(row.get("type").and_then(Node::text));
            // Time without a unit is refused only in a gain, and a gain is per year.
            reader.yearly = reader.bare.as_ref().is_none_or(Dimension::is_money_per_year);
            let mut read = T::from_node(reader, row);
            (reader.bare, reader.yearly) = (None, false);
            read.iter_mut().for_each(|read| beside(read, row));
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
