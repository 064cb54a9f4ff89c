//! A page as text for a terminal.

use super::{Look, Style, sanitise, wrap};
use crate::text::Text;
use crate::view::cell::Cell;
use crate::view::page::{Block, Fact, Kind, Page, Table, rounding_note};
use comfy_table::presets::NOTHING;
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width,
};

/// A line under the headings, and nothing else.
const PLAIN_TABLE: TableStyle = NOTHING.header_separator(LineStyle::none().fill('─'));
/// What the table puts beside a cell, counted in its width.
const PADDING: usize = 2;
const BOLD: &str = "\u{1b}[1m";
const RESET: &str = "\u{1b}[0m";

/// The page as lines of text, with a line break at the end.
#[must_use]
pub fn render(page: &Page, look: Look) -> String {
    let title = words(&page.title, look);
    let rule = "─".repeat(title.chars().count().min(usize::from(look.width)));
    let mut parts = vec![format!("{}\n{rule}", bold(&title, look))];
    parts.extend(page.blocks.iter().map(|block| render_block(block, look)));
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn render_block(block: &Block, look: Look) -> String {
    match block {
        Block::Heading(text) => bold(&words(text, look), look),
        Block::Paragraph(text) => wrapped("", text, look),
        Block::Note(text) => wrapped("  ! ", text, look),
        Block::Facts(facts) => render_facts(facts, look),
        Block::Table(table) => render_table(table, look),
        Block::Lines(name, lines) => render_lines(name, lines, look),
        Block::Code(code) => indented(code.lines().map(sanitise::line)),
    }
}

fn words(text: &Text, look: Look) -> String {
    sanitise::line(text.get(look.language)).into_owned()
}

fn bold(words: &str, look: Look) -> String {
    match look.style {
        Style::Plain => words.to_owned(),
        Style::Colour => format!("{BOLD}{words}{RESET}"),
    }
}

/// Running text with a mark before its first line; the rest is indented as far.
fn wrapped(mark: &str, text: &Text, look: Look) -> String {
    let room = usize::from(look.width).saturating_sub(mark.len()).max(20);
    let indent = format!("\n{}", " ".repeat(mark.len()));
    let lines = wrap::lines(&words(text, look), room);
    if lines.is_empty() { String::new() } else { format!("{mark}{}", lines.join(&indent)) }
}

fn indented<S: AsRef<str>>(lines: impl Iterator<Item = S>) -> String {
    lines.map(|line| format!("  {}", line.as_ref()).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn render_lines(name: &Text, lines: &[Text], look: Look) -> String {
    let room = usize::from(look.width).saturating_sub(4).max(20);
    let body = lines.iter().flat_map(|line| hanging(&words(line, look), room));
    format!("{}\n{}", words(name, look), indented(body)).trim_end().to_owned()
}

/// A line of working; what does not fit goes on below, a little further in.
fn hanging(line: &str, room: usize) -> Vec<String> {
    let mut lines = wrap::lines(line, room);
    for rest in lines.iter_mut().skip(1) {
        rest.insert_str(0, "  ");
    }
    lines
}

fn render_facts(facts: &[Fact], look: Look) -> String {
    let mut table = empty(NOTHING, look);
    let has_numbers = facts.iter().any(|fact| !fact.value.is_text());
    for fact in facts {
        let value = cell(&fact.value, look, fact.value.full(look.language));
        let value = if has_numbers { value.set_alignment(CellAlignment::Right) } else { value };
        let note = comfy_table::Cell::new_owned(words(&fact.note, look));
        let name = comfy_table::Cell::new_owned(words(&fact.name, look));
        table.add_row(vec![name, value, note]);
    }
    printed(&table)
}

fn render_table(table: &Table, look: Look) -> String {
    let mut shown = empty(PLAIN_TABLE, look);
    shown.set_header(table.columns.iter().map(|column| {
        let title = comfy_table::Cell::new_owned(words(&column.title, look));
        let title = if look.style == Style::Colour { title.add_attribute(Attribute::Bold) } else { title };
        if column.kind.is_from_left() { title } else { title.set_alignment(CellAlignment::Right) }
    }));
    for row in table.rows.iter().chain(&table.total) {
        shown.add_row(row.iter().zip(&table.columns).map(|(value, column)| {
            let cell = cell(value, look, value.bare(look.language));
            if column.kind.is_from_left() {
                cell.set_alignment(CellAlignment::Left)
            } else {
                cell.set_alignment(CellAlignment::Right)
            }
        }));
    }
    keep_numbers_whole(&mut shown, table, look);
    let total = table.total.is_some();
    let mut text = if total { with_line_above_last(&printed(&shown)) } else { printed(&shown) };
    if table.is_in_thousands() {
        let unit = crate::words!(nb: "Beløp i 1\u{a0}000\u{a0}kr", en: "Amounts in NOK 1,000");
        text = format!("{}\n{text}", unit.get(look.language));
    }
    if table.rounds_unevenly() {
        text = format!("{text}\n{}", wrapped("", &rounding_note(), look));
    }
    text
}

/// Words give way before numbers do: a number is never broken over two lines.
fn keep_numbers_whole(shown: &mut comfy_table::Table, table: &Table, look: Look) {
    for (place, column) in table.columns.iter().enumerate().filter(|(_, column)| column.kind != Kind::Text) {
        let cells = table.rows.iter().chain(&table.total).filter_map(|row| row.get(place));
        let number = cells.map(|cell| cell.bare(look.language).chars().count()).max();
        let longest_word = words(&column.title, look).split(' ').map(|word| word.chars().count()).max();
        let least = number.max(longest_word).unwrap_or_default().saturating_add(PADDING);
        if let (Some(shown), Ok(least)) = (shown.column_mut(place), u16::try_from(least)) {
            shown.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
        }
    }
}

fn empty(style: TableStyle, look: Look) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(style).force_no_tty().set_width(look.width);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    if look.style == Style::Colour {
        table.enforce_styling();
    }
    table
}

fn cell(value: &Cell, look: Look, shown: String) -> comfy_table::Cell {
    let shown = if value.is_text() { sanitise::line(&shown).into_owned() } else { shown };
    let cell = comfy_table::Cell::new_owned(shown);
    if value.is_text() {
        return cell;
    }
    let cell = cell.set_alignment(CellAlignment::Right);
    if look.style == Style::Colour && value.is_below_zero() { cell.fg(Color::Red) } else { cell }
}

fn printed(table: &comfy_table::Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// Sums stand under a line of their own, as in any account.
fn with_line_above_last(table: &str) -> String {
    let Some((body, total)) = table.rsplit_once('\n') else { return table.to_owned() };
    let rule = body.lines().nth(1).unwrap_or_default();
    format!("{body}\n{rule}\n{total}")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::text::Language;

    #[test]
    fn the_sample_page_as_text() {
        insta::assert_snapshot!(render(&sample::page(), Look::default()), @r#"
        Digitalt tilsyn om natten
        ─────────────────────────

        Kan ta 998 000 kr i året ut av budsjettet.

         Tas ut        1 231 772 kr  hvert år
         Frigjort tid   6 317 timer

        År for år

        Beløp i 1 000 kr
           År  Post             Gevinster  Score
        ─────────────────────────────────────────
         2027  Spart tid              615     ++
         2028  Færre kjørte km        −90      –
        ─────────────────────────────────────────
               Sum                    525

        brukere
          60 brukere
          kilde: Fagsystem

          verdi: 60 brukere

          ! Kapitalkostnad er ikke med.
        "#);
    }

    #[test]
    fn colours_come_only_when_asked_for() {
        assert!(!render(&sample::page(), Look::default()).contains('\u{1b}'));
        let look = Look { style: Style::Colour, ..Look::default() };
        assert!(render(&sample::page(), look).contains(BOLD));
    }

    #[test]
    fn a_file_cannot_speak_to_the_terminal() {
        let page = sample::hostile_page();
        let shown = render(&page, Look::default());
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'), "{shown}");
    }

    #[test]
    fn english_is_one_switch_away() {
        let look = Look { language: Language::En, ..Look::default() };
        assert!(render(&sample::page(), look).contains("1,231,772"));
    }

    #[test]
    fn a_narrow_terminal_breaks_words_and_never_numbers() {
        let shown = render(&sample::page(), Look { width: 40, ..Look::default() });
        assert!(shown.contains("1\u{a0}231\u{a0}772"), "{shown}");
    }
}
