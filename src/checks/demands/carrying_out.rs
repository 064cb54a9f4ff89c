//! gjennomføring: somebody has decided it.

use super::Missing;
use crate::checks::prelude::*;
use crate::model::Outcome;

/// Looks for a vedtak that says vedtatt, where there is some vedtak.
pub(super) fn find(facts: &CaseFacts<'_>, missing: &mut Vec<Missing>) {
    let rows = facts.document.decisions.rows();
    let is_adopted =
        facts.document.decision(facts.today).is_some_and(|decision| decision.outcome == Outcome::Adopted);
    if let Some(last) = rows.last().filter(|_| !is_adopted) {
        let what = text!(nb: "et vedtak som sier vedtatt", nn: "eit vedtak som seier vedtatt", en: "a vedtak that says vedtatt");
        missing.push(Missing::told("vedtak", Some(last.span), what));
    }
}
