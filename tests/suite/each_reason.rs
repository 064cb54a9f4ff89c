//! Each reason is so: for portfolios drawn at random, what a reason names is changed, and the choice is made again.

use super::choice::{DUTY, costing, decided, read};
use a3::calc::Appraisal;
use a3::choose::{
    Because, Candidate, Choice, ChoiceLine, Contest, Effort, Frame, Gap, Hindrance, Kept, Moved, Offer,
    Reason, Standing, Status, Timing, Verdict, Waits, Why, choose,
};
use a3::model::{Case, Choice as LockChoice, Frames, Lock, Organisation};
use a3::report::{self, Appraised};
use a3::units::{Decimal, Fte, Kroner, Year};
use proptest::prelude::*;

/// What each case gives, costs (in tens, so that ties are many), works, waits, costs a year to run, and how it hangs
/// together with the one before it; and the frames.
#[derive(Debug, Clone)]
struct Drawn {
    cases: Vec<(i64, i64, u8, u16, i64, u8)>,
    money: [i64; 2],
    tenths: [i64; 2],
    demand: Option<i64>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let one = (0_i64..6, 0_i64..9, 0_u8..5, 0_u16..3, 0_i64..3, 0_u8..18);
    let limits = (prop::array::uniform2(0_i64..15), prop::array::uniform2(0_i64..9));
    (prop::collection::vec(one, 2..6), limits, prop::option::of(0_i64..16))
        .prop_map(|(cases, (money, tenths), demand)| Drawn { cases, money, tenths, demand })
}

impl Drawn {
    fn read(&self) -> Appraised {
        let cases = self.cases.iter().enumerate().map(|(n, (gain, cost, work, wait, running, joined))| {
            let (other, third) = (n.saturating_sub(1), n.saturating_sub(2));
            let is_late = matches!(joined, 10 | 11);
            let joined = match joined {
                0 | 1 if n > 0 => format!("krever: [sak-{other}]\n"),
                2 | 3 if n > 0 => format!("utelukker: [sak-{other}]\n"),
                4 => DUTY.to_owned(),
                6 | 11 => decided("nei"),
                8 if n > 1 => format!("utelukker: [sak-{other}, sak-{third}]\n"),
                9 if n > 1 => format!("krever: [sak-{other}, sak-{third}]\n"),
                12 if n > 1 => format!("krever: [sak-{other}]\nutelukker: [sak-{third}]\n"),
                _ => String::new(),
            };
            let first = if is_late { 2028 } else { 2027 };
            let more = format!("senest: {}\nkapasitet: [0.{work} årsverk]\n{joined}", first.max(2027 + wait));
            let text =
                costing(gain * 10, cost * 10, &more).replace("oppstart: 2027", &format!("oppstart: {first}"));
            let running =
                format!("kostnader: [{{navn: Drift, type: drift, beløp: {} kr/år, kilde: x}}, ", running * 9);
            (format!("sak-{n}"), text.replace("kostnader: [", &running))
        });
        let cases: Vec<(String, String)> = cases.collect();
        let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
        let [early, late] = self.money;
        let [first, second] = self.tenths.map(|tenths| Decimal::new(tenths, 1));
        let demand = self.demand.map(|demand| format!("  innsparingskrav: {{2028: {} kr}}\n", demand * 10));
        let is_locked = |(n, case): (usize, &(i64, i64, u8, u16, i64, u8))| (case.5 == 7).then_some(n);
        let locked = self.cases.iter().enumerate().find_map(is_locked);
        let locked = locked.map(|n| format!("prioritering: {{låst: {{sak-{n}: {{valg: inn}}}}}}\n"));
        let frames = format!(
            "rammer:\n  investering: {{2027: {} kr, 2028: {} kr}}\n  endringskapasitet: {{Stab: {{2027: {first} årsverk, 2028: {second} årsverk}}}}\n{}{}",
            early * 10,
            late * 10,
            demand.unwrap_or_default(),
            locked.unwrap_or_default()
        );
        read(&frames, &cases)
    }
}

/// A portfolio whose every part can be changed.
#[derive(Clone)]
struct World {
    organisation: Organisation,
    frames: Frames,
    cases: Vec<Case>,
    appraisals: Vec<Appraisal>,
    offers: Vec<Vec<Offer>>,
}

