//! The people a case names, and whether a part of a name means one of them.

use super::Appraised;
use crate::document::{Case, Field};
use crate::source::one_alphabet;
use std::collections::BTreeSet;

/// Whether a part of a name means it: as written from the start of a word on, capitals aside.
pub(super) fn is_meant(name: &str, part: &str) -> bool {
    let folded = |text: &str| one_alphabet(text.trim()).to_lowercase();
    let (name, part) = (folded(name), folded(part));
    let is_start = |(at, _): &(usize, char)| {
        !name.get(..*at).is_some_and(|before| before.chars().next_back().is_some_and(char::is_alphanumeric))
    };
    let mut starts = name.char_indices().filter(is_start);
    starts.any(|(at, _)| name.get(at..).is_some_and(|rest| rest.starts_with(&part)))
}

/// Every name in a sheet: eier, and who owns a gain, does what is planned, sees to a betingelse or measures.
pub(super) fn names(written: &Case) -> impl Iterator<Item = &str> {
    let owners = written.benefits.rows().iter().map(|row| &row.owner);
    let doers = written.plan.rows().iter().map(|row| &row.who);
    let conditions = written.conditions.rows().iter().map(|row| &row.who);
    let measuring = written.measurements.rows().iter().map(|row| &row.responsible);
    let all = core::iter::once(&written.owner).chain(owners).chain(doers).chain(conditions).chain(measuring);
    all.filter_map(Field::text).map(str::trim).filter(|name| !name.is_empty())
}

/// Nobody has a name that is asked for.
#[derive(Debug)]
pub struct NoSuchPerson {
    /// The part of a name asked for.
    pub part: String,
    /// The names there are.
    pub known: Vec<String>,
}

/// Whether the part of a name asked for means anybody; who is named is not known where no case is.
pub(super) fn somebody_is_meant(appraised: &Appraised, part: Option<&str>) -> Result<(), NoSuchPerson> {
    let Some(part) = part.filter(|_| !appraised.is_unknown()) else { return Ok(()) };
    let all: BTreeSet<&str> = appraised.cases.iter().flat_map(|case| names(&case.written)).collect();
    if all.iter().any(|name| is_meant(name, part)) {
        return Ok(());
    }
    Err(NoSuchPerson { part: part.to_owned(), known: all.into_iter().map(str::to_owned).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_name_in_any_case_is_enough() {
        assert!(is_meant("Anne Berg, leder hjemmetjenesten", "anne berg"));
        assert!(is_meant("Åse A\u{30a}s", "ÅS"));
        assert!(!is_meant("Anne Berg", "Anna"));
    }

    #[test]
    fn a_part_is_the_start_of_a_word_and_not_the_inside_of_one() {
        assert!(!is_meant("Hanne Lie", "Anne"));
        assert!(!is_meant("Lars Holm", "olm"));
        for part in ["hanne", "lie", "Hanne L", "Han"] {
            assert!(is_meant("Hanne Lie", part), "{part}");
        }
        assert!(is_meant("Anne-Lise Berg (leder)", "lise") && is_meant("Anne-Lise Berg (leder)", "Leder"));
    }
}
