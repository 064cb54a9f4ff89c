//! What one should know of a choice: a sentence each.

use super::{choice, prices, reason};
use crate::calc::Growth;
use crate::choose::{Annuity, Choice, Remark};
use crate::model::{Method, Missing};
use crate::report::RankReport;
use crate::text;
use crate::units::{Kroner, Year};
use crate::words::{Quoted, Said, Text, listed, sentences as joined};

/// What one should know of the choice, a sentence each.
pub fn sentences(choice: &Choice) -> Vec<Text> {
    choice.remarks.iter().map(|one| sentence(one, choice.method)).collect()
}

/// That the list is of some of the cases, while the frames are those of all.
pub fn of_part(report: &RankReport) -> Option<Text> {
    report.is_part.then(|| {
        let part = part();
        text!(nb: "{part} Hele lista får du med a3 rank i mappa der a3.yaml er.", nn: "{part} Heile lista får du med a3 rank i mappa der a3.yaml er.", en: "{part} The whole list: a3 rank in the folder of a3.yaml."; part)
    })
}

/// The same of the budget that is built from it.
pub fn budget_of_part() -> Text {
    let part = part();
    text!(nb: "{part} Hele budsjettet får du med a3 budget i mappa der a3.yaml er.", nn: "{part} Heile budsjettet får du med a3 budget i mappa der a3.yaml er.", en: "{part} The whole budget: a3 budget in the folder of a3.yaml."; part)
}

/// The same of what is not about frames: the gains that are followed, the areas.
pub fn only_asked(command: &str) -> Text {
    text!(
        nb: "Bare sakene du ba om, er med. Alle får du med {command} i mappa der a3.yaml er.", nn: "Berre sakene du bad om, er med. Alle får du med {command} i mappa der a3.yaml er.",
        en: "Only the cases you asked for are here. All of them: {command} in the folder of a3.yaml."
    )
}

fn part() -> Text {
    text!(
        nb: "Bare sakene du ba om, er med, mens rammene gjelder for alle.", nn: "Berre sakene du bad om, er med, medan rammene gjeld for alle.",
        en: "Only the cases you asked for are here, while the frames are those of all."
    )
}

/// Leadership's own decisions that are not kept, a sentence each.
pub fn broken_locks(choice: &Choice) -> Vec<Text> {
    let broken = choice.remarks.iter().filter(|one| one.is_broken_lock());
    broken.map(|one| sentence(one, choice.method)).collect()
}

/// What makes figures wrong, and so is said before them.
pub fn of_figures(choice: &Choice) -> Option<Text> {
    let figures = choice.remarks.iter().find(|one| matches!(one, Remark::OtherPrices(_)));
    figures.map(|one| sentence(one, choice.method))
}

/// The rest of what one should know.
pub fn other_remarks(choice: &Choice) -> Vec<Text> {
    let is_said_elsewhere =
        |one: &Remark| one.is_broken_lock() || matches!(one, Remark::LackAsAdded | Remark::OtherPrices(_));
    let others = choice.remarks.iter().filter(|one| !is_said_elsewhere(one));
    others.map(|one| sentence(one, choice.method)).collect()
}

/// Duties that nothing on the list meets or that a case breaks, what is decided and cannot be together, and what all
/// locks cost where that is another sum than that of each, a sentence each; where innsparingskrav is not reached, also what is counted nowhere.
pub fn broken(choice: &Choice) -> Vec<Text> {
    let is_broken = |one: &&Remark| match one {
        Remark::Untaken(_)
        | Remark::Breaks { .. }
        | Remark::DecidedTogether(..)
        | Remark::DecidedWithout(..)
        | Remark::LocksTogether(_) => true,
        Remark::Growing { .. } => choice.savings.iter().any(|savings| savings.missing.is_positive()),
        Remark::PassesDates { .. }
        | Remark::TargetsStay { .. }
        | Remark::CalendarRow { .. }
        | Remark::LockedInVain { .. }
        | Remark::LockedElsewhere { .. }
        | Remark::LockedOutDecided(_)
        | Remark::OtherPrices(_)
        | Remark::FramesElsewhere(_)
        | Remark::LackAsAdded
        | Remark::Annuities(_) => false,
    };
    choice.remarks.iter().filter(is_broken).map(|one| sentence(one, choice.method)).collect()
}

/// How what waiting cases lack is found, where less may be enough.
pub fn of_reasons(choice: &Choice) -> Option<Text> {
    let rough = choice.remarks.iter().find(|one| **one == Remark::LackAsAdded);
    rough.map(|one| sentence(one, choice.method))
}

/// mål whose dates stay while the case moves.
pub(super) fn targets_stay(id: &str, start: Year, what: &[(String, String)]) -> Text {
    let dated = |(name, date): &(String, String)| text!(all: "{name} ({date})"; name = Quoted(name), date);
    let dates = listed(what.iter().map(dated));
    text!(
        nb: "{id} starter i {start}, men disse målene har fortsatt datoen fra før: {dates}. Skriv nye datoer i saken.", nn: "{id} startar i {start}, men desse måla har framleis datoen frå før: {dates}. Skriv nye datoar i saka.",
        en: "{id} starts in {start}, but these targets still have the date from before: {dates}. Write new dates in the case.";
        id, start, dates
    )
}

