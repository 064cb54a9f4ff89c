//! Why a case is where it is, and remarks: a sentence each.

use super::reason;
use super::waiting;
use crate::calc::Valuation;
use crate::choose::{
    Because, Binding, Choice, ChoiceLine, Fate, Frame, FrameYear, Gap, Hindrance, Kept, LockCost, Locked,
    Standing, Status, Timing, Verdict, Why,
};
use crate::model::{Choice as LockChoice, Method};
use crate::report::RankReport;
use crate::units::{Decimal, Fte, Kroner, Year};
use crate::words::number;
use crate::words::{Quoted, Text, Words, all_of, any_of, sentences, separated};
use crate::{counted, text, words};

/// The most decimals of change capacity in a sentence.
const CAPACITY_DECIMALS: u32 = 4;

/// Why each line is where it is, in the order of the list.
pub fn reasons(choice: &Choice) -> Vec<Text> {
    choice.lines.iter().map(|line| sentence(line, choice)).collect()
}

/// What the method's value of a case is called.
pub const fn value(method: Method) -> Words {
    match method {
        Method::NetPresentValue => words!(nb: "NNV", nn: "NNV", en: "NPV"),
        Method::PlanEffect => words!(nb: "Planeffekt", nn: "Planeffekt", en: "Plan effect"),
        Method::Budget => words!(nb: "Drift i planen", nn: "Drift i planen", en: "Running, plan"),
    }
}

/// The sentence of a line.
pub fn sentence(line: &ChoiceLine, choice: &Choice) -> Text {
    let why = match &line.why {
        Why::Plain(plain) => reason::sentence(plain, choice.method),
        Why::Chosen { because, timing } => {
            sentences([because_words(because, choice), timing_words(timing, line.start, choice)])
        }
        Why::Waits { .. } => waiting::sentence(&line.why, choice),
        Why::Nothing => match &choice.status {
            Status::Limit { .. } => text!(
                nb: "Ikke avgjort: søket stoppet før det fant noe som holder.", nn: "Ikkje avgjort: søket stoppa før det fann noko som held.",
                en: "Not settled: the search ended before it found anything that holds.",
            ),
            Status::Optimal | Status::Impossible(_) => text!(
                nb: "Ikke avgjort: kravene lar seg ikke oppfylle samtidig.", nn: "Ikkje avgjort: krava lèt seg ikkje oppfylle samtidig.",
                en: "Not settled: the demands cannot all be met.",
            ),
        },
    };
    match &line.lock {
        Some(locked) => sentences([why, lock_words(locked, choice.method), chosen_though_rejected(line)]),
        None => why,
    }
}

/// What became of a case, in a word.
pub const fn fate(fate: Fate) -> Words {
    match fate {
        Fate::Decided => words!(nb: "besluttet", nn: "avgjord", en: "decided"),
        Fate::Chosen => words!(nb: "valgt", nn: "vald", en: "chosen"),
        Fate::Waiting => words!(nb: "venter", nn: "ventar", en: "waiting"),
        Fate::Out => words!(nb: "ikke med", nn: "ikkje med", en: "not in"),
        Fate::Rejected => words!(nb: "avvist", nn: "avvist", en: "rejected"),
        Fate::Judgement => words!(nb: "krever skjønn", nn: "krev skjønn", en: "needs judgement"),
        Fate::NotProfitable => words!(nb: "lønner seg ikke", nn: "løner seg ikkje", en: "does not pay"),
        // A word of the JSON too, and of the lists of earlier years.
        Fate::Open => words!(nb: "på listen", nn: "på lista", en: "on the list"),
        Fate::NotAssessed => words!(nb: "ikke vurdert", nn: "ikkje vurdert", en: "not assessed"),
    }
}

/// That a lock goes before the decision that said no.
fn chosen_though_rejected(line: &ChoiceLine) -> Text {
    if line.standing != Standing::Rejected || line.verdict != Verdict::Chosen {
        return Text::default();
    }
    text!(
        nb: "Siste vedtak avviste saken; låsen går foran.", nn: "Siste vedtak avviste saka; låsen går føre.",
        en: "The latest decision rejected the case; the lock goes before it."
    )
}

