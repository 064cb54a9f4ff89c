//! The findings of lowering, in words.

use crate::diagnostic::Finding;
use crate::document::wording::shown;
use crate::model::BenefitKind;
use crate::quantity::{Dimension, Wanted};
use crate::source::Span;
use crate::text::{Text, Words};
use crate::units::{Decimal, Share};
use crate::{text, words};

fn finding(rule: &'static str, span: Span, title: Text, why_and_how: (Words, Text)) -> Finding {
    let (why, how) = why_and_how;
    Finding::error(rule, span, title).because(why.text()).instead(how)
}

/// `37,5 %`
fn per_cent(share: Share) -> String {
    let hundredths = share.value().checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
    let number = hundredths.normalize().to_string().replace('.', ",").replace('-', "−");
    format!("{number} %")
}

/// «Mente du …?», where something is near enough.
fn did_you_mean(near: Option<&str>, otherwise: Words) -> Text {
    match near {
        Some(near) => {
            let near = shown(near);
            text!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?")
        }
        None => otherwise.text(),
    }
}

pub(super) fn wrong_file_name(id: &str) -> Finding {
    let id = shown(id);
    let title = text!(
        nb: "Filnavnet «{id}» kan ikke være navnet på en sak",
        en: "The file name “{id}” cannot be the name of a case"
    );
    let why = words!(
        nb: "Filnavnet er sakens id. Det skal virke likt på alle maskiner og i lenker.",
        en: "The file name is the id of the case. It must work alike on all machines and in links.",
    );
    let how = words!(
        nb: "Bruk små bokstaver, tall og bindestrek, for eksempel «digitalt-tilsyn.yaml».",
        en: "Use lower-case letters, digits and hyphens, such as “digitalt-tilsyn.yaml”.",
    );
    finding("ugyldig-filnavn", Span::default(), title, (why, how.text()))
}

pub(super) fn unknown_version(version: &str, span: Span) -> Finding {
    let version = shown(version);
    let title = text!(
        nb: "Versjon «{version}» av formatet er ukjent",
        en: "Version “{version}” of the format is unknown"
    );
    let why = words!(
        nb: "En nyere versjon kan bety noe annet med de samme ordene.",
        en: "A newer version may mean something else by the same words.",
    );
    let how = words!(
        nb: "Skriv «a3: 1», eller bruk et nyere a3-program.",
        en: "Write “a3: 1”, or use a newer a3 program.",
    );
    finding("ukjent-versjon", span, title, (why, how.text()))
}

pub(super) fn latest_before_start(span: Span, start: Span, years: (u16, u16)) -> Finding {
    let (first, latest) = years;
    let title = text!(
        nb: "Senest {latest} er før oppstart {first}",
        en: "Latest {latest} is before start {first}"
    );
    let why = words!(
        nb: "Saken har ingen år den kan starte i.",
        en: "The case has no year it can start in.",
    );
    let how = words!(
        nb: "Sett senest til oppstartsåret eller senere, eller fjern senest.",
        en: "Set senest to the start year or later, or remove senest.",
    );
    let label = words!(nb: "oppstart", en: "start").text();
    finding("senest-før-oppstart", span, title, (why, how.text())).with(start, label)
}

pub(super) fn unknown_position(position: &str, near: Option<&str>, span: Span) -> Finding {
    let position = shown(position);
    let title = text!(
        nb: "Stillingen «{position}» står ikke i a3.yaml",
        en: "The position “{position}” is not in a3.yaml"
    );
    let why = words!(
        nb: "Uten det en stilling koster, kan ikke arbeidstid bli til kroner.",
        en: "Without what a position costs, working time cannot become kroner.",
    );
    let how = did_you_mean(
        near,
        words!(
            nb: "Legg stillingen til under stillinger i a3.yaml, med årslønn eller årskostnad.",
            en: "Add the position under stillinger in a3.yaml, with årslønn or årskostnad.",
        ),
    );
    finding("ukjent-stilling", span, title, (why, how))
}

