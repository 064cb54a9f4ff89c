//! `a3`: business cases for Norwegian municipalities, from YAML files to a prioritised list.
//!
//! # How a case flows
//!
//! path → [`repository`] → [`source`] → [`yaml`] (nodes with places) → [`shape`] (structure, from a table)
//! and [`document`] (a case where anything may be missing) → [`model`] (a case that can be
//! calculated) → [`checks`], [`calc`] and [`simulate`] → [`choose`], [`budget`] and [`follow`] → [`pages`]
//! (neutral, with [`sentences`]) or [`sheets`] (the A3 itself, with [`charts`]) → [`render`] (one format each; the
//! sheets by its `poster`), or → [`contract`] → the command line. [`report`] puts the arrows in order; each is one function.
//!
//! # The rooms
//!
//! - [`units`], [`quantity`], [`rates`]: exact amounts, amounts as people write them and formulas
//!   with dimensions, and versioned data with sources.
//! - [`source`], [`diagnostic`], [`words`], [`date`], [`glossary`]: texts and places, findings as plain
//!   data, words in every language, dates, and the field's terms.
//! - [`yaml`], [`shape`], [`document`], [`model`]: from text to a case. [`ledger`]: from the CSV of
//!   today's budget to its lines.
//! - [`checks`]: every rule with its page. [`calc`]: what a case is worth. [`choose`]: the order, and
//!   the best choice within frames (the search is a crate of its own, `a3_solver`). [`simulate`]: how sure all of it is, over thousands of draws.
//!   [`budget`]: the future budget of the units touched, reconciled with the cases. [`follow`]: what was
//!   promised, what came, and what is deducted already.
//! - [`sentences`], [`pages`]: results as sentences, and reports as headings, facts and tables of typed
//!   cells. [`sheets`]: the A3 itself, its twelve boxes; [`charts`]: pictures of figures as shapes and words.
//!   [`render`], [`contract`]: formats, and the JSON others rely on.
//! - [`repository`], [`save`]: the only doors to files. [`draft`]: the text of a new case. [`edit`]: one place of a
//!   file changed, as text.
//!
//! # What always holds
//!
//! - Between `repository` and `render` nothing returns `Err` for what is wrong with input: it becomes a
//!   [`diagnostic::Finding`], so one bad case never hides another and all problems show at once.
//! - Money is exact, and rounded only as the format of the output says. Floats live in
//!   [`simulate`], the search for the best choice (`a3_solver`) and that for the internal rate alone.
//! - The same files give the same bytes, on any number of threads.
//! - Which room may know which is a table in `tests/suite/architecture.rs`, and a test.

pub mod budget;
pub mod calc;
pub mod charts;
pub mod checks;
pub mod choose;
pub mod contract;
pub mod date;
pub mod diagnostic;
pub mod document;
pub mod draft;
pub mod edit;
pub mod follow;
pub mod glossary;
pub mod ledger;
pub mod model;
pub mod pages;
pub mod quantity;
pub mod rates;
pub mod render;
pub mod report;
pub mod repository;
pub mod save;
pub mod sentences;
pub mod shape;
pub mod sheets;
pub mod simulate;
pub mod source;
pub mod units;
pub mod words;
pub mod yaml;
