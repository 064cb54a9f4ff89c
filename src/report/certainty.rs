//! The choice, made again in every draw → how sure each case's place is.

use super::{Draws, Field, Watch, Work};
use crate::calc::Calculator;
use crate::choose::{
    self, Again, Certainty, Choice, Deciding, Effort, NoChoice, Offer, OneOff, PlaceRange, Placed, Redone,
};
use crate::model::Frames;
use crate::simulate::{CompiledCase, DrawnFigure, Outcome, Settings, place_of};
use crate::units::{Decimal, Year};
use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use std::collections::{BTreeMap, BTreeSet};

/// Draws up to [`FEW_CASES`] cases; fewer above, so that the work stays the same.
const DRAWS: usize = 200;
const FEW_CASES: usize = 60;
/// Draws however many cases there are.
const LEAST_DRAWS: usize = 20;
/// Nodes of the search in each draw: it begins from the best of what is chosen before, and needs a good choice, no
/// proof.
const NODES: u64 = 20;
/// Draws that are made side by side, before the next learn from them: as many whatever the machine.
const TOGETHER: usize = 20;
/// How many figures that decide are named.
const NAMED: usize = 3;
/// A figure decides where it explains more than this of what becomes of a case (in variance) …
const MUCH: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
/// … or more than this part of all that changes from draw to draw, however seldom that is.
const PART: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// How many draws the choice is made in, unless a number is asked for.
fn draws_for(cases: usize) -> usize {
    DRAWS.saturating_mul(FEW_CASES).checked_div(cases.max(FEW_CASES)).unwrap_or(DRAWS).max(LEAST_DRAWS)
}

impl Field<'_> {
    /// Chooses again in every draw, each search beginning near the choice of the expected figures; none
    /// where nothing is uncertain.
    ///
    /// # Errors
    /// [`NoChoice`] where a drawn figure is too large to weigh.
    pub(super) fn certainty(
        &self,
        frames: &Frames,
        known: &Choice,
        redraw: Redraw<'_>,
    ) -> Result<Option<Certainty>, NoChoice> {
        let Redraw { draws: Draws { count, seed }, effort, watch } = redraw;
        let cases = self.candidates.len();
        let draws = count.unwrap_or_else(|| draws_for(cases));
        let settings = Settings { draws, seed };
        let effort = effort.at_most(NODES);
        if effort.is_stopped() {
            return Ok(None);
        }
        let step = watch(Work::ChoosingAgain { cases, draws });
        let drawn = self.drawn(settings);
        if drawn.iter().all(|drawn| drawn.figures.is_empty()) {
            return Ok(None);
        }
        let mut again = Again::from(self.contest(Some(frames), &self.offers), known)?;
        let mut redone: Vec<Redone> = Vec::with_capacity(draws);
        while redone.len() < draws && !effort.is_stopped() {
            let some = redone.len()..redone.len().saturating_add(TOGETHER).min(draws);
            let some: Result<Vec<Redone>, NoChoice> = some
                .into_par_iter()
                .map(|draw| {
                    let redone = again.place(self.contest(Some(frames), &self.all_in(draw, &drawn)), effort);
                    step();
                    redone
                })
                .collect();
            let some = some?;
            again.learn(&some);
            redone.extend(some);
        }
        // Where somebody has said that it is enough, those that are made are what is known.
        let draws = redone.len();
        if draws == 0 {
            return Ok(None);
        }
        let held: Vec<&[Placed]> = redone.iter().filter_map(Redone::placed).collect();
        let chosen_in = |candidate: usize| {
            let is_in = |one: &Redone| {
                let placed = one.placed().and_then(|placed| placed.get(candidate));
                placed.is_some_and(|placed| placed.chosen)
            };
            redone.iter().map(is_in).collect::<Vec<bool>>()
        };
        let count = |is: fn(&Redone) -> bool| redone.iter().filter(|one| is(one)).count();
        Ok(Some(Certainty {
            draws,
            seed,
            held: held.len(),
            unproven: count(|one| matches!(one, Redone::Found { is_proven: false, .. })),
            unknown: count(|one| matches!(one, Redone::Unknown)),
            cases: (0..self.candidates.len()).map(|candidate| range(candidate, &held, draws)).collect(),
            deciding: self.deciding(&drawn, chosen_in),
        }))
    }

    /// Every case drawn at every start it may have.
    fn drawn(&self, settings: Settings) -> Vec<Drawn> {
        let calculator = Calculator::new(self.organisation);
        let one = |(candidate, offers): (&choose::Candidate<'_>, &Vec<Offer>)| {
            let starts: Vec<Year> = offers.iter().map(|offer| offer.start).collect();
            let compiled = CompiledCase::new(&calculator, candidate.case, &starts).ok();
            let compiled = compiled.filter(|compiled| compiled.is_uncertain() && !starts.is_empty());
            compiled.map_or_else(Drawn::default, |compiled| Drawn {
                outcomes: compiled.outcomes(settings, self.method),
                figures: compiled.figures(settings),
            })
        };
        let pairs: Vec<_> = self.candidates.iter().zip(&self.offers).collect();
        pairs.par_iter().map(|pair| one(*pair)).collect()
    }

    /// What every case comes to in a draw.
    fn all_in(&self, draw: usize, drawn: &[Drawn]) -> Vec<Vec<Offer>> {
        let pairs = self.offers.iter().zip(drawn);
        pairs.map(|(offers, drawn)| self.offers_in(draw, offers, drawn)).collect()
    }

    /// What the starts of a case come to in a draw; as expected where the draw has no answer.
    fn offers_in(&self, draw: usize, offers: &[Offer], drawn: &Drawn) -> Vec<Offer> {
        let in_draw = |offer: &Offer| {
            let starts = drawn.outcomes.iter().filter_map(|draws| draws.get(draw)?.as_ref());
            let outcome = starts.into_iter().find(|outcome| outcome.start == offer.start);
            outcome.map_or_else(|| offer.clone(), |outcome| self.offer_of(offer, outcome))
        };
        offers.iter().map(in_draw).collect()
    }

    fn offer_of(&self, offer: &Offer, outcome: &Outcome) -> Offer {
        let amounts = outcome.investment.into_iter().zip(outcome.restructuring);
        let one_off = self
            .organisation
            .plan_years()
            .into_iter()
            .zip(amounts)
            .map(|(year, (investment, restructuring))| OneOff { year, investment, restructuring });
        Offer {
            value: outcome.value,
            running_effect: outcome.running_effect,
            savings: outcome.savings,
            one_off: one_off.collect(),
            ..offer.clone()
        }
    }

    /// The figures that most often flip the line: for each, over all cases, how much of whether the case
    /// is chosen goes with the figure being high or low.
    ///
    /// A case that is in about half the draws flips more than one that is in nearly all, and counts for
    /// more: what is summed is explained variance ([`DrawnFigure::decides`]). A case that uses the figure
    /// counts in full. Another case (one that comes in when this one goes out) counts where it follows the
    /// figure more closely than chance gives in one of ten thousand, so that many cases that have nothing to
    /// do with it do not add up to something. A figure of felles is one figure, however many cases use it.
    fn deciding(&self, drawn: &[Drawn], chosen_in: impl Fn(usize) -> Vec<bool>) -> Vec<Deciding> {
        let chosen: Vec<Vec<bool>> = (0..self.candidates.len()).map(chosen_in).collect();
        let mut figures: BTreeMap<Name<'_>, Used<'_>> = BTreeMap::new();
        for (place, (candidate, drawn)) in self.candidates.iter().zip(drawn).enumerate() {
            for figure in &drawn.figures {
                let case = (!figure.is_shared).then_some(candidate.case.id.as_str());
                let known = figures.entry((case, &figure.name)).or_insert_with(|| (figure, BTreeSet::new()));
                known.1.insert(place);
            }
        }
        let explained = |(figure, users): (&DrawnFigure, &BTreeSet<usize>)| {
            let over_cases = chosen.iter().enumerate().map(|(place, chosen)| {
                if users.contains(&place) { figure.decides(chosen) } else { figure.decides_surely(chosen) }
            });
            over_cases.fold(Decimal::ZERO, |sum, one| sum.checked_add(one).unwrap_or(sum))
        };
        let all: Vec<_> = figures.into_iter().collect();
        let all = all.par_iter().map(|(key, (figure, users))| (*key, explained((figure, users))));
        let all: Vec<_> = all.collect();
        let changes = chosen.iter().map(|chosen| variance(chosen)).sum::<Decimal>();
        let counts =
            |explained: Decimal| explained > MUCH || explained > PART.checked_mul(changes).unwrap_or(MUCH);
        let mut all: Vec<_> = all.into_iter().filter(|(_, explained)| counts(*explained)).collect();
        all.sort_by_key(|(_, explained)| core::cmp::Reverse(*explained));
        all.truncate(NAMED);
        let of = |(case, name): Name<'_>| Deciding { name: name.to_owned(), case: case.map(str::to_owned) };
        all.into_iter().map(|(key, _)| of(key)).collect()
    }
}

