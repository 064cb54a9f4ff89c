//! Budget lines for unit tests.

use crate::ledger::{AccountClass, Code, Ledger, Line};
use crate::source::Span;
use crate::units::{Decimal, Fte, Kroner, Year};
use std::collections::BTreeMap;

pub(super) fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(&text.replace(' ', "")).unwrap()
}

pub(super) fn kroner(text: &str) -> Kroner {
    Kroner::new(decimal(text))
}

pub(super) fn fte(text: &str) -> Fte {
    Fte::new(decimal(text))
}

pub(super) fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

/// A running line `3210 257 010` that holds for all four years.
pub(super) fn line(codes: &str, amount: &str, person_years: Option<&str>) -> Line {
    let mut codes = codes.split(' ');
    let mut next = || codes.next().unwrap();
    Line {
        unit: next().into(),
        function: Code::new(next()).unwrap(),
        art: Code::new(next()).unwrap(),
        amount: kroner(amount),
        fte: person_years.map(fte),
        year: None,
        class: AccountClass::Running,
        span: Span::default(),
    }
}

pub(super) fn ledger(lines: &[Line]) -> Ledger {
    Ledger { lines: lines.to_vec().into(), unit_names: BTreeMap::new(), ..Ledger::default() }
}