pub(super) fn because_words(because: &Because, choice: &Choice) -> Text {
    match because {
        Because::Locked => Text::default(),
        Because::Duty(duties) => {
            let list = separated(duties, "; ");
            text!(nb: "Må: oppfyller «{list}».", nn: "Må: oppfyller «{list}».", en: "Must: meets “{list}”."; list)
        }
        Because::RequiredBy(by) => {
            text!(nb: "Kreves av {by}.", nn: "Blir kravd av {by}.", en: "Required by {by}.")
        }
        Because::Value => {
            let first = taken_first(choice);
            match choice.status {
                Status::Optimal | Status::Impossible(_) => text!(
                    nb: "Er med i det som gir mest{first}.", nn: "Er med i det som gir mest{first}.",
                    en: "Part of what gives most{first}."; first
                ),
                Status::Limit { .. } => {
                    text!(nb: "Er med i det beste som er funnet.", nn: "Er med i det beste som er funne.", en: "Part of the best that is found.")
                }
            }
        }
        Because::Savings(kept) => needed(*kept, choice),
        Because::Saves { instead } => {
            let helps = text!(nb: "Bidrar til innsparingskravet.", nn: "Bidreg til innsparingskravet.", en: "Helps to reach the savings demand.");
            sentences([helps, without(instead)])
        }
        Because::Others => {
            text!(nb: "Gir plass til andre saker.", nn: "Gir plass til andre saker.", en: "Makes room for other cases.")
        }
        Because::Must(requirements) => reason::mandatory(requirements),
        Because::Placed(placing) => reason::placing(*placing, choice.method),
    }
}

fn timing_words(timing: &Timing, start: Option<Year>, choice: &Choice) -> Text {
    let Some(start) = start.map(Year::number) else { return Text::default() };
    match timing {
        // Where nothing is limited, that a case starts when it can needs no word.
        Timing::Earliest if !choice.is_limited => Text::default(),
        Timing::Earliest => {
            text!(nb: "Starter i {start}, så tidlig den kan.", nn: "Startar i {start}, så tidleg ho kan.", en: "Starts in {start}, as early as it can.")
        }
        Timing::Locked => {
            text!(nb: "Starter i {start}, slik ledelsen har bestemt.", nn: "Startar i {start}, slik leiinga har bestemt.", en: "Starts in {start}, as leadership has decided.")
        }
        Timing::Best => {
            let (what, most) = (reason::method_words(choice.method), reason::most(choice.method));
            text!(
                nb: "Starter i {start}: da er {what} {most}.", nn: "Startar i {start}: då er {what} {most}.",
                en: "Starts in {start}: then {what} is {most}."; what, most
            )
        }
        Timing::Higher => {
            let (what, more) = (reason::method_words(choice.method), reason::more(choice.method));
            text!(
                nb: "Starter i {start}: da er {what} {more} enn med tidligere start.", nn: "Startar i {start}: då er {what} {more} enn med tidlegare start.",
                en: "Starts in {start}: then {what} is {more} than with an earlier start."; what, more
            )
        }
        Timing::Stopped(stops) => {
            let words = stopped(stops, choice);
            text!(nb: "Starter i {start}: {words}.", nn: "Startar i {start}: {words}.", en: "Starts in {start}: {words}."; words)
        }
        Timing::Unknown => {
            text!(nb: "Starter i {start}.", nn: "Startar i {start}.", en: "Starts in {start}.")
        }
    }
}

