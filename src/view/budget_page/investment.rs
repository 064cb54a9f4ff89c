//! Investment in a table of its own, with what its loans cost; and what stands on no budget line.

use super::{Report, labels, titled};
use crate::budget::{InvestmentLine, InvestmentRow, TodayLine, each};
use crate::calc::Booking;
use crate::text;
use crate::text::{Text, Words};
use crate::units::{Kroner, Overflow};
use crate::view::cell::Cell;
use crate::view::page::{Block, Kind, Table};
use crate::words;
use std::collections::BTreeMap;

/// Investments, each in its own year, and how they are financed.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let investments = &report.budget.investments;
    let spent = investments.rows.iter().filter(|row| !is_zero(&row.outlay));
    let rows = spent.map(|row| {
        let mut cells = vec![
            Cell::name(labels::title(report.budget, row.case)),
            Cell::name(&row.name),
            Cell::name(&paid_over(&row.lines)),
        ];
        cells.extend(row.outlay.map(Cell::Thousands));
        cells
    });
    let words = [
        text!(nb: "Sak", en: "Case"),
        text!(nb: "Investering", en: "Investment"),
        text!(nb: "Budsjettpost", en: "Budget line"),
    ];
    let mut total = vec![Cell::name("Sum"), Cell::blank(), Cell::blank()];
    total.extend(investments.outlay.map(Cell::Thousands));
    let table = report.table(words, Kind::Thousands).rows(rows).total(total);
    let mut blocks = titled(
        text!(nb: "Investeringer, hvert år for seg (ikke en del av driften)", en: "Investments, each year apart (not part of the running budget)"),
        table,
    );
    blocks.extend(today(report));
    blocks.extend(financing(report)?);
    Ok(blocks)
}

/// The lines it is paid over, as written.
fn paid_over(lines: &[InvestmentLine]) -> String {
    let said = lines.iter().map(|InvestmentLine { unit, function, art }| format!("{unit} {function} {art}"));
    said.collect::<Vec<_>>().join(", ")
}

/// Today's investment budget of the units touched.
fn today(report: &Report<'_>) -> Vec<Block> {
    let lines = report.budget.investments.today.iter();
    let rows = lines.map(|TodayLine { unit, function, art, amount, .. }| {
        let mut cells = vec![Cell::name(&format!("{unit} {function} {art}"))];
        cells.extend(amount.map(Cell::Thousands));
        cells
    });
    let words = [text!(nb: "Budsjettpost", en: "Budget line")];
    titled(
        text!(nb: "Dagens investeringsbudsjett på de samme ansvarene", en: "Today's investment budget of the same units"),
        report.table(words, Kind::Thousands).rows(rows),
    )
}

/// Interest and repayment by case, or that they are not included.
fn financing(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let investments = &report.budget.investments;
    let Some(financing) = &investments.financing else {
        let note = Block::Note(without_loan());
        return Ok(if investments.rows.is_empty() { Vec::new() } else { vec![note] });
    };
    let mut rows = Vec::new();
    for (case, costs) in by_case(&investments.rows)? {
        for (name, levels) in costs.into_iter().filter(|(_, levels)| !is_zero(levels)) {
            let mut cells = vec![Cell::name(labels::title(report.budget, case)), Cell::Text(name.text())];
            cells.extend(report.money(levels)?);
            rows.push(cells);
        }
    }
    let words = [text!(nb: "Sak", en: "Case"), text!(nb: "Lån", en: "Loan")];
    let mut total = vec![Cell::name("Sum"), Cell::blank()];
    total.extend(report.money(investments.capital)?);
    let table = report.table(words, Kind::Thousands).rows(rows).total(total);
    let place = financing.unit.as_ref().map_or_else(
        || text!(nb: "funksjon 870", en: "function 870"),
        |unit| text!(nb: "ansvar {unit}, funksjon 870", en: "unit {unit}, function 870"),
    );
    let against = report.against();
    Ok(titled(
        text!(
            nb: "Renter og avdrag ({}), {}", place.nb, against.nb;
            en: "Interest and repayment ({}), {}", place.en, against.en
        ),
        table,
    ))
}

