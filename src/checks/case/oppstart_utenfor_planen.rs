//! A start that is not one of the four years of the plan.

use super::CaseFacts;
use crate::diagnostic::{Finding, Grade};
use crate::document::Organisation;
use crate::model::{Case, Phase};
use crate::units::Year;
use crate::{text, words};

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let phase = facts.document.phase.get();
    if matches!(phase, Some(Phase::Implementation | Phase::Closed)) {
        return;
    }
    let Some(start) = facts.document.start.spanned() else { return };
    let (first, last) = (facts.organisation.budget_year, facts.organisation.budget_year.later(3));
    // What is decided may well have begun.
    let too_early = start.value < first && !facts.case.is_some_and(Case::is_decided);
    if !too_early && start.value <= last {
        return;
    }
    let (year, first, last) = (start.value.number(), first.number(), last.number());
    let title = if too_early {
        text!(
            nb: "Oppstart {year} er før økonomiplanen {first}–{last}",
            en: "The start {year} is before the plan {first}–{last}"
        )
    } else {
        text!(
            nb: "Oppstart {year} er etter økonomiplanen {first}–{last}",
            en: "The start {year} is after the plan {first}–{last}"
        )
    };
    let why = if too_early {
        words!(
            nb: "Et år som er gått, kan ikke planlegges, og det som er spart, ligger alt i budsjettet.",
            en: "A year that has passed cannot be planned, and what is saved is in the budget already.",
        )
    } else {
        words!(
            nb: "Saken gir da ingenting i de fire årene som planlegges nå.",
            en: "The case then gives nothing in the four years that are planned now.",
        )
    };
    let how = text!(
        nb: "Skriv et år fra {first} til {last}. Er saken alt i gang, så sett «fase: gjennomføring».",
        en: "Write a year from {first} to {last}. Where the case is under way, write “fase: gjennomføring”."
    );
    findings
        .push(Finding::error("oppstart-utenfor-planen", start.span, title).because(why.text()).instead(how));
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
        let (id, year, first, last) = (&lock.key.value, start.value.number(), first.number(), last.number());
        let title = text!(
            nb: "«{id}» er låst til oppstart {year}, utenfor økonomiplanen {first}–{last}",
            en: "“{id}” is locked to start in {year}, outside the plan {first}–{last}"
        );
        let why = words!(
            nb: "Rammene gjelder de fire planårene. En oppstart utenfor dem er ikke veid mot noe.",
            en: "The frames hold for the four plan years. A start outside them is weighed against nothing.",
        );
        let how = text!(
            nb: "Skriv et år fra {first} til {last}, eller «valg: ut» om saken ikke skal være med i planen.",
            en: "Write a year from {first} to {last}, or “valg: ut” where the case is not to be in the plan."
        );
        let finding = Finding::error("oppstart-utenfor-planen", start.span, title).graded(Grade::Warning);
        findings.push(finding.because(why.text()).instead(how));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in, title_of};

    #[test]
    fn the_four_years_of_the_plan_are_inside() {
        for (start, fires) in [(2026, true), (2027, false), (2030, false), (2031, true)] {
            let text = case(&format!("{GAIN}oppstart: {start}\n"));
            assert_eq!(!rules_in(&text).is_empty(), fires, "{start}");
        }
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
