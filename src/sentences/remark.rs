//! What one should know of a choice: a sentence each.

use super::{choice, prices, reason};
use crate::choose::{Annuity, Choice, Remark};
use crate::model::{Method, Missing};
use crate::report::RankReport;
use crate::text;
use crate::units::Year;
use crate::words::{Quoted, Text, listed};

/// What one should know of the choice, a sentence each.
#[must_use]
pub fn sentences(choice: &Choice) -> Vec<Text> {
    choice.remarks.iter().map(|one| sentence(one, choice.method)).collect()
}

/// That the list is of some of the cases, while the frames are those of all.
#[must_use]
pub fn of_part(report: &RankReport) -> Option<Text> {
    report.is_part.then(|| {
        let part = part();
        text!(nb: "{part} Hele lista får du med a3 rank i mappa der a3.yaml er.", nn: "{part} Heile lista får du med a3 rank i mappa der a3.yaml er.", en: "{part} The whole list: a3 rank in the folder of a3.yaml."; part)
    })
}

/// The same of the budget that is built from it.
#[must_use]
pub fn budget_of_part() -> Text {
    let part = part();
    text!(nb: "{part} Hele budsjettet får du med a3 budget i mappa der a3.yaml er.", nn: "{part} Heile budsjettet får du med a3 budget i mappa der a3.yaml er.", en: "{part} The whole budget: a3 budget in the folder of a3.yaml."; part)
}

fn part() -> Text {
    text!(
        nb: "Bare sakene du ba om, er med, mens rammene gjelder for alle.", nn: "Berre sakene du bad om, er med, medan rammene gjeld for alle.",
        en: "Only the cases you asked for are here, while the frames are those of all."
    )
}

/// Leadership's own decisions that are not kept, a sentence each.
#[must_use]
pub fn broken_locks(choice: &Choice) -> Vec<Text> {
    let broken = choice.remarks.iter().filter(|one| one.is_broken_lock());
    broken.map(|one| sentence(one, choice.method)).collect()
}

/// What makes figures wrong, and so is said before them.
#[must_use]
pub fn of_figures(choice: &Choice) -> Option<Text> {
    let figures = choice.remarks.iter().find(|one| matches!(one, Remark::OtherPrices(_)));
    figures.map(|one| sentence(one, choice.method))
}

/// The rest of what one should know.
#[must_use]
pub fn other_remarks(choice: &Choice) -> Vec<Text> {
    let is_said_elsewhere =
        |one: &Remark| one.is_broken_lock() || matches!(one, Remark::LackAsAdded | Remark::OtherPrices(_));
    let others = choice.remarks.iter().filter(|one| !is_said_elsewhere(one));
    others.map(|one| sentence(one, choice.method)).collect()
}

/// Duties that nothing on the list meets, in a sentence; none where all are met.
#[must_use]
pub fn untaken(choice: &Choice) -> Option<Text> {
    let untaken = choice.remarks.iter().find(|one| matches!(one, Remark::Untaken(_)));
    untaken.map(|one| sentence(one, choice.method))
}

/// How what waiting cases lack is found, where less may be enough.
#[must_use]
pub fn of_reasons(choice: &Choice) -> Option<Text> {
    let rough = choice.remarks.iter().find(|one| **one == Remark::LackAsAdded);
    rough.map(|one| sentence(one, choice.method))
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
        Remark::FramesElsewhere(years) => text!(
            nb: "Rammene for {years} gjelder ingen av de fire planårene og er ikke med. Et planår uten ramme har ingen grense. Rett årene under rammer.", nn: "Rammene for {years} gjeld ingen av dei fire planåra og er ikkje med. Eit planår utan ramme har inga grense. Rett åra under rammer.",
            en: "The frames of {years} are for none of the four plan years and are left out. A plan year without a frame has no limit. Correct the years under rammer.";
            years = listed(years)
        ),
        Remark::LackAsAdded => text!(
            nb: "Det som mangler for saker som venter, er funnet ved å legge hver av dem til listen slik den står. Kanskje trengs det mindre.", nn: "Det som manglar for saker som ventar, er funne ved å leggje kvar av dei til lista slik ho står. Kanskje trengst det mindre.",
            en: "What waiting cases lack is found by adding each of them to the list as it stands. Less may be enough.",
        ),
        Remark::LocksTogether(cost) => {
            let cost = choice::lock_cost(*cost, method);
            text!(nb: "Alle låsene sett under ett: {cost}", nn: "Alle låsane sett under eitt: {cost}", en: "All locks taken together: {cost}"; cost)
        }
        Remark::Annuities(cases) => annuities(cases),
    }
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
