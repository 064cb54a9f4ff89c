//! Box 6 of the whole: the list, with why each case is where it is; and the same as a table of its own.

use super::super::model::{Figure, Grid, GridCell, GridColumn, GridRow, Held, Part};
use super::super::said;
use super::{View, header};
use crate::choose::{Choice, ChoiceLine, Fate};
use crate::report::AppraisedCase;
use crate::sentences::{brief, choice as choice_words};
use crate::text;
use crate::words::{Percent, Text};

/// The list; what became of the cases stands at the first of those it holds for.
pub(super) fn parts(view: View<'_>) -> Vec<Part> {
    let mut before: Option<Fate> = None;
    let rows = view.lines().map(|(line, of)| {
        let fate = line.fate();
        let is_first = before != Some(fate);
        before = Some(fate);
        let outcome = choice_words::fate(fate).text().capital();
        let outcome = if is_first { outcome } else { Text::default() };
        let mut row = row(view, line, of, brief::sentence);
        row.cells.insert(0, outcome.into());
        row
    });
    let rows: Vec<GridRow> = rows.collect();
    let outcome = (text!(nb: "Utfall", nn: "Utfall", en: "Outcome"), Held::Short);
    Grid::part([outcome].into_iter().chain(columns(view)), rows).into_iter().collect()
}

/// The same in a line, where the sheet says how it goes.
pub(super) fn in_a_line(view: View<'_>) -> Vec<Part> {
    let Figure { value, label, .. } = header::counts(view);
    let line = text!(
        nb: "{value}: {label}. Hvorfor hver av dem er der, står på det vanlige arket.", nn: "{value}: {label}. Kvifor kvar av dei er der, står på det vanlege arket.",
        en: "{value}: {label}. Why each of them is there is on the ordinary sheet."; value, label
    );
    if view.lines().next().is_none() { Vec::new() } else { vec![Part::Words(line)] }
}

fn columns(view: View<'_>) -> Vec<(Text, Held)> {
    let [first, .., last] = [0, 1, 2, 3].map(|years| view.occasion.organisation.budget_year.later(years));
    let mut columns = vec![
        (Text::same("#"), Held::Figures),
        (
            text!(nb: "Sak (tall i 1\u{a0}000\u{a0}kr)", nn: "Sak (tal i 1\u{a0}000\u{a0}kr)", en: "Case (figures in NOK\u{a0}1,000)"),
            Held::Words,
        ),
        (text!(nb: "Fra", nn: "Frå", en: "From"), Held::Short),
        (choice_words::value(view.rank.choice.method).text(), Held::Figures),
        (text!(nb: "Drift {first}", nn: "Drift {first}", en: "Running {first}"; first), Held::Figures),
        (text!(nb: "Drift {last}", nn: "Drift {last}", en: "Running {last}"; last), Held::Figures),
    ];
    if view.rank.certainty.is_some() {
        columns.push((text!(nb: "Valgt i", nn: "Vald i", en: "Chosen in"), Held::Figures));
    }
    columns.push((text!(nb: "Hvorfor", nn: "Kvifor", en: "Why"), Held::Words));
    columns
}

fn row(
    view: View<'_>,
    line: &ChoiceLine,
    of: &AppraisedCase,
    why: fn(&ChoiceLine, &Choice) -> Text,
) -> GridRow {
    let place = line.place.map(|place| text!(all: "{place}")).unwrap_or_default();
    let title = GridCell::from(Text::same(&of.case.title)).leading_to(view.link(&of.case));
    let unfinished =
        of.unfinished.as_ref().map(|_| text!(nb: "ikke ferdig", nn: "ikkje ferdig", en: "not finished"));
    let start = line.start.map(|start| text!(all: "{start}"; start));
    let value = line.value.map(said::thousands);
    let running = line.running_effect.map(|[first, .., last]| [first, last].map(said::thousands));
    let [first, last] = running.unwrap_or_else(|| [dash(), dash()]);
    let certainty = view.rank.certainty.as_ref().map(|certainty| {
        let chosen = certainty.cases.get(line.candidate).and_then(Option::as_ref);
        chosen.map_or_else(Text::default, |range| {
            let share = Percent(crate::units::round(range.chosen, 2));
            text!(all: "{share}"; share)
        })
    });
    let before = [
        place.into(),
        title.with(unfinished.unwrap_or_default()),
        start.unwrap_or_else(dash).into(),
        value.unwrap_or_else(dash).into(),
        first.into(),
        last.into(),
    ];
    let why = view.reason(line, why);
    GridRow::of(before.into_iter().chain(certainty.map(GridCell::from)).chain([why.into()]))
}

fn dash() -> Text {
    Text::same("–")
}

/// A case that is finished: it is in no list, and its sheet is still there.
fn finished(view: View<'_>, of: &AppraisedCase) -> GridRow {
    let case = &of.case;
    let outcome = case.decision.as_ref().map_or_else(dash, |decision| decision.outcome.words().text());
    let start = case.start.map(|start| text!(all: "{start}"; start));
    let certainty = view.rank.certainty.as_ref().map(|_| Text::default());
    let why = text!(nb: "Ferdig, og ikke med i valget.", nn: "Ferdig, og ikkje med i valet.", en: "Closed, and not part of the choice.");
    let title = GridCell::from(Text::same(&case.title)).leading_to(view.link(case));
    let about = [Text::same(&case.area), case.phase.words().text(), outcome, start.unwrap_or_else(dash)];
    let figures = [dash(), dash(), dash()].into_iter().chain(certainty).chain([why]);
    let rest = about.into_iter().chain(figures).map(GridCell::from);
    GridRow::of([GridCell::default(), title].into_iter().chain(rest))
}

/// Every case in a table of its own, to be sorted and searched, each leading to its sheet; the finished last.
pub fn list(view: View<'_>) -> Grid {
    let column = |(title, held): (Text, Held)| GridColumn { title, held };
    let mut columns: Vec<GridColumn> = columns(view).into_iter().map(column).collect();
    let more = [
        (text!(nb: "Område", nn: "Område", en: "Area"), Held::Words),
        (text!(nb: "Fase", nn: "Fase", en: "Phase"), Held::Short),
        (text!(nb: "Beslutning", nn: "Avgjerd", en: "Decision"), Held::Short),
    ];
    columns.splice(2..2, more.map(column));
    let rows = view.lines().map(|(line, of)| {
        let mut row = row(view, line, of, choice_words::sentence);
        let outcome = choice_words::fate(line.fate()).text();
        let more = [Text::same(&of.case.area), of.case.phase.words().text(), outcome];
        row.cells.splice(2..2, more.map(GridCell::from));
        row
    });
    let closed = view.cases().filter(|of| of.case.is_over()).map(|of| finished(view, of));
    let rows = rows.chain(closed).collect();
    Grid { columns, rows }
}
