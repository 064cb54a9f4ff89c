//! Why a case is where it is on the list, in a sentence.

use super::choice::joined;
use crate::choose::{Met, Missing, Reason, TieBreak};
use crate::model::Method;
use crate::units::{Kroner, Year};
use crate::words::number;
use crate::words::{Language, Text, Words};
use crate::{text, words};

/// The sentence.
#[must_use]
pub fn sentence(reason: &Reason, method: Method) -> Text {
    match reason {
        Reason::Decided { in_todays_budget: true } => text!(
            nb: "Besluttet; virkningen ligger allerede i dagens budsjett.",
            en: "Decided; the effect is already in today's budget.",
        ),
        Reason::Decided { in_todays_budget: false } => text!(
            nb: "Besluttet; virkningen ligger ikke i dagens budsjett ennå.",
            en: "Decided; the effect is not in today's budget yet.",
        ),
        Reason::Mandatory { requirements } => mandatory(requirements),
        Reason::Value { behind, tie } => value(*behind, *tie, method),
        Reason::Judgement { worth_at_least, best } => {
            let ((nb, en), start) = (both(*worth_at_least), best_start(*best));
            let method = method_words(method);
            text!(
                nb: "Krever skjønn: {} er minus {nb} ved {}, så kvaliteten må være verdt minst det.", method.nb, start.nb;
                en: "Needs judgement: {} is minus {en} at {}, so the quality must be worth at least that.", method.en, start.en
            )
        }
        Reason::NotProfitable { lacks, best } => {
            let ((nb, en), start) = (both(*lacks), best_start(*best));
            let method = method_words(method);
            text!(
                nb: "Lønner seg ikke: {} er minus {nb} ved {}, og ingen kvalitet veier opp. Saken må gi minst så mye mer.", method.nb, start.nb;
                en: "Does not pay: {} is minus {en} at {}, and no quality makes up for it. The case must give at least that much more.", method.en, start.en
            )
        }
        Reason::Rejected { by, unmet } => joined(&[rejected(by.as_deref()), without_it(unmet)]),
        Reason::NotAssessed { missing } => not_assessed(missing),
    }
}

/// «beste oppstart (2028)»
fn best_start(best: Option<Year>) -> Text {
    match best.map(Year::number) {
        Some(year) => text!(nb: "beste oppstart ({year})", en: "the best start ({year})"),
        None => text!(nb: "beste oppstart", en: "the best start"),
    }
}

/// That a case is rejected, and by whom.
#[must_use]
pub fn rejected(by: Option<&str>) -> Text {
    match by {
        Some(by) => text!(nb: "Avvist i {by}.", en: "Rejected by {by}."),
        None => text!(nb: "Avvist.", en: "Rejected."),
    }
}

/// Which requirements nobody meets without it.
fn without_it(unmet: &[String]) -> Text {
    let (nb, en) = (unmet.join("», «"), unmet.join("”, “"));
    match unmet.len() {
        0 => Text::default(),
        1 => text!(
            nb: "Da er det ingen sak som oppfyller kravet «{nb}».",
            en: "Then no case meets the requirement “{en}”."
        ),
        _ => text!(
            nb: "Da er det ingen sak som oppfyller kravene «{nb}».",
            en: "Then no case meets the requirements “{en}”."
        ),
    }
}

fn both(amount: Kroner) -> (String, String) {
    (number::kroner(amount, Language::Nb), number::kroner(amount, Language::En))
}

/// What the list is ordered by, where something is said of it: «virkningen i planperioden er …».
#[must_use]
pub fn method_words(method: Method) -> Text {
    match method {
        Method::NetPresentValue => text!(nb: "netto nåverdi", en: "net present value"),
        Method::PlanEffect => text!(nb: "virkningen i planperioden", en: "the effect in the plan period"),
        Method::Budget => text!(nb: "virkningen på driftsbudsjettet", en: "the effect on the running budget"),
    }
}

/// The same as a kind of figure, after «sum», «målt i» and an amount: «virkning i planperioden».
#[must_use]
pub const fn measure(method: Method) -> Words {
    match method {
        Method::NetPresentValue => words!(nb: "netto nåverdi", en: "net present value"),
        Method::PlanEffect => words!(nb: "virkning i planperioden", en: "effect in the plan period"),
        Method::Budget => words!(nb: "virkning på driftsbudsjettet", en: "effect on the running budget"),
    }
}

/// How much of it there is at most: «høyest» or «størst».
#[must_use]
pub const fn most(method: Method) -> Words {
    match method {
        Method::NetPresentValue => words!(nb: "høyest", en: "highest"),
        Method::PlanEffect | Method::Budget => words!(nb: "størst", en: "largest"),
    }
}