/// What would have been chosen without a case; nothing where that is not known.
fn without(instead: &[String]) -> Text {
    let Some((first, others)) = instead.split_first() else { return Text::default() };
    match others.len() {
        0 => {
            text!(nb: "Uten den ville {first} blitt valgt.", nn: "Utan den ville {first} blitt vald.", en: "Without it {first} would be chosen.")
        }
        more => counted!(
            more; nb: "Uten den ville {first} og én sak til blitt valgt." | "Uten den ville {first} og {more} saker til blitt valgt.", nn: "Utan den ville {first} og éi sak til blitt valde." | "Utan den ville {first} og {more} saker til blitt valde.",
            en: "Without it {first} and one more case would be chosen." | "Without it {first} and {more} more cases would be chosen."
        ),
    }
}

/// «med start i 2027 blir det ikke plass i a eller b; med start i 2028 ville det manglet mer på innsparingskravet»
fn stopped(stops: &[Hindrance], choice: &Choice) -> Text {
    let one = |stop: &Hindrance| {
        let (earlier, what) = (stop.earlier, stopped_by(stop, choice));
        text!(nb: "med start i {earlier} {what}", nn: "med start i {earlier} {what}", en: "with a start in {earlier} {what}"; earlier, what)
    };
    separated(stops.iter().map(one), "; ")
}

/// What stops an earlier start.
fn stopped_by(stop: &Hindrance, choice: &Choice) -> Text {
    match stop.binding() {
        Binding::WorthLess => {
            let (what, less) = (reason::method_words(choice.method), reason::less(choice.method));
            text!(nb: "er {what} {less}", nn: "er {what} {less}", en: "{what} is {less}"; what, less)
        }
        Binding::Requires(other) => {
            text!(nb: "mangler {other}, som den krever, og som starter senere", nn: "manglar {other}, som saka krev, og som startar seinare", en: "it lacks {other}, which it requires and which starts later")
        }
        Binding::Frames(frames) => {
            let frames = any_of(&frames.iter().map(frame).collect::<Vec<_>>());
            text!(nb: "blir det ikke plass i {frames}", nn: "blir det ikkje plass i {frames}", en: "there is no room in {frames}"; frames)
        }
        Binding::Less(less) if less.is_zero() => {
            text!(nb: "blir valget ikke bedre", nn: "blir valet ikkje betre", en: "the choice is no better")
        }
        Binding::Less(less) => {
            text!(nb: "gir valget {less} mindre", nn: "gir valet {less} mindre", en: "the choice gives {less} less"; less)
        }
        Binding::Savings if misses_savings(choice) => {
            text!(nb: "ville det manglet mer på innsparingskravet", nn: "ville det mangla meir på innsparingskravet", en: "more would be missing of the savings demand")
        }
        Binding::Savings => {
            text!(nb: "ville ikke innsparingskravet blitt nådd", nn: "ville ikkje innsparingskravet blitt nådd", en: "the savings demand would not be reached")
        }
    }
}

/// How much more would be missing of innsparingskrav without a case that it needs; none where nothing is missing with it.
pub fn missing_more(kept: Kept, choice: &Choice) -> Option<Kroner> {
    let with = choice.missing().ok().filter(|missing| !missing.is_zero())?;
    kept.missing_without.minus(with).ok()
}

/// « i alt», after an amount of innsparingskrav: the sum of several years, where it is for several.
pub fn in_all(choice: &Choice) -> Text {
    match choice.savings.len() {
        0 | 1 => Text::default(),
        _ => text!(nb: " i alt", nn: " i alt", en: " in all"),
    }
}

/// That innsparingskrav needs a case, and what the best choice without it comes to.
fn needed(kept: Kept, choice: &Choice) -> Text {
    let (missing, sum) = (kept.missing_without, kept.sum_without);
    let method = reason::method_words(choice.method);
    if misses_savings(choice) {
        return text!(
            nb: "Uten den ville det manglet mer på innsparingskravet: {missing} i alt, og {method} av det valgte ville vært {sum}.", nn: "Utan den ville det mangla meir på innsparingskravet: {missing} i alt, og {method} av det valde ville vore {sum}.",
            en: "Without it more would be missing of the savings demand: {missing} in all, and {method} of what is chosen would be {sum}.";
            missing, method, sum
        );
    }
    text!(
        nb: "Trengs for å nå innsparingskravet: uten den mangler {missing}{years}, og {method} av det valgte ville vært {sum}.", nn: "Trengst for å nå innsparingskravet: utan den manglar {missing}{years}, og {method} av det valde ville vore {sum}.",
        en: "Needed to reach the savings demand: without it {missing} is missing{years}, and {method} of what is chosen would be {sum}.";
        missing, years = in_all(choice), method, sum
    )
}

