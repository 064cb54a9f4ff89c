//! The whole budget file: what it spends and takes in, and whether it balances as well as before.

use super::{Report, labels, titled, year_columns};
use crate::budget::{Sides, WholeYear};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, Table};
use crate::text;
use crate::units::{Kroner, Overflow, Year};
use crate::words::Text;

/// The two sides of the whole file, and what the cases do to the balance. Nothing where today's budget
/// is not known.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let years = &report.budget.whole;
    let Some(first) = years.first().filter(|_| report.today.is_known()) else { return Ok(Vec::new()) };
    let row = |name: Text, figure: &dyn Fn(&Sides) -> Result<Kroner, Overflow>| {
        let mut cells = vec![Cell::Text(name), Cell::Thousands(figure(&first.today)?)];
        for at in years {
            cells.push(Cell::Thousands(figure(&at.future)?));
        }
        Ok::<_, Overflow>(cells)
    };
    let columns = [
        (text!(nb: "Alle ansvarene i budsjettfila", en: "All units of the budget file"), Kind::Text),
        (text!(nb: "I dag", en: "Today"), Kind::Thousands),
    ];
    let table = Table::new(columns.into_iter().chain(year_columns(report.plan(), Kind::Thousands)))
        .rows([
            row(text!(nb: "Utgifter", en: "Expenses"), &|sides| Ok(sides.expense))?,
            row(text!(nb: "Inntekter", en: "Income"), &|sides| Ok(sides.income))?,
        ])
        .total(row(text!(nb: "Sum", en: "Sum"), &Sides::net)?);
    let mut blocks = titled(text!(nb: "Hele budsjettfila", en: "The whole budget file"), table);
    blocks.push(Block::Paragraph(balance(years)?));
    Ok(blocks)
}

/// Whether expense and income are equal today, and what the cases do to it, year by year.
fn balance(years: &[WholeYear]) -> Result<Text, Overflow> {
    let nets = years.iter().map(|at| at.today.net()).collect::<Result<Vec<_>, _>>()?;
    let today = if nets.iter().all(|net| net.rounded(0).is_zero()) {
        text!(nb: "I dag er utgifter og inntekter like store.", en: "Today expenses and income are equal.")
    } else {
        text!(
            nb: "I dag er utgifter og inntekter ikke like store. Slik er det når fila bare har noen av ansvarene.",
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
            nb: "{} Med sakene er balansen som før, hvert år.", today.nb;
            en: "{} With the cases the balance is as before, every year.", today.en
        ));
    }
    let words: Vec<Text> = changes.iter().map(|(change, of)| said(*change, of)).collect();
    let all = |part: fn(&Text) -> &str| words.iter().map(part).collect::<Vec<_>>().join(", ");
    let (nb, en) = (all(|text| &text.nb), all(|text| &text.en));
    Ok(text!(
        nb: "{} Med sakene er balansen {nb}, mot dagens budsjett samme år. Renter, avdrag og det som ikke har budsjettpost, er regnet med under utgifter.", today.nb;
        en: "{} With the cases the balance is {en}, against today's budget of the same year. Interest, repayment and what has no budget line are counted under expenses.", today.en
    ))
}

/// «1 084 kr svakere i 2027»
fn said(change: Kroner, years: &[Year]) -> Text {
    let (years, amount) = (labels::years(years), labels::kroner(change.abs()));
    if change.is_zero() {
        text!(nb: "som før i {}", years.nb; en: "as before in {}", years.en)
    } else if change.is_negative() {
        text!(nb: "{} bedre i {}", amount.nb, years.nb; en: "{} better in {}", amount.en, years.en)
    } else {
        text!(nb: "{} svakere i {}", amount.nb, years.nb; en: "{} weaker in {}", amount.en, years.en)
    }
}
