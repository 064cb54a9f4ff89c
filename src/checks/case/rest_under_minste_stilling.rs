//! rest-under-minste-stilling: more than a whole number of parts of a position is taken out.

use super::pools::{Pool, pools};
use crate::checks::prelude::*;

/// The least rest that is reported is one of so many parts of what is taken out: there is nearly always
/// some, and less than this matters little.
const PARTS: Decimal = Decimal::TEN;

/// Looks at full effect alone: on the way there the years are what innfasing makes them.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for pool in pools(facts) {
        let full = pool.times.iter().find(|(year, _)| year.is_none()).map(|(_, time)| time.fte);
        let Some(all) = full.filter(|fte| fte.is_positive()) else { continue };
        let Ok(whole) = all.down_to_multiple_of(facts.organisation.smallest_position) else { continue };
        let Ok(rest) = all.minus(whole) else { continue };
        // A year that gives nothing at all is said already, of the same cause.
        let is_said = pool.falls_short(facts.organisation.smallest_position);
        if !is_said && whole.is_positive() && rest.times(PARTS).is_ok_and(|parts| parts >= all) {
            findings.push(worded(&pool, [all, whole, rest]));
        }
    }
}

fn worded(pool: &Pool<'_>, parts: [Fte; 3]) -> Finding {
    let [all, whole, rest] = parts.map(wording::fte);
    let position = pool.shown();
    let title = text!(
        nb: "Av {all} som tas ut av {position}, blir {whole} til penger, og {rest} blir stående", nn: "Av {all} som blir tekne ut av {position}, blir {whole} til pengar, og {rest} blir ståande",
        en: "Of {all} taken out of {position}, {whole} become money, and {rest} stay";
        all, position, whole, rest
    );
    Finding::error("rest-under-minste-stilling", pool.place, title)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, found_with, organisation_with, rules_in, title_of};

    fn with(amount: &str, more: &str) -> String {
        case(&format!(
            "gevinster:\n  - navn: Tilsyn\n    type: spart tid\n    anslag: {amount}\n    stilling: helsefagarbeider\n    kilde: Logg\n    tas_ut: 100 %\n    budsjettpost: {{ansvar: 3210, funksjon: 257, art: 010}}\n{more}"
        ))
    }

    #[test]
    fn what_becomes_money_and_what_stays_are_both_said() {
        assert_eq!(
            title_of(&with("0,5 årsverk", "")),
            "Av 0,5\u{a0}årsverk som tas ut av stillingen «helsefagarbeider» på ansvar 3210, blir 0,4\u{a0}årsverk til penger, og 0,1\u{a0}årsverk blir stående"
        );
    }

    #[test]
    fn whole_steps_a_small_rest_and_whole_positions_turned_off_are_fine() {
        assert_eq!(rules_in(&with("0,4 årsverk", "")), []);
        assert_eq!(rules_in(&with("0,444 årsverk", "")), []);
        assert_eq!(rules_in(&with("0,445 årsverk", "")), [(14, "rest-under-minste-stilling")]);
        assert_eq!(found_with(&with("0,5 årsverk", ""), &organisation_with("minste_stilling: 0 %\n")), []);
    }

    #[test]
    fn where_a_year_gives_nothing_that_alone_is_said() {
        let slow = with("0,5 årsverk", "    innfasing: [20 %, 100 %]\noppstart: 2027\nlevetid: 5 år\n");
        assert_eq!(rules_in(&slow), [(14, "uttak-under-minste-stilling")]);
    }

    #[test]
    fn the_years_of_the_phase_in_are_not_looked_at() {
        let slow = with("0,8 årsverk", "    innfasing: [60 %, 100 %]\noppstart: 2027\nlevetid: 5 år\n");
        assert_eq!(rules_in(&slow), []);
    }
}