/// A row that stays in its years while the case moves.
pub(super) fn calendar_row(id: &str, start: Year, row: &str) -> Text {
    text!(
        nb: "{id} starter i {start}, men «{row}» er skrevet for kalenderår og flytter ikke med. Sjekk beløpene.", nn: "{id} startar i {start}, men «{row}» er skriven for kalenderår og flyttar ikkje med. Sjekk beløpa.",
        en: "{id} starts in {start}, but “{row}” is written by calendar year and does not move. Check the amounts.";
        id, start, row
    )
}

/// A remark.
fn sentence(remark: &Remark, method: Method) -> Text {
    match remark {
        Remark::PassesDates { id, start, what } => {
            let dates = listed(what.iter().map(|one| Quoted(one)));
            text!(
                nb: "{id} starter i {start}, men har frister før det: {dates}. Flytt fristene, eller lås oppstarten.", nn: "{id} startar i {start}, men har fristar før det: {dates}. Flytt fristane, eller lås oppstarten.",
                en: "{id} starts in {start}, but has dates before that: {dates}. Move the dates, or lock the start.";
                id, start, dates
            )
        }
        Remark::TargetsStay { id, start, what } => targets_stay(id, *start, what),
        Remark::CalendarRow { id, start, row } => calendar_row(id, *start, row),
        Remark::LockedInVain { id, missing } => locked_in_vain(id, missing),
        Remark::LockedElsewhere { id, locked, start } => locked_elsewhere(id, *locked, *start),
        Remark::LockedOutDecided(id) => text!(
            nb: "{id} er låst ut, men er besluttet, og er derfor med. Rett vedtaket i saken, eller ta bort låsen i a3.yaml.", nn: "{id} er låst ut, men er avgjord, og er derfor med. Rett vedtaket i saka, eller ta bort låsen i a3.yaml.",
            en: "{id} is locked out, but is decided, and is therefore in. Correct the vedtak of the case, or remove the lock in a3.yaml."
        ),
        Remark::OtherPrices(cases) => prices::of_several(cases, None).unwrap_or_default(),
        Remark::Untaken(duties) => text!(
            nb: "Ingen sak på lista oppfyller disse kravene, som ikke er oppfylt i dag: {all}.", nn: "Inga sak på lista oppfyller desse krava, som ikkje er oppfylte i dag: {all}.",
            en: "No case on the list meets these requirements, which are not met today: {all}.";
            all = listed(duties.iter().map(|duty| Quoted(duty)))
        ),
        Remark::Breaks { id, duties } => text!(
            nb: "Med {id} er disse kravene, som er oppfylt i dag, ikke oppfylt lenger: {all}.", nn: "Med {id} er desse krava, som er oppfylte i dag, ikkje oppfylte lenger: {all}.",
            en: "With {id} these requirements, which are met today, are met no longer: {all}.";
            id, all = listed(duties.iter().map(|duty| Quoted(duty)))
        ),
        Remark::Growing { from, to, cases } => growing(from.number(), to.number(), cases),
        Remark::DecidedTogether(one, other) => text!(
            nb: "{one} og {other} er begge besluttet og er med, men utelukker hverandre. Rett «utelukker», eller vedtaket i en av dem.", nn: "{one} og {other} er begge avgjorde og er med, men utelukkar kvarandre. Rett «utelukker», eller vedtaket i ei av dei.",
            en: "{one} and {other} are both decided and in, but exclude each other. Correct “utelukker”, or the vedtak of one of them."
        ),
        Remark::DecidedWithout(id, other) => text!(
            nb: "{id} er besluttet og er med, men krever {other}, som ikke er med. Rett «krever», eller ta den andre med.", nn: "{id} er avgjord og er med, men krev {other}, som ikkje er med. Rett «krever», eller ta den andre med.",
            en: "{id} is decided and in, but requires {other}, which is not in. Correct “krever”, or take the other one in."
        ),
        Remark::FramesElsewhere(years) => text!(
            nb: "Rammene for {years} gjelder ingen av de fire planårene og er ikke med. Et planår uten ramme har ingen grense. Rett årene under rammer.", nn: "Rammene for {years} gjeld ingen av dei fire planåra og er ikkje med. Eit planår utan ramme har inga grense. Rett åra under rammer.",
            en: "The frames of {years} are for none of the four plan years and are left out. A plan year without a frame has no limit. Correct the years under rammer.";
            years = listed(years)
        ),
        Remark::LackAsAdded => text!(
            nb: "Det som mangler for saker som venter, er funnet ved å legge hver av dem til lista slik den står. Kanskje trengs det mindre.", nn: "Det som manglar for saker som ventar, er funne ved å leggje kvar av dei til lista slik ho står. Kanskje trengst det mindre.",
            en: "What waiting cases lack is found by adding each of them to the list as it stands. Less may be enough.",
        ),
        Remark::LocksTogether(cost) => {
            let cost = choice::lock_cost(*cost, method);
            text!(nb: "Alle låsene sett under ett: {cost}", nn: "Alle låsane sett under eitt: {cost}", en: "All locks taken together: {cost}"; cost)
        }
        Remark::Annuities(cases) => annuities(cases),
    }
}

