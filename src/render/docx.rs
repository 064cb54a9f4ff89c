//! A page as a Word document: headings, paragraphs and tables in Word's own styles, so that a case system takes
//! it in and the reader can go on writing.

use super::columns::{self, Need};
use super::measure::{Measured, Weight};
use super::sanitise;
use super::stored::{Part, zip};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Fact, Kind, Page, Table, in_thousands};
use crate::sheets::Held;
use crate::words::{Language, Text};

/// The whole document, as bytes.
pub fn render(page: &Page, language: Language) -> Vec<u8> {
    let styles = STYLES.replace("{language}", tongue(language));
    let body = Body { language }.whole(page);
    let part = |name, text: &'static str| Part { name, bytes: text.as_bytes() };
    zip(&[
        part("[Content_Types].xml", CONTENT_TYPES),
        part("_rels/.rels", RELATIONS),
        part("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
        Part { name: "word/styles.xml", bytes: styles.as_bytes() },
        Part { name: "word/document.xml", bytes: body.as_bytes() },
    ])
}

const fn tongue(language: Language) -> &'static str {
    match language {
        Language::Nb => "nb-NO",
        Language::Nn => "nn-NO",
        Language::En => "en-GB",
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>";
const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
const DOCUMENT_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
/// Word's own names of styles, so that a template of the case system may give them its look.
const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"21\"/><w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:rPr><w:b/><w:sz w:val=\"36\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"26\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"TableText\"><w:name w:val=\"Table Text\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:before=\"20\" w:after=\"20\"/></w:pPr><w:rPr><w:sz w:val=\"18\"/></w:rPr></w:style></w:styles>";

/// A document on its way.
#[derive(Clone, Copy)]
struct Body {
    language: Language,
}

impl Body {
    fn whole(self, page: &Page) -> String {
        let blocks: String = page.blocks.iter().map(|block| self.block(block)).collect();
        let title = paragraph("Title", &self.said(&page.title));
        format!(
            "{HEAD}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{title}{blocks}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
        )
    }

    fn block(self, block: &Block) -> String {
        match block {
            Block::Heading(text) => paragraph("Heading1", &self.said(text)),
            Block::Paragraph(text) => self.lines(text.get(self.language)),
            Block::Note(text) => format!("<w:p>{}</w:p>", run("<w:i/>", &self.said(text))),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Lines(text, lines) => {
                let said = [text].into_iter().chain(lines).filter(|line| !line.is_empty());
                said.map(|line| paragraph("Normal", &self.said(line))).collect()
            }
            Block::Code(text) => self.lines(text),
        }
    }

    /// Running text, a paragraph a line.
    fn lines(self, text: &str) -> String {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| paragraph("Normal", &escaped(line))).collect()
    }

    fn facts(self, facts: &[Fact]) -> String {
        let row = |fact: &Fact| {
            [self.said(&fact.name), escaped(&fact.value.full(self.language)), self.said(&fact.note)]
        };
        let rows: Vec<[String; 3]> = facts.iter().map(row).collect();
        let widths = widths(&[Held::Words, Held::Short, Held::Words], rows.iter().map(<[_; 3]>::as_slice));
        let looks = ["", "<w:b/>", ""];
        let row = |cells: &[String; 3]| {
            let cells = cells.iter().zip(looks).map(|(text, look)| table_cell(&run(look, text), "left"));
            format!("<w:tr>{}</w:tr>", cells.collect::<String>())
        };
        grid(&widths, &rows.iter().map(row).collect::<String>())
    }

    /// What is said above and below a row goes across the whole table.
    fn table(self, table: &Table) -> String {
        let side = |from_left: bool| if from_left { "left" } else { "right" };
        let sides: Vec<&str> = table.columns.iter().map(|column| side(column.kind.is_from_left())).collect();
        let titles: Vec<String> = table.columns.iter().map(|column| self.said(&column.title)).collect();
        let shown = |row: &Vec<Cell>| row.iter().map(|cell| escaped(&cell.bare(self.language))).collect();
        let rows: Vec<Vec<String>> = table.rows.iter().map(shown).collect();
        let total: Option<Vec<String>> = table.total.as_ref().map(shown);
        let held: Vec<Held> = table.columns.iter().map(|column| held(column.kind)).collect();
        let all = rows.iter().chain([&titles]).chain(&total);
        let widths = widths(&held, all.map(Vec::as_slice));
        let of_row = |look: &str, row: &[String]| {
            let cells = row.iter().zip(&sides).map(|(text, side)| table_cell(&run(look, text), side));
            cells.collect::<String>()
        };
        let across = |look: &str, text: &Text| {
            let text = self.said(text);
            let cell = format!(
                "<w:tc><w:tcPr><w:gridSpan w:val=\"{}\"/></w:tcPr>{}</w:tc>",
                sides.len(),
                in_cell(&run(look, &text), "left")
            );
            if text.is_empty() { text } else { format!("<w:tr>{cell}</w:tr>") }
        };
        let mut shown = format!(
            "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>",
            of_row("<w:b/>", &titles)
        );
        for (place, row) in rows.iter().enumerate() {
            let margin = table.margins.get(place).cloned().unwrap_or_default();
            shown.push_str(&across("<w:b/>", &margin.above));
            shown.push_str(&format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>", of_row("", row)));
            shown.push_str(&across("<w:i/>", &margin.below));
        }
        if let Some(total) = total {
            shown.push_str(&format!("<w:tr>{}</w:tr>", of_row("<w:b/>", &total)));
        }
        let unit = table.is_in_thousands().then(|| paragraph("TableText", &self.said(&in_thousands())));
        unit.unwrap_or_default() + &grid(&widths, &shown)
    }

    fn said(self, text: &Text) -> String {
        escaped(text.get(self.language))
    }
}

/// The width of a page between its margins, in twentieths of a point, and the size of type in tables.
const PAGE_WIDTH: i64 = 9_638;
const TABLE_TYPE: i64 = 9;
/// On both sides of a word in a cell, in thousandths of the type.
const CELL_EDGES: i64 = 1_500;

const fn held(kind: Kind) -> Held {
    match kind {
        Kind::Text => Held::Words,
        Kind::Kroner | Kind::Thousands | Kind::Number => Held::Figures,
        Kind::Bar => Held::Short,
    }
}

/// How wide each column is, in twentieths of a point: figures take what they need, words share the rest.
fn widths<'r>(held: &[Held], rows: impl Iterator<Item = &'r [String]>) -> Vec<i64> {
    let need = |held: &Held| Need { held: *held, natural: CELL_EDGES, least: CELL_EDGES };
    let mut needs: Vec<Need> = held.iter().map(need).collect();
    for row in rows {
        for (need, text) in needs.iter_mut().zip(row) {
            let text = Measured::of(text, Weight::Bold, 1_000);
            need.natural = need.natural.max(text.natural() + CELL_EDGES);
            need.least = need.least.max(text.longest_word() + CELL_EDGES);
        }
    }
    let twips = |width: i64| width * TABLE_TYPE * 20 / 1_000;
    columns::widths(&needs, PAGE_WIDTH * 1_000 / (TABLE_TYPE * 20)).into_iter().map(twips).collect()
}

/// A table with thin lines, and a small blank paragraph after it, which Word asks for between two tables.
fn grid(widths: &[i64], rows: &str) -> String {
    if widths.is_empty() || rows.is_empty() {
        return String::new();
    }
    let line =
        |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A0A0A0\"/>");
    let borders: String = ["top", "bottom", "insideH"].map(line).concat();
    let columns: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let edge = |side: &str| format!("<w:{side} w:w=\"70\" w:type=\"dxa\"/>");
    let edges = ["left", "right"].map(edge).concat();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{PAGE_WIDTH}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>{edges}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\"/><w:rPr><w:sz w:val=\"12\"/></w:rPr></w:pPr></w:p>"
    )
}

