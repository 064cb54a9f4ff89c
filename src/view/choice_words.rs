//! Why a case is where it is under frames, what clashes, and remarks: a sentence each.

use super::number;
use super::reason;
use crate::choose::{
    Because, Choice, Clash, Demand, Frame, FrameYear, Gap, Line, LockCost, Locked, Other, Remark, Status,
    Timing, Waits, Why,
};
use crate::model::{Choice as LockChoice, Method};
use crate::text;
use crate::text::{Language, Text};
use crate::units::{Decimal, Kroner, Year};

/// Decimals of change capacity in a sentence.
const FTE_DECIMALS: u32 = 4;

/// Why each line is where it is, in the order of the list.
#[must_use]
pub fn reasons(choice: &Choice) -> Vec<Text> {
    choice.lines.iter().map(|line| sentence(line, choice)).collect()
}

/// What has to hold and clashes, a sentence each; empty where all can hold.
#[must_use]
pub fn clashes(choice: &Choice) -> Vec<Text> {
    match &choice.status {
        Status::Impossible(conflict) => conflict.clashes.iter().map(clash).collect(),
        Status::Optimal | Status::Limit { .. } => Vec::new(),
    }
}

/// What one should know of the starts and the alternatives, a sentence each.
#[must_use]
pub fn remarks(choice: &Choice) -> Vec<Text> {
    choice.remarks.iter().map(remark).collect()
}

/// The sentence of a line.
#[must_use]
pub(super) fn sentence(line: &Line, choice: &Choice) -> Text {
    let why = match &line.why {
        Why::Plain(plain) => reason::sentence(plain, choice.method),
        Why::Chosen { because, timing } => {
            joined(&[because_words(because), timing_words(timing, line.start, choice.method)])
        }
        Why::Waits(waits) => waiting(waits, choice.method),
        Why::Nothing => match &choice.status {
            Status::Limit { .. } => text!(
                nb: "Ikke avgjort: søket stoppet før det fant noe som holder.",
                en: "Not settled: the search ended before it found anything that holds.",
            ),
            Status::Optimal | Status::Impossible(_) => text!(
                nb: "Ikke avgjort: kravene lar seg ikke oppfylle samtidig.",
                en: "Not settled: the demands cannot all be met.",
            ),
        },
    };
    match &line.lock {
        Some(locked) => joined(&[why, lock_words(locked, choice.method)]),
        None => why,
    }
}

fn joined(parts: &[Text]) -> Text {
    let all = |language| {
        let parts = parts.iter().map(|part| part.get(language)).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    };
    Text { nb: all(Language::Nb), en: all(Language::En) }
}

fn because_words(because: &Because) -> Text {
    match because {
        Because::Locked => Text::default(),
        Because::Duty(duties) => {
            let list = duties.join("; ");
            text!(nb: "Må: oppfyller «{list}».", en: "Must: meets “{list}”.")
        }
        Because::RequiredBy(by) => text!(nb: "Kreves av {by}.", en: "Required by {by}."),
        Because::Value => text!(nb: "Er med i det som gir mest.", en: "Part of what gives most."),
        Because::Savings => {
            text!(nb: "Trengs for å nå innsparingskravet.", en: "Needed to reach the savings demand.")
        }
        Because::Others => {
            text!(nb: "Gir plass til andre saker.", en: "Makes room for other cases.")
        }
    }
}

fn timing_words(timing: &Timing, start: Option<Year>, method: Method) -> Text {
    let Some(start) = start.map(Year::number) else { return Text::default() };
    match timing {
        Timing::Earliest => {
            text!(nb: "Starter i {start}, så tidlig den kan.", en: "Starts in {start}, as early as it can.")
        }
        Timing::Locked => {
            text!(nb: "Starter i {start}, slik ledelsen har bestemt.", en: "Starts in {start}, as leadership has decided.")
        }
        Timing::Best => {
            let method = reason::method_words(method);
            text!(
                nb: "Starter i {start}: da er {} høyest.", method.nb;
                en: "Starts in {start}: then {} is highest.", method.en
            )
        }
        Timing::Full { earlier, frame: full } => {
            let (earlier, words) = (earlier.number(), frame(full));
            text!(
                nb: "Starter i {start}: med start i {earlier} blir det ikke plass i {}.", words.nb;
                en: "Starts in {start}: with a start in {earlier} there is no room in {}.", words.en
            )
        }
        Timing::Requires(other) => text!(
            nb: "Starter i {start}: den krever {other}, som ikke starter før.",
            en: "Starts in {start}: it requires {other}, which does not start before."
        ),
        Timing::Savings { earlier } => {
            let earlier = earlier.number();
            text!(
                nb: "Starter i {start}: med start i {earlier} mangler det mer på innsparingskravet.",
                en: "Starts in {start}: with a start in {earlier} more is missing of the savings demand."
            )
        }
        Timing::Unknown => text!(nb: "Starter i {start}.", en: "Starts in {start}."),
    }
}

