//! Breaks running text at ordinary spaces; a no-break space holds a number and its unit together.

/// Lines of at most `width` characters, except where one word is longer than that.
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut length = 0_usize;
    for piece in pieces(text, width) {
        let letters = piece.chars().count();
        if length > 0 && length.saturating_add(letters).saturating_add(1) > width {
            lines.push(core::mem::take(&mut current));
            length = 0;
        }
        if length > 0 {
            current.push(' ');
            length = length.saturating_add(1);
        }
        current.push_str(&piece);
        length = length.saturating_add(letters);
    }
    if length > 0 {
        lines.push(current);
    }
    lines
}

/// What no line is broken inside: words, and commands to copy («: a3 rank --alt») that one line has room for.
fn pieces(text: &str, width: usize) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let mut pieces: Vec<String> = Vec::new();
    let mut left = words.as_slice();
    while let Some((word, rest)) = left.split_first() {
        let is_command = *word == "a3" && pieces.last().is_some_and(|before| before.ends_with(':'));
        let found = if is_command { command(left, width) } else { None };
        let (piece, after) = found.unwrap_or_else(|| ((*word).to_owned(), rest));
        pieces.push(piece);
        left = after;
    }
    pieces
}

/// The command that some words begin with, to the end of its sentence, and what is left; none where a line has no room
/// for it. No more words are looked at than a line may have.
fn command<'w, 't>(words: &'w [&'t str], width: usize) -> Option<(String, &'w [&'t str])> {
    let near = words.get(..width).unwrap_or(words);
    let last = near.iter().position(|word| word.ends_with(['.', ';'])).map_or(near.len(), |at| at + 1);
    let (command, rest) = words.split_at_checked(last)?;
    let command = command.join(" ");
    (command.chars().count() <= width).then_some((command, rest))
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
    fn a_command_to_copy_stands_on_one_line_where_there_is_room_for_it() {
        assert_eq!(lines("Se alt: a3 rank --alt. Og mer", 20), ["Se alt:", "a3 rank --alt. Og", "mer"]);
        assert_eq!(lines("Se alt: a3 rank --alt", 8), ["Se alt:", "a3 rank", "--alt"]);
    }

    #[test]
    fn a_word_longer_than_the_line_stands_alone() {
        assert_eq!(lines("en helseogomsorgstjeneste til", 8), ["en", "helseogomsorgstjeneste", "til"]);
        assert!(lines("  ", 8).is_empty());
    }
}
