//! Results as sentences: why something is as it is, what is lacking, what to look at.
//!
//! No layout and no format: pages, the JSON of the contract and the command line say the same words.
//! Each file is one kind of thing that is said.

pub mod asked;
pub mod bridge;
pub mod brief;
pub mod choice;
pub mod clash;
pub mod following;
pub mod left_out;
pub mod life;
pub mod named;
pub mod omitted;
pub mod overview;
pub mod prices;
pub mod reason;
pub mod refused;
pub mod remark;
pub mod rolled;
pub mod today;
pub mod unmet;
pub mod written;

mod waiting;