impl World {
    fn of(appraised: &Appraised) -> Self {
        let field = report::field(appraised, None).unwrap();
        Self {
            organisation: appraised.organisation.clone(),
            frames: appraised.organisation.frames.clone(),
            cases: field.candidates.iter().map(|of| of.case.clone()).collect(),
            appraisals: field.candidates.iter().map(|of| of.appraisal.clone()).collect(),
            offers: field.offers.clone(),
        }
    }

    fn choose(&self) -> Choice {
        let both = self.cases.iter().zip(&self.appraisals);
        let candidates: Vec<_> = both.map(|(case, appraisal)| Candidate { case, appraisal }).collect();
        let contest = Contest {
            organisation: &self.organisation,
            frames: Some(&self.frames),
            method: self.organisation.method,
            candidates: &candidates,
            offers: &self.offers,
            closed: &[],
        };
        choose(contest, Effort::of(1_000_000)).unwrap()
    }

    fn with(&self, change: impl FnOnce(&mut Self)) -> Choice {
        let mut changed = self.clone();
        change(&mut changed);
        changed.choose()
    }

    fn lock(&mut self, case: usize, (choice, start): (LockChoice, Option<Year>)) {
        let id = self.cases[case].id.clone();
        self.organisation.locked.insert(id, Lock { choice, start, reason: None });
    }

    fn raise(&mut self, gap: &Gap) {
        let year = gap.at.year;
        let limit = match &gap.at.frame {
            Frame::Investment => self.frames.investment.get_mut(&year),
            Frame::Restructuring => self.frames.restructuring.get_mut(&year),
            Frame::Capacity(area) => {
                let limit = self.frames.capacity.get_mut(area).unwrap().get_mut(&year).unwrap();
                limit.add(Fte::new(gap.missing)).unwrap();
                return;
            }
        };
        limit.unwrap().add(Kroner::new(gap.missing)).unwrap();
    }

    fn let_go(&mut self, case: usize, bond: &Waits) {
        let id = self.cases[case].id.clone();
        if let Waits::Excluded { by, .. } = bond {
            self.cases[case].excludes.retain(|other| !by.contains(other));
            let others = self.cases.iter_mut().filter(|other| by.contains(&other.id));
            others.for_each(|other| other.excludes.retain(|excluded| *excluded != id));
        }
        if let Waits::Requires { other, .. } = bond {
            let needed = self.cases[case].requires.clone();
            self.cases[case].requires = needed.into_iter().filter(|id| !self.leads(id, other)).collect();
        }
    }

    /// Whether a case is the other, or requires it, directly or not: no ring is drawn.
    fn leads(&self, id: &str, other: &str) -> bool {
        id == other || self.cases[self.case(id)].requires.iter().any(|next| self.leads(next, other))
    }

    fn case(&self, id: &str) -> usize {
        self.cases.iter().position(|case| case.id == id).unwrap()
    }

    fn window(&self, case: usize) -> impl Iterator<Item = &Offer> {
        self.offers[case].iter()
    }
}

fn line(choice: &Choice, case: usize) -> &ChoiceLine {
    choice.lines.iter().find(|line| line.candidate == case).unwrap()
}

fn is_in(choice: &Choice, case: usize) -> bool {
    line(choice, case).verdict == Verdict::Chosen
}

fn missing(choice: &Choice) -> Kroner {
    Kroner::sum(choice.savings.iter().map(|at| at.missing)).unwrap()
}

fn sum(choice: &Choice) -> Kroner {
    choice.sum.unwrap()
}

const LOCKED_OUT: (LockChoice, Option<Year>) = (LockChoice::Out, None);
const LOCKED_IN: (LockChoice, Option<Year>) = (LockChoice::In, None);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn each_reason_holds_when_what_it_names_is_changed(drawn in drawn()) {
        let appraised = drawn.read();
        let world = World::of(&appraised);
        let choice = world.choose();
        prop_assume!(choice.status == Status::Optimal);
        for of in &choice.lines {
            let must = of.standing == Standing::Must;
            prop_assert_eq!(of.must, must, "{:?}", of);
            match &of.why {
                Why::Chosen { because, timing } => {
                    prop_assert!(waits_for_decided(&world, &choice, of), "{:?}", of);
                    chosen_for(&world, &choice, (of, because))?;
                    starts_then(&world, &choice, (of, timing))?;
                }
                Why::Waits { .. } => waits_for(&world, &choice, (of, &of.why))?,
                Why::Plain(reason) => judged(&world, &choice, (of, reason))?,
                Why::Nothing => prop_assert!(false, "a choice holds"),
            }
        }
        price(&world, &choice)?;
    }
}

