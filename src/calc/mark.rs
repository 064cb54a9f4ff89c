//! merke: what the figures of a case are calculated from, in eight letters, so that a later calculation can be
//! known to be the same or another.

use super::appraisal::{Valuation, YearFlow};
use crate::units::Decimal;

/// The beginning and the factor of FNV-1a in 32 bits.
const BEGIN: u32 = 0x811c_9dc5;
const FACTOR: u32 = 0x0100_0193;

impl Valuation {
    /// merke: FNV-1a (32 bits, in hex) over every year of the case with its gains, costs, running effect, outlays,
    /// hours and årsverk, each exact and without closing zeros; years before its rows and after them, where only a
    /// loan costs something, are not of it. A text, a name, a source or a remark is in none of
    /// them, and neither is the discount rate: what NNV hangs on besides shows in NNV itself.
    pub fn mark(&self) -> String {
        let last = self.years.iter().rposition(|year| year.has_rows).unwrap_or_default();
        let years = self.years.iter().take(last.saturating_add(1)).skip_while(|year| !year.has_rows);
        let cells = years.flat_map(cells);
        let letters = cells.flat_map(|cell| format!("{};", cell.normalize()).into_bytes());
        let mark = letters.fold(BEGIN, |mark, letter| (mark ^ u32::from(letter)).wrapping_mul(FACTOR));
        format!("{mark:08x}")
    }
}

/// What a year is made of.
fn cells(year: &YearFlow) -> [Decimal; 8] {
    [
        Decimal::from(year.year.number()),
        year.benefits.value(),
        year.costs.value(),
        year.running_effect.map(|effect| effect.value()).unwrap_or_default(),
        year.investment.value(),
        year.restructuring.value(),
        year.hours_freed.value(),
        year.fte_taken_out.value(),
    ]
}
