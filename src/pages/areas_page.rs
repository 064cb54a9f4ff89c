//! `a3 overview`: the areas, the duties nobody meets, and what no one has explained.

mod gains;
mod remarks;

pub use gains::{gains_page, gains_sheet};

use super::again::Again;
use super::cell::Cell;
use super::how_much::HowMuch;
use super::last_year_page;
use super::listing::Listing;
use super::page::{Block, Column, Kind, Page, Table, sum_row, titled};
use crate::quantity;
use crate::report::{Area, OpenDuty, OverviewReport};
use crate::sentences::{omitted, overview, remark};
use crate::units::Kroner;
use crate::words::{Short, Text, listed, sentences};
use crate::{counted, text};

/// The whole report.
pub fn page(report: &OverviewReport, how_much: HowMuch, again: &Again) -> Page {
    let note = report.is_part.then(|| Block::Note(remark::only_asked("a3 overview")));
    let page = Page::new(headed(report, how_many(report))).with_all(note);
    if report.areas.is_empty() {
        return page
            .with(Block::Paragraph(no_areas(report)))
            .with_all(duties(report))
            .with_all(last_year_page::in_overview(report, how_much))
            .with_all(remarks::blocks(report, how_much, again));
    }
    let page = page
        .said(answer(report))
        .with(Block::Table(table(report, how_much)))
        .with_all(duties(report))
        .with(Block::Paragraph(remarks::goals_and_cases(report, again)))
        .with_all(last_year_page::in_overview(report, how_much))
        .with_all(remarks::blocks(report, how_much, again));
    on_one_screen(page, how_much)
}

/// The page, with the first rows of its tables where all of them are more than a screen.
fn on_one_screen(page: Page, how_much: HowMuch) -> Page {
    match how_much {
        HowMuch::OneScreen => page.or_first_rows(),
        HowMuch::All => page,
    }
}

/// That there are none, or that it is not known which.
fn no_areas(report: &OverviewReport) -> Text {
    if !report.knows_areas() {
        let what = text!(nb: "hvilke delområder det er", nn: "kva for delområde det er", en: "which areas there are");
        return omitted::unknown(&what, &report.appraised);
    }
    text!(
        nb: "Overblikket er en sak med «nivå: virksomhet» og en liste «delområder»: se a3 explain felt delområder", nn: "Overblikket er ei sak med «nivå: virksomhet» og ei liste «delområder»: sjå a3 explain felt delområder",
        en: "The overview is a case with “nivå: virksomhet” and a list “delområder”: see a3 explain felt delområder",
    )
}

/// The areas as one table, for a spreadsheet.
pub fn sheet(report: &OverviewReport) -> Page {
    let said = |yes: bool| if yes { "ja" } else { "nei" };
    let written = |text: Option<&str>| text.map_or(Cell::Empty, Cell::name);
    let table = Listing::of(&report.areas)
        .text(Text::same("delområde"), |area| written(area.written.name.text()))
        .text(Text::same("må_gjøres"), |area| Text::same(said(area.must_be_done())))
        .text(Text::same("dypdykk"), |area| Text::same(said(area.digs_deeper())))
        .text(Text::same("nå"), |area| written(area.written.now.text()))
        .text(Text::same("ønsket"), |area| written(area.written.wanted.text()))
        .text(Text::same("gap"), |area| area.gap.as_ref().map(overview::gap))
        .kroner(Text::same("anslag"), |area| area.estimate.map(|span| span.expected))
        .kroner(Text::same("anslag_lav"), |area| area.estimate.map(|span| span.low))
        .kroner(Text::same("anslag_høy"), |area| area.estimate.map(|span| span.high))
        .kroner(Text::same("regnet"), |area| area.calculated)
        .text(Text::same("saker"), |area| ids(report, area))
        .table();
    Page::of_table(table)
}

fn ids(report: &OverviewReport, area: &Area) -> Text {
    let cases = area.cases.iter().filter_map(|place| report.case(*place)).map(|of| of.case.id.as_str());
    listed(cases.chain(area.unknown.iter().map(String::as_str)))
}

