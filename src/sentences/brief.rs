//! Why a case is where it is, as short as a row of the list has room for: the part it is in and the year it
//! starts stand beside it.

use super::choice::{because_words, frame, frame_alone, in_all, lock_cost, missing_more};
use super::{reason, waiting};
use crate::choose::{
    Because, Binding, Choice, ChoiceLine, FrameYear, Hindrance, Kept, LockCost, Locked, Reason, Timing, Why,
};
use crate::model::Choice as LockChoice;
use crate::text;
use crate::units::Year;
use crate::words::{Quoted, Text, all_of, sentences};

/// The reason; empty where the part says all there is to say.
pub fn sentence(line: &ChoiceLine, choice: &Choice) -> Text {
    let lock = line.lock.as_ref().map(|of| locked(of, choice)).unwrap_or_default();
    match &line.why {
        Why::Plain(plain) => sentences([of_itself(plain, choice), lock]),
        Why::Chosen { because: Because::Savings(kept), timing } => {
            sentences([saves(*kept, choice), timed(timing, line.start, choice), lock])
        }
        Why::Chosen { because, timing } => {
            sentences([because_words(because, choice), timed(timing, line.start, choice), lock])
        }
        Why::Waits { .. } => sentences([waiting::held_back(&line.why, choice), lock]),
        Why::Nothing => lock,
    }
    .capital()
}

/// What is so whatever else is chosen.
fn of_itself(reason: &Reason, choice: &Choice) -> Text {
    let method = reason::method_words(choice.method);
    match reason {
        Reason::Decided { in_todays_budget: false, is_finished: false } => Text::default(),
        Reason::Decided { in_todays_budget: false, is_finished: true } => reason::finished_and_counted(),
        Reason::Decided { in_todays_budget: true, .. } => text!(
            nb: "Virkningen ligger allerede i dagens budsjett.", nn: "Verknaden ligg allereie i budsjettet i dag.",
            en: "The effect is already in today's budget.",
        ),
        Reason::Judgement { worth_at_least, best, met_by } => {
            let (start, worth) = (reason::best_start(*best), worth_at_least.negated());
            let needed = text!(
                nb: "{method} er {worth} ved {start}: så mye må kvaliteten minst være verdt.", nn: "{method} er {worth} ved {start}: så mykje må kvaliteten minst vere verd.",
                en: "{method} is {worth} at {start}: the quality must be worth that.";
                method, worth, start
            );
            sentences([reason::met(met_by.as_deref()), needed.capital()])
        }
        Reason::NotProfitable { lacks, best, met_by } => {
            let (start, worth) = (reason::best_start(*best), lacks.negated());
            let lacks = text!(
                nb: "{method} er {worth} ved {start}, og ingen kvalitet veier opp.", nn: "{method} er {worth} ved {start}, og ingen kvalitet veg opp.",
                en: "{method} is {worth} at {start}, and no quality makes up for it.";
                method, worth, start
            );
            sentences([reason::met(met_by.as_deref()), lacks.capital()])
        }
        Reason::NotAssessed { missing } => {
            let lacking = reason::lacking(missing).capital();
            text!(all: "{lacking}."; lacking)
        }
        Reason::Rejected { .. } => reason::sentence(reason, choice.method),
    }
}

/// Why a later start: nothing where it is the first, or a lock says it.
fn timed(timing: &Timing, start: Option<Year>, choice: &Choice) -> Text {
    let Some(start) = start else { return Text::default() };
    match timing {
        Timing::Earliest | Timing::Locked | Timing::Unknown => Text::default(),
        Timing::Best => {
            let (what, most) = (reason::method_words(choice.method), reason::most(choice.method));
            text!(nb: "I {start} er {what} {most}.", nn: "I {start} er {what} {most}.", en: "In {start} {what} is {most}."; start, what, most)
        }
        Timing::Higher => {
            let (what, more) = (reason::method_words(choice.method), reason::more(choice.method));
            text!(
                nb: "I {start} er {what} {more} enn før.", nn: "I {start} er {what} {more} enn før.",
                en: "In {start} {what} is {more} than before."; start, what, more
            )
        }
        Timing::Stopped(stops) => sentences(stops.iter().map(|stop| stopped(stop, choice))),
    }
}

