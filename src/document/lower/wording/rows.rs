//! Gains and costs that say too little, or the same thing twice.

use super::finding;
use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::model::BenefitKind;
use crate::source::Span;
use crate::words::Words;
use crate::{text, words};

pub(in crate::document::lower) fn time_without_position(span: Span, example: Option<&str>) -> Finding {
    let title = words!(
        nb: "Arbeidstid uten stilling",
        en: "Working time without a position",
    );
    let why = words!(
        nb: "En time er verdt det stillingen koster. Uten stilling har timene ingen pris.",
        en: "An hour is worth what the position costs. Without a position the hours have no price.",
    );
    let example = shown(example.unwrap_or("helsefagarbeider"));
    let how = text!(
        nb: "Skriv hvem som bruker tiden, for eksempel «stilling: {example}».",
        en: "Write whose time it is, such as “stilling: {example}”."
    );
    finding("tid-uten-stilling", span, title.text(), (why, how))
}

pub(in crate::document::lower) fn phasing_and_years(span: Span, amounts: Span) -> Finding {
    let title = words!(
        nb: "Innfasing sammen med beløp for hvert år",
        en: "Phasing-in together with amounts by year",
    );
    let why = words!(
        nb: "Beløpene år for år viser allerede hvordan gevinsten vokser. Sammen blir den trappet ned to ganger.",
        en: "The amounts by year already show how the gain grows. Together it would be reduced twice.",
    );
    let how = words!(
        nb: "Behold det ene: innfasing med ett årlig beløp, eller beløp for hvert år.",
        en: "Keep one of them: innfasing with one yearly amount, or an amount for each year.",
    );
    let label = words!(nb: "beløp for hvert år", en: "amounts by year").text();
    finding("innfasing-og-årsbeløp", span, title.text(), (why, how.text())).with(amounts, label)
}

pub(in crate::document::lower) fn benefit_without_amount(span: Span, kind: Option<BenefitKind>) -> Finding {
    let why = words!(
        nb: "En gevinst uten størrelse kan ikke veies mot det den koster.",
        en: "A gain without a size cannot be weighed against what it costs.",
    );
    let (title, how) = match kind {
        Some(BenefitKind::Quality) => (
            words!(
                nb: "Gevinsten har verken beløp eller betydning og omfang",
                en: "The gain has neither an amount nor betydning and omfang",
            ),
            words!(
                nb: "Skriv betydning (liten, middels eller høy) og omfang, for eksempel «middels positivt».",
                en: "Write betydning (liten, middels or høy) and omfang, such as “middels positivt”.",
            ),
        ),
        Some(BenefitKind::AvoidedCost | BenefitKind::SavedTime) | None => (
            words!(nb: "Gevinsten har ikke noe beløp", en: "The gain has no amount"),
            words!(
                nb: "Skriv «anslag: 90 000 kr/år» eller «anslag: 400 timer/år», eller regn det ut i «beregning».",
                en: "Write “anslag: 90 000 kr/år” or “anslag: 400 timer/år”, or work it out in “beregning”.",
            ),
        ),
    };
    finding("gevinst-uten-beløp", span, title.text(), (why, how.text()))
}

pub(in crate::document::lower) fn cost_without_amount(span: Span) -> Finding {
    let title = words!(nb: "Kostnaden har ikke noe beløp", en: "The cost has no amount");
    let why = words!(
        nb: "En kostnad som ikke er regnet med, gjør saken bedre enn den er.",
        en: "A cost that is not counted makes the case better than it is.",
    );
    let how = words!(
        nb: "Skriv «beløp», eller regn det ut i «beregning».",
        en: "Write “beløp”, or work it out in “beregning”.",
    );
    finding("kostnad-uten-beløp", span, title.text(), (why, how.text()))
}

pub(in crate::document::lower) fn both_estimate_and_calculation(span: Span, other: Option<Span>) -> Finding {
    let title = words!(
        nb: "Gevinsten har både anslag og beregning",
        en: "The gain has both anslag and beregning",
    );
    let how = words!(
        nb: "Behold beregningen, og fjern anslaget.",
        en: "Keep the calculation, and remove the estimate.",
    );
    both("både-anslag-og-beregning", (span, other), title, how)
}

pub(in crate::document::lower) fn both_amount_and_calculation(span: Span, other: Option<Span>) -> Finding {
    let title = words!(
        nb: "Kostnaden har både beløp og beregning",
        en: "The cost has both beløp and beregning",
    );
    let how = words!(
        nb: "Behold det ene: beløpet eller beregningen.",
        en: "Keep one of them: the amount or the calculation.",
    );
    both("både-beløp-og-beregning", (span, other), title, how)
}

fn both(rule: &'static str, places: (Span, Option<Span>), title: Words, how: Words) -> Finding {
    let why = words!(
        nb: "To svar på det samme er ett for mye: ingen vet hvilket som gjelder.",
        en: "Two answers to the same is one too many: nobody knows which holds.",
    );
    let found = finding(rule, places.0, title.text(), (why, how.text()));
    match places.1 {
        Some(other) => found.with(other, words!(nb: "det andre svaret", en: "the other answer").text()),
        None => found,
    }
}
