//! All units on one page: what each changes, the two sides of the budget, and årsverk.

use super::{Report, both_sides, is_nothing, labels, thousands};
use crate::budget::{FutureLine, UnitBudget, fte_since_first, since_first};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, sum_row, titled};
use crate::units::{Fte, Kroner, Overflow, Year, each, of_each};
use crate::words::{Text, Words};
use crate::{text, words};

/// The running budget by ansvar, and the two sides of it all.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let mut blocks = units(report)?;
    let above = text!(nb: "Alle ansvarene over", nn: "Alle ansvara over", en: "All units above");
    blocks.extend(balance(report, above)?);
    Ok(blocks)
}

/// The running budget by ansvar; its total is what the running budget changes, all in all.
pub(super) fn units(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let (mut rows, mut all, mut today) = (Vec::new(), report.running()?, Kroner::ZERO);
    let mut add = |name: Cell, now: Cell, levels, is_known: &dyn Fn(Year) -> bool| {
        rows.push(report.row_with_today(name, now, report.money_known(levels, is_known)?));
        Ok::<_, Overflow>(())
    };
    let budget = report.budget;
    let [first, ..] = report.plan().years();
    for unit in &budget.units {
        let (net, own) = (first_net(unit)?, own_change(report, unit)?);
        let levels = unit.years.map(|at| at.budget_shows.negated());
        today = today.plus(net)?;
        let now = thousands(budget.knows_unit(unit, first).then_some(net));
        add(Cell::name(&labels::unit(unit)), now, levels, &|year| budget.knows_change_of(unit, year))?;
        if !is_nothing(&own) {
            all = each(all, own, Kroner::plus)?;
            add(labels::own_change_of_row().into(), Cell::blank(), own, &|_| true)?;
        }
    }
    let [without, capital] = beside(report);
    if !report.budget.without_line.is_empty() {
        add(without.0.into(), Cell::blank(), without.1, &|_| true)?;
    }
    if !is_nothing(&capital.1) {
        add(capital.0.into(), Cell::blank(), capital.1, &|_| true)?;
    }
    let today = thousands(budget.knows_units(first).then_some(today));
    let sums = report.money_known(all, &|year| budget.knows_changes(year))?;
    let total = report.row_with_today("Sum", today, sums);
    let table = report.table_with_today(text!(nb: "Ansvar", nn: "Ansvar", en: "Unit"), Kind::Thousands);
    let against = report.against();
    let title = text!(nb: "Driftsbudsjettet, {against}", nn: "Driftsbudsjettet, {against}", en: "The running budget, {against}"; against);
    Ok(titled(title, table.rows(rows).total(total)))
}

impl Report<'_> {
    /// What the running budget changes against today, capital costs included; KOSTRA sign.
    pub(super) fn running(&self) -> Result<[Kroner; 4], Overflow> {
        each(self.budget.totals.map(|at| at.running_change), self.budget.investments.capital, Kroner::plus)
    }
}

/// Today's net of the first plan year.
fn first_net(unit: &UnitBudget) -> Result<Kroner, Overflow> {
    let [first, ..] = unit.years;
    first.today.net()
}

/// What the unit's budget of today itself changes from its first year, where that is known.
fn own_change(report: &Report<'_>, unit: &UnitBudget) -> Result<[Kroner; 4], Overflow> {
    let own = since_first(of_each(unit.years, |at| at.today.net())?)?;
    each(own, report.plan().years(), |own, year| {
        Ok(if report.budget.has_year(year) { own } else { Kroner::ZERO })
    })
}

