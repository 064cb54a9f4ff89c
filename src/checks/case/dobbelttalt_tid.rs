//! The same saved minutes counted twice: two times with the same counts, added for one position.
//!
//! A vendor's calculator for municipalities does it by default: five minutes a visit «with
//! travel», and a field for travel on top, which makes the gain 4.7 times too large.

use super::terms::{Term, terms};
use crate::checks::prelude::*;
use crate::diagnostic::Related;
use crate::document::{Benefit, Calculation};
use crate::model::Recipient;
use crate::quantity::{Expression, Quantity};
use crate::words;

/// Whose time it is: recipient and position. Times are only added up for the same.
type Whose<'a> = (Recipient, Option<&'a str>);
/// What a time is multiplied (true) and divided (false) by, sorted, as written.
type Counts<'a> = Vec<(&'a str, bool)>;

/// One time of one formula, with its counts taken off.
#[derive(Debug, Clone, Copy)]
struct Time<'a> {
    written: &'a str,
    is_name: bool,
    negative: bool,
    place: Span,
}

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let mut groups: BTreeMap<(Whose<'_>, Counts<'_>), Vec<Time<'_>>> = BTreeMap::new();
    // A merknad is where people say that the times differ.
    let unexplained = facts.document.benefits.rows().iter().filter(|row| !row.note.is_written());
    for benefit in unexplained {
        let Some(calculation) = benefit.calculation.get() else { continue };
        let Some(terms) = terms(calculation.formula.root()) else { continue };
        for term in &terms {
            if let Some((counts, time)) = time_of(term, calculation, facts) {
                groups.entry((whose(benefit), counts)).or_default().push(time);
            }
        }
    }
    let mut pairs: Vec<(&Time<'_>, &Time<'_>)> =
        groups.values().filter_map(|times| counted_twice(times)).collect();
    pairs.sort_by_key(|(_, second)| second.place.start);
    findings.extend(once_for_each(&pairs));
}

/// One finding for each pair of times, with the other places that have the same pair.
fn once_for_each(pairs: &[(&Time<'_>, &Time<'_>)]) -> Vec<Finding> {
    let mut said: Vec<((&str, &str), Finding)> = Vec::new();
    for (first, second) in pairs {
        let names = (first.written, second.written);
        match said.iter_mut().find(|(told, _)| *told == names) {
            Some((_, finding)) => {
                let label =
                    words!(nb: "og det samme her", nn: "og det same her", en: "and the same here").text();
                finding.related.push(Related { span: second.place, label });
            }
            None => said.push((names, twice(first, second))),
        }
    }
    said.into_iter().map(|(_, finding)| finding).collect()
}

fn whose(benefit: &Benefit) -> Whose<'_> {
    let recipient = benefit.recipient.get().copied().unwrap_or(Recipient::Organisation);
    (recipient, benefit.position.text())
}

/// The one time of a term and what it is multiplied by; nothing where there is no time, or no
/// count of anything.
fn time_of<'a>(
    term: &Term<'a>,
    calculation: &'a Calculation,
    facts: &CaseFacts<'a>,
) -> Option<(Counts<'a>, Time<'a>)> {
    let is_time =
        |part: &&Expression| known(part, facts).is_some_and(|quantity| quantity.dimension().is_work());
    let mut times = term.factors.iter().copied().filter(|part| is_time(part));
    let (time, None) = (times.next()?, times.next()) else { return None };
    let counts = term.factors.iter().copied().filter(|part| !core::ptr::eq(*part, time));
    let is_count = |part: &Expression| {
        is_name(part) && known(part, facts).is_some_and(|quantity| !quantity.is_percent())
    };
    if !counts.clone().any(is_count) || is_explained(time, facts) {
        return None;
    }
    let above = counts.map(|part| (written(part, calculation), true));
    let below = term.divisors.iter().map(|part| (written(part, calculation), false));
    let mut counts: Counts<'_> = above.chain(below).collect();
    counts.sort_unstable();
    let place = calculation.place(time.span());
    Some((
        counts,
        Time { written: written(time, calculation), is_name: is_name(time), negative: term.negative, place },
    ))
}

const fn is_name(part: &Expression) -> bool {
    matches!(part, Expression::Name(..))
}

fn written<'a>(part: &Expression, calculation: &'a Calculation) -> &'a str {
    let span = part.span();
    calculation.formula.text().get(span.start as usize..span.end as usize).unwrap_or_default()
}

/// The value of a name or a quantity.
fn known<'a>(part: &'a Expression, facts: &CaseFacts<'a>) -> Option<&'a Quantity> {
    let name = match part {
        Expression::Quantity(quantity, _) => return Some(quantity),
        Expression::Name(name, _) => name.as_ref(),
        Expression::Negate(..) | Expression::Binary { .. } => return None,
    };
    let estimate = match facts.document.assumption(name) {
        Some(own) => own.estimate.get()?,
        None => &facts.organisation.shared_assumption(name)?.estimate,
    };
    Some(estimate.mode())
}

/// Whether the assumption of a time says in `merknad` what it holds.
fn is_explained(time: &Expression, facts: &CaseFacts<'_>) -> bool {
    let Expression::Name(name, _) = time else { return false };
    facts.document.assumption(name).is_some_and(|own| own.note.is_written())
}

