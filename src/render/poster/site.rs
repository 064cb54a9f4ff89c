//! A report as a page of the site: its headings, words and tables in the look of the sheets.

use super::frame::{Around, PRINT_A_REPORT, framed, said};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Fact, Page, Table};
use crate::words::{Language, Text};
use maud::{Markup, html};

/// The whole file.
pub fn report(page: &Page, around: Around<'_>, language: Language) -> String {
    let blocks = Blocks { language };
    let body = html! {
        article.report {
            h1 { (said(&page.title, language)) }
            @for block in &page.blocks { (blocks.block(block)) }
        }
    };
    framed(&body, around, PRINT_A_REPORT, language)
}

/// Blocks on their way.
#[derive(Clone, Copy)]
struct Blocks {
    language: Language,
}

impl Blocks {
    fn said(self, text: &Text) -> String {
        said(text, self.language)
    }

    fn block(self, block: &Block) -> Markup {
        match block {
            Block::Heading(text) => html! { h2 { (self.said(text)) } },
            Block::Paragraph(text) => html! { p { (self.said(text)) } },
            Block::Note(text) => html! { p.note { (self.said(text)) } },
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Lines(name, lines) => html! {
                @if !name.is_empty() { p { b { (self.said(name)) } } }
                ul { @for line in lines { li { (self.said(line)) } } }
            },
            Block::Code(text) => html! { @for line in text.lines() { p { (self.said(&Text::same(line))) } } },
        }
    }

    fn facts(self, facts: &[Fact]) -> Markup {
        html! {
            ul {
                @for fact in facts {
                    li {
                        (self.said(&fact.name)) ": " b { (self.said(&Text::same(&fact.value.full(self.language)))) }
                        @if !fact.note.is_empty() { " (" (self.said(&fact.note)) ")" }
                    }
                }
            }
        }
    }

    /// What is said above and below a row goes across the whole table.
    fn table(self, table: &Table) -> Markup {
        let width = table.columns.len();
        html! {
            @if table.is_in_thousands() { p.unit { (self.said(&crate::pages::page::in_thousands())) } }
            table.part {
                thead {
                    tr {
                        @for column in &table.columns {
                            @let title = self.said(&column.title);
                            @let is_right = !column.kind.is_from_left();
                            @if title.is_empty() { td {} } @else { th.figures-column[is_right] scope="col" { (title) } }
                        }
                    }
                }
                tbody {
                    @for (place, row) in table.rows.iter().enumerate() {
                        @let margin = table.margins.get(place);
                        @if let Some(above) = margin.map(|of| &of.above).filter(|of| !of.is_empty()) {
                            tr.strong { td colspan=(width) { (self.said(above)) } }
                        }
                        tr { (self.cells(table, row)) }
                        @if let Some(below) = margin.map(|of| &of.below).filter(|of| !of.is_empty()) {
                            tr { td.aside colspan=(width) { (self.said(below)) } }
                        }
                    }
                    @if let Some(total) = &table.total { tr.strong { (self.cells(table, total)) } }
                }
            }
        }
    }

    fn cells(self, table: &Table, row: &[Cell]) -> Markup {
        html! {
            @for (place, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                @let title = self.said(&column.title);
                @let label = Some(title).filter(|title| place > 0 && !title.is_empty());
                td.figures-column[!column.kind.is_from_left()] data-label=[label] {
                    (said(&Text::same(&cell.bare(self.language)), self.language))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::page::{Kind, Margin};

    #[test]
    fn every_word_of_a_report_is_there_and_none_is_markup() {
        let hostile = "</td><script>x</script>\u{202e}";
        let text = || Text::same(hostile);
        let margin = Margin { above: text(), below: text(), is_sum: false };
        let table = Table::new([(text(), Kind::Text), (text(), Kind::Thousands)])
            .rows([vec![Cell::name(hostile), Cell::Count(7)]])
            .total(vec![Cell::name(hostile), Cell::Count(7)])
            .margins([margin]);
        let page = Page::new(text())
            .with_all([Block::Heading(text()), Block::Paragraph(text()), Block::Note(text())])
            .with_all([Block::Facts(vec![Fact::new(text(), text())]), Block::Table(table)])
            .with_all([Block::Lines(text(), vec![text()]), Block::Code(hostile.to_owned())]);
        let around = Around { title: &text(), home: None, parts: &[], beside: &[] };
        let shown = report(&page, around, Language::Nb);
        assert!(!shown.contains("<script") && !shown.contains('\u{202e}'));
        assert_eq!(shown.matches("&lt;/td&gt;&lt;script&gt;").count(), 18);
    }
}
