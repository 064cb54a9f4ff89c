//! Several things one after the other, as a sentence says them.

use super::{Language, Said, Text, Words};

/// «a, b og c»
#[must_use]
pub fn all_of<T: Said>(items: &[T]) -> Text {
    in_a_row(items, crate::words!(nb: "og", en: "and"))
}

/// «a, b eller c»
#[must_use]
pub fn any_of<T: Said>(items: &[T]) -> Text {
    in_a_row(items, crate::words!(nb: "eller", en: "or"))
}

fn in_a_row<T: Said>(items: &[T], last: Words) -> Text {
    let row = |language: Language| {
        let said: Vec<_> = items.iter().map(|item| item.said(language)).collect();
        match said.split_last() {
            Some((only, [])) => only.to_string(),
            Some((end, before)) => format!("{} {} {end}", before.join(", "), last.get(language)),
            None => String::new(),
        }
    };
    Text { nb: row(Language::Nb), en: row(Language::En) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_two_are_joined_by_a_word() {
        assert_eq!(all_of(&["a", "b", "c"]).nb, "a, b og c");
        assert_eq!(any_of(&["a", "b"]).en, "a or b");
        assert_eq!(all_of::<&str>(&[]), Text::default());
    }
}
