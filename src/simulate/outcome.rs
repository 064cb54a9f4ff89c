//! Draws as the choice takes them: whole øre, and what each draw was made from.

use super::case::{Blocks, CompiledCase, DrawValues};
use super::inputs::{Input, Origin};
use super::settings::Settings;
use super::statistics::{Sorted, kroner, ratio};
use crate::model::Method;
use crate::units::{Decimal, Kroner, Year};

/// Decimals of a drawn amount that is chosen by: øre.
const ORE: u32 = 2;

/// One start of a case in one draw, kroner; plan years in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// oppstart
    pub start: Year,
    /// The method's value.
    pub value: Kroner,
    /// Running effect.
    pub running_effect: [Kroner; 4],
    /// What counts towards innsparingskrav.
    pub savings: [Kroner; 4],
    /// The paid part of investering.
    pub investment: [Kroner; 4],
    /// The paid part of omstilling.
    pub restructuring: [Kroner; 4],
}

impl Outcome {
    fn of(start: Year, drawn: &DrawValues, method: Method) -> Self {
        let ore = |value: f64| kroner(value).rounded(ORE);
        Self {
            start,
            value: ore(drawn.value_by(method)),
            running_effect: drawn.running_effect.map(ore),
            savings: drawn.savings.map(ore),
            investment: drawn.investment.map(ore),
            restructuring: drawn.restructuring.map(ore),
        }
    }
}

/// What chance gives in one of ten thousand: the quantile of χ² with one degree of freedom.
const CHANCE: f64 = 15.137;

/// An uncertain figure, and what it was in each draw.
#[derive(Debug, Clone)]
pub struct DrawnFigure {
    /// Its name, as written.
    pub name: String,
    /// Whether it is one of felles, drawn once for all cases.
    pub is_shared: bool,
    ranks: Vec<f64>,
}

impl DrawnFigure {
    /// How much of whether something happened in a draw or not this figure explains: the squared rank
    /// correlation, times how evenly it happened and did not (the variance); 0 where it always or never did.
    pub fn decides(&self, happened: &[bool]) -> Decimal {
        let (draws, share) = self.share_of(happened);
        let spread: f64 = self.ranks.iter().map(|rank| rank * rank).sum();
        let even = share * (1.0 - share);
        if even <= 0.0 || spread <= 0.0 {
            return Decimal::ZERO;
        }
        let centred = happened.iter().map(|yes| f64::from(u8::from(*yes)) - share);
        let joint: f64 = self.ranks.iter().zip(centred).map(|(rank, happened)| rank * happened).sum();
        ratio(joint * joint / (spread * draws))
    }

    /// The same where it is more than chance: 0 where as much would be found in more than one of ten
    /// thousand figures that have nothing to do with it (the squared correlation times the draws is then
    /// below 15.1, the quantile of χ² with one degree of freedom).
    pub fn decides_surely(&self, happened: &[bool]) -> Decimal {
        let decides = self.decides(happened);
        let (draws, share) = self.share_of(happened);
        let even = share * (1.0 - share);
        if decides.as_f64() * draws < CHANCE * even { Decimal::ZERO } else { decides }
    }

    /// How many draws there are, and in which share of them it happened.
    fn share_of(&self, happened: &[bool]) -> (f64, f64) {
        let draws = self.ranks.len().min(happened.len()) as f64;
        let yes = happened.iter().filter(|yes| **yes).count() as f64;
        (draws, if draws > 0.0 { yes / draws } else { 0.0 })
    }
}

impl CompiledCase {
    /// Every start in each draw; none where the draw has no answer.
    pub fn outcomes(&self, settings: Settings, method: Method) -> Vec<Vec<Option<Outcome>>> {
        let starts = self.draw(settings.draws, settings.seed);
        let each = starts.into_iter().map(|drawn| {
            let outcome =
                |value: &Option<DrawValues>| Some(Outcome::of(drawn.start, value.as_ref()?, method));
            drawn.draws.iter().map(outcome).collect()
        });
        each.collect()
    }

    /// The uncertain figures of the case, and what each was in the same draws.
    pub fn figures(&self, settings: Settings) -> Vec<DrawnFigure> {
        let mut values: Vec<Vec<f64>> = vec![Vec::with_capacity(settings.draws); self.inputs.len()];
        let mut blocks = Blocks::new(self, settings.seed);
        while values.first().is_some_and(|values| values.len() < settings.draws) {
            let columns = blocks.next();
            for (values, input) in values.iter_mut().zip(&self.inputs) {
                let left = settings.draws.saturating_sub(values.len());
                values.extend(columns.get(input.column).into_iter().flatten().take(left));
            }
        }
        let figure = |values: &[f64], input: &Input| DrawnFigure {
            name: input.name.clone(),
            is_shared: input.origin == Origin::Shared,
            ranks: Sorted::of(values).ranks(),
        };
        values.iter().zip(&self.inputs).map(|(values, input)| figure(values, input)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_decides_what_follows_it_and_not_what_is_always_so() {
        let ranks = Sorted::of(&[1.0, 2.0, 3.0, 4.0]).ranks();
        let figure = DrawnFigure { name: "antall".to_owned(), is_shared: false, ranks };
        let follows = figure.decides(&[false, false, true, true]);
        assert!(follows > figure.decides(&[true, false, false, true]));
        assert_eq!(follows, Decimal::new(2, 1));
        assert_eq!(figure.decides(&[true; 4]), Decimal::ZERO);
        assert_eq!(figure.decides_surely(&[false, false, true, true]), Decimal::ZERO);
        let ranks = Sorted::of(&(0..40).map(f64::from).collect::<Vec<_>>()).ranks();
        let figure = DrawnFigure { ranks, ..figure };
        let follows: Vec<bool> = (0..40).map(|draw| draw < 20).collect();
        assert_eq!(figure.decides_surely(&follows), figure.decides(&follows));
        let alternates: Vec<bool> = (0..40).map(|draw| draw % 2 == 0).collect();
        assert_eq!(figure.decides_surely(&alternates), Decimal::ZERO);
    }
}