/// Expense and income of all units together, today and in each plan year; `units` says where they stand.
pub(super) fn balance(report: &Report<'_>, units: Text) -> Result<Vec<Block>, Overflow> {
    if !report.today.is_known() {
        return Ok(Vec::new());
    }
    let totals = &report.budget.totals;
    let [first, ..] = totals;
    let capital = report.budget.investments.capital;
    if !report.budget.knows_units(first.year) {
        return Ok(Vec::new());
    }
    let mut sum = vec![Cell::Thousands(first.today.net()?)];
    for (total, capital) in totals.iter().zip(capital) {
        let all = total.future.net()?.plus(total.without_line)?.plus(capital)?;
        sum.push(thousands(report.budget.has_year(total.year).then_some(all)));
    }
    let future = totals.iter().map(|total| report.budget.has_year(total.year).then_some(&total.future));
    let sides = both_sides(&first.today, future);
    let others = beside(report).into_iter().filter(|(_, levels)| !is_nothing(levels));
    let others =
        others.map(|(name, levels)| report.row_with_today(name, Cell::blank(), levels.map(Cell::Thousands)));
    let table =
        report.table_with_today(units, Kind::Thousands).rows(sides).rows(others).total(sum_row(1, sum));
    let mut blocks = titled(
        text!(nb: "Utgifter og inntekter, nytt budsjett", nn: "Utgifter og inntekter, nytt budsjett", en: "Expenses and income, new budget"),
        table,
    );
    if varies(report) {
        let (first, _) = report.plan_ends();
        blocks.push(Block::Paragraph(text!(
            nb: "Dagens budsjett har linjer som gjelder enkelte år. «I dag» er {first}. Det sakene endrer, er mot samme år; det dagens budsjett selv endrer fra {first}, står som «Endring i dagens budsjett».", nn: "Budsjettet i dag har linjer som gjeld enkelte år. «I dag» er {first}. Det sakene endrar, er mot same år; det budsjettet i dag sjølv endrar frå {first}, står som «Endring i budsjettet i dag».",
            en: "Today's budget has lines for single years. “Today” is {first}. What the cases change is against the same year; what today's budget itself changes from {first} stands as “Change of today's budget”."
        )));
    }
    Ok(blocks)
}

/// What no ansvar of its own has: what is on no line, and interest and repayment.
fn beside(report: &Report<'_>) -> [(Words, [Kroner; 4]); 2] {
    [
        (WITHOUT_LINE, report.budget.totals.map(|at| at.without_line)),
        (
            words!(nb: "Renter og avdrag", nn: "Renter og avdrag", en: "Interest and repayments"),
            report.budget.investments.capital,
        ),
    ]
}

const WITHOUT_LINE: Words =
    words!(nb: "Uten budsjettpost", nn: "Utan budsjettpost", en: "Without budget line");

/// Whether today's budget itself differs between the years.
fn varies(report: &Report<'_>) -> bool {
    let years = report.plan().years();
    let differs = |line: &FutureLine| {
        let known = line.today.iter().zip(years).filter(|(_, year)| report.budget.has_year(*year));
        known.into_iter().any(|(at, _)| Some(at) != line.today.first())
    };
    report.budget.lines.iter().any(differs)
}

/// årsverk by ansvar.
pub(super) fn person_years(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let mut rows = Vec::new();
    let mut add = |name: Cell, today: Cell, levels| {
        rows.push(report.row_with_today(name, today, report.person_years(levels)?));
        Ok::<_, Overflow>(())
    };
    let mut without = report.budget.totals.map(|at| at.fte_change);
    let mut sum = without;
    for unit in &report.budget.units {
        let changes = unit.years.map(|at| at.fte_change);
        without = each(without, changes, Fte::minus)?;
        let own = fte_since_first(unit.years.map(|at| at.fte_today))?;
        let is_own = own != [Fte::ZERO; 4];
        if is_own || changes != [Fte::ZERO; 4] {
            let [first, ..] = unit.years;
            add(Cell::name(&labels::unit(unit)), first.fte_today.into(), changes)?;
        }
        if is_own {
            sum = each(sum, own, Fte::plus)?;
            add(labels::own_change_of_row().into(), Cell::blank(), own)?;
        }
    }
    if without.iter().any(|change| !change.is_zero()) {
        add(WITHOUT_LINE.into(), Cell::blank(), without)?;
    }
    let total = report.row_with_today("Sum", Cell::blank(), report.person_years(sum)?);
    let table = report.table_with_today(text!(nb: "Ansvar", nn: "Ansvar", en: "Unit"), Kind::Number);
    let title = text!(nb: "Årsverk, {against}", nn: "Årsverk, {against}", en: "FTE, {against}"; against = report.against());
    Ok(titled(title, table.rows(rows).total(total)))
}