/// English needs no «the» in a list of names.
fn without_the(name: &Text) -> Text {
    let en = name.en.strip_prefix("the ").unwrap_or(&name.en).to_owned();
    Text { en, ..name.clone() }
}

/// Leadership's own decision, and what it costs.
fn locked(of: &Locked, choice: &Choice) -> Text {
    let why = of.lock.reason.as_ref().map(|why| text!(all: " ({why})"; why = Quoted(why)));
    let why = why.unwrap_or_default();
    let said = match of.lock.choice {
        LockChoice::In => text!(nb: "Låst inn{why}.", nn: "Låst inn{why}.", en: "Locked in{why}."; why),
        LockChoice::Out => text!(nb: "Låst ut{why}.", nn: "Låst ut{why}.", en: "Locked out{why}."; why),
    };
    // Where all of them cost something together, that one alone costs nothing is no answer.
    let is_answer = |cost: &LockCost| !(choice.has_locks_together() && cost.is_nothing());
    let cost = of.cost.filter(is_answer).map(|cost| lock_cost(cost, choice.method));
    sentences([said, cost.unwrap_or_default()])
}

/// What is missing of the savings demand without a case that it needs; how much more, where some is anyway.
fn saves(kept: Kept, choice: &Choice) -> Text {
    let years = in_all(choice);
    if let Some(more) = missing_more(kept, choice) {
        return text!(
            nb: "Uten den mangler kravet {more} mer{years}.", nn: "Utan den manglar kravet {more} meir{years}.",
            en: "Without it the demand lacks {more} more{years}."; more, years
        );
    }
    text!(
        nb: "Uten den mangler kravet {missing}{years}.", nn: "Utan den manglar kravet {missing}{years}.",
        en: "Without it the demand lacks {missing}{years}."; missing = kept.missing_without, years
    )
}

/// «Full i 2027: a og b.»
fn stopped(stop: &Hindrance, choice: &Choice) -> Text {
    let earlier = stop.earlier;
    match stop.binding() {
        Binding::WorthLess => {
            let (what, less) = (reason::method_words(choice.method), reason::less(choice.method));
            text!(nb: "I {earlier} er {what} {less}.", nn: "I {earlier} er {what} {less}.", en: "In {earlier} {what} is {less}."; earlier, what, less)
        }
        Binding::Requires(other) => {
            text!(nb: "I {earlier} har ikke {other} startet.", nn: "I {earlier} har ikkje {other} starta.", en: "In {earlier} {other} has not started."; earlier, other)
        }
        Binding::Frames(frames) => {
            let name = |at: &FrameYear| {
                without_the(&if at.year == earlier { frame_alone(&at.frame) } else { frame(at) })
            };
            let frames = all_of(&frames.iter().map(name).collect::<Vec<_>>());
            text!(nb: "Full i {earlier}: {frames}.", nn: "Full i {earlier}: {frames}.", en: "Full in {earlier}: {frames}."; earlier, frames)
        }
        Binding::Less(less) if less.is_zero() => {
            text!(nb: "Med start i {earlier} blir valget ikke bedre.", nn: "Med start i {earlier} blir valet ikkje betre.", en: "With a start in {earlier} the choice is no better."; earlier)
        }
        Binding::Less(less) => {
            text!(nb: "Med start i {earlier} gir valget {less} mindre.", nn: "Med start i {earlier} gir valet {less} mindre.", en: "With a start in {earlier} the choice gives {less} less."; earlier, less)
        }
        Binding::Savings => {
            text!(nb: "I {earlier} mangler mer av kravet.", nn: "I {earlier} manglar meir av kravet.", en: "In {earlier} more of the demand is missing."; earlier)
        }
    }
}
