//! KOSTRA: the functions and arts municipalities report by, with names and what replaced those that are gone.

use crate::units::Year;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The list as a table; sources are at its top.
const TABLE: &str = include_str!("kostra.tsv");

/// The latest year whose list is known: it is used for later years too.
const LATEST: u16 = 2026;

/// What a code says of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeKind {
    /// funksjon: what need it meets
    Function,
    /// art: what it is spent on, or comes from
    Art,
}

/// The one account an art or a function belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnlyIn {
    /// investeringsregnskapet, kontoklasse 0
    Investment,
    /// driftsregnskapet, kontoklasse 1
    Running,
}

/// A code of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KostraCode {
    /// funksjon or art
    pub kind: CodeKind,
    /// Three digits, leading zeros kept.
    pub code: &'static str,
    /// Its Norwegian name; none where we do not know it.
    pub name: Option<&'static str>,
    /// The only account it may be in; none where it may be in both.
    pub only_in: Option<OnlyIn>,
    /// Used within the organisation alone, and not reported.
    pub is_internal: bool,
    /// The last year it was valid in; none while it is.
    pub last_year: Option<u16>,
    /// What replaced it.
    pub replaced_by: Vec<&'static str>,
}

/// Whether a code may be used in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// It may be used.
    Valid(&'static KostraCode),
    /// It is gone.
    Retired(&'static KostraCode),
    /// It is in no list we have.
    Unknown,
}

static CODES: LazyLock<Vec<KostraCode>> = LazyLock::new(|| TABLE.lines().filter_map(code_of).collect());

/// The same by kind and code: a budget asks for every code there can be.
static BY_CODE: LazyLock<BTreeMap<(CodeKind, &'static str), &'static KostraCode>> =
    LazyLock::new(|| CODES.iter().map(|known| ((known.kind, known.code), known)).collect());

fn code_of(line: &'static str) -> Option<KostraCode> {
    let mut cells = line.split('\t');
    let kind = match cells.next()? {
        "funksjon" => CodeKind::Function,
        "art" => CodeKind::Art,
        _ => return None,
    };
    let (code, only) = (cells.next()?, cells.next()?);
    let only_in = match only {
        "investering" => Some(OnlyIn::Investment),
        "drift" => Some(OnlyIn::Running),
        _ => None,
    };
    let (last_year, replaced_by) = (cells.next()?.parse().ok(), cells.next()?);
    let name = cells.next().filter(|name| !name.is_empty());
    let replaced_by = replaced_by.split_whitespace().collect();
    Some(KostraCode { kind, code, name, only_in, is_internal: only == "intern", last_year, replaced_by })
}

/// Digits of a code in the lists.
const DIGITS: usize = 3;
/// The longest code an accounting system has, in digits.
const LONGEST: usize = 20;

/// What a code counts as: the first three digits, where an accounting system has divided the code of the
/// lists further. Everything else is itself.
pub fn kostra_base(code: &str) -> &str {
    let is_longer =
        (DIGITS + 1..=LONGEST).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    code.get(..DIGITS).filter(|_| is_longer).unwrap_or(code)
}

/// The code as the lists have it, whether it is still valid or not.
pub fn kostra_code(kind: CodeKind, code: &str) -> Option<&'static KostraCode> {
    let known: &BTreeMap<(CodeKind, &str), &'static KostraCode> = &BY_CODE;
    known.get(&(kind, code)).copied()
}

/// The code that was replaced by this one, alone or with others.
pub fn kostra_former(kind: CodeKind, code: &str) -> Option<&'static KostraCode> {
    CODES.iter().find(|known| known.kind == kind && known.replaced_by.contains(&code))
}

/// Whether a code may be used in a budget year. Codes of kommuner and of fylkeskommuner count alike.
pub fn kostra(kind: CodeKind, code: &str, year: Year) -> Validity {
    match kostra_code(kind, code) {
        None => Validity::Unknown,
        Some(known) if known.last_year.is_some_and(|last| last < year.number()) => Validity::Retired(known),
        Some(known) => Validity::Valid(known),
    }
}

