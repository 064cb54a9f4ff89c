//! innsparingskrav of each year, and whether it is met.

use super::Report;
use crate::budget::{Demand, YearTotal};
use crate::pages::listing::Listing;
use crate::pages::page::{Block, titled};
use crate::text;
use crate::units::{Kroner, Overflow, Year};
use crate::words::{Text, listed, sentences};

/// The table, what counts, and whether it is met; nothing where there is no demand.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let demands = report.budget.totals.iter().filter_map(|at| Some((at.year, at.demand?)));
    let table = Listing::of(demands)
        .year(|(year, _)| *year)
        .thousands(text!(nb: "Krav", nn: "Krav", en: "Demand"), |(_, at)| at.demand)
        .thousands(text!(nb: "Nås", nn: "Nådd", en: "Reached"), |(_, at)| at.reached)
        .thousands(text!(nb: "Mangler", nn: "Manglar", en: "Missing"), |(_, at)| at.missing)
        .table();
    let mut blocks =
        titled(text!(nb: "Innsparingskravet", nn: "Innsparingskravet", en: "The savings demand"), table);
    if !blocks.is_empty() {
        blocks.push(Block::Paragraph(text!(
            nb: "Nås er gevinster som tas ut, minus driftskostnader, renter og avdrag, mot dagens budsjett. Her er pluss penger frigjort; omstilling teller ikke med.", nn: "Nådd er gevinstar som blir tekne ut, minus driftskostnader, renter og avdrag, mot budsjettet i dag. Her er pluss frigjorde pengar; omstilling tel ikkje med.",
            en: "Reached is gains taken out less running costs, interest and repayments, against today's budget. Here plus is money freed; restructuring does not count."
        )));
        blocks.extend(beyond(report)?.map(Block::Paragraph));
        blocks.push(verdict(report));
    }
    Ok(blocks)
}

/// Whether it is met, in a sentence; nothing where there is no demand.
pub(super) fn in_a_sentence(report: &Report<'_>) -> Text {
    if report.budget.totals.iter().all(|at| at.demand.is_none()) {
        return Text::default();
    }
    let missing = lacking(report);
    if missing.is_empty() {
        return text!(nb: "Innsparingskravet er nådd alle årene.", nn: "Innsparingskravet er nådd alle åra.", en: "The savings demand is met in every year.");
    }
    text!(
        nb: "Innsparingskravet er ikke nådd: det mangler {missing}.", nn: "Innsparingskravet er ikkje nådd: det manglar {missing}.",
        en: "The savings demand is not met: {missing} is missing."; missing
    )
}

/// «100 000 kr i 2028, 200 000 kr i 2029»
fn lacking(report: &Report<'_>) -> Text {
    let demands = report.budget.totals.iter().filter_map(|at| Some((at.year, at.demand?.missing)));
    let said = |(year, missing): (Year, Kroner)| text!(nb: "{missing} i {year}", nn: "{missing} i {year}", en: "{missing} in {year}"; missing = missing.up_to_whole(), year);
    listed(demands.filter(|(_, missing)| !missing.is_zero()).map(said))
}

/// What new practice makes the budget show beyond what counts; nothing where it is less than a krone.
fn beyond(report: &Report<'_>) -> Result<Option<Text>, Overflow> {
    let shown = |at: &&YearTotal| !at.difference.rounded(0).is_zero();
    let years = report.budget.totals.iter().filter(shown);
    let years = years.filter_map(|at| Some(beyond_in(at, at.demand?))).collect::<Result<Vec<_>, _>>()?;
    Ok((!years.is_empty()).then(|| {
        text!(
            nb: "{years} Det teller ikke med i kravet.", nn: "{years} Det tel ikkje med i kravet.",
            en: "{years} This does not count towards the demand."; years = sentences(years)
        )
    }))
}

fn beyond_in(at: &YearTotal, demand: Demand) -> Result<Text, Overflow> {
    let (year, shown) = (at.year, demand.reached.minus(at.difference)?);
    let word = if at.difference < Kroner::ZERO {
        text!(nb: "mindre", nn: "mindre", en: "less")
    } else {
        text!(nb: "mer", nn: "meir", en: "more")
    };
    Ok(text!(
        nb: "{year}: Uten omstilling viser budsjettet {shown}, for ny praksis koster {amount} {word} enn sakene sier.", nn: "{year}: Utan omstilling viser budsjettet {shown}, for ny praksis kostar {amount} {word} enn sakene seier.",
        en: "{year}: without restructuring the budget shows {shown}, as new practice costs {amount} {word} than the cases say.";
        year, shown, amount = at.difference.abs(), word
    ))
}

/// Whether it is met, or what is missing.
fn verdict(report: &Report<'_>) -> Block {
    let missing = lacking(report);
    if missing.is_empty() {
        return Block::Paragraph(text!(
            nb: "Kravet er nådd alle årene.", nn: "Kravet er nådd alle åra.",
            en: "The demand is met in every year.",
        ));
    }
    Block::Note(text!(
        nb: "Kravet er ikke nådd: det mangler {missing}.", nn: "Kravet er ikkje nådd: det manglar {missing}.",
        en: "The demand is not met: {missing} is missing."; missing
    ))
}
