//! forberedelse and avsluttet: who does what, what is measured, and whether it was.

use super::block::{self, PracticeOf};
use super::{Missing, without};
use crate::checks::prelude::*;
use crate::document::{Case, Cost, Measurement, Reading};
use crate::{model, words};

pub(super) fn find(facts: &CaseFacts<'_>, missing: &mut Vec<Missing>) {
    let case = facts.document;
    let gains = case.benefits.rows().iter().filter(|benefit| benefit.lacks_budget_line());
    missing.extend(gains.map(|benefit| without_line("gevinster", benefit.span, benefit.name.text())));
    let costs = unbooked(facts).into_iter();
    missing.extend(costs.map(|cost| without_line("kostnader", cost.span, cost.name.text())));
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

/// A row that is taken out or paid, and is on no line of the budget.
fn without_line(under: &'static str, row: Span, name: Option<&str>) -> Missing {
    let on_row = words!(
        nb: "«budsjettpost: {ansvar: …, funksjon: …, art: …}»", nn: "«budsjettpost: {ansvar: …, funksjon: …, art: …}»",
        en: "“budsjettpost: {ansvar: …, funksjon: …, art: …}”",
    );
    Missing { on_row: on_row.text(), ..without(under, row, name, "budsjettpost") }
}

/// The costs that are paid from the running budget and are on no line; none where today's budget holds them, or
/// where the case is closed.
fn unbooked<'a>(facts: &CaseFacts<'a>) -> Vec<&'a Cost> {
    let open = |case: &&model::Case| case.phase != Phase::Closed && !case.is_in_todays_budget();
    let Some(case) = facts.case.filter(open) else { return Vec::new() };
    let rows = facts.document.costs.rows().iter().zip(&case.costs);
    rows.filter(|(_, cost)| cost.lacks_budget_line()).map(|(written, _)| written).collect()
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
        let what =
            text!(nb: "en måling av «{name}»", nn: "ei måling av «{name}»", en: "a measurement of “{name}”");
        missing.push(Missing::told("målinger", Some(benefit.span), what));
    }
}

/// ny_praksis for each unit that something is taken out of; named once, where it is first taken.
fn units(case: &Case, missing: &mut Vec<Missing>) {
    let can_be_pasted = !case.new_practice.is_written();
    let units: Vec<PracticeOf<'_>> =
        changed_units(case).into_iter().filter(|of| can_be_pasted || of.unit.is_some()).collect();
    let mut block =
        if can_be_pasted && !units.is_empty() { block::new_practice(&units) } else { Text::default() };
    // One that nobody has named the unit of is in the lines to paste; it is named where there is no other.
    let is_named = units.iter().any(|of| of.unit.is_some());
    for PracticeOf { unit, at, .. } in units.into_iter().filter(|of| of.unit.is_some() || !is_named) {
        let what = match unit.map(wording::shown) {
            Some(unit) => {
                text!(nb: "«ny_praksis» for ansvar {unit}", nn: "«ny_praksis» for ansvar {unit}", en: "“ny_praksis” for unit {unit}")
            }
            None => words!(nb: "«ny_praksis»", nn: "«ny_praksis»", en: "“ny_praksis”").text(),
        };
        let row = at.filter(|_| !can_be_pasted);
        let block = core::mem::take(&mut block);
        missing.push(Missing { block, ..Missing::told("ny_praksis", row, what) });
    }
}

/// Every unit that something is taken out of and no practice is written for; one without a name where the line of a
/// gain is still to be written, so that its practice can be written with it.
fn changed_units(case: &Case) -> Vec<PracticeOf<'_>> {
    let practice = case.new_practice.rows().iter();
    let mut known: BTreeSet<&str> = practice.filter_map(|row| row.unit.text()).collect();
    let mut units: Vec<PracticeOf<'_>> = Vec::new();
    for benefit in case.benefits.rows().iter().filter(|benefit| benefit.is_taken_out()) {
        if benefit.lacks_budget_line() && units.iter().all(|of| of.unit.is_some()) {
            units.push(PracticeOf { unit: None, at: None, by_wage: benefit.position.is_written() });
        }
        for line in benefit.budget_lines.rows() {
            if let Some(unit) = line.unit.text().filter(|unit| known.insert(unit)) {
                let by_wage = line.art.text().is_some_and(|art| model::is_wage(art.trim()));
                units.push(PracticeOf { unit: Some(unit), at: line.unit.span(), by_wage });
            }
        }
    }
    units
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
    let what = text!(
        nb: "en måling av «{name}» fra {target} eller senere", nn: "ei måling av «{name}» frå {target} eller seinare",
        en: "a measurement of “{name}” from {target} or later"
    );
    Some(Missing::told("målinger", Some(row.span), what))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, found_with, organisation_with};

    fn is_asked_for(phase: &str, more: &str) -> bool {
        let unit = if more.contains("type: drift") { "kr/år" } else { "kr" };
        let cost =
            format!("kostnader:\n  - navn: Lisens\n    beløp: 24 500 {unit}\n    kilde: Tilbud\n{more}");
        let text = case(&format!("{GAIN}{cost}")).replace("fase: overblikk", &format!("fase: {phase}"));
        let found = found_with(&text, &organisation_with(""));
        let mut asked = found.iter().filter(|(_, finding)| finding.rule == "mangler-i-forberedelse");
        asked.any(|(_, finding)| finding.title.nb.contains("«budsjettpost» på «Lisens»"))
    }

    #[test]
    fn the_line_of_a_cost_is_asked_for_from_forberedelse_until_the_case_is_finished() {
        let phases = ["overblikk", "dypdykk", "prioritering", "forberedelse", "gjennomføring", "avsluttet"];
        let asked = phases.map(|phase| is_asked_for(phase, "    type: drift\n"));
        assert_eq!(asked, [false, false, false, true, true, false]);
    }

    #[test]
    fn restructuring_is_asked_too_and_investment_and_what_is_not_paid_are_not() {
        assert!(is_asked_for("forberedelse", "    type: omstilling\n"));
        assert!(!is_asked_for("forberedelse", "    type: investering\n"));
        assert!(!is_asked_for("forberedelse", "    type: drift\n    utbetales: 0 %\n"));
        assert!(!is_asked_for(
            "forberedelse",
            "    type: drift\n    budsjettpost: {ansvar: 1100, funksjon: 120, art: 195}\n"
        ));
    }

    #[test]
    fn positions_are_offered_for_wage_and_not_for_what_stands_beside_it() {
        let offers = |art: &str| {
            let line = format!("budsjettpost: {{ansvar: 1100, funksjon: 120, art: {art}}}");
            let gain = format!(
                "gevinster:\n  - {{navn: Porto, type: unngåtte kostnader, anslag: 96 000 kr/år, kilde: x, {line}}}\n"
            );
            let text = case(&gain).replace("fase: overblikk", "fase: forberedelse");
            let found = found_with(&text, &organisation_with(""));
            let asked = found.iter().find(|(_, finding)| finding.rule == "mangler-i-forberedelse").unwrap();
            format!("{:?}", asked.1).contains("bemanning")
        };
        assert_eq!(["010", "030", "090", "099", "195"].map(offers), [true, true, false, false, false]);
    }

    #[test]
    fn what_todays_budget_already_holds_is_on_a_line() {
        let adopted = "    type: drift\nvedtak:\n  - {dato: 2026-06-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: ja}\n";
        assert!(!is_asked_for("forberedelse", adopted));
    }
}
