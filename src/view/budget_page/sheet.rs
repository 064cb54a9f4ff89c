//! `rader` as one table for a spreadsheet: every line of the units touched, year by year. Headings and
//! order are those of the JSON.

use super::{Report, labels};
use crate::text::Text;
use crate::units::Overflow;
use crate::view::cell::Cell;
use crate::view::page::{Block, Kind, Page, Table};

/// The columns, as in JSON, and what each holds.
const COLUMNS: [(&str, Kind); 10] = [
    ("år", Kind::Number),
    ("ansvar", Kind::Text),
    ("ansvarsnavn", Kind::Text),
    ("funksjon", Kind::Text),
    ("art", Kind::Text),
    ("dagens", Kind::Kroner),
    ("nytt", Kind::Kroner),
    ("endring", Kind::Kroner),
    ("årsverk", Kind::Number),
    ("saker", Kind::Text),
];

/// Every line and year.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn sheet(report: &Report<'_>) -> Result<Page, Overflow> {
    let mut rows = Vec::new();
    for unit in &report.budget.units {
        let name = unit.name.as_deref().map_or(Cell::Empty, Cell::name);
        for line in report.budget.lines.get(unit.lines.clone()).unwrap_or_default() {
            let amounts = line.today.into_iter().zip(line.future).zip(line.change()?);
            for (year, ((today, future), change)) in report.plan().years().into_iter().zip(amounts) {
                let known = |amount| if report.today.is_known() { Cell::Kroner(amount) } else { Cell::Empty };
                let code = |code: &str| Cell::name(code);
                rows.push(vec![
                    Cell::Year(year),
                    code(&line.unit),
                    name.clone(),
                    code(&line.function),
                    code(&line.art),
                    known(today),
                    known(future),
                    Cell::Kroner(change),
                    Cell::Fte(line.fte_taken_out(year)?),
                    Cell::name(&labels::ids(report.budget, &line.cases(year))),
                ]);
            }
        }
    }
    let columns = COLUMNS.map(|(title, kind)| (Text::same(title), kind));
    Ok(Page::new(Text::default()).with(Block::Table(Table::new(columns).rows(rows))))
}