/// The cases that are out of another choice, or start in another year in it, by id.
fn others_moved(world: &World, choice: &Choice, with: &Choice) -> Vec<Moved> {
    let moved = (0..world.cases.len()).filter(|case| is_in(choice, *case)).filter_map(|case| {
        let to = line(with, case).start.filter(|_| is_in(with, case));
        (to != line(choice, case).start).then(|| Moved { id: world.cases[case].id.clone(), to })
    });
    let mut moved: Vec<Moved> = moved.collect();
    moved.sort_by(|a, b| a.id.cmp(&b.id));
    moved
}

/// Whether a case starts no sooner than each decided case that it requires.
fn waits_for_decided(world: &World, choice: &Choice, of: &ChoiceLine) -> bool {
    let required = world.cases[of.candidate].requires.iter().map(|id| line(choice, world.case(id)));
    required.filter(|other| other.verdict == Verdict::Decided).all(|other| other.start <= of.start)
}

fn chosen_for(
    world: &World,
    choice: &Choice,
    (of, because): (&ChoiceLine, &Because),
) -> Result<(), TestCaseError> {
    let case = of.candidate;
    match because {
        Because::Savings(Kept { missing_without, sum_without }) => {
            let without = world.with(|world| world.lock(case, LOCKED_OUT));
            prop_assert!(missing(&without) > missing(choice), "{:?}", of);
            prop_assert_eq!((missing(&without), sum(&without)), (*missing_without, *sum_without), "{:?}", of);
        }
        Because::Saves { instead } => {
            let without = world.with(|world| world.lock(case, LOCKED_OUT));
            prop_assert_eq!(missing(&without), missing(choice), "{:?}", of);
            for id in instead {
                let other = world.case(id);
                prop_assert!(is_in(&without, other) && !is_in(choice, other), "{:?}", of);
            }
        }
        Because::RequiredBy(by) => {
            let by = world.case(by);
            let requires = world.cases[by].requires.contains(&world.cases[case].id);
            prop_assert!(is_in(choice, by) && requires, "{:?}", of);
        }
        Because::Value => {
            prop_assert!(of.value.unwrap().is_positive(), "{:?}", of);
            let required = |other: &ChoiceLine| {
                world.cases[other.candidate].requires.contains(&world.cases[case].id)
                    && !world.cases[case].requires.contains(&world.cases[other.candidate].id)
            };
            let chosen = choice.lines.iter().filter(|line| line.verdict == Verdict::Chosen);
            prop_assert!(!chosen.clone().any(required), "{:?} is required", of);
        }
        Because::Duty(duties) => prop_assert!(of.must && !duties.is_empty(), "{:?}", of),
        Because::Others | Because::Locked | Because::Must(_) | Because::Placed(_) => {}
    }
    Ok(())
}

fn starts_then(
    world: &World,
    choice: &Choice,
    (of, timing): (&ChoiceLine, &Timing),
) -> Result<(), TestCaseError> {
    let (case, start, own) = (of.candidate, of.start.unwrap(), of.value.unwrap());
    let mut earlier = world.window(case).filter(|offer| offer.start < start).peekable();
    match timing {
        Timing::Earliest => prop_assert!(earlier.peek().is_none(), "{:?}", of),
        Timing::Best => prop_assert!(world.window(case).all(|offer| offer.value <= own), "{:?}", of),
        Timing::Higher => prop_assert!(earlier.all(|offer| offer.value < own), "{:?}", of),
        Timing::Stopped(stops) => {
            let years: Vec<Year> = earlier.map(|offer| offer.start).collect();
            prop_assert_eq!(stops.iter().map(|stop| stop.earlier).collect::<Vec<_>>(), years, "{:?}", of);
            for stop in stops {
                stopped(world, choice, (of, stop))?;
            }
        }
        Timing::Locked => prop_assert!(of.lock.is_some()),
        Timing::Unknown => prop_assert!(false, "nothing is said: {:?}", of),
    }
    Ok(())
}

