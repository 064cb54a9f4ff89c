//! Words of a command line.

/// A word of a command line: what a shell would split or read as more than a word stands between quotes.
pub fn one_word(word: &str) -> String {
    let is_plain = |sign: char| sign.is_alphanumeric() || "-_./:,=+@%".contains(sign);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else if word.contains(['$', '`', '"', '\\', '!']) {
        format!("'{}'", word.replace('\'', r"'\''"))
    } else {
        format!("\"{word}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::one_word;

    #[test]
    fn a_word_is_one_word_to_a_shell_whatever_is_in_it() {
        for plain in ["saker/digital-post.yaml", "2026-11-24", "område", "a,b"] {
            assert_eq!(one_word(plain), plain);
        }
        assert_eq!(one_word("Anne Berg"), "\"Anne Berg\"");
        assert_eq!(one_word("d'Arc"), "\"d'Arc\"");
        assert_eq!(one_word(""), "\"\"");
        assert_eq!(one_word("$(rm) `x` \"y\""), "'$(rm) `x` \"y\"'");
        assert_eq!(one_word("it's $5"), r"'it'\''s $5'");
    }
}
