//! A page as Markdown (GitHub's kind), for a pull request or a document.

use super::sanitise;
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Column, Fact, Kind, Page, Table};
use crate::words;
use crate::words::{Language, Text};

/// The page as Markdown, with a line break at the end.
pub fn render(page: &Page, language: Language) -> String {
    let mut parts = vec![format!("# {}", escaped(&page.title, language))];
    parts.extend(page.blocks.iter().map(|block| render_block(block, language)));
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn render_block(block: &Block, language: Language) -> String {
    match block {
        Block::Heading(text) => format!("## {}", escaped(text, language)),
        Block::Paragraph(text) => escaped(text, language),
        Block::Note(text) => format!("> {}", escaped(text, language)),
        Block::Facts(facts) => render_facts(facts, language),
        Block::Table(table) => render_table(table, language),
        Block::Lines(name, lines) => render_lines(name, lines, language),
        Block::Code(code) => fenced(code),
    }
}

fn render_facts(facts: &[Fact], language: Language) -> String {
    let line = |fact: &Fact| {
        let value = shown(&fact.value, fact.value.full(language));
        let note = escaped(&fact.note, language);
        let note = if note.is_empty() { note } else { format!(" ({note})") };
        format!("- {}: **{value}**{note}", escaped(&fact.name, language))
    };
    facts.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn render_lines(name: &Text, lines: &[Text], language: Language) -> String {
    let name = format!("**{}**\n", escaped(name, language));
    let items = lines.iter().map(|line| format!("- {}", escaped(line, language)));
    let name = (!name.trim_matches(['*', '\n']).is_empty()).then_some(name);
    name.into_iter().chain(items).collect::<Vec<_>>().join("\n")
}

fn render_table(table: &Table, language: Language) -> String {
    let title = |column: &Column| {
        let unit = match column.kind {
            Kind::Thousands => {
                words!(nb: " (1\u{a0}000\u{a0}kr)", nn: " (1\u{a0}000\u{a0}kr)", en: " (NOK\u{a0}1,000)")
                    .get(language)
            }
            Kind::Text | Kind::Kroner | Kind::Number | Kind::Bar => "",
        };
        format!("{}{unit}", escaped(&column.title, language))
    };
    let rule = |column: &Column| if column.kind.is_from_left() { "---" } else { "---:" }.to_owned();
    let cells = |row: &Vec<Cell>| row_of(row.iter().map(|cell| shown(cell, cell.bare(language))));
    let sums = |row: &Vec<Cell>| row_of(row.iter().map(|cell| strong(&shown(cell, cell.bare(language)))));
    let mut lines = vec![row_of(table.columns.iter().map(title)), row_of(table.columns.iter().map(rule))];
    let across = |said: String| {
        let first = table.columns.iter().position(|column| column.kind.is_from_left()).unwrap_or_default();
        let cells = (0..table.columns.len()).map(|at| if at == first { said.clone() } else { String::new() });
        row_of(cells)
    };
    for (place, row) in table.rows.iter().enumerate() {
        let margin = table.margins.get(place);
        lines.extend(
            margin.filter(|at| !at.above.is_empty()).map(|at| across(strong(&escaped(&at.above, language)))),
        );
        lines.push(cells(row));
        lines.extend(margin.filter(|at| !at.below.is_empty()).map(|at| across(escaped(&at.below, language))));
    }
    lines.extend(table.total.iter().map(sums));
    lines.join("\n")
}

fn row_of(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn strong(words: &str) -> String {
    if words.is_empty() || words == "–" { words.to_owned() } else { format!("**{words}**") }
}

fn shown(cell: &Cell, words: String) -> String {
    match cell {
        Cell::Text(_) => escape(&words),
        // As code, so that every block is as wide as the next.
        Cell::Bar(_) if !words.is_empty() => format!("`{words}`"),
        Cell::Kroner(_)
        | Cell::Thousands(_)
        | Cell::Hours(_)
        | Cell::Fte(_)
        | Cell::Percent(_)
        | Cell::Ratio(_)
        | Cell::Years(_)
        | Cell::Year(_)
        | Cell::Factor(_)
        | Cell::Count(_)
        | Cell::Score(_)
        | Cell::Bar(_)
        | Cell::Empty => words,
    }
}

fn escaped(text: &Text, language: Language) -> String {
    escape(text.get(language))
}

/// Text that Markdown shows as it is, on one line: no markup, no HTML, no table bars, no call on
/// people by `@name`, no list or heading.
fn escape(text: &str) -> String {
    let line = sanitise::line(text);
    let line = line.trim();
    let mut safe = String::with_capacity(line.len().saturating_add(8));
    let number_ends = line.find(|letter: char| !letter.is_ascii_digit()).filter(|end| *end > 0);
    for (place, letter) in line.char_indices() {
        let starts_list = place == 0 && matches!(letter, '-' | '+' | '=');
        let numbers_list = number_ends == Some(place) && matches!(letter, '.' | ')');
        let markup = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '!'
        );
        if starts_list || numbers_list || markup {
            safe.push('\\');
        }
        safe.push(letter);
        if letter == '@' {
            safe.push('\u{2060}');
        }
    }
    safe
}

/// A fence longer than any row of backticks inside it.
fn fenced(code: &str) -> String {
    let mut longest = 0_usize;
    let mut run = 0_usize;
    for letter in code.chars() {
        run = if letter == '`' { run.saturating_add(1) } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    let body: Vec<_> = code.lines().map(sanitise::line).collect();
    format!("{fence}\n{}\n{fence}", body.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_sample_page_as_markdown() {
        insta::assert_snapshot!(render(&sample::page(), Language::Nb), @r#"
        # Digitalt tilsyn om natten

        Kan ta 998 000 kr i året ut av budsjettet.

        - Tas ut: **1 231 772 kr** (hvert år)
        - Frigjort tid: **6 317 timer**

        ## År for år

        | År | Post | Gevinster (1 000 kr) | Score |
        | ---: | --- | ---: | ---: |
        | 2027 | Spart tid | 615 | ++ |
        | 2028 | Færre kjørte km | −90 | – |
        |  | **Sum** | **525** |  |

        **brukere**

        - 60 brukere
        - kilde: Fagsystem

        ```
        verdi: 60 brukere
        ```

        > Kapitalkostnad er ikke med.
        "#);
    }

    #[test]
    fn a_file_cannot_write_markdown_or_html() {
        insta::assert_snapshot!(render(&sample::hostile_page(), Language::Nb), @r#"
        # \=cmd()\|\`\<script\>␛\[2J�\*b\* \# x

        \=cmd()\|\`\<script\>␛\[2J�\*b\* \# x

        - \=cmd()\|\`\<script\>␛\[2J�\*b\* \# x: **\=cmd()\|\`\<script\>␛\[2J�\*b\* \# x** (\=cmd()\|\`\<script\>␛\[2J�\*b\* \# x)

        | \=cmd()\|\`\<script\>␛\[2J�\*b\* \# x | kr |
        | --- | ---: |
        | \=cmd()\|\`\<script\>␛\[2J�\*b\* \# x | −5 |

        **\=cmd()\|\`\<script\>␛\[2J�\*b\* \# x**

        - \=cmd()\|\`\<script\>␛\[2J�\*b\* \# x

        ````
        =cmd()|`<script>␛[2J�*b*
        # x
        ```
        ut
        ````
        "#);
    }

    #[test]
    fn lists_and_calls_are_defused() {
        assert_eq!(escape("- a"), "\\- a");
        assert_eq!(escape("12. desember"), "12\\. desember");
        assert_eq!(escape("@alle"), "@\u{2060}alle");
        assert_eq!(escape("1 200 kr"), "1 200 kr");
    }
}
