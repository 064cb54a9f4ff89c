//! One case on a day: each gain from what was promised to what came.

use super::bridge::{Bridge, Pillars};
use super::ended::last_year;
use super::hole::{Effects, UnitHole, add_holes};
use super::judged::{Grounds, Word};
use super::measured::{Measured, Measuring};
use super::progress::Progress;
use crate::calc::{Appraisal, Calculator, Failure, TakenOut};
use crate::date;
use crate::model::{Amount, Benefit, Case, Effect, Estimate, Loss, Schedule, Value};
use crate::quantity::{Base, Dimension, Quantity};
use crate::units::{Decimal, Fte, Hours, Kroner, MONEY_DECIMALS, Overflow, Share, Year};
use chrono::NaiveDate;

/// A case, and the day it is followed on.
#[derive(Debug, Clone, Copy)]
pub struct Following<'a> {
    /// What all cases share.
    pub calculator: &'a Calculator<'a>,
    /// The case.
    pub case: &'a Case,
    /// What it comes to, as it is calculated today.
    pub appraisal: &'a Appraisal,
    /// The day: readings, losses and innfasing count up to it.
    pub day: NaiveDate,
}

/// A case as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedCase {
    /// Every gain, in the order written.
    pub gains: Vec<FollowedGain>,
    /// Where what was promised is from.
    pub promise: PromiseKept,
    /// All gains that are money in the organisation's own budget.
    pub bridge: Bridge,
    /// The hole of them by ansvar; adds up to the bridge's.
    pub holes: Vec<UnitHole>,
}

impl FollowedCase {
    /// Whether what was promised, kept for the case as a whole, is divided on its gains by the figures of today: there
    /// are several, and more than prices has changed since.
    pub fn divides_promise(&self) -> bool {
        let Bridge { changed, growth, .. } = self.bridge;
        let is_changed = changed.minus(growth).is_ok_and(|since| !since.rounded(0).is_zero());
        let gains = self.gains.iter().filter(|gain| gain.figures.is_some()).count();
        self.promise == PromiseKept::Stored && is_changed && gains > 1
    }
}

/// Where the figures promised are from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseKept {
    /// lovet: kept when it was decided.
    Stored,
    /// etter dagens fil: nobody kept them, so today's calculation is what is held to.
    AsCalculatedToday,
}

/// A gain as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedGain {
    /// Its name.
    pub name: String,
    /// Its kroner; none where it moves nothing in the organisation's own budget.
    pub figures: Option<Figures>,
    /// How far it has come on the way to mål; none where that is not measured.
    pub progress: Option<Progress>,
    /// How it goes; after its life, how it went by the last day of it.
    pub word: Word,
    /// Whether the life of the case is over, so that nothing is expected of it any more.
    pub is_ended: bool,
    /// The first year something is to come.
    pub first_year: Year,
}

/// The kroner of a gain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// From lovet to målt, and to what is deducted.
    pub bridge: Bridge,
    /// What was measured; none where nothing is.
    pub measured: Option<Measured>,
    /// The positions behind the kroner; none for money.
    pub positions: Option<Positions>,
    /// The hole by ansvar.
    pub holes: Vec<UnitHole>,
}

/// årsverk taken out: so far, and at full effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Positions {
    /// Measured so far; none where nothing is.
    pub come: Option<Fte>,
    /// At full effect.
    pub full: Fte,
}

impl Figures {
    /// målt; none where nothing is.
    pub fn measured_money(&self) -> Option<Kroner> {
        self.measured.map(|_| self.bridge.measured)
    }
}

/// Follows a case; none without oppstart and levetid, which nothing can be expected by.
///
/// # Errors
/// [`Failure`] where a figure does not fit.
pub fn follow(following: Following<'_>) -> Result<Option<FollowedCase>, Failure> {
    let Some((schedule, year)) = following.case.schedule().zip(date::year(following.day)) else {
        return Ok(None);
    };
    let last = last_year(following.case, schedule);
    let budget_year = following.calculator.organisation().budget_year;
    // While the budget is of a year it lives in, what is deducted there is held against what came by its last day.
    let is_ended = year > last && budget_year > last;
    let last_day = NaiveDate::from_ymd_opt(i32::from(last.number()), 12, 31);
    let day = last_day.map_or(following.day, |last_day| last_day.min(following.day));
    let followed = Followed::new(Following { day, ..following }, schedule, year.min(last))?.case()?;
    Ok(Some(if is_ended { followed.after_life()? } else { followed }))
}

