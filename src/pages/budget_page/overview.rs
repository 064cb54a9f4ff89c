//! All units on one page: what each changes, the two sides of the budget, and årsverk.

use super::{Report, labels, titled, year_columns};
use crate::budget::{Sides, UnitBudget, each, fte_since_first, since_first};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, Table};
use crate::text;
use crate::units::{Fte, Kroner, Overflow};
use crate::words::Text;

/// The running budget by ansvar; its total is what the running budget changes, all in all.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let (mut rows, mut all) = (Vec::new(), report.running()?);
    for unit in &report.budget.units {
        let levels = unit.years.map(|at| at.budget_shows.negated());
        rows.push(row(report, &labels::unit(unit), (first_net(unit)?, levels))?);
        let own = own_change(unit)?;
        if own != [Kroner::ZERO; 4] {
            rows.push(extra_row(report, labels::own_change_of_row(), own)?);
            all = each(all, own, Kroner::plus)?;
        }
    }
    if !report.budget.without_line.is_empty() {
        let name = text!(nb: "Uten budsjettpost", en: "Without budget line");
        rows.push(extra_row(report, name, report.total_of(|at| at.without_line))?);
    }
    let capital = report.budget.investments.capital;
    if capital.iter().any(|amount| !amount.is_zero()) {
        rows.push(extra_row(report, text!(nb: "Renter og avdrag", en: "Interest and repayment"), capital)?);
    }
    let mut today = Kroner::ZERO;
    for unit in &report.budget.units {
        today = today.plus(first_net(unit)?)?;
    }
    let total = row(report, "Sum", (today, all))?;
    let table = Table::new(columns(report)).rows(rows).total(total);
    let against = report.against();
    let title = text!(
        nb: "Driftsbudsjettet, {}", against.nb;
        en: "The running budget, {}", against.en
    );
    let mut blocks = titled(title, table);
    blocks.extend(balance(report)?);
    Ok(blocks)
}

impl Report<'_> {
    /// A figure of each plan year's total.
    pub(super) fn total_of(&self, figure: impl Fn(&crate::budget::YearTotal) -> Kroner) -> [Kroner; 4] {
        let mut all = [Kroner::ZERO; 4];
        for (at, total) in all.iter_mut().zip(&self.budget.totals) {
            *at = figure(total);
        }
        all
    }

    /// What the running budget changes against today, capital costs included; KOSTRA sign.
    pub(super) fn running(&self) -> Result<[Kroner; 4], Overflow> {
        let mut all = self.total_of(|at| at.running_change);
        for (at, capital) in all.iter_mut().zip(self.budget.investments.capital) {
            *at = at.plus(capital)?;
        }
        Ok(all)
    }
}

/// Today's net of the first plan year.
fn first_net(unit: &UnitBudget) -> Result<Kroner, Overflow> {
    let [first, ..] = unit.years;
    first.today.net()
}

/// What the unit's budget of today itself changes from its first year.
fn own_change(unit: &UnitBudget) -> Result<[Kroner; 4], Overflow> {
    since_first(each(unit.years, [(); 4], |at, ()| at.today.net())?)
}

fn columns(report: &Report<'_>) -> Vec<(Text, Kind)> {
    let mut columns = vec![(text!(nb: "Ansvar", en: "Unit"), Kind::Text)];
    if report.today.is_known() {
        columns.push((text!(nb: "I dag", en: "Today"), Kind::Thousands));
    }
    columns.extend(year_columns(report.plan(), Kind::Thousands));
    columns
}

fn row(
    report: &Report<'_>,
    name: &str,
    (today, levels): (Kroner, [Kroner; 4]),
) -> Result<Vec<Cell>, Overflow> {
    let mut cells = vec![Cell::name(name)];
    cells.extend(report.today.is_known().then_some(Cell::Thousands(today)));
    cells.extend(report.money(levels)?);
    Ok(cells)
}

/// A row of what no ansvar of its own has today.
fn extra_row(report: &Report<'_>, name: Text, levels: [Kroner; 4]) -> Result<Vec<Cell>, Overflow> {
    let mut cells = vec![Cell::Text(name)];
    cells.extend(report.today.is_known().then(Cell::blank));
    cells.extend(report.money(levels)?);
    Ok(cells)
}

