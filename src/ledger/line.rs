//! What one line of today's budget says.

use crate::source::Span;
use crate::units::{Fte, Kroner, Year};
use std::collections::BTreeMap;
use std::sync::Arc;

/// kontoklasse: which of the two accounts a line belongs to (KOSTRA).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum AccountClass {
    /// 0, investering: not part of the running budget.
    Investment,
    /// 1, drift.
    #[default]
    Running,
}

/// budsjettlinje: one good line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// ansvar
    pub unit: Arc<str>,
    /// funksjon (KOSTRA), leading zeros kept
    pub function: Arc<str>,
    /// art (KOSTRA), leading zeros kept
    pub art: Arc<str>,
    /// beløp, kroner a year in the prices of the budget year; expense plus, income minus
    pub amount: Kroner,
    /// årsverk; none where the cell is empty or the column is not there
    pub fte: Option<Fte>,
    /// år; none where the line holds for all four plan years
    pub year: Option<Year>,
    /// kontoklasse
    pub class: AccountClass,
    /// Line in the file, from 1.
    pub number: u32,
    /// The whole line in the file.
    pub span: Span,
}

/// dagens budsjett: every good line, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// The lines.
    pub lines: Vec<Line>,
    /// ansvarsnavn by ansvar: the first that is written.
    pub unit_names: BTreeMap<Arc<str>, Arc<str>>,
}
