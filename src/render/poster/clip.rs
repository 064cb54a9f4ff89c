//! A box made shorter: rows and letters that do not fit are left for the back, and counted.

use crate::sheets::{Entry, Grid, GridCell, GridRow, Panel, Part};
use crate::text;
use crate::words::Text;

/// What a box may hold on the front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Limits {
    /// Rows of each table and entries of each list, in the order of the parts.
    rows: Vec<usize>,
    /// Letters of any one text.
    letters: usize,
}

/// Fewer letters are never shown of a text.
const LEAST_LETTERS: usize = 60;
/// Texts longer than this are cut before any row is left out.
const LONG: usize = 240;
/// Tables longer than this are cut several rows at a time.
const MANY: usize = 12;

impl Limits {
    /// All that stands in a box.
    pub(super) fn whole(panel: &Panel) -> Self {
        Self { rows: panel.parts.iter().map(rows_of).collect(), letters: longest_text(panel) }
    }

    /// Tighter limits: the longest texts first, then a row of the longest table or list. None where there is no
    /// more to take.
    pub(super) fn tighter(&self) -> Option<Self> {
        if self.letters > LONG {
            return Some(Self { letters: (self.letters / 2).max(LONG), ..self.clone() });
        }
        let most = self.rows.iter().copied().max().filter(|most| *most > 1);
        if let Some(most) = most {
            let fewer = if most > MANY { most - most / 4 } else { most - 1 };
            let mut tighter = self.clone();
            // The last of the longest: what stands first in a box is kept longest.
            if let Some(rows) = tighter.rows.iter_mut().rev().find(|rows| **rows == most) {
                *rows = fewer;
            }
            return Some(tighter);
        }
        let letters = (self.letters * 3 / 4).max(LEAST_LETTERS);
        (letters < self.letters).then(|| Self { letters, ..self.clone() })
    }
}

/// What was left out of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Left {
    /// Rows and entries that are not there.
    pub(super) rows: usize,
    /// Texts that are cut.
    pub(super) texts: usize,
    /// Pictures that are not there.
    pub(super) pictures: usize,
}

impl Left {
    /// Whether anything was.
    pub(super) const fn is_any(self) -> bool {
        self.rows > 0 || self.texts > 0 || self.pictures > 0
    }

    /// «+ 3 til på baksiden»
    pub(super) fn words(self) -> Text {
        match self.rows {
            0 if self.texts == 0 => {
                text!(nb: "Diagrammene står på baksiden", nn: "Diagramma står på baksida", en: "The charts are on the back")
            }
            0 => {
                text!(nb: "Resten av teksten står på baksiden", nn: "Resten av teksten står på baksida", en: "The rest of the text is on the back")
            }
            rows => {
                let rows = rows.saturating_add(self.pictures);
                text!(nb: "+ {rows} til på baksiden", nn: "+ {rows} til på baksida", en: "+ {rows} more on the back")
            }
        }
    }
}

/// The box within limits, and what was left out.
pub(super) fn clip(panel: &Panel, limits: &Limits) -> (Panel, Left) {
    let mut clipper = Clipper { letters: limits.letters, left: Left::default() };
    let parts = panel.parts.iter().zip(&limits.rows);
    let parts = parts.map(|(part, rows)| clipper.part(part, *rows)).collect();
    (Panel { parts, title: panel.title.clone(), ..*panel }, clipper.left)
}

/// The box without its pictures: they go before any row does.
pub(super) fn without_pictures(panel: &Panel) -> (Panel, Left) {
    let mut pictures = 0;
    let is_kept = |part: &&Part| match part {
        Part::Charts(charts) => {
            pictures += charts.len();
            false
        }
        Part::Words(_) | Part::List(_) | Part::Grid(_) | Part::Guide(_) => true,
    };
    let parts: Vec<Part> = panel.parts.iter().filter(is_kept).cloned().collect();
    // A box that is all pictures keeps them.
    if parts.is_empty() {
        return (panel.clone(), Left::default());
    }
    (Panel { parts, title: panel.title.clone(), ..*panel }, Left { pictures, ..Left::default() })
}

struct Clipper {
    letters: usize,
    left: Left,
}

impl Clipper {
    fn part(&mut self, part: &Part, most: usize) -> Part {
        match part {
            Part::Words(text) => Part::Words(self.text(text)),
            Part::Guide(text) => Part::Guide(text.clone()),
            Part::Charts(charts) => Part::Charts(charts.clone()),
            Part::List(entries) => {
                Part::List(self.rows(entries, most).map(|entry| self.entry(entry)).collect())
            }
            Part::Grid(grid) => {
                let rows = self.rows(&grid.rows, most).map(|row| self.row(row)).collect();
                Part::Grid(Grid { columns: grid.columns.clone(), rows })
            }
        }
    }

