//! The choice, made again in every draw → how sure each case's place is.

use super::choose::Field;
use crate::calc::Calculator;
use crate::choose::{
    self, Again, Certainty, Choice, Deciding, Effort, Offer, OneOff, PlaceRange, Placed, Redone, Wrong,
};
use crate::model::Frames;
use crate::simulate::{CompiledCase, DrawnFigure, Outcome, Settings, place_of};
use crate::units::{Decimal, Year};
use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeMap;

/// Draws up to [`FEW_CASES`] cases; fewer above, so that the work stays the same.
pub const DRAWS: usize = 200;
const FEW_CASES: usize = 60;
/// Draws however many cases there are.
const LEAST_DRAWS: usize = 20;
/// Nodes of the search in each draw.
const NODES: u64 = 200;
/// How many figures that decide are named.
const NAMED: usize = 3;
/// A figure that explains less of the choice than this says nothing.
const NOTHING: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// How many draws the choice is made in, unless a number is asked for.
#[must_use]
pub fn draws_for(cases: usize) -> usize {
    DRAWS.saturating_mul(FEW_CASES).checked_div(cases.max(FEW_CASES)).unwrap_or(DRAWS).max(LEAST_DRAWS)
}

impl Field<'_> {
    /// Chooses again in every draw, each search beginning near the choice of the expected figures; none
    /// where nothing is uncertain.
    ///
    /// # Errors
    /// [`Wrong`] where a drawn figure is too large to weigh.
    pub fn certainty(
        &self,
        frames: &Frames,
        settings: Settings,
        known: &Choice,
    ) -> Result<Option<Certainty>, Wrong> {
        let drawn = self.drawn(settings);
        if drawn.iter().all(|drawn| drawn.figures.is_empty()) {
            return Ok(None);
        }
        let again = Again::from(self.contest(frames, &self.offers), known)?;
        let redone: Result<Vec<Redone>, Wrong> = (0..settings.draws)
            .into_par_iter()
            .map(|draw| self.choose_in(draw, &drawn, (frames, &again)))
            .collect();
        let redone = redone?;
        let held: Vec<&[Placed]> = redone.iter().filter_map(Redone::placed).collect();
        let chosen_in = |candidate: usize| {
            let is_in = |one: &Redone| {
                let placed = one.placed().and_then(|placed| placed.get(candidate));
                placed.is_some_and(|placed| placed.chosen)
            };
            redone.iter().map(is_in).collect::<Vec<bool>>()
        };
        let count = |is: fn(&Redone) -> bool| redone.iter().filter(|one| is(one)).count();
        let draws = settings.draws;
        Ok(Some(Certainty {
            draws,
            seed: settings.seed,
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

    fn choose_in(
        &self,
        draw: usize,
        drawn: &[Drawn],
        (frames, again): (&Frames, &Again),
    ) -> Result<Redone, Wrong> {
        let offers: Vec<Vec<Offer>> = self
            .offers
            .iter()
            .zip(drawn)
            .map(|(offers, drawn)| self.offers_in(draw, offers, drawn))
            .collect();
        again.place(self.contest(frames, &offers), Effort::of(NODES))
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

    /// The figures that explain most of what is chosen: felles summed over the cases that use it.
    fn deciding(&self, drawn: &[Drawn], chosen_in: impl Fn(usize) -> Vec<bool>) -> Vec<Deciding> {
        let mut all: BTreeMap<(Option<String>, String), Decimal> = BTreeMap::new();
        for (place, (candidate, drawn)) in self.candidates.iter().zip(drawn).enumerate() {
            let chosen = chosen_in(place);
            for figure in &drawn.figures {
                let case = (!figure.is_shared).then(|| candidate.case.id.clone());
                let explained = all.entry((case, figure.name.clone())).or_default();
                *explained = explained.checked_add(figure.decides(&chosen)).unwrap_or(*explained);
            }
        }
        let mut all: Vec<_> = all.into_iter().filter(|(_, explained)| *explained > NOTHING).collect();
        all.sort_by_key(|(_, explained)| core::cmp::Reverse(*explained));
        all.truncate(NAMED);
        all.into_iter().map(|((case, name), _)| Deciding { name, case }).collect()
    }
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
