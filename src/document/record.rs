//! How a mapping of the file becomes a struct: one line a field.

use crate::source::Span;
use crate::yaml::{Kind, Node, Style};

/// A struct whose fields are the keys of a mapping, each with how its value is read. What stands
/// beside them in brackets is
/// filled in by the one who reads.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident {
        $([$($(#[$beside_doc:meta])* $beside:ident: $beside_type:ty;)+])?
        $($(#[$field_doc:meta])* $field:ident: $type:ty = $key:literal, $read:expr;)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            /// Where a finding about the whole points: its first key and value.
            pub span: $crate::source::Span,
            $($($(#[$beside_doc])* pub $beside: $beside_type,)+)?
            $($(#[$field_doc])* pub $field: $crate::document::Field<$type>,)+
        }

        impl $name {
            pub(in $crate::document) fn read(
                node: &$crate::yaml::Node<'_>,
                reader: &mut $crate::document::reader::Reader,
            ) -> Self {
                Self {
                    span: $crate::document::record::anchor(node),
                    $($($beside: <$beside_type>::default(),)+)?
                    $($field: reader.field(node, $key, $read),)+
                }
            }
        }
    };
}

/// Reads a word of one of the model's closed sets.
macro_rules! word {
    ($set:ident) => {
        |_, node| node.text().and_then($set::from_word)
    };
}

/// Reads a list of mappings.
macro_rules! rows {
    ($row:ident) => {
        |reader, node| reader.rows(node, $row::read)
    };
}

pub(super) use {record, rows, word};

/// A short place for a whole row: its first key, with the value when both stand on one line.
pub(super) fn anchor(node: &Node<'_>) -> Span {
    let Some(first) = node.entries().first() else { return node.span };
    match &first.value.kind {
        Kind::Scalar(scalar) if scalar.verbatim && scalar.style != Style::Block => {
            first.key.span.to(first.value.span)
        }
        Kind::Scalar(_) | Kind::Empty | Kind::List(_) | Kind::Mapping(_) => first.key.span,
    }
}
