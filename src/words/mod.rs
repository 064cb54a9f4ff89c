//! Words for people, in every language side by side.
//!
//! `text!(nb: "…", nn: "…", en: "…")` builds a [`Text`]; `words!(nb: "…", nn: "…", en: "…")` is
//! the same for constant tables. A missing language does not compile, and the compiler finds every
//! place that needs a new one. What a sentence is about is named once, after all languages, and
//! each value says itself in the language at hand:
//!
//! ```
//! # use a3::{text, units::{Decimal, Kroner, Year}};
//! let (missing, year) = (Kroner::new(Decimal::from(1200)), Year::new(2027).unwrap());
//! let said = text!(
//!     nb: "Det mangler {missing} i {year}",
//!     nn: "Det manglar {missing} i {year}",
//!     en: "{missing} is missing in {year}"; missing, year
//! );
//! assert_eq!(said.en, "NOK\u{a0}1,200 is missing in 2027");
//! ```

mod list;
pub mod number;
mod said;
mod shell;

pub use list::{all_of, all_or_most, any_of, at_most, listed, sentences, separated, that_say_anything};
pub use said::{Percent, Quoted, Said, Short, shortened};
pub use shell::one_word;

/// The language of what is printed. Norwegian (bokmål) is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// bokmål
    #[default]
    Nb,
    /// nynorsk
    Nn,
    /// English
    En,
}

/// One message in every language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Text {
    /// bokmål
    pub nb: String,
    /// nynorsk
    pub nn: String,
    /// English
    pub en: String,
}

impl Text {
    /// The message in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nb => &self.nb,
            Language::Nn => &self.nn,
            Language::En => &self.en,
        }
    }

    /// What is said in each language, one at a time.
    pub fn in_each(said: impl Fn(Language) -> String) -> Self {
        Self { nb: said(Language::Nb), nn: said(Language::Nn), en: said(Language::En) }
    }

    /// The same as the beginning of a sentence.
    pub fn capital(&self) -> Self {
        Self::in_each(|language| {
            let mut letters = self.get(language).chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
    }

    /// Whether there is nothing to say.
    pub const fn is_empty(&self) -> bool {
        self.nb.is_empty()
    }

    /// The same; none where there is nothing to say.
    pub fn unless_empty(self) -> Option<Self> {
        (!self.is_empty()).then_some(self)
    }

    /// The same words in every language: names and values from people's own files.
    pub fn same(words: &str) -> Self {
        Self { nb: words.to_owned(), nn: words.to_owned(), en: words.to_owned() }
    }
}

impl From<&std::io::Error> for Text {
    /// What the system says, in words after a colon: «du har ikke tilgang».
    fn from(cause: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        // The system's own list grows: what is not named here is shown in its own words.
        #[allow(clippy::wildcard_enum_match_arm, reason = "the system's list of errors is open")]
        let words = match cause.kind() {
            ErrorKind::NotFound => {
                crate::words!(nb: "noe i stien finnes ikke", nn: "noko i stien finst ikkje", en: "something in the path does not exist")
            }
            ErrorKind::PermissionDenied => {
                crate::words!(nb: "du har ikke tilgang", nn: "du har ikkje tilgang", en: "you have no access")
            }
            ErrorKind::AlreadyExists => {
                crate::words!(nb: "den finnes fra før", nn: "den finst frå før", en: "it exists already")
            }
            ErrorKind::NotADirectory => {
                crate::words!(nb: "noe i stien er en fil og ikke en mappe", nn: "noko i stien er ei fil og ikkje ei mappe", en: "something in the path is a file and not a folder")
            }
            ErrorKind::IsADirectory => {
                crate::words!(nb: "det er en mappe", nn: "det er ei mappe", en: "it is a folder")
            }
            ErrorKind::InvalidFilename => {
                crate::words!(nb: "navnet går ikke an", nn: "namnet går ikkje an", en: "the name is not possible")
            }
            ErrorKind::ReadOnlyFilesystem => {
                crate::words!(nb: "disken kan bare leses", nn: "disken kan berre lesast", en: "the disk can only be read")
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                crate::words!(nb: "disken er full", nn: "disken er full", en: "the disk is full")
            }
            ErrorKind::InvalidInput => {
                crate::words!(nb: "stien går ikke an", nn: "stien går ikkje an", en: "the path is not possible")
            }
            _ => return Self::same(&cause.to_string()),
        };
        words.text()
    }
}

/// One constant message in every language, for tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// bokmål
    pub nb: &'static str,
    /// nynorsk
    pub nn: &'static str,
    /// English
    pub en: &'static str,
}

