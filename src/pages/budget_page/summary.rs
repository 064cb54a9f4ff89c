//! `--sammendrag`: the sum of all effects by område and year, and innsparingskrav.

use super::frame::Prices;
use super::{Report, doubts, frame, investment, labels, titled};
use crate::budget::{AreaTotal, CaseYear, Layout, each};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, Page, Table};
use crate::text;
use crate::units::{Fte, Kroner, Overflow};
use crate::words::Text;

/// The sums.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn page(report: &Report<'_>) -> Result<Page, Overflow> {
    let (first, last) = report.plan_ends();
    let title = text!(nb: "Sammendrag {first}–{last}", en: "Summary {first}–{last}");
    let mut page = Page::new(title).with_all(frame::opening(report, Prices::OfTheFirstYear));
    if report.budget.cases.is_empty() {
        return Ok(page.with_all(frame::left_out(report)));
    }
    if let Some(same) = frame::nothing_changes(report) {
        return Ok(page.with(same).with_all(frame::after_nothing(report)?));
    }
    for area in &report.budget.areas {
        page = page.with_all(effects(report, Text::same(&area.area), (area.years, area.difference))?);
    }
    if report.budget.areas.len() > 1 {
        let all = (report.case_years(), report.total_of(|at| at.difference));
        page = page.with_all(effects(report, text!(nb: "Alle områder", en: "All areas"), all)?);
    }
    if report.budget.investments.financing.is_none() && !report.budget.investments.rows.is_empty() {
        page = page.with(Block::Note(investment::without_loan()));
    }
    Ok(page
        .with_all(investments(report)?)
        .with_all(person_years(report)?)
        .with_all(demand(report)?)
        .with_all(doubts::blocks(report)?)
        .with_all(frame::left_out(report)))
}

impl Report<'_> {
    /// The cases that count, together, in each plan year.
    fn case_years(&self) -> [CaseYear; 4] {
        let mut all = [CaseYear::default(); 4];
        for (at, total) in all.iter_mut().zip(&self.budget.totals) {
            *at = total.cases;
        }
        all
    }
}

/// What the running budget of one område changes by, kind by kind.
fn effects(
    report: &Report<'_>,
    name: Text,
    (years, difference): ([CaseYear; 4], [Kroner; 4]),
) -> Result<Vec<Block>, Overflow> {
    let kinds = [
        (text!(nb: "Gevinster tatt ut", en: "Gains taken out"), years.map(|at| at.taken_out.negated())),
        (text!(nb: "Driftskostnader", en: "Running costs"), years.map(|at| at.running)),
        (text!(nb: "Omstilling", en: "Restructuring"), years.map(|at| at.restructuring)),
        (text!(nb: "Renter og avdrag", en: "Interest and repayment"), years.map(|at| at.capital)),
        (
            text!(nb: "Ny praksis, ut over det sakene sier", en: "New practice, beyond what cases say"),
            difference,
        ),
    ];
    let (mut rows, mut sum) = (Vec::new(), [Kroner::ZERO; 4]);
    for (place, (name, levels)) in kinds.into_iter().enumerate() {
        sum = each(sum, levels, Kroner::plus)?;
        if place > 2 && levels.iter().all(|amount| amount.rounded(0).is_zero()) {
            continue;
        }
        let mut cells = vec![Cell::Text(name)];
        cells.extend(report.money(levels)?);
        rows.push(cells);
    }
    let against = report.against();
    let drift = text!(nb: "Driften, {}", against.nb; en: "Running budget, {}", against.en);
    let mut total = vec![Cell::Text(text!(nb: "Sum drift", en: "Sum, running"))];
    total.extend(report.money(sum)?);
    Ok(titled(name, report.table([drift], Kind::Thousands).rows(rows).total(total)))
}

/// The paid part of investments by område, each in its own year.
fn investments(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let shown = |area: &&AreaTotal| area.years.iter().any(|at| !at.investment.is_zero());
    let rows = report.budget.areas.iter().filter(shown).map(|area| {
        let mut cells = vec![Cell::name(&area.area)];
        cells.extend(area.years.map(|at| Cell::Thousands(at.investment)));
        cells
    });
    let mut total = vec![Cell::name("Sum")];
    total.extend(report.budget.investments.outlay.map(Cell::Thousands));
    let table = report.table([text!(nb: "Område", en: "Area")], Kind::Thousands).rows(rows).total(total);
    let title = if report.budget.investments.received == [Kroner::ZERO; 4] {
        text!(nb: "Investeringer, hvert år for seg", en: "Investments, each year apart")
    } else {
        text!(nb: "Investeringer minus tilskudd, hvert år for seg", en: "Investments less grants, each year apart")
    };
    Ok(titled(title, table))
}