/// What it is the overview of, and the answer.
fn headed(report: &OverviewReport, answer: Text) -> Text {
    let first = report.appraised.overviews.first().and_then(|overview| overview.title.text());
    let name = first.or(report.appraised.organisation.name.as_deref());
    let of = match report.wanted.area.as_deref().or(name) {
        Some(name) => text!(all: " – {name}"),
        None => Text::default(),
    };
    text!(nb: "Overblikk{of}: {answer}", nn: "Overblikk{of}: {answer}", en: "Overview{of}: {answer}"; of, answer)
}

/// How many areas there are, what is to be done with them, and what they are estimated at.
fn how_many(report: &OverviewReport) -> Text {
    let must = report.areas.iter().filter(|area| area.must_be_done()).count();
    let chosen = report.areas.iter().filter(|area| area.digs_deeper()).count();
    let areas = match report.areas.len() {
        0 if !report.knows_areas() => {
            return text!(nb: "delområdene er ikke kjent", nn: "delområda er ikkje kjende", en: "the areas are not known");
        }
        0 => return text!(nb: "ingen delområder", nn: "ingen delområde", en: "no areas"),
        all => {
            counted!(all; nb: "1 delområde" | "{all} delområder", nn: "1 delområde" | "{all} delområde", en: "1 area" | "{all} areas")
        }
    };
    let estimated = report.estimated.map_or_else(Text::default, |estimated| {
        text!(nb: ", anslag {estimated} i året", nn: ", anslag {estimated} i året", en: ", estimate {estimated} a year"; estimated)
    });
    let some = |count: usize| match count {
        0 => text!(nb: "ingen", nn: "ingen", en: "none"),
        count => text!(all: "{count}"),
    };
    let (must, chosen) = (some(must), some(chosen));
    text!(
        nb: "{areas}, {must} må gjøres, {chosen} til dypdykk{estimated}", nn: "{areas}, {must} må gjerast, {chosen} til djupdykk{estimated}",
        en: "{areas}, {must} must be done, {chosen} for a deep dive{estimated}"; areas, must, chosen, estimated
    )
}

/// What the cases come to beside that, and what is in no sum.
fn answer(report: &OverviewReport) -> Text {
    let calculated = report.estimated.and(report.calculated).map_or_else(Text::default, |calculated| text!(
        nb: "Sakene er så langt regnet til {calculated} i året. Alt er i kommunens eget budsjett.", nn: "Sakene er så langt rekna til {calculated} i året. Alt er i budsjettet til kommunen sjølv.",
        en: "The cases are calculated to {calculated} a year so far. All is in the municipality's own budget.";
        calculated
    ));
    sentences([calculated, not_in_sum(report)])
}

/// A row of the table: an area, or the name of the part it stands in.
enum Row<'a> {
    Part(Text),
    Area(usize, &'a Area),
}

fn rows(report: &OverviewReport) -> Vec<Row<'_>> {
    let (mut rows, mut part) = (Vec::new(), None);
    for (place, area) in report.areas.iter().enumerate() {
        if part != Some(area.must_be_done()) {
            part = Some(area.must_be_done());
            rows.push(Row::Part(match area.must_be_done() {
                true => text!(nb: "Må gjøres", nn: "Må gjerast", en: "Must be done"),
                false => {
                    text!(nb: "Kan gjøres, mest potensial først", nn: "Kan gjerast, mest potensial først", en: "May be done, most first")
                }
            }));
        }
        rows.push(Row::Area(place.saturating_add(1), area));
    }
    rows
}

