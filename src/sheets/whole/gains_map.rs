//! Gevinstkartet: each gain, what must be in place before it comes, and the plan that puts it there.

use super::super::case::risks::status;
use super::super::model::{Grid, GridCell, GridColumn, GridRow, Held};
use super::super::{dates, said};
use super::View;
use crate::document::{Condition, Field, PlanRow};
use crate::model::Status;
use crate::report::{self, AppraisedCase, GainRow, When};
use crate::text;
use crate::units::Kroner;
use crate::words::Text;
use chrono::NaiveDate;

/// A table with a few rows for each case: its gains, its conditions and its plan beside one another.
pub fn gains_map(view: View<'_>) -> Grid {
    let column = |title: Text, held: Held| GridColumn { title, held };
    let columns = vec![
        column(text!(nb: "Sak", nn: "Sak", en: "Case"), Held::Words),
        column(
            text!(nb: "Gevinst, og hvem som tar den ut", nn: "Gevinst, og kven som tek han ut", en: "Gain, and who takes it out"),
            Held::Words,
        ),
        column(
            text!(nb: "← Må være på plass", nn: "← Må vere på plass", en: "← Must be in place"),
            Held::Words,
        ),
        column(text!(all: "← Plan"), Held::Words),
    ];
    let open = view.cases().filter(|of| !of.case.is_rejected());
    let rows = open.flat_map(|of| rows(view, of));
    Grid { columns, rows: rows.collect() }
}

/// The rows of a case; its title stands at the first.
fn rows(view: View<'_>, of: &AppraisedCase) -> Vec<GridRow> {
    let gains: Vec<GridCell> = report::gains([(0, of)].into_iter()).iter().map(gain).collect();
    let conditions: Vec<GridCell> = of.written.conditions.rows().iter().map(condition).collect();
    let plan: Vec<GridCell> = of.written.plan.rows().iter().map(planned).collect();
    let count = gains.len().max(conditions.len()).max(plan.len());
    let at = |cells: &[GridCell], place: usize| cells.get(place).cloned().unwrap_or_default();
    let row = |place: usize| {
        let title = GridCell::from(Text::same(&of.case.title)).leading_to(view.link(&of.case));
        let title = if place == 0 { title } else { GridCell::default() };
        GridRow::of([title, at(&gains, place), at(&conditions, place), at(&plan, place)])
    };
    (0..count).map(row).collect()
}

/// What it is worth, who takes it out, and when it is to have come.
fn gain(of: &GainRow) -> GridCell {
    let worth = of.groups.and_then(|groups| {
        let parts =
            [groups.budget, groups.reallocated, groups.other_public, groups.others, groups.avoided_growth];
        let sum = Kroner::sum(parts).ok().filter(|sum| !sum.is_zero())?;
        let sum = said::about(sum);
        Some(text!(nb: "{sum} i året", nn: "{sum} i året", en: "{sum} a year"; sum))
    });
    let when = match of.when {
        When::Day(day) => dates::day(day),
        When::Year(year) => text!(all: "{year}"; year),
        When::Unknown => Text::default(),
    };
    GridCell::from(Text::same(&of.name)).with(said::aside([
        worth.unwrap_or_default(),
        Text::same(&of.owner),
        when,
    ]))
}

fn condition(of: &Condition) -> GridCell {
    task(&of.what, &of.who, &of.due, &of.status)
}

fn planned(of: &PlanRow) -> GridCell {
    task(&of.what, &of.who, &of.due, &of.status)
}

/// What is to be done, by whom and when, and how far it is.
fn task(
    what: &Field<String>,
    who: &Field<String>,
    due: &Field<NaiveDate>,
    state: &Field<Status>,
) -> GridCell {
    let due = said::day(due);
    GridCell::from(said::text(what)).with(said::aside([said::text(who), due, status(state.get())]))
}
