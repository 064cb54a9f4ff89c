//! Why a case is where it is under frames, and remarks: a sentence each.

use super::number;
use super::reason;
use crate::choose::{
    Because, Choice, Frame, FrameYear, Gap, Line, LockCost, Locked, Moved, Other, Standing, Status, Timing,
    Verdict, Waits, Why,
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

/// The sentence of a line.
#[must_use]
pub(super) fn sentence(line: &Line, choice: &Choice) -> Text {
    let why = match &line.why {
        Why::Plain(plain) => reason::sentence(plain, choice.method),
        Why::Chosen { because, timing } => {
            joined(&[because_words(because, choice), timing_words(timing, line.start, choice)])
        }
        Why::Waits(waits) => waiting(waits, choice),
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
        Some(locked) => joined(&[why, lock_words(locked, choice.method), chosen_though_rejected(line)]),
        None => why,
    }
}

/// That a lock goes before the decision that said no.
fn chosen_though_rejected(line: &Line) -> Text {
    if line.standing != Standing::Rejected || line.verdict != Verdict::Chosen {
        return Text::default();
    }
    text!(
        nb: "Siste vedtak avviste saken; låsen går foran.",
        en: "The latest decision rejected the case; the lock goes before it."
    )
}

pub(super) fn joined(parts: &[Text]) -> Text {
    let all = |language| {
        let parts = parts.iter().map(|part| part.get(language)).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    };
    Text { nb: all(Language::Nb), en: all(Language::En) }
}

fn because_words(because: &Because, choice: &Choice) -> Text {
    match because {
        Because::Locked => Text::default(),
        Because::Duty(duties) => {
            let list = duties.join("; ");
            text!(nb: "Må: oppfyller «{list}».", en: "Must: meets “{list}”.")
        }
        Because::RequiredBy(by) => text!(nb: "Kreves av {by}.", en: "Required by {by}."),
        Because::Value => {
            let first = taken_first(choice);
            match choice.status {
                Status::Optimal | Status::Impossible(_) => text!(
                    nb: "Er med i det som gir mest{}.", first.nb;
                    en: "Part of what gives most{}.", first.en
                ),
                Status::Limit { .. } => {
                    text!(nb: "Er med i det beste som er funnet.", en: "Part of the best that is found.")
                }
            }
        }
        Because::Savings if misses_savings(choice) => text!(
            nb: "Uten den ville det manglet mer på innsparingskravet.",
            en: "Without it more would be missing of the savings demand.",
        ),
        Because::Savings => {
            text!(nb: "Trengs for å nå innsparingskravet.", en: "Needed to reach the savings demand.")
        }
        Because::Others => {
            text!(nb: "Gir plass til andre saker.", en: "Makes room for other cases.")
        }
    }
}

fn timing_words(timing: &Timing, start: Option<Year>, choice: &Choice) -> Text {
    let Some(start) = start.map(Year::number) else { return Text::default() };
    match timing {
        Timing::Earliest => {
            text!(nb: "Starter i {start}, så tidlig den kan.", en: "Starts in {start}, as early as it can.")
        }
        Timing::Locked => {
            text!(nb: "Starter i {start}, slik ledelsen har bestemt.", en: "Starts in {start}, as leadership has decided.")
        }
        Timing::Best => {
            let (what, most) = (reason::method_words(choice.method), reason::most(choice.method));
            text!(
                nb: "Starter i {start}: da er {} {}.", what.nb, most.nb;
                en: "Starts in {start}: then {} is {}.", what.en, most.en
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
            if misses_savings(choice) {
                text!(
                    nb: "Starter i {start}: med start i {earlier} ville det manglet mer på innsparingskravet.",
                    en: "Starts in {start}: with a start in {earlier} more would be missing of the savings demand."
                )
            } else {
                text!(
                    nb: "Starter i {start}: med start i {earlier} ville ikke innsparingskravet blitt nådd.",
                    en: "Starts in {start}: with a start in {earlier} the savings demand would not be reached."
                )
            }
        }
        Timing::Unknown => text!(nb: "Starter i {start}.", en: "Starts in {start}."),
    }
}

/// « når … er tatt først»: what goes before the value; nothing where nothing does.
pub(super) fn taken_first(choice: &Choice) -> Text {
    let has_duties = choice.lines.iter().any(|line| line.standing == Standing::Must);
    match (has_duties, !choice.savings.is_empty()) {
        (true, true) => text!(
            nb: " når må-sakene og innsparingskravet er tatt først",
            en: " when must-cases and the savings demand are taken first",
        ),
        (true, false) => {
            text!(nb: " når må-sakene er tatt først", en: " when must-cases are taken first")
        }
        (false, true) => text!(
            nb: " når innsparingskravet er tatt først",
            en: " when the savings demand is taken first",
        ),
        (false, false) => Text::default(),
    }
}

/// Whether innsparingskrav is not reached in some year.
pub(super) fn misses_savings(choice: &Choice) -> bool {
    choice.savings.iter().any(|at| !at.missing.is_zero())
}

/// What a case requires, and what became of that.
fn requires(other: &str, other_is: Other) -> Text {
    match other_is {
        Other::NotChosen => text!(
            nb: "Venter: krever {other}, som ikke er med.",
            en: "Waits: requires {other}, which is not in."
        ),
        Other::LockedOut => text!(
            nb: "Venter: krever {other}, som er låst ut.",
            en: "Waits: requires {other}, which is locked out."
        ),
        Other::Excluded => text!(
            nb: "Venter: krever {other}, som utelukkes av en besluttet sak.",
            en: "Waits: requires {other}, which a decided case excludes."
        ),
        Other::Rejected => text!(
            nb: "Venter: krever {other}, som er avvist.",
            en: "Waits: requires {other}, which is rejected."
        ),
        Other::Unavailable => text!(
            nb: "Venter: krever {other}, som ikke kan velges slik den står.",
            en: "Waits: requires {other}, which cannot be chosen as it stands."
        ),
    }
}

fn waiting(waits: &Waits, choice: &Choice) -> Text {
    match waits {
        Waits::LockedOut => Text::default(),
        Waits::DutyMet { by } => {
            let method = reason::method_words(choice.method);
            text!(
                nb: "Venter: {by} oppfyller kravet, og her er {} negativ.", method.nb;
                en: "Waits: {by} meets the requirement, and here {} is negative.", method.en
            )
        }
        Waits::Excluded { by } => {
            text!(nb: "Venter: utelukkes av {by}, som er med.", en: "Waits: excluded by {by}, which is in.")
        }
        Waits::Requires { other, other_is } => requires(other, *other_is),
        Waits::Frame { gap, moved } => {
            let lacks = lacks(gap);
            joined(&[text!(nb: "Venter: {}.", lacks.nb; en: "Waits: {}.", lacks.en), make_room(moved)])
        }
        Waits::Outbid { gap, by, more } => outbid(gap, by.as_deref(), *more),
        Waits::Several { gaps, more } => several(gaps, *more),
        Waits::Savings { more } => {
            let (nb, en) = both(*more);
            if misses_savings(choice) {
                text!(
                    nb: "Venter: innsparingskravet nås ikke som det er, og med denne saken ville det manglet {nb} mer.",
                    en: "Waits: the savings demand is not reached as it is, and with this case {en} more would be missing."
                )
            } else {
                text!(
                    nb: "Venter: med denne saken ville det mangle {nb} på innsparingskravet, som nås uten den.",
                    en: "Waits: with this case {en} would be missing of the savings demand, which is reached without it."
                )
            }
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

/// Most cases that make room which are named.
const MOST_MOVED: usize = 3;

/// Which cases have to make room; nothing where none has to.
fn make_room(moved: &[Moved]) -> Text {
    let words = |language: Language| {
        let mut parts: Vec<String> =
            moved.iter().take(MOST_MOVED).map(|one| moves(one).get(language).to_owned()).collect();
        let more = moved.len().saturating_sub(parts.len());
        if more > 0 {
            let rest = text!(nb: "{more} til må flyttes eller ut", en: "{more} more must move or go out");
            parts.push(rest.get(language).to_owned());
        }
        parts.join(", ")
    };
    if moved.is_empty() {
        return Text::default();
    }
    let (nb, en) = (words(Language::Nb), words(Language::En));
    text!(nb: "Da må andre gi plass: {nb}.", en: "Others must then make room: {en}.")
}

fn moves(one: &Moved) -> Text {
    let id = &one.id;
    match one.to {
        None => text!(nb: "{id} går ut", en: "{id} goes out"),
        Some(to) => {
            let to = to.number();
            text!(nb: "{id} starter i {to}", en: "{id} starts in {to}")
        }
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
pub(super) fn lacks(gap: &Gap) -> Text {
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
pub(super) fn amount(frame: &Frame, amount: Decimal) -> Text {
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
    let method = reason::measure(method);
    let (nb, en) = both(cost.value);
    let value = if cost.value.is_positive() {
        text!(nb: "Det koster {nb} i {}.", method.nb; en: "It costs {en} of {}.", method.en)
    } else if cost.value.is_negative() {
        let (nb, en) = both(cost.value.abs());
        text!(nb: "Det gir {nb} mer i {}.", method.nb; en: "It gives {en} more {}.", method.en)
    } else if cost.savings.is_positive() {
        Text::default()
    } else {
        text!(nb: "Det koster ingenting.", en: "It costs nothing.")
    };
    let (nb, en) = both(cost.savings);
    let savings = if cost.savings.is_positive() {
        text!(
            nb: "Uten låsen ville det manglet {nb} mindre på innsparingskravet.",
            en: "Without the lock {en} less would have been missing of the savings demand."
        )
    } else {
        Text::default()
    };
    joined(&[value, savings])
}