fn table(report: &OverviewReport, how_much: HowMuch) -> Table {
    let with = |row: &Row<'_>, shown: &dyn Fn(&Area) -> Cell| match row {
        Row::Part(_) => Cell::blank(),
        Row::Area(_, area) => shown(area),
    };
    let money = |amount: Option<Kroner>| amount.map_or(Cell::Empty, Cell::Thousands);
    let written = |text: Option<&str>| text.map_or(Cell::Empty, Cell::name);
    let is_whole = how_much == HowMuch::All;
    let mut table = Listing::of(rows(report))
        .column(Kind::Number, Text::same("#"), |row| match row {
            Row::Part(_) => Cell::blank(),
            Row::Area(number, _) => Cell::Count(*number),
        })
        .text(text!(nb: "Delområde", nn: "Delområde", en: "Area"), |row| match row {
            Row::Part(name) => Cell::Text(name.clone()),
            Row::Area(_, area) => written(area.written.name.text()),
        })
        .column(Kind::Number, text!(nb: "Nå", nn: "No", en: "Now"), |row| {
            with(row, &|area| written(area.written.now.text()))
        });
    if is_whole {
        table = table.column(Kind::Number, text!(nb: "Ønsket", nn: "Ønskt", en: "Wanted"), |row| {
            with(row, &|area| written(area.written.wanted.text()))
        });
    }
    table = table.column(Kind::Number, text!(all: "Gap"), |row| with(row, &|area| gap(area))).column(
        Kind::Thousands,
        text!(nb: "Anslag", nn: "Anslag", en: "Estimate"),
        |row| with(row, &estimate),
    );
    if is_whole {
        table =
            table.column(Kind::Number, text!(nb: "Spenn", nn: "Spenn", en: "Span"), |row| with(row, &span));
    }
    let mut table = table
        .column(Kind::Thousands, text!(nb: "Regnet", nn: "Rekna", en: "Calculated"), |row| {
            with(row, &|area| money(area.calculated))
        })
        .column(Kind::Number, text!(nb: "Dypdykk", nn: "Djupdykk", en: "Deep dive"), |row| {
            with(row, &|area| dug(area).into())
        })
        .table();
    let sums = table.columns.iter().skip(1).map(|column| sum(report, column)).collect::<Vec<_>>();
    let mut total = sum_row(2, sums.into_iter().skip(1));
    total.truncate(table.columns.len());
    // «Sum» stands under the names and not under the numbers of the rows.
    total.swap(0, 1);
    table.total = Some(total);
    table
}

/// Whether it is dug into, and by how many cases.
fn dug(area: &Area) -> Text {
    let cases = area.cases.len().saturating_add(area.unknown.len());
    match (area.digs_deeper(), cases) {
        (true, 1) => text!(nb: "ja, 1 sak", nn: "ja, 1 sak", en: "yes, 1 case"),
        (true, cases) => {
            text!(nb: "ja, {cases} saker", nn: "ja, {cases} saker", en: "yes, {cases} cases"; cases)
        }
        (false, 0) => text!(nb: "nei", nn: "nei", en: "no"),
        (false, 1) => text!(nb: "nei, 1 sak", nn: "nei, 1 sak", en: "no, 1 case"),
        (false, cases) => {
            text!(nb: "nei, {cases} saker", nn: "nei, {cases} saker", en: "no, {cases} cases"; cases)
        }
    }
}

/// What stands under a column.
fn sum(report: &OverviewReport, column: &Column) -> Cell {
    match (column.kind, column.title.nb.as_str()) {
        (Kind::Thousands, "Anslag") => report.estimated.map_or(Cell::blank(), Cell::Thousands),
        (Kind::Thousands, _) => report.calculated.map_or(Cell::blank(), Cell::Thousands),
        (Kind::Text | Kind::Kroner | Kind::Number | Kind::Bar, _) => Cell::blank(),
    }
}

/// ønsket − nå: a plus or a minus, in the unit of nå.
fn gap(area: &Area) -> Cell {
    let Some(gap) = &area.gap else { return Cell::Empty };
    let (sign, size) = (if gap.value.is_sign_negative() { "−" } else { "+" }, Short(gap.value.abs()));
    text!(all: "{sign}{size}"; sign, size).into()
}

