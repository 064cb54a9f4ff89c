//! How the simulation is run.

/// How the simulation is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// trekk: how many draws
    pub draws: usize,
    /// frø: what the streams are keyed from
    pub seed: u64,
}

impl Settings {
    /// The built-in ones (calculation.md, "Built-in defaults").
    pub const DEFAULT: Self = Self { draws: 10_000, seed: 1 };
    /// The fewest draws that say anything of P10 and P90.
    pub const FEWEST: usize = 100;
    /// The most draws.
    pub const MOST: usize = 1_000_000;
}
