//! What can be part of a sentence: it says itself in any language.

use super::{Language, Text, Words, number};
use crate::units::{Decimal, Fte, Hours, Kroner, Year};
use std::borrow::Cow;

/// A value that says itself in any language, with its unit.
pub trait Said {
    /// The value in one language.
    fn said(&self, language: Language) -> Cow<'_, str>;
}

/// A share or a rate, said in per cent with at most one decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent(pub Decimal);

/// A plain number with the decimals it has, at most four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Short(pub Decimal);

/// What people have written, in the quotation marks of the language: «plan», “plan”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted<'a>(pub &'a str);

impl Said for Quoted<'_> {
    fn said(&self, language: Language) -> Cow<'_, str> {
        Cow::Owned(match language {
            Language::Nb | Language::Nn => format!("«{}»", self.0),
            Language::En => format!("“{}”", self.0),
        })
    }
}

/// So many letters of what people have written, on one line: what is longer is cut, and would flood a message.
pub fn shortened(written: &str, letters: usize) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut shown: String = written.chars().take(letters).map(plain).collect();
    if written.chars().nth(letters).is_some() {
        shown.push('…');
    }
    shown
}

impl<T: Said + ?Sized> Said for &T {
    fn said(&self, language: Language) -> Cow<'_, str> {
        (**self).said(language)
    }
}

impl<T: Said> Said for Option<T> {
    /// None says nothing.
    fn said(&self, language: Language) -> Cow<'_, str> {
        self.as_ref().map_or_else(Cow::default, |some| some.said(language))
    }
}

impl Said for Text {
    fn said(&self, language: Language) -> Cow<'_, str> {
        Cow::Borrowed(self.get(language))
    }
}

impl Said for Words {
    fn said(&self, language: Language) -> Cow<'_, str> {
        Cow::Borrowed(self.get(language))
    }
}

impl Said for str {
    fn said(&self, _: Language) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Said for String {
    fn said(&self, _: Language) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Said for Cow<'_, str> {
    fn said(&self, _: Language) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

/// Values that are said as they are displayed, or with a function of [`number`].
macro_rules! said {
    ($($kind:ty: $value:ident, $language:ident => $said:expr;)+) => {
        $(impl Said for $kind {
            fn said(&self, $language: Language) -> Cow<'_, str> {
                let $value = *self;
                Cow::Owned($said)
            }
        })+
    };
}

said! {
    usize: count, _language => count.to_string();
    u16: count, _language => count.to_string();
    u32: count, _language => count.to_string();
    char: sign, _language => sign.to_string();
    Year: year, _language => year.number().to_string();
    Kroner: amount, language => number::kroner(amount, language);
    Hours: hours, language => number::hours(hours, language);
    Fte: fte, language => number::fte(fte, language);
    Percent: share, language => number::percent(share.0, language);
    Short: value, language => number::short(value.0, 4, language);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn each_value_is_said_once_in_every_language() {
        let share = Percent(Decimal::from_str_exact("0.125").unwrap());
        let name = text!(nb: "gevinst", nn: "gevinst", en: "benefit");
        let said = text!(nb: "{share} av {name}", nn: "{share} av {name}", en: "{share} of {name}, {times} times"; share, name, times = 2usize);
        assert_eq!(said.nb, "12,5\u{a0}% av gevinst");
        assert_eq!(said.en, "12.5% of benefit, 2 times");
    }
}