/// What the gains of a case come to in every way they are looked at, each in the order of the gains.
struct Followed<'a> {
    of: Following<'a>,
    schedule: Schedule,
    full: Vec<Option<TakenOut>>,
    now: Vec<Option<TakenOut>>,
    deducted: Vec<Option<TakenOut>>,
    measured: Vec<Option<Measured>>,
    come: Vec<Option<TakenOut>>,
    /// What is deducted from today's budget, and what has come, line by line.
    effects: Effects,
}

impl<'a> Followed<'a> {
    fn new(of: Following<'a>, schedule: Schedule, year: Year) -> Result<Self, Failure> {
        let Following { calculator, case, .. } = of;
        let full = calculator.taken_out_at_full_effect(case)?;
        let now = calculator.taken_out_in(case, schedule, year)?;
        let measured = of.measured(&full)?;
        let with_measured = of.with_measured(schedule, &now, &measured)?;
        let come = with_measured.as_ref().map(|case| calculator.taken_out_at_full_effect(case));
        let come = come.transpose()?.unwrap_or_default();
        let (mut deducted, mut effects) = (Vec::new(), Effects::default());
        if case.is_in_todays_budget() {
            let budget_year = calculator.organisation().budget_year;
            deducted = calculator.taken_out_in(case, schedule, budget_year)?;
            effects.deducted = calculator.budget_effects(case, schedule)?;
            effects.deducted.retain(|effect| effect.year == budget_year);
            let come = with_measured.as_ref().map(|case| calculator.gains_at_full_effect(case));
            effects.come = come.transpose()?.unwrap_or_default();
        }
        Ok(Self { of, schedule, full, now, deducted, measured, come, effects })
    }

    fn case(self) -> Result<FollowedCase, Failure> {
        let (changes, promise) = self.changes()?;
        let mut gains = Vec::with_capacity(changes.len());
        for (place, benefit) in self.of.case.benefits.iter().enumerate() {
            let changed = changes.get(place).copied().unwrap_or_default();
            gains.push(self.gain(place, benefit, changed)?);
        }
        let figures = || gains.iter().filter_map(|gain| gain.figures.as_ref());
        let bridge = Bridge::sum(figures().map(|of| of.bridge))?;
        let holes = add_holes(figures().flat_map(|of| &of.holes))?;
        Ok(FollowedCase { gains, promise, bridge, holes })
    }

    fn gain(&self, place: usize, benefit: &Benefit, changed: Change) -> Result<FollowedGain, Failure> {
        let progress = Progress::of(self.of.case, benefit, self.of.day);
        let first_year = first_year(benefit, self.schedule);
        let figures = self.figures(place, benefit, changed)?;
        let word = match &figures {
            Some((_, word)) => *word,
            None => self.of.grounds(benefit, first_year).word_of_way(progress)?,
        };
        let figures = figures.map(|(figures, _)| figures);
        Ok(FollowedGain { name: benefit.name.clone(), figures, progress, word, is_ended: false, first_year })
    }

    /// What a gain takes out at full effect; none where it moves nothing in the organisation's own budget.
    fn own(&self, place: usize) -> Option<Kroner> {
        at(&self.full, place)?.of_own(self.of.case.benefits.get(place)?)
    }

    fn figures(
        &self,
        place: usize,
        benefit: &Benefit,
        Change { changed, growth }: Change,
    ) -> Result<Option<(Figures, Word)>, Failure> {
        let Some(full) = self.own(place) else { return Ok(None) };
        let own = |all: &[Option<TakenOut>]| at(all, place).and_then(|of| of.own).unwrap_or_default();
        let measured = self.measured.get(place).copied().flatten();
        let come = measured.map(|_| own(&self.come));
        let expected = own(&self.now);
        let grounds = self.of.grounds_of_money(benefit, self.schedule, expected.value());
        let word = Grounds { come: come.map(Kroner::value), whole: full.value(), ..grounds }.word()?;
        let deducted = own(&self.deducted);
        let bridge = Bridge::of(Pillars { full, changed, growth, expected, measured: come, deducted, word })?;
        let holes = self.effects.holes(&benefit.name, bridge.hole)?;
        let positions = self.positions(place)?;
        Ok(Some((Figures { bridge, measured, positions, holes }, word)))
    }

