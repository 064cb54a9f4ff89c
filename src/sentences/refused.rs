//! Why nothing is written in the files, in a sentence each.

use super::choice;
use super::omitted::{self, ended, reason_at};
use crate::choose::NoChoice;
use crate::diagnostic::WhyOmitted;
use crate::model::Phase;
use crate::quantity::{self, Quantity};
use crate::report::change::{
    Named, NotChanged, NotOne, NotRead, SameRow, WrongDecision, WrongReading, WrongRow,
};
use crate::text;
use crate::words::{Quoted, Text, all_or_most, at_most, listed, sentences};
use std::collections::BTreeSet;

/// Names that are listed of those there are.
const MOST_NAMES: usize = 12;

/// Rows that are listed of those that say the same.
const MOST_TWINS: usize = 4;

/// Why nothing is written, and that nothing is.
pub fn sentence(why: &NotChanged) -> Text {
    sentences([
        reason(why),
        text!(nb: "Ingenting er skrevet.", nn: "Ingenting er skrive.", en: "Nothing is written."),
    ])
}

fn reason(why: &NotChanged) -> Text {
    match why {
        NotChanged::World(wrong) => wrong.text(),
        NotChanged::Organisation(why) => ended(&reason_at("a3.yaml", why)),
        NotChanged::Unreadable(path) => text!(
            nb: "{path} kan ikke leses. Se hva som er galt: a3 check {path}.", nn: "{path} kan ikkje lesast. Sjå kva som er gale: a3 check {path}.",
            en: "{path} cannot be read. See what is wrong: a3 check {path}."
        ),
        NotChanged::NoPhases(path) => text!(
            nb: "{path} er et overblikk, og har ingen faser. Skriv navnet på en av sakene: a3 rank.", nn: "{path} er eit overblikk, og har ingen fasar. Skriv namnet på ei av sakene: a3 rank.",
            en: "{path} is an overview, and has no phases. Write the name of one of the cases: a3 rank."
        ),
        NotChanged::NoName(named, not) => no_name(*named, not),
        NotChanged::Refused { path, key, why } => {
            let at = |key| text!(nb: " ved {key}", nn: " ved {key}", en: " at {key}"; key);
            let (key, why) = (key.as_deref().map(Quoted).map(at).unwrap_or_default(), why.words());
            text!(nb: "Får ikke endret {path}{key}: {why}.", nn: "Får ikkje endra {path}{key}: {why}.", en: "Cannot change {path}{key}: {why}."; path, key, why)
        }
        NotChanged::NoDate(written) => text!(
            nb: "{written} er ingen dato. Skriv den som 2026-12-31.", nn: "{written} er ingen dato. Skriv han som 2026-12-31.",
            en: "{written} is no date. Write it as 2026-12-31."; written = Quoted(written)
        ),
        NotChanged::Ahead { date, today } => text!(
            nb: "{date} er ikke kommet ennå: i dag er {today}.", nn: "{date} er ikkje komen enno: i dag er {today}.",
            en: "{date} is still to come: today is {today}."
        ),
        NotChanged::NoValue { written, why } if why.nb.contains(&format!("«{}»", written.trim())) => {
            ended(why)
        }
        NotChanged::NoValue { written, why } => text!(
            nb: "{written} kan ikke leses: {why}.", nn: "{written} kan ikkje lesast: {why}.",
            en: "{written} cannot be read: {why}."; written = Quoted(written), why
        ),
        NotChanged::Reading(why) => measured(why),
        NotChanged::Row(why) => row(why),
        NotChanged::NotChosen(why) => no_choice(why),
        NotChanged::NoOrganisation => text!(
            nb: "Her er ingen a3.yaml å rulle.", nn: "Her er ingen a3.yaml å rulle.",
            en: "There is no a3.yaml here to roll."
        ),
        NotChanged::OtherYear { from, year } => text!(
            nb: "Planen begynner i {from}, og rulles ett år om gangen: a3 roll {next}, ikke {year}.", nn: "Planen begynner i {from}, og blir rulla eitt år om gongen: a3 roll {next}, ikkje {year}.",
            en: "The plan begins in {from}, and rolls one year at a time: a3 roll {next}, not {year}.";
            from = *from, next = from.later(1), year = *year
        ),
        NotChanged::NoPhase { id, phase } => text!(
            nb: "{id} er alt i fasen {phase}.", nn: "{id} er alt i fasen {phase}.",
            en: "{id} is in {phase} already."; id, phase = phase.words()
        ),
        NotChanged::NothingMissing { id, phase } => text!(
            nb: "{id} er i fasen {phase}, og har alle feltene den spør om. Se om noe skal fylles inn: a3 check {id}.", nn: "{id} er i fasen {phase}, og har alle felta han spør om. Sjå om noko skal fyllast inn: a3 check {id}.",
            en: "{id} is in {phase}, and has every field the phase asks for. See whether anything is to be filled in: a3 check {id}.";
            id, phase = phase.words()
        ),
        NotChanged::NotCalculated { id, why } => not_calculated(id, why),
        NotChanged::AwaitsLine(id) => ended(&awaits_line(id)),
        NotChanged::NotDecided { id, phase } => not_decided(id, *phase),
        NotChanged::Decision(why) => decided(why),
        NotChanged::Sheet(lines) => sentences(lines.iter().map(line)),
    }
}

