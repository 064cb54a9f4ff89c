//! Fitted sheets as one HTML file.

use super::clip::Left;
use super::fit::Fitted;
use super::frame::{Around, PRINT_A_SHEET, address, framed, said};
use super::shapes::{Among, ColumnWidth, column_widths, is_among, pictures_width};
use super::svg;
use crate::render::sanitise;
use crate::sheets::{Entry, Grid, GridCell, GridColumn, Half, Held, Panel, Part, Sheet, Stage};
use crate::words;
use crate::words::{Language, Text, Words};
use maud::{Markup, PreEscaped, html};

/// Sorts and searches the list; written without the two signs that end a script.
const LIST: &str = include_str!("list.js");

/// A table under the sheets of a site.
#[derive(Debug, Clone, Copy)]
pub struct SitePart<'p> {
    /// What it is called in links.
    pub id: &'p str,
    /// What it is.
    pub title: &'p Text,
    /// Its rows and columns.
    pub grid: &'p Grid,
    /// Whether its rows stand alone, so that they can be sorted and searched.
    pub has_loose_rows: bool,
}

/// The whole file: a page for each sheet, what had to go on the back of it, and the tables under them.
pub fn page(sheets: &[Fitted], around: Around<'_>, language: Language) -> String {
    let last = sheets.len().saturating_sub(1);
    let drawing = |place: usize, sheet| Drawing { sheet, language, is_last: place == last };
    let body = html! {
        @for (place, sheet) in sheets.iter().enumerate() { (drawing(place, sheet).whole()) }
        @if let Some(sheet) = sheets.first() {
            @for part in around.parts { (drawing(last, sheet).site_part(part)) }
        }
    };
    framed(&body, around, PRINT_A_SHEET, language)
}

const SEARCH: Words = words!(nb: "Søk i lista", nn: "Søk i lista", en: "Search the list");

/// One sheet on its way.
#[derive(Clone, Copy)]
struct Drawing<'s> {
    sheet: &'s Fitted,
    language: Language,
    is_last: bool,
}

