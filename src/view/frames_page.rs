//! `a3 rank --rammer`: the choice within several frames side by side.

use super::cell::Cell;
use super::choice_page::value_heading;
use super::page::{Block, Kind, Page, Table};
use super::reason;
use crate::choose::{Candidate, Change, Choice, Status, Totals};
use crate::model::Organisation;
use crate::text::Text;
use crate::units::{Kroner, Year};
use crate::{text, words};

/// One of the choices.
#[derive(Debug, Clone, Copy)]
pub struct Alternative<'a> {
    /// The file its frames stand in.
    pub file: &'a str,
    /// The choice.
    pub choice: &'a Choice,
    /// What it comes to.
    pub totals: &'a Totals<'a>,
    /// What differs from the first; none for the first.
    pub change: Option<&'a Change<'a>>,
}

/// One table with a column for each alternative, what differs from the first, and the cases.
#[must_use]
pub fn page(
    alternatives: &[Alternative<'_>],
    candidates: &[Candidate<'_>],
    organisation: &Organisation,
) -> Page {
    let beside = Beside { alternatives, candidates, organisation };
    let Some(first) = alternatives.first() else { return Page::default() };
    let method = reason::method_words(first.choice.method);
    let file = first.file;
    let intro = text!(
        nb: "I hver kolonne velges det som gir høyest {} innenfor de rammene. Årene er kommunens eget driftsbudsjett, der pluss er penger frigjort. Besluttede saker er ikke med i tallene.", method.nb;
        en: "In each column what gives the highest {} within those frames is chosen. The years are the municipality's own running budget, where plus is money freed. Decided cases are not in the figures.", method.en
    );
    let money = beside.table(Kind::Thousands, alternatives).rows(beside.figures());
    let others = alternatives.get(1..).unwrap_or_default();
    let changes = beside.table(Kind::Thousands, others).rows(beside.changes(others));
    let cases = beside.table(Kind::Number, alternatives).rows(beside.starts(Cell::name("–")));
    Page::new(text!(nb: "Rammer ved siden av hverandre", en: "Frames side by side"))
        .with(Block::Paragraph(intro))
        .with(Block::Table(money))
        .with(Block::Heading(text!(nb: "Endring fra {file}", en: "Change from {file}")))
        .with(Block::Table(changes))
        .with(Block::Heading(text!(nb: "Når de valgte sakene starter", en: "When the chosen cases start")))
        .with(Block::Table(cases))
}

/// The same as one table, for a spreadsheet.
#[must_use]
pub fn sheet(
    alternatives: &[Alternative<'_>],
    candidates: &[Candidate<'_>],
    organisation: &Organisation,
) -> Page {
    let beside = Beside { alternatives, candidates, organisation };
    let table = beside.table(Kind::Text, alternatives);
    let rows = beside.figures().into_iter().chain(beside.starts(Cell::Empty));
    Page::new(Text::default()).with(Block::Table(table.rows(rows)))
}

struct Beside<'a> {
    alternatives: &'a [Alternative<'a>],
    candidates: &'a [Candidate<'a>],
    organisation: &'a Organisation,
}

impl<'a> Beside<'a> {
    /// A column for each alternative after the column of names.
    fn table(&self, kind: Kind, alternatives: &[Alternative<'_>]) -> Table {
        let name = (text!(nb: "Hva", en: "What"), Kind::Text);
        let columns = alternatives.iter().map(|alternative| (Text::same(alternative.file), kind));
        Table::new(core::iter::once(name).chain(columns))
    }

    fn figures(&self) -> Vec<Vec<Cell>> {
        let row = |name: Text, cell: &dyn Fn(&Alternative<'_>) -> Cell| {
            let cells = self.alternatives.iter().map(cell);
            core::iter::once(Cell::Text(name)).chain(cells).collect::<Vec<_>>()
        };
        let Some(first) = self.alternatives.first() else { return Vec::new() };
        let mut rows = vec![
            row(text!(nb: "Svar", en: "Answer"), &|of| Cell::Text(status(of.choice))),
            row(value_heading(first.choice.method).text(), &|of| money(of.totals.sum)),
        ];
        for (place, year) in self.organisation.plan_years().enumerate() {
            let year = year.number();
            let name = text!(nb: "Driftsbudsjett {year}", en: "Running budget {year}");
            rows.push(row(name, &|of| money(of.totals.running_effect.get(place).copied())));
        }
        rows.push(row(text!(nb: "Årsverk tatt ut", en: "FTE taken out"), &|of| Cell::Fte(of.totals.fte)));
        let missing = text!(nb: "Mangler på innsparingskravet", en: "Missing of the savings demand");
        rows.push(row(missing, &|of| Cell::Thousands(of.totals.missing)));
        rows.push(row(text!(nb: "Valgte saker", en: "Chosen cases"), &|of| {
            Cell::Count(of.totals.chosen.len())
        }));
        rows
    }

    fn changes(&self, others: &[Alternative<'_>]) -> Vec<Vec<Cell>> {
        let row = |name: Text, cell: &dyn Fn(&Change<'_>) -> Cell| {
            let cells = others.iter().map(|of| of.change.map_or(Cell::Empty, cell));
            core::iter::once(Cell::Text(name)).chain(cells).collect::<Vec<_>>()
        };
        let Some(first) = self.alternatives.first() else { return Vec::new() };
        let mut rows = vec![row(value_heading(first.choice.method).text(), &|change| money(change.sum))];
        for (place, year) in self.organisation.plan_years().enumerate() {
            let year = year.number();
            let name = text!(nb: "Driftsbudsjett {year}", en: "Running budget {year}");
            rows.push(row(name, &|change| money(change.running_effect.get(place).copied())));
        }
        rows.push(row(text!(nb: "Årsverk tatt ut", en: "FTE taken out"), &|change| Cell::Fte(change.fte)));
        rows.push(row(text!(nb: "Nye saker", en: "New cases"), &|change| ids(&change.added)));
        rows.push(row(text!(nb: "Saker som går ut", en: "Cases that go out"), &|change| {
            ids(&change.removed)
        }));
        rows.push(row(text!(nb: "Ny oppstart", en: "New start"), &|change| {
            let moved: Vec<String> = change
                .moved
                .iter()
                .map(|(id, from, to)| format!("{id} {} → {}", year(*from), year(*to)))
                .collect();
            ids(&moved.iter().map(String::as_str).collect::<Vec<_>>())
        }));
        rows
    }

    /// A row for each case that some alternative chooses, with its start in each.
    fn starts(&self, out: Cell) -> Vec<Vec<Cell>> {
        let chosen = |id: &str| self.alternatives.iter().any(|of| start(of.totals, id).is_some());
        let mut cases: Vec<(&str, &str)> = self
            .candidates
            .iter()
            .map(|one| (one.case.id.as_str(), one.case.title.as_str()))
            .filter(|(id, _)| chosen(id))
            .collect();
        cases.sort_unstable();
        let row = |(id, title): (&str, &str)| {
            let cells = self.alternatives.iter().map(|of| match start(of.totals, id) {
                Some(Some(year)) => Cell::Year(year),
                Some(None) => Cell::Text(text!(nb: "valgt", en: "chosen")),
                None => out.clone(),
            });
            core::iter::once(Cell::name(title)).chain(cells).collect()
        };
        cases.into_iter().map(row).collect()
    }
}

fn start(totals: &Totals<'_>, id: &str) -> Option<Option<Year>> {
    totals.chosen.iter().find(|(chosen, _)| *chosen == id).map(|(_, start)| *start)
}

fn year(year: Option<Year>) -> String {
    year.map_or_else(|| "–".to_owned(), |year| year.number().to_string())
}

fn ids(ids: &[&str]) -> Cell {
    if ids.is_empty() { Cell::Empty } else { Cell::name(&ids.join(", ")) }
}

fn money(amount: Option<Kroner>) -> Cell {
    amount.map_or(Cell::Empty, Cell::Thousands)
}

/// What became of the choice, in a word or two.
fn status(choice: &Choice) -> Text {
    let misses = choice.savings.iter().any(|at| !at.missing.is_zero());
    let words = match (&choice.status, misses) {
        (Status::Optimal, false) => words!(nb: "holder", en: "holds"),
        (Status::Optimal, true) => words!(nb: "når ikke kravet", en: "misses the demand"),
        (Status::Limit { .. }, _) => words!(nb: "ikke sikkert best", en: "not surely best"),
        (Status::Impossible(_), _) => words!(nb: "går ikke opp", en: "cannot be met"),
    };
    words.text()
}
