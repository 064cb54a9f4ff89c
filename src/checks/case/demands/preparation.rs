//! forberedelse and avsluttet: who does what, what is measured, and whether it was.

use super::{Missing, block, is_taken_out, without};
use crate::checks::wording;
use crate::document::{Case, Field, Measurement, Reading};
use crate::source::Span;
use crate::text;
use crate::words::Text;
use std::collections::BTreeSet;

pub(super) fn find(case: &Case, missing: &mut Vec<Missing>) {
    for benefit in case.benefits.rows() {
        if is_taken_out(benefit) && !benefit.budget_lines.is_written() {
            missing.push(without("gevinster", benefit.span, benefit.name.text(), "budsjettpost"));
        }
    }
    for row in case.plan.rows() {
        let fields = [(row.who.is_written(), "hvem"), (row.due.is_written(), "frist")];
        let lacking = fields.into_iter().filter(|(written, _)| !written);
        missing.extend(lacking.map(|(_, key)| without("plan", row.span, row.what.text(), key)));
    }
    measured_gains(case, missing);
    for row in case.measurements.rows() {
        let fields = [
            (is_read(&row.baseline), "nullpunkt"),
            (is_read(&row.target), "mål"),
            (row.responsible.is_written(), "ansvarlig"),
        ];
        let lacking = fields.into_iter().filter(|(written, _)| !written);
        missing.extend(lacking.map(|(_, key)| without("målinger", row.span, row.name.text(), key)));
    }
    units(case, missing);
}

/// Whether a reading says when and how much, as far as somebody has written it.
fn is_read(reading: &Field<Reading>) -> bool {
    reading.is_written()
        && reading.get().is_none_or(|reading| reading.date.is_written() && reading.value.is_written())
}

/// One måling per gevinst.
fn measured_gains(case: &Case, missing: &mut Vec<Missing>) {
    if !case.measurements.is_written() {
        return;
    }
    let rows = case.measurements.rows().iter();
    let measured: BTreeSet<&str> = rows.filter_map(|row| row.benefit.text()).collect();
    for benefit in case.benefits.rows() {
        let Some(name) = benefit.name.text().filter(|name| !measured.contains(name)) else { continue };
        let name = wording::shown(name);
        missing.push(Missing {
            key: "målinger",
            row: Some(benefit.span),
            what: text!(nb: "en måling av «{name}»", en: "a measurement of “{name}”"),
            block: Text::default(),
        });
    }
}

/// ny_praksis for each unit that something is taken out of; named once, where it is first taken.
fn units(case: &Case, missing: &mut Vec<Missing>) {
    let practice = case.new_practice.rows().iter();
    let mut known: BTreeSet<&str> = practice.filter_map(|row| row.unit.text()).collect();
    let taken = case.benefits.rows().iter().filter(|benefit| is_taken_out(benefit));
    let lines = taken.flat_map(|benefit| benefit.budget_lines.rows());
    let units = lines.filter_map(|line| Some((line.unit.text()?, line.unit.span())));
    let units: Vec<(&str, Option<Span>)> = units.filter(|(unit, _)| known.insert(unit)).collect();
    let can_be_pasted = !case.new_practice.is_written() && !units.is_empty();
    let mut block = if can_be_pasted { block::new_practice(&units) } else { Text::default() };
    for (unit, row) in units {
        let unit = wording::shown(unit);
        let what = text!(nb: "«ny_praksis» for ansvar {unit}", en: "“ny_praksis” for unit {unit}");
        let row = row.filter(|_| !can_be_pasted);
        missing.push(Missing { key: "ny_praksis", row, what, block: core::mem::take(&mut block) });
    }
}

/// avsluttet: the last measurement is at or after the date of the target.
pub(super) fn find_unfinished(case: &Case, missing: &mut Vec<Missing>) {
    missing.extend(case.measurements.rows().iter().filter_map(unfinished));
}

fn unfinished(row: &Measurement) -> Option<Missing> {
    let target = row.target.get()?.date.get()?;
    let last = row.readings.rows().iter().filter_map(|reading| reading.date.get()).max();
    if last.is_some_and(|last| last >= target) {
        return None;
    }
    let name = wording::name(&row.name);
    Some(Missing {
        key: "målinger",
        row: Some(row.span),
        what: text!(
            nb: "en måling av «{name}» fra {target} eller senere",
            en: "a measurement of “{name}” from {target} or later"
        ),
        block: Text::default(),
    })
}
