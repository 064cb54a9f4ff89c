//! `a3 explain året`: what each quarter asks, and the commands that answer. The text is docs/året.md.

use super::cell::Cell;
use super::explain_page::{kept_in_norwegian, plain};
use super::page::{Block, Kind, Page, Table};
use crate::model::Phase;
use crate::words::{Language, Text};

/// Norwegian first; the second title begins the English half.
const YEAR: &str = include_str!("../../docs/året.md");

/// The year with its questions and commands: Tabell 1 of Helhetsmodellen.
pub fn year_page(language: Language) -> Page {
    let (norwegian, english) = YEAR.split_once("\n# ").unwrap_or((YEAR, YEAR));
    let half = match language {
        Language::Nb | Language::Nn => norwegian.trim_start_matches("# "),
        Language::En => english,
    };
    let (title, body) = half.split_once('\n').unwrap_or((half, ""));
    Page::new(Text::same(title))
        .with_all(kept_in_norwegian(language))
        .with_all(body.trim().split("\n\n").map(block))
}

/// The quarter of a phase: what is done, what becomes of the gain, and the questions with their commands. Empty for
/// the last phase, which has no quarter of its own.
pub(super) fn quarter(phase: Phase, language: Language) -> Vec<Block> {
    let blocks = year_page(language).blocks;
    let is_heading = |block: &&Block| matches!(block, Block::Heading(_));
    let place = Phase::ALL.iter().position(|other| *other == phase).unwrap_or_default();
    let from = blocks.iter().enumerate().filter(|(_, block)| is_heading(block)).map(|(at, _)| at).nth(place);
    let Some((heading, rest)) = from.and_then(|from| blocks.get(from..)?.split_first()) else {
        return Vec::new();
    };
    let of_quarter = rest.iter().take_while(|block| !is_heading(block));
    core::iter::once(heading).chain(of_quarter).cloned().collect()
}

/// A part of the Markdown between blank lines.
fn block(part: &str) -> Block {
    let said = |words: &str| Text::same(&plain(words));
    if let Some(heading) = part.strip_prefix("## ") {
        return Block::Heading(said(heading));
    }
    if part.starts_with("```") {
        let code: Vec<_> = part.lines().filter(|line| !line.starts_with("```")).collect();
        return Block::Code(code.join("\n"));
    }
    if part.starts_with('|') {
        return Block::Table(table(part));
    }
    match part.split_once("\n- ") {
        Some((name, items)) => {
            Block::Lines(said(name.trim_end_matches(':')), items.split("\n- ").map(said).collect())
        }
        None => Block::Paragraph(said(part)),
    }
}

/// A table of words; its second line is the rule under the headings.
fn table(part: &str) -> Table {
    let cells = |line: &str| -> Vec<Text> {
        line.trim_matches('|').split('|').map(|words| Text::same(words.trim())).collect()
    };
    let headings = part.lines().take(1).flat_map(cells).map(|title| (title, Kind::Text));
    let rows = part.lines().skip(2).map(|line| cells(line).into_iter().map(Cell::Text).collect());
    Table::new(headings).rows(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_say_the_same_with_a_turn_for_every_phase_but_the_last() {
        let [norwegian, english] = [Language::Nb, Language::En].map(year_page);
        assert_eq!(norwegian.blocks.len(), english.blocks.len());
        let (_, phases) = Phase::ALL.split_last().unwrap();
        for page in [norwegian, english] {
            let Some(Block::Table(table)) = page.blocks.get(1) else { panic!("the table comes first") };
            let said: Vec<_> = table.rows.iter().filter_map(|row| row.last()).collect();
            let wanted: Vec<_> = phases.iter().map(|phase| Cell::name(phase.word())).collect();
            assert_eq!(said, wanted.iter().collect::<Vec<_>>());
        }
    }
}
