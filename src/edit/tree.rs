//! What a text says, without how it is written: what two texts are compared by.

use crate::yaml::{Kind, Node};

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tree {
    /// Nothing after the colon or the dash.
    Nothing,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Keys and values in their order.
    Mapping(Vec<(String, Self)>),
}

impl Tree {
    /// What a node says.
    pub(super) fn of(node: &Node<'_>) -> Self {
        match &node.kind {
            Kind::Empty => Self::Nothing,
            Kind::Scalar(scalar) => Self::Text(scalar.text.clone().into_owned()),
            Kind::List(items) => Self::List(items.iter().map(Self::of).collect()),
            Kind::Mapping(entries) => {
                let entry = |entry: &crate::yaml::Entry<'_>| {
                    (entry.key.value.clone().into_owned(), Self::of(&entry.value))
                };
                Self::Mapping(entries.iter().map(entry).collect())
            }
        }
    }

    /// The value under a key.
    pub(super) fn under(&mut self, wanted: &str) -> Option<&mut Self> {
        match self {
            Self::Mapping(entries) => {
                entries.iter_mut().find(|(key, _)| key == wanted).map(|(_, value)| value)
            }
            Self::Nothing | Self::Text(_) | Self::List(_) => None,
        }
    }

    /// The value in a row.
    pub(super) fn row(&mut self, row: usize) -> Option<&mut Self> {
        match self {
            Self::List(items) => items.get_mut(row),
            Self::Nothing | Self::Text(_) | Self::Mapping(_) => None,
        }
    }
}
