//! What can stand after a key: how it is written, and what the schema says of it.
//!
//! Figures are strings: exact, rounded half away from zero, without exponent or trailing zeros.

use crate::units::{Decimal, Fte, Hours, Kroner, MONEY_DECIMALS, Overflow, RATIO_DECIMALS, Year, round};
use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// What a column means, beyond what its values are.
#[derive(Clone, Copy)]
pub(super) enum Meaning {
    /// In words.
    Words(&'static str),
    /// One of a closed set of words, in one list or two.
    OneOf([&'static [&'static str]; 2]),
    /// A ratio in words, or one word where there is none.
    RatioOr(&'static str, &'static str),
}

impl From<&'static str> for Meaning {
    fn from(words: &'static str) -> Self {
        Self::Words(words)
    }
}

impl From<&'static [&'static str]> for Meaning {
    fn from(words: &'static [&'static str]) -> Self {
        Self::OneOf([words, &[]])
    }
}

impl<const N: usize> From<&'static [&'static str; N]> for Meaning {
    fn from(words: &'static [&'static str; N]) -> Self {
        Self::OneOf([words, &[]])
    }
}

impl Meaning {
    /// The schema of what is written in this form.
    fn schema(self, form: &Value) -> Value {
        match self {
            Self::Words(words) => described(words, form),
            Self::OneOf(words) => json!({"enum": words.concat()}),
            Self::RatioOr(words, other) => {
                json!({"anyOf": [described(words, &figure(RATIO_DECIMALS)), {"const": other}]})
            }
        }
    }
}

fn described(words: &str, form: &Value) -> Value {
    let mut schema = json!({"description": words});
    if let (Value::Object(schema), Value::Object(form)) = (&mut schema, form) {
        schema.extend(form.clone());
    }
    schema
}

/// The form of a figure of at most so many decimals.
fn figure(decimals: u32) -> Value {
    json!({"type": "string", "pattern": format!("^-?[0-9]+(\\.[0-9]{{1,{decimals}}})?$")})
}

/// What can stand after a key.
pub(super) trait Content {
    /// Whether it is words: from people's files or ours, so that a sheet must not trust them.
    const IS_WORDS: bool = false;

    /// Its JSON Schema, where the column means this.
    fn schema(of: &Meaning) -> Value;

    /// Writes it.
    ///
    /// # Errors
    /// Where it cannot be worked out.
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

/// Content as serde takes it.
pub(super) struct Written<C>(pub(super) C);

impl<C: Content> Serialize for Written<C> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}

/// A frame's amount, kroner or årsverk.
pub(super) struct Amount(pub(super) Decimal);

/// A ratio, a share, a factor or years of payback.
pub(super) struct Ratio(pub(super) Decimal);

/// What every row of the JSON has, and some rows of a sheet alone do not.
pub(super) struct OrBlank<C>(pub(super) Option<C>);

/// Four years of the plan.
pub(super) struct Plan(pub(super) [Kroner; 4]);

/// A score of Verdimatrisen.
pub(super) struct Score(pub(super) i8);

/// The version of every document.
pub(super) struct VersionNumber;

/// A list that is worked out as it is written, as often as it is asked for.
pub(super) struct Each<I>(pub(super) I);

/// Content of one form, written by one call.
macro_rules! content {
    ($($type:ty, $form:expr, |$value:ident, $to:ident| $write:expr;)+) => {
        $(impl Content for $type {
            fn schema(of: &Meaning) -> Value {
                of.schema(&$form)
            }

            fn write<S: Serializer>(&self, $to: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                $write
            }
        })+
    };
}

content! {
    bool, json!({"type": "boolean"}), |is, to| to.serialize_bool(*is);
    u16, json!({"type": "integer", "minimum": 0}), |count, to| to.serialize_u16(*count);
    u64, json!({"type": "integer", "minimum": 0}), |count, to| to.serialize_u64(*count);
    usize, json!({"type": "integer", "minimum": 0}), |count, to| count.serialize(to);
    Score, json!({"type": "integer", "minimum": -4, "maximum": 4}), |score, to| to.serialize_i8(score.0);
    Year, json!({"type": "integer"}), |year, to| to.serialize_u16(year.number());
    Kroner, figure(MONEY_DECIMALS), |kroner, to| to.collect_str(&exact(kroner.value(), MONEY_DECIMALS));
    Hours, figure(MONEY_DECIMALS), |hours, to| to.collect_str(&exact(hours.value(), MONEY_DECIMALS));
    Fte, figure(MONEY_DECIMALS), |fte, to| to.collect_str(&exact(fte.value(), MONEY_DECIMALS));
    Amount, figure(MONEY_DECIMALS), |amount, to| to.collect_str(&exact(amount.0, MONEY_DECIMALS));
    Ratio, figure(RATIO_DECIMALS), |ratio, to| to.collect_str(&exact(ratio.0, RATIO_DECIMALS));
}

