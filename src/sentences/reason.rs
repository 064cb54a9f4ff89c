//! Why a case is where it is on the list, in a sentence.

use crate::choose::{Met, Placing, Reason, TieBreak};
use crate::model::{Method, Missing};
use crate::units::Year;
use crate::words::{Quoted, Text, Words, all_of, listed, sentences};
use crate::{counted, text, words};

/// Why a case that is finished is on the list still.
pub(super) fn finished_and_counted() -> Text {
    text!(
        nb: "Avsluttet, men virkningen ligger ikke i dagens budsjett: den telles til vedtaket sier innarbeidet: ja.", nn: "Avslutta, men verknaden ligg ikkje i budsjettet i dag: han blir talt med til vedtaket seier innarbeidet: ja.",
        en: "Closed, but the effect is not in today's budget: it counts until the decision says innarbeidet: ja.",
    )
}

/// The sentence.
pub fn sentence(reason: &Reason, method: Method) -> Text {
    match reason {
        Reason::Decided { in_todays_budget: true, .. } => text!(
            nb: "Besluttet; virkningen ligger allerede i dagens budsjett.", nn: "Avgjord; verknaden ligg allereie i budsjettet i dag.",
            en: "Decided; the effect is already in today's budget.",
        ),
        Reason::Decided { in_todays_budget: false, is_finished: true } => finished_and_counted(),
        Reason::Decided { in_todays_budget: false, is_finished: false } => text!(
            nb: "Besluttet; virkningen ligger ikke i dagens budsjett ennå.", nn: "Avgjord; verknaden ligg ikkje i budsjettet i dag enno.",
            en: "Decided; the effect is not in today's budget yet.",
        ),
        Reason::Judgement { worth_at_least, best, met_by } => {
            let (method, start, worth) = (method_words(method), best_start(*best), worth_at_least.negated());
            let needed = text!(
                nb: "Krever skjønn: {method} er {worth} ved {start}, så kvaliteten må være verdt minst så mye.", nn: "Krev skjønn: {method} er {worth} ved {start}, så kvaliteten må vere verd minst så mykje.",
                en: "Needs judgement: {method} is {worth} at {start}, so the quality must be worth at least as much.";
                method, worth, start
            );
            sentences([needed, met(met_by.as_deref())])
        }
        Reason::NotProfitable { lacks, best, met_by } => {
            let (method, start, worth) = (method_words(method), best_start(*best), lacks.negated());
            let needed = text!(
                nb: "Lønner seg ikke: {method} er {worth} ved {start}, og ingen kvalitet veier opp. Saken må gi minst så mye mer.", nn: "Løner seg ikkje: {method} er {worth} ved {start}, og ingen kvalitet veg opp. Saka må gi minst så mykje meir.",
                en: "Does not pay: {method} is {worth} at {start}, and no quality makes up for it. The case must give at least that much more.";
                method, worth, start
            );
            sentences([needed, met(met_by.as_deref())])
        }
        Reason::Rejected { by, unmet } => sentences([rejected(by.as_deref()), without_it(unmet)]),
        Reason::NotAssessed { missing } => not_assessed(missing),
    }
}

/// Which case meets the requirement instead.
pub(super) fn met(by: Option<&str>) -> Text {
    let Some(by) = by else { return Text::default() };
    text!(nb: "{by} oppfyller kravet.", nn: "{by} oppfyller kravet.", en: "{by} meets the requirement.")
}

/// «beste oppstart (2028)»
pub(super) fn best_start(best: Option<Year>) -> Text {
    match best {
        Some(year) => {
            text!(nb: "beste oppstart ({year})", nn: "beste oppstart ({year})", en: "the best start ({year})"; year)
        }
        None => text!(nb: "beste oppstart", nn: "beste oppstart", en: "the best start"),
    }
}

/// That a case is rejected, and by whom.
pub fn rejected(by: Option<&str>) -> Text {
    match by {
        Some(by) => text!(nb: "Avvist i {by}.", nn: "Avvist i {by}.", en: "Rejected by {by}."),
        None => text!(nb: "Avvist.", nn: "Avvist.", en: "Rejected."),
    }
}

/// Which requirements nobody meets without it.
fn without_it(unmet: &[String]) -> Text {
    let all = all_quoted(unmet);
    match unmet.len() {
        0 => Text::default(),
        _ => counted!(
            unmet.len(); nb: "Da er det ingen sak som oppfyller kravet {all}." | "Da er det ingen sak som oppfyller kravene {all}.", nn: "Då er det inga sak som oppfyller kravet {all}." | "Då er det inga sak som oppfyller krava {all}.",
            en: "Then no case meets the requirement {all}." | "Then no case meets the requirements {all}."; all
        ),
    }
}