/// The year whose list is used for a budget year.
pub fn kostra_list_year(year: Year) -> u16 {
    year.number().min(LATEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: u16) -> Year {
        Year::new(number).unwrap()
    }

    fn standing(kind: CodeKind, code: &str, number: u16) -> &'static str {
        match kostra(kind, code, year(number)) {
            Validity::Valid(_) => "valid",
            Validity::Retired(_) => "retired",
            Validity::Unknown => "unknown",
        }
    }

    #[test]
    fn every_line_of_the_table_is_read_and_no_code_stands_twice() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!((lines, CODES.len()), (267, 267));
        let mut codes: Vec<_> = CODES.iter().map(|code| (code.kind, code.code)).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 267);
        for code in CODES.iter() {
            assert!(
                code.code.len() == 3 && code.code.bytes().all(|digit| digit.is_ascii_digit()),
                "{code:?}"
            );
            assert!(code.replaced_by.iter().all(|by| kostra_code(code.kind, by).is_some()), "{code:?}");
        }
    }

    #[test]
    fn the_counts_are_those_of_the_list_of_2026() {
        let valid = |kind, is_county: bool| {
            let of_kind = CODES.iter().filter(|code| code.kind == kind && !code.is_internal);
            let county =
                |code: &&KostraCode| kind == CodeKind::Function && ("400".."800").contains(&code.code);
            of_kind.filter(|code| code.last_year.is_none() && county(code) == is_county).count()
        };
        assert_eq!(valid(CodeKind::Function, false), 83);
        assert_eq!(valid(CodeKind::Function, true), 61);
        assert_eq!(valid(CodeKind::Art, false), 116);
    }

    #[test]
    fn a_code_that_is_divided_further_counts_by_its_first_three_digits() {
        for (code, base) in
            [("12000", "120"), ("113000", "113"), ("0101", "010"), ("257", "257"), ("10", "10")]
        {
            assert_eq!(kostra_base(code), base);
        }
        for other in ["", "12x00", "12 00", "１２３４", "123456789012345678901"] {
            assert_eq!(kostra_base(other), other);
        }
    }

    #[test]
    fn home_care_was_split_in_2024_and_other_services_in_2026() {
        assert_eq!(standing(CodeKind::Function, "254", 2023), "valid");
        assert_eq!(standing(CodeKind::Function, "254", 2024), "retired");
        assert_eq!(kostra_code(CodeKind::Function, "254").unwrap().replaced_by, ["257", "258"]);
        assert_eq!(standing(CodeKind::Art, "270", 2027), "retired");
        assert_eq!(kostra_code(CodeKind::Art, "270").unwrap().replaced_by, ["271", "272"]);
        assert_eq!(kostra_former(CodeKind::Art, "272").map(|former| former.code), Some("270"));
        assert_eq!(kostra_former(CodeKind::Art, "010"), None);
        assert_eq!(standing(CodeKind::Function, "190", 2027), "retired");
    }

    #[test]
    fn a_county_and_internal_arts_are_known_and_the_two_kinds_are_not_mixed() {
        assert_eq!(standing(CodeKind::Function, "722", 2027), "valid");
        assert_eq!(standing(CodeKind::Art, "690", 2027), "valid");
        assert_eq!(standing(CodeKind::Art, "010", 2027), "valid");
        assert_eq!(standing(CodeKind::Function, "010", 2027), "unknown");
        assert_eq!(standing(CodeKind::Art, "10", 2027), "unknown");
    }

    #[test]
    fn a_later_year_goes_by_the_latest_list_and_some_codes_have_one_account() {
        assert_eq!((kostra_list_year(year(2031)), kostra_list_year(year(2025))), (2026, 2025));
        assert_eq!(kostra_code(CodeKind::Art, "529").unwrap().only_in, Some(OnlyIn::Investment));
        assert_eq!(kostra_code(CodeKind::Art, "590").unwrap().only_in, Some(OnlyIn::Running));
        assert_eq!(kostra_code(CodeKind::Art, "010").unwrap().name, Some("Fastlønn"));
        assert_eq!(kostra_code(CodeKind::Art, "501").unwrap().name, None);
    }
}