/// That what a case lacks cannot be worked out, and what is to be mended first.
fn not_calculated(id: &str, why: &WhyOmitted) -> Text {
    let why = ended(&omitted::reason(why));
    text!(
        nb: "{id} kan ikke regnes ut, så det som mangler, kan ikke fylles inn: {why} Rett det først, og skriv kommandoen på nytt.", nn: "{id} kan ikkje reknast ut, så det som manglar, kan ikkje fyllast inn: {why} Rett det først, og skriv kommandoen på nytt.",
        en: "{id} cannot be calculated, so what is missing cannot be filled in: {why} Correct that first, and write the command again."; id, why
    )
}

/// That ny_praksis is worked out later, and when.
pub(super) fn awaits_line(id: &str) -> Text {
    text!(
        nb: "«ny_praksis» regnes ut når «budsjettpost» er fylt inn på alle gevinster og kostnader som skal ha det. Skriv da: a3 advance {id} --til forberedelse", nn: "«ny_praksis» blir rekna ut når «budsjettpost» er fylt inn på alle gevinstar og kostnader som skal ha det. Skriv då: a3 advance {id} --til forberedelse",
        en: "“ny_praksis” is worked out once “budsjettpost” is filled in on every gain and cost that is to have it. Then write: a3 advance {id} --til forberedelse"
    )
}

/// That a case goes no further, and in the phase before it what may still be written.
fn not_decided(id: &str, phase: Phase) -> Text {
    let first = text!(
        nb: "{id} er ikke vedtatt. Skriv vedtaket først: a3 decide {id} --organ ORGAN.", nn: "{id} er ikkje vedteken. Skriv vedtaket først: a3 decide {id} --organ ORGAN.",
        en: "{id} is not decided. Write the decision first: a3 decide {id} --organ BODY."
    );
    let missing = text!(
        nb: "Felt som mangler i forberedelse, skrives med: a3 advance {id} --til forberedelse.", nn: "Felt som manglar i forberedelse, blir skrivne med: a3 advance {id} --til forberedelse.",
        en: "Fields that are missing in forberedelse are written with: a3 advance {id} --til forberedelse."
    );
    sentences([first, if phase == Phase::Preparation { missing } else { Text::default() }])
}

/// A line of a sheet, and what is wrong with it.
fn line(wrong: &NotRead) -> Text {
    let (line, why) = (wrong.line, reason(&wrong.why));
    text!(nb: "Linje {line}: {why}", nn: "Linje {line}: {why}", en: "Line {line}: {why}"; why)
}

