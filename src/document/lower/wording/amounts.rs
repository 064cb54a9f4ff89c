//! Amounts and shares.

use super::{finding, per_cent};
use crate::diagnostic::Finding;
use crate::quantity::{Dimension, Wanted};
use crate::source::Span;
use crate::units::Share;
use crate::{text, words};

pub(in crate::document::lower) fn wrong_amount(dimension: Dimension, wanted: Wanted, span: Span) -> Finding {
    let is = dimension.words();
    let (should, how) = match wanted {
        Wanted::AnnualEffect if dimension.is_money() || dimension.is_work() => (
            words!(nb: "en gevinst eller driftskostnad er per år", en: "a benefit or running cost is per year"),
            words!(
                nb: "Legg til «/år», for eksempel «320 000 kr/år».",
                en: "Add “/år”, such as “320 000 kr/år”.",
            ),
        ),
        Wanted::AnnualEffect => (
            words!(
                nb: "en gevinst eller driftskostnad er kr/år eller timer/år",
                en: "a benefit or running cost is kr/year or hours/year",
            ),
            words!(
                nb: "Skriv for eksempel «320 000 kr/år» eller «1 200 timer/år».",
                en: "Write for example “320 000 kr/år” or “1 200 timer/år”.",
            ),
        ),
        Wanted::OneOff if dimension.is_money_per_year() || dimension.is_work_per_year() => (
            words!(nb: "en engangskostnad er ikke per år", en: "a one-off cost is not per year"),
            words!(
                nb: "Ta bort «/år», eller skriv «type: drift» hvis kostnaden kommer hvert år.",
                en: "Remove “/år”, or write “type: drift” if the cost comes every year.",
            ),
        ),
        Wanted::OneOff => (
            words!(nb: "en engangskostnad er kr eller timer", en: "a one-off cost is kr or hours"),
            words!(
                nb: "Skriv for eksempel «1,1 mill. kr» eller «360 timer».",
                en: "Write for example “1,1 mill. kr” or “360 timer”.",
            ),
        ),
    };
    let title = text!(
        nb: "Dette er {}; {}", is.nb, should.nb;
        en: "This is {}; {}", is.en, should.en
    );
    let why = words!(
        nb: "Et årlig beløp og et engangsbeløp gir helt ulike svar.",
        en: "A yearly amount and a one-off amount give quite different answers.",
    );
    finding("feil-dimensjon", span, title, (why, how.text()))
}

pub(in crate::document::lower) fn mixed_years(dimension: Dimension, span: Span, first: Span) -> Finding {
    let is = dimension.words();
    let title = text!(
        nb: "Dette er {}, men det første året er noe annet", is.nb;
        en: "This is {}, but the first year is something else", is.en
    );
    let why = words!(
        nb: "En rad er enten penger eller arbeidstid; bare arbeidstid har en stilling.",
        en: "A row is either money or working time; only working time has a position.",
    );
    let how = words!(
        nb: "Del raden i to: én med kroner og én med timer.",
        en: "Split the row in two: one with kroner and one with hours.",
    );
    let label = words!(nb: "det første året", en: "the first year").text();
    finding("feil-dimensjon", span, title, (why, how.text())).with(first, label)
}

pub(in crate::document::lower) fn share_outside(share: Share, span: Span) -> Finding {
    let share = per_cent(share);
    let title = text!(nb: "{share} er ikke mellom 0 % og 100 %", en: "{share} is not between 0 % and 100 %");
    let why = words!(
        nb: "En andel under 0 eller over 100 % regner inn noe som ikke finnes.",
        en: "A share below 0 or above 100 % counts something that does not exist.",
    );
    let how = words!(
        nb: "Skriv en andel fra 0 % til 100 %.",
        en: "Write a share from 0 % to 100 %.",
    );
    finding("andel-utenfor", span, title, (why, how.text()))
}

pub(in crate::document::lower) fn share_of_transfer(share: Share, span: Span) -> Finding {
    let share = per_cent(share);
    let title = text!(
        nb: "En overføring kan ikke være {share}",
        en: "A transfer cannot be {share}"
    );
    let why = words!(
        nb: "En overføring flytter hele beløpet fra én part til en annen.",
        en: "A transfer moves the whole amount from one party to another.",
    );
    let how = words!(
        nb: "Fjern andelen, og skriv beløpet som faktisk overføres.",
        en: "Remove the share, and write the amount that is really transferred.",
    );
    finding("overføring-med-andel", span, title, (why, how.text()))
}

pub(in crate::document::lower) fn shares_do_not_sum(sum: Share, span: Span) -> Finding {
    let sum = per_cent(sum);
    let title = text!(
        nb: "Andelene på budsjettpostene blir {sum}",
        en: "The shares of the budget lines make {sum}"
    );
    let why = words!(
        nb: "Det som mangler eller er for mye, kan ikke finnes igjen i budsjettet.",
        en: "What is missing or too much cannot be found again in the budget.",
    );
    let how = words!(
        nb: "Gi hver post en andel, slik at de til sammen blir 100 %. Er det bare én post, sløyf andelen.",
        en: "Give each line a share, so that together they make 100 %. With a single line, leave the share out.",
    );
    finding("budsjettpost-andeler", span, title, (why, how.text()))
}
