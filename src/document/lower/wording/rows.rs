//! Gains and costs that say too little, or the same thing twice.

use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::model::BenefitKind;
use crate::source::Span;
use crate::words::Text;
use crate::{text, words};

pub(in crate::document::lower) fn time_without_position(span: Span, example: Option<&str>) -> Finding {
    let title = words!(
        nb: "Arbeidstid uten stilling", nn: "Arbeidstid utan stilling",
        en: "Working time without a position",
    );
    let example = shown(example.unwrap_or("helsefagarbeider"));
    Finding::error("tid-uten-stilling", span, title.text()).value("example", &example)
}

pub(in crate::document::lower) fn phasing_and_years(span: Span, amounts: Span) -> Finding {
    let title = words!(
        nb: "Innfasing sammen med beløp for hvert år", nn: "Innfasing saman med beløp for kvart år",
        en: "Phasing-in together with amounts by year",
    );
    let label = words!(nb: "beløp for hvert år", nn: "beløp for kvart år", en: "amounts by year").text();
    Finding::error("innfasing-og-årsbeløp", span, title.text()).with(amounts, label)
}

pub(in crate::document::lower) fn benefit_without_amount(span: Span, kind: Option<BenefitKind>) -> Finding {
    let (title, variant) = match kind {
        Some(BenefitKind::Quality) => {
            let title = text!(
                nb: "Gevinsten har verken beløp eller betydning og omfang", nn: "Gevinsten har verken beløp eller betydning og omfang",
                en: "The gain has neither an amount nor betydning and omfang"
            );
            (title, "quality")
        }
        Some(BenefitKind::AvoidedCost | BenefitKind::SavedTime) | None => (
            text!(nb: "Gevinsten har ikke noe beløp", nn: "Gevinsten har ikkje noko beløp", en: "The gain has no amount"),
            "priced",
        ),
    };
    Finding::error("gevinst-uten-beløp", span, title).variant(variant)
}

pub(in crate::document::lower) fn cost_without_amount(span: Span) -> Finding {
    let title = words!(nb: "Kostnaden har ikke noe beløp", nn: "Kostnaden har ikkje noko beløp", en: "The cost has no amount");
    Finding::error("kostnad-uten-beløp", span, title.text())
}

pub(in crate::document::lower) fn both_estimate_and_calculation(span: Span, other: Option<Span>) -> Finding {
    let title = words!(
        nb: "Gevinsten har både anslag og beregning", nn: "Gevinsten har både anslag og beregning",
        en: "The gain has both anslag and beregning",
    );
    both("både-anslag-og-beregning", span, other, title.text())
}

pub(in crate::document::lower) fn both_amount_and_calculation(span: Span, other: Option<Span>) -> Finding {
    let title = words!(
        nb: "Kostnaden har både beløp og beregning", nn: "Kostnaden har både beløp og beregning",
        en: "The cost has both beløp and beregning",
    );
    both("både-beløp-og-beregning", span, other, title.text())
}

/// Two answers to one question, with a mark at the other where that is known.
pub(super) fn both(rule: &'static str, span: Span, other: Option<Span>, title: Text) -> Finding {
    let found = Finding::error(rule, span, title);
    match other {
        Some(other) => found.with(
            other,
            words!(nb: "det andre svaret", nn: "det andre svaret", en: "the other answer").text(),
        ),
        None => found,
    }
}

/// `price` is where its amount stands.
pub(in crate::document::lower) fn priced_quality(span: Span, price: Span) -> Finding {
    let title = words!(
        nb: "Gevinsten har både beløp og omfang", nn: "Gevinsten har både beløp og omfang",
        en: "The gain has both an amount and omfang",
    );
    let label = words!(nb: "beløpet", nn: "beløpet", en: "the amount").text();
    Finding::error("kvalitet-med-pris", span, title.text()).with(price, label)
}

pub(in crate::document::lower) fn transfer_of_time(span: Span, time: Span) -> Finding {
    let title = words!(
        nb: "En overføring av timer", nn: "Ei overføring av timar",
        en: "A transfer of hours",
    );
    let label = words!(nb: "arbeidstid", nn: "arbeidstid", en: "working time").text();
    Finding::error("overføring-av-timer", span, title.text()).with(time, label)
}
