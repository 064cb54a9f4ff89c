//! How a mapping of the file becomes a struct: its members are the fields of the table in `shape`.

use super::Reader;
use super::calculation::Calculation;
use super::field::Keyed;
use crate::model::{
    Avoids, BenefitKind, Choice, CodeLength, CostKind, Distribution, Extent, Frequency, Fulfilment, Method,
    Outcome, Phase, Recipient, Rounding, Size, Status,
};
use crate::quantity::Quantity;
use crate::source::{Span, Spanned};
use crate::units::{Fte, Hours, Rate, Share, Year};
use crate::yaml::{Kind, Node, Style};
use chrono::NaiveDate;

/// The structs of sections of the table. A field is read as its type says, or by the method of
/// [`Reader`] that is named before its key. What is in brackets is filled in by the one who reads.
macro_rules! record {
    ($($(#[$doc:meta])* $vis:vis $id:ident $record:ident $([$($beside:ident: $beside_type:ty),+])?
        $name:literal $phrase_nb:literal / $phrase_nn:literal / $phrase_en:literal {
        $($($field:ident: $type:ty = $($read:ident)?)? $key:literal
            $needed:expr, $kind:expr, $example:literal, $nb:literal / $nn:literal / $en:literal;)+
    })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $record {
            /// Where a finding about the whole points: its first key and value.
            pub span: $crate::source::Span,
            $($(
                #[doc = concat!("Filled in when the whole is read: ", stringify!($beside), ".")]
                pub $beside: $beside_type,
            )+)?
            $($(
                #[doc = concat!("`", $key, "`: ", $en)]
                pub $field: $crate::document::Field<$type>,
            )?)+
            /// `merknad`: a remark to the reader.
            pub note: $crate::document::Field<String>,
        }

        impl $record {
            pub(in $crate::document) fn read(
                reader: &mut $crate::document::Reader,
                node: &$crate::yaml::Node<'_>,
            ) -> Self {
                Self {
                    span: $crate::document::record::anchor(node),
                    $($($beside: <$beside_type>::default(),)+)?
                    $($($field: reader.field(node, $key, $crate::document::record::way!($type $(, $read)?)),)?)+
                    note: reader.field(node, $crate::shape::NOTE.key, Reader::text),
                }
            }
        }

        impl $crate::document::record::FromNode for $record {
            fn from_node(reader: &mut $crate::document::Reader, node: &$crate::yaml::Node<'_>) -> Option<Self> {
                matches!(node.kind, $crate::yaml::Kind::Mapping(_)).then(|| Self::read(reader, node))
            }
        }
    )+};
}

/// How one field is read.
macro_rules! way {
    ($type:ty) => {
        <$type as $crate::document::record::FromNode>::from_node
    };
    ($type:ty, $read:ident) => {
        $crate::document::Reader::$read
    };
}

pub(super) use {record, way};

/// A value that can be read from a node in one way.
pub(super) trait FromNode: Sized {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self>;
}

/// Types that one method of [`Reader`] reads.
macro_rules! read_by {
    ($($type:ty = $read:ident;)+) => {$(
        impl FromNode for $type {
            fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
                reader.$read(node)
            }
        }
    )+};
}
read_by! {
    String = text;
    bool = yes_or_no;
    NaiveDate = date;
    Year = year;
    u16 = whole_years;
    Quantity = quantity;
    Share = share;
    Rate = rate;
    Fte = fte;
    Hours = hours_per_fte;
    Calculation = calculation;
}

/// The closed sets of words.
macro_rules! read_as_word {
    ($($set:ident),+) => {$(
        impl FromNode for $set {
            fn from_node(_: &mut Reader, node: &Node<'_>) -> Option<Self> {
                node.text().and_then(Self::from_word)
            }
        }
    )+};
}
read_as_word!(
    Avoids,
    BenefitKind,
    Choice,
    CodeLength,
    CostKind,
    Distribution,
    Extent,
    Frequency,
    Fulfilment,
    Method
);
read_as_word!(Outcome, Phase, Recipient, Rounding, Size, Status);

impl<T: FromNode> FromNode for Spanned<T> {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        T::from_node(reader, node).map(|value| Self::new(value, node.span))
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        reader.list(node, T::from_node)
    }
}

impl<T: FromNode> FromNode for Vec<Keyed<T>> {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        reader.keyed(node, T::from_node)
    }
}

/// A short place for a whole row: its first key, with the value when both are on one line.
pub(super) fn anchor(node: &Node<'_>) -> Span {
    let Some(first) = node.entries().first() else { return node.span };
    match &first.value.kind {
        Kind::Scalar(scalar) if scalar.verbatim && scalar.style != Style::Block => {
            first.key.span.to(first.value.span)
        }
        Kind::Scalar(_) | Kind::Empty | Kind::List(_) | Kind::Mapping(_) => first.key.span,
    }
}
