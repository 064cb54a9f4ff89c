//! Time taken out that is too small to be a part of a position.

use super::priced::{PricedBenefit, priced_benefits};
use super::{CaseFacts, wording};
use crate::diagnostic::Finding;
use crate::model::{Avoids, Recipient};
use crate::text::Text;
use crate::units::{Fte, Hours, Overflow, Share, Year};
use crate::{text, words};

/// Decimals årsverk are rounded to before they are cut down (calculation.md, "Whole positions").
const FTE_DECIMALS: u32 = 8;

/// The hours of one gain to be taken out of a position on a unit: in a year, or at full effect.
#[derive(Debug, Clone, Copy)]
struct Claim<'a> {
    unit: Option<&'a str>,
    position: Option<&'a str>,
    /// None at full effect, which sorts before the years.
    year: Option<Year>,
    hours: Hours,
    benefit: usize,
}

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if !facts.organisation.smallest_position.is_positive() {
        return;
    }
    let benefits = priced_benefits(facts);
    let mut claims = Vec::new();
    for (place, benefit) in benefits.iter().enumerate().filter(|(_, benefit)| takes_positions(benefit)) {
        if claim(place, benefit, &mut claims).is_err() {
            return;
        }
    }
    claims.sort_by_key(|claim| (claim.unit, claim.position, claim.year));
    let same_pool = |one: &Claim<'_>, other: &Claim<'_>| (one.unit, one.position) == (other.unit, other.position);
    for pool in claims.chunk_by(same_pool) {
        let short: Vec<_> = pool
            .chunk_by(|one, other| one.year == other.year)
            .filter_map(|together| Some((together.first()?, too_little(together, facts)?)))
            .collect();
        let Some((claim, amount)) = short.first() else { continue };
        let Some(benefit) = benefits.get(claim.benefit) else { continue };
        let title = title(claim, amount, facts.organisation.smallest_position);
        findings.push(worded(benefit, title, amount));
    }
}

/// The organisation's own time, out of today's budget: what whole positions are counted of.
fn takes_positions(benefit: &PricedBenefit<'_>) -> bool {
    let row = benefit.benefit;
    row.recipient == Recipient::Organisation
        && row.avoids == Avoids::TodaysExpense
        && row.transfer.is_none()
        && row.take_out.is_positive()
        && benefit.full.hours.is_some()
}

fn claim<'a>(place: usize, benefit: &PricedBenefit<'a>, claims: &mut Vec<Claim<'a>>) -> Result<(), Overflow> {
    let row = benefit.benefit;
    let cells = benefit.value.map_or(&[][..], |value| value.cells.as_slice());
    let by_year = cells.iter().filter_map(|cell| Some((Some(cell.year), cell.hours?)));
    let at_full = benefit.full.hours.map(|hours| (None, hours));
    for (year, hours) in at_full.into_iter().chain(by_year) {
        let hours = hours.share(row.take_out)?;
        let mut add = |unit, hours| {
            claims.push(Claim { unit, position: row.position.as_deref(), year, hours, benefit: place });
        };
        if row.budget_lines.is_empty() {
            add(None, hours);
        }
        for line in &row.budget_lines {
            add(Some(line.unit.as_str()), hours.share(line.share)?);
        }
    }
    Ok(())
}

/// The time of a pool in words, where it is less than the smallest part of a position.
fn too_little(together: &[Claim<'_>], facts: &CaseFacts<'_>) -> Option<Text> {
    let hours = Hours::sum(together.iter().map(|claim| claim.hours)).ok()?;
    let fte = hours.as_fte(facts.organisation.rules.hours_per_fte).ok()?;
    let step = facts.organisation.smallest_position.value();
    let is_short = fte.is_positive() && fte.rounded(FTE_DECIMALS).value() < step;
    is_short.then(|| wording::fte_or_hours(fte, hours))
}

fn title(claim: &Claim<'_>, amount: &Text, step: Share) -> Text {
    let step = wording::fte(Fte::new(step.value()));
    let position = wording::shown(claim.position.unwrap_or_default());
    let (nb, en) = (&amount.nb, &amount.en);
    match claim.year.map(Year::number) {
        Some(year) => text!(
            nb: "I {year} tas det ut {nb} av stillingen «{position}», mindre enn minste stilling ({})", step.nb;
            en: "In {year}, {en} of the position “{position}” are taken out, less than the smallest position ({})", step.en
        ),
        None => text!(
            nb: "Det tas ut {nb} av stillingen «{position}», mindre enn minste stilling ({})", step.nb;
            en: "{en} of the position “{position}” are taken out, less than the smallest position ({})", step.en
        ),
    }
}

fn worded(benefit: &PricedBenefit<'_>, title: Text, amount: &Text) -> Finding {
    let why = text!(
        nb: "Ingenting av dette blir penger: {} blir stående som omdisponert tid hos de ansatte.", amount.nb;
        en: "None of it becomes money: {} stay with the staff as reallocated time.", amount.en
    );
    let how = words!(
        nb: "Ta ut mer, eller samle det på ett ansvar og én stilling. Ellers skriv «tas_ut: 0 %» og si i «brukes_til» hva tiden skal brukes til.",
        en: "Take out more, or gather it on one unit and one position. Otherwise write “tas_ut: 0 %” and say in “brukes_til” what the time is put to.",
    );
    let span = benefit.written.take_out.span().unwrap_or(benefit.written.span);
    Finding::error("uttak-under-minste-stilling", span, title).because(why).instead(how.text())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, found_with, organisation_with, rules_in, title_of};

    fn with(more: &str, schedule: &str) -> String {
        case(&format!("gevinster:\n  - navn: Tilsyn\n    type: spart tid\n    anslag: 600 timer/år\n    stilling: helsefagarbeider\n    kilde: Logg\n{more}{schedule}"))
    }

    #[test]
    fn a_take_out_split_on_two_units_is_counted_on_each() {
        let lines = "    budsjettpost:\n      - {ansvar: 3210, funksjon: 257, art: 010, andel: 50 %}\n      - {ansvar: 3220, funksjon: 257, art: 010, andel: 50 %}\n";
        let together = lines.replace("3220", "3210");
        assert_eq!(rules_in(&with(&format!("    tas_ut: 100 %\n{together}"), "")), []);
        let apart = with(&format!("    tas_ut: 100 %\n{lines}"), "");
        assert_eq!(rules_in(&apart), [(14, "uttak-under-minste-stilling"), (14, "uttak-under-minste-stilling")]);
    }

    #[test]
    fn a_year_of_the_phase_in_may_be_too_small() {
        let schedule = "oppstart: 2027\nlevetid: 5 år\n";
        let slow = with("    tas_ut: 100 %\n    innfasing: [25 %, 100 %]\n", schedule);
        assert_eq!(
            title_of(&slow),
            "I 2027 tas det ut 0,09 årsverk av stillingen «helsefagarbeider», mindre enn minste stilling (0,2 årsverk)"
        );
    }

    #[test]
    fn less_than_årsverk_can_show_is_said_in_hours() {
        let few = with("    tas_ut: 1 %\n", "");
        assert_eq!(
            title_of(&few),
            "Det tas ut 6 timer av stillingen «helsefagarbeider», mindre enn minste stilling (0,2 årsverk)"
        );
    }

    #[test]
    fn time_that_nobody_takes_out_and_whole_positions_turned_off_are_fine() {
        assert_eq!(rules_in(&with("", "")), []);
        let off = organisation_with("minste_stilling: 0 %\n");
        assert_eq!(found_with(&with("    tas_ut: 10 %\n", ""), &off), []);
    }
}
