//! What is asked of somebody, and why nothing is asked of a case, in words.

use crate::report::{Ask, What, WhyResting};
use crate::text;
use crate::units::Year;
use crate::words::Text;

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
        What::Await { decider, is_ready: true } => text!(
            nb: "Venter på vedtak: {decider}. Alt er klart.", nn: "Ventar på vedtak: {decider}. Alt er klart.",
            en: "Awaits a decision: {decider}. All is ready."; decider
        ),
        What::Await { decider, is_ready: false } => {
            text!(nb: "Venter på vedtak: {decider}.", nn: "Ventar på vedtak: {decider}.", en: "Awaits a decision: {decider}."; decider)
        }
    }
}

/// Why several cases rest, after their names.
pub fn resting(why: WhyResting) -> Text {
    match why {
        WhyResting::Waits => {
            text!(nb: "venter på plass i rammene", nn: "ventar på plass i rammene", en: "waits for room in the frames")
        }
        WhyResting::DutyMet => {
            text!(nb: "er ikke med: en annen sak oppfyller kravet", nn: "er ikkje med: ei anna sak oppfyller kravet", en: "is not in: another case meets the requirement")
        }
        WhyResting::Excluded => {
            text!(nb: "er ikke med: utelukkes av en annen sak", nn: "er ikkje med: blir utelukka av ei anna sak", en: "is not in: another case excludes it")
        }
        WhyResting::NotIn => {
            text!(nb: "er ikke med på listen (a3 rank)", nn: "er ikkje med på lista (a3 rank)", en: "is not on the list (a3 rank)")
        }
        WhyResting::Later(year) => later(year),
        WhyResting::Judgement => text!(nb: "krever skjønn", nn: "krev skjønn", en: "calls for judgement"),
        WhyResting::NotProfitable => {
            text!(nb: "lønner seg ikke", nn: "løner seg ikkje", en: "does not pay off")
        }
        WhyResting::Undecided => {
            text!(nb: "er ikke avgjort: ingenting kan velges innenfor rammene (a3 rank)", nn: "er ikkje avgjort: ingenting kan veljast innanfor rammene (a3 rank)", en: "are not settled: nothing can be chosen within the frames (a3 rank)")
        }
        WhyResting::Estimated => {
            text!(nb: "venter på dypdykk i 2. kvartal", nn: "ventar på djupdykk i 2. kvartal", en: "awaits its deep dive in the 2nd quarter")
        }
        WhyResting::NotDug => {
            text!(nb: "er ikke valgt til dypdykk", nn: "er ikkje vald til djupdykk", en: "is not chosen for a deep dive")
        }
    }
}

fn later(year: Year) -> Text {
    text!(nb: "starter i {year}, og tas opp igjen da", nn: "startar i {year}, og blir teken opp att då", en: "starts in {year}, and is taken up then"; year)
}