/// That a3.yaml says nothing of loans.
pub(super) fn without_loan() -> Text {
    text!(
        nb: "Kapitalkostnad er ikke med: a3.yaml har ikke «lån» under kalkyle. Investeringene er derfor ikke regnet om til renter og avdrag.",
        en: "Capital cost is not included: a3.yaml has no “lån” under kalkyle. The investments are therefore not turned into interest and repayment."
    )
}

/// Interest and repayment of each case's rows together.
type Costs = [(Words, [Kroner; 4]); 2];

fn by_case(rows: &[InvestmentRow]) -> Result<BTreeMap<usize, Costs>, Overflow> {
    let nothing = [
        (words!(nb: "Renter (art 500)", en: "Interest (art 500)"), [Kroner::ZERO; 4]),
        (words!(nb: "Avdrag (art 510)", en: "Repayment (art 510)"), [Kroner::ZERO; 4]),
    ];
    let mut cases: BTreeMap<usize, Costs> = BTreeMap::new();
    for row in rows {
        let costs = cases.entry(row.case).or_insert(nothing);
        for ((_, sum), more) in costs.iter_mut().zip([row.interest, row.repayment]) {
            *sum = each(*sum, more, Kroner::plus)?;
        }
    }
    Ok(cases)
}

fn is_zero(levels: &[Kroner; 4]) -> bool {
    levels.iter().all(|amount| amount.is_zero())
}

/// What cases book on no line, by case and kind.
pub(super) fn without_line(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let mut all: BTreeMap<(usize, Booking), [Kroner; 4]> = BTreeMap::new();
    for entry in &report.budget.without_line {
        let row = all.entry((entry.case, entry.booking)).or_default();
        let at = report.plan().slot(entry.year).and_then(|slot| row.get_mut(slot));
        if let Some(at) = at {
            *at = at.plus(entry.amount)?;
        }
    }
    let (mut rows, mut sum) = (Vec::new(), [Kroner::ZERO; 4]);
    for ((case, booking), levels) in all {
        sum = each(sum, levels, Kroner::plus)?;
        let mut cells =
            vec![Cell::name(labels::title(report.budget, case)), Cell::Text(booking_words(booking).text())];
        cells.extend(report.money(levels)?);
        rows.push(cells);
    }
    let words = [text!(nb: "Sak", en: "Case"), text!(nb: "Hva", en: "What")];
    let mut total = vec![Cell::name("Sum"), Cell::blank()];
    total.extend(report.money(sum)?);
    let table: Table = report.table(words, Kind::Thousands).rows(rows).total(total);
    let mut blocks = titled(text!(nb: "Uten budsjettpost", en: "Without budget line"), table);
    if !blocks.is_empty() {
        blocks.push(Block::Paragraph(text!(
            nb: "Dette står ikke på noe ansvar, så ingen ramme eller linje for et ansvar har det med. Skriv budsjettpost på raden i saken.",
            en: "This is on no unit, so no frame or line of a unit has it. Write budsjettpost on the row of the case."
        )));
    }
    Ok(blocks)
}

/// What kind of entry it is, in words.
const fn booking_words(booking: Booking) -> Words {
    match booking {
        Booking::TakenOut => words!(nb: "Gevinst tatt ut", en: "Gain taken out"),
        Booking::Running => words!(nb: "Driftskostnad", en: "Running cost"),
        Booking::Restructuring => words!(nb: "Omstilling", en: "Restructuring"),
        Booking::Investment => words!(nb: "Investering", en: "Investment"),
        Booking::Interest => words!(nb: "Renter", en: "Interest"),
        Booking::Repayment => words!(nb: "Avdrag", en: "Repayment"),
    }
}