/// «a», «b»
fn all_quoted<'a>(names: impl IntoIterator<Item = &'a String>) -> Text {
    listed(names.into_iter().map(|name| Quoted(name)))
}

/// What the list is ordered by, where something is said of it: «virkningen i planperioden er …».
pub fn method_words(method: Method) -> Text {
    match method {
        Method::NetPresentValue => text!(nb: "netto nåverdi", nn: "netto noverdi", en: "net present value"),
        Method::PlanEffect => {
            text!(nb: "virkningen i planperioden", nn: "verknaden i planperioden", en: "the effect in the plan period")
        }
        Method::Budget => {
            text!(nb: "virkningen på driftsbudsjettet", nn: "verknaden på driftsbudsjettet", en: "the effect on the running budget")
        }
    }
}

/// The same as a kind of figure, after «sum», «målt i» and an amount: «virkning i planperioden».
pub const fn measure(method: Method) -> Words {
    match method {
        Method::NetPresentValue => words!(nb: "netto nåverdi", nn: "netto noverdi", en: "net present value"),
        Method::PlanEffect => {
            words!(nb: "virkning i planperioden", nn: "verknad i planperioden", en: "effect in the plan period")
        }
        Method::Budget => {
            words!(nb: "virkning på driftsbudsjettet", nn: "verknad på driftsbudsjettet", en: "effect on the running budget")
        }
    }
}

/// How much of it there is at most: «høyest» or «størst».
pub const fn most(method: Method) -> Words {
    match method {
        Method::NetPresentValue => words!(nb: "høyest", nn: "høgast", en: "highest"),
        Method::PlanEffect | Method::Budget => words!(nb: "størst", nn: "størst", en: "largest"),
    }
}

/// More of it: «høyere» or «større».
pub(super) const fn more(method: Method) -> Words {
    match method {
        Method::NetPresentValue => words!(nb: "høyere", nn: "høgare", en: "higher"),
        Method::PlanEffect | Method::Budget => words!(nb: "større", nn: "større", en: "larger"),
    }
}

/// Less of it: «lavere» or «mindre».
pub(super) const fn less(method: Method) -> Words {
    match method {
        Method::NetPresentValue => words!(nb: "lavere", nn: "lågare", en: "lower"),
        Method::PlanEffect | Method::Budget => words!(nb: "mindre", nn: "mindre", en: "smaller"),
    }
}

/// One sentence for all requirements the case alone meets, and one for each it shares with others.
pub(super) fn mandatory(requirements: &[Met]) -> Text {
    let (alone, shared): (Vec<&Met>, Vec<&Met>) =
        requirements.iter().partition(|met| met.alternatives.is_empty());
    let mut said = vec![text!(nb: "Må:", nn: "Må:", en: "Must:")];
    if !alone.is_empty() {
        let all = all_quoted(alone.iter().map(|met| &met.requirement));
        said.push(text!(nb: "oppfyller {all}.", nn: "oppfyller {all}.", en: "meets {all}."; all));
    }
    for Met { requirement, alternatives } in shared {
        let verb = match said.len() {
            1 => words!(nb: "oppfyller", nn: "oppfyller", en: "meets"),
            _ => words!(nb: "Oppfyller", nn: "Oppfyller", en: "Meets"),
        };
        said.push(text!(
            nb: "{verb} «{requirement}», som {others} også gjør; én av dem er nok.", nn: "{verb} «{requirement}», som {others} også gjer; éi av dei er nok.",
            en: "{verb} “{requirement}”, as {others} does too; one of them is enough.";
            verb, requirement, others = alternatives.join(", ")
        ));
    }
    sentences(said)
}