/// How much whether a case is chosen changes from draw to draw.
fn variance(chosen: &[bool]) -> Decimal {
    let yes = Decimal::from(chosen.iter().filter(|chosen| **chosen).count());
    let share = yes.checked_div(Decimal::from(chosen.len())).unwrap_or_default();
    share.checked_mul(Decimal::ONE.checked_sub(share).unwrap_or_default()).unwrap_or_default()
}

/// The case a figure stands in, none for felles, and its name.
type Name<'d> = (Option<&'d str>, &'d str);

/// A figure, and the candidates that use it.
type Used<'d> = (&'d DrawnFigure, BTreeSet<usize>);

/// How the choice is made again.
#[derive(Clone, Copy)]
pub(super) struct Redraw<'w> {
    /// How often.
    pub(super) draws: Draws,
    /// What each search may take at most; never more than a few nodes.
    pub(super) effort: Effort,
    /// Who watches.
    pub(super) watch: Watch<'w>,
}

/// A case's outcomes by start and draw, and the figures they were drawn from.
#[derive(Debug, Default)]
struct Drawn {
    outcomes: Vec<Vec<Option<Outcome>>>,
    figures: Vec<DrawnFigure>,
}

/// How a case fared in the draws where something held, of all the draws.
fn range(candidate: usize, held: &[&[Placed]], draws: usize) -> Option<PlaceRange> {
    let placed = held.iter().filter_map(|placed| placed.get(candidate));
    let mut places: Vec<usize> = placed.clone().filter_map(|placed| placed.place).collect();
    places.sort_unstable();
    let at = |per_cent: usize| places.get(place_of(per_cent, places.len())).copied();
    let chosen = Decimal::from(placed.filter(|placed| placed.chosen).count());
    let chosen = chosen.checked_div(Decimal::from(draws))?;
    Some(PlaceRange { chosen, best: at(10)?, worst: at(90)? })
}
