//! forberedelse and avsluttet: who does what, what is measured, and whether it was.

use super::{Missing, is_taken_out, without};
use crate::document::{Case, Measurement};
use crate::text;
use std::collections::BTreeSet;

pub(super) fn find(case: &Case, missing: &mut Vec<Missing>) {
    for row in case.plan.rows() {
        let fields =
            [(row.who.is_written(), "hvem: Fagutvikler"), (row.due.is_written(), "frist: 2027-03-15")];
        let lacking = fields.into_iter().filter(|(written, _)| !written);
        missing.extend(lacking.map(|(_, line)| without(row.span, row.what.text(), line)));
    }
    measured_gains(case, missing);
    for row in case.measurements.rows() {
        let fields = [
            (row.baseline.is_written(), "nullpunkt: {dato: 2026-09-30, verdi: 40 tilsyn}"),
            (row.target.is_written(), "mål: {dato: 2028-12-31, verdi: 15 tilsyn}"),
            (row.responsible.is_written(), "ansvarlig: Teamleder natt"),
        ];
        let lacking = fields.into_iter().filter(|(written, _)| !written);
        missing.extend(lacking.map(|(_, line)| without(row.span, row.name.text(), line)));
    }
    units(case, missing);
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
        missing.push(Missing {
            row: Some(benefit.span),
            what: text!(nb: "«{name}» mangler en måling", en: "“{name}” lacks a measurement"),
            how: text!(
                nb: "Føy til en rad under «målinger» med «gevinst: {name}», nullpunkt, mål og ansvarlig.",
                en: "Add a row under “målinger” with “gevinst: {name}”, nullpunkt, mål and ansvarlig."
            ),
        });
    }
}

/// ny_praksis for each unit that something is taken out of; named once, where it is first taken.
fn units(case: &Case, missing: &mut Vec<Missing>) {
    let practice = case.new_practice.rows().iter();
    let mut known: BTreeSet<&str> = practice.filter_map(|row| row.unit.text()).collect();
    let taken = case.benefits.rows().iter().filter(|benefit| is_taken_out(benefit));
    for line in taken.flat_map(|benefit| benefit.budget_lines.rows()) {
        let Some(unit) = line.unit.text().filter(|unit| known.insert(unit)) else { continue };
        missing.push(Missing {
            row: line.unit.span(),
            what: text!(nb: "Ansvar {unit} mangler «ny_praksis»", en: "Unit {unit} lacks “ny_praksis”"),
            how: text!(
                nb: "Skriv hvordan enheten skal drives når gevinsten er tatt ut: «ny_praksis: [{{ansvar: {unit}, fra: år 2, bemanning: …}}]».",
                en: "Write how the unit is to be run once the gain is taken out: “ny_praksis: [{{ansvar: {unit}, fra: år 2, bemanning: …}}]”."
            ),
        });
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
    let name = row.name.text().unwrap_or_default();
    Some(Missing {
        row: Some(row.span),
        what: text!(
            nb: "«{name}» mangler en måling fra {target} eller senere",
            en: "“{name}” lacks a measurement from {target} or later"
        ),
        how: text!(
            nb: "Mål en siste gang, og føy den til under «målt»: «- {{dato: {target}, verdi: …}}».",
            en: "Measure one last time, and add it under “målt”: “- {{dato: {target}, verdi: …}}”."
        ),
    })
}
