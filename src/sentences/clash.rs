//! Which demands clash, and what it takes to fix it: a sentence each.

use super::choice::{amount, frame, lacks};
use crate::choose::{Choice, Clash, Conflict, Demand, Gap};
use crate::words::{Text, separated};
use crate::{text, words};

/// What has to hold and clashes, a sentence each; empty where all can hold.
pub fn sentences(choice: &Choice) -> Vec<Text> {
    let Some(conflict) = choice.conflict() else { return Vec::new() };
    let one = |clash| words::sentences([sentence(clash), decided(clash, choice), not_alone(clash, conflict)]);
    conflict.clashes.iter().map(one).collect()
}

/// That it is not known to be enough to let go of this one, where it is of another; a frame says so itself.
fn not_alone(clash: &Clash, conflict: &Conflict) -> Text {
    let says_so = clash.is_enough || clash.missing.is_some();
    if says_so || !conflict.clashes.iter().any(|other| other.is_enough) {
        return Text::default();
    }
    text!(nb: "Det er kanskje ikke nok alene.", nn: "Det er kanskje ikkje nok åleine.", en: "That may not be enough alone.")
}

/// What is above the demands that clash.
pub fn intro(conflict: &Conflict) -> Text {
    if let [only] = conflict.clashes.as_slice() {
        return match only.demand {
            Demand::Frame(_) if only.is_enough => text!(
                nb: "Dette lar seg ikke oppfylle. Utvid rammen med det som mangler:", nn: "Dette lèt seg ikkje oppfylle. Utvid ramma med det som manglar:",
                en: "This cannot be met. Extend the frame with what is missing:",
            ),
            Demand::Frame(_)
            | Demand::LockedIn(_)
            | Demand::LockedOut(_)
            | Demand::Duty { .. }
            | Demand::Requires(..)
            | Demand::Excludes(..) => {
                text!(nb: "Dette lar seg ikke oppfylle:", nn: "Dette lèt seg ikkje oppfylle:", en: "This cannot be met:")
            }
        };
    }
    let has = |is: fn(&Clash) -> bool| conflict.clashes.iter().any(|one| one.is_enough && is(one));
    let is_frame = |one: &Clash| matches!(one.demand, Demand::Frame(_));
    let frames = conflict.clashes.iter().filter(|one| one.is_enough && is_frame(one)).count();
    let then = match (has(|_| true), has(is_frame)) {
        (true, true) if frames > 1 => words!(
            nb: ". Gi slipp på ett av kravene, eller utvid én av rammene med det som mangler", nn: ". Gi slepp på eitt av krava, eller utvid éi av rammene med det som manglar",
            en: ". Let go of one of the demands, or extend one of the frames with what is missing",
        ),
        (true, true) => words!(
            nb: ". Gi slipp på ett av kravene, eller utvid rammen med det som mangler", nn: ". Gi slepp på eitt av krava, eller utvid ramma med det som manglar",
            en: ". Let go of one of the demands, or extend the frame with what is missing",
        ),
        (true, false) => {
            words!(nb: ". Gi slipp på ett av kravene", nn: ". Gi slepp på eitt av krava", en: ". Let go of one of the demands")
        }
        (false, _) => words!(nb: "", nn: "", en: ""),
    };
    text!(nb: "Dette lar seg ikke oppfylle samtidig{then}:", nn: "Dette lèt seg ikkje oppfylle samtidig{then}:", en: "These cannot all be met{then}:"; then)
}