fn waiting(waits: &Waits, method: Method) -> Text {
    match waits {
        Waits::LockedOut => Text::default(),
        Waits::DutyMet { by } => {
            let method = reason::method_words(method);
            text!(
                nb: "Venter: {by} oppfyller kravet, og {} her er negativ.", method.nb;
                en: "Waits: {by} meets the requirement, and {} here is negative.", method.en
            )
        }
        Waits::Excluded { by } => {
            text!(nb: "Venter: utelukkes av {by}, som er med.", en: "Waits: excluded by {by}, which is in.")
        }
        Waits::Requires { other, other_is: Other::NotChosen } => text!(
            nb: "Venter: krever {other}, som ikke er med.",
            en: "Waits: requires {other}, which is not in."
        ),
        Waits::Requires { other, other_is: Other::Unavailable } => text!(
            nb: "Venter: krever {other}, som ikke kan velges slik den står.",
            en: "Waits: requires {other}, which cannot be chosen as it stands."
        ),
        Waits::Frame(gap) => {
            let lacks = lacks(gap);
            text!(nb: "Venter: {}.", lacks.nb; en: "Waits: {}.", lacks.en)
        }
        Waits::Outbid { gap, by, more } => outbid(gap, by.as_deref(), *more),
        Waits::Several { gaps, more } => several(gaps, *more),
        Waits::Savings { more } => {
            let (nb, en) = both(*more);
            text!(
                nb: "Venter: med den mangler det {nb} mer på innsparingskravet.",
                en: "Waits: with it {en} more is missing of the savings demand."
            )
        }
        Waits::Even => text!(
            nb: "Venter: det beste valget blir like godt uten den.",
            en: "Waits: the best choice is as good without it.",
        ),
        Waits::Unknown => text!(
            nb: "Venter: søket stoppet før svaret var sikkert.",
            en: "Waits: the search ended before the answer was certain.",
        ),
    }
}

fn outbid(gap: &Gap, by: Option<&str>, more: Kroner) -> Text {
    let (lacks, (nb, en)) = (lacks(gap), both(more));
    match by {
        Some(by) => text!(
            nb: "Venter: {}, og da blir heller {by} valgt. Saken må gi {nb} mer for å gå foran.", lacks.nb;
            en: "Waits: {}, and then {by} is chosen instead. The case must give {en} more to come first.", lacks.en
        ),
        None => text!(
            nb: "Venter: {}, og da gir andre saker mer. Saken må gi {nb} mer for å gå foran.", lacks.nb;
            en: "Waits: {}, and then other cases give more. The case must give {en} more to come first.", lacks.en
        ),
    }
}

fn several(gaps: &[Gap], more: Option<Kroner>) -> Text {
    let list = |language: Language| {
        let parts: Vec<String> = gaps.iter().map(|gap| lacks(gap).get(language).to_owned()).collect();
        parts.join("; ")
    };
    let (nb, en) = (list(Language::Nb), list(Language::En));
    let first = text!(nb: "Venter: {nb}.", en: "Waits: {en}.");
    let Some(more) = more else { return first };
    let (nb, en) = both(more);
    joined(&[
        first,
        text!(
            nb: "Innenfor rammene må saken gi {nb} mer for å gå foran andre.",
            en: "Within the frames the case must give {en} more to come before others."
        ),
    ])
}

/// «investeringsrammen i 2027 mangler 1 200 000 kr»
fn lacks(gap: &Gap) -> Text {
    let (frame, missing) = (frame(&gap.at), amount(&gap.at.frame, gap.missing));
    text!(
        nb: "{} mangler {}", frame.nb, missing.nb;
        en: "{} lacks {}", frame.en, missing.en
    )
}

/// «endringskapasiteten i Helse og omsorg i 2027»
#[must_use]
pub fn frame(at: &FrameYear) -> Text {
    let year = at.year.number();
    match &at.frame {
        Frame::Capacity(area) => text!(
            nb: "endringskapasiteten i {area} i {year}",
            en: "the change capacity of {area} in {year}"
        ),
        Frame::Investment => {
            text!(nb: "investeringsrammen i {year}", en: "the investment frame of {year}")
        }
        Frame::Restructuring => {
            text!(nb: "omstillingsrammen i {year}", en: "the restructuring frame of {year}")
        }
    }
}

/// An amount of a frame with its unit.
fn amount(frame: &Frame, amount: Decimal) -> Text {
    match frame {
        Frame::Capacity(_) => {
            let shown =
                |language, unit| number::with_unit(&number::short(amount, FTE_DECIMALS, language), unit);
            Text { nb: shown(Language::Nb, "årsverk"), en: shown(Language::En, "FTE") }
        }
        Frame::Investment | Frame::Restructuring => {
            let (nb, en) = both(Kroner::new(amount));
            Text { nb, en }
        }
    }
}

fn both(amount: Kroner) -> (String, String) {
    (number::kroner(amount, Language::Nb), number::kroner(amount, Language::En))
}