/// That nothing is called that, or several things are; and what there is.
pub fn no_name(named: Named, not: &NotOne) -> Text {
    let (no, what) = match named {
        Named::Measurement => (
            text!(nb: "Ingen måling heter", nn: "Inga måling heiter", en: "No måling is called"),
            text!(nb: "Saken har ingen målinger.", nn: "Saka har ingen målingar.", en: "The case has no målinger."),
        ),
        Named::Row => (
            text!(nb: "Ingen rad i plan, betingelser eller forankring sier", nn: "Inga rad i plan, betingelser eller forankring seier", en: "No row of plan, betingelser or forankring says"),
            text!(nb: "Saken har ingen slike rader.", nn: "Saka har ingen slike rader.", en: "The case has no such rows."),
        ),
        Named::Decided => (
            text!(nb: "Ingen besluttet sak heter", nn: "Inga avgjord sak heiter", en: "No decided case is called"),
            text!(nb: "Ingen saker er besluttet.", nn: "Ingen saker er avgjorde.", en: "No cases are decided."),
        ),
        Named::Case => (
            text!(nb: "Ingen sak heter", nn: "Inga sak heiter", en: "No case is called"),
            text!(nb: "Det er ingen saker her.", nn: "Det er ingen saker her.", en: "There are no cases here."),
        ),
    };
    let NotOne { wanted, fits, near, known } = not;
    let wanted = Quoted(wanted);
    if !fits.is_empty() {
        let fits = names(fits);
        return text!(
            nb: "{wanted} passer på flere: {fits}. Skriv mer av navnet.", nn: "{wanted} passar på fleire: {fits}. Skriv meir av namnet.",
            en: "{wanted} fits several: {fits}. Write more of the name."; wanted, fits
        );
    }
    let there = match near {
        Some(near) => {
            text!(nb: "Mente du {near}?", nn: "Meinte du {near}?", en: "Did you mean {near}?"; near = Quoted(near))
        }
        None if known.is_empty() => what,
        None => {
            text!(nb: "Disse finnes: {known}.", nn: "Desse finst: {known}.", en: "There are: {known}."; known = names(known))
        }
    };
    text!(all: "{no} {wanted}. {there}"; no, wanted, there)
}

/// Why a row is not done.
fn row(why: &WrongRow) -> Text {
    match why {
        WrongRow::IsDone(row) => {
            text!(nb: "{row} er alt ferdig.", nn: "{row} er alt ferdig.", en: "{row} is done already."; row = Quoted(row))
        }
        WrongRow::IsOff(row) => {
            text!(nb: "{row} er avlyst.", nn: "{row} er avlyst.", en: "{row} has been called off."; row = Quoted(row))
        }
        WrongRow::IsDue { what, date } => text!(
            nb: "{what} har alt fristen {date}.", nn: "{what} har alt fristen {date}.",
            en: "{what} is due on {date} already."; what = Quoted(what)
        ),
        WrongRow::Same(rows) => same_rows(rows),
        WrongRow::SameLine(SameRow { what, line, .. }) => text!(
            nb: "Flere rader på linje {line} sier {what}, og det går ikke an å si hvilken. Skriv dem på hver sin linje i fila.", nn: "Fleire rader på linje {line} seier {what}, og det går ikkje an å seie kva for ei. Skriv dei på kvar si linje i fila.",
            en: "Several rows on line {line} say {what}, and there is no way to say which. Write them on lines of their own in the file.";
            what = Quoted(what)
        ),
        WrongRow::Several { line, rows } => text!(
            nb: "På linje {line} står flere rader: {rows}. Skriv hva raden sier, foran --linje.", nn: "På linje {line} står fleire rader: {rows}. Skriv kva rada seier, framfor --linje.",
            en: "Several rows stand on line {line}: {rows}. Write what the row says, before --linje."; rows = names(rows)
        ),
        WrongRow::NoneAt { path, line } => text!(
            nb: "Ingen rad i plan, betingelser eller forankring står på linje {line} i {path}.", nn: "Inga rad i plan, betingelser eller forankring står på linje {line} i {path}.",
            en: "No row of plan, betingelser or forankring stands on line {line} of {path}."
        ),
        WrongRow::NoList { path, list } => text!(
            nb: "«{list}» i {path} er ingen liste: hver rad skal begynne med en strek. Se hvordan: a3 check {path}.", nn: "«{list}» i {path} er inga liste: kvar rad skal begynne med ein strek. Sjå korleis: a3 check {path}.",
            en: "“{list}” of {path} is no list: every row begins with a dash. See how: a3 check {path}."
        ),
    }
}

