//! Saksframlegg: what stands on a sheet as a plain document, with what is to be decided first, and what follows
//! from a yes and from a no. A draft that people write on.

mod blocks;
mod of_case;
mod of_whole;

pub use of_case::{Considered, of_case};
pub use of_whole::of_whole;

use super::model::{Panel, Sheet};
use crate::pages::page::{Block, Fact, Page};
use crate::text;
use crate::units::{Kroner, Year};
use crate::words::{Text, separated};

/// What goes into the plan.
fn effect(years: impl Iterator<Item = (Year, Kroner)>) -> Text {
    let years = by_year(years);
    text!(
        nb: "Virkningen på driftsbudsjettet tas inn i økonomiplanen (pluss er et bedre budsjett enn i dag): {years}.", nn: "Verknaden på driftsbudsjettet blir teken inn i økonomiplanen (pluss er eit betre budsjett enn i dag): {years}.",
        en: "The effect on the running budget is taken into the plan (plus is a better budget than today): {years}.";
        years
    )
}

/// «2027: 35 180 kr, 2028: 199 536 kr»
fn by_year(years: impl Iterator<Item = (Year, Kroner)>) -> Text {
    let years = years.map(|(year, amount)| text!(all: "{year}: {amount}"; year, amount));
    separated(years, ", ")
}

/// What a document says before what stands on the sheet.
struct Opening {
    /// Whether there is something to decide, or it is decided.
    heading: Text,
    /// What is to be decided, a point each; or what was.
    decide: Vec<Text>,
    /// What the list it is chosen from lacks, where it lacks anything.
    lacking: Option<Text>,
    /// What follows from it.
    consequences: Vec<Block>,
}

fn proposed() -> Text {
    text!(nb: "Forslag til vedtak", nn: "Forslag til vedtak", en: "Proposed decision")
}

/// The document: what is decided, what follows, then these boxes of the sheet in this order.
fn document<'s>(sheet: &Sheet, opening: Opening, panels: impl Iterator<Item = &'s Panel>) -> Page {
    let draft = text!(
        nb: "Dette er et utkast laget av tallene og ordene i saken. Les det, og rett det før det sendes.", nn: "Dette er eit utkast laga av tala og orda i saka. Les det, og rett det før det blir sendt.",
        en: "This is a draft made of the figures and words of the case. Read it, and correct it before it is sent.",
    );
    let is_one = opening.decide.len() == 1;
    let decide = opening.decide.into_iter().zip(1_usize..).map(|(text, number)| {
        let numbered = || text!(all: "{number}) {text}"; number, text);
        Block::Paragraph(if is_one { text } else { numbered() })
    });
    let figures = sheet
        .figures
        .iter()
        .map(|figure| Fact::new(figure.label.capital(), figure.value.clone()).noted(figure.note.clone()));
    Page::new(sheet.title.clone())
        .with(Block::Paragraph(separated(&sheet.about, " · ")))
        .with(Block::Note(draft))
        .with(Block::Heading(opening.heading))
        .with_all(decide)
        .with_all(opening.lacking.map(Block::Note))
        .with(Block::Heading(
            text!(nb: "Tallene i korthet", nn: "Tala i korte trekk", en: "The figures in short"),
        ))
        .with(Block::Facts(figures.collect()))
        .with_all(opening.consequences)
        .with_all(panels.flat_map(blocks::panel))
        .with(Block::Paragraph(separated(&sheet.footer, " · ")))
}