/// Without all that stops an earlier start, the case can have it in a choice that is as good; with any of it kept,
/// not with the rest of the choice as it is.
fn stopped(
    world: &World,
    choice: &Choice,
    (of, stop): (&ChoiceLine, &Hindrance),
) -> Result<(), TestCaseError> {
    let case = of.candidate;
    let then = world.window(case).find(|offer| offer.start == stop.earlier).unwrap();
    if stop.is_worth_less {
        prop_assert!(then.value < of.value.unwrap(), "{:?}", of);
        return Ok(());
    }
    let without = world.with(|world| {
        world.lock(case, (LockChoice::In, Some(stop.earlier)));
        for at in &stop.frames {
            let missing = if matches!(at.frame, Frame::Capacity(_)) {
                Decimal::from(100)
            } else {
                Decimal::from(1_000_000)
            };
            world.raise(&Gap { at: at.clone(), missing });
        }
        if stop.requires.is_some() {
            world.cases[case].requires.clear();
        }
        if stop.misses_savings {
            world.frames.savings_demand.clear();
        }
    });
    prop_assert_eq!(&without.status, &Status::Optimal, "{:?}", of);
    // More room may let a duty be met sooner, which goes before all else.
    let is_as_soon = duties_at(&without) == duties_at(choice);
    if of.standing != Standing::Must && is_as_soon {
        prop_assert!(missing(&without) <= missing(choice), "{:?}", of);
        let is_no_worse = missing(&without) < missing(choice) || sum(&without) >= sum(choice);
        let less = stop.gives_less.unwrap_or_default();
        let gives_less = less.is_positive() && sum(choice).minus(sum(&without)) == Ok(less);
        prop_assert!(is_no_worse || stop.misses_savings || gives_less, "{:?} {:?}", of, without);
    }
    let kept = world.with(|world| world.lock(case, (LockChoice::In, Some(stop.earlier))));
    let is_by_demand_alone = stop.misses_savings && stop.requires.is_none() && stop.frames.is_empty();
    prop_assert!(!is_by_demand_alone || missing(&kept) > missing(choice), "{:?} {:?}", of, kept);
    Ok(())
}

/// The chosen cases that must be done, and when.
fn duties_at(choice: &Choice) -> Vec<(usize, Option<Year>)> {
    let must = choice.lines.iter().filter(|line| line.verdict == Verdict::Chosen && line.must);
    let mut at: Vec<_> = must.map(|line| (line.candidate, line.start)).collect();
    at.sort_unstable();
    at
}

fn waits_for(world: &World, choice: &Choice, (of, why): (&ChoiceLine, &Why)) -> Result<(), TestCaseError> {
    let case = of.candidate;
    let Why::Waits { because, way, .. } = why else { panic!("it waits: {why:?}") };
    match because {
        Waits::Excluded { .. } | Waits::Requires { .. } => bound(world, choice, (of, why))?,
        Waits::Several { .. } => several(world, choice, (of, because))?,
        Waits::Outbid { gap, by, .. } => {
            let raised = world.with(|world| world.raise(gap));
            prop_assert!(!is_in(&raised, case), "{:?}", of);
            let other = by.as_ref().map(|id| world.case(id));
            prop_assert!(
                other.is_none_or(|other| is_in(&raised, other) && !is_in(choice, other)),
                "{:?}",
                of
            );
        }
        Waits::Savings { more } => {
            let with = world.with(|world| world.lock(case, LOCKED_IN));
            prop_assert_eq!(&with.status, &Status::Optimal, "{:?}", of);
            prop_assert_eq!(missing(&with).minus(missing(choice)).unwrap(), *more, "{:?}", of);
        }
        Waits::SavingsToo { gaps, more } => {
            let raise = |world: &mut World| gaps.iter().for_each(|gap| world.raise(gap));
            let raised = world.with(raise);
            let with = world.with(|world| {
                raise(world);
                world.lock(case, LOCKED_IN);
            });
            prop_assert!(!is_in(&raised, case), "{:?}", of);
            prop_assert_eq!(missing(&with).minus(missing(&raised)).unwrap(), *more, "{:?}", of);
        }
        Waits::Even(_) => {
            let with = world.with(|world| world.lock(case, LOCKED_IN));
            prop_assert_eq!((sum(&with), missing(&with)), (sum(choice), missing(choice)), "{:?}", of);
        }
        Waits::NoGain => {
            prop_assert!(world.window(case).all(|offer| !offer.value.is_positive()), "{:?}", of);
        }
        Waits::Room => prop_assert!(way.is_some(), "{:?}", of),
        Waits::DutyMet { by } => {
            prop_assert!(is_in(choice, world.case(by)), "{:?}", of);
            prop_assert!(world.window(case).all(|offer| offer.value.is_negative()), "{:?}", of);
        }
        Waits::LockedOut | Waits::Unknown => prop_assert!(false, "{:?}", of),
    }
    if let Some(way) = way {
        let raised = world.with(|world| world.raise(&way.gap));
        prop_assert!(is_in(&raised, case), "{:?}", of);
    }
    Ok(())
}

