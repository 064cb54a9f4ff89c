//! utelukker-sak-som-er-med: two cases are carried out that exclude each other.

use crate::budget::BrokenBond;
use crate::checks::prelude::*;

/// Looks at what each case excludes; reported at the one of the two that says it.
pub(super) fn check(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    findings.extend(facts.budget.broken_bonds.iter().filter_map(|broken| {
        let BrokenBond::BothIn { one, other } = broken else { return None };
        let said = |by: usize, of: usize| {
            let (written, of) = (facts.written.get(by)?, facts.case(of)?);
            Some(written.excludes.rows().iter().find(|id| id.value == of.id)?.span)
        };
        let (case, span) = match (said(*one, *other), said(*other, *one)) {
            (None, Some(span)) => (*other, Some(span)),
            (span, _) => (*one, span),
        };
        let (one, other) = (facts.id(*one), facts.id(*other));
        let title = text!(
            nb: "«{one}» og «{other}» utelukker hverandre, men begge er med", nn: "«{one}» og «{other}» utelukkar kvarandre, men begge er med",
            en: "“{one}” and “{other}” exclude each other, but both are in"
        );
        let finding = Finding::error("utelukker-sak-som-er-med", facts.place_in(case, |_| span), title);
        Some(PortfolioFinding { case, finding })
    }));
}