/// What is said below the demands that clash, where more must be fixed than one of them.
pub fn note(conflict: &Conflict) -> Option<Text> {
    if !conflict.extension.is_empty() {
        let one = |gap: &Gap| {
            let (frame, more) = (frame(&gap.at), amount(&gap.at.frame, gap.missing));
            text!(nb: "{frame} med {more}", nn: "{frame} med {more}", en: "{frame} by {more}"; frame, more)
        };
        return Some(text!(
            nb: "Vil du heller utvide rammer, lar dette seg oppfylle når disse utvides: {all}. Om innsparingskravet da nås, er ikke regnet ut.", nn: "Vil du heller utvide rammer, lèt dette seg oppfylle når desse blir utvida: {all}. Om innsparingskravet då blir nådd, er ikkje rekna ut.",
            en: "If you would rather extend frames, this can be met when these are extended: {all}. Whether the savings demand is then reached is not calculated.";
            all = separated(conflict.extension.iter().map(one), "; ")
        ));
    }
    let is_enough = conflict.clashes.iter().any(|clash| clash.is_enough);
    (!is_enough).then(|| {
        text!(
            nb: "Det kan også være andre krav som ikke lar seg oppfylle samtidig. Rett disse først, og kjør a3 rank på nytt.", nn: "Det kan også vere andre krav som ikkje lèt seg oppfylle samtidig. Rett desse først, og køyr a3 rank på nytt.",
            en: "There may be other demands too that cannot all be met. Correct these first, and run a3 rank again.",
        )
    })
}

/// That decided cases alone use more than there is of a frame.
fn decided(clash: &Clash, choice: &Choice) -> Text {
    let of = choice.frames.iter().find(|of| clash.demand == Demand::Frame(of.at.clone()));
    let Some(of) = of.filter(|of| of.used > of.limit) else { return Text::default() };
    let (used, limit) = (amount(&of.at.frame, of.used), amount(&of.at.frame, of.limit));
    text!(
        nb: "Besluttede saker bruker {used} alene, og grensen er {limit}.", nn: "Avgjorde saker bruker {used} åleine, og grensa er {limit}.",
        en: "Decided cases alone use {used}, and the limit is {limit}."; used, limit
    )
}

/// What has to hold, and what is missing of it.
fn sentence(clash: &Clash) -> Text {
    match (&clash.demand, clash.missing) {
        (Demand::LockedIn(id), _) => {
            text!(nb: "{id} er låst inn.", nn: "{id} er låst inn.", en: "{id} is locked in.")
        }
        (Demand::LockedOut(id), _) => {
            text!(nb: "{id} er låst ut.", nn: "{id} er låst ut.", en: "{id} is locked out.")
        }
        (Demand::Duty { requirement, cases }, _) => {
            if let [only] = cases.as_slice() {
                return text!(
                    nb: "«{requirement}» må oppfylles, og bare {only} gjør det.", nn: "«{requirement}» må oppfyllast, og berre {only} gjer det.",
                    en: "“{requirement}” must be met, and only {only} does so."
                );
            }
            let cases = cases.join(", ");
            text!(
                nb: "«{requirement}» må oppfylles av en av disse: {cases}.", nn: "«{requirement}» må oppfyllast av ei av desse: {cases}.",
                en: "“{requirement}” must be met by one of these: {cases}."
            )
        }
        (Demand::Requires(one, other), _) => {
            text!(nb: "{one} krever {other}.", nn: "{one} krev {other}.", en: "{one} requires {other}.")
        }
        (Demand::Excludes(one, other), _) => {
            text!(nb: "{one} og {other} utelukker hverandre.", nn: "{one} og {other} utelukkar kvarandre.", en: "{one} and {other} exclude each other.")
        }
        (Demand::Frame(at), None) => {
            let frame = frame(at).capital();
            text!(nb: "{frame} holder ikke sammen med resten.", nn: "{frame} held ikkje saman med resten.", en: "{frame} is too small together with the rest."; frame)
        }
        (Demand::Frame(at), Some(missing)) => {
            let lacks = lacks(&Gap { at: at.clone(), missing }).capital();
            if clash.is_enough {
                text!(all: "{lacks}."; lacks)
            } else {
                text!(nb: "{lacks}, men det er ikke nok alene.", nn: "{lacks}, men det er ikkje nok åleine.", en: "{lacks}, but that is not enough alone."; lacks)
            }
        }
    }
}