/// One sentence for all requirements the case alone meets, and one for each it shares with others.
fn mandatory(requirements: &[Met]) -> Text {
    let (alone, shared): (Vec<&Met>, Vec<&Met>) =
        requirements.iter().partition(|met| met.alternatives.is_empty());
    let mut must = text!(nb: "Må:", en: "Must:");
    if !alone.is_empty() {
        let names: Vec<&str> = alone.iter().map(|met| met.requirement.as_str()).collect();
        let (nb, en) = (names.join("», «"), names.join("”, “"));
        must = text!(nb: "{} oppfyller «{nb}».", must.nb; en: "{} meets “{en}”.", must.en);
    }
    for (place, Met { requirement, alternatives }) in shared.into_iter().enumerate() {
        let verb = match (alone.is_empty(), place) {
            (true, 0) => text!(nb: "oppfyller", en: "meets"),
            (true | false, _) => text!(nb: "Oppfyller", en: "Meets"),
        };
        let others = alternatives.join(", ");
        must = text!(
            nb: "{} {} «{requirement}», som {others} også gjør; én av dem er nok.", must.nb, verb.nb;
            en: "{} {} “{requirement}”, as {others} does too; one of them is enough.", must.en, verb.en
        );
    }
    must
}

fn value(behind: Option<Kroner>, tie: Option<TieBreak>, method: Method) -> Text {
    let most = superlative(method);
    match (behind, tie) {
        (_, Some(TieBreak::Payback)) => text!(
            nb: "{} som saken over, som tjener seg inn før.", most.like.nb;
            en: "{} as the case above, which pays back sooner.", most.like.en
        ),
        (_, Some(TieBreak::Id)) => text!(
            nb: "Helt likt med saken over; rekkefølgen er alfabetisk.";
            en: "Equal to the case above; the order is alphabetical."
        ),
        (Some(behind), None) => {
            let (nb, en) = both(behind);
            text!(nb: "{nb} bak saken over.", en: "{en} behind the case above.")
        }
        (None, None) => text!(nb: "{}.", most.first.nb; en: "{}.", most.first.en),
    }
}

/// «Høyest …» and «Like høy …» of what the list is ordered by.
struct Superlative {
    first: Words,
    like: Words,
}

const fn superlative(method: Method) -> Superlative {
    match method {
        Method::NetPresentValue => Superlative {
            first: words!(nb: "Høyest netto nåverdi", en: "Highest net present value"),
            like: words!(nb: "Like høy netto nåverdi", en: "Same net present value"),
        },
        Method::PlanEffect => Superlative {
            first: words!(nb: "Størst virkning i planperioden", en: "Largest effect in the plan period"),
            like: words!(nb: "Like stor virkning i planperioden", en: "Same effect in the plan period"),
        },
        Method::Budget => Superlative {
            first: words!(nb: "Størst virkning på driftsbudsjettet", en: "Largest effect on the running budget"),
            like: words!(nb: "Like stor virkning på driftsbudsjettet", en: "Same effect on the running budget"),
        },
    }
}

fn not_assessed(missing: &[Missing]) -> Text {
    let (nb, en) = fields(missing);
    text!(nb: "Ikke vurdert: mangler {nb}.", en: "Not assessed: lacks {en}.")
}

/// The fields that are missing, joined by «og» and “and”.
#[must_use]
pub(super) fn fields(missing: &[Missing]) -> (String, String) {
    let word = |field: &Missing| match field {
        Missing::Start => "oppstart",
        Missing::Life => "levetid",
    };
    let fields: Vec<_> = missing.iter().map(word).collect();
    (fields.join(" og "), fields.join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(requirement: &str, alternatives: &[&str]) -> Met {
        let alternatives = alternatives.iter().map(|id| (*id).to_owned()).collect();
        Met { requirement: requirement.to_owned(), alternatives }
    }

    fn must(requirements: Vec<Met>) -> String {
        sentence(&Reason::Mandatory { requirements }, Method::NetPresentValue).nb
    }

    #[test]
    fn each_requirement_names_those_who_meet_just_that_one() {
        assert_eq!(must(vec![met("K1", &[]), met("K2", &[])]), "Må: oppfyller «K1», «K2».");
        assert_eq!(
            must(vec![met("K1", &["beta"]), met("K2", &["gamma"])]),
            "Må: oppfyller «K1», som beta også gjør; én av dem er nok. Oppfyller «K2», som gamma også gjør; én av dem er nok."
        );
        assert_eq!(
            must(vec![met("K1", &["beta"]), met("K2", &[])]),
            "Må: oppfyller «K2». Oppfyller «K1», som beta også gjør; én av dem er nok."
        );
    }

    #[test]
    fn the_first_and_the_tied_read_rightly_for_every_method() {
        let say = |tie, method| sentence(&Reason::Value { behind: None, tie }, method).nb;
        assert_eq!(say(None, Method::NetPresentValue), "Høyest netto nåverdi.");
        assert_eq!(say(None, Method::PlanEffect), "Størst virkning i planperioden.");
        assert_eq!(say(None, Method::Budget), "Størst virkning på driftsbudsjettet.");
        assert_eq!(
            say(Some(TieBreak::Payback), Method::PlanEffect),
            "Like stor virkning i planperioden som saken over, som tjener seg inn før."
        );
    }
}