    fn positions(&self, place: usize) -> Result<Option<Positions>, Overflow> {
        let rules = &self.of.calculator.organisation().rules;
        let fte = |all: &[Option<TakenOut>]| {
            let hours = at(all, place).map_or(Hours::ZERO, |of| of.own_hours);
            hours.as_fte(rules.hours_per_fte)
        };
        let is_time = at(&self.full, place).is_some_and(|of| matches!(of.whole, Some(Effect::Time(_))));
        if !is_time {
            return Ok(None);
        }
        let measured = self.measured.get(place).copied().flatten();
        let come = measured.map(|_| fte(&self.come)).transpose()?;
        Ok(Some(Positions { come, full: fte(&self.full)? }))
    }

    /// What has changed of each gain since the decision, and what prices alone have made of it.
    fn changes(&self) -> Result<(Vec<Change>, PromiseKept), Overflow> {
        let own: Vec<Kroner> = (0..self.full.len()).filter_map(|place| self.own(place)).collect();
        let all = Kroner::sum(own)?;
        let Some(Change { changed, growth }) = self.of.changed(all)? else {
            return Ok((vec![Change::default(); self.full.len()], PromiseKept::AsCalculatedToday));
        };
        let parts = self.shared(changed, all)?.into_iter().zip(self.shared(growth, all)?);
        let changes = parts.map(|(changed, growth)| Change { changed, growth });
        Ok((changes.collect(), PromiseKept::Stored))
    }

    /// What is of all gains, pro rata on what each takes out, the last with what is left.
    fn shared(&self, amount: Kroner, all: Kroner) -> Result<Vec<Kroner>, Overflow> {
        let mut parts = vec![Kroner::ZERO; self.full.len()];
        let own: Vec<(usize, Kroner)> =
            (0..self.full.len()).filter_map(|place| Some((place, self.own(place)?))).collect();
        let amount = amount.rounded(MONEY_DECIMALS);
        let mut left = amount;
        for (place, full) in own.iter().filter(|_| !all.is_zero()) {
            let part = amount.times(full.ratio(all)?)?.rounded(MONEY_DECIMALS);
            left.subtract(part)?;
            if let Some(of) = parts.get_mut(*place) {
                *of = part;
            }
        }
        if let Some(last) = own.last().and_then(|(place, _)| parts.get_mut(*place)) {
            last.add(left)?;
        }
        Ok(parts)
    }
}

/// What has become of what was promised.
#[derive(Debug, Clone, Copy, Default)]
struct Change {
    /// Today's calculation − lovet.
    changed: Kroner,
    /// What lovet is more in today's prices than in those it was decided in.
    growth: Kroner,
}

impl<'a> Following<'a> {
    /// What was measured of each gain.
    fn measured(self, full: &[Option<TakenOut>]) -> Result<Vec<Option<Measured>>, Overflow> {
        let Self { calculator, case, day, .. } = self;
        let one = |(benefit, full): (&'a Benefit, &Option<TakenOut>)| {
            let Some(full) = full.and_then(|full| full.whole) else { return Ok(None) };
            Measuring { calculator, case, benefit, full, day }.measured()
        };
        case.benefits.iter().zip(full).map(one).collect()
    }

    /// The case with what was measured in place of what was believed; none where nothing is. Gains that share positions
    /// with a measured one and are not measured themselves count as they are expected now, and as nothing where they
    /// are lost, or should have been measured.
    fn with_measured(
        self,
        schedule: Schedule,
        now: &[Option<TakenOut>],
        measured: &[Option<Measured>],
    ) -> Result<Option<Case>, Overflow> {
        if measured.iter().all(Option::is_none) {
            return Ok(None);
        }
        let mut case = self.case.clone();
        for ((benefit, now), measured) in case.benefits.iter_mut().zip(now).zip(measured) {
            let effect = match measured {
                Some(measured) => Some(measured.effect),
                None => self.believed(benefit, schedule, *now)?,
            };
            let quantity = effect.map(|effect| match effect {
                Effect::Money(money) => Quantity::new(money.value(), Dimension::per(Base::Krone, Base::Year)),
                Effect::Time(hours) => Quantity::new(hours.value(), Dimension::per(Base::Hour, Base::Year)),
            });
            benefit.amount =
                quantity.map(|quantity| Amount::Single(Value::Estimate(Estimate::Certain(quantity))));
        }
        Ok(Some(case))
    }

