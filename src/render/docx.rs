//! A page as a Word document: headings, paragraphs and tables in Word's own styles, so that a case system takes
//! it in and the reader can go on writing.

use super::sanitise;
use super::stored::{Part, zip};
use crate::pages::page::{Block, Fact, Page, Table};
use crate::words::{Language, Text};

/// The whole document, as bytes.
#[must_use]
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
        Language::En => "en-GB",
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>";
const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
const DOCUMENT_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
/// Word's own names of styles, so that a template of the case system may give them its look.
const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\"/><w:sz w:val=\"22\"/><w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:rPr><w:b/><w:sz w:val=\"36\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr></w:style></w:styles>";

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
                let lines: String = lines.iter().map(|line| paragraph("Normal", &self.said(line))).collect();
                paragraph("Normal", &self.said(text)) + &lines
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
            let value = escaped(&fact.value.full(self.language));
            let note = self.said(&fact.note);
            let cells = [self.said(&fact.name), value, note];
            format!(
                "<w:tr>{}</w:tr>",
                cells.iter().map(|cell| table_cell("", cell, "left")).collect::<String>()
            )
        };
        grid(3, &facts.iter().map(row).collect::<String>())
    }

    fn table(self, table: &Table) -> String {
        let side = |from_left: bool| if from_left { "left" } else { "right" };
        let sides: Vec<&str> = table.columns.iter().map(|column| side(column.kind.is_from_left())).collect();
        let titles = table.columns.iter().zip(&sides);
        let titles: String =
            titles.map(|(column, side)| table_cell("<w:b/>", &self.said(&column.title), side)).collect();
        let rows = table.rows.iter().chain(&table.total).map(|row| {
            let cells = row.iter().zip(&sides);
            let cells = cells.map(|(cell, side)| table_cell("", &escaped(&cell.bare(self.language)), side));
            format!("<w:tr>{}</w:tr>", cells.collect::<String>())
        });
        let rows: String = rows.collect();
        grid(table.columns.len(), &format!("<w:tr><w:trPr><w:tblHeader/></w:trPr>{titles}</w:tr>{rows}"))
    }

    fn said(self, text: &Text) -> String {
        escaped(text.get(self.language))
    }
}

/// A table with thin lines, and a blank paragraph after it, which Word asks for between two tables.
fn grid(columns: usize, rows: &str) -> String {
    if columns == 0 || rows.is_empty() {
        return String::new();
    }
    let line = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:color=\"A0A0A0\"/>");
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(line).concat();
    let columns = "<w:gridCol/>".repeat(columns);
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"autofit\"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl><w:p/>"
    )
}

fn table_cell(look: &str, text: &str, side: &str) -> String {
    let text = run(look, text);
    format!(
        "<w:tc><w:tcPr/><w:p><w:pPr><w:spacing w:after=\"0\"/><w:jc w:val=\"{side}\"/></w:pPr>{text}</w:p></w:tc>"
    )
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
    use crate::pages::cell::Cell;
    use crate::pages::page::Kind;

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
    fn the_file_is_the_parts_word_asks_for_and_the_same_every_time() {
        let page = Page::new(Text::same("x")).with(Block::Paragraph(Text::same("én\nto")));
        let file = render(&page, Language::Nb);
        assert_eq!(file, render(&page, Language::Nb));
        let text = String::from_utf8_lossy(&file).into_owned();
        for part in ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "nb-NO"] {
            assert!(text.contains(part), "{part}");
        }
    }
}