impl Drawing<'_> {
    fn said(self, text: &Text) -> String {
        said(text, self.language)
    }

    fn whole(self) -> Markup {
        let Fitted { front, size, share, scales, back, heading, .. } = self.sheet;
        let style = format!(
            "--type:{}.{:02}pt;--left:{share}fr;--right:{}fr;--left-type:{}em;--right-type:{}em",
            size / 100,
            size % 100,
            1_000 - share,
            svg::ems(scales.left),
            svg::ems(scales.right)
        );
        let has_back = !back.is_empty() || heading.is_some();
        html! {
            article.sheet.last[self.is_last && !has_back] style=(style) id=(front.id) {
                (self.header(front))
                div.halves {
                    div.half.left {
                        h2 { (LEFT.get(self.language)) }
                        (self.panels(Half::Left))
                    }
                    div.half.right {
                        h2 { (RIGHT.get(self.language)) }
                        (self.panels(Half::Right))
                    }
                }
                p.foot { (self.dotted(&front.footer)) }
            }
            @if has_back { (self.back()) }
        }
    }

    fn header(self, front: &Sheet) -> Markup {
        html! {
            header.top {
                div.name {
                    h1 { (self.said(&front.title)) }
                    @if !front.steps.is_empty() {
                        ol.steps aria-label=(PHASE.get(self.language)) {
                            @for step in &front.steps {
                                li class=(stage(step.stage)) aria-current=[is_here(step.stage)] {
                                    (self.said(&step.name))
                                }
                            }
                        }
                    }
                }
                p.about {
                    (self.dotted(&front.about))
                    @for badge in &front.badges {
                        span.badge.warns[badge.warns] { (self.said(&badge.text)) }
                    }
                }
                div.figures {
                    @for figure in &front.figures {
                        p.figure {
                            b { (self.said(&figure.value)) }
                            " "
                            span { (self.said(&figure.label)) }
                            " "
                            span.note { (self.said(&figure.note)) }
                        }
                    }
                }
            }
        }
    }

    /// Things with a dot between.
    fn dotted(self, texts: &[Text]) -> String {
        texts.iter().map(|text| self.said(text)).collect::<Vec<_>>().join(" · ")
    }

    /// The boxes of a half, row by row.
    fn panels(self, half: Half) -> Markup {
        let all = self.sheet.front.panels.iter().zip(&self.sheet.left);
        let all: Vec<_> = all.filter(|(panel, _)| panel.half() == half).collect();
        // A row ends where its boxes take all of the width.
        let mut taken = 0;
        let rows = all.chunk_by(|(panel, _), _| {
            taken = (taken + panel.width) % Panel::WHOLE;
            taken != 0
        });
        html! { @for row in rows { (self.row(row)) } }
    }

    fn row(self, row: &[(&Panel, &Left)]) -> Markup {
        match row {
            [(panel, left)] => self.panel(panel, **left),
            several => {
                let widths = several.iter().map(|(panel, _)| format!("minmax(0,{}fr)", panel.width));
                let widths = widths.collect::<Vec<_>>().join(" ");
                html! {
                    div.pair style=(format!("grid-template-columns:{widths}")) {
                        @for (panel, left) in several { (self.panel(panel, **left)) }
                    }
                }
            }
        }
    }

    fn panel(self, panel: &Panel, left: Left) -> Markup {
        let is_empty = panel.parts.iter().all(|part| matches!(part, Part::Guide(_)));
        let width = self.sheet.width_of(panel);
        html! {
            section.panel.empty[is_empty] {
                h3 { span.number { (panel.number) } (self.said(&panel.title)) }
                @for part in &panel.parts { (self.part(part, width)) }
                @if left.is_any() { p.more { (self.said(&left.words())) } }
            }
        }
    }

    fn part(self, part: &Part, width: i64) -> Markup {
        match part {
            Part::Words(text) => {
                let lines = text.get(self.language).lines().filter(|line| !line.trim().is_empty());
                html! { div.part { @for line in lines { p { (sanitise::line(line)) } } } }
            }
            Part::Guide(text) => html! { p.part.guide { (self.said(text)) } },
            Part::List(entries) => html! { ul.part { @for entry in entries { (self.entry(entry)) } } },
            Part::Grid(grid) => self.grid(grid, width),
            Part::Charts(charts) => {
                let each = pictures_width(charts.len(), width);
                html! {
                    div.part.charts {
                        @for chart in charts {
                            figure {
                                figcaption { (self.said(&chart.title)) }
                                (svg::picture(chart, each, self.language))
                                (svg::figures(&chart.figures, self.language))
                            }
                        }
                    }
                }
            }
        }
    }

    fn entry(self, entry: &Entry) -> Markup {
        let [lead, text, aside] = [&entry.lead, &entry.text, &entry.aside].map(|text| self.said(text));
        html! {
            li {
                @if !lead.is_empty() { b { (lead) } " " }
                (text)
                @if !aside.is_empty() { " " small { (aside) } }
            }
        }
    }

    fn grid(self, grid: &Grid, width: i64) -> Markup {
        let widths = column_widths(grid, width, self.language);
        html! {
            table.part {
                colgroup { @for width in widths { (column_width(width)) } }
                thead { tr { @for column in &grid.columns { (self.column(column)) } } }
                tbody {
                    @for row in &grid.rows {
                        tr.strong[row.is_strong] {
                            @for (place, (cell, column)) in row.cells.iter().zip(&grid.columns).enumerate() {
                                (self.cell(cell, column, place))
                            }
                        }
                    }
                }
            }
        }
    }

    fn column(self, column: &GridColumn) -> Markup {
        let title = self.said(&column.title);
        let is_right = column.held == Held::Figures;
        html! {
            @if title.is_empty() { td {} } @else { th.figures-column[is_right] scope="col" { (title) } }
        }
    }

    fn cell(self, cell: &GridCell, column: &GridColumn, place: usize) -> Markup {
        let title = self.said(&column.title);
        // On a phone the cells of a row stand under one another: the first is what the row is about.
        let is_named = place > 0 || column.held == Held::Figures;
        let label = Some(title).filter(|title| is_named && !title.is_empty());
        let (text, aside) = (self.said(&cell.text), self.said(&cell.aside));
        html! {
            td.figures-column[column.held == Held::Figures] data-label=[label] {
                @if let Some(chart) = &cell.picture {
                    (svg::picture(chart, i64::from(chart.width).saturating_mul(10), self.language))
                }
                @match &cell.link {
                    Some(link) => a href=(address(link)) { (text) },
                    None => (text),
                }
                @if !aside.is_empty() {
                    " "
                    span.aside.under[is_among(column.held) == Among::Figures] { (aside) }
                }
            }
        }
    }

    /// A table under the sheets; one to be sorted and searched has a script, and is a table without it.
    fn site_part(self, part: &SitePart<'_>) -> Markup {
        let search = part.has_loose_rows.then(|| SEARCH.get(self.language));
        html! {
            section.list.panel id=(part.id) data-search=[search] {
                h2 { (self.said(part.title)) }
                (self.grid(part.grid, self.sheet.width_of_page()))
            }
            @if part.has_loose_rows { script { (PreEscaped(LIST)) } }
        }
    }

    /// What did not fit, whole.
    fn back(self) -> Markup {
        let Fitted { front, back, heading, .. } = self.sheet;
        let width = self.sheet.width_of_back();
        html! {
            article.back.sheet-back.last[self.is_last] {
                header.top { h2 { b { (BACK.get(self.language)) " " (self.said(&front.title)) } } }
                @if let Some(texts) = heading { @for text in texts { p.part { (self.said(text)) } } }
                div.columns {
                    @for panel in back {
                        section.panel {
                            h3 { span.number { (panel.number) } (self.said(&panel.title)) }
                            @for part in &panel.parts { (self.part(part, width)) }
                        }
                    }
                }
            }
        }
    }
}

