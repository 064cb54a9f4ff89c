//! lås-uten-virkning: leadership has decided what is decided already.

use crate::checks::prelude::*;
use crate::document::Lock;
use crate::model::Choice;

/// Looks at every lock whose case is known.
pub(super) fn check(facts: &LockFacts<'_>, findings: &mut Vec<Finding>) {
    findings.extend(facts.locks().filter_map(|(lock, case)| {
        let id = &lock.key.value;
        let choice = *lock.row.choice.get()?;
        let is_moved =
            || lock.row.start.get().is_some_and(|start| case.start.is_some_and(|own| own != *start));
        let has_errors = facts.spoilt.contains(id.as_str());
        if case.is_over {
            let title = text!(
                nb: "«{id}» er låst, men er avsluttet", nn: "«{id}» er låst, men er avslutta",
                en: "“{id}” is locked, but is closed"
            );
            Some(finding(lock, title))
        } else if case.is_decided && choice == Choice::In && !is_moved() && !has_errors {
            let title = text!(
                nb: "«{id}» er låst inn, men er alt besluttet", nn: "«{id}» er låst inn, men er alt avgjord",
                en: "“{id}” is locked in, but is decided already"
            );
            Some(finding(lock, title))
        } else {
            None
        }
    }));
}

fn finding(lock: &Keyed<Lock>, title: Text) -> Finding {
    Finding::error("lås-uten-virkning", lock.key.span, title)
}
