//! What is asked of somebody, and why nothing is asked of a case, in words.

use crate::report::{Ask, Standing, What, WhyResting};
use crate::words::Text;
use crate::{counted, text};

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
        What::Renew { name, until } => text!(
            nb: "Hent «{name}» på nytt: tallet gjelder til {until}.", nn: "Hent «{name}» på nytt: talet gjeld til {until}.",
            en: "Take “{name}” anew: the figure holds until {until}."; name, until = until.to_string()
        ),
        What::Do { what } => text!(all: "{what}"; what),
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
            let (id, errors) = (&ask.case, *errors);
            counted!(
                errors; nb: "Rett én feil: a3 check {id}" | "Rett {errors} feil: a3 check {id}", nn: "Rett éin feil: a3 check {id}" | "Rett {errors} feil: a3 check {id}",
                en: "Correct one error: a3 check {id}" | "Correct {errors} errors: a3 check {id}"; id
            )
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
        Standing::PassesDates { count, start } => counted!(
            count; nb: " Én frist er før oppstart i {start}." | " {count} frister er før oppstart i {start}.", nn: " Éin frist er før oppstart i {start}." | " {count} fristar er før oppstart i {start}.",
            en: " One date is before its start in {start}." | " {count} dates are before its start in {start}."; start
        ),
    }
}

/// Why so many cases rest, after their names.
pub fn resting(why: WhyResting, count: usize) -> Text {
    match why {
        WhyResting::Waits => counted!(
            count; nb: "venter på plass i rammene" | "venter på plass i rammene", nn: "ventar på plass i rammene" | "ventar på plass i rammene",
            en: "waits for room in the frames" | "wait for room in the frames"
        ),
        WhyResting::Later(year) => counted!(
            count; nb: "starter i {year}, og tas opp igjen da" | "starter i {year}, og tas opp igjen da", nn: "startar i {year}, og blir teken opp att då" | "startar i {year}, og blir tekne opp att då",
            en: "starts in {year}, and is taken up then" | "start in {year}, and are taken up then"; year
        ),
        WhyResting::DutyMet => counted!(
            count; nb: "er ikke med: en annen sak oppfyller kravet" | "er ikke med: en annen sak oppfyller kravet", nn: "er ikkje med: ei anna sak oppfyller kravet" | "er ikkje med: ei anna sak oppfyller kravet",
            en: "is not in: another case meets the requirement" | "are not in: another case meets the requirement"
        ),
        WhyResting::Excluded => counted!(
            count; nb: "er ikke med: utelukkes av en annen sak" | "er ikke med: utelukkes av andre saker", nn: "er ikkje med: blir utelukka av ei anna sak" | "er ikkje med: blir utelukka av andre saker",
            en: "is not in: another case excludes it" | "are not in: other cases exclude them"
        ),
        WhyResting::NotIn => counted!(
            count; nb: "er ikke med på lista (a3 rank)" | "er ikke med på lista (a3 rank)", nn: "er ikkje med på lista (a3 rank)" | "er ikkje med på lista (a3 rank)",
            en: "is not on the list (a3 rank)" | "are not on the list (a3 rank)"
        ),
        WhyResting::Judgement => counted!(
            count; nb: "krever skjønn" | "krever skjønn", nn: "krev skjønn" | "krev skjønn",
            en: "calls for judgement" | "call for judgement"
        ),
        WhyResting::NotProfitable => counted!(
            count; nb: "lønner seg ikke" | "lønner seg ikke", nn: "løner seg ikkje" | "løner seg ikkje",
            en: "does not pay off" | "do not pay off"
        ),
        WhyResting::Undecided => counted!(
            count; nb: "er ikke avgjort: ingenting kan velges innenfor rammene (a3 rank)" | "er ikke avgjort: ingenting kan velges innenfor rammene (a3 rank)",
            nn: "er ikkje avgjord: ingenting kan veljast innanfor rammene (a3 rank)" | "er ikkje avgjorde: ingenting kan veljast innanfor rammene (a3 rank)",
            en: "is not settled: nothing can be chosen within the frames (a3 rank)" | "are not settled: nothing can be chosen within the frames (a3 rank)"
        ),
        WhyResting::Estimated => counted!(
            count; nb: "venter på dypdykk i 2. kvartal" | "venter på dypdykk i 2. kvartal", nn: "ventar på djupdykk i 2. kvartal" | "ventar på djupdykk i 2. kvartal",
            en: "awaits its deep dive in the 2nd quarter" | "await their deep dives in the 2nd quarter"
        ),
        WhyResting::NotDug => counted!(
            count; nb: "er ikke valgt til dypdykk" | "er ikke valgt til dypdykk", nn: "er ikkje vald til djupdykk" | "er ikkje valde til djupdykk",
            en: "is not chosen for a deep dive" | "are not chosen for a deep dive"
        ),
    }
}
