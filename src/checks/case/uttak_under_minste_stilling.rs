//! Time taken out that is too small to be a part of a position.

use super::pools::{Pool, pools};
use crate::checks::prelude::*;

/// Each pool is reported once, for full effect or for the first year.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let step = Fte::new(facts.organisation.smallest_position.value());
    for pool in pools(facts) {
        let mut short = pool.times.iter().filter(|(_, time)| time.fte.is_positive() && time.fte < step);
        let Some((year, time)) = short.next() else { continue };
        let amount = wording::fte_or_hours(time.fte, time.hours, step);
        let title = title(&pool, *year, &amount, step);
        let finding = Finding::error("uttak-under-minste-stilling", pool.place, title);
        findings.push(finding.value("amount", &amount));
    }
}

fn title(pool: &Pool<'_>, year: Option<Year>, amount: &Text, step: Fte) -> Text {
    let (step, position) = (wording::fte(step), pool.shown());
    match year {
        Some(year) => text!(
            nb: "I {year} tas det ut {amount} av {position}, mindre enn minste stilling ({step})", nn: "I {year} blir det teke ut {amount} av {position}, mindre enn minste stilling ({step})",
            en: "In {year}, {amount} of {position} are taken out, less than the smallest position ({step})";
            year, amount, position, step
        ),
        None => text!(
            nb: "Det tas ut {amount} av {position}, mindre enn minste stilling ({step})", nn: "Det blir teke ut {amount} av {position}, mindre enn minste stilling ({step})",
            en: "{amount} of {position} are taken out, less than the smallest position ({step})";
            amount, position, step
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, found_with, organisation_with, rules_in, title_of};

    fn with(more: &str, schedule: &str) -> String {
        case(&format!(
            "gevinster:\n  - navn: Tilsyn\n    type: spart tid\n    anslag: 600 timer/år\n    stilling: helsefagarbeider\n    kilde: Logg\n{more}{schedule}"
        ))
    }

    #[test]
    fn a_take_out_split_on_two_units_is_counted_on_each() {
        let lines = "    budsjettpost:\n      - {ansvar: 3210, funksjon: 257, art: 010, andel: 50 %}\n      - {ansvar: 3220, funksjon: 257, art: 010, andel: 50 %}\n";
        let together = lines.replace("3220", "3210");
        assert_eq!(
            rules_in(&with(&format!("    tas_ut: 100 %\n{together}"), "")),
            [(14, "rest-under-minste-stilling")]
        );
        let apart = with(&format!("    tas_ut: 100 %\n{lines}"), "");
        assert_eq!(
            rules_in(&apart),
            [(14, "uttak-under-minste-stilling"), (14, "uttak-under-minste-stilling")]
        );
    }

    #[test]
    fn a_hair_too_little_is_shown_with_the_decimals_that_tell_and_with_its_ansvar() {
        let lines = "    budsjettpost:\n      - {ansvar: 3210, funksjon: 257, art: 010, andel: 50 %}\n      - {ansvar: 3220, funksjon: 257, art: 010, andel: 50 %}\n";
        let case = with(&format!("    tas_ut: 100 %\n{lines}"), "").replace("600 timer/år", "0,39 årsverk");
        let found = found_with(&case, &organisation_with(""));
        let titles: Vec<&str> = found.iter().map(|(_, finding)| finding.title.nb.as_str()).collect();
        assert_eq!(
            titles,
            [3210, 3220].map(|unit| format!("Det tas ut 0,195\u{a0}årsverk av stillingen «helsefagarbeider» på ansvar {unit}, mindre enn minste stilling (0,2\u{a0}årsverk)"))
        );
    }

    #[test]
    fn a_year_of_the_phase_in_may_be_too_small() {
        let schedule = "oppstart: 2027\nlevetid: 5 år\n";
        let slow = with("    tas_ut: 100 %\n    innfasing: [25 %, 100 %]\n", schedule)
            .replace("600 timer", "700 timer");
        assert_eq!(
            title_of(&slow),
            "I 2027 tas det ut 0,1\u{a0}årsverk av stillingen «helsefagarbeider», mindre enn minste stilling (0,2\u{a0}årsverk)"
        );
    }

    #[test]
    fn less_than_årsverk_can_show_is_said_in_hours() {
        let few = with("    tas_ut: 1 %\n", "");
        assert_eq!(
            title_of(&few),
            "Det tas ut 6\u{a0}timer av stillingen «helsefagarbeider», mindre enn minste stilling (0,2\u{a0}årsverk)"
        );
    }

    #[test]
    fn time_of_no_position_is_called_a_position() {
        let nameless = with("    tas_ut: 100 %\n", "")
            .replace("    stilling: helsefagarbeider\n", "")
            .replace("600 timer", "200 timer");
        assert_eq!(
            title_of(&nameless),
            "Det tas ut 0,11\u{a0}årsverk av en stilling, mindre enn minste stilling (0,2\u{a0}årsverk)"
        );
    }

    #[test]
    fn time_that_nobody_takes_out_and_whole_positions_turned_off_are_fine() {
        assert_eq!(rules_in(&with("", "")), []);
        let off = organisation_with("minste_stilling: 0 %\n");
        assert_eq!(found_with(&with("    tas_ut: 10 %\n", ""), &off), []);
    }
}