const LEFT: Words = words!(nb: "Hvor vi er, og hvor vi må", nn: "Kvar vi er, og kvar vi må", en: "Where we are, and where we must be");
const RIGHT: Words = words!(nb: "Hva vi gjør med det", nn: "Kva vi gjer med det", en: "What we do about it");
const PHASE: Words = words!(nb: "Fase", nn: "Fase", en: "Phase");
const BACK: Words = words!(nb: "Baksiden:", nn: "Baksida:", en: "The back:");

const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Past => "past",
        Stage::Here => "here",
        Stage::Ahead => "ahead",
    }
}

const fn is_here(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Here => Some("step"),
        Stage::Past | Stage::Ahead => None,
    }
}

fn column_width(width: ColumnWidth) -> Markup {
    match width {
        ColumnWidth::Ems(width) => html! { col style=(format!("width:{}em", svg::ems(width))); },
        ColumnWidth::Share(share) => {
            html! { col style=(format!("width:{}.{:02}%", share / 100, share % 100)); }
        }
        ColumnWidth::Rest => html! { col; },
    }
}

#[cfg(test)]
mod tests {
    use super::super::fit;
    use super::*;

    fn sheet(text: &str) -> Sheet {
        let panel = |number| Panel {
            number,
            title: Text::same("Tittel"),
            width: Panel::WHOLE,
            parts: vec![Part::Words(Text::same(text))],
        };
        let title = Text::same(text);
        Sheet { id: "sak".to_owned(), title, panels: (1..=12).map(panel).collect(), ..Sheet::default() }
    }

    fn alone(title: &Text) -> Around<'_> {
        Around { title, home: None, parts: &[], beside: &[] }
    }

    #[test]
    fn no_text_of_a_file_becomes_markup_or_turns_the_words_around() {
        let hostile = "</style></script><img src=x onerror=alert(1)>\u{202e}\u{2066}\u{1b}[2J\"'&";
        let fitted = fit(sheet(hostile), Language::Nb);
        let page = page(&[fitted], alone(&Text::same(hostile)), Language::Nb);
        assert!(!page.contains("<img") && !page.contains("<script") && !page.contains('\u{202e}'));
        assert!(!page.contains('\u{1b}') && page.matches("</style>").count() == 1);
        assert_eq!(page.matches("&lt;img src=x onerror=alert(1)&gt;").count(), 14);
    }

    #[test]
    fn the_file_loads_nothing_and_needs_no_script() {
        let page = page(&[fit(sheet("tekst"), Language::En)], alone(&Text::same("x")), Language::En);
        for loaded in ["<script", "<link", "src=", "url(", "@import", "http:", "https:"] {
            assert!(!page.contains(loaded), "{loaded}");
        }
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"));
    }
}
