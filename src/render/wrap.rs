//! Breaks running text at ordinary spaces; a no-break space holds a number and its unit together.

/// Lines of at most `width` characters, except where one word is longer than that.
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut length = 0_usize;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let letters = word.chars().count();
        if length > 0 && length.saturating_add(letters).saturating_add(1) > width {
            lines.push(core::mem::take(&mut current));
            length = 0;
        }
        if length > 0 {
            current.push(' ');
            length = length.saturating_add(1);
        }
        current.push_str(word);
        length = length.saturating_add(letters);
    }
    if length > 0 {
        lines.push(current);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_at_spaces_and_never_inside_a_number() {
        assert_eq!(
            lines("kan ta 998\u{a0}172\u{a0}kr ut av", 14),
            ["kan ta", "998\u{a0}172\u{a0}kr ut", "av"]
        );
    }

    #[test]
    fn a_word_longer_than_the_line_stands_alone() {
        assert_eq!(lines("en helseogomsorgstjeneste til", 8), ["en", "helseogomsorgstjeneste", "til"]);
        assert!(lines("  ", 8).is_empty());
    }
}
