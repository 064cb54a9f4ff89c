//! vedtak-som-ikke-avgjør: the last decision decides nothing, and the case is not decided.

use crate::checks::prelude::*;
use crate::document::{Case, Decision};
use crate::model::Void;

/// Looks at the last vedtak, by date, where nothing else settles the case.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let (case, day) = (facts.document, facts.today);
    let settled = case.settled(day);
    if settled.meets_krever() || settled.is_rejected() {
        return;
    }
    let last = case.decisions.rows().iter().max_by_key(|row| row.date.get());
    let Some((row, decision)) = last.and_then(|row| Some((row, row.understood()?))) else { return };
    let Some(void) = case.deciding(day).void(&decision) else { return };
    let (title, variant) = said(void, (row, case), decision.date.to_string());
    findings.push(Finding::error("vedtak-som-ikke-avgjør", row.span, title).variant(variant));
}

fn said(void: Void, (row, case): (&Decision, &Case), date: String) -> (Text, &'static str) {
    match void {
        Void::Later => {
            let title = text!(
                nb: "Vedtaket er datert {date}, og den dagen er ikke kommet: saken er ikke besluttet", nn: "Vedtaket er datert {date}, og den dagen er ikkje komen: saka er ikkje avgjord",
                en: "The decision is dated {date}, which has not come: the case is not decided"
            );
            (title, "later")
        }
        Void::OtherBody => {
            let (body, decider) = (wording::name(&row.body), wording::name(&case.decider));
            let title = text!(
                nb: "«{body}» er ikke beslutter, det er «{decider}»: saken er ikke besluttet", nn: "«{body}» er ikkje den som avgjer, det er «{decider}»: saka er ikkje avgjord",
                en: "“{body}” does not decide, “{decider}” does: the case is not decided"
            );
            (title, "body")
        }
        Void::Recommended => {
            let title = text!(
                nb: "Saken er innstilt, og ikke besluttet ennå", nn: "Saka er innstilt, og ikkje avgjord enno",
                en: "The case is recommended, and not decided yet"
            );
            (title, "recommended")
        }
        Void::Postponed => {
            let title = text!(
                nb: "Saken er utsatt, og ikke besluttet", nn: "Saka er utsett, og ikkje avgjord",
                en: "The case is postponed, and not decided"
            );
            (title, "postponed")
        }
    }
}
