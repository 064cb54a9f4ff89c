//! ansvar that are written in two ways in one file, as a spreadsheet leaves some of them: 3230 and 03230.

use super::{Line, Lines};
use std::collections::HashMap;
use std::sync::Arc;

/// Pairs that are told.
const MOST: usize = 10;

/// Lines whose ansvar may be one.
pub(super) struct Pair<'l> {
    pub(super) first: &'l Line,
    pub(super) second: &'l Line,
}

impl<'l> Pair<'l> {
    pub(super) fn units(&self) -> [&'l str; 2] {
        [&self.first.unit, &self.second.unit]
    }
}

/// The first of them, each by its first line.
pub(super) fn units(lines: &Lines) -> Vec<Pair<'_>> {
    let (mut seen, mut pairs): (HashMap<&str, &Line>, Vec<Pair<'_>>) = (HashMap::new(), Vec::new());
    let mut last: Option<&Line> = None;
    for line in lines.iter() {
        let is_last = last.replace(line).is_some_and(|last| Arc::ptr_eq(&last.unit, &line.unit));
        let Some(number) = number(&line.unit).filter(|_| !is_last && pairs.len() < MOST) else { continue };
        let first = *seen.entry(number).or_insert(line);
        let is_told = pairs.iter().any(|pair| pair.second.unit == line.unit);
        if first.unit != line.unit && !is_told {
            pairs.push(Pair { first, second: line });
        }
    }
    pairs
}

/// The number an ansvar of digits is, without zeros before it and decimals of zeros; none where it is no number.
fn number(unit: &str) -> Option<&str> {
    let is_zeros = |decimals: &str| !decimals.is_empty() && decimals.bytes().all(|digit| digit == b'0');
    let whole = match unit.split_once(['.', ',']) {
        Some((whole, decimals)) if is_zeros(decimals) => whole,
        _ => unit,
    };
    let digits = whole.trim_start_matches('0');
    (!digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())).then_some(digits)
}
