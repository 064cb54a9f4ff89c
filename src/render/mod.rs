//! Pages and findings in one format each. Nothing here knows cases or how anything was calculated.
//!
//! Every word that may come from a file passes through [`sanitise`] or the format's own escaping:
//! a file can never move the cursor, hide text, run a formula or add a finding of its own.

pub mod brief;
pub mod csv;
pub mod docx;
pub mod excerpt;
pub mod fitting;
pub mod github;
pub mod ical;
pub mod markdown;
pub mod poster;
pub mod sanitise;
pub mod screen;
pub mod text;
pub mod wrap;

use crate::words::Language;

/// Whether a terminal gets colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// Characters only.
    #[default]
    Plain,
    /// With escape codes for bold and colour.
    Colour,
}

/// How something is shown on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Colours or not.
    pub style: Style,
    /// Characters a line may hold.
    pub width: u16,
    /// The language of our own words.
    pub language: Language,
}

impl Default for Look {
    /// 100 characters of plain Norwegian.
    fn default() -> Self {
        Self { style: Style::Plain, width: 100, language: Language::Nb }
    }
}

mod columns;
mod measure;
mod stored;

#[cfg(test)]
mod sample;
