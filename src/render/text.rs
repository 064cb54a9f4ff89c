//! A page as text for a terminal.

use super::{Look, Style, fitting, sanitise, wrap};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Column, Fact, Kind, Margin, Page, Table, in_thousands};
use crate::words::Text;
use comfy_table::presets::NOTHING;
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width,
};

/// A line under the headings, and nothing else.
const PLAIN_TABLE: TableStyle = NOTHING.header_separator(LineStyle::none().fill('─'));
/// What the table puts beside a cell, counted in its width.
const PADDING: usize = 2;
/// The room words have on each line of a column at least, where they need as much.
#[derive(Debug, Clone, Copy)]
enum Room {
    /// All they take: nothing is broken.
    Whole,
    /// As it should be.
    Good,
    /// The least before columns are taken one by one.
    Least,
}

impl Room {
    /// All, the most first.
    const ALL: [Self; 3] = [Self::Whole, Self::Good, Self::Least];

    /// Letters on each line of a name or a title, and of a sentence or of a word that may be broken, such as an id.
    const fn letters(self) -> [usize; 2] {
        match self {
            Self::Whole => [usize::MAX; 2],
            Self::Good => [20, 32],
            Self::Least => [16, 20],
        }
    }
}

/// Letters of a cell that are shown, or of a name of a fact: the table measures a long word over and over, and
/// counts no further than to 65 535. The other formats have all of it.
const MOST_LETTERS: usize = 2_000;

const BOLD: &str = "\u{1b}[1m";
const RESET: &str = "\u{1b}[0m";

/// The page as lines of text, with a line break at the end.
pub fn render(page: &Page, look: Look) -> String {
    let page = fitting::that_fits(page.clone(), look).with_rounding_said_once();
    in_full(&page, look)
}

/// The page as it is, whether it fits a screen or not.
pub(super) fn in_full(page: &Page, look: Look) -> String {
    let blocks = page.blocks.iter().map(|block| render_block(block, look)).collect();
    put_together(&page.title, blocks, look)
}

/// The page whose blocks have been rendered each by itself, as they do not depend on each other.
pub fn put_together(title: &Text, mut blocks: Vec<String>, look: Look) -> String {
    let title = wrap::lines(&words(title, look), usize::from(look.width));
    let rule = "─".repeat(
        title.iter().map(|line| line.chars().count()).max().unwrap_or_default().min(look.width.into()),
    );
    let title: Vec<String> = title.iter().map(|line| bold(line, look)).collect();
    blocks.retain(|block| !block.is_empty());
    blocks.insert(0, format!("{}\n{rule}", title.join("\n")));
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

/// One block of a page.
pub fn render_block(block: &Block, look: Look) -> String {
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

/// The words of a cell: as many as a table has room for.
fn cut(words: &str) -> String {
    match words.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
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
    let name = wrapped("", name, look);
    let body = indented(body);
    if name.is_empty() { body } else { format!("{name}\n{body}").trim_end().to_owned() }
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
        let value = cell(&fact.value, look, &cut(&fact.value.full(look.language)));
        let value = if has_numbers { value.set_alignment(CellAlignment::Right) } else { value };
        let note = comfy_table::Cell::new_owned(cut(&words(&fact.note, look)));
        let name = comfy_table::Cell::new_owned(cut(&words(&fact.name, look)));
        table.add_row(vec![name, value, note]);
    }
    printed(&table)
}

fn render_table(table: &Table, look: Look) -> String {
    let shown = Shown::of(table, look);
    let parts = shown.parts();
    let print = |(place, part): (usize, &Vec<usize>)| {
        let margins = if place == 0 { table.margins.as_slice() } else { &[] };
        shown.print(part, margins)
    };
    let mut text = parts.iter().enumerate().map(print).collect::<Vec<_>>().join("\n\n");
    if table.is_in_thousands() {
        let unit = in_thousands();
        text = format!("{}\n{text}", unit.get(look.language));
    }
    text
}

/// A table, its cells in words, the sum last, and what each column needs, by [`Room`].
struct Shown<'t> {
    table: &'t Table,
    look: Look,
    words: Vec<Vec<String>>,
    needs: Vec<[usize; 3]>,
}

impl<'t> Shown<'t> {
    fn of(table: &'t Table, look: Look) -> Self {
        let in_words = |row: &Vec<Cell>| row.iter().map(|cell| cut(&cell.bare(look.language))).collect();
        let words: Vec<Vec<String>> = table.rows.iter().chain(&table.total).map(in_words).collect();
        let columns = table.columns.iter().enumerate();
        let needs = columns.map(|(place, column)| {
            let cells = words.iter().filter_map(|row| row.get(place)).map(String::as_str);
            needs(column, look, cells)
        });
        Self { needs: needs.collect(), table, look, words }
    }