/// Two times that are added, where not each of them has its own time afterwards subtracted; or the
/// very same time once more.
fn counted_twice<'t, 'a>(times: &'t [Time<'a>]) -> Option<(&'t Time<'a>, &'t Time<'a>)> {
    let added: Vec<_> = times.iter().filter(|time| !time.negative).collect();
    let [first, second, ..] = added.as_slice() else { return None };
    let mut seen: Vec<&Time<'_>> = Vec::new();
    for time in &added {
        if let Some(before) = seen.iter().find(|before| time.is_name && before.written == time.written) {
            return Some((before, time));
        }
        seen.push(time);
    }
    let subtracted = times.len().saturating_sub(added.len());
    (added.len() > subtracted).then_some((*first, *second))
}

fn twice(first: &Time<'_>, second: &Time<'_>) -> Finding {
    let (one, other) = (wording::shown(first.written), wording::shown(second.written));
    let title = if one == other {
        text!(
            nb: "Tiden «{one}» er regnet med to ganger, med de samme antallene", nn: "Tida «{one}» er rekna med to gonger, med dei same mengdene",
            en: "The time “{one}” is counted twice, with the same counts"
        )
    } else {
        text!(
            nb: "«{one}» og «{other}» ganges med de samme antallene og legges sammen", nn: "«{one}» og «{other}» blir gonga med dei same mengdene og lagde saman",
            en: "“{one}” and “{other}” are multiplied by the same counts and added"
        )
    };
    Finding::error("dobbelttalt-tid", second.place, title)
        .with(first.place, words!(nb: "den andre tiden", nn: "den andre tida", en: "the other time").text())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, found_with, organisation_with, rules_in};

    const NAMES: &str = "\
forutsetninger:
  besøk: {verdi: 14 600 besøk/år, kilde: Logg}
  andel: {verdi: 65 %, kilde: Logg}
  tid: {verdi: 5 min, kilde: Logg}
  reise: {verdi: 15 min, kilde: Logg}
  etter: {verdi: 1 min, kilde: Logg}
  reise_etter: {verdi: 2 min, kilde: Logg}
";

    /// Whether it fires; that some names are not used is another matter.
    fn fires(rows: &[&str]) -> bool {
        const ROW: &str = "type: spart tid, eier: Kari, stilling: helsefagarbeider";
        let row = |(place, row): (usize, &&str)| format!("  - {{navn: G{place}, {ROW}, {row}}}\n");
        let rows: String = rows.iter().enumerate().map(row).collect();
        let found = rules_in(&case(&format!("{NAMES}gevinster:\n{rows}")));
        found.iter().any(|(_, rule)| *rule == "dobbelttalt-tid")
    }

    #[test]
    fn two_times_of_the_same_visits_are_found_in_one_formula_or_in_two_benefits() {
        assert!(fires(&["beregning: besøk × andel × (tid + reise − etter)"]));
        assert!(fires(&["beregning: besøk × tid + reise × besøk"]));
        assert!(fires(&["beregning: besøk × andel × (tid − etter)", "beregning: besøk × andel × reise"]));
        assert!(fires(&["beregning: besøk × (tid + 15 min)"]));
    }

    #[test]
    fn before_and_after_is_one_gain() {
        assert!(!fires(&["beregning: besøk × (tid − etter)"]));
        assert!(!fires(&["beregning: besøk × (tid − etter)", "beregning: besøk × (reise − reise_etter)"]));
    }

    #[test]
    fn the_same_time_once_more_is_found_even_with_its_after() {
        assert!(fires(&["beregning: besøk × (tid − etter)", "beregning: besøk × (tid − etter)"]));
    }

    #[test]
    fn other_counts_other_people_and_plain_shares_are_no_double_count() {
        assert!(!fires(&["beregning: besøk × tid", "beregning: besøk × andel × reise"]));
        assert!(!fires(&["beregning: besøk × tid", "mottaker: innbyggerne, beregning: besøk × reise"]));
        assert!(!fires(&["beregning: 900 timer/år × andel + 800 timer/år × andel"]));
        assert!(!fires(&["beregning: besøk × maks(tid; reise)"]));
    }

    #[test]
    fn the_same_two_times_in_two_benefits_are_said_once_with_both_places() {
        let rows = ["beregning: besøk × (tid + reise)", "beregning: besøk × andel × (tid + reise)"];
        const ROW: &str = "type: spart tid, eier: Kari, stilling: helsefagarbeider";
        let row = |row: &str| format!("  - {{navn: G{}, {ROW}, {row}}}\n", row.len());
        let text = case(&format!("{NAMES}gevinster:\n{}", rows.map(row).concat()));
        let found = found_with(&text, &organisation_with(""));
        let twice: Vec<_> = found.iter().filter(|(_, one)| one.rule == "dobbelttalt-tid").collect();
        assert_eq!(twice.len(), 1, "{twice:?}");
        assert_eq!(twice[0].1.related.len(), 2, "the other time, and the other benefit");
    }

    #[test]
    fn a_note_says_that_the_times_differ() {
        assert!(!fires(&["beregning: besøk × (tid + reise), merknad: Målt hver for seg"]));
        assert!(!fires(&["beregning: besøk × tid", "beregning: besøk × reise, merknad: Bare kjøring"]));
    }

    #[test]
    fn a_long_product_of_sums_is_left_alone() {
        let sum = "(tid/tid + reise/reise)";
        let product = vec![sum; 20].join(" × ");
        assert!(!fires(&[&format!("beregning: besøk × tid × {product}")]));
    }
}