impl Words {
    /// The message in one language.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Nb => self.nb,
            Language::Nn => self.nn,
            Language::En => self.en,
        }
    }

    /// The same message as an owned [`Text`].
    pub fn text(self) -> Text {
        Text { nb: self.nb.to_owned(), nn: self.nn.to_owned(), en: self.en.to_owned() }
    }
}

/// Builds a [`Text`] with `format!` in every language. Values named after the languages say
/// themselves in each of them: anything that is [`Said`]. `all:` is for signs and values alone, which are the same in
/// every language.
#[macro_export]
macro_rules! text {
    (nb: $nb:literal, nn: $nn:literal, en: $en:literal; $($name:ident $(= $value:expr)?),+ $(,)?) => {{
        $(let $name = $crate::text!(@value $name $(= $value)?);)+
        $crate::words::Text {
            nb: $crate::text!(@said Nb $nb; $($name),+),
            nn: $crate::text!(@said Nn $nn; $($name),+),
            en: $crate::text!(@said En $en; $($name),+),
        }
    }};
    (nb: $nb:literal, nn: $nn:literal, en: $en:literal $(,)?) => {
        $crate::words::Text { nb: format!($nb), nn: format!($nn), en: format!($en) }
    };
    (all: $all:literal $(; $($named:tt)+)?) => {
        $crate::text!(nb: $all, nn: $all, en: $all $(; $($named)+)?)
    };
    (@value $name:ident) => { &$name };
    (@value $name:ident = $value:expr) => { &$value };
    (@said $language:ident $format:literal; $($name:ident),+) => {{
        $(let $name = $crate::words::Said::said($name, $crate::words::Language::$language);)+
        $(let _ = &$name;)+
        format!($format)
    }};
}

/// A [`Text`] by how many there are: what is said of one, and what is said of several.
///
/// ```
/// # use a3::counted;
/// let said = |lines: usize| counted!(lines; nb: "1 linje" | "{lines} linjer", nn: "1 linje" | "{lines} linjer", en: "1 line" | "{lines} lines");
/// assert_eq!((said(1).nb.as_str(), said(0).en.as_str()), ("1 linje", "0 lines"));
/// ```
#[macro_export]
macro_rules! counted {
    (
        $count:expr; nb: $nb_one:literal | $nb:literal, nn: $nn_one:literal | $nn:literal,
        en: $en_one:literal | $en:literal $(; $($named:tt)+)?
    ) => {
        if $count == 1 {
            $crate::text!(nb: $nb_one, nn: $nn_one, en: $en_one $(; $($named)+)?)
        } else {
            $crate::text!(nb: $nb, nn: $nn, en: $en $(; $($named)+)?)
        }
    };
}

/// Builds constant [`Words`](crate::words::Words) in every language.
#[macro_export]
macro_rules! words {
    (nb: $nb:expr, nn: $nn:expr, en: $en:expr $(,)?) => {
        $crate::words::Words { nb: $nb, nn: $nn, en: $en }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Error, ErrorKind};

    #[test]
    fn what_the_system_says_is_in_the_readers_language() {
        for kind in [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::NotADirectory,
            ErrorKind::IsADirectory,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::StorageFull,
        ] {
            let words = Text::from(&Error::from(kind));
            assert_ne!(words.nb, words.en);
            for said in [&words.nb, &words.nn] {
                assert!(!said.contains("os error"), "{said}");
            }
        }
        assert_eq!(Text::from(&Error::other("noe rart")).nb, "noe rart");
    }
}
