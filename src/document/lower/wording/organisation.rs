//! a3.yaml.

use super::rows::both;
use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::source::Span;
use crate::{text, words};

pub(in crate::document::lower) fn both_wage_and_cost(position: &str, span: Span, other: Span) -> Finding {
    let position = shown(position);
    let title = text!(
        nb: "Stillingen «{position}» har både årslønn og årskostnad", nn: "Stillinga «{position}» har både årslønn og årskostnad",
        en: "The position “{position}” has both årslønn and årskostnad"
    );
    both("både-årslønn-og-årskostnad", span, Some(other), title)
}

pub(in crate::document::lower) fn position_without_pay(position: &str, span: Span) -> Finding {
    let position = shown(position);
    let title = text!(
        nb: "Stillingen «{position}» har verken årslønn eller årskostnad", nn: "Stillinga «{position}» har verken årslønn eller årskostnad",
        en: "The position “{position}” has neither årslønn nor årskostnad"
    );
    Finding::error("stilling-uten-lønn", span, title)
}

pub(in crate::document::lower) fn unknown_zone(zone: &str, span: Span) -> Finding {
    let zone = shown(zone);
    let title = text!(nb: "Sone «{zone}» finnes ikke", nn: "Sone «{zone}» finst ikkje", en: "Zone “{zone}” does not exist");
    Finding::error("ukjent-sone", span, title)
}

pub(in crate::document::lower) fn rate_steps(span: Span) -> Finding {
    let title = words!(
        nb: "Trinnene i renten står ikke i rekkefølge", nn: "Trinna i renta står ikkje i rekkjefølgje",
        en: "The steps of the rate are not in order",
    );
    Finding::error("rentetrinn-i-uorden", span, title.text())
}
