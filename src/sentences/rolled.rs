//! What the yearly roll has done, and what it asks.

use super::written::Writing;
use super::{clash, omitted, unmet};
use crate::model::Organisation;
use crate::report::change::{RollReport, RolledFrame};
use crate::text;
use crate::units::Year;
use crate::words::{Text, all_of, at_most, listed};

/// That the plan's first year is over.
pub fn is_due(organisation: &Organisation) -> Text {
    let first = organisation.budget_year;
    let (last, next) = (first.later(3), first.later(1));
    text!(
        nb: "Planen er for {first}–{last}, og {first} er over. Rull den: a3 roll {next} --vis", nn: "Planen er for {first}–{last}, og {first} er over. Rull han: a3 roll {next} --vis",
        en: "The plan is for {first}–{last}, and {first} is over. Roll it: a3 roll {next} --vis"; first, last, next
    )
}

/// Assumptions named in one line.
const MOST_EXPIRED: usize = 8;

/// A line for each thing done or asked; the first is the answer.
pub fn lines(report: &RollReport, writing: Writing, history: &str) -> Vec<Text> {
    let said = Rolled { report, writing };
    let mut lines = Vec::new();
    if report.from != report.to {
        lines.push(said.kept(history));
        lines.extend(said.doubts());
        lines.extend(said.plan());
    }
    lines.extend(said.cases());
    let answer = said.answer(&lines);
    core::iter::once(answer).chain(lines).collect()
}

/// A roll, done or only shown.
struct Rolled<'r> {
    report: &'r RollReport,
    writing: Writing,
}

