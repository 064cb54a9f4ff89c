//! Amounts and shares.

use super::per_cent;
use crate::diagnostic::Finding;
use crate::model::Recipient;
use crate::quantity::{Dimension, Quantity, Wanted, calendar_noun};
use crate::source::Span;
use crate::units::Share;
use crate::words::{Short, Text};
use crate::{text, words};

pub(in crate::document::lower) fn wrong_amount(written: &Quantity, wanted: Wanted, span: Span) -> Finding {
    let dimension = written.dimension();
    let is = dimension.words();
    if let Some(noun) = dimension.per_nouns().next() {
        if let Some(unit) = noun.calendar_unit() {
            return calendar_noun(noun.as_written(), unit, span);
        }
        let several = noun.several();
        let title = text!(nb: "Dette er {is}; hvor mange {several}?", nn: "Dette er {is}; kor mange {several}?", en: "This is {is}; how many “{several}”?"; is, several);
        return Finding::error("feil-dimensjon", span, title).variant("lacks count").value("noun", several);
    }
    let positions = written.positions();
    let (should, variant) = match wanted {
        Wanted::AnnualEffect if dimension.is_money() || dimension.is_work() => (
            words!(nb: "en gevinst eller driftskostnad er per år", nn: "ein gevinst eller driftskostnad er per år", en: "a gain or running cost is per year"),
            if dimension.is_money() { "money lacks year" } else { "lacks year" },
        ),
        Wanted::AnnualEffect if dimension.is_number_a_year() => return lacks_sort(written, span),
        Wanted::AnnualEffect => (
            words!(
                nb: "en gevinst eller driftskostnad er kr/år eller timer/år", nn: "ein gevinst eller driftskostnad er kr/år eller timer/år",
                en: "a gain or running cost is “kr/år” or “timer/år”",
            ),
            if positions.is_some() { "positions" } else { "yearly" },
        ),
        Wanted::OneOff if dimension.is_money_per_year() || dimension.is_work_per_year() => (
            words!(nb: "en engangskostnad er ikke per år", nn: "ein eingongskostnad er ikkje per år", en: "a one-off cost is not per year"),
            "per year once",
        ),
        Wanted::OneOff => (
            words!(nb: "en engangskostnad er kr eller timer", nn: "ein eingongskostnad er kr eller timer", en: "a one-off cost is “kr” or “timer”"),
            "once",
        ),
    };
    let title = text!(nb: "Dette er {is}; {should}", nn: "Dette er {is}; {should}", en: "This is {is}; {should}"; is, should);
    let unit = dimension.unit(None).nb;
    let per = unit.split_once('/').map_or_else(|| "/år".to_owned(), |(_, per)| format!("/{per}"));
    let finding = Finding::error("feil-dimensjon", span, title).variant(variant).value("per", per);
    match positions.filter(|_| variant == "positions") {
        Some(fte) => finding.value("meant", fte),
        None => finding,
    }
}

/// `1 200 i måneden`, with what it is per as it is.
fn lacks_sort(written: &Quantity, span: Span) -> Finding {
    let (value, unit) = (Short(written.value()), written.dimension().unit(None));
    let per = Text::in_each(|language| {
        unit.get(language).split_once('/').map_or_else(|| "år".to_owned(), |(_, per)| per.to_owned())
    });
    let title = text!(
        nb: "Dette er {value} per {per}; er det kroner eller timer?", nn: "Dette er {value} per {per}; er det kroner eller timar?",
        en: "This is {value} per {per}; is it kroner or hours?";
        value, per
    );
    let finding = Finding::error("feil-dimensjon", span, title).variant("lacks sort");
    let (number, per) = (written.number(), &per.nb);
    finding.value("money", format!("{number} kr/{per}")).value("time", format!("{number} timer/{per}"))
}

pub(in crate::document::lower) fn mixed_years(dimension: &Dimension, span: Span, first: Span) -> Finding {
    let is = dimension.words();
    let title = text!(
        nb: "Dette er {is}, men det første året er noe annet", nn: "Dette er {is}, men det første året er noko anna",
        en: "This is {is}, but the first year is something else";
        is
    );
    let label = words!(nb: "det første året", nn: "det første året", en: "the first year").text();
    Finding::error("feil-dimensjon", span, title).variant("mixed years").with(first, label)
}

pub(in crate::document::lower) fn share_outside(share: Share, span: Span) -> Finding {
    let share = per_cent(share);
    let title = text!(nb: "{share} er ikke mellom 0\u{a0}% og 100\u{a0}%", nn: "{share} er ikkje mellom 0\u{a0}% og 100\u{a0}%", en: "{share} is not between 0% and 100%"; share);
    Finding::error("andel-utenfor", span, title)
}

pub(in crate::document::lower) fn share_of_transfer(share: Share, span: Span) -> Finding {
    let share = per_cent(share);
    let title = text!(
        nb: "En overføring kan ikke være {share}", nn: "Ei overføring kan ikkje vere {share}",
        en: "A transfer cannot be {share}";
        share
    );
    Finding::error("overføring-med-andel", span, title)
}

pub(in crate::document::lower) fn transfer_with_recipient(recipient: Recipient, span: Span) -> Finding {
    let title = text!(
        nb: "En overføring kan ikke ha «mottaker: {recipient}»", nn: "Ei overføring kan ikkje ha «mottaker: {recipient}»",
        en: "A transfer cannot have “mottaker: {recipient}”";
        recipient = recipient.word()
    );
    Finding::error("overføring-med-mottaker", span, title)
}

pub(in crate::document::lower) fn shares_do_not_sum(sum: Share, span: Span) -> Finding {
    let sum = per_cent(sum);
    let title = text!(
        nb: "Andelene på budsjettpostene blir {sum}", nn: "Andelane på budsjettpostane blir {sum}",
        en: "The shares of the budget lines make {sum}";
        sum
    );
    Finding::error("budsjettpost-andeler", span, title)
}
