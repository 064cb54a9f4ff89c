//! What one line of today's budget says.

use super::Unread;
use crate::source::Span;
use crate::units::{Factor, Fte, Kroner, Year};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
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

/// kode: three digits, leading zeros kept. In order of the numbers, which is that of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

/// Every code there can be, one after the other.
static CODES: [u8; 3000] = {
    let mut digits = [b'0'; 3000];
    let (mut rest, mut number) = (digits.as_mut_slice(), 0_u16);
    while let Some((code, after)) = rest.split_first_chunk_mut::<3>() {
        *code = [last_digit(number / 100), last_digit(number / 10), last_digit(number)];
        (rest, number) = (after, number + 1);
    }
    digits
};

const fn last_digit(number: u16) -> u8 {
    let [digit, _] = (number % 10).to_le_bytes();
    b'0' + digit
}

impl Code {
    /// The code; nothing where the text is not exactly three digits.
    pub fn new(text: &str) -> Option<Self> {
        let [first, second, third] = text.as_bytes() else { return None };
        let mut number = 0_u16;
        for digit in [first, second, third] {
            let digit = digit.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            number = number.wrapping_mul(10).wrapping_add(u16::from(digit));
        }
        Some(Self(number))
    }

    /// Every code, `000` first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..1000).map(Self)
    }

    /// Its three digits.
    pub fn digits(self) -> &'static str {
        let from = self.number().saturating_mul(3);
        let digits = CODES.get(from..from.saturating_add(3)).unwrap_or_default();
        str::from_utf8(digits).unwrap_or_default()
    }

    /// Its number, below a thousand.
    pub fn number(self) -> usize {
        usize::from(self.0)
    }
}

impl core::ops::Deref for Code {
    type Target = str;

    fn deref(&self) -> &str {
        self.digits()
    }
}

impl core::fmt::Display for Code {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.pad(self.digits())
    }
}

/// budsjettlinje: one good line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// ansvar
    pub unit: Arc<str>,
    /// funksjon (KOSTRA)
    pub function: Code,
    /// art (KOSTRA)
    pub art: Code,
    /// beløp, kroner a year in the prices of the budget year; expense plus, income minus
    pub amount: Kroner,
    /// årsverk; none where the cell is empty or the column is not there
    pub fte: Option<Fte>,
    /// år; none where the line holds for all four plan years
    pub year: Option<Year>,
    /// kontoklasse
    pub class: AccountClass,
    /// The whole line in the file.
    pub span: Span,
}

/// dagens budsjett: every good line, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// The lines.
    pub lines: Lines,
    /// ansvarsnavn by ansvar: the first that is written.
    pub unit_names: BTreeMap<Arc<str>, Arc<str>>,
    /// The lines that could not be read, and are not among these.
    pub unread: Unread,
}

/// Lines in the order of the file, held in the parts they were read in: they are many, and to put them
/// into one list would take as long as to read them.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    parts: Vec<Vec<Line>>,
}

impl Ledger {
    /// Brings every line to other prices. All of them fit: a line has few digits, and a factor is a thousand at most.
    pub fn reprice(&mut self, factor: Factor) {
        for line in self.lines.parts_mut().iter_mut().flatten() {
            line.amount = line.amount.factor(factor).unwrap_or(line.amount);
        }
    }
}

impl Lines {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Each line.
    pub fn iter(&self) -> impl Iterator<Item = &Line> {
        self.parts.iter().flatten()
    }

    /// The parts, in their order.
    pub fn parts(&self) -> impl Iterator<Item = &[Line]> {
        self.parts.iter().map(Vec::as_slice)
    }

    /// Does one thing with every part, on all cores; what came of them in the order of the parts.
    pub fn each_part<'l, T: Send>(&'l self, work: impl Fn(&'l [Line]) -> T + Sync) -> Vec<T> {
        self.parts.par_iter().map(|part| work(part)).collect()
    }

    pub(super) const fn parts_mut(&mut self) -> &mut Vec<Vec<Line>> {
        &mut self.parts
    }
}

impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Lines {}

impl From<Vec<Line>> for Lines {
    fn from(lines: Vec<Line>) -> Self {
        Self { parts: vec![lines] }
    }
}

impl Extend<Line> for Lines {
    fn extend<I: IntoIterator<Item = Line>>(&mut self, lines: I) {
        self.parts.push(lines.into_iter().collect());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_three_digits_and_keeps_its_zeros() {
        assert!(
            ["", "1", "12", "1234", "12a", "1 2", "１２３", "-12"]
                .into_iter()
                .all(|text| Code::new(text).is_none())
        );
        let all: Vec<String> = Code::all().map(|code| code.to_string()).collect();
        assert!(
            all.iter()
                .map(String::as_str)
                .eq((0..1000).map(|number| format!("{number:03}")).collect::<Vec<_>>())
        );
        assert!(all.iter().all(|text| Code::new(text).is_some_and(|code| code.digits() == text)));
    }
}