fn table_cell(run: &str, side: &str) -> String {
    format!("<w:tc><w:tcPr/>{}</w:tc>", in_cell(run, side))
}

fn in_cell(run: &str, side: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"TableText\"/><w:jc w:val=\"{side}\"/></w:pPr>{run}</w:p>")
}

fn paragraph(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run("", text))
}

fn run(look: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A text of one line, made harmless, with the signs of XML written out.
fn escaped(text: &str) -> String {
    let text = sanitise::line(text);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::page::Margin;

    #[test]
    fn no_text_becomes_markup_and_every_row_is_there() {
        let hostile = "</w:t><w:p>\u{202e}&\"";
        let table = Table::new([(Text::same("Sak"), Kind::Text), (Text::same("kr"), Kind::Kroner)])
            .rows([vec![Cell::name(hostile), Cell::Count(7)]]);
        let page = Page::new(Text::same(hostile)).with(Block::Table(table));
        let body = Body { language: Language::Nb }.whole(&page);
        assert_eq!(body.matches("&lt;/w:t&gt;&lt;w:p&gt;\u{fffd}&amp;&quot;").count(), 2);
        assert_eq!(body.matches("<w:tr>").count(), 2);
        assert!(body.contains("<w:jc w:val=\"right\"/>"));
        assert_eq!(body.matches("<w:p>").count(), body.matches("</w:p>").count());
    }

    #[test]
    fn figures_take_what_they_need_and_words_the_rest_of_the_width() {
        let row = ["Langvakter i bofellesskapet Fjordveien ".repeat(9), "1 283".to_owned()];
        let widths = widths(&[Held::Words, Held::Figures], [row.as_slice()].into_iter());
        assert!(widths[1] > 500 && widths[1] < 1_000 && widths[0] > 8_000, "{widths:?}");
        assert!((PAGE_WIDTH - 60..=PAGE_WIDTH).contains(&widths.iter().sum()), "{widths:?}");
    }

    #[test]
    fn what_is_said_of_a_row_stands_under_it_and_the_unit_once_above() {
        let columns = [(Text::same("Sak"), Kind::Text), (Text::same("2027"), Kind::Thousands)];
        let below = Margin { below: Text::same("Fordi."), ..Margin::default() };
        let table = Table::new(columns).rows([vec![Cell::name("Post"), Cell::Count(7)]]).margins([below]);
        let body = Body { language: Language::Nb }.whole(&Page::default().with(Block::Table(table)));
        assert_eq!(body.matches("Beløp i 1\u{a0}000\u{a0}kr").count(), 1);
        let (row, below) = (body.find("Post").unwrap(), body.find("Fordi.").unwrap());
        assert!(row < below && body.contains("<w:gridSpan w:val=\"2\"/>"));
    }

    #[test]
    fn the_file_is_the_parts_word_asks_for_and_the_same_every_time() {
        let page = Page::new(Text::same("x")).with(Block::Paragraph(Text::same("én\nto")));
        let file = render(&page, Language::Nb);
        assert_eq!(file, render(&page, Language::Nb));
        let text = String::from_utf8_lossy(&file).into_owned();
        let nynorsk = render(&page, Language::Nn);
        assert!(String::from_utf8_lossy(&nynorsk).contains("nn-NO"));
        for part in ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "nb-NO"] {
            assert!(text.contains(part), "{part}");
        }
    }
}
