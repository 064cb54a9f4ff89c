//! What was promised, what came, and what is deducted already: the gains of decided cases on a day.
//!
//! Kroner follow `calc`, never a line of their own: what was measured is put in place of what was
//! believed, and tas_ut and whole positions do the rest. Two axes: did it come, and does today's
//! budget hold it already. Pure and exact; a [`Bridge`] adds up to the last decimal.
//!
//! - `measured`: the three ways from a måling to hours and kroner; `progress`: how far on the way
//! - `judged`: in a word, how it goes
//! - `bridge`: from lovet to målt, and to what is deducted; `hole`: per ansvar
//! - `case`: one case followed on a day

mod bridge;
mod case;
mod ended;
mod hole;
mod judged;
mod measured;
mod progress;

pub use bridge::Bridge;
pub use case::{Figures, FollowedCase, FollowedGain, Following, Positions, PromiseKept, follow};
pub use hole::{UnitHole, add_holes};
pub use judged::Word;
pub use measured::{Means, Measured};
pub use progress::Progress;