/// What decided cases give more and less of later than in the first year, where today's budget is said to hold them.
pub fn growing(from: u16, to: u16, cases: &[(impl Said, Growth)]) -> Text {
    let all = |cases: Vec<&(_, Growth)>| listed(cases.into_iter().map(|(name, growth)| grown(name, *growth)));
    let (less, more): (Vec<_>, Vec<_>) = cases.iter().partition(|(_, growth)| growth.net.is_negative());
    let more = (!more.is_empty()).then(|| {
        text!(
            nb: "Ligger i dagens budsjett, men gir mer i {to} enn i {from}: {all}.", nn: "Ligg i budsjettet i dag, men gir meir i {to} enn i {from}: {all}.",
            en: "In today's budget, but giving more in {to} than in {from}: {all}."; from, to, all = all(more)
        )
    });
    let less = (!less.is_empty()).then(|| {
        text!(
            nb: "Ligger i dagens budsjett, men gir mindre i {to} enn i {from}: {all}.", nn: "Ligg i budsjettet i dag, men gir mindre i {to} enn i {from}: {all}.",
            en: "In today's budget, but giving less in {to} than in {from}: {all}."; from, to, all = all(less)
        )
    });
    let nowhere = text!(nb: "Det er verken trukket fra eller regnet med her.", nn: "Det er korkje trekt frå eller rekna med her.", en: "That is neither deducted nor counted here.");
    joined([more.unwrap_or_default(), less.unwrap_or_default(), nowhere])
}

/// «energisparing (382 265 kr: 487 361 kr mer i gevinster, 869 626 kr mer i renter og avdrag)»
fn grown(name: &impl Said, growth: Growth) -> Text {
    let net = growth.net.abs();
    if growth.capital.rounded(0).is_zero() {
        return text!(all: "{name} ({net})"; name, net);
    }
    let moved = |amount: Kroner| match amount.rounded(0) {
        whole if whole.is_negative() => {
            text!(nb: "{amount} mindre", nn: "{amount} mindre", en: "{amount} less"; amount = amount.abs())
        }
        _ => text!(nb: "{amount} mer", nn: "{amount} meir", en: "{amount} more"; amount),
    };
    let gains = (!growth.gains.rounded(0).is_zero()).then(|| {
        text!(nb: "{gains} i gevinster minus drift", nn: "{gains} i gevinstar minus drift", en: "{gains} in gains less running costs"; gains = moved(growth.gains))
    });
    let capital = text!(nb: "{capital} i renter og avdrag", nn: "{capital} i renter og avdrag", en: "{capital} in interest and repayments"; capital = moved(growth.capital));
    let parts = listed(gains.into_iter().chain([capital]));
    text!(all: "{name} ({net}: {parts})"; name, net, parts)
}

fn locked_in_vain(id: &str, missing: &[Missing]) -> Text {
    if missing.is_empty() {
        return text!(
            nb: "{id} er låst inn, men er ikke med: saken har feil. Se hva som må rettes med: a3 check", nn: "{id} er låst inn, men er ikkje med: saka har feil. Sjå kva som må rettast med: a3 check",
            en: "{id} is locked in, but is not in: the case has errors. See what to fix with: a3 check"
        );
    }
    text!(
        nb: "{id} er låst inn, men er ikke med: {lacking}. Rett det i saken, eller ta bort låsen i a3.yaml.", nn: "{id} er låst inn, men er ikkje med: {lacking}. Rett det i saka, eller ta bort låsen i a3.yaml.",
        en: "{id} is locked in, but is not in: {lacking}. Correct it in the case, or remove the lock in a3.yaml.";
        id, lacking = reason::lacking(missing)
    )
}

fn locked_elsewhere(id: &str, locked: Year, start: Year) -> Text {
    text!(
        nb: "{id} er låst til oppstart {locked}, men er besluttet med oppstart {start}, og det er den som gjelder. Rett saken, eller ta bort låsen i a3.yaml.", nn: "{id} er låst til oppstart {locked}, men er avgjord med oppstart {start}, og det er den som gjeld. Rett saka, eller ta bort låsen i a3.yaml.",
        en: "{id} is locked to start in {locked}, but is decided with a start in {start}, and that is what holds. Correct the case, or remove the lock in a3.yaml.";
        id, locked, start
    )
}

fn annuities(cases: &[Annuity]) -> Text {
    let one = |Annuity { id, annuity, life }: &Annuity| text!(nb: "{id} {annuity} ({life} år)", nn: "{id} {annuity} ({life} år)", en: "{id} {annuity} ({life} years)"; id, annuity, life);
    text!(
        nb: "Disse utelukker hverandre og varer ulikt lenge. Netto nåverdi per år er: {all}.", nn: "Desse utelukkar kvarandre og varer ulikt lenge. Netto noverdi per år er: {all}.",
        en: "These exclude each other and last differently long. Net present value per year is: {all}.";
        all = listed(cases.iter().map(one))
    )
}
