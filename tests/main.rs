//! The one test binary beside the unit tests: the walls of the house, whole calculations against
//! published figures and figures worked by hand, properties, and what else needs the library from outside.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that meets what it does not expect must stop, and the walls are read from the sources"
)]

mod suite;