/// That several rows say the same, what tells them apart, and how to name one.
fn same_rows(rows: &[SameRow]) -> Text {
    let said = rows.iter().map(|SameRow { line, who, due, .. }| {
        let about: Vec<&str> = who.iter().chain(due).map(String::as_str).collect();
        let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
        text!(nb: "linje {line}{about}", nn: "linje {line}{about}", en: "line {line}{about}")
    });
    let count = rows.len();
    let said = all_or_most(MOST_TWINS, &said.collect::<Vec<_>>());
    let (what, first) = rows.first().map(|row| (row.what.as_str(), row.line)).unwrap_or_default();
    text!(
        nb: "{count} rader sier {what}: {said}. Si hvilken med linja, som --linje {first}.", nn: "{count} rader seier {what}: {said}. Sei kva for ei med linja, som --linje {first}.",
        en: "{count} rows say {what}: {said}. Say which by its line, as --linje {first}.";
        count, what = Quoted(what), said, first
    )
}

/// Names in quotation marks, each once, so many as fit.
fn names(all: &[String]) -> Text {
    let mut seen = BTreeSet::new();
    at_most(MOST_NAMES, all.iter().filter(|name| seen.insert(*name)).map(|name| Quoted(name)))
}

fn measured(why: &WrongReading) -> Text {
    match why {
        WrongReading::Same { measurement, path, lines } => {
            let (count, measurement, lines) = (lines.len(), Quoted(measurement), at_most(MOST_NAMES, lines));
            text!(
                nb: "{count} målinger i {path} heter {measurement} (linje {lines}), så det er ikke kjent hvilken verdien hører til. Gi dem hvert sitt navn i fila, så de kan skilles.", nn: "{count} målingar i {path} heiter {measurement} (linje {lines}), så det er ikkje kjent kva for ei verdien høyrer til. Gi dei kvart sitt namn i fila, så dei kan skiljast.",
                en: "{count} målinger of {path} are called {measurement} (lines {lines}), so it is not known which the value belongs to. Give each a name of its own in the file.";
                path, measurement, lines
            )
        }
        WrongReading::OtherUnit { measurement, own, value } if own.differs_in_time_only(value) => {
            let (measurement, unit, period) = (Quoted(measurement), unit(own), period(own, value));
            let value = quantity::words(value);
            text!(
                nb: "{measurement} måles i {unit}, og {value} er {period}. Skriv verdien i {unit}.", nn: "{measurement} blir målt i {unit}, og {value} er {period}. Skriv verdien i {unit}.",
                en: "{measurement} is measured in {unit}, and {value} is {period}. Write the value in {unit}.";
                measurement, unit, value, period
            )
        }
        WrongReading::OtherUnit { measurement, own, value } => {
            let (measurement, unit) = (Quoted(measurement), unit(own));
            let (what, value) = (thing(value), quantity::words(value));
            text!(
                nb: "{measurement} måles i {unit}, og {value} er {what}.", nn: "{measurement} blir målt i {unit}, og {value} er {what}.",
                en: "{measurement} is measured in {unit}, and {value} is {what}.";
                measurement, unit, value, what
            )
        }
        WrongReading::Before { measurement, date, last } => text!(
            nb: "{measurement} har alt en verdi fra {last}, og {date} er før den.", nn: "{measurement} har alt ein verdi frå {last}, og {date} er før den.",
            en: "{measurement} has a value of {last} already, and {date} is before that.";
            measurement = Quoted(measurement)
        ),
        WrongReading::Taken { measurement, date, there } => text!(
            nb: "{measurement} har alt en verdi for {date}: {there}. Rett den i fila hvis den er feil.", nn: "{measurement} har alt ein verdi for {date}: {there}. Rett han i fila om han er feil.",
            en: "{measurement} has a value for {date} already: {there}. Correct it in the file if it is wrong.";
            measurement = Quoted(measurement), there
        ),
    }
}

