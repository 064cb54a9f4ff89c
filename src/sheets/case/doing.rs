//! Box 9: who does what by when, and the working time the change takes.

use super::super::dates;
use super::super::model::{Entry, Grid, GridCell, GridRow, Held, Part};
use super::risks::status;
use super::{Subject, guides, said};
use crate::charts::{Moment, Moments, Progress};
use crate::document::{Capacity, PlanRow};
use crate::model::Status;
use crate::source::Spanned;
use crate::units::Fte;
use crate::words::{Text, number, sentences, separated};
use crate::{text, words};
use chrono::NaiveDate;

/// The plan on a time line, the start and the working time.
pub(super) fn parts(subject: Subject<'_>) -> Vec<Part> {
    let plan = plan(subject.written().plan.rows(), subject.day);
    let when = when(subject);
    if plan.is_none() && when.is_none() {
        return Vec::new();
    }
    let missing =
        words!(nb: "Hvem gjør hva, og når?", nn: "Kven gjer kva, og når?", en: "Who does what, and when?");
    [plan.unwrap_or_else(|| guides::quarterly(missing, 4))].into_iter().chain(when).collect()
}

/// The rows of a plan on a time line.
pub(in crate::sheets) fn plan(rows: &[PlanRow], day: NaiveDate) -> Option<Part> {
    let dates: Vec<NaiveDate> = rows.iter().filter_map(|of| of.due.cloned()).collect();
    let line = Moments::over(&dates, day);
    let line_title = line.as_ref().map(line_title).unwrap_or_default();
    let columns = [
        (text!(nb: "Hva", nn: "Kva", en: "What"), Held::Words),
        (text!(nb: "Hvem", nn: "Kven", en: "Who"), Held::Words),
        (text!(nb: "Frist", nn: "Frist", en: "Due"), Held::Short),
        (line_title, Held::Pictures),
        (text!(all: "Status"), Held::Short),
    ];
    let rows = rows.iter().map(|of| {
        let aside = said::aside([
            said::named(text!(nb: "trengs", nn: "trengst", en: "takes"), &of.need),
            said::text(&of.note),
        ]);
        let picture = line.as_ref().and_then(|line| drawn(of, line));
        GridRow::of([
            GridCell::from(said::text(&of.what)).with(aside),
            said::text(&of.who).into(),
            said::day(&of.due).into(),
            picture.into(),
            status(of.status.get()).into(),
        ])
    });
    Grid::part(columns, rows)
}

/// From when to when, and that today is dashed.
fn line_title(line: &Moments) -> Text {
    let [first, last] = line.ends().map(dates::month);
    if line.holds_today() {
        text!(nb: "{first} – {last} ┊ i dag", nn: "{first} – {last} ┊ i dag", en: "{first} – {last} ┊ today"; first, last)
    } else {
        text!(all: "{first} – {last}"; first, last)
    }
}

fn drawn(of: &PlanRow, line: &Moments) -> Option<crate::charts::Chart> {
    let date = of.due.cloned()?;
    let progress = match of.status.get() {
        Some(Status::Done) => Progress::Done,
        Some(Status::Ongoing) => Progress::Ongoing,
        Some(Status::Cancelled) => Progress::Dropped,
        Some(Status::Planned) | None => Progress::Planned,
    };
    let (when, state) = (dates::day(date), status(of.status.get()));
    let description =
        sentences([text!(nb: "Frist {when}.", nn: "Frist {when}.", en: "Due {when}."; when), state]);
    Some(line.row(Moment { date, progress }, said::text(&of.what), description))
}

/// oppstart, senest and levetid.
fn start(subject: Subject<'_>) -> Option<Text> {
    let case = subject.case();
    let start = case.start?;
    let latest = case.latest_start.filter(|latest| *latest != start);
    let latest =
        latest.map(|latest| text!(nb: " (senest {latest})", nn: " (seinast {latest})", en: " (at the latest {latest})"; latest));
    let life = case.life.map(
        |life| text!(nb: ", virker i {life} år", nn: ", verkar i {life} år", en: ", works for {life} years"),
    );
    Some(text!(
        all: "{start}{latest}{life}";
        start, latest = latest.unwrap_or_default(), life = life.unwrap_or_default()
    ))
}

/// When it starts, and kapasitet: the working time of each year, by område where that is said.
fn when(subject: Subject<'_>) -> Option<Part> {
    let capacity = match subject.written().capacity.get() {
        None => Text::default(),
        Some(Capacity::OwnArea(years)) => by_year(years),
        Some(Capacity::ByArea(areas)) => separated(
            areas.iter().map(|area| {
                let (name, years) = (&area.key.value, by_year(&area.row));
                text!(all: "{name} {years}"; name, years)
            }),
            "; ",
        ),
    };
    let capacity = if capacity.is_empty() {
        capacity
    } else {
        text!(nb: "arbeidstid til endringen, år for år: {capacity}", nn: "arbeidstid til endringa, år for år: {capacity}", en: "working time for the change, year by year: {capacity}"; capacity)
    };
    let start = start(subject);
    let lead = start.as_ref().map(|_| text!(nb: "Oppstart", nn: "Oppstart", en: "Start"));
    let text = said::aside([start.unwrap_or_default(), capacity]);
    let entry = Entry { lead: lead.unwrap_or_default(), text, ..Entry::default() };
    (!entry.text.is_empty()).then(|| Part::List(vec![entry]))
}

fn by_year(years: &[Spanned<Fte>]) -> Text {
    let years = years.iter().map(|year| Text::in_each(|language| number::short_fte(year.value, 2, language)));
    separated(years, ", ")
}
