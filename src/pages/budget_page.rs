//! `a3 budget`: the future budget of the units touched, in KOSTRA sign, reconciled with the cases.
//!
//! [`answer_page`] is one screen of it, [`page`] the whole report, [`council_page`] the council's table, [`summary_page`] the sums by
//! område, and [`council_sheet`] the council's table for a spreadsheet.

mod answer;
mod council;
mod council_sheet;
mod demand;
mod frame;
mod investment;
mod labels;
mod lines;
mod overview;
mod reconciliation;
mod summary;
mod whole;

pub use answer::page as answer_page;
pub use council::{Per, page as council_page};
pub use council_sheet::sheet as council_sheet;
pub use summary::page as summary_page;

use self::frame::{Around, Prices};
use super::cell::Cell;
use super::page::{Block, Kind, Page, Table, row, sum_row};
use crate::budget::{CouncilTable, DeflatorTerms, FutureBudget, Layout, Plan, Sides};
use crate::choose::Choice;
use crate::diagnostic;
use crate::model::CalculationRules;
use crate::report::{Basis, BudgetReport, LeftOut, Today};
use crate::units::{Fte, Kroner, Overflow, Year, each};
use crate::words::{Text, Words};
use crate::{text, words};

/// What the pages of the future budget are made from.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The future budget.
    pub budget: &'a FutureBudget,
    /// Whether today's budget is known.
    pub today: Today<'a>,
    /// Which cases it is built from.
    pub basis: Basis,
    /// Whether some cases are not asked for, while they are chosen within the frames of all.
    pub is_part: bool,
    /// Cases that are in no part of it, with why.
    pub left_out: &'a [LeftOut],
    /// Ids of the cases that are not finished.
    pub unfinished: &'a [String],
    /// What should be looked at.
    pub findings: &'a diagnostic::Report,
    /// What was chosen within the frames, where it is built from that.
    pub choice: Option<&'a Choice>,
    /// How the organisation counts: its deflator.
    pub rules: &'a CalculationRules,
    /// How a row of four years is shown.
    pub layout: Layout,
    /// Which lines are shown.
    pub detail: Detail,
}

impl<'a> Report<'a> {
    /// What was found, shown like this.
    pub fn of(found: &'a BudgetReport, layout: Layout, detail: Detail) -> Self {
        Self {
            budget: &found.budget,
            today: found.today(),
            basis: found.basis,
            is_part: found.is_part,
            left_out: &found.left_out,
            unfinished: &found.unfinished,
            findings: &found.findings,
            choice: found.choice.as_ref(),
            rules: &found.appraised.organisation.rules,
            layout,
            detail,
        }
    }
}

/// Which lines of a unit are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Those that something happens to; the rest in one row.
    Moved,
    /// Every line.
    All,
}

/// The whole report.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn page(report: &Report<'_>) -> Result<Page, Overflow> {
    let title = answer::title(report)?;
    let first = frame::cases(report).into_iter().chain(frame::growing(report).map(Block::Note)).collect();
    Around { report, title, prices: Prices::OfTheFirstYear, first }.page(|page| {
        Ok(page
            .with_all(overview::blocks(report)?)
            .with_all(whole::blocks(report)?)
            .with_all(lines::blocks(report)?)
            .with_all(overview::person_years(report)?)
            .with_all(investment::without_line(report)?)
            .with_all(investment::blocks(report)?)
            .with_all(reconciliation::blocks(report)?))
    })
}

