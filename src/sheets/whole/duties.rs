//! Boxes 4 and 5 of the whole: the demands of law that are not met, the goals, and which cases help.

use super::super::case::where_we_are::met;
use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::View;
use crate::report::{self, AppraisedCase, OpenDuty};
use crate::text;
use crate::words::{Text, separated};

/// Box 4: those of the register, then those only cases know of; of an område, those its cases take.
pub(super) fn unmet(view: View<'_>) -> Vec<Part> {
    let columns = [
        (text!(nb: "Krav", nn: "Krav", en: "Requirement"), Held::Words),
        (text!(nb: "I dag", nn: "I dag", en: "Today"), Held::Short),
        (text!(nb: "Oppfylles av", nn: "Oppfylt av", en: "Met by"), Held::Words),
    ];
    let duties = report::open_duties(&view.rank.appraised, view.area);
    let here = duties.iter().filter(|of| view.area.is_none() || !of.cases.is_empty());
    Grid::part(columns, here.map(|of| row(view, of))).into_iter().collect()
}

fn row(view: View<'_>, of: &OpenDuty) -> GridRow {
    let basis = Text::same(of.legal_basis.as_deref().unwrap_or_default());
    let takes = view.cases().filter(|known| of.cases.contains(&known.case.id));
    let by = contributors(view, takes.map(|known| view.said(&known.case)).collect());
    GridRow::of([GridCell::from(Text::same(&of.text)).with(basis), met(Some(&of.today)).into(), by.into()])
        .strong_if(|| of.takers().is_some_and(<[String]>::is_empty))
}

/// The cases that help; that there are none is said, and that it is not known.
fn contributors(view: View<'_>, cases: Vec<Text>) -> Text {
    if cases.is_empty() && !view.rank.appraised.is_whole() {
        text!(nb: "ikke kjent", nn: "ikkje kjent", en: "not known")
    } else if cases.is_empty() {
        text!(nb: "ingen sak ennå", nn: "inga sak enno", en: "no case yet")
    } else {
        separated(cases, "; ")
    }
}

/// Box 5: each goal, and the cases that name it.
pub(super) fn goals(view: View<'_>) -> Vec<Part> {
    let columns = [
        (text!(nb: "Mål", nn: "Mål", en: "Goal"), Held::Words),
        (text!(nb: "Saker som bidrar", nn: "Saker som bidreg", en: "Cases that contribute"), Held::Words),
    ];
    let goals = view.occasion.organisation.goals.iter().map(|goal| {
        let names =
            |of: &&AppraisedCase| of.written.goals.rows().iter().any(|written| written.value == goal.key);
        let cases: Vec<Text> = view.cases().filter(names).map(|of| view.said(&of.case)).collect();
        let source = Text::same(goal.source.as_deref().unwrap_or_default());
        let nobody = cases.is_empty();
        let by = contributors(view, cases);
        (nobody, GridRow::of([GridCell::from(Text::same(&goal.name)).with(source), by.into()]))
    });
    let rows = goals.filter(|(nobody, _)| view.area.is_none() || !nobody).map(|(_, row)| row);
    Grid::part(columns, rows).into_iter().collect()
}
