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