    /// Columns that are printed together: all, or where the table is too wide, those that make a table of their
    /// own apart, together with the last of the others where there is no room for them; and where that is still
    /// too wide, as many columns at a time as there is room for.
    fn parts(&self) -> Vec<Vec<usize>> {
        let all: Vec<usize> = (0..self.table.columns.len()).collect();
        if self.fits(&all, Room::Good) {
            return vec![all];
        }
        let (keys, aside) = (self.keys(&all), &self.table.aside);
        if aside.is_empty() {
            return self.in_turn(&all);
        }
        let only = |keep: &dyn Fn(usize) -> bool| -> Vec<usize> {
            all.iter().copied().filter(|place| keep(*place)).collect()
        };
        let mut first_moved = all.len();
        let stays = |place: usize, moved: usize| !aside.contains(&place) && place < moved;
        while first_moved > keys && self.room_for(&only(&|place| stays(place, first_moved))).is_none() {
            first_moved = first_moved.saturating_sub(1);
        }
        let main = only(&|place| stays(place, first_moved));
        let beside = only(&|place| place < keys || !stays(place, first_moved));
        [main, beside].iter().flat_map(|part| self.in_turn(part)).collect()
    }

    fn in_turn(&self, columns: &[usize]) -> Vec<Vec<usize>> {
        let (keys, rest) = columns.split_at_checked(self.keys(columns)).unwrap_or((columns, &[]));
        let mut parts = Vec::new();
        let mut rest = rest;
        while !rest.is_empty() {
            let part = |length: usize| [keys, rest.get(..length).unwrap_or_default()].concat();
            let most = (1..=rest.len()).rev().find(|length| self.room_for(&part(*length)).is_some());
            let length = most.unwrap_or(1);
            parts.push(part(length));
            rest = rest.get(length..).unwrap_or_default();
        }
        if parts.is_empty() { vec![columns.to_vec()] } else { parts }
    }

    /// How many columns say what a row is: up to the first of words, else the first alone.
    fn keys(&self, columns: &[usize]) -> usize {
        let is_words =
            |place: &usize| self.table.columns.get(*place).is_some_and(|column| column.kind == Kind::Text);
        columns.iter().position(is_words).map_or(1, |place| place.saturating_add(1))
    }

    /// The most room for words the columns have.
    fn room_for(&self, columns: &[usize]) -> Option<Room> {
        Room::ALL.into_iter().find(|room| self.fits(columns, *room))
    }

    fn fits(&self, columns: &[usize], room: Room) -> bool {
        columns.iter().map(|place| self.need(*place, room)).sum::<usize>() <= usize::from(self.look.width)
    }

    fn need(&self, place: usize, room: Room) -> usize {
        let [whole, good, least] = self.needs.get(place).copied().unwrap_or_default();
        match room {
            Room::Whole => whole,
            Room::Good => good,
            Room::Least => least,
        }
    }

    fn print(&self, columns: &[usize], margins: &[Margin]) -> String {
        let (table, look) = (self.table, self.look);
        let mut shown = empty(PLAIN_TABLE, look);
        shown.set_header(columns.iter().filter_map(|place| table.columns.get(*place)).map(|column| {
            let title = comfy_table::Cell::new_owned(words(&column.title, look));
            let title =
                if look.style == Style::Colour { title.add_attribute(Attribute::Bold) } else { title };
            if column.kind.is_from_left() { title } else { title.set_alignment(CellAlignment::Right) }
        }));
        for (row, words) in table.rows.iter().chain(&table.total).zip(&self.words) {
            let cells = columns
                .iter()
                .filter_map(|place| Some((row.get(*place)?, words.get(*place)?, table.columns.get(*place)?)));
            shown.add_row(cells.enumerate().map(|(at, (value, words, column))| {
                let side =
                    if column.kind.is_from_left() { CellAlignment::Left } else { CellAlignment::Right };
                let begun = if at == 0 && !margins.is_empty() { BEGUN } else { "" };
                styled(value, look, format!("{begun}{}", in_cell(value, words))).set_alignment(side)
            }));
        }
        let room = self.room_for(columns).unwrap_or(Room::Least);
        for (at, place) in columns.iter().enumerate() {
            let least = u16::try_from(self.need(*place, room));
            if let (Some(column), Ok(least)) = (shown.column_mut(at), least) {
                column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
            }
        }
        let text = with_margins(&printed(&shown), margins, look);
        if table.total.is_some() { with_line_above_last(&text) } else { text }
    }
}

/// Stands first in each row of a table with margins, so that its first line is known. As [`INDENTED`], it has no
/// width and is gone from what is printed.
const BEGUN: &str = "\u{2063}";

