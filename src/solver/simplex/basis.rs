//! A program that is made again from what was basic in it: one pivot for each, where the method may take many.

use super::{Bounds, NOISE, Place, SMALL, Simplex};

impl Simplex {
    /// Makes these variables basic, each in a row of what is not to be.
    pub(in super::super) fn base_on(&mut self, wanted: &[usize]) {
        let mut is_wanted = vec![false; self.places.len()];
        wanted.iter().for_each(|variable| is_wanted[*variable] = true);
        for variable in wanted {
            let Place::Column(column) = self.places[*variable] else { continue };
            let size = |row: &usize| self.figures[row * self.loose.len() + column].abs();
            let free = (0..self.basic.len()).filter(|row| !is_wanted[self.basic[*row]]);
            let row = free.max_by(|one, other| size(one).total_cmp(&size(other)));
            if let Some(row) = row.filter(|row| size(row) > SMALL) {
                self.pivot(row, column);
            }
        }
        self.turn();
    }

    /// What lies at the bound that its gain does not ask for goes to the other, where there is one.
    pub(super) fn turn(&mut self) {
        for column in 0..self.loose.len() {
            let (Bounds { low, high }, before) = (self.bounds[self.loose[column]], self.at(column));
            let is_wrong =
                if self.high[column] { self.gains[column] < -NOISE } else { self.gains[column] > NOISE };
            if is_wrong && high.is_finite() && high > low {
                self.high[column] = !self.high[column];
                self.shift(column, self.at(column) - before);
            }
        }
    }
}
