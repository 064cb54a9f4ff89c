//! Why a case is where it is under frames, and remarks: a sentence each.

use super::reason;
use super::waiting;
use crate::choose::{
    Because, Blocked, Choice, Frame, FrameYear, Gap, Line, LockCost, Locked, Standing, Status, Timing,
    Verdict, Why,
};
use crate::model::{Choice as LockChoice, Method};
use crate::text;
use crate::units::{Decimal, Kroner, Year};
use crate::words::number;
use crate::words::{Language, Text, any_of};

/// Decimals of change capacity in a sentence.
const FTE_DECIMALS: u32 = 4;

/// Why each line is where it is, in the order of the list.
#[must_use]
pub fn reasons(choice: &Choice) -> Vec<Text> {
    choice.lines.iter().map(|line| sentence(line, choice)).collect()
}

/// The sentence of a line.
#[must_use]
pub fn sentence(line: &Line, choice: &Choice) -> Text {
    let why = match &line.why {
        Why::Plain(plain) => reason::sentence(plain, choice.method),
        Why::Chosen { because, timing } => {
            joined(&[because_words(because, choice), timing_words(timing, line.start, choice)])
        }
        Why::Waits { because, way } => waiting::sentence(because, way.as_ref(), choice),
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

/// Sentences one after the other; those that say nothing are left out.
#[must_use]
pub fn joined(parts: &[Text]) -> Text {
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
        Because::Saves { instead } => {
            let helps = text!(nb: "Bidrar til innsparingskravet.", en: "Helps to reach the savings demand.");
            joined(&[helps, without(instead)])
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
        Timing::Full(blocked) => {
            let words = no_room(blocked);
            text!(nb: "Starter i {start}: {}.", words.nb; en: "Starts in {start}: {}.", words.en)
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

/// What would have been chosen without a case; nothing where that is not known.
fn without(instead: &[String]) -> Text {
    let Some((first, others)) = instead.split_first() else { return Text::default() };
    match others.len() {
        0 => text!(nb: "Uten den ville {first} blitt valgt.", en: "Without it {first} would be chosen."),
        1 => text!(
            nb: "Uten den ville {first} og én sak til blitt valgt.",
            en: "Without it {first} and one more case would be chosen."
        ),
        more => text!(
            nb: "Uten den ville {first} og {more} saker til blitt valgt.",
            en: "Without it {first} and {more} more cases would be chosen."
        ),
    }
}

/// «med start i 2027 blir det ikke plass i a eller b; med start i 2028 ikke i c»
fn no_room(blocked: &[Blocked]) -> Text {
    let one = |(place, one): (usize, &Blocked)| {
        let (earlier, frames) = (one.earlier, any_of(&one.frames.iter().map(frame).collect::<Vec<_>>()));
        if place == 0 {
            text!(
                nb: "med start i {earlier} blir det ikke plass i {frames}",
                en: "with a start in {earlier} there is no room in {frames}";
                earlier, frames
            )
        } else {
            text!(
                nb: "med start i {earlier} ikke i {frames}",
                en: "with a start in {earlier} none in {frames}";
                earlier, frames
            )
        }
    };
    let all: Vec<Text> = blocked.iter().enumerate().map(one).collect();
    let joined = |language| all.iter().map(|one| one.get(language)).collect::<Vec<_>>().join("; ");
    Text { nb: joined(Language::Nb), en: joined(Language::En) }
}

/// « når … er tatt først»: what goes before the value; nothing where nothing does.
#[must_use]
pub fn taken_first(choice: &Choice) -> Text {
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
#[must_use]
pub fn misses_savings(choice: &Choice) -> bool {
    choice.savings.iter().any(|at| !at.missing.is_zero())
}

/// «investeringsrammen i 2027 mangler 1 200 000 kr»
#[must_use]
pub fn lacks(gap: &Gap) -> Text {
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
#[must_use]
pub fn amount(frame: &Frame, amount: Decimal) -> Text {
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

pub(super) fn both(amount: Kroner) -> (String, String) {
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
    } else if cost.savings.is_positive() || cost.delay > 0 {
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
    joined(&[value, savings, lock_delay(cost.delay)])
}

/// How much sooner the requirements would have been met without a lock.
fn lock_delay(years: i64) -> Text {
    match years {
        ..=0 => Text::default(),
        1 => text!(
            nb: "Uten låsen ville et minimumskrav blitt oppfylt ett år tidligere.",
            en: "Without the lock a requirement would be met one year sooner.",
        ),
        more => text!(
            nb: "Uten låsen ville minimumskravene blitt oppfylt til sammen {more} år tidligere.",
            en: "Without the lock the requirements would be met {more} years sooner in all."
        ),
    }
}