impl Content for str {
    const IS_WORDS: bool = true;

    fn schema(of: &Meaning) -> Value {
        of.schema(&json!({"type": "string"}))
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self)
    }
}

impl Content for String {
    const IS_WORDS: bool = true;

    fn schema(of: &Meaning) -> Value {
        str::schema(of)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.as_str().write(to)
    }
}

impl<C: Content> Content for OrBlank<C> {
    const IS_WORDS: bool = C::IS_WORDS;

    fn schema(of: &Meaning) -> Value {
        C::schema(of)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}

fn exact(value: Decimal, decimals: u32) -> Decimal {
    let rounded = round(value, decimals).normalize();
    if rounded.is_zero() { Decimal::ZERO } else { rounded }
}

impl Content for VersionNumber {
    fn schema(_: &Meaning) -> Value {
        json!({"description": "Et felt skifter aldri mening under samme versjon", "const": super::VERSION})
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u8(super::VERSION)
    }
}

impl Content for Plan {
    fn schema(of: &Meaning) -> Value {
        let kroner = Kroner::schema(&Meaning::Words("kroner"));
        of.schema(&json!({"type": "array", "items": kroner, "minItems": 4, "maxItems": 4}))
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.as_slice().write(to)
    }
}

/// A ratio, or a word where there is none.
impl Content for Result<Ratio, &'static str> {
    fn schema(of: &Meaning) -> Value {
        Ratio::schema(of)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Ok(ratio) => ratio.write(to),
            Err(word) => to.serialize_str(word),
        }
    }
}

/// Null where it is not known, or does not apply.
impl<C: Content> Content for Option<C> {
    const IS_WORDS: bool = C::IS_WORDS;

    fn schema(of: &Meaning) -> Value {
        json!({"anyOf": [C::schema(of), {"type": "null"}]})
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(content) => content.write(to),
            None => to.serialize_none(),
        }
    }
}

/// What is worked out as it is written.
impl<C: Content> Content for Result<C, Overflow> {
    const IS_WORDS: bool = C::IS_WORDS;

    fn schema(of: &Meaning) -> Value {
        C::schema(of)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.as_ref().map_err(|Overflow| S::Error::custom("too large"))?.write(to)
    }
}

impl<C: Content + ?Sized> Content for &C {
    const IS_WORDS: bool = C::IS_WORDS;

    fn schema(of: &Meaning) -> Value {
        C::schema(of)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        C::write(self, to)
    }
}

impl<I: Iterator<Item: Content> + Clone> Content for Each<I> {
    fn schema(of: &Meaning) -> Value {
        json!({"type": "array", "items": I::Item::schema(of)})
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.clone().map(Written))
    }
}

impl<C: Content> Content for [C] {
    const IS_WORDS: bool = C::IS_WORDS;

    fn schema(of: &Meaning) -> Value {
        Each::<core::slice::Iter<'_, C>>::schema(of)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Each(self.iter()).write(to)
    }
}

impl<C: Content> Content for Vec<C> {
    const IS_WORDS: bool = C::IS_WORDS;

    fn schema(of: &Meaning) -> Value {
        <[C]>::schema(of)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.as_slice().write(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn figures_are_exact_and_have_no_more_digits_than_they_need() {
        let written = |text| serde_json::to_string(&Written(Kroner::new(number(text)))).unwrap();
        assert_eq!(written("998172.40"), "\"998172.4\"");
        assert_eq!(written("1000000"), "\"1000000\"");
        assert_eq!(written("-0.000000005"), "\"-0.00000001\"");
        assert_eq!(written("-0.000000004"), "\"0\"");
        let ratio = serde_json::to_string(&Written(Ratio(number("0.1834567896")))).unwrap();
        assert_eq!(ratio, "\"0.18345679\"");
    }

    #[test]
    fn what_cannot_be_worked_out_is_not_written() {
        assert!(serde_json::to_string(&Written(Err::<Kroner, Overflow>(Overflow))).is_err());
    }
}
