//! Boxes 4 and 5 of the whole: the demands of law that are not met, the goals, and which cases help.

use super::super::case::where_we_are::met;
use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::super::said;
use super::View;
use crate::model::{Fulfilment, Requirement};
use crate::text;
use crate::words::{Text, separated};
use std::collections::BTreeMap;

/// A demand that is not met, and the cases that meet it.
struct Unmet {
    text: Text,
    basis: Text,
    today: Option<Fulfilment>,
    met_by: Vec<Text>,
}

/// Box 4: those of the register, then those only cases know of.
pub(super) fn unmet(view: View<'_>) -> Vec<Part> {
    let register = &view.occasion.organisation.requirements;
    let known = register.iter().filter(|of| of.today != Fulfilment::Yes).map(|of| registered(view, of));
    let known = known.filter(|of| view.area.is_none() || !of.met_by.is_empty());
    let columns = [
        (text!(nb: "Krav", en: "Demand"), Held::Words),
        (text!(nb: "I dag", en: "Today"), Held::Short),
        (text!(nb: "Oppfylles av", en: "Met by"), Held::Words),
    ];
    let rows = known.chain(written_out(view, register)).map(|of| {
        let nobody = of.met_by.is_empty();
        let by =
            if nobody { text!(nb: "ingen sak ennå", en: "no case yet") } else { separated(of.met_by, "; ") };
        GridRow::of([GridCell::from(of.text).with(of.basis), met(of.today.as_ref()).into(), by.into()])
            .strong_if(|| nobody)
    });
    Grid::part(columns, rows).into_iter().collect()
}

fn registered(view: View<'_>, of: &Requirement) -> Unmet {
    let takes = |duty: &crate::model::Duty| duty.id == of.key;
    let met_by = view.cases().filter(|known| known.case.duties.iter().any(takes));
    Unmet {
        text: Text::same(&of.text),
        basis: Text::same(of.legal_basis.as_deref().unwrap_or_default()),
        today: Some(of.today),
        met_by: met_by.map(|known| view.said(&known.case)).collect(),
    }
}

/// Demands that are written out in cases and are not in the register, each once.
fn written_out(view: View<'_>, register: &[Requirement]) -> impl Iterator<Item = Unmet> {
    let mut found: BTreeMap<&str, Unmet> = BTreeMap::new();
    for known in view.cases() {
        let duties = known.case.duties.iter();
        for duty in duties.filter(|duty| register.iter().all(|of| of.key != duty.id)) {
            let rows = known.written.requirements.rows().iter();
            let row = rows.into_iter().find(|row| row.text.text() == Some(duty.text.as_str()));
            let unmet = found.entry(&duty.id).or_insert_with(|| Unmet {
                text: Text::same(&duty.text),
                basis: row.map(|row| said::text(&row.legal_basis)).unwrap_or_default(),
                today: row.and_then(|row| row.today.cloned()),
                met_by: Vec::new(),
            });
            unmet.met_by.push(view.said(&known.case));
        }
    }
    found.into_values()
}

/// Box 5: each goal, and the cases that name it.
pub(super) fn goals(view: View<'_>) -> Vec<Part> {
    let columns = [
        (text!(nb: "Mål", en: "Goal"), Held::Words),
        (text!(nb: "Saker som bidrar", en: "Cases that contribute"), Held::Words),
    ];
    let goals = view.occasion.organisation.goals.iter().map(|goal| {
        let names = |of: &&crate::report::AppraisedCase| {
            of.written.goals.rows().iter().any(|written| written.value == goal.key)
        };
        let cases: Vec<Text> = view.cases().filter(names).map(|of| view.said(&of.case)).collect();
        let source = Text::same(goal.source.as_deref().unwrap_or_default());
        let nobody = cases.is_empty();
        let by =
            if nobody { text!(nb: "ingen sak ennå", en: "no case yet") } else { separated(cases, "; ") };
        (nobody, GridRow::of([GridCell::from(Text::same(&goal.name)).with(source), by.into()]))
    });
    let rows = goals.filter(|(nobody, _)| view.area.is_none() || !nobody).map(|(_, row)| row);
    Grid::part(columns, rows).into_iter().collect()
}
