//! The first lines of `a3 rank`: what is chosen and what it gives, what is decided beside it, and whether the savings
//! demand is met.

use crate::choose::{Choice, Fate, Gives};
use crate::report::RankReport;
use crate::sentences::{choice as choice_words, omitted, unmet};
use crate::units::{Fte, Year};
use crate::words::{Text, all_of, sentences};
use crate::{counted, text};

/// What is chosen, and what that gives in the last plan year.
pub(super) fn headline(report: &RankReport) -> Text {
    let choice = &report.choice;
    let [.., year] = report.appraised.organisation.plan_years();
    let part = if choice.is_limited { Fate::Chosen } else { Fate::Open };
    let all = choice.lines.iter().filter(|line| line.fate() != Fate::Decided).count();
    let nothing_holds = choice.conflict().is_some() || (choice.is_limited && choice.sum.is_none());
    let Some(gives) = choice.gives(part).filter(|gives| gives.cases > 0 && !nothing_holds) else {
        return nothing(report, year);
    };
    let (what, count) = (freed(&gives, year), gives.cases);
    if choice.is_limited && all == 1 {
        return text!(nb: "Den ene saken er valgt: den {what}", nn: "Den eine saka er vald: ho {what}", en: "The only case is chosen: it will {what}"; what);
    }
    if choice.is_limited {
        return counted!(
            count; nb: "1 av {all} saker er valgt: den {what}" | "{count} av {all} saker er valgt: de {what}", nn: "1 av {all} saker er vald: ho {what}" | "{count} av {all} saker er valde: dei {what}",
            en: "1 of {all} cases is chosen: it will {what}" | "{count} of {all} cases are chosen: they {what}"; all, what
        );
    }
    counted!(
        count; nb: "1 sak på lista: den {what}" | "{count} saker på lista: de {what}", nn: "1 sak på lista: ho {what}" | "{count} saker på lista: dei {what}",
        en: "1 case on the list: it will {what}" | "{count} cases on the list: they {what}"; what
    )
}

/// «frigjør 838 000 kr i driftsbudsjettet og 2,9 årsverk i 2030»
fn freed(gives: &Gives, year: Year) -> Text {
    let (kroner, fte) = gives.last();
    let (amount, kroner) = (kroner.abs(), kroner.rounded(0));
    let fte = if fte == Fte::ZERO {
        Text::default()
    } else {
        text!(nb: " og tar ut {fte}", nn: " og tek ut {fte}", en: " and take out {fte}"; fte)
    };
    if kroner.is_negative() {
        return text!(
            nb: "koster driften {amount}{fte} i {year}", nn: "kostar drifta {amount}{fte} i {year}",
            en: "cost the running budget {amount}{fte} in {year}"; amount, fte, year
        );
    }
    text!(
        nb: "frigjør {amount} i driften{fte} i {year}", nn: "frigjer {amount} i drifta{fte} i {year}",
        en: "free {amount} of the running budget{fte} in {year}"; amount, fte, year
    )
}

fn nothing(report: &RankReport, year: Year) -> Text {
    let choice = &report.choice;
    if choice.lines.is_empty() && !report.appraised.omitted.is_empty() {
        let what = text!(nb: "hvilke saker som kommer på lista", nn: "kva for saker som kjem på lista", en: "which cases come on the list");
        return omitted::unknown(&what, &report.appraised);
    }
    if choice.conflict().is_some() {
        return text!(nb: "Ingenting kan velges: kravene lar seg ikke oppfylle samtidig", nn: "Ingenting kan veljast: krava lèt seg ikkje oppfylle samtidig", en: "Nothing can be chosen: the demands cannot all be met");
    }
    if choice.sum.is_none() && choice.is_limited {
        return text!(nb: "Ingenting er valgt: søket stoppet før det fant noe som holder", nn: "Ingenting er valt: søket stoppa før det fann noko som held", en: "Nothing is chosen: the search ended before it found anything that holds");
    }
    if !choice.is_limited && choice.lines.iter().all(|line| line.fate() != Fate::Decided) {
        return text!(nb: "Ingen saker på lista ennå", nn: "Ingen saker på lista enno", en: "No cases on the list yet");
    }
    let Some(gives) = choice.gives(Fate::Decided).filter(|gives| gives.cases > 0) else {
        return text!(nb: "Ingen saker er valgt", nn: "Ingen saker er valde", en: "No cases are chosen");
    };
    let (what, count, already) = (freed(&gives, year), gives.cases, already(choice));
    counted!(
        count; nb: "1 sak er besluttet, ingen flere valgt: den {what}{already}" | "{count} saker er besluttet, ingen flere valgt: de {what}{already}", nn: "1 sak er avgjord, ingen fleire valde: ho {what}{already}" | "{count} saker er avgjorde, ingen fleire valde: dei {what}{already}",
        en: "1 case is decided, no more chosen: it will {what}{already}" | "{count} cases are decided, no more chosen: they {what}{already}"; what, already
    )
}

