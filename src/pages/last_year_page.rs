//! I fjor: the cases that stand otherwise than on the list of the year before.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Page};
use crate::text;
use crate::units::Year;
use crate::words::Text;

/// A case that stands otherwise than last year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The case's id.
    pub id: String,
    /// How it stood; none where it was not on the list.
    pub before: Option<String>,
    /// How it stands; none where it is not on the list.
    pub now: Option<String>,
}

/// What has changed since the list of a year.
#[must_use]
pub fn page(year: Year, turned: &[Turn]) -> Page {
    let page = Page::new(text!(nb: "I fjor (lista for {year})", en: "Last year (the list of {year})"; year));
    if turned.is_empty() {
        return page.with(Block::Paragraph(text!(
            nb: "Alle sakene står som i fjor.",
            en: "All the cases stand as last year."
        )));
    }
    let cell = |standing: &Option<String>| {
        standing.as_ref().map_or(Cell::Empty, |standing| Cell::Text(Text::same(standing)))
    };
    let table = Listing::of(turned)
        .text(text!(nb: "Sak", en: "Case"), |turn| Text::same(&turn.id))
        .text(text!(nb: "I fjor", en: "Last year"), |turn| cell(&turn.before))
        .text(text!(nb: "I år", en: "This year"), |turn| cell(&turn.now))
        .table();
    page.with(Block::Table(table))
}
