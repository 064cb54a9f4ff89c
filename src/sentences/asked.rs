//! What is asked of somebody, and why nothing is asked of a case, in words.

use crate::report::{Ask, Standing, What, WhyResting};
use crate::words::{Text, Words};
use crate::{text, words};

/// What is asked, in a sentence.
pub fn what(ask: &Ask) -> Text {
    match &ask.what {
        What::Baseline => ask.worth.map_or_else(
            || text!(nb: "Mål nullpunktet.", nn: "Mål nullpunktet.", en: "Measure the baseline."),
            |worth| {
                text!(
                    nb: "Mål nullpunktet. Uten det kan {worth} i året aldri vises.", nn: "Mål nullpunktet. Utan det kan {worth} i året aldri visast.",
                    en: "Measure the baseline. Without it {worth} a year can never be shown."; worth
                )
            },
        ),
        What::Renew { name } => text!(
            nb: "Hent «{name}» på nytt: tallet gjelder ikke lenger.", nn: "Hent «{name}» på nytt: talet gjeld ikkje lenger.",
            en: "Take “{name}” anew: the figure no longer holds."; name
        ),
        What::Do { what } => text!(nb: "{what}", nn: "{what}", en: "{what}"; what),
        What::Arrange { what } => text!(nb: "{what} (betingelse)", nn: "{what} (vilkår)", en: "{what} (condition)"; what),
        What::Measure { name } => text!(nb: "Mål «{name}»", nn: "Mål «{name}»", en: "Measure “{name}”"; name),
        What::Behind { gain } => ask.worth.map_or_else(
            || text!(nb: "«{gain}» er bak. Se a3 status.", nn: "«{gain}» er bak. Sjå a3 status.", en: "“{gain}” is behind. See a3 status."; gain),
            |worth| {
                text!(
                    nb: "«{gain}»: {worth} er trukket fra uten å ha kommet. Se a3 status.", nn: "«{gain}»: {worth} er trekt frå utan å ha kome. Sjå a3 status.",
                    en: "“{gain}”: {worth} is deducted without having come. See a3 status."; gain, worth
                )
            },
        ),
        What::Mend { errors } => {
            let id = &ask.case;
            match errors {
                1 => {
                    text!(nb: "Rett én feil: a3 check {id}", nn: "Rett éin feil: a3 check {id}", en: "Mend one error: a3 check {id}"; id)
                }
                errors => {
                    text!(nb: "Rett {errors} feil: a3 check {id}", nn: "Rett {errors} feil: a3 check {id}", en: "Mend {errors} errors: a3 check {id}"; errors, id)
                }
            }
        }
        What::Write { field } => {
            let (key, doc) = (field.key, field.doc);
            text!(nb: "Skriv «{key}»: {doc}", nn: "Skriv «{key}»: {doc}", en: "Write “{key}”: {doc}"; key, doc)
        }
        What::Advance { to } => {
            let to = to.word();
            text!(nb: "Ta saken videre: skriv «fase: {to}».", nn: "Ta saka vidare: skriv «fase: {to}».", en: "Take the case on: write “fase: {to}”."; to)
        }
        What::Await { decider, standing } => {
            let standing = standing_before_decision(*standing);
            text!(nb: "Venter på vedtak: {decider}.{standing}", nn: "Ventar på vedtak: {decider}.{standing}", en: "Awaits a decision: {decider}.{standing}"; decider, standing)
        }
    }
}

/// What is to be said of a case before it is decided, after a sentence.
fn standing_before_decision(standing: Standing) -> Text {
    match standing {
        Standing::Asked => Text::default(),
        Standing::Ready => text!(nb: " Alt er klart.", nn: " Alt er klart.", en: " All is ready."),
        Standing::PassesDates { count: 1, start } => text!(
            nb: " Én frist er før oppstart i {start}.", nn: " Éin frist er før oppstart i {start}.",
            en: " One date is before its start in {start}."; start
        ),
        Standing::PassesDates { count, start } => text!(
            nb: " {count} frister er før oppstart i {start}.", nn: " {count} fristar er før oppstart i {start}.",
            en: " {count} dates are before its start in {start}."; count, start
        ),
    }
}

