//! One row per field: the key, what the schema says of it, and the value.
//!
//! A [`Record`] names its columns once, in order. The same rows are walked to write the record as
//! JSON, without a tree of values between, to describe it as JSON Schema, and to put it in a sheet
//! (`sheet`). What a value is decides
//! both how it is written and what the schema says, so an `Option` is null in both or in none.

use super::content::{Content, Each, Meaning, VersionNumber, Written};
use core::ops::Deref;
use serde::Serializer;
use serde::ser::SerializeMap;
use serde_json::{Map, Value, json};

/// A record of this type, by its columns.
macro_rules! record {
    (<$(const $generic:ident: $of:ty)?> $type:ty, |$to:ident| $columns:block) => {
        impl<$(const $generic: $of)?> $crate::contract::record::Record for $type {
            fn columns<'r>($to: &mut impl $crate::contract::record::Columns<'r, Self>)
            where
                Self: 'r,
            $columns
        }

        impl<$(const $generic: $of)?> $crate::contract::content::Content for $type {
            fn schema(_: &$crate::contract::content::Meaning) -> serde_json::Value {
                $crate::contract::record::schema::<Self>()
            }

            fn write<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::contract::record::write(self, to)
            }
        }
    };
    ($type:ty, |$to:ident| $columns:block) => {
        $crate::contract::record::record!(<> $type, |$to| $columns);
    };
}
pub(super) use record;

/// A record that is the whole answer of a command: its version comes first, and a schema describes it.
macro_rules! whole_document {
    ($command:literal, $type:ty, |$to:ident| { $($columns:tt)* }) => {
        #[doc = concat!("Its JSON Schema: schemas/", $command, ".schema.json.")]
        pub fn schema() -> serde_json::Value {
            $crate::contract::record::document_schema::<$type>(concat!("a3 ", $command, " --format json"))
        }

        $crate::contract::record::record!($type, |$to| {
            $to.version();
            $($columns)*
        });
    };
}
pub(super) use whole_document;

/// The words of a closed set, in order, and which of them a value has.
macro_rules! named {
    ($(#[$doc:meta])* $vis:vis $words:ident, $name:ident($of:ty) { $($word:literal = $value:pat,)+ }) => {
        $(#[$doc])*
        $vis const $words: [&str; [$($word),+].len()] = [$($word),+];

        $vis const fn $name(of: $of) -> &'static str {
            match of {
                $($value => $word,)+
            }
        }
    };
}
pub(super) use named;

/// What becomes one object: every column is always there.
pub(super) trait Record: Sized {
    /// Names every column, in order.
    fn columns<'r>(to: &mut impl Columns<'r, Self>)
    where
        Self: 'r;
}

/// What a record is of, and what it stands in: what its columns need to know beside it.
#[derive(Clone, Copy)]
pub(super) struct In<R, A> {
    pub(super) of: R,
    pub(super) at: A,
}

impl<R, A> Deref for In<R, A> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.of
    }
}

/// A list of records that stand in the same.
pub(super) fn each_in<I: IntoIterator<IntoIter: Clone>, A: Copy>(
    all: I,
    at: A,
) -> Each<impl Iterator<Item = In<I::Item, A>> + Clone> {
    Each(all.into_iter().map(move |of| In { of, at }))
}

/// What is done with the columns of a record.
pub(super) trait Columns<'r, R: Record + 'r> {
    /// One column.
    fn column<C: Content>(
        &mut self,
        key: &'static str,
        of: impl Into<Meaning>,
        value: impl FnOnce(&'r R) -> C,
    );

    /// The columns of another record, as if they were this one's own.
    fn all_of<P: Record + 'r>(&mut self, part: impl FnOnce(&'r R) -> &'r P);

    /// One column that a sheet has no room for.
    fn column_of_json<C: Content>(
        &mut self,
        key: &'static str,
        of: impl Into<Meaning>,
        value: impl FnOnce(&'r R) -> C,
    ) {
        self.column(key, of, value);
    }

    /// One column that a sheet needs, and JSON says by where the record stands.
    fn column_of_sheet<C: Content>(&mut self, _: &'static str, _: impl FnOnce(&'r R) -> C) {}

    /// One column that holds other records, which say themselves what they are.
    fn part<C: Content>(&mut self, key: &'static str, value: impl FnOnce(&'r R) -> C) {
        self.column(key, "", value);
    }

    /// The column that every document begins with.
    fn version(&mut self) {
        self.part("versjon", |_| VersionNumber);
    }
}

/// Writes a record, until something cannot be written.
struct Writer<'w, 'r, R, M: SerializeMap> {
    record: &'r R,
    map: &'w mut M,
    result: Result<(), M::Error>,
}

impl<'r, R: Record + 'r, M: SerializeMap> Columns<'r, R> for Writer<'_, 'r, R, M> {
    fn column<C: Content>(
        &mut self,
        key: &'static str,
        _: impl Into<Meaning>,
        value: impl FnOnce(&'r R) -> C,
    ) {
        if self.result.is_ok() {
            self.result = self.map.serialize_entry(key, &Written(value(self.record)));
        }
    }

    fn all_of<P: Record + 'r>(&mut self, part: impl FnOnce(&'r R) -> &'r P) {
        let mut writer = Writer { record: part(self.record), map: &mut *self.map, result: Ok(()) };
        P::columns(&mut writer);
        let result = writer.result;
        self.result = core::mem::replace(&mut self.result, Ok(())).and(result);
    }
}

/// Writes a record as one object.
pub(super) fn write<R: Record, S: Serializer>(record: &R, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(None)?;
    let mut writer = Writer { record, map: &mut map, result: Ok(()) };
    R::columns(&mut writer);
    writer.result?;
    map.end()
}

/// Describes a record.
#[derive(Default)]
struct Described {
    properties: Map<String, Value>,
    required: Vec<&'static str>,
}

impl<'r, R: Record + 'r> Columns<'r, R> for Described {
    fn column<C: Content>(&mut self, key: &'static str, of: impl Into<Meaning>, _: impl FnOnce(&'r R) -> C) {
        self.properties.insert(key.to_owned(), C::schema(&of.into()));
        self.required.push(key);
    }

    fn all_of<P: Record + 'r>(&mut self, _: impl FnOnce(&'r R) -> &'r P) {
        P::columns(self);
    }
}

/// The schema of a record. Other columns may come.
pub(super) fn schema<R: Record>() -> Value {
    let mut described = Described::default();
    R::columns(&mut described);
    json!({"type": "object", "properties": described.properties, "required": described.required})
}

/// The schema of a whole document.
pub(super) fn document_schema<R: Record>(title: &str) -> Value {
    let mut document = Map::new();
    document.insert("$schema".to_owned(), json!(super::schema::DRAFT));
    document.insert("title".to_owned(), json!(title));
    if let Value::Object(record) = schema::<R>() {
        document.extend(record);
    }
    Value::Object(document)
}
