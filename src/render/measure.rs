//! How wide words are, in thousandths of the size of their type, and how many lines they take.
//!
//! The sheet is set in Arial, or in a font made to the same widths (Liberation Sans, Helvetica, Arimo), so that a
//! page comes out alike wherever it is printed. The widths are those Adobe published for Helvetica (AFM).

/// Widths of the signs from space to tilde.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// How heavy the type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    Bold,
}

/// What a sign may be wider in another font of the same widths: rounding, and signs from a font beside it.
const SAFETY: i64 = 1_015;
/// Bold is so much wider.
const BOLD: i64 = 1_080;

fn sign(letter: char) -> i64 {
    let place = u32::from(letter).checked_sub(32).and_then(|place| usize::try_from(place).ok());
    if let Some(width) = place.and_then(|place| WIDTHS.get(place)) {
        return i64::from(*width);
    }
    match letter {
        '\u{a0}' | '\u{202f}' | '·' => 333,
        'å' | '–' | '€' | 'ö' | 'ä' | 'é' => 556,
        'ø' => 611,
        'Å' => 667,
        'Ø' => 778,
        'æ' => 889,
        '\u{300}'..='\u{36f}' => 0,
        '\u{c0}'..='\u{2dd}' => 700,
        _ => 1_000,
    }
}

/// A text as the widths of its words, line by line.
#[derive(Debug, Clone, Default)]
pub(super) struct Measured {
    lines: Vec<Vec<i64>>,
    space: i64,
}

impl Measured {
    /// Measures a text at a share of the size around it, in thousandths.
    pub(super) fn of(text: &str, weight: Weight, size: i64) -> Self {
        let mut whole = Self::default();
        whole.add(text, weight, size);
        whole
    }

    /// Adds more words: their first line goes on where the last one ends.
    pub(super) fn add(&mut self, text: &str, weight: Weight, size: i64) {
        let scale =
            |width: i64| scaled(scaled(width, size), if weight == Weight::Bold { BOLD } else { SAFETY });
        self.space = self.space.max(scale(sign(' ')));
        for (place, line) in text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
            let words = line.split(' ').filter(|word| !word.is_empty());
            let words = words.map(|word| scale(word.chars().map(sign).sum::<i64>()));
            match self.lines.last_mut().filter(|_| place == 0) {
                Some(last) => last.extend(words),
                None => self.lines.push(words.collect()),
            }
        }
    }

    /// How wide it is where nothing is broken.
    pub(super) fn natural(&self) -> i64 {
        let line = |words: &Vec<i64>| {
            words.iter().fold(-self.space, |sum, word| sum.saturating_add(*word).saturating_add(self.space))
        };
        self.lines.iter().map(line).max().unwrap_or_default().max(0)
    }

    /// How wide its longest word is.
    pub(super) fn longest_word(&self) -> i64 {
        self.lines.iter().flatten().copied().max().unwrap_or_default()
    }

    /// How many lines it takes in a width.
    pub(super) fn lines(&self, width: i64) -> i64 {
        let width = width.max(1);
        self.lines.iter().map(|words| self.broken(words, width)).sum()
    }

    fn broken(&self, words: &[i64], width: i64) -> i64 {
        let (mut lines, mut used) = (1_i64, 0_i64);
        for word in words {
            let after = if used == 0 { *word } else { used.saturating_add(self.space).saturating_add(*word) };
            if after <= width {
                used = after;
                continue;
            }
            if used > 0 {
                lines = lines.saturating_add(1);
            }
            // A word that is wider than the line is broken anywhere.
            lines = lines.saturating_add((word - 1).max(0).div_euclid(width));
            used = word.rem_euclid(width).max(1);
        }
        lines
    }
}

/// A part of a length, in thousandths.
pub(super) fn scaled(length: i64, thousandths: i64) -> i64 {
    length.saturating_mul(thousandths).div_euclid(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_between_them_and_a_long_one_anywhere() {
        let text = Measured::of("aaaa aaaa aaaa", Weight::Plain, 1_000);
        let word = 4 * 556 * SAFETY / 1_000;
        assert_eq!(text.longest_word(), word);
        assert_eq!([text.lines(10_000), text.lines(2 * word + 400), text.lines(word)], [1, 2, 3]);
        let long = Measured::of(&"a".repeat(100), Weight::Plain, 1_000);
        assert_eq!(long.lines(long.natural().div_euclid(4) + 1), 4);
        assert_eq!(Measured::of("to\n\nlinjer", Weight::Plain, 1_000).lines(99_999), 2);
    }

    #[test]
    fn more_words_go_on_where_the_last_ones_end() {
        let mut text = Measured::of("Mål:", Weight::Bold, 1_000);
        text.add("bo hjemme", Weight::Plain, 1_000);
        assert_eq!(text.lines(99_999), 1);
        assert!(text.natural() > Measured::of("bo hjemme", Weight::Plain, 1_000).natural());
    }

    #[test]
    fn bold_is_wider_and_small_is_narrower() {
        let width = |weight, size| Measured::of("Nåverdi", weight, size).natural();
        assert!(width(Weight::Bold, 1_000) > width(Weight::Plain, 1_000));
        assert!(width(Weight::Plain, 800) < width(Weight::Plain, 1_000));
    }
}
