//! What is planned, in place and measured.

use super::vocabulary::{Frequency, Status};
use crate::quantity::Quantity;
use chrono::NaiveDate;

/// plan: one thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// hva
    pub what: String,
    /// hvem
    pub who: Option<String>,
    /// frist
    pub due: Option<NaiveDate>,
    /// behov
    pub need: Option<String>,
    /// status
    pub status: Option<Status>,
}

/// betingelse: what must be in place for the gain to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// hva
    pub what: String,
    /// hvem
    pub who: Option<String>,
    /// frist
    pub due: Option<NaiveDate>,
    /// status
    pub status: Option<Status>,
}

/// forankring: who has been brought along, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    /// hvem
    pub who: String,
    /// hvordan
    pub how: Option<String>,
    /// dato
    pub date: Option<NaiveDate>,
    /// status
    pub status: Option<Status>,
}

/// måling: how a gain is followed.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// navn
    pub name: String,
    /// gevinst: the name of the gain it follows
    pub benefit: Option<String>,
    /// nullpunkt
    pub baseline: Option<Reading>,
    /// mål
    pub target: Option<Reading>,
    /// hyppighet
    pub frequency: Option<Frequency>,
    /// ansvarlig
    pub responsible: Option<String>,
    /// målt, in the order written
    pub readings: Vec<Reading>,
}

/// A value on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// dato
    pub date: NaiveDate,
    /// verdi
    pub value: Quantity,
}