pub(super) fn time_without_position(span: Span, example: Option<&str>) -> Finding {
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

pub(super) fn unknown_name(name: &str, near: Option<&str>, span: Span) -> Finding {
    let name = shown(name);
    let title = text!(
        nb: "«{name}» er ikke en forutsetning",
        en: "“{name}” is not an assumption"
    );
    let why = words!(
        nb: "Regnestykket bygger på noe som ikke står verken i saken eller i felles i a3.yaml.",
        en: "The calculation builds on something that is neither in the case nor in felles in a3.yaml.",
    );
    let how = did_you_mean(
        near,
        words!(
            nb: "Legg det til under forutsetninger, med verdi og kilde.",
            en: "Add it under forutsetninger, with verdi and kilde.",
        ),
    );
    finding("ukjent-forutsetning", span, title, (why, how))
}

pub(super) fn name_is_unit(name: &str, span: Span) -> Finding {
    let name = shown(name);
    let title = text!(
        nb: "«{name}» er en enhet og kan ikke være navnet på en forutsetning",
        en: "“{name}” is a unit and cannot name an assumption"
    );
    let why = words!(
        nb: "I et regnestykke kan ingen se om enheten eller forutsetningen er ment.",
        en: "In a calculation nobody can see whether the unit or the assumption is meant.",
    );
    let how = text!(
        nb: "Gi den et navn som sier hva det er, for eksempel «{name}_per_besøk».",
        en: "Give it a name that says what it is, such as “{name}_per_besøk”."
    );
    finding("navn-er-enhet", span, title, (why, how))
}

pub(super) fn wrong_name(name: &str, span: Span) -> Finding {
    let fits = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mended: String = name.chars().map(|letter| if fits(letter) { letter } else { '_' }).collect();
    let (name, mended) = (shown(name), shown(mended.trim_matches('_')));
    let title = text!(
        nb: "«{name}» kan ikke brukes som navn i et regnestykke",
        en: "“{name}” cannot be used as a name in a calculation"
    );
    let why = words!(
        nb: "Mellomrom og tegn i et navn leses som regnetegn.",
        en: "Spaces and signs in a name are read as operators.",
    );
    let begins = mended.chars().next().is_some_and(char::is_alphabetic);
    let how = if begins {
        text!(nb: "Skriv «{mended}».", en: "Write “{mended}”.")
    } else {
        words!(
            nb: "Bruk bokstaver, tall og understrek, med en bokstav først.",
            en: "Use letters, digits and underscore, with a letter first.",
        )
        .text()
    };
    finding("ugyldig-navn", span, title, (why, how))
}

pub(super) fn wrong_amount(dimension: Dimension, wanted: Wanted, span: Span) -> Finding {
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

pub(super) fn mixed_years(dimension: Dimension, span: Span, first: Span) -> Finding {
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

pub(super) fn share_outside(share: Share, span: Span) -> Finding {
    let share = per_cent(share);
    let title = text!(nb: "{share} er ikke en del av noe", en: "{share} is not a part of anything");
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

pub(super) fn share_of_transfer(share: Share, span: Span) -> Finding {
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

pub(super) fn shares_do_not_sum(sum: Share, span: Span) -> Finding {
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

pub(super) fn phasing_and_years(span: Span, amounts: Span) -> Finding {
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

pub(super) fn benefit_without_amount(span: Span, kind: Option<BenefitKind>) -> Finding {
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

pub(super) fn cost_without_amount(span: Span) -> Finding {
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

pub(super) fn both_estimate_and_calculation(span: Span, other: Option<Span>) -> Finding {
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

pub(super) fn both_amount_and_calculation(span: Span, other: Option<Span>) -> Finding {
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

pub(super) fn both_wage_and_cost(position: &str, span: Span, other: Span) -> Finding {
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

pub(super) fn position_without_pay(position: &str, span: Span) -> Finding {
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

pub(super) fn unknown_zone(zone: &str, span: Span) -> Finding {
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

pub(super) fn rate_steps(span: Span) -> Finding {
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
