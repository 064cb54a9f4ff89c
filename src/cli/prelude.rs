//! What a command is asked with, what it reads, and what it answers by.

pub(super) use super::asked::{self, Asked, Of};
pub(super) use super::options::{
    COUNT, Choices, FORMAT, Format, Make, NAME, PageFormat, TEXT, WORD, YEAR, choice, one_of, same,
};
pub(super) use super::{destination, draws, effort, terminal, write};
pub(super) use a3::report::{self, Ending};
pub(super) use a3::repository::{Repository, WorldError};
pub(super) use a3::words::{Language, Text};
pub(super) use a3::{contract, render, text, words};
pub(super) use chrono::NaiveDate;
pub(super) use clap::{Arg, ArgAction, Command};
pub(super) use std::path::PathBuf;
