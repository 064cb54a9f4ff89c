//! The whole budget file: what it spends and takes in, and whether it balances as well as before.

use super::{Report, both_sides, thousands};
use crate::budget::WholeYear;
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, sum_row, titled};
use crate::text;
use crate::units::{Kroner, Overflow, Year};
use crate::words::{Text, all_of, listed};

/// The two sides of the whole file, and what the cases do to the balance. Nothing where today's budget
/// is not known.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let years = &report.budget.whole;
    let Some(first) = years.first().filter(|_| report.today.is_known()) else { return Ok(Vec::new()) };
    let mut nets = vec![Cell::Thousands(first.today.net()?)];
    let known = |at: &WholeYear| !report.budget.unread.lacks(at.year);
    for at in years {
        nets.push(thousands(known(at).then_some(at.future.net()?)));
    }
    let sides = both_sides(&first.today, years.iter().map(|at| known(at).then_some(&at.future)));
    let name = text!(nb: "Alle ansvarene i budsjettfila", nn: "Alle ansvara i budsjettfila", en: "All units of the budget file");
    let table = report.table_with_today(name, Kind::Thousands).rows(sides).total(sum_row(1, nets));
    let mut blocks =
        titled(text!(nb: "Hele budsjettfila", nn: "Heile budsjettfila", en: "The whole budget file"), table);
    blocks.push(Block::Paragraph(balance(years)?));
    Ok(blocks)
}

/// Whether expense and income are equal today, and what the cases do to it, year by year.
fn balance(years: &[WholeYear]) -> Result<Text, Overflow> {
    let nets = years.iter().map(|at| at.today.net()).collect::<Result<Vec<_>, _>>()?;
    let today = if nets.iter().all(|net| net.rounded(0).is_zero()) {
        text!(nb: "I dag er utgifter og inntekter like store.", nn: "I dag er utgifter og inntekter like store.", en: "Today expenses and income are equal.")
    } else {
        text!(
            nb: "I dag er utgifter og inntekter ikke like store. Slik er det når fila bare har noen av ansvarene.", nn: "I dag er utgifter og inntekter ikkje like store. Slik er det når fila berre har nokre av ansvara.",
            en: "Today expenses and income are not equal. So it is when the file has only some of the units."
        )
    };
    let mut changes: Vec<(Kroner, Vec<Year>)> = Vec::new();
    for at in years {
        let change = at.future.net()?.minus(at.today.net()?)?.rounded(0);
        match changes.iter_mut().find(|(same, _)| *same == change) {
            Some((_, of)) => of.push(at.year),
            None => changes.push((change, vec![at.year])),
        }
    }
    if changes.iter().all(|(change, _)| change.is_zero()) {
        return Ok(text!(
            nb: "{today} Med sakene er balansen som før, hvert år.", nn: "{today} Med sakene er balansen som før, kvart år.",
            en: "{today} With the cases the balance is as before, every year."; today
        ));
    }
    Ok(text!(
        nb: "{today} Med sakene er balansen {changes}, mot dagens budsjett samme år. Renter, avdrag og det som ikke har budsjettpost, er regnet med under utgifter.", nn: "{today} Med sakene er balansen {changes}, mot budsjettet i dag same år. Renter, avdrag og det som ikkje har budsjettpost, er rekna med under utgifter.",
        en: "{today} With the cases the balance is {changes}, against today's budget of the same year. Interest, repayments and what has no budget line are counted under expenses.";
        today, changes = listed(changes.iter().map(|(change, of)| said(*change, of)))
    ))
}

/// «1 084 kr svakere i 2027»
fn said(change: Kroner, years: &[Year]) -> Text {
    let (years, amount) = (all_of(years), change.abs());
    if change.is_zero() {
        text!(nb: "som før i {years}", nn: "som før i {years}", en: "as before in {years}"; years)
    } else if change.is_negative() {
        text!(nb: "{amount} bedre i {years}", nn: "{amount} betre i {years}", en: "{amount} better in {years}"; amount, years)
    } else {
        text!(nb: "{amount} svakere i {years}", nn: "{amount} svakare i {years}", en: "{amount} weaker in {years}"; amount, years)
    }
}
