//! Why a case is where it is on the list, in a sentence.

use super::number;
use crate::choose::{Missing, Reason, TieBreak};
use crate::model::Method;
use crate::text;
use crate::text::{Language, Text};
use crate::units::Kroner;

/// The sentence.
#[must_use]
pub(super) fn sentence(reason: &Reason, method: Method) -> Text {
    match reason {
        Reason::Decided { in_todays_budget: true } => text!(
            nb: "Besluttet; virkningen ligger alt i dagens budsjett.",
            en: "Decided; the effect is already in today's budget.",
        ),
        Reason::Decided { in_todays_budget: false } => text!(
            nb: "Besluttet; virkningen ligger ikke i dagens budsjett ennå.",
            en: "Decided; the effect is not in today's budget yet.",
        ),
        Reason::Mandatory { requirements, alternatives } => mandatory(requirements, alternatives),
        Reason::Value { behind, tie } => value(*behind, *tie, method),
        Reason::Judgement { worth_at_least } => {
            let (nb, en) = both(*worth_at_least);
            let method = method_words(method);
            text!(
                nb: "Krever skjønn: {} er minus {nb} ved beste oppstart, så kvaliteten må være verdt minst det.", method.nb;
                en: "Needs judgement: {} is minus {en} at the best start, so the quality must be worth at least that.", method.en
            )
        }
        Reason::NotProfitable { lacks } => {
            let (nb, en) = both(*lacks);
            let method = method_words(method);
            text!(
                nb: "Lønner seg ikke: {} er minus {nb} ved beste oppstart, og ingen kvalitet veier opp.", method.nb;
                en: "Does not pay: {} is minus {en} at the best start, and no quality makes up for it.", method.en
            )
        }
        Reason::NotAssessed { missing } => not_assessed(missing),
    }
}

fn both(amount: Kroner) -> (String, String) {
    (number::kroner(amount, Language::Nb), number::kroner(amount, Language::En))
}

/// What the list is ordered by, in words.
pub(super) fn method_words(method: Method) -> Text {
    match method {
        Method::NetPresentValue => text!(nb: "netto nåverdi", en: "net present value"),
        Method::PlanEffect => text!(nb: "virkningen i planperioden", en: "the effect in the plan period"),
        Method::Budget => text!(nb: "virkningen på driftsbudsjettet", en: "the effect on the running budget"),
    }
}

fn mandatory(requirements: &[String], alternatives: &[String]) -> Text {
    let list = requirements.join("; ");
    let must = text!(nb: "Må: oppfyller «{list}».", en: "Must: meets «{list}».");
    if alternatives.is_empty() {
        return must;
    }
    let others = alternatives.join(", ");
    text!(
        nb: "{} Det gjør også {others}; én av dem er nok.", must.nb;
        en: "{} So does {others}; one of them is enough.", must.en
    )
}

fn value(behind: Option<Kroner>, tie: Option<TieBreak>, method: Method) -> Text {
    let method = method_words(method);
    match (behind, tie) {
        (_, Some(TieBreak::Payback)) => text!(
            nb: "Like stor {} som saken over, som tjener seg inn før.", method.nb;
            en: "Same {} as the case above, which pays back sooner.", method.en
        ),
        (_, Some(TieBreak::Id)) => text!(
            nb: "Helt likt med saken over; rekkefølgen er alfabetisk.";
            en: "Equal to the case above; the order is alphabetical."
        ),
        (Some(behind), None) => {
            let (nb, en) = both(behind);
            text!(nb: "{nb} bak saken over.", en: "{en} behind the case above.")
        }
        (None, None) => text!(nb: "Høyest {}.", method.nb; en: "Highest {}.", method.en),
    }
}

fn not_assessed(missing: &[Missing]) -> Text {
    let word = |field: &Missing| match field {
        Missing::Start => "oppstart",
        Missing::Life => "levetid",
    };
    let fields: Vec<_> = missing.iter().map(word).collect();
    let (nb, en) = (fields.join(" og "), fields.join(" and "));
    text!(nb: "Ikke vurdert: mangler {nb}.", en: "Not assessed: lacks {en}.")
}