/// « når … er tatt først»: what goes before the value; nothing where nothing does.
pub fn taken_first(choice: &Choice) -> Text {
    let duties = has_duties(choice).then(|| text!(nb: "må-sakene", nn: "må-sakene", en: "must-cases"));
    let demand = (!choice.savings.is_empty())
        .then(|| text!(nb: "innsparingskravet", nn: "innsparingskravet", en: "the savings demand"));
    let locks = has_locks(choice)
        .then(|| text!(nb: "det som er låst,", nn: "det som er låst,", en: "what is locked"));
    let are_several = duties.is_some() || (demand.is_some() && locks.is_some());
    let all: Vec<Text> = duties.into_iter().chain(demand).chain(locks).collect();
    if all.is_empty() {
        return Text::default();
    }
    let all = all_of(&all);
    if !are_several {
        return text!(
            nb: " når {all} er tatt først", nn: " når {all} er teke først",
            en: " when {all} is taken first"; all
        );
    }
    text!(nb: " når {all} er tatt først", nn: " når {all} er tekne først", en: " when {all} are taken first"; all)
}

/// Whether some case must be done.
pub fn has_duties(choice: &Choice) -> bool {
    choice.lines.iter().any(|line| line.standing == Standing::Must)
}

/// Whether leadership has locked some case.
pub fn has_locks(choice: &Choice) -> bool {
    choice.lines.iter().any(|line| line.lock.is_some())
}

/// What is in the running budget of each year, and whether interest and repayments are.
pub fn with_capital_costs(report: &RankReport) -> Text {
    let invests =
        report.appraised.cases.iter().filter_map(|of| of.appraisal.value.as_ref()).any(Valuation::invests);
    let has_loan = report.appraised.organisation.rules.loan.is_some();
    if invests && has_loan {
        return text!(
            nb: "Årene er driftsbudsjettet etter renter og avdrag; pluss er penger frigjort.", nn: "Åra er driftsbudsjettet etter renter og avdrag; pluss er frigjorde pengar.",
            en: "The years are the running budget after interest and repayments; plus is money freed.",
        );
    }
    let years = text!(
        nb: "Årene er driftsbudsjettet; pluss er penger frigjort.", nn: "Åra er driftsbudsjettet; pluss er frigjorde pengar.",
        en: "The years are the running budget; plus is money freed.",
    );
    if !invests {
        return years;
    }
    text!(
        nb: "{years} Renter og avdrag på investeringer er ikke med: a3.yaml har ikke «kalkyle.lån».", nn: "{years} Renter og avdrag på investeringar er ikkje med: a3.yaml har ikkje «kalkyle.lån».",
        en: "{years} Interest and repayments on investments are not included: a3.yaml has no “kalkyle.lån”."; years
    )
}

/// Whether innsparingskrav is not reached in some year.
pub fn misses_savings(choice: &Choice) -> bool {
    choice.savings.iter().any(|at| !at.missing.is_zero())
}

/// «investeringsrammen i 2027 mangler 1 200 000 kr»
pub fn lacks(gap: &Gap) -> Text {
    let (frame, missing) = (frame(&gap.at), amount(&gap.at.frame, gap.missing));
    text!(nb: "{frame} mangler {missing}", nn: "{frame} manglar {missing}", en: "{frame} lacks {missing}"; frame, missing)
}

/// «endringskapasiteten i Helse og omsorg i 2027»
pub fn frame(FrameYear { frame, year }: &FrameYear) -> Text {
    let alone = frame_alone(frame);
    match frame {
        Frame::Capacity(_) => {
            text!(nb: "{alone} i {year}", nn: "{alone} i {year}", en: "{alone} in {year}"; alone, year)
        }
        Frame::Investment | Frame::Restructuring => {
            text!(nb: "{alone} i {year}", nn: "{alone} i {year}", en: "{alone} of {year}"; alone, year)
        }
    }
}

