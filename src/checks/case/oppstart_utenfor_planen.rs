//! A start that is not one of the four years of the plan.

use crate::checks::prelude::*;
use crate::document::{Amount, Organisation};
use crate::model::Case;
use crate::words::all_of;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let phase = facts.document.phase.get();
    if matches!(phase, Some(Phase::Implementation | Phase::Closed)) {
        return;
    }
    if !facts.case.is_some_and(Case::is_decided) {
        amounts(facts, findings);
    }
    let Some(start) = facts.document.start.spanned() else { return };
    let (first, last) = (facts.organisation.budget_year, facts.organisation.budget_year.later(3));
    // What is decided may well have begun.
    let too_early = start.value < first && !facts.case.is_some_and(Case::is_decided);
    if !too_early && start.value <= last {
        return;
    }
    let year = start.value;
    let end = facts.document.latest_start.cloned().unwrap_or(year);
    let (title, variant) = if too_early && end < first {
        if facts.organisation.locked.get(&facts.document.id).is_some_and(|lock| lock.start.is_some()) {
            return;
        }
        let title = text!(
            nb: "Oppstarten er passert: {end} er før budsjettåret {first}", nn: "Oppstarten er passert: {end} er før budsjettåret {first}",
            en: "The start has passed: {end} is before the budget year {first}"; end, first
        );
        (title, "passed")
    } else if too_early {
        let title = text!(
            nb: "Oppstart {year} er før budsjettåret {first}, så saken regnes fra {first}", nn: "Oppstart {year} er før budsjettåret {first}, så saka blir rekna frå {first}",
            en: "The start {year} is before the budget year {first}, so the case is counted from {first}";
            year, first
        );
        (title, "early")
    } else {
        let title = text!(
            nb: "Oppstart {year} er etter økonomiplanen {first}–{last}", nn: "Oppstart {year} er etter økonomiplanen {first}–{last}",
            en: "The start {year} is after the plan {first}–{last}";
            year, first, last
        );
        (title, "late")
    };
    findings.push(finding(start.span, title, variant, first));
}

/// Rows by calendar year that have amounts in years that have passed: they do not move with the start.
fn amounts(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let (document, first) = (facts.document, facts.organisation.budget_year);
    let benefits = document.benefits.rows().iter().map(|row| (&row.name, &row.estimate));
    let costs = document.costs.rows().iter().map(|row| (&row.name, &row.amount));
    for (name, amount) in benefits.chain(costs) {
        let Some(Amount::ByCalendarYear(years)) = amount.get() else { continue };
        let is_something = |estimate: &Estimate| !estimate.mode().value().is_zero();
        let passed = years.iter().filter(|(year, of)| year.value < first && is_something(&of.value));
        let passed: Vec<_> = passed.collect();
        let Some((_, at)) = passed.first() else { continue };
        let (name, years) = (wording::name(name), passed.iter().map(|(year, _)| year.value));
        let years = all_of(&years.collect::<Vec<_>>());
        let title = text!(
            nb: "«{name}» har beløp i {years}, før budsjettåret {first}", nn: "«{name}» har beløp i {years}, før budsjettåret {first}",
            en: "“{name}” has amounts in {years}, before the budget year {first}"; name, years, first
        );
        findings.push(finding(at.span, title, "amount", first));
    }
}

/// Looks at the starts that `prioritering.låst` in a3.yaml sets.
pub(in crate::checks) fn check_locked(organisation: &Organisation, first: Year, findings: &mut Vec<Finding>) {
    let last = first.later(3);
    let locked = organisation.ranking.get().map_or(&[][..], |ranking| ranking.locked.rows());
    for lock in locked {
        let Some(start) = lock.row.start.spanned() else { continue };
        if first <= start.value && start.value <= last {
            continue;
        }
        let title = text!(
            nb: "«{id}» er låst til oppstart {year}, utenfor økonomiplanen {first}–{last}", nn: "«{id}» er låst til oppstart {year}, utanfor økonomiplanen {first}–{last}",
            en: "“{id}” is locked to start in {year}, outside the plan {first}–{last}";
            id = lock.key.value, year = start.value, first, last
        );
        findings.push(finding(start.span, title, "locked", first));
    }
}

fn finding(at: Span, title: Text, variant: &'static str, first: Year) -> Finding {
    let finding = Finding::error("oppstart-utenfor-planen", at, title).variant(variant);
    finding.value("first", first).value("last", first.later(3))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, found_with, organisation_with, rules_in, title_of};

    #[test]
    fn the_four_years_of_the_plan_are_inside() {
        for (start, fires) in [(2026, true), (2027, false), (2030, false), (2031, true)] {
            let text = case(&format!("{GAIN}oppstart: {start}\n"));
            assert_eq!(!rules_in(&text).is_empty(), fires, "{start}");
        }
    }

    #[test]
    fn a_start_that_has_passed_is_told_from_one_that_can_still_come() {
        let found = |rows: &str| title_of(&case(&format!("{GAIN}{rows}")));
        assert_eq!(found("oppstart: 2025\n"), "Oppstarten er passert: 2025 er før budsjettåret 2027");
        assert_eq!(
            found("oppstart: 2024\nsenest: 2026\n"),
            "Oppstarten er passert: 2026 er før budsjettåret 2027"
        );
        assert_eq!(
            found("oppstart: 2025\nsenest: 2028\n"),
            "Oppstart 2025 er før budsjettåret 2027, så saken regnes fra 2027"
        );
    }

    #[test]
    fn an_amount_of_a_year_that_has_passed_is_told_until_the_case_is_decided() {
        let cost = |year: u16| {
            format!(
                "kostnader:\n  - {{navn: Kjøp, type: investering, beløp: {{{year}: 2 mill. kr}}, kilde: Tilbud}}\n"
            )
        };
        let found = |year, more: &str| {
            let text = case(&format!("{GAIN}{}oppstart: 2027\n{more}", cost(year)));
            let found = found_with(&text, &organisation_with("")).into_iter().map(|(_, finding)| finding);
            let found = found.filter(|finding| finding.rule == "oppstart-utenfor-planen");
            found.map(|finding| finding.title.nb).collect::<Vec<_>>()
        };
        assert_eq!(found(2026, ""), ["«Kjøp» har beløp i 2026, før budsjettåret 2027"]);
        let decided =
            "vedtak: [{dato: 2025-12-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: ja}]\n";
        assert!(found(2027, "").is_empty() && found(2026, decided).is_empty());
    }

    #[test]
    fn a_start_that_leadership_has_locked_holds_where_the_own_has_passed() {
        let locked = organisation_with("prioritering: {låst: {eksempel: {valg: inn, oppstart: 2028}}}\n");
        assert!(found_with(&case(&format!("{GAIN}oppstart: 2025\n")), &locked).is_empty());
    }

    #[test]
    fn what_is_decided_or_under_way_may_have_begun() {
        let decided =
            "vedtak: [{dato: 2025-12-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: ja}]\n";
        assert_eq!(rules_in(&case(&format!("{GAIN}oppstart: 2026\n{decided}"))), []);
        let late = case(&format!("{GAIN}oppstart: 2035\n{decided}"));
        assert_eq!(title_of(&late), "Oppstart 2035 er etter økonomiplanen 2027–2030");
    }
}
