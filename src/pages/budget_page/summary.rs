//! `--sammendrag`: the sum of all effects by område and year.

use super::frame::{Around, Prices};
use super::{Report, investment, is_nothing};
use crate::budget::{AreaTotal, CaseYear, Layout};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, Page, row, sum_row, titled};
use crate::units::{Kroner, Overflow, each};
use crate::words::{Text, Words};
use crate::{text, words};

/// The sums.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn page(report: &Report<'_>) -> Result<Page, Overflow> {
    let (first, last) = report.plan_ends();
    let title =
        text!(nb: "Sammendrag {first}–{last}", nn: "Samandrag {first}–{last}", en: "Summary {first}–{last}");
    Around { report, title, prices: Prices::OfTheFirstYear, first: Vec::new() }.page(|page| {
        let areas = &report.budget.areas;
        let mut all: Vec<Effects> = areas.iter().map(Effects::of).collect();
        if areas.len() > 1 {
            all.push(Effects::of_all(report));
        }
        let page = all.into_iter().try_fold(page, |page, of| Ok(page.with_all(of.blocks(report)?)))?;
        let investments = &report.budget.investments;
        let is_unfinanced = investments.financing.is_none() && !investments.rows.is_empty();
        Ok::<_, Overflow>(
            page.with_all(is_unfinanced.then(|| Block::Note(investment::without_loan())))
                .with_all(investment_sums(report))
                .with_all(person_years(report)?),
        )
    })
}

/// What the running budget of one område, or of all, changes by.
struct Effects {
    name: Text,
    years: [CaseYear; 4],
    /// What new practice costs beyond what cases say.
    beyond: [Kroner; 4],
}

impl Effects {
    fn of(area: &AreaTotal) -> Self {
        Self { name: Text::same(&area.area), years: area.years, beyond: area.difference }
    }

    fn of_all(report: &Report<'_>) -> Self {
        let totals = report.budget.totals;
        let name = text!(nb: "Alle områder", nn: "Alle område", en: "All areas");
        Self { name, years: totals.map(|at| at.cases), beyond: totals.map(|at| at.difference) }
    }

    /// Kind by kind; those that are always shown first.
    fn blocks(self, report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
        let years = self.years;
        let kinds = [
            (
                words!(nb: "Gevinster tatt ut", nn: "Gevinstar tekne ut", en: "Gains taken out"),
                years.map(|at| at.taken_out.negated()),
            ),
            (
                words!(nb: "Driftskostnader", nn: "Driftskostnader", en: "Running costs"),
                years.map(|at| at.running),
            ),
            (
                words!(nb: "Omstilling", nn: "Omstilling", en: "Restructuring"),
                years.map(|at| at.restructuring),
            ),
            (
                words!(nb: "Renter og avdrag", nn: "Renter og avdrag", en: "Interest and repayments"),
                years.map(|at| at.capital),
            ),
            (BEYOND, self.beyond),
        ];
        let (mut rows, mut sum) = (Vec::new(), [Kroner::ZERO; 4]);
        for (place, (name, levels)) in kinds.into_iter().enumerate() {
            sum = each(sum, levels, Kroner::plus)?;
            if place <= 2 || levels.iter().any(|amount| !amount.rounded(0).is_zero()) {
                rows.push(report.row([name.into()], levels)?);
            }
        }
        let drift = text!(nb: "Driften, {against}", nn: "Drifta, {against}", en: "Running budget, {against}"; against = report.against());
        let total = report.row([words!(nb: "Sum drift", nn: "Sum drift", en: "Sum, running").into()], sum)?;
        Ok(titled(self.name, report.table([drift], Kind::Thousands).rows(rows).total(total)))
    }
}

const BEYOND: Words = words!(nb: "Ny praksis, ut over det sakene sier", nn: "Ny praksis, ut over det sakene seier", en: "New practice, beyond what cases say");

/// The paid part of investments by område, each in its own year.
fn investment_sums(report: &Report<'_>) -> Vec<Block> {
    let shown = |area: &&AreaTotal| area.years.iter().any(|at| !at.investment.is_zero());
    let rows = report.budget.areas.iter().filter(shown);
    let rows =
        rows.map(|area| row([Cell::name(&area.area)], area.years.map(|at| Cell::Thousands(at.investment))));
    let total = sum_row(1, report.budget.investments.outlay.map(Cell::Thousands));
    let table = report
        .table([text!(nb: "Område", nn: "Område", en: "Area")], Kind::Thousands)
        .rows(rows)
        .total(total);
    let title = if is_nothing(&report.budget.investments.received) {
        text!(nb: "Investeringer, hvert år for seg", nn: "Investeringar, kvart år for seg", en: "Investments, each year apart")
    } else {
        text!(nb: "Investeringer minus tilskudd, hvert år for seg", nn: "Investeringar minus tilskot, kvart år for seg", en: "Investments less grants, each year apart")
    };
    titled(title, table)
}

/// årsverk taken out by område, less those that running costs add; plus is fewer.
fn person_years(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let mut rows = Vec::new();
    for area in &report.budget.areas {
        let levels = area.years.map(|at| at.fte);
        if levels.iter().any(|fte| !fte.is_zero()) {
            rows.push(row([Cell::name(&area.area)], report.person_years(levels)?));
        }
    }
    // What no case takes out, but new practice changes, stands apart.
    let all = report.budget.totals.map(|at| at.fte_change.negated());
    let beyond = each(all, report.budget.totals, |all, at| all.minus(at.cases.fte))?;
    if beyond.iter().any(|fte| !fte.is_zero()) {
        rows.push(row([BEYOND.into()], report.person_years(beyond)?));
    }
    let total = sum_row(1, report.person_years(all)?);
    let title = match report.layout {
        Layout::Level => {
            text!(nb: "Årsverk tatt ut, mot i dag", nn: "Årsverk tekne ut, mot i dag", en: "FTE taken out, against today")
        }
        Layout::Change => {
            text!(nb: "Årsverk tatt ut, nye hvert år", nn: "Årsverk tekne ut, nye kvart år", en: "FTE taken out, new each year")
        }
    };
    let table =
        report.table([text!(nb: "Område", nn: "Område", en: "Area")], Kind::Number).rows(rows).total(total);
    let adds = report.budget.areas.iter().flat_map(|area| area.years).any(|at| at.fte.is_negative());
    let mut blocks = titled(title, table);
    blocks.extend(adds.then(|| {
        Block::Paragraph(text!(
            nb: "Minus er årsverk som kommer til: stillinger sakene betaler for i drift.", nn: "Minus er årsverk som kjem til: stillingar sakene betaler for i drift.",
            en: "Minus is FTE that come in: positions the cases pay for as a running cost."
        ))
    }));
    Ok(blocks)
}