    /// What is still believed to have come of a gain that is not measured.
    fn believed(
        self,
        benefit: &Benefit,
        schedule: Schedule,
        now: Option<TakenOut>,
    ) -> Result<Option<Effect>, Overflow> {
        let expected = now.and_then(|now| now.own).unwrap_or_default();
        let word = self.grounds_of_money(benefit, schedule, expected.value()).word()?;
        Ok(now.and_then(|now| now.whole).filter(|_| !word.is_missing()))
    }

    fn is_lost(self, benefit: &Benefit) -> bool {
        self.case.losses.iter().any(|loss: &Loss| loss.is_of(&benefit.name, self.day))
    }

    /// Today's calculation − lovet, of the gains; where lovet has no gains of its own, of the whole case in the
    /// last year that both plans have. None where nothing was kept.
    fn changed(self, gains: Kroner) -> Result<Option<Change>, Overflow> {
        let promised = self.case.decision.as_ref().and_then(|decision| decision.promised.as_ref());
        let Some(promised) = promised else { return Ok(None) };
        let organisation = self.calculator.organisation();
        let last = || {
            let value = self.appraisal.value.as_ref()?;
            let today = organisation.plan_years().into_iter().zip(value.running_effect);
            today.filter_map(|(year, today)| Some((today, *promised.budget.get(&year)?))).next_back()
        };
        let Some((today, then)) = promised.gains.map(|then| (gains, then)).or_else(last) else {
            return Ok(None);
        };
        let decided_in = promised.budget.keys().next();
        let prices = decided_in.and_then(|year| organisation.repricing(*year)?.factor());
        let growth = prices.map_or(Ok(Kroner::ZERO), |prices| then.factor(prices)?.minus(then))?;
        // As exact as it was kept, in whole kroner as a rule: what nobody has touched has not changed.
        let kept = then.value().normalize().scale();
        Ok(Some(Change { changed: today.rounded(kept).minus(then)?, growth }))
    }

    /// The same of a gain of which so much was expected by now: one that no måling is to tell of should have been
    /// measured, once something was.
    fn grounds_of_money(self, benefit: &Benefit, schedule: Schedule, expected: Decimal) -> Grounds {
        let grounds = self.grounds(benefit, first_year(benefit, schedule));
        let is_awaited = self.case.measurements_of(&benefit.name).any(|of| of.is_awaited(self.day));
        let is_untold = !is_awaited && !expected.is_zero();
        Grounds { is_overdue: grounds.is_overdue || is_untold, expected: Some(expected), ..grounds }
    }

    /// What is known of how a gain goes, before any value of it.
    fn grounds(self, benefit: &Benefit, first_year: Year) -> Grounds {
        let half = NaiveDate::from_ymd_opt(i32::from(first_year.number()), 7, 1);
        let start = self.case.first_day();
        let is_due = |start: NaiveDate| {
            self.case.measurements_of(&benefit.name).any(|of| of.is_overdue(start, self.day))
        };
        Grounds {
            is_lost: self.is_lost(benefit),
            is_early: half.is_some_and(|half| self.day < half),
            is_overdue: start.is_some_and(is_due),
            come: None,
            expected: None,
            whole: Decimal::ONE,
        }
    }
}

impl Grounds {
    /// The word of what is no money: by the share of the way, against a straight line to the day of mål.
    fn word_of_way(self, progress: Option<Progress>) -> Result<Word, Overflow> {
        let come = progress.map(|progress| progress.way);
        let planned = progress.and_then(|progress| progress.planned).map(Share::value);
        Self { come, expected: planned, ..self }.word()
    }
}

/// The first year something is to come of a gain.
fn first_year(benefit: &Benefit, schedule: Schedule) -> Year {
    let after = |years: Option<usize>| {
        schedule.start.later(years.and_then(|years| years.try_into().ok()).unwrap_or(0))
    };
    match &benefit.amount {
        Some(Amount::ByCalendarYear(years)) => {
            let first = years.iter().find(|(_, value)| !value.is_nothing());
            first.map_or(schedule.start, |(year, _)| *year)
        }
        Some(Amount::ByCaseYear(values)) => after(values.iter().position(|value| !value.is_nothing())),
        Some(Amount::Single(_)) | None => after(benefit.phase_in.iter().position(|share| !share.is_zero())),
    }
}

fn at(all: &[Option<TakenOut>], place: usize) -> Option<TakenOut> {
    all.get(place).copied().flatten()
}