/// Why so many cases rest, after their names.
pub fn resting(why: WhyResting, cases: usize) -> Text {
    let one_or_more = |one: Words, more: Words| if cases == 1 { one.text() } else { more.text() };
    match why {
        WhyResting::Waits => one_or_more(
            words!(nb: "venter på plass i rammene", nn: "ventar på plass i rammene", en: "waits for room in the frames"),
            words!(nb: "venter på plass i rammene", nn: "ventar på plass i rammene", en: "wait for room in the frames"),
        ),
        WhyResting::Later(year) if cases == 1 => {
            text!(nb: "starter i {year}, og tas opp igjen da", nn: "startar i {year}, og blir teken opp att då", en: "starts in {year}, and is taken up then"; year)
        }
        WhyResting::DutyMet => one_or_more(
            words!(nb: "er ikke med: en annen sak oppfyller kravet", nn: "er ikkje med: ei anna sak oppfyller kravet", en: "is not in: another case meets the requirement"),
            words!(nb: "er ikke med: en annen sak oppfyller kravet", nn: "er ikkje med: ei anna sak oppfyller kravet", en: "are not in: another case meets the requirement"),
        ),
        WhyResting::Excluded => one_or_more(
            words!(nb: "er ikke med: utelukkes av en annen sak", nn: "er ikkje med: blir utelukka av ei anna sak", en: "is not in: another case excludes it"),
            words!(nb: "er ikke med: utelukkes av andre saker", nn: "er ikkje med: blir utelukka av andre saker", en: "are not in: other cases exclude them"),
        ),
        WhyResting::NotIn => one_or_more(
            words!(nb: "er ikke med på lista (a3 rank)", nn: "er ikkje med på lista (a3 rank)", en: "is not on the list (a3 rank)"),
            words!(nb: "er ikke med på lista (a3 rank)", nn: "er ikkje med på lista (a3 rank)", en: "are not on the list (a3 rank)"),
        ),
        WhyResting::Later(year) => {
            text!(nb: "starter i {year}, og tas opp igjen da", nn: "startar i {year}, og blir tekne opp att då", en: "start in {year}, and are taken up then"; year)
        }
        WhyResting::Judgement => one_or_more(
            words!(nb: "krever skjønn", nn: "krev skjønn", en: "calls for judgement"),
            words!(nb: "krever skjønn", nn: "krev skjønn", en: "call for judgement"),
        ),
        WhyResting::NotProfitable => one_or_more(
            words!(nb: "lønner seg ikke", nn: "løner seg ikkje", en: "does not pay off"),
            words!(nb: "lønner seg ikke", nn: "løner seg ikkje", en: "do not pay off"),
        ),
        WhyResting::Undecided => one_or_more(
            words!(nb: "er ikke avgjort: ingenting kan velges innenfor rammene (a3 rank)", nn: "er ikkje avgjord: ingenting kan veljast innanfor rammene (a3 rank)", en: "is not settled: nothing can be chosen within the frames (a3 rank)"),
            words!(nb: "er ikke avgjort: ingenting kan velges innenfor rammene (a3 rank)", nn: "er ikkje avgjorde: ingenting kan veljast innanfor rammene (a3 rank)", en: "are not settled: nothing can be chosen within the frames (a3 rank)"),
        ),
        WhyResting::Estimated => one_or_more(
            words!(nb: "venter på dypdykk i 2. kvartal", nn: "ventar på djupdykk i 2. kvartal", en: "awaits its deep dive in the 2nd quarter"),
            words!(nb: "venter på dypdykk i 2. kvartal", nn: "ventar på djupdykk i 2. kvartal", en: "await their deep dive in the 2nd quarter"),
        ),
        WhyResting::NotDug => one_or_more(
            words!(nb: "er ikke valgt til dypdykk", nn: "er ikkje vald til djupdykk", en: "is not chosen for a deep dive"),
            words!(nb: "er ikke valgt til dypdykk", nn: "er ikkje valde til djupdykk", en: "are not chosen for a deep dive"),
        ),
    }
}