/// anslag in 1 000 kr; as it is written where it is no such amount.
fn estimate(area: &Area) -> Cell {
    match (area.estimate, area.written.estimate.get()) {
        (Some(span), _) => Cell::Thousands(span.expected),
        (None, Some(estimate)) => Cell::Text(quantity::words(estimate.mode())),
        (None, None) => Cell::Empty,
    }
}

/// That some estimates are in no sum, as they are not in kroner.
fn not_in_sum(report: &OverviewReport) -> Text {
    let is_other = |area: &&Area| area.estimate.is_none() && area.written.estimate.get().is_some();
    match report.areas.iter().filter(is_other).count() {
        0 => Text::default(),
        count => counted!(
            count; nb: "Ett anslag er ikke i kroner, og er ikke med i summen." | "{count} anslag er ikke i kroner, og er ikke med i summen.", nn: "Eitt anslag er ikkje i kroner, og er ikkje med i summen." | "{count} anslag er ikkje i kroner, og er ikkje med i summen.",
            en: "One estimate is not in kroner, and not in the sum." | "{count} estimates are not in kroner, and not in the sum."
        ),
    }
}

/// lav–høy, in 1 000 kr.
fn span(area: &Area) -> Cell {
    let Some(span) = area.estimate.filter(|span| !span.is_plain()) else { return Cell::blank() };
    Cell::Text(Text::in_each(|language| {
        let [low, high] = [span.low, span.high].map(|amount| Cell::Thousands(amount).bare(language));
        format!("{low}–{high}")
    }))
}

fn duties(report: &OverviewReport) -> Vec<Block> {
    let takes = |duty: &&OpenDuty| match duty.takers() {
        None => text!(nb: "ikke kjent", nn: "ikkje kjent", en: "not known"),
        Some([]) => text!(nb: "ingen", nn: "ingen", en: "nobody"),
        Some(cases) => crate::words::any_of(cases),
    };
    let table = Listing::of(&report.duties)
        .text(text!(nb: "Krav vi ikke oppfyller i dag", nn: "Krav vi ikkje oppfyller i dag", en: "Requirements we do not meet today"), |duty| &duty.text)
        .text(text!(nb: "Hjemmel", nn: "Heimel", en: "Legal basis"), |duty| duty.legal_basis.as_ref())
        .text(text!(nb: "Hvem tar det", nn: "Kven tek det", en: "Who takes it"), takes)
        .table();
    if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] }
}

/// Every case, and the delområde it belongs to.
pub fn cases_page(report: &OverviewReport, how_much: HowMuch) -> Page {
    let area_of = |place: usize| {
        let area = report.areas.iter().find(|area| area.cases.contains(&place));
        area.and_then(|area| area.written.name.text()).map_or(Cell::Empty, Cell::name)
    };
    let cases = report.appraised.cases.iter().enumerate();
    let cases = cases.filter(|(_, of)| report.wanted.area.as_ref().is_none_or(|area| of.case.area == *area));
    let table = Listing::of(cases)
        .text(text!(nb: "Sak", nn: "Sak", en: "Case"), |(_, of)| &of.case.title)
        .text(text!(nb: "Område", nn: "Område", en: "Area"), |(_, of)| &of.case.area)
        .text(text!(nb: "Fase", nn: "Fase", en: "Phase"), |(_, of)| of.case.phase.words())
        .text(text!(nb: "Delområde", nn: "Delområde", en: "Of the overview"), |(place, _)| area_of(*place))
        .column(
            Kind::Thousands,
            text!(nb: "Netto budsjett", nn: "Netto budsjett", en: "Net budget"),
            |(_, of)| Cell::Thousands(of.appraisal.potential.net_budget),
        )
        .table();
    let heading = text!(nb: "Sakene, i året ved full virkning", nn: "Sakene, i året ved full verknad", en: "The cases, a year at full effect");
    let cases = omitted::cases(table.rows.len());
    on_one_screen(Page::new(headed(report, cases)).with_all(titled(heading, table)), how_much)
}
