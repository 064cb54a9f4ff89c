//! Where many gains are alike (most cases use nothing of the frame that is to be spared), the method may go from one
//! basis to another that is no better, for long: then the gains are nudged apart, and in the end put right.

use super::{Ended, Simplex};

/// Pivots on end that move nothing, before the gains are nudged apart.
const STILL: u64 = 100;
/// By how much, where the largest is a thousand.
const NUDGE: f64 = 1e-6;

impl Simplex {
    /// Pivots until no row is broken, or so many times.
    pub(in super::super) fn solve(&mut self, most: u64) -> Ended {
        let until = self.pivots + most;
        let ended = self.go_on(until, Some(STILL));
        if ended != Ended::GivenUp || self.pivots >= until {
            return ended;
        }
        let nudges = self.nudge();
        let ended = self.go_on(until, None);
        self.put_right(&nudges);
        // A row that nothing holds is so whatever the gains are.
        if ended == Ended::Highest { self.go_on(until, Some(STILL)) } else { ended }
    }

    /// Moves every gain a little further from zero, each by its own; what each variable got.
    fn nudge(&mut self) -> Vec<f64> {
        let mut nudges = vec![0.0; self.places.len()];
        for ((variable, gain), is_high) in self.loose.iter().zip(&mut self.gains).zip(&self.high) {
            let golden = (*variable as f64 + 1.0) * 0.618_033_988_749_895;
            let by = NUDGE * (1.0 + golden.fract());
            nudges[*variable] = if *is_high { by } else { -by };
            *gain += nudges[*variable];
        }
        nudges
    }

    /// Takes what the gains were nudged by off again; what then lies at the wrong bound goes to the other.
    fn put_right(&mut self, nudges: &[f64]) {
        let columns = self.loose.len();
        for (gain, variable) in self.gains.iter_mut().zip(&self.loose) {
            *gain -= nudges[*variable];
        }
        for (figures, variable) in self.figures.chunks_exact(columns.max(1)).zip(&self.basic) {
            let by = nudges[*variable];
            if by != 0.0 {
                self.gains.iter_mut().zip(figures).for_each(|(gain, figure)| *gain += by * figure);
            }
        }
        self.turn();
    }
}

#[cfg(test)]
mod tests {
    use super::super::Bounds;
    use super::*;

    #[test]
    fn what_was_nudged_apart_is_put_right() {
        let share = Bounds { low: 0.0, high: 1.0 };
        let mut simplex = Simplex::new(vec![-1.0; 12], vec![share; 12]);
        for row in 0..4 {
            let entries: Vec<(usize, f64)> = (row..row + 9).map(|variable| (variable, -1.0)).collect();
            simplex.add(&entries, -3.5);
        }
        assert_eq!(simplex.solve(1_000), Ended::Highest);
        let (gains, high) = (simplex.gains.clone(), simplex.high.clone());
        let nudges = simplex.nudge();
        assert!(simplex.gains.iter().zip(&gains).all(|(now, before)| now.abs() > before.abs()));
        simplex.put_right(&nudges);
        let is_as_before = |(now, before): (&f64, &f64)| (now - before).abs() < 1e-12;
        assert!(simplex.gains.iter().zip(&gains).all(is_as_before) && simplex.high == high);
    }
}
