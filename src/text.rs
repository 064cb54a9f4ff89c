//! Words for people, in every language side by side.
//!
//! `text!(nb: "…", en: "…")` builds a [`Text`]; `words!(nb: "…", en: "…")` is the same for
//! constant tables. A missing language does not compile, and the compiler finds every place
//! that needs a new one.

/// The language of what is printed. Norwegian (bokmål) is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// bokmål
    #[default]
    Nb,
    /// English
    En,
}

/// One message in every language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// bokmål
    pub nb: String,
    /// English
    pub en: String,
}

impl Text {
    /// The message in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nb => &self.nb,
            Language::En => &self.en,
        }
    }

    /// The same words in every language: names and values from people's own files.
    #[must_use]
    pub fn same(words: &str) -> Self {
        Self { nb: words.to_owned(), en: words.to_owned() }
    }
}

/// One constant message in every language, for tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// bokmål
    pub nb: &'static str,
    /// English
    pub en: &'static str,
}

impl Words {
    /// The message in one language.
    #[must_use]
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Nb => self.nb,
            Language::En => self.en,
        }
    }

    /// The same message as an owned [`Text`].
    #[must_use]
    pub fn text(self) -> Text {
        Text { nb: self.nb.to_owned(), en: self.en.to_owned() }
    }
}

/// Builds a [`Text`] with `format!` in every language.
#[macro_export]
macro_rules! text {
    (nb: $nb:literal $(, $nb_arg:expr)*; en: $en:literal $(, $en_arg:expr)* $(,)?) => {
        $crate::text::Text { nb: format!($nb $(, $nb_arg)*), en: format!($en $(, $en_arg)*) }
    };
    (nb: $nb:literal, en: $en:literal $(,)?) => {
        $crate::text::Text { nb: format!($nb), en: format!($en) }
    };
}

/// Builds constant [`Words`](crate::text::Words) in every language.
#[macro_export]
macro_rules! words {
    (nb: $nb:expr, en: $en:expr $(,)?) => {
        $crate::text::Words { nb: $nb, en: $en }
    };
}