impl Report<'_> {
    /// The council's tables that have measures.
    fn council(&self, per: Per) -> Result<Vec<CouncilTable>, Overflow> {
        let terms = DeflatorTerms::of(self.rules);
        let tables = match per {
            Per::Area => self.budget.council_by_area(terms)?,
            Per::Unit => self.budget.council_by_unit(terms)?,
        };
        Ok(tables.into_iter().filter(|table| !table.rows.is_empty()).collect())
    }

    const fn plan(&self) -> Plan {
        self.budget.plan
    }

    /// The first plan year and the last.
    fn plan_ends(&self) -> (u16, u16) {
        let [first, .., last] = self.plan().years();
        (first.number(), last.number())
    }

    /// Four years as cells, as the layout says.
    fn money(&self, levels: [Kroner; 4]) -> Result<[Cell; 4], Overflow> {
        Ok(self.layout.of(levels)?.map(Cell::Thousands))
    }

    /// The same, where some years may not be known. A change is from the year before, which must be known too.
    fn money_known(
        &self,
        levels: [Kroner; 4],
        is_known: &dyn Fn(Year) -> bool,
    ) -> Result<[Cell; 4], Overflow> {
        let years = self.plan().years();
        let lacks_some = match self.layout {
            Layout::Level => false,
            Layout::Change => years.into_iter().any(|year| !is_known(year)),
        };
        let shown = self.layout.of(levels)?;
        each(shown, years, |amount, year| Ok(thousands((!lacks_some && is_known(year)).then_some(amount))))
    }

    /// The same for årsverk.
    fn person_years(&self, levels: [Fte; 4]) -> Result<[Cell; 4], Overflow> {
        let shown = match self.layout {
            Layout::Level => levels,
            Layout::Change => crate::budget::fte_changes(levels)?,
        };
        Ok(shown.map(Cell::Fte))
    }

    /// A table with words and four years.
    fn table(&self, words: impl IntoIterator<Item = Text>, kind: Kind) -> Table {
        let words = words.into_iter().map(|title| (title, Kind::Text));
        Table::new(words.chain(year_columns(self.plan(), kind)))
    }

    /// A table with a name, today where it is known, and four years.
    fn table_with_today(&self, name: Text, kind: Kind) -> Table {
        let today = self.today.is_known().then(|| (text!(nb: "I dag", nn: "I dag", en: "Today"), kind));
        let names = core::iter::once((name, Kind::Text)).chain(today);
        Table::new(names.chain(year_columns(self.plan(), kind)))
    }

    /// A row of such a table.
    fn row_with_today(&self, name: impl Into<Cell>, today: Cell, years: [Cell; 4]) -> Vec<Cell> {
        let today = self.today.is_known().then_some(today);
        row(core::iter::once(name.into()).chain(today), years)
    }

    /// A row of names and four years, as the layout says.
    fn row<const N: usize>(&self, names: [Cell; N], levels: [Kroner; 4]) -> Result<Vec<Cell>, Overflow> {
        Ok(row(names, self.money(levels)?))
    }

    /// A last row of four years, as the layout says, under this many columns of names.
    fn sum(&self, columns: usize, levels: [Kroner; 4]) -> Result<Vec<Cell>, Overflow> {
        Ok(sum_row(columns, self.money(levels)?))
    }

    /// What four years are of, in words for a heading: «endring mot i dag».
    const fn against(&self) -> Words {
        match self.layout {
            Layout::Level => {
                words!(nb: "endring mot i dag", nn: "endring mot i dag", en: "change against today")
            }
            Layout::Change => {
                words!(nb: "endring fra året før", nn: "endring frå året før", en: "change from the year before")
            }
        }
    }
}

/// «Utgifter» and «Inntekter», today and in each plan year where that is known.
fn both_sides<'s>(
    today: &'s Sides,
    future: impl Iterator<Item = Option<&'s Sides>> + Clone,
) -> [Vec<Cell>; 2] {
    let row = |name: Words, figure: fn(&Sides) -> Kroner| {
        let all = core::iter::once(Some(today)).chain(future.clone());
        row([name.into()], all.map(|sides| thousands(sides.map(figure))))
    };
    [
        row(words!(nb: "Utgifter", nn: "Utgifter", en: "Expenses"), |sides| sides.expense),
        row(words!(nb: "Inntekter", nn: "Inntekter", en: "Income"), |sides| sides.income),
    ]
}

/// An amount, where it is known.
fn thousands(amount: Option<Kroner>) -> Cell {
    amount.map_or(Cell::Empty, Cell::Thousands)
}

/// Whether four years are nothing at all.
fn is_nothing(levels: &[Kroner; 4]) -> bool {
    levels.iter().all(|amount| amount.is_zero())
}

/// A column for each plan year.
fn year_columns(plan: Plan, kind: Kind) -> [(Text, Kind); 4] {
    plan.years().map(|year| (Text::same(&year.number().to_string()), kind))
}
