//! Investment in a table of its own, with what its loans cost; and what is on no budget line.

use super::{Report, is_nothing, labels};
use crate::budget::{InvestmentLine, InvestmentRow};
use crate::calc::Booking;
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, row, sum_row, titled};
use crate::units::{Kroner, Overflow, each};
use crate::words::{Text, Words};
use crate::{text, words};
use std::collections::BTreeMap;

/// Investments, each in its own year, what they are financed by, and what the loans cost.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let investments = &report.budget.investments;
    let spent = investments.rows.iter().filter(|row| !is_nothing(&row.spent));
    let rows = spent.map(|of| {
        let title = labels::title(report.budget, of.case);
        row([title, &of.name, &paid_over(&of.lines)].map(Cell::name), of.spent.map(Cell::Thousands))
    });
    let words = [
        text!(nb: "Sak", nn: "Sak", en: "Case"),
        text!(nb: "Investering", nn: "Investering", en: "Investment"),
        text!(nb: "Budsjettpost", nn: "Budsjettpost", en: "Budget line"),
    ];
    let total = sum_row(3, investments.spent.map(Cell::Thousands));
    let table = report.table(words, Kind::Thousands).rows(rows).total(total);
    let mut blocks = titled(
        text!(nb: "Investeringer, hvert år for seg (ikke en del av driften)", nn: "Investeringar, kvart år for seg (ikkje ein del av drifta)", en: "Investments, each year apart (not part of the running budget)"),
        table,
    );
    blocks.extend(sources(report));
    blocks.extend(line_by_line(report)?);
    blocks.extend(loans(report)?);
    Ok(blocks)
}

/// What the investments are financed by, year by year: it adds up to them.
fn sources(report: &Report<'_>) -> Vec<Block> {
    let investments = &report.budget.investments;
    if is_nothing(&investments.spent) && is_nothing(&investments.received) {
        return Vec::new();
    }
    let received = investments.rows.iter().filter(|row| !is_nothing(&row.received));
    let received = received.map(|row| {
        let title = labels::title(report.budget, row.case);
        (Text::same(&format!("{title}: {}", row.name)), row.received)
    });
    let rest = if investments.financing.is_some() {
        text!(nb: "Lån", nn: "Lån", en: "Loans")
    } else {
        text!(nb: "Ikke oppgitt (lån eller egne midler)", nn: "Ikkje oppgitt (lån eller eigne midlar)", en: "Not said (loans or own means)")
    };
    let rows = received.chain([(rest, investments.outlay)]);
    let rows = rows.map(|(name, years)| row([name.into()], years.map(Cell::Thousands)));
    let total = sum_row(1, investments.spent.map(Cell::Thousands));
    let words = [text!(nb: "Betales med", nn: "Betalt med", en: "Paid with")];
    let table = report.table(words, Kind::Thousands).rows(rows).total(total);
    let mut blocks = titled(
        text!(nb: "Finansiering av investeringene", nn: "Finansiering av investeringane", en: "How the investments are financed"),
        table,
    );
    if !is_nothing(&investments.received) {
        blocks.push(Block::Paragraph(text!(
            nb: "Tilskudd og andre innbetalinger er investeringer med minus i saken. Er de større enn utgiften et år, går resten til mindre lån.", nn: "Tilskot og andre innbetalingar er investeringar med minus i saka. Er dei større enn utgifta eit år, går resten til mindre lån.",
            en: "Grants and other payments received are investments with a minus in the case. Where they exceed the outlay of a year, the rest makes for smaller loans."
        )));
    }
    blocks
}

/// The lines it is paid over, as written.
fn paid_over(lines: &[InvestmentLine]) -> String {
    let said = lines.iter().map(|InvestmentLine { unit, function, art }| format!("{unit} {function} {art}"));
    said.collect::<Vec<_>>().join(", ")
}

/// Today's investment budget of the units touched, and beside it what the cases change.
fn line_by_line(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let investments = &report.budget.investments;
    if investments.today.is_empty() {
        return Ok(Vec::new());
    }
    let (mut rows, mut sum) = (Vec::new(), [Kroner::ZERO; 4]);
    for line in &investments.budget {
        let name = line.line.as_ref().map_or_else(
            || text!(nb: "Uten budsjettpost", nn: "Utan budsjettpost", en: "Without budget line"),
            |line| Text::same(&paid_over(core::slice::from_ref(line))),
        );
        let kinds = [
            (text!(nb: "i dag", nn: "i dag", en: "today"), line.today, line.stands_today),
            (
                text!(nb: "sakene", nn: "sakene", en: "the cases"),
                line.change()?,
                !is_nothing(&line.change()?),
            ),
        ];
        for (kind, years, _) in kinds.into_iter().filter(|(_, _, is_shown)| *is_shown) {
            sum = each(sum, years, Kroner::plus)?;
            rows.push(row([name.clone().into(), kind.into()], years.map(Cell::Thousands)));
        }
    }
    let words = [
        text!(nb: "Budsjettpost", nn: "Budsjettpost", en: "Budget line"),
        text!(nb: "Fra", nn: "Frå", en: "From"),
    ];
    let total = sum_row(2, sum.map(Cell::Thousands));
    Ok(titled(
        text!(nb: "Investeringsbudsjettet på de samme ansvarene, nytt", nn: "Investeringsbudsjettet på dei same ansvara, nytt", en: "The investment budget of the same units, new"),
        report.table(words, Kind::Thousands).rows(rows).total(total),
    ))
}

