//! An overview (`nivå`) in `a3 calc`: it has no figures of its own.

use super::page::{Block, Page};
use crate::text;
use crate::words::Text;

/// What an overview is, and where its figures are.
pub fn page(id: &str) -> Page {
    Page::new(Text::same(id)).with(Block::Note(text!(
        nb: "Dette er en oversikt, og den har ingen egne tall. Tallene står i sakene den viser til med «sak» under «delområder»: regn ut en av dem med a3 calc, eller se alle med a3 rank.", nn: "Dette er ei oversikt, og ho har ingen eigne tal. Tala står i sakene ho viser til med «sak» under «delområder»: rekn ut ei av dei med a3 calc, eller sjå alle med a3 rank.",
        en: "This is an overview, and it has no figures of its own. The figures are in the cases it names with “sak” under “delområder”: calculate one of them with a3 calc, or see all with a3 rank.",
    )))
}