    /// The rows that are kept.
    fn rows<'r, T>(&mut self, rows: &'r [T], most: usize) -> core::slice::Iter<'r, T> {
        self.left.rows = self.left.rows.saturating_add(rows.len().saturating_sub(most));
        rows.get(..most.min(rows.len())).unwrap_or_default().iter()
    }

    fn entry(&mut self, entry: &Entry) -> Entry {
        let Entry { lead, text, aside } = entry;
        Entry { lead: self.text(lead), text: self.text(text), aside: self.text(aside) }
    }

    fn row(&mut self, row: &GridRow) -> GridRow {
        let cells = row.cells.iter().map(|cell| GridCell {
            text: self.text(&cell.text),
            aside: self.text(&cell.aside),
            picture: cell.picture.clone(),
            link: cell.link.clone(),
        });
        GridRow { cells: cells.collect(), is_strong: row.is_strong }
    }

    fn text(&mut self, text: &Text) -> Text {
        let (short, is_cut) = shortened(text, self.letters);
        self.left.texts = self.left.texts.saturating_add(usize::from(is_cut));
        short
    }
}

/// A text of so many letters at the most, ended with «…» where it is cut, and whether it is.
pub(super) fn shortened(text: &Text, letters: usize) -> (Text, bool) {
    let is_long = |text: &String| text.char_indices().nth(letters).is_some();
    if ![&text.nb, &text.nn, &text.en].into_iter().any(is_long) {
        return (text.clone(), false);
    }
    (Text::in_each(|language| cut(text.get(language), letters)), true)
}

/// Cut between words where there is one near.
fn cut(text: &str, letters: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(letters) else { return text.to_owned() };
    let kept = text.get(..end).unwrap_or_default();
    let word = kept.rfind(' ').filter(|space| *space > end / 2);
    let kept = word.and_then(|space| kept.get(..space)).unwrap_or(kept);
    format!("{} …", kept.trim_end())
}

fn longest_text(panel: &Panel) -> usize {
    let longest =
        |text: &Text| [&text.nb, &text.nn, &text.en].map(|said| said.chars().count()).into_iter().max();
    let length = |text: &Text| longest(text).unwrap_or_default();
    let of_part = |part: &Part| match part {
        Part::Words(text) => length(text),
        Part::Guide(_) | Part::Charts(_) => 0,
        Part::List(entries) => {
            let texts = entries.iter().flat_map(|entry| [&entry.lead, &entry.text, &entry.aside]);
            texts.map(length).max().unwrap_or_default()
        }
        Part::Grid(grid) => {
            let cells = grid.rows.iter().flat_map(|row| &row.cells);
            cells.flat_map(|cell| [&cell.text, &cell.aside]).map(length).max().unwrap_or_default()
        }
    };
    panel.parts.iter().map(of_part).max().unwrap_or_default()
}

fn rows_of(part: &Part) -> usize {
    match part {
        Part::Words(_) | Part::Guide(_) | Part::Charts(_) => 0,
        Part::List(entries) => entries.len(),
        Part::Grid(grid) => grid.rows.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_counted_and_said() {
        let entry = |text: &str| Entry { text: Text::same(text), ..Entry::default() };
        let parts = vec![Part::List(["en", "to", "tre", "fire"].map(entry).to_vec())];
        let panel = Panel { number: 4, title: Text::default(), width: Panel::WHOLE, parts };
        let (short, left) = clip(&panel, &Limits { rows: vec![1], letters: 99 });
        assert!(matches!(&short.parts[0], Part::List(entries) if entries.len() == 1));
        assert_eq!(left.words().nb, "+ 3 til på baksiden");
        assert_eq!(clip(&panel, &Limits::whole(&panel)), (panel, Left::default()));
    }

    #[test]
    fn a_long_text_is_cut_between_words_and_ends_with_dots() {
        let (short, is_cut) = shortened(&Text::same("et to tre fire fem"), 12);
        assert_eq!((short.nb.as_str(), is_cut), ("et to tre …", true));
        assert_eq!(shortened(&Text::same("blåbær"), 6), (Text::same("blåbær"), false));
    }

    #[test]
    fn limits_tighten_until_there_is_no_more_to_take() {
        let parts = vec![Part::Words(Text::same(&"ord ".repeat(30_000)))];
        let panel = Panel { number: 1, title: Text::default(), width: Panel::WHOLE, parts };
        let mut limits = Limits { rows: vec![0, 30_000], ..Limits::whole(&panel) };
        let mut steps = 0;
        while let Some(next) = limits.tighter() {
            assert_ne!(next, limits);
            (limits, steps) = (next, steps + 1);
        }
        assert_eq!(limits, Limits { rows: vec![0, 1], letters: LEAST_LETTERS });
        assert!(steps < 70, "{steps}");
    }
}
