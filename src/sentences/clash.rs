//! Which demands clash, and what it takes to mend it: a sentence each.

use super::choice::{amount, frame, joined, lacks};
use crate::choose::{Choice, Clash, Conflict, Demand, Gap};
use crate::text;
use crate::words::{Language, Text};

/// What has to hold and clashes, a sentence each; empty where all can hold.
#[must_use]
pub fn sentences(choice: &Choice) -> Vec<Text> {
    let one = |clash: &Clash| joined(&[sentence(clash), decided(clash, choice)]);
    choice.conflict().map_or_else(Vec::new, |conflict| conflict.clashes.iter().map(one).collect())
}

/// What stands above the demands that clash.
#[must_use]
pub fn intro(conflict: &Conflict) -> Text {
    if let [only] = conflict.clashes.as_slice() {
        return match only.demand {
            Demand::Frame(_) if only.is_enough => text!(
                nb: "Dette lar seg ikke oppfylle. Utvid rammen med det som mangler:",
                en: "This cannot be met. Extend the frame with what is missing:",
            ),
            Demand::Frame(_)
            | Demand::LockedIn(_)
            | Demand::LockedOut(_)
            | Demand::Duty { .. }
            | Demand::Requires(..)
            | Demand::Excludes(..) => text!(nb: "Dette lar seg ikke oppfylle:", en: "This cannot be met:"),
        };
    }
    let clash = text!(nb: "Dette lar seg ikke oppfylle samtidig", en: "These cannot all be met");
    let has = |is: fn(&Clash) -> bool| conflict.clashes.iter().any(|one| one.is_enough && is(one));
    let is_frame = |one: &Clash| matches!(one.demand, Demand::Frame(_));
    let frames = conflict.clashes.iter().filter(|one| one.is_enough && is_frame(one)).count();
    match (has(|_| true), has(is_frame)) {
        (true, true) if frames > 1 => text!(
            nb: "{}. Gi slipp på ett av kravene, eller utvid én av rammene med det som mangler:", clash.nb;
            en: "{}. Let go of one of the demands, or extend one of the frames with what is missing:", clash.en
        ),
        (true, true) => text!(
            nb: "{}. Gi slipp på ett av kravene, eller utvid rammen med det som mangler:", clash.nb;
            en: "{}. Let go of one of the demands, or extend the frame with what is missing:", clash.en
        ),
        (true, false) => text!(
            nb: "{}. Gi slipp på ett av kravene:", clash.nb;
            en: "{}. Let go of one of the demands:", clash.en
        ),
        (false, _) => text!(nb: "{}:", clash.nb; en: "{}:", clash.en),
    }
}

/// What is said below the demands that clash, where more must be mended than one of them.
#[must_use]
pub fn note(conflict: &Conflict) -> Option<Text> {
    if !conflict.extension.is_empty() {
        let list = |language: Language| {
            let one = |gap: &Gap| {
                let (frame, more) = (frame(&gap.at), amount(&gap.at.frame, gap.missing));
                match language {
                    Language::Nb => format!("{} med {}", frame.nb, more.nb),
                    Language::En => format!("{} by {}", frame.en, more.en),
                }
            };
            conflict.extension.iter().map(one).collect::<Vec<_>>().join("; ")
        };
        let (nb, en) = (list(Language::Nb), list(Language::En));
        return Some(text!(
            nb: "Vil du heller utvide rammer, lar alt seg oppfylle når disse utvides: {nb}.",
            en: "If you would rather extend frames, all can be met when these are extended: {en}."
        ));
    }
    let is_enough = conflict.clashes.iter().any(|clash| clash.is_enough);
    (!is_enough).then(|| {
        text!(
            nb: "Det kan også være andre krav som ikke lar seg oppfylle samtidig. Rett disse først, og kjør a3 rank på nytt.",
            en: "There may be other demands too that cannot all be met. Mend these first, and run a3 rank again.",
        )
    })
}

/// That decided cases alone use more than there is of a frame.
fn decided(clash: &Clash, choice: &Choice) -> Text {
    let of = choice.frames.iter().find(|of| clash.demand == Demand::Frame(of.at.clone()));
    let Some(of) = of.filter(|of| of.used > of.limit) else { return Text::default() };
    let (used, limit) = (amount(&of.at.frame, of.used), amount(&of.at.frame, of.limit));
    text!(
        nb: "Besluttede saker bruker {} alene, og grensen er {}.", used.nb, limit.nb;
        en: "Decided cases alone use {}, and the limit is {}.", used.en, limit.en
    )
}

/// What has to hold, and what is missing of it.
fn sentence(clash: &Clash) -> Text {
    match (&clash.demand, clash.missing) {
        (Demand::LockedIn(id), _) => text!(nb: "{id} er låst inn.", en: "{id} is locked in."),
        (Demand::LockedOut(id), _) => text!(nb: "{id} er låst ut.", en: "{id} is locked out."),
        (Demand::Duty { requirement, cases }, _) => {
            if let [only] = cases.as_slice() {
                return text!(
                    nb: "«{requirement}» må oppfylles, og bare {only} gjør det.",
                    en: "“{requirement}” must be met, and only {only} does so."
                );
            }
            let cases = cases.join(", ");
            text!(
                nb: "«{requirement}» må oppfylles av en av disse: {cases}.",
                en: "“{requirement}” must be met by one of these: {cases}."
            )
        }
        (Demand::Requires(one, other), _) => {
            text!(nb: "{one} krever {other}.", en: "{one} requires {other}.")
        }
        (Demand::Excludes(one, other), _) => {
            text!(nb: "{one} og {other} utelukker hverandre.", en: "{one} and {other} exclude each other.")
        }
        (Demand::Frame(at), None) => {
            let words = frame(at);
            text!(
                nb: "{} holder ikke sammen med resten.", capital(&words.nb);
                en: "{} is too small together with the rest.", capital(&words.en)
            )
        }
        (Demand::Frame(at), Some(missing)) => {
            let lacks = lacks(&Gap { at: at.clone(), missing });
            let (nb, en) = (capital(&lacks.nb), capital(&lacks.en));
            if clash.is_enough {
                text!(nb: "{nb}.", en: "{en}.")
            } else {
                text!(nb: "{nb}, men det er ikke nok alene.", en: "{en}, but that is not enough alone.")
            }
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