/// Whether the first line answers with what is decided: nothing is chosen beside it.
fn is_all_decided(choice: &Choice) -> bool {
    let part = if choice.is_limited { Fate::Chosen } else { Fate::Open };
    choice.lines.iter().all(|line| line.fate() != part)
        && choice.conflict().is_none()
        && (!choice.is_limited || choice.sum.is_some())
}

/// What is decided gives beside that, whether the savings demand is met, and how the figures are read.
pub(super) fn reading(report: &RankReport) -> Text {
    let choice = &report.choice;
    if !has_table(choice) {
        return demand(choice);
    }
    let is_beside = |gives: &Gives| gives.cases > 0 && !is_all_decided(choice);
    let decided = choice.gives(Fate::Decided).filter(is_beside).map(|gives| {
        let (kroner, fte) = gives.last();
        let (amount, has_fte) = (kroner.abs(), fte != Fte::ZERO);
        let what = match (kroner.is_negative(), has_fte) {
            (true, true) => {
                text!(nb: "koster {amount} og tar ut {fte}", nn: "kostar {amount} og tek ut {fte}", en: "cost {amount} and take out {fte}"; amount, fte)
            }
            (true, false) => text!(nb: "koster {amount}", nn: "kostar {amount}", en: "cost {amount}"; amount),
            (false, true) => {
                text!(nb: "frigjør {amount} og {fte}", nn: "frigjer {amount} og {fte}", en: "free {amount} and {fte}"; amount, fte)
            }
            (false, false) => text!(nb: "frigjør {amount}", nn: "frigjer {amount}", en: "free {amount}"; amount),
        };
        let (already, count) = (already(choice), gives.cases);
        counted!(
            count; nb: "I tillegg kommer én besluttet sak: den {what}{already}." | "I tillegg kommer {count} besluttede: de {what}{already}.", nn: "I tillegg kjem éi avgjord sak: ho {what}{already}." | "I tillegg kjem {count} avgjorde: dei {what}{already}.",
            en: "One decided case will {what} more{already}." | "{count} decided cases {what} more{already}."; what, already
        )
    });
    sentences([decided.unwrap_or_default(), demand(choice), choice_words::with_capital_costs(report)])
}

/// «; 325 086 kr og 0,8 årsverk av det ligger alt i dagens budsjett»: what is decided and deducted before.
fn already(choice: &Choice) -> Text {
    let Some(gives) = choice.gives_already().filter(|gives| gives.cases > 0) else { return Text::default() };
    let (kroner, fte) = gives.last();
    let kroner = kroner.rounded(0);
    let money = (!kroner.is_zero()).then(|| text!(all: "{kroner}"; kroner));
    let fte = (fte != Fte::ZERO).then(|| text!(all: "{fte}"; fte));
    let both: Vec<Text> = money.into_iter().chain(fte).collect();
    if both.is_empty() {
        return Text::default();
    }
    let both = all_of(&both);
    text!(
        nb: "; {both} av det ligger alt i dagens budsjett", nn: "; {both} av det ligg alt i budsjettet i dag",
        en: ", of which {both} are in today's budget already"; both
    )
}

/// That the savings demand is reached, and what that costs. Where it is not, that is a warning above the list.
fn demand(choice: &Choice) -> Text {
    if choice.savings.is_empty() || choice.sum.is_none() || choice_words::misses_savings(choice) {
        return Text::default();
    }
    let reached = text!(nb: "Innsparingskravet nås alle år.", nn: "Innsparingskravet blir nådd alle år.", en: "The savings demand is reached every year.");
    sentences([reached, unmet::price(choice)])
}

/// Whether some case stands in a row with figures, and not only by name.
pub(super) fn has_table(choice: &Choice) -> bool {
    let is_named = |fate| matches!(fate, Fate::Judgement | Fate::NotProfitable | Fate::NotAssessed);
    choice.lines.iter().any(|line| !is_named(line.fate()))
}
