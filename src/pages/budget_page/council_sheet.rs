//! `--tiltak --format csv`: the council's table as one table for a spreadsheet, in whole and exact
//! kroner: a row for each row and year of each table. Words are those of the JSON.

use super::{Per, Report, labels};
use crate::budget::{CouncilTable, CouncilYear, Layout, Measure, Scope};
use crate::pages::cell::Cell;
use crate::pages::page::{Kind, Page, Table};
use crate::units::{Kroner, Overflow};
use crate::words::Text;

const COLUMNS: [(&str, Kind); 8] = [
    ("visning", Kind::Text),
    ("område", Kind::Text),
    ("ansvar", Kind::Text),
    ("år", Kind::Number),
    ("rad", Kind::Text),
    ("sak", Kind::Text),
    ("tittel", Kind::Text),
    ("beløp", Kind::Kroner),
];

/// A figure of each year of a table.
type Figure = fn(&CouncilYear) -> Kroner;

/// Every row and year of the tables, in the layout asked for.
///
/// # Errors
/// [`Overflow`] when a figure does not fit.
pub fn sheet(report: &Report<'_>, per: Per) -> Result<Page, Overflow> {
    let mut rows = Vec::new();
    for table in &report.council(per)? {
        let of_table = OfTable::new(report, table);
        rows.extend(of_table.rows()?);
    }
    let columns = COLUMNS.map(|(title, kind)| (Text::same(title), kind));
    Ok(Page::of_table(Table::new(columns).rows(rows)))
}

struct OfTable<'t> {
    report: &'t Report<'t>,
    table: &'t CouncilTable,
    /// visning, område and ansvar: what the table is of.
    begins: [Cell; 3],
}

impl<'t> OfTable<'t> {
    fn new(report: &'t Report<'t>, table: &'t CouncilTable) -> Self {
        let shown = match report.layout {
            Layout::Change => "endring",
            Layout::Level => "nivå",
        };
        let units = report.budget.units_in(&table.scope);
        let areas = match &table.scope {
            Scope::Area(area) => area.clone(),
            Scope::SharedBy(areas) => areas.join(", "),
            Scope::Unit(_) => {
                let cases = units.iter().flat_map(|unit| &unit.cases);
                let mut areas: Vec<&str> =
                    cases.filter_map(|case| Some(report.budget.cases.get(*case)?.area.as_str())).collect();
                areas.sort_unstable();
                areas.dedup();
                areas.join(", ")
            }
        };
        let codes = units.iter().map(|unit| &*unit.unit).collect::<Vec<_>>().join(", ");
        Self { report, table, begins: [shown, &areas, &codes].map(Cell::name) }
    }

    /// As printed: what comes in, the measures, their sum, and the new frame.
    fn rows(&self) -> Result<Vec<Vec<Cell>>, Overflow> {
        let years = self.table.years_in(self.report.layout)?;
        let mut rows = Vec::new();
        let figures = |rows: &mut Vec<Vec<Cell>>, word: &str, figure: Figure| {
            rows.extend(self.of_years(word, ["", ""], years.map(|at| Cell::Kroner(figure(&at)))));
        };
        let knows_measures = self.report.budget.knows_measures(&self.table.scope);
        let measure = |amount| if knows_measures { Cell::Kroner(amount) } else { Cell::Empty };
        let budget = self.report.budget;
        let is_known = self.report.today.is_known() && budget.knows_frame(&self.table.scope);
        if is_known {
            figures(&mut rows, "inngående_ramme", |at| at.opening);
            figures(&mut rows, "deflator", |at| at.deflator);
            figures(&mut rows, "endring_i_dagens_budsjett", |at| at.base_change);
        }
        for row in &self.table.rows {
            let word = match row.measure {
                Measure::OnLines => "tiltak",
                Measure::WithoutLine => "tiltak_uten_budsjettpost",
            };
            let case = [labels::id(budget, row.case), labels::title(budget, row.case)];
            rows.extend(self.of_years(word, case, self.report.layout.of(row.levels)?.map(measure)));
        }
        rows.extend(self.of_years("sum_tiltak", ["", ""], years.map(|at| measure(at.measures))));
        if is_known {
            figures(&mut rows, "ny_ramme", |at| at.closing);
        }
        Ok(rows)
    }

    fn of_years(&self, word: &str, case: [&str; 2], amounts: [Cell; 4]) -> Vec<Vec<Cell>> {
        let years = self.report.plan().years().into_iter().zip(amounts);
        let known = |name: &str| if name.is_empty() { Cell::Empty } else { Cell::name(name) };
        let one = |(year, amount)| {
            let begins = self.begins.iter().cloned();
            let row = begins.chain([Cell::Year(year), Cell::name(word)]).chain(case.map(known));
            row.chain([amount]).collect()
        };
        years.map(one).collect()
    }
}
