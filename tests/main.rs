//! The one test binary beside the unit tests: whole calculations against published figures and
//! figures worked by hand, properties, and what else needs the library from outside.

mod suite;