fn lock_words(locked: &Locked, method: Method) -> Text {
    let why = locked.lock.reason.as_deref();
    let nb = why.map(|why| format!(" («{why}»)")).unwrap_or_default();
    let en = why.map(|why| format!(" (“{why}”)")).unwrap_or_default();
    let said = match locked.lock.choice {
        LockChoice::In => text!(nb: "Låst inn av ledelsen{nb}.", en: "Locked in by leadership{en}."),
        LockChoice::Out => text!(nb: "Låst ut av ledelsen{nb}.", en: "Locked out by leadership{en}."),
    };
    locked.cost.map_or_else(|| said.clone(), |cost| joined(&[said.clone(), lock_cost(cost, method)]))
}

fn lock_cost(cost: LockCost, method: Method) -> Text {
    let method = reason::method_words(method);
    let (nb, en) = both(cost.value);
    let value = if cost.value.is_positive() {
        text!(nb: "Det koster {nb} i {}.", method.nb; en: "It costs {en} in {}.", method.en)
    } else if cost.value.is_negative() {
        let (nb, en) = both(cost.value.abs());
        text!(nb: "Det gir {nb} mer i {}.", method.nb; en: "It gives {en} more in {}.", method.en)
    } else if cost.savings.is_positive() {
        Text::default()
    } else {
        text!(nb: "Det koster ingenting.", en: "It costs nothing.")
    };
    let (nb, en) = both(cost.savings);
    let savings = if cost.savings.is_positive() {
        text!(
            nb: "Det mangler {nb} mer på innsparingskravet.",
            en: "{en} more is missing of the savings demand."
        )
    } else {
        Text::default()
    };
    joined(&[value, savings])
}

/// What has to hold, and what is missing of it.
fn clash(clash: &Clash) -> Text {
    match (&clash.demand, clash.missing) {
        (Demand::LockedIn(id), _) => text!(nb: "{id} er låst inn.", en: "{id} is locked in."),
        (Demand::LockedOut(id), _) => text!(nb: "{id} er låst ut.", en: "{id} is locked out."),
        (Demand::Duty { requirement, cases }, _) => {
            let cases = cases.join(", ");
            text!(
                nb: "«{requirement}» må oppfylles av en av disse: {cases}.",
                en: "“{requirement}” must be met by one of these: {cases}."
            )
        }
        (Demand::Requires(one, other), _) => {
            text!(nb: "{one} krever {other}.", en: "{one} requires {other}.")
        }
        (Demand::Excludes(one, other), _) => {
            text!(nb: "{one} og {other} utelukker hverandre.", en: "{one} and {other} exclude each other.")
        }
        (Demand::Frame(at), None) => {
            let words = frame(at);
            text!(
                nb: "{} holder ikke sammen med resten.", capital(&words.nb);
                en: "{} is too small together with the rest.", capital(&words.en)
            )
        }
        (Demand::Frame(at), Some(missing)) => {
            let lacks = lacks(&Gap { at: at.clone(), missing });
            text!(nb: "{}.", capital(&lacks.nb); en: "{}.", capital(&lacks.en))
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A remark.
fn remark(remark: &Remark) -> Text {
    match remark {
        Remark::PassesDates { id, start, what } => {
            let start = start.number();
            let list = |open: char, close: char| {
                let quoted = what.iter().map(|one| format!("{open}{one}{close}"));
                quoted.collect::<Vec<_>>().join(", ")
            };
            let (nb, en) = (list('«', '»'), list('“', '”'));
            text!(
                nb: "{id} starter i {start}, men har frister før det: {nb}. Flytt fristene, eller lås oppstarten.",
                en: "{id} starts in {start}, but has dates before that: {en}. Move the dates, or lock the start."
            )
        }
        Remark::CalendarRow { id, start, row } => {
            let start = start.number();
            text!(
                nb: "{id} starter i {start}, men «{row}» er skrevet for kalenderår og flytter ikke med. Sjekk beløpene.",
                en: "{id} starts in {start}, but “{row}” is written by calendar year and does not move. Check the amounts."
            )
        }
        Remark::LockedInVain(id) => text!(
            nb: "{id} er låst inn, men kan ikke velges: den har feil, eller mangler oppstart eller levetid.",
            en: "{id} is locked in, but cannot be chosen: it has errors, or lacks oppstart or levetid."
        ),
        Remark::Annuities(cases) => {
            let list = |language: Language| {
                let one = |case: &crate::choose::Annuity| {
                    let (id, life) = (&case.id, case.life);
                    let years = match language {
                        Language::Nb => format!("{life} år"),
                        Language::En => format!("{life} years"),
                    };
                    format!("{id} {} ({years})", number::kroner(case.annuity, language))
                };
                cases.iter().map(one).collect::<Vec<_>>().join(", ")
            };
            let (nb, en) = (list(Language::Nb), list(Language::En));
            text!(
                nb: "Disse utelukker hverandre og varer ulikt lenge. Netto nåverdi per år er: {nb}.",
                en: "These exclude each other and last differently long. Net present value per year is: {en}."
            )
        }
    }
}
