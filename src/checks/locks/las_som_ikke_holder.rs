//! lås-som-ikke-holder: leadership has decided something that the case itself makes impossible.

use super::LockFacts;
use crate::checks::CaseReference;
use crate::diagnostic::Finding;
use crate::document::{Keyed, Lock};
use crate::model::Choice;
use crate::source::Span;
use crate::words::{Text, Words};
use crate::{text, words};

/// Looks at every lock whose case is known.
pub(super) fn check(facts: &LockFacts<'_>, findings: &mut Vec<Finding>) {
    findings.extend(facts.locks().filter_map(|(lock, case)| match lock.row.choice.get()? {
        Choice::In if !case.is_finished => locked_in(facts, lock, case),
        Choice::Out if case.is_decided && !case.is_finished => Some(locked_out(lock)),
        Choice::In | Choice::Out => None,
    }));
}

const KEEP: Words = words!(
    nb: "Ledelsen har bestemt at saken skal være med, men «a3 rank» kan ikke ta den med.",
    en: "Leadership has decided that the case is to be in, but “a3 rank” cannot take it in.",
);

fn locked_in(facts: &LockFacts<'_>, lock: &Keyed<Lock>, case: &CaseReference) -> Option<Finding> {
    let id = &lock.key.value;
    if facts.spoilt.contains(id.as_str()) {
        let title = text!(
            nb: "«{id}» er låst inn, men har feil og kan ikke velges",
            en: "“{id}” is locked in, but has errors and cannot be chosen"
        );
        let how = words!(
            nb: "Rett feilene i saken, eller ta bort låsen.",
            en: "Correct the errors in the case, or remove the lock.",
        );
        return Some(finding(lock.key.span, title, (KEEP.text(), how.text())));
    }
    if case.is_decided {
        return moved(lock, case);
    }
    if case.is_overview {
        let title = text!(
            nb: "«{id}» er låst inn, men er en oversikt uten egne tall",
            en: "“{id}” is locked in, but is an overview without figures of its own"
        );
        let how = words!(
            nb: "Lås inn sakene som oversikten viser til, eller ta bort låsen.",
            en: "Lock in the cases that the overview points to, or remove the lock.",
        );
        return Some(finding(lock.key.span, title, (KEEP.text(), how.text())));
    }
    (!case.is_assessed).then(|| {
        let title = text!(
            nb: "«{id}» er låst inn, men mangler oppstart eller levetid og kan ikke velges",
            en: "“{id}” is locked in, but lacks oppstart or levetid and cannot be chosen"
        );
        let how = words!(
            nb: "Skriv både oppstart og levetid i saken, eller ta bort låsen.",
            en: "Write both oppstart and levetid in the case, or remove the lock.",
        );
        finding(lock.key.span, title, (KEEP.text(), how.text()))
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
        nb: "«{id}» er låst til oppstart {year}, men er besluttet med oppstart {own}",
        en: "“{id}” is locked to start in {year}, but is decided with a start in {own}"
    );
    let why = words!(
        nb: "En besluttet sak starter når saken selv sier det. Låsen flytter den ikke.",
        en: "A decided case starts when the case itself says. The lock does not move it.",
    );
    let how = text!(
        nb: "Skriv «oppstart: {year}» i saken om det er riktig, eller ta bort låsen.",
        en: "Write “oppstart: {year}” in the case where that is right, or remove the lock."
    );
    Some(finding(locked.span, title, (why.text(), how)))
}

fn locked_out(lock: &Keyed<Lock>) -> Finding {
    let id = &lock.key.value;
    let title = text!(
        nb: "«{id}» er låst ut, men er besluttet",
        en: "“{id}” is locked out, but is decided"
    );
    let why = words!(
        nb: "En besluttet sak er med, og bruker av rammene, uansett hva låsen sier.",
        en: "A decided case is in, and uses its part of the frames, whatever the lock says.",
    );
    let how = words!(
        nb: "Ta bort låsen. Er saken ikke lenger besluttet, så rett «vedtak» og «fase» i saken.",
        en: "Remove the lock. Where the case is no longer decided, correct “vedtak” and “fase” in it.",
    );
    finding(lock.key.span, title, (why.text(), how.text()))
}

fn finding(at: Span, title: Text, (why, how): (Text, Text)) -> Finding {
    Finding::error("lås-som-ikke-holder", at, title).because(why).instead(how)
}