/// How the time a value is for is another than that of a måling.
fn period(own: &Quantity, value: &Quantity) -> Text {
    match (own.dimension().is_per_time(), value.dimension().is_per_time()) {
        (true, true) => {
            text!(nb: "for en annen periode", nn: "for ein annan periode", en: "for another period")
        }
        (_, false) => text!(nb: "uten periode", nn: "utan periode", en: "without a period"),
        (false, true) => text!(nb: "for en periode", nn: "for ein periode", en: "for a period"),
    }
}

/// The unit of a quantity, with the word it counts: what has a unit is written back, so as the file has it.
fn unit(quantity: &Quantity) -> Text {
    if quantity.is_percent() {
        return text!(nb: "prosent", nn: "prosent", en: "per cent");
    }
    let unit = quantity.dimension().unit(quantity.label()).nb;
    if unit.is_empty() {
        text!(nb: "et tall uten enhet", nn: "eit tal utan eining", en: "a number without a unit")
    } else {
        Text::same(&unit)
    }
}

/// What a quantity is, where that is another thing than expected.
fn thing(quantity: &Quantity) -> Text {
    let dimension = quantity.dimension();
    if dimension.is_money() || dimension.is_money_per_year() {
        return text!(nb: "penger", nn: "pengar", en: "money");
    }
    if dimension.is_work() || dimension.is_work_per_year() {
        return text!(nb: "arbeidstid", nn: "arbeidstid", en: "working time");
    }
    if quantity.is_bare() {
        return text!(nb: "et tall uten enhet", nn: "eit tal utan eining", en: "a number without a unit");
    }
    let unit = unit(quantity);
    text!(nb: "i {unit}", nn: "i {unit}", en: "in {unit}"; unit)
}

fn decided(why: &WrongDecision) -> Text {
    match why {
        WrongDecision::IsDecided { id, date } => text!(
            nb: "{id} er alt besluttet, {date}.", nn: "{id} er alt avgjord, {date}.",
            en: "{id} is decided already, on {date}."
        ),
        WrongDecision::DecidesNothing { id, decider: Some(decider) } => text!(
            nb: "Vedtaket ville ikke avgjort {id}: i saken står «beslutter: {decider}». Er det en innstilling, så legg til --beslutning innstilt. Ellers skriv --organ \"{decider}\", eller rett «beslutter» i saken.", nn: "Vedtaket ville ikkje avgjort {id}: i saka står «beslutter: {decider}». Er det ei innstilling, så legg til --beslutning innstilt. Elles skriv --organ \"{decider}\", eller rett «beslutter» i saka.",
            en: "The decision would not settle {id}: the case says “beslutter: {decider}”. If it is a recommendation, add --beslutning innstilt. Else write --organ \"{decider}\", or correct “beslutter” in the case."
        ),
        WrongDecision::DecidesNothing { id, decider: None } => text!(
            nb: "Vedtaket ville ikke avgjort {id}: et senere vedtak står der. Er det en innstilling, så legg til --beslutning innstilt.", nn: "Vedtaket ville ikkje avgjort {id}: eit seinare vedtak står der. Er det ei innstilling, så legg til --beslutning innstilt.",
            en: "The decision would not settle {id}: a later decision stands there. If it is a recommendation, add --beslutning innstilt."
        ),
        WrongDecision::NoFigures(id) => text!(
            nb: "{id} har ingen tall å love: den kan ikke regnes ut, eller mangler oppstart eller levetid. Se a3 check og a3 calc.", nn: "{id} har ingen tal å love: saka kan ikkje reknast ut, eller manglar oppstart eller levetid. Sjå a3 check og a3 calc.",
            en: "{id} has no figures to promise: it cannot be calculated, or lacks oppstart or levetid. See a3 check and a3 calc."
        ),
        WrongDecision::NoChoice(None) => text!(
            nb: "Ingen saker er valgt: det står ingen rammer i a3.yaml å velge innenfor. Vedta én sak om gangen: a3 decide SAK --organ ORGAN.", nn: "Ingen saker er valde: det står ingen rammer i a3.yaml å velje innanfor. Vedta éi sak om gongen: a3 decide SAK --organ ORGAN.",
            en: "No cases are chosen: a3.yaml has no rammer to choose within. Decide one case at a time: a3 decide CASE --organ BODY."
        ),
        WrongDecision::NoChoice(Some(why)) => {
            text!(nb: "Ingen saker kan velges: {why}.", nn: "Ingen saker kan veljast: {why}.", en: "No cases can be chosen: {why}."; why)
        }
        WrongDecision::NotAll(left_out) => {
            let those = omitted::lines(left_out);
            text!(
                nb: "Lista mangler saker, så det er ikke kjent hvilke som er valgt. {those} Rett dem først.", nn: "Lista manglar saker, så det er ikkje kjent kva for nokre som er valde. {those} Rett dei først.",
                en: "The list lacks cases, so it is not known which are chosen. {those} Correct them first."; those
            )
        }
        WrongDecision::NoStart { id, left_out } => {
            let those = omitted::lines(left_out);
            text!(
                nb: "Lista mangler saker, så det er ikke kjent når {id} bør begynne. {those} Rett dem først, eller si året selv med --oppstart.", nn: "Lista manglar saker, så det er ikkje kjent når {id} bør begynne. {those} Rett dei først, eller sei året sjølv med --oppstart.",
                en: "The list lacks cases, so it is not known when {id} should start. {those} Correct them first, or say the year yourself with --oppstart."; id, those
            )
        }
        WrongDecision::NothingChosen => text!(
            nb: "Ingen valgt sak venter på vedtak. Se a3 rank.", nn: "Inga vald sak ventar på vedtak. Sjå a3 rank.",
            en: "No chosen case waits for a decision. See a3 rank."
        ),
        WrongDecision::NotAmong { id, chosen } => {
            let (id, chosen) = (Quoted(id), listed(chosen));
            text!(
                nb: "{id} er ikke blant de valgte: {chosen}.", nn: "{id} er ikkje blant dei valde: {chosen}.",
                en: "{id} is not among those chosen: {chosen}."; id, chosen
            )
        }
        WrongDecision::OtherStart { id, year } => text!(
            nb: "{id} kan ikke begynne i {year}: se «oppstart» og «senest» i saken.", nn: "{id} kan ikkje begynne i {year}: sjå «oppstart» og «senest» i saka.",
            en: "{id} cannot start in {year}: see “oppstart” and “senest” of the case."; year = *year
        ),
    }
}

