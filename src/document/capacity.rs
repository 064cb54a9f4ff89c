//! kapasitet: change work, for the case's own område or by område.

use super::Reader;
use super::field::Keyed;
use crate::source::Spanned;
use crate::units::Fte;
use crate::yaml::{Kind, Node};

/// kapasitet: årsverk of change work in the first, second … year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Capacity {
    /// Taken from the case's own område.
    OwnArea(Vec<Spanned<Fte>>),
    /// Taken from each område named.
    ByArea(Vec<Keyed<Vec<Spanned<Fte>>>>),
}

pub(super) fn read(reader: &mut Reader, node: &Node<'_>) -> Option<Capacity> {
    match node.kind {
        Kind::List(_) => reader.list(node, Reader::fte).map(Capacity::OwnArea),
        Kind::Mapping(_) => {
            let areas = reader.keyed(node, |reader, entry| reader.list(&entry.value, Reader::fte));
            areas.map(Capacity::ByArea)
        }
        Kind::Empty | Kind::Scalar(_) => None,
    }
}