/// «endringskapasiteten i Helse og omsorg», where the year stands beside it.
pub(super) fn frame_alone(frame: &Frame) -> Text {
    match frame {
        Frame::Capacity(area) => {
            text!(nb: "endringskapasiteten i {area}", nn: "endringskapasiteten i {area}", en: "the change capacity of {area}"; area)
        }
        Frame::Investment => {
            text!(nb: "investeringsrammen", nn: "investeringsramma", en: "the investment frame")
        }
        Frame::Restructuring => {
            text!(nb: "omstillingsrammen", nn: "omstillingsramma", en: "the restructuring frame")
        }
    }
}

/// An amount of a frame with its unit.
pub fn amount(frame: &Frame, amount: Decimal) -> Text {
    Text::in_each(|language| match frame {
        Frame::Capacity(_) => number::short_fte(Fte::new(amount), CAPACITY_DECIMALS, language),
        Frame::Investment | Frame::Restructuring => number::kroner(Kroner::new(amount), language),
    })
}

fn lock_words(locked: &Locked, method: Method) -> Text {
    let quoted = |why: &String| text!(all: " ({why})"; why = Quoted(why));
    let why = locked.lock.reason.as_ref().map(quoted).unwrap_or_default();
    let said = match locked.lock.choice {
        LockChoice::In => {
            text!(nb: "Låst inn av ledelsen{why}.", nn: "Låst inn av leiinga{why}.", en: "Locked in by leadership{why}."; why)
        }
        LockChoice::Out => {
            text!(nb: "Låst ut av ledelsen{why}.", nn: "Låst ut av leiinga{why}.", en: "Locked out by leadership{why}."; why)
        }
    };
    sentences([said, locked.cost.map(|cost| lock_cost(cost, method)).unwrap_or_default()])
}

pub(super) fn lock_cost(cost: LockCost, method: Method) -> Text {
    let method = reason::measure(method);
    let value = if cost.value.is_positive() {
        text!(nb: "Det koster {value} i {method}.", nn: "Det kostar {value} i {method}.", en: "It costs {value} of {method}."; method, value = cost.value)
    } else if cost.value.is_negative() {
        text!(nb: "Det gir {value} mer i {method}.", nn: "Det gir {value} meir i {method}.", en: "It gives {value} more {method}."; method, value = cost.value.abs())
    } else if cost.savings.is_positive() || cost.delay > 0 {
        Text::default()
    } else {
        text!(nb: "Det koster ingenting i {method}.", nn: "Det kostar ingenting i {method}.", en: "It costs nothing of {method}."; method)
    };
    let savings = if cost.savings.is_positive() {
        text!(
            nb: "Uten låsing ville det i alt manglet {savings} mindre på innsparingskravet.", nn: "Utan låsing ville det i alt mangla {savings} mindre på innsparingskravet.",
            en: "Unlocked, {savings} less in all would have been missing of the savings demand."; savings = cost.savings
        )
    } else {
        Text::default()
    };
    sentences([value, savings, lock_delay(cost.delay)])
}

/// How much sooner the requirements would have been met without a lock.
fn lock_delay(years: i64) -> Text {
    match years {
        ..=0 => Text::default(),
        more => counted!(
            more; nb: "Uten låsing ville et minimumskrav blitt oppfylt ett år tidligere." | "Uten låsing ville minimumskravene blitt oppfylt til sammen {more} år tidligere.", nn: "Utan låsing ville eit minimumskrav blitt oppfylt eitt år tidlegare." | "Utan låsing ville minimumskrava blitt oppfylte til saman {more} år tidlegare.",
            en: "Unlocked, a requirement would be met one year sooner." | "Unlocked, the requirements would be met {more} years sooner in all."
        ),
    }
}