/// Interest and repayment by case, or that they are not included.
fn loans(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let investments = &report.budget.investments;
    let Some(financing) = &investments.financing else {
        let note = Block::Note(without_loan());
        return Ok(if investments.rows.is_empty() { Vec::new() } else { vec![note] });
    };
    let mut rows = Vec::new();
    for (case, costs) in by_case(&investments.rows)? {
        for (name, levels) in costs.into_iter().filter(|(_, levels)| !is_nothing(levels)) {
            rows.push(report.row([labels::title(report.budget, case).into(), name.into()], levels)?);
        }
    }
    let words = [text!(nb: "Sak", nn: "Sak", en: "Case"), text!(nb: "Lån", nn: "Lån", en: "Loan")];
    let total = report.sum(2, investments.capital)?;
    let table = report.table(words, Kind::Thousands).rows(rows).total(total);
    let place = financing.unit.as_ref().map_or_else(
        || text!(nb: "funksjon 870", nn: "funksjon 870", en: "function 870"),
        |unit| text!(nb: "ansvar {unit}, funksjon 870", nn: "ansvar {unit}, funksjon 870", en: "unit {unit}, function 870"),
    );
    let against = report.against();
    Ok(titled(
        text!(
            nb: "Renter og avdrag ({place}), {against}", nn: "Renter og avdrag ({place}), {against}",
            en: "Interest and repayments ({place}), {against}"; place, against
        ),
        table,
    ))
}

/// That a3.yaml says nothing of loans.
pub(super) fn without_loan() -> Text {
    text!(
        nb: "Kapitalkostnad er ikke med: a3.yaml har ikke «lån» under kalkyle. Investeringene er derfor ikke regnet om til renter og avdrag.", nn: "Kapitalkostnad er ikkje med: a3.yaml har ikkje «lån» under kalkyle. Investeringane er derfor ikkje rekna om til renter og avdrag.",
        en: "Capital cost is not included: a3.yaml has no “lån” under kalkyle. The investments are therefore not turned into interest and repayments."
    )
}

/// Interest and repayment of each case's rows together.
type Costs = [(Words, [Kroner; 4]); 2];

fn by_case(rows: &[InvestmentRow]) -> Result<BTreeMap<usize, Costs>, Overflow> {
    let nothing = [
        (words!(nb: "Renter (art 500)", nn: "Renter (art 500)", en: "Interest (art 500)"), [Kroner::ZERO; 4]),
        (
            words!(nb: "Avdrag (art 510)", nn: "Avdrag (art 510)", en: "Repayment (art 510)"),
            [Kroner::ZERO; 4],
        ),
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

/// What cases book on no line, by case and kind.
pub(super) fn without_line(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let mut all: BTreeMap<(usize, Booking), [Kroner; 4]> = BTreeMap::new();
    for entry in &report.budget.without_line {
        let row = all.entry((entry.case, entry.booking)).or_default();
        report.plan().add(row, entry.year, entry.amount)?;
    }
    let (mut rows, mut sum) = (Vec::new(), [Kroner::ZERO; 4]);
    for ((case, booking), levels) in all {
        sum = each(sum, levels, Kroner::plus)?;
        let names = [labels::title(report.budget, case).into(), booking_words(booking).into()];
        rows.push(report.row(names, levels)?);
    }
    let words = [text!(nb: "Sak", nn: "Sak", en: "Case"), text!(nb: "Hva", nn: "Kva", en: "What")];
    let total = report.sum(2, sum)?;
    let table = report.table(words, Kind::Thousands).rows(rows).total(total);
    let mut blocks =
        titled(text!(nb: "Uten budsjettpost", nn: "Utan budsjettpost", en: "Without budget line"), table);
    if !blocks.is_empty() {
        blocks.push(Block::Paragraph(text!(
            nb: "Dette står ikke på noe ansvar, så ingen ramme eller linje for et ansvar har det med. Skriv budsjettpost på raden i saken.", nn: "Dette står ikkje på noko ansvar, så inga ramme eller linje for eit ansvar har det med. Skriv budsjettpost på rada i saka.",
            en: "This is on no unit, so no frame or line of a unit has it. Write budsjettpost on the row of the case."
        )));
    }
    Ok(blocks)
}

/// What kind of entry it is, in words.
const fn booking_words(booking: Booking) -> Words {
    match booking {
        Booking::TakenOut => words!(nb: "Gevinst tatt ut", nn: "Gevinst teken ut", en: "Gain taken out"),
        Booking::Running => words!(nb: "Driftskostnad", nn: "Driftskostnad", en: "Running cost"),
        Booking::Restructuring => words!(nb: "Omstilling", nn: "Omstilling", en: "Restructuring"),
        Booking::Investment => words!(nb: "Investering", nn: "Investering", en: "Investment"),
        Booking::Interest => words!(nb: "Renter", nn: "Renter", en: "Interest"),
        Booking::Repayment => words!(nb: "Avdrag", nn: "Avdrag", en: "Repayment"),
    }
}
