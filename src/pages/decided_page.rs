//! `a3 decide`: the cases decided, and what was promised of each.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Kind, Page};
use crate::model::Outcome;
use crate::report::change::{DecideReport, DecideWanted, Decided};
use crate::sentences::written::{self, Writing};
use crate::text;
use crate::words::{Text, listed};

/// The decisions.
pub fn page(report: &DecideReport, wanted: &DecideWanted, writing: Writing) -> Page {
    let by = [Some(wanted.body.as_str()), wanted.reference.as_deref()].into_iter().flatten();
    let (by, date, outcome) = (listed(by), wanted.date, wanted.outcome.words());
    let title = text!(nb: "{by}, {date}: {outcome}", nn: "{by}, {date}: {outcome}", en: "{by}, {date}: {outcome}"; by, outcome);
    let mut list = Listing::of(&report.decided)
        .text(text!(nb: "Sak", nn: "Sak", en: "Case"), |of| Text::same(&of.case.id))
        .text(text!(nb: "Oppstart", nn: "Oppstart", en: "Start"), |of| start(of));
    if wanted.outcome == Outcome::Adopted {
        for (place, year) in (0_u16..4).map(|place| (usize::from(place), report.budget_year.later(place))) {
            list = list.thousands(Text::same(&year.number().to_string()), move |of| {
                Some(*of.appraisal.value.as_ref()?.running_effect.get(place)?)
            });
        }
        list = list
            .column(Kind::Number, text!(nb: "Årsverk", nn: "Årsverk", en: "FTE"), |of| {
                Cell::Fte(of.appraisal.potential.fte_taken_out)
            })
            .thousands(text!(nb: "Netto nåverdi", nn: "Netto noverdi", en: "Net present value"), |of| {
                Some(of.appraisal.value.as_ref()?.npv)
            })
            .text(text!(nb: "Merke", nn: "Merke", en: "Mark"), |of| {
                Text::same(of.mark.as_deref().unwrap_or_default())
            });
    }
    let said = core::iter::once(written::decided(report, writing));
    let said = said
        .chain(written::unproven(report))
        .chain(written::breaks(report))
        .chain(written::waits(report))
        .chain(written::moved(report, writing))
        .chain(written::skipped(report));
    let page = said.fold(Page::new(title), |page, said| page.with(Block::Paragraph(said)));
    page.with(Block::Table(list.table()))
}

fn start(of: &Decided) -> Text {
    let year = of.case.start.map(|year| year.number().to_string()).unwrap_or_default();
    match of.moved_from {
        Some(from) => {
            text!(nb: "{year} (før {from})", nn: "{year} (før {from})", en: "{year} (was {from})"; year, from)
        }
        None => Text::same(&year),
    }
}
