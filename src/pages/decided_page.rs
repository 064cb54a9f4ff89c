//! `a3 decide`: the cases decided, and what was promised of each.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Kind, Page};
use crate::model::Outcome;
use crate::report::change::{DecideReport, DecideWanted, Decided};
use crate::sentences::omitted;
use crate::sentences::written::{self, Writing};
use crate::units::Kroner;
use crate::words::{Text, listed};
use crate::{text, words};

/// The decisions.
pub fn page(report: &DecideReport, wanted: &DecideWanted, writing: Writing) -> Page {
    let by = [Some(wanted.body.as_str()), wanted.reference.as_deref()].into_iter().flatten();
    let (by, date, decided) = (listed(by), wanted.date, decided(report, wanted.outcome));
    let title = text!(all: "{by} {date}: {decided}"; by, decided);
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

/// How many cases, and what they come to together in the last plan year where they are adopted.
fn decided(report: &DecideReport, outcome: Outcome) -> Text {
    let cases = omitted::cases(report.decided.len());
    let outcome_words = match (report.decided.len(), outcome) {
        (1, Outcome::Adopted) => words!(nb: "vedtatt", nn: "vedteken", en: "adopted"),
        (_, Outcome::Adopted) => words!(nb: "vedtatt", nn: "vedtekne", en: "adopted"),
        (_, other) => other.words(),
    };
    let [.., last] = [0_u16, 1, 2, 3].map(|place| report.budget_year.later(place));
    let effects = report.decided.iter().filter_map(|of| of.appraisal.value.as_ref());
    let effect = Kroner::sum(effects.map(|value| value.running_effect).map(|[.., effect]| effect)).ok();
    let gives = effect.filter(|effect| outcome == Outcome::Adopted && !effect.rounded(0).is_zero()).map(|effect| {
        let (amount, last) = (effect.abs(), last.number());
        if effect.is_negative() {
            text!(nb: ", {amount} høyere drift i {last}", nn: ", {amount} høgare drift i {last}", en: ", {amount} higher running costs in {last}"; amount, last)
        } else {
            text!(nb: ", {amount} lavere drift i {last}", nn: ", {amount} lågare drift i {last}", en: ", {amount} lower running costs in {last}"; amount, last)
        }
    });
    let gives = gives.unwrap_or_default();
    text!(all: "{cases} {outcome_words}{gives}"; cases, outcome_words, gives)
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
