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

impl NewPractice {
    /// The arts that bemanning replaces: wage, pension and arbeidsgiveravgift (KOSTRA).
    pub const STAFF_ARTS: [&str; 3] = ["010", "090", "099"];

    /// Every art it says something of.
    pub fn arts(&self) -> impl Iterator<Item = &str> {
        let staff = Self::STAFF_ARTS.into_iter().filter(|_| !self.staff.is_empty());
        staff.chain(self.others.iter().map(|line| line.art.as_str()))
    }
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
