//! a3.yaml.

use super::finding;
use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::source::Span;
use crate::{text, words};

pub(in crate::document::lower) fn both_wage_and_cost(position: &str, span: Span, other: Span) -> Finding {
    let position = shown(position);
    let title = text!(
        nb: "Stillingen «{position}» har både årslønn og årskostnad",
        en: "The position “{position}” has both årslønn and årskostnad"
    );
    let why = words!(
        nb: "To svar på det samme er ett for mye: ingen vet hvilket som gjelder.",
        en: "Two answers to the same is one too many: nobody knows which holds.",
    );
    let how = words!(
        nb: "Behold årslønn, så legges pensjon og arbeidsgiveravgift til, eller årskostnad, der alt er med.",
        en: "Keep årslønn, and pension and levy are added, or årskostnad, which holds all.",
    );
    let label = words!(nb: "det andre svaret", en: "the other answer").text();
    finding("både-årslønn-og-årskostnad", span, title, (why, how.text())).with(other, label)
}

pub(in crate::document::lower) fn position_without_pay(position: &str, span: Span) -> Finding {
    let position = shown(position);
    let title = text!(
        nb: "Stillingen «{position}» har verken årslønn eller årskostnad",
        en: "The position “{position}” has neither årslønn nor årskostnad"
    );
    let why = words!(
        nb: "Uten det en stilling koster, kan ikke arbeidstid bli til kroner.",
        en: "Without what a position costs, working time cannot become kroner.",
    );
    let how = words!(
        nb: "Skriv «årslønn: 520 000 kr», eller «årskostnad: 680 000 kr» der pensjon og avgift er med.",
        en: "Write “årslønn: 520 000 kr”, or “årskostnad: 680 000 kr” with pension and levy included.",
    );
    finding("stilling-uten-lønn", span, title, (why, how.text()))
}

pub(in crate::document::lower) fn unknown_zone(zone: &str, span: Span) -> Finding {
    let zone = shown(zone);
    let title = text!(nb: "Sone «{zone}» finnes ikke", en: "Zone “{zone}” does not exist");
    let why = words!(
        nb: "Arbeidsgiveravgiften er med i prisen på hver time.",
        en: "The employer's levy is part of the price of every hour.",
    );
    let how = words!(
        nb: "Skriv sone I, Ia, II, III, IV, IVa eller V, eller satsen, for eksempel «14,1 %».",
        en: "Write sone I, Ia, II, III, IV, IVa or V, or the rate, such as “14,1 %”.",
    );
    finding("ukjent-sone", span, title, (why, how.text()))
}

pub(in crate::document::lower) fn rate_steps(span: Span) -> Finding {
    let title = words!(
        nb: "Trinnene i renten står ikke i rekkefølge",
        en: "The steps of the rate are not in order",
    );
    let why = words!(
        nb: "Hvert år må ha én rente, også etter det siste trinnet.",
        en: "Every year must have one rate, also after the last step.",
    );
    let how = words!(
        nb: "Skriv trinnene med stigende «til», og det siste uten «til»: [{til: 2067, rente: 4 %}, {rente: 3 %}].",
        en: "Write the steps with rising “til”, and the last without “til”: [{til: 2067, rente: 4 %}, {rente: 3 %}].",
    );
    finding("rentetrinn-i-uorden", span, title.text(), (why, how.text()))
}