impl Rolled<'_> {
    fn answer(&self, more: &[Text]) -> Text {
        let (to, last) = (self.report.to, self.report.to.later(3));
        if self.report.from == to {
            return match more.is_empty() {
                true => text!(
                    nb: "Planen er alt {to}–{last}, og det er ikke mer å gjøre.", nn: "Planen er alt {to}–{last}, og det er ikkje meir å gjere.",
                    en: "The plan is {to}–{last} already, and there is nothing more to do."; to, last
                ),
                false => {
                    text!(nb: "Planen er alt {to}–{last}.", nn: "Planen er alt {to}–{last}.", en: "The plan is {to}–{last} already."; to, last)
                }
            };
        }
        self.either(
            text!(nb: "Planen er {to}–{last}.", nn: "Planen er {to}–{last}.", en: "The plan is {to}–{last}."; to, last),
            text!(
                nb: "Planen blir {to}–{last} når du tar bort --vis. Ingenting er skrevet nå.", nn: "Planen blir {to}–{last} når du tek bort --vis. Ingenting er skrive no.",
                en: "The plan becomes {to}–{last} when you leave out --vis. Nothing is written now."; to, last
            ),
        )
    }

    /// What has been done, or would be.
    fn either(&self, done: Text, shown: Text) -> Text {
        match self.writing {
            Writing::Written => done,
            Writing::Shown => shown,
        }
    }

    fn kept(&self, history: &str) -> Text {
        let from = self.report.from;
        let is =
            self.either(text!(nb: "er", nn: "er", en: "is"), text!(nb: "blir", nn: "blir", en: "will be"));
        text!(
            nb: "Lista for {from} {is} tatt vare på i {history}. a3 rank og a3 overview viser den som «i fjor».", nn: "Lista for {from} {is} teken vare på i {history}. a3 rank og a3 overview viser ho som «i fjor».",
            en: "The list of {from} {is} kept in {history}. a3 rank and a3 overview show it as last year."; from, is
        )
    }

    /// Why the list that is kept may be another than it should.
    fn doubts(&self) -> Vec<Text> {
        let list = &self.report.list;
        let unmet = unmet::ended(&list.choice, list.bound);
        let clash = list.choice.conflict().map(clash::intro);
        unmet.into_iter().chain(clash).chain(omitted::left_out(&list.appraised.omitted, "a3 check")).collect()
    }

    /// The cases and the budget that say now which prices they are in; none where they said so before.
    fn priced(&self) -> Option<Text> {
        let priced = self.report.priced.len();
        let cases = (priced > 0).then(|| omitted::cases(priced));
        let budget = self.report.budget_priced.then(
            || text!(nb: "«budsjett» i a3.yaml", nn: "«budsjett» i a3.yaml", en: "“budsjett” in a3.yaml"),
        );
        let places: Vec<Text> = cases.into_iter().chain(budget).collect();
        let (from, places) = (self.report.from, all_of(&places).unless_empty()?);
        let wrote = self.wrote();
        Some(text!(
            nb: "{wrote} «prisår: {from}» i {places}, for beløpene der er i {from}-priser.", nn: "{wrote} «prisår: {from}» i {places}, for beløpa der er i {from}-prisar.",
            en: "{wrote} “prisår: {from}” in {places}, for the amounts there are in prices of {from}."; wrote, from, places
        ))
    }

    fn wrote(&self) -> Text {
        self.either(
            text!(nb: "Skrev", nn: "Skreiv", en: "Wrote"),
            text!(nb: "a3 skriver", nn: "a3 skriv", en: "a3 writes"),
        )
    }

    fn plan(&self) -> impl Iterator<Item = Text> {
        let report = self.report;
        let (from, to, last) = (report.from, report.to, report.to.later(3));
        let gone = self.either(
            text!(nb: "gjelder ikke lenger", nn: "gjeld ikkje lenger", en: "no longer count"),
            text!(nb: "går ut", nn: "går ut", en: "go out"),
        );
        let lines = [
            self.priced(),
            report.lacks_deflator.then(|| text!(
                nb: "Fyll inn: kalkyle.deflator for {to} i a3.yaml. Til da er ingen beløp regnet om til {to}-priser.", nn: "Fyll inn: kalkyle.deflator for {to} i a3.yaml. Til då er ingen beløp rekna om til {to}-prisar.",
                en: "Fill in: kalkyle.deflator for {to} in a3.yaml. Until then no amount is brought to prices of {to}."; to
            )),
            listed(&report.unpriced).unless_empty().map(|keys| text!(
                nb: "Skriv disse om til {to}-priser i a3.yaml, de regnes ikke om: {keys}", nn: "Skriv desse om til {to}-prisar i a3.yaml, dei blir ikkje rekna om: {keys}",
                en: "Write these in prices of {to} in a3.yaml, they are not converted: {keys}"; to, keys
            )),
            listed(&report.estimated).unless_empty().map(|files| text!(
                nb: "Skriv anslagene for delområdene om til {to}-priser, de regnes ikke om: {files}", nn: "Skriv anslaga for delområda om til {to}-prisar, dei blir ikkje rekna om: {files}",
                en: "Write the estimates of the areas in prices of {to}, they are not converted: {files}"; to, files
            )),
            frames(&report.dropped).map(|frames| text!(
                nb: "Rammene for {from} {gone}: {frames}", nn: "Rammene for {from} {gone}: {frames}",
                en: "The frames of {from} {gone}: {frames}"; from, gone, frames
            )),
            frames(&report.by_hand).map(|frames| text!(
                nb: "Ta bort {from} selv i rammene for: {frames}", nn: "Ta bort {from} sjølv i rammene for: {frames}",
                en: "Remove {from} yourself in the frames of: {frames}"; from, frames
            )),
            frames(&report.to_fill).map(|frames| text!(
                nb: "Fyll inn rammene for {last} i a3.yaml: {frames}", nn: "Fyll inn rammene for {last} i a3.yaml: {frames}",
                en: "Fill in the frames of {last} in a3.yaml: {frames}"; last, frames
            )),
            report.has_budget.then(|| text!(
                nb: "Legg inn budsjettet for {to} når det er klart: fil og prisår under budsjett i a3.yaml.", nn: "Legg inn budsjettet for {to} når det er klart: fil og prisår under budsjett i a3.yaml.",
                en: "Put in the budget of {to} when it is ready: fil and prisår under budsjett in a3.yaml."; to
            )),
        ];
        lines.into_iter().flatten()
    }

    fn cases(&self) -> impl Iterator<Item = Text> {
        let (report, to, wrote) = (self.report, self.report.to, self.wrote());
        let years = |cases: &[(String, Year)]| {
            listed(cases.iter().map(|(id, year)| format!("{id} ({})", year.number()))).unless_empty()
        };
        let is = self.either(
            text!(nb: "er flyttet", nn: "er flytta", en: "is moved"),
            text!(nb: "blir flyttet", nn: "blir flytta", en: "will be moved"),
        );
        let expired = report.expired.iter().map(|(name, place)| {
            text!(nb: "«{name}» i {place}", nn: "«{name}» i {place}", en: "“{name}” in {place}")
        });
        let lines = [
            years(&report.moved).map(|moved| text!(
                nb: "Oppstarten {is} til {to}: {moved}. Frister og datoer for mål i saken står som de var: se over dem.", nn: "Oppstarten {is} til {to}: {moved}. Fristar og datoar for mål i saka står som dei var: sjå over dei.",
                en: "The start {is} to {to}: {moved}. Due dates and dates of targets in the case are as they were: look them over."; is, to, moved
            )),
            at_most(MOST_EXPIRED, expired).unless_empty().map(|expired| text!(
                nb: "Hent tallene på nytt, de gjelder ikke lenger: {expired}", nn: "Hent tala på nytt, dei gjeld ikkje lenger: {expired}",
                en: "Take these figures again, they hold no longer: {expired}"; expired
            )),
            years(&report.passed_locks).map(|locks| text!(
                nb: "Låst oppstart er passert: {locks}. Skriv et nytt år under prioritering.låst i a3.yaml, eller ta låsen bort.", nn: "Låst oppstart er passert: {locks}. Skriv eit nytt år under prioritering.låst i a3.yaml, eller ta låsen bort.",
                en: "A locked start has passed: {locks}. Write a new year under prioritering.låst in a3.yaml, or remove the lock."; locks
            )),
            years(&report.passed).map(|passed| text!(
                nb: "Ikke besluttet, og oppstarten er passert: {passed}. Skriv et nytt år i saken, eller flytt alle: a3 roll {to} --flytt", nn: "Ikkje avgjord, og oppstarten er passert: {passed}. Skriv eit nytt år i saka, eller flytt alle: a3 roll {to} --flytt",
                en: "Not decided, and the start has passed: {passed}. Write a new year in the case, or move all: a3 roll {to} --flytt"; passed, to
            )),
            listed(&report.held).unless_empty().map(|held| text!(
                nb: "{wrote} «innarbeidet: ja» i {held}", nn: "{wrote} «innarbeidet: ja» i {held}",
                en: "{wrote} “innarbeidet: ja” in {held}"; wrote, held
            )),
            listed(&report.asked).unless_empty().map(|asked| text!(
                nb: "Er virkningen innarbeidet i budsjettet for {to}? {asked}. Ja: a3 roll {to} --innarbeidet SAK", nn: "Er verknaden innarbeidd i budsjettet for {to}? {asked}. Ja: a3 roll {to} --innarbeidet SAK",
                en: "Does the budget of {to} hold the effect? {asked}. Yes: a3 roll {to} --innarbeidet CASE"; asked, to
            )),
        ];
        lines.into_iter().flatten()
    }
}

/// «endringskapasitet (Helse, Stab), investering»
fn frames(all: &[RolledFrame]) -> Option<Text> {
    let areas = all.iter().filter_map(|frame| match frame {
        RolledFrame::Capacity(area) => Some(area),
        RolledFrame::Alone(_) => None,
    });
    let capacity = listed(areas).unless_empty().map(|areas| text!(all: "endringskapasitet ({areas})"; areas));
    let alone = all.iter().filter_map(|frame| match frame {
        RolledFrame::Alone(key) => Some(Text::same(key)),
        RolledFrame::Capacity(_) => None,
    });
    listed(capacity.into_iter().chain(alone)).unless_empty()
}
