//! udekket-minimumskrav: a duty of the register is not met, and no case takes it to met.

use crate::checks::prelude::*;
use crate::document::RegisteredRequirement;
use crate::model::Fulfilment;

/// Looks for a case for every duty that is not met.
pub(super) fn check(facts: &RegisterFacts<'_>, findings: &mut Vec<Finding>) {
    if !facts.is_whole {
        return;
    }
    let is_taken = |key: &str| {
        let cases = facts.cases.iter().filter(|case| !case.is_rejected);
        cases.flat_map(|case| &case.duties).any(|duty| duty.value.id == key)
    };
    let open = facts.requirements.iter().filter(|known| !is_taken(&known.key.value));
    findings.extend(open.filter_map(untaken));
}

fn untaken(Keyed { key, row }: &Keyed<RegisteredRequirement>) -> Option<Finding> {
    let must = row.text.text()?.trim();
    let title = match row.today.cloned().unwrap_or(Fulfilment::No) {
        Fulfilment::Yes => return None,
        Fulfilment::Partly => text!(
            nb: "«{must}» er bare delvis oppfylt i dag, og ingen sak tar det til «ja»", nn: "«{must}» er berre delvis oppfylt i dag, og inga sak tek det til «ja»",
            en: "“{must}” is only partly met today, and no case takes it to “ja”"
        ),
        Fulfilment::No => text!(
            nb: "«{must}» er ikke oppfylt i dag, og ingen sak tar det til «ja»", nn: "«{must}» er ikkje oppfylt i dag, og inga sak tek det til «ja»",
            en: "“{must}” is not met today, and no case takes it to “ja”"
        ),
    };
    Some(Finding::error("udekket-minimumskrav", key.span, title).value("key", &key.value))
}
