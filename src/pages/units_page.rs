//! `a3 explain enheter`: every unit that is read, from the table it is read with.

use super::listing::Listing;
use super::page::{Block, Page};
use crate::quantity::unit_rows;
use crate::text;
use crate::words::Text;

/// What may stand after a number, and what one of it is.
pub fn units_page() -> Page {
    let table = Listing::of(unit_rows())
        .text(text!(nb: "Hva", nn: "Kva", en: "What"), |row| row.thing.clone())
        .text(text!(nb: "Skrives", nn: "Blir skrive", en: "Written"), |row| Text::same(&row.words))
        .text(text!(nb: "Er", nn: "Er", en: "Is"), |row| row.means.clone())
        .table();
    let nouns = text!(
        nb: "Alle andre ord er noe som telles: brukere, besøk, tilsyn. Står ordet etter «/», må antallet stå med samme ord: 100 kr/besøk × 40 besøk/uke. «Dag» regnes som døgn, 365 i året; «arbeidsdag» er hverdagene.", nn: "Alle andre ord er noko som blir talt: brukere, besøk, tilsyn. Står ordet etter «/», må talet stå med same ord: 100 kr/besøk × 40 besøk/uke. «Dag» blir rekna som døgn, 365 i året; «arbeidsdag» er kvardagane.",
        en: "Every other word is something that is counted: brukere, besøk, tilsyn. Where the word stands after “/”, the number must have the same word: 100 kr/besøk × 40 besøk/uke. “Dag” counts as a calendar day, 365 a year; “arbeidsdag” is a working day."
    );
    Page::new(text!(nb: "Enheter", nn: "Einingar", en: "Units"))
        .with(Block::Table(table))
        .with(Block::Paragraph(nouns))
}