/// Why there is no choice to show.
pub fn no_choice(wrong: &NoChoice) -> Text {
    match wrong {
        NoChoice::TooLarge(large) => match &large.id {
            Some(id) => text!(
                nb: "Tallene i «{id}» er for store til å velge etter. Se hva saken er verdt med: a3 calc", nn: "Tala i «{id}» er for store til å velje etter. Sjå kva saka er verd med: a3 calc",
                en: "The figures of “{id}” are too large to choose by. See what the case is worth with: a3 calc"
            ),
            None => text!(
                nb: "Tallene er for store til å velge etter. Se over rammene i a3.yaml.", nn: "Tala er for store til å velje etter. Sjå over rammene i a3.yaml.",
                en: "The figures are too large to choose by. Look over the frames in a3.yaml.",
            ),
        },
        NoChoice::Broken(Some(at)) => {
            let frame = choice::frame(at);
            text!(
                nb: "Intern feil: valget bryter {frame}, og vises derfor ikke. Meld fra, og legg ved a3.yaml.", nn: "Intern feil: valet bryt {frame}, og blir derfor ikkje vist. Meld frå, og legg ved a3.yaml.",
                en: "Internal error: the choice breaks {frame}, and is therefore not shown. Report it with a3.yaml.";
                frame
            )
        }
        NoChoice::Broken(None) => text!(
            nb: "Intern feil: valget holder ikke når det kontrolleres, og vises derfor ikke. Meld fra, og legg ved a3.yaml.", nn: "Intern feil: valet held ikkje når det blir kontrollert, og blir derfor ikkje vist. Meld frå, og legg ved a3.yaml.",
            en: "Internal error: the choice does not hold when checked again, and is therefore not shown. Report it with a3.yaml.",
        ),
    }
}