/// How a case that is placed by its value lies against those above it.
pub(super) fn placing(placing: Placing, method: Method) -> Text {
    let most = superlative(method);
    match placing {
        Placing::Even(TieBreak::Payback) => text!(
            nb: "{like} som saken over, som tjener seg inn før.", nn: "{like} som saka over, som tener seg inn før.",
            en: "{like} as the case above, which pays back sooner."; like = most.like
        ),
        Placing::Even(TieBreak::Id) => text!(
            nb: "Helt likt med saken over; rekkefølgen er alfabetisk.", nn: "Heilt likt med saka over; rekkjefølgja er alfabetisk.",
            en: "Equal to the case above; the order is alphabetical."
        ),
        Placing::Behind(behind) => {
            text!(nb: "{behind} bak saken over.", nn: "{behind} bak saka over.", en: "{behind} behind the case above."; behind)
        }
        Placing::Highest => text!(all: "{first}."; first = most.first),
        Placing::HighestOfMay => text!(
            nb: "{first} av sakene som ikke må gjøres.", nn: "{first} av sakene som ikkje må gjerast.",
            en: "{first} of the cases that need not be done."; first = most.first
        ),
        Placing::ByOwnBest(own) => text!(
            nb: "Plassert etter beste oppstart: {own}.", nn: "Plassert etter beste oppstart: {own}.",
            en: "Placed by its best start: {own}."; own
        ),
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
            first: words!(nb: "Høyest netto nåverdi", nn: "Høgast netto noverdi", en: "Highest net present value"),
            like: words!(nb: "Like høy netto nåverdi", nn: "Like høg netto noverdi", en: "Same net present value"),
        },
        Method::PlanEffect => Superlative {
            first: words!(nb: "Størst virkning i planperioden", nn: "Størst verknad i planperioden", en: "Largest effect in the plan period"),
            like: words!(nb: "Like stor virkning i planperioden", nn: "Like stor verknad i planperioden", en: "Same effect in the plan period"),
        },
        Method::Budget => Superlative {
            first: words!(nb: "Størst virkning på driftsbudsjettet", nn: "Størst verknad på driftsbudsjettet", en: "Largest effect on the running budget"),
            like: words!(nb: "Like stor virkning på driftsbudsjettet", nn: "Like stor verknad på driftsbudsjettet", en: "Same effect on the running budget"),
        },
    }
}

/// Why a case is not assessed, as a whole sentence.
pub fn not_assessed(missing: &[Missing]) -> Text {
    text!(nb: "Ikke vurdert: {lacking}.", nn: "Ikkje vurdert: {lacking}.", en: "Not assessed: {lacking}."; lacking = lacking(missing))
}

/// What stops a case from being assessed, as a part of a sentence: «oppstarten er passert (2026)», «mangler
/// oppstart og levetid».
pub fn lacking(missing: &[Missing]) -> Text {
    let word = |field: &Missing| match field {
        Missing::Start => Some("oppstart"),
        Missing::Life => Some("levetid"),
        Missing::Passed(_) => None,
    };
    let passed = missing.iter().find_map(|field| match field {
        Missing::Passed(last) => Some(*last),
        Missing::Start | Missing::Life => None,
    });
    let fields: Vec<&str> = missing.iter().filter_map(word).collect();
    match (passed, fields.as_slice()) {
        (None, _) => {
            text!(nb: "mangler {fields}", nn: "manglar {fields}", en: "lacks {fields}"; fields = all_of(&fields))
        }
        (Some(last), []) => {
            text!(nb: "oppstarten er passert ({last})", nn: "oppstarten er passert ({last})", en: "the start has passed ({last})"; last)
        }
        (Some(last), _) => text!(
            nb: "oppstarten er passert ({last}), og den mangler {fields}", nn: "oppstarten er passert ({last}), og saka manglar {fields}",
            en: "the start has passed ({last}), and it lacks {fields}"; last, fields = all_of(&fields)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(requirement: &str, alternatives: &[&str]) -> Met {
        let alternatives = alternatives.iter().map(|id| (*id).to_owned()).collect();
        Met { requirement: requirement.to_owned(), alternatives }
    }

    fn must(requirements: &[Met]) -> String {
        mandatory(requirements).nb
    }

    #[test]
    fn each_requirement_names_those_who_meet_just_that_one() {
        assert_eq!(must(&[met("K1", &[]), met("K2", &[])]), "Må: oppfyller «K1», «K2».");
        assert_eq!(
            must(&[met("K1", &["beta"]), met("K2", &["gamma"])]),
            "Må: oppfyller «K1», som beta også gjør; én av dem er nok. Oppfyller «K2», som gamma også gjør; én av dem er nok."
        );
        assert_eq!(
            must(&[met("K1", &["beta"]), met("K2", &[])]),
            "Må: oppfyller «K2». Oppfyller «K1», som beta også gjør; én av dem er nok."
        );
    }

    #[test]
    fn the_first_and_the_tied_read_rightly_for_every_method() {
        let say = |of, method| placing(of, method).nb;
        assert_eq!(say(Placing::Highest, Method::NetPresentValue), "Høyest netto nåverdi.");
        assert_eq!(say(Placing::Highest, Method::PlanEffect), "Størst virkning i planperioden.");
        assert_eq!(say(Placing::Highest, Method::Budget), "Størst virkning på driftsbudsjettet.");
        assert_eq!(
            say(Placing::HighestOfMay, Method::NetPresentValue),
            "Høyest netto nåverdi av sakene som ikke må gjøres."
        );
        assert_eq!(
            say(Placing::Even(TieBreak::Payback), Method::PlanEffect),
            "Like stor virkning i planperioden som saken over, som tjener seg inn før."
        );
    }
}
