//! ny_praksis: the future budget of a unit, built from the new practice.

use crate::units::{Fte, Kroner, Year};

/// The new practice of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPractice {
    /// ansvar
    pub unit: String,
    /// fra
    pub from: From,
    /// bemanning
    pub staff: Vec<Staffing>,
    /// andre
    pub others: Vec<OtherLine>,
}

/// fra: when the new practice holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// `år 2`: a year of the case, moving with its start.
    CaseYear(u16),
    /// A calendar year.
    Calendar(Year),
}

/// One position group of the new practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staffing {
    /// stilling
    pub position: String,
    /// årsverk
    pub fte: Fte,
    /// funksjon
    pub function: String,
}

/// One other line of the new practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherLine {
    /// art
    pub art: String,
    /// funksjon
    pub function: String,
    /// beløp, kroner per year
    pub amount: Kroner,
    /// navn
    pub name: Option<String>,
}