/// Without the bond the case is in; or it waits still, and the reason that is then given is so.
fn bound(world: &World, choice: &Choice, (of, why): (&ChoiceLine, &Why)) -> Result<(), TestCaseError> {
    let case = of.candidate;
    let Why::Waits { because, then, .. } = why else { panic!("it waits: {why:?}") };
    if let Waits::Excluded { by, .. } = because {
        let stands =
            |id: &String| matches!(line(choice, world.case(id)).verdict, Verdict::Chosen | Verdict::Decided);
        prop_assert!(by.iter().all(stands), "{:?}", of);
    }
    let mut free = world.clone();
    free.let_go(case, because);
    let chosen = free.choose();
    prop_assert_eq!(&chosen.status, &Status::Optimal);
    prop_assert_eq!(is_in(&chosen, case), then.is_none(), "{:?}", of);
    then.as_ref().map_or(Ok(()), |then| waits_for(&free, &chosen, (line(&chosen, case), then)))
}

/// With all that is missing the case is in where that is said, and those that are named make room or come along.
fn several(
    world: &World,
    choice: &Choice,
    (of, because): (&ChoiceLine, &Waits),
) -> Result<(), TestCaseError> {
    let case = of.candidate;
    let Waits::Several { gaps, is_enough, moved, joined, .. } = because else { panic!("{because:?}") };
    let raised = world.with(|world| gaps.iter().for_each(|gap| world.raise(gap)));
    prop_assert_eq!(Some(is_in(&raised, case)), *is_enough, "{:?}", of);
    if is_in(&raised, case) {
        prop_assert_eq!(&others_moved(world, choice, &raised), moved, "{:?}", of);
        let is_new = |new: &usize| *new != case && is_in(&raised, *new) && !is_in(choice, *new);
        let mut came: Vec<&String> =
            (0..world.cases.len()).filter(is_new).map(|new| &world.cases[new].id).collect();
        came.sort();
        prop_assert_eq!(came, joined.iter().collect::<Vec<_>>(), "{:?}", of);
    }
    Ok(())
}

fn judged(world: &World, choice: &Choice, (of, reason): (&ChoiceLine, &Reason)) -> Result<(), TestCaseError> {
    if let Reason::NotProfitable { lacks, met_by, .. }
    | Reason::Judgement { worth_at_least: lacks, met_by, .. } = reason
    {
        let best = world.window(of.candidate).map(|offer| offer.value).max().unwrap();
        prop_assert_eq!(best, lacks.negated(), "{:?}", of);
        let met_by = met_by.as_ref().map(|id| world.case(id));
        prop_assert!(met_by.is_none_or(|by| is_in(choice, by)), "{:?}", of);
    }
    Ok(())
}

/// Without the demand the best sum is that, and the cases that are in only for it are out.
fn price(world: &World, choice: &Choice) -> Result<(), TestCaseError> {
    let free = world.with(|world| world.frames.savings_demand.clear());
    let starts = |choice: &Choice| -> Vec<(usize, Option<Year>)> {
        let chosen = choice.lines.iter().filter(|line| line.verdict == Verdict::Chosen);
        let mut starts: Vec<_> = chosen.map(|line| (line.candidate, line.start)).collect();
        starts.sort_unstable();
        starts
    };
    match &choice.savings_price {
        None => prop_assert!(choice.savings.is_empty()),
        Some(price) if starts(&free) == starts(choice) => {
            prop_assert!(price.is_nothing(sum(choice)), "{:?}", price);
        }
        Some(price) => {
            prop_assert_eq!(sum(&free), price.sum_without);
            let only = choice.lines.iter().map(|line| line.candidate);
            let only = only.filter(|case| is_in(choice, *case) && !is_in(&free, *case));
            let kept = only.map(|case| {
                let without = world.with(|world| world.lock(case, LOCKED_OUT));
                let kept = Kept { missing_without: missing(&without), sum_without: sum(&without) };
                (world.cases[case].id.as_str(), Some(kept))
            });
            let said = price.cases.iter().map(|of| (of.id.as_str(), of.kept));
            prop_assert_eq!(said.collect::<Vec<_>>(), kept.collect::<Vec<_>>());
        }
    }
    Ok(())
}