/// What is said above each row goes in before its first line, and what is said below it after its last.
fn with_margins(table: &str, margins: &[Margin], look: Look) -> String {
    if margins.is_empty() {
        return table.to_owned();
    }
    let mut lines: Vec<String> = Vec::new();
    let mut all = margins.iter();
    let mut below: Option<&Text> = None;
    let said =
        |below: Option<&Text>| below.map(|text| wrapped("    ", text, look)).filter(|said| !said.is_empty());
    for line in table.lines() {
        if line.contains(BEGUN) {
            lines.extend(said(below.take()));
            if let Some(Margin { above, below: next, .. }) = all.next() {
                lines.extend((!above.is_empty()).then(|| bold(&words(above, look), look)));
                below = Some(next);
            }
        }
        lines.push(line.replace(BEGUN, ""));
    }
    lines.extend(said(below));
    lines.join("\n")
}

/// What a column needs, by [`Room`]: a heading and a number are never broken, a word only
/// where it is very long, and running words have room for a few on each line.
fn needs<'w>(column: &Column, look: Look, cells: impl Iterator<Item = &'w str>) -> [usize; 3] {
    let longest = |text: &str| text.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
    let title = words(&column.title, look);
    let mut most = [title.chars().count(), longest(&title), longest(&title)];
    for shown in cells {
        let letters = shown.chars().count();
        for (most, room) in most.iter_mut().zip(Room::ALL) {
            let [name, sentence] = room.letters();
            let need = if column.kind == Kind::Text {
                letters.min((letters / 3).clamp(name, sentence)).max(longest(shown).min(sentence))
            } else {
                letters
            };
            *most = need.max(*most);
        }
    }
    most.map(|need| need.saturating_add(PADDING))
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

/// What an indented name begins with.
const INDENT: &str = "\u{a0}\u{a0}";
/// Stands before each later word of an indented name, so that the lines it goes on in are known. It has
/// no width, no text from outside can hold it, and it is gone from what is printed.
const INDENTED: char = '\u{2060}';

fn cell(value: &Cell, look: Look, shown: &str) -> comfy_table::Cell {
    styled(value, look, in_cell(value, shown))
}

/// What a cell says, harmless, and marked where it is an indented name.
fn in_cell(value: &Cell, shown: &str) -> String {
    let shown = if value.is_text() { sanitise::line(shown) } else { shown.into() };
    let is_indented = value.is_text() && shown.starts_with(INDENT);
    if is_indented { shown.replace(' ', &format!(" {INDENTED}")) } else { shown.into_owned() }
}

fn styled(value: &Cell, look: Look, shown: String) -> comfy_table::Cell {
    let cell = comfy_table::Cell::new_owned(shown);
    if value.is_text() {
        return cell;
    }
    let cell = cell.set_alignment(CellAlignment::Right);
    if look.style == Style::Colour && value.is_below_zero() { cell.fg(Color::Red) } else { cell }
}

fn printed(table: &comfy_table::Table) -> String {
    table.lines().map(|line| below_indented(line.trim_end())).collect::<Vec<_>>().join("\n")
}

/// Where an indented name in the first column goes on below, it is indented there too; what is
/// beside it keeps its place.
fn below_indented(line: &str) -> String {
    let below = line.strip_prefix(' ').and_then(|line| line.strip_prefix(INDENTED));
    let below = below.map(|rest| format!(" {INDENT}{}", rest.replacen("  ", "", 1)));
    below.as_deref().unwrap_or(line).replace(INDENTED, "")
}

/// Sums are under a line of their own, as in any account.
fn with_line_above_last(table: &str) -> String {
    let Some((body, total)) = table.rsplit_once('\n') else { return table.to_owned() };
    let is_rule = |line: &&str| line.contains('─') && line.trim().chars().all(|letter| letter == '─');
    let rule = body.lines().find(is_rule).unwrap_or_default();
    format!("{body}\n{rule}\n{total}")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::words::Language;

    #[test]
    fn an_indented_name_goes_on_as_far_in_and_no_mark_of_it_is_printed() {
        let name = "\u{a0}\u{a0}090 Pensjonsinnskudd og trekkpliktige forsikringsordninger";
        let columns = [(Text::same("Linje"), Kind::Text), (Text::same("2027"), Kind::Thousands)];
        let row = vec![Cell::name(name), Cell::Thousands(crate::units::Kroner::ZERO)];
        let table = Table::new(columns).rows([row]);
        let shown = render_table(&table, Look { width: 40, ..Look::default() });
        let lines: Vec<&str> = shown.lines().skip(3).collect();
        assert!(lines.len() > 1 && lines.iter().all(|line| line.starts_with(" \u{a0}\u{a0}")), "{shown}");
        assert!(!shown.contains(INDENTED) && shown.lines().all(|line| line.chars().count() <= 40), "{shown}");
    }

    #[test]
    fn a_very_long_cell_is_cut_and_the_rest_of_the_table_is_whole() {
        let columns = [(Text::same("Sak"), Kind::Text), (Text::same("2027"), Kind::Thousands)];
        for long in ["x".repeat(900_000), "ord ".repeat(225_000)] {
            let row = vec![Cell::name(&long), Cell::Thousands(crate::units::Kroner::new(17_000.into()))];
            let facts =
                vec![Fact { name: Text::same(&long), value: Cell::name(&long), note: Text::same(&long) }];
            let shown = render_table(&Table::new(columns.clone()).rows([row]), Look::default());
            let facts = render_facts(&facts, Look::default());
            assert!(shown.contains(" 17") && shown.contains('…') && shown.len() < 20_000, "{}", shown.len());
            assert!(facts.contains('…') && facts.len() < 20_000, "{}", facts.len());
        }
    }

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

    fn wide(aside: core::ops::Range<usize>) -> Table {
        let titles = ["#", "Tiltak", "Netto", "Skattefinansieringen", "Driftsbudsjettet", "Kapitalkostnad"];
        let column = |(place, title): (usize, &&str)| {
            (Text::same(title), if place == 1 { Kind::Text } else { Kind::Kroner })
        };
        let money = || Cell::Kroner(sample::kroner(-1_250_000));
        let row = vec![
            Cell::Count(1),
            Cell::name("Medisineringsstøtte i hjemmet"),
            money(),
            money(),
            money(),
            money(),
        ];
        Table::new(titles.iter().enumerate().map(column)).rows([row.clone()]).total(row).aside(aside)
    }

    #[test]
    fn a_table_too_wide_is_cut_by_columns_and_every_part_says_what_its_rows_are() {
        let lines = |table: &Table, width| {
            let shown = render_table(table, Look { width, ..Look::default() });
            assert!(shown.lines().all(|line| line.chars().count() <= width.into()), "{shown}");
            shown
                .lines()
                .filter(|line| line.contains("Tiltak"))
                .map(|line| line.trim().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(lines(&wide(2..4), 120).len(), 1, "there is room");
        let cut = lines(&wide(2..4), 80);
        assert!(cut.len() == 2 && cut[0].contains("Driftsbudsjettet") && cut[1].contains("Netto"), "{cut:?}");
        assert_eq!(lines(&wide(0..0), 60).len(), 2, "as many columns at a time as there is room for");
    }

    #[test]
    fn the_line_above_a_sum_is_a_line_also_when_a_heading_takes_two() {
        let table = Table::new([
            (Text::same("År"), Kind::Number),
            (Text::same("Netto offentlig utgift, kr"), Kind::Kroner),
        ])
        .rows([vec![Cell::Count(1), Cell::Kroner(sample::kroner(5))]])
        .total(vec![Cell::Count(1), Cell::Kroner(sample::kroner(5))]);
        let shown = render_table(&table, Look { width: 20, ..Look::default() });
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines[lines.len() - 2].chars().all(|letter| letter == '─'), "{shown}");
        assert_eq!(shown.matches("utgift").count(), 1, "{shown}");
    }

    #[test]
    fn what_explains_a_row_stands_below_its_last_line_and_no_mark_of_it_is_printed() {
        let columns = [(Text::same("#"), Kind::Number), (Text::same("Sak"), Kind::Text)];
        let rows = ["Digital post", "Et langt navn som går over flere linjer i en smal kolonne"];
        let rows = rows.map(|name| vec![Cell::Count(1), Cell::name(name)]);
        let margin = |above: &str, below: &str| Margin {
            above: Text::same(above),
            below: Text::same(below),
            is_sum: false,
        };
        let margins = [margin("Valgt", "Gir mest."), margin("", "Starter i 2028.")];
        let table = Table::new(columns).rows(rows).margins(margins);
        let shown = render_table(&table, Look { width: 40, ..Look::default() });
        assert_eq!(
            shown.lines().skip(2).map(str::trim_end).collect::<Vec<_>>(),
            [
                "Valgt",
                " 1  Digital post",
                "    Gir mest.",
                " 1  Et langt navn som går over flere",
                "    linjer i en smal kolonne",
                "    Starter i 2028.",
            ]
        );
        assert!(!shown.contains(BEGUN), "{shown}");
    }

    #[test]
    fn a_narrow_terminal_breaks_words_and_never_numbers() {
        let shown = render(&sample::page(), Look { width: 40, ..Look::default() });
        assert!(shown.contains("1\u{a0}231\u{a0}772"), "{shown}");
    }
}
