//! lås-som-ikke-holder: leadership has decided something that the case itself makes impossible.

use crate::checks::prelude::*;
use crate::document::Lock;
use crate::model::Choice;

/// Looks at every lock whose case is known.
pub(super) fn check(facts: &LockFacts<'_>, findings: &mut Vec<Finding>) {
    findings.extend(facts.locks().filter_map(|(lock, case)| match lock.row.choice.get()? {
        Choice::In if !case.is_over => locked_in(facts, lock, case),
        Choice::Out if case.counts_as_decided() => Some(locked_out(lock)),
        Choice::In | Choice::Out => None,
    }));
}

fn locked_in(facts: &LockFacts<'_>, lock: &Keyed<Lock>, case: &CaseReference) -> Option<Finding> {
    let id = &lock.key.value;
    if facts.spoilt.contains(id.as_str()) {
        let title = text!(
            nb: "«{id}» er låst inn, men har feil og kan ikke velges", nn: "«{id}» er låst inn, men har feil og kan ikkje veljast",
            en: "“{id}” is locked in, but has errors and cannot be chosen"
        );
        return Some(finding(lock.key.span, title, "errors"));
    }
    if case.is_decided {
        return moved(lock, case);
    }
    if case.is_overview {
        let title = text!(
            nb: "«{id}» er låst inn, men er en oversikt uten egne tall", nn: "«{id}» er låst inn, men er ei oversikt utan eigne tal",
            en: "“{id}” is locked in, but is an overview without figures of its own"
        );
        return Some(finding(lock.key.span, title, "overview"));
    }
    (!case.is_assessed).then(|| {
        let title = text!(
            nb: "«{id}» er låst inn, men mangler levetid eller en oppstart som ikke er passert, og kan ikke velges", nn: "«{id}» er låst inn, men manglar levetid eller ein oppstart som ikkje er passert, og kan ikkje veljast",
            en: "“{id}” is locked in, but lacks levetid or a start that has not passed, and cannot be chosen"
        );
        finding(lock.key.span, title, "unassessed")
    })
}

/// A decided case starts when it says itself.
fn moved(lock: &Keyed<Lock>, case: &CaseReference) -> Option<Finding> {
    let (locked, own) = (lock.row.start.spanned()?, case.start?);
    if locked.value == own {
        return None;
    }
    let (id, year, own) = (&lock.key.value, locked.value.number(), own.number());
    let title = text!(
        nb: "«{id}» er låst til oppstart {year}, men er besluttet med oppstart {own}", nn: "«{id}» er låst til oppstart {year}, men er avgjord med oppstart {own}",
        en: "“{id}” is locked to start in {year}, but is decided with a start in {own}"
    );
    Some(finding(locked.span, title, "moved").value("year", year))
}

fn locked_out(lock: &Keyed<Lock>) -> Finding {
    let id = &lock.key.value;
    let title = text!(
        nb: "«{id}» er låst ut, men er besluttet", nn: "«{id}» er låst ut, men er avgjord",
        en: "“{id}” is locked out, but is decided"
    );
    finding(lock.key.span, title, "out")
}

fn finding(at: Span, title: Text, variant: &'static str) -> Finding {
    Finding::error("lås-som-ikke-holder", at, title).variant(variant)
}
