//! `a3 budget`: the future budget of the units touched, in KOSTRA sign, reconciled with the cases.
//!
//! [`page`] is the whole report, [`council_page`] the council's table, [`summary_page`] the sums by
//! område, [`sheet`] every line and year for a spreadsheet, and [`council_sheet`] the council's table
//! for one.

mod council;
mod council_sheet;
mod demand;
mod doubts;
mod frame;
mod investment;
mod investment_sheet;
mod labels;
mod lines;
mod overview;
mod reconciliation;
pub mod sheet;
mod summary;
mod whole;

pub use council::{Per, page as council_page};
pub use council_sheet::sheet as council_sheet;
pub use doubts::{Warning, warnings};
pub use summary::page as summary_page;

use self::frame::{Around, Prices};
use super::cell::Cell;
use super::page::{Kind, Page, Table, row, sum_row};
use crate::budget::{CouncilTable, DeflatorTerms, FutureBudget, Layout, Plan, Sides};
use crate::model::CalculationRules;
use crate::units::{Fte, Kroner, Overflow};
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
    /// Cases that are in no part of it, with why.
    pub left_out: &'a [LeftOut],
    /// How the organisation counts: its deflator.
    pub rules: &'a CalculationRules,
    /// How a row of four years is shown.
    pub layout: Layout,
    /// Which lines are shown.
    pub detail: Detail,
}

/// What is known of today's budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Today<'a> {
    /// a3.yaml names no file.
    NotNamed,
    /// The file that a3.yaml names cannot be read.
    Unreadable {
        /// Its path, as written.
        path: &'a str,
        /// Why.
        fault: Fault,
    },
    /// The file was read.
    Read {
        /// Its path from the root.
        path: &'a str,
        /// Lines of it that could not be read, and are not in it.
        bad: usize,
    },
}

/// Why a budget file gives nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing stands at the path.
    Missing,
    /// Nothing stands in it.
    Empty,
    /// A heading, and no lines under it.
    OnlyHeading,
    /// It cannot be opened, or made sense of.
    Unreadable,
}

impl Fault {
    /// As the end of a sentence about the file: «finnes ikke».
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Missing => text!(nb: "finnes ikke", en: "does not exist"),
            Self::Empty => text!(nb: "er tom", en: "is empty"),
            Self::OnlyHeading => {
                text!(nb: "har ingen linjer under overskriften", en: "has no lines below its heading")
            }
            Self::Unreadable => text!(nb: "kan ikke leses", en: "cannot be read"),
        }
    }
}

impl Today<'_> {
    /// Whether there are figures of today.
    #[must_use]
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Read { .. })
    }
}

/// Which cases the budget is built from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// What is chosen within the frames, and what is decided.
    Chosen,
    /// The same, where the search ended before the choice was certain to be the best.
    Unproven,
    /// Nothing holds within the frames: what is decided alone.
    DecidedAlone,
    /// All cases given, as a3.yaml has no frames.
    WithoutFrames,
    /// All cases given, because it was asked for.
    All,
    /// The cases that were named.
    Named,
}

impl Basis {
    /// Whether it is a choice within frames, which has the savings demand to meet.
    #[must_use]
    pub const fn is_choice(self) -> bool {
        match self {
            Self::Chosen | Self::Unproven | Self::DecidedAlone => true,
            Self::WithoutFrames | Self::All | Self::Named => false,
        }
    }
}

/// A case that is in no part of the budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The case's id.
    pub id: String,
    /// Why, as a sentence.
    pub why: Text,
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
    let (first, last) = report.plan_ends();
    let title = text!(nb: "Nytt budsjett {first}–{last}", en: "New budget {first}–{last}");
    let first = frame::cases(report);
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
        let today = self.today.is_known().then(|| (text!(nb: "I dag", en: "Today"), kind));
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
            Layout::Level => words!(nb: "endring mot i dag", en: "change against today"),
            Layout::Change => words!(nb: "endring fra året før", en: "change from the year before"),
        }
    }
}

/// «Utgifter» and «Inntekter», today and in each plan year.
fn both_sides<'s>(today: &'s Sides, future: impl Iterator<Item = &'s Sides> + Clone) -> [Vec<Cell>; 2] {
    let row = |name: Words, figure: fn(&Sides) -> Kroner| {
        let all = core::iter::once(today).chain(future.clone());
        row([name.into()], all.map(|sides| Cell::Thousands(figure(sides))))
    };
    [
        row(words!(nb: "Utgifter", en: "Expenses"), |sides| sides.expense),
        row(words!(nb: "Inntekter", en: "Income"), |sides| sides.income),
    ]
}

/// Whether four years are nothing at all.
fn is_nothing(levels: &[Kroner; 4]) -> bool {
    levels.iter().all(|amount| amount.is_zero())
}

/// A column for each plan year.
fn year_columns(plan: Plan, kind: Kind) -> [(Text, Kind); 4] {
    plan.years().map(|year| (Text::same(&year.number().to_string()), kind))
}