/// Expense and income of all units together, today and in each plan year.
fn balance(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let totals = &report.budget.totals;
    let Some(first) = totals.first().filter(|_| report.today.is_known()) else { return Ok(Vec::new()) };
    let row = |name: Text, figure: &dyn Fn(&Sides) -> Result<Kroner, Overflow>| {
        let mut cells = vec![Cell::Text(name), Cell::Thousands(figure(&first.today)?)];
        for total in totals {
            cells.push(Cell::Thousands(figure(&total.future)?));
        }
        Ok::<_, Overflow>(cells)
    };
    let mut rows = vec![
        row(text!(nb: "Utgifter", en: "Expenses"), &|sides| Ok(sides.expense))?,
        row(text!(nb: "Inntekter", en: "Income"), &|sides| Ok(sides.income))?,
    ];
    let (mut sum, [without, capital]) =
        (vec![Cell::name("Sum"), Cell::Thousands(first.today.net()?)], beside(report));
    for (name, levels) in [without, capital.clone()] {
        if levels.iter().any(|amount| !amount.is_zero()) {
            rows.push(
                core::iter::once(Cell::Text(name))
                    .chain([Cell::blank()])
                    .chain(levels.map(Cell::Thousands))
                    .collect(),
            );
        }
    }
    for (total, capital) in totals.iter().zip(capital.1) {
        sum.push(Cell::Thousands(total.future.net()?.plus(total.without_line)?.plus(capital)?));
    }
    let mut columns = columns(report);
    if let Some(first) = columns.first_mut() {
        first.0 = text!(nb: "Alle ansvarene over", en: "All units above");
    }
    let mut blocks = titled(
        text!(nb: "Utgifter og inntekter, nytt budsjett", en: "Expenses and income, new budget"),
        Table::new(columns).rows(rows).total(sum),
    );
    if varies(report) {
        let (first, _) = report.plan_ends();
        blocks.push(Block::Paragraph(text!(
            nb: "Dagens budsjett har linjer som gjelder enkelte år. «I dag» er {first}. Det sakene endrer, er mot samme år; det dagens budsjett selv endrer fra {first}, står som «Endring i dagens budsjett».",
            en: "Today's budget has lines for single years. “Today” is {first}. What the cases change is against the same year; what today's budget itself changes from {first} stands as “Change of today's budget”."
        )));
    }
    Ok(blocks)
}

/// What no ansvar of its own has: what stands on no line, and interest and repayment.
fn beside(report: &Report<'_>) -> [(Text, [Kroner; 4]); 2] {
    [
        (text!(nb: "Uten budsjettpost", en: "Without budget line"), report.total_of(|at| at.without_line)),
        (text!(nb: "Renter og avdrag", en: "Interest and repayment"), report.budget.investments.capital),
    ]
}

/// Whether today's budget itself differs between the years.
fn varies(report: &Report<'_>) -> bool {
    report.budget.lines.iter().any(|line| line.today.iter().any(|at| Some(at) != line.today.first()))
}

/// årsverk by ansvar.
pub(super) fn person_years(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let mut rows = Vec::new();
    let mut without = [Fte::ZERO; 4];
    for (at, total) in without.iter_mut().zip(&report.budget.totals) {
        *at = total.fte_change;
    }
    let mut sum = without;
    for unit in &report.budget.units {
        for (at, year) in without.iter_mut().zip(&unit.years) {
            *at = at.minus(year.fte_change)?;
        }
        let changes = unit.years.map(|at| at.fte_change);
        let own = fte_since_first(unit.years.map(|at| at.fte_today))?;
        let is_own = own != [Fte::ZERO; 4];
        if is_own || changes != [Fte::ZERO; 4] {
            let [first, ..] = unit.years;
            let today = first.fte_today.map_or(Cell::Empty, Cell::Fte);
            rows.push(fte_row(report, (Cell::name(&labels::unit(unit)), today), changes)?);
        }
        if is_own {
            sum = each(sum, own, Fte::plus)?;
            rows.push(fte_row(report, (Cell::Text(labels::own_change_of_row()), Cell::blank()), own)?);
        }
    }
    if without.iter().any(|change| !change.is_zero()) {
        let name = Cell::Text(text!(nb: "Uten budsjettpost", en: "Without budget line"));
        rows.push(fte_row(report, (name, Cell::blank()), without)?);
    }
    let mut columns = vec![(text!(nb: "Ansvar", en: "Unit"), Kind::Text)];
    if report.today.is_known() {
        columns.push((text!(nb: "I dag", en: "Today"), Kind::Number));
    }
    columns.extend(year_columns(report.plan(), Kind::Number));
    let total = fte_row(report, (Cell::name("Sum"), Cell::blank()), sum)?;
    let against = report.against();
    let title = text!(nb: "Årsverk, {}", against.nb; en: "FTE, {}", against.en);
    Ok(titled(title, Table::new(columns).rows(rows).total(total)))
}

fn fte_row(
    report: &Report<'_>,
    (name, today): (Cell, Cell),
    levels: [Fte; 4],
) -> Result<Vec<Cell>, Overflow> {
    let mut cells = vec![name];
    cells.extend(report.today.is_known().then_some(today));
    cells.extend(report.person_years(levels)?);
    Ok(cells)
}