/// årsverk taken out by område, less those that running costs add; plus is fewer.
fn person_years(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let mut rows = Vec::new();
    for area in &report.budget.areas {
        let levels = area.years.map(|at| at.fte);
        if levels.iter().any(|fte| !fte.is_zero()) {
            let mut cells = vec![Cell::name(&area.area)];
            cells.extend(report.person_years(levels)?);
            rows.push(cells);
        }
    }
    let (all, beyond) = all_and_beyond(report)?;
    if beyond.iter().any(|fte| !fte.is_zero()) {
        let name =
            text!(nb: "Ny praksis, ut over det sakene sier", en: "New practice, beyond what cases say");
        let mut cells = vec![Cell::Text(name)];
        cells.extend(report.person_years(beyond)?);
        rows.push(cells);
    }
    let mut total = vec![Cell::name("Sum")];
    total.extend(report.person_years(all)?);
    let title = match report.layout {
        Layout::Level => text!(nb: "Årsverk tatt ut, mot i dag", en: "FTE taken out, against today"),
        Layout::Change => text!(nb: "Årsverk tatt ut, nye hvert år", en: "FTE taken out, new each year"),
    };
    let table = report.table([text!(nb: "Område", en: "Area")], Kind::Number).rows(rows).total(total);
    let adds = report.budget.areas.iter().flat_map(|area| area.years).any(|at| at.fte.is_negative());
    let mut blocks = titled(title, table);
    blocks.extend(adds.then(|| {
        Block::Paragraph(text!(
            nb: "Minus er årsverk som kommer til: stillinger sakene betaler for i drift.",
            en: "Minus is FTE that come in: positions the cases pay for as a running cost."
        ))
    }));
    Ok(blocks)
}

/// årsverk that the budget falls by, and the part of it that no case takes out but new practice changes.
fn all_and_beyond(report: &Report<'_>) -> Result<([Fte; 4], [Fte; 4]), Overflow> {
    let (mut all, mut beyond) = ([Fte::ZERO; 4], [Fte::ZERO; 4]);
    for ((all, beyond), total) in all.iter_mut().zip(&mut beyond).zip(&report.budget.totals) {
        *all = Fte::ZERO.minus(total.fte_change)?;
        *beyond = all.minus(total.cases.fte)?;
    }
    Ok((all, beyond))
}

/// innsparingskrav of each year, and whether it is met.
pub(super) fn demand(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let thousands = |title| (title, Kind::Thousands);
    let table = Table::new([
        (text!(nb: "År", en: "Year"), Kind::Number),
        thousands(text!(nb: "Krav", en: "Demand")),
        thousands(text!(nb: "Nås", en: "Reached")),
        thousands(text!(nb: "Mangler", en: "Missing")),
    ]);
    let demands = report.budget.totals.iter().filter_map(|at| Some((at.year, at.demand?)));
    let rows = demands.clone().map(|(year, demand)| {
        let amounts = [demand.demand, demand.reached, demand.missing].map(Cell::Thousands);
        core::iter::once(Cell::Year(year)).chain(amounts).collect::<Vec<_>>()
    });
    let mut blocks = titled(text!(nb: "Innsparingskravet", en: "The savings demand"), table.rows(rows));
    if blocks.is_empty() {
        return Ok(blocks);
    }
    blocks.push(Block::Paragraph(text!(
        nb: "Nås er gevinster som tas ut, minus driftskostnader, renter og avdrag, mot dagens budsjett. Her er pluss penger frigjort; omstilling teller ikke med.",
        en: "Reached is gains taken out less running costs, interest and repayment, against today's budget. Here plus is money freed; restructuring does not count."
    )));
    blocks.extend(beyond(report)?.map(Block::Paragraph));
    blocks.push(verdict(report));
    Ok(blocks)
}

/// What new practice makes the budget show beyond what counts; nothing where it is less than a krone.
fn beyond(report: &Report<'_>) -> Result<Option<Text>, Overflow> {
    let (mut nb, mut en) = (Vec::new(), Vec::new());
    for total in &report.budget.totals {
        let more = total.difference;
        let Some(demand) = total.demand.filter(|_| !more.rounded(0).is_zero()) else { continue };
        let shown = labels::kroner(demand.reached.minus(more)?);
        let year = total.year.number();
        let (amount, word) = if more < Kroner::ZERO {
            (labels::kroner(more.negated()), text!(nb: "mindre", en: "less"))
        } else {
            (labels::kroner(more), text!(nb: "mer", en: "more"))
        };
        nb.push(format!(
            "{year}: Uten omstilling viser budsjettet {}, for ny praksis koster {} {} enn sakene sier.",
            shown.nb, amount.nb, word.nb
        ));
        en.push(format!("{year}: without restructuring the budget shows {}, as new practice costs {} {} than the cases say.", shown.en, amount.en, word.en));
    }
    let (nb, en) = (nb.join(" "), en.join(" "));
    Ok((!nb.is_empty()).then(|| text!(nb: "{nb} Det teller ikke med i kravet.", en: "{en} This does not count towards the demand.")))
}

/// Whether it is met, or what is missing.
fn verdict(report: &Report<'_>) -> Block {
    let demands = report.budget.totals.iter().filter_map(|at| Some((at.year, at.demand?)));
    let missing = demands.filter(|(_, demand)| !demand.missing.is_zero());
    let missing: Vec<(Text, Text)> =
        missing.map(|(year, demand)| (labels::years(&[year]), labels::kroner(demand.missing))).collect();
    if missing.is_empty() {
        return Block::Paragraph(
            text!(nb: "Kravet er nådd alle årene.", en: "The demand is met in every year."),
        );
    }
    let said = |part: fn(&Text) -> &str, within: &str| {
        let each = missing.iter().map(|(year, amount)| format!("{} {within} {}", part(amount), part(year)));
        each.collect::<Vec<_>>().join(", ")
    };
    let (nb, en) = (said(|text| &text.nb, "i"), said(|text| &text.en, "in"));
    Block::Note(
        text!(nb: "Kravet er ikke nådd: det mangler {nb}.", en: "The demand is not met: {en} is missing."),
    )
}
