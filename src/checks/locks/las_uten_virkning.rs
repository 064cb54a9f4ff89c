//! lås-uten-virkning: leadership has decided what is decided already.

use super::LockFacts;
use crate::diagnostic::{Finding, Grade};
use crate::document::{Keyed, Lock};
use crate::model::Choice;
use crate::words::Text;
use crate::{text, words};

/// Looks at every lock whose case is known.
pub(super) fn check(facts: &LockFacts<'_>, findings: &mut Vec<Finding>) {
    findings.extend(facts.locks().filter_map(|(lock, case)| {
        let id = &lock.key.value;
        let choice = *lock.row.choice.get()?;
        let is_moved =
            || lock.row.start.get().is_some_and(|start| case.start.is_some_and(|own| own != *start));
        let has_errors = facts.spoilt.contains(id.as_str());
        if case.is_finished {
            let title = text!(
                nb: "«{id}» er låst, men er avsluttet",
                en: "“{id}” is locked, but is finished"
            );
            Some(finding(lock, title))
        } else if case.is_decided && choice == Choice::In && !is_moved() && !has_errors {
            let title = text!(
                nb: "«{id}» er låst inn, men er alt besluttet",
                en: "“{id}” is locked in, but is decided already"
            );
            Some(finding(lock, title))
        } else {
            None
        }
    }));
}

fn finding(lock: &Keyed<Lock>, title: Text) -> Finding {
    let why = words!(
        nb: "En sak som er besluttet eller avsluttet, velges det ikke om. Låsen har da ingen virkning.",
        en: "Nothing is chosen about a case that is decided or finished. The lock then has no effect.",
    );
    let how = words!(nb: "Ta bort låsen i a3.yaml.", en: "Remove the lock in a3.yaml.");
    let finding = Finding::error("lås-uten-virkning", lock.key.span, title).graded(Grade::Warning);
    finding.because(why.text()).instead(how.text())
}
